"""Every rep of a session just run: what it was to be, what it was, what it was last time, and the rest behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from trackbuddy.present import numbers
from trackbuddy.present.cells import cut, left, printable, width
from trackbuddy.present.ink import FAINT, STRONG, TEXT, Ink, Look, strong
from trackbuddy.present.metres import is_asked
from trackbuddy.present.rows import Row, Span, gap, width_of, wrapped
from trackbuddy.present.scrolling import Stretch
from trackbuddy.present.shelf import INKS
from trackbuddy.results import words
from trackbuddy.results.pacing import pacing
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row as RepRow

WIDE_FROM: Final = 70
"""Columns from which there are work, the time before and the rest too."""
AIMED_FROM: Final = 40
"""And from which there is the target."""
_WIDEST_WORK: Final = 22
_WIDEST_TARGET: Final = 16
_BETWEEN: Final = 3
"""Cells between two columns of reps."""


@dataclass(frozen=True, slots=True)
class Table:
    """In as many columns side by side as it needs and there is room for, read from top to bottom."""

    head: Row
    body: tuple[Row, ...]
    across: int
    cells: int
    """Of one of those columns."""

    def fits(self, rows: int) -> bool:
        """With its head in so many rows."""
        return len(self.body) <= self.across * (rows - 1)

    def rows(self, part: Stretch) -> list[Row]:
        """The head, and what is in sight."""
        body = self.body[part.first : part.first + part.count]
        across = self.across if body else 1
        high = -(-len(body) // across)
        lines = [tuple(body[at::high]) for at in range(high)]
        return [self._side_by_side((self.head,) * across), *map(self._side_by_side, lines)]

    def _side_by_side(self, parts: tuple[Row, ...]) -> Row:
        return tuple(span for part in parts for span in (gap(1), *part, gap(self.cells - 1 - width_of(part))))


def done_table(sheet: Sheet, before: Mapping[int, int | None], columns: int, rows: int) -> Table:
    """For `rows` rows with its head. The time before goes where it keeps reps out of sight."""
    found = _table(sheet, before, columns, rows)
    if found.fits(rows) or not before:
        return found
    without = _table(sheet, {}, columns, rows)
    return without if without.fits(rows) else found


def _table(sheet: Sheet, before: Mapping[int, int | None], columns: int, rows: int) -> Table:
    form = _Form.of(sheet, before, columns)
    head, body = form.head, tuple(_lines(sheet, form, columns))
    wide = max(map(width_of, (head, *body))) + _BETWEEN
    needed = -(-len(body) // max(rows - 1, 1))
    across = max(min((columns + _BETWEEN) // wide, needed), 1)
    return Table(head, body, across, min(wide, columns))


@dataclass(frozen=True, slots=True)
class _Form:
    """Cells of the columns; 0 leaves one out."""

    work: int
    target: int
    before: Mapping[int, int | None]
    rest: int

    @staticmethod
    def of(sheet: Sheet, before: Mapping[int, int | None], columns: int) -> _Form:
        wide = columns >= WIDE_FROM
        works = max((width(words.work(row)) for row in sheet.rows), default=0)
        targets = max((width(printable(words.target(row.aim))) for row in sheet.rows), default=0)
        return _Form(
            work=min(works, _WIDEST_WORK) + 1 if wide else 0,
            target=min(max(targets, len("TARGET")), _WIDEST_TARGET) + 1 if columns >= AIMED_FROM else 0,
            before=before if wide else {},
            rest=8 if wide else 0,
        )

    @property
    def head(self) -> Row:
        target = f"{'TARGET':>{self.target}}" if self.target else ""
        before, rest = f"{'BEFORE':>9}" if self.before else "", f"{'REST':>8}" if self.rest else ""
        return (Span(f"{'REP':<4}{'':<{self.work}}{target}{'TIME':>9}  {'DIFF':<10}{before}{rest}", FAINT),)


def _lines(sheet: Sheet, form: _Form, columns: int) -> list[Row]:
    found: list[Row] = []
    averages = {id(group.rows[-1]): group for group in sheet.groups}
    section = None
    several = len({entry.row.section for entry in sheet.entries}) > 1
    for entry in sheet.entries:
        if several and entry.row.section != section:
            section = entry.row.section
            found.append((Span(words.section(sheet.rows, entry.row).upper() or "REPS", FAINT),))
        found.append(_entry(entry, form))
        laps = words.laps(entry.row.laps) if len(entry.row.laps) > 1 else ""
        for said in (f"laps {laps}", words.evenness(pacing(entry.row))) if laps else ():
            found += [(Span(f"    {line}", FAINT),) for line in wrapped(said, min(columns, 60) - 6) if line]
        group = averages.get(id(entry.row))
        if several and group is not None and len(group.rows) > 1 and group.splits:
            found.append((Span(f"    {words.average(group)}   {words.spread(group)}".rstrip(), STRONG),))
    if form.rest and any(entry.rest is not None and entry.rest.is_changed for entry in sheet.entries):
        found.append((Span("* another rest than planned", FAINT),))
    return found


def _entry(entry: Entry, form: _Form) -> Row:
    row, rest = entry.row, entry.rest
    ink = INKS[row.judged.word] if row.judged else Ink.TEXT
    taken = "" if rest is None or rest.taken_ns is None else words.time(rest.taken_ns)
    taken += "*" if rest is not None and rest.is_changed else ""
    then_ns = form.before.get(row.phase)
    then = "" if then_ns is None else words.timed(then_ns)
    target = cut(printable(words.target(row.aim)), max(form.target - 1, 0))
    return (
        Span(left(str(row.number), 4), FAINT),
        Span(left(words.work(row), form.work) if form.work else "", FAINT),
        Span(" " * (form.target - width(target)) + target if form.target else "", FAINT),
        Span(f"{_result(row):>9}", strong(ink) if row.judged else STRONG),
        Span(f"  {_difference(row):<10}", Look(ink)),
        Span(f"{then:>9}" if form.before else "", FAINT),
        Span(f"{taken:>{form.rest}}" if form.rest else "", TEXT),
    )


def _result(row: RepRow) -> str:
    if is_asked(row) and row.metres is None:
        return "metres?"
    return "run again" if row.voided else words.result(row)


def _difference(row: RepRow) -> str:
    """Or, of a rep by time, the pace."""
    return words.difference(row) if row.pace is None else numbers.pace_km(row.pace)
