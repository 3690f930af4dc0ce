"""Is this fade real? Yes, no or can't tell, never without its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.judge import tolerance
from trackbuddy.results.line_fit import fit
from trackbuddy.units import to_seconds

FEWEST = 3
"""Two times lie on a line whatever happened."""


class Verdict(StrEnum):
    """What the times allow to be said of a trend from the first rep to the last."""

    SLOWER = "yes"
    FASTER = "no, they got faster"
    NO = "no"
    """Whatever trend there is stays within what counts as on target."""
    CANT_TELL = "can't tell"


@dataclass(frozen=True, slots=True)
class Fade:
    """The slope through the times of equal reps, and how sure it is."""

    verdict: Verdict
    slope_s: float
    """Seconds a rep; above 0 is slower and slower."""
    bound_s: float
    """Half of its 95 % interval: of the scatter of the times, and never below what hand timing alone leaves unsure."""
    reps: int
    """From the first of the times to the last."""

    @property
    def over_all_s(self) -> float:
        """From the first rep to the last."""
        return self.slope_s * (self.reps - 1)


def fade(splits_ns: Sequence[int], places: Sequence[int], hand: Hand = ANY_HAND) -> Fade | None:
    """`places` says which rep each time is of. None below three times.

    YES and FASTER: the 95 % interval leaves zero out. NO: from the first rep to the last the whole interval stays
    within what counts as on. Otherwise nobody can tell.
    """
    if len(splits_ns) < FEWEST:
        return None
    line = fit(places, [to_seconds(ns) for ns in splits_ns])
    if line is None:
        return None
    bound = line.bound(hand.rep_s)
    assert bound is not None, "three points have a spread"
    reps = max(places) - min(places) + 1
    on_s = to_seconds(tolerance(sum(splits_ns) // len(splits_ns)))
    verdict = Verdict.CANT_TELL
    if abs(line.slope) > bound:
        verdict = Verdict.SLOWER if line.slope > 0 else Verdict.FASTER
    elif (abs(line.slope) + bound) * (reps - 1) <= on_s:
        verdict = Verdict.NO
    return Fade(verdict, line.slope, bound, reps)
