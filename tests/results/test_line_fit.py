"""Lines through points, against what can be worked out another way."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.results.line_fit import NORMAL_95, fit, t_95


def density(t: float, freedom: int) -> float:
    """Student's, from its definition."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    return float(scale * (1 + t * t / freedom) ** (-(freedom + 1) / 2))


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 6, 10, 21, 30, 31, 60, 400])
def test_95_per_cent_lie_within_t(freedom: int) -> None:
    """Simpson's rule over the density between -t and t."""
    t, steps = t_95(freedom), 2000
    width = 2 * t / steps
    inner = sum((4 if k % 2 else 2) * density(-t + k * width, freedom) for k in range(1, steps))
    assert (density(-t, freedom) + inner + density(t, freedom)) * width / 3 == pytest.approx(0.95, abs=2e-4)


def test_many_degrees_of_freedom_are_the_normal_distribution() -> None:
    assert t_95(10**9) == pytest.approx(NORMAL_95)


@given(st.lists(st.tuples(st.integers(-50, 50), st.floats(-100, 100)), min_size=3, max_size=20))
def test_the_slope_is_least_squares(points: list[tuple[int, float]]) -> None:
    """Closed form, and no other line near it has smaller squares."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    line = fit(xs, ys)
    if line is None:
        assert len(set(xs)) == 1
        return
    count = len(xs)
    top = count * sum(x * y for x, y in points) - sum(xs) * sum(ys)
    assert line.slope == pytest.approx(top / (count * sum(x * x for x in xs) - sum(xs) ** 2), abs=1e-6)

    def squares(slope: float, intercept: float) -> float:
        return math.fsum((y - intercept - slope * x) ** 2 for x, y in points)

    least = squares(line.slope, line.intercept)
    for turn, shift in ((1e-3, 0), (-1e-3, 0), (0, 1e-2), (0, -1e-2)):
        assert squares(line.slope + turn, line.intercept + shift) >= least - 1e-9
    assert line.spread == pytest.approx(math.sqrt(max(least, 0) / (count - 2)), abs=1e-6)


def test_a_line_through_two_points_is_as_sure_as_the_points() -> None:
    line = fit([1, 2], [34.0, 34.5])
    assert line is not None
    assert line.bound() is None
    assert line.bound(0.1) == pytest.approx(NORMAL_95 * 0.1 * math.sqrt(2))


def test_no_line_through_points_above_each_other() -> None:
    assert fit([3, 3, 3], [1.0, 2.0, 3.0]) is None
    assert fit([1], [1.0]) is None
