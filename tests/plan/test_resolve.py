"""From what the coach said to seconds for one athlete, and why those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.phases import Aim
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.races import parse_goal
from trackbuddy.plan.resolve import Formula, Ground, predict, resolve
from trackbuddy.plan.session import ByDistance, ByTime, Unmeasured
from trackbuddy.plan.target import (
    EffortTarget,
    PaceTarget,
    RaceTarget,
    Target,
    TimeTarget,
    TrainingTarget,
)
from trackbuddy.units import KM_MM, MILE_MM, NS, M, Pace, result, seconds

LAP = ByDistance(400 * M)
GOAL_MILE = Ground(parse_goal("mile 4:32"))
PER_KM = KM_MM


def shown(aim: Aim) -> str | None:
    return None if aim.low_ns is None else result(aim.low_ns, 2)


def pace(text: str, per_mm: int = PER_KM) -> Pace:
    return Pace(seconds(text), per_mm)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (TimeTarget(33 * NS, 35 * NS), "33-35"),
        (PaceTarget(pace("75", 400 * M), pace("75", 400 * M)), "75/400"),
        (RaceTarget("5k", offset=pace("-5")), "5k-5s/km"),
        (EffortTarget("all out"), "all out"),
    ],
)
def test_an_aim_is_called_what_the_notation_prints(target: Target, text: str) -> None:
    assert resolve(target, LAP, Ground()).text == text


@pytest.mark.parametrize(
    ("target", "seconds_", "why"),
    [
        (RaceTarget("mile"), "1:07.61", "goal mile 4:32, in proportion"),
        (RaceTarget("goal"), "1:07.61", "goal mile 4:32, in proportion"),
        (RaceTarget("1500"), "1:07.16", "Daniels VDOT 66.4 from goal mile 4:32: 1500 4:11.8"),
        (RaceTarget("5k"), "1:15.02", "Daniels VDOT 66.4 from goal mile 4:32: 5k 15:37.8"),
        (RaceTarget("5k", offset=pace("-5")), "1:13.02", "Daniels VDOT 66.4 from goal mile 4:32: 5k 15:37.8"),
        (TrainingTarget("I"), "1:14.69", "Daniels VDOT 66.4 from goal mile 4:32, I pace"),
        (TrainingTarget("R"), "1:07.61", "Daniels VDOT 66.4 from goal mile 4:32, R pace"),
    ],
)
def test_a_relative_target_says_by_which_formula_and_from_what(target: Target, seconds_: str, why: str) -> None:
    aim = resolve(target, LAP, GOAL_MILE)
    assert (shown(aim), aim.why) == (seconds_, why)


def test_riegel_is_used_by_name_and_says_so() -> None:
    ground = Ground(parse_goal("1500 4:00"), formula=Formula.RIEGEL)
    aim = resolve(RaceTarget("mile"), ByDistance(MILE_MM), ground)
    assert (shown(aim), aim.why) == ("4:18.58", "Riegel from goal 1500 4:00: mile 4:18.6")


def test_the_races_own_best_goes_before_a_prediction_from_the_goal() -> None:
    ground = Ground(parse_goal("mile 4:32"), (parse_goal("5k 16:00"), parse_goal("5k 16:20")))
    assert resolve(RaceTarget("5k"), LAP, ground).why == "best 5k 16:00, in proportion"


def test_without_a_goal_the_nearest_best_is_used() -> None:
    ground = Ground(None, (parse_goal("5k 16:00"), parse_goal("800 2:05")))
    assert "best 5k 16:00" in (resolve(RaceTarget("3k"), LAP, ground).why or "")
    assert "best 800 2:05" in (resolve(RaceTarget("1000"), LAP, ground).why or "")


def test_a_range_of_races_is_a_band_from_the_faster_to_the_slower() -> None:
    for target in (RaceTarget("3k", until="5k"), RaceTarget("5k", until="3k")):
        aim = resolve(target, LAP, GOAL_MILE)
        assert aim.low_ns is not None
        assert aim.high_ns is not None
        assert aim.low_ns < aim.high_ns


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (EffortTarget("hard"), "an effort has no number"),
        (RaceTarget("5k"), "there is no goal, like mile 4:32, and no best to work it out from"),
        (RaceTarget("goal"), "no goal is set"),
        (TrainingTarget("I"), "there is no goal, like mile 4:32, and no best to work it out from"),
        (TrainingTarget("X"), "X is none of Daniels' paces E, M, T, I, R"),
        (RaceTarget("parkrun"), "'parkrun' is no race that is known here"),
    ],
)
def test_without_a_number_the_text_stays_and_why_says_what_is_missing(target: Target, why: str) -> None:
    aim = resolve(target, LAP, Ground())
    assert (aim.text, aim.low_ns, aim.high_ns, aim.low_pace) == (print_target(target), None, None, None)
    assert why in (aim.why or "")


def test_an_offset_that_leaves_no_time_gives_no_number() -> None:
    aim = resolve(RaceTarget("mile", offset=pace("-300")), LAP, GOAL_MILE)
    assert (aim.low_ns, aim.why) == (None, "mile-5:00/km leaves no time at all")


def test_a_pace_on_a_timed_rep_has_its_pace_and_no_seconds() -> None:
    aim = resolve(PaceTarget(pace("185"), pace("185")), ByTime(300 * NS), Ground())
    assert (aim.low_ns, aim.low_pace, aim.why) == (None, pace("185"), None)


def test_a_time_cant_be_the_target_of_a_timed_rep() -> None:
    aim = resolve(TimeTarget(75 * NS, 75 * NS), ByTime(300 * NS), Ground())
    assert (aim.low_ns, aim.low_pace) == (None, None)
    assert aim.why == "the clock ends this rep, so a time can't be its target"


def test_a_typed_time_stays_as_typed() -> None:
    aim = resolve(TimeTarget(33 * NS, 35 * NS), LAP, Ground())
    assert (aim.low_ns, aim.high_ns, aim.why) == (33 * NS, 35 * NS, None)
    assert aim.low_pace is not None
    assert aim.low_pace.per_km == seconds("82.5")
    assert resolve(TimeTarget(33 * NS, 35 * NS), Unmeasured(), Ground()).low_ns == 33 * NS


@given(st.integers(10 * NS, 600 * NS), st.integers(0, 60 * NS), st.integers(20_000, 5_000_000))
def test_a_band_on_the_way_is_in_proportion_and_ends_at_the_target(low: int, more: int, mm: int) -> None:
    aim = resolve(TimeTarget(low, low + more), ByDistance(mm), Ground())
    assert aim.band_at(mm, mm) == (low, low + more)
    near, far = aim.band_at(mm // 3, mm), aim.band_at(mm // 2, mm)
    assert near is not None
    assert far is not None
    assert near[0] <= near[1]
    assert near[0] <= far[0]
    assert abs(far[0] * mm - low * (mm // 2)) <= mm


@given(st.integers(225, 600), st.integers(1, 30))
def test_twice_the_way_takes_twice_the_time_at_a_race_pace(goal: int, hundreds: int) -> None:
    ground = Ground(parse_goal(f"mile {goal}"))
    once = resolve(RaceTarget("mile"), ByDistance(hundreds * 100 * M), ground).low_ns
    twice = resolve(RaceTarget("mile"), ByDistance(hundreds * 200 * M), ground).low_ns
    assert once is not None
    assert twice is not None
    assert abs(twice - 2 * once) <= 1


@given(st.sampled_from(list(Formula)), st.integers(225, 600))
def test_the_race_itself_is_predicted_unchanged(formula: Formula, goal: int) -> None:
    race = parse_goal(f"mile {goal}")
    assert predict(race, race.mm, formula) == race
