"""Targets, whatever their kind: a time, a pace, a race, a letter or an effort; one, or one for each rep."""

from __future__ import annotations

from trackbuddy.plan.notation.cursor import Cursor, tentative, unexpected, unless_refused
from trackbuddy.plan.notation.figures.efforts import LEAST_PERCENT, effort, letter, phrase
from trackbuddy.plan.notation.figures.lengths import in_seconds
from trackbuddy.plan.notation.figures.paces import SECONDS_BELOW, amount_said, pace_or_time, per_km, speed, time_unit
from trackbuddy.plan.notation.figures.races import offset_first, race, race_target
from trackbuddy.plan.notation.syntax import Length
from trackbuddy.plan.notation.text.lexicon import NAMED_RACES, OWNERS
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget


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


def time_of(one: Length) -> TimeTarget | None:
    """The time of a rep that is written like a length, a bare number in seconds; None for distances and for nothing."""
    time = in_seconds(one)
    return TimeTarget(time.low, time.high or time.low) if time.timed and time.low else None


def target_list(cursor: Cursor) -> tuple[Target, ...]:
    """One target, or one for each rep: `26, 55, 28, 28`, `105%/107%/110%`, `3:30, 3:25 and 3:20`."""
    if in_turn := _figures(cursor) or _races(cursor) or named_list(cursor):
        return in_turn
    first = target(cursor)
    if first is None and cursor.sees("pace"):
        raise cursor.peek().refuse("“pace” names no pace here; write a time, a pace like 3:05/km or a race like 5k")
    if first is None:
        raise unexpected(cursor.peek())
    found = [first]
    unit = _has_unit(cursor)
    while (more := _listed(cursor, found, unit if len(found) == 1 else None)) is not None:
        found.append(more)
    return tuple(found)


@tentative
def _listed(cursor: Cursor, before: list[Target], unit: bool | None) -> Target | None:
    """The next target of a list, if it is one like the first, with a unit or without."""
    first, sign = before[0], cursor.accept(",", "/")
    ends = len(before) > 1 and (sign is None or sign.text == ",") and cursor.accept("and", "&") is not None
    raced = isinstance(first, RaceTarget) and cursor.sees(*NAMED_RACES)
    if not (sign or ends) or not (cursor.figure_here() or raced):
        return None
    found = one_more(cursor)
    slashed = sign is not None and sign.text == "/"
    last = cursor.back()  # a mere 400, 400m or mile, without its pace, is rather the next rep
    alone = last.kind is Kind.NUMBER or last.text in ("m", "metres", "mile")
    rather_rep = not slashed and isinstance(found, RaceTarget) and alone
    alike = type(found) is type(first) and not rather_rep and unit in (None, _has_unit(cursor))
    return found if alike and (_list_goes_on(cursor) or cursor.sees("and", "&")) else None


@tentative
def _figures(cursor: Cursor) -> tuple[Target, ...]:
    """`48-84-48`, `100/103/106%`, `3:30 > 3:25 > 3:20`: three or more with one sign, the unit behind the last."""
    found, sign = [amount_said(cursor)], cursor.peek().text
    while found[-1] is not None and sign in ("-", "/", ">", "→", ",") and cursor.accept(sign):
        found.append(amount_said(cursor))
    amounts = [one for one in found if one is not None]
    if len(amounts) < max(3, len(found)):
        return ()
    if cursor.accept("%"):
        worked = all(one.at.number >= LEAST_PERCENT for one in amounts)
        return tuple(EffortTarget(f"{one.at.text}%") for one in amounts) if worked and _list_goes_on(cursor) else ()
    time_unit(cursor)
    timed = all((one.known and one.ns) or 10 <= one.at.number < SECONDS_BELOW for one in amounts) and sign != ","
    return tuple(TimeTarget(one.ns, one.ns) for one in amounts) if timed and _list_goes_on(cursor) else ()


@tentative
def named_list(cursor: Cursor, least: int = 2, *signs: str) -> tuple[Target, ...]:
    """`5k/3k/mile`, `T/10k/5k`, `mile pace / flat out`: three at least, or of two kinds, for `5k/3k` is a range."""
    found, end = list[Target](), cursor.index
    while (one := letter(cursor) or race_target(cursor, ranged=False) or effort(cursor)) is not None:
        found.append(one)
        end = cursor.index
        if not cursor.accept("/", *signs):
            break
        _ = signs and cursor.over("and|&")
    cursor.index = end if signs else cursor.index
    efforts = any(isinstance(one, EffortTarget) for one in found)
    several = len(found) > 2 or (not efforts and len({type(one) for one in found}) > 1)
    return tuple(found) if several and len(found) >= least and _list_goes_on(cursor) else ()


@tentative
def _races(cursor: Cursor) -> tuple[Target, ...]:
    """`5k-3k-mile`: three races or more are one for each rep."""
    found = [race(cursor)]
    while found[-1] is not None and cursor.accept("-"):
        found.append(race(cursor))
    named = tuple(RaceTarget(one) for one in found if one is not None)
    return named if len(named) == len(found) > 2 and _list_goes_on(cursor) else ()


def _has_unit(cursor: Cursor) -> bool:
    """Was the last thing read a unit? `@ 34, 30s` is no list of targets."""
    return cursor.back().kind is Kind.WORD


def one_more(cursor: Cursor) -> Target | None:
    """The next target of a list; None for a number that is the beginning of something else."""
    return unless_refused(cursor, target)


def some_more(cursor: Cursor) -> tuple[Target, ...]:
    """The targets of a list, or none where something else begins."""
    return unless_refused(cursor, target_list) or ()


def aim_named(cursor: Cursor) -> bool:
    """Does a target that is named as one stand behind the colon of `6 x 800m: 5k pace`?"""
    with cursor.ahead():
        start = cursor.index
        aim = one_more(cursor) if cursor.accept(":") else None
        named = any(one.text in ("pace", "effort") for one in cursor.tokens[start : cursor.index])
        return isinstance(aim, PaceTarget) or (isinstance(aim, RaceTarget | EffortTarget) and named)


def _list_goes_on(cursor: Cursor) -> bool:
    """Was that number a target of the list, and not the length of what comes next?"""
    return cursor.looks("END|,|/|)|]|.|;|with|(|[|off|then|+")
