"""The conventions by which entries were understood, in plain sentences: what a coach would otherwise have to guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trackbuddy.plan.notation.entries import After, Entry
from trackbuddy.plan.notation.lengths import as_recovery
from trackbuddy.plan.notation.syntax import Dimension, Length, Range, RecoveryPart
from trackbuddy.plan.session import Mode

_MOVING = (Mode.JOG, Mode.WALK, Mode.FLOAT)


def assumed(entries: Sequence[Entry]) -> Iterator[str]:
    """The conventions applied in a list of entries and inside them; the same one may come more than once."""
    for index, entry in enumerate(entries):
        yield from entry.said
        if entry.is_set and entry.repeated:
            yield from _set(entry)
        elif not entry.is_set:
            yield from _reps(entry)
        if isinstance(entry.then, RecoveryPart) and entry.then.scope.range is Range.SETS:
            yield "“between sets” is taken as between the blocks, because there are no sets"
        for part in (entry.recovery, *entry.indexed.values(), entry.then):
            yield from _measures(part)
        if _goes_on(entry) and index < len(entries) - 1:
            yield "the recovery of a block also stands before the next block, where no other is given"
        yield from assumed(entry.children)


def _set(entry: Entry) -> Iterator[str]:
    if entry.alike:
        yield "the recovery of a list also stands between its rounds, where no other is given"
    if isinstance(entry.recovery, RecoveryPart) and entry.recovery.capital:
        yield "a capital R behind sets is the recovery between them"


def _reps(entry: Entry) -> Iterator[str]:
    said = isinstance(entry.recovery, RecoveryPart) and entry.recovery.scope.range is Range.SETS
    counted = entry.count is not None and entry.count.sets and entry.count.at.text != "reps"
    if entry.repeated and (said or counted):
        yield "“sets” or rounds of a single rep are taken as reps"


def _measures(part: After | None) -> Iterator[str]:
    if not isinstance(part, RecoveryPart):
        return
    for one in part.lengths:
        if one.high is not None:
            yield "a recovery with a range counts down to its low end"
        if one.dimension is Dimension.BARE:
            yield _united(one, part.mode)


def _united(one: Length, mode: Mode | None) -> str:
    unit = "metres" if as_recovery(one, moving=mode in _MOVING).dimension is Dimension.DISTANCE else "seconds"
    return f"a recovery of {one.at.text} without a unit is taken as {unit}"


def _goes_on(entry: Entry) -> bool:
    """Is its own recovery the one before the next block?"""
    return entry.repeated and not entry.is_set and entry.then is None and isinstance(entry.recovery, RecoveryPart)
