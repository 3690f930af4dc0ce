from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.live.fakes import Ear

from trackbuddy.cli import calibrate, main
from trackbuddy.sound.device import MS
from trackbuddy.sound.players import Choice
from trackbuddy.storage.calibration import Calibration, keep_calibration, read_calibration
from trackbuddy.storage.paths import Home


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Ear:
    """A player that is heard by a thumb which is `late_ms` behind every beep, and an output with a name."""
    ear = Ear()
    monkeypatch.setattr(calibrate, "choose", lambda *_, **__: Choice(ear, "process", "process: so"))
    monkeypatch.setattr(calibrate, "output_name", lambda: "headphones")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return ear


def tapping(monkeypatch: pytest.MonkeyPatch, ear: Ear, lates_ms: Sequence[int]) -> None:
    def taps(until_ns: int) -> Iterator[int]:
        for cue, late_ms in zip(ear.planned, lates_ms, strict=False):
            yield cue.at_ns + late_ms * MS

    monkeypatch.setattr(calibrate, "_taps", taps)
    monkeypatch.setattr(calibrate, "raw_keys", lambda: open("/dev/null"))  # noqa: SIM115  # closed by main


def test_a_steady_hand_is_kept_for_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ear: Ear
) -> None:
    tapping(monkeypatch, ear, [120, 140] * 8)
    assert main(["--home", str(tmp_path), "calibrate"]) == 0
    assert "12 taps for 12 beeps: 130 ms late" in capsys.readouterr().out
    kept = read_calibration(Home.in_folder(tmp_path).settings)
    assert (kept.late_ms, kept.thumb_ms) == ({"headphones": 130}, 14)
    assert ear.is_closed


def test_a_poor_one_is_refused_and_keeps_what_there_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ear: Ear
) -> None:
    keep_calibration(tmp_path / "settings.toml", "headphones", 50, 20)
    tapping(monkeypatch, ear, [0, 300] * 8)
    assert main(["--home", str(tmp_path), "calibrate"]) == 2
    assert "50 at the most tell something; nothing was kept" in capsys.readouterr().err
    assert read_calibration(tmp_path / "settings.toml").late_ms == {"headphones": 50}


def test_each_output_has_its_own_and_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    path = keep_calibration(tmp_path / "settings.toml", "headphones", 50, 20)
    keep_calibration(tmp_path / "settings.toml", "loudspeaker", 250, 18)
    assert json.loads(path.read_text()) == {"late_ms": {"headphones": 50, "loudspeaker": 250}, "thumb_ms": 18}
    path.write_text('{"late_ms": 3')
    assert read_calibration(tmp_path / "settings.toml") == Calibration()
