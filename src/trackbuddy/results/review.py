"""One session read back: what every page, table and file about it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trackbuddy.plan.phases import RepPhase
from trackbuddy.results.averages import Group, groups, headline, hits, pooled
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.progress import Progress, progress
from trackbuddy.results.rests import Rest, rests
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import State
from trackbuddy.units import from_metres

RUN = frozenset({Standing.TIMED, Standing.NO_TIME, Standing.CLOCK, Standing.COUNTED})
"""Standings of a rep that was run to its end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rep and the recovery behind it."""

    row: Row
    rest: Rest | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What was really done, warm-ups and jogs left out. None where a part of it isn't known."""

    reps: int
    work_mm: int | None
    """Reps by time count with the metres that were entered."""
    work_ns: int | None
    recovery_ns: int | None
    """Between the reps, as it was taken."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One athlete's session."""

    athlete: int
    name: str
    entries: tuple[Entry, ...]
    hand: Hand = ANY_HAND

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(entry.row for entry in self.entries)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Reps that are alike, set by set."""
        return groups(self.rows, self.hand)

    @property
    def pooled(self) -> tuple[Group, ...]:
        """Reps that are alike, whatever their set."""
        return pooled(self.rows, self.hand)

    @property
    def headline(self) -> Group | None:
        """The reps whose average stands for the session."""
        return headline(self.rows, self.hand)

    @property
    def hits(self) -> tuple[int, int]:
        """Times on target, of those that had one."""
        return hits(self.rows)

    @property
    def dropped_out_after(self) -> int | None:
        """The number of reps before a drop-out that held to the end; None without one."""
        if not self.rows or self.rows[-1].standing is not Standing.OUT:
            return None
        return sum(row.standing in RUN and row.label is None for row in self.rows)

    @property
    def totals(self) -> Totals:
        run = [e for e in self.entries if e.row.standing in RUN and not e.row.voided and e.row.label is None]
        taken = [e.rest.taken_ns for e in run if e.rest is not None and e.rest.taken_ns is not None]
        return Totals(
            reps=len(run),
            work_mm=_sum([_way(entry.row) for entry in run]),
            work_ns=_sum([_span(entry.row) for entry in run]),
            recovery_ns=sum(taken) if taken else None,
        )


@dataclass(frozen=True, slots=True)
class Review:
    """The whole session, athlete by athlete."""

    sheets: tuple[Sheet, ...]
    progress: Progress
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    repairs: int = 0
    """How many repairs count."""

    @property
    def is_alone(self) -> bool:
        return len(self.sheets) == 1


def review(history: History, hand: Hand = ANY_HAND) -> Review:
    """What the facts that count come to. The same facts and the same hand always give the same review."""
    return review_of(history.state, history.ledger.active, hand)


def review_of(state: State, effective: Sequence[Line] = (), hand: Hand = ANY_HAND) -> Review:
    """The same from a standing and the lines that led to it; without those a rest behind NO TIME isn't known."""
    sheets, notes = tuple(_sheets(state, effective, hand)), tuple(filter(None, state.notes))
    return Review(sheets, progress(state), notes, state.tags, state.repairs)


def _sheets(state: State, effective: Sequence[Line], hand: Hand) -> Iterator[Sheet]:
    for athlete, name in enumerate(state.plan.athletes, start=1):
        pairs = zip(rows(state, athlete), rests(state, effective, athlete), strict=True)
        yield Sheet(athlete, name, tuple(Entry(row, rest) for row, rest in pairs), hand)


def _way(row: Row) -> int | None:
    if isinstance(row.plan, RepPhase) and row.plan.way_mm is not None:
        return row.plan.way_mm
    return None if row.metres is None else from_metres(row.metres)


def _span(row: Row) -> int | None:
    return row.split_ns if row.split_ns is not None else row.plan.span_ns


def _sum(parts: Sequence[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if parts and len(known) == len(parts) else None
