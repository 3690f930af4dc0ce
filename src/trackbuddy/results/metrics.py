"""What the times of equal reps say together. A hand-tapped rep errs by about 0.1 s, a mean of eight by 0.035 s."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from trackbuddy.results.line_fit import fit
from trackbuddy.units import to_seconds


@dataclass(frozen=True, slots=True)
class Metrics:
    """Seconds and per cents of at least two times, in the order they were run.

    Lead with mean, spread and slope: indices of fatigue are unreliable for small drops (Oliver 2009,
    doi 10.1016/j.jsams.2007.10.010).
    """

    count: int
    mean_s: float
    sd_s: float
    """With n - 1."""
    cv_percent: float
    range_s: float
    decrement_percent: float
    """How far the sum lies above that of as many reps at the best time."""
    slow_fast_percent: float
    """The slowest above the fastest."""
    drop_off_percent: float | None
    """Mean of the last three against the first three; None below six reps, where they would overlap."""
    halves_ratio: float | None
    """Second half through first half, the middle of an odd count left out; above 1 is a positive split."""
    slope_s: float
    """Least squares, seconds a rep; above 0 is slower and slower."""
    slope_error_s: float | None
    """Standard error of the slope; None below three reps."""


def metrics(splits_ns: Sequence[int], places: Sequence[int] | None = None) -> Metrics:
    """`places` says which rep each time is of, from any start, so that one without a time leaves its gap in the
    slope; without it they follow each other. Raises ValueError for fewer than two times, or one that isn't above zero.
    """
    if len(splits_ns) < 2 or min(splits_ns) <= 0:
        raise ValueError("metrics need two times above zero")
    times = [to_seconds(ns) for ns in splits_ns]
    count, mean = len(times), statistics.fmean(times)
    fastest, slowest = min(times), max(times)
    sd = statistics.stdev(times)
    line = fit(range(count) if places is None else places, times)
    if line is None:
        raise ValueError("the reps have different places")
    half = count // 2
    return Metrics(
        count=count,
        mean_s=mean,
        sd_s=sd,
        cv_percent=100 * sd / mean,
        range_s=slowest - fastest,
        decrement_percent=100 * (math.fsum(times) / (count * fastest) - 1),
        slow_fast_percent=100 * (slowest - fastest) / fastest,
        drop_off_percent=100 * (sum(times[-3:]) / sum(times[:3]) - 1) if count >= 6 else None,
        halves_ratio=sum(times[-half:]) / sum(times[:half]) if count >= 4 else None,
        slope_s=line.slope,
        slope_error_s=line.error,
    )
