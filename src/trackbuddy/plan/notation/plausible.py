"""Is a time one in which the rep can be run? `800m @ 72` means 72 a lap, and `5k @ 3:30` so much a kilometre.

A time that nobody runs the distance in was written for another one. It is asked about, never run.
"""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.scanner import Token
from trackbuddy.plan.notation.syntax import Dimension, Length
from trackbuddy.plan.target import Target, TimeTarget
from trackbuddy.units import KM_MM, MILE_MM, NS, M

_FASTEST: Final = (
    (100 * M, 12.0),
    (200 * M, 10.7),
    (300 * M, 10.0),
    (400 * M, 9.5),
    (500 * M, 9.1),
    (600 * M, 8.4),
    (800 * M, 8.0),
    (1000 * M, 7.7),
    (1500 * M, 7.4),
    (2000 * M, 7.3),
    (3000 * M, 7.1),
)
"""Metres a second that nobody has run up to a distance: just above the world records (World Athletics, 2024)."""
_FASTEST_FAR: Final = 6.9
_SLOWEST: Final = 1000 / 600
"""Ten minutes a kilometre: slower than a walk."""
_LAP_NS: Final = 100 * NS
"""Below this a time is for a lap, from here on for a kilometre or a mile."""


def believable(target: Target | None, length: Length | None) -> bool:
    """Is this a target for a rep of this length, and not one for a lap, a kilometre or a mile of it?

    True for targets that are no times, and for times too short for any distance, as they serve to try things out.
    """
    if not isinstance(target, TimeTarget) or length is None:
        return True
    timed = length.dimension is Dimension.TIME
    if not timed and _slow(length.low, target.high_ns):
        return False
    return not (timed or too_fast(length.low, target.low_ns)) or not meant_for(target)


def runnable(mm: int, low_ns: int, high_ns: int) -> bool:
    """Does somebody run this distance in this band of times?"""
    return not too_fast(mm, low_ns) and not _slow(mm, high_ns)


def too_fast(mm: int, ns: int) -> bool:
    """Does nobody run this distance in so little time?"""
    fastest = next((speed for longest, speed in _FASTEST if mm <= longest), _FASTEST_FAR)
    return ns * fastest < mm / M * NS


def _slow(mm: int, ns: int) -> bool:
    return ns * _SLOWEST >= mm / M * NS


def meant_for(target: TimeTarget) -> list[str]:
    """The distances that coaches give paces for and that are run in this time."""
    distances = {"400": 400 * M} if target.high_ns < _LAP_NS else {"mile": MILE_MM, "km": KM_MM}
    return [per for per, mm in distances.items() if runnable(mm, target.low_ns, target.high_ns)]


def check_believable(target: Target, length: Length | None, at: Token, end: int = 0) -> None:
    """Raises Refusal for such a time, with the distances it could be meant for if its `end` in the text is known."""
    if length is None or believable(target, length):
        return
    if length.dimension is Dimension.TIME:
        refusal = at.refuse("a timed rep has no time as a target; write the pace, like 3:30/km")
    else:
        refusal = at.refuse("nobody runs the rep in this time; write what it is for, like 72/400 or 3:30/km")
    if end and isinstance(target, TimeTarget):
        refusal.mended(end, end, *("/" + per for per in meant_for(target)))
    raise refusal
