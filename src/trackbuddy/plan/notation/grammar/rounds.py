"""Counts of whole lists, `3 sets of:` before and `repeat` behind them; sets that reps are divided into; options."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.counts import count, counted_behind, number_or_range, repeat_word, so_many
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.grammar.joints import bulleted
from trackbuddy.plan.notation.grammar.recoveries import recovery
from trackbuddy.plan.notation.syntax import (
    ComposedPart,
    Count,
    DividedPart,
    Group,
    Header,
    Joint,
    OptionPart,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    Scope,
    Work,
)
from trackbuddy.plan.notation.text.lexicon import HALFWAY, MODES
from trackbuddy.plan.session import EveryWay, Label, OneTap

_SEVERAL: Final = {"pairs": 2, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6}


def rounds(cursor: Cursor, joint: Joint, first: bool) -> Header | None:
    """A count for the lines below or the list behind it, or for what stands before, if that isn't a mere warm-up."""
    dashed = first and not cursor.annotating
    listed = _ahead(cursor, joint, ":") or (_ahead(cursor, joint, "-") if dashed else None)
    return listed or counted_behind(cursor, joint) or _ahead(cursor, joint, "-")


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
    each = cursor.over(".|, each sets :|is|as")  # 3 sets. Each set: 4 x 300m
    several = _several(cursor)
    marked = cursor.accept(mark) is not None and mark == ":"
    if each or (several and (marked or cursor.back().text in (",", "-", "each"))):
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
    parted = any(cursor.sees(*MODES, "recovery", "off", ahead=at) for at in range(2, 20))  # the reps, by their own
    sets = found is not None and (
        found.scope.range in (Range.SETS, Range.BLOCKS) or (found.scope.bare and (not counted.sets or parted))
    )
    told = sets or halfway
    return replace(found, scope=Scope(Range.SETS)) if told and found is not None else None


@tentative
def divided(cursor: Cursor, between: Joint) -> DividedPart | None:
    """`break into 4 sets of 2-3`, `12 x 300, 3 sets of 4`, `(sets of 6)`, each at the end of its clause."""
    at, before = cursor.peek(), {token.number for token in cursor.tokens[: cursor.index]}
    restated, named = cursor.accept("i-want"), cursor.accept("break", "split", "divided")
    led = cursor.accept("into", "in", "as") or restated or named or cursor.back().text == "("
    sets = count(cursor) if led or between is Joint.COMMA else None
    noun = cursor.accept("sets", "lots", "groups", "blocks") if led and sets is None else None
    signed = led and sets is not None and cursor.number_here() and sets.at.number * cursor.peek().number in before
    told = signed or (sets.sets if sets is not None else noun is not None and cursor.accept("of") is not None)
    reps = number_or_range(cursor) if told else None
    if led and sets is None and (several := _SEVERAL.get(cursor.peek().raw.lower())):
        reps = Count(several, None, cursor.next())  # grouped in fives, in pairs
    each = length(cursor) if (restated or named) and cursor.accept("x", "*") else None
    ends = cursor.clause_ends() or cursor.sees("with", "off", "(", "@") or cursor.over(":")
    product = reps.low * sets.low if reps and sets and reps.low and sets.low else 0
    if reps is None or reps.low == 1 or not ends or not (led or product in before):
        return None
    spoken_of = any(token.text in ("group", "groups", "sets") and token is not noun for token in cursor.tokens)
    if noun is not None and noun.text == "groups" and not spoken_of:
        raise noun.refuse("groups could be sets of reps, or runners; write sets").mended(noun.start, noun.end, "sets")
    return DividedPart(at, between, sets, replace(reps, sets=False), each)


def option(cursor: Cursor, between: Joint) -> OptionPart | None:
    at = cursor.peek()
    if cursor.over("keep-last"):
        return OptionPart(at, between, keep_last=True)
    if cursor.over("one|1 tap"):
        return OptionPart(at, between, splitting=OneTap())
    if cursor.over("split each"):
        found = length(cursor)
        if found is None or not found.far or found.low <= 0:
            raise at.refuse("“split every” needs a distance; write it like split every 200m")
        return OptionPart(at, between, splitting=EveryWay(found.low))
    return None


def how_many(cursor: Cursor, before: list[Part]) -> bool:
    """Counts the work before, if it is the only one or speaks of several: `600s in 1:48, 75s rest, 8 of them`."""
    works = [one for one in before if isinstance(one, Work) and not warms_up(one)]
    last = works[-1] if works else None
    several = isinstance(last, Piece) and last.several is not None
    if any(isinstance(one, ComposedPart) for one in before[-2:]):
        return False  # 12 min of 30s fast, 30s easy (12 reps)
    if not isinstance(last, Piece | Group) or not (several or len(works) == 1):
        return False
    counted = so_many(cursor, several)
    if counted is None and several and (told := counted_behind(cursor, Joint.TIGHT)) is not None and not told.assumed:
        counted = told.count
    if counted is not None:
        inner = replace(last, joint=Joint.TIGHT)
        before[before.index(last)] = Repeat(last.at, last.joint, replace(counted, sets=False), inner)
    return counted is not None


def warms_up(part: Part) -> bool:
    return isinstance(part, Piece) and part.label is Label.WARM_UP
