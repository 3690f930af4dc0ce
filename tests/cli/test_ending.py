"""What is printed when a session was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from trackbuddy.cli.ending import show_results
from trackbuddy.live.start import Setting, Sounding, Started, start
from trackbuddy.plan.notation import read
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.timeline import build


def left(logs: Path, speed: float | None = None) -> Started:
    """Opened, and left to be gone on with."""
    session = read("3x200m @ 34, 30s rest").session
    sounding = Sounding("off")
    started = start(Setting(session_to_json(session), "x", build(session), logs, sounding=sounding, speed=speed))
    started.live.leave("resumable")
    return started


def test_the_very_log_is_offered_to_go_on_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    started = left(tmp_path)
    assert show_results(started) == 0
    name = started.path.stem.rpartition("_")[2]
    assert f"never begun: 'trackbuddy resume {name}' goes on with it" in capsys.readouterr().out


def test_a_log_that_no_disk_took_is_gone_on_with_where_it_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "my documents"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    (tmp_path / "no-folder").write_text("")
    assert show_results(left(tmp_path / "no-folder")) == 1
    out, err = capsys.readouterr()
    (log,) = elsewhere.iterdir()
    assert out.splitlines()[-1] == "never begun"
    assert f"the whole log was written to {log} " in err
    assert f"go on with it there: trackbuddy resume '{log}'" in err


def test_nobody_is_told_to_go_on_with_a_rehearsal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "no-folder").write_text("")
    for logs in (tmp_path / "logs", tmp_path / "no-folder"):
        show_results(left(logs, speed=50))
        assert "resume" not in "".join(capsys.readouterr())
