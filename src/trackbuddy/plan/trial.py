"""A long rep while it is run: laps to go, where it is heading, what the next lap has to be, a first lap too fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import Aim, RepPhase
from trackbuddy.units import NS, Pace, decimal_metres

FAST_FIRST: Final = 0.03
"""A first lap faster than even pace by more than this is warned of. The best 800s on record open 2.3 % faster than even
(52.0 and 54.4: IJSPP 2006, PMID 19116437), so that a plain positive split is left alone."""
FAST_FIRST_NS: Final = NS
"""And by more than this: nothing inside the noise of a hand is warned of."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a rep of several crossings stands after its last tap."""

    to_go: int
    """Taps that are still to come, the finish among them: 1 is the last lap."""
    finish_ns: int | None
    """The finish at the average pace so far; None before the first tap."""
    next_mm: int | None
    """How long the next lap is; None after the finish."""
    next_low_ns: int | None
    """The next lap's time for the target, if what is left is run evenly; None where no lap can meet it."""
    next_high_ns: int | None
    fast_ns: int | None
    """How much faster than even pace the first lap was, where that is a mistake; None otherwise."""

    @property
    def bell(self) -> bool:
        return self.to_go == 1


def standing(rep: RepPhase, splits: Sequence[int | None], aim: Aim | None) -> Standing:
    """`splits` are the times since the rep's start at each crossing so far, None for one that was missed."""
    marks = [crossing.mm or 0 for crossing in rep.crossings]
    taken = len(splits)
    tapped = [(mm, ns) for mm, ns in zip(marks, splits, strict=False) if ns is not None]
    at_mm, at_ns = tapped[-1] if tapped else (0, 0)
    way = rep.way_mm or 0
    next_mm = marks[taken] - (marks[taken - 1] if taken else 0) if taken < len(marks) else None
    low, high = (None, None) if aim is None else (aim.low_ns, aim.high_ns)

    def needed(target_ns: int | None) -> int | None:
        if target_ns is None or next_mm is None or way <= at_mm or target_ns <= at_ns:
            return None
        return Pace(target_ns - at_ns, way - at_mm).over(next_mm)

    return Standing(
        to_go=len(marks) - taken,
        finish_ns=Pace(at_ns, at_mm).over(way) if at_mm and at_ns else None,
        next_mm=next_mm,
        next_low_ns=needed(low),
        next_high_ns=needed(high),
        fast_ns=_fast_first(rep, splits, aim),
    )


def _fast_first(rep: RepPhase, splits: Sequence[int | None], aim: Aim | None) -> int | None:
    """Held against the faster end of the target, so that running to the target is never warned of."""
    first = rep.crossings[0].mm if len(rep.crossings) > 1 else None
    if aim is None or not splits or splits[0] is None or first is None or rep.way_mm is None:
        return None
    band = aim.band_at(first, rep.way_mm)
    if band is None:
        return None
    faster = band[0] - splits[0]
    return faster if faster > max(FAST_FIRST_NS, band[0] * FAST_FIRST) else None


def split_name(rep: RepPhase, crossing: int) -> str:
    """What a crossing, counted from 1, is called: `409 m`, `bell 1209 m`, `finish`."""
    if crossing == len(rep.crossings):
        return "finish"
    mm = rep.crossings[crossing - 1].mm
    way = "" if mm is None else f"{decimal_metres(mm // 1000 * 1000)} m"
    return f"bell {way}".strip() if crossing == len(rep.crossings) - 1 and crossing > 1 else way
