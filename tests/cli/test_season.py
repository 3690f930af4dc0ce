"""`season` over a folder of logs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.cli import main
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKBUDDY_HOME", str(tmp_path))
    (tmp_path / "logs").mkdir()
    return tmp_path


def put(home: Path, name: str, leave: i.Input) -> None:
    log_file(home / "logs" / f"{name}.jsonl", eight_200s(), run(eight_200s(), [*taps(45.0), leave])[1])


def test_sessions_of_a_shape_are_gathered(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "2026-01-01_a", i.Finish(90 * NS))
    put(home, "2026-01-02_b", i.Finish(90 * NS))
    put(home, "2026-01-03_c", i.Discard(90 * NS))
    assert main(["season"]) == 0
    said = capsys.readouterr().out
    assert "a: 8x200m, 30s rest" in said
    assert "Nov 2026" in said
    assert main(["season", "--json", "--athlete", "A"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["sessions"] == 2


def test_a_session_run_once_is_shown_where_it_is_asked_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "2026-01-01_a", i.Finish(90 * NS))
    assert main(["season"]) == 0
    assert "no session was run twice yet" in capsys.readouterr().out
    assert main(["season", "200m"]) == 0
    assert "8x200m, 30s rest" in capsys.readouterr().out
    for asked in (["mile"], ["--athlete", "Zoe"]):
        assert main(["season", *asked]) == 0
        assert capsys.readouterr().out == "no session that was run is like that\n", "not: ask with a word"


def test_where_nothing_was_run_there_is_no_season(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["season"]) == 0
    assert capsys.readouterr().out == "no session was run yet\n"
