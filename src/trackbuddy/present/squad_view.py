"""What is said of several athletes, before anybody decides where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.present.ink import Ink


class Place(StrEnum):
    """Where an athlete stands in the rep."""

    TO_COME = "to come"
    NEXT = "next"
    """Expected before anybody else."""
    TO_START = "to start"
    """Waits for a first GO of their own."""
    IN = "in"
    UNSURE = "unsure"
    """In by a tap without a name."""
    OUT = "out"


@dataclass(frozen=True, slots=True)
class SquadRow:
    """One athlete."""

    key: str
    """The digit that taps for them."""
    name: str
    target: str = ""
    now: str = "-"
    """This rep: what runs, or its time."""
    said: str = ""
    """When they are due, how far off the time was, whose tap it may be."""
    ink: Ink = Ink.TEXT
    """Of what stands under this rep."""
    place: Place = Place.IN
    last: str = ""
    """The rep before."""
    before: str = ""
    """The same rep when the session was run before."""
    average: str = ""
    fade_s: float = 0.0
    """Seconds that they get slower a rep; 0 where it may be chance, or is little."""
    marks: tuple[tuple[str, Ink], ...] = ()
    """A sign a rep."""


@dataclass(frozen=True, slots=True)
class Squad:
    rows: tuple[SquadRow, ...]
    head: str
    """The rep that the times are of."""
    next: str = ""
    """`2 Ben   due 72.0`."""
    own: bool = False
    """Everybody has a clock of their own."""
