"""Times as they are said beside a track: `67.3` rather than `1:07.3`, minutes from 100 s on."""

from __future__ import annotations

from typing import Final

from trackbuddy import units
from trackbuddy.plan.phases import Aim
from trackbuddy.units import NS, M, Pace, round_half_up

TENTH_NS: Final = NS // 10
_MINUTES_FROM: Final = 1000
"""In tenths of a second: laps of a track are spoken of in seconds, and so is a 90 s rest."""


def _tenths(tenths: int) -> str:
    """A time above zero."""
    if tenths < _MINUTES_FROM:
        return f"{tenths // 10}.{tenths % 10}"
    return units.result(tenths * TENTH_NS)


def result(ns: int) -> str:
    """A finished time, rounded half up to tenths."""
    return _tenths(round_half_up(ns))


def running(ns: int) -> str:
    """A time that still runs: cut off, so that no instant shows before it has come."""
    return _tenths(max(ns, 0) // TENTH_NS)


def left(ns: int) -> str:
    """What is left, in tenths, rounded up: with the running time beside it the two add up to the whole."""
    return _tenths(max(-(-ns // TENTH_NS), 0))


def whole(ns: int) -> str:
    """Whole seconds of something that counts up."""
    return _seconds(max(ns, 0) // NS)


def countdown(ns: int) -> str:
    """Whole seconds that are left, rounded up."""
    return _seconds(max(-(-ns // NS), 0))


def _seconds(seconds: int) -> str:
    if seconds * 10 < _MINUTES_FROM:
        return str(seconds)
    return units.running(seconds * NS, 0)


def length(ns: int) -> str:
    """A planned length in words that fit beside others: `30s`, `90s`, `5min`, `2:30`."""
    if ns % units.MINUTE_NS == 0:
        return f"{ns // units.MINUTE_NS}min"
    text = _seconds(ns // NS) if ns % NS == 0 else units.exact(ns)
    return text if ":" in text else f"{text}s"


def aim(target: Aim | None) -> str:
    """A target as the number it comes to, or as the word it stays: `34.0`, `33.0-35.0`, `hard`; empty without one.

    A rep by time has a pace instead: `I 3:26/km`, `3:05/km` where it was given as one.
    """
    if target is None:
        return ""
    if target.low_ns is None or target.high_ns is None:
        pace = "" if target.low_pace is None or "/" in target.text else f" {paces(target.low_pace, target.high_pace)}"
        return f"{target.text}{pace}"
    return band(target.low_ns, target.high_ns)


def band(low_ns: int, high_ns: int) -> str:
    low, high = result(low_ns), result(high_ns)
    return low if low == high else f"{low}-{high}"


def pace_km(pace: Pace) -> str:
    """`3:17/km`, to the second."""
    return f"{units.result(pace.per_km, 0)}/km"


def paces(low: Pace, high: Pace | None) -> str:
    """`3:26/km`, `3:20-3:30/km`."""
    slower = low if high is None else high
    first, last = pace_km(low), pace_km(slower)
    return first if first == last else f"{first.removesuffix('/km')}-{last}"


def pace_400(pace: Pace) -> str:
    """`78.9/400`: as it is spoken of beside a track."""
    return f"{result(pace.over(400 * M))}/400"


def run_metres(metres: float) -> str:
    """`1520m`."""
    return f"{metres:g}m" if metres < 1_000_000 else f"{metres:.0f}m"
