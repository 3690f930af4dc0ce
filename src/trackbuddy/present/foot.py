"""Below the clock: the bar, the reps, what comes, what has to be said, and the keys. Its height never changes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Final

from trackbuddy.present.band import ONE_ROW_FROM
from trackbuddy.present.cells import cut, width
from trackbuddy.present.gauge import gauge_row, has_tail
from trackbuddy.present.ink import FAINT, STRONG, Edges, Ink, Look, chip, strong
from trackbuddy.present.rows import Row, Span, gap, key_rows, side_by_side, text_row
from trackbuddy.present.shelf import shelf_rows
from trackbuddy.present.view import LiveView, Notice, Urgency

_ASKS: Final = re.compile(r"   (\S+)(?: again)? = ")
"""The key that answers a notice, which is its button."""
_URGENT: Final = {Urgency.ALARM: chip(Ink.ALARM), Urgency.ASKING: chip(Ink.NOW), Urgency.CALM: strong(Ink.NOW)}


def foot_size(columns: int, rows: int) -> int:
    """Rows for all this in a window of this size."""
    if rows < 13:
        return 3
    if rows < 18:
        return 5
    return 9 if columns < ONE_ROW_FROM else 7 if rows >= 22 else 6


def foot_rows(
    view: LiveView, columns: int, rows: int, edges: Edges, *, alone: bool = False, chart: Sequence[Row] = ()
) -> list[Row]:
    """Exactly `rows`. What is asked is shown whole, whatever has to make room for it; only an answer goes before it for
    its few seconds, where both don't fit.

    `chart` stands in the bar's place, right above the reps, or not at all.
    """
    said = notice_lines(view, columns)
    if view.answer and len(said) > rows:
        said = _notice(Notice(view.answer), columns)
    key_count = (2 if columns < 70 and rows >= 8 else 1) if rows >= 3 else 0
    if len(said) + 1 + key_count > rows:
        key_count = max(min(key_count, rows - len(said) - 1), 0)
    keys = list(key_rows(view.keys, columns, key_count)) if key_count else []
    gauge: list[Row] = [gauge_row(view.gauge, columns, edges)] if view.gauge else [()]
    if not said:
        said = [_status(view, columns)] if rows >= 5 else []
    said = said[: max(rows - len(keys), 0)]
    room = rows - len(keys) - len(said)
    if chart and room > len(chart):
        gauge = list(chart)
    if alone:
        middle = gauge
    else:
        air = [()] if rows >= 7 and columns >= ONE_ROW_FROM and not chart else []
        middle = [*air, *gauge, *_told(view, columns, room - len(gauge) - len(air))]
    return [*middle[: max(room, 0)], *[()] * (room - len(middle)), *said, *keys]


def _told(view: LiveView, columns: int, room: int) -> list[Row]:
    """Splits, where it is heading, the reps, average and what comes: what matters least goes first."""
    laps = [_laps_row(view.laps, columns)] if view.laps else []
    outlook = [text_row(line, STRONG) for line in side_by_side(view.outlook, columns)]
    about = _about(view, columns)
    shelf = list(shelf_rows(view.reps, view.current, columns, 1 if laps or room < 4 else 2))
    parts: list[list[Row]] = [laps, outlook, shelf, [row for block in about for row in block]]
    while sum(map(len, parts)) > max(room, 0) and about:
        about.pop()
        parts[-1] = [row for block in about for row in block]
    for weakest in (shelf, outlook, laps):
        while sum(map(len, parts)) > max(room, 0) and weakest:
            weakest.pop()
    found = [row for part in parts for row in part]
    return [*[()] * min(max(room - len(found), 0), 1), *found]


def _about(view: LiveView, columns: int) -> list[list[Row]]:
    """`av 34.0 (2 of 2)   then 30s rest, rep 4 finishes at the 200 START`: what is said together stays together."""
    average, _, count = view.average.partition(" (")
    start: Row = (gap(1), Span(average, STRONG), Span(f" ({count}", FAINT)) if count else ()
    tail = () if view.gauge is None or has_tail(view.gauge, columns) else (view.gauge.tail,)
    texts = [text for text in (*_panel_line(view), "   ".join((*tail, *view.below[:1])), *view.below[1:]) if text]
    blocks: list[list[Row]] = []
    if start and texts and width(view.average) + width(texts[0]) + 5 <= columns:
        blocks.append([(*start, gap(3), Span(texts.pop(0), FAINT))])
    elif start:
        blocks.append([start])
    for text in texts:
        blocks.append([text_row(line, FAINT) for line in _broken(text, columns)])
    return blocks


def _panel_line(view: LiveView) -> tuple[str, ...]:
    """The panel's last result in one line, where the panel has no place."""
    panel = view.panel
    if panel is None or not panel.time:
        return ()
    return (f"{panel.last} {panel.time} {panel.verdict}".strip(),)


def _broken(text: str, columns: int) -> list[str]:
    """In one line if it fits, else broken where three spaces stand."""
    if width(text) <= columns - 2:
        return [text]
    return side_by_side(tuple(part for part in text.split("   ") if part.strip()), columns)


def _laps_row(laps: tuple[str, ...], columns: int) -> Row:
    """The splits of a rep, the last ones where not all fit."""
    shown = laps
    while len(shown) > 1 and width(_joined(shown, laps)) > columns - 2:
        shown = shown[1:]
    said = _joined(shown, laps)
    for shorter in (shown[-1], shown[-1].partition(" (")[0]):
        said = said if width(said) <= columns - 2 else shorter
    return text_row(said)


def _joined(shown: tuple[str, ...], laps: tuple[str, ...]) -> str:
    return ("" if shown == laps else "...   ") + "   ".join(shown)


# --- what has to be said --------------------------------------------------------------------------------------------


def notice_lines(view: LiveView, columns: int) -> list[Row]:
    """What is asked, most urgent first, and the answer to the last key; each whole, in as many rows as it takes."""
    urgent = [notice for notice in view.notices if notice.urgency is not Urgency.CALM]
    calm = [notice for notice in view.notices if notice.urgency is Urgency.CALM]
    answer = [Notice(view.answer)] if view.answer else []
    shown = (*urgent[:1], *answer, *calm, *urgent[1:])[:1] if not (urgent and answer) else (urgent[0], *answer)
    return [row for notice in shown for row in _notice(notice, columns)]


def _notice(notice: Notice, columns: int) -> list[Row]:
    look: Look = _URGENT[notice.urgency]
    lines = _sentences(notice.text, columns - 4)
    asks = _ASKS.search(notice.text)
    return [(gap(1), Span(f" {line} ", look, asks[1] if asks else "")) for line in lines]


def _sentences(text: str, columns: int) -> list[str]:
    """Broken where three spaces stand if that is enough, so that what to press stays together."""
    if width(text) <= columns:
        return [text]
    parts = side_by_side(tuple(text.split("   ")), columns + 2)
    return [line for part in parts for line in textwrap.wrap(part, max(columns, 1))]


def _status(view: LiveView, columns: int) -> Row:
    room = columns - 2
    text = cut(view.status, room)
    return (gap(1 + room - width(text)), Span(text, FAINT))
