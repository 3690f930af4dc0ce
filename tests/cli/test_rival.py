"""The ghost: the athlete's own last time, or best, of the same session."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.storage.builders import log_file, taps
from tests.timing.sessions import eight_200s, run, s

from trackbuddy.cli.rival import rival
from trackbuddy.present.pacer import Seen
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

PLAN = eight_200s()


def put(folder: Path, name: str, first: float, leave: type[i.Finish] | type[i.Discard] = i.Finish) -> Path:
    return log_file(folder / f"{name}.jsonl", PLAN, run(PLAN, [*taps(first + 11), leave(90 * NS)])[1])


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    return folder


def test_the_newest_of_the_same_session_but_not_this_one(logs: Path) -> None:
    put(logs, "2026-01-01", 33.0)
    put(logs, "2026-01-02", 35.0)
    put(logs, "2026-01-03", 34.0, i.Discard)
    own = put(logs, "2026-01-04", 30.0)
    assert rival("last", own, PLAN) == {1: (Seen(200_000, s(35)),)}
    assert rival("best", own, PLAN) == {1: (Seen(200_000, s(33)),)}
    assert rival("none", own, PLAN) == {}


def test_another_session_is_nobody(logs: Path) -> None:
    put(logs, "2026-01-01", 33.0)
    assert rival("last", logs / "x.jsonl", eight_200s(count=6)) == {}
    assert rival("last", logs / "x.jsonl", eight_200s(60.0)) == {}


def test_an_empty_or_broken_folder_is_nobody(logs: Path) -> None:
    assert rival("last", logs / "x.jsonl", PLAN) == {}
    (logs / "2026-01-01.jsonl").write_text("junk")
    assert rival("best", logs / "x.jsonl", PLAN) == {}
