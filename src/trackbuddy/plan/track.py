"""The track: where a rep starts and finishes, and where on the way it crosses the line.

A place on the lap is counted in millimetres past the finish line, in the running direction. It is named by
the race that would start there: 200 m before the line is the `200 START`, however one got there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from trackbuddy.units import MILE_MM, M, decimal_metres

LINE: Final = "LINE"

SHORTEST_LAP_MM: Final = 100 * M
LONGEST_LAP_MM: Final = 1000 * M

LAPPED_FROM_MM: Final = 800 * M
"""Reps from here on ask for a tap a lap."""


class TrackError(ValueError):
    """A lap length that is no track's; the message is one sentence with the range."""


@dataclass(frozen=True, slots=True)
class Track:
    """A lap of `lap_mm` with one finish line."""

    lap_mm: int = 400 * M

    def __post_init__(self) -> None:
        if not SHORTEST_LAP_MM <= self.lap_mm <= LONGEST_LAP_MM:
            raise TrackError(
                f"a track of {decimal_metres(self.lap_mm)} m can't be used; a lap is from "
                f"{SHORTEST_LAP_MM // M} m to {LONGEST_LAP_MM // M} m long"
            )

    def after(self, place: int, mm: int) -> int:
        """The place `mm` further on (or back, below zero)."""
        return (place + mm) % self.lap_mm

    def own_start(self, mm: int) -> int:
        """Where a race of `mm` starts, so that it finishes at the line."""
        return -mm % self.lap_mm

    def way(self, here: int, there: int) -> int:
        """The shorter way round the lap between two places."""
        forward = (there - here) % self.lap_mm
        return min(forward, self.lap_mm - forward)

    def name(self, place: int) -> str:
        """`LINE`, `200 START`, `MILE START`, or how far before the line it is."""
        before = -place % self.lap_mm
        if before == 0:
            return LINE
        if before == MILE_MM % self.lap_mm:
            return "MILE START"
        if before % (10 * M) == 0:
            return f"{before // M} START"
        return f"{decimal_metres(before)}m BEFORE LINE"

    def place(self, name: str) -> int | None:
        """The place that `name` calls so; None for no place's name."""
        if name == LINE:
            return 0
        if name == "MILE START":
            return -MILE_MM % self.lap_mm
        before = name.removesuffix(" START") if name.endswith(" START") else name.removesuffix("m BEFORE LINE")
        try:
            return round(-float(before) * M) % self.lap_mm
        except ValueError:
            return None

    def crossings(self, start: int, mm: int) -> tuple[int, ...]:
        """The ways into a rep from `start` at which it wants a tap: each crossing of the line and the finish.

        A crossing less than a quarter of a lap from the start or the finish is left out: nobody taps the line
        9 m into a mile.
        """
        near = self.lap_mm // 4
        first = -start % self.lap_mm or self.lap_mm
        return (*(at for at in range(first, mm, self.lap_mm) if near <= at <= mm - near), mm)


def before_line(name: str) -> int | None:
    """How far before the line the place with this name is, as `Track.name` says it; None for no such name."""
    if name == LINE:
        return 0
    if name == "MILE START":
        return MILE_MM
    match = re.fullmatch(r"(?P<m>[0-9.]+)( START|m BEFORE LINE)", name, re.ASCII)
    try:
        return round(Decimal(match["m"]) * M) if match else None
    except InvalidOperation:
        return None


STANDARD_TRACK: Final = Track()


KERB_RADIUS_M: Final = 36.50
"""Of the standard 400 m track, whose lanes are 1.22 m wide. A lap is measured 0.30 m out from its kerb."""
FROM_KERB_M: Final = 0.30
LANE_WIDTH_M: Final = 1.22
