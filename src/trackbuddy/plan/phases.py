"""The unrolled session: one phase after the other, as the runner meets them.

Phase 0 is the lead-in and is not in the timeline; phase k is the k-th entry, from 1. A log keeps the timeline it was
run with, so what an old log means never depends on today's unrolling.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trackbuddy.plan.session import ByDistance, ByTime, Label, Measure, Mode, Work
from trackbuddy.units import Pace

AN_EFFORT: Final = "an effort has no number"
"""Why an effort has none, as it stands in logs too."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What one athlete is to run a rep (or a float) in."""

    text: str
    """As said: `34`, `5k`, `hard`."""
    low_ns: int | None = None
    """Planned time of the whole rep, the faster end. None where there is no number or the rep is by time."""
    high_ns: int | None = None
    """The slower end; the same as `low_ns` for a single time."""
    low_pace: Pace | None = None
    high_pace: Pace | None = None
    why: str | None = None
    """By which formula from which best, or why there is no number. None for a time that was typed."""

    @property
    def is_effort(self) -> bool:
        """Whether it is only a word: `hard`."""
        return self.why == AN_EFFORT

    def band_at(self, mm: int, of_mm: int) -> tuple[int, int] | None:
        """Even-pace times at `mm` of a rep of `of_mm`, rounded half up; None without a number."""
        if self.low_ns is None or self.high_ns is None:
            return None
        return Pace(self.low_ns, of_mm).over(mm), Pace(self.high_ns, of_mm).over(mm)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A tap that is wanted, at this way into the rep."""

    mm: int | None
    """None where the rep has no length."""
    place: str | None = None
    """Where on the track: `LINE`, `200 START`; None where the track says nothing about it."""


@dataclass(frozen=True, slots=True)
class RepPhase:
    """A piece of work. `rep` counts within its set, `set` within its block, `block` from 1."""

    block: int
    set: int
    rep: int
    work: Work
    label: Label | None = None
    aims: tuple[Aim, ...] = ()
    """One for each athlete, in their order; empty without a target."""
    crossings: tuple[Crossing, ...] = ()
    """The taps that are wanted, in order; the last ends the rep. Empty for a rep that the clock ends."""
    cadence: int | None = None
    until_ended: bool = False
    """True for each round of `x max`: the athlete ends the block."""
    counted_only: bool = False
    """A stride without a target: one Space one stride, no time."""
    start: str | None = None
    """Where on the track it starts."""
    note: str | None = None

    @property
    def way_mm(self) -> int | None:
        return self.work.mm if isinstance(self.work, ByDistance) else None

    @property
    def span_ns(self) -> int | None:
        """How long the clock runs for a rep by time, None for one that a tap ends."""
        return self.work.ns if isinstance(self.work, ByTime) else None

    def aim(self, athlete: int) -> Aim | None:
        """The target of the athlete with this number (from 1)."""
        return self.aims[athlete - 1] if self.aims else None


class Between(StrEnum):
    """What a recovery separates."""

    REPS = "reps"
    SETS = "sets"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class RecoveryPhase:
    """What lies between two reps."""

    between: Between
    measure: Measure
    mode: Mode | None = None
    aims: tuple[Aim, ...] = ()
    """A float has a pace of its own; one for each athlete."""
    go_by_tap: bool = False
    """A timed recovery that ends in ready: it counts its overtime and a tap starts the rep."""
    until_ended: bool = False


Phase = RepPhase | RecoveryPhase
Timeline = tuple[Phase, ...]
