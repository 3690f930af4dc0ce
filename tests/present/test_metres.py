"""Metres of a rep by time: whose are asked for, what counts as an answer, what follows from it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.stages import Run, going
from tests.tui.plans import EIGHT_200, FIVES, plan_of

from trackbuddy.plan.session import ByTime, Label, Rep, Session
from trackbuddy.present import numbers
from trackbuddy.present.live_view import live_view
from trackbuddy.present.metres import MetresError, asked, read_metres
from trackbuddy.present.view import LiveView
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS, Pace

FIVE_MIN = 300 * NS


def view(at: Run) -> LiveView:
    return live_view(at.live.snapshot(), at.live.now_ns())


def about(at: Run) -> tuple[str, ...]:
    panel = view(at).panel
    return panel.about if panel else ()


def asked_phase(at: Run) -> int | None:
    row = asked(at.live.snapshot().state)
    return row.phase if row else None


def measured(at: Run, phase: int, metres: float) -> Run:
    return at.press(i.Measure, phase=phase, athlete=1, metres=metres)


@pytest.mark.parametrize(
    ("text", "metres"), [("1520", 1520), (" 1520m ", 1520), ("1.52km", 1520), ("1515.5", 1515.5), ("1 mile", 1609.344)]
)
def test_distances_that_are_understood(text: str, metres: float) -> None:
    assert read_metres(text, FIVE_MIN) == metres


@pytest.mark.parametrize("text", ["", "x", "-5", "0", "0.5", "5min", "1520 1530", "1e3", "nan", "²", "٣٠٠"])
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(MetresError, match="is no distance; write metres, like 1520"):
        read_metres(text, FIVE_MIN)


def test_a_slip_of_the_finger_is_refused() -> None:
    with pytest.raises(MetresError, match="15200 m in 5min is faster than anybody runs"):
        read_metres("15200", FIVE_MIN)


@given(st.text(max_size=12))
def test_no_text_does_worse_than_a_refusal(text: str) -> None:
    with contextlib.suppress(MetresError):
        assert 1 <= read_metres(text, FIVE_MIN) <= 3900


def test_nothing_is_asked_before_a_rep_by_time_is_over() -> None:
    assert asked_phase(going(FIVES).wait(299)) is None
    assert asked_phase(going(FIVES).wait(301)) == 1
    assert asked_phase(going(EIGHT_200).rep(34, 2)) is None


def test_the_latest_without_metres_is_asked_for_and_then_those_before_it() -> None:
    at = going(FIVES).wait(300 + 120 + 300 + 10)
    assert asked_phase(at) == 3
    assert asked_phase(measured(at, 3, 1500)) == 1
    assert asked_phase(measured(at, 1, 1500)) == 3, "to be corrected"


def test_a_warm_up_by_time_is_not_asked_about() -> None:
    plan = plan_of(Session((Rep(ByTime(600 * NS), None, Label.WARM_UP), Rep(ByTime(300 * NS)))))
    assert asked_phase(going(plan).wait(601)) is None


def test_a_rep_ended_early_has_no_pace_to_claim() -> None:
    assert asked_phase(going(FIVES).wait(200).press(i.ThatsAll)) is None


def test_the_row_asks_and_then_shows_metres_and_pace() -> None:
    at = going(FIVES).wait(310)
    assert view(at).reps[0].text == "1 metres?"
    assert "metres?  p" in about(at)
    assert "p metres" in [key.text for key in view(at).keys]
    measured(at, 1, 1520)
    assert view(at).reps[0].text == "1 1520m 3:17/km"
    assert "78.9/400  3:17/km" in about(at)
    assert "p metres" not in [key.text for key in view(at).keys]


def test_a_correction_holds() -> None:
    at = measured(measured(going(FIVES).wait(310), 1, 1520), 1, 1500)
    assert view(at).reps[0].text == "1 1500m 3:20/km"


def test_a_pace_rounds_half_up() -> None:
    assert numbers.pace_km(Pace(300 * NS, 1_520_000)) == "3:17/km"
    assert numbers.pace_400(Pace(300 * NS, 1_520_000)) == "78.9/400"
    assert numbers.pace_km(Pace(197_500_000_000, 1_000_000)) == "3:18/km"
