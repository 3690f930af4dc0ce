"""Done is the review of the session just run: what it comes to, what it compares with, and every rep in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from trackbuddy.present.band import band_rows
from trackbuddy.present.compared import compared
from trackbuddy.present.done_table import Table, done_table
from trackbuddy.present.foot import notice_lines
from trackbuddy.present.ink import STRONG, TEXT
from trackbuddy.present.review_chart import sheet_chart
from trackbuddy.present.rows import Row, key_rows, side_by_side, text_row, wrapped
from trackbuddy.present.scrolling import Stretch, in_sight, most, stretch
from trackbuddy.present.squad_results import squad_results
from trackbuddy.present.view import LiveView
from trackbuddy.present.window import Window
from trackbuddy.results import words
from trackbuddy.results.compare import With
from trackbuddy.results.digest import work_of
from trackbuddy.results.review import Sheet

LEAST_CHART: Final = 6
MOST_CHART: Final = 13
LEAST_TABLE: Final = 7
"""Rows that are worth scrolling in by themselves; in fewer the whole page scrolls."""


def done_page(view: LiveView, window: Window, scrolled: int = 0) -> list[Row]:
    """The table comes first: the chart has the rows that are left. `scrolled`: rows above those in sight."""
    frame = _Frame.of(view, window)
    page = frame.page(scrolled)
    return [*frame.top, *page, *[()] * (frame.room - len(page)), *frame.foot]


def most_scrolled(view: LiveView, window: Window) -> int:
    """How far there is anything to scroll."""
    return _Frame.of(view, window).most


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stays where it is, and what is between."""

    view: LiveView
    window: Window
    top: tuple[Row, ...]
    foot: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    table: Table | None = None
    """None for a squad."""
    squad: tuple[Row, ...] = ()

    @staticmethod
    def of(view: LiveView, window: Window) -> _Frame:
        columns = window.columns
        top = tuple(band_rows(view, columns))
        foot = (*(notice_lines(view, columns) or [()]), *key_rows(view.keys, columns, 2 if columns < 70 else 1))
        if view.squad is not None:
            squad = tuple(squad_results(view.squad, view.sheets, view.comparisons, columns))
            return _Frame(view, window, top, foot, squad=squad)
        sheet = view.sheets[0]
        head = tuple(_headline(view, sheet, columns))
        room = window.rows - len(top) - len(foot) - len(head) - 1
        return _Frame(view, window, top, foot, head, done_table(sheet, _before(view, sheet), columns, room))

    @property
    def room(self) -> int:
        return max(self.window.rows - len(self.top) - len(self.foot), 0)

    @property
    def inside(self) -> int:
        """Rows for the table, its head among them."""
        return self.room - len(self.head) - 1

    def page(self, scrolled: int) -> list[Row]:
        """At most `room` rows."""
        columns = self.window.columns
        if self.table is None:
            return in_sight(self.squad, self.room, columns, scrolled)
        if self.inside < LEAST_TABLE:
            return in_sight(self._all, self.room, columns, scrolled)
        part = self._part(self.table, scrolled)
        if not part.is_all:
            return [*self.head, (), *self.table.rows(part), part.row(columns)]
        rows = self.table.rows(part)
        spare = min(self.inside - len(rows) - 1, MOST_CHART)
        drawn = sheet_chart(self.view.sheets[0], columns, spare) if spare >= LEAST_CHART else ()
        return [*self.head, (), *drawn, *([()] if drawn else []), *rows]

    @property
    def _all(self) -> tuple[Row, ...]:
        return self.squad if self.table is None else (*self.head, self.table.head, *self.table.body)

    def _part(self, table: Table, scrolled: int) -> Stretch:
        if table.fits(self.inside):
            return Stretch(0, len(table.body), 0)
        return stretch(len(table.body), table.across * (self.inside - 2), scrolled)

    @property
    def most(self) -> int:
        if self.table is None or self.inside < LEAST_TABLE:
            return most(len(self._all), self.room)
        return 0 if self.table.fits(self.inside) else len(self.table.body) - self.table.across * (self.inside - 2)


def _headline(view: LiveView, sheet: Sheet, columns: int) -> list[Row]:
    """`av 34.1 (7 of 8)   33.2-34.9   target 34.0, +0.1   on in 5 of 7`, whether it faded, and last time."""
    group = sheet.headline
    if group is None:
        return []
    parts = [words.average(group), words.spread(group), words.against(group), words.hit_rate(group.hits)]
    fade = wrapped(words.fade(group.fade), columns - 2) if group.fade else []
    found = [text_row(line, STRONG) for line in (*side_by_side(tuple(filter(None, parts)), columns), *fade)]
    for one in view.comparisons[0][:1] if view.comparisons else ():
        found += [text_row(line, TEXT) for line in wrapped(compared(one), columns - 2)]
    return found


def _before(view: LiveView, sheet: Sheet) -> Mapping[int, int | None]:
    """What each rep took last time, by phase; empty where the same session was never run."""
    one = next(iter(view.comparisons[0]), None) if view.comparisons else None
    if one is None or one.kind not in {With.LAST, With.LAST_AND_BEST}:
        return {}
    return dict(zip((row.phase for row in work_of(sheet.rows)), one.times, strict=False))
