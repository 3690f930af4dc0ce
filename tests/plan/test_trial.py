"""A mile while it is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.builders import by_time, run

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import ByDistance, Rep, Session
from trackbuddy.plan.target import TimeTarget
from trackbuddy.plan.timeline import build
from trackbuddy.plan.trial import split_name, standing
from trackbuddy.units import MILE_MM, NS, result, seconds


def trial(rep: Rep) -> RepPhase:
    (phase,) = build(Session((rep,)))
    assert isinstance(phase, RepPhase)
    return phase


MILE = trial(Rep(ByDistance(MILE_MM), by_time(300)))


def test_laps_to_go_down_to_the_bell() -> None:
    laps = [seconds(76), seconds(151), seconds(226), seconds(301)]
    found = [standing(MILE, laps[:taken], MILE.aim(1)) for taken in range(5)]
    assert [at.to_go for at in found] == [4, 3, 2, 1, 0]
    assert [at.bell for at in found] == [False, False, False, True, False]
    assert found[0].finish_ns is None
    assert found[4].finish_ns == seconds(301)
    assert found[4].next_mm is None


def test_splits_have_names() -> None:
    assert [split_name(MILE, crossing) for crossing in range(1, 5)] == ["409 m", "809 m", "bell 1209 m", "finish"]
    assert [split_name(trial(run(800)), crossing) for crossing in (1, 2)] == ["400 m", "finish"]


def test_after_a_slow_lap_the_next_has_to_be_faster() -> None:
    at = standing(MILE, [seconds("78.306370795")], MILE.aim(1))
    assert result(at.finish_ns or 0, 1) == "5:07.9"
    assert result(at.next_low_ns or 0, 2) == "1:13.90"
    assert at.next_low_ns == at.next_high_ns
    assert at.fast_ns is None


def test_a_missed_crossing_leaves_the_last_one_that_was_tapped() -> None:
    at = standing(MILE, [seconds(76), None], MILE.aim(1))
    assert (at.to_go, at.next_mm) == (2, 400_000)
    assert at.finish_ns == standing(MILE, [seconds(76)], MILE.aim(1)).finish_ns


@pytest.mark.parametrize(("first", "warned"), [("76.3", False), ("74.1", False), ("73.9", True), ("70", True)])
def test_a_fast_first_lap_is_warned_of(first: str, warned: bool) -> None:
    assert (standing(MILE, [seconds(first)], MILE.aim(1)).fast_ns is not None) is warned


def test_how_fast_the_first_lap_was_is_said() -> None:
    assert result(standing(MILE, [seconds(70)], MILE.aim(1)).fast_ns or 0) == "6.3"


def test_an_800_in_the_shape_of_the_records_is_not_warned_of() -> None:
    rep = trial(run(800, by_time("106.4")))
    assert standing(rep, [seconds(52)], rep.aim(1)).fast_ns is None


def test_a_single_crossing_has_no_first_lap() -> None:
    rep = trial(run(200, by_time(34)))
    assert standing(rep, [seconds(30)], rep.aim(1)).fast_ns is None


def test_without_a_target_only_the_finish_is_foreseen() -> None:
    rep = trial(Rep(ByDistance(MILE_MM)))
    at = standing(rep, [seconds(76)], None)
    assert at.finish_ns is not None
    assert (at.next_low_ns, at.next_high_ns, at.fast_ns) == (None, None, None)


def test_past_the_target_no_lap_can_mend_it() -> None:
    assert standing(MILE, [seconds(90), seconds(190), seconds(301)], MILE.aim(1)).next_low_ns is None


@given(st.integers(220 * NS, 1200 * NS), st.integers(0, 3))
def test_even_laps_foresee_the_target_and_ask_for_an_even_lap(goal: int, taken: int) -> None:
    rep = trial(Rep(ByDistance(MILE_MM), TimeTarget(goal, goal)))
    aim = rep.aim(1)
    assert aim is not None
    even = [band[0] for crossing in rep.crossings if (band := aim.band_at(crossing.mm or 0, MILE_MM))]
    at = standing(rep, even[:taken], aim)
    assert at.fast_ns is None
    if taken:
        assert abs((at.finish_ns or 0) - goal) <= 5
    assert at.next_low_ns is not None
    assert abs(at.next_low_ns - (even[taken] - (even[taken - 1] if taken else 0))) <= 5
