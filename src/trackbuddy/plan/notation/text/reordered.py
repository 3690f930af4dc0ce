"""Lengths with a word inside them, and ends by half their word: `2 easy miles`, `2 mile warm`, `10 min up`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.text.lexicon import EFFORTS
from trackbuddy.plan.notation.text.scanner import Kind, Token

_UNITS: Final = frozenset({"mile", "km", "min", "lap"})
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


def _parts(token: Token) -> bool:
    return token.ends_line or token.text in (",", ";", ".", "and", "then")
