"""A rep of several laps beside the same rep run evenly: did it go out too fast?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.trial import FAST_FIRST, FAST_FIRST_NS
from trackbuddy.results.rows import Row
from trackbuddy.units import Pace

FEWEST: Final = 2
"""Laps that can differ."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """Held against the rep's own average pace, not against its target."""

    off_ns: tuple[int, ...]
    """How much slower than even each stretch between two taps was; they sum to nothing but for rounding."""
    first_mm: int
    """How long the first one was."""
    is_too_fast: bool
    """The first was faster than even by more than 3 %, and by more than a second: as while it is run."""

    @property
    def first_ns(self) -> int:
        """How much faster than even the first was."""
        return -self.off_ns[0]


def pacing(row: Row) -> Pacing | None:
    """None without a time, for a rep of one lap, and where nobody knows how long a lap is."""
    ways = [lap.mm for lap in row.laps]
    known = [mm for mm in ways if mm is not None and mm > 0]
    if row.split_ns is None or len(row.laps) < FEWEST or len(known) < len(ways):
        return None
    even = Pace(row.split_ns, sum(known))
    off = tuple(lap.ns - even.over(mm) for lap, mm in zip(row.laps, known, strict=True))
    return Pacing(off, known[0], -off[0] > max(FAST_FIRST_NS, even.over(known[0]) * FAST_FIRST))
