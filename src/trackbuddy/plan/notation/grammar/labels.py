"""What kind of rep a piece is, and how a warm-up and a cool-down say how long they are: `1 km jog to warm up`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, once, tentative
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.syntax import Length
from trackbuddy.plan.notation.text.lexicon import DISTANCES, MODES, TIMES
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.session import Label

LABELS: Final = {
    "warm-up": Label.WARM_UP,
    "cool-down": Label.COOL_DOWN,
    "stride": Label.STRIDE,
    "hill": Label.HILL,
    "jog run": Label.JOG,
}
ENDS: Final = frozenset({Label.WARM_UP, Label.COOL_DOWN})
_ENDS: Final = ("warm-up", "cool-down")
_MANNERS: Final = ("jog", "easy", "walk", "running", "run", "light", "very", "slow", "relaxed", "of", "a")
"""How an end is run, which goes without saying."""
_KINDS: Final = ("good", "full", "standard", "regular", "own", "usual", "normal", "short", "long", "nice", *_MANNERS)
_KIND: Final = f"{either(_KINDS)}* ... {either(_ENDS)}"
_SIGNED: Final = f"x|* ... 0:00 {either((*DISTANCES, *TIMES))}"
"""The sign of `6 strides x 120m`."""
_HOW_UP: Final = ("hard", "strong", "fast", "steady", "easy", "controlled", "brisk")
_HILLY: Final = ("hill", "jog down", "walk down", "jog back", "walk back", "to start")
_COUNTING: Final = ("x", "*", "sets", "lots", "reps", "times")


@once
def label(cursor: Cursor) -> Label | None:
    """`stride`, `hill`; `good warm-up`, `easy cool-down`."""
    cursor.over(_KIND)
    if uphill(cursor):
        return Label.HILL
    token = cursor.accept(*LABELS)
    return LABELS[token.text] if token else None


@tentative
def uphill(cursor: Cursor) -> bool:
    """The up of `10 x 75 s up strong, jog back`, behind a length where hills or ways back are spoken of."""
    told = cursor.back().kind is Kind.CLOCK or cursor.back().text in (*DISTANCES, *TIMES, *_HOW_UP)
    hilly = told and any(one.text in _HILLY for one in cursor.tokens) and cursor.accept("up")
    ends = cursor.peek().kind is Kind.MARK or cursor.looks("END|and|with|off|at|then")
    return bool(hilly) and (ends or cursor.sees(*_HOW_UP))


def length_follows(cursor: Cursor, found: Label) -> None:
    """Steps over what joins a label and its length: `Warm up: 1k`, `for 10 min`, `with 2 miles easy`, `– 1k`."""
    if found is Label.STRIDE and cursor.peek(1).number <= 200:
        cursor.over("over ... 0 m|metres|sec|s")  # 5 strides over 80m
    joined = cursor.accept(":", "of", "for") is not None
    if found in ENDS:
        _ = joined or _with_a_run(cursor) or _dash(cursor) or _sentence(cursor)
        _manner(cursor)
    elif not joined:
        cursor.over(_SIGNED)


@tentative
def _sentence(cursor: Cursor) -> bool:
    """`Warm up. 10 min`, `Jog to warm up, 10 min`, where the length ends its line or sentence: how long it is."""
    if not cursor.accept(".", ","):
        return False
    with cursor.ahead():
        return length(cursor) is not None and cursor.looks("END|.|;")


@tentative
def _manner(cursor: Cursor) -> bool:
    """`Cool down: easy jog 10 min`, `by jogging for 10 min`: steps over how it is run, before its length."""
    cursor.skip("for", *_MANNERS)
    return _uncounted_length(cursor)


def _uncounted_length(cursor: Cursor, *never_behind: str) -> bool:
    """Does a length stand here that is no count?"""
    with cursor.ahead():
        return length(cursor) is not None and not cursor.sees(*_COUNTING, *never_behind)


@tentative
def _with_a_run(cursor: Cursor) -> bool:
    """`Warm up with 2 miles easy`, `with an easy jog`: steps over how the label is run, and over no recovery."""
    if not cursor.accept("with"):
        return False
    cursor.skip("an", "for", *_MANNERS)
    ends = cursor.clause_ends()
    return _uncounted_length(cursor, "rest", "recovery") or (ends and cursor.back().text in ("jog", "run"))


@tentative
def _dash(cursor: Cursor) -> bool:
    """`Warm up – 1k`: steps over a dash that joins a label and its length.

    Raises Refusal where the dash could as well stand between two pieces: `warm up – 1k – 400m`.
    """
    before, dash = cursor.back(), cursor.accept("-")
    if dash is None:
        return False
    with cursor.ahead():
        way = length(cursor)
        alone = way is not None and way.unit != "" and not cursor.sees(*_COUNTING, "/")
        if way is None or not (alone or way.at.kind is Kind.CLOCK):
            return False
        if cursor.sees("-") or label(cursor) is not None:
            refusal = way.at.refuse("this could be how long the label before it is, or a rep; write a colon or a comma")
            raise refusal.mended(before.end, dash.end, ":", ",")
    return True


def eased(cursor: Cursor) -> bool:
    """How an end is run, behind it: `10 min warm-up jog`; behind a comma at the end of its clause, `…, easy`."""
    return cursor.over("of? jog|walk|easy") or cursor.over(", of? jog|walk|easy ENDS")


@tentative
def behind_run(cursor: Cursor) -> Label | None:
    """`2 km jog to warm up`, `15 min easy as warm-up`, `15 min easy (cool-down)`: an end named behind how it is run."""
    cursor.skip(*_MANNERS)
    bracketed = cursor.over("(")
    cursor.over("as|for|to? a|the|your?")
    found = label(cursor) if cursor.sees(*_ENDS) else None
    return None if bracketed and not cursor.accept(")") else found


@tentative
def jog_led(cursor: Cursor) -> bool:
    """`Jog 2 km to warm up`: a jog that an end begins with."""
    if not cursor.over("easy|slow* jog"):
        return False
    cursor.skip(*_MANNERS, "for")
    with cursor.ahead():
        return length(cursor) is not None and behind_run(cursor) is not None


@tentative
def bracketed_length(cursor: Cursor) -> Length | None:
    """`Warm up (10 min jog)`, `Warm-up (jog, 8-12 min)`: how long it is."""
    bracketed = cursor.accept("(")
    cursor.skip("for", ",", *_MANNERS)
    found = length(cursor) if bracketed else None
    cursor.skip(*_MANNERS)
    return found if cursor.accept(")") else None


@tentative
def each_length(cursor: Cursor) -> tuple[str | None, Length] | None:
    """`8 strides, 80m each`, `6 hard hills (each 45 s)`: how each of what was counted is run, and how long it is."""
    words = effort_words(cursor)
    cursor.accept("reps", "effort", "sprint")
    bracketed = cursor.accept(",", "-", "(")
    led = cursor.over("each")
    found = length(cursor)
    told = cursor.over("each") or led or bool(found and found.far and bracketed is not None and bracketed.text == "(")
    closed = bracketed is None or bracketed.text != "(" or cursor.over(")")
    return (words, found) if found and told and closed and not cursor.sees(*MODES, "recovery") else None
