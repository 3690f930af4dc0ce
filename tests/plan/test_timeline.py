"""Unrolled, aimed and placed: what a runner meets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.builders import EIGHT_200, FOUR_400_AT_MILE, by_time, intervals, jog, rest, run, timed_run

from trackbuddy.plan.phases import RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import GoalError, RaceTime, parse_goal
from trackbuddy.plan.session import (
    ByDistance,
    EveryWay,
    Label,
    OneTap,
    Options,
    Rep,
    Session,
    Start,
    Taps,
    Unmeasured,
)
from trackbuddy.plan.target import EffortTarget, RaceTarget
from trackbuddy.plan.timeline import build
from trackbuddy.plan.track import Track
from trackbuddy.units import MILE_MM, NS, M, result


def reps(timeline: Timeline) -> list[RepPhase]:
    return [phase for phase in timeline if isinstance(phase, RepPhase)]


def ways(rep: RepPhase) -> list[float | None]:
    return [None if crossing.mm is None else crossing.mm / M for crossing in rep.crossings]


def finishes(timeline: Timeline) -> list[str | None]:
    return [rep.crossings[-1].place for rep in reps(timeline)]


def test_eight_200s_are_eight_reps_with_seven_rests_between() -> None:
    timeline = build(EIGHT_200)
    assert [rep.rep for rep in reps(timeline)] == list(range(1, 9))
    assert sum(isinstance(phase, RecoveryPhase) for phase in timeline) == 7


def test_the_goals_own_race_is_plain_proportion() -> None:
    for rep in reps(build(FOUR_400_AT_MILE, goal=parse_goal("mile 4:32"))):
        (aim,) = rep.aims
        assert aim.low_ns == aim.high_ns
        assert result(aim.low_ns or 0, 3) == "1:07.605"
        assert aim.why == "goal mile 4:32, in proportion"


def test_each_athlete_has_an_aim_of_their_own() -> None:
    athletes = (Profile("Ann", goal=parse_goal("mile 5:00")), Profile("Ben"))
    aims = reps(build(FOUR_400_AT_MILE, athletes))[0].aims
    assert [result(aim.low_ns, 1) if aim.low_ns else None for aim in aims] == ["1:14.6", None]
    assert aims[1].why == "there is no goal, like mile 4:32, and no best to work it out from"


@pytest.mark.parametrize(
    ("said", "own", "written", "wanted"),
    [
        ("mile 4:30", "mile 4:40", "mile 4:50", "4:30"),
        (None, "mile 4:40", "mile 4:50", "4:40"),
        (None, None, "mile 4:50", "4:50"),
    ],
)
def test_the_goal_said_now_goes_before_the_athletes_and_that_before_the_sessions(
    said: str | None, own: str | None, written: str, wanted: str
) -> None:
    session = intervals(1, run(400, RaceTarget("mile")), rest(90), goal=written)
    profile = Profile(goal=parse_goal(own) if own else None)
    timeline = build(session, (profile,), goal=parse_goal(said) if said else None)
    assert reps(timeline)[0].aims[0].why == f"goal mile {wanted}, in proportion"


def test_a_sessions_goal_that_cant_be_read_is_refused() -> None:
    with pytest.raises(GoalError, match="faster than anybody has run"):
        build(intervals(1, run(400), rest(90), goal="mile 0:30"))


@pytest.mark.parametrize(
    ("rep", "start", "wanted"),
    [
        (run(200), "200 START", [200]),
        (run(600), "200 START", [600]),
        (run(800), "LINE", [400, 800]),
        (run(1000), "200 START", [200, 600, 1000]),
        (run(1500), "300 START", [300, 700, 1100, 1500]),
        (Rep(ByDistance(MILE_MM)), "MILE START", [409.344, 809.344, 1209.344, 1609.344]),
        (run(3200, label=Label.WARM_UP), None, [3200]),
        (Rep(Unmeasured(), label=Label.WARM_UP), None, [None]),
        (timed_run(300), None, []),
    ],
)
def test_a_tap_a_lap_is_wanted_from_800_m_on(rep: Rep, start: str | None, wanted: list[float | None]) -> None:
    (phase,) = reps(build(Session((rep,))))
    assert (phase.start, ways(phase)) == (start, wanted)


def test_the_session_says_how_many_taps_it_wants() -> None:
    one = build(intervals(1, run(1500), rest(60), options=Options(splitting=OneTap())))
    assert ways(reps(one)[0]) == [1500]
    every_200 = build(intervals(1, run(500), rest(60), options=Options(splitting=EveryWay(200 * M))))
    assert ways(reps(every_200)[0]) == [200, 400, 500]
    assert [crossing.place for crossing in reps(every_200)[0].crossings] == ["300 START", "100 START", "LINE"]


def test_nobody_taps_on_the_way_without_taps() -> None:
    session = intervals(1, run(1500), rest(60), options=Options(taps=Taps.NONE))
    assert ways(reps(build(session))[0]) == [1500]
    assert len(ways(reps(build(session, taps=Taps.COACH))[0])) == 4


def test_short_rest_makes_odd_and_even_200s_finish_at_two_places() -> None:
    assert finishes(build(EIGHT_200)) == ["LINE", "200 START"] * 4


def test_long_rest_lets_every_200_finish_at_the_line() -> None:
    assert finishes(build(intervals(4, run(200), rest(300)))) == ["LINE"] * 4
    assert (
        finishes(build(intervals(4, run(200), rest(300), options=Options(start=Start.CARRY_ON))))
        == ["LINE", "200 START"] * 2
    )


def test_the_session_can_say_go_back() -> None:
    assert finishes(build(intervals(4, run(200), rest(30), options=Options(start=Start.GO_BACK)))) == ["LINE"] * 4


def test_a_jog_of_200_m_leads_to_the_start_of_the_next_200() -> None:
    timeline = build(intervals(4, run(200), jog(200)))
    assert [rep.start for rep in reps(timeline)] == ["200 START"] * 4


def test_on_an_indoor_track_a_200_starts_and_finishes_at_the_line() -> None:
    timeline = build(EIGHT_200, track=Track(200 * M))
    assert {(rep.start, rep.crossings[-1].place) for rep in reps(timeline)} == {("LINE", "LINE")}


def test_a_stride_without_a_time_is_counted_only() -> None:
    def stride(target: RaceTarget | EffortTarget | None) -> bool:
        return reps(build(Session((run(100, target, Label.STRIDE),))))[0].counted_only

    assert stride(None)
    assert stride(EffortTarget("relaxed"))
    assert not stride(RaceTarget("mile"))


def test_a_long_rest_waits_for_a_tap_where_the_session_says_so() -> None:
    def waits(span: int) -> bool:
        timeline = build(intervals(2, run(200), rest(span), options=Options(tap_after_ns=180 * NS)))
        return any(isinstance(phase, RecoveryPhase) and phase.go_by_tap for phase in timeline)

    assert (waits(179), waits(180)) == (False, True)


@given(
    st.integers(min_value=20, max_value=12_000),
    st.integers(min_value=100, max_value=1000),
    st.integers(min_value=0, max_value=300),
    st.sampled_from([None, OneTap(), EveryWay(150 * M), EveryWay(400 * M)]),
)
def test_wanted_taps_rise_and_the_last_is_the_finish(
    metres: int, lap: int, span: int, splitting: OneTap | EveryWay | None
) -> None:
    session = intervals(3, run(metres, by_time(metres)), rest(span), options=Options(splitting=splitting))
    for rep in reps(build(session, track=Track(lap * M))):
        marks = [crossing.mm or 0 for crossing in rep.crossings]
        assert marks[-1] == metres * M
        assert all(near < far for near, far in pairwise([0, *marks]))


@given(st.integers(min_value=800, max_value=12_000))
def test_crossings_from_a_reps_own_mark_are_a_lap_apart_and_at_the_line(metres: int) -> None:
    (rep,) = reps(build(Session((run(metres),))))
    marks = [crossing.mm or 0 for crossing in rep.crossings]
    assert all(far - near == 400 * M for near, far in pairwise(marks))
    assert {crossing.place for crossing in rep.crossings} == {"LINE"}


def test_bests_are_as_good_as_a_goal() -> None:
    best = RaceTime(MILE_MM, 272 * NS)
    aim = reps(build(FOUR_400_AT_MILE, (Profile(bests=(best,)),)))[0].aims[0]
    assert (result(aim.low_ns or 0, 3), aim.why) == ("1:07.605", "best mile 4:32, in proportion")
