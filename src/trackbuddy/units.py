"""Durations, distances and paces: exact whole numbers inside, plain text outside.

A duration is an `int` of nanoseconds, a distance an `int` of millimetres: both add, subtract and compare without
rounding, and a mile (1609.344 m), a yard (0.9144 m, in steps of five) and a 400 m lap are all whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

NS: Final = 1_000_000_000
"""Nanoseconds in a second."""
MINUTE_NS: Final = 60 * NS
HOUR_NS: Final = 3600 * NS

M: Final = 1000
"""Millimetres in a metre."""
KM_MM: Final = 1000 * M
MILE_MM: Final = 1_609_344
YARD_UM: Final = 914_400
"""Micrometres in a yard: a single yard is no whole number of millimetres."""

_CLOCK = re.compile(r"(?:(?P<h>\d{1,2}):(?=\d\d:))?(?:(?P<m>\d{1,3}):)?(?P<s>\d{1,5}(?:\.\d{1,9})?)$", re.ASCII)


class UnitError(ValueError):
    """Text that is no duration or distance; the message says why in one sentence."""


def seconds(value: Decimal | int | str) -> int:
    """Nanoseconds of a number of seconds, rounded half up; exact to nine decimals."""
    return int((Decimal(value) * NS).to_integral_value(ROUND_HALF_UP))


def metres(value: Decimal | int | str) -> int:
    """Millimetres of a number of metres, rounded half up; exact to three decimals."""
    return int((Decimal(value) * M).to_integral_value(ROUND_HALF_UP))


def miles(value: Decimal | int | str) -> int:
    """Millimetres of a number of miles (1609.344 m), rounded half up."""
    return int((Decimal(value) * MILE_MM).to_integral_value(ROUND_HALF_UP))


def yards(value: Decimal | int | str) -> int:
    """Millimetres of a number of yards (0.9144 m), rounded half up."""
    return int((Decimal(value) * YARD_UM / 1000).to_integral_value(ROUND_HALF_UP))


def parse_clock(text: str) -> int:
    """Nanoseconds of `34`, `34.5`, `4:32`, `4:32.1` or `1:02:03`.

    Minutes and seconds behind a colon have two digits and stay below 60, so that `1:75` is an error and not 135 s.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise UnitError(f"{text!r} is not a time; write it like 34.5, 4:32 or 1:02:03")
    whole = match["s"].split(".")[0]
    minutes = int(match["m"] or 0)
    if match["m"] is not None and (len(whole) != 2 or int(whole) > 59):
        raise UnitError(f"{text!r} has {whole} seconds behind the colon; they run from 00 to 59")
    if match["h"] is not None and (len(match["m"]) != 2 or minutes > 59):
        raise UnitError(f"{text!r} has {minutes} minutes behind the colon; they run from 00 to 59")
    return int(match["h"] or 0) * HOUR_NS + minutes * MINUTE_NS + seconds(match["s"])


def _grouped(units: int, places: int) -> str:
    """`units` of 10**-places seconds as S.s, M:SS.s or H:MM:SS.s."""
    sign = "-" if units < 0 else ""
    scale = 10**places
    whole, fraction = divmod(abs(units), scale)
    tail = f".{fraction:0{places}d}" if places else ""
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02d}:{secs:02d}{tail}"
    if minutes:
        return f"{sign}{minutes}:{secs:02d}{tail}"
    return f"{sign}{secs}{tail}"


def round_half_up(ns: int, places: int = 1) -> int:
    """A duration in whole units of 10**-places seconds, halves away from zero: 34.25 s is 343 tenths."""
    unit: int = NS // 10**places
    magnitude = (2 * abs(ns) + unit) // (2 * unit)
    return -magnitude if ns < 0 else magnitude


def result(ns: int, places: int = 1) -> str:
    """A finished time, rounded half up: `34.3`, `4:32.1`."""
    return _grouped(round_half_up(ns, places), places)


def running(ns: int, places: int = 1) -> str:
    """A time that still runs, cut off: the clock never shows an instant before it has been reached."""
    return _grouped(max(ns, 0) // (NS // 10**places), places)


def countdown(ns: int) -> str:
    """What is left, rounded up to whole seconds: `1` until the very end, `0` only when nothing is left."""
    return _grouped(max(-(-ns // NS), 0), 0)


def exact(ns: int) -> str:
    """The shortest text that `parse_clock` reads back to the same nanosecond: `34`, `67.605`, `4:32`."""
    sign, ns = ("-", -ns) if ns < 0 else ("", ns)
    whole, fraction = divmod(ns, NS)
    tail = f".{fraction:09d}".rstrip("0") if fraction else ""
    return sign + _grouped(whole, 0) + tail


def decimal_metres(mm: int) -> str:
    """Metres without needless zeros: `200`, `1609.344`."""
    whole, rest = divmod(mm, M)
    return f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)


def distance(mm: int) -> str:
    """A distance as a runner says it: `200m`, `5km`, `1 mile`; read back to the same millimetre by the notation."""
    if mm and mm % MILE_MM == 0:
        return "1 mile" if mm == MILE_MM else f"{mm // MILE_MM} miles"
    if mm >= 5 * KM_MM and mm % KM_MM == 0:
        return f"{mm // KM_MM}km"
    return f"{decimal_metres(mm)}m"


def to_seconds(ns: int) -> float:
    """Seconds for JSON: `from_seconds` gives the same nanosecond back for anything below 50 days."""
    return ns / NS


def from_seconds(value: float) -> int:
    """Nanoseconds of a JSON number of seconds."""
    return round(value * NS)


def to_metres(mm: int) -> float:
    """Metres for JSON."""
    return mm / M


def from_metres(value: float) -> int:
    """Millimetres of a JSON number of metres."""
    return round(value * M)


@dataclass(frozen=True, slots=True)
class Pace:
    """`ns` for every `per_mm`: the ratio as it was given, so that 75 s a lap stays 75 s a lap."""

    ns: int
    per_mm: int

    def over(self, mm: int) -> int:
        """The time this pace takes for a distance, rounded half up to the nanosecond."""
        return (2 * self.ns * mm + self.per_mm) // (2 * self.per_mm)

    def way(self, ns: int) -> int:
        """The distance this pace covers in a time, rounded half up to the millimetre."""
        return (2 * self.per_mm * ns + self.ns) // (2 * self.ns)

    @property
    def per_km(self) -> int:
        return self.over(KM_MM)
