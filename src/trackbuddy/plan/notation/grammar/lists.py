"""Plain lists of pieces: `200-400-200`, `90/60/30"`, `30/30`; what a mere pair like `300/100` is, is asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.lengths import as_work, in_seconds, length, separates, shared_unit
from trackbuddy.plan.notation.figures.paces import SECONDS_BELOW
from trackbuddy.plan.notation.figures.plausible import runnable
from trackbuddy.plan.notation.grammar.pieces import check_letter, described
from trackbuddy.plan.notation.refusal import Edit, Refusal, around, put
from trackbuddy.plan.notation.syntax import Joint, Length, Piece
from trackbuddy.plan.notation.text.lexicon import DISTANCES
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.session import Mode
from trackbuddy.units import NS, M

_AIMED: Final = ("0 %", "0 -|to 0 %", "0 km pace|effort|kpace")
"""What is no rep of a list: `800m - 90% - 2 min jog`, `1200 - 5k pace`."""


@tentative
def listing(cursor: Cursor, joint: Joint) -> tuple[Piece, ...]:
    """`200-400-600-400-200`, `90/60/30"`, `3mi/2mi/1mi`, `30/30`; empty and the cursor unmoved if there is none."""
    counted, chained = cursor.back().text in ("x", "*"), cursor.back().text == "/"
    first = length(cursor)
    if first is None or first.high is not None or not cursor.sees("-", "/"):
        return ()
    found, mark = [first], cursor.peek().text
    while (more := _another(cursor, mark, first)) is not None:
        found.append(more)
    if counted and len(found) == 2 and found[1].letter == "E" != first.letter != "":
        return ()  # 8'T/2'E
    _check_aimed(found, mark)
    if chained and len(found) == 2 and cursor.sees("@"):
        return ()  # 12 min @ T / 2 min / 8 min @ T
    if _no_range(found, counted):
        mark = "/"
    if not (_falling_pair(cursor, found) or _makes_list(cursor, found, mark)):
        return ()
    return _listed(cursor, found, joint, Joint.DASH if mark == "-" else Joint.SLASH)


@tentative
def _another(cursor: Cursor, mark: str, first: Length) -> Length | None:
    """The next of a list, unless it is a recovery: the 200 of `600-400-200 jog`."""
    timed = first.timed and first.unit
    apart = separates(cursor, cursor.index) and (timed or cursor.peek().raw == "—")
    told = cursor.peek(1).number < 200 and any(cursor.looks(said, 1) for said in _AIMED)
    dashed = mark == "-" and not first.timed and cursor.peek(1).kind is Kind.CLOCK and cursor.sees("-", ",", ahead=2)
    if apart or told or dashed or not cursor.figure_here(1) or not cursor.accept(mark):
        return None
    more = length(cursor)
    named = cursor.sees("rest", "recovery") or (cursor.sees("r") and not cursor.sees("=", ":", ahead=1))
    if named and not cursor.figure_here(1):  # in 600-400-200 rec 3' the noun leads in its own length
        return None
    # the off of on and off, not the one that leads in a recovery: 2k-1k-2k off 90s
    off = cursor.looks("off for|END") or (cursor.sees("off") and cursor.peek(1).kind is Kind.MARK)
    placed = more is not None and more.timed and not timed and cursor.sees("between", "amid")  # 400m - 1:30 between
    return None if off or placed or cursor.sees("jog", "walk", "float", "easy") else more


def _check_aimed(found: list[Length], mark: str) -> None:
    """`8 x 400/72`, `6 x 800/2:24/400`: a time behind a distance in which it is run may be its target."""
    if len(found) not in (2, 3) or mark != "/":
        return
    rep, aim, *more = found
    bare = aim.bare and 10 * M <= aim.low < SECONDS_BELOW * M and 5 * aim.low < 2 * rep.low
    ns = aim.low if aim.at.kind is Kind.CLOCK else aim.low // M * NS if bare else 0
    if not rep.timed and rep.low >= 100 * M and runnable(rep.low, ns, ns):
        refusal = aim.at.refuse("this could be a target, a recovery or a rep; write @ before it, or what is behind it")
        refusal.rewritten((rep.end, aim.at.start, " @ "), *(_rests(aim, more[0]) if more else ()))
        raise refusal if more else refusal.rewritten(*_rests(rep, aim))


def _rests(before: Length, one: Length) -> tuple[Edit, Edit]:
    """A figure behind another as the recovery behind it."""
    return (before.end, one.at.start, ", "), put(one.end, _unit(one) + (" rest" if one.timed or _unit(one) else " jog"))


def _unit(one: Length) -> str:
    far = not one.bare or (one.low >= 100 * M and not one.low % (50 * M))
    return "" if far else " min" if one.low < 10 * M else "s"


def _sets(cursor: Cursor, one: Length) -> bool:
    """`3 x 4 x 400`, `3 x (500, 300)`: do sets of reps stand before this on its line?"""
    before = [token.text for token in cursor.tokens if token.line == one.at.line and token.start < one.at.start]
    counted = sum(text in ("x", "*", "sets") for text in before)
    closed = next((text in (")", "]", "}") for text in reversed(before) if text not in (",", "(")), False)
    return counted > 1 or (counted == 1 and closed)


def _behind_reps(cursor: Cursor, found: list[Length]) -> tuple[Edit, ...]:
    """`8 x 400 72/200`, `8 x 400 (72/90)`, `3 x 4 x 400 (1/3)`: target and recovery, or those in and between sets."""
    one, other = found
    if _sets(cursor, one) and one.low < other.low:
        if not (one.timed or _unit(one)):
            return (one.end, other.at.start, " recovery between reps, "), put(other.end, " recovery between sets")
        return put(one.at.start, "r="), put(one.end, _unit(one)), put(other.end, _unit(other))
    before = next((one for one, token in pairwise(cursor.tokens) if token.start == found[0].at.start), None)
    behind = before is not None and (before.kind is Kind.NUMBER or before.text in (*DISTANCES, *"([{"))
    if one.far or one.low < 10 * M or not behind:
        return ()
    return put(one.at.start, "@ "), *_rests(one, other)


def _no_range(found: list[Length], counted: bool) -> bool:
    """`10 x 30"-30"`, `45"-15"`, `10 x 30-30`: no range falls or stands still, so these are on and off."""
    one, *others = found
    if len(others) != 1 or one.low < others[0].low or one.dimension is not others[0].dimension:
        return False
    if one.bare:
        return counted and one.low == others[0].low and one.low <= 60 * M
    return one.timed and _is_pair(one.low // NS * M, others[0].low // NS * M)


def check_counted_pieces(cursor: Cursor, listed: tuple[Piece, ...]) -> None:
    """`6 x 400m/200m`: a rep and its jog? `3 x 1000 - 800 - 600`: three times all, or the first?"""
    lengths = [one.length for one in listed if one.length is not None]
    if len(lengths) < 2:
        return
    sign = next(before for before, token in pairwise(cursor.tokens) if token.start == lengths[1].at.start)
    if len(lengths) == 2 and sign.text == "/" and not lengths[0].timed:
        raise _pair_asked(cursor, lengths, "/")
    if sign.text == "-" and sign.gap and lengths[1].at.gap:
        refusal = sign.refuse("this count could be for the whole list or for its first item; use brackets")
        raise refusal.rewritten(*around(lengths[0].at.start, lengths[-1].end))


def turns(listed: tuple[Piece, ...]) -> bool:
    """`300-500-300`: a pyramid, of which nobody runs the last alone several times."""
    sizes = [(one.length.low, one.words) for one in listed if one.length is not None]
    return len(sizes) == len(listed) > 2 and sizes == sizes[::-1] and len(set(sizes)) > 1


def counted_list(cursor: Cursor, listed: tuple[Piece, ...]) -> Refusal:
    """`600/400/200 x 3`: the whole list, or the last?"""
    refusal = cursor.peek().refuse("this count could be for the whole list or for its last item; use brackets")
    if cursor.number_here(1):
        times = cursor.peek(1)
        refusal.rewritten(put(listed[0].at.start, f"{times.text} x ("), (cursor.back().end, times.end, ")"))
    return refusal


def _makes_list(cursor: Cursor, found: list[Length], sign: str) -> bool:
    if len(found) < 2:
        return False
    if len(found) == 2 and all(one.bare for one in found):
        if sign == "/" and _is_pair(found[0].low, found[1].low) and 100 * M not in (found[0].low, found[1].low):
            return True  # 100/100 is rather metres
        raise _pair_asked(cursor, found, sign)
    for one in found:
        check_letter(found[0].at, one.letter)
    if len(found) == 2 and sign == "-":
        raise _pair_asked(cursor, found, sign)
    return True


def _falling_pair(cursor: Cursor, found: list[Length]) -> bool:
    """`4 x (800-200)`: in counted brackets nobody means from 800 to 200 metres."""
    if cursor.depth == 0 or cursor.annotating or len(found) != 2 or not cursor.sees(")", "]"):
        return False
    low, high = (one.low for one in found)
    ways = all(not one.timed and not one.letter and one.low >= 50 * M for one in found)
    return ways and (low > high or 2 * high >= 3 * low)


def _pair_asked(cursor: Cursor, found: list[Length], sign: str) -> Refusal:
    """`6 x 300/100`: two reps of a set, or a rep and its recovery?"""
    one, other = found
    start, end = one.at.start, other.end or other.at.end
    refusal = one.at.refuse(f"{one.at.text}{sign}{other.at.text} could be a pair, a range or a list; write it out")
    if sign == "/" and cursor.sees("x", "*") and cursor.number_here(1):
        return refusal.mended(one.end or one.at.end, other.at.start, ", ")
    if other.at.kind is Kind.CLOCK and one.at.kind is not Kind.CLOCK:  # 6 x 800m - 2:40
        return refusal.mended(one.end or one.at.end, other.at.start, *([] if _sets(cursor, one) else [" @ "]), ", ")
    if sign == "/" and (edits := _behind_reps(cursor, found)):
        return refusal.rewritten(*edits)
    odd = one.low % (10 * M) or other.low % (10 * M) or cursor.sees("%")
    if sign == "-" and one.low < other.low < 200 * M and odd:
        return refusal.mended(start, start, "@ ")  # 66-68 is on no track
    end = cursor.peek().end if cursor.sees("reps") else end
    shared = other.unit and (one.low < 50 * M or one.at.number < other.at.number)  # 1-2 miles, 60-90 sec
    units = one.unit or (other.unit if shared else "m"), other.unit or "m"
    units = (" min", " min") if one.bare and other.bare and max(one.low, other.low) < 10 * M else units
    letter = f" {other.letter}" if other.letter else ""
    first, second = (f"{part.at.raw}{unit}{letter}" for part, unit in zip(found, units, strict=True))
    if cursor.depth and not cursor.annotating:
        return refusal.mended(start, end, f"({first}, {second})", f"{first}, {second} jog")
    return refusal.mended(start, end, f"{first}, {second}")


def _times_asked(cursor: Cursor, found: list[Length]) -> Refusal:
    """`5 x 5' / 2'`: hard and easy, or two reps?"""
    one, other = found
    refusal = one.at.refuse("two times with a slash could be hard and easy or a list; write 3min, 2min jog")
    gap = (one.end, other.at.start, ", ")
    if one.at.kind is other.at.kind is Kind.CLOCK and one.low < other.low and other.low * 5 <= one.low * 6:
        return refusal.mended(one.at.start, other.at.end, f"@ {one.at.raw}-{other.at.raw}")  # 3 x 1 mile 5:20/5:30
    if edits := _behind_reps(cursor, found):
        return refusal.rewritten(*edits)
    if cursor.depth and not cursor.annotating:
        refusal.rewritten(gap, put(other.end, _unit(other) + " jog"))
        _ = other.bare or refusal.rewritten(gap, *around(one.at.start, other.end))
    return refusal


def _is_pair(hard: int, easy: int) -> bool:
    """`30/30`, `40/20`: seconds of on and off."""
    return (
        max(hard, easy) <= 120 * M
        and min(hard, easy) >= 5 * M
        and (hard == easy or hard + easy == 60 * M or hard == 2 * easy or easy == 2 * hard)
    )


def _listed(cursor: Cursor, found: list[Length], joint: Joint, inner: Joint) -> tuple[Piece, ...]:
    lengths = _united(found)
    if len(lengths) == 2 and inner is Joint.SLASH and not lengths[0].far:
        lengths = [*map(in_seconds, lengths)]
        if _is_pair(lengths[0].low // NS * M, lengths[1].low // NS * M):
            label, words = described(cursor, None, None)
            hard = words or "hard"
            return (Piece(found[0].at, joint, lengths[0], label, hard, pair=lengths[1], pair_mode=Mode.JOG),)
        raise _times_asked(cursor, found)
    label, words = described(cursor, None, None)
    last = lengths[-1].letter if not any(one.letter for one in lengths[:-1]) else ""  # 3-2-1 miles T
    pieces = [Piece(one.at, inner, one, label, words, letter=one.letter or last) for one in lengths]
    return (replace(pieces[0], joint=joint), *pieces[1:])


def _united(found: list[Length]) -> list[Length]:
    """The unit of the last is everybody's; bare numbers from 50 on are metres unless that unit is a time."""
    last = found[-1]
    if last.bare:
        return [one if len(found) == 2 and one.low <= 120 * M else as_work(one) for one in found]
    bare = [one for one in found if one.bare]
    if bare and len(bare) < len(found) - 1 and not last.far:
        raise bare[0].at.refuse("this number has no unit and others in the list have; write the rest in words")
    if last.far and all(one.low >= 50 * M for one in bare):
        return [as_work(one) for one in found]
    united = iter(shared_unit(bare, last)) if bare else iter(())
    return [next(united) if one.bare else one for one in found]
