"""A view laid out for a window of any size: rows of spans, each with the part it plays, exactly as many as fit.

The big number comes first: what else there is gives way row by row, in a fixed order, until the number is as large as
the window's width allows. Nothing that comes and goes moves anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.cells import cut, left, width
from trackbuddy.present.rows import (
    Role,
    Row,
    Span,
    blank,
    filled,
    gauge_row,
    header_rows,
    key_rows,
    laps_row,
    notice_rows,
    text_row,
)
from trackbuddy.present.shelf import shelf_rows, shelf_size
from trackbuddy.present.view import LiveView

PANEL_CELLS: Final = 26
"""Fits `10s beep, then 3-2-1 GO` and leaves a minute's countdown ten rows high at 80 columns."""
PANEL_FROM: Final = 60
"""Narrower windows put the panel's lines below the number."""
SMALLEST_BIG: Final = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows that belong together and where they stand in the order of giving way."""

    rows: tuple[Row, ...]
    gives_way: int
    """The highest goes first; 0 never does."""


def lay_out(view: LiveView, columns: int, rows: int, *, glance: bool = False) -> tuple[Row, ...]:
    """Exactly `rows` rows of exactly `columns` cells. `glance`: little but the big number."""
    above, beneath = _parts(view, columns, rows, glance=glance)
    wanted = min(digits.rows_at(digits.scale_for(digits.USUAL, columns, rows)), 2 * rows // 3)
    if view.table:
        wanted = min(len(view.table), 2 * rows // 3)
    above, beneath = _made_room(above, beneath, rows, max(wanted, SMALLEST_BIG))
    top, foot = _flat(above), _flat(beneath)
    stage = rows - len(top) - len(foot)
    middle = _middle(view, columns, max(stage, 0), glance=glance)
    page = [*top, *middle, *foot]
    return tuple(filled(row, columns) for row in page[:rows])


def _flat(parts: list[_Part]) -> list[Row]:
    return [row for part in parts for row in part.rows]


def _made_room(above: list[_Part], beneath: list[_Part], rows: int, wanted: int) -> tuple[list[_Part], list[_Part]]:
    while rows - len(_flat(above)) - len(_flat(beneath)) < wanted:
        weakest = max((*above, *beneath), key=lambda part: part.gives_way)
        if weakest.gives_way == 0:
            break
        above = [part for part in above if part is not weakest]
        beneath = [part for part in beneath if part is not weakest]
    return above, beneath


def _parts(view: LiveView, columns: int, rows: int, *, glance: bool) -> tuple[list[_Part], list[_Part]]:
    """What stands above the big number and what beneath it."""
    header = header_rows(view, columns)
    keys = key_rows(view.keys, columns, 2 if columns < 70 and rows >= 18 else 1)
    notices = notice_rows(view.notices, columns, 2 if columns < 74 else 1)
    gauge = (gauge_row(view.gauge, columns),) if view.gauge else ()
    above = [_Part(header[:1], 0), _Part(header[1:], 4), _Part((blank(),), 50)]
    if glance:
        return above, [_Part(gauge, 3), _Part(notices, 1), _Part(keys, 2)]
    narrow = view.panel if columns < PANEL_FROM else ()
    lines = [*_paragraphs(narrow, columns)]
    for line in view.below:
        lines += _paragraphs(tuple(line.split("   ")), columns)
    shelf = shelf_rows(view.reps, view.current, columns, shelf_size(view.reps, columns))
    beneath = [
        _Part((blank(),), 51),
        _Part(gauge, 3),
        _Part(shelf, 6),
        _Part((laps_row(view.laps, columns),) if view.laps else (), 5),
        _Part(tuple(text_row(line, Role.STRONG) for line in _paragraphs(view.outlook, columns)), 4),
        *(_Part((text_row(line),), 7 + index) for index, line in enumerate(lines)),
        _Part(notices, 1),
        _Part((_status(view, columns),), 40),
        _Part(keys, 2),
    ]
    return above, beneath


def _paragraphs(panel: tuple[str, ...], columns: int) -> Iterator[str]:
    """A panel's lines side by side, a paragraph a line or more."""
    line = ""
    for item in (*panel, ""):
        joined = f"{line}   {item.strip()}" if line else item.strip()
        if item and width(joined) <= columns - 2:
            line = joined
            continue
        if line:
            yield line
        line = item.strip()


def _status(view: LiveView, columns: int) -> Row:
    """Sound and average; where a second notice waits, it takes the place of the sound."""
    if len(view.notices) > 1 and columns >= 74:
        second = view.notices[1]
        start, role = second.text, Role(f"notice-{second.urgency}")
    else:
        start, role = view.status, Role.FAINT
    end = view.average
    room = columns - 2 - width(end) - (2 if end else 0)
    start = cut(start, max(room, 0))
    gap = columns - 2 - width(start) - width(end)
    return (Span(" ", Role.TEXT), Span(start, role), Span(" " * gap, Role.TEXT), Span(end, Role.STRONG))


def _middle(view: LiveView, columns: int, rows: int, *, glance: bool) -> list[Row]:
    if view.table:
        return _results(view, columns, rows)
    beside = bool(view.panel) and columns >= PANEL_FROM and not glance
    panel_cells = max(PANEL_CELLS, columns // 4) if beside else 0
    room = columns - (panel_cells + 1 if beside else 0)
    text = digits.choose(view.big, room, rows)
    drawn = digits.draw(text, room, rows)
    if not beside:
        return [(Span(line, Role.BIG),) for line in drawn]
    lines = _panel_lines(view.panel, rows)
    first = max((rows - len(lines)) // 2, 0)
    page: list[Row] = []
    for index, line in enumerate(drawn):
        at = index - first
        words = lines[at] if 0 <= at < len(lines) else ""
        role = Role.STRONG if at in (0, 1) else Role.PANEL
        page.append((Span(line, Role.BIG), Span(" ", Role.TEXT), Span(left(words, panel_cells), role)))
    return page


def _panel_lines(panel: tuple[str, ...], rows: int) -> tuple[str, ...]:
    """Without its blank lines where they don't fit, then without the last lines."""
    if len(panel) > rows:
        panel = tuple(line for line in panel if line)
    return panel[:rows]


def _results(view: LiveView, columns: int, rows: int) -> list[Row]:
    """The table, and below it one number with its caption, as large as fits into what is left."""
    left_over = rows - len(view.table) - 2
    if not view.big or left_over < SMALLEST_BIG:
        return _table(view.table, columns, rows)
    text = digits.choose(view.big, columns, left_over)
    high = max(digits.rows_at(digits.scale_for(text, columns, left_over)), 1)
    caption = (Span(view.caption.center(columns), Role.STRONG),)
    drawn = [(Span(line, Role.BIG),) for line in digits.draw(text, columns, high)]
    page: list[Row] = [*_table(view.table, columns, len(view.table)), (), caption, *drawn]
    return page + [()] * (rows - len(page))


def _table(lines: tuple[str, ...], columns: int, rows: int) -> list[Row]:
    """In as many columns as it needs and as fit; what still has no place is counted."""
    cells = min(max(width(line) for line in lines) + 4, columns)
    fit = max(columns // cells, 1)
    needed = min(max(-(-len(lines) // max(rows, 1)), 1), fit)
    room = needed * rows
    if len(lines) > room and room > 1:
        hidden = len(lines) - room + 1
        lines = (f"    ... {hidden} lines before, in the log", *lines[hidden:])
    height = -(-len(lines) // needed)
    page: list[Row] = []
    for at in range(rows):
        parts = lines[at : at + needed * height : height] if at < height else ()
        page.append((Span("".join(left(part, cells) for part in parts), Role.TEXT),))
    return page
