"""Targets, whatever their kind: a time, a pace, a race, a letter or an effort; one, or one for each rep."""

from __future__ import annotations

from trackbuddy.plan.notation.cursor import Cursor, tentative, unexpected
from trackbuddy.plan.notation.figures.efforts import effort, letter
from trackbuddy.plan.notation.figures.paces import pace_or_time, per_km, speed
from trackbuddy.plan.notation.figures.phrases import phrase
from trackbuddy.plan.notation.figures.races import offset_first, race, race_target
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.text.lexicon import OWNERS
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target


@tentative
def target(cursor: Cursor) -> Target | None:
    """One target where an `@` or `at` has just been read."""
    if cursor.peek().raw.lower() == "tempo" and cursor.peek(1).kind is Kind.CLOCK and cursor.back().text == "in":
        cursor.next()  # German: in Tempo 3:50, a kilometre
        return per_km(pace_or_time(cursor))
    cursor.skip(*OWNERS)
    return (
        offset_first(cursor)
        or phrase(cursor)
        or speed(cursor)
        or race_target(cursor)
        or pace_or_time(cursor)
        or letter(cursor)
        or effort(cursor)
    )


def target_list(cursor: Cursor) -> tuple[Target, ...]:
    """One target, or one for each rep: `26, 55, 28, 28`, `105%/107%/110%`."""
    mixed = _mixed(cursor)
    if mixed:
        return mixed
    first = target(cursor)
    if first is None:
        raise _nothing_named(cursor)
    found = [first]
    unit = _has_unit(cursor)
    while (more := _listed(cursor, first, unit if len(found) == 1 else None)) is not None:
        found.append(more)
    return tuple(found)


@tentative
def _listed(cursor: Cursor, first: Target, unit: bool | None) -> Target | None:
    """The next target of a list, if it is one like the first, with a unit or without."""
    sign = cursor.accept(",", "/")
    if sign is None or not cursor.figure_here():
        return None
    found = one_more(cursor)
    rather_rep = sign.text == "," and isinstance(found, RaceTarget) and _metres_alone(cursor)
    alike = type(found) is type(first) and not rather_rep and unit in (None, _has_unit(cursor))
    return found if alike and _list_goes_on(cursor) else None


@tentative
def _mixed(cursor: Cursor) -> tuple[Target, ...]:
    """`5k/3k/mile`, `T/10k/5k`: three at least, or of two kinds, for `5k/3k` alone is a range."""
    found: list[Target] = []
    while (one := _of_mixed(cursor)) is not None:
        found.append(one)
        if not cursor.accept("/"):
            break
    several = len(found) > 2 or len({type(one) for one in found}) > 1
    if several and (_list_goes_on(cursor) or cursor.sees("pace")):
        cursor.accept("pace")
        return tuple(found)
    return ()


def _of_mixed(cursor: Cursor) -> Target | None:
    """A race or a letter, alone."""
    if (lettered := letter(cursor)) is not None:
        return lettered
    name = race(cursor)
    return RaceTarget(name) if name is not None else None


def _metres_alone(cursor: Cursor) -> bool:
    """Was what was taken for a race a mere `400` or `400m`, without its `pace`? That is rather the next rep."""
    return cursor.back().kind is Kind.NUMBER or cursor.back().text in ("m", "metres")


def _has_unit(cursor: Cursor) -> bool:
    """Was the last thing read a unit? `@ 34, 30s` is no list of targets."""
    return cursor.back().kind is Kind.WORD


def one_more(cursor: Cursor) -> Target | None:
    """The next target of a list; None for a number that is the beginning of something else."""
    try:
        return target(cursor)
    except Refusal:
        if cursor.spent:
            raise
        return None


def aim_named(cursor: Cursor) -> bool:
    """Does a target that is named as one stand behind the colon of `6 x 800m: 5k pace`?"""
    with cursor.ahead():
        start = cursor.index
        aim = one_more(cursor) if cursor.accept(":") else None
        named = any(one.text in ("pace", "effort") for one in cursor.tokens[start : cursor.index])
        return isinstance(aim, PaceTarget) or (isinstance(aim, RaceTarget | EffortTarget) and named)


def _list_goes_on(cursor: Cursor) -> bool:
    """Was that number a target of the list, and not the length of what comes next?"""
    return cursor.line_ends() or cursor.sees(",", "/", ")", "]", ".", ";", "with", "(", "[", "off", "then", "+")


def _nothing_named(cursor: Cursor) -> Exception:
    token = cursor.peek()
    if cursor.sees("pace"):
        return token.refuse("“pace” names no pace here; write a time, a pace like 3:05/km or a race like 5k")
    return unexpected(token)
