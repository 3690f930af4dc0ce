"""Races as targets: `5k pace`, `HMP`, `his 800m goal pace`, `3K-5K`, `5K-15 s/mile`, `3 s per lap faster than 5k`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor
from trackbuddy.plan.notation.lexicon import KILOMETRE_RACES, MODES, NAMED_RACES, OWNERS, RACES
from trackbuddy.plan.notation.paces import SECONDS_BELOW, amount_said, per_distance, recovers, time_unit
from trackbuddy.plan.notation.scanner import Kind
from trackbuddy.plan.target import EffortTarget, RaceTarget, Target
from trackbuddy.units import NS, Pace

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


def race(cursor: Cursor) -> str | None:
    """A race by name or distance, with the words around it: `his 800m goal pace`, `HMP`, `10kP`, `goal`."""
    found = _race_name(cursor)
    if found is None:
        return None
    if cursor.peek().raw.lower() == "tempo" and cursor.back().text == "km":
        cursor.next()  # im 10-km-Tempo
    while cursor.accept(*_PACE_WORDS, "race", "goal", "race pace", "target", "date", "current", "rp", "gp"):
        pass
    if cursor.sees("/") and cursor.sees("effort", "pace", ahead=1):
        cursor.next()
        cursor.next()
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
    if token.text in NAMED_RACES and not (token.text == "half" and cursor.sees("a", "lap", "mile", ahead=1)):
        cursor.next()
        return NAMED_RACES[token.text]
    return None


def _numbered_race(cursor: Cursor) -> str | None:
    number = cursor.next().text.replace(",", "")
    if cursor.sees("%"):
        return None
    units = ("km", "mile") if number in ("1", "2") else ("km",)
    if cursor.sees("-") and not cursor.peek().gap and cursor.sees(*units, ahead=1) and not cursor.peek(1).gap:
        cursor.next()  # 10-km-Tempo, 1-mile pace
    if number in KILOMETRE_RACES and _kilometres_follow(cursor):
        return KILOMETRE_RACES[number].value
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


def _kilometres_follow(cursor: Cursor) -> bool:
    """The 5 of `5-10k pace` is in the unit of the 10."""
    tight = cursor.sees("-") and not cursor.peek().gap and cursor.number_here(1) and not cursor.peek(1).gap
    return tight and cursor.peek(1).text in KILOMETRE_RACES and cursor.sees("km", "kp", "kpace", ahead=2)


def race_target(cursor: Cursor) -> Target | None:
    begin = cursor.index
    first = race(cursor)
    if first is None:
        return None
    until, start = None, cursor.index
    if cursor.accept("-", "to", "/"):
        until = race(cursor)
        if until is None or until == first or _apart(cursor, start):
            cursor.index, until = start, None
    if until is None and (said := _offset_in_words(cursor, begin)) is not None:
        return said
    return RaceTarget(first, until, None if until else _offset(cursor))


_SMALL_OFFSET_NS: Final = 10 * NS
"""`mile pace - 2s`: nobody rests so short, so it says how much faster, if not over what."""


def _offset_in_words(cursor: Cursor, begin: int) -> Target | None:
    """`MP-3%`, `5k pace + 10-15 sec/mile`, `mile pace - 2s`: what gives no single pace is kept as it was written."""
    start = cursor.index
    sign = cursor.accept("+", "-")
    amount = amount_said(cursor) if sign else None
    if sign is not None and amount is not None:
        if cursor.accept("%"):
            return EffortTarget(cursor.written(begin))
        ranged = cursor.accept("-", "to") is not None and amount_said(cursor) is not None
        unit = time_unit(cursor)
        per = per_distance(cursor)
        small = unit is not None and per is None and amount.ns <= _SMALL_OFFSET_NS and not cursor.line_ends()
        if (ranged and per is not None) or (small and not ranged and not cursor.sees(*MODES, "recovery")):
            return EffortTarget(cursor.written(begin))
    cursor.index = start
    return None


def _apart(cursor: Cursor, start: int) -> bool:
    """Is what was taken for a second race a recovery: `5k / 400m jog`, `5k - 400 between`?

    With spaces around its sign a range of races is told from what follows the race by its `pace`.
    """
    sign = cursor.tokens[start]
    if cursor.sees(*MODES, "recovery") or (sign.text == "/" and recovers(cursor)):
        return True
    return sign.text != "to" and sign.gap and cursor.back().text not in _PACE_WORDS


def _offset(cursor: Cursor) -> Pace | None:
    """`-15 s/mile`, `+40 seconds/mile` behind a race."""
    start = cursor.index
    sign = cursor.accept("+", "-")
    amount = amount_said(cursor) if sign else None
    if sign is None or amount is None:
        cursor.index = start
        return None
    unit = time_unit(cursor)
    per = per_distance(cursor)
    if per is None or (unit is None and not amount.known and amount.at.number >= SECONDS_BELOW):
        if unit is None or not cursor.line_ends():
            cursor.index = start
            return None
        raise sign.refuse("this offset has no distance; write it like 5k+10s/mile or 5k-5s/km")
    return Pace(-amount.ns if sign.text == "-" else amount.ns, per)


def named_pace(cursor: Cursor) -> Target | None:
    """`5k pace`, `3k-5k effort` without an `@`: told from a length by its word; None and the cursor unmoved else."""
    start = cursor.index
    counted = cursor.back().kind is Kind.NUMBER and start > 0 and not cursor.number_here()
    initials = cursor.sees(*_SHORT_RACES)
    found = race_target(cursor)
    if found is None or (not initials and (counted or cursor.back().text not in ("pace", "effort", "race pace"))):
        cursor.index = start
        return None
    return found


def offset_target(cursor: Cursor) -> Target | None:
    """An offset that needs no `@`: `1"-2" per 200 slower than race pace`."""
    start = cursor.index
    found = offset_first(cursor) if cursor.number_here() else None
    if found is None:
        cursor.index = start
    return found


def offset_first(cursor: Cursor) -> Target | None:
    """`3 seconds per lap faster than 5k pace`; a range of seconds is kept as words."""
    start = cursor.index
    further = cursor.accept("another")
    low = amount_said(cursor)
    if low is None:
        return None
    time_unit(cursor)
    ranged = cursor.accept("-", "to") is not None
    if ranged and amount_said(cursor) is not None:
        time_unit(cursor)
    per = per_distance(cursor)
    direction = cursor.accept("faster", "slower", "above")
    if further and direction:
        return EffortTarget(cursor.written(start))
    if direction is None or not (direction.text == "above" or cursor.accept("than")):
        return None
    while cursor.accept(*OWNERS):
        pass
    name = race(cursor)
    if name is None:
        return None
    per = per or per_distance(cursor)
    if ranged or per is None:
        return EffortTarget(cursor.written(start))
    return RaceTarget(name, None, Pace(-low.ns if direction.text == "faster" else low.ns, per))
