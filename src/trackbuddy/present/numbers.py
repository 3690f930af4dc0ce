"""Times that run or are planned, and paces, as they are said beside a track. Those that are over: `results.words`."""

from __future__ import annotations

from trackbuddy import units
from trackbuddy.plan.phases import Aim
from trackbuddy.results import times
from trackbuddy.results.judge import TENTH_NS
from trackbuddy.units import NS, M, Pace


def running(ns: int) -> str:
    """A time that still runs: cut off, so that no instant shows before it has come."""
    return times.time(max(ns, 0) // TENTH_NS * TENTH_NS)


def left(ns: int) -> str:
    """What is left, in tenths, rounded up: with the running time beside it the two add up to the whole."""
    return times.time(max(-(-ns // TENTH_NS), 0) * TENTH_NS)


def whole(ns: int) -> str:
    """Whole seconds of something that counts up."""
    return _seconds(max(ns, 0) // NS)


def countdown(ns: int) -> str:
    """Whole seconds that are left, rounded up."""
    return _seconds(max(-(-ns // NS), 0))


def _seconds(seconds: int) -> str:
    if seconds < times.MINUTES_FROM_S:
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
    said = times.target(target)
    if target.low_ns is not None or target.low_pace is None or "/" in said:
        return said
    return f"{said} {paces(target.low_pace, target.high_pace)}"


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
    return f"{times.time(pace.over(400 * M))}/400"


def run_metres(metres: float) -> str:
    """`1520m`."""
    return f"{metres:g}m" if metres < 1_000_000 else f"{metres:.0f}m"
