"""Targets: `@ 34`, `in 33-35`, `at 5k pace`, `@ 3:05/km`, `@ 5K-15 s/mile`, `@ 95%`, `hard`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, unexpected
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.scanner import Kind, Token
from trackbuddy.plan.notation.words import (
    DISTANCES,
    EFFORTS,
    KILOMETRE_RACES,
    LETTERS,
    NAMED_RACES,
    RACES,
)
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import KM_MM, MINUTE_NS, M, Pace, seconds

_OWNERS: Final = frozenset(
    "your his her my their our the a an about around approx approximately roughly ca circa ~ current".split()
)
_SHORT_RACES: Final = {
    "mp": "marathon",
    "hmp": "half",
    "rp": "goal",
    "gp": "goal",
    "mrp": "marathon",
    "gmp": "marathon",
    "mgp": "marathon",
}
_PACE_WORDS: Final = frozenset({"pace", "effort", "rhythm", "p"})
_SECONDS_FROM: Final = 10
"""A bare number below this could be an effort from 1 to 10."""
_SECONDS_BELOW: Final = 100
"""A bare number below this is seconds: `@ 75`; from here on it could as well be a distance or a heart rate."""


def target(cursor: Cursor) -> Target | None:
    """One target where an `@` or `at` has just been read; None and the cursor unmoved if nothing fits."""
    start = cursor.index
    while cursor.accept(*_OWNERS):
        pass
    for reader in (_offset_first, _race, _pace_or_time, _letter, _effort):
        inner = cursor.index
        found = reader(cursor)
        if found is not None:
            return found
        cursor.index = inner
    cursor.index = start
    return None


def target_list(cursor: Cursor) -> tuple[Target, ...]:
    """One target, or one for each rep: `26, 55, 28, 28`, `105%/107%/110%`."""
    first = target(cursor)
    if first is None:
        raise _nothing_named(cursor)
    found = [first]
    unit = _has_unit(cursor)
    while cursor.sees(",", "/") and cursor.peek(1).kind in (Kind.NUMBER, Kind.CLOCK):
        start = cursor.index
        cursor.next()
        more = one_more(cursor)
        alike = _has_unit(cursor) == unit or len(found) > 1
        if more is None or type(more) is not type(first) or not (alike and _list_goes_on(cursor)):
            cursor.index = start
            break
        found.append(more)
    return tuple(found)


def _has_unit(cursor: Cursor) -> bool:
    """Was the last thing read a unit? `@ 34, 30s` is no list of targets."""
    return cursor.back().kind is Kind.WORD


def one_more(cursor: Cursor) -> Target | None:
    """The next target of a list; None for a number that is the beginning of something else."""
    try:
        return target(cursor)
    except Refusal:
        return None


def _list_goes_on(cursor: Cursor) -> bool:
    """Was that number a target of the list, and not the length of what comes next?"""
    here = cursor.peek()
    return here.kind in (Kind.END, Kind.NEWLINE) or cursor.sees(
        ",", "/", ")", "]", ".", ";", "with", "(", "[", "off", "then", "+"
    )


def _nothing_named(cursor: Cursor) -> Exception:
    token = cursor.peek()
    if cursor.sees("pace"):
        return token.refuse("“pace” names no pace here; write a time, a pace like 3:05/km or a race like 5k")
    return unexpected(token)


def _pace_or_time(cursor: Cursor) -> Target | None:
    bracketed = cursor.accept("(") is not None
    low = _seconds(cursor)
    if low is None:
        return None
    high = low
    if cursor.sees("-", "..", "to") and cursor.peek(1).kind in (Kind.NUMBER, Kind.CLOCK):
        cursor.next()
        high = _seconds(cursor) or low
    if (bracketed and not cursor.accept(")")) or cursor.sees("%", "mmol"):
        return None
    unit = _time_unit(cursor)
    low, high, told = _in_unit(low, high, unit)
    per = _per(cursor)
    if per is not None:
        cursor.accept("pace")
        return _pace(low, high, per)
    if cursor.sees("pace"):
        return _lap_pace(cursor, low, high)
    cursor.accept("each")
    return _time_target(low, high, told)


def _pace(low: _Amount, high: _Amount, per: int) -> Target:
    if low.ns > high.ns:
        low, high = high, low
    if low.ns <= 0:
        raise low.at.refuse("a pace is longer than nothing; write it like 3:05/km")
    return PaceTarget(Pace(low.ns, per), Pace(high.ns, per))


def _time_target(low: _Amount, high: _Amount, told: bool) -> Target | None:
    if not told and low.at.kind is Kind.NUMBER and low.at.number >= _SECONDS_BELOW:
        text = low.at.text
        refusal = low.at.refuse(f"a target of {text} could be seconds or something else; write {text}s or a clock time")
        raise refusal.mended(low.at.start, low.at.end, f"{text}s")
    if not told and low.at.kind is Kind.NUMBER and low.at.number < _SECONDS_FROM:
        text = low.at.text
        refusal = low.at.refuse(f"a target of {text} could be seconds or an effort; write {text}s or RPE {text}")
        raise refusal.mended(low.at.start, low.at.end, f"{text}s", f"RPE {text}")
    if low.ns > high.ns:
        low, high = high, low
    if low.ns <= 0:
        raise low.at.refuse("a target is longer than nothing; write a time like 34 or 1:15")
    return TimeTarget(low.ns, high.ns)


class _Amount:
    """A number of seconds, or one whose unit follows later."""

    __slots__ = ("at", "known", "ns")

    def __init__(self, at: Token, ns: int, known: bool) -> None:
        self.at, self.ns, self.known = at, ns, known


def _seconds(cursor: Cursor) -> _Amount | None:
    token = cursor.peek()
    if token.kind is Kind.CLOCK:
        cursor.next()
        return _Amount(token, token.ns, True)
    if token.kind is not Kind.NUMBER:
        return None
    cursor.next()
    if cursor.sees("'", "min"):
        return _minutes(cursor, token)
    return _Amount(token, seconds(token.number), False)


def _minutes(cursor: Cursor, token: Token) -> _Amount:
    """`4'39`, `6'30''`, `3 min`."""
    cursor.next()
    ns = int(token.number * MINUTE_NS)
    after = cursor.peek()
    if after.kind is Kind.NUMBER and not after.gap and after.number < 60:
        cursor.next()
        ns += seconds(after.number)
        cursor.accept('"', "sec", "s")
    return _Amount(token, ns, True)


def _time_unit(cursor: Cursor) -> str | None:
    clock = cursor.back().kind is Kind.CLOCK
    token = cursor.accept("s", "sec", '"') or (cursor.accept("min") if clock else None)
    return token.text if token else None


def _in_unit(low: _Amount, high: _Amount, unit: str | None) -> tuple[_Amount, _Amount, bool]:
    """The unit stands once, behind a range; `told` says that there was one, or that the times are clock times."""
    if high.known and not low.known and high.at.kind is Kind.NUMBER:
        low.ns *= 60
        low.known = True
    return low, high, unit is not None or (low.known and high.known)


def _per(cursor: Cursor) -> int | None:
    """`/km`, `/400`, `per lap`, `a lap`: millimetres."""
    start = cursor.index
    if cursor.accept("per-mile"):
        return DISTANCES["mile"]
    if cursor.sees("mile", "km", "lap") and cursor.sees("pace", ahead=1):
        return DISTANCES[cursor.next().text]
    if not cursor.accept("/", "per", "for", "a", "each"):
        return None
    token = cursor.next()
    if token.kind is Kind.WORD and token.text in ("km", "mile", "lap", "quarter"):
        return DISTANCES[token.text]
    if token.kind is Kind.NUMBER and 100 <= token.number <= 10_000 and token.number % 1 == 0:
        if cursor.accept("m", "metres") or not _length_word(cursor):
            return int(token.number) * M
    elif token.kind is Kind.NUMBER and token.number == 1 and cursor.accept("km"):
        return KM_MM
    cursor.index = start
    return None


def _length_word(cursor: Cursor) -> bool:
    return cursor.sees("km", "mile", "min", "sec", "s", "lap", "rest", "recovery", "jog", "walk", "float", "x", ":")


def _lap_pace(cursor: Cursor, low: _Amount, high: _Amount) -> Target | None:
    """`70 pace` is 70 s a 400 m lap. `5:30 pace` is per mile or per km: the rep's own unit decides, in `meaning`."""
    token = cursor.next()
    if high.ns >= 2 * MINUTE_NS:
        return PaceTarget(Pace(low.ns, UNSAID_MM), Pace(high.ns, UNSAID_MM))
    if low.ns < 40 * 10**9:
        raise token.refuse("this pace has no distance; write it like 75/400 or 3:05/km")
    return PaceTarget(Pace(low.ns, 400 * M), Pace(high.ns, 400 * M))


UNSAID_MM: Final = 1
"""Stands in a pace whose distance was not said, until the rep's unit is known."""


def race(cursor: Cursor) -> str | None:
    """A race by name or distance, with the words around it: `his 800m goal pace`, `HMP`, `10kP`, `goal`."""
    found = _race_name(cursor)
    if found is None:
        return None
    cursor.accept("goal", "race pace", "race")
    while cursor.accept(*_PACE_WORDS, "race", "goal", "current", "race pace"):
        pass
    return found


def _race_name(cursor: Cursor) -> str | None:
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        return _numbered_race(cursor)
    if token.kind is not Kind.WORD:
        return None
    if token.text == "race pace":
        cursor.next()
        return "goal"
    if token.text in _SHORT_RACES:
        cursor.next()
        return _SHORT_RACES[token.text]
    if token.text in ("goal", "race"):
        cursor.next()
        named = _race_name(cursor)
        return named or ("goal" if cursor.sees("pace", "effort") or token.text == "goal" else None)
    if token.text in NAMED_RACES:
        cursor.next()
        return NAMED_RACES[token.text]
    return None


def _numbered_race(cursor: Cursor) -> str | None:
    number = cursor.next().text.replace(",", "")
    unit = cursor.peek().text if cursor.peek().kind is Kind.WORD else ""
    if unit in ("km", "kp", "kpace") and number in KILOMETRE_RACES:
        cursor.next()
        return KILOMETRE_RACES[number].value
    if unit == "mile" and number in ("1", "2"):
        cursor.next()
        return {"1": "mile", "2": "2 miles"}[number]
    if unit in ("m", "metres") and cursor.peek().raw != "M" and number in RACES:
        cursor.next()
        return RACES[number].value
    if number in RACES and unit not in ("km", "mile", "min", "sec", "s"):
        return RACES[number].value
    return None


def _race(cursor: Cursor) -> Target | None:
    first = race(cursor)
    if first is None:
        return None
    until, start = None, cursor.index
    if cursor.accept("-", "to", "/"):
        until = race(cursor)
        if until is None or until == first:
            cursor.index, until = start, None
    return RaceTarget(first, until, None if until else _offset(cursor))


def _offset(cursor: Cursor) -> Pace | None:
    """`-15 s/mile`, `+40 seconds/mile` behind a race."""
    start = cursor.index
    sign = cursor.accept("+", "-")
    amount = _seconds(cursor) if sign else None
    if sign is None or amount is None:
        cursor.index = start
        return None
    unit = _time_unit(cursor)
    per = _per(cursor)
    if per is None or (unit is None and not amount.known and amount.at.number >= _SECONDS_BELOW):
        if unit is None or not cursor.line_ends():
            cursor.index = start
            return None
        raise sign.refuse("this offset has no distance; write it like 5k+10s/mile or 5k-5s/km")
    return Pace(-amount.ns if sign.text == "-" else amount.ns, per)


def offset_target(cursor: Cursor) -> Target | None:
    """An offset that needs no `@`: `1"-2" per 200 slower than race pace`."""
    start = cursor.index
    found = _offset_first(cursor) if cursor.number_here() else None
    if found is None:
        cursor.index = start
    return found


def _offset_first(cursor: Cursor) -> Target | None:
    """`3 seconds per lap faster than 5k pace`; a range of seconds is kept as words."""
    start = cursor.index
    further = cursor.accept("another")
    low = _seconds(cursor)
    if low is None:
        return None
    _time_unit(cursor)
    ranged = cursor.accept("-", "to") is not None
    if ranged and _seconds(cursor) is not None:
        _time_unit(cursor)
    per = _per(cursor)
    direction = cursor.accept("faster", "slower")
    if further and direction:
        return EffortTarget(_written(cursor, start))
    if direction is None or not cursor.accept("than"):
        return None
    while cursor.accept(*_OWNERS):
        pass
    name = race(cursor)
    if name is None:
        return None
    per = per or _per(cursor)
    if ranged or per is None:
        return EffortTarget(_written(cursor, start))
    return RaceTarget(name, None, Pace(-low.ns if direction.text == "faster" else low.ns, per))


def _letter(cursor: Cursor) -> Target | None:
    token = cursor.peek()
    if token.kind is Kind.WORD and token.raw in LETTERS:
        cursor.next()
        cursor.accept("pace", "effort")
        return TrainingTarget(token.raw)
    return None


def _effort(cursor: Cursor) -> Target | None:
    """Words and percentages that are shown as they were written."""
    start = cursor.index
    while _effort_word(cursor):
        pass
    if cursor.index == start:
        return None
    written = _written(cursor, start)
    if not any(part.kind is Kind.NUMBER or part.text not in _EMPTY for part in cursor.tokens[start : cursor.index]):
        cursor.index = start
        return None
    return EffortTarget(written)


_EMPTY: Final = frozenset("pace effort your own at or to of a an the race than".split())
"""Words that say nothing about how hard when they stand alone."""


def _effort_word(cursor: Cursor) -> bool:
    """Steps over one word of an effort: `sub LT`, `85-90%`, `RPE 13`, `Z3`, `3.5 mmol`."""
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        return _counted_effort(cursor)
    if token.kind is not Kind.WORD:
        return _percent_sign_progress(cursor)
    if token.text in ("rpe", "zone", "z", "lt", "vt", "vo", "hr") and cursor.number_here(1):
        cursor.next()
        cursor.next()
        if cursor.sees("-") and cursor.number_here(1):
            cursor.next()
            cursor.next()
        cursor.accept("max", "pace")
        return True
    if token.text == "each" and cursor.sees("faster", ahead=1):
        cursor.next()
        return True
    if token.text == "to the finish" and cursor.back().kind is Kind.WORD:
        cursor.next()
        return True
    if token.text == "or" and cursor.sees("better", "faster", "slower", "slightly", "near", ahead=1):
        cursor.next()
        return True
    if token.text in EFFORTS or token.text in (
        "pace",
        "easy",
        "all out",
        "flat out",
        "faster",
        "slower",
        "than",
        "time trial",
    ):
        cursor.next()
        return True
    start = cursor.index
    if cursor.back().text in ("than", "faster", "slower", "near", "just", "under", "over", "at", "or") and race(cursor):
        return True
    cursor.index = start
    return False


def _percent_sign_progress(cursor: Cursor) -> bool:
    """The `>` of `80% > 90%`."""
    if cursor.sees(">") and cursor.back().text == "%":
        cursor.next()
        return True
    return False


def _counted_effort(cursor: Cursor) -> bool:
    start = cursor.index
    cursor.next()
    if cursor.accept("-") and not (cursor.number_here() and cursor.next()):
        cursor.index = start
        return False
    if cursor.accept("%"):
        cursor.accept("vo2max", "max", "effort", "hr", "mp", "hrmax", "mhr", "mas", "vma")
        return True
    if cursor.accept("mmol"):
        return True
    cursor.index = start
    return False


def _written(cursor: Cursor, start: int) -> str:
    """The text from a place on, as it was written, without the space of its layout."""
    out: list[str] = []
    for token in cursor.tokens[start : cursor.index]:
        if out and token.gap:
            out.append(" ")
        out.append(token.raw)
    return "".join(out)


def effort_words(cursor: Cursor) -> str | None:
    """Effort words that stand beside a length without an `@`: `400m very hard`, `sprints`."""
    start = cursor.index
    cursor.accept("~")
    if cursor.number_here() and not cursor.sees("%", ahead=1):
        cursor.index = start
        return None
    found = _effort(cursor)
    if isinstance(found, EffortTarget):
        return found.text
    cursor.index = start
    return None


def settled(found: Target, unit: str) -> Target | None:
    """A pace without a distance, settled by the rep's unit: per mile for miles, per km for kilometres; else None."""
    if not isinstance(found, PaceTarget) or found.low.per_mm != UNSAID_MM:
        return found
    per = {"mile": DISTANCES["mile"], "km": KM_MM}.get(unit)
    if per is None:
        return None
    return replace(found, low=Pace(found.low.ns, per), high=Pace(found.high.ns, per))


def is_percent(found: Target) -> bool:
    return isinstance(found, EffortTarget) and "%" in found.text


def below(found: Target, ns: int) -> bool:
    """Is the target's time shorter than this?"""
    return isinstance(found, TimeTarget) and found.low_ns < ns


_ZERO: Final = Decimal(0)
