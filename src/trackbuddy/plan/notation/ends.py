"""The ends of a session where they aren't written as they are run: `WU/CD 2 miles each`, `3k warm-up beforehand`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.entries import Entry
from trackbuddy.plan.notation.lengths import length
from trackbuddy.plan.notation.pieces import piece
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Joint, Piece
from trackbuddy.plan.session import Label

_FIRST: Final = ("beforehand", "before", "first")
_LAST: Final = ("after", "then")
_EACH: Final = ("each", "both", "je")
IN_ORDER: Final = "the warm-up is run first and the cool-down last, wherever they are written"


def end_told(cursor: Cursor, joint: Joint) -> list[Piece]:
    """Ends that say where they stand, whatever stands before them; none and the cursor unmoved for other pieces."""
    return both_ends(cursor, joint) or _told(cursor, joint)


@tentative
def both_ends(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`15 min warm-up and cool-down`, `WU/CD 2 miles each`, `Ein- und Auslaufen je 2 km`: one length for both."""
    at = cursor.peek()
    found = length(cursor)
    cursor.accept("of")
    if not (cursor.accept("warm-up") and cursor.accept("and", "&", "/", "+")) and not cursor.accept_all(
        "a", "-", "and"
    ):
        return []
    if not cursor.accept("cool-down", "down"):
        return []
    cursor.skip(":", "-", "of")
    each = cursor.accept(*_EACH)
    found = found or length(cursor)
    each = each or cursor.accept(*_EACH)
    if not _ends(cursor):
        return []
    if found is not None and each is None:
        found = replace(found, assumed="one length for warm-up and cool-down is taken as that of each")
    labels = (Label.WARM_UP, Label.COOL_DOWN)
    return [Piece(at, joint, found, label, placed=True, end=cursor.back().end) for label in labels]


@tentative
def _told(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`3k warm-up beforehand`, `first 12 min warm-up`, `2k cool-down after`."""
    told = cursor.accept(*_FIRST) is not None
    if told:
        cursor.accept(":")
    found = piece(cursor, joint)
    if found is None or found.label not in (Label.WARM_UP, Label.COOL_DOWN):
        return []
    first = found.label is Label.WARM_UP
    if told or not cursor.accept(*(_FIRST if first else _LAST)):
        return [replace(found, placed=True)] if told and first else []
    return [replace(found, placed=True)] if _ends(cursor) or (first and cursor.number_here()) else []


def _ends(cursor: Cursor) -> bool:
    return cursor.line_ends() or cursor.sees(",", ".", ";", ")", "then", "and", "!")


def in_order(entries: list[Entry]) -> tuple[list[Entry], Refusal | None]:
    """The entries as they are run, and what is asked where the text doesn't say that they aren't written so.

    `6 x 400m, 60s rest, 10 min warm-up`. Between semicolons everything is run as it is written.
    """
    early = [entry for at, entry in enumerate(entries) if _early(entries, at)]
    late = [entry for at, entry in enumerate(entries) if _late(entries, at)]
    moved = [*early, *late]
    for entry in entries:
        if _placed(entry) and _is(entry, Label.COOL_DOWN) and entry.recovery is not None:
            raise entry.recovery.at.refuse(
                "this recovery stands behind the last run; write it behind the reps it is for"
            )
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
    if not _is(entry, Label.WARM_UP) or not _work(entries[:at]):
        return False
    return _placed(entry) or entry.joint is not Joint.SEMICOLON


def _late(entries: list[Entry], at: int) -> bool:
    """Is this a cool-down before all work?"""
    entry, after = entries[at], entries[at + 1 :]
    if not _is(entry, Label.COOL_DOWN) or not after or _work(entries[:at]) or not _work(after):
        return False
    return _placed(entry) or Joint.SEMICOLON not in (entry.joint, after[0].joint)


def _work(entries: list[Entry]) -> bool:
    """Is there anything but runs around the work, and strides?"""
    return any(leaf.piece is None or not _aside(leaf) for entry in entries for leaf in entry.leaves())


def _aside(leaf: Entry) -> bool:
    return leaf.around or (leaf.piece is not None and leaf.piece.label is Label.STRIDE)


def _is(entry: Entry, label: Label) -> bool:
    return entry.around and entry.piece is not None and entry.piece.label is label


def _placed(entry: Entry) -> bool:
    return entry.piece is not None and entry.piece.placed
