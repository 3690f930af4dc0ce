"""Slips of the keyboard: the word of the lexicon that was probably meant by one that isn't in it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from trackbuddy.plan.notation.text.lexicon import CLASSES, SPELLINGS, of_class
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.words import Class

_SHORTENED: Final = {"ml": "mi", "mls": "miles", "rst": "rest", "pce": "pace", "wlk": "walk"}
_WORDS: Final = frozenset(
    """
    paced resp hilly miss flat mild test tests east sand tall mine mind mint mike wall walls talk talks hall lost
    list list's step steps stem pack place places page loose lose sharp lane lanes calm rust fresh string mild study
    steal stay form firm fist must just reset least last late lift light lights tight shape share store stone hills
    kill skill sets sex sit sat fun fan gun pain paint plan plane point ramp camp coach bend bends home time's cones
    poles forest coast shore bridge river meadow lungs legs arms knees tail hand hands mood race's clean clear cold
    heat wind windy rain rainy wet dry soft muddy hot float's rolls roll rolled poll pole each's bike's easier loops
    group's beat beats back bank bark dark mark march spikes lads that they teas lamp mill tops flats minds corner
    works keep does bits waking left racers ever past pier port fell rope mist roasting raced spring book thank soon
    meet meeting
    """.split()
)
"""Words that stand for themselves, near a word of the lexicon as they are: flat is not float."""
_SHORTEST: Final = 4
_LONGEST: Final = 20
_OFFERED: Final = (Class.UNIT, Class.COUNT, Class.LABEL, Class.RECOVERY, Class.SCOPE, Class.TARGET, Class.LINK)
_READ: Final = (Class.UNIT, Class.LABEL, Class.RECOVERY)
"""A slip in one of these can be read where its word is due; one in a count or a scope is only ever offered."""


_LONGEST_WORD: Final = 25


def unknown(token: Token) -> bool:
    """A word of no class."""
    if (
        token.kind is not Kind.WORD
        or not 2 <= len(token.text) <= _LONGEST_WORD
        or token.text in CLASSES
        or token.text in SPELLINGS
    ):
        return False
    return token.text.replace("'", "").isalpha()


@lru_cache(maxsize=256)
def suggestion(word: str) -> str | None:
    """The word that was probably meant, to be offered; None for words of the lexicon and for those like no other."""
    if word in SPELLINGS or word in CLASSES or word in _WORDS or len(word) > _LONGEST:
        return None
    if word in _SHORTENED:
        return _SHORTENED[word]
    if len(word) < _SHORTEST:
        return None
    near = _nearest(word, _OFFERED, 2 if len(word) > 7 else 1)
    return near[0] if near else None


@lru_cache(maxsize=256)
def repaired(word: str) -> str | None:
    """The one word of units, labels and recoveries within a slip of this one; None if it could be left in doubt.

    Six letters or more, the same first letter, and no other word of the lexicon as near.
    """
    if word in SPELLINGS or word in CLASSES or not 6 <= len(word) <= _LONGEST:
        return None
    near = _nearest(word, tuple(Class), 2 if len(word) > 7 else 1)
    meant = {SPELLINGS[one] for one in near if one in SPELLINGS}
    if len(meant) != 1 or len(near) != len([one for one in near if one in SPELLINGS]):
        return None
    return near[0] if CLASSES[meant.pop()] in _READ and near[0][0] == word[0] else None


def _nearest(word: str, classes: tuple[Class, ...], most: int) -> list[str]:
    """The spellings of these classes nearest to a word, no further away than `most` slips."""
    known = of_class(*classes)
    found: dict[int, list[str]] = {}
    for spelling in (*(one for one, meant in SPELLINGS.items() if meant in known), *known):
        alike = spelling[0] == word[0] and abs(len(spelling) - len(word)) <= most
        alike = alike and (not word.endswith("ing") or spelling.endswith("ing"))  # accelerating is no acceleration
        if alike and len(spelling) >= _SHORTEST - 1:
            found.setdefault(_distance(word, spelling, most), []).append(spelling)
    return next((sorted(set(found[far])) for far in range(1, most + 1) if far in found), [])


def _distance(one: str, other: str, most: int) -> int:
    """Letters left out, added, exchanged, or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
