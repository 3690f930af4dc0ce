"""How often: `8 x`, `6-8 ×`, `3 sets of`, `5 lots of:`, `FIVE TIMES`, `repeat for 3 rounds`, `x max`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.lexicon import DISTANCES, REPEATING, TIMES
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.syntax import Count, Header, Joint

MAX_COUNT: Final = 100
PLAIN_COUNT: Final = 30
"""Above this a number before an x is a count only if the rep has a unit: `40 x 400m`, but not `400 x 800`."""
_SIGNS: Final = ("x", "*")
_UNITS: Final = (*DISTANCES, *TIMES, "yard")
_GROUPING: Final = ("sets", "lots")


def count(cursor: Cursor) -> Count | None:
    """A count and its sign, or None and the cursor unmoved. Raises Refusal for 0 and above 100."""
    start = cursor.index
    first = cursor.peek()
    if cursor.sees("max") and cursor.sees(*_SIGNS, ahead=1):
        cursor.next()
        cursor.next()
        return Count(None, None, first)
    if first.kind is not Kind.NUMBER:
        return None
    cursor.next()
    high = None
    either = cursor.sees("or") and cursor.peek(1).number == first.number + 1
    if (cursor.sees("-", "to") or either) and cursor.number_here(1):
        cursor.next()
        high = cursor.next()
    sets = None if _behind(cursor, first) else _sign(cursor, first)
    if sets is None:
        cursor.index = start
        return None
    _check_sense(cursor, first)
    return Count(number(first), number(high) if high else None, first, sets)


def _behind(cursor: Cursor, first: Token) -> bool:
    """`100 x2`: the count stands behind its distance."""
    sign, after = cursor.peek(), cursor.peek(1)
    ends = cursor.peek(2).kind in (Kind.END, Kind.NEWLINE) or cursor.sees(",", ";", "with", "@", "(", ahead=2)
    counted = after.kind is Kind.NUMBER and (not after.gap or cursor.sees(*_ROUNDS, ahead=2) or ends)
    counted = counted and after.number <= PLAIN_COUNT
    return first.number >= 50 and cursor.sees("x") and sign.gap and counted


def _sign(cursor: Cursor, first: Token) -> bool | None:
    """Steps over what makes a number a count; True for sets, False for a times sign, None if there is neither."""
    if cursor.accept(*_SIGNS):
        return False
    if cursor.sees("times", "by") and cursor.peek().raw.lower() != "time":
        cursor.next()
        return False
    if cursor.accept(*_GROUPING):
        each = cursor.peek().raw.lower() in ("à", "á", "zu") and cursor.next() is not None
        return True if each or cursor.accept("of") or cursor.sees(":", "(", "[", "{") or cursor.number_here() else None
    if cursor.sees("reps") and cursor.sees("of", ahead=1):
        cursor.next()
        cursor.next()
        return True
    if first.raw.isalpha() and cursor.number_here() and first.number > 1:
        return False  # six 800m reps
    if cursor.number_here() and cursor.peek().number >= 100 and not cursor.peek().number % 50 and first.number > 1:
        plural = cursor.sees("s", "'s", ahead=1) and not cursor.peek(1).gap
        return False if plural and first.number <= PLAIN_COUNT else None  # 6 400s
    if cursor.sees("half") and cursor.sees("lap", "mile", ahead=1) and first.number > 1:
        return False
    if (
        cursor.sees("stride", "hill", "quarter")
        and first.number > 1
        and first.number <= PLAIN_COUNT
        and not first.number % 1
    ):
        return False
    bracketed = cursor.sees("(", "{") and first.number <= PLAIN_COUNT and cursor.peek(1).kind is Kind.NUMBER
    return False if bracketed else None


def _check_sense(cursor: Cursor, first: Token) -> None:
    """`400 x 800` is a list, not four hundred reps; `3 x 10 bench press` is none of ours."""
    if first.number <= PLAIN_COUNT or not cursor.number_here():
        return
    after = cursor.peek(1)
    if not (after.kind in (Kind.WORD, Kind.MARK) and after.text in _UNITS):
        other = cursor.peek()
        hint = f"“{first.raw} x {other.raw}” is not read as {first.raw} reps"
        refusal = first.refuse(f"{hint}; write a list as 400, 800 and reps as 8 x 400m (at most {MAX_COUNT})")
        if other.number <= PLAIN_COUNT:
            raise refusal.mended(first.start, other.end, f"{other.text} x {first.text}m")
        raise refusal.mended(first.end, other.start, ", ")


def number(token: Token) -> int:
    """A count from its token. Raises Refusal for fractions, 0 and more than the limit."""
    if token.number % 1:
        raise token.refuse(f"{token.raw} is no number of reps; write a whole number")
    if not 1 <= token.number <= MAX_COUNT:
        raise token.refuse(f"{token.raw} repeats can't be run; write a number from 1 to {MAX_COUNT}")
    return int(token.number)


def repeat_word(cursor: Cursor) -> None:
    """The verb of `repeat 4 times: 800m`."""
    if cursor.peek().raw.lower() in REPEATING and cursor.number_here(1):
        cursor.next()


def header(cursor: Cursor, joint: Joint) -> Header | None:
    """`3 sets of:` at the end of a line counts what follows; `repeat for 3 rounds` what stood before."""
    return _before(cursor, joint) or _ahead(cursor, joint)


def _ahead(cursor: Cursor, joint: Joint) -> Header | None:
    start, at = cursor.index, cursor.peek()
    repeat_word(cursor)
    following = cursor.accept("the-following") is not None
    counted = count(cursor) or (_number_or_range(cursor) if cursor.sees("sets", "times", ahead=1) else None)
    if counted is not None and (counted.sets or counted.at.text):
        cursor.accept("sets", "times")
        cursor.accept("of")
        following = cursor.accept("the-following") is not None or following
        cursor.accept("below")
        listed = cursor.accept(":") is not None and following
        if cursor.peek().kind is Kind.NEWLINE or listed:
            return Header(at, joint, counted, before=False)
    cursor.index = start
    return None


_REPEATED: Final = ("all", "the", "this", "whole", "for", "x", "above", "sequence", "set")
_ROUNDS: Final = ("sets", "lots")


def _before(cursor: Cursor, joint: Joint) -> Header | None:
    """A count for what stands before: `repeat for 3 rounds`, `and repeat`, `x 3 rounds`, `(4 times)`, `x3`."""
    start, at = cursor.index, cursor.peek()
    found = _the_whole(cursor)
    if found is None:
        cursor.index = start
        found = _repeat_clause(cursor) if at.raw.lower() in REPEATING else _trailing(cursor)
    if found is None:
        cursor.index = start
        return None
    counted, whole, assumed = found
    return Header(at, joint, counted, True, whole, assumed, cursor.back().end)


def _the_whole(cursor: Cursor) -> tuple[Count, bool, str] | None:
    """`le tout répété 10 fois`, `das Ganze 3 mal`."""
    cursor.accept("the")
    if not cursor.accept("whole"):
        return None
    if cursor.peek().raw.lower() in REPEATING:
        return _repeat_clause(cursor)
    counted = _number_or_range(cursor)
    if counted is None or not cursor.accept("x", "times"):
        return None
    if cursor.peek().raw.lower() in REPEATING:
        cursor.next()
    return (counted, True, "") if _clause_ends(cursor) else None


def _repeat_clause(cursor: Cursor) -> tuple[Count, bool, str] | None:
    at = cursor.next()
    while cursor.accept(*_REPEATED):
        pass
    if _clause_ends(cursor):
        return Count(2, None, at, True), True, "“repeat” without a number is taken as twice in all"
    counted = _number_or_range(cursor)
    if counted is None:
        return None
    more = cursor.accept("more") is not None
    cursor.accept("x", "times", "sets")
    if more and counted.low is not None and counted.high is None:
        said = f"{counted.low} more times are taken as {counted.low + 1} in all"
        return (replace(counted, low=counted.low + 1), True, said) if _clause_ends(cursor) else None
    cursor.accept("in")
    return (counted, True, "") if _clause_ends(cursor) or cursor.sees("with") else None


def _trailing(cursor: Cursor) -> tuple[Count, bool, str] | None:
    """`x 10 rounds`, `4 rounds`, `(x 2)`, `(4 times)`, `x3`, each at the end of its clause."""
    bracketed = cursor.accept("(") is not None
    signed = cursor.accept(*_SIGNS) is not None
    counted = _number_or_range(cursor)
    if counted is None:
        return None
    whole = cursor.accept(*_ROUNDS) is not None and cursor.back().raw.lower() not in ("set", "round")
    timed = not whole and cursor.sees("times") and cursor.peek().raw.lower() != "time" and cursor.next() is not None
    if not (signed or whole or (bracketed and timed)) or (bracketed and not cursor.accept(")")):
        return None
    return (counted, whole, "") if _clause_ends(cursor) or (whole and cursor.sees("x", "with")) else None


def _number_or_range(cursor: Cursor) -> Count | None:
    if not cursor.number_here() or cursor.peek().number % 1 or not 1 <= cursor.peek().number <= PLAIN_COUNT:
        return None
    low = cursor.next()
    high = cursor.next() if cursor.sees("-", "to") and cursor.number_here(1) and cursor.next() else None
    if high is not None and (high.number % 1 or not low.number < high.number <= PLAIN_COUNT):
        return None
    return Count(number(low), number(high) if high else None, low, True)


def _clause_ends(cursor: Cursor) -> bool:
    return (
        cursor.line_ends()
        or cursor.sees(".", ",", ";", ")", "!", "then")
        or (cursor.sees("and") and cursor.sees("then", ahead=1))
    )
