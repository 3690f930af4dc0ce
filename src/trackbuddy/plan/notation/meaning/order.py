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
    early = [entry for at, entry in enumerate(entries) if _early(entries, at)]
    late = [entry for at, entry in enumerate(entries) if _late(entries, at)]
    moved = [*early, *late]
    for entry in entries:
        if _placed(entry) and entry.label is Label.COOL_DOWN and entry.recovery is not None:
            raise entry.recovery.at.refuse("this recovery stands behind the last run; write it behind its reps")
    if not moved:
        return entries, None
    others = [entry for entry in entries if entry not in moved]
    unsaid = [entry for entry in moved if not _placed(entry)]
    moved[0].said.append(IN_ORDER)
    ordered = [*early, *others, *late]
    doubt = unsaid[0].at.refuse("this stands where it is hardly run; write it where it is run") if unsaid else None
    return ordered, doubt


def _early(entries: list[Entry], at: int) -> bool:
    """Is this a warm-up behind work?"""
    entry = entries[at]
    begins = entry.around and entry.label is Label.WARM_UP
    return begins and _work(entries[:at]) and (_placed(entry) or entry.joint is not Joint.SEMICOLON)


def _late(entries: list[Entry], at: int) -> bool:
    """Is this a cool-down before all work?"""
    entry, after = entries[at], entries[at + 1 :]
    if not (entry.around and entry.label is Label.COOL_DOWN) or _work(entries[:at]) or not _work(after):
        return False
    return _placed(entry) or Joint.SEMICOLON not in (entry.joint, after[0].joint)


def _work(entries: list[Entry]) -> bool:
    """Is there anything but runs around the work, and strides?"""
    return any(not is_aside(leaf) for entry in entries for leaf in entry.leaves())


def _placed(entry: Entry) -> bool:
    return entry.piece is not None and entry.piece.placed
