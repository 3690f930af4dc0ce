"""Clauses that say how reps are run: targets and shares of them, compositions, divisions, options."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unexpected
from trackbuddy.plan.notation.figures.counts import MAX_COUNT, clause_ends, count, number_or_range
from trackbuddy.plan.notation.figures.efforts import DEGREES, effort
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.figures.paces import per_km
from trackbuddy.plan.notation.figures.phrases import named_target
from trackbuddy.plan.notation.figures.races import offset_target, race
from trackbuddy.plan.notation.figures.targets import aim_named, named_list, one_more, target, target_list
from trackbuddy.plan.notation.grammar.pieces import piece
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.syntax import (
    ComposedPart,
    Dimension,
    DividedPart,
    Joint,
    OptionPart,
    Piece,
    Scope,
    SharePart,
    TargetPart,
)
from trackbuddy.plan.notation.text.lexicon import MODES
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.session import EveryWay, OneTap
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget


def option(cursor: Cursor, between: Joint) -> OptionPart | None:
    at = cursor.peek()
    if cursor.accept("keep-last"):
        return OptionPart(at, between, keep_last=True)
    if at.number == 1 and cursor.sees("tap", ahead=1):
        cursor.next()
        cursor.next()
        return OptionPart(at, between, splitting=OneTap())
    if cursor.accept_all("split", "each"):
        found = length(cursor)
        if found is None or found.dimension is not Dimension.DISTANCE or found.low <= 0:
            raise at.refuse("“split every” needs a distance; write it like split every 200m")
        return OptionPart(at, between, splitting=EveryWay(found.low))
    return None


@tentative
def composed(cursor: Cursor, between: Joint) -> ComposedPart | None:
    """`with 100m at mile pace, 100m flat out`: two pieces at least, each with a target of its own."""
    at, joining = cursor.peek(), (",", "and", "+", "then")
    found: list[tuple[Piece, Target | None]] = []
    while cursor.accept(*(joining if found else ("with", "as"))):
        part = piece(cursor, Joint.TIGHT)
        if part is None or part.length is None or part.length.dimension is not Dimension.DISTANCE:
            break
        aim = one_more(cursor) if cursor.accept("@", "at", "in") else None
        if aim is None and (part.words is None or part.words.lower() in ("easy", "slow")):
            break
        found.append((part, aim))
        if len(found) > 1 and not cursor.sees(*joining):
            return ComposedPart(at, between, tuple(found))
    return None


@tentative
def divided(cursor: Cursor, between: Joint) -> DividedPart | None:
    """`break into 4 sets of 2-3`, `12 x 300, 3 sets of 4`, `(sets of 6)`, each at the end of its clause."""
    at, before = cursor.peek(), {token.number for token in cursor.tokens[: cursor.index]}
    restated, named = cursor.accept("i-want"), cursor.accept("break", "split", "divided")
    led = cursor.accept("into", "in", "as") or restated or named or cursor.back().text == "("
    sets = count(cursor) if led or between is Joint.COMMA else None
    noun = cursor.accept("sets", "lots", "groups", "blocks") if led and sets is None else None
    told = sets.sets if sets is not None else noun is not None and cursor.accept("of") is not None
    reps = number_or_range(cursor) if told else None
    each = length(cursor) if restated and cursor.accept("x", "*") else None
    ends = clause_ends(cursor) or cursor.sees("with", "off", "(", "@")
    product = reps.low * sets.low if reps and sets and reps.low and sets.low else 0
    if reps is None or reps.low == 1 or not ends or not (led or product in before):
        return None
    if noun is not None and noun.text == "groups" and not _speaks_of_groups(cursor, noun):
        raise noun.refuse("groups could be sets of reps, or runners; write sets").mended(noun.start, noun.end, "sets")
    return DividedPart(at, between, sets, replace(reps, sets=False), each)


def _speaks_of_groups(cursor: Cursor, noun: Token) -> bool:
    return any(token.text in ("group", "groups", "sets") and token is not noun for token in cursor.tokens)


def share(cursor: Cursor, between: Joint) -> SharePart | None:
    """`2 @ 2:32`: so many reps of the block before at this target."""
    led = cursor.sees("as", ":") and cursor.sees("@", "in", "at", ahead=2)
    number = cursor.peek(int(led))
    if number.kind is not Kind.NUMBER or not 1 <= number.number <= 30 or number.number % 1:
        return None
    joined = led or between in (Joint.COMMA, Joint.DASH) or (cursor.annotating and between is Joint.TIGHT)
    if not joined or not cursor.sees("@", "in", "at", ahead=1 + led):
        return None
    cursor.accept("as", ":")
    cursor.next()
    cursor.next()
    found = target(cursor)
    if found is None:
        raise unexpected(cursor.peek())
    return SharePart(number, between, int(number.number), found)


def aimed(cursor: Cursor, between: Joint, after_work: bool) -> TargetPart | None:
    """What reps are aimed at, with the word that leads it in or names it."""
    at = cursor.peek()
    if after_work and (told := _for_all(cursor) or _timed_each(cursor) or _odds_and_evens(cursor)):
        return told
    single = offset_target(cursor) or _between_races(cursor) or _paced(cursor)
    if single is None and after_work:
        single = _named_abroad(cursor)
    colon = after_work and between is Joint.TIGHT and aim_named(cursor) and cursor.accept(":") is not None
    if single is None and (colon or _led_in(cursor)):
        found = target_list(cursor)
        end = cursor.back().end
        _or_better(cursor)
        return TargetPart(at, between, found, end=end)
    found = (single,) if single is not None else ()
    if not found and after_work and between in _BESIDE:
        found = named_list(cursor, least=3) or tuple(filter(None, [named_target(cursor)]))
    return TargetPart(at, between, found, end=cursor.back().end) if found else None


@tentative
def _for_all(cursor: Cursor) -> TargetPart | None:
    """`8 x 4', all sub-threshold`, `all at 5k pace`: for every rep that has no target, like a sentence of its own."""
    at = cursor.accept("all")
    led = at is not None and _led_in(cursor)
    found = one_more(cursor) if at is not None else None
    if at is None or found is None or not clause_ends(cursor) or (isinstance(found, TimeTarget) and not led):
        return None
    return TargetPart(at, Joint.SENTENCE, (found,), end=cursor.back().end)


@tentative
def _timed_each(cursor: Cursor) -> TargetPart | None:
    """`5 x 600m, 1:48 each, 75s rest`: with a rest behind it the time of each is the rep's."""
    at, signs = cursor.peek(), [one for one in cursor.tokens[: cursor.index] if one.text in ("x", "*", "times", "sets")]
    found = length(cursor)
    if found is None or found.dimension is not Dimension.TIME or len(signs) != 1 or not cursor.accept("each"):
        return None
    with cursor.ahead():
        rest = recovery(cursor, Joint.COMMA) if cursor.accept(",", ";", "with", "off") else None
    if rest is None or not rest.lengths or rest.scope != Scope():
        return None
    return TargetPart(at, Joint.COMMA, (TimeTarget(found.low, found.high or found.low),), end=found.end)


@tentative
def _odds_and_evens(cursor: Cursor) -> TargetPart | None:
    """`10 x 1k, odds at MP, evens at HMP`: a target for each rep, in turn."""
    at, before = cursor.peek(), cursor.tokens[: cursor.index]
    signs = [index for index, one in enumerate(before) if one.text in ("x", "*", "times", "sets")]
    first = _every_other(cursor)
    cursor.skip(",", ";", "and", "&", "/")
    second = _every_other(cursor) if first is not None else None
    if first is None or second is None or first[0] == second[0] or len(signs) != 1 or not clause_ends(cursor):
        return None
    aims = [aim for _, aim in sorted((first, second), key=lambda one: one[0], reverse=True)]
    counted, ranged = before[signs[0] - 1], before[signs[0] - 2].text in ("-", "to", "or")
    if counted.kind is not Kind.NUMBER or ranged or not 2 <= counted.number <= MAX_COUNT:
        return None
    targets = tuple(aims[index % 2] for index in range(int(counted.number)))
    return TargetPart(at, Joint.COMMA, targets, end=cursor.back().end)


@tentative
def _every_other(cursor: Cursor) -> tuple[str, Target] | None:
    """`the odd ones MP`, `evens in 70`: which reps, and their target."""
    cursor.accept("the")
    which = cursor.accept("odd", "odds", "even", "evens")
    _ = cursor.accept("reps") or (cursor.peek().raw.lower() in ("ones", "numbers") and cursor.next())
    _ = which is not None and _led_in(cursor)
    aim = one_more(cursor) if which is not None else None
    if which is None or aim is None or (isinstance(aim, EffortTarget) and aim.text.lower() in ("easy", "slow")):
        return None  # easy could be no rep, but the recovery
    return which.text.rstrip("s"), aim


@tentative
def _led_in(cursor: Cursor) -> bool:
    """Steps over the `@`, the `at or just below`, the `in about` or the `target:` before a target."""
    named = cursor.accept("intensity", "target", "pace", "effort", "goal", "duration")
    timed = named is not None and named.text in ("target", "goal", "duration") and cursor.figure_here()
    if timed or (named is not None and cursor.accept(":", "-", "=")):
        cursor.accept("@", "at")
        return True
    if cursor.peek().raw in ("t", "T") and cursor.sees("=", ahead=1) and cursor.figure_here(2):
        cursor.index += 2  # 3 x 500 t=82s r=6'
        return True
    if cursor.sees("run") and cursor.sees("in", "@", ahead=1):
        cursor.next()
    sign = cursor.accept("@", "at", "in")
    if cursor.accept("or"):
        cursor.accept("just", "slightly")
        cursor.accept("below", "under", "above", "near")
    if sign is not None and sign.text == "in" and not cursor.figure_here():
        cursor.skip("a", "an", "about", "ca", "circa", "approx", "around", "~", ".")
    return sign is not None


@tentative
def _between_races(cursor: Cursor) -> Target | None:
    """`between 400 & 800m pace`, `between 2:56 and 3:00`."""
    if cursor.accept("between") and (times := _between_times(cursor)) is not None:
        return times
    low = race(cursor) if cursor.back().text == "between" else None
    high = race(cursor) if low is not None and cursor.accept("and", "&", "-") else None
    named = cursor.back().text in ("pace", "effort")
    return RaceTarget(low, high) if low is not None and high is not None and low != high and named else None


@tentative
def _between_times(cursor: Cursor) -> TimeTarget | None:
    low = length(cursor)
    high = length(cursor) if low is not None and cursor.accept("and", "&", "-") else None
    timed = low is not None and high is not None and low.dimension is high.dimension is Dimension.TIME
    return TimeTarget(low.low, high.low) if timed and low and high and low.low < high.low else None


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
            return per_km(found)
    elif led and (found := effort(cursor)) is not None:
        return found
    elif led and cursor.back().raw.lower() == "a" and cursor.figure_here():
        found = one_more(cursor)
        ends = cursor.line_ends() or cursor.sees(",", ".", ";", ")")
        minutes = any(one.text == "'" for one in cursor.tokens[start : cursor.index])
        told = isinstance(found, PaceTarget | TimeTarget) and (ends or minutes or cursor.back().kind is not Kind.NUMBER)
        led_in = cursor.sees("recovery") and cursor.figure_here(1)
        if found is not None and told and (led_in or not cursor.sees(*MODES, "recovery", "break", "between", "x", "*")):
            return found
    return None


def _paced(cursor: Cursor) -> Target | None:
    """`al ritmo di 4'10"`, `à allure 5k`: a time is one per kilometre."""
    if not cursor.accept("at pace"):
        return None
    found = per_km(target(cursor))
    if found is None:
        raise unexpected(cursor.peek())
    return found


@tentative
def _or_better(cursor: Cursor) -> bool:
    cursor.accept(",")
    led = cursor.accept("or") is not None
    cursor.skip(*DEGREES)
    return led and cursor.accept("better", "faster", "quicker") is not None


_BESIDE: Final = (Joint.TIGHT, Joint.COMMA, Joint.DASH)
