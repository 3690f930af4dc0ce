"""Straight lines through points, and how sure their slope is."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_T_95: Final = (
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
    2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
    2.0452, 2.0423,
)  # fmt: skip
"""Student's t for 95 %, two-sided, by degrees of freedom from 1."""
NORMAL_95: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Fit:
    """Least squares through at least two points of different x."""

    slope: float
    intercept: float
    width: float
    """Sum of the squared distances of the xs from their mean."""
    freedom: int
    """Points beyond the two that any line goes through."""
    spread: float | None
    """Standard deviation of the points about the line; None with two points, which no line can miss."""

    @property
    def error(self) -> float | None:
        """Standard error of the slope."""
        return None if self.spread is None else self.spread / math.sqrt(self.width)

    def bound(self, noise: float = 0.0) -> float | None:
        """Half the width of the slope's 95 % interval. `noise` is what is known of each point's own error: three
        points that happen to lie on a line are no surer than their watch."""
        known = NORMAL_95 * noise / math.sqrt(self.width)
        if self.error is None:
            return known if noise else None
        return max(t_95(self.freedom) * self.error, known)


def fit(xs: Sequence[float], ys: Sequence[float]) -> Fit | None:
    """None where the xs don't differ."""
    if len(xs) < 2 or min(xs) == max(xs):
        return None
    slope, intercept = statistics.linear_regression(xs, ys)
    mean = statistics.fmean(xs)
    width = math.fsum((x - mean) ** 2 for x in xs)
    freedom = len(xs) - 2
    residues = math.fsum((y - intercept - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    return Fit(slope, intercept, width, freedom, math.sqrt(residues / freedom) if freedom else None)


def t_95(freedom: int) -> float:
    """Student's t for a two-sided 95 %; above 30 degrees of freedom by the usual expansion about the normal."""
    if freedom <= len(_T_95):
        return _T_95[freedom - 1]
    z = NORMAL_95
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
