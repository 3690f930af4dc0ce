"""Times and paces as targets: `34`, `33-35`, `2:20`, `4'39`, `3:05/km`, `75/400`, `70 pace`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unless_refused
from trackbuddy.plan.notation.figures.plausible import runnable, too_fast
from trackbuddy.plan.notation.text.lexicon import DISTANCES, EVERY, MODES, NEARLY, TIMES
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget
from trackbuddy.units import KM_MM, MINUTE_NS, NS, M, Pace, seconds

_SECONDS_FROM: Final = 10
"""A bare number below this could be an effort from 1 to 10."""
_LONGEST_NS: Final = 24 * 60 * MINUTE_NS
_MINUTES_TO: Final = 20
SECONDS_BELOW: Final = 100
"""A bare number below this is seconds: `@ 75`; from here on it could as well be a distance or a heart rate."""
UNITS: Final = (*DISTANCES, *TIMES, "yard")
UNSAID_MM: Final = 1
"""Stands in a pace whose distance was not said, until the rep's unit is known."""
_ROADS: Final = (KM_MM, DISTANCES["mile"])
_RESTING: Final = frozenset({*MODES, "recovery", "off"} - {"easy"})


@tentative
def pace_or_time(cursor: Cursor) -> Target | None:
    bracketed = cursor.accept("(") is not None
    low = amount_said(cursor)
    if low is None:
        return None
    high = _until(cursor, low) or low
    if (bracketed and not cursor.accept(")")) or cursor.sees("%", "mmol", "z") or cursor.looks("-|to 0 %"):
        return None
    told = time_unit(cursor) is not None or (low.known and high.known)
    per = per_distance(cursor)
    if per is None and low.at.kind is Kind.CLOCK and cursor.accept("'s"):
        per = KM_MM if cursor.peek().raw.lower() in ("tempo", "schnitt", "pace") and cursor.next() else None
    if per is not None:
        cursor.accept("pace")
        if not told:
            _check_point(low)
        return _pace(low, high, per)
    if cursor.sees("pace"):
        if cursor.sees("per", "/", "per-mile", ahead=1) and max(low.ns, high.ns) >= 2 * MINUTE_NS:
            cursor.next()
            if (per := per_distance(cursor)) is not None:
                return _pace(low, high, per)
        return _lap_pace(cursor, low, high)
    _check_whose_pace(cursor, low, high)
    started = cursor.peek().raw.lower() in EVERY and cursor.figure_here(1)  # every 2:00 is a send-off
    _ = started or cursor.accept("each")
    if not told and low.at.kind is Kind.NUMBER:
        _check_bare(cursor, low, raced=cursor.sees("km") or cursor.looks("- 0 km"))  # 6-8k pace, which nobody races
    low, high = _ordered(low, high)
    return TimeTarget(low.ns, high.ns)


def _check_whose_pace(cursor: Cursor, low: Amount, high: Amount) -> None:
    """`4 x 600 @ 72s 400 pace`: so much for 400 m, or the time of the rep, and a race's name?"""
    before, per = cursor.back(), cursor.peek()
    lapped = per.text in ("200", "400", "800") and cursor.sees("pace", ahead=1)
    if lapped and runnable(int(per.number) * M, min(low.ns, high.ns), max(low.ns, high.ns)):
        refusal = per.refuse("this could be the distance that the time is for, or a race; write it like 72/400")
        refusal.mended(before.end, cursor.peek(1).end, f"/{per.text}")
        raise refusal.mended(before.end, cursor.peek(1).end, "")


@tentative
def bare_pace(cursor: Cursor) -> Target | None:
    """`~4:40/km`, `3:20-3:30 per km`: needs no `@`, unless it could be how fast the recovery before it is jogged."""
    if any(token.text in _RESTING for token in cursor.tokens[max(cursor.index - 2, 0) : cursor.index]):
        return None
    cursor.skip(*NEARLY)
    if (found := speed(cursor)) is not None:
        return found
    start = cursor.index
    found = unless_refused(cursor, pace_or_time)
    if not isinstance(found, PaceTarget) or recovers(cursor):
        return None
    low, high, per = found.low.ns, found.high.ns, found.low.per_mm
    said = cursor.tokens[start : cursor.index]
    unit = any(token.text in ("s", "sec", '"', "min") for token in said)
    known = unit or any(token.kind is Kind.CLOCK or token.text == "'" for token in said)
    told = known if per in (*_ROADS, UNSAID_MM) else unit and said[-1].text != "pace" and runnable(per, low, high)
    return found if told else None


def per_km(found: Target | None) -> Target | None:
    """A time as a pace: where it can't be anything but one, it is per kilometre. A kilometre takes no 75 s."""
    if isinstance(found, TimeTarget) and not too_fast(KM_MM, found.low_ns):
        return PaceTarget(Pace(found.low_ns, KM_MM), Pace(found.high_ns, KM_MM))
    return found


@tentative
def speed(cursor: Cursor) -> Target | None:
    """`16 km/h`, `10-11 mph`: as the time a kilometre or a mile takes."""
    low = cursor.next()
    high = cursor.next() if cursor.accept("-", "to") and cursor.number_here() else low
    if not (low.kind is high.kind is Kind.NUMBER) or not low.number or not high.number:
        return None
    hourly = cursor.accept("km") and cursor.accept("/") and cursor.accept("hour")
    per = KM_MM if hourly or cursor.accept("kmh") else DISTANCES["mile"] if cursor.accept("mph") else None
    if per is None:
        return None
    fast, slow = (int(60 * MINUTE_NS / one.number) for one in sorted((low, high), key=lambda one: -one.number))
    return PaceTarget(Pace(fast, per), Pace(slow, per))


@tentative
def _until(cursor: Cursor, low: Amount) -> Amount | None:
    """The other end of `33-35`, `3:15-3:20`, `3:15-20`; None if the dash begins a recovery."""
    unit = cursor.peek()
    if cursor.sees('"', "sec", "s") and cursor.sees("-", ahead=1) and cursor.sees(unit.text, ahead=3):
        cursor.index += cursor.number_here(2) and not cursor.peek(1).gap  # 54"-55"
    sign = cursor.peek()
    slashed = cursor.sees("/") and low.known and cursor.peek(2).text in ("'", "min", ":")
    if not (cursor.sees("-", "..", "to") or slashed) or not cursor.figure_here(1):
        return None
    end = cursor.back().end
    cursor.next()
    high = amount_said(cursor)
    if high is None or (sign.gap and (cursor.sees("-", *DISTANCES) or low.known is not high.known)):
        return None
    mixed = low.known is not high.known
    _align(low, high)
    spaced = sign.text == "-" and sign.gap and high.at.gap
    if sign.gap and (_wide(low, high) or (spaced and recovers(cursor, int(cursor.sees("sec", "s", '"'))))):
        return None  # @ 66 - 60s rest
    _check_rest(cursor, (end, sign), low, high)
    if _wide(low, high) and mixed and low.known and high.known:
        raise sign.refuse("this range is too wide for a target; write both ends, like 3:15-3:20, and a recovery behind")
    return high


def _check_rest(cursor: Cursor, dash: tuple[int, Token], low: Amount, high: Amount) -> None:
    """`@ 66 - 60s`, `@ 3:20-2:30`, `in 70 - 90s`: the second time could be the rest."""
    (before, sign), unit = dash, cursor.sees("sec", "s", '"')
    spaced, fell, bare = sign.gap and high.at.gap, high.ns < low.ns, not (low.known or high.known)
    if sign.text != "-" or recovers(cursor, int(unit)) or cursor.looks('s|sec|"? /|per|pace|a|%'):
        return
    if not spaced and 5 * high.ns >= 4 * low.ns and _rested_behind(cursor):
        return
    alike = spaced or low.at.kind is high.at.kind
    far = alike and (8 * high.ns <= 7 * low.ns or (spaced and unit and bare and 5 * high.ns >= 6 * low.ns))
    if (far and high.ns % (5 * NS if fell else 15 * NS) == 0) or (spaced and fell and unit and bare):
        end = cursor.peek().end if unit else cursor.back().end
        refusal = sign.refuse("this time could be the other end of the target, or a rest; write which")
        refusal.rewritten((before, high.at.start, ", "), (end, end, " rest" if unit or high.known else "s rest"))
        refusal.mended(before, high.at.start, "-")
        if fell and (bare or low.at.kind is high.at.kind is Kind.CLOCK):
            refusal.rewritten((low.at.start, low.at.end, high.at.raw), (high.at.start, high.at.end, low.at.raw))
        raise refusal


def _rested_behind(cursor: Cursor) -> bool:
    """`8 x 400 @ 80-70, 60s`: the reps, which are no sets, have their rest behind a comma."""
    line = [token.text for token in cursor.tokens[: cursor.index] if token.line == cursor.peek().line]
    timed = cursor.looks("s|sec? , 0 sec|min|s|\"|' rest|recovery|jog|walk? END|.|;")
    return timed and sum(text in ("x", "*", "sets") for text in line) == 1


def _align(low: Amount, high: Amount) -> None:
    """One end has a colon: the bare one is seconds of the same minute (`3:15-20`), whole minutes, or seconds."""
    if low.known and low.at.kind is Kind.CLOCK and not high.known:
        within = low.ns - low.ns % MINUTE_NS + high.ns
        if high.ns < MINUTE_NS and within > low.ns:
            high.ns = within
        high.known = True
    elif high.known and high.at.kind is Kind.CLOCK and not low.known:
        low.ns *= 60 if low.at.number <= _MINUTES_TO else 1
        low.known = True


def _wide(low: Amount, high: Amount) -> bool:
    """No runner is asked for 60 to 200 seconds."""
    return 2 * max(low.ns, high.ns) > 3 * min(low.ns, high.ns)


def recovers(cursor: Cursor, ahead: int = 0) -> bool:
    """Do the words here make a recovery of the number before them?"""
    return cursor.sees(*MODES, "recovery", "between", "of", ahead=ahead)


def _pace(low: Amount, high: Amount, per: int) -> Target:
    low, high = _ordered(low, high)
    if low.at.kind is Kind.NUMBER and not low.known and low.at.number >= SECONDS_BELOW and per <= 400 * M:
        raise low.at.refuse("nobody is asked for so slow a lap; write jog behind what is jogged, or a pace like 75/400")
    return PaceTarget(Pace(low.ns, per), Pace(high.ns, per))


def _check_point(one: Amount) -> None:
    """`2.30`, `3.45/km`, `10.30`: minutes written with a point as often as seconds."""
    whole, _, decimals = one.at.text.partition(".")
    if one.at.kind is Kind.NUMBER and len(decimals) == 2 and int(whole or 0) <= _MINUTES_TO and int(decimals) < 60:
        refusal = one.at.refuse(f"{one.at.text} could be minutes or seconds; write {whole or 0}:{decimals} or add an s")
        timed = [f"{one.at.text}s"] * (one.at.number >= _SECONDS_FROM)  # 100 m in 12.30
        raise refusal.mended(one.at.start, one.at.end, f"{whole or 0}:{decimals}", *timed)


def _ordered(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    low, high = sorted((low, high), key=lambda one: one.ns)
    if high.ns > _LONGEST_NS:
        raise high.at.refuse("this time is longer than any session; targets go up to 24 hours")
    if low.ns <= 0:
        raise low.at.refuse("a target is longer than nothing; write one like 34, 1:15 or 3:05/km")
    return low, high


def _check_bare(cursor: Cursor, one: Amount, raced: bool) -> None:
    """A number without a unit is seconds if it is neither too large nor too small, and no `2.30` or `3,30`."""
    at, text = one.at, one.at.text
    if at.number >= SECONDS_BELOW:
        refusal = at.refuse(f"a target of {text} could be seconds or something else; write {text}s or HR {text}")
        if cursor.peek().raw.lower() in ("bpm", "hr"):
            raise refusal.mended(at.start, cursor.peek().end, f"HR {text}")
        raise refusal.mended(at.start, at.end, f"{text}s", *[f"HR {text}"] * (at.number <= 210))
    _check_point(one)
    part = cursor.peek(1)
    if cursor.sees(",") and not (cursor.peek().gap or part.gap) and len(part.text) == 2 and part.number < 60:
        refusal = at.refuse(f"{text},{part.text} could be minutes or two times; write {text}:{part.text}")
        raise refusal.mended(at.start, part.end, f"{text}:{part.text}")
    if at.number < _SECONDS_FROM:
        if raced:
            raise at.refuse("no race is known by this distance; write one like 5k, 10k or half, or an effort")
        refusal = at.refuse(f"a target of {text} could be minutes or an effort; write {text} min or RPE {text}")
        timed = cursor.tokens[cursor.tokens.index(at) - 1].text == "in"
        short = all(
            one.number < 100 and one.text not in ("min", "'", "km", "mile") for one in cursor.tokens
        )  # 200 m in 9 s
        meant = [f"RPE {text}"] * (not timed) + [f"{text} min"] + [f"{text}s"] * short
        raise refusal.mended(at.start, at.end, *meant)


@dataclass(slots=True)
class Amount:
    """A number of seconds, or one whose unit follows later."""

    at: Token
    ns: int
    known: bool


def amount_said(cursor: Cursor) -> Amount | None:
    token = cursor.peek()
    if token.kind is Kind.CLOCK:
        cursor.next()
        return Amount(token, token.ns, True)
    if token.kind is not Kind.NUMBER:
        return None
    cursor.next()
    return _minutes(cursor, token) if cursor.sees("'", "min") else Amount(token, seconds(token.number), False)


def _minutes(cursor: Cursor, token: Token) -> Amount:
    """`4'39`, `6'30''`, `3 min`, `3 min 30 sec`, `3 min 30`."""
    cursor.next()
    ns = int(token.number * MINUTE_NS)
    after = cursor.peek()
    ends = len(after.text) == 2 and cursor.looks("END|,|.|;|)|with|off|each", ahead=1)
    spoken = cursor.back().text == "min" and (cursor.sees("sec", ahead=1) or ends)
    if after.kind is Kind.NUMBER and (spoken or not after.gap) and after.number < 60:
        cursor.next()
        ns += seconds(after.number)
        cursor.accept('"', "sec", "s")
    return Amount(token, ns, True)


def time_unit(cursor: Cursor) -> str | None:
    clock = cursor.back().kind is Kind.CLOCK
    token = cursor.accept("s", "sec", '"') or (cursor.accept("min") if clock else None)
    return token.text if token else None


@tentative
def per_distance(cursor: Cursor) -> int | None:
    """`/km`, `/400`, `per lap`, `a lap`: millimetres."""
    if named := cursor.accept("per-mile", "per-km"):
        return DISTANCES[named.text.removeprefix("per-")]
    if cursor.back().text in ("s", "sec", '"') and cursor.over("-? lap"):  # 64s laps
        return None if cursor.sees(*MODES, "recovery", "between") else 400 * M
    # `6:00 mile pace`; but `10 mile pace` is a race's
    if cursor.back().kind is not Kind.NUMBER and cursor.looks("mile|km|lap pace"):
        return DISTANCES[cursor.next().text]
    sign = cursor.next() if cursor.looks("the|at km|mile") else cursor.accept("/", "per", "for", "a", "each", "je")
    if sign is None:
        return None
    token = cursor.next()
    found = _per_what(cursor, token)
    lap = token.text in ("lap", "quarter") or token.number > 1
    listed = sign.text == "/" and sign.gap and cursor.sees("pace")  # mile pace-2s / mile pace
    listed = listed or (sign.text == "/" and sign.gap and cursor.sees("@", "at", "in"))  # 200 @ 36 / 200 @ 48
    rests = lap and (cursor.sees(*MODES, "recovery") or (sign.gap and recovers(cursor)))
    return None if listed or rests else found


def _per_what(cursor: Cursor, token: Token) -> int | None:
    if token.kind is Kind.WORD and token.text in ("km", "mile", "lap", "quarter"):
        return DISTANCES[token.text]
    if token.kind is Kind.NUMBER and 100 <= token.number <= 10_000 and (not token.number % 50 or token.number == 1609):
        if cursor.accept("m", "metres") or not cursor.sees(*DISTANCES, "min", "sec", "s", *MODES, "recovery", "x", ":"):
            return int(token.number) * M
    elif token.kind is Kind.NUMBER and token.number == 1 and cursor.accept("km"):
        return KM_MM
    return None


def _lap_pace(cursor: Cursor, low: Amount, high: Amount) -> Target | None:
    """`70 pace` is 70 s a 400 m lap. `5:30 pace` is per mile or per km: the rep's own unit decides, in `meaning`."""
    token = cursor.next()
    if max(low.ns, high.ns) >= 2 * MINUTE_NS:
        return _pace(low, high, UNSAID_MM)
    if min(low.ns, high.ns) < 40 * NS:
        refusal = token.refuse("this pace has no distance; write it like 75/400 or 3:05/km")
        raise refusal.mended(cursor.tokens[cursor.index - 2].end, token.end, "/200")
    return _pace(low, high, 400 * M)


def settled(found: Target, unit: str) -> Target | None:
    """A pace without a distance, settled by the rep's unit: per mile for miles, per km for kilometres; else None.

    `MP-15` of a rep in metres is kept in words.
    """
    per = DISTANCES[unit] if unit in ("mile", "km") else None
    if isinstance(found, RaceTarget) and found.offset is not None and found.offset.per_mm == UNSAID_MM:
        words = EffortTarget(f"{found.race}{found.offset.ns // NS:+d}")
        return words if per is None else replace(found, offset=Pace(found.offset.ns, per))
    if not isinstance(found, PaceTarget) or found.low.per_mm != UNSAID_MM:
        return found
    return PaceTarget(Pace(found.low.ns, per), Pace(found.high.ns, per)) if per is not None else None
