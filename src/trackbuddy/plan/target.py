"""What a rep is aimed at, as the coach said it; `plan.resolve` turns it into seconds for one athlete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.units import Pace


@dataclass(frozen=True, slots=True)
class TimeTarget:
    """The rep's own time: `34` or, with `high_ns`, the band `33-35`."""

    low_ns: int
    high_ns: int

    def __post_init__(self) -> None:
        if not 0 < self.low_ns <= self.high_ns:
            raise ValueError("a target's band runs from a shorter to a longer time, both above zero")


@dataclass(frozen=True, slots=True)
class PaceTarget:
    """A pace, whatever the rep's length: `3:05/km`, `75/400`, `70 pace` (a 400 m lap)."""

    low: Pace
    """The faster end."""
    high: Pace
    """The slower end; the same as `low` for a single pace."""


@dataclass(frozen=True, slots=True)
class RaceTarget:
    """The pace of a race the athlete could run: `mile`, `1500`, `5k-5s/km`, `3k-5k`."""

    race: str
    """A `RaceKey` value, or `goal` for the race that the session or the athlete names as the goal."""
    until: str | None = None
    """The second race of a range (`3k-5k`), None for a single one."""
    offset: Pace | None = None
    """Added to the pace: +5 s/km is `Pace(5 s, 1 km)`. Its `ns` may be below zero: faster."""


@dataclass(frozen=True, slots=True)
class TrainingTarget:
    """One of Daniels' training paces: `E`, `M`, `T`, `I`, `R`."""

    letter: str


@dataclass(frozen=True, slots=True)
class EffortTarget:
    """A word without a number: `hard`, `95%`, `Z3`, `all out`. Kept as it was written and shown, never converted."""

    text: str


Target = TimeTarget | PaceTarget | RaceTarget | TrainingTarget | EffortTarget


class RaceKey(StrEnum):
    """The races a target or a goal can name, with the spelling that is printed."""

    M400 = "400"
    M800 = "800"
    M1000 = "1000"
    M1500 = "1500"
    M1600 = "1600"
    MILE = "mile"
    K2 = "2k"
    K3 = "3k"
    M3200 = "3200"
    TWO_MILES = "2 miles"
    K5 = "5k"
    K10 = "10k"
    HALF = "half"
    MARATHON = "marathon"
