"""More rows than there is room for: those in sight, and how many are above and below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trackbuddy.present.ink import FAINT
from trackbuddy.present.rows import Row, text_row


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of so many lines that is in sight."""

    first: int
    """Lines above it."""
    count: int
    below: int

    @property
    def is_all(self) -> bool:
        return not self.first and not self.below

    @property
    def text(self) -> str:
        """`rows: 3 above, 12 below`; empty where all is in sight."""
        above, below = f"{self.first} above" if self.first else "", f"{self.below} below" if self.below else ""
        return "" if self.is_all else f"rows: {', '.join(filter(None, (above, below)))}"

    def row(self, columns: int) -> Row:
        """With how to see them, where that has room."""
        return text_row(f"{self.text}   arrows" if len(self.text) + 10 <= columns else self.text, FAINT)


def stretch(lines: int, room: int, scrolled: int) -> Stretch:
    """`room`: lines that can be in sight once one row says how many are not."""
    first = min(scrolled, max(lines - room, 0))
    return Stretch(first, min(room, lines - first), max(lines - first - room, 0))


def in_sight(rows: Sequence[Row], room: int, columns: int, scrolled: int) -> list[Row]:
    """All rows, or `room` of which the last says how many are not in sight."""
    if len(rows) <= room:
        return list(rows)
    part = stretch(len(rows), max(room - 1, 0), scrolled)
    return [*rows[part.first : part.first + part.count], part.row(columns)][: max(room, 0)]


def most(lines: int, room: int) -> int:
    """How far so many rows can be scrolled in such a room."""
    return 0 if lines <= room else lines - max(room - 1, 0)
