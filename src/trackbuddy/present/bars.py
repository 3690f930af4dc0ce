"""A session's course as bars over time: work high, recoveries low, in half-block characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from trackbuddy.plan.phases import Phase, RecoveryPhase, Timeline
from trackbuddy.plan.session import Label
from trackbuddy.plan.totals import guessed_spans
from trackbuddy.units import MINUTE_NS, NS, result

_HALVES: Final = " ▄█"
"""No half, the lower one, both: what a Linux console's font has too."""
_EASY: Final = frozenset({Label.WARM_UP, Label.COOL_DOWN, Label.JOG})


class Effort(StrEnum):
    """What is done in a stretch of the session; its colour."""

    REP = "rep"
    EASY = "easy"
    REST = "rest"


_HEIGHT: Final = {Effort.REP: 1.0, Effort.EASY: 0.5, Effort.REST: 0.2}


@dataclass(frozen=True, slots=True)
class Bar:
    """Cells of one row that belong to stretches of one effort; None where nothing is drawn."""

    text: str
    effort: Effort | None


@dataclass(frozen=True, slots=True)
class Bars:
    rows: tuple[tuple[Bar, ...], ...]
    """From the top, each as wide as was asked for."""
    axis: str
    """The time at the start, in the middle and at the end."""


def bars(timeline: Timeline, columns: int, rows: int) -> Bars:
    """`timeline` has one round of an endless part. Wide in proportion to time; a guess stands for what is unknown."""
    if not timeline or columns < 1 or rows < 1:
        return Bars((), "")
    spans = [max(ns, 1) for ns in guessed_spans(timeline)]
    efforts = [_effort(phase) for phase in timeline]
    across = [efforts[index] for index in _phase_of_column(spans, columns)]
    drawn = tuple(tuple(_row(across, row, rows)) for row in range(rows))
    return Bars(drawn, _axis(sum(spans), columns))


def _phase_of_column(spans: list[int], columns: int) -> Iterator[int]:
    """The phase at each column's middle: one of less than a cell may fall out."""
    total, index, end = sum(spans), 0, spans[0]
    for column in range(columns):
        middle = (2 * column + 1) * total // (2 * columns)
        while middle >= end and index < len(spans) - 1:
            index += 1
            end += spans[index]
        yield index


def _effort(phase: Phase) -> Effort:
    if isinstance(phase, RecoveryPhase):
        return Effort.REST
    return Effort.EASY if phase.label in _EASY else Effort.REP


def _row(across: list[Effort], row: int, rows: int) -> Iterator[Bar]:
    below = 2 * (rows - 1 - row)
    for effort, group in groupby(across):
        high = max(round(_HEIGHT[effort] * 2 * rows), 1)
        halves = min(max(high - below, 0), 2)
        yield Bar(_HALVES[halves] * len(list(group)), effort if halves else None)


def _clock(ns: int) -> str:
    return result(ns, 0) if ns >= MINUTE_NS else f"0:{ns // NS:02}"


def _axis(total_ns: int, columns: int) -> str:
    """`0:00` at the left edge, the middle's time and the end's where they fit."""
    start, middle, end = (_clock(ns) for ns in (0, total_ns // 2, total_ns))
    spare = columns - len(start) - len(end)
    if spare < 1:
        return end.rjust(columns)[:columns]
    if spare < len(middle) + 2:
        return start + " " * spare + end
    before = (columns - len(middle)) // 2 - len(start)
    return start + " " * before + middle + " " * (spare - before - len(middle)) + end
