"""Whole sessions where sound is broken: they go on, what can be heard is heard, and what can't is said."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal
from tests.patience import PATIENCE_S, eventually
from tests.sound.heard import compare, expected
from tests.sound.studio import Studio, missing, studio

from trackbuddy.sound.kinds import Cue
from trackbuddy.timing.hearing import CueKind

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the studio is PulseAudio's")
needs_studio = pytest.mark.skipif(missing() is not None, reason=str(missing()))
drill = pytest.mark.drill

SESSION = ("run", "3x100m @ 4s, 9s rest", "--lead-in", "5s")
WITHOUT = "import sys\nsys.modules['simpleaudio'] = None\n"
UNLOADABLE = """
import sys
class NoLibasound:
    def find_spec(self, name, path=None, target=None):
        if name == "simpleaudio._simpleaudio":
            raise ImportError("libasound.so.2: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, NoLibasound())
"""


@contextmanager
def opened(home: Path, player: str, environment: dict[str, str]) -> Iterator[Terminal]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        terminal = Terminal([*SESSION, "--sound", player], home)
    try:
        terminal.until_text("begin")
        yield terminal
    finally:
        terminal.close()


def run(terminal: Terminal, in_recovery: dict[int, list[object]] | None = None) -> list[Cue]:
    """Three reps by keys, left by Enter; the cues that its log asks for."""
    terminal.press_until_fact(" ", "lead_in_started")
    for number in (1, 2, 3):
        terminal.until_fact("rep_started", number)
        terminal.rest(2)
        terminal.press(" ")
        terminal.until_fact("rep_ended", number)
        for action in (in_recovery or {}).get(number, []):
            terminal.rest(1)
            assert callable(action)
            action()
    terminal.rest(1)
    terminal.press_until_fact("\r", "finished")
    terminal.rest(0.5)
    log = terminal.log()
    assert log is not None
    planned = expected(log)
    assert sum(cue.kind is CueKind.GO for cue in planned) == 3, "the session goes on"
    return planned


def said(terminal: Terminal) -> str:
    seen = terminal.seen.decode(errors="replace")
    assert "ALSA" not in seen
    return seen


def before_python(home: Path, code: str) -> dict[str, str]:
    """What is to be so when the program begins."""
    folder = home / "before"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": str(folder)}


@needs_studio
@drill
@pytest.mark.parametrize("player", ["simpleaudio", "process"])
def test_a_server_that_is_killed_in_a_recovery_and_comes_back(tmp_path: Path, player: str) -> None:
    with studio() as room, opened(tmp_path, player, room.environment) as terminal:

        def kill() -> None:
            room.server.kill()

        def restart() -> None:
            room.restart_server()
            room.record()

        planned = run(terminal, {1: [kill, restart]})
        heard = compare(planned, room.recorded().sounds())
        seen = said(terminal)
    assert "no sound" in seen
    assert not heard.extra, heard
    third = [cue for cue in planned if cue.kind is CueKind.GO][2]
    kinds = [cue.kind for cue, _ in heard.heard if cue.at_ns > third.at_ns - 5_000_000_000]
    assert kinds == [*[CueKind.COUNT] * 3, CueKind.GO, CueKind.DONE], "all of the last rep again"


@needs_studio
@drill
@pytest.mark.parametrize(
    ("code", "why"), [(WITHOUT, "simpleaudio is not installed"), (UNLOADABLE, "simpleaudio cannot be loaded")]
)
def test_without_simpleaudio_a_program_plays(tmp_path: Path, code: str, why: str) -> None:
    with studio() as room:
        environment = room.environment | before_python(tmp_path, code)
        room.record()
        with opened(tmp_path, "auto", environment) as terminal:
            found = compare(run(terminal), room.recorded().sounds())
            said(terminal)
    assert not found.missed
    assert not found.extra
    asked = [sys.executable, "-m", "trackbuddy", "--home", str(tmp_path), "sounds", "--sound", "auto", "go"]
    with studio() as room:
        told = subprocess.run(asked, env=environment | room.environment, capture_output=True, text=True, check=True)
    assert f"({why}" in told.stdout
    assert told.stderr == ""


@drill
def test_without_any_program_the_bell_rings_each_cue(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with opened(tmp_path, "process", {"PATH": str(tmp_path / "empty")}) as terminal:
        terminal.rest(1)
        before = terminal.seen.count(b"\a")
        planned = run(terminal)
        rung = terminal.seen.count(b"\a") - before
    assert rung >= len(planned) - 1
    assert rung <= len(planned) + 2, "Textual may ring once or twice itself"


@drill
@needs_studio
def test_a_server_that_comes_up_later_is_found_and_that_is_said(tmp_path: Path) -> None:
    with studio() as room:
        room.server.kill()
        room.server.wait()
        with opened(tmp_path, "auto", room.environment) as terminal:
            terminal.until_text("bell")
            room.restart_server()
            room.record()
            terminal.until_text("can be had now")
            planned = run(terminal)
            found = compare(planned, room.recorded().sounds())
    assert not found.missed, found


class Plain:
    """The program in plain mode, its keys typed as lines, its two streams apart."""

    def __init__(self, home: Path, player: str, room: Studio) -> None:
        self.errors = home / "stderr"
        self.home = home
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "trackbuddy", *SESSION, "--plain", "--sound", player],
                env=room.environment | {"TRACKBUDDY_HOME": str(home)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def until_fact(self, kind: str, count: int = 1) -> None:
        def facts() -> int:
            log = next(iter((self.home / "logs").glob("*.jsonl")), None)
            lines = log.read_bytes().split(b"\n")[1:-1] if log else []
            return sum(json.loads(line)["kind"] == kind for line in lines)

        assert eventually(lambda: facts() >= count), kind


@needs_studio
@drill
@pytest.mark.parametrize("player", ["simpleaudio", "process"])
def test_no_byte_of_a_sound_system_reaches_descriptor_2(tmp_path: Path, player: str) -> None:
    with studio() as room:
        plain = Plain(tmp_path, player, room)
        plain.until_fact("session_opened")
        plain.type("")
        for number in (1, 2, 3):
            plain.until_fact("rep_started", number)
            time.sleep(2)
            plain.type("")
            plain.until_fact("rep_ended", number)
            if number == 1:
                room.server.kill()
                time.sleep(2)
                room.restart_server()
            if number == 2:
                with room.stopped():
                    time.sleep(0.5)
        assert plain.process.stdin is not None
        plain.process.stdin.close()
        assert plain.process.wait(PATIENCE_S) == 0
        assert plain.process.stdout is not None
        told = plain.process.stdout.read()
    assert plain.errors.read_bytes() == b""
    assert "no sound: " in told
    assert "ALSA" not in told
