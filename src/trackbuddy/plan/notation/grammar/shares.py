"""Targets of some of the reps before: `2 @ 2:32`, `last one hard`, `1-5 in 75, 6-10 in 73`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unexpected
from trackbuddy.plan.notation.figures import targets
from trackbuddy.plan.notation.figures.efforts import effort_words, phrase
from trackbuddy.plan.notation.grammar.aimed import led_in
from trackbuddy.plan.notation.syntax import Joint, Part, SharePart
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.target import EffortTarget, TimeTarget

_PLACES: Final = "first|last|final|odd|odds|even|evens"
_METRES_FROM: Final = 50
"""The first 50 are metres, and not so many reps."""


def share(cursor: Cursor, between: Joint, before: Sequence[Part]) -> SharePart | None:
    """`2 @ 2:32`, `last one hard`: so many reps of the block before at this target."""
    told = _by_numbers(cursor, between) or _placed_behind(cursor, between)
    if told or (told := placed(cursor, between) or _of_the_others(cursor, between)) is not None:
        return told
    led = cursor.sees("as", ":")
    number = cursor.peek(int(led))
    joined = led or between in (Joint.COMMA, Joint.DASH) or (bool(before) and isinstance(before[-1], SharePart))
    joined = joined or (cursor.annotating and between is Joint.TIGHT)
    if not joined or not 1 <= number.number <= 30 or number.number % 1 or not cursor.over("as|:? 0 @|in|at"):
        return None
    found = targets.target(cursor)
    if found is None:
        raise unexpected(cursor.peek())
    return SharePart(number, between, int(number.number), found)


@tentative
def _by_numbers(cursor: Cursor, between: Joint) -> SharePart | None:
    """`1-5 in 75, 6-10 in 73`: the target of the reps of these numbers, counted on from the first."""
    cursor.accept("reps", ":")
    if not cursor.number_here():
        return None
    first, sign, last = cursor.next(), cursor.next(), cursor.next()
    ranged = sign.text in ("-", "to") and first.number < last.number <= _METRES_FROM
    counted = [one.number for one in cursor.tokens[: cursor.index - 3] if one.number == first.number - 1]
    if not ranged or not (first.number == 1 or counted) or not cursor.accept("@", "at", "in", ":"):
        return None
    goes_on = any(cursor.looks(f"{last.number + 1} -|to 0", ahead=ahead) for ahead in range(1, 6))
    aim = targets.one_more(cursor) if first.number > 1 or goes_on else None
    return SharePart(first, between, int(last.number - first.number) + 1, aim) if aim is not None else None


@tentative
def _placed_behind(cursor: Cursor, between: Joint) -> SharePart | None:
    """`75s for the first five`, `73s for the last 5`, `a fast last one`: a target, then which reps it is for."""
    at = cursor.peek()
    if cursor.said.isdisjoint(("first", "last", "final", "other")):
        return None
    if cursor.figure_here():
        aim = targets.one_more(cursor)
        led = cursor.over("for|on the? first|last|final|other")
    else:
        words = effort_words(cursor) if cursor.over("with? a|the") or not cursor.sees("with") else None
        aim = EffortTarget(words) if words is not None else None
        led = cursor.looks("on? the? last|final reps|one|1 ENDS") and cursor.over("on? the? last|final")
    if aim is None or not led:
        return None
    place = cursor.back()
    count = cursor.next() if not cursor.sees("reps") else None
    cursor.accept("reps")
    number = int(count.number) if count is not None else 1
    told = number in range(1, _METRES_FROM) and cursor.clause_ends()
    which = "rest" if place.text == "other" else place.text
    return SharePart(at, between, number, aim, which) if told else None


@tentative
def placed(cursor: Cursor, between: Joint) -> SharePart | None:
    """`the last two hard`, `first one at 10k pace`, `odds at MP`: which reps, and their target."""
    if not cursor.looks(f":|-|with? the? {_PLACES}"):
        return None
    with cursor.ahead():
        cursor.over(":|-? the?")
        if phrase(cursor) is not None:
            return None  # first one at 10k pace, each one quicker
    cursor.over(":|-|with? the?")
    at = cursor.next()
    halved = at.text[0] not in "oe" and cursor.accept("half")
    count = cursor.next() if cursor.number_here() else None
    named = halved or cursor.accept("reps") or (cursor.peek().raw.lower() in ("ones", "numbers") and cursor.next())
    turns = at.text[0] in "oe"
    _ = (count or named) and not cursor.figure_here(1) and cursor.over("is|:")  # last one: all out
    led = led_in(cursor)
    aim = targets.one_more(cursor) if count or named or led or turns else None
    whole = count is None or (1 <= count.number < _METRES_FROM and not count.number % 1)
    ends = cursor.clause_ends() or cursor.sees("and", "&", "/")
    paced = halved and not isinstance(aim, TimeTarget)  # 4 x 1k, first half at 10k pace: of each
    if aim is not None and whole and count is not None and not named and at.text in ("last", "final"):
        _check_last(cursor, count)
    if aim is None or paced or not (whole and ends) or (isinstance(aim, TimeTarget) and not led):
        return None
    if turns and isinstance(aim, EffortTarget) and aim.text.lower() in ("easy", "slow"):
        return None  # easy could be no rep, but the recovery
    size = int(count.number) if count else None if halved else 1
    return SharePart(at, between, size, aim, at.text.rstrip("s"))


@tentative
def _of_the_others(cursor: Cursor, between: Joint) -> SharePart | None:
    """The `rest hard` of `6 x 800m, first 2 relaxed, rest hard`: no recovery behind those of which it is said."""
    article, at = cursor.over("the"), cursor.next()
    if at.raw.lower() not in ("rest", "others", "remainder", "remaining"):
        return None
    if not any(one.text == "first" and one.line == at.line for one in cursor.tokens[: cursor.index]):
        return None
    cursor.accept("reps")
    led, aim = led_in(cursor), targets.one_more(cursor)
    easy = isinstance(aim, EffortTarget) and aim.text.lower() in ("easy", "slow")
    timed = isinstance(aim, TimeTarget) and not (led and (article or at.text != "rest"))
    if aim is None or easy or timed or not cursor.clause_ends():
        return None
    return SharePart(at, between, 1, aim, "rest")


def _check_last(cursor: Cursor, count: Token) -> None:
    """Raises Refusal for `3 x 10 min with the last 2 at tempo`: the last two minutes, or the last two reps?"""
    ahead = [one for one in cursor.tokens[: cursor.index] if one.end <= count.start and one.line == count.line]
    sizes = [at for at, one in enumerate(ahead[:-2]) if one.text in ("x", "of") and ahead[at + 1].is_figure]
    size, unit = ahead[sizes[-1] + 1 : sizes[-1] + 3] if sizes else (count, count)
    if count.raw.isdigit() and unit.text in ("min", "km", "mile") and size.number > count.number:
        refusal = count.refuse("these could be the last reps, or the last of each rep; write which")
        raise refusal.mended(count.end, count.end, " reps", f" {unit.raw}")
