"""A column a rep around the target, right above the reps: up is slower, down is faster."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.ink import STEPS, Colour, Edges, Ink, mix
from trackbuddy.present.pixels import cells
from trackbuddy.present.reps import RepCell
from trackbuddy.present.rows import Row, Span
from trackbuddy.present.shelf import INKS, laid_out

ROWS: Final = 2
"""The target lies between them."""
_WIDE: Final = 4
"""Cells of a column: a time's."""
_LEAST_SCALE: Final = 10
"""Tenths of a second that fill a side at the least."""


def fade_rows(reps: tuple[RepCell, ...], current: int | None, columns: int, edges: Edges) -> list[Row]:
    """Air and two rows, each column over its rep of the shelf in one row; none while no time has been judged."""
    judged = [rep.row.judged.tenths for rep in reps if rep.row and rep.row.judged]
    if not judged:
        return []
    scale = max(_LEAST_SCALE, *map(abs, judged))
    laid = laid_out(reps, current, columns, 1)
    pixels: list[list[Colour]] = [[Ink.GROUND] * columns for _ in range(2 * ROWS)]
    for place, rep in enumerate(laid.shown):
        start = 1 + place * laid.cells + len(f"{rep.number} ")
        for row, colour in _column(rep, scale).items():
            pixels[row][start : start + _WIDE] = [colour] * len(pixels[row][start : start + _WIDE])
    return [(), *(_bare(cells(pixels[at], pixels[at + 1], edges)) for at in range(0, 2 * ROWS, 2))]


def _column(rep: RepCell, scale: int) -> dict[int, Colour]:
    """The pixels of a rep by row: the nearer whole, so that a time on target is seen, the farther by its share."""
    judged = rep.row.judged if rep.row else None
    if judged is None:
        return {}
    ink, farther = INKS[judged.word], round(STEPS * max(2 * abs(judged.tenths) / scale - 1, 0))
    near, far = (ROWS, ROWS + 1) if judged.tenths < 0 else (ROWS - 1, ROWS - 2)
    return {near: ink, far: mix(ink, Ink.GROUND, farther)}


def _bare(row: Row) -> Row:
    """Without the air at its end."""
    *others, last = row
    return (*others, Span(last.text.rstrip(), last.look))
