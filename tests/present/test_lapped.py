"""A mile on the screen: laps to go, splits by name, where it is heading, and a first lap too fast."""

from __future__ import annotations

import pytest
from tests.present.stages import Run, going
from tests.tui.plans import FIFTEEN, FULL_MILE, plan_of

from trackbuddy.plan.session import ByDistance, Rep, Session
from trackbuddy.present.live_view import live_view
from trackbuddy.present.view import LiveView
from trackbuddy.timing import inputs as i
from trackbuddy.units import MILE_MM

OPEN_MILE = plan_of(Session((Rep(ByDistance(MILE_MM)),)))


def view(at: Run) -> LiveView:
    return live_view(at.live.snapshot(), at.live.now_ns())


def told(at: Run) -> list[str]:
    return [notice.text for notice in view(at).notices]


def test_laps_to_go_count_down_to_the_bell() -> None:
    at = going(FIFTEEN)
    said = [view(at.rep(lap)).heading.split("   ")[0] for lap in (51, 68, 68)]
    assert said == ["LAPS TO GO 3", "LAPS TO GO 2", "BELL"]


def test_nothing_is_said_of_the_finish_before_the_first_crossing() -> None:
    assert view(going(FULL_MILE).wait(60)).outlook == ()


def test_from_the_first_crossing_on_it_says_where_it_is_heading_and_what_the_next_lap_has_to_be() -> None:
    at = going(FULL_MILE)
    said = [view(at.rep(lap)).outlook for lap in (76.3, 78, 78)]
    assert said == [
        ("HEADING FOR 5:00.0", "next lap 74.6 for 5:00.0"),
        ("HEADING FOR 5:06.8", "next lap 72.9 for 5:00.0"),
        ("HEADING FOR 5:09.1", "last lap 67.7 for 5:00.0"),
    ]


def test_without_a_target_there_is_a_heading_and_nothing_to_meet() -> None:
    assert view(going(OPEN_MILE).rep(76.3)).outlook == ("HEADING FOR 5:00.0",)


def test_a_target_that_no_lap_can_meet_is_not_asked_for() -> None:
    at = going(FULL_MILE).rep(100).rep(100).rep(101)
    assert view(at).outlook == ("HEADING FOR 6:40.6",)


def test_a_fast_first_lap_is_warned_of_until_the_next_crossing() -> None:
    at = going(FULL_MILE).rep(71, 60)
    assert told(at) == ["FIRST LAP 5.3s TOO FAST: ease off now"]
    at.wait(15).tap()
    assert told(at) == []


def test_a_lap_on_the_target_is_not_warned_of() -> None:
    assert told(going(FULL_MILE).rep(76.3, 1)) == []


def test_the_warning_goes_with_the_tap_that_is_undone() -> None:
    at = going(FULL_MILE).rep(71, 2).press(i.Undo)
    assert told(at) == []
    assert view(at).laps == ()


def test_splits_have_names_differences_and_laps() -> None:
    at = going(FULL_MILE).rep(71).rep(75.1).rep(76)
    assert view(at).laps == ("409 m 71.0 -5.3", "809 m 2:26.1 -4.8 (75.1)", "bell 1209 m 3:42.1 -3.3 (76.0)")


def test_due_counts_to_the_next_crossing() -> None:
    at = going(FULL_MILE).rep(71, 10)
    gauge = view(at).gauge
    assert gauge is not None
    assert gauge.label == "809 m: DUE in 69.9"
    assert gauge.done == pytest.approx(81 / 300, abs=0.001), "the target athlete runs on from the start"
    assert [text for _, text in gauge.marks] == ["409", "809", "1209", "1609"]


def test_a_missed_lap_is_named_and_the_rest_goes_on() -> None:
    at = going(FULL_MILE).rep(76).rep(152, 1).press(i.TakeTap)
    assert view(at).laps == ("409 m 76.0 -0.3", "809 m missed", "bell 1209 m 3:48.0 +2.6")
    assert view(at).outlook[0] == "HEADING FOR 5:03.4"


def test_afterwards_the_laps_stand_alone_and_a_missed_one_is_counted() -> None:
    at = going(FULL_MILE).rep(76).rep(152, 1).press(i.TakeTap).rep(75, 3)
    assert view(at).laps == ("laps 76.0", "2:32.0 (2)", "76.0")
