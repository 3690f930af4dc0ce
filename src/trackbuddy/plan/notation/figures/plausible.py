"""Is a time one in which the rep can be run? `800m @ 72` means 72 a lap, and `5k @ 3:20` so much a kilometre.

A time that nobody runs the distance in was written for another one: the only one in which it can be run, or that of
the rep's own unit, and this is said. Where there are several, it is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.notation.syntax import Length
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.target import PaceTarget, RaceTarget, Target, TimeTarget
from trackbuddy.units import KM_MM, MILE_MM, MINUTE_NS, NS, M, Pace

_FASTEST: Final = {
    100: 12.0,
    200: 10.7,
    300: 10.0,
    400: 9.5,
    500: 8.5,
    600: 7.8,
    800: 8.0,
    1000: 7.7,
    1500: 7.4,
    2000: 7.3,
    3000: 7.1,
    5000: 6.7,
    10_000: 6.45,
    21_100: 6.25,
}
"""Metres a second that nobody has run up to a distance: just above the world records (World Athletics, 2024).

Below those of 500 and 600 m, for nobody repeats them, and `600 @ 75` is a lap time.
"""
_FASTEST_FAR: Final = 5.95
_SLOWEST: Final = ((200 * M, 1000 / 310), (999 * M, 1000 / 400))
"""Metres a second up to a distance below which nobody repeats it: `400 @ 2:55` is a pace, or a send-off."""
_SLOWEST_FAR: Final = 1000 / 600
"""Ten minutes a kilometre: slower than a walk."""

_PER: Final = {"400": 400 * M, "mile": MILE_MM, "km": KM_MM}
"""The distances that coaches give paces for."""
_MILE_NS: Final = 300 * NS
"""Below this a pace behind miles may be one for a kilometre all the same."""
_FASTEST_JOG: Final = 4.2
"""Metres a second, about 4:00 a kilometre: whoever jogs between reps is slower."""
_RESTED: Final = (30 * NS, 45 * NS, 90 * NS)
"""Usual rests, besides whole minutes."""
_TRYING_NS: Final = 10 * NS
"""Shorter times are no slips, but serve to try things out: `2 x 200m @ 5s`."""
_FASTEST_HOURLY: Final = 25
"""Kilometres an hour."""
_LAP_NS: Final = 130 * NS
"""From here on nobody gives the time of a lap: it is one in which a kilometre can be run."""


def believable(target: Target | None, length: Length | None) -> bool:
    """Is this a target for a rep of this length, and not one for a lap, a kilometre or a mile of it?

    True for targets that are no times, and for times too short for any distance, as they serve to try things out.
    """
    if not isinstance(target, TimeTarget) or length is None:
        return True
    timed = length.timed
    if not timed and _slow(length.low, target.high_ns):
        return False
    tried_out = target.high_ns < _TRYING_NS and not _meant_for(target)
    return tried_out or not (timed or too_fast(length.low, target.low_ns))


def runnable(mm: int, low_ns: int, high_ns: int) -> bool:
    """Does somebody run this distance in this band of times?"""
    return not too_fast(mm, low_ns) and not _slow(mm, high_ns)


def never_jogged(mm: int, ns: int) -> bool:
    """Is this farther than anybody jogs in the time?"""
    return mm * NS > _FASTEST_JOG * M * ns


def possible(target: Target | None, mm: int = 0) -> bool:
    """Does anybody run at this pace, or reps so far at that of a race half as long? A lap takes no 2:30, half no 72."""
    if isinstance(target, PaceTarget):
        per = target.low.per_mm
        return per < M or not (
            too_fast(per, target.low.ns) or (per <= 400 * M and target.high.over(400 * M) >= _LAP_NS)
        )
    if isinstance(target, RaceTarget) and target.until is None and target.race in ("400", "800", "1500"):
        return mm < 2 * int(target.race) * M
    return True


def too_fast(mm: int, ns: int) -> bool:
    """Does nobody run this distance in so little time?"""
    fastest = next((speed for longest, speed in _FASTEST.items() if mm <= longest * M), _FASTEST_FAR)
    return ns * fastest < mm / M * NS


def _slow(mm: int, ns: int) -> bool:
    slowest = next((speed for longest, speed in _SLOWEST if mm <= longest), _SLOWEST_FAR)
    return ns * slowest >= mm / M * NS


def never_rested(found: Length) -> bool:
    """54-56 seconds, 1:48, 11:15: rests are round, and bands of them wide."""
    narrow = found.high is not None and found.high * 100 <= found.low * 115
    step = 15 * NS if narrow else 5 * NS if found.low < 5 * MINUTE_NS else MINUTE_NS
    return found.low % step != 0


def rather_run(mm: int, time: Length) -> bool:
    """`8 x 400m [72]`, `5 x 1000m [3:20]`: is this a time of the rep, and none that is usual as a rest?"""
    rested = time.low % MINUTE_NS == 0 or time.low in _RESTED or (2 * time.low == 5 * MINUTE_NS and mm < 800 * M)
    jogged = 4 * mm * NS < 3 * _FASTEST_JOG * M * time.low
    return not (rested or jogged or time.unit.strip("'") or time.high) and runnable(mm, time.low, time.low)


def second_time(targets: Sequence[Target]) -> list[str]:
    """`@ 70/75`, `in 75, 90`: of two times for the same reps the second is the other end of a band, or the rest."""
    times = [one for one in targets if isinstance(one, TimeTarget)]
    if len(targets) != 2 or len(times) != 2:
        return []
    (one, other), said = times, [print_target(time) for time in times]
    if one.low_ns < other.high_ns and 10 * other.high_ns <= 11 * one.low_ns:
        return [" " + "-".join(said)]
    return [f" {', '.join(said)}{'' if ':' in said[1] else 's'} rest"]


def as_run(target: Target, length: Length | None, at: Token, end: int = 0) -> tuple[Target, str]:
    """A target as a rep of this length can be run in it, and what was taken for granted.

    `600 @ 72` is 72 a lap. Raises Refusal where no distance, or more than one, can be run in a time that isn't the
    rep's; with what it could be meant for, if its `end` in the text is known.
    """
    if not possible(target, length.low if length is not None and not length.timed else 0):
        refusal = at.refuse("nobody runs reps at this pace; write jog behind what is jogged, or a pace like 75/400")
        start, led = (at.end, "") if at.text in ("(", "[", "{") else (at.start, "with ")
        if end and isinstance(target, PaceTarget):
            time, _, far = print_target(target).partition("/")
            raise refusal.mended(start, end, f"@ {time}, {far} jog")
        raise refusal.mended(start, end, f"{led}{print_target(target)} jog") if end else refusal
    if length is None or not isinstance(target, TimeTarget) or believable(target, length):
        return target, ""
    per = _meant_for(target, length)
    timed = length.timed
    if timed:
        refusal = at.refuse("a timed rep has no time as a target; write the pace, like 3:30/km")
    else:
        refusal = at.refuse("nobody runs the rep in this time; write what it is for, like 72/400 or 3:30/km")
    slow = not timed and _slow(length.low, target.high_ns)
    if len(per) == 1 and not slow and not (timed and per == ["400"]):
        mm = _PER[per[0]]
        pace = PaceTarget(Pace(target.low_ns, mm), Pace(target.high_ns, mm))
        return pace, f"“{print_target(target)}” is taken as {print_target(pace)}, because nobody runs the rep in it"
    if end:
        refusal.mended(end, end, *("/" + one for one in per))
        if not timed and runnable(length.low, 60 * target.low_ns, 60 * target.high_ns):
            refusal.mended(end, end, " min")  # 5 km in 17
        if target.high_ns <= _FASTEST_HOURLY * NS:
            refusal.mended(end, end, " km/h", *(["k pace"] if target.high_ns == 10 * NS else []))  # 1000 at 16
        if slow and at.text in ("@", "at"):
            refusal.mended(at.start, at.end, "on")
    raise refusal


def _meant_for(target: TimeTarget, length: Length | None = None) -> list[str]:
    """The distances that are run in this time, and at whose pace the rep can be run; its own unit before others."""
    ways = {per: mm for per, mm in _PER.items() if runnable(mm, target.low_ns, target.high_ns)}
    if target.high_ns >= _LAP_NS:
        ways.pop("400", None)
    if length is None or length.timed:
        return list(ways)
    far = length.low
    found = [per for per, mm in ways.items() if runnable(far, target.low_ns * far // mm, target.high_ns * far // mm)]
    own = length.unit == "mile" and "mile" in found and target.low_ns >= _MILE_NS
    return ["mile"] if own else found
