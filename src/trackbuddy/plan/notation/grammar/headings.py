"""Headings within the text: `Tuesday:`, `Set 1:`, `Main set –`, `Pyramid of`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, tentative
from trackbuddy.plan.notation.figures.counts import plural
from trackbuddy.plan.notation.notes.titles import KINDS, TITLES
from trackbuddy.plan.notation.text.lexicon import DAYS, FRAMES, HEADINGS
from trackbuddy.plan.notation.text.scanner import Kind, Token, quoted

_PARTS: Final = frozenset("sets block part pyramid ladder run do complete perform work main hill tempo sprint".split())
_LEADING: Final = frozenset("pyramid ladder run do complete perform work main".split())
_KIND: Final = either(("hill", *KINDS))
_TITLED: Final = f"hill|tempo|sprint ... {either(HEADINGS)}"
_NUMBERED: Final = ("sets", "block", "part", "week", "day")


def heading(cursor: Cursor, after_work: bool) -> str | None:
    """`Tuesday:`, `Set 1:`, `Main set -` or a line of such words alone: a name, and no part of the session.

    Raises Refusal for a second name behind work: `Men: 8 x 400m`, `Women: 6 x 400m` are two sessions.
    """
    at = cursor.peek(int(cursor.sees("the")))
    found = _leading_up(cursor, after_work) or _name(cursor)
    if found is not None and after_work and (at.text in DAYS or not (at.text in HEADINGS or at.text in _PARTS | KINDS)):
        raise at.refuse(f"“{quoted(found)}” could begin another session; write one session at a time")
    return found


def _framing(cursor: Cursor, after_work: bool) -> bool:
    """Steps over a word that leads up to reps: `Run`, `Pyramid of`; before all work also `The session is`."""
    token = cursor.peek()
    named = cursor.index > 0 and cursor.back().text in ("pyramid", "ladder") and token.text in HEADINGS
    frames = not after_work and not FRAMES.isdisjoint((token.raw.lower(), token.text))
    return (named or frames or token.text in _LEADING) and token.kind is Kind.WORD and cursor.next() is not None


@tentative
def _leading_up(cursor: Cursor, after_work: bool) -> str | None:
    """The `Run` of `Run 8 x 400m`, the `Pyramid of` of `Pyramid of 200, 400, 200`."""
    start = cursor.index
    _ = not start and cursor.over("goal for|today|tonight|the|this|session|workout* is|was")  # no goal pace
    cursor.over("the ... pyramid|ladder")
    while _framing(cursor, after_work):
        pass
    named = any(token.text in ("pyramid", "ladder") for token in cursor.tokens[start : cursor.index])
    if cursor.index == start or not (named or cursor.sees(":") or cursor.back().text not in HEADINGS):
        return None
    _ = cursor.accept(":", "of") or (cursor.back().text == "run" and cursor.accept("-"))
    begins = ("(", "[", "warm-up") if cursor.tokens[start].text == "start-with" else ("(", "[")
    followed = cursor.number_here() or ((named or not after_work) and cursor.sees(*begins))
    return cursor.written(start) if followed else None


@tentative
def _name(cursor: Cursor) -> str | None:
    """`Tuesday:`, `Main set -`, `The session:`, `Track 800s.`."""
    start = cursor.index
    first = start + (cursor.accept("the") is not None)
    _ = cursor.over(f"{_KIND} ... :|- 0 x|*") or cursor.over(_TITLED)  # Threshold: 4 x 1 mile; Hill session
    while _heading_word(cursor):
        pass
    named = cursor.index > first and (_ends_name(cursor, cursor.tokens[first]) or _subtitled(cursor))
    return cursor.written(start) if named else None


def _ends_name(cursor: Cursor, first: Token) -> bool:
    """Do words of a heading end here, and what is run begin? Steps over the mark between them."""
    if _sizes_named(cursor, ".", "-") or cursor.looks("0 *|x"):
        return True
    dashed = first.text in DAYS or (
        cursor.number_here(1) and (cursor.back().text in HEADINGS or first.text in (*_NUMBERED, "hill"))
    )
    if cursor.looks("is 0") or (dashed and cursor.sees("-") and cursor.peek().gap):
        cursor.next()
        return True
    return cursor.over(":") or (cursor.line_ends() and not cursor.at_end())


@tentative
def _subtitled(cursor: Cursor) -> bool:
    """`Main bit – hills.` before reps: what kind they are."""
    kind = cursor.accept("-", ":") and cursor.accept(*TITLES)
    kind = kind and (cursor.accept(*TITLES) or kind)
    ends = kind is not None and (cursor.accept(".", ":") is not None or cursor.peek().kind is Kind.NEWLINE)
    return ends and (cursor.number_here() or (cursor.line_ends() and cursor.number_here(1)))


def _sizes_named(cursor: Cursor, *behind: str) -> bool:
    """The 800s of `Yasso 800s:` and of `Track 800s.`, a sentence of its own."""
    thousands = cursor.number_here() and cursor.peek(1).raw.lower() == "ks"
    named = (thousands or plural(cursor.peek(), cursor.peek(1))) and cursor.sees(*behind, ahead=2)
    return bool(named and cursor.next() and cursor.next())


def _heading_word(cursor: Cursor) -> bool:
    """A word of `Main set`, the `Set 1` of `Set 1:`, the `Series` of `Series 6 x 400`."""
    token = cursor.peek()
    ordered = cursor.number_here(1) or cursor.sees("a", "b", "c", "d", ahead=1)
    if ordered and token.text in _NUMBERED:
        begins, mark = cursor.index == 0 or cursor.back().kind is Kind.NEWLINE, cursor.peek(2)
        begins = begins or cursor.back().text in (".", ";")
        if mark.text == ":" or (begins and (mark.kind is Kind.NEWLINE or (mark.text == "-" and mark.gap))):
            cursor.index += 2
            return True
    counting = cursor.index == 0 and cursor.looks("0 *|x", ahead=1)
    named = token.kind is Kind.WORD and token.text.removesuffix("'s") in HEADINGS
    is_word = named or (cursor.sees("sets") and (counting or cursor.sees(":", ahead=1)))
    return bool(is_word and cursor.next())
