"""What tapping along with beeps tells: how late the speaker is, and how steady the thumb. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

MS: Final = 1_000_000
SKIPPED: Final = 4
"""So many beeps at the beginning are for finding the beat."""
FEWEST: Final = 8
WORST_NS: Final = 50 * MS
"""Taps that spread more tell nothing of a speaker."""
MAD_TO_SD: Final = 1.4826
"""The median distance from the median, as a standard deviation of a normal spread; one wild tap doesn't move it."""
MOST_NS: Final = 500 * MS


@dataclass(frozen=True, slots=True)
class Along:
    """How the taps lay beside the beeps."""

    late_ns: int
    """The median: how much later than planned the beeps were heard and answered."""
    spread_ns: int
    """One standard deviation."""
    taps: int
    """How many beeps have a tap."""
    beeps: int

    @property
    def refusal(self) -> str | None:
        """Why this says nothing of the speaker, or None."""
        if self.taps < FEWEST:
            return f"only {self.taps} of {self.beeps} beeps had a tap"
        if self.spread_ns > WORST_NS:
            return f"the taps spread by {self.spread_ns // MS} ms, {WORST_NS // MS} at the most tell something"
        if abs(self.late_ns) > MOST_NS:
            return f"{self.late_ns // MS} ms are more than a speaker is late"
        return None


def along(beeps: Sequence[int], taps: Sequence[int]) -> Along:
    """Each counted beep with the tap nearest to it, within half of the way to the next beep. At least two beeps."""
    half_ns = min(after - before for before, after in pairwise(beeps)) // 2
    counted = beeps[SKIPPED:]
    lates = []
    for beep in counted:
        near = min(taps, key=lambda tap: abs(tap - beep), default=None)
        if near is not None and abs(near - beep) < half_ns:
            lates.append(near - beep)
    if not lates:
        return Along(0, 0, 0, len(counted))
    # The beat is what is tapped: with a speaker that is late by more than half a beat the nearest is the wrong one,
    # and the taps jump between two beeps. That shows as a spread.
    middle = round(median(lates))
    spread = round(MAD_TO_SD * median(abs(late - middle) for late in lates))
    return Along(middle, spread, len(lates), len(counted))
