"""The lines of home's list: columns as wide as what stands in them, and whole columns left out where they don't fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from trackbuddy.present.cells import left, printable, width
from trackbuddy.tui.ports import Entry, LogEntry

_MARGIN: Final = 3
_GAP: Final = 2
_LEAST_NAME: Final = 24
"""Of a log; a title of the library stands whole as long as another column can go."""
_MOST_NAME: Final = 52

Cells = tuple[str, ...]


def log_lines(logs: Sequence[LogEntry], cells: int) -> list[Content]:
    """Name, day, what came of it, the reps as a spark: in a narrow window first the spark goes, then the day."""
    return _lines([_log(log) for log in logs], cells, weakest=(3, 1, 2), least=_LEAST_NAME)


def entry_lines(entries: Sequence[Entry], cells: int) -> list[Content]:
    """Title, shelf, what it trains: the shelf goes first, for the title mostly says it."""
    return _lines([_entry(entry) for entry in entries], cells, weakest=(1, 2), least=_MOST_NAME)


def _log(log: LogEntry) -> Cells:
    told = log.summary if log.unfinished or not log.average else log.average
    return tuple(map(printable, (log.name, log.when, told, log.spark)))


def _entry(entry: Entry) -> Cells:
    return tuple(map(printable, (entry.title, entry.purpose, entry.trains or entry.what)))


def _lines(rows: Sequence[Cells], cells: int, *, weakest: Sequence[int], least: int) -> list[Content]:
    """The name is bold and the rest is not: grey would be lost under the bar, and in the sun."""
    if not rows:
        return []
    wide = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    wide[0] = min(wide[0], _MOST_NAME)
    for at in weakest:
        others = sum(_GAP + one for one in wide[1:] if one)
        if _MARGIN + min(wide[0], least) + others <= cells:
            break
        wide[at] = 0
    others = sum(_GAP + one for one in wide[1:] if one)
    wide[0] = max(min(wide[0], cells - _MARGIN - others), 0)
    return [_line(row, wide) for row in rows]


def _line(row: Cells, wide: Sequence[int]) -> Content:
    aside = "".join(" " * _GAP + left(text, one) for text, one in zip(row[1:], wide[1:], strict=True) if one)
    return Content.assemble((" " * _MARGIN + left(row[0], wide[0]), "bold"), aside.rstrip())
