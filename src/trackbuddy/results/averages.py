"""Averages of reps that are alike: same set, same length, same target; timed reps only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trackbuddy.plan.phases import Aim
from trackbuddy.plan.session import Label, Work
from trackbuddy.results.fade import Fade, fade
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.judge import Judgement, Word, judge
from trackbuddy.results.metrics import Metrics, metrics
from trackbuddy.results.rows import Row, Standing
from trackbuddy.timing.facts import StartKind

Kind = tuple[int, int, Label | None, Work, Aim | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Reps that may be averaged, in the order they were run."""

    rows: tuple[Row, ...]
    hand: Hand = ANY_HAND

    @property
    def splits(self) -> tuple[int, ...]:
        """The times that enter the mean, in nanoseconds; one that a repair left out doesn't."""
        return tuple(row.split_ns for row in self.rows if row.split_ns is not None and not row.excluded)

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
        return metrics(self.splits, self._places) if len(self.splits) > 1 else None

    @property
    def fade(self) -> Fade | None:
        """Whether they got slower; None below three times."""
        return fade(self.splits, self._places, self.hand)

    @property
    def _places(self) -> tuple[int, ...]:
        return tuple(place for place, row in enumerate(self.rows, 1) if row.split_ns is not None and not row.excluded)

    @property
    def starts(self) -> dict[StartKind, int]:
        """How many of the times count from a GO, from a tap, from a moved start. More than one: say so."""
        kinds = [row.start for row in self.rows if row.split_ns is not None and not row.excluded]
        return {kind: kinds.count(kind) for kind in StartKind if kind in kinds}

    @property
    def aim(self) -> Aim | None:
        return self.rows[0].aim

    @property
    def judged(self) -> Judgement | None:
        """The mean against the target; None without either."""
        mean_ns, aim = self.mean_ns, self.aim
        if mean_ns is None or aim is None or aim.low_ns is None or aim.high_ns is None:
            return None
        return judge(mean_ns, aim.low_ns, aim.high_ns)

    @property
    def hits(self) -> tuple[int, int]:
        """How many times were on target, of how many that could be."""
        return hits(self.rows)


def hits(rows: Iterable[Row]) -> tuple[int, int]:
    """How many times were on target, of how many that were timed and had one."""
    words = [row.judged.word for row in rows if row.judged is not None and _counts(row) and not row.excluded]
    return words.count(Word.ON), len(words)


def groups(rows: Iterable[Row], hand: Hand = ANY_HAND) -> tuple[Group, ...]:
    """The rows that count, gathered with their like; a labelled rep (a warm-up, a jog) enters no mean."""
    found: dict[Kind, list[Row]] = {}
    for row in rows:
        if _counts(row):
            found.setdefault((*row.section, row.work, row.aim), []).append(row)
    return tuple(Group(tuple(alike), hand) for alike in found.values())


def pooled(rows: Iterable[Row], hand: Hand = ANY_HAND) -> tuple[Group, ...]:
    """The same over all sets: reps of one length and target are one group."""
    found: dict[tuple[Label | None, Work, Aim | None], list[Row]] = {}
    for row in rows:
        if _counts(row):
            found.setdefault((row.label, row.work, row.aim), []).append(row)
    return tuple(Group(tuple(alike), hand) for alike in found.values())


def headline(rows: Sequence[Row], hand: Hand = ANY_HAND) -> Group | None:
    """The one average that stands for a session: of the reps that most of its work is made of.

    None where no length makes up half of the reps, as in a ladder, and where none of them was timed.
    """
    found = [group for group in pooled(rows, hand) if group.rows[0].label is None]
    best = max(found, key=lambda group: len(group.rows), default=None)
    if best is None or not best.splits or 2 * len(best.rows) < sum(len(group.rows) for group in found):
        return None
    return best


def _counts(row: Row) -> bool:
    return not row.voided and row.label in {None, Label.STRIDE, Label.HILL}
