"""What a session adds up to, and what it doesn't say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.builders import (
    EIGHT_200,
    FOUR_400_AT_MILE,
    after,
    by_time,
    every,
    intervals,
    jog,
    rest,
    run,
    timed_run,
)

from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import parse_goal
from trackbuddy.plan.session import (
    Block,
    ByTime,
    Covered,
    Label,
    Mode,
    Open,
    Recovery,
    Rep,
    SameTime,
    Session,
    Timed,
    Unmeasured,
)
from trackbuddy.plan.show import show_json
from trackbuddy.plan.target import PaceTarget
from trackbuddy.plan.timeline import build
from trackbuddy.plan.totals import totals, totals_json
from trackbuddy.units import KM_MM, NS, M, Pace, seconds


def sums(session: Session) -> tuple[object, ...]:
    found = totals_json(totals(build(session, open_rounds=1)))
    return tuple(found.values())


@pytest.mark.parametrize(
    ("session", "wanted"),
    [
        (EIGHT_200, (8, 1600.0, 272.0, 210.0, 482.0)),
        (intervals(8, run(200, by_time(33, 35)), rest(30)), (8, 1600.0, 264.0, 210.0, 474.0)),
        (intervals(4, run(400, by_time(75)), every(150)), (4, 1600.0, 300.0, 225.0, 525.0)),
        (intervals(4, timed_run(300), after(SameTime())), (4, None, 1200.0, 900.0, 2100.0)),
        (intervals(6, run(200), rest(300)), (6, 1200.0, None, 1500.0, 1740.0)),
        (intervals(8, run(400, by_time(75)), jog(200)), (8, 3200.0, 600.0, None, 1160.0)),
        (intervals(4, run(400), every(150)), (4, 1600.0, None, None, 530.0)),
        (intervals(3, run(400, by_time(75)), after(Open())), (3, 1200.0, 225.0, None, 465.0)),
        (intervals(3, run(400, by_time(75)), after(Covered(300 * M), Mode.WALK)), (3, 1200.0, 225.0, None, 625.0)),
        (Session((run(5000),)), (1, 5000.0, None, 0.0, 1000.0)),
    ],
)
def test_a_total_is_null_where_a_summand_is_unknown(session: Session, wanted: tuple[object, ...]) -> None:
    assert sums(session) == wanted


def test_a_float_with_a_pace_has_a_planned_time() -> None:
    target = PaceTarget(Pace(240 * NS, KM_MM), Pace(240 * NS, KM_MM))
    floating = Recovery(Covered(200 * M), Mode.FLOAT, target)
    assert sums(intervals(3, run(400, by_time(75)), floating)) == (3, 1200.0, 225.0, 96.0, 321.0)


def test_a_warm_up_is_no_work_but_takes_its_time() -> None:
    warm_up = run(3000, label=Label.WARM_UP)
    session = Session((warm_up, after(Open()), *EIGHT_200.steps))
    assert sums(session) == (8, 1600.0, 272.0, None, 482.0 + 120 + 1000)
    assumption = totals(build(session)).assumption
    assert assumption == "the estimate takes warm-up, cool-down and jogs at 3 m/s, open recoveries as 2 min"


def test_a_warm_up_of_no_length_is_not_counted_and_that_is_said() -> None:
    found = totals(build(Session((Rep(Unmeasured(), label=Label.WARM_UP), after(Open()), *EIGHT_200.steps))))
    assert found.estimate_ns == seconds(482 + 120)
    assert "parts of no stated length not counted" in (found.assumption or "")


def test_an_endless_block_has_no_totals_but_one_rounds_estimate() -> None:
    session = Session((Block(None, (Rep(ByTime(30 * NS)), Recovery(Timed(30 * NS), Mode.JOG))),))
    assert sums(session) == (None, None, None, None, 60.0)
    assert totals(build(session, open_rounds=1)).assumption == (
        "the estimate takes one round of the part that goes on until it is ended"
    )


def test_athletes_with_different_targets_have_no_common_work_time() -> None:
    athletes = (Profile("Ann", parse_goal("mile 4:32")), Profile("Ben", parse_goal("mile 5:00")))
    found = totals(build(FOUR_400_AT_MILE, athletes))
    assert found.work_ns is None
    assert found.assumption == "the estimate takes the slowest athlete's times"
    same = tuple(replace(athlete, goal=parse_goal("mile 4:32")) for athlete in athletes)
    assert totals(build(FOUR_400_AT_MILE, same)).work_ns is not None


def test_nothing_is_assumed_where_all_is_said() -> None:
    assert totals(build(EIGHT_200)).assumption is None


@given(st.integers(1, 30), st.integers(10, 600), st.integers(0, 600))
def test_work_and_recovery_make_the_estimate_where_all_is_said(count: int, time: int, span: int) -> None:
    found = totals(build(intervals(count, run(400, by_time(time)), rest(span))))
    assert (found.work_ns, found.recovery_ns) == (seconds(count * time), seconds((count - 1) * span))
    assert found.estimate_ns == seconds(count * time + (count - 1) * span)


def test_show_puts_it_all_together() -> None:
    session = {"session": "8 x 200m, 30s rest"}
    data = show_json(session, build(intervals(8, run(200), rest(30))), "8 x 200m, 30s rest", ["a 200 is 200 m"])
    assert list(data) == ["format", "session", "canonical", "assumptions", "totals", "phases"]
    assert data["assumptions"] == ["a 200 is 200 m", "the estimate takes reps without a time at 5 m/s"]
    assert (data["format"], data["session"], len(data["phases"])) == (1, session, 15)
