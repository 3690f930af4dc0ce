"""Numbers to be read from across the track, in half blocks, at one size for a whole session.

The size is chosen from patterns of the longest numbers that can come (`88.8`, `8:88`): as high as fits, with digits
narrowed a little where that makes them higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from trackbuddy.present.ink import Edges, Ink, Look, mix
from trackbuddy.present.outlines import DRAWN, MARKS, USUAL_WIDTH, glyph, pen_of
from trackbuddy.present.pixels import cells
from trackbuddy.present.rows import Row, Span

NARROWEST: Final = 0.48
"""A digit's width in heights, where room is short."""
LEAST_ROWS: Final = 3


class Size(NamedTuple):
    """How large digits are, in cells; a cell is two square pixels high."""

    rows: int
    digit: int
    mark: int
    gap: int

    def width(self, text: str) -> int:
        """Cells that a text takes."""
        each = sum(self.mark if char in MARKS else self.digit for char in text)
        return each + self.gap * max(len(text) - 1, 0)

    @property
    def pen(self) -> float:
        return pen_of(self.digit, 2 * self.rows)


@lru_cache(256)
def fit(patterns: tuple[str, ...], columns: int, rows: int) -> Size | None:
    """The largest size at which every pattern fits; None where not even three rows do."""
    for high in range(rows, LEAST_ROWS - 1, -1):
        for share in range(round(USUAL_WIDTH * 100), round(NARROWEST * 100) - 1, -2):
            size = _size(high, share / 100)
            if all(size.width(pattern) <= columns for pattern in patterns):
                return size
    return None


def _size(rows: int, share: float) -> Size:
    height = 2 * rows
    digit = max(round(height * share), 3)
    mark = max(round(2 * pen_of(digit, height)), 1)
    return Size(rows, digit, mark, max(round(height * 0.07), 1))


def first_fitting(candidates: Sequence[str], size: Size, columns: int) -> str | None:
    """Of several ways to write a number, most precise first, the first that has room at this size."""
    return next((text for text in candidates if size.width(text) <= columns), None)


def is_drawable(text: str) -> bool:
    return bool(text) and all(char in DRAWN for char in text)


@lru_cache(512)
def draw(text: str, size: Size, ink: Ink, ground: Ink, edges: Edges) -> tuple[Row, ...]:
    """`size.rows` rows, `size.width(text)` cells wide. A character keeps its spans whatever stands beside it."""
    space = Span(" " * size.gap, Look(ground=ground))
    drawn: list[list[Span]] = [[] for _ in range(size.rows)]
    for index, char in enumerate(text):
        for row, part in zip(drawn, _char(char, size, ink, ground, edges), strict=True):
            if index:
                row.append(space)
            row += part
    return tuple(map(tuple, drawn))


@lru_cache(1024)
def _char(char: str, size: Size, ink: Ink, ground: Ink, edges: Edges) -> tuple[Row, ...]:
    wide = size.mark if char in MARKS else size.digit
    covered = glyph(char, wide, 2 * size.rows, size.pen)
    pixels = [[mix(ink, ground, share) for share in line] for line in covered]
    return tuple(cells(pixels[at], pixels[at + 1], edges) for at in range(0, len(pixels), 2))
