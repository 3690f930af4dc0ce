"""Averages of reps that are alike: same set, same length, same target; timed reps only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trackbuddy.plan.phases import Aim
from trackbuddy.plan.session import Label, Work
from trackbuddy.results.metrics import Metrics, metrics
from trackbuddy.results.rows import Row, Standing

Kind = tuple[int, int, Label | None, Work, Aim | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Reps that may be averaged, in the order they were run."""

    rows: tuple[Row, ...]

    @property
    def splits(self) -> tuple[int, ...]:
        """The times there are, in nanoseconds."""
        return tuple(row.split_ns for row in self.rows if row.split_ns is not None)

    @property
    def run(self) -> int:
        """How many were run, timed or not."""
        return sum(row.standing in {Standing.TIMED, Standing.NO_TIME} for row in self.rows)

    @property
    def mean_ns(self) -> int | None:
        """Rounded half up to the nanosecond; None where nothing was timed."""
        splits = self.splits
        return (2 * sum(splits) + len(splits)) // (2 * len(splits)) if splits else None

    @property
    def metrics(self) -> Metrics | None:
        """None with fewer than two times."""
        return metrics(self.splits) if len(self.splits) > 1 else None


def groups(rows: Iterable[Row]) -> tuple[Group, ...]:
    """The rows that count, gathered with their like; a labelled rep (a warm-up, a jog) enters no mean."""
    found: dict[Kind, list[Row]] = {}
    for row in rows:
        if not row.voided and row.label in {None, Label.STRIDE, Label.HILL}:
            found.setdefault((*row.section, row.work, row.aim), []).append(row)
    return tuple(Group(tuple(alike)) for alike in found.values())
