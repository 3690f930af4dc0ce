"""The program where nothing is as usual: the suite itself fixes its surroundings, so they are tried here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trackbuddy.cli import main

SURROUNDINGS = {
    "nothing set": {},
    "narrow, far away, no UTF-8": {
        "COLUMNS": "40",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "nothing right": {
        "COLUMNS": "wide",
        "LINES": "0",
        "TERM": "dumb",
        "TZ": "Track/Infield",
        "HOME": "/nowhere/at/all",
        "LC_ALL": "xx_YY",
    },
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_a_session_is_run_kept_and_shown_anywhere(name: str, tmp_path: Path) -> None:
    """Simulated from the first line to the log, which another call then finds."""
    environment = {"PATH": os.defpath, "TRACKBUDDY_HOME": str(tmp_path / "Zürich"), **SURROUNDINGS[name]}

    def said(*arguments: str) -> str:
        command = [sys.executable, "-m", "trackbuddy", *arguments]
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        assert done.stderr == b""
        return done.stdout.decode(errors="replace")

    assert "2 reps of 100 m" in said("show", "2x100m @ 1s, 1s rest")
    assert "GO  rep 2" in said("run", "2x100m @ 1s, 1s rest", "--rehearse", "--plain", "--speed", "200")
    assert "100m" in said("logs", "--rehearsals")


def test_a_terminal_without_a_full_screen_is_told_of_the_way_without(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["run", "2x100m @ 20, 30s rest"]) == 2
    assert "TERM=dumb" in (said := capsys.readouterr().err)
    assert "--plain" in said


def test_a_session_s_own_mistake_is_told_before_that_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "8x200m @ 34, blub rest"]) == 2
    assert "terminal" not in (said := capsys.readouterr().err)
    assert "blub" in said
    assert main(["run", "8x200m @ 34", "--lead-in", "nonsense"]) == 2
    assert "terminal" not in capsys.readouterr().err
