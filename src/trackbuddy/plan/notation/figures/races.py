"""Races as targets: `5k pace`, `HMP`, `his 800m goal pace`, `3K-5K`, `5K-15 s/mile`, `3 s per lap faster than 5k`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, once, tentative
from trackbuddy.plan.notation.figures.paces import (
    SECONDS_BELOW,
    UNSAID_MM,
    amount_said,
    per_distance,
    recovers,
    time_unit,
)
from trackbuddy.plan.notation.text.lexicon import KILOMETRE_RACES, MODES, NAMED_RACES, OWNERS, RACES, TONGUES
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, RaceTarget, Target
from trackbuddy.units import NS, Pace

_SHORT_RACES: Final = {
    "hmp": "half",
    **dict.fromkeys(("mp", "mrp", "gmp", "mgp"), "marathon"),
    **dict.fromkeys(("rp", "gp"), "goal"),
}
_NAMES: Final = {**NAMED_RACES, **_SHORT_RACES, "race pace": "goal"}
_PACE_WORDS: Final = frozenset({"pace", "effort", "rhythm", "p"})
_SMALL_OFFSET_NS: Final = 10 * NS
"""`mile pace - 2s`: nobody rests so short, so it says how much faster, if not over what."""


@once
def race(cursor: Cursor) -> str | None:
    """A race by name or distance, with the words around it: `his 800m goal pace`, `HMP`, `10kP`, `goal`."""
    found = _race_name(cursor)
    if found is None:
        return None
    if cursor.peek().raw.lower() == "tempo" and cursor.back().text == "km":
        cursor.next()  # im 10-km-Tempo
    cursor.skip(*_PACE_WORDS, "race", "goal", "race pace", "target", "date", "current", "rp", "gp")
    cursor.over("/ effort|pace")
    return found


def _race_name(cursor: Cursor) -> str | None:
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        return _numbered_race(cursor)
    if token.kind is not Kind.WORD:
        return None
    if token.text in ("goal", "race", "target"):
        cursor.next()
        named = _race_name(cursor)
        return named or ("goal" if cursor.sees("pace", "effort") or token.text == "goal" else None)
    if token.text in _NAMES and not (token.text == "half" and cursor.sees("a", "lap", "mile", ahead=1)):
        if token.text == "gp" and any("de" in TONGUES.get(one.raw.lower(), ()) for one in cursor.tokens):
            refusal = token.refuse("GP could be a Gehpause or goal pace; write Gehpause, or goal pace")
            raise refusal.mended(token.start, token.end, "Gehpause", "goal pace")
        cursor.next()
        return _NAMES[token.text]
    return None


def _numbered_race(cursor: Cursor) -> str | None:
    """`5k`, `10-km-Tempo`, `1500m`, `1 mile`."""
    number = cursor.next().text.replace(",", "")
    if cursor.sees("%"):
        return None
    units = ("km", "mile") if number in ("1", "2") else ("km",)
    if cursor.sees("-") and not cursor.peek().gap and cursor.sees(*units, ahead=1) and not cursor.peek(1).gap:
        cursor.next()  # 10-km-Tempo, 1-mile pace
    if number in KILOMETRE_RACES and (_kilometres_follow(cursor) or cursor.accept("km", "kp", "kpace")):
        return KILOMETRE_RACES[number].value
    if number in ("1", "2") and cursor.accept("mile"):
        return {"1": "mile", "2": "2 miles"}[number]
    if number not in RACES or cursor.sees("km", "mile", "min", "sec", "s"):
        return None
    if cursor.peek().raw != "M":
        cursor.accept("m", "metres")
    return RACES[number].value


def _kilometres_follow(cursor: Cursor) -> bool:
    """The 5 of `5-10k pace` is in the unit of the 10."""
    tight = cursor.sees("-") and not cursor.peek().gap and cursor.number_here(1) and not cursor.peek(1).gap
    return tight and cursor.peek(1).text in KILOMETRE_RACES and cursor.sees("km", "kp", "kpace", ahead=2)


def race_target(cursor: Cursor, ranged: bool = True) -> Target | None:
    """`5k pace`, `3K-5K`, `5K-15 s/mile`; no range where races are listed."""
    begin = cursor.index
    first = race(cursor)
    if first is None:
        return None
    until = _until(cursor, first) if ranged else None
    offset = _offset(cursor, begin) if until is None else None
    return offset if isinstance(offset, EffortTarget) else RaceTarget(first, until, offset)


_MOST_SECONDS: Final = 60
"""`MP-15`, `HMP +30`: so many seconds a mile or a kilometre, by the rep's unit."""


@tentative
def _until(cursor: Cursor, first: str) -> str | None:
    """The second race of a range. What stands behind the sign may be a recovery: `5k / 400m jog`, `5k - 400 between`.

    With spaces around its sign a range of races is told from what follows the race by its `pace`.
    """
    sign = cursor.accept("-", "to", "/")
    until = race(cursor) if sign else None
    if sign is None or until == first or cursor.sees(*MODES, "recovery") or (sign.text == "/" and recovers(cursor)):
        return None
    spaced = sign.text != "to" and sign.gap
    return until if not spaced or cursor.back().text in _PACE_WORDS else None


@tentative
def _offset(cursor: Cursor, begin: int) -> Pace | EffortTarget | None:
    """`-15 s/mile`, `+40 seconds/mile` behind a race.

    What gives no single pace is kept as it was written: `MP-3%`, `5k pace + 10-15 sec/mile`, `mile pace - 2s`.
    """
    sign = cursor.accept("+", "-", "minus", "less", "plus")
    amount = amount_said(cursor) if sign else None
    if sign is None or amount is None:
        return None
    worded, more = sign.text in ("minus", "less"), sign.text in ("+", "plus")
    if cursor.accept("%"):
        return EffortTarget(cursor.written(begin))
    ranged = cursor.figure_here(1) and cursor.accept("-", "to") is not None
    if ranged:
        amount_said(cursor)
    unit, per = time_unit(cursor), per_distance(cursor)
    if ranged:
        return EffortTarget(cursor.written(begin)) if per is not None else None
    if per is not None and (unit is not None or amount.known or amount.at.number < SECONDS_BELOW):
        return Pace(amount.ns if more else -amount.ns, per)
    initials = cursor.tokens[begin].text in _SHORT_RACES
    tight = not amount.at.gap and (not sign.gap or sign.text == "+" or initials)
    most = _MOST_SECONDS if initials else _MOST_SECONDS // 2
    if tight and not amount.known and amount.at.number <= most and (unit is None or initials):
        return Pace(amount.ns if more else -amount.ns, UNSAID_MM) if not recovers(cursor) else None
    if unit is not None and cursor.line_ends() and not worded:
        raise sign.refuse("this offset has no distance; write it like 5k+10s/mile or 5k-5s/km")
    told = unit is not None and (worded or amount.ns <= _SMALL_OFFSET_NS)
    return EffortTarget(cursor.written(begin)) if told and not cursor.sees(*MODES, "recovery") else None


@tentative
def named_pace(cursor: Cursor) -> Target | None:
    """`5k pace`, `3k-5k effort` without an `@`: told from a length by its word."""
    counted = cursor.index > 0 and 0 < cursor.back().number < 50 and cursor.back().number % 1 == 0
    counted = counted and not cursor.number_here()
    initials = cursor.sees(*_SHORT_RACES) or cursor.looks("half|marathon +|- 0 %")
    start, found = cursor.index, race_target(cursor)
    offset = isinstance(found, EffortTarget) or (isinstance(found, RaceTarget) and found.offset is not None)
    last = cursor.tokens[start : cursor.index] if offset else [cursor.back()]
    paced = any(
        one.text in ("pace", "effort", "race pace", "kpace") or one.raw.lower() == "target pace" for one in last
    )
    return found if initials or (paced and not counted) else None


def offset_target(cursor: Cursor) -> Target | None:
    """An offset that needs no `@`: `1"-2" per 200 slower than race pace`."""
    return offset_first(cursor) if cursor.number_here() else None


@tentative
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
    if cursor.accept("faster than that", "quicker than that", "slower than that"):
        return EffortTarget(cursor.written(start))
    direction = cursor.accept("faster", "slower", "above", "over", "under", "below")
    direction = direction or (cursor.accept("off") if low.ns < 20 * NS else None)  # 3 sec/lap off race pace
    compared = direction is not None and direction.text in ("faster", "slower")
    if direction is not None and (further or (per is not None and compared and not cursor.sees("than"))):
        cursor.over("again|each-time|each? reps|times?")
        return EffortTarget(cursor.written(start))
    if direction is None or not (cursor.accept("than") or not compared):
        return None
    cursor.skip(*OWNERS)
    name = race(cursor)
    if name is None or (direction.text == "off" and cursor.back().text not in ("pace", "effort", "race pace")):
        return None  # 10 s off 400m
    per = per or per_distance(cursor)
    if ranged or per is None:
        return EffortTarget(cursor.written(start))
    return RaceTarget(name, None, Pace(-low.ns if direction.text in ("faster", "under", "below") else low.ns, per))
