from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.cli import checkup, main
from trackbuddy.cli.checkup import Finding, Health
from trackbuddy.sound.player import SilentPlayer
from trackbuddy.sound.players import Choice
from trackbuddy.storage.calibration import Calibration
from trackbuddy.storage.paths import Home
from trackbuddy.timing.hearing import PlayerName


def of_sound(name: PlayerName, reason: str) -> list[Finding]:
    return list(checkup.sound(Choice(SilentPlayer(), name, f"{name}: {reason}"), "auto", "headphones", Calibration()))


def test_it_names_every_part_and_misses_nothing_that_was_turned_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trackbuddy.cli.doctor.terminal", lambda _: [Finding("terminal", Health.GOOD, "a test's")])
    assert main(["--home", str(tmp_path), "doctor", "--sound", "off"]) == 0
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines() if not line.startswith(" ")] == [
        *("sound", "voice", "terminal", "clock", "disk", "keys", "awake")
    ]
    assert "sound     ok  off: as wanted" in said
    assert f"{tmp_path}/logs:" in "".join(said.split())  # a long path is wrapped


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("the installed simpleaudio crashes on this Python (install simpleaudio-patched)", "simpleaudio-patched"),
        ("simpleaudio is not installed; no paplay, aplay or pw-play found", "sudo apt install gcc"),
        ("no sound device found; no paplay, aplay or pw-play found", "plug a speaker in"),
    ],
)
def test_what_is_missing_has_the_line_that_mends_it(reason: str, line: str) -> None:
    found = of_sound("bell", reason)[0]
    assert found.health is Health.FAIR
    assert line in found.remedy


def test_no_sound_is_missing_unless_it_was_turned_off() -> None:
    choice = Choice(SilentPlayer(), "off", "off: no sound device found")
    found = list(checkup.sound(choice, "auto", "headphones", Calibration()))
    assert [(one.health, bool(one.remedy)) for one in found] == [(Health.BAD, True)]
    wanted = Choice(SilentPlayer(), "off", "off: as wanted")
    found = list(checkup.sound(wanted, "off", "headphones", Calibration()))
    assert [(one.health, one.remedy) for one in found] == [(Health.GOOD, "")]


def test_what_is_missing_ends_it_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trackbuddy.cli.doctor.disk", lambda _: [Finding("disk", Health.BAD, "full", "make room")])
    assert main(["--home", str(tmp_path), "doctor", "--sound", "off"]) == 1


def test_a_speaker_is_measured_or_to_be_measured() -> None:
    assert of_sound("process", "playing through paplay")[1].remedy == "trackbuddy calibrate"
    calibration = Calibration({"headphones": 43}, 18)
    found = list(checkup.sound(Choice(SilentPlayer(), "process", "process: so"), "auto", "headphones", calibration))
    assert [finding.said for finding in found[1:]] == [
        "headphones is 43 ms late, and cues go out so much earlier",
        "taps spread by 18 ms",
    ]


def test_numlock_is_looked_at(tmp_path: Path) -> None:
    light = tmp_path / "input3::numlock"
    light.mkdir()
    (light / "brightness").write_text("0\n")
    assert next(checkup.keys(tmp_path)).remedy == "press NumLock"
    (light / "brightness").write_text("1\n")
    assert next(checkup.keys(tmp_path)).health is Health.GOOD
    assert "isn't told here" in next(checkup.keys(tmp_path / "none")).said


def test_a_disk_that_is_full_or_not_ours_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home.in_folder(tmp_path / "new" / "home")
    assert next(checkup.disk(home)).health is Health.GOOD
    monkeypatch.setattr(checkup, "FREE_MB", 1 << 60)
    assert next(checkup.disk(home)).health is Health.BAD
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "can't be written" in next(checkup.disk(home)).said
