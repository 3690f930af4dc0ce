"""How a time reads: by itself, so that what shows a time loads nothing of what was run."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.phases import Aim
from trackbuddy.results import rounding
from trackbuddy.units import MINUTE_NS, round_half_up
from trackbuddy.units import result as grouped

MINUTES_FROM_S: Final = 100
"""Beside a track a lap of 67.3 s is never 1:07.3, and a rest of 90 s is never 1:30. From 100 s on it is 1:40."""


def time(ns: int) -> str:
    """`34.1`, `67.3`, `4:32.1`: rounded half up to tenths, minutes from 100 s on."""
    tenths = round_half_up(ns)
    return f"{tenths // 10}.{tenths % 10}" if 0 <= tenths < MINUTES_FROM_S * 10 else grouped(ns)


def digits(ns: int) -> str:
    """A time that was tapped, rounded as the user chose, without an h: for numbers as high as the stage."""
    return time(rounding.tenths(ns) * rounding.TENTH_NS)


def timed(ns: int) -> str:
    """A time that was tapped: `34.1`, or `34.2h` by the rule of hand timing."""
    return digits(ns) + rounding.mark()


def band(low_ns: int, high_ns: int) -> str:
    """`33.0-35.0`; one time where both ends are shown alike."""
    low, high = time(low_ns), time(high_ns)
    return low if low == high else f"{low}-{high}"


def long(ns: int) -> str:
    """Sums: `4:32`, `1:02:05`, to the second."""
    return grouped(ns, 0) if ns >= MINUTE_NS else f"{round_half_up(ns, 0)} s"


def target(aim: Aim | None) -> str:
    """`34.0`, `33.0-35.0`, `hard`; empty without one. A word is the coach's own text."""
    if aim is None:
        return ""
    if aim.low_ns is None or aim.high_ns is None:
        return aim.text
    return band(aim.low_ns, aim.high_ns)
