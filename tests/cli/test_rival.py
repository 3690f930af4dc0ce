"""The ghost: the athlete's own last time, or best, of the same session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.storage.builders import CLOCK, log_file, taps
from tests.timing.sessions import eight_200s, run, s
from tests.tui import plans

from trackbuddy.cli.rival import earlier
from trackbuddy.present.pacer import Seen
from trackbuddy.present.scenes import Ghosts
from trackbuddy.results.hand import Hand
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

PLAN = eight_200s()


def put(folder: Path, name: str, first: float, leave: type[i.Finish] | type[i.Discard] = i.Finish) -> Path:
    return log_file(folder / f"{name}.jsonl", PLAN, run(PLAN, [*taps(first + 11), leave(90 * NS)])[1])


def ghosts(kind: str, log: Path, plan: Plan = PLAN) -> Ghosts:
    return earlier(kind, log, plan).ghosts


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
    assert ghosts("last", own) == {1: (Seen(200_000, s(35)),)}
    assert ghosts("best", own) == {1: (Seen(200_000, s(33)),)}
    assert ghosts("none", own) == {}


def test_another_session_is_nobody(logs: Path) -> None:
    put(logs, "2026-01-01", 33.0)
    assert ghosts("last", logs / "x.jsonl", eight_200s(count=6)) == {}
    assert ghosts("last", logs / "x.jsonl", eight_200s(60.0)) == {}


def test_results_are_compared_with_all_sessions_of_the_same_reps(logs: Path) -> None:
    put(logs, "2026-01-01", 33.0)
    put(logs, "2026-01-02", 35.0)
    put(logs, "2026-01-03", 34.0, i.Discard)
    own = put(logs, "2026-01-04", 30.0)
    found = earlier("none", own, PLAN, Hand(30))
    assert [past.digest.average_ns for past in found.pasts] == [s(35), s(33)]
    assert found.hand == Hand(30)
    assert found.wall == CLOCK.wall
    assert len(earlier("none", own, eight_200s(60.0)).pasts) == 2, "other rests are named, and compared"
    assert earlier("none", own, plans.FIFTEEN).pasts == ()


def test_a_log_that_is_not_there_yet_is_opened_now(logs: Path) -> None:
    assert earlier("last", logs / "x.jsonl", PLAN).wall is not None


def test_an_empty_or_broken_folder_is_nobody(logs: Path) -> None:
    assert ghosts("last", logs / "x.jsonl") == {}
    (logs / "2026-01-01.jsonl").write_text("junk")
    assert ghosts("best", logs / "x.jsonl") == {}


def test_everybody_of_a_squad_has_their_own_last_time_whatever_their_number_was_then(logs: Path) -> None:
    then = replace(plans.FIVE, athletes=("Eve", "Ann", "Cy", "Dan", "Ben"))
    in_order = [i.Tap(s(11 + 65 + n), n) for n in range(1, 6)]
    given: list[i.Input] = [i.Open(0), i.ThatsAll(NS), *in_order, i.Finish(s(200))]
    log_file(logs / "2026-01-01.jsonl", then, run(then, given)[1])
    found = earlier("none", logs / "x.jsonl", replace(plans.FIVE, athletes=("Ann", "Zoe", "eve", "", "Ben")))
    assert found.everybody == {
        athlete: {1: (Seen(400_000, s(split)),)} for athlete, split in ((1, 67), (3, 66), (5, 70))
    }
    assert earlier("last", logs / "x.jsonl", PLAN).everybody == {}
