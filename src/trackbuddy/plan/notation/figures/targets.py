"""Targets, whatever their kind: a time, a pace, a race, a letter or an effort; one, or one for each rep."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, two, unexpected, unless_refused
from trackbuddy.plan.notation.figures import paces
from trackbuddy.plan.notation.figures.efforts import LEAST_PERCENT, effort, letter, phrase
from trackbuddy.plan.notation.figures.lengths import in_seconds
from trackbuddy.plan.notation.figures.races import offset_first, offset_target, race, race_target
from trackbuddy.plan.notation.syntax import Length
from trackbuddy.plan.notation.text.lexicon import MODES, NAMED_RACES, OWNERS
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget

_NEVER_AIMED: Final = (*MODES, "recovery", "break", "between", "x", "*", "warm-up", "cool-down")


@tentative
def target(cursor: Cursor) -> Target | None:
    """One target where an `@` or `at` has just been read."""
    if cursor.peek().raw.lower() == "tempo" and cursor.peek(1).kind is Kind.CLOCK and cursor.back().text == "in":
        cursor.next()  # German: in Tempo 3:50, a kilometre
        return paces.per_km(paces.pace_or_time(cursor))
    cursor.skip(*OWNERS)
    return (
        offset_first(cursor)
        or phrase(cursor)
        or paces.speed(cursor)
        or race_target(cursor)
        or paces.pace_or_time(cursor)
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
    found, sign = [paces.amount_said(cursor)], cursor.peek().text
    while found[-1] is not None and sign in ("-", "/", ">", "→", ",") and cursor.accept(sign):
        found.append(paces.amount_said(cursor))
    amounts = [one for one in found if one is not None]
    if len(amounts) < max(3, len(found)):
        return ()
    if cursor.accept("%"):
        worked = all(one.at.number >= LEAST_PERCENT for one in amounts)
        return tuple(EffortTarget(f"{one.at.text}%") for one in amounts) if worked and _list_goes_on(cursor) else ()
    paces.time_unit(cursor)
    timed = all((one.known and one.ns) or 10 <= one.at.number < paces.SECONDS_BELOW for one in amounts) and sign != ","
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
    return cursor.looks("END|,|/|)|]|.|;|with|(|[|off|then|+") or cursor.looks("r 0:00|:|=")


def told(cursor: Cursor, after_work: bool) -> Target | None:
    """A target that its own words lead in."""
    found = offset_target(cursor) or between(cursor) or _paced(cursor)
    return found or (_named_abroad(cursor) if after_work else None)


@tentative
def between(cursor: Cursor) -> Target | None:
    """`between 400 & 800m pace`, `between 2:56 and 3:00`, `between 68 and 70`."""
    if not cursor.accept("between"):
        return None
    start = cursor.index
    low, high = two(cursor, paces.amount_said, "and", "&", "-") or (None, None)
    unit = paces.time_unit(cursor) is not None
    if low is not None and high is not None and low.ns < high.ns and not paces.recovers(cursor):
        seconds = 20 <= low.at.number < paces.SECONDS_BELOW and 5 * high.ns <= 6 * low.ns
        if low.ns and ((low.known and high.known) or (seconds and (unit or cursor.clause_ends()))):
            return TimeTarget(low.ns, high.ns)
    cursor.index = start
    races = two(cursor, race, "and", "&", "-")
    named = cursor.back().text in ("pace", "effort")
    return RaceTarget(*races) if races is not None and races[0] != races[1] and named else None


@tentative
def _named_abroad(cursor: Cursor) -> Target | None:
    """`a ritmo 10k`, `allure semi`, `a 4:50/km`: a pace behind its word, or behind an `a` that is no article."""
    start = cursor.index
    led = cursor.accept("a") is not None
    if cursor.sees("pace") and cursor.peek().raw.lower() not in ("pace", "paces", "speed"):
        cursor.next()
        cursor.accept("of")
        found = one_more(cursor)
        if found is not None and not isinstance(found, EffortTarget):
            return paces.per_km(found)
    elif led and cursor.back().raw.lower() == "a" and cursor.figure_here():
        found = one_more(cursor)
        minutes = any(one.text == "'" for one in cursor.tokens[start : cursor.index])
        told = isinstance(found, PaceTarget | TimeTarget) and (
            cursor.clause_ends() or minutes or cursor.back().kind is not Kind.NUMBER
        )
        led_in = cursor.looks("recovery 0:00")
        if found is not None and told and (led_in or not cursor.sees(*_NEVER_AIMED)):
            return found
    return None


def _paced(cursor: Cursor) -> Target | None:
    """`al ritmo di 4'10"`, `à allure 5k`: a time is one per kilometre."""
    led = cursor.accept("at pace")
    if led is None:
        return None
    found = paces.per_km(aim := target(cursor))
    of_somebody = isinstance(aim, TimeTarget) and led.raw.lower().split()[-1] in ("for", "a", "your")
    if found is None or of_somebody:  # at the pace of a 3:20 runner
        raise unexpected(led if of_somebody else cursor.peek())
    return found
