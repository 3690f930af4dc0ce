"""The page of a running clock without a stadium: the number, and beside and below it what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.band import band_rows
from trackbuddy.present.beside import CELLS, panel_rows
from trackbuddy.present.beside import ROWS as PANEL_ROWS
from trackbuddy.present.foot import foot_rows, foot_size, notice_lines
from trackbuddy.present.ink import STRONG, Ink
from trackbuddy.present.rows import Row, Span, gap, key_rows, width_of
from trackbuddy.present.view import TONE_INK, LiveView
from trackbuddy.present.window import Window

_MORE_FOOT: Final = 4
"""Rows the foot may take of those that the number leaves free."""


def clock_page(view: LiveView, window: Window, *, alone: bool) -> list[Row]:
    """`alone`: little but the number."""
    top = list(band_rows(view, window.columns))
    foot_least = 2 if alone else foot_size(window.columns, window.rows)
    air = 1 if window.rows >= 22 else 0
    room = max(window.rows - len(top) - foot_least - air, 1)
    size = digits.fit(view.patterns, window.columns - 2, room)
    more = 0 if alone else min(room - (size.rows if size else 1), _MORE_FOOT)
    if alone:
        view = replace(view, panel=None)
    middle = _stage(view, window, size, room - more)
    if _has_panel(view, window, size):
        view = replace(view, panel=None, below=())
    foot = foot_rows(view, window.columns, foot_least + more, window.edges, alone=alone)
    return [*top, *[()] * air, *middle, *foot]


def filled_page(view: LiveView, window: Window) -> list[Row]:
    """3, 2, 1 and GO: nothing else but what is asked and the keys."""
    top = list(band_rows(view, window.columns))
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
class Place:
    """Where the clock's text stands."""

    text: str
    left: int
    right: int
    size: digits.Size


def place(view: LiveView, columns: int, size: digits.Size, *, centred: bool = False) -> Place:
    """At the right end of the box that the longest number fills; what is longer still is drawn smaller.

    `centred`: room that is kept free for tenths is shared by both sides.
    """
    assert view.clock is not None
    box = max(size.width(pattern) for pattern in view.patterns)
    end = (columns + box) // 2
    tail = size.width(view.clock.tail) + size.gap if view.clock.tail else 0
    text = digits.first_fitting(view.clock.texts, size, box - tail)
    if text is None:
        text = view.clock.texts[0]
        size = digits.fit((text,), max(box, columns - 2), size.rows) or size
        end, tail = (columns + size.width(text)) // 2, 0
    right = end - (tail // 2 if centred else tail)
    if view.clock.centred:
        right = (columns + size.width(text)) // 2
    return Place(text, right - size.width(text), right, size)


def _has_panel(view: LiveView, window: Window, size: digits.Size | None) -> bool:
    if view.panel is None or size is None or size.rows < PANEL_ROWS:
        return False
    return window.columns - place(view, window.columns, size).right - 4 >= CELLS


def _stage(view: LiveView, window: Window, size: digits.Size | None, rows: int) -> list[Row]:
    assert view.clock is not None
    ink = TONE_INK[view.tone]
    if size is None:
        line = min(view.clock.texts, key=len)
        return [(Span(line.center(window.columns), STRONG),), *[()] * (rows - 1)]
    at = place(view, window.columns, size)
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
