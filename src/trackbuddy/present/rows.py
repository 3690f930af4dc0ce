"""Rows of the page: spans of text, each with the part it plays. What a part looks like is the screen's own affair."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trackbuddy.present.cells import cut, left, width
from trackbuddy.present.view import Gauge, KeyHint, LiveView, Notice


class Role(StrEnum):
    """The part a span plays."""

    TEXT = "text"
    STRONG = "strong"
    FAINT = "faint"
    HEADING = "heading"
    BIG = "big"
    PANEL = "panel"
    GAUGE = "gauge"
    KEY = "key"
    ALARM = "alarm"
    CALM = "notice-calm"
    ASKING = "notice-asking"
    NOTICE_ALARM = "notice-alarm"


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    role: Role


Row = tuple[Span, ...]

_BAR_MOST: Final = 60
_BAR_LEAST: Final = 8
_LABEL: Final = 12
"""Labels are filled up to this, so that the bar doesn't jump when a digit goes."""


def text_of(row: Row) -> str:
    return "".join(span.text for span in row)


def blank() -> Row:
    return ()


def text_row(text: str, role: Role = Role.TEXT) -> Row:
    return (Span(f" {text}", role),)


def filled(row: Row, columns: int) -> Row:
    """Cut or filled up to exactly so many cells."""
    spans: list[Span] = []
    room = columns
    for span in row:
        text = cut(span.text, room)
        spans.append(Span(text, span.role))
        room -= width(text)
    return (*spans, Span(" " * room, Role.TEXT)) if room else tuple(spans)


def header_rows(view: LiveView, columns: int) -> tuple[Row, ...]:
    """Heading, what is run, and the saved mark with the time of day; narrow windows use two rows."""
    mark_role = Role.FAINT if view.is_safe else Role.ALARM
    end = "  ".join(part for part in (view.saved, view.wall) if part)
    aside = f"   {view.aside}" if view.aside else ""
    inner = columns - 2
    room = inner - width(view.heading) - width(end) - 4
    if room < width(view.subject):
        if room < 0:
            end, room = view.saved, inner - width(view.heading) - width(view.saved) - 4
        heading = cut(view.heading, max(inner - width(end) - 2, 0))
        gap = inner - width(heading) - width(end)
        first = (Span(f" {heading}", Role.HEADING), Span(" " * gap, Role.TEXT), Span(end, mark_role))
        return (first, text_row(cut(view.subject + aside, inner), Role.STRONG)) if view.subject else (first,)
    heading = view.heading + (aside if room >= width(view.subject) + width(aside) else "")
    space = inner - width(heading) - width(view.subject) - width(end)
    before = min(max((inner - width(view.subject)) // 2 - width(heading), 2), space - 2) if space > 4 else 2
    return (
        (
            Span(f" {heading}", Role.HEADING),
            Span(" " * before, Role.TEXT),
            Span(view.subject, Role.STRONG),
            Span(" " * (space - before), Role.TEXT),
            Span(end, mark_role),
        ),
    )


def gauge_row(gauge: Gauge, columns: int) -> Row:
    """`DUE in 5.6   [######----]   from GO`."""
    label = left(gauge.label, max(width(gauge.label), _LABEL))
    tail = f"  {gauge.tail}" if gauge.tail else ""
    if gauge.done is None:
        return (Span(f" {gauge.label} ", Role.STRONG), Span(cut(tail, columns - 2 - width(gauge.label)), Role.TEXT))
    room = columns - 2 - width(label) - 4
    bar = min(room - width(tail), _BAR_MOST)
    if bar < _BAR_LEAST:
        tail, bar = "", min(room, _BAR_MOST)
    if bar < _BAR_LEAST:
        return text_row(gauge.label, Role.STRONG)
    full = round(bar * gauge.done)
    drawn = f"  [{'#' * full}{'-' * (bar - full)}]"
    return (Span(f" {label}", Role.STRONG), Span(drawn, Role.GAUGE), Span(tail, Role.TEXT))


def notice_rows(notices: tuple[Notice, ...], columns: int, rows: int) -> tuple[Row, ...]:
    """The most urgent notice in exactly so many rows: their place is kept free while there is none."""
    if not notices:
        return (blank(),) * rows
    first = notices[0]
    lines = textwrap.wrap(first.text, max(columns - 4, 1)) if rows > 1 else [first.text]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
    role = Role(f"notice-{first.urgency}")
    shown = [(Span(" ", Role.TEXT), Span(f" {cut(line, columns - 4)} ", role)) for line in lines]
    return (*shown, *[blank()] * (rows - len(shown)))


def key_rows(keys: tuple[KeyHint, ...], columns: int, rows: int) -> tuple[Row, ...]:
    """As many keys as fit; the last ones are left out."""
    lines = _flowing(keys, columns)
    while len(lines) > rows and any(not hint.stays for hint in keys):
        weakest = max(index for index, hint in enumerate(keys) if not hint.stays)
        keys = (*keys[:weakest], *keys[weakest + 1 :])
        lines = _flowing(keys, columns)
    lines = lines[:rows]
    return (*map(_key_row, lines), *[blank()] * (rows - len(lines)))


def _flowing(keys: tuple[KeyHint, ...], columns: int) -> list[list[KeyHint]]:
    lines: list[list[KeyHint]] = [[]]
    used = 0
    for hint in keys:
        if used + 2 + width(hint.text) > columns and lines[-1]:
            lines.append([])
            used = 0
        lines[-1].append(hint)
        used += 2 + width(hint.text)
    return lines


def laps_row(laps: tuple[str, ...], columns: int) -> Row:
    """The splits of a rep, the last ones where not all fit."""
    shown = laps
    while len(shown) > 1 and width(_joined(shown, laps)) > columns - 2:
        shown = shown[1:]
    return text_row(cut(_joined(shown, laps), columns - 2))


def _joined(shown: tuple[str, ...], laps: tuple[str, ...]) -> str:
    return ("" if shown == laps else "...   ") + "   ".join(shown)


def _key_row(hints: list[KeyHint]) -> Row:
    spans = [Span(" ", Role.TEXT)]
    for index, hint in enumerate(hints):
        gap = "" if index == len(hints) - 1 else "  "
        spans += [Span(hint.key, Role.KEY), Span(f" {hint.does}{gap}", Role.TEXT)]
    return tuple(spans)
