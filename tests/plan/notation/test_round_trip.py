"""What is printed is read back to the same session, for every construct of the notation."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from tests.plan.notation.strategies import recoveries, sessions, targets, works

from trackbuddy.plan.notation import Refusal, read, read_recovery, read_target, read_work
from trackbuddy.plan.printing import print_recovery, print_session, print_target, print_work
from trackbuddy.plan.session import ByDistance, ByTime, Recovery, Rep, Session, Work
from trackbuddy.plan.target import Target
from trackbuddy.units import NS, M

NOTED = Session((Rep(ByDistance(50 * M)), Rep(ByTime(NS), note="muddy")))
"""A mere time behind a distance is no rest of it, whatever note it has."""


@example(NOTED)
@given(sessions())
def test_a_printed_session_is_read_back(session: Session) -> None:
    text = print_session(session)
    assert read(text).session == session, text


@given(sessions())
def test_the_canonical_text_is_its_own_canonical_text(session: Session) -> None:
    text = print_session(session)
    assert read(text).canonical == text


@given(works)
def test_a_printed_length_is_read_back(work: Work) -> None:
    assert read_work(print_work(work)) == work


@given(targets)
def test_a_printed_target_is_read_back(target: Target | None) -> None:
    if target is not None:
        assert read_target(print_target(target)) == target


@given(recoveries)
def test_a_printed_recovery_is_read_back(recovery: Recovery) -> None:
    assert read_recovery(print_recovery(recovery)) == recovery


@pytest.mark.parametrize("text", ["90 miles of 400m + 200m", "3 x hill R1=2mn R2=1mn"])
def test_what_could_not_be_printed_is_not_read(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_a_zone_glued_to_its_rep_is_read_back() -> None:
    found = read("1600Z4, 2 min jog, 10k")
    assert read(found.canonical).session == found.session
    assert "Z4" in found.canonical


@pytest.mark.parametrize(
    "text",
    [
        "30 min easy + 5 times 4 min fast (at 3:00 pace per km) rec. 3 min easy (at 4:00 pace)",
        "2 miles E pace + 54 x (5 to 6 min T pace with 1 min rest)",
        "200m, static jog back, 200m",
        "4x100 Z1 Z1",
        "4x100 Z2 easy",
        "6 x 3 min @ T4 hard",
    ],
)
def test_efforts_in_several_words_are_read_back(text: str) -> None:
    session = read(text).session
    assert read(print_session(session)).session == session


@pytest.mark.parametrize(
    "text",
    [
        "3 min; 1 x 40 s; 4 min",
        "10 min @ easy; 1 x 3 min; 10 min @ hard",
        "20 min tempo; 1 x 5 min; 6 x 200m",
        "10 min warm-up; 1 x 2 min; 10 min",
        "9 km, walk back; 1 x 700 m, 300 m jog",
        "5 x 700 m, 60 s rest; 1 x 300 m, walk back",
    ],
)
def test_a_time_that_could_be_a_rest_between_runs_is_printed_as_run_once(text: str) -> None:
    found = read(text)
    assert "1 x " in found.canonical
    assert read(found.canonical).session == found.session


def test_times_that_could_be_no_rests_are_printed_as_they_are() -> None:
    assert read("8 min; 4 min; 3 min; 1 min").canonical == "8min; 4min; 3min; 60s"


def test_a_word_behind_a_scale_of_the_coachs_own_is_kept_beside_it() -> None:
    for text in ("5min @ HR15 sub", "4 x 400m @ T4 hard, 90s rest"):
        assert read(text).canonical == text
