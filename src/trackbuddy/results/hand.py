"""Whose thumb timed it, and how unsure a rep that it tapped is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

TAP_SD_S: Final = 0.1
"""One standard deviation of a hand-timed rep: two taps of 0.07 s each (Am. J. Phys. 87(2):110, 2019)."""
LEAST_S: Final = 0.05
"""A steady beat says how steady the thumb is, and not how well its eye sees who crosses a line: half of the usual
error is left, however steady it is."""
_TAPS: Final = 2
"""One starts a rep and one ends it. One from a GO errs less, which is left out of account."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What `trackbuddy calibrate` found."""

    thumb_ms: int | None = None
    """One standard deviation of a tap; None: never measured."""

    @property
    def rep_s(self) -> float:
        """One standard deviation of a rep, in seconds: 0.10 where nothing was measured."""
        return TAP_SD_S if self.thumb_ms is None else max(math.sqrt(_TAPS) * self.thumb_ms / 1000, LEAST_S)

    def mean_error_s(self, count: int) -> float:
        """What hand timing alone leaves unsure in a mean of so many times, in seconds: one standard deviation."""
        return self.rep_s / math.sqrt(count)


ANY_HAND: Final = Hand()
"""One that was never measured."""
