"""How a tapped time is written: to the nearest tenth, or by the rule of hand timing up to the next one, with an h.

A choice of how things read, as a language is one: what is timed, kept, averaged and judged is exact and knows nothing
of it. So it is made once for the whole program, before anything is written, and whatever writes a result asks here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from trackbuddy.units import NS, round_half_up

TENTH_NS: Final = NS // 10
HAND: Final = "h"
"""Behind a time that was rounded by the rule."""


class Rounding(StrEnum):
    HALF_UP = "half-up"
    UP = "up"
    """12.32 s is 12.4h (masterstrack.com/rankings_HvFAT.html)."""


class _Choice:
    now = Rounding.HALF_UP


def choose(rounding: Rounding) -> None:
    """For everything that is written from now on."""
    _Choice.now = rounding


def chosen() -> Rounding:
    return _Choice.now


def tenths(ns: int) -> int:
    """A tapped time as it is shown, in tenths of a second.

    Up, a time is taken to the millisecond first, as files hold it: who rounds a file's times gets the same.
    """
    if _Choice.now is Rounding.HALF_UP:
        return round_half_up(ns)
    return -(-round_half_up(ns, 3) // 100)


def mark() -> str:
    """What stands behind a tapped time."""
    return HAND if _Choice.now is Rounding.UP else ""
