"""The pages behind a session's first: its details with their formulas, comparisons, and seasons."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from trackbuddy.present.cells import cut, left, printable, width
from trackbuddy.present.compared import compared
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look
from trackbuddy.present.log_line import MONTHS, day
from trackbuddy.present.review_page import ReviewView
from trackbuddy.present.rows import Row, Span, gap, text_row, width_of
from trackbuddy.results import rounding, words
from trackbuddy.results.averages import Group
from trackbuddy.results.compare import Past
from trackbuddy.results.digest import spark
from trackbuddy.results.hand import Hand
from trackbuddy.results.line_fit import NORMAL_95
from trackbuddy.results.pacing import pacing
from trackbuddy.results.rows import Row as Rep
from trackbuddy.results.season import Season
from trackbuddy.units import decimal_metres

_TIME: Final = 8
"""Cells for a time beside another."""
WIDE_FROM: Final = 70
"""Columns from which a formula stands beside its number."""


def details(view: ReviewView, columns: int) -> tuple[Row, ...]:
    """As long as it needs to be; the screen scrolls it."""
    return tuple(_details(view, columns))


def _details(view: ReviewView, columns: int) -> Iterator[Row]:
    sheet = view.sheet
    for group in sheet.groups:
        if group.splits and len(group.rows) > 1:
            section = words.section(sheet.rows, group.rows[0])
            work = words.work(group.rows[0])
            yield text_row(f"{section}, {work}" if section else work, NOW)
            yield from _group(group, columns)
            yield ()
    lapped = [row for row in sheet.rows if len(row.laps) > 1]
    if lapped:
        yield text_row("LAPS" + (", in brackets how many a time covers" if _missed(lapped) else ""), NOW)
        for row in lapped:
            said = f"  {row.label or 'rep'} {row.number}"
            wide = 20 if columns >= WIDE_FROM else 10
            lines = textwrap.wrap(words.laps(row.laps), max(columns - wide - 1, 8))
            for at, line in enumerate(lines):
                yield (Span(left("" if at else said, wide)), Span(line, STRONG))
            for line in textwrap.wrap(words.evenness(pacing(row)), max(columns - wide - 1, 8)):
                yield (gap(wide), Span(line, FAINT))
        yield ()
    yield text_row("HAND TIMING", NOW)
    yield _fact("error of a rep", f"{sheet.hand.rep_s:.2f} s", words.thumb(sheet.hand), columns)
    yield ()
    totals = sheet.totals
    yield text_row("TOTALS", NOW)
    yield _fact("reps of the work", str(totals.reps), "", columns)
    work = "not known" if totals.work_mm is None else f"{decimal_metres(totals.work_mm)} m"
    metres = "reps by time with the metres entered" if any(row.plan.span_ns for row in sheet.rows) else ""
    yield _fact("distance", work, metres, columns)
    for name, ns, formula in (
        ("running", totals.work_ns, "sum of the times"),
        ("recovery", totals.recovery_ns, "sum of the rests between the reps"),
    ):
        if ns is not None or any(entry.rest for entry in sheet.entries):
            yield _fact(name, "not known" if ns is None else words.long(ns), formula, columns)
    if totals.work_ns and totals.recovery_ns:
        ratio = totals.recovery_ns / totals.work_ns
        yield _fact("work to recovery", f"1 : {ratio:.1f}", "recovery through running", columns)
    if view.remarks:
        yield ()
        yield text_row("REMARKS", NOW)
        for remark in view.remarks:
            yield from (text_row(line) for line in textwrap.wrap(printable(remark), max(columns - 4, 20)))


def _missed(rows: Sequence[Rep]) -> bool:
    return any(lap.spans != 1 for row in rows for lap in row.laps)


def _group(group: Group, columns: int) -> Iterator[Row]:
    mean_ns, metrics = group.mean_ns, group.metrics
    assert mean_ns is not None, "only groups with times are told"
    count = len(group.splits)
    yield _fact(
        "average",
        f"{words.timed(mean_ns)} ({count} of {group.run})",
        words.mean_noise(group),
        columns,
    )
    if metrics is None:
        return
    yield _fact("spread", words.spread(group), f"range {_range(group):.1f} s", columns)
    yield _fact("deviation", f"{metrics.sd_s:.2f} s", f"with n - 1; {metrics.cv_percent:.1f} % of the average", columns)
    if group.fade is not None:
        fade = group.fade
        said = f"{fade.slope_s:+.2f} s a rep"
        yield _fact("slope", said, f"least squares; 95 % within {fade.bound_s:.2f} s of it", columns)
        yield _fact("is the fade real?", str(fade.verdict), "yes where the interval leaves 0 out", columns)
    if metrics.drop_off_percent is not None:
        yield _fact("drop-off", f"{metrics.drop_off_percent:+.1f} %", "last three against first three", columns)
    if metrics.halves_ratio is not None:
        halves = "second half through first"
        yield _fact("halves", f"{metrics.halves_ratio:.3f}", halves, columns)
    yield _fact("decrement", f"{metrics.decrement_percent:.1f} %", "above as many reps at the best time", columns)
    if words.starts(group):
        yield text_row(cut(f" started: {words.starts(group)}; such times don't err alike", columns - 2), Look(Ink.NOW))


def _range(group: Group) -> float:
    """Of the two times as they are shown."""
    return (rounding.tenths(max(group.splits)) - rounding.tenths(min(group.splits))) / 10


def _fact(name: str, value: str, formula: str, columns: int) -> Row:
    """The formula is said whole or not at all."""
    start = (Span(left(f"  {name}", 20)), Span(left(value, max(17, width(value))) + " ", STRONG))
    return (*start, Span(formula, FAINT)) if width_of(start) + width(formula) < columns else start


# --- comparisons ----------------------------------------------------------------------------------------------------


def comparing(view: ReviewView, other: Past | None, columns: int) -> tuple[Row, ...]:
    """What there is to compare with, and the chosen one rep by rep."""
    return tuple(_comparing(view, other, columns))


def _comparing(view: ReviewView, other: Past | None, columns: int) -> Iterator[Row]:
    if not view.comparisons:
        said = "Nothing to compare with: no earlier session is made of the same reps. Rehearsals don't count."
        yield from (text_row(line) for line in textwrap.wrap(said, max(columns - 2, 20)))
    for one in view.comparisons:
        yield from (text_row(line) for line in textwrap.wrap(compared(one), max(columns - 4, 20)))
    if view.averages:
        season = spark(view.averages[-max(columns - 30, 8) :])
        start = (Span(" season ", FAINT), Span(season, Look(Ink.REST)))
        if width_of(start) + width(view.trend) + 3 <= columns:
            yield (*start, Span(f"  {view.trend}"))
        else:
            yield start
            yield from (text_row(line) for line in textwrap.wrap(view.trend, max(columns - 4, 20)))
    if other is None:
        return
    here = [row for row in view.sheet.rows if not row.voided and row.label is None]
    yield ()
    name = f"{printable(other.digest.name)}, " if other.digest.name else ""
    said = f"REP BY REP, against {name}{day(other.wall).replace('  ', ' ')}"
    yield from (text_row(line, NOW) for line in textwrap.wrap(said, max(columns - 2, 20)))
    yield text_row(f"{'REP':>4}{'NOW':>{_TIME}}{'THEN':>{_TIME}}  DIFF", FAINT)
    for place in range(max(len(here), len(other.digest.times))):
        yield _rep_by_rep(place, here, other.digest.times, view.sheet.hand, columns)
    best = [_best(tuple(row.split_ns for row in here)), _best(other.digest.times)]
    yield text_row(f"best{best[0]:>{_TIME}}{best[1]:>{_TIME}}", STRONG)


def _best(times: Sequence[int | None]) -> str:
    known = [ns for ns in times if ns is not None]
    return words.timed(min(known)) if known else "-"


def _rep_by_rep(place: int, here: Sequence[Rep], there: Sequence[int | None], hand: Hand, columns: int) -> Row:
    now = here[place].split_ns if place < len(here) else None
    then = there[place] if place < len(there) else None
    said = ["-" if ns is None else words.timed(ns) for ns in (now, then)]
    if now is None or then is None:
        return text_row(f"{place + 1:>4}{said[0]:>{_TIME}}{said[1]:>{_TIME}}")
    tenths = rounding.tenths(now) - rounding.tenths(then)
    noise = abs(tenths) <= round(10 * NORMAL_95 * math.sqrt(2) * hand.rep_s)  # between two hand-timed reps
    ink = Ink.TEXT if noise else Ink.FAST if tenths < 0 else Ink.SLOW
    told = (f"{tenths / 10:+.1f}" if tenths else "0.0") + (
        f"  {'within ' if columns >= 50 else ''}hand timing" if noise else ""
    )
    return (Span(f" {place + 1:>4}{said[0]:>{_TIME}}{said[1]:>{_TIME}}  "), Span(told, Look(ink)))


# --- seasons --------------------------------------------------------------------------------------------------------


def season_rows(seasons: Sequence[Season], columns: int) -> tuple[Row, ...]:
    """Every season one below the other."""
    return tuple(_seasons(seasons, columns))


def _seasons(seasons: Sequence[Season], columns: int) -> Iterator[Row]:
    if not seasons:
        yield text_row("No session was run twice yet.")
    for season in seasons:
        name = f"{printable(season.athlete)}   " if season.athlete else ""
        averages = tuple(past.digest.average_ns for past in season.sessions)[-max(columns - 60, 8) :]
        yield (Span(f" {name}", STRONG), Span(cut(season.title, 50), NOW), Span(f"   {spark(averages)}"))
        wide = columns >= WIDE_FROM
        head = f"{'MONTH':<10}{'SESSIONS' if wide else '':>{8 * wide}}{'AVERAGE':>10}{'BEST':>9}{'ON':>9}"
        yield text_row(f"{head}{'WORK':>10}  TARGET" if wide else head, FAINT)
        for month in season.months:
            target = ", then ".join(dict.fromkeys(_ends(low, high) for low, high in month.targets))
            average = "-" if month.average_ns is None else words.timed(month.average_ns)
            best = "-" if month.best_ns is None else words.timed(month.best_ns)
            on = f"{month.hits}/{month.judged}" if month.judged else "-"
            work = "-" if month.work_mm is None else f"{month.work_mm / 1_000_000:.1f} km"
            when = f"{MONTHS[month.month - 1]} {month.year}"
            said = f"{when:<10}{month.sessions if wide else '':>{8 * wide}}{average:>10}{best:>9}{on:>9}"
            yield text_row(cut(f"{said}{work:>10}  {target}" if wide else said, columns - 2), TEXT)
        told = season.trend.text if season.trend else "too few sessions with an average to say"
        yield from (text_row(line) for line in textwrap.wrap(f"trend: {told}", max(columns - 2, 20)))
        yield ()


def _ends(low: int, high: int) -> str:
    first, last = words.time(low), words.time(high)
    return first if first == last else f"{first}-{last}"
