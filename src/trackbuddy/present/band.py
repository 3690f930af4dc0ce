"""The band on top: a whole row in the colour of what is going on."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.cells import whole_parts, width
from trackbuddy.present.ink import Ink, Look, chip, strong
from trackbuddy.present.rows import Row, Span, filled, text_row
from trackbuddy.present.view import TONE_INK, LiveView

ONE_ROW_FROM = 60
"""Narrower windows have a second row for what is run."""


REHEARSAL: Final = "REHEARSAL"


def band_rows(view: LiveView, columns: int) -> tuple[Row, ...]:
    """Heading, what is run, the saved mark and the time of day: always as many rows in a window of this width."""
    ink = TONE_INK[view.tone]
    loud, calm = chip(ink), Look(ink, inverse=True)
    end = _end(view, calm, columns - 4 - width(view.heading))
    room = columns - 4 - sum(width(span.text) for span in end)
    heading = whole_parts(view.heading, max(room, 0))
    if columns < ONE_ROW_FROM:
        first = _row(Span(heading, loud), (), end, columns, calm)
        return first, text_row(whole_parts(view.subject, columns - 2), strong(ink))
    aside = f"   {view.aside}" if view.aside else ""
    if view.aside.startswith(REHEARSAL) and width(heading) + width(aside) <= room:
        heading, aside = heading + aside, ""  # before what is run: nobody should take it for the real thing
    left = room - width(heading) - 3
    subject = whole_parts(view.subject, max(left, 0)) if left >= min(width(view.subject), 8) else ""
    if width(heading) + width(aside) + width(subject) + 4 <= room:
        heading += aside
    return (_row(Span(heading, loud), (Span(subject, loud),) if subject else (), end, columns, calm),)


def _end(view: LiveView, calm: Look, room: int) -> Row:
    """What is saved comes before the time of day."""
    mark = Span(f" {view.saved} ", chip(Ink.ALARM)) if not view.is_safe else Span(view.saved, calm)
    if view.wall and width(view.saved) + width(view.wall) + 4 <= room:
        return mark, Span(f"  {view.wall}", calm)
    return (mark,) if view.saved else ()


def _row(heading: Span, middle: Row, end: Row, columns: int, calm: Look) -> Row:
    inner = columns - 2
    said, what = width(heading.text), sum(width(span.text) for span in middle)
    last = sum(width(span.text) for span in end)
    space = inner - said - what - last
    before = min(max((inner - what) // 2 - said, 3), max(space - 2, 0)) if middle else 0
    spans = (Span(" ", calm), heading, Span(" " * before, calm), *middle, Span(" " * (space - before), calm), *end)
    return filled(spans, columns, calm)
