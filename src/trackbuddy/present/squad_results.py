"""When a squad is done: the table of times, what each athlete's reps come to, and every time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from trackbuddy.present.cells import cut, left, printable, width
from trackbuddy.present.compared import compared
from trackbuddy.present.ink import FAINT, STRONG, TEXT, Look, strong
from trackbuddy.present.rows import Row, Span, gap, side_by_side
from trackbuddy.present.shelf import INKS
from trackbuddy.present.squad_matrix import matrix_rows, reps_shown, run
from trackbuddy.present.squad_view import Squad
from trackbuddy.results import words
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row as Rep

if TYPE_CHECKING:
    from trackbuddy.results.compare import Comparison

_NAME: Final = 12
_NUMBER: Final = 4
"""Cells for a rep's number."""


def squad_results(
    squad: Squad, sheets: Sequence[Sheet], comparisons: Sequence[Sequence[Comparison]], columns: int
) -> list[Row]:
    """As many rows as it takes: the times side by side, what everybody's reps come to, and all if not all fit."""
    found = [*matrix_rows(squad, sheets, columns), (), *_averages(sheets, comparisons, columns)]
    phases = {row.phase for sheet in sheets for row in run(sheet)}
    if len(reps_shown(sheets, columns)) == len(phases):
        return found
    for part in _parts(sheets, columns):
        found += [(), *_times(part)]
    return found


def _averages(sheets: Sequence[Sheet], comparisons: Sequence[Sequence[Comparison]], columns: int) -> list[Row]:
    """`Ann  av 66.1 (4 of 4)   66.0-66.4   target 66.0, +0.1   on in 4 of 4`, in as many lines as it takes."""
    named = _names(sheets)
    wide = max(map(width, named)) + 2
    found: list[Row] = []
    for at, (name, sheet) in enumerate(zip(named, sheets, strict=True)):
        said = [*_said(sheet), *(compared(one) for one in (comparisons[at][:1] if comparisons else ()))]
        lines = side_by_side(tuple(said), columns - wide)
        found.append((gap(1), Span(left(name, wide), TEXT), Span(lines[0], STRONG)))
        found += [(gap(1 + wide), Span(line, STRONG)) for line in lines[1:]]
    return found


def _said(sheet: Sheet) -> list[str]:
    group = sheet.headline
    if group is None:
        return ["no time"]
    fade = f"fade: {group.fade.verdict}" if group.fade else ""
    parts = (words.average(group), words.spread(group), words.against(group), words.hit_rate(group.hits), fade)
    return [part for part in parts if part]


def _parts(sheets: Sequence[Sheet], columns: int) -> list[Sequence[Sheet]]:
    """As many athletes beside each other as there is room for; the others below."""
    across = max((columns - _NUMBER - 1) // _cells(sheets), 1)
    return [sheets[at : at + across] for at in range(0, len(sheets), across)]


def _cells(sheets: Sequence[Sheet]) -> int:
    """Of an athlete's column."""
    times = (words.result(row) for sheet in sheets for row in run(sheet))
    return max(*map(width, _names(sheets)), *map(width, times), 4) + 3


def _times(sheets: Sequence[Sheet]) -> list[Row]:
    """A row a rep, a column an athlete."""
    reps, wide = [run(sheet) for sheet in sheets], _cells(sheets)
    phases = {row.phase: row for rows in reps for row in rows}
    by_phase = [{row.phase: row for row in rows} for rows in reps]
    head = (Span(_right(name, wide), FAINT) for name in _names(sheets))
    return [
        (gap(1), Span(left("REP", _NUMBER), FAINT), *head),
        *(
            (
                gap(1),
                Span(left(str(phases[k].number), _NUMBER), FAINT),
                *(_time(rows.get(k), wide) for rows in by_phase),
            )
            for k in sorted(phases)
        ),
    ]


def _names(sheets: Sequence[Sheet]) -> list[str]:
    return [cut(printable(sheet.name) or str(sheet.athlete), _NAME) for sheet in sheets]


def _right(text: str, cells: int) -> str:
    return " " * (cells - width(text)) + text


def _time(row: Rep | None, cells: int) -> Span:
    if row is None:
        return gap(cells)
    look: Look = strong(INKS[row.judged.word]) if row.judged else STRONG if row.split_ns is not None else FAINT
    return Span(_right(words.result(row), cells), look)
