from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.cli import main
from trackbuddy.cli.sounds import LEARNT_IN
from trackbuddy.timing.hearing import MEANINGS, CueKind


def test_every_cue_is_named_with_its_meaning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "sounds", "--sound", "off"]) == 0
    said = capsys.readouterr().out
    assert set(LEARNT_IN) == set(CueKind)
    assert all(f"  {kind:<10} {meaning}" in said for kind, meaning in MEANINGS.items())
    assert "cone       be at the next cone now   (off; cues_on turns it on)" in said


def test_some_are_named_alone_and_a_wrong_one_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "sounds", "--sound", "off", "go", "bell"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["sound", "go", "bell"]
    assert main(["--home", str(tmp_path), "sounds", "gong"]) == 2
    assert "there is no cue 'gong'; there are count, go," in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[pitches]\ngong = 500\n", "there is no cue 'gong'"),
        ("[pitches]\ngo = 20\n", "a pitch is from 200 to 5000 Hz; write it like go = 1500"),
        ('beep_every = "soon"\n', "write one from 5m"),
        ('beep_every = "1m"\n', "write one from 5m"),
        ('cues_off = ["gong"]\n', "there is no cue 'gong'"),
    ],
)
def test_settings_that_no_sound_can_follow_are_refused(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert main(["--home", str(tmp_path), "sounds", "--sound", "off"]) == 2
    assert said in capsys.readouterr().err


def test_cones_need_a_distance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--home", str(tmp_path), "run", "200m @ 34", "--rehearse", "--plain", "--sound", "off", "--beep-every"]
    assert main([*command, "soon"]) == 2
    assert "--beep-every soon is no distance between cones; write one from 5m, like 50m" in capsys.readouterr().err
