"""The reps of a session just run around their target, in a few rows."""

from __future__ import annotations

from typing import Final

from trackbuddy.present.ink import FAINT, Colour, Edges, Ink
from trackbuddy.present.pixels import cells
from trackbuddy.present.rows import Row, Span, gap
from trackbuddy.present.shelf import INKS
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.judge import tolerance
from trackbuddy.results.rows import Row as RepRow
from trackbuddy.units import NS

CHART_ROWS: Final = 5


def done_chart(group: Group | None, columns: int, edges: Edges) -> list[Row]:
    """A column a rep, up or down from the target; what counts as on lies in a lighter band."""
    judged = list(group.rows) if group is not None else []
    if group is None or group.judged is None or len(judged) < 2:
        return []
    on_tenths = tolerance(group.aim.high_ns if group.aim and group.aim.high_ns else 0) * 10 / NS
    scale = max([on_tenths * 1.6, *(abs(row.judged.tenths) for row in judged if row.judged)])
    each = max(min((columns - 12) // len(judged), 8), 1)
    shown = judged[-((columns - 12) // each) :]
    pixels = [
        [
            _pixel(row, _height(line), on_tenths / scale, scale, last=each > 2 and step == each - 1)
            for row in shown
            for step in range(each)
        ]
        for line in range(2 * CHART_ROWS)
    ]
    drawn = [cells(pixels[at], pixels[at + 1], edges) for at in range(0, 2 * CHART_ROWS, 2)]
    labels = {0: f"+{scale / 10:.1f}", CHART_ROWS // 2: words.target(group.aim), CHART_ROWS - 1: f"-{scale / 10:.1f}"}
    return [(gap(1), Span(f"{labels.get(at, ''):>9} ", FAINT), *row) for at, row in enumerate(drawn)]


def _height(line: int) -> float:
    """Of a row of pixels counted from the top, from 1 to -1; the target lies between two of them."""
    return (CHART_ROWS - line - 0.5) / CHART_ROWS


def _pixel(row: RepRow, height: float, band: float, scale: float, *, last: bool) -> Colour:
    """`last`: the gap behind a column. A time within half a pixel of the target is a thin line."""
    ground = Ink.LINE if abs(height) <= band else Ink.GROUND
    if row.judged is None or last:
        return ground
    value, thin = row.judged.tenths / scale, 1 / CHART_ROWS
    reached = 0 < height <= value or value <= height < 0 or (abs(height) < thin and abs(value) < thin / 2)
    return INKS[row.judged.word] if reached else ground
