"""Brackets that hold nothing but lengths, or nothing but targets: `(62)`, `[3' & 5']`, `(5k pace)`."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.paces import time_unit
from trackbuddy.plan.notation.figures.targets import some_more
from trackbuddy.plan.notation.syntax import BracketPart, Joint, Length, TargetPart
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.target import PaceTarget, RaceTarget, Target, TimeTarget


def mere(cursor: Cursor, opening: Token, closing: str) -> TargetPart | BracketPart | None:
    """What stands behind an opening bracket, up to the closing one; None for anything else."""
    if targets := _targets(cursor, closing):
        return TargetPart(opening, Joint.TIGHT, targets, end=cursor.tokens[cursor.index - 2].end)
    if lengths := _lengths(cursor, closing):
        each = cursor.tokens[cursor.index - 2].text == "each"
        _ = all(one.bare for one in lengths) and time_unit(cursor)  # (98-102) sec
        return BracketPart(opening, Joint.TIGHT, lengths, opening.text == "[", each)
    return None


@tentative
def _targets(cursor: Cursor, closing: str) -> tuple[Target, ...]:
    """`(5k pace)`, `(with 4:00/km)`, `(48/84/48)`: nothing but targets that can't be anything else."""
    led = cursor.accept("with")
    found = some_more(cursor) if not cursor.sees("@", "at", "in") else ()
    paces = all(isinstance(one, PaceTarget) for one in found)
    measured = cursor.back().number > 0 or cursor.looks("0 m|metres|mile", -2)
    far = measured and found in tuple((RaceTarget(one),) for one in ("400", "800", "mile"))  # or how far is jogged
    plain = paces if led else len(found) > 2 or not (far or any(isinstance(one, TimeTarget) for one in found))
    _ = cursor.accept("-") and effort_words(cursor)  # 4:16/km – very hilly
    return found if plain and cursor.accept(closing) else ()


@tentative
def _lengths(cursor: Cursor, closing: str) -> tuple[Length, ...]:
    """`62`, `3' & 5'`: nothing but lengths up to the closing bracket; empty and unmoved otherwise."""
    found: list[Length] = []
    while (one := length(cursor)) is not None:
        found.append(_range(cursor, one) or one)
        cursor.accept("each")
        if found[-1].letter == "J":
            return ()  # (800J) says that it is jogged
        if cursor.accept(closing):
            return tuple(found)
        if not cursor.accept("&", "and", ","):
            break
    return ()


@tentative
def _range(cursor: Cursor, low: Length) -> Length | None:
    """`(30-32)`: seconds as a band."""
    high = length(cursor) if low.bare and cursor.accept("-", "to") else None
    if high is not None and high.bare and high.low > low.low:
        return replace(low, high=high.low, end=high.end)
    return None
