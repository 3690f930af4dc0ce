"""Targets that take a phrase: `from 10k to 5k effort`, `8 out of 10`, `around R pace`, `T4`.

What gives no single pace is an effort, shown as it was written.
"""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.cursor import Cursor, tentative
from trackbuddy.plan.notation.figures.efforts import effort, letter
from trackbuddy.plan.notation.figures.paces import UNITS, bare_pace, recovers
from trackbuddy.plan.notation.figures.races import named_pace, race
from trackbuddy.plan.notation.text.lexicon import EFFORTS, MODES, NEARLY, OWNERS
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.target import EffortTarget, Target

_ARTICLES: Final = frozenset({"a", "an", "the"})
"""Before a race these may belong to a number: `1 mile and a half marathon pace`."""
_LETTERS: Final = ("R", "P", "S", "X", "Z")
_PACED: Final = ("pace", "effort", "race pace")


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
    led = cursor.sees("onset", "from", "effort")
    found = phrase(cursor)
    return found if led or cursor.back().text in _PACED else None


@tentative
def _nearly(cursor: Cursor) -> Target | None:
    """`R pace`, `10k pace`, `around 10k pace`."""
    cursor.skip(*(OWNERS - _ARTICLES))
    lettered = letter(cursor)
    if lettered is not None:
        return lettered if cursor.back().text in _PACED else None
    return named_pace(cursor)


@tentative
def phrase(cursor: Cursor) -> EffortTarget | None:
    """An effort that is said in several words, behind an `@` or before its own `pace`."""
    start = cursor.index
    found = _any_race(cursor) or _progress(cursor) or _of_ten(cursor) or _own_scale(cursor)
    return EffortTarget(cursor.written(start)) if found else None


@tentative
def _any_race(cursor: Cursor) -> bool:
    """`15k pace`, `10-mile pace`: of a distance for which no time is known."""
    if race(cursor) is not None or not cursor.number_here() or cursor.next().number >= 200:
        return False  # 400 mile pace: a rep with its pace
    return cursor.over("-? km|mile pace|effort|race_pace")


@tentative
def _progress(cursor: Cursor) -> bool:
    """`from 10k to 5k effort`, `starting at 10k effort and progressing to 5k effort`, `10k > mile`."""
    led = cursor.over("onset|from")
    if not _named(cursor):
        return False
    _ = led and cursor.over(",? and?")
    turned = cursor.over("up|down")
    return cursor.accept("onward", "to" if led or turned else ">") is not None and _named(cursor)


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
    """`T4`, `Hard95`: the coach's own, told by the number on it; the R of `R2` is a recovery's, `Z2` is known."""
    word, number = cursor.next(), cursor.next()
    lettered = word.raw.isalpha() and word.raw.isupper() and len(word.raw) <= 2 and word.raw not in _LETTERS
    glued = number.kind is Kind.NUMBER and not number.gap and number.number <= 130 and not number.number % 1
    return (lettered or word.text in EFFORTS) and glued and not cursor.sees(*UNITS, "x", "*", "=")
