"""The ends of a session where they aren't written as they are run: `WU/CD 2 miles each`, `3k warm-up beforehand`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.grammar.pieces import piece
from trackbuddy.plan.notation.syntax import Joint, Piece
from trackbuddy.plan.session import Label

_FIRST: Final = ("beforehand", "before", "first")
_LAST: Final = ("after", "then")
_EACH: Final = ("each", "both", "je")
_BEHIND: Final = "ENDS|and"


def end_told(cursor: Cursor, joint: Joint) -> list[Piece]:
    """Ends that say where they stand, whatever stands before them; none and the cursor unmoved for other pieces."""
    return both_ends(cursor, joint) or _told(cursor, joint)


@tentative
def both_ends(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`15 min warm-up and cool-down`, `WU/CD 2 miles each`, `Ein- und Auslaufen je 2 km`: one length for both."""
    at = cursor.peek()
    found = length(cursor)
    cursor.accept("of")
    if not (cursor.over("warm-up and|&|/|+") or cursor.over("a - and")) or not cursor.over("cool-down|down :|-|of*"):
        return []
    each = cursor.accept(*_EACH)
    found = found or length(cursor)
    each = each or cursor.accept(*_EACH)
    if not cursor.looks(_BEHIND):
        return []
    if found is not None and each is None:
        found = replace(found, assumed="one length for warm-up and cool-down is taken as that of each")
    labels = (Label.WARM_UP, Label.COOL_DOWN)
    return [Piece(at, joint, found, label, placed=True, end=cursor.back().end) for label in labels]


@tentative
def _told(cursor: Cursor, joint: Joint) -> list[Piece]:
    """`3k warm-up beforehand`, `first 12 min warm-up`, `2k cool-down after`."""
    told = cursor.over("beforehand|before|first :?")
    found = piece(cursor, joint)
    if found is None or found.label not in (Label.WARM_UP, Label.COOL_DOWN):
        return []
    first = found.label is Label.WARM_UP
    if told or not cursor.accept(*(_FIRST if first else _LAST)):
        return [replace(found, placed=True)] if told and first else []
    return [replace(found, placed=True)] if cursor.looks(_BEHIND) or (first and cursor.number_here()) else []
