"""Counts of whole lists: `3 sets of:` and `twice through:` before them, `repeat for 3 rounds` behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.counts import count, counted_behind, number_or_range, repeat_word, so_many
from trackbuddy.plan.notation.grammar.joints import bulleted
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.syntax import (
    Count,
    Group,
    Header,
    Joint,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    Scope,
    Work,
)
from trackbuddy.plan.notation.text.lexicon import HALFWAY
from trackbuddy.plan.session import Label


def rounds(cursor: Cursor, joint: Joint, before: Sequence[Part]) -> Header | None:
    """A count for the lines below or the list behind it, or for what stands before."""
    first = not cursor.annotating and all(map(_warms_up, before))
    listed = _ahead(cursor, joint, ":") or (_ahead(cursor, joint, "-") if first else None)
    return listed or counted_behind(cursor, joint) or _ahead(cursor, joint, "-")


def _warms_up(part: Part) -> bool:
    return isinstance(part, Piece) and part.label is Label.WARM_UP


@tentative
def _ahead(cursor: Cursor, joint: Joint, mark: str) -> Header | None:
    """`3 sets of` at the end of a line; `Twice through, 4 min rest halfway:` or `two of these:` before a list."""
    at = cursor.peek()
    repeat_word(cursor)
    following = cursor.back().text == "do-this" or cursor.accept("the-following") is not None
    named = cursor.sees("sets", "times", "the-following", ahead=1)
    counted = count(cursor) or (number_or_range(cursor) if named else None)
    if counted is None or not (counted.sets or counted.at.text):
        return None
    cursor.accept("sets", "times")
    following = following or cursor.back().raw.lower().endswith("through")
    cursor.accept("of")
    following = cursor.accept("the-following") is not None or following
    cursor.accept(*(("ladder", "pyramid") if following else ("below",)))
    if cursor.figure_here() and cursor.back().text not in (",", "-", "each"):
        return None  # 8 x 400m
    rest = _rest(cursor, counted)
    below = cursor.line_ends(cursor.sees(mark))
    several = _several(cursor)
    marked = cursor.accept(mark) is not None and mark == ":"
    if several and (marked or cursor.back().text in (",", "-", "each")):
        return Header(at, joint, counted, False, bulleted=cursor.peek().line, rest=rest)
    if (marked and (following or rest or below)) or (below and mark != ":"):
        return Header(at, joint, counted, False, bulleted=bulleted(cursor) if below else cursor.peek().line, rest=rest)
    return None


def _several(cursor: Cursor) -> bool:
    """The reps of `2 sets: 4 x 300m, 3 x 200m`, of `2 sets - 500m, 3 x 200m`: more than those of one count."""
    line = [one.text for one in takewhile(lambda one: not one.ends_line, cursor.tokens[cursor.index :])]
    return line.count("x") > cursor.looks(":|-? 0 x") or (line.count("x") > 1)


@tentative
def _rest(cursor: Cursor, counted: Count) -> RecoveryPart | None:
    """What is said to stand between the rounds, before they are listed."""
    led = cursor.accept(",", "-", "(") is not None or cursor.sees("with")
    found = recovery(cursor, Joint.COMMA) if led else None
    cursor.accept(")")
    cursor.accept("gos", "sets", "times")
    halfway = counted.low == 2 and found is not None and found.scope.nth in ((HALFWAY,), (1,))
    sets = found is not None and (
        found.scope.range in (Range.SETS, Range.BLOCKS) or (found.scope.bare and not counted.sets)
    )
    told = sets or halfway
    return replace(found, scope=Scope(Range.SETS)) if told and found is not None else None


def how_many(cursor: Cursor, before: list[Part]) -> bool:
    """Counts the work before, if it is the only one or speaks of several: `600s in 1:48, 75s rest, 8 of them`."""
    works = [one for one in before if isinstance(one, Work) and not _warms_up(one)]
    last = works[-1] if works else None
    several = isinstance(last, Piece) and last.several is not None
    if not isinstance(last, Piece | Group) or not (several or len(works) == 1):
        return False
    counted = so_many(cursor, several)
    if counted is None and several and (told := counted_behind(cursor, Joint.TIGHT)) is not None and not told.assumed:
        counted = told.count
    if counted is not None:
        inner = replace(last, joint=Joint.TIGHT)
        before[before.index(last)] = Repeat(last.at, last.joint, replace(counted, sets=False), inner)
    return counted is not None
