"""A table of text in as many columns as it needs and as fit."""

from __future__ import annotations

from trackbuddy.present.cells import left, width
from trackbuddy.present.rows import Row, Span


def table_rows(lines: tuple[str, ...], columns: int, rows: int) -> list[Row]:
    """What still has no place is counted."""
    cells = min(max(width(line) for line in lines) + 4, columns)
    fit = max(columns // cells, 1)
    needed = min(max(-(-len(lines) // max(rows, 1)), 1), fit)
    room = needed * rows
    if len(lines) > room and room > 1:
        hidden = len(lines) - room + 1
        lines = (f"    ... {hidden} lines before, in the log", *lines[hidden:])
    height = -(-len(lines) // needed)
    page: list[Row] = []
    for at in range(rows):
        parts = lines[at : at + needed * height : height] if at < height else ()
        page.append((Span("".join(left(part, cells) for part in parts)),))
    return page
