from __future__ import annotations

import os
import pty
import select
import time

import pytest
from tests.patience import PATIENCE_S, eventually

from trackbuddy.sound import bell
from trackbuddy.sound.bell import PunctualPlayer
from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import Cue
from trackbuddy.timing.hearing import CueKind

LONG_MS = 3_600_000
"""No test lasts so long, on any machine."""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cue is late here after an hour: a machine that is busy for 60 ms is no fault of the player's."""
    monkeypatch.setattr(bell, "LATE_NS", LONG_MS * MS)


def soon(ms: int, kind: CueKind = CueKind.COUNT) -> Cue:
    return Cue(time.monotonic_ns() + ms * MS, kind)


def read_until(fd: int, expected: bytes) -> bytes:
    """What a terminal got: one read need not give it all."""
    found = b""
    while expected not in found and select.select([fd], [], [], PATIENCE_S)[0]:
        found += os.read(fd, 100)
    return found


def test_cues_sound_in_their_order_and_not_before_their_time() -> None:
    heard: list[tuple[CueKind, int]] = []
    player = PunctualPlayer("bell", lambda kind: heard.append((kind, time.monotonic_ns())))
    first, second = soon(40), soon(80, CueKind.GO)
    player.plan([second, first])
    assert eventually(lambda: len(heard) == 2)
    player.close()
    assert [kind for kind, _ in heard] == [CueKind.COUNT, CueKind.GO]
    assert heard[0][1] >= first.at_ns
    assert heard[1][1] >= second.at_ns


def test_a_new_plan_replaces_the_old_one() -> None:
    heard: list[CueKind] = []
    player = PunctualPlayer("bell", heard.append)
    player.plan([soon(LONG_MS)])
    player.plan([soon(LONG_MS, CueKind.GO), soon(2 * LONG_MS, CueKind.DONE)])
    player.plan([])
    player.plan([soon(30, CueKind.TAP)])
    assert eventually(lambda: bool(heard))
    player.close()
    assert heard == [CueKind.TAP]


def test_a_late_cue_is_dropped_and_counted_once() -> None:
    heard: list[CueKind] = []
    player = PunctualPlayer("bell", heard.append)
    late = soon(-2 * LONG_MS)
    player.plan([late])
    player.plan([late, soon(20, CueKind.GO)])
    assert eventually(lambda: bool(heard))
    player.plan([late])
    player.close()
    assert heard == [CueKind.GO]
    assert player.dropped == 1


def test_of_two_cues_at_one_instant_the_higher_rank_sounds() -> None:
    heard: list[CueKind] = []
    player = PunctualPlayer("bell", heard.append)
    at = soon(20).at_ns
    player.plan([Cue(at, CueKind.TAP), Cue(at, CueKind.DONE)])
    assert eventually(lambda: bool(heard))
    player.close()
    assert heard == [CueKind.DONE]


def test_an_output_that_breaks_is_told_and_recovers() -> None:
    broken = [True]

    def sound(_: CueKind) -> None:
        if broken[0]:
            raise OSError(5, "Input/output error")

    player = PunctualPlayer("bell", sound)
    player.plan([soon(0)])
    assert eventually(lambda: player.problem == "no sound: Input/output error; trying again")
    broken[0] = False
    player.plan([soon(5)])
    assert eventually(lambda: player.problem is None)
    player.close()


def test_close_gives_the_output_back_and_drops_what_is_far() -> None:
    heard: list[CueKind] = []
    given_back: list[bool] = []
    player = PunctualPlayer("bell", heard.append, done=lambda: given_back.append(True))
    player.plan([soon(60, CueKind.DONE), soon(LONG_MS)])
    player.close()
    assert (heard, given_back) == ([CueKind.DONE], [True])


def test_the_bell_rings_once_a_cue_and_not_for_the_cadence(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setattr(bell, "_terminal", lambda: os.dup(theirs))
    player, how = bell.bell_player()
    player.plan([soon(10), soon(20, CueKind.METRONOME), soon(30, CueKind.GO)])
    player.close()
    os.write(theirs, b"end")
    assert read_until(ours, b"end") == b"\a\aend"
    assert how == "the terminal's bell, one ring a cue"
    os.close(ours)
    os.close(theirs)


def test_what_is_about_to_sound_stays_whatever_is_planned() -> None:
    """A plan made at the very instant of GO knows it no more."""
    heard: list[CueKind] = []
    player = PunctualPlayer("bell", heard.append)
    go = soon(100, CueKind.GO)
    player.plan([go])
    player.plan([])
    assert eventually(lambda: bool(heard))
    player.plan([go])
    player.plan([])
    player.close()
    assert heard == [CueKind.GO]


def test_an_answer_sounds_late_rather_than_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bell, "LATE_NS", 60 * MS)
    monkeypatch.setattr(bell, "ANSWER_LATE_NS", LONG_MS * MS)
    heard: list[CueKind] = []
    player = PunctualPlayer("bell", heard.append)
    player.plan([soon(-200, CueKind.COUNT), soon(-199, CueKind.TAP)])
    assert eventually(lambda: bool(heard))
    player.close()
    assert heard == [CueKind.TAP]
    assert player.problem == "sound: 1 cue missed"
