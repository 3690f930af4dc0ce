"""The order of running where a warm-up or a cool-down isn't written where it is run."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.meaning.entries import Entry
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Joint
from trackbuddy.plan.session import Label

IN_ORDER: Final = "the warm-up is run first and the cool-down last, wherever they are written"


def in_order(entries: list[Entry]) -> tuple[list[Entry], Refusal | None]:
    """The entries as they are run, and what is asked where the text doesn't say that they aren't written so.

    `6 x 400m, 60s rest, 10 min warm-up`. Between semicolons everything is run as it is written.
    """
    first = next((at for at, one in enumerate(entries) if not all(map(is_aside, one.leaves()))), len(entries))
    early = [one for one in entries[first:] if _is(one, Label.WARM_UP) and not (_unplaced(one) and _parted(one))]
    late = [one for one in entries[:first] if _is(one, Label.COOL_DOWN) and first < len(entries)]
    late = [one for one in late if not (_unplaced(one) and _parted(one, entries[entries.index(one) + 1]))]
    for entry in entries:
        if _is(entry, Label.COOL_DOWN) and not _unplaced(entry) and entry.recovery is not None:
            raise entry.recovery.at.refuse("this recovery stands behind the last run; write it behind its reps")
    if not (moved := [*early, *late]):
        return entries, None
    unsaid = [entry for entry in moved if _unplaced(entry)]
    moved[0].said.append(IN_ORDER)
    ordered = [*early, *(entry for entry in entries if entry not in moved), *late]
    doubt = unsaid[0].at.refuse("this stands where it is hardly run; write it where it is run") if unsaid else None
    return ordered, doubt


def _is(entry: Entry, label: Label) -> bool:
    return entry.around and entry.label is label


def _parted(*entries: Entry) -> bool:
    return any(entry.joint is Joint.SEMICOLON for entry in entries)


def _unplaced(entry: Entry) -> bool:
    """Doesn't it say where it is run?"""
    return entry.piece is None or not entry.piece.placed
