"""A squad's session in one table: a row an athlete, a column a rep, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.present.cells import cut, left, width
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look, chip, strong
from trackbuddy.present.rows import Row, Span, gap
from trackbuddy.present.shelf import INKS
from trackbuddy.present.squad_view import Place, Squad, SquadRow
from trackbuddy.results import words
from trackbuddy.results.judge import Word
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row as Rep

SIGNS: Final = {Word.ON: " ", Word.FAST: "-", Word.SLOW: "+"}
"""Behind a time, so that no colour is needed."""
_KEY, _AVERAGE = 4, 11
_NAME: Final = 12


def reps_shown(sheets: Sequence[Sheet], columns: int) -> list[int]:
    """The phases of the reps that have a column: all of them, or the latest that fit; none where one doesn't."""
    phases = sorted({row.phase for sheet in sheets for row in run(sheet)})
    room = columns - 1 - _KEY - _name_cells(sheets) - (_AVERAGE if columns >= 60 else 0)
    most = max(room // _cells(sheets), 0)
    return phases[-most:] if most else []


def matrix_rows(squad: Squad, sheets: Sequence[Sheet], columns: int) -> list[Row]:
    """A head and a row an athlete."""
    shown, cells, name = reps_shown(sheets, columns), _cells(sheets), _name_cells(sheets)
    by_phase = {row.phase: row for sheet in sheets for row in run(sheet)}
    average = columns >= 60
    head: Row = (
        gap(1),
        Span(left("KEY", _KEY), FAINT),
        Span(left("ATHLETE" if name >= 8 else "", name), FAINT),
        *(Span(left(str(by_phase[k].number).rjust(cells - 3), cells), FAINT) for k in shown),
        Span("AVERAGE" if average else "", FAINT),
    )
    return [
        head,
        *(_row(one, sheet, shown, cells, name, average) for one, sheet in zip(squad.rows, sheets, strict=True)),
    ]


def _row(one: SquadRow, sheet: Sheet, shown: Sequence[int], cells: int, name: int, average: bool) -> Row:
    reps = {row.phase: row for row in run(sheet)}
    group = sheet.headline
    mean_ns = group.mean_ns if group else None
    said = "" if group is None or mean_ns is None else f"{words.timed(mean_ns)} ({len(group.splits)})"
    return (
        gap(1),
        Span(f" {one.key} ", chip(Ink.CAP)),
        gap(_KEY - 3),
        Span(left(cut(one.name, name - 2), name), STRONG),
        *(_time(reps.get(k), cells, unsure=one.place is Place.UNSURE and k == max(reps, default=0)) for k in shown),
        Span(said if average else "", TEXT),
    )


def _time(rep: Rep | None, cells: int, *, unsure: bool) -> Span:
    """`unsure`: by a tap that has no name yet."""
    if rep is None:
        return gap(cells)
    look: Look = strong(INKS[rep.judged.word]) if rep.judged else STRONG if rep.split_ns is not None else FAINT
    sign = "?" if unsure else SIGNS[rep.judged.word] if rep.judged else " "
    look = NOW if unsure else look
    return Span(f"{_said(rep).rjust(cells - 3)}{sign}  ", look)


def _said(rep: Rep) -> str:
    """`68.0`, `OUT`, `NT`: short, since there is a column for each."""
    return words.timed(rep.split_ns) if rep.split_ns is not None else words.result(rep).replace("NO TIME", "NT")


def run(sheet: Sheet) -> list[Rep]:
    """The reps that count, or may."""
    return [row for row in sheet.rows if not row.voided]


def _cells(sheets: Sequence[Sheet]) -> int:
    """A time, its sign and two blanks."""
    return max((width(_said(row)) for sheet in sheets for row in run(sheet)), default=4) + 3


def _name_cells(sheets: Sequence[Sheet]) -> int:
    return min(max(max(width(sheet.name) for sheet in sheets), 6), _NAME) + 2
