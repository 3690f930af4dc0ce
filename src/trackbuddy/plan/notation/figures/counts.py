"""How often: `8 x`, `6-8 ×`, `3 sets of`, `5 lots of:`, `FIVE TIMES`, `repeat for 3 rounds`, `x max`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, once, tentative
from trackbuddy.plan.notation.figures.efforts import effort_words
from trackbuddy.plan.notation.figures.lengths import length
from trackbuddy.plan.notation.syntax import Count, Header, Joint
from trackbuddy.plan.notation.text.lexicon import MODES, NEARLY, REPEATING, TOTALS, UNITS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.spelled import is_doubtful

MAX_COUNT: Final = 100
PLAIN_COUNT: Final = 30
"""Above this a number before an x is a count only if the rep has a unit: `40 x 400m`, but not `400 x 800`."""
_SIGNS: Final = ("x", "*")
BEHIND_COUNT: Final = tuple(", ; . | • · ( [ ) + @ with at in then off on".split())
"""What may stand behind a count that stands behind its length."""
_GROUPING: Final = ("sets", "lots")
_ANYTHING: Final = (*NEARLY, *"anything anywhere from between a total of make it that's is run".split())
"""What may lead in a count that stands in a clause of its own."""
_PARTING: Final = (",", ";", ".", "!", ":", "-", "do", "and")
_SMALL: Final = 10
"""Below this a bare figure behind several reps is no time of theirs: `600s. 8. 75s rest`."""


@once
def count(cursor: Cursor) -> Count | None:
    """A count and its sign, or None and the cursor unmoved. Raises Refusal for 0 and above 100."""
    first = cursor.peek()
    if cursor.over("max x"):
        return Count(None, None, first)
    between = first.text in ("between", "from") and cursor.number_here(1) and cursor.next() is not None
    first = cursor.peek()
    if first.kind is not Kind.NUMBER:
        return None
    cursor.next()
    either = cursor.sees("or") and cursor.peek(1).number == first.number + 1
    either = either or (between and cursor.sees("and"))
    high = cursor.peek(1) if cursor.looks("-|to|or|and 0") and (either or cursor.sees("-", "to")) else None
    cursor.index += 2 * (high is not None)
    if cursor.looks("more x|*|0"):
        cursor.next()  # 4 more 400s
    sets = None if _behind(cursor, first) else _sign(cursor, first)
    if sets is None or (between and high is None):
        return None
    _check_sense(cursor, first)
    blocks = cursor.back().text == "of" and cursor.tokens[cursor.index - 2].text == "blocks"
    return Count(number(first), number(high) if high else None, first, sets, blocks=blocks)


def _behind(cursor: Cursor, first: Token) -> bool:
    """`100 x2`: the count stands behind its distance."""
    sign, after = cursor.peek(), cursor.peek(1)
    behind = 4 if cursor.looks("-|to 0", ahead=2) else 2
    ends = cursor.line_ends(behind) or cursor.sees(*BEHIND_COUNT, ahead=behind)
    counted = after.kind is Kind.NUMBER and (not after.gap or cursor.sees(*_GROUPING, ahead=2) or ends)
    counted = counted and after.number <= PLAIN_COUNT
    alone = first.number > MAX_COUNT and first.number % 50 == 0 and ends  # 400x12: nobody runs 400 of anything
    return first.number >= 50 and cursor.sees("x") and (sign.gap or alone) and counted


def _sign(cursor: Cursor, first: Token) -> bool | None:
    """Steps over what makes a number a count; True for sets, False for a times sign, None if there is neither."""
    if cursor.accept(*_SIGNS):
        return False
    if cursor.sees("times", "by") and cursor.peek().raw.lower() != "time":
        cursor.next()
        return False
    if cursor.accept(*_GROUPING):
        if _heads(cursor):
            return cursor.over(",|- each?")
        each = cursor.peek().raw.lower() in ("à", "á", "zu") and cursor.next() is not None
        return True if each or cursor.accept("of", "x") or cursor.looks(":|(|[|{|the-following|0") else None
    if cursor.looks("reps :|x 0:00") or (cursor.looks("reps") and _each_behind(cursor)):
        return not cursor.over("reps x|,?")
    if cursor.over("sets|lots|blocks|groups|reps of"):
        return True
    if cursor.sees("of", "reps") and 1 < first.number <= PLAIN_COUNT and _united(cursor):
        return cursor.next().text == "sets"
    laddered = cursor.peek().raw.lower() in ("ladders", "pyramids")
    return laddered or (False if _needs_no_sign(cursor, first) else None)


def _united(cursor: Cursor) -> bool:
    """The 2 min of `3 of 2 min on, 2 min off`, the 1.5km of `4 reps 1.5km`: a length with its unit, and no recovery."""
    with cursor.ahead():
        cursor.next()
        found = length(cursor) if cursor.number_here() else None
        return found is not None and not found.bare and not cursor.sees(*MODES, "recovery", "between")


def _heads(cursor: Cursor) -> bool:
    """The comma of `3 sets, each 5 x 300m`, the dash of `8 rounds - 1 min hard, 1 min easy`, before all other reps."""
    counted = cursor.looks(", each? 0 x|*|reps") or cursor.looks(", each? 0 - 0 x|*|reps")
    ranged = cursor.tokens[cursor.index - 3].text in ("-", "to", "or")
    before = cursor.tokens[: max(cursor.index - (4 if ranged else 2), 0)]
    worked = any(one.is_figure for one in before) and not any(one.text == "warm-up" for one in before)
    if worked or (before and before[-1].kind is not Kind.NEWLINE and before[-1].text not in (":", ".")):
        return False
    with cursor.ahead():
        dashed = cursor.over("-") and cursor.figure_here()
        return counted or (dashed and length(cursor) is not None and not cursor.sees(*MODES, "recovery", "between"))


def _each_behind(cursor: Cursor) -> bool:
    """`8 reps, 400m each`."""
    with cursor.ahead():
        return cursor.over("reps ,") and length(cursor) is not None and cursor.sees("each")


def _needs_no_sign(cursor: Cursor, first: Token) -> bool:
    """`six 800m reps`, `6 400s`, `4 strides`, `2 half miles`, `3 (400, 200)`, `8 fast 80m sprints`, `one 400`."""
    if first.raw.lower() == "one" and cursor.number_here():
        with cursor.ahead():
            return length(cursor) is not None and not cursor.sees(*MODES, "recovery")
    bracketed = cursor.looks("(|{ 0")
    several = bracketed or first.number > 1
    if not several or first.number > PLAIN_COUNT or first.number % 1:
        return False
    spelled = first.raw.isalpha() and cursor.number_here()
    if spelled and is_doubtful(first, cursor.peek()):
        return False  # twenty two minute efforts: 22 minutes, or 20 times 2?
    halves = cursor.looks("half lap|mile")
    named = plural(cursor.peek(), cursor.peek(1)) or cursor.sees("stride", "hill", "quarter")
    return bracketed or spelled or halves or named or _sized(cursor)


def _sized(cursor: Cursor) -> bool:
    """`8 all-out 80m sprints`, `4 1k reps`, `6 hard 400s`: more than one, of a length and perhaps of an effort."""
    with cursor.ahead():
        effort_words(cursor)
        sized = cursor.figure_here() and length(cursor) is not None
        if sized and cursor.back().raw.lower() in ("ks", "k's"):
            return True
        cursor.accept("hill")
        return sized and cursor.sees("reps", "sprint", "stride", "hill") and cursor.peek().raw.lower().endswith("s")


def plural(size: Token, sign: Token) -> bool:
    """The 400s of `6 400s`: reps of a distance, and more than one."""
    hundreds = size.kind is Kind.NUMBER and size.number >= 100 and size.number % 50 == 0
    return hundreds and sign.text in ("s", "'s") and not sign.gap


def _check_sense(cursor: Cursor, first: Token) -> None:
    """`400 x 800` is a list, not four hundred reps; `3 x 10 bench press` is none of ours."""
    ranged = cursor.sees("-", ahead=1) and cursor.sees(*UNITS, ahead=3)
    if first.number <= PLAIN_COUNT or not cursor.number_here() or cursor.sees(*UNITS, ahead=1) or ranged:
        return
    other = cursor.peek()
    hint = f"“{first.raw} x {other.raw}” is not read as {first.raw} reps"
    refusal = first.refuse(f"{hint}; write a list as 400, 800 and reps as 8 x 400m (at most {MAX_COUNT})")
    if cursor.back().text == "sets":
        raise refusal  # 8 x 400 round 3 hard
    if other.number <= PLAIN_COUNT:
        raise refusal.mended(first.start, other.end, f"{other.text} x {first.text}m")
    raise refusal.mended(first.end, other.start, ", ")


def number(token: Token) -> int:
    """A count from its token. Raises Refusal for fractions, 0 and more than the limit."""
    if token.number % 1:
        raise token.refuse(f"{token.raw} is no number of reps; write a whole number")
    if not 1 <= token.number <= MAX_COUNT:
        raise token.refuse(f"{token.raw} repeats can't be run; write a number from 1 to {MAX_COUNT}")
    return int(token.number)


def repeat_word(cursor: Cursor) -> None:
    """The verb of `repeat 4 times: 800m`, `do this 4 times:`."""
    if _repeats(cursor.peek()) and cursor.number_here(1):
        cursor.next()


def _repeats(token: Token) -> bool:
    return token.raw.lower() in REPEATING or token.text == "do-this"


def counted_behind(cursor: Cursor, joint: Joint) -> Header | None:
    """A count for what stands before: `repeat for 3 rounds`, `and repeat`, `x 3 rounds`, `(4 times)`, `x3`."""
    at = cursor.peek()
    found = _repeated(cursor) or _trailing(cursor)
    return replace(found, at=at, joint=joint, end=cursor.back().end) if found is not None else None


def _counting(counted: Count, whole: bool = True, assumed: str = "") -> Header:
    return Header(counted.at, Joint.TIGHT, counted, True, whole, assumed=assumed)


@tentative
def _repeated(cursor: Cursor) -> Header | None:
    """`repeat`, `repeat the lot twice`, `do this 3 times`, `repeat 2 more times`, `le tout répété 10 fois`.

    And `all of it x 4`, `das Ganze 3 mal`, `and the whole thing again`, `once more`.
    """
    led = cursor.back().text in ("and", "then") or cursor.accept("do") is not None
    cursor.accept("the")
    start = cursor.index
    whole = cursor.accept("whole", "all", "everything") is not None
    verb = cursor.next() if _repeats(cursor.peek()) else None
    if verb is not None:
        cursor.skip("all", "the", "this", "whole", "for", "x", "above", "sequence", "set")
    these = verb is not None and verb.text == "do-this"
    again = cursor.accept(
        "all-again", *(["again"] if whole or led else []), *([] if these or verb is None else ["once"])
    )
    if again or (verb is not None and not these and cursor.clause_ends()):
        said = f"“{'repeat' if verb else cursor.written(start).lower()}” without a number is taken as twice in all"
        return _counting(Count(2, None, again or cursor.back(), True), assumed=said) if cursor.clause_ends() else None
    signed = cursor.accept(*_SIGNS) is not None or verb is not None
    counted = number_or_range(cursor) if whole or verb is not None else None
    if counted is None:
        return None
    said = ""
    if cursor.accept("more") and counted.low is not None and counted.high is None:
        said = f"{counted.low} more times are taken as {counted.low + 1} in all"
        counted = replace(counted, low=counted.low + 1)
    signed = cursor.accept("x", "times", *(["sets"] if verb else [])) is not None or signed
    cursor.accept("reps")  # das Ganze 3 mal wiederholen
    cursor.accept(*TOTALS)
    ends = cursor.clause_ends() or (verb is not None and cursor.sees("with"))
    return _counting(counted, not these, said) if signed and ends else None


@tentative
def _trailing(cursor: Cursor) -> Header | None:
    """`x 10 rounds`, `4 rounds`, `(x 2)`, `4 times`, `5 times through`, `x3`, each at the end of its clause."""
    apart = cursor.back().text == "." or cursor.back().kind is Kind.NEWLINE
    so = cursor.looks("( so")
    bracketed, signed = cursor.over("( so?"), cursor.over("x|*")
    counted = number_or_range(cursor)
    if counted is None:
        return None
    signed = signed or (bracketed and cursor.over("x|*"))  # 250m (4x)
    whole = cursor.accept(*_GROUPING, *(["groups"] if so else [])) is not None and cursor.back().raw.lower() not in (
        "set",
        "round",
    )
    if whole and _heads(cursor):
        return None
    _ = signed and not whole and cursor.accept("reps")  # 40 s on / 20 s off x 10 reps x 2 sets
    timed = not whole and cursor.sees("times") and cursor.peek().raw.lower() != "time" and cursor.next() is not None
    rounds = whole
    whole = whole or (timed and cursor.back().raw.lower().endswith("through")) or (apart and _of_these(cursor))
    cursor.accept(*TOTALS)
    if not (signed or whole or timed) or (bracketed and not cursor.accept(")")):
        return None
    counted_on = cursor.sees("x") and (signed or not (cursor.number_here(1) or cursor.looks("x (|[|{")))
    ends = cursor.clause_ends() or (whole and (cursor.sees("with", "@") or counted_on))
    ends = ends or (signed and cursor.looks("x 0 sets")) or (timed and cursor.sees("@", "at", "with", "off"))
    ends = ends or (bracketed and (cursor.sees("with", "off", "@", "at") or (so and cursor.over(":"))))
    return replace(_counting(counted, whole), rounds=rounds) if ends else None


def _of_these(cursor: Cursor) -> bool:
    """`400m, 60s jog, 200m, 3 min walk. 3 of these.`; behind counted reps it could be some of them."""
    counted = any(one.text in _SIGNS for one in cursor.tokens[: cursor.index])
    return not counted and (cursor.accept("the-following") is not None or cursor.over("of them|these|those"))


def number_or_range(cursor: Cursor) -> Count | None:
    """The `3` or `3-4` of a count behind what it counts."""
    if not cursor.number_here() or cursor.peek().number % 1 or not 1 <= cursor.peek().number <= PLAIN_COUNT:
        return None
    low, high = cursor.next(), cursor.peek(1)
    ranged = cursor.sees("-", "to") or (cursor.sees("or") and high.number == low.number + 1)
    if not ranged or not low.number < high.number <= PLAIN_COUNT or high.number % 1:
        return Count(number(low), None, low, True)
    cursor.next()
    return Count(number(low), number(cursor.next()), low, True)


@tentative
def so_many(cursor: Cursor, several: bool) -> Count | None:
    """`8 of them`, `(five in total)`, `do 5`, `anything from 10 to 16 of them`; behind several reps a mere `six`."""
    bracketed = cursor.over("(")
    parted = bracketed or cursor.over(":") or cursor.back().text in _PARTING or cursor.back().kind is Kind.NEWLINE
    led = cursor.over("and|then? do|do-this") or cursor.back().text == "do"
    cursor.skip(*_ANYTHING)
    counted = number_or_range(cursor) if parted else None
    if counted is None:
        return None
    told = cursor.over("of them|these|those?") or cursor.accept("the-following", "reps", *TOTALS) or led
    mere = several and (counted.at.raw.isalpha() or counted.at.number < _SMALL)
    cursor.accept(*TOTALS)
    ends = cursor.over(")") if bracketed else cursor.clause_ends() or cursor.sees(*BEHIND_COUNT, "-", "between")
    return replace(counted, sets=False) if (told or mere) and ends else None


def many_later(cursor: Cursor) -> bool:
    """Does a clause behind `600s in 1:48` say how many, before anything else is counted?"""
    with cursor.ahead():
        while not (found := so_many(cursor, True) is not None) and not cursor.sees(*_SIGNS, *_GROUPING, "then"):
            if cursor.next().kind is Kind.END:
                break
        return found
