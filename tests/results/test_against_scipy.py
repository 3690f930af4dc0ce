"""The statistics of equal reps against numpy and scipy, which are loaded by these tests alone."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.results.test_metrics import EIGHT

from trackbuddy.results.fade import fade
from trackbuddy.results.hand import TAP_SD_S
from trackbuddy.results.line_fit import NORMAL_95, fit, t_95
from trackbuddy.results.metrics import metrics
from trackbuddy.units import NS

CLOSE = 1e-9
"""Between two ways of adding the same few numbers up."""
TABLE = 5e-5
"""Half of the last digit in the printed table of Student's t."""

times = st.lists(st.integers(10 * NS, 400 * NS), min_size=3, max_size=40)


@pytest.fixture(scope="module")
def numpy() -> Any:
    return pytest.importorskip("numpy")


@pytest.fixture(scope="module")
def stats() -> Any:
    return pytest.importorskip("scipy.stats")


def _agree(splits: list[int], places: list[int], numpy: Any, stats: Any) -> None:
    found = metrics(splits, places)
    wanted = numpy.asarray(splits) / NS
    sd, line = numpy.std(wanted, ddof=1), stats.linregress(places, wanted)
    assert found.mean_s == pytest.approx(numpy.mean(wanted), rel=CLOSE)
    assert found.sd_s == pytest.approx(sd, rel=CLOSE, abs=CLOSE)
    assert found.cv_percent == pytest.approx(100 * stats.variation(wanted, ddof=1), rel=CLOSE, abs=CLOSE)
    assert found.range_s == pytest.approx(numpy.ptp(wanted), rel=CLOSE, abs=CLOSE)
    assert found.slope_s == pytest.approx(line.slope, rel=CLOSE, abs=1e-8)
    assert found.slope_error_s == pytest.approx(_error(line), rel=1e-6, abs=1e-6)


def test_the_worked_example(numpy: Any, stats: Any) -> None:
    _agree(EIGHT, list(range(8)), numpy, stats)


@given(times)
def test_times_that_follow_each_other(numpy: Any, stats: Any, splits: list[int]) -> None:
    _agree(splits, list(range(len(splits))), numpy, stats)


@given(st.data(), times)
def test_times_with_gaps_between_them(numpy: Any, stats: Any, data: st.DataObject, splits: list[int]) -> None:
    chosen = st.lists(st.integers(1, 99), min_size=len(splits), max_size=len(splits), unique=True)
    _agree(splits, sorted(data.draw(chosen)), numpy, stats)


def test_the_quantile_of_every_freedom_a_session_can_have(stats: Any) -> None:
    for freedom in range(1, 400):
        assert t_95(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=TABLE), freedom
    assert pytest.approx(stats.norm.ppf(0.975), abs=1e-6) == NORMAL_95


@given(times)
def test_the_interval_of_a_fade(stats: Any, splits: list[int]) -> None:
    """Student's where the times scatter, the watch's where they scatter less than it."""
    found = fade(splits, range(len(splits)))
    assert found is not None
    line = stats.linregress(range(len(splits)), [ns / NS for ns in splits])
    scatter = stats.t.ppf(0.975, len(splits) - 2) * _error(line)
    width = sum((place - (len(splits) - 1) / 2) ** 2 for place in range(len(splits)))
    assert found.bound_s == pytest.approx(max(scatter, 1.959964 * TAP_SD_S / math.sqrt(width)), rel=1e-4)


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(8, 400)), min_size=3, max_size=30))
def test_a_line_through_any_days(stats: Any, points: list[tuple[float, float]]) -> None:
    """As a season's trend has them: averages against days."""
    days, averages = [day for day, _ in points], [seconds for _, seconds in points]
    assume(max(days) - min(days) > 1)
    line, wanted = fit(days, averages), stats.linregress(days, averages)
    assert line is not None
    assert line.slope == pytest.approx(wanted.slope, rel=1e-7, abs=1e-7)
    assert line.intercept == pytest.approx(wanted.intercept, rel=1e-7, abs=1e-5)
    assert line.error == pytest.approx(_error(wanted), rel=1e-5, abs=1e-5)


def _error(line: Any) -> float:
    """Of the slope; scipy calls it no number where all points are level."""
    return 0.0 if math.isnan(line.stderr) and line.slope == 0 else float(line.stderr)
