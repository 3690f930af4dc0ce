"""One session read back: entries, rests, totals, headline, words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Label, Open
from trackbuddy.results import words
from trackbuddy.results.averages import headline
from trackbuddy.results.progress import Left
from trackbuddy.results.review import Sheet, review
from trackbuddy.results.rows import Standing
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.state import Plan

BEGIN = (i.Open(0), i.ThatsAll(0))
"""GO is at 10 s."""


def sheet(plan_: Plan, *inputs: i.Input) -> Sheet:
    (found,) = review(run(plan_, [*BEGIN, *inputs])[0]).sheets
    return found


def test_the_rest_that_was_planned_and_the_one_taken() -> None:
    """30 s by the clock; then held, and gone on with 20 s later than planned."""
    found = sheet(eight_200s(), i.Tap(s(44)), i.Tap(s(108)), i.Hold(s(118)), i.Hold(s(138)), i.Tap(s(192.5)))
    first, second = found.entries[0].rest, found.entries[1].rest
    assert first is not None
    assert (first.planned_ns, first.taken_ns, first.is_changed) == (s(30), s(30), False)
    assert second is not None
    assert (second.taken_ns, second.is_changed) == (s(50), True)


def test_the_rest_behind_a_rep_without_a_time_is_assumed() -> None:
    """It counts from the target's end, and says so."""
    found = sheet(eight_200s(), i.ThatsAll(s(46)), i.Tap(s(108)))
    rest_ = found.entries[0].rest
    assert rest_ is not None
    assert rest_.assumed
    assert rest_.taken_ns == s(30)


def test_a_rest_in_which_the_program_was_left_is_not_claimed() -> None:
    clock = {"monotonic_ns": 0, "boottime_ns": 0, "wall": "", "boot_id": "x", "at_ns": s(60)}
    inputs = (i.Tap(s(44)), i.Close(s(50)), i.Reopen(s(60), clock), i.Tap(s(80)), i.Tap(s(114)))
    found = sheet(eight_200s(Open()), *inputs)
    rest_ = found.entries[0].rest
    assert rest_ is not None
    assert rest_.taken_ns is None


def test_how_each_clock_started_is_known_and_said() -> None:
    """The first from GO, the others from a tap: they are averaged, and the difference is named."""
    found = sheet(eight_200s(Open(), 3), i.Tap(s(44)), i.Tap(s(90)), i.Tap(s(124)), i.Tap(s(170)), i.Tap(s(204)))
    assert [row.start for row in found.rows] == [StartKind.GO, StartKind.TAP, StartKind.TAP]
    assert words.starts(found.groups[0]) == "1 from GO, 2 from a tap"


def test_equal_starts_need_no_word() -> None:
    found = sheet(eight_200s(), i.Tap(s(44)), i.Tap(s(108)))
    assert words.starts(found.groups[0]) == ""


def test_work_and_recovery_add_up() -> None:
    """Two 200s of 34 s with 30 s between; what isn't known is left unknown."""
    found = sheet(eight_200s(count=2), i.Tap(s(44)), i.Tap(s(108)))
    assert (found.totals.reps, found.totals.work_mm, found.totals.work_ns, found.totals.recovery_ns) == (
        2,
        400_000,
        s(68),
        s(30),
    )
    found = sheet(eight_200s(count=2), i.Tap(s(44)), i.ThatsAll(s(108)))
    assert (found.totals.work_mm, found.totals.work_ns) == (400_000, None)


def test_metres_of_reps_by_time_are_work() -> None:
    found = sheet(plan(timed_rep(1, 300)), i.Tick(s(311)), i.Measure(s(312), 1, 1, 1520.0))
    assert (found.totals.work_mm, found.totals.work_ns) == (1_520_000, s(300))
    assert words.result(found.rows[0]) == "1520 m"


def test_the_headline_pools_sets_and_is_silent_about_a_ladder() -> None:
    of_set_two = [replace(rep(number), set=2) for number in (1, 2)]
    two = plan(rep(1), rest(), rep(2), rest(), of_set_two[0], rest(), of_set_two[1])
    found = sheet(two, i.Tap(s(44)), i.Tap(s(108)), i.Tap(s(172)), i.Tap(s(236.4)))
    assert len(found.groups) == 2
    assert found.headline is not None
    assert words.average(found.headline) == "av 34.1 (4 of 4)"
    assert words.section(found.rows, found.rows[2]) == "set 2"
    ladder = plan(rep(1, 200, 34), rest(), rep(2, 400, 70), rest(), rep(3, 600, 110))
    found = sheet(ladder, i.Tap(s(44)), i.Tap(s(144)), i.Tap(s(284)))
    assert headline(found.rows) is None
    assert found.hits == (3, 3)


def test_a_rep_in_which_the_session_was_ended_is_cut_short() -> None:
    """It was not run to its end, and no dots wait for it."""
    found = sheet(eight_200s(), i.Tap(s(44)), i.Finish(s(80)))
    assert [row.standing for row in found.rows] == [Standing.TIMED, Standing.CUT]
    assert words.result(found.rows[1]) == "cut short"
    assert words.average(found.groups[0]) == "av 34.0 (1 of 1)"


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ([i.Tap(s(44)), i.Finish(s(60))], "finished after 1 of 8 reps"),
        ([i.Tap(s(44)), i.Close(s(60))], "unfinished after 1 of 8 reps"),
        ([i.Discard(s(60))], "discarded after 0 of 8 reps"),
    ],
)
def test_how_far_it_came(inputs: list[i.Input], said: str) -> None:
    assert review(run(eight_200s(), [*BEGIN, *inputs])[0]).progress.text == said


def test_one_rep_is_one_rep() -> None:
    found = review(run(plan(rep(1)), [*BEGIN, i.Tap(s(44))])[0]).progress
    assert (found.reps, found.left) == ("1 rep", Left.FINISHED)


def test_a_session_nobody_began() -> None:
    found = review(run(eight_200s(), [i.Open(0), i.Close(s(5))])[0]).progress
    assert found.text == "never begun"


def test_strides_alone_are_counted_as_strides() -> None:
    found = review(run(plan(stride(1), rest(Open()), stride(2)), [*BEGIN, i.Tap(s(30)), i.Tap(s(60))])[0]).progress
    assert found.reps == "2 strides"


def test_nobody_knows_the_rest_between_strides_that_one_tap_counts() -> None:
    """The tap that ends one begins the next: there is no rest of 0.0 s in it."""
    found = sheet(plan(stride(1), rest(Open()), stride(2)), i.Tap(s(30)), i.Tap(s(60)))
    rest_ = found.entries[0].rest
    assert rest_ is not None
    assert rest_.taken_ns is None
    assert found.totals.recovery_ns is None


def test_a_warm_up_is_no_rep() -> None:
    warm_up = replace(rep(1, 1600, None), label=Label.WARM_UP, block=1)
    second: RepPhase = replace(rep(1), block=2)
    found = review(run(plan(warm_up, second), [*BEGIN, i.Tap(s(500))])[0])
    assert found.progress.reps == "0 of 1 rep"
    assert found.sheets[0].totals.work_mm is None
