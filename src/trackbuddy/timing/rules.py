"""The settings a session is run by. They stand in the log's header and govern its replay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.units import NS, M


class From(StrEnum):
    """Whose finish a shared recovery counts from."""

    LAST_IN = "last in"
    FIRST_IN = "first in"


class Clocks(StrEnum):
    """Whether athletes share a clock."""

    TOGETHER = "together"
    """One GO, and a recovery that all share."""
    OWN = "own"
    """Everybody's own starts, recoveries and GOs; staggered starts are this."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings a session is run by. They stand in the log's header and govern its replay."""

    lead_in_ns: int = 10 * NS
    taps: str = "coach"
    """`coach`, `self` or `none`."""
    bounce_ns: int = 700_000_000
    """A tap closer than this to the same athlete's tap before it, counted or not, is a bounce. 0: off."""
    crowd_bounce_ns: int = 80_000_000
    """The same for Space with several athletes, who may finish together."""
    floor_percent: int = 25
    """Of a lap's target: nobody taps a lap sooner. 0: off."""
    floor_ns: int = 3 * NS
    """The same for a lap without a target. 0: off."""
    start_after_ns: int = 3 * NS
    """A tap starts the next rep from this long after the last finish on; before, it is an extra tap."""
    recovery_from: From = From.LAST_IN
    lap_mm: int = 400 * M
    """How long a lap of the track is."""
    clocks: Clocks = Clocks.TOGETHER
    stagger_ns: int = 0
    """How long after the athlete before them each athlete starts, with clocks of their own."""


DEFAULT_RULES = Rules()
