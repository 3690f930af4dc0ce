"""Rows of the page: spans of text, each with its look."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from trackbuddy.present.cells import cut, whole_words, width
from trackbuddy.present.ink import TEXT, Ink, Look, chip
from trackbuddy.present.view import KeyHint


class Span(NamedTuple):
    text: str
    look: Look = TEXT
    key: str = ""
    """The key, by its label, that a click on it stands for; empty: it is no button."""


Row = tuple[Span, ...]


def text_of(row: Row) -> str:
    return "".join(span.text for span in row)


def width_of(row: Iterable[Span]) -> int:
    return sum(width(span.text) for span in row)


def gap(cells: int, ground: Ink = Ink.GROUND) -> Span:
    return Span(" " * max(cells, 0), TEXT if ground is Ink.GROUND else Look(ground=ground))


def text_row(text: str, look: Look = TEXT) -> Row:
    return (Span(f" {text}", look),)


def filled(row: Iterable[Span], columns: int, look: Look = TEXT) -> Row:
    """Cut or filled up to exactly so many cells."""
    spans: list[Span] = []
    room = columns
    for span in row:
        cells = width(span.text)
        if cells > room:
            span = span._replace(text=cut(span.text, room))
            cells = width(span.text)
        if span.text:
            spans.append(span)
        room -= cells
    return (*spans, Span(" " * room, look)) if room else tuple(spans)


def apart(start: Row, end: Row, columns: int) -> Row:
    """One at the left margin and one at the right; what stands left is cut where both don't fit."""
    room = columns - 2 - width_of(end)
    first = filled(start, max(room, 0))
    return (gap(1), *first, *end, gap(1))


def side_by_side(parts: tuple[str, ...], columns: int) -> list[str]:
    """Parts three spaces apart, a line full each, with a margin of a cell at either side."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}   {part.strip()}" if lines else part.strip()
        if lines and width(joined) <= columns - 2:
            lines[-1] = joined
        else:
            lines += [cut(line, columns - 2) for line in textwrap.wrap(part.strip(), columns - 2) or [""]]
    return lines


def wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, max(columns, 1)) or [""]


def folded(text: str, columns: int, rows: int) -> list[str]:
    """In so many rows at most; dots say that there is more."""
    lines = wrapped(text, columns) if text else []
    return lines if len(lines) <= rows else [*lines[: rows - 1], whole_words(" ".join(lines[rows - 1 :]), columns)]


# --- keys -----------------------------------------------------------------------------------------------------------


def key_at(rows: Sequence[Row], column: int, row: int) -> str:
    """The label of the key whose button stands in this cell; empty where there is none."""
    if not 0 <= row < len(rows) or column < 0:
        return ""
    for span in rows[row]:
        column -= width(span.text)
        if column < 0:
            return span.key
    return ""


def key_rows(keys: tuple[KeyHint, ...], columns: int, rows: int) -> tuple[Row, ...]:
    """As many keys as fit; the last ones are left out."""
    lines = flowing(keys, columns)
    while len(lines) > rows and any(not hint.stays for hint in keys):
        weakest = max(index for index, hint in enumerate(keys) if not hint.stays)
        keys = (*keys[:weakest], *keys[weakest + 1 :])
        lines = flowing(keys, columns)
    lines = lines[:rows]
    return (*map(hint_row, lines), *[()] * (rows - len(lines)))


def flowing(keys: tuple[KeyHint, ...], columns: int, *, caps: bool = True) -> list[list[KeyHint]]:
    """The keys of each line. A cap has a space at either side of its key."""
    lines: list[list[KeyHint]] = [[]]
    used = 1
    for hint in keys:
        cells = width(hint.text) + (2 if caps else 0)
        if used + cells > columns - 1 and lines[-1]:
            lines.append([])
            used = 1
        lines[-1].append(hint)
        used += cells + 2
    return lines


def hint_row(hints: list[KeyHint], *, caps: bool = True) -> Row:
    """Each hint is a button for its key."""
    spans = [gap(1)]
    for index, hint in enumerate(hints):
        if index:
            spans.append(gap(2))
        if not caps:
            spans.append(Span(hint.text, key=hint.key))
            continue
        spans += [*_caps(hint), Span(f" {hint.does}", TEXT, "" if " " in hint.key else hint.key)]
    return tuple(spans)


def _caps(hint: KeyHint) -> Row:
    """A cap; two keys with one meaning share it, each its own half."""
    keys = hint.key.split(" ")
    return tuple(Span(f" {key} " if key is keys[-1] else f" {key}", chip(Ink.CAP), key) for key in keys)
