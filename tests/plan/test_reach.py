"""What a lone athlete can't tap, and what works instead."""

from __future__ import annotations

from tests.plan.builders import EIGHT_200, by_time, intervals, jog, rest, run

from trackbuddy.plan.reach import reach, reading
from trackbuddy.plan.session import OneTap, Options, Session
from trackbuddy.plan.timeline import build


def test_finishes_away_from_the_line_are_out_of_reach() -> None:
    found = reach(build(EIGHT_200))
    assert found.finishes == (("200 START", 4),)
    assert not found.all_within
    assert reading(found)[0] == "4 reps finish at the 200 START, out of reach of a machine at the LINE."


def test_what_is_offered_works() -> None:
    offers = reach(build(EIGHT_200)).offers
    assert offers[0] == "With 2:30 of rest there is time to walk back, and every rep finishes at the LINE."
    assert reach(build(intervals(8, run(200, by_time(34)), rest(150)))).all_within
    assert offers[1] == "Reps of 400m, or of several laps, start and finish at the LINE."
    assert reach(build(intervals(8, run(400, by_time(70)), rest(30)))).all_within


def test_without_a_target_the_clock_cant_end_a_rep() -> None:
    assert any(offer.startswith("taps = none") for offer in reach(build(EIGHT_200)).offers)
    assert not any(offer.startswith("taps = none") for offer in reach(build(intervals(8, run(200), rest(30)))).offers)


def test_taps_in_the_middle_of_a_rep_are_counted() -> None:
    found = reach(build(Session((run(1500),))))
    assert (found.finishes, found.on_the_way) == ((), 3)
    assert "3 taps are wanted in the middle of a rep." in reading(found)
    assert "'one tap' in the session asks only for the finish of each rep." in found.offers
    one_tap = Session((run(1500),), options=Options(splitting=OneTap()))
    assert reach(build(one_tap)).all_within


def test_after_jogs_going_back_is_offered() -> None:
    offers = reach(build(intervals(4, run(200), jog(400)))).offers
    assert offers[0] == "start = 'go back' in the session makes every rep finish at the LINE."


def test_nothing_is_said_where_all_is_within_reach() -> None:
    assert reading(reach(build(intervals(4, run(400), rest(90))))) == ()
