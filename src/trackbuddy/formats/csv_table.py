"""Reps and laps as CSV (RFC 4180), a row each, under a heading that a coach understands.

Text that a spreadsheet would take for a formula has a `'` in front, which `as_text` takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trackbuddy.formats.saved import Saved, known_milliseconds
from trackbuddy.results import words
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.results.rows import Row, Standing
from trackbuddy.timing.facts import StartKind
from trackbuddy.units import to_metres

Cell = str | int | float | None

_LEAD: Final = ("date", "opened at", "session", "athlete", "block", "set", "rep", "kind")
REPS: Final = (
    *_LEAD,
    "distance (m)",
    "planned time (s)",
    "target",
    "target from (s)",
    "target to (s)",
    "time (s)",
    "difference (s)",
    "on target",
    "result",
    "clock started by",
    "metres run",
    "rest",
    "rest planned (s)",
    "rest taken (s)",
    "in the average",
    "repaired",
    "file",
)
LAPS: Final = (*_LEAD, "lap", "laps it covers", "distance (m)", "lap (s)", "since the start (s)", "file")

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_STARTED: Final = {StartKind.GO: "GO", StartKind.TAP: "a tap", StartKind.RESTAMPED: "a moved start"}


def reps_csv(sessions: Iterable[Saved]) -> str:
    """A row for each rep of each athlete, of all sessions under one heading."""
    return _written(REPS, (row for saved in sessions for row in _reps(saved)))


def laps_csv(sessions: Iterable[Saved]) -> str:
    """A row for each lap that was tapped; a rep of one lap has one."""
    return _written(LAPS, (row for saved in sessions for row in _laps(saved)))


def as_text(cell: str) -> str:
    """A text cell as it was before it was made harmless."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _written(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _lead(saved: Saved, sheet: Sheet, row: Row) -> tuple[Cell, ...]:
    return (
        saved.wall.date().isoformat(),
        f"{saved.wall:%H:%M}",
        saved.text,
        saved.who(sheet.athlete),
        row.plan.block,
        row.plan.set,
        row.number,
        None if row.label is None else str(row.label),
    )


def _reps(saved: Saved) -> Iterator[tuple[Cell, ...]]:
    for sheet in saved.review.sheets:
        for entry in sheet.entries:
            row, aim = entry.row, entry.row.aim
            yield (
                *_lead(saved, sheet, row),
                None if row.plan.way_mm is None else to_metres(row.plan.way_mm),
                known_milliseconds(row.plan.span_ns),
                "" if aim is None else aim.text,
                None if aim is None else known_milliseconds(aim.low_ns),
                None if aim is None else known_milliseconds(aim.high_ns),
                known_milliseconds(row.split_ns),
                None if row.judged is None else row.judged.tenths / 10,
                None if row.judged is None else str(row.judged.word),
                "run again" if row.voided else str(row.standing),
                _STARTED[row.start],
                row.metres,
                *_rest(entry),
                _counts(row),
                "yes" if row.mended or row.excluded else "no",
                saved.file,
            )


def _rest(entry: Entry) -> tuple[Cell, Cell, Cell]:
    if entry.rest is None:
        return None, None, None
    return (
        words.recovery(entry.rest.plan),
        known_milliseconds(entry.rest.planned_ns),
        known_milliseconds(entry.rest.taken_ns),
    )


def _counts(row: Row) -> Cell:
    """Only what has a time can be in an average."""
    if row.standing is not Standing.TIMED:
        return None
    return "no" if row.excluded or row.voided or row.label in words.UNAVERAGED else "yes"


def _laps(saved: Saved) -> Iterator[tuple[Cell, ...]]:
    for sheet in saved.review.sheets:
        for row in sheet.rows:
            since_ns = 0
            for number, lap in enumerate(row.laps, start=1):
                since_ns += lap.ns
                way = None if lap.mm is None else to_metres(lap.mm)
                yield (
                    *_lead(saved, sheet, row),
                    number,
                    lap.spans,
                    way,
                    known_milliseconds(lap.ns),
                    known_milliseconds(since_ns),
                    saved.file,
                )
