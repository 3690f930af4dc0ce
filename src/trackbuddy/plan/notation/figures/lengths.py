"""Lengths of work and recovery: `200m`, `2:20`, `1'30`, `30-60 seconds`, `a lap`, bare numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, once, tentative
from trackbuddy.plan.notation.syntax import Dimension, Length
from trackbuddy.plan.notation.text.lexicon import DISTANCES, EFFORTS, FILLERS, MODES, TIMES, UNITS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.units import MINUTE_NS, M, metres, miles, seconds, yards

BARE_METRES: Final = frozenset({100, 200, 300, 400, 600, 800})
BARE_SECONDS: Final = frozenset({30, 45, 60, 75, 90, 120})
LONGEST_TIMED_REP_NS: Final = 90 * MINUTE_NS
"""A rep that is one of several and lasts longer was meant to be something else."""
_COUNTABLE: Final = frozenset({"mile", "lap", "half-lap", "quarter", "thousand"})
"""Units that may stand without a number: `6 x mile`."""
_ALONE: Final = frozenset({"minute", "minute's", "minuto", "minuut", "hour"})
"""Units of time that may stand behind an article."""
_STEADY: Final = (
    *("warm-up", "cool-down", "easy", "steady", "tempo", "jog", "jog run", "run", "@", "at"),
    *("relaxed", "comfortable", "comfortably", "aerobic", "moderate", "moderately"),
)
_MOST_MILES: Final = {"E": 20, "M": 20, "T": 6, "I": 3, "R": 1, "J": 3}
"""Daniels' numbers without a unit are miles, but nobody runs 25 of them at threshold: from here on they are minutes."""
_WIDEST: Final = 10
"""The longest rep of a list written in one unit, in shortest reps; real ladders stay below."""


@once
def length(cursor: Cursor) -> Length | None:
    """The length that stands here, or None and the cursor unmoved."""
    cursor.skip(*FILLERS)
    found = _length(cursor)
    return replace(found, end=cursor.back().end) if found is not None else None


def _length(cursor: Cursor) -> Length | None:
    before, first = cursor.back(), cursor.peek()
    if cursor.accept("half"):
        cursor.accept("a")
        unit = cursor.accept("lap", "mile")
        return replace(_one(unit), low=DISTANCES[unit.text] // 2, at=first) if unit is not None else None
    thousand = first.raw in ("K", "k") and before.text in ("x", "*")
    if cursor.accept(*_COUNTABLE) or (thousand and cursor.accept("km")):
        return _one(first)
    if first.raw.lower() in _ALONE and before.text in ("a", "an", "the") and cursor.accept("min", "hour"):
        return _minutes_and_seconds(cursor, Length(Dimension.TIME, TIMES[first.text], None, first, first.text))
    if first.kind is Kind.CLOCK:
        return _clock(cursor, counted=before.text in ("x", "*"))
    if first.kind is not Kind.NUMBER:
        return None
    cursor.next()
    _check_fraction(cursor, first)
    low = _with_unit(cursor, first)
    listed = before.text == "-" and not (before.gap or first.gap)  # 2-1-2 min
    return (None if listed else _ranged(cursor, low)) or low


def _one(unit: Token) -> Length:
    """A mile, a lap, a K."""
    return Length(Dimension.DISTANCE, DISTANCES[unit.text], None, unit, unit.text)


def _check_fraction(cursor: Cursor, first: Token) -> None:
    """`3/4 mile` is no list of three miles and four; `3/2/1 min` is one."""
    slash, below, unit = cursor.peek(), cursor.peek(1), cursor.peek(2)
    if slash.text != "/" or slash.gap or below.kind is not Kind.NUMBER or below.gap or unit.text not in DISTANCES:
        return
    if first.number < below.number <= 10 and cursor.peek(3).text != "/":
        refusal = first.refuse(f"{first.text}/{below.text} could be a fraction or a list; write it with a point")
        decimal = f"{first.number / below.number:.3f}".rstrip("0")
        raise refusal.mended(first.start, unit.end, f"{decimal} {unit.raw}")


def _clock(cursor: Cursor, counted: bool) -> Length:
    named, first = cursor.back().text == "recovery", cursor.next()
    high = None
    _ = named and cursor.over("down ... to")
    chained = cursor.sees("-", ahead=2) and cursor.peek(3).kind is Kind.CLOCK  # 3:00-2:30-2:00
    chained = chained or separates(cursor, cursor.index)  # 20:00 @ T — 3:00 — 15:00 @ T
    if cursor.sees("-", "..", "to") and cursor.peek(1).kind is Kind.CLOCK and not chained:
        cursor.next()
        high = cursor.next().ns
    elif cursor.looks("- 0 min") and not (cursor.peek().gap or cursor.peek(1).gap or counted):
        high = int(cursor.peek(1).number * MINUTE_NS)  # 1:30-2min
        cursor.index += 2
    elif cursor.looks("- 0") and not (cursor.peek().gap or cursor.peek(1).gap or counted):
        whole, rest = divmod(first.ns, MINUTE_NS)  # 1:54-58
        if len(cursor.peek(1).text) == 2 and 0 < rest < (until := seconds(cursor.peek(1).number)) < MINUTE_NS:
            cursor.index += 2
            high = whole * MINUTE_NS + until
    cursor.accept("min", "sec", "hour", "s")
    falling = high is not None and high < first.ns and cursor.tokens[cursor.index - 2].text == "to"
    if high is not None and falling and (named or cursor.sees("recovery")):  # recoveries 3:00 down to 2:00
        said = f"recoveries from {first.raw} to {cursor.back().raw} may each be anything between"
        return Length(Dimension.TIME, high, first.ns, first, assumed=said)
    if high is not None and high <= first.ns:
        raise first.refuse("a range runs from the smaller to the larger value; write it like 60-90s")
    return Length(Dimension.TIME, first.ns, high, first)


@tentative
def _ranged(cursor: Cursor, low: Length) -> Length | None:
    """`30-60 seconds`, `2'-5'`, `8 - 10 minutes`, `45 to 60 second`; anything else leaves the dash alone."""
    start = cursor.index
    sign = cursor.accept("-", "..", "to")
    glued = start > 2 and low.at is cursor.tokens[start - 1] and not low.at.gap
    listed = glued and cursor.tokens[start - 2].text == "-"
    if sign is not None and cursor.peek().kind is Kind.CLOCK:
        return _up_to_clock(cursor, sign, low)
    if sign is None or not cursor.number_here() or separates(cursor, start) or listed:  # 2-1-2 min
        return None
    high = _with_unit(cursor, cursor.next())
    least = in_unit(low, high.unit) if low.bare else low
    spaced = sign.text == "-" and sign.gap
    if least.dimension is not high.dimension or least.low >= high.low:
        return None
    if high.far:
        return None if spaced else _low_of_ways(cursor, start, least, high)
    if cursor.sees("-", "x") or (spaced and (high.low > 2 * least.low or low.unit not in ("", high.unit))):
        return None
    return replace(least, high=high.low, letter=high.letter)


def _up_to_clock(cursor: Cursor, sign: Token, low: Length) -> Length | None:
    """`90s-2:00`, `75-1:30`: seconds up to minutes, set tight, and no list of several."""
    least, high = in_seconds(low) if low.bare else low, cursor.next()
    tight = not (sign.gap or high.gap) and not cursor.sees("-", "/") and least.timed
    return replace(least, high=high.ns) if tight and least.low < high.ns <= 3 * least.low else None


def _low_of_ways(cursor: Cursor, sign: int, low: Length, high: Length) -> Length | None:
    """`2-3 km warm up`, `warm up 1-2 miles`, `3-4 mi @ MP`, a line of `8-10 miles`: the low end of a usual range."""
    before = cursor.tokens[max(sign - 3, 0)].text if cursor.tokens[sign - 2].text in (":", "of", "for") else ""
    ends = (before or cursor.tokens[sign - 2].text) in ("warm-up", "cool-down")
    usual = ends or high.letter in ("E", "M", "T") or cursor.sees(*_STEADY)
    alone = cursor.line_ends() and low.low >= 3 * DISTANCES["km"] and (sign < 2 or cursor.tokens[sign - 2].text == "\n")
    if high.unit not in ("km", "mile") or not (usual or alone):
        return None
    if high.low > max(2 * low.low, low.low + 3 * DISTANCES[high.unit]):
        return None
    unit = "miles" if high.unit == "mile" else high.unit
    said = f"{low.at.raw} to {high.at.raw} {unit} are asked for: {low.at.raw} are planned"
    return replace(low, assumed=said, letter=high.letter)


def separates(cursor: Cursor, index: int) -> bool:
    """Is this dash one of several set with spaces in its line, or a long one? Those stand between pieces.

    The dash of a count, as in `6 - 8 x 400m`, is none of them.
    """
    sign = cursor.tokens[index]
    if sign.raw == "—":
        return True
    tokens = cursor.tokens
    spaced = [
        token
        for before, token, after, behind in zip(tokens, tokens[1:], tokens[2:], [*tokens[3:], tokens[-1]], strict=False)
        if token.line == sign.line and token.text == "-" and token.gap and after.gap
        if not (before.number < after.number and behind.text in ("x", "*", "times"))
    ]
    return sign.text == "-" and sign.gap and spaced not in ([], [sign])


def _with_unit(cursor: Cursor, number: Token) -> Length:
    """A number and its unit, if it has one, with the seconds that may follow minutes."""
    bare = Length(Dimension.BARE, int(number.number * 1000), None, number)
    start = cursor.index
    if cursor.sees("-") and cursor.peek(1).kind is Kind.WORD and not cursor.peek().gap:
        cursor.next()
    token = cursor.peek()
    if token.raw == "M" and not token.gap and number.number < 50 and cursor.daniels:
        return _lettered_miles(bare, cursor.next())
    mile_race = token.text == "mile" and number.number >= 50  # 4 x 800 mile pace
    if not (mile_race and cursor.sees("pace", "effort", "race pace", ahead=1)) and cursor.accept(*UNITS):
        if not token.raw:  # on and off
            said = f"{number.text} {cursor.peek().text} is taken as {number.text} {token.text}"
            return replace(_measured(number, token), assumed=said)
        small = _small_metres(cursor, number, token)
        return small or _lettered(cursor, _minutes_and_seconds(cursor, _measured(number, token)))
    cursor.index = start
    return _lettered(cursor, bare)


def _lettered(cursor: Cursor, found: Length) -> Length:
    """Daniels: `2E` is two miles easy, `200R` two hundred metres at repetition pace, `2 min J` a jog."""
    token, after = cursor.peek(), cursor.peek(1)
    marathon = token.raw == "M" and not found.bare
    if token.kind is not Kind.WORD or not (marathon or token.raw in ("E", "T", "I", "R", "J")):
        return found
    if token.raw == "R" and (after.text in ("=", ":") or cursor.figure_here(1) or cursor.rests):
        return found
    cursor.next()
    if token.raw != "J":
        cursor.accept("pace")
    if not found.bare:
        return replace(found, letter=token.raw)
    if found.low >= 50 * M:
        return replace(in_unit(found, "m"), letter=token.raw)
    return _lettered_miles(found, token)


def _lettered_miles(found: Length, letter: Token) -> Length:
    number, name = found.at.text, letter.raw
    if found.at.number > _MOST_MILES[name]:
        refusal = found.at.refuse(f"{number}{name} could be minutes or miles; write {number} min {name}")
        raise refusal.mended(found.at.start, letter.end, f"{number} min {name}", f"{number} miles {name}")
    said = f"{number}{name} is taken as {number} {'mile' if found.at.number == 1 else 'miles'} at {name} pace"
    return replace(in_unit(found, "mile"), letter=name, assumed=said)


def _minutes_and_seconds(cursor: Cursor, first: Length) -> Length:
    """`1'30"`, `2min30sec`, `2 min 30 sec`: the seconds belong to the minutes."""
    token = cursor.peek()
    if first.unit == "hour" and token.kind is Kind.NUMBER and not token.gap and len(token.text) == 2:
        cursor.next()  # 1h15
        cursor.accept("min", "'")
        return replace(first, low=first.low + seconds(token.number * 60))
    if first.unit not in ("min", "'") or first.low % (60 * 10**9):
        return first
    if token.kind is not Kind.NUMBER or token.number >= 60 or token.number % 1:
        return first
    said = cursor.sees("sec", "s", '"', ahead=1)
    if not (said or (len(token.text) == 2 and (not token.gap or _spoken(cursor)))):
        return first
    cursor.next()
    if said:
        cursor.next()
    return replace(first, low=first.low + seconds(token.number))


def _spoken(cursor: Cursor) -> bool:
    """`1 min 30`: seconds without their word, if what follows doesn't make the number something else."""
    ends = cursor.looks("END|,|)|]|;|.|between", ahead=1)
    return not cursor.peek().number % 5 and (ends or cursor.sees(*MODES, "recovery", "slow", "standing", ahead=1))


def _measured(number: Token, unit: Token) -> Length:
    if unit.text == "m":
        return _metres_or_miles(number, unit)
    if unit.text in TIMES:
        _check_decimal_minutes(number, unit)
    return sized(number, _thousands(number) if unit.text == "metres" else number.number, unit.text)


def _thousands(number: Token) -> Decimal:
    """1200 for the `1.200` of `1.200m`, the thousands mark of half of Europe."""
    pointed = len(number.text.partition(".")[2]) == 3 and number.number < 50
    return number.number * (1000 if pointed else 1)


def sized(at: Token, value: Decimal, unit: str) -> Length:
    """So many of a unit; metres where there is none of that name."""
    if unit in TIMES:
        return Length(Dimension.TIME, seconds(value * (TIMES[unit] // 10**9)), None, at, unit)
    exact = {"yard": yards, "mile": miles}
    way = exact[unit](value) if unit in exact else metres(value * (DISTANCES.get(unit, M) // M))
    return Length(Dimension.DISTANCE, way, None, at, unit)


def _small_metres(cursor: Cursor, number: Token, unit: Token) -> Length | None:
    """`5 x 30m` among other metres or sprints is 30 metres, and `3m rest` three minutes; each is said."""
    value = number.number
    if unit.raw != "m" or value >= 50 or value % 1 or "." in number.text:
        return None
    if (value < 10 or _above_minutes(cursor)) and _recovers(cursor):
        said = f"{number.text}m before a rest is taken as {number.text} minutes"
        return replace(sized(number, value, "min"), assumed=said)
    if cursor.in_miles and value < 10 and not cursor.sees(*EFFORTS, *MODES):
        said = f"{number.text}m is taken as {number.text} mile, like the whole"
        return replace(sized(number, value, "mile"), assumed=said)
    if value < 10 and cursor.peek().raw in ("T", "I", "R", "E") and _minutes_by_letter(cursor):
        said = f"{number.text}m is taken as {number.text} min, for nobody runs so many miles so fast"
        return _lettered(cursor, replace(sized(number, value, "min"), assumed=said))
    if value >= 20 and cursor.sprints:
        said = f"{number.text}m is taken as {number.text} metres"
        return replace(sized(number, value, "m"), assumed=said)
    return None


def _minutes_by_letter(cursor: Cursor) -> bool:
    """`8 x 2m T x 2m E`: more than eight miles at threshold or faster is what nobody runs in a session."""
    for times, sign, size, unit, letter in zip(*(cursor.tokens[at:] for at in range(5)), strict=False):
        if sign.text == "x" and unit.raw == "m" and letter.raw in ("T", "I", "R"):
            return bool(times.number * size.number > 8)
    return False


def _above_minutes(cursor: Cursor) -> bool:
    """The 10m of `5m-10m jog`."""
    if cursor.index < 5:
        return False
    low, unit, sign = cursor.tokens[cursor.index - 5 : cursor.index - 2]
    return low.kind is Kind.NUMBER and low.number < 10 and unit.raw == "m" and sign.text in ("-", "to")


def _recovers(cursor: Cursor) -> bool:
    """The rest of `3m rest`; the jog of `5m jog` and `5m-10m easy jog`, if it isn't what the text begins with."""
    if cursor.sees("rest", "recovery"):
        return True
    before = cursor.tokens[: cursor.index - 2]
    with cursor.ahead():
        _ = cursor.over("-|to 0 m?") or cursor.over("-|to")
        cursor.skip("easy", "slow", "light")
        return any(one.kind is Kind.NUMBER for one in before) and cursor.sees("jog", "walk", "rest", "recovery")


def _metres_or_miles(number: Token, unit: Token) -> Length:
    """A small `m` is metres from 50 on; a capital M miles up to 30 and metres from 100. Between, nobody knows."""
    value = _thousands(number)
    if unit.raw == "M" and value <= 30:
        return sized(number, value, "mile")
    if value >= (100 if unit.raw == "M" else 50):
        return sized(number, value, "m")
    asked = f"{number.text}{unit.raw} could be minutes or metres; write {number.text} min or {number.text} metres"
    raise number.refuse(asked).mended(number.start, unit.end, f"{number.text} min", f"{number.text} metres")


def _check_decimal_minutes(number: Token, unit: Token) -> None:
    """`2.30min` is written for 2:30 as often as for 2 min 18 s."""
    whole, _, decimals = number.text.partition(".")
    quarters = (Decimal("0.25"), Decimal("0.75"))
    if unit.text in ("min", "'", "hour") and len(decimals) > 1 and Decimal("0." + decimals) not in quarters:
        asked = f"{number.text} {unit.raw} could be {whole or 0}:{decimals[:2]} or a decimal; write it with a colon"
        raise number.refuse(asked).mended(number.start, unit.end, f"{whole or 0}:{decimals[:2]}")


def in_unit(bare: Length, unit: str) -> Length:
    """A bare number in the unit that stands on a later one: the 60 of `60-90 sec`, the 1 of `1-2-3 min`."""
    found = sized(bare.at, Decimal(bare.low) / 1000, unit)
    high = bare.high and sized(bare.at, Decimal(bare.high) / 1000, unit).low
    return replace(bare, dimension=found.dimension, low=found.low, high=high, unit=unit)


def in_seconds(found: Length) -> Length:
    """A bare number as seconds; what has a unit stays as it is."""
    return in_unit(found, "sec") if found.bare else found


def shared_unit(numbers: list[Length], last: Length) -> list[Length]:
    """Numbers before a length, in its unit: the 3 and 2 of `3-2-1 min`. Raises Refusal where they don't fit it."""
    found = [in_unit(one, last.unit) for one in numbers]
    sizes = [one.low for one in (*found, last)]
    if max(sizes) > _WIDEST * min(sizes) or any(_too_long(one) for one in found):
        refusal = numbers[0].at.refuse(
            f"“{last.at.raw} {last.unit}” could be for the whole list, or a rest; write a unit behind each number"
        )
        if last.timed:
            before = numbers[-1].end or numbers[-1].at.end
            raise refusal.rewritten((before, last.at.start, ", "), (last.end, last.end, " rest"))
        raise refusal
    said = f"the unit of {last.at.raw} {last.unit} is taken for the whole list"
    return [replace(one, assumed=said) for one in found]


def _too_long(one: Length) -> bool:
    """400 minutes, or 500 seconds, in a list that is rather one of metres."""
    if not one.timed:
        return one.low > 50 * 1_000 * M
    if one.unit in ("s", "sec", '"'):
        return one.at.number >= 100 and one.at.number % 30 != 0
    return one.at.number >= 50 or one.low > LONGEST_TIMED_REP_NS


def few_minutes(found: Length) -> Length:
    """The 2 of `10 x 200 s:30 r:2`: nobody rests for two seconds, nor for two metres."""
    if not found.bare or not M <= found.low < 10 * M or found.at.text[-3:-2] == ".":
        return found
    minutes = f"{found.at.text} {'minute' if found.low == M else 'minutes'}"
    return replace(in_unit(found, "min"), assumed=f"a recovery of {found.at.text} is taken as {minutes}")


def as_work(found: Length) -> Length:
    """A bare number as work: metres from 50 on. Raises Refusal for a smaller one."""
    if not found.bare:
        return found
    if found.low >= 50 * M:
        return replace(found, dimension=Dimension.DISTANCE, unit="m")
    if len(found.at.text.partition(".")[2]) == 3 and found.low >= M:
        said = f"{found.at.text} is taken as {found.low} metres, its point being one of thousands"
        return replace(found, dimension=Dimension.DISTANCE, low=found.low * 1000, unit="m", assumed=said)
    units = ("min", "km") if found.low < 15 * M else ("s", "min")
    asked = f"{found.at.text} has no unit; write {found.at.text} min, {found.at.text} km or {found.at.text} laps"
    raise found.at.refuse(asked).mended(found.at.start, found.at.end, *(f"{found.at.text} {unit}" for unit in units))


def as_recovery(found: Length, moving: bool) -> Length:
    """A bare number as recovery: a distance when jogged or walked, else by the values that coaches use."""
    if not found.bare:
        return found
    value = found.low // M
    if (moving and found.low >= 50 * M) or value in BARE_METRES:
        return replace(found, dimension=Dimension.DISTANCE, unit="m")
    if value in BARE_SECONDS and not moving:
        return in_unit(found, "sec")
    units = ("s", *["m"] * (value % 10 == 0)) if value >= 10 else (" min",)
    refusal = found.at.refuse(f"a recovery of {found.at.text} has no unit; write {found.at.text}s or {found.at.text}m")
    minutes, _, seconds = found.at.text.partition(".")
    if len(seconds) == 2 and seconds < "60":
        refusal.mended(found.at.start, found.at.end, f"{minutes}:{seconds}")
    raise refusal.mended(found.at.start, found.at.end, *(f"{found.at.text}{unit}" for unit in units))
