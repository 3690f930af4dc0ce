"""Lists of logs, and finding one by a part of its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run

from trackbuddy.errors import UserError
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.summaries import Summary, find_log, wanted
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

PLAN = eight_200s()


def summaries(folder: Path) -> list[Summary | LogError]:
    return list(Archive(folder).summaries())


SHORT = [*taps(45.0), i.Tick(80 * NS)]


def test_a_summary_says_how_far_a_session_came(tmp_path: Path) -> None:
    log_file(tmp_path / "2026-01-01T100000_a_1.jsonl", PLAN, run(PLAN, SHORT)[1])
    (found,) = summaries(tmp_path)
    assert isinstance(found, Summary)
    assert (found.title, found.canonical) == ("eight 200s", "8 x 200m @ 34, 30s rest")
    assert (found.progress.reps, found.status, found.flags) == ("1 of 8 reps", "unfinished", ("unfinished",))
    assert found.shape.text == "8x200m, 30s rest"


def test_a_filter_looks_through_names_dates_shapes_and_flags(tmp_path: Path) -> None:
    log_file(tmp_path / "2026-01-01T100000_a_1.jsonl", PLAN, run(PLAN, SHORT)[1])
    (found,) = summaries(tmp_path)
    assert isinstance(found, Summary)
    for words in ("EIGHT 200", "2026-11", "23 nov", "30s rest", "unfinished eight", "a", ""):
        assert wanted(found.text, words)
    for words in ("mile", "eight mile", "repaired"):
        assert not wanted(found.text, words)


def test_finished_and_discarded_are_told_apart(tmp_path: Path) -> None:
    for name, leave in (("1", i.Finish(90 * NS)), ("2", i.Discard(90 * NS))):
        log_file(tmp_path / f"{name}.jsonl", PLAN, run(PLAN, [*SHORT, leave])[1])
    assert [found.status for found in summaries(tmp_path) if isinstance(found, Summary)] == ["discarded", "finished"]


def test_a_broken_log_does_not_hide_the_others(tmp_path: Path) -> None:
    """It is listed with its reason."""
    (tmp_path / "b.jsonl").write_bytes(b"junk")
    log_file(tmp_path / "a.jsonl", PLAN, run(PLAN, SHORT)[1])
    broken, whole = summaries(tmp_path)
    assert isinstance(broken, LogError)
    assert isinstance(whole, Summary)


def test_a_log_is_found_by_path_name_or_a_part_that_only_one_has(tmp_path: Path) -> None:
    first, second = tmp_path / "2026-01-01_a_k3f9.jsonl", tmp_path / "2026-01-02_a_m4g1.jsonl"
    first.touch()
    second.touch()
    assert find_log(None, tmp_path) == second
    assert find_log(str(first), tmp_path) == first
    assert find_log("2026-01-01_a_k3f9", tmp_path) == first
    assert find_log("k3f9", tmp_path) == first
    with pytest.raises(UserError, match="2 logs have '2026-01'"):
        find_log("2026-01", tmp_path)
    with pytest.raises(UserError, match="there is no log 'zzz'"):
        find_log("zzz", tmp_path)
    with pytest.raises(UserError, match="there is no log yet"):
        find_log(None, tmp_path / "none")
