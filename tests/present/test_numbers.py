"""Times as they are said: running ones cut off, what is left rounded up, results half up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.phases import Aim
from trackbuddy.present import numbers
from trackbuddy.results import words
from trackbuddy.units import NS, Pace, seconds


@pytest.mark.parametrize(
    ("ns", "text"), [(seconds("34.25"), "34.3"), (seconds("99.94"), "99.9"), (seconds("99.95"), "1:40.0")]
)
def test_results_round_half_up(ns: int, text: str) -> None:
    assert words.time(ns) == text


@pytest.mark.parametrize(("ns", "text"), [(seconds("28.49"), "28.4"), (-5, "0.0"), (seconds("100.09"), "1:40.0")])
def test_a_running_time_is_cut_off(ns: int, text: str) -> None:
    assert numbers.running(ns) == text


@pytest.mark.parametrize(("ns", "text"), [(1, "1"), (NS, "1"), (NS + 1, "2"), (0, "0"), (-NS, "0"), (90 * NS, "90")])
def test_a_countdown_rounds_up(ns: int, text: str) -> None:
    assert numbers.countdown(ns) == text


@given(st.integers(0, 60 * NS), st.integers(1, 380))
def test_what_runs_and_what_is_left_add_up(elapsed_ns: int, tenths: int) -> None:
    """28.4 on the clock and DUE in 5.6 are always the 34.0 of the target."""
    target_ns = (elapsed_ns * 10 // NS + tenths) * NS // 10
    assert seconds(numbers.running(elapsed_ns)) + seconds(numbers.left(target_ns - elapsed_ns)) == target_ns


@pytest.mark.parametrize(("ns", "text"), [(30 * NS, "30s"), (90 * NS, "90s"), (300 * NS, "5min"), (150 * NS, "2:30")])
def test_lengths(ns: int, text: str) -> None:
    assert numbers.length(ns) == text


def test_a_rep_by_time_has_its_pace_for_a_target() -> None:
    slow, fast = Pace(210 * NS, 1_000_000), Pace(200 * NS, 1_000_000)
    assert numbers.aim(Aim("T", low_pace=fast, high_pace=fast)) == "T 3:20/km"
    assert numbers.aim(Aim("E", low_pace=fast, high_pace=slow)) == "E 3:20-3:30/km"
    assert numbers.aim(Aim("3:20/km", low_pace=fast, high_pace=fast)) == "3:20/km"
    assert numbers.aim(Aim("hard")) == "hard"
