"""Beside a wide track: the time before, what is left and when it ends."""

from __future__ import annotations

from tests.present.stages import STAGES, Run, going, opened
from tests.timing.sessions import timed_rep
from tests.tui import plans

from trackbuddy.present.earlier import Earlier
from trackbuddy.present.live_view import live_view
from trackbuddy.present.pacer import Seen
from trackbuddy.present.page import lay_out
from trackbuddy.present.remaining import remaining
from trackbuddy.present.rows import text_of
from trackbuddy.present.scenes import NO_GHOSTS, Ghosts
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

BEFORE: Ghosts = {1: (Seen(200_000, 33 * NS),), 5: (Seen(200_000, 34 * NS),), 9: (Seen(100_000, 17 * NS),)}
"""Reps 1 and 3; rep 5 was not seen at its finish."""


def aside(at: Run, ghosts: Ghosts = NO_GHOSTS) -> list[str]:
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42", earlier=Earlier(ghosts))
    return [text_of(row)[118:].strip() for row in lay_out(view, 160, 45)]


def test_the_time_before_stands_behind_its_rep() -> None:
    lines = aside(STAGES["rest-quiet"](), BEFORE)
    assert any(line.startswith("REP     TIME   DIFF") and line.endswith("BEFORE") for line in lines)
    ends = {line.split()[0]: line.split()[-1] for line in lines if line[:1].isdecimal()}
    assert (ends["1"], ends["3"], ends["5"]) == ("33.0", "34.0", "-")


def test_each_head_ends_where_its_numbers_do() -> None:
    lines = aside(STAGES["rest-quiet"]())
    head = next(line for line in lines if line.startswith("REP"))
    rep = next(line for line in lines if line.startswith("1 "))
    shift = head.index("REP") + len("REP") - len("1")
    assert shift + rep.index("34.1") + len("34.1") == head.index("TIME") + len("TIME")
    assert shift + rep.index("+0.1") + len("+0.1") == head.index("DIFF") + len("DIFF")


def test_of_a_mile_the_laps_and_where_it_is_heading_stand_there() -> None:
    at = going(plans.FULL_MILE).wait(75).tap().wait(75).tap().wait(10)
    told = aside(at)
    assert [line.split()[0] for line in told if " m " in line] == ["409", "809"]
    assert any(line.startswith("HEADING FOR") for line in told)
    assert "HEADING" not in text_of(lay_out(live_view(at.live.snapshot(), at.live.now_ns()), 160, 45)[-3])


def test_without_a_time_before_there_is_no_column() -> None:
    assert not any("BEFORE" in line for line in aside(STAGES["rest-quiet"]()))


def left(at: Run, wall: str = "18:42") -> str:
    return remaining(at.live.snapshot().state, at.live.now_ns(), wall)


def test_what_is_left_counts_the_rep_that_runs_and_ends_by_the_plan() -> None:
    assert left(going()) == "8 reps, ends about 18:51"
    assert left(STAGES["rest-quiet"]()) == "5 reps, ends about 18:48"
    assert left(going(), "23:58") == "8 reps, ends about 00:07"
    assert "left      5 reps, ends about 18:48" in aside(STAGES["rest-quiet"]())


def test_a_hold_puts_the_end_off() -> None:
    at = STAGES["rest-quiet"]().press(i.Hold)
    assert left(at) == left(at.wait(120)) == "5 reps, ends about 18:48"


def test_nothing_is_promised_before_the_start_once_over_or_where_somebody_ends_it() -> None:
    endless = Plan((timed_rep(until_ended=True),))
    assert left(opened()) == ""
    assert left(STAGES["done"]()) == ""
    assert left(going(endless)) == ""


def test_without_a_time_of_day_only_the_reps_are_said() -> None:
    assert left(going(), "") == "8 reps"


def test_before_the_first_rep_the_infield_says_what_comes_and_from_where_to_where() -> None:
    at = opened().tap().wait(2)
    told = "\n".join(text_of(row) for row in lay_out(live_view(at.live.snapshot(), at.live.now_ns()), 100, 30))
    assert "next rep 1 of 8" in told
    assert "200 START to LINE" in told
