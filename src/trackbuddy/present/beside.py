"""The panel beside a countdown: the rep that is over, in small digits of its own, and the one to come."""

from __future__ import annotations

from typing import Final

from trackbuddy.present import digits
from trackbuddy.present.cells import cut, whole_parts, width
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Edges, Ink, strong
from trackbuddy.present.rows import Row, Span, folded, gap
from trackbuddy.present.view import TONE_INK, Panel
from trackbuddy.results.rounding import HAND

CELLS: Final = 27
"""`10s beep, then 3-2-1 GO` and a little air."""
ROWS: Final = 8
"""With fewer rows there is no panel."""
_DIGIT_ROWS: Final = 4
_REMARK_ROWS: Final = 3


def panel_rows(panel: Panel, columns: int, rows: int, edges: Edges) -> tuple[Row, ...]:
    """At most so many rows; where they are few the blank ones go first, then the digits become a plain number."""
    for large, airy in ((True, True), (True, False), (False, True), (False, False)):
        found = _rows(panel, columns, edges, large=large, airy=airy)
        if len(found) <= rows:
            break
    return tuple(found[:rows])


def _rows(panel: Panel, columns: int, edges: Edges, *, large: bool, airy: bool) -> list[Row]:
    found = _last(panel, columns, edges, large=large)
    parts: list[list[Row]] = [
        found,
        [(Span(whole_parts(line, columns), STRONG if i == 0 else FAINT),) for i, line in enumerate(panel.about)],
    ]
    remark: list[Row] = [(Span(line, FAINT),) for line in folded(panel.remark, columns, _REMARK_ROWS)]
    parts.append([*(_coming(line, columns) for line in panel.coming), *remark])
    parts.append([(Span(whole_parts(line, columns), FAINT),) for line in panel.start])
    shown = [part for part in parts if part]
    return [row for index, part in enumerate(shown) for row in ((), *part) if row or (airy and index)]


def _last(panel: Panel, columns: int, edges: Edges, *, large: bool) -> list[Row]:
    if not panel.time:
        return []
    ink = TONE_INK[panel.tone]
    verdict = panel.verdict.split(" ")
    number = panel.time.removesuffix(HAND)  # no digit as high as that
    size = digits.fit((number,), columns - 7, _DIGIT_ROWS) if large and digits.is_drawable(number) else None
    if size is None or size.rows < _DIGIT_ROWS:
        said = f"{panel.time}   {panel.verdict}".rstrip()
        return [(Span(f"{panel.last}  ", FAINT), Span(cut(said, columns - width(panel.last) - 2), strong(ink)))]
    drawn = digits.draw(number, size, ink, Ink.GROUND, edges)
    beside = ["", *verdict, ""] + [""] * len(drawn)
    lines = [(*row, gap(2), Span(beside[at], strong(ink))) for at, row in enumerate(drawn)]
    return [(Span(panel.last, FAINT),), *lines]


def _coming(line: str, columns: int) -> Row:
    first, _, others = line.partition("  ")
    if first == "NEXT":
        return Span("NEXT ", NOW), Span(cut(others.strip(), columns - 5), STRONG)
    return (Span(whole_parts(line, columns), TEXT),)
