"""Words out of their order: `2 easy miles`, `2 mile warm`, `10 min up`; and words of order: `to finish 4 x 100m`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from trackbuddy.plan.notation.text.lexicon import EFFORTS, PREPOSITIONS
from trackbuddy.plan.notation.text.scanner import Kind, Token

_UNITS: Final = frozenset({"mile", "km", "min", "lap"})
_JOGS: Final = frozenset({"jog", "easy", "walk", "jog run"})
_WHOLE: Final = {"warm": "warm-up", "up": "warm-up", "cool": "cool-down", "down": "cool-down"}


def reordered(tokens: list[Token]) -> list[Token]:
    """The tokens with units behind their numbers, and with whole words for the ends."""
    found = list(tokens)
    for at in range(1, len(found) - 1):
        number, word, unit = found[at - 1 : at + 2]
        manner = word.kind is Kind.WORD and (word.text == "easy" or word.text in EFFORTS)
        if number.kind is Kind.NUMBER and manner and unit.text in _UNITS and unit.kind is Kind.WORD:
            found[at] = replace(unit, start=word.start, gap=True)
            found[at + 1] = replace(word, start=unit.end, end=unit.end)
    return _whole_ends(found)


def _whole_ends(tokens: list[Token]) -> list[Token]:
    """`2 mile warm`; `10 min up, 6 x 5 min off 1 min, 10 min down`: a piece up, and one down, around reps or behind."""
    halves = [at for at in range(len(tokens) - 1) if _is_half(tokens, at)]
    ways = [at for at in range(len(tokens) - 1) if _is_way(tokens, at)]
    if any(token.text == "x" for token in tokens) and [tokens[at].text for at in ways] == ["up", "down"]:
        halves += ways
    return [replace(token, text=_WHOLE[token.text]) if at in halves else token for at, token in enumerate(tokens)]


def _is_half(tokens: list[Token], at: int) -> bool:
    """The warm of `2 mile warm`."""
    if tokens[at].text not in ("warm", "cool") or at == 0 or tokens[at - 1].text not in ("mile", "km", "min"):
        return False
    after = tokens[at + 1]
    return after.ends_line or after.kind is Kind.NUMBER or after.text in (",", ".", ";", ")", "]")


def _is_way(tokens: list[Token], at: int) -> bool:
    """Is this the up or down of a piece that has nothing but a length?"""
    if tokens[at].text not in ("up", "down") or at < 2 or tokens[at - 1].text not in _UNITS:
        return False
    begins = at == 2 or _parts(tokens[at - 3])
    return tokens[at - 2].kind is Kind.NUMBER and begins and _parts(tokens[at + 1])


def ordered(tokens: list[Token]) -> list[Token]:
    """The tokens with `then` for words that lead in the last piece, and without those that stand behind it."""
    found: list[Token] = []
    start = 0
    for token, after in pairwise([*tokens, tokens[-1]]):
        one = _in_order(token, found[start:], after) if token.text == "to-end" else token
        if one is not None and not (one.text == ":" and found and found[-1].text == "then"):
            found.append(one)
            start = len(found) if _parts(one) else start
    return found


def _in_order(token: Token, clause: list[Token], after: Token) -> Token | None:
    """`to finish` before a piece is `then`; behind a jog it says that it is the cool-down, and behind others nothing.

    `3 min jog at the end` may be that of each set: it is none with less than 5 min.
    """
    said, ends, way = {one.text for one in clause}, _parts(after), token.raw.lower().startswith("to ")
    if not clause:
        return token if after.ends_line or after.text in PREPOSITIONS else replace(token, text="then")
    sizes = [one.number for one, unit in pairwise(clause) if one.is_figure and (way or unit.text in _UNITS)]
    if ends and "x" not in said and said & _JOGS and any(way or size >= 5 for size in sizes):
        return replace(token, text="cool-down")
    unsaid = ends if way else ends and said & {"stride", "cool-down", "x"}
    return None if unsaid or token.raw.lower().startswith("to finish") else token


def _parts(token: Token) -> bool:
    return token.ends_line or token.text in (",", ";", ".", "!", "(", ")", "[", "]", "and", "then", "+", "/")
