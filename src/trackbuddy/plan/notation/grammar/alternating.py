"""Reps that alternate: a pair that fills a total; without one it is asked whether so many reps or so many pairs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unless_refused
from trackbuddy.plan.notation.figures.counts import MAX_COUNT, count
from trackbuddy.plan.notation.figures.lengths import as_recovery, as_work, length, sized
from trackbuddy.plan.notation.figures.paces import settled
from trackbuddy.plan.notation.figures.targets import one_more
from trackbuddy.plan.notation.grammar.lists import listing
from trackbuddy.plan.notation.grammar.parts import alternately, composed, filled
from trackbuddy.plan.notation.grammar.pieces import piece
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.grammar.shares import placed
from trackbuddy.plan.notation.syntax import Count, Group, Joint, Length, Part, Piece, RecoveryPart, Repeat, TargetPart
from trackbuddy.plan.notation.text.lexicon import EVERY, MODES, TOTALS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.session import Label
from trackbuddy.plan.target import RaceTarget, Target

_JOINING: Final = ("/", "and", "&", "with", "then", ",", "+", "into", "straight-into")
_APART: Final = (",", ";", "-", ".")
"""What stands between a pair and a total that isn't led in."""
_OFTEN: Final = 4
"""So often no pair is the end of a list of three runs."""
_FITS: Final = 50
"""A total may miss the sum of its pairs by one part in so many: 5 miles are 5 times 400 m and 1200 m, but for 47 m."""


def alternation(cursor: Cursor, between: Joint, before: list[Part]) -> list[Part]:
    """`5 miles alternating 400m at HMP with 1200m at MP`, `30/30 for 10 min`, `20 min: 1 min on, 1 min off`.

    A pair run straight through, so often that it fills the total; none and the cursor unmoved where no pair fits.
    Raises Refusal for reps that alternate without a total.
    """
    start = cursor.index
    if before and (rests := _rests_in_turn(cursor, between)) is not None:
        return [rests]
    with cursor.ahead():
        named = alternately(cursor)
    if named and (parts := composed(cursor, between, before)) is not None:
        return [parts]
    found = unless_refused(cursor, _alternation, between) or []
    cursor.in_miles = False
    if not found:
        cursor.index = start
        _check_in_turn(cursor)
    return found


@tentative
def _rests_in_turn(cursor: Cursor, between: Joint) -> RecoveryPart | None:
    """`60s/90s rest alternating`, `alternating 60s and 90s rest`, `rest alternating 200m and 400m jog`."""
    at = cursor.peek()
    cursor.accept("with", "off")
    noun, said = cursor.over("recovery|rest of*"), cursor.over("alternating :|between*")
    sizes = [length(cursor), cursor.accept("/", "and", "&") and length(cursor)]
    mode = cursor.accept(*MODES)
    noun = cursor.over("recovery") or noun or mode is not None
    lengths = tuple(size for size in sizes if size)
    if len(lengths) < 2 or not noun or not (cursor.accept("alternating") or said) or not cursor.clause_ends():
        return None
    way = MODES[mode.text] if mode is not None else None
    return RecoveryPart(at, between, lengths, mode=way, noun=True, turns=True, end=cursor.back().end)


def _alternation(cursor: Cursor, between: Joint) -> list[Part]:
    at = cursor.peek()
    total = _total_before(cursor)
    listed = total is not None and cursor.back().text in _APART
    named = alternately(cursor)
    total = total or (_total_before(cursor) if named else None)  # Alternating 12 km: 1 km MP, 1 km easy
    cursor.in_miles = total is not None and total.unit == "mile"
    if total is None and not (named or cursor.totals):
        return []
    if named and cursor.peek().raw.lower() in ("kms", "miles", "laps"):
        cursor.next()  # 12k alternating kms
    cursor.skip(":", "-", "of", "as", *([","] if named else []))
    counted = count(cursor) if total is None and named else None
    bracketed, start = cursor.over("("), cursor.index
    every = _every(cursor) if named else []
    pair = every or _pair(cursor, total)
    closed = bracketed and cursor.over(")")
    if not pair or bracketed is not closed:
        return []
    if counted is not None and total is None:
        return [Repeat(at, between, counted, Group(at, Joint.TIGHT, tuple(pair)))]
    said = cursor.tokens[start : cursor.index]
    apart = listed or (total is None and cursor.sees(*_APART) and not cursor.sees("for", ahead=1))
    behind = _total_behind(cursor) if total is None else None
    total = total or behind
    found = _filling(cursor, at, between, total, pair, named) if total is not None else []
    mere = isinstance(pair[0], Piece) and pair[0].plain and not any(one.text == "off" for one in said)
    often = any(isinstance(one, Repeat) and (one.count.low or 0) >= _OFTEN for one in found)
    if apart and cursor.back().text not in ("throughout", "times") and (mere or not often):
        return []
    return found if every or closed or behind is not None or _ends(cursor) else []


@tentative
def _total_behind(cursor: Cursor) -> Length | None:
    """The length of `1 min on, 1 min off for 20 min`, of `2 min hard, 1 min easy, 30 min total`."""
    if cursor.over(",? for a|total|of*"):
        found = length(cursor)
        cursor.accept(*TOTALS)
        return found
    found = length(cursor) if cursor.accept(*_APART) else None
    cursor.skip("in", *TOTALS)
    return found if cursor.looks("END|.|)") or _cools_down(cursor) else None


def _cools_down(cursor: Cursor) -> bool:
    """Is what follows the cool-down?"""
    clause = takewhile(lambda one: one.text not in _APART, cursor.tokens[cursor.index + 1 :])
    return cursor.sees("+", "then", *_APART) and any(one.text == "cool-down" for one in clause)


@tentative
def _total_before(cursor: Cursor) -> Length | None:
    """The length of `20 min of 1 min on, 1 min off`, of `5 miles alternating`, of `20 min fartlek: 1 min on`."""
    total = length(cursor)
    fartlek = cursor.sees("fartlek") and cursor.figure_here(1)
    cursor.skip("fartlek", "run", "running")
    named = fartlek or cursor.looks(",? alternating") or cursor.looks("over|in|ins /|&")
    return total if named or cursor.looks(":|of|(|as") or cursor.accept(*_APART) else None


def _ends(cursor: Cursor) -> bool:
    """Is there no third piece?"""
    third = cursor.looks(", 0:00") and not (cursor.sees("x", ahead=2) or _cools_down(cursor))
    return cursor.clause_ends() and not third


def _pair(cursor: Cursor, total: Length | None) -> list[Part]:
    """Two pieces, or a piece and its recovery; none for anything else."""
    first = _side(cursor, Joint.TIGHT, total)
    if not first or first[0].pair is not None:
        return [*first]
    if not cursor.accept(*_JOINING) and not (len(first) == 1 and first[0].words and cursor.number_here()):
        return []
    cursor.accept("by", "and")
    start = cursor.index
    rest = recovery(cursor, Joint.COMMA)
    if rest is not None and len(rest.lengths) == 1:
        if not rest.easy or rest.lengths[0].timed:
            return [*first, replace(rest, lead=True)]
        cursor.index = start
    second = _side(cursor, Joint.COMMA, total)
    if not second or second[0].pair is not None:
        return []
    through = RecoveryPart(second[0].at, Joint.TIGHT, none=True)
    return [*first, through, *second, through]


@tentative
def _every(cursor: Cursor) -> list[Part]:
    """`every 1k between HMP and easy`, `every minute between 10k and MP`: two efforts in turn, each as long."""
    at = cursor.next()
    size = length(cursor) or _one(cursor) if at.raw.lower() in EVERY else None
    cursor.accept("between", ":")
    aims = (_odd_and_even(cursor) or _in_turn(cursor)) if size is not None else None
    if size is None or size.high is not None or aims is None or not cursor.clause_ends():
        return []
    found: list[Part] = []
    for aim in aims:
        part = Piece(size.at, Joint.COMMA if found else Joint.TIGHT, as_work(size))
        found += [part, TargetPart(at, Joint.TIGHT, (aim,)), RecoveryPart(at, Joint.TIGHT, none=True)]
    return found


@tentative
def _odd_and_even(cursor: Cursor) -> tuple[Target, Target] | None:
    """`odd ones at MP, even ones at 10k pace`."""
    odd = placed(cursor, Joint.COMMA)
    _restated(cursor)
    cursor.skip(",", ";", "and", "&")
    even = placed(cursor, Joint.COMMA) if odd is not None and odd.place == "odd" else None
    return (odd.target, even.target) if odd is not None and even is not None and even.place == "even" else None


def _one(cursor: Cursor) -> Length | None:
    """The `every km`, `every minute` that says no number."""
    unit = cursor.accept("km", "min")
    return replace(sized(unit, Decimal(1), unit.text), end=unit.end) if unit is not None else None


def _side(cursor: Cursor, joint: Joint, total: Length | None) -> tuple[Piece, *tuple[TargetPart, ...]] | tuple[()]:
    """A piece with its target; `30/30` is a pair by itself."""
    start, listed = cursor.index, listing(cursor, joint)
    if len(listed) == 2 and listed[1].label is Label.STRIDE:
        cursor.index = start  # 100m drill / 100m stride
    elif listed:
        return (listed[0],) if len(listed) == 1 else ()
    found = piece(cursor, joint)
    if found is None or found.length is None or found.label not in (None, Label.STRIDE):
        return ()
    work = as_work(found.length)
    found = replace(found, length=work)
    at = cursor.peek()
    led = cursor.accept("@", "at", "in")
    behind = cursor.index
    aim = one_more(cursor) if (led or not cursor.figure_here()) and found.label is None else None
    if led is None and not isinstance(aim, RaceTarget):  # 1k HMP+5
        cursor.index = behind
        return (found,)
    if aim is None:
        return ()
    if isinstance(aim, RaceTarget):
        aim = settled(aim, (total or work).unit) or aim
    _restated(cursor)
    return (found, TargetPart(at, Joint.TIGHT, (aim,), end=cursor.back().end))


@tentative
def _restated(cursor: Cursor) -> bool:
    """`HMP (half marathon pace)`."""
    return bool(cursor.accept("(") and one_more(cursor) and cursor.accept(")"))


def _filling(cursor: Cursor, at: Token, between: Joint, total: Length, pair: list[Part], named: bool) -> list[Part]:
    """The pair, as often as the total says; where it is said to alternate, also with the first half once more."""
    first = pair[0]
    sizes = [size for part in pair if (size := _size(part)) is not None]
    low, both = total.low, sum(one.low for one in sizes)
    if not isinstance(first, Piece) or any(one.dimension is not total.dimension for one in sizes):
        return []
    half = sizes[0].low if first.pair is None else both
    times = (low + both // _FITS) // both if both else 0
    over = abs(low - times * both)
    once_more = named and abs(over - half) * _FITS <= low and half < both
    if not (2 <= times <= MAX_COUNT and filled(cursor, times)) or not (over * _FITS <= low or once_more):
        return []
    unit = {"mile": "miles", "lap": "laps", "": "min"}.get(total.unit, total.unit)
    said = f"{total.at.raw} {unit} in all are taken as {times} pairs{' and a half' if once_more else ''}"
    assert first.length is not None
    said = "; ".join(filter(None, (said, first.length.assumed)))
    first = replace(first, length=replace(first.length, assumed=said))
    counted = Count(times, None, at)
    if first.pair is not None:
        return [Repeat(at, between, counted, first)]
    found: list[Part] = [Repeat(at, between, counted, Group(at, Joint.TIGHT, (first, *pair[1:])))]
    aims = [part for part in pair[1:2] if isinstance(part, TargetPart)]
    return [*found, replace(first, joint=Joint.COMMA), *aims] if once_more else found


def _size(part: Part) -> Length | None:
    if isinstance(part, Piece) and part.length is not None:
        return replace(part.length, low=part.length.low + part.pair.low) if part.pair is not None else part.length
    if isinstance(part, RecoveryPart) and part.lengths:
        return as_recovery(part.lengths[0], moving=True)
    return None


# --- without a total: asked -------------------------------------------------------------------------------------------


def _check_in_turn(cursor: Cursor) -> None:
    """`8 x 1 min alternating slow/fast`: eight reps in turn, or eight pairs?"""
    at, here = cursor.peek(), cursor.index
    if not cursor.accept("alternating"):
        return
    refusal = at.refuse("alternating could mean so many reps in turn or so many pairs; write 4 x (400m fast, 400m jog)")
    comma = max((index for index in range(here) if cursor.tokens[index].text == ","), default=here)
    aims, end = _in_turn(cursor), cursor.back().end
    if aims is None and comma < here:  # 8 x 1 min, slow and fast alternately
        cursor.index, end, here = comma + 1, at.end, comma
        aims = _in_turn(cursor)
    efforts = [print_target(aim) for aim in aims or ()]
    counted = _counted_before(cursor, here)
    rests = any(one.text in ("rest", "recovery") and one.start < at.start for one in cursor.tokens[comma:])
    if efforts and counted and not rests:
        count, length = counted
        pair = f"({length} @ {efforts[0]}, {length} @ {efforts[1]})"
        for times in (*((count.number // 2,) if count.number % 2 == 0 else ()), count.number):
            refusal.mended(count.start, end, f"{times} x {pair}")
    raise refusal


def _in_turn(cursor: Cursor) -> tuple[Target, Target] | None:
    """The two efforts of `slow/fast`, `5k and 10k pace`, `MP-3% & MP+5%`."""
    first = one_more(cursor)
    if isinstance(first, RaceTarget) and first.until is not None:
        return RaceTarget(first.race), RaceTarget(first.until)
    joined = cursor.accept("/", "and", "&", "+", "with") if first is not None else None
    second = one_more(cursor) if joined is not None else None
    return (first, second) if first is not None and second is not None else None


def _counted_before(cursor: Cursor, index: int) -> tuple[Token, str] | None:
    """The count and the length of the `8 x 1 min` that ends at a lexeme."""
    back = index - (cursor.tokens[index - 1].text == ",")
    for size in (2, 1):
        sign = back - size - 1
        if sign > 0 and cursor.tokens[sign].text in ("x", "*") and cursor.tokens[sign - 1].kind is Kind.NUMBER:
            length = "".join(token.raw for token in cursor.tokens[sign + 1 : back])
            return cursor.tokens[sign - 1], length if length[:1].isdigit() else f"1 {length}"
    return None
