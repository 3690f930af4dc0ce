"""Where something is run, on what and with whom: `round the lake`, `up Mill Lane`, `on the flat`, `with the lads`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.notation.text.lexicon import ASIDES, CLASSES, OF_THE_OVAL, OVAL, WHEREABOUTS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.words import Class

_COMPANY: Final = frozenset("with in on for to by".split())
"""Lead in a remark that ends its piece: `with good form`, `in spikes`."""
_INCLUDING: Final = frozenset("incl inkl inc include includes including incorporating".split())
_CLOSE: Final = frozenset([*".!;?", ",", ")", "]"])
_GO_ON: Final = frozenset(["(", "[", "@", "&", "+", "/", *"at in off with then and plus for".split()])
"""What stands behind a place and speaks of the reps: `round the lake @ 2:40`, `up the bank off 2 min`."""
_ARTICLES: Final = frozenset("the a an my his her our their your this".split())


def begins(kept: Sequence[Token], words: Sequence[Token], after: Token) -> int | None:
    """Where the phrase begins that these words end: at its preposition, the last of those kept; None for none.

    Nothing may hang on it: a lap round a lake is no lap of the track, and `hard down the straights, easy round the
    bends` is an order.
    """
    last = at = len(kept)
    while at and _between(kept[at - 1]):
        at -= 1
    if at < 2 or kept[at - 1].kind is not Kind.WORD:
        return None
    lead, before = kept[at - 1], kept[at - 2]
    if lead.text == "and" and at == last and CLASSES.get(before.text) is Class.EFFORT:
        return at - 1  # smooth and tall
    led = kept[at - 1 :]
    if _is_place(led, words):
        stands = _ends(after) or after.text in _GO_ON
        start = at - 1 - (before.text in ("all", "each", "whole"))
        return start if stands and not _counts(kept[: at - 1], led, words) else None
    drilled = lead.text in _INCLUDING and any(word.text in ASIDES for word in words)
    return at - 1 if (lead.text in _COMPANY or drilled) and (_ends(after) or after.text in ("@", "(", "[")) else None


def joins(tokens: Sequence[Token], index: int) -> int:
    """How many tokens from here tie words of a remark to those behind: the `by the` of `bit by the river`."""
    first, second = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
    if first.kind is not Kind.WORD:
        return int(first.text == "&" and named(second) and named(tokens[index - 1]))
    if first.text == "and" and CLASSES.get(second.text) is Class.EFFORT:
        return 2  # high hips and quick feet
    if first.text in ("and", "of", "a", "the") or CLASSES.get(first.text) in (Class.FILLER, Class.EFFORT):
        return 1
    if first.raw.lower() == "between":
        return int(named(second))
    if (first.raw.lower() not in WHEREABOUTS and first.text != "to") or first.text == "at":
        return 0
    if second.text == "to":
        return 2 + (tokens[min(index + 2, len(tokens) - 1)].text in _ARTICLES)  # down to the bridge
    return 2 if second.text in _ARTICLES else 1


def _between(token: Token) -> bool:
    """May stand between a preposition and its noun: an article, `my`, `steep`."""
    known = CLASSES.get(token.text) in (Class.FILLER, Class.EFFORT)
    return token.kind is Kind.WORD and known and token.raw.lower() not in WHEREABOUTS


def is_place(phrase: Sequence[Token]) -> bool:
    """`round the lake`, `up Mill Lane`: a preposition of place, and an article or a name behind it."""
    return _is_place(phrase[:1], phrase[1:]) or _is_place(phrase[:2], phrase[2:])


def _is_place(led: Sequence[Token], words: Sequence[Token]) -> bool:
    if not words or led[0].raw.lower() not in WHEREABOUTS:
        return False
    articled = len(led) > 1 and led[1].text in _ARTICLES
    return articled or (len(led) == 1 and named(words[0]))


def named(token: Token) -> bool:
    """A name, by its capital: `Mill` is no slip for a mile."""
    return token.raw[:1].isupper() and token.raw[1:].islower()


def _ends(after: Token) -> bool:
    return after.ends_line or after.text in _CLOSE or (after.text == "-" and after.gap)


def of_a_lap(before: Sequence[Token], phrase: Sequence[Token]) -> bool:
    """`3 laps of the field`: is it not for this to say how long the laps behind which it stands are?"""
    at = len(before)
    while at and CLASSES.get(before[at - 1].text) in (Class.EFFORT, Class.FILLER, Class.RECOVERY):
        at -= 1
    lapped = at > 0 and before[at - 1].text in ("lap", "half-lap", "quarter")
    placed = bool(phrase) and phrase[0].raw.lower() in WHEREABOUTS
    return lapped and placed and not any(token.text in OVAL for token in phrase)


def _counts(before: Sequence[Token], led: Sequence[Token], words: Sequence[Token]) -> bool:
    """Does the place say how long something is, or where on the lap it is run how?"""
    on_the_lap = any(token.text in OF_THE_OVAL for token in words)
    told = before[-1]
    if on_the_lap and CLASSES.get(told.text) in (Class.EFFORT, Class.RECOVERY):
        return True
    return of_a_lap(before, [*led, *words])
