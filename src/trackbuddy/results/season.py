"""Months of the same session: average, best, hit rate, work, and the trend with what is unsure of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from trackbuddy.results.compare import Past, whole
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.line_fit import fit
from trackbuddy.units import to_seconds

MONTH_DAYS: Final = 365.25 / 12
FEWEST: Final = 3
"""Two sessions lie on a line whatever happened."""
_DAY_S: Final = 86_400


class Course(StrEnum):
    """What the averages allow to be said."""

    FASTER = "faster"
    SLOWER = "slower"
    CANT_TELL = "can't tell"


@dataclass(frozen=True, slots=True)
class Trend:
    """Least squares through the sessions' averages."""

    course: Course
    per_month_s: float
    """Below 0 is faster and faster."""
    bound_s: float
    """Half of its 95 % interval."""
    sessions: int

    @property
    def text(self) -> str:
        """`faster: -0.21 s a month, unsure by 0.09 (6 sessions)`."""
        numbers = f"{self.per_month_s:+.2f} s a month, unsure by {self.bound_s:.2f} ({self.sessions} sessions)"
        return f"{self.course}: {numbers}"


@dataclass(frozen=True, slots=True)
class Month:
    year: int
    month: int
    sessions: int
    average_ns: int | None
    """Of the averages of sessions that were run to their end, each counted once; where none was, of the others."""
    best_ns: int | None
    """The fastest rep."""
    hits: int
    judged: int
    work_mm: int | None
    targets: tuple[tuple[int, int], ...]
    """The different targets of the month, in order: their ends."""


@dataclass(frozen=True, slots=True)
class Season:
    """One athlete's sessions of one shape, oldest first."""

    athlete: str
    title: str
    """The shape as text."""
    sessions: tuple[Past, ...]
    months: tuple[Month, ...]
    trend: Trend | None
    """None below three averages, or on one day."""


def seasons(pasts: Iterable[Past], hand: Hand = ANY_HAND) -> tuple[Season, ...]:
    """By athlete and shape: who has run most first, and of theirs the session run most often."""
    groups: dict[tuple[str, str], list[Past]] = {}
    for past in pasts:
        groups.setdefault((past.digest.name.casefold(), past.shape.text), []).append(past)
    found = [_season(sorted(alike, key=lambda past: past.wall), hand) for alike in groups.values()]
    per_athlete: dict[str, int] = {}
    for season in found:
        name = season.athlete.casefold()
        per_athlete[name] = per_athlete.get(name, 0) + len(season.sessions)
    return tuple(sorted(found, key=lambda one: _rank(one, per_athlete[one.athlete.casefold()])))


def _rank(season: Season, of_athlete: int) -> tuple[int, str, int, str]:
    return (-of_athlete, season.athlete.casefold(), -len(season.sessions), season.title)


def _season(sessions: Sequence[Past], hand: Hand) -> Season:
    by_month = groupby(sessions, key=lambda past: (past.wall.year, past.wall.month))
    months = tuple(_month(year, month, list(alike)) for (year, month), alike in by_month)
    return Season(sessions[-1].digest.name, sessions[-1].shape.text, tuple(sessions), months, trend(sessions, hand))


def _month(year: int, month: int, sessions: Sequence[Past]) -> Month:
    digests = [past.digest for past in sessions]
    averages = [past.digest.average_ns for past in whole(sessions) if past.digest.average_ns is not None]
    ways = [one.work_mm for one in digests]
    targets = [(one.low_ns, one.high_ns) for one in digests if one.low_ns is not None and one.high_ns is not None]
    return Month(
        year=year,
        month=month,
        sessions=len(sessions),
        average_ns=round(sum(averages) / len(averages)) if averages else None,
        best_ns=min((one.best_ns for one in digests if one.best_ns is not None), default=None),
        hits=sum(one.hits for one in digests),
        judged=sum(one.judged for one in digests),
        work_mm=None if None in ways else sum(way for way in ways if way is not None),
        targets=tuple((low, high) for low, high in dict.fromkeys(targets) if low is not None and high is not None),
    )


def trend(sessions: Sequence[Past], hand: Hand = ANY_HAND) -> Trend | None:
    """Each average against its day. An average is unsure by its own hand timing at the least."""
    known = [past for past in whole(sessions) if past.digest.average_ns is not None]
    if len(known) < FEWEST:
        return None
    first = known[0].wall
    days = [(past.wall - first).total_seconds() / _DAY_S for past in known]
    line = fit(days, [to_seconds(past.digest.average_ns or 0) for past in known])
    if line is None:
        return None
    noise = hand.mean_error_s(min(past.digest.timed for past in known))
    bound = line.bound(noise)
    assert bound is not None, "three points have a spread"
    course = Course.CANT_TELL
    if abs(line.slope) > bound:
        course = Course.FASTER if line.slope < 0 else Course.SLOWER
    return Trend(course, line.slope * MONTH_DAYS, bound * MONTH_DAYS, len(known))
