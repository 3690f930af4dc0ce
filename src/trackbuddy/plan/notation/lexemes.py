"""From tokens to lexemes: dictionary spellings, spelled-out numbers, and words that mean something together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.lexicon import ABBREVIATED, MODES, NAMED_RACES, NUMBERS, PHRASES, SPELLINGS
from trackbuddy.plan.notation.scanner import Kind, Token, scan

_LONGEST: Final = max(len(phrase) for phrase in PHRASES)
_LEADS: Final = ("rec", "recov")
"""Shortened nouns that a length may follow: `rec. 2 min`."""
_ALWAYS_LEAD: Final = ("w", "c", "ca", "approx")
"""Shortened words that a length always follows: `w. 2 min rest`."""
_RECOVERING: Final = frozenset({*MODES, "recovery"})
"""`5 x 3 min. 90 sec. Walk`: a way of recovering goes on with the length before it, capital or not."""
_CAPITALS: Final = frozenset("EYOH")
"""Letters that are words only when small: `2E` is easy, and `e` is Italian for and."""
_HYPHENS: Final = frozenset("-‐‑")


def lexemes(text: str) -> list[Token]:
    """What the grammar reads: the scanned text in dictionary words, ending with a token of kind END."""
    return _phrases([_spelled(token) for token in _without_hyphens(_without_dots(scan(text)))])


def _without_dots(tokens: list[Token]) -> list[Token]:
    """`90 sec. rest` is one sentence."""
    kept = tokens[:1]
    for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], tokens[-1]], strict=False):
        shortened = token.text == "." and before.text in ABBREVIATED and not token.gap
        goes_on = after.kind is Kind.WORD and (after.raw[0].islower() or SPELLINGS.get(after.text) in _RECOVERING)
        led = before.text in _ALWAYS_LEAD and after.kind in (Kind.NUMBER, Kind.CLOCK)
        led = led or (
            after.kind is Kind.NUMBER and before.text in _LEADS and (len(kept) < 2 or kept[-2].kind is Kind.MARK)
        )
        if not (shortened and (goes_on or led)):
            kept.append(token)
    return kept


def _without_hyphens(tokens: list[Token]) -> list[Token]:
    """`warm-up` is two words; `3K-5K` and `400 - 200` keep their dash, and so does a dash set as punctuation."""
    kept = []
    for index, token in enumerate(tokens):
        if token.raw in _HYPHENS and not token.gap and index > 0:
            before, after = tokens[index - 1], tokens[index + 1]
            words = before.kind is Kind.WORD and after.kind is Kind.WORD and not after.gap
            if words and not _race_range(before, after):
                tokens[index + 1] = replace(after, gap=True)
                continue
        kept.append(token)
    return kept


def _race_range(before: Token, after: Token) -> bool:
    """`5k-mile pace`, `half-goal`; but `half-marathon` is one race."""
    names = SPELLINGS.get(before.text, before.text), SPELLINGS.get(after.text, after.text)
    return names[0] in (*NAMED_RACES, "km", "m") and names[1] in NAMED_RACES and names != ("half", "marathon")


def _spelled(token: Token) -> Token:
    if token.kind is not Kind.WORD:
        return token
    if token.raw in _CAPITALS:
        return token
    if token.text in NUMBERS:
        return replace(token, kind=Kind.NUMBER, number=Decimal(NUMBERS[token.text]))
    return replace(token, text=SPELLINGS.get(token.text, token.text))


def _phrases(tokens: list[Token]) -> list[Token]:
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        length = _phrase_at(tokens, index)
        found = _joined(tokens[index : index + length]) if length else tokens[index]
        if found.text != "no-words":
            merged.append(found)
        index += length or 1
    return merged


def _phrase_at(tokens: list[Token], index: int) -> int:
    """How many tokens from here make a phrase; the longest wins; 0 for none."""
    for length in range(_LONGEST, 0, -1):
        part = tokens[index : index + length]
        if all(token.kind is Kind.WORD for token in part) and tuple(token.text for token in part) in PHRASES:
            return length
    return 0


def _joined(part: list[Token]) -> Token:
    text = PHRASES[tuple(token.text for token in part)]
    return replace(part[0], text=text, raw=" ".join(token.raw for token in part), end=part[-1].end)
