"""The track seen from above: two straights, two bends, and where on it a place of the lap lies. Pure geometry.

Lengths are metres. The middle of the infield is the origin, x to the right and y downwards. The finish is at the end of
the home straight, at the foot on the right, and everybody runs anticlockwise: up the first bend.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trackbuddy.plan.track import FROM_KERB_M, KERB_RADIUS_M, LANE_WIDTH_M
from trackbuddy.units import M

_LANES: Final = 6
_BROADER: Final = 1.6
"""Lanes are drawn broader than they are, or nobody would see them."""
_RADII: Final = {200: 17.2, 300: 26.0, 400: KERB_RADIUS_M}
"""Of the kerb, by the lap's length: 200 m as halls have it. Any other lap has the shape of 400 m."""


@dataclass(frozen=True, slots=True)
class Oval:
    """A lap's shape. `radius` is the kerb's."""

    lap: float
    straight: float
    radius: float
    wide: float
    """How broad the track is drawn."""

    @property
    def half_width(self) -> float:
        return self.straight / 2 + self.radius + self.wide

    @property
    def half_height(self) -> float:
        return self.radius + self.wide

    @property
    def bend(self) -> float:
        """Metres of one bend where it is measured."""
        return self.lap / 2 - self.straight

    def at(self, metres: float, out: float | None = None) -> tuple[float, float]:
        """The place so many metres past the line, `out` metres outside the kerb; in the middle of the track without."""
        r = self.radius + (self.wide / 2 if out is None else out)
        way = metres % self.lap
        if way < self.bend:
            angle = way / self.bend * math.pi
            return self.straight / 2 + r * math.sin(angle), r * math.cos(angle)
        way -= self.bend
        if way < self.straight:
            return self.straight / 2 - way, -r
        way -= self.straight
        if way < self.bend:
            angle = way / self.bend * math.pi
            return -self.straight / 2 - r * math.sin(angle), -r * math.cos(angle)
        return -self.straight / 2 + way - self.bend, r

    def outside(self, x: float, y: float) -> float:
        """How far a point lies outside the kerb; below zero in the infield."""
        return math.hypot(max(abs(x) - self.straight / 2, 0), y) - self.radius

    def along(self, x: float, y: float) -> float:
        """How many metres past the line the place on the track next to a point lies."""
        half = self.straight / 2
        if x > half:
            return math.atan2(x - half, y) / math.pi * self.bend
        if x < -half:
            return self.bend + self.straight + math.atan2(-half - x, -y) / math.pi * self.bend
        if y < 0:
            return self.bend + half - x
        return (2 * self.bend + self.straight + half + x) % self.lap


@lru_cache(8)
def oval(lap_mm: int) -> Oval:
    """The shape of a track with laps of this length; the lap is measured 0.30 m outside the kerb."""
    lap = lap_mm / M
    radius = _RADII.get(round(lap), KERB_RADIUS_M * lap / 400)
    straight = (lap - 2 * math.pi * (radius + FROM_KERB_M)) / 2
    return Oval(lap, straight, radius, LANE_WIDTH_M * _LANES * _BROADER * min(lap / 400, 1.0) ** 0.5)
