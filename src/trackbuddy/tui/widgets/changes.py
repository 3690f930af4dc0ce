"""Sending only the cells that changed. Read against Textual 8.2.8; tests/tui/test_changes.py watches what it leans on.

Textual redraws a row of a widget from its left end up to the last changed cell (`ChopsUpdate.render_segments` crops a
strip from 0). A clock that changes ten times a second would send each row whole: 100 kB a second, which a phone's line
does not carry. So a row that changed hands out, for that one crop, the cells that differ and jumps over the others.
Every other way of asking for the row gets it whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from trackbuddy.present.cells import width
from trackbuddy.present.ink import Look
from trackbuddy.present.rows import Row, Span, width_of

_BRIDGE: Final = 5
"""Cells that stayed as they were are sent along where they are fewer than a jump's own letters."""


class Change(NamedTuple):
    """Cells to be written from `start` on."""

    start: int
    spans: Row


class Codes(NamedTuple):
    """A look as the numbers of an SGR sequence."""

    ink: str
    ground: str
    manner: str
    """Bold, inverse."""


def changes(before: Row, after: Row) -> tuple[Change, ...] | None:
    """What has to be written so that one row becomes the other; None where it has to be written whole."""
    start, first = 0, 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        start += width(after[first].text)
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    return _differing(old, new, start)


def _cells(row: Row) -> list[tuple[str, Look]]:
    return [(char, span.look) for span in row for char in span.text]


@lru_cache(2048)
def _differing(old_row: Row, new_row: Row, start: int) -> tuple[Change, ...] | None:
    """Remembered: a digit that turns into the next one does so again a second later."""
    if any(len(span.text) != width_of((span,)) for span in (*old_row, *new_row)):
        return None
    old, new = _cells(old_row), _cells(new_row)
    if len(old) != len(new):
        return None
    found: list[list[int]] = []
    for at, (was, now) in enumerate(zip(old, new, strict=True)):
        if was == now:
            continue
        if found and at - found[-1][1] <= _BRIDGE:
            found[-1][1] = at + 1
        else:
            found.append([at, at + 1])
    return tuple(Change(start + begin, _joined(new[begin:end])) for begin, end in found)


def _joined(cells: Sequence[tuple[str, Look]]) -> Row:
    spans: list[Span] = []
    for char, look in cells:
        if spans and spans[-1].look == look:
            spans[-1] = Span(spans[-1].text + char, look)
        else:
            spans.append(Span(char, look))
    return tuple(spans)


def end_of(found: tuple[Change, ...]) -> int:
    """The cell behind the last change."""
    return found[-1].start + sum(len(span.text) for span in found[-1].spans) if found else 0


def written(found: tuple[Change, ...], codes: Callable[[Look], Codes]) -> str:
    """The changes as a terminal is told them, from the row's first cell on; only what differs from cell to cell."""
    parts: list[str] = []
    at, now = 0, None
    for change in found:
        if change.start > at:
            parts.append(f"\x1b[{change.start - at}C")
        for span in change.spans:
            wanted = codes(span.look)
            parts.append(_turn(now, wanted, blank=not span.text.strip(" ")))
            if now is None or not _is_kept(now, wanted, blank=not span.text.strip(" ")):
                now = wanted if span.text.strip(" ") or now is None else Codes(now.ink, wanted.ground, wanted.manner)
            parts.append(span.text)
        at = change.start + sum(len(span.text) for span in change.spans)
    return "".join((*parts, "\x1b[0m")) if parts else ""


def _is_kept(now: Codes, wanted: Codes, *, blank: bool) -> bool:
    return now.manner == wanted.manner and now.ground == wanted.ground and (blank or now.ink == wanted.ink)


def _turn(now: Codes | None, wanted: Codes, *, blank: bool) -> str:
    """The sequence from one look to the next. Of blank cells only the ground is seen, unless it is inverse."""
    if now is None:  # every row begins in the terminal's own look
        plain = ";".join(part for part in wanted if part)
        return f"\x1b[{plain}m" if plain else ""
    if now.manner != wanted.manner:
        return f"\x1b[{';'.join(part for part in ('0', *wanted[:2], wanted.manner) if part)}m"
    inverse = "7" in wanted.manner.split(";")
    ink = "" if now.ink == wanted.ink or (blank and not inverse) else wanted.ink
    ground = "" if now.ground == wanted.ground else wanted.ground
    changed = ";".join(part for part in (ink, ground) if part)
    return f"\x1b[{changed}m" if changed else ""


class ChangedStrip(Strip):
    """A whole row that hands out only its changed cells to who asks for exactly these. It is made when it is needed."""

    def __init__(self, made: Callable[[], list[Segment]], cells: int, until: int, told: str) -> None:
        """`told` is what goes to the terminal for the cells before `until`."""
        self._made: Callable[[], list[Segment]] | None = made
        super().__init__([], cells)
        self._until = until
        self._told = told

    @property
    def _segments(self) -> list[Segment]:
        if self._made is not None:
            self._known, self._made = self._made(), None
        return self._known

    @_segments.setter
    def _segments(self, segments: list[Segment]) -> None:
        """Strip sets its own at first."""
        self._known = segments

    def crop(self, start: int, end: int | None = None) -> Strip:
        if start == 0 and end == self._until:
            self._until = -1
            return _Told(self._told)
        return super().crop(start, end)


class _Told(Strip):
    """Letters and jumps, as they go to the terminal."""

    def __init__(self, told: str) -> None:
        super().__init__([], 0)
        self._told = told

    def render(self, console: Console) -> str:
        return self._told
