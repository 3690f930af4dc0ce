"""One saved session as a page: what a coach writes down first, then the chart, then rep by rep."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.session import Covered, SameDistance, SameTime, SendOff, Timed
from trackbuddy.present import numbers
from trackbuddy.present.cells import cut, left, printable, width
from trackbuddy.present.compared import compared
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look, chip, strong
from trackbuddy.present.log_line import day
from trackbuddy.present.review_chart import sheet_chart
from trackbuddy.present.rows import Row, Span, apart, gap, text_of, text_row, wrapped
from trackbuddy.present.scrolling import stretch
from trackbuddy.results import words
from trackbuddy.results.compare import Comparison
from trackbuddy.results.digest import spark
from trackbuddy.results.judge import Word
from trackbuddy.results.pacing import pacing
from trackbuddy.results.rests import Rest
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row as Rep
from trackbuddy.results.rows import Standing
from trackbuddy.units import distance

SIDE_FROM: Final = 110
"""Columns from which the comparisons stand beside the chart."""
SIDE: Final = 40
NARROW: Final = 60
"""Columns below which the rest goes, and what the clock counted from."""
CHART_FROM: Final = 20
"""Rows from which there is a chart."""
_INKS: Final = {Word.ON: Ink.ON, Word.FAST: Ink.FAST, Word.SLOW: Ink.SLOW}


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What the page is told. Titles and notes are the user's own text."""

    title: str
    when: str
    """Day and time of day."""
    standing: str
    sheet: Sheet
    who: str = ""
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    averages: tuple[int | None, ...] = ()
    """Of the same session, oldest first, this one the last."""
    trend: str = ""
    original: bool = False
    """Repairs are left away."""


def page(view: ReviewView, selected: int, columns: int, rows: int) -> tuple[Row, ...]:
    """Exactly `rows` rows. `selected` is the entry with the bar."""
    side = columns >= SIDE_FROM
    top = [*_head(view, columns), (), *_summary(view, columns)]
    top += [text_row(line, FAINT) for line in _pacing(view.sheet, selected, columns)]
    if side:
        body = _body(view.sheet, selected, columns - SIDE - 2, rows - len(top) - 1, many=13)
        shown = [*top, (), *_beside(body, list(_side(view)), columns - SIDE - 2)]
        return tuple((*shown, *[()] * rows)[:rows])
    for one in view.comparisons[:1]:
        top += [text_row(cut(line, columns - 2), FAINT) for line in wrapped(compared(one), columns - 2)[:2]]
    notes = [text_row(cut(f"note: {printable(note)}", columns - 2)) for note in view.notes[:2]]
    below = [(), *notes] if notes and rows >= CHART_FROM - 2 else []
    body = _body(view.sheet, selected, columns, rows - len(top) - 1 - len(below), many=9)
    return tuple((*top, (), *body, *below, *[()] * rows)[:rows])


def _body(sheet: Sheet, selected: int, columns: int, rows: int, *, many: int) -> list[Row]:
    """The chart and the table in so many rows at the most; `many` rows of the table go before the chart."""
    table, bar = _table(sheet, selected, columns)
    high = min(rows - 1 - min(len(table), many), 13)
    drawn = sheet_chart(sheet, columns, high if rows >= CHART_FROM - 8 else 0)
    above = [*drawn, ()] if drawn else []
    return [*above, *_window(table, bar, rows - len(above))]


def _head(view: ReviewView, columns: int) -> list[Row]:
    """In two rows where one has no room for it."""
    mark = (Span("  AS IT WAS TAPPED ", chip(Ink.NOW)),) if view.original else ()
    who = f"   {printable(view.who)}" if view.who else ""
    end = (Span(view.when if view.original else f"{view.when}   {view.standing}", FAINT),)
    start = (Span(printable(view.title), NOW), Span(who, STRONG), *mark)
    wide = sum(width(span.text) for span in (*start, *end)) + 5
    if wide <= columns:
        return [apart(start, (gap(2), *end), columns)]
    return [(gap(1), *start), (gap(1), *end)]


def _summary(view: ReviewView, columns: int) -> Iterator[Row]:
    sheet, group = view.sheet, view.sheet.headline
    if group is None:
        yield text_row(words.hit_rate(sheet.hits) or _without_times(sheet), STRONG)
        return
    word = group.judged.word if group.judged else None
    parts = [Span(words.average(group), STRONG), Span(words.spread(group))]
    parts.append(Span(words.against(group), strong(_INKS[word]) if word else TEXT))
    parts.append(Span(words.hit_rate(sheet.hits)))
    fade = words.fade(group.fade) if group.fade is not None else ""
    parts.append(Span(fade, FAINT))
    rows: list[list[Span]] = [[gap(1)]]
    for part in filter(lambda part: part.text, parts):
        if len(rows[-1]) > 1 and width(text_of(tuple(rows[-1]))) + width(part.text) > columns - 1:
            rows.append([gap(1)])
        rows[-1] += [part, gap(4)]
    for row in rows:
        spans = tuple(row[:-1])
        if width(text_of(spans)) <= columns - 1:
            yield spans
        else:
            yield from (text_row(line, spans[-1].look) for line in wrapped(spans[-1].text, columns - 2))
    if words.starts(group):
        said = f"started in different ways: {words.starts(group)}"
        yield from (text_row(line, Look(Ink.NOW)) for line in wrapped(said, columns - 2))


def _without_times(sheet: Sheet) -> str:
    """`6 strides`, `4 reps by the clock, 3 of them without metres: M types them`."""
    counted = [row for row in sheet.rows if row.standing is Standing.COUNTED and not row.voided]
    if counted and len(counted) == len(sheet.rows):
        return words.counted(len(counted), str(counted[0].label or "rep"))
    clocked = [row for row in sheet.rows if row.standing is Standing.CLOCK and row.label is None and not row.voided]
    unknown = sum(row.metres is None for row in clocked)
    if not clocked:
        return "nothing to average"
    said = f"{words.counted(len(clocked), 'rep')} by the clock"
    return f"{said}, {unknown} without metres: M types them" if unknown else said


def _pacing(sheet: Sheet, selected: int, columns: int) -> list[str]:
    """Of the rep with the bar, where it has laps."""
    rows = [row for row in sheet.rows[selected : selected + 1] if len(row.laps) > 1]
    if not rows:
        return []
    many = sum(len(row.laps) > 1 for row in sheet.rows) > 1
    said = f"rep {rows[0].number}: laps" if many else "laps"
    even = words.evenness(pacing(rows[0]))
    return wrapped(f"{said} {words.laps(rows[0].laps)}" + (f"; {even}" if even else ""), columns - 2)


# --- beside the chart -----------------------------------------------------------------------------------------------


def _side(view: ReviewView) -> Iterator[Row]:
    for one in view.comparisons:
        when = day(one.wall).replace("  ", " ") if one.wall else f"of {one.of} sessions"
        yield (Span(one.kind.upper(), NOW), Span(f"  {when}", FAINT))
        target = f"  target {one.target}" if one.target else ""
        word = _way(one)
        yield (Span(f"av {words.timed(one.average_ns)}{target}"),)
        yield from ((Span(line, Look(word)),) for line in textwrap.wrap(one.text, SIDE - 1))
        yield from ((Span(line, FAINT),) for line in textwrap.wrap(f"then {one.apart}" if one.apart else "", SIDE - 1))
    if view.averages:
        bars = view.averages[-(SIDE - 2) :]
        yield (Span("SEASON", NOW), Span(f"  {words.counted(len(view.averages), 'session')}", FAINT))
        yield (Span(spark(bars), Look(Ink.REST)),)
        yield from ((Span(line),) for line in textwrap.wrap(view.trend, SIDE - 1))
    if view.notes or view.tags:
        yield (Span("NOTE", NOW),)
        for note in view.notes:
            yield from ((Span(line),) for line in textwrap.wrap(printable(note), SIDE - 1))
        if view.tags:
            yield (Span(cut(" ".join(map(printable, view.tags)), SIDE - 1), FAINT),)


def _way(one: Comparison) -> Ink:
    if one.difference_ns is None or one.is_noise:
        return Ink.TEXT
    return Ink.FAST if one.difference_ns < 0 else Ink.SLOW


def _beside(drawn: Sequence[Row], panel: Sequence[Row], columns: int) -> list[Row]:
    count = max(len(drawn), len(panel))
    found: list[Row] = []
    for y in range(count):
        start = drawn[y] if y < len(drawn) else ()
        found.append((*start, gap(columns - width(text_of(start))), *(panel[y] if y < len(panel) else ())))
    return found


# --- rep by rep -----------------------------------------------------------------------------------------------------


def _table(sheet: Sheet, selected: int, columns: int) -> tuple[list[Row], int]:
    """Heading and rows, and which of them has the bar."""
    wide = _widths(sheet, columns)
    rows: list[Row] = [text_row(_heads(wide), FAINT)]
    bar, before = 1, ""
    averages = {id(group.rows[-1]): group for group in sheet.groups if len(sheet.groups) > 1 and len(group.rows) > 1}
    for place, entry in enumerate(sheet.entries):
        section = words.section(sheet.rows, entry.row) if entry.row.label is None else ""
        if section != before and section:
            rows.append(text_row(section, FAINT))
        before = section or before
        bar = len(rows) if place == selected else bar
        rows.append(_entry(entry, wide, selected=place == selected))
        group = averages.get(id(entry.row))
        if group is not None and group.splits:
            rows.append(text_row(f"     {words.average(group)}  {words.spread(group)}", STRONG))
    if not sheet.entries:
        rows.append(text_row("no rep was run"))
    return rows, bar


@dataclass(frozen=True, slots=True)
class _Widths:
    """Cells of the columns whose width depends on the session; 0 leaves one out."""

    work: int
    target: int
    laps: int
    rest: bool
    """Planned and taken, and what the clock counted from."""


def _widths(sheet: Sheet, columns: int) -> _Widths:
    works = {words.work(row) for row in sheet.rows}
    work = max(width(one) for one in works) + 1 if len(works) > 1 else 0
    target = max((width(printable(words.target(row.aim))) for row in sheet.rows), default=0)
    target = min(max(target, 6), 13)
    laps = max((width(words.laps(row.laps)) + 1 for row in sheet.rows if len(row.laps) > 1), default=0)
    room = columns - 61 - work - target
    return _Widths(work, target, laps if laps <= room else 0, columns >= NARROW)


def _heads(wide: _Widths) -> str:
    work, lap = left("WORK", wide.work) if wide.work else "", left("LAPS", wide.laps) if wide.laps else ""
    rest = f"{lap}{'REST':>8}{'TAKEN':>8}  STARTED" if wide.rest else lap
    return f"{'REP':>4}  {work}{'TARGET':>{wide.target}} {'TIME':>8}  {left('DIFF', 10)} {rest}"


def _entry(entry: Entry, wide: _Widths, *, selected: bool) -> Row:
    row, rest = entry.row, entry.rest
    ink = _INKS[row.judged.word] if row.judged else Ink.TEXT
    planned = "" if rest is None else _planned(rest)
    taken = "" if rest is None or rest.taken_ns is None else words.time(rest.taken_ns)
    laps = words.laps(row.laps) if len(row.laps) > 1 else ""
    missing = row.standing is Standing.NO_TIME
    said = "no tap" if missing else words.difference(row) if row.pace is None else numbers.pace_km(row.pace)
    return (
        Span("▌" if selected else " ", Look(Ink.NOW)),
        Span(f"{row.number:>4}  ", STRONG if selected else TEXT),
        Span(left(words.work(row), wide.work) if wide.work else ""),
        Span(f"{cut(printable(words.target(row.aim)), wide.target):>{wide.target}} ", FAINT),
        Span(f"{words.result(row):>8}  ", strong(Ink.NOW) if missing else STRONG),
        Span(left(said, 10) + " ", Look(Ink.NOW) if missing else Look(ink)),
        Span(left(laps, wide.laps) if wide.laps else ""),
        *(_rest(planned, taken, row, is_changed=rest is not None and rest.is_changed) if wide.rest else ()),
        Span(_marks(row), Look(Ink.NOW)),
    )


def _rest(planned: str, taken: str, row: Rep, *, is_changed: bool) -> Row:
    return (
        Span(f"{planned:>8}", FAINT),
        Span(f"{taken:>8}", Look(Ink.NOW) if is_changed else TEXT),
        Span(f"  {words.STARTED[row.start]:<6}", FAINT),
    )


def _planned(rest: Rest) -> str:
    """`30s`, `200m`; `on 2:30`, `equal`: as far or as long as the rep, `open`."""
    match rest.plan.measure:
        case Timed(ns=ns):
            return numbers.length(ns)
        case Covered(mm=mm):
            return distance(mm)
        case SendOff(ns=ns):
            return f"on {numbers.length(ns)}"
        case SameDistance() | SameTime():
            return "equal"
        case _:
            return "open"


def _marks(row: Rep) -> str:
    marks = (("run again", row.voided), ("left out", row.excluded), ("repaired", row.mended))
    return " ".join(word for word, holds in marks if holds)


def _window(table: list[Row], bar: int, room: int) -> list[Row]:
    """The heading, and the rows around the one with the bar; what doesn't fit is counted."""
    if len(table) <= room or room < 4:
        return table[: max(room, 0)]
    body, inside = table[1:], room - 2
    part = stretch(len(body), inside, max(bar - 1 - inside // 2, 0))
    return [table[0], *body[part.first : part.first + part.count], text_row(part.text, FAINT)]
