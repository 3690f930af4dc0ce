"""Reps within a run: strides are read behind it, of others it is asked: `9 miles w/ 6 x 700m`, `5M (inc. strides)`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative, unless_refused
from trackbuddy.plan.notation.figures.counts import count
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import as_work
from trackbuddy.plan.notation.figures.targets import one_more
from trackbuddy.plan.notation.grammar.parts import alternately, composed, rep_before
from trackbuddy.plan.notation.grammar.pieces import piece
from trackbuddy.plan.notation.refusal import Edit, Refusal
from trackbuddy.plan.notation.syntax import Joint, Length, Part, Piece, RecoveryPart, Repeat, TargetPart
from trackbuddy.plan.notation.text.lexicon import EFFORTS, SPELLINGS
from trackbuddy.plan.notation.text.scanner import Kind, written
from trackbuddy.plan.session import Label
from trackbuddy.units import KM_MM, MINUTE_NS, NS, M

_WITHIN: Final = ("with", "include", "includes", "including", "incl", "inkl", "inc", "incorporating", "dont")
_PARTING: Final = frozenset({"\n", ",", ";", ".", ":", "then", "+"})
_BEHIND: Final = (".", ";", ")", "then", "@", "at", "walk back", "jog back")
_EASY: Final = frozenset("easy relaxed comfortable comfortably aerobic medium light moderate steady run".split())
"""Efforts of a run in which nobody would look for anything but strides."""


@tentative
def strides_within(cursor: Cursor, before: list[Part]) -> list[Part]:
    """`10 km easy w/ 6 x 100m strides`, `40 min (incl. 8 x 20s fast)`: strides, and short pick-ups in an easy run."""
    at = cursor.peek()
    bracketed = cursor.accept("(") is not None
    led = cursor.accept(*_WITHIN)
    if led is None and all(one.text != "within" for one in cursor.tokens[cursor.index : cursor.index + 8]):
        return []
    counted = count(cursor)
    found = piece(cursor, Joint.TIGHT) if counted is not None else None
    told = led or cursor.sees("within")  # 8 km + 6 strides within
    cursor.skip("within", "the", "run")
    if counted is None or found is None or not told or (bracketed and not cursor.accept(")")):
        return []
    run, size = _run(before), as_work(found.length) if found.length is not None else None
    if run is None or (size is not None and size.low > (30 * NS if size.timed else 200 * M)):
        return []
    easy = not isinstance(before[-1], TargetPart) and _easy(run) and _apart(cursor, found)
    if not (found.label is Label.STRIDE or (easy and found.label is None)):
        return []
    name = "strides" if found.label is Label.STRIDE else "short reps"
    return [Repeat(at, Joint.THEN, counted, replace(found, said=f"the {name} within the run are taken behind it"))]


def _run(before: list[Part]) -> Piece | None:
    """The run that the reps are written within: a long one, or a warm-up."""
    parts = [part for part in before if not isinstance(part, TargetPart)]
    run = parts[-1] if parts else None
    if isinstance(run, RecoveryPart) and run.soft and (len(parts) == 1 or run.joint.loose):
        run = Piece(run.at, run.joint, run.lengths[0])  # 40 min easy
    if not isinstance(run, Piece) or run.label not in (None, Label.JOG, Label.WARM_UP):
        return None
    return run if run.label is Label.WARM_UP or _long(run.length) else None


def _apart(cursor: Cursor, reps: Piece) -> bool:
    """Are these as short as strides, and without a recovery by length?

    By time, as in `50 min with 10 x 30s fast`, they may be what the run consists of.
    """
    length = as_work(reps.length) if reps.length is not None else None
    short = length is not None and length.far and length.low <= 150 * M
    return short and (cursor.line_ends() or cursor.sees(*_BEHIND) or cursor.back().text == ")")


def _easy(run: Piece) -> bool:
    words = (run.words or "").lower().split()
    return all(SPELLINGS.get(word, word) in _EASY for word in words)


def _long(length: Length | None) -> bool:
    if length is None or length.bare:
        return False
    return length.low >= (15 * MINUTE_NS if length.timed else 3 * KM_MM)


def within(cursor: Cursor) -> Refusal | None:
    """`60 min with 8 x 3 min hard`, `30 min easy, include 4 x 1 min`: are the reps part of the run, or behind it?"""
    token, here = cursor.peek(), cursor.index
    if cursor.sees("within"):
        return _behind(cursor)
    if not cursor.sees(*_WITHIN):
        return None
    back = here - (cursor.tokens[here - 1].text in (",", "(", ";", "."))
    first = next((at for at in range(back, 0, -1) if cursor.tokens[at - 1].text in _PARTING), 0)
    refusal = token.refuse("what stands here could be within the run before it or behind it; write then")
    refusal.puzzling = True
    end = cursor.peek(1).start
    closed = _closing(cursor) if cursor.tokens[back].text == "(" else ()
    if (late := next((one for one in cursor.tokens[here:] if one.text == "within"), None)) is not None:
        closed = (*closed, (late.start, late.end, ""))
    counted = cursor.sees("x", "*", "sets", ahead=2) or cursor.sees("x", "*", ahead=4)
    if counted or token.text != "dont":  # 1h10 dont 40 min tranquilles puis 2 x 15 min: the 40 are some of the 70
        refusal.rewritten((cursor.tokens[back - 1].end, end, ", then "), *closed)
    before = cursor.tokens[first:back]
    run = written(before)
    begins = cursor.tokens[first]
    single = (begins.kind is not Kind.WORD or begins.text in EFFORTS) and not any(
        one.text in ("x", "*", "(") for one in before
    )
    if single:
        refusal.rewritten((cursor.tokens[first].start, end, f"(note: {run}) "), *closed)
    return refusal


def _behind(cursor: Cursor) -> Refusal | None:
    """`40 min steady; 8 x 40 s fast in there`: the same, told behind the reps."""
    said, marks = cursor.peek(), [at for at in range(1, cursor.index) if cursor.tokens[at].text in _PARTING]
    between = [one.text for one in cursor.tokens[marks[0] : cursor.index]] if len(marks) == 1 else []
    if "x" not in between or any(one.text == "x" for one in cursor.tokens[: marks[0]]):
        return None
    run, mark = written(cursor.tokens[: marks[0]]), cursor.tokens[marks[0]]
    end = (cursor.back().end, said.end, "")
    refusal = said.refuse("what stands here could be within the run before it or behind it; write then")
    return refusal.rewritten((mark.start, mark.end, ", then"), end).rewritten((0, mark.end, f"(note: {run})"), end)


def _closing(cursor: Cursor) -> tuple[Edit, ...]:
    """Leaves out the bracket that closes what stands here."""
    close = next((token for token in cursor.tokens[cursor.index :] if token.text == ")"), None)
    return ((close.start, close.end, ""),) if close is not None else ()


@tentative
def unplaced(cursor: Cursor, before: list[Part]) -> str | None:
    """`last 30" hard`, `w/ 1' surge up hill`; in a warm-up also `w/ 5' steady`: how a part of each rep is run.

    Nobody can time it, so it is kept in the coach's words: no rep, time or target is another for it.
    """
    start, rep = cursor.index, rep_before(before)
    warming = bool(before) and isinstance(before[-1], Piece) and before[-1].label is Label.WARM_UP
    counted = warming or any(isinstance(one, Repeat) for one in before[-3:])
    if rep is None or not counted or unless_refused(cursor, composed, Joint.COMMA, before) is not None:
        return None
    cursor.index = start
    turns, led = alternately(cursor), cursor.accept(*_WITHIN)
    told, total, end = cursor.over("the? first|last|final"), 0, 0
    while part := _told_part(cursor, before):
        told = told or "surge" in part[1]
        total, several, end = total + part[0], end > 0, cursor.index
        cursor.accept("/", "+", *([] if several else [","]))
    cursor.index = end
    if end and several:
        told = turns or cursor.accept("throughout") is not None
    kept = (told or (warming and led and 2 * total <= _metres(rep))) and 0 < total < _metres(rep)
    return cursor.written(start) if kept and (cursor.clause_ends() or cursor.sees("(", "[")) else None


def _metres(size: Length) -> int:
    """About how far that is, at least: two lengths to compare."""
    return size.low if size.far else size.low // NS * 3 * M


@tentative
def _told_part(cursor: Cursor, before: list[Part]) -> tuple[int, str] | None:
    """`30" hard`, `200 at mile pace`, `5'SS`: how long a part is, and how it is run; none that could be a rep."""
    found = unless_refused(cursor, piece, Joint.TIGHT)
    cursor.skip("of", "each", "reps")
    if found is None or found.length is None or found.length.low < 50 * M:
        return None
    size, words = as_work(found.length), found.words or found.letter or effort_words(cursor)
    aimed = words is None and cursor.accept("@", "at", "in") and one_more(cursor)
    alike = any(one.low == size.low for part in before[-6:] if (one := rep_before([part])) is not None)
    return (_metres(size), words or "aimed") if (words or aimed) and not alike else None
