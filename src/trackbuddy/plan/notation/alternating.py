"""Reps that alternate: so many in turn, or so many pairs? Both are offered."""

from __future__ import annotations

from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.targets import one_more
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.target import RaceTarget


def check_alternating(cursor: Cursor) -> None:
    """`8 x 1 min alternating slow/fast`: eight reps in turn, or eight pairs?"""
    at, here = cursor.peek(), cursor.index
    if not cursor.accept("alternating"):
        return
    refusal = at.refuse(
        "alternating could mean so many reps in turn or so many pairs; write 4 x (400m fast, 400m slow jog)"
    )
    efforts = _in_turn(cursor)
    counted = _counted_before(cursor, here)
    if efforts and counted:
        count, length = counted
        pair = f"({length} @ {efforts[0]}, {length} @ {efforts[1]})"
        for times in (*((count.number // 2,) if count.number % 2 == 0 else ()), count.number):
            refusal.mended(count.start, cursor.back().end, f"{times} x {pair}")
    raise refusal


def _in_turn(cursor: Cursor) -> tuple[str, str] | None:
    """The two efforts of `slow/fast`, `5k and 10k pace`, `MP-3% & MP+5%`, as they are printed."""
    first = one_more(cursor)
    joined = cursor.accept("/", "and", "&", "+", "with") if first is not None else None
    second = one_more(cursor) if joined is not None else None
    if isinstance(first, RaceTarget) and first.until is not None and joined is None:
        return first.race, first.until
    return (print_target(first), print_target(second)) if first is not None and second is not None else None


def _counted_before(cursor: Cursor, index: int) -> tuple[Token, str] | None:
    """The count and the length of the `8 x 1 min` that ends at a lexeme."""
    back = index - (cursor.tokens[index - 1].text == ",")
    for size in (2, 1):
        sign = back - size - 1
        if sign > 0 and cursor.tokens[sign].text in ("x", "*") and cursor.tokens[sign - 1].kind is Kind.NUMBER:
            return cursor.tokens[sign - 1], "".join(token.raw for token in cursor.tokens[sign + 1 : back])
    return None
