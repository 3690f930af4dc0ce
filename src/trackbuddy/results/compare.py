"""Sessions beside each other: last time, the best, the average, a chosen one; and what sets them apart."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.results import rounding, words
from trackbuddy.results.digest import Digest
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.line_fit import NORMAL_95
from trackbuddy.results.shape import Shape, difference
from trackbuddy.units import NS


@dataclass(frozen=True, slots=True)
class Past:
    """One athlete's session, as far as a comparison needs it."""

    key: str
    """Which session: the log's path."""
    wall: datetime.datetime
    title: str
    shape: Shape
    digest: Digest

    @property
    def is_whole(self) -> bool:
        """Every rep of it was run, timed or not: the best of a session and its average are of such ones."""
        return len(self.digest.times) >= self.shape.count


class With(StrEnum):
    """What a session is compared with."""

    LAST = "last time"
    LAST_AND_BEST = "last time, and best"
    BEST = "best"
    AVERAGE = "average"
    CHOSEN = "chosen"
    OTHER_SHAPE = "the same reps"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Now against then. Times are nanoseconds; a difference is now minus then."""

    kind: With
    wall: datetime.datetime | None
    """None for an average of several."""
    key: str | None
    name: str
    average_ns: int
    timed: int
    difference_ns: int | None
    """None where now has no average, or where the lengths differ."""
    unsure_ns: int
    """What hand timing alone leaves unsure in the difference, at 95 %."""
    apart: str = ""
    """What sets that one apart: `60s rest, not 30s rest`."""
    times: tuple[int | None, ...] = ()
    target: str = ""
    """That session's target, where it was another."""
    of: int = 1
    """Sessions in an average."""

    @property
    def is_noise(self) -> bool:
        return self.difference_ns is not None and abs(self.difference_ns) <= self.unsure_ns

    @property
    def text(self) -> str:
        """`now 0.3 faster`, `0.1 faster, within hand timing`: of averages as they are shown, the noise named where it
        covers them."""
        if self.difference_ns is None:
            return ""
        tenths = abs(rounding.tenths(self.average_ns + self.difference_ns) - rounding.tenths(self.average_ns))
        way = "faster" if self.difference_ns < 0 else "slower"
        if self.is_noise:
            said = f"{tenths / 10:.1f} {way}" if tenths else "no difference"
            return f"{said}, within hand timing ({self.unsure_ns / NS:.2f} s)"
        return f"now {tenths / 10:.1f} {way}" if tenths else f"now less than 0.1 {way}"


def same(pasts: Iterable[Past], now: Past) -> tuple[Past, ...]:
    """Earlier sessions of the same athlete and shape that have an average, newest first."""
    found = [past for past in _earlier(pasts, now) if past.shape.text == now.shape.text]
    return tuple(sorted(found, key=lambda past: past.wall, reverse=True))


def like(pasts: Iterable[Past], now: Past) -> tuple[Past, ...]:
    """The same reps with other recoveries or another count, newest first."""
    found = [p for p in _earlier(pasts, now) if p.shape.text != now.shape.text and p.shape.reps == now.shape.reps]
    return tuple(sorted(found, key=lambda past: past.wall, reverse=True))


def _earlier(pasts: Iterable[Past], now: Past) -> Iterable[Past]:
    name = now.digest.name.casefold()
    return (
        past
        for past in pasts
        if past.key != now.key
        and past.wall < now.wall
        and past.digest.name.casefold() == name
        and past.digest.average_ns is not None
    )


def whole(pasts: Sequence[Past]) -> Sequence[Past]:
    """Those that were run to their end: a few fast reps are not the session. All, where none was."""
    return [past for past in pasts if past.is_whole] or pasts


def comparisons(pasts: Sequence[Past], now: Past, hand: Hand = ANY_HAND) -> tuple[Comparison, ...]:
    """Last time, the best and the average of the same session; where there is none, the same reps run otherwise."""
    alike = same(pasts, now)
    if not alike:
        return tuple(against(now, past, With.OTHER_SHAPE, hand) for past in like(pasts, now)[:3])
    best = min(whole(alike), key=lambda past: past.digest.average_ns or 0)
    if best is alike[0]:
        found = [against(now, best, With.LAST_AND_BEST, hand)]
    else:
        found = [against(now, alike[0], With.LAST, hand), against(now, best, With.BEST, hand)]
    if len(whole(alike)) > 1:
        found.append(_average(now, whole(alike), hand))
    found += [against(now, past, With.OTHER_SHAPE, hand) for past in like(pasts, now)[:1]]
    return tuple(found)


def against(now: Past, then: Past, kind: With = With.CHOSEN, hand: Hand = ANY_HAND) -> Comparison:
    """One session against another, whoever ran it. Raises ValueError where that one has no average."""
    here, there = now.digest, then.digest
    if there.average_ns is None:
        raise ValueError("a session without an average compares with nothing")
    comparable = here.average_ns is not None and here.work == there.work
    return Comparison(
        kind=kind,
        wall=then.wall,
        key=then.key,
        name=there.name,
        average_ns=there.average_ns,
        timed=there.timed,
        difference_ns=here.average_ns - there.average_ns if comparable and here.average_ns is not None else None,
        unsure_ns=_unsure(here.timed, there.timed, hand),
        apart="; ".join(filter(None, (difference(then.shape, now.shape), _of_all(then)))),
        times=there.times,
        target=_target(there) if (there.low_ns, there.high_ns) != (here.low_ns, here.high_ns) else "",
    )


def _of_all(past: Past) -> str:
    """`3 of 8 reps`, where it was not run to its end."""
    return "" if past.is_whole else f"{len(past.digest.times)} of {past.shape.count} reps"


def _average(now: Past, alike: Sequence[Past], hand: Hand) -> Comparison:
    """Each session counts once, however many of its reps were timed."""
    averages = [past.digest.average_ns for past in alike if past.digest.average_ns is not None]
    mean_ns, timed = round(sum(averages) / len(averages)), sum(past.digest.timed for past in alike)
    here = now.digest
    return Comparison(
        kind=With.AVERAGE,
        wall=None,
        key=None,
        name=here.name,
        average_ns=mean_ns,
        timed=timed,
        difference_ns=None if here.average_ns is None else here.average_ns - mean_ns,
        unsure_ns=_unsure(here.timed, timed, hand),
        of=len(averages),
    )


def _unsure(here: int, there: int, hand: Hand) -> int:
    """Two means of so many hand-timed reps differ by this much without any runner's doing."""
    return round(NORMAL_95 * math.hypot(hand.mean_error_s(max(here, 1)), hand.mean_error_s(max(there, 1))) * NS)


def _target(digest: Digest) -> str:
    if digest.low_ns is None or digest.high_ns is None:
        return ""
    low, high = words.time(digest.low_ns), words.time(digest.high_ns)
    return low if low == high else f"{low}-{high}"
