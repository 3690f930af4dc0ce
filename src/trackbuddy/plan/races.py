"""Races by name, and a race with its time: `mile 4:32`, `1500 4:00`, `5k 17:33`."""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from trackbuddy.plan.target import RaceKey
from trackbuddy.units import (
    KM_MM,
    MILE_MM,
    MINUTE_NS,
    NS,
    M,
    Pace,
    UnitError,
    distance,
    exact,
    metres,
    miles,
    parse_clock,
    result,
)

RACE_MM: Final[dict[RaceKey, int]] = {
    RaceKey.M400: 400 * M,
    RaceKey.M800: 800 * M,
    RaceKey.M1000: 1000 * M,
    RaceKey.M1500: 1500 * M,
    RaceKey.M1600: 1600 * M,
    RaceKey.MILE: MILE_MM,
    RaceKey.K2: 2 * KM_MM,
    RaceKey.K3: 3 * KM_MM,
    RaceKey.M3200: 3200 * M,
    RaceKey.TWO_MILES: 2 * MILE_MM,
    RaceKey.K5: 5 * KM_MM,
    RaceKey.K10: 10 * KM_MM,
    RaceKey.HALF: 21_097_500,
    RaceKey.MARATHON: 42_195_000,
}
"""How long each named race is, in millimetres."""

_KEYS: Final = {mm: key for key, mm in RACE_MM.items()}

_WORDS: Final = {
    "mile": RaceKey.MILE,
    "the mile": RaceKey.MILE,
    "one mile": RaceKey.MILE,
    "two miles": RaceKey.TWO_MILES,
    "half": RaceKey.HALF,
    "half marathon": RaceKey.HALF,
    "half-marathon": RaceKey.HALF,
    "hm": RaceKey.HALF,
    "marathon": RaceKey.MARATHON,
}
_LENGTH: Final = re.compile(r"(?P<n>\d{1,6}(?:\.\d{1,3})?) ?(?P<unit>m|metres|meters|k|km|mi|mile|miles)?", re.ASCII)

SHORTEST_MM: Final = 100 * M
LONGEST_MM: Final = 100 * KM_MM

FASTEST: Final[tuple[tuple[int, int], ...]] = (
    (100 * M, 9_500_000_000),
    (200 * M, 19 * NS),
    (400 * M, 43 * NS),
    (800 * M, 100 * NS),
    (1000 * M, 131 * NS),
    (1500 * M, 205 * NS),
    (MILE_MM, 222 * NS),
    (2 * KM_MM, 282 * NS),
    (3 * KM_MM, 7 * MINUTE_NS + 15 * NS),
    (5 * KM_MM, 12 * MINUTE_NS + 30 * NS),
    (10 * KM_MM, 26 * MINUTE_NS),
    (21_097_500, 56 * MINUTE_NS),
    (42_195_000, 119 * MINUTE_NS),
)
"""Round times just below the men's world records: a goal faster than these is a slip of the keyboard."""

SLOWEST_MM_S: Final = 1 * M
"""A goal slower than this (1 m/s, a stroll) is taken for a slip too."""


class GoalError(ValueError):
    """Text that is no race with a time that a person can run; the message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class RaceTime:
    """A race of `mm`, run or meant to be run in `ns`."""

    mm: int
    ns: int
    on: datetime.date | None = None
    """When it was run. None for a goal, or where nobody noted it."""

    @property
    def key(self) -> RaceKey | None:
        """The race's name, None for a distance without one (600 m)."""
        return _KEYS.get(self.mm)

    @property
    def race(self) -> str:
        """The race as it is printed: `mile`, `1500`, `600m`."""
        return race_name(self.mm)

    @property
    def pace(self) -> Pace:
        return Pace(self.ns, self.mm)

    def __str__(self) -> str:
        """`mile 4:32`; `parse_goal` reads it back to the same nanosecond."""
        return f"{self.race} {exact(self.ns)}"


def race_name(mm: int) -> str:
    """`mile`, `1500`, `5k`, or the plain distance of a race without a name."""
    key = _KEYS.get(mm)
    return key.value if key else distance(mm)


def parse_race(text: str) -> int:
    """Millimetres of a race's name: `mile`, `1500`, `5k`, `half`, `1200m`. Raises GoalError."""
    wanted = " ".join(text.lower().split())
    if wanted in _WORDS:
        return RACE_MM[_WORDS[wanted]]
    match = _LENGTH.fullmatch(wanted)
    if match is None:
        raise GoalError(
            f"{text.strip()!r} is no race that is known here; "
            f"name one of {', '.join(RaceKey)}, or a distance like 1200m"
        )
    mm = _length(Decimal(match["n"]), match["unit"] or "m")
    if not SHORTEST_MM <= mm <= LONGEST_MM:
        raise GoalError(f"{text.strip()!r} is no race from 100 m to 100 km; name one like mile, 1500 or 5k")
    return mm


def _length(number: Decimal, unit: str) -> int:
    if unit.startswith("mi"):
        return miles(number)
    return metres(number * 1000 if unit.startswith("k") else number)


def parse_goal(text: str) -> RaceTime:
    """A race and its time, in either order: `mile 4:32`, `1500 in 4:00`, `4:32 mile`, `5k 17:33`.

    Raises GoalError for an unknown race, a malformed time, and a time that nobody has run.
    """
    words = text.replace("=", " ").split()
    words = [word.removesuffix(":") for word in words if word.lower() not in {"in", "sub", "under"}]
    if len(words) < 2:
        raise GoalError(f"{text.strip()!r} is not a race with its time; write a goal like 'mile 4:32'")
    if ":" in words[0] and ":" not in words[-1]:
        words = [*words[1:], words[0]]
    return race_time(parse_race(" ".join(words[:-1])), words[-1])


def race_time(mm: int, time: str, on: datetime.date | None = None) -> RaceTime:
    """A race of `mm` with the time as it was typed. Raises GoalError for a time that can't be meant."""
    try:
        ns = parse_clock(time)
    except UnitError as error:
        raise GoalError(f"{error}, as in 'mile 4:32'") from error
    _check_plausible(mm, ns, f"{race_name(mm)} in {time.strip()}")
    return RaceTime(mm, ns, on)


def _check_plausible(mm: int, ns: int, said: str) -> None:
    fastest = fastest_ns(mm)
    if ns < fastest:
        raise GoalError(
            f"{said} is faster than anybody has run: {result(fastest, 0)} is the fastest accepted; "
            f"check the time (hours are written 1:30:00)"
        )
    if ns * SLOWEST_MM_S > mm * NS:
        slowest = Pace(NS, SLOWEST_MM_S).over(mm)
        raise GoalError(f"{said} is slower than a stroll: {result(slowest, 0)} is the slowest accepted; check the time")


def fastest_ns(mm: int) -> int:
    """The fastest time accepted: a row of `FASTEST`, and a straight line in logarithms between rows."""
    if mm <= FASTEST[0][0]:
        return Pace(FASTEST[0][1], FASTEST[0][0]).over(mm)
    for (near, fast), (far, slow) in pairwise(FASTEST):
        if mm == far:
            return slow
        if mm < far:
            share = math.log(mm / near) / math.log(far / near)
            return round(math.exp(math.log(fast) + share * math.log(slow / fast)))
    return Pace(FASTEST[-1][1], FASTEST[-1][0]).over(mm)
