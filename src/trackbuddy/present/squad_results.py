"""When a squad is done: the table, what each athlete's reps come to, and every time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.present.cells import cut, left, printable, width
from trackbuddy.present.ink import FAINT, STRONG, TEXT, Look, strong
from trackbuddy.present.rows import Row, Span, gap, width_of
from trackbuddy.present.shelf import INKS
from trackbuddy.present.squad_page import table_rows
from trackbuddy.present.squad_view import Squad
from trackbuddy.results import words
from trackbuddy.results.review import Sheet
from trackbuddy.results.rows import Row as Rep

_NAME: Final = 12


def squad_results(squad: Squad, sheets: Sequence[Sheet], columns: int, rows: int) -> list[Row]:
    """At most `rows` rows; the averages and the times of every rep stand there whole or not at all."""
    found = table_rows(squad, columns)
    for part in (_averages(sheets, columns), _times(sheets, columns)):
        if part and len(found) + 1 + len(part) <= rows:
            found += [(), *part]
    return found[: max(rows, 0)]


def _averages(sheets: Sequence[Sheet], columns: int) -> list[Row]:
    """`Ann  av 66.1 (4 of 4)   66.0-66.4   target 66.0, +0.1   on in 4 of 4`, a line each; what has no room goes."""
    named = _names(sheets)
    wide = max(map(width, named)) + 2
    found: list[Row] = []
    for name, sheet in zip(named, sheets, strict=True):
        line: Row = (gap(1), Span(left(name, wide), TEXT))
        for text in _parts(sheet):
            if width_of(line) + width(text) <= columns - 1:
                line = (*line, Span(text, STRONG), gap(3))
        found.append(line)
    return found


def _parts(sheet: Sheet) -> list[str]:
    group = sheet.headline
    if group is None:
        return ["no time"]
    fade = f"fade: {group.fade.verdict}" if group.fade else ""
    parts = (words.average(group), words.spread(group), words.against(group), words.hit_rate(group.hits), fade)
    return [part for part in parts if part]


def _times(sheets: Sequence[Sheet], columns: int) -> list[Row]:
    """A row a rep, a column an athlete; nothing where the columns have no room."""
    run = [[row for row in sheet.rows if not row.voided] for sheet in sheets]
    named = _names(sheets)
    wide = max(*(width(name) for name in named), *(width(words.result(row)) for rows in run for row in rows), 4) + 3
    if 5 + wide * len(sheets) > columns:
        return []
    phases = {row.phase: row for rows in run for row in rows}
    head = (gap(1), Span(left("REP", 4), FAINT), *(Span(_right(name, wide), FAINT) for name in named))
    by_phase = [{row.phase: row for row in rows} for rows in run]
    return [
        head,
        *(
            (gap(1), Span(left(str(phases[k].number), 4), FAINT), *(_time(rows.get(k), wide) for rows in by_phase))
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
