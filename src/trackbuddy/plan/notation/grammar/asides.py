"""Words between parts that order nothing: where it is run, what explains, what it comes to, what was run once."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, takewhile
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.efforts import DEGREES, LEAST_PERCENT
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.syntax import Dimension, Length
from trackbuddy.plan.notation.text.lexicon import CLASSES, FILLERS, MODES, PLACES, TOTALS, WHEREABOUTS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.words import Class
from trackbuddy.units import KM_MM, MINUTE_NS, NS, M

_ORDERS: Final = frozenset(MODES) | {"recovery", "between", "@", "at"}
"""A bracket with one of these orders something, whatever else is in it."""
_SLOWEST, _FASTEST = 1.5, 7.5
"""Metres a second, over all reps and what is between them."""
_TURNING: Final = frozenset("out back hill downhill against clockwise anticlockwise wind into".split())
_DIRECTIONS: Final = _TURNING | frozenset("with the it behind you up down each".split())
"""Which way a rep is run: into the wind, back with it."""
_STEEP, _SHARE = "gradient|slope|incline|grade", "of|:|about|around? 0 -|to? 0? %"
_ASIDES: Final = frozenset("aka ie eg i.e e.g slope gradient incline not".split()) | TOTALS
"""A bracket with one of these explains and orders nothing."""


def remark(cursor: Cursor) -> str | None:
    """`on the track`, `(half a lap)`, `bei insg. 8 km`: recognised, named among the assumptions, without effect."""
    start = cursor.index
    readers = NUMBERED if cursor.figure_here() else READERS
    return cursor.written(start) if any(reader(cursor) for reader in readers) else None


def _results(cursor: Cursor) -> bool:
    """`Splits: 88, 92`: what was run once; the rest of the line is left aside."""
    found = cursor.over("split|results :")
    while found and not cursor.line_ends():
        cursor.next()
    return found


@tentative
def _quickens(cursor: Cursor) -> bool:
    """`each one quicker than the last`, `(getting faster)`: no number is ordered."""
    opened = cursor.over("(")
    if not cursor.over("each reps|run|one?") and cursor.next().raw.lower() not in ("get", "getting"):
        return False
    cursor.skip("slightly", "progressively", *DEGREES)
    if not cursor.over("faster|slower"):
        return False
    _ = (
        cursor.over("than the last|previous one?")
        or cursor.over("than the one before? one?")
        or cursor.over("than the")
        or cursor.over("each|each-time reps|times|sets|one?")
        or cursor.over("as you gos")
    )
    return cursor.over(")") if opened else cursor.clause_ends()


@tentative
def place(cursor: Cursor) -> bool:
    """`on the track`, `on Kamariny dirt track`, the rest of `10 laps of the track`."""
    lapped = cursor.back().text == "lap"
    opened = cursor.over("(")
    cursor.over("all?")
    lead = cursor.peek()
    if lead.text != "in" and lead.raw.lower() not in WHEREABOUTS:
        return False
    cursor.next()
    if lead.text not in ("on", "at", "in", "up") or (lapped and lead.text != "on"):
        cursor.skip("the", "a")
        return cursor.accept(*({"track"} if lapped else PLACES)) is not None
    hilly = lead.text in ("on", "up")
    for _ in range(4):
        token = cursor.peek()
        if token.kind is not Kind.WORD:
            return False
        cursor.next()
        if token.text in PLACES or (hilly and token.text == "hill"):
            while cursor.sees("or", "and", "/") and cursor.peek(1).text in PLACES:
                cursor.index += 2
            _ = cursor.over("if|where possible|available") or cursor.over("if|where you can|like|want|prefer")
            return not opened or cursor.over(")")
    return False


@tentative
def _slopes(cursor: Cursor) -> bool:
    """`gradient 5-8%`, `on a 4% incline`, `(about 6 % grade)`: how steep it is."""
    opened = cursor.over("(")
    cursor.skip("on", "at", "with", *FILLERS)
    hilly = opened and any(one.text == "hill" for one in cursor.tokens[max(cursor.index - 8, 0) : cursor.index])
    told = cursor.over(f"{_STEEP} {_SHARE}") or cursor.over(f"{_SHARE} {_STEEP}")
    told = told or (hilly and cursor.peek().number < LEAST_PERCENT and cursor.over("about|around? 0 %"))
    return told and (cursor.over(")") if opened else cursor.clause_ends() or cursor.sees("("))


@tentative
def _at_will(cursor: Cursor) -> bool:
    """`(or more between sets)`, `or longer`, `more if you want it`: a rest that may be more than is said."""
    before = cursor.tokens[: cursor.index]
    opened, led = cursor.over("("), cursor.over("or")
    if not cursor.over("more|longer") or not _rests(before):
        return False
    while not (cursor.line_ends() or cursor.sees(",", ".", ";", "|", "(", ")")):
        if cursor.figure_here() or cursor.sees(*MODES, "or", "and", "x", "with"):
            return False
        led = cursor.next().text == "if" or led
    return led and (not opened or cursor.over(")"))


def _rests(before: list[Token]) -> bool:
    """Does anything beside the last figure say that it is a rest: `between sets easy jog, 4' or more`?"""
    back = before[::-1]
    size = next((at for at, one in enumerate(back) if one.is_figure), 0)
    said = [*back[:size], *takewhile(lambda one: not one.is_figure and one.text not in ("|", ";"), back[size + 1 :])]
    return any(CLASSES.get(one.text) is Class.RECOVERY or one.text in ("between", "after") for one in said)


@tentative
def _bracketed(cursor: Cursor) -> bool:
    """`(half a lap)`, `(slope 5 %)`, `(not all out)`: brackets that explain."""
    start = cursor.index
    if not cursor.accept("("):
        return False
    telling, equals = cursor.looks("half a lap"), cursor.sees("=")
    denied = cursor.sees("not")
    for _ in range(12):
        if cursor.accept(")"):
            return total(cursor) or equals or (telling and cursor.index > start + 3)  # (fartlek) → 15 min
        token = cursor.next()
        if token.text in _ORDERS and not denied:
            return False
        if token.ends_line or token.text in ("(", "or") or (equals and token.is_figure):
            return False
        telling = telling or token.text in _ASIDES
    return False


@tentative
def total(cursor: Cursor) -> bool:
    """`→ 15-18 min`, `9 km total`: what it comes to."""
    at = cursor.index
    if cursor.accept("→"):
        found = length(cursor)
        counted = any(token.text == "x" for token in cursor.tokens[:at])
        return counted and found is not None and cursor.line_ends() and sums_up(found)
    return any(token.text == "x" for token in cursor.tokens[:at]) and _sum_named(cursor)


@tentative
def _again(cursor: Cursor) -> bool:
    """The again of `800m, 4 x 200m, 800m again`: it says only that as much was run before."""
    if not cursor.sees("again"):
        return False
    before = cursor.tokens[: cursor.index]
    figures = [at for at, one in enumerate(before) if one.is_figure]
    size = before[figures[-1]].text if figures else ""
    told = any(before[at].text == size for at in figures[:-1])
    told = told and all(one.kind is Kind.WORD and one.text not in (*MODES, "and") for one in before[figures[-1] + 1 :])
    aimed = ("@", "at", "in", "off", "with", "faster")
    return told and cursor.over("again but?") and (cursor.clause_ends() or cursor.sees(*aimed))


@tentative
def _left_to_rest(cursor: Cursor) -> bool:
    """The `so 60s rest` of `8 x 15s, a new one every 75s, so 60s rest`: what is left of a send-off, if it is."""
    start, opened = cursor.index, cursor.over("(")
    told = length(cursor) if cursor.over("so") else None
    if told is None or not cursor.over("rest|recovery|jog|walk|easy") or (opened and not cursor.over(")")):
        return False
    sizes = [one.low for one in _lengths(cursor, 0, start) if one.timed]
    return len(sizes) > 1 and sizes[-1] - sizes[-2] == told.low and cursor.clause_ends()


@tentative
def _ways(cursor: Cursor) -> bool:
    """`3 out and 3 back`, `2 uphill, 2 downhill` behind as many reps: which way each is run."""
    opened, counts = cursor.over("("), _counts(cursor) if cursor.number_here() else []
    told, shared = False, Decimal()
    while counts and cursor.number_here() and cursor.peek().number < counts[-1] and shared < counts[-1]:
        shared, start = shared + cursor.next().number, cursor.index
        while cursor.peek().text in _DIRECTIONS and not cursor.peek().raw.lower().startswith("hill"):
            told = cursor.next().text in _TURNING or told
        if cursor.index == start or (shared < counts[-1] and not cursor.over(",|and|&")):
            return False
    return told and shared == counts[-1] and (cursor.over(")") if opened else cursor.clause_ends())


@tentative
def _within_reps(cursor: Cursor) -> bool:
    """`alternating 200s at 34-42-34-etc.`, `every other 200 fast` behind longer reps: how their parts are run."""
    led = cursor.over("alternating 0 s") or cursor.over("each other 0 s?")
    if not led and not (cursor.peek().raw.lower() == "surging" and cursor.next() and cursor.over("0 s")):
        return False
    size = next((one.number for one in cursor.tokens[cursor.index - 2 : cursor.index] if one.is_figure), Decimal())
    longer = [one.low for one in _lengths(cursor, 0, cursor.index) if one.far or one.bare]
    if size < 100 or longer.count(int(size) * M) > 1 or not _counts(cursor):
        return False
    while not cursor.line_ends():
        if cursor.sees(*MODES, "recovery", "x", "between", "then") or cursor.peek().number >= 100:
            return False
        cursor.next()
    return max(longer) > size * M


def _counts(cursor: Cursor) -> list[Decimal]:
    """The numbers before the signs that count, up to here."""
    return [one.number for one, sign in pairwise(cursor.tokens[: cursor.index]) if sign.text in ("x", "*", "times")]


def _lengths(cursor: Cursor, start: int, end: int) -> list[Length]:
    """Every length between two places."""
    found: list[Length] = []
    with cursor.ahead():
        cursor.index = start
        while cursor.index < end:
            size = length(cursor) if cursor.figure_here() else None
            found += [size] if size is not None else []
            cursor.index += size is None
    return found


@tentative
def _sums_up(cursor: Cursor) -> bool:
    """`(= 20 min)` behind 5 x 4 min, `= 18-24 min`: what the reps come to, with their rests or without, if they do."""
    opened, found = cursor.over("("), length(cursor) if cursor.over("=") else None
    if found is None or not sums_up(found) or (opened and not cursor.over(")")) or not cursor.clause_ends():
        return False
    before = cursor.tokens[: cursor.index]
    signs = [at for at, one in enumerate(before[:-1]) if one.text in ("x", "*") or before[at + 1].text == "of"]
    if len(signs) != 1:
        return False
    sizes = _lengths(cursor, signs[0] + 1, cursor.index)
    each, *rests = (one.low for one in sizes[:-1])
    counts = [one.number for one in before[: signs[0]] if one.is_figure]
    if sizes[0].dimension is found.dimension:
        return any(count * size in (found.low, found.high) for count in counts for size in (each, each + sum(rests)))
    whole, told = counts[-1] * each, found.high or found.low
    way, time = (whole, told) if sizes[0].far else (told, whole)
    return _SLOWEST < way * NS / (time * M) < _FASTEST


def _sum_named(cursor: Cursor) -> bool:
    """`9 – 13 km Gesamtdistanz`, `bei insg. 8 km`, at the end of its clause."""
    cursor.accept("at", "with", "for")
    named = cursor.accept(*TOTALS) is not None
    _ = named and cursor.over(".|:|=|of|distance*")
    least = cursor.peek()
    if not (cursor.over("0 -|to 0") or cursor.over("0")):
        return False
    unit = cursor.accept("km", "mile", "min", "hour", "m", "metres")
    cursor.accept("distance")
    named = cursor.accept(*TOTALS) is not None or named
    cursor.accept("distance")
    large = unit is not None and (unit.text not in ("m", "metres") or least.number >= 1000)
    return named and large and cursor.clause_ends()


_PLAIN: Final = (_results, place, _quickens, _again, _ways, _within_reps, _left_to_rest, _sums_up)
READERS: Final = (*_PLAIN, _slopes, _at_will, _bracketed, total)
NUMBERED: Final = (_ways, _slopes, total)
"""Those that may begin with a figure, as most parts do."""


def sums_up(found: Length) -> bool:
    """As long as what runs add up to? Behind an arrow a bare `68` is what reps come down to, and `60s` a rest."""
    least = {Dimension.TIME: 5 * MINUTE_NS, Dimension.DISTANCE: KM_MM}
    return found.dimension in least and found.low >= least[found.dimension]
