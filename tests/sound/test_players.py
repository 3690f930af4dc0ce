from __future__ import annotations

import importlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from trackbuddy.sound import bell, device, process
from trackbuddy.sound.device import SimpleaudioDevice
from trackbuddy.sound.kinds import MissingError, SoundError
from trackbuddy.sound.player import Member, SilentPlayer
from trackbuddy.sound.players import MAKERS, Choice, Loudness, choose
from trackbuddy.sound.process import ProcessDevice
from trackbuddy.sound.relay import Relay
from trackbuddy.sound.tones import Voice
from trackbuddy.timing.hearing import PLAYERS, Wanted


def maker(failure: str | None, how: str = "as it should") -> Callable[[Loudness], tuple[Member, str]]:
    def make(_: Loudness) -> tuple[Member, str]:
        if failure is not None:
            raise MissingError(failure[1:]) if failure.startswith("-") else SoundError(failure)
        return SilentPlayer(), how

    return make


def chosen(wanted: Wanted, **failures: str | None) -> Choice:
    return choose(wanted, makers={name: maker(failures.get(name)) for name in PLAYERS[:-1]} | {"off": MAKERS["off"]})


def test_auto_takes_the_first_that_can_be_had() -> None:
    assert chosen("auto").name == PLAYERS[0]
    assert chosen("auto").reason == "simpleaudio: as it should"


def test_what_failed_before_is_told() -> None:
    choice = chosen("auto", simpleaudio="simpleaudio is not installed")
    assert (choice.name, choice.reason) == ("process", "process: as it should (simpleaudio is not installed)")


def test_without_any_output_it_is_off_with_every_reason() -> None:
    choice = chosen("auto", simpleaudio="A", process="B", bell="C")
    assert (choice.name, choice.reason) == ("off", "off: A; B; C")
    assert choice.player.name == "off"
    assert choice.player.problem is None
    choice.player.close()


def test_a_wanted_player_is_taken_and_falls_back_downwards_only() -> None:
    assert chosen("process").name == "process"
    assert chosen("process", process="B").reason == "bell: as it should (B)"
    assert chosen("bell", bell="C").name == "off"


def test_what_is_not_installed_is_never_tried_again() -> None:
    choice = chosen("auto", simpleaudio="-A", process="-B", bell="-C")
    assert isinstance(choice.player, SilentPlayer), "no thread goes on trying"
    choice = chosen("auto", simpleaudio="A", process="-B")
    assert isinstance(choice.player, Relay)
    choice.player.close()


def test_off_tries_nothing() -> None:
    assert chosen("off", simpleaudio="A").reason == "off: as wanted"


def test_the_settings_reach_the_player() -> None:
    seen = []

    def make(settings: Loudness) -> tuple[Member, str]:
        seen.append(settings)
        return SilentPlayer(), "so"

    choose("auto", voice=Voice(0.3), offset_ns=7, makers=dict.fromkeys(PLAYERS, make))
    assert seen == [Loudness(Voice(0.3), 7)]


def test_a_missing_simpleaudio_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    monkeypatch.setattr(device, "_refuse_the_crashing_one", lambda: None)
    with pytest.raises(SoundError, match=r"^simpleaudio is not installed$"):
        SimpleaudioDevice()


def test_the_original_simpleaudio_is_refused_where_it_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "simpleaudio":
            return "1.0.4"
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    monkeypatch.setattr(sys, "version_info", (3, 13, 0))
    with pytest.raises(SoundError, match="install simpleaudio-patched"):
        SimpleaudioDevice()
    monkeypatch.setattr(sys, "version_info", (3, 11, 0))
    device._refuse_the_crashing_one()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Error opening PCM device. -- CODE: -2 -- MSG: No such file", "no sound device found"),
        ("Error opening PCM device. -- CODE: -111 -- MSG: refused", "the sound server does not answer"),
        ("Error opening PCM device. -- CODE: -5 -- MSG: Input/output error", "Input/output error"),
        ("something else", "something else"),
    ],
)
def test_an_error_of_the_device_is_told_in_plain_words(said: str, told: str) -> None:
    assert device._in_plain_words(said) == told


def test_without_a_program_the_process_player_names_those_it_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SoundError, match=r"^no paplay, aplay or pw-play found$"):
        ProcessDevice()


def test_a_program_that_fails_is_told_with_its_own_words() -> None:
    program = process.Program(("sh", "-c", "echo 'no such card' >&2; exit 1"), 0, 0)
    with pytest.raises(SoundError, match=r"^sh does not play \(no such card\)$"):
        ProcessDevice([program]).open(4800)


def test_the_next_program_is_taken_if_the_first_fails() -> None:
    broken = process.Program(("false",), 0, 0)
    # Reads 10 ms of sound every 10 ms, like a player would.
    script = "import os,time\nwhile os.read(0, 960): time.sleep(0.01)"
    working = process.Program(("python3", "-c", script), 0, 0)
    sound = ProcessDevice([broken, working])
    stream = sound.open(48000)
    assert sound.name == "python3"
    stream.stop()
    while stream.alive():
        pass
    assert not stream.alive()


def test_without_a_terminal_there_is_no_bell(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError("no terminal")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(sys, "__stderr__", None)
    monkeypatch.setattr(sys, "__stdout__", None)
    with pytest.raises(SoundError, match=r"^no terminal whose bell could ring$"):
        bell.bell_player()


def test_importing_the_players_loads_no_sound_library() -> None:
    code = "import sys, trackbuddy.sound.players; sys.exit('simpleaudio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
