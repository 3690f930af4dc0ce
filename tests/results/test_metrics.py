"""The metrics of equal reps, against the worked example of the facts."""

from __future__ import annotations

import pytest

from trackbuddy.results.hand import ANY_HAND
from trackbuddy.results.metrics import metrics
from trackbuddy.units import seconds

EIGHT = [seconds(t) for t in "36.1 36.0 35.8 36.2 36.4 36.9 37.2 36.5".split()]


def test_the_worked_example() -> None:
    """Eight 200s that fade a little, each number to its printed digit."""
    found = metrics(EIGHT)
    assert found.mean_s == pytest.approx(36.3875)
    assert round(found.sd_s, 3) == 0.470
    assert round(found.cv_percent, 2) == 1.29
    assert round(found.range_s, 2) == 1.40
    assert round(found.decrement_percent, 2) == 1.64
    assert round(found.slow_fast_percent, 2) == 3.91
    assert found.drop_off_percent is not None
    assert round(found.drop_off_percent, 2) == 2.50
    assert found.halves_ratio is not None
    assert round(found.halves_ratio, 4) == 1.0201
    assert round(found.slope_s, 3) == 0.146
    assert round(ANY_HAND.mean_error_s(found.count), 3) == 0.035


def test_the_error_of_a_slope() -> None:
    """By hand: 1, 2, 4 has slope 1.5, squared residues of 1/6 over one degree, and a width of 2."""
    found = metrics([seconds(t) for t in (1, 2, 4)])
    assert found.slope_s == pytest.approx(1.5)
    assert found.slope_error_s == pytest.approx((1 / 6 / 2) ** 0.5)


def test_few_reps_leave_unsaid_what_they_cannot_say() -> None:
    """Two reps have no halves worth a ratio, no last three, no error."""
    found = metrics(EIGHT[:2])
    assert found.drop_off_percent is None
    assert found.halves_ratio is None
    assert found.slope_error_s is None


@pytest.mark.parametrize("times", [[], [5], [5, 0], [5, -1]])
def test_no_metrics_without_two_times(times: list[int]) -> None:
    with pytest.raises(ValueError, match="two times"):
        metrics(times)
