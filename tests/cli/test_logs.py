"""`logs`: what stands in a row, filters, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, plan, rest, run, stride

from trackbuddy.cli import main
from trackbuddy.cli.home_desk import HomeDesk
from trackbuddy.cli.resume import newest_unfinished
from trackbuddy.errors import UserError
from trackbuddy.plan.session import Open
from trackbuddy.storage.paths import Home
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("TRACKBUDDY_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "120")
    found = Home.in_folder(tmp_path)
    found.logs.mkdir()
    return found


def put(home: Home, name: str, inputs: list[i.Input], of: Plan | None = None) -> Path:
    of = of or eight_200s()
    return log_file(home.logs / f"{name}.jsonl", of, run(of, inputs)[1])


def test_a_row_has_average_difference_hits_bars_and_flags(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "2026-01-01_a", [*taps(45.3, 110.0), i.Finish(120 * NS)])
    assert main(["logs"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Mon 23 Nov 2026  eight 200s")
    assert "34.5       +0.5 on     1/2" in first
    assert "▃" in first or "▆" in first
    assert "2026-01-01_a.jsonl  2 of 8 reps" in second


def test_how_many_reps_is_said_in_full_where_there_is_no_average(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    put(home, "2026-01-01_a", [i.Open(0), i.Close(5 * NS)])
    assert main(["logs"]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("* 0 of 8 reps")


def test_words_narrow_the_list(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "2026-01-01_a", [*taps(45.0), i.Finish(60 * NS)])
    put(home, "2026-01-02_b", [*taps(45.0), i.Close(60 * NS)])
    for words, count in ((["unfinished"], 1), (["eight", "nov"], 2), (["mile"], 0)):
        assert main(["logs", "--json", *words]) == 0
        assert len(json.loads(capsys.readouterr().out)) == count
    assert main(["logs", "mile"]) == 0
    assert "no log is like that" in capsys.readouterr().out


def test_many_are_not_all_listed(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4):
        put(home, f"2026-01-0{number}_a", [*taps(45.0), i.Finish(60 * NS)])
    assert main(["logs", "-n", "2"]) == 0
    assert "and older ones, of 4 logs in all; -n 0 lists everything" in capsys.readouterr().out
    assert main(["logs", "-n", "0"]) == 0
    assert "older ones" not in capsys.readouterr().out


def test_strides_alone_are_counted(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    of = plan(stride(1), rest(Open()), stride(2))
    put(home, "2026-01-01_a", [*taps(30.0, 60.0), i.Finish(90 * NS)], of)
    assert main(["logs"]) == 0
    assert "2 strides" in capsys.readouterr().out


def test_a_session_nobody_began_is_not_gone_on_with(home: Home) -> None:
    put(home, "2026-01-02_b", [i.Open(0), i.Close(5 * NS)])
    with pytest.raises(UserError, match="no unfinished session"):
        newest_unfinished(home)
    begun = put(home, "2026-01-01_a", [*taps(45.0), i.Close(60 * NS)])
    assert newest_unfinished(home) == begun


def test_a_session_whose_last_rep_is_over_is_not_gone_on_with(home: Home) -> None:
    """Its terminal was shut before anybody pressed Enter: it is finished all the same, here as in the review."""
    of = plan(stride(1), rest(Open()), stride(2))
    put(home, "2026-01-01_a", [*taps(30.0, 60.0), i.Close(90 * NS)], of)
    with pytest.raises(UserError, match="no unfinished session"):
        newest_unfinished(home)
    assert [log.unfinished for log in HomeDesk(home).logs()] == [False]


def test_several_matches_are_listed(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "2026-01-01_a", [*taps(45.0), i.Finish(60 * NS)])
    put(home, "2026-01-02_b", [*taps(45.0), i.Finish(60 * NS)])
    assert main(["review", "eight"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "2 logs are like 'eight'; name one of them"
    assert lines[1] == "  perhaps: 2026-01-02_b.jsonl  Mon 23 Nov 2026  eight 200s"
    assert main(["review", "_a"]) == 0
