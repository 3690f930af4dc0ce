"""Riegel's formula: T2 = T1 (D2/D1)^1.06 (Runner's World 1977, American Scientist 1981)."""

from __future__ import annotations

import math
from typing import Final

from trackbuddy.plan.races import RaceTime
from trackbuddy.units import MINUTE_NS

EXPONENT: Final = 1.06

SHORTEST_NS: Final = 3 * MINUTE_NS + MINUTE_NS // 2
LONGEST_NS: Final = 230 * MINUTE_NS
"""Riegel gave the formula for races of 3.5 to 230 minutes (https://en.wikipedia.org/wiki/Peter_Riegel)."""


def race_ns(race: RaceTime, mm: int) -> int:
    """The time for `mm` that goes with `race`."""
    return round(race.ns * math.pow(mm / race.mm, EXPONENT))


def valid(ns: int) -> bool:
    """Whether a time lies where the formula was fitted."""
    return SHORTEST_NS <= ns <= LONGEST_NS
