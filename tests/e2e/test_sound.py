"""A whole session by keys on the full screen, heard: every cue that follows from the log, or the screen said why not.

How late they are is not asserted, since that is the machine's; `make bench` prints it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal
from tests.sound.heard import compare, expected
from tests.sound.studio import Studio, missing, studio

from trackbuddy.timing.hearing import CueKind

pytestmark = [
    pytest.mark.skipif(missing() is not None, reason=str(missing())),
    pytest.mark.skipif(sys.platform != "linux", reason="the studio is PulseAudio's"),
]

needs_aplay = pytest.mark.skipif(shutil.which("aplay") is None, reason="aplay not found (apt install alsa-utils)")

SESSION = "3x100m @ 2s, 5s rest"
RUN_S = 1.2
"""A rep; a tap sooner would be no finish."""
BURN = "while True: sum(range(100_000))"
BURSTS = """\
import random, time
while True:
    until = time.monotonic() + random.uniform(0.02, 0.06)
    while time.monotonic() < until:
        sum(range(100_000))
    time.sleep(random.uniform(0.3, 1.0))
"""
"""Whoever wants a core waits as long for it at worst as with `BURN`, but what else is tested meanwhile gets on."""
HOLD = f"import threading\nthreading.Thread(target=exec, args=({BURN!r},), daemon=True).start()\n"


@dataclass(frozen=True)
class Weather:
    """What goes on meanwhile."""

    burners: int = 0
    bursts: bool = False
    """They burn now and then."""
    interpreter: bool = False
    """A thread in the program holds the interpreter."""
    stopped: tuple[str, ...] = ()
    """Who stands still for half a second in each recovery, one after the other: program, server."""


@contextmanager
def burning(count: int, what: str) -> Iterator[None]:
    children = [subprocess.Popen([sys.executable, "-c", what]) for _ in range(count)]
    try:
        yield
    finally:
        for child in children:
            child.kill()
            child.wait()


def folder_of(folder: Path, *programs: str) -> Path:
    """With these programs, and no others."""
    folder.mkdir()
    for name in programs:
        program = shutil.which(name)
        assert program is not None
        (folder / name).symlink_to(program)
    return folder


def stop(room: Studio, terminal: Terminal, who: str) -> None:
    with room.stopped(terminal.process.pid if who == "program" else None):
        threading.Event().wait(0.5)


def run(room: Studio, home: Path, player: str, weather: Weather, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Three reps, each finished by a tap; left by Enter."""
    for name, value in room.environment.items():
        monkeypatch.setenv(name, value)
    if weather.interpreter:
        (home / "held").mkdir(parents=True)
        (home / "held" / "sitecustomize.py").write_text(HOLD)
        monkeypatch.setenv("PYTHONPATH", str(home / "held"))
    with ExitStack() as stack:
        stack.enter_context(burning(weather.burners, BURSTS if weather.bursts else BURN))
        if player == "aplay":
            monkeypatch.setenv("PATH", str(folder_of(home / "bin", "aplay", "setpriv")))
            player = "process"
        terminal = Terminal(["run", SESSION, "--sound", player, "--lead-in", "4s"], home)
        stack.callback(terminal.close)
        terminal.until_text("begin")
        terminal.press_until_fact(" ", "lead_in_started")
        for number in (1, 2, 3):
            terminal.until_fact("rep_started", number)
            terminal.rest(RUN_S)
            terminal.press(" ")
            terminal.until_fact("rep_ended", number)
            if number <= len(weather.stopped):
                terminal.rest(0.7)
                stop(room, terminal, weather.stopped[number - 1])
        terminal.rest(1)
        terminal.press_until_fact("\r", "finished")
        terminal.rest(0.5)
    return terminal


def check(tmp_path: Path, player: str, weather: Weather, monkeypatch: pytest.MonkeyPatch) -> None:
    with studio() as room:
        room.record()
        terminal = run(room, tmp_path, player, weather, monkeypatch)
        sounds = room.recorded().sounds()
    log = terminal.log()
    assert log is not None
    planned = expected(log)
    assert len(planned) == 3 * 4 + 2 + 1, "the count and GO three times, two taps taken, done"
    found = compare(planned, sounds)
    seen = terminal.seen.decode(errors="replace")
    assert "ALSA" not in seen
    assert " instead of " not in seen
    assert not found.extra, found
    if found.missed:
        assert "missed" in seen or "no sound" in seen or "put right" in seen, found


def test_every_cue_is_heard_or_the_screen_says_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(tmp_path, "simpleaudio", Weather(burners=2, bursts=True, stopped=("program", "server")), monkeypatch)


@pytest.mark.drill
@pytest.mark.parametrize("player", ["simpleaudio", "process", pytest.param("aplay", marks=needs_aplay)])
@pytest.mark.parametrize(
    "weather",
    [
        Weather(),
        Weather(burners=2),
        Weather(interpreter=True),
        Weather(burners=2, interpreter=True),
        Weather(stopped=("program", "program")),
        Weather(stopped=("server", "server")),
        Weather(burners=2, stopped=("program", "server")),
    ],
    ids=str,
)
def test_in_any_weather(player: str, weather: Weather, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(tmp_path, player, weather, monkeypatch)


@pytest.mark.drill
@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng not found (apt install espeak-ng)")
def test_a_finish_is_spoken_and_the_cues_are_heard_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "settings.toml").write_text("voice = true\n")
    with studio() as room:
        for name, value in room.environment.items():
            monkeypatch.setenv(name, value)
        room.record()
        terminal = Terminal(["run", "2x100m @ 4s, 15s rest", "--sound", "simpleaudio", "--lead-in", "5s"], tmp_path)
        try:
            terminal.until_text("begin")
            terminal.press_until_fact(" ", "lead_in_started")
            terminal.until_fact("rep_started")
            terminal.rest(2)
            terminal.press(" ")
            terminal.until_fact("rep_started", 2)
            terminal.rest(0.5)
        finally:
            terminal.close()
        sounds = room.recorded().sounds()
    log = terminal.log()
    assert log is not None
    found = compare([cue for cue in expected(log) if cue.kind is not CueKind.DONE], sounds)
    go_ns = max(cue.at_ns for cue, _ in found.heard if cue.kind is CueKind.GO)
    spoken = [sound for sound in found.extra if sound.at_ns < go_ns - 4_000_000_000]
    assert sum(sound.for_ms for sound in spoken) > 500
    assert spoken == list(found.extra), "within four seconds of GO nobody speaks"
