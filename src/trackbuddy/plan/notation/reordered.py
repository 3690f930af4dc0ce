"""Lengths with a word inside them, and ends by half their word: `2 easy miles`, `10 min up … 10 min down`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.lexicon import EFFORTS
from trackbuddy.plan.notation.scanner import Kind, Token

_UNITS: Final = frozenset({"mile", "km", "min", "lap"})
_HALVES: Final = {"up": "warm-up", "down": "cool-down"}


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
    """`10 min up, 6 x 5 min off 1 min, 10 min down`: a piece up, and one down behind it, around reps or behind them."""
    halves = [at for at in range(len(tokens) - 1) if _half(tokens, at)]
    counted = any(token.text == "x" for token in tokens)
    if not counted or [tokens[at].text for at in halves] != ["up", "down"]:
        return tokens
    return [replace(token, text=_HALVES[token.text]) if at in halves else token for at, token in enumerate(tokens)]


def _half(tokens: list[Token], at: int) -> bool:
    """Is this the up or down of a piece that has nothing but a length?"""
    token, after = tokens[at], tokens[at + 1]
    if token.text not in _HALVES or at < 2 or tokens[at - 1].text not in _UNITS:
        return False
    begins = at == 2 or tokens[at - 3].kind is Kind.NEWLINE or tokens[at - 3].text in (",", ";", ".", "and", "then")
    ends = after.ends_line or after.text in (",", ";", ".", "and", "then")
    return tokens[at - 2].kind is Kind.NUMBER and begins and ends
