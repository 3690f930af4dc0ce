"""Between what a recovery is taken, and when reps start: `between sets`, `after each 1000m`, `every 2min`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.counts import PLAIN_COUNT
from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.lengths import as_recovery, length
from trackbuddy.plan.notation.lexicon import EVERY, MODES
from trackbuddy.plan.notation.scanner import Kind
from trackbuddy.plan.notation.syntax import Dimension, Joint, Range, Scope, SendOffPart
from trackbuddy.units import MINUTE_NS, M

_NOUNS: Final = {
    "sets": Range.SETS,
    "lots": Range.SETS,
    "reps": Range.REPS,
    "sprint": Range.REPS,
    "hill": Range.REPS,
    "stride": Range.REPS,
    "times": Range.REPS,
    "effort": Range.REPS,
    "block": Range.BLOCKS,
    "blocks": Range.BLOCKS,
    "everything": Range.ALL,
    "all": Range.ALL,
}
_CYCLE: Final = ("cycle", "cycles", "gos", "send-off", "go", "reps")


@tentative
def scope(cursor: Cursor) -> Scope | None:
    """`between sets`, `after every interval`, `between 200s`, `in a set`, the `set` of `400m set jog`."""
    if cursor.accept("throughout"):
        return Scope(Range.ALL)
    return _set_adjective(cursor) or _within(cursor) or _between(cursor) or _amid(cursor)


def _set_adjective(cursor: Cursor) -> Scope | None:
    if cursor.accept("set-rest"):
        return Scope(Range.SETS)
    token = cursor.accept("sets")
    if token is None or not cursor.sees(*MODES, "recovery", "break"):
        return None
    return Scope(Range.SETS)


def _within(cursor: Cursor) -> Scope | None:
    """`(between reps) in a set`."""
    if not cursor.accept("in", "within"):
        return None
    cursor.accept("a", "the", "each")
    return Scope(Range.REPS) if cursor.accept("sets") else None


def _amid(cursor: Cursor) -> Scope | None:
    """`dazwischen 400m Trab`, `in between`: a length behind it is the recovery's; only what is named is between."""
    if not cursor.accept("amid"):
        return None
    named = False
    while cursor.accept("each", "the", "all", "of", "two", "these", "them"):
        named = True
    start = cursor.index
    plural = cursor.number_here() and cursor.sees("s", "'s", ahead=1)
    found = _noun(cursor) or (_reps_of(cursor) if named or plural else None)
    if found is not None and found.only_mm is not None and cursor.sees(*MODES, "recovery"):
        cursor.index = start
        return Scope(Range.REPS)
    return found or Scope(Range.REPS)


def _between(cursor: Cursor) -> Scope | None:
    token = cursor.accept("between", "after")
    if token is None:
        return None
    each = False
    while cursor.accept("each", "the", "a", "of", "all", "two", "these", "them"):
        each = True
    if (found := _set_of(cursor)) is not None:
        return found
    if cursor.number_here() and cursor.sees("sets", "reps", "lots", ahead=1):
        cursor.next()
    if each and cursor.number_here() and cursor.peek().number == 1 and cursor.peek().raw.isalpha():
        cursor.next()  # after each one
    found = _noun(cursor) or _reps_of(cursor)
    if found is None:
        # bare `between`, `between each`, `after each`
        if token.text == "after" and not each:
            return None
        return Scope(Range.ALL if cursor.back().text == "all" else Range.REPS, bare=True)
    every = each and found.only_mm is None and found.range is Range.REPS and token.text == "after"
    return _except(cursor, replace(found, every=every))


def _set_of(cursor: Cursor) -> Scope | None:
    """`at the end of each 8`, `after every 4 reps`, `between sets of four`: the sets by their size."""
    start = cursor.index
    grouped = cursor.accept("sets") is not None and cursor.accept("of") is not None
    size = cursor.peek()
    if cursor.number_here() and 1 < size.number <= PLAIN_COUNT and not size.number % 1:
        cursor.next()
        cursor.accept("reps")
        ends = cursor.line_ends() or cursor.sees(",", ".", ";", ")", "(")
        if ends and (grouped or cursor.tokens[start - 1].text in ("each", "after")):
            return Scope(Range.SETS, of=int(size.number))
    cursor.index = start
    return None


def _noun(cursor: Cursor) -> Scope | None:
    token = cursor.accept(*_NOUNS)
    if token is None:
        return None
    start = cursor.index
    if cursor.accept("and", "&", "/"):
        cursor.accept("the")
        another = cursor.accept("the-other") or cursor.accept(*_NOUNS)
        if another is not None and (another.text == "the-other" or another.raw == token.raw):
            return Scope(_NOUNS[token.text])  # entre serie y serie, tra una prova e l'altra
        if another is not None and _NOUNS[another.text] is not _NOUNS[token.text]:
            return Scope(Range.ALL)
    cursor.index = start
    return Scope(_NOUNS[token.text])


def _reps_of(cursor: Cursor) -> Scope | None:
    """`120m reps`, `1000m`, `200s`, `400m sets`."""
    only = _distance(cursor)
    if only is None:
        return None
    if cursor.accept("sets"):
        return Scope(Range.SETS, only_mm=only)
    cursor.accept("reps", "sprint")
    return Scope(Range.REPS, only_mm=only)


def _distance(cursor: Cursor) -> int | None:
    token, after = cursor.peek(), cursor.peek(1)
    if token.kind is Kind.NUMBER and token.number >= 50 and after.text in ("s", "'s") and not after.gap:
        cursor.next()
        cursor.next()
        return int(token.number * M)
    start = cursor.index
    found = length(cursor)
    if found is None or found.high is not None or found.dimension is Dimension.TIME:
        cursor.index = start  # after each, 90 s rest: how long, and not of what
        return None
    if cursor.accept("'s", "s") and found.unit:
        return None
    return found.low


def _except(cursor: Cursor, found: Scope) -> Scope:
    start = cursor.index
    if cursor.accept("except", "but"):
        cursor.accept("the", "for")
        mm = _distance(cursor)
        if mm is not None:
            return replace(found, except_mm=mm)
    cursor.index = start
    return found


def send_off(cursor: Cursor, joint: Joint) -> SendOffPart | None:
    """`on 1:30`, `every 2min`, `starting every 3 min`, `(2:00 cycle)`, `CW=5mn`; None for a recovery or a place."""
    start = cursor.index
    found = _led(cursor, joint) or _cycle_behind(cursor, start, joint)
    if found is None:
        cursor.index = start
    return found


def _led(cursor: Cursor, joint: Joint) -> SendOffPart | None:
    at = cursor.peek()
    if not _send_off_lead(cursor):
        return None
    cursor.accept("the", "a")
    if cursor.peek().raw == "minute":
        cursor.next()
        return SendOffPart(at, joint, MINUTE_NS)
    found = length(cursor)
    if found is None or found.high is not None or found.dimension is Dimension.DISTANCE:
        return None
    if cursor.sees(*MODES, "recovery", "off", "x", "between", "equal", "of"):
        return None
    found = as_recovery(found, moving=False)
    if found.dimension is not Dimension.TIME:
        return None
    end = cursor.back().end
    cursor.accept(*_CYCLE)
    cursor.accept(":")
    return SendOffPart(at, joint, found.low, end)


def _send_off_lead(cursor: Cursor) -> bool:
    token = cursor.peek()
    if token.text in ("c", "cw") and cursor.sees("=", ahead=1):
        cursor.next()
        cursor.next()
        return True
    if token.text == "each":
        return token.raw.lower() in EVERY and bool(cursor.next())
    if token.raw.lower() == "alle":
        return bool(cursor.next())
    cursor.accept("with")
    cursor.accept("a", "the")
    if cursor.accept("send-off"):
        cursor.accept("of", ":", "=", "each", "base")
        return True
    return cursor.accept("on", "starting-every", "cycle") is not None


def _cycle_behind(cursor: Cursor, start: int, joint: Joint) -> SendOffPart | None:
    cursor.index = start
    at = cursor.peek()
    leaving = cursor.accept("starting", "start") is not None
    cursor.accept("with", "on")
    found = length(cursor)
    if leaving and found is not None and found.dimension is Dimension.TIME and cursor.accept("apart"):
        return SendOffPart(at, joint, found.low)
    if found is None or found.dimension is not Dimension.TIME or found.high is not None:
        return None
    if not cursor.accept("cycle", "cycles", "send-off", "gos"):
        return None
    return SendOffPart(at, joint, found.low)
