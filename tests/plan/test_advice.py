"""Advice with its numbers: when it is given, and when it keeps quiet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.plan.builders import EIGHT_200, by_time, every, intervals, rest, run, timed_run
from tests.plan.strategies import sessions

from trackbuddy.plan.advice import RULES, RuleError, advise
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import parse_goal
from trackbuddy.plan.session import Block, Label, Session
from trackbuddy.plan.target import PaceTarget, RaceTarget, TrainingTarget
from trackbuddy.plan.timeline import build, grounds_of
from trackbuddy.units import KM_MM, NS, Pace


def remarks(session: Session, goal: str | None = None, *off: str) -> dict[str, str]:
    race = parse_goal(goal) if goal else None
    found = advise(build(session, goal=race), grounds_of(session, goal=race), off=off)
    return {advice.rule: advice.text for advice in found}


def test_a_target_faster_than_the_goal_is_said_with_the_numbers() -> None:
    found = remarks(intervals(8, run(200, by_time(32)), rest(30)), "mile 4:34.4")
    assert found["faster-than-goal"] == "8 x 200m at 32.0 is 2.1 s faster than your mile pace (34.1)."


@pytest.mark.parametrize(
    ("goal", "time", "given"),
    [
        ("mile 4:32", "33.8", False),
        ("mile 4:32", "33.4", False),
        ("mile 4:32", "33.2", True),
        ("800 2:05", "31.3", False),
        ("800 2:05", "30.5", True),
        ("5k 17:33", "38", False),
        ("5k 17:33", "35", True),
    ],
)
def test_faster_means_faster_than_the_goal_and_than_a_mile_by_more_than_the_noise(
    goal: str, time: str, given: bool
) -> None:
    found = remarks(intervals(8, run(200, by_time(time)), rest(30)), goal)
    assert ("faster-than-goal" in found) is given


def test_the_shorter_race_is_the_measure() -> None:
    found = remarks(intervals(8, run(200, by_time(30)), rest(30)), "800 2:05")
    assert "faster than your 800 pace" in found["faster-than-goal"]


@pytest.mark.parametrize(
    ("time", "span", "goal", "text"),
    [
        (36, 30, None, "30 s rest is 0.8 of the rep (36.0): hard for repetitions (2 or more), usual for goal pace."),
        (
            34,
            60,
            "mile 4:32",
            "1 min rest is 1.8 of the rep (34.0): hard for repetitions (2 or more), usual for goal pace.",
        ),
        (34, 68, "mile 4:32", None),
        (36, 300, None, None),
        (36, 40, None, None),
    ],
)
def test_rest_is_held_against_the_rep(time: int, span: int, goal: str | None, text: str | None) -> None:
    assert remarks(intervals(8, run(200, by_time(time)), rest(span)), goal).get("rest-ratio") == text


def test_a_rest_longer_than_an_interval_is_long() -> None:
    session = intervals(5, run(1000, TrainingTarget("I")), rest(240))
    assert "long for intervals" in remarks(session, "mile 4:32")["rest-ratio"]
    assert "rest-ratio" not in remarks(intervals(5, run(1000, TrainingTarget("I")), rest(150)), "mile 4:32")


@pytest.mark.parametrize(
    ("session", "goal", "text"),
    [
        (intervals(10, run(1000), rest(120)), None, "10 km of interval work: a session has at most 10 km"),
        (intervals(10, run(1000, TrainingTarget("I")), rest(120)), "5k 17:33", "10 km of interval work"),
        (intervals(20, run(400, TrainingTarget("R")), rest(120)), "5k 17:33", "8 km of repetition work"),
        (intervals(9, run(1000), rest(120)), None, None),
        (intervals(10, run(1000, TrainingTarget("T")), rest(60)), "5k 17:33", None),
        (Session((run(10_000),)), None, None),
    ],
)
def test_volume_is_held_against_daniels_caps(session: Session, goal: str | None, text: str | None) -> None:
    found = remarks(session, goal).get("volume")
    assert found is None if text is None else text in (found or "")


def test_a_pace_gives_a_timed_rep_its_distance() -> None:
    target = PaceTarget(Pace(200 * NS, KM_MM), Pace(200 * NS, KM_MM))
    assert "volume" in remarks(intervals(7, timed_run(300, target), rest(120)), "5k 17:33")
    assert "volume" not in remarks(intervals(6, timed_run(300, target), rest(120)), "5k 17:33")


def test_slips_of_the_keyboard_are_pointed_out() -> None:
    assert "lasts 5.0 s" in remarks(intervals(8, timed_run(5), rest(30)))["short-rep"]
    assert "the rest is 6 s" in remarks(intervals(8, run(200), rest(6)))["short-rest"]
    left = remarks(intervals(8, run(200, by_time(34)), every(40)))["short-rest"]
    assert left == "8 x 200m: the send-off leaves 6 s, hardly time to turn round."
    assert "40 reps are more" in remarks(intervals(40, run(200), rest(60)))["many-reps"]
    assert "faster than anybody has run 400m" in remarks(intervals(4, run(400, by_time(40)), rest(90)))["record"]
    quick = Session((Block(4, (replace(run(200), cadence=120), rest(60))),))
    assert "cadence of 120 lies outside 150 to 230" in remarks(quick)["cadence"]


def test_an_ordinary_session_gets_no_advice() -> None:
    assert remarks(intervals(6, run(200, by_time(36)), rest(300)), "mile 4:32") == {}
    assert remarks(intervals(4, timed_run(300), rest(60))) == {}
    assert remarks(Session((run(3000, label=Label.WARM_UP), *intervals(6, run(400), rest(60)).steps))) == {}
    assert remarks(Session((Block(None, (timed_run(30), rest(30))),))) == {}


def test_every_rule_can_be_switched_off() -> None:
    session = intervals(40, run(200, by_time(10)), rest(6))
    given_rules = set(remarks(session, "mile 4:32"))
    assert given_rules == {"faster-than-goal", "rest-ratio", "volume", "short-rest", "many-reps", "record"}
    for rule in given_rules:
        assert set(remarks(session, "mile 4:32", rule)) == given_rules - {rule}
    assert remarks(session, "mile 4:32", *RULES) == {}


def test_a_rule_that_isnt_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(RuleError, match="there is no rule 'rest'; the rules are faster-than-goal, rest-ratio"):
        advise(build(EIGHT_200), off=["rest"])


def test_each_athlete_is_spoken_of_by_name() -> None:
    athletes = (Profile("Ann", parse_goal("mile 4:32")), Profile(None, parse_goal("mile 5:00")))
    session = intervals(8, run(200, by_time(34)), rest(120))
    found = advise(build(session, athletes), grounds_of(session, athletes), [each.name for each in athletes])
    assert [advice.text for advice in found if advice.rule == "faster-than-goal"] == [
        "athlete 2: 8 x 200m at 34.0 is 3.3 s faster than your mile pace (37.3)."
    ]


@given(sessions)
def test_advice_is_never_a_refusal(session: Session) -> None:
    goal = parse_goal("5k 20:00")
    for advice in advise(build(session, goal=goal), grounds_of(session, goal=goal)):
        assert advice.rule in RULES
        assert advice.text.endswith((".", "?"))
        assert advice.source


def test_a_relative_target_is_never_faster_than_its_own_goal() -> None:
    assert "faster-than-goal" not in remarks(intervals(4, run(400, RaceTarget("mile")), rest(300)), "mile 4:32")
