"""Daniels and Gilbert's VDOT: which race times are worth the same, and the training paces that go with them.

Oxygen cost and the share of it that can be held for a time are the formulas of "Oxygen Power" (1979), after
https://github.com/tlgs/vdot. The published tables and the makers' own calculator differ from them slightly.
Speeds are metres a minute and times minutes, as in the book; nanoseconds and millimetres at the doors.
"""

from __future__ import annotations

import math
from typing import Final

from trackbuddy.plan.races import RACE_MM, RaceTime
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import KM_MM, MINUTE_NS, M, Pace

SHORTEST_NS: Final = 3 * MINUTE_NS + MINUTE_NS // 2
"""Below 3.5 min a prediction from a race, or of one, is rough: oxygen is no longer most of the story."""

SHARES: Final = {"E": 0.70, "T": 0.88, "I": 0.975}
"""Shares of VO2max that reproduce the well-known tables; Daniels gives each pace as a range around them."""

RACES: Final = {"M": RACE_MM[RaceKey.MARATHON], "R": RACE_MM[RaceKey.MILE]}
"""The paces that are a predicted race's own: marathon pace, and the mile's for repetitions."""

LETTERS: Final = ("E", "M", "T", "I", "R")


def oxygen_cost(speed: float) -> float:
    """What running at `speed` (m/min) costs, in ml of oxygen a kilogram a minute."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed * speed


def share_held(minutes: float) -> float:
    """The share of VO2max that can be held in a race of `minutes`; above 1 in short ones."""
    return 0.8 + 0.1894393 * math.exp(-0.012778 * minutes) + 0.2989558 * math.exp(-0.1932605 * minutes)


def speed_at(oxygen: float) -> float:
    """The speed (m/min) that costs `oxygen`: the inverse of `oxygen_cost`."""
    b, a = 0.182258, 0.000104
    return (-b + math.sqrt(b * b + 4 * a * (4.60 + oxygen))) / (2 * a)


def vdot(race: RaceTime) -> float:
    """The VDOT that a race time is worth."""
    minutes = race.ns / MINUTE_NS
    return oxygen_cost(race.mm / M / minutes) / share_held(minutes)


def race_ns(value: float, mm: int) -> int:
    """The time for `mm` that is worth this VDOT, by bisection to well below a millisecond."""
    metres = mm / M
    fast, slow = metres / 1000, metres / 10
    while slow - fast > 1e-9:
        middle = (fast + slow) / 2
        if oxygen_cost(metres / middle) > value * share_held(middle):
            fast = middle
        else:
            slow = middle
    return round(slow * MINUTE_NS)


def training_pace(value: float, letter: str) -> Pace:
    """Daniels-style pace for `E`, `M`, `T`, `I` or `R`. Raises KeyError for another letter."""
    if letter in RACES:
        return Pace(race_ns(value, RACES[letter]), RACES[letter])
    return Pace(round(KM_MM / M / speed_at(SHARES[letter] * value) * MINUTE_NS), KM_MM)
