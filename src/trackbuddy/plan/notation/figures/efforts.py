"""Efforts as targets, shown as they were written: `hard`, `95%`, `sub LT`, `RPE 13`, `from 10k to 5k effort`, `T4`.

And Daniels' `E M T I R`, and what needs no `@`, being told from a length by its word.
"""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, either, once, tentative
from trackbuddy.plan.notation.figures.paces import UNITS, amount_said, bare_pace, recovers, time_unit
from trackbuddy.plan.notation.figures.races import named_pace, offset_first, race
from trackbuddy.plan.notation.text.lexicon import EFFORTS, LETTERS, MODES, NEARLY, OWNERS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.target import EffortTarget, Target, TrainingTarget

DEGREES: Final = ("slightly", *(f"a {degree}" for degree in "tick touch notch hair shade bit little".split()))
_UNFINISHED: Final = {*"sub under below above near very quite fairly super or than".split(), *DEGREES}
"""Words that an effort doesn't end with: `sub 75` is a time."""
_EMPTY: Final = frozenset("pace effort your own at or to of a an the race than".split()) | frozenset(DEGREES[1:])
"""Words that say nothing about how hard when they stand alone."""
_SCALES: Final = ("rpe", "zone", "z", "lt", "vt", "vo", "hour", "lthr", "lactate")
_BACK: Final = "walk_back|walk_down|jog_back|jog_down"
_SLOWLY: Final = "very|really? slow|slowly|gentle|light|brisk"
_EITHER: Final = f"steady|relaxed|quick {_BACK}"
_OTHERS: Final = "than the? first|last|previous|opener|opening|reps|others|reps|one* before? reps|one?"
_IN_TURN: Final = frozenset("each each-time than last as starting-every".split())
_QUICKENING: Final = (
    f"faster|get|getting|gos|be|is|run|sets|reps|one|times|after|at|least|the|previous|before|you|half|a|sec|"
    f"{either((*sorted(_IN_TURN), *DEGREES))}"
)
"""What tells how each is faster than the one before."""
_WORDS: Final = {"cut down", "all out", "flat out", "time trial", *"pace easy faster slower than vma mas".split()}
_BEFORE_A_RACE: Final = ("than", "faster", "slower", "near", "just", "under", "over", "at", "or")
LEAST_PERCENT: Final = 30
_MOST_PERCENT: Final = 200
_LAST_ZONE: Final = 9
_ARTICLES: Final = frozenset({"a", "an", "the"})
"""Before a race these may belong to a number: `1 mile and a half marathon pace`."""
_OWNED: Final = tuple(OWNERS - _ARTICLES)
_LETTERS: Final = ("R", "P", "S", "X", "Z")
_PACED: Final = ("pace", "effort", "race pace")


def letter(cursor: Cursor) -> Target | None:
    token = cursor.peek()
    if token.kind is Kind.WORD and token.raw in LETTERS:
        cursor.next()
        cursor.accept("pace", "effort")
        return TrainingTarget(token.raw)
    return None


@once
def effort(cursor: Cursor) -> EffortTarget | None:
    """Words and percentages that are shown as they were written."""
    start = cursor.index
    if cursor.sees("or", "to the finish") and (start == 0 or cursor.back().text in ("@", "at", "in")):
        return None  # these go on with an effort, and begin none
    while not _of_the_way(cursor) and _effort_word(cursor):
        pass
    if cursor.index == start:
        return None
    written = cursor.written(start)
    if cursor.back().text in _UNFINISHED and cursor.figure_here():
        refusal = cursor.peek().refuse("a time in words is not understood; write the target itself, like @ 74")
        lead = "@ " if cursor.tokens[start - 1].text not in ("@", "at", "in") else ""
        raise refusal.mended(cursor.tokens[start].start, cursor.peek().start, lead)
    if all(part.kind is not Kind.NUMBER and part.text in _EMPTY for part in cursor.tokens[start : cursor.index]):
        return None
    return EffortTarget(written)


def _of_the_way(cursor: Cursor) -> bool:
    """The slow of `8 x 200 slow walk back`: how the way back is gone, and not how the reps are run.

    Raises Refusal for the steady of `8 x 200 steady jog back`, which could be either.
    """
    for words in (f"{_SLOWLY} {_BACK}", f"{_SLOWLY} walk|jog 0:00 min|sec|s|m|'", "near|almost full", _EITHER):
        if cursor.back().text not in ("@", "at", "in", ",") and cursor.looks(words):
            way, last = cursor.peek(), cursor.back()
            if words is _EITHER and last.text not in EFFORTS:
                refusal = way.refuse(f"“{way.raw}” could be how the reps are run, or the way back; put a comma")
                raise refusal.mended(last.end, last.end, ",").mended(way.end, way.end, ",")
            return True
    return False


def _effort_word(cursor: Cursor) -> bool:
    """Steps over one word of an effort: `sub LT`, `85-90%`, `RPE 13`, `Z3`, `3.5 mmol`, `faster than mile pace`."""
    token = cursor.peek()
    if token.kind is Kind.NUMBER:
        return _counted_effort(cursor) or _race_behind(cursor)
    if token.kind is not Kind.WORD:
        # the > of 80% > 90%, and of > 75%; the & of light & quick
        scaled = cursor.looks(">|< 0 %") or cursor.back().text == "%"
        return cursor.over(">|<") if scaled else _joining_word(cursor) and cursor.over("&")
    if token.text in _SCALES and 0 < cursor.peek(1).number < 200 and not cursor.sees("x", "*", ahead=2):
        return _scale(cursor)
    if cursor.over("up? to|onward 0 %") or cursor.over("descend|descending|build 1 -|to 0") or cursor.over(_OTHERS):
        return True
    lettered = token.raw in LETTERS and cursor.back().text in ("sub", "near", "super", "under", "slightly")
    if token.text in EFFORTS or token.text in _WORDS or lettered or _joining_word(cursor):
        cursor.next()
        return True
    return _race_behind(cursor)


def _scale(cursor: Cursor) -> bool:
    """`RPE 13`, `Z3-4`, `VO2 max`."""
    cursor.index += 2
    start = cursor.index
    if cursor.sees("-") and cursor.number_here(1) and not cursor.peek().gap:
        cursor.index += 2
        if cursor.sees("-", *UNITS) or recovers(cursor):
            cursor.index = start
    cursor.accept("max", "pace", "%", "mmol")
    return True


def _written(token: Token) -> bool:
    """Does it stand where it was written, and not behind the length of `8 relaxed strides of 100m each`?"""
    return token.end > token.start


def _joining_word(cursor: Cursor) -> bool:
    """Words that belong to an effort only beside others: `each faster`, `all out to the finish`, `or better`."""
    if cursor.sees("each"):
        return cursor.sees("faster", ahead=1) or (
            cursor.back().text in EFFORTS and _written(cursor.back()) and cursor.looks("each ENDS")
        )
    if cursor.sees("just"):
        return cursor.sees("under", "over", "above", "below", "faster", "slower", ahead=1)
    if cursor.sees("below", "above"):
        return cursor.sees(*EFFORTS, *_SCALES, ahead=1)
    if cursor.sees("but", "and", "&"):
        return cursor.back().text in EFFORTS and cursor.peek(1).text in EFFORTS
    if cursor.sees("to the finish"):
        return cursor.back().kind is Kind.WORD
    return cursor.sees("or") and cursor.sees("better", "faster", "slower", "near", *DEGREES, ahead=1)


@tentative
def _race_behind(cursor: Cursor) -> bool:
    """The race of `faster than race pace`."""
    compared, numbered = cursor.back().text in _BEFORE_A_RACE, cursor.number_here()
    cursor.skip("target", "goal", "your", "the", "current")
    named = compared and race(cursor) is not None
    return named and (not numbered or cursor.back().text in ("pace", "effort", "km", "mile"))


@tentative
def _counted_effort(cursor: Cursor) -> bool:
    """`85-90%`, `3.5 mmol`, `3z`."""
    low = high = cursor.next()
    if cursor.accept("-", "to") and (high := cursor.next()).kind is not Kind.NUMBER:
        return False
    if cursor.accept("%"):
        _ = cursor.over("- 0 %") or (not (cursor.peek().gap or cursor.figure_here(1)) and cursor.over("+"))  # 80%+
        odd = next((one for one in (low, high) if not LEAST_PERCENT <= one.number <= _MOST_PERCENT), None)
        if odd is not None and not cursor.sees("faster", "slower"):
            raise odd.refuse(f"nobody trains at {odd.text} %; write a gradient as (note: {odd.text} % uphill)")
        _of_what(cursor)
        return True
    zoned = low.number <= _LAST_ZONE and not cursor.peek().gap
    return cursor.accept("mmol") is not None or (zoned and cursor.accept("z") is not None)


@tentative
def _of_what(cursor: Cursor) -> bool:
    """What the per cent are of: `85% of race pace`, `105% de ta VMA`, `95% vVO2max`."""
    start = cursor.index
    cursor.skip("of", *OWNERS)
    if cursor.accept("vo2max", "max", "effort", "threshold", "lt", "hour", "mp", "hrmax", "mas", "vma", "ftp", "lthr"):
        return True
    return cursor.index > start and race(cursor) is not None


@once
def effort_words(cursor: Cursor) -> str | None:
    """Effort words that stand beside a length without an `@`: `400m very hard`, `sprints`."""
    if cursor.back().text in MODES and cursor.number_here():
        return None  # 400m float 80% is how it is floated
    cursor.accept("~")
    zoned = cursor.sees("z", ahead=1) and not cursor.peek(1).gap
    if cursor.number_here() and not zoned and not cursor.sees("%", ahead=1):
        return None
    found = effort(cursor)
    return found.text if found is not None else None


def named_target(cursor: Cursor) -> Target | None:
    """What needs no `@`, being told from a length by its word: `5k pace`, `around R pace`, `4:40/km`."""
    return _telling(cursor) or _nearly(cursor) or bare_pace(cursor) or _scaled(cursor)


@tentative
def _scaled(cursor: Cursor) -> EffortTarget | None:
    """`95-98%`, `around 2.8 mmol`: told by what stands behind the number."""
    cursor.skip(*NEARLY)
    start = cursor.index
    found = effort(cursor) if cursor.number_here() and cursor.back().text not in MODES else None
    scaled = any(token.text in ("%", "mmol") for token in cursor.tokens[start : cursor.index])
    return found if scaled and not recovers(cursor) else None


@tentative
def _telling(cursor: Cursor) -> EffortTarget | None:
    _ = cursor.over("the ... first")
    led = cursor.sees("onset", "from", "effort", "first", "begin", "start")
    found = phrase(cursor)
    return found if led or cursor.back().text in _PACED else None


@tentative
def _nearly(cursor: Cursor) -> Target | None:
    """`R pace`, `10k pace`, `around 10k pace`."""
    cursor.skip(*_OWNED)
    lettered = letter(cursor)
    if lettered is not None:
        return lettered if cursor.back().text in _PACED else None
    return named_pace(cursor)


@once
def phrase(cursor: Cursor) -> EffortTarget | None:
    """An effort that is said in several words, behind an `@` or before its own `pace`."""
    start = cursor.index
    found = _any_race(cursor) or _progress(cursor) or _of_ten(cursor) or _own_scale(cursor)
    return EffortTarget(cursor.written(start)) if found else None


@tentative
def _any_race(cursor: Cursor) -> bool:
    """`15k pace`, `10-mile pace`, `10k-15k pace`: of a distance for which no time is known."""
    if race(cursor) is not None and not (cursor.over("-|to") and cursor.looks("15|20|25|30")):
        return False
    if not cursor.number_here() or cursor.next().number >= 200:
        return False  # 400 mile pace: a rep with its pace
    return cursor.over("-? km|mile pace|effort|race_pace")


@tentative
def _progress(cursor: Cursor) -> bool:
    """`from 10k to 5k effort`, `starting at 10k effort and progressing to 5k effort`, `10k > mile`."""
    led = cursor.over("onset|from") or cursor.over("first sets|reps|one? at|@") or cursor.over("begin|start")
    if not (_named(cursor) or (led and (offset_first(cursor) or _timed(cursor)))):
        return False
    if led and _quickens(cursor):
        return True
    _ = led and cursor.over(",? and?")
    turned = cursor.over("up|down")
    on = cursor.accept("onward", "to" if led or turned else ">") is not None
    return on and (_named(cursor) or (led and _timed(cursor)))


@tentative
def _quickens(cursor: Cursor) -> bool:
    """`and getting faster each set`, `, each rep 2s quicker than the last`: how those behind the first are run."""
    start = cursor.index
    cursor.over("-|minus|less 0 sec|s")
    cursor.over(",|-|:? and|then?")
    verb = cursor.over("shave|drop|knock")
    while cursor.over(_QUICKENING) or cursor.over('0 -|to 0 sec|s|"') or cursor.over('0 sec|s|"'):
        pass
    said = {one.text for one in cursor.tokens[start : cursor.index]}
    return (verb or "faster" in said) and not said.isdisjoint(_IN_TURN) and cursor.looks("END|,|;|.|(|)|-|!")


def _timed(cursor: Cursor) -> bool:
    """A time in which a rep is run, and no rest."""
    before, found = cursor.tokens[max(cursor.index - 4, 0) : cursor.index], amount_said(cursor)
    timed = found is not None and (time_unit(cursor) is not None or found.known or 20 <= found.at.number < 100)
    rests = recovers(cursor) or any(one.text in (*MODES, "recovery") for one in before)
    return timed and not rests and not cursor.sees(*UNITS, "x")


def _named(cursor: Cursor) -> bool:
    cursor.skip(*OWNERS)
    return race(cursor) is not None or letter(cursor) is not None


@tentative
def _of_ten(cursor: Cursor) -> bool:
    """`effort 8 out of 10`, `8/10 effort`, `effort 8`."""
    led = cursor.accept("effort") is not None
    cursor.skip("of", ":")
    low = cursor.next()
    high = cursor.next() if cursor.accept("-", "to") else low
    whole = cursor.accept("/", "out-of") is not None and cursor.next().text == "10"
    cursor.accept("effort")
    return 0 < low.number <= high.number <= 10 and (whole or led) and not cursor.sees(*UNITS, "x", "*")


@tentative
def _own_scale(cursor: Cursor) -> bool:
    """`T4`, `Hard95`, `T4 hard`: the coach's own, told by its number; the R of `R2` is a recovery's, `Z2` is known."""
    word, number = cursor.next(), cursor.next()
    lettered = word.raw.isalpha() and word.raw.isupper() and len(word.raw) <= 2 and word.raw not in _LETTERS
    glued = number.kind is Kind.NUMBER and not number.gap and number.number <= 130 and not number.number % 1
    if not ((lettered or word.text in EFFORTS) and glued) or cursor.sees(*UNITS, "x", "*", "="):
        return False
    cursor.skip(*(EFFORTS - MODES.keys()))  # HR10 sub, as it is printed
    return True
