"""From tokens to lexemes: dictionary spellings, spelled-out numbers, and words that mean something together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.text.last_of_it import parted
from trackbuddy.plan.notation.text.lexicon import (
    ABBREVIATED,
    CLASSES,
    DISTANCES,
    EFFORTS,
    HALF,
    MODES,
    NAMED_RACES,
    NUMBERS,
    PHRASES,
    REPEATING,
    SPELLINGS,
    TONGUES,
)
from trackbuddy.plan.notation.text.order import ordered
from trackbuddy.plan.notation.text.reordered import reordered
from trackbuddy.plan.notation.text.rewrites import By, Rewrites, valued
from trackbuddy.plan.notation.text.scanner import Kind, Token, scan, written
from trackbuddy.plan.notation.text.spelled import in_one
from trackbuddy.plan.notation.text.words import Class
from trackbuddy.units import KM_MM, MILE_MM

_LONGEST: Final[dict[str, int]] = {}
"""The first word of a phrase -> how many words the longest one has that begins so."""
for _phrase_words in PHRASES:
    _LONGEST[_phrase_words[0]] = max(_LONGEST.get(_phrase_words[0], 0), len(_phrase_words))
_LEADS: Final = ("rec", "recov")
"""Shortened nouns that a length may follow: `rec. 2 min`."""
_ALWAYS_LEAD: Final = ("w", "c", "ca", "approx", "incl", "inkl", "inc", "dazw", "échauf", "échauff", "echauf")
"""Shortened words that a length always follows: `w. 2 min rest`."""
_RECOVERING: Final = frozenset({*MODES, "recovery"})
"""`5 x 3 min. 90 sec. Walk`: a way of recovering goes on with the length before it, capital or not."""
_BEGINNING: Final = frozenset({"warm", "cool", "warm-up", "cool-down", "then"})
"""Words that begin a sentence behind a unit, small or not: `3 x 1200m. warm down`."""
_CAPITALS: Final = frozenset("EYOH")
"""Letters that are words only when small: `2E` is easy, and `e` is Italian for and."""
_SHORTENED: Final = {"EL": "warm-up", "AL": "cool-down", "TP": "jog"}
"""German initials of Einlaufen, Auslaufen and Trabpause."""
_HYPHENS: Final = frozenset("-‐‑")
_ELIDED: Final = frozenset("d l dell dall all nell sull".split())
"""What is left of a preposition or an article before a vowel: `20 min d'échauffement`."""
_WARMING: Final = frozenset({"warm-up", "warm"})
_SOUTHERN: Final = frozenset({"es", "it"})
"""Languages in which `a` is no article: `a tope`, `a tutta velocità`."""
_COUNTING: Final = frozenset({"x", "*", "times", "sets", "reps"})
_TO: Final = frozenset("à á a".split())
_CLOSES: Final = frozenset(", . ; ) ]".split())
_MARKED: Final = frozenset({"'", '"', "sec", "s", "min"})
_LARGEST_COUNT: Final = 30
_ON_OFF: Final = ("on", "off")
_HALF_MINUTES: Final = range(15, 61)
"""Numbers of `30 on 30 off`, which are seconds as in 30/30."""


def lexemes(text: str) -> list[Token]:
    """What the grammar reads: the scanned text in dictionary words, ending with a token of kind END."""
    spelled = [_spelled(token) for token in _without_hyphens(_without_dots(scan(text)))]
    if spelled[0].text == "after" and _after_a_run(spelled):
        del spelled[0]  # after a 10 min warm-up
    said = in_one(_said(spelled))
    return ordered(_phrases(_on_and_off(_said_otherwise(parted(reordered(said))))))


def _without_dots(tokens: list[Token]) -> list[Token]:
    """`90 sec. rest` is one sentence."""
    kept = tokens[:1]
    for at, (before, token, after) in enumerate(zip(tokens, tokens[1:], [*tokens[2:], tokens[-1]], strict=False)):
        if token.text != "." or before.text not in ABBREVIATED or token.gap:
            kept.append(token)
            continue
        heads = any(one.text == ":" for one in tokens[at + 3 : at + 6])  # 150m. Recoveries: 60s, 90s
        heads = heads or (
            before.text in ("m", "km") and tokens[min(at + 3, len(tokens) - 1)].is_figure
        )  # 600m. Rest 60s
        word = SPELLINGS.get(after.text, after.text)
        parted = tokens[min(at + 3, len(tokens) - 1)].text == ","  # 800m. Jog, 200m
        recovers = word in _RECOVERING and not (heads or parted) and not _counted(kept[:-1])
        apart = word in _BEGINNING or (heads and word in _RECOVERING)
        goes_on = after.kind is Kind.WORD and ((after.raw[0].islower() and not apart) or recovers)
        led = before.text in _ALWAYS_LEAD and after.is_figure
        led = led or (after.is_figure and before.text in _LEADS and _begins_clause(kept))
        if not (goes_on or led):
            kept.append(token)
    return kept


def _begins_clause(kept: list[Token]) -> bool:
    """Does a length follow the last of these, and none stand before it: `10 x 300 m rec. 1'`, not `60s rec. 2 min`?"""
    before = kept[:-1]
    if before and before[-1].kind is Kind.WORD and before[-1].text in ("m", "km", "metres"):
        before = before[:-1]
    aimed = len(before) > 1 and before[-1].is_figure and before[-2].text in ("@", "at", "in", "a", "à")
    return not before or before[-1].kind in (Kind.MARK, Kind.NEWLINE) or aimed or _counted(before)


def _counted(kept: list[Token]) -> bool:
    """`10 x 300`: behind its unit and a dot a sentence may begin."""
    return len(kept) > 1 and kept[-1].kind is Kind.NUMBER and kept[-2].text in ("x", "X", "*", "×")


def _without_hyphens(tokens: list[Token]) -> list[Token]:
    """`warm-up` is two words; `3K-5K` and `400 - 200` keep their dash, and so does a dash set as punctuation."""
    kept = []
    for index, token in enumerate(tokens):
        if token.raw in _HYPHENS and not token.gap and index > 0:
            before, after = tokens[index - 1], tokens[index + 1]
            words = before.kind is Kind.WORD and after.kind is Kind.WORD
            words = words and (not after.gap or (before.text, after.text) in PHRASES)
            if words and not _race_range(before, after) and not (_spells(before) and _spells(after)):
                tokens[index + 1] = replace(after, gap=True)
                continue
        kept.append(token)
    return kept


def _spells(token: Token) -> bool:
    """Is this a number in words? Between two of them the dash is that of `twenty-four` or of a range."""
    return token.text in NUMBERS


def _race_range(before: Token, after: Token) -> bool:
    """`5k-mile pace`, `half-goal`; but `half-marathon` is one race."""
    names = SPELLINGS.get(before.text, before.text), SPELLINGS.get(after.text, after.text)
    return names[0] in (*NAMED_RACES, "km", "m") and names[1] in NAMED_RACES and names != ("half", "marathon")


def _spelled(token: Token) -> Token:
    if token.kind is not Kind.WORD:
        return token
    if token.raw in _CAPITALS:
        return token
    if token.raw in _SHORTENED:
        return replace(token, text=_SHORTENED[token.raw])
    if token.text in NUMBERS:
        return replace(token, kind=Kind.NUMBER, number=Decimal(NUMBERS[token.text]))
    article, _, word = token.text.partition("'")
    if article in _ELIDED and (word in SPELLINGS or word in CLASSES):
        return replace(token, text=SPELLINGS.get(word, word))
    text = SPELLINGS.get(token.text, token.text)
    return replace(token, text=text) if text != token.text else token


def _as(text: str, kind: Kind = Kind.WORD) -> By:
    """The first of some tokens, standing for all of them as another word."""
    return lambda part: [replace(part[0], kind=kind, text=text)]


def _easy(part: Sequence[Token]) -> list[Token]:
    before, *zone = part
    return [before, replace(zone[0], kind=Kind.WORD, text="easy", raw=written(zone), end=zone[-1].end)]


_said: Final = Rewrites(
    {
        "APART": lambda token: token.gap or token.text not in ("-", "/"),
        "UNTIED": lambda token: not token.is_figure,
        "HALF": lambda token: token.raw.lower() in HALF,
        "SOUTHERN": lambda token: token.text in EFFORTS and bool(TONGUES.get(token.raw.lower(), set()) & _SOUTHERN),
        "S": lambda token: token.text == "s" and token.gap,
    },
    # the first zone behind a length or a slash is easy: 4 x 3 min Z4 w/ 2 min Z1, 8 x (Z4 3' / Z1 2')
    *(
        (f"{before} {zone} > {after}", _easy)
        for before, after in (("WORD|CLOCK|'|\"", "APART"), ("/", "FIGURE"))
        for zone in ("z ~1", "zone 1", "1 ~z")
    ),
    ("bis|tot > UNTIED", _as("until")),  # bis zum Ende
    (
        "min and HALF",
        lambda part: [part[0], valued(part[1:2], 30), replace(part[2], text="sec")],
    ),  # une minute et demie
    ("a > SOUTHERN", _as("at")),  # a tope
    (
        "CLOCK|NUMBER ~ish",
        lambda part: [replace(part[1], text="about", raw="about", end=part[1].start), part[0]],
    ),  # 3:20ish
    ("S ~:", _as("@", Kind.MARK)),  # s:30 r:2
    ("NUMBER ~mat", lambda part: [part[0], *otherwise(replace(part[1], text="m at"))]),  # 100mat 800 pace
    # a line that was broken within a length, or behind a word that ties the next to it
    ("NUMBER NEWLINE > sec|min|hour", lambda part: part[:1]),
    ("between NEWLINE > the|each|reps|sets", lambda part: part[:1]),
    ("with|of|and|the|do NEWLINE > WORD|FIGURE", lambda part: part[:1]),
)
"""Small words, marks and ends of lines that mean something else beside their neighbours."""


def _after_a_run(tokens: list[Token]) -> bool:
    """`After a 10 min warm-up`, `After 2 km easy`: what is run first."""
    run = len(tokens) > 4 and tokens[1].is_figure and tokens[2].text in ("min", "km", "mile")
    return any(near.text in _WARMING for near in tokens[1:7]) or (run and tokens[3].text in ("easy", "jog", "steady"))


def _said_otherwise(tokens: list[Token]) -> list[Token]:
    """`8 à 10 x`, `60 a 90 s` are ranges; `twice` behind a list is x 2."""
    found: list[Token] = []
    worked = False
    for index, token in enumerate(tokens):
        before, after = tokens[index - 1] if index else tokens[-1], tokens[min(index + 1, len(tokens) - 1)]
        worked = worked or before.is_figure
        if token.raw.lower() in _TO and _between_ends(tokens, index):
            found.append(replace(token, text="to"))
        elif (
            token.text == "twice" and token.kind is Kind.WORD and worked and (after.ends_line or after.text in _CLOSES)
        ):
            sign = replace(token, kind=Kind.MARK, text="x", raw="", end=token.start)
            found += [sign, replace(token, kind=Kind.NUMBER, text="2", number=Decimal(2), gap=False)]
        elif token.text == "-" and _counts_all(tokens, index):
            found.append(replace(token, kind=Kind.MARK, text=":"))
        else:
            found.append(token)
    return found


def _counts_all(tokens: list[Token], index: int) -> bool:
    """The dash of `8 rounds — 1 min running, 2 min walking` at the beginning of a line, before a list."""
    begins = index == 2 or (index > 2 and tokens[index - 3].kind is Kind.NEWLINE)
    counted = begins and tokens[index - 2].kind is Kind.NUMBER and tokens[index - 1].text == "sets"
    line = [token.text for token in tokens[index + 2 :] if token.line == tokens[index].line]
    work = tokens[index].gap and tokens[index + 1].is_figure and _RECOVERING.isdisjoint(line[:3])
    return counted and work and "between" not in line[:3] and ("," in line or "x" not in line)


def _between_ends(tokens: list[Token], index: int) -> bool:
    """Does this word stand between the ends of a range, and not between a rep and its target?"""
    after, unit = tokens[index + 1], tokens[min(index + 2, len(tokens) - 1)]
    marked = tokens[index - 1].text in _MARKED
    low = tokens[index - 1 - marked]
    seconds = unit.text == "'" and tokens[min(index + 3, len(tokens) - 1)].kind is Kind.NUMBER
    if seconds and tokens[index].raw == "a" and low.number < after.number:
        return False  # 6 x 1000, rec 2' a 3'40"
    thousands = len(low.text.partition(".")[2]) == 3  # 5 x 2.000 a 4'20"
    if index < 1 + marked or thousands or {low.kind, after.kind} != {Kind.NUMBER} or unit.text in ("%", "km", ":", "/"):
        return False
    counted = index > 1 + marked and tokens[index - 2 - marked].text in ("x", "*")
    grows = low.number < after.number <= 3 * low.number or (marked and low.number == after.number)
    timed = not marked and unit.text in _MARKED
    return grows and (timed or not counted) and (marked or timed or after.number <= _LARGEST_COUNT)


def _on_and_off(tokens: list[Token]) -> list[Token]:
    """`40 sec on, 30 off, 20 on`: a number without a unit has that of the last length on or off."""
    found: list[Token] = []
    unit: Token | None = None
    for token, after, behind, last in zip(tokens, *(tokens[at:] + tokens[-1:] * at for at in (1, 2, 3)), strict=False):
        before = found[-1] if found else token
        found.append(token)
        timed = before.kind is Kind.NUMBER and token.text in ("sec", "min", "s") and after.text in _ON_OFF
        unit = token if timed else unit
        if token.kind is not Kind.NUMBER or after.text not in _ON_OFF:
            continue
        paired = token.number in _HALF_MINUTES and behind.number in _HALF_MINUTES and last.text == "off"
        ends = behind.ends_line or behind.text in _CLOSES or behind.text in ("and", "then", "/", "x")
        fits = unit is not None and (token.number < 15 if unit.text == "min" else token.number >= 5)
        if paired or (unit is not None and ends and token.line == unit.line and fits):
            here = unit if unit is not None and not paired else replace(token, kind=Kind.WORD, text="sec")
            unit = replace(here, raw="", line=token.line, start=token.end, end=token.end, gap=False)
            found.append(unit)
    return found


def _phrases(tokens: list[Token]) -> list[Token]:
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        length = _phrase_at(tokens, index)
        found = _joined(tokens[index : index + length]) if length else tokens[index]
        if length and CLASSES[found.text] is Class.OTHERWISE:
            known = found.text != "between reps" or _kilometres(found, merged)
            merged += _once_more(found, merged) or (otherwise(found) if known else [tokens[index]])
            length = length if known else 0
        elif found.text != "no-words":
            merged.append(found)
        index += length or 1
    return merged


def _once_more(phrase: Token, before: list[Token]) -> list[Token]:
    """`800, 400, 200, 90s jog. Rest 5 min and go again`: behind a list that nothing counts it is run once more."""
    again = phrase.raw.lower() in ("and go again", "then go again") and not any(one.text in _COUNTING for one in before)
    listed = len([one for one in before if one.text in (",", "-", ";")]) > 1
    return [replace(phrase, text="all-again")] if again and listed else []


def _kilometres(phrase: Token, before: list[Token]) -> bool:
    """`8 x 1k, 60s between kilometres`: between the reps where these are as long; `between reps` is always."""
    said = re.search(r"\b(?:(kilo\w+|km|ks?)|miles?)$", phrase.raw.lower())
    sizes = [
        one.number * DISTANCES[unit.text]
        for one, unit, after in zip(before, before[1:], [*before[2:], phrase], strict=False)
        if unit.text in DISTANCES and after.text not in MODES
    ]
    return said is None or not sizes or sizes[-1] == (KM_MM if said[1] else MILE_MM)


def otherwise(phrase: Token) -> list[Token]:
    """The words of the grammar that a phrase stands for, the first of them in its place: `from set to set`."""
    first, *others = phrase.text.split()
    behind = replace(phrase, raw="", start=phrase.end, gap=True)
    return [replace(phrase, text=first), *(replace(behind, text=word) for word in others)]


def _phrase_at(tokens: list[Token], index: int) -> int:
    """How many tokens from here make a phrase; the longest wins; 0 for none."""
    first = tokens[index]
    longest = max(_LONGEST.get(first.text, 0), _LONGEST.get(first.raw.lower(), 0))
    part = list(takewhile(_is_word, tokens[index : index + longest]))
    while part and (_phrase(part) is None or part[-1].raw.lower() in REPEATING):  # 3 min rest REPEAT
        part.pop()
    return len(part)


def _is_word(token: Token) -> bool:
    return token.kind is Kind.WORD or token.raw.isalpha()


def _phrase(part: list[Token]) -> str | None:
    written = PHRASES.get(tuple(token.raw.lower() for token in part))
    return written or PHRASES.get(tuple(token.text if token.kind is Kind.WORD else token.raw.lower() for token in part))


def _joined(part: list[Token]) -> Token:
    text = _phrase(part) or ""
    return replace(part[0], kind=Kind.WORD, text=text, raw=" ".join(token.raw for token in part), end=part[-1].end)
