"""Numbers in several words: `twenty-four`, `a minute and a half`, `half an hour`, `a dozen`, `five times through`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.text.lexicon import NUMBERS, UNITS
from trackbuddy.plan.notation.text.scanner import Kind, Token

_SPLIT: Final = frozenset({"min", "hour", "mile", "km", "lap"})
"""Units of which halves and quarters are spoken of."""
_HYPHENS: Final = frozenset("-‐‑")
_MULTIPLES: Final = {"hundred": (100, 20), "dozen": (12, 9)}
"""Words that multiply the number before them, by how much, and the number from which on they don't."""
_COUNTED: Final = frozenset({"sec", "x", "times"})
"""Behind two words for one number, as in `forty five seconds`; before minutes it could be 40 times 5."""
_THROUGH: Final = ("through", "thru")
_OVER: Final = ("over", "round")
Found = tuple[list[Token], int]
"""What stands for some tokens, and how many these are."""
Reader = Callable[[Token, Token, Token, Token, Token, Token], Found | None]
_LONGEST: Final = 6
_HALF: Final = Decimal("0.5")


def in_one(tokens: list[Token]) -> list[Token]:
    """The tokens of a text, each number in one of them."""
    said = {token.raw.lower() for token in tokens} | {token.text for token in tokens}
    readers = [reader for words, reader in _READERS if not words.isdisjoint(said)]
    if not readers:
        return tokens
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        here, size = _number(tokens[index : index + _LONGEST], readers) or ([tokens[index]], 1)
        if size > 1 and found and found[-1].text == "a":
            article = found.pop()
            here[0] = replace(here[0], start=article.start, column=article.column, gap=article.gap)
        found += here
        index += size
    return found


def is_doubtful(tens: Token, ones: Token) -> bool:
    """`twenty two minute efforts`: 22 minutes, or 20 times 2?"""
    return _is_tens(tens) and _is_ones(ones)


def _number(tokens: list[Token], readers: list[Reader]) -> Found | None:
    if tokens[0].kind not in (Kind.NUMBER, Kind.WORD):
        return None
    padded = (*tokens, *tokens[-1:] * _LONGEST)[:_LONGEST]
    return next((found for reader in readers if (found := reader(*padded)) is not None), None)


def _tens(one: Token, two: Token, three: Token, *_: Token) -> Found | None:
    """`twenty-four`, `twenty four 200s`, `forty five seconds`."""
    if not _is_tens(one):
        return None
    if two.raw in _HYPHENS and not two.gap and not three.gap and _is_ones(three):
        return _sum(one, three.number, three, 3)
    counted = three.text in _COUNTED or (three.kind is Kind.NUMBER and three.number >= 50)
    return _sum(one, two.number, two, 2) if _is_ones(two) and counted else None


def _multiple(one: Token, two: Token, three: Token, *_: Token) -> Found | None:
    """`four hundred metres`, `a dozen 300s`, `half a dozen`, `two dozen`, `couple of minutes`."""
    if [token.raw.lower() for token in (one, two, three)] == ["half", "a", "dozen"]:
        return [_valued(one, Decimal(6), three)], 3
    if (one.raw.lower(), two.raw.lower()) == ("couple", "of") and three.text in _SPLIT:
        return [_valued(one, Decimal(2), two)], 2
    size, most = _MULTIPLES.get(two.raw.lower(), (0, 0))
    counted = one.kind is Kind.NUMBER and one.number < most and (size == 12 or one.raw.isalpha())
    if not size or not (counted or one.text == "a"):
        return None
    return [_valued(one, (one.number if counted else 1) * Decimal(size), two)], 2


def _and_a_half(one: Token, *rest: Token) -> Found | None:
    """`two and a half minutes`; `minute and a half`, `mile and a half` without a number before."""
    behind, words = rest[3], [word.raw.lower() for word in rest[1:3]]
    if rest[0].text not in ("and", "&") or words != ["a", "half"]:
        return None
    if one.kind is Kind.NUMBER and not one.number % 1 and behind.text in UNITS:
        return _sum(one, _HALF, rest[2], 4)
    # 1 mile and a half lap jog, a mile and a half marathon pace: the half is that of the next word
    goes_on = behind.is_figure or behind.text in UNITS | {"marathon", "pace", "dozen"}
    if one.text in _SPLIT and not goes_on:
        return [_valued(one, 1 + _HALF, one), replace(one, end=rest[2].end)], 4
    return None


def _halves(one: Token, two: Token, three: Token, *_: Token) -> Found | None:
    """`half an hour`, `half a minute`, `half hour`; a half lap or mile is a word of its own."""
    size = 2 if two.raw.lower() in ("a", "an") else 1
    halved = one.raw.lower() == "half" and (two, three)[size - 1].text in ("min", "hour")
    return ([_valued(one, _HALF, one)], size) if halved else None


def _quarters(one: Token, two: Token, three: Token, four: Token, *rest: Token) -> Found | None:
    """`three quarters of an hour`, `quarter of an hour`."""
    if one.kind is Kind.NUMBER and one.number == 3 and two.text == "quarter":
        found = _quarters(two, three, four, *rest)
        return ([_valued(one, 3 * found[0][0].number, found[0][0])], 1 + found[1]) if found is not None else None
    spoken = one.text == "quarter" and two.raw.lower() == "of" and three.raw.lower() in ("a", "an", "the")
    return ([_valued(one, Decimal("0.25"), three)], 3) if spoken and four.text in _SPLIT else None


def _through(one: Token, two: Token, three: Token, *_: Token) -> Found | None:
    """`five times through`, `once through`, `twice through`; `3 times over`, `5 times round` at the end of a clause."""
    closes = three.ends_line or three.text in (",", ".", ";", ":", ")", "!")
    if two.raw.lower() not in (*_THROUGH, *(_OVER if closes else ())) or one.kind is not Kind.WORD:
        return None
    if one.text == "times" or (one.text == "sets" and two.text == "through"):
        return [replace(one, raw=f"{one.raw} through", end=two.end)], 2
    times = {"once": 1, "twice": 2}.get(one.text)
    if times is None:
        return None
    return [replace(_valued(one, Decimal(times), one), raw=one.raw), replace(two, text="times", raw="times through")], 2


def _mixed(one: Token, two: Token, three: Token, four: Token, five: Token, _: Token) -> Found | None:
    """`2 1/2 minutes`, `1 3/4 miles`."""
    parted = (two.kind, three.text, four.kind) == (Kind.NUMBER, "/", Kind.NUMBER) and two.gap
    if one.kind is not Kind.NUMBER or one.number % 1 or not parted or three.gap or four.gap:
        return None
    known = (two.text, four.text) in (("1", "2"), ("1", "4"), ("3", "4")) and five.text in _SPLIT
    return _sum(one, two.number / four.number, four, 4) if known else None


_READERS: Final[tuple[tuple[frozenset[str], Reader], ...]] = (
    (frozenset(NUMBERS), _tens),
    (frozenset({*_MULTIPLES, "couple"}), _multiple),
    (frozenset({"half"}), _and_a_half),
    (frozenset({"half"}), _halves),
    (frozenset({"quarter"}), _quarters),
    (frozenset({"/"}), _mixed),
    (frozenset({*_THROUGH, *_OVER}), _through),
)
"""What reads them, each with words of which it needs one."""


def _is_tens(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.raw.isalpha() and 20 <= token.number < 100 and not token.number % 10


def _is_ones(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.raw.isalpha() and token.number < 10 and not token.number % 1


def _sum(at: Token, more: Decimal, last: Token, size: int) -> Found:
    return [_valued(at, at.number + more, last)], size


def _valued(at: Token, number: Decimal, last: Token) -> Token:
    """A number that stands for the words from one token to another."""
    text = f"{number.normalize():f}"
    return replace(at, kind=Kind.NUMBER, text=text, number=number, end=last.end)
