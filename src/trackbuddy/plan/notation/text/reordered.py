"""Words out of their order: `2 easy miles`, `2 mile warm`, `Pyramid x 3`; and words of order: `to finish 4 x 100m`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from trackbuddy.plan.notation.text.lexicon import CLASSES, EFFORTS, PREPOSITIONS
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.words import Class

_UNITS: Final = frozenset({"mile", "km", "min", "lap"})
_MEASURED: Final = _UNITS | {"hill", "stride"}
_JOGS: Final = frozenset({"jog", "easy", "walk", "jog run"})
_RESTED: Final = frozenset({"jog", "walk", "rest", "recovery", "float", "easy"})
_PACES: Final = frozenset({"pace", "hmp", "mp"})
_AIMED: Final = frozenset("@ at in pace effort then ; . stride hill warm-up cool-down \n".split(" "))
"""Behind the first pace: where one of these stands, it isn't the pace of all."""
_LONGEST_HEAD: Final = 14
_WHOLE: Final = {"warm": "warm-up", "up": "warm-up", "cool": "cool-down", "down": "cool-down"}
_LEADING: Final = ("start-with", "then")
"""Words whose mark says nothing: `First, 3k easy`, `To finish: 4 x 100m`."""


def reordered(tokens: list[Token]) -> list[Token]:
    """The tokens with units behind their numbers, and with whole words for the ends."""
    found = _said_first(tokens)
    for at in range(1, len(found) - 1):
        number, word, unit = found[at - 1 : at + 2]
        manner = word.kind is Kind.WORD and (word.text == "easy" or word.text in EFFORTS)
        if number.kind is Kind.NUMBER and manner and unit.text in _MEASURED and unit.kind is Kind.WORD:
            found[at] = replace(unit, start=word.start, gap=True)
            found[at + 1] = replace(word, start=unit.end, end=unit.end)
        elif number.kind is Kind.NUMBER and word.text in ("stride", "hill") and unit.text in ("x", "*"):
            found[at + 1] = replace(unit, kind=Kind.WORD, text="of")  # 6 strides x 100m
        elif number.text in ("pyramid", "ladder") and word.text in ("x", "*") and unit.kind is Kind.NUMBER:
            counted = replace(unit, start=number.start, end=number.end, gap=number.gap)
            found[at - 1 : at + 2] = [counted, word, replace(number, start=unit.start, end=unit.end, gap=True)]
    return _whole_ends(found)


def _said_first(tokens: list[Token]) -> list[Token]:
    """`Ladder with 1 lap jog between each: 400, 800`, `5k pace: 6 x 800m`: what holds for all that follows, last."""
    end = next((at for at, token in enumerate(tokens[:_LONGEST_HEAD]) if token.text == ":" or token.ends_line), 0)
    if not end or tokens[end].text != ":":
        return list(tokens)
    head, rest, last = tokens[:end], tokens[end + 1 : -1], tokens[-1]
    said, more = {token.text for token in head}, {token.text for token in rest}
    line = replace(last, kind=Kind.NEWLINE, text="\n")
    aimed = head[-1].text in _PACES and len(head) < 6 and said != {"pace"} and not said & {"of", "and", "x", "sub"}
    sized = {"at", "@"} & {token.text for token in head[1:]}  # 300s at 1500 pace: do 5
    if aimed and not sized and not more & _AIMED:
        return [*rest, line, replace(head[0], text="at", kind=Kind.WORD), *head[head[0].text == "at" :], last]
    parted = next((at for at, token in enumerate(head) if token.text in ("with", ",", "-")), 0)
    placed = said & _RESTED and said & {"between", "after", "amid"} and not said & {"x", "sets", "then"}
    listed = any(token.is_figure for token in rest) and not any(token.is_figure for token in head[:parted])
    if placed and listed and not more & {*_RESTED, "off", "between"}:
        named = [*head[:parted], tokens[end]] if parted else []
        return [*named, *rest, line, *head[parted + (parted > 0) :], last]
    return list(tokens)


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
    """The tokens with `then` for words that lead in what comes next, and without those that stand behind a piece."""
    found: list[Token] = []
    start = 0
    for at, token in enumerate(tokens):
        read = _IN_ORDER.get(token.text)
        one = read(token, found, start, tokens[at + 1 :]) if read else token
        marked = (
            one is not None
            and found
            and (one.text == ":" or (one.text == "," and at == 1))
            and found[-1].text in _LEADING
        )
        if one is not None and not marked:
            found.append(one)
            start = len(found) if _parts(one) else start
    return found


def _to_end(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`to finish` before a piece is `then`; behind a jog it says that it is the cool-down, and behind others nothing.

    `3 min jog at the end` may be that of each set: it is none with less than 5 min.
    """
    clause, ends, way = found[start:], _parts(rest[0]), token.raw.lower().startswith("to ")
    said = {one.text for one in clause}
    if not clause:
        return token if rest[0].ends_line or rest[0].text in PREPOSITIONS else replace(token, text="then")
    sizes = [one.number for one, unit in pairwise(clause) if one.is_figure and (way or unit.text in (*_UNITS, "'"))]
    if ends and "x" not in said and said & _JOGS and any(way or size >= 5 for size in sizes):
        return replace(token, text="cool-down")
    unsaid = ends if way else ends and said & {"stride", "cool-down", "x"}
    return None if unsaid or token.raw.lower().startswith("to finish") else token


def _next(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token:
    """`…, next 10 min steady`."""
    leads = 0 < start == len(found) and (rest[0].is_figure or rest[0].text == ":")
    return replace(token, text="then") if leads else token


def _first(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`First 2k easy, then …`, `2k easy first, then …`: the piece that is the first anyway."""
    clause = found[start:]
    if not found and any(one.text == "then" for one in rest):
        return replace(token, text="start-with")
    ends = _parts(rest[0]) and not any(one.is_figure for one in found[:start])
    rests = any(CLASSES.get(one.text) is Class.RECOVERY and one.text not in _JOGS for one in clause)
    return None if ends and not rests and any(one.is_figure for one in clause) else token


def _another(token: Token, found: list[Token], start: int, rest: list[Token]) -> Token | None:
    """`another 2 miles`, `jog another 5 min`: a run, and no rest that is added to one, nor a number of more sets."""
    behind = list(takewhile(lambda one: not _parts(one), rest))
    counted = len(behind) < 2 or behind[1].text in ("sets", "reps", "times", "lots")
    rests = any(CLASSES.get(one.text) in (Class.RECOVERY, Class.SCOPE) and one.text not in _JOGS for one in behind)
    leads = [one.text for one in found[start:]] in ([], ["jog"]) and rest[0].is_figure
    again = any(one.text == "all-again" for one in rest)
    return None if leads and not rests and not counted and not again else token


_FIRST: Final = dict.fromkeys(("first", "beforehand", "primero", "prima"), _first)
_IN_ORDER: Final = _FIRST | {"to-end": _to_end, "next": _next, "another": _another}


def _parts(token: Token) -> bool:
    return token.ends_line or token.text in (",", ";", ".", "!", "(", ")", "[", "]", "and", "then", "+", "/")
