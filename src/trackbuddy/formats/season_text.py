"""Seasons as text: a heading a session shape, a line a month, and the trend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from trackbuddy.formats.saved import MONTHS, clean, known_milliseconds, milliseconds
from trackbuddy.results import words
from trackbuddy.results.season import Month, Season
from trackbuddy.units import to_metres

HEADING: Final = f"{'MONTH':<10}{'SESSIONS':>8}{'AVERAGE':>10}{'BEST':>9}{'ON':>9}{'WORK':>10}  TARGET"


def season_lines(seasons: Iterable[Season]) -> Iterator[str]:
    """An empty line between two seasons."""
    for number, season in enumerate(seasons):
        if number:
            yield ""
        yield title(season)
        yield HEADING
        yield from map(_month, season.months)
        yield f"trend: {trend(season)}"


def title(season: Season) -> str:
    """`Ann: 8x200m, 30s rest`; the shape alone for somebody without a name."""
    name, shape = clean(season.athlete), clean(season.title) or "open"
    return f"{name}: {shape}" if name else shape


def trend(season: Season) -> str:
    return season.trend.text if season.trend is not None else "too few sessions with an average to say"


def month_name(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def cells(month: Month) -> tuple[str, str, str, str, str, str, str]:
    """Month, sessions, average, best, on target, work, targets."""
    return (
        month_name(month),
        str(month.sessions),
        "-" if month.average_ns is None else words.timed(month.average_ns),
        "-" if month.best_ns is None else words.timed(month.best_ns),
        f"{month.hits}/{month.judged}" if month.judged else "-",
        "-" if month.work_mm is None else f"{month.work_mm / 1_000_000:.1f} km",
        ", then ".join(_target(low, high) for low, high in month.targets),
    )


def _month(month: Month) -> str:
    name, sessions, average, best, on, work, target = cells(month)
    return f"{name:<10}{sessions:>8}{average:>10}{best:>9}{on:>9}{work:>10}  {target}".rstrip()


def _target(low: int, high: int) -> str:
    first, last = words.time(low), words.time(high)
    return first if first == last else f"{first}-{last}"


def season_json(season: Season) -> dict[str, Any]:
    trend = season.trend
    return {
        "athlete": season.athlete,
        "shape": season.title,
        "sessions": len(season.sessions),
        "months": [_month_json(month) for month in season.months],
        "trend": None
        if trend is None
        else {
            "course": str(trend.course),
            "s_per_month": round(trend.per_month_s, 4),
            "unsure_s": round(trend.bound_s, 4),
            "sessions": trend.sessions,
        },
    }


def _month_json(month: Month) -> dict[str, Any]:
    return {
        "month": f"{month.year}-{month.month:02}",
        "sessions": month.sessions,
        "average_s": known_milliseconds(month.average_ns),
        "best_s": known_milliseconds(month.best_ns),
        "on_target": month.hits,
        "with_target": month.judged,
        "work_m": None if month.work_mm is None else to_metres(month.work_mm),
        "targets_s": [[milliseconds(low), milliseconds(high)] for low, high in month.targets],
    }
