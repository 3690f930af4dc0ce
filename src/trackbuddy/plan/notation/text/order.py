"""Words of order: `to finish 4 x 100m`, `First 2k easy, then`, `another 2 miles`, `10 min jog or walk` at the end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from trackbuddy.plan.notation.text.lexicon import CLASSES, PREPOSITIONS
from trackbuddy.plan.notation.text.rewrites import Rewrites, parts, valued
from trackbuddy.plan.notation.text.scanner import Token
from trackbuddy.plan.notation.text.words import Class

_MEASURED: Final = ("mile", "km", "min", "lap", "'")
_JOGS: Final = frozenset({"jog", "easy", "walk", "jog run"})
_RESTED: Final = frozenset({"jog", "walk", "rest", "recovery", "float", "easy"})
_WAYS: Final = frozenset("jog walk run or easy slow very light cool-down to-end".split())
_RESTING: Final = frozenset("walk rest recovery between float".split())


_led_in: Final = Rewrites(
    {"PARTS": parts, "RESTED": lambda token: token.text in _RESTED},
    ("PARTS next > FIGURE", lambda part: [part[0], replace(part[1], text="then")]),  # …, next 10 min steady
    ("PARTS next :", lambda part: [part[0], replace(part[1], text="then")]),
    ("do-this twice > WORD|MARK", lambda part: [part[0], valued(part[1:], 2), replace(part[1], text="times")]),
    # 20 min tempo, then after 5 min rest 4 x 200m: the recovery comes before what follows, as it is written
    ("PARTS after > CLOCK RESTED ,|:? FIGURE", lambda part: part[:1]),
    ("PARTS after > NUMBER min|sec|s|' RESTED ,|:? FIGURE", lambda part: part[:1]),
    ("start-with|then :", lambda part: part[:1]),  # To finish: 4 x 100m
    ("PARTS finish|last : > NUMBER x|min|km|mile", lambda part: [part[0], replace(part[1], text="then")]),
    ("with? the? same > NUMBER sec|s|min", lambda part: [replace(part[-1], text="with")]),  # 5 x 200m, same 60s
    ("RESTED before > NUMBER x|*|lots", lambda part: [part[0], replace(part[1], text="then")]),
)


def ordered(tokens: list[Token]) -> list[Token]:
    """The tokens with `then` for words that lead in what comes next, and without those that stand behind a piece."""
    found: list[Token] = []
    start = 0
    for at, token in enumerate(tokens):
        read = _IN_ORDER.get(token.text)
        one = read(token, found, start, tokens[at + 1 :]) if read else token
        if one is not None:
            found.append(one)
            start = len(found) if parts(one) else start
    return _wound_down(_led_in(found))


def _wound_down(tokens: list[Token]) -> list[Token]:
    """`10 min jog or walk` at the end, behind reps and their recovery, is the cool-down, whichever way it is gone."""
    end = len(tokens) - 1 - (len(tokens) > 1 and tokens[-2].text == ".")
    start = next((at for at in range(end - 1, 0, -1) if parts(tokens[at - 1])), 0)
    clause, said = tokens[start:end], {one.text for one in tokens[start + 2 : end]}
    either = "or" in said and len(said & {"jog", "walk", "run", "easy"}) > 1 and said <= _WAYS
    rested = tokens[start - 1].text != "," and not _RESTING.isdisjoint(one.text for one in tokens[:start])
    if not (start and either and ("cool-down" in said or rested) and clause[0].number >= 5 and clause[1].text == "min"):
        return tokens
    return [*tokens[: start + 2], replace(clause[2], text="cool-down"), *tokens[end:]]


def _to_end(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`to finish` before a piece is `then`; behind a jog it says that it is the cool-down, and behind others nothing.

    `3 min jog at the end` may be that of each set: it is none with less than 5 min.
    """
    clause, ends, way = found[start:], parts(rest[0]), token.raw.lower().startswith("to ")
    said = {one.text for one in clause}
    if not clause:
        return token if rest[0].ends_line or rest[0].text in PREPOSITIONS else replace(token, text="then")
    sizes = [one.number for one, unit in pairwise(clause) if one.is_figure and (way or unit.text in _MEASURED)]
    if ends and "x" not in said and said & _JOGS and any(way or size >= 5 for size in sizes):
        return replace(token, text="cool-down")
    if ends and start and clause[0].is_figure and found[start - 1].text in (",", "and"):
        found[start - 1] = replace(found[start - 1], text="then")  # 3 rounds of 1k, 400m and 2k to finish
    unsaid = ends if way else ends and said & {"stride", "cool-down", "x"}
    return None if unsaid or token.raw.lower().startswith("to finish") else token


def _first(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`First 2k easy, then …`, `2k easy first, then …`: the piece that is the first anyway."""
    clause = found[start:]
    if not found and any(one.text == "then" for one in rest):
        return replace(token, text="start-with")
    ends = parts(rest[0]) and not any(one.is_figure for one in found[:start])
    rests = any(CLASSES.get(one.text) is Class.RECOVERY and one.text not in _JOGS for one in clause)
    return None if ends and not rests and any(one.is_figure for one in clause) else token


def _another(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`another 2 miles`, `jog another 5 min`: a run, and no rest that is added to one, nor a number of more sets."""
    behind = list(takewhile(lambda one: not parts(one), rest))
    counted = len(behind) < 2 or behind[1].text in ("sets", "reps", "times", "lots", "x", "*")
    rests = any(CLASSES.get(one.text) in (Class.RECOVERY, Class.SCOPE) and one.text not in _JOGS for one in behind)
    leads = [one.text for one in found[start:]] in ([], ["jog"]) and rest[0].is_figure
    again = any(one.text == "all-again" for one in rest)
    return None if leads and not rests and not counted and not again else token


_FIRST: Final = dict.fromkeys(("first", "beforehand", "primero", "prima"), _first)


_IN_ORDER: Final = _FIRST | {"to-end": _to_end, "another": _another}
