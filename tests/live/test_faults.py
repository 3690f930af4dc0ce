"""A fault in every thread in the middle of one session: it is timed to its end, and the log has every line."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.patience import eventually
from tests.timing.sessions import eight_200s

from trackbuddy.live import start as start_module
from trackbuddy.live.rehearsal import Rehearsal
from trackbuddy.live.start import Setting, start
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.player import SilentPlayer
from trackbuddy.sound.players import Choice
from trackbuddy.storage import chain
from trackbuddy.storage.logs import read_log
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import State


class Stuck(SilentPlayer):
    """Stands still, as a device does whose driver hangs."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def plan(self, cues: Sequence[Cue]) -> None:
        self.go_on.wait(60)


def test_a_session_goes_through_faults_in_all_its_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    player, memory_errors, shown = Stuck(), [MemoryError()] * 2, set[str]()
    monkeypatch.setattr(start_module, "_player", lambda sounding, speed: Choice(player, "off", "off: a test"))
    seal = chain.sealed

    def sealed(members: dict[str, Any], seed: int) -> tuple[bytes, int]:
        if members.get("n", 0) > 10 and memory_errors:
            raise memory_errors.pop()
        return seal(members, seed)

    def broken(lines: Sequence[Line], state: State) -> None:
        shown.update(fault.partition(" (")[0] for fault in started.live.snapshot().faults)
        shown.update(filter(None, [started.live.snapshot().trouble]))
        raise RuntimeError("a fault of a listener's")

    monkeypatch.setattr(chain, "sealed", sealed)
    started = start(Setting({}, "x", eight_200s().timeline, tmp_path, speed=200.0))
    lines: list[Line] = []
    started.live.listen(broken)
    started.live.listen(lambda new, state: lines.extend(new))
    started.live.wait_for_sound()
    Rehearsal(started.live, started.clock, by_itself=True).start()
    assert eventually(lambda: started.live.ended)
    assert eventually(lambda: started.live.snapshot().is_saved)
    assert started.live.snapshot().sound == "no sound: the player does not answer"
    player.go_on.set()
    started.live.leave("resumable")
    assert started.live.all_safe
    log = read_log(started.path)
    assert log.damage is None
    assert log.lines[-len(lines) :] == tuple(lines)
    reps = log.history().state.reps
    assert [rep.runners[0].timed for rep in reps] == [True] * 8
    assert "what shows the session failed" in shown
    assert "the machine is out of memory; trying again every second" in shown
