"""A view laid out for a window of any size: rows of spans, exactly as many as fit.

The clock comes first: it is as large as the session's longest number allows, and what else there is gets the rows that
are left. Its size depends on the session and the window alone: nothing that comes and goes moves anything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.band import ONE_ROW_FROM, band_rows
from trackbuddy.present.beside import CELLS, panel_rows
from trackbuddy.present.beside import ROWS as PANEL_ROWS
from trackbuddy.present.cells import cut
from trackbuddy.present.foot import foot_rows, foot_size, notice_lines
from trackbuddy.present.ink import STRONG, Colour, Edges, Ink, Mix
from trackbuddy.present.rows import Row, Span, filled, gap, key_rows, text_row, width_of, wrapped
from trackbuddy.present.tables import table_rows
from trackbuddy.present.view import TONE_INK, LiveView

LEAST_COLUMNS: Final = 24
LEAST_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Window:
    """What there is to draw on."""

    columns: int
    rows: int
    edges: Edges = Edges.SMOOTH


def lay_out(
    view: LiveView, columns: int, rows: int, *, glance: bool = False, edges: Edges = Edges.SMOOTH
) -> tuple[Row, ...]:
    """Exactly `rows` rows of exactly `columns` cells. `glance`: little but the big number."""
    window = Window(columns, rows, edges)
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        page = _too_small(view, window)
    elif view.clock is None:
        page = _text_page(view, window)
    else:
        page = _clock_page(view, window, glance=glance)
    found = tuple(filled(row, columns) for row in (*page, *[()] * rows)[:rows])
    return tuple(_inverse(row, edges) for row in found) if view.is_go else found


def _inverse(row: Row, edges: Edges) -> Row:
    """Dark and light change places."""
    if edges is Edges.BARE:
        return tuple(Span(text, look._replace(inverse=not look.inverse)) for text, look in row)
    return tuple(Span(text, look._replace(ink=_other(look.ink), ground=_other(look.ground))) for text, look in row)


def _other(colour: Colour) -> Colour:
    if isinstance(colour, Mix):
        return Mix(_OTHER.get(colour.over, colour.over), _OTHER.get(colour.under, colour.under), colour.share)
    return _OTHER.get(colour, colour)


_OTHER: Final = {Ink.TEXT: Ink.GROUND, Ink.GROUND: Ink.TEXT, Ink.CAP: Ink.GROUND}


def _too_small(view: LiveView, window: Window) -> list[Row]:
    """The number in plain letters, any question, and why there is no more."""
    number = view.clock.texts[0] if view.clock else ""
    lines = [f"{number}  {view.heading}".strip(), *(notice.text for notice in view.notices[:1])]
    lines.append(f"too small: {window.columns}x{window.rows}; timing goes on")
    return [(Span(line, STRONG),) for text in lines for line in wrapped(text, window.columns)]


# --- with a clock ---------------------------------------------------------------------------------------------------


def _clock_page(view: LiveView, window: Window, *, glance: bool) -> list[Row]:
    top = list(band_rows(view, window.columns))
    foot_least = 2 if glance else foot_size(window.columns, window.rows)
    air = 1 if window.rows >= 22 else 0
    room = max(window.rows - len(top) - foot_least - air, 1)
    size = digits.fit(view.patterns, window.columns - 2, room)
    high = size.rows if size else 1
    spare = room - high
    foot_extra = 0 if glance else min(spare, 4)
    stage = room - foot_extra
    if view.clock is not None and view.clock.fills:
        return _filled_page(view, window, top)
    if glance:
        view = replace(view, panel=None)
    middle = _stage(view, window, size, stage)
    if _has_panel(view, window, size):
        view = replace(view, panel=None, below=())
    foot = foot_rows(view, window.columns, foot_least + foot_extra, window.edges, glance=glance)
    return [*top, *[()] * air, *middle, *foot]


def _filled_page(view: LiveView, window: Window, top: list[Row]) -> list[Row]:
    """3, 2, 1 and GO: nothing else but what is asked and the keys."""
    keys = list(key_rows(view.keys, window.columns, 1))
    notices = notice_lines(view, window.columns)
    room = window.rows - len(top) - len(keys) - len(notices) - 1
    text = view.clock.texts[0] if view.clock else ""
    size = digits.fit((text,), window.columns - 2, max(room - 1, 1))
    ink = Ink.TEXT if view.is_go else TONE_INK[view.tone]
    middle = _centred(text, size, ink, window, max(room, 0))
    return [*top, *middle, *notices, *[()] * (window.rows - len(top) - len(middle) - len(notices) - len(keys)), *keys]


def _centred(text: str, size: digits.Size | None, ink: Ink, window: Window, rows: int) -> list[Row]:
    if size is None:
        return [(Span(text.center(window.columns), STRONG),), *[()] * max(rows - 1, 0)]
    drawn = digits.draw(text, size, ink, Ink.GROUND, window.edges)
    before = (window.columns - size.width(text)) // 2
    above = max((rows - size.rows + 1) // 2, 0)
    page: list[Row] = [*[()] * above, *((gap(before), *row) for row in drawn)]
    return [*page, *[()] * (rows - len(page))]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the clock's text stands."""

    text: str
    left: int
    right: int
    size: digits.Size


def _place(view: LiveView, window: Window, size: digits.Size) -> _Place:
    """At the right end of the box that the longest number fills; what is longer still is drawn smaller."""
    assert view.clock is not None
    box = max(size.width(pattern) for pattern in view.patterns)
    end = (window.columns + box) // 2
    tail = size.width(view.clock.tail) + size.gap if view.clock.tail else 0
    text = digits.first_fitting(view.clock.texts, size, box - tail)
    if text is None:
        text = view.clock.texts[0]
        size = digits.fit((text,), window.columns - 2, size.rows) or size
        end, tail = (window.columns + size.width(text)) // 2, 0
    right = end - tail
    if view.clock.centred:
        right = (window.columns + size.width(text)) // 2
    return _Place(text, right - size.width(text), right, size)


def _has_panel(view: LiveView, window: Window, size: digits.Size | None) -> bool:
    if view.panel is None or size is None or size.rows < PANEL_ROWS:
        return False
    return window.columns - _place(view, window, size).right - 4 >= CELLS


def _stage(view: LiveView, window: Window, size: digits.Size | None, rows: int) -> list[Row]:
    assert view.clock is not None
    ink = TONE_INK[view.tone]
    if size is None:
        line = min(view.clock.texts, key=len)
        return [(Span(line.center(window.columns), STRONG),), *[()] * (rows - 1)]
    at = _place(view, window, size)
    drawn = digits.draw(at.text, at.size, ink, Ink.GROUND, window.edges)
    above = (rows - len(drawn)) // 2
    page: list[Row] = [*[()] * above, *((gap(at.left), *row) for row in drawn)]
    page += [()] * (rows - len(page))
    if not _has_panel(view, window, size) or view.panel is None:
        return page
    right, room = at.right + 3, window.columns - at.right - 4
    lines = panel_rows(view.panel, room, rows, window.edges)
    first = max((rows - len(lines)) // 2, 0)
    for index, words in enumerate(lines, first):
        page[index] = (*page[index], gap(right - width_of(page[index])), *words)
    return page


# --- without a clock ------------------------------------------------------------------------------------------------


def _text_page(view: LiveView, window: Window) -> list[Row]:
    top = [*band_rows(view, window.columns), ()]
    keys = list(key_rows(view.keys, window.columns, 2 if window.columns < ONE_ROW_FROM else 1))
    notices = notice_lines(view, window.columns) or [()]
    room = max(window.rows - len(top) - len(keys) - len(notices), 0)
    if view.table:
        middle = table_rows(view.table, window.columns, room)
    else:
        middle = [text_row(cut(line, window.columns - 2), STRONG) for line in view.below][:room]
    return [*top, *middle, *[()] * (room - len(middle)), *notices, *keys]
