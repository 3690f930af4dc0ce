"""What reps are made of: `with 200m at mile pace, 200m hard`, `last 200m in 32`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unless_refused
from trackbuddy.plan.notation.figures.counts import plural
from trackbuddy.plan.notation.figures.efforts import named_target
from trackbuddy.plan.notation.figures.lengths import as_work
from trackbuddy.plan.notation.figures.targets import one_more
from trackbuddy.plan.notation.grammar.pieces import piece
from trackbuddy.plan.notation.refusal import put
from trackbuddy.plan.notation.syntax import ComposedPart, Joint, Length, Part, Piece, RecoveryPart, Repeat, TargetPart
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import PaceTarget, Target, TimeTarget
from trackbuddy.units import M

_JOINED: Final = "and|&|+|/|-|then|with|into|;|no-rest|straight-into then? ,? no-rest|straight-into? ,? another?"
"""What stands between the parts of a rep: that there is no rest there goes without saying."""
_EASED: Final = ("easy", "slow", "float")


def alternately(cursor: Cursor) -> bool:
    """Steps over the word for what is run in turn: `alternating`, `of over/unders`, `ins & outs`."""
    return cursor.over(",|of? alternating") or cursor.over("of? over|in|ins /|& under|out|outs")


@tentative
def composed(cursor: Cursor, between: Joint, before: list[Part]) -> ComposedPart | None:
    """`with 100m at mile pace, 100m flat out`, `(200 hard, 200 float)`, `. 150m quick, 150m jog`: parts of each rep.

    They make up the rep before them, once or several times.
    """
    at, rep = cursor.peek(), rep_before(before)
    if rep is None:
        return None
    each = cursor.over("each one|1|reps?") and cursor.figure_here()
    named = alternately(cursor) or cursor.looks(":|-? the? first|last|final 0")
    led = cursor.accept("with", "as", ":", "-") or cursor.over("divided|divide|of which? ... 0") or named or each
    first, placed = (cursor.looks(f"(|[? the? {place}") for place in ("first", "first|last|final"))
    closing = {"(": ")", "[": "]"}[cursor.next().text] if cursor.sees("(", "[") else None
    if not (led or closing or between is Joint.SENTENCE):
        return None
    found: list[tuple[Piece, Target | None]] = []
    total, joined, ends = 0, True, list[int]()
    while joined and total != rep.low and (part := _part_of_rep(cursor, rep, named)) is not None:
        found.append(part)
        total += part[0].length.low if part[0].length is not None else 0
        ends.append(cursor.index)
        beside = led and cursor.figure_here()  # as 400 steady 400 fast
        joined = any([cursor.accept(","), cursor.over(_JOINED), beside])
    then = any(one.text in ("then", ";") for one in cursor.tokens[cursor.tokens.index(at) : cursor.index])
    jogged = found[-1][0].length if len(found) > 2 and not closing and found[-1][0].words in _EASED else None
    if jogged is not None and _fills(total - jogged.low, rep):
        return None  # 4 x 8 min with 2 min hard, 2 min easy, 3 min jog: the jog could be a part, or the recovery
    if placed and len(found) > 1 and (not first or total != rep.low):
        return None  # 2 x 10 min, last 2 min hard, 3 min jog: they recur in no rep
    if len(found) == 1 and placed and not any(isinstance(one, TargetPart) for one in before[-3:]):
        found = _with_the_others(found[0], rep, first)
        total = rep.low if len(found) > 1 else total
    kinds = {type(aim) for _, aim in found}
    if {TimeTarget, PaceTarget} <= kinds:
        return None  # 200 in 36, 200 in 48 each lap
    eased = closing is None and not named and at.text != "as" and bool(found) and found[0][0].words in _EASED
    if eased and len(found) == 2 and total == rep.low and at.text == "with" and not then:
        refusal = at.refuse("this could be how each rep is run, or a recovery and what follows; write as, or then")
        raise refusal.rewritten((at.start, at.end, "as")).rewritten(put(found[1][0].at.start, "then "))
    if len(found) < 2 or eased:
        return None
    cursor.index = ends[min(len(found), len(ends)) - 1]
    closed = cursor.accept(closing) is not None if closing else bool(led) or found[-1][0].words in _EASED
    times = (rep.low + total // 2) // total
    repeated, rested = (any(isinstance(one, kind) for one in before[-3:]) for kind in (Repeat, RecoveryPart))
    if not filled(cursor, times, through=rested or not repeated):
        return None
    return ComposedPart(at, between, tuple(found), times) if closed and _fills(total, rep) else None


def _with_the_others(part: tuple[Piece, Target | None], rep: Length, first: bool) -> list[tuple[Piece, Target | None]]:
    """`6 x 600m, last 200m in 32`: the part that has a time of its own behind, or before, what is left of the rep."""
    one, aim = part
    mm = rep.low - one.length.low if isinstance(aim, TimeTarget) and one.length is not None and rep.far else 0
    if mm <= 0 or mm % (10 * M):
        return [part]  # of a mile nobody knows where its last 400 m begin
    left = Piece(one.at, one.joint, replace(rep, low=mm, at=replace(rep.at, raw=f"{mm // M}"), unit="m"), end=one.end)
    return [part, (left, None)] if first else [(left, None), part]


def _fills(total: int, rep: Length) -> bool:
    times = (rep.low + total // 2) // total
    return times > 0 and abs(rep.low - times * total) * 50 <= rep.low  # a mile is four laps


def filled(cursor: Cursor, times: int, through: bool = True) -> bool:
    """Steps over `throughout`, `, no breaks`, `, six times` behind parts; false where another count stands.

    That there is no break goes without saying within a run; behind reps that have no other recovery it would speak of
    what stands between these.
    """
    if not through and cursor.looks(",|;? no-rest") and not cursor.looks(",|;? no-rest , 0:00"):
        end, none = cursor.back().end, cursor.peek(cursor.peek().text != "no-rest")
        refusal = none.refuse(
            "this could be without rest within each rep or between the reps; leave it out within a rep"
        )
        raise refusal.mended(end, none.end, f" (note: {none.raw})")
    cursor.over(",|;? no-rest|throughout")
    with cursor.ahead():
        cursor.accept(",", ";")
        cursor.accept("x")
        number = cursor.next()
        counted = number.kind is Kind.NUMBER and (cursor.tokens[cursor.index - 2].text == "x" or cursor.sees("times"))
    return not counted or (number.number == times and cursor.over(",|;? x? 0 times?"))


def rep_before(before: list[Part]) -> Length | None:
    """The length of the reps that a clause speaks of, where only their recovery stands between."""
    last: Part | None = next((one for one in before[:-4:-1] if not isinstance(one, RecoveryPart | TargetPart)), None)
    while isinstance(last, Repeat):
        last = last.body
    if not isinstance(last, Piece) or last.length is None or last.pair is not None:
        return None
    return as_work(last.length) if last.length.low >= 50 * M else None


@tentative
def _part_of_rep(cursor: Cursor, rep: Length, named: bool) -> tuple[Piece, Target | None] | None:
    """`200m at 3k pace`, `quick 200`, `float 200`, `100m jog`: a length of which is said how it is run."""
    cursor.over("the? first|next|last|final|middle|other") or (cursor.looks("the? sec 0") and cursor.over("the? sec"))
    mode = cursor.accept("float", "jog", "easy")
    if plural(cursor.peek(), cursor.peek(1)) and not named:
        return None  # (900s at 5k pace); but alternating 200s fast / 100s slow
    part = unless_refused(cursor, piece, Joint.TIGHT)  # 800J is no part
    if part is None or part.length is None or part.length.low < 50 * M or part.label or part.pair is not None:
        return None
    mode = mode or (cursor.accept("float", "jog") if part.words is None else None)
    cursor.over("of each|the reps|run?")
    aim = one_more(cursor) if cursor.accept("@", "at", "in") else named_target(cursor)
    words = part.words or (("float" if mode.text == "float" else "easy") if mode is not None else None)
    part = replace(part, length=as_work(part.length), words=words)
    return (part, aim) if (aim or words) and part.length and part.length.dimension is rep.dimension else None
