"""Tokens that others stand for, as rows of a pattern and what is read instead of it: `half a dozen`, `2 easy miles`.

A pattern names what stands there, token by token: words in dictionary spelling or as they are written, with `|` between
those that may stand at one place, and in capitals a kind of token; `?` behind what may be missing, `~` before what no
space stands before. What is behind `>` is only looked at: `half a|an > min|hour`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from trackbuddy.plan.notation.text.scanner import Kind, Token

Test = Callable[[Token], bool]
By = Callable[[Sequence[Token]], Sequence[Token]]
KINDS: Final[Mapping[str, Test]] = {
    "NUMBER": lambda token: token.kind is Kind.NUMBER,
    "FIGURE": lambda token: token.is_figure,
    "WORD": lambda token: token.kind is Kind.WORD,
    "MARK": lambda token: token.kind is Kind.MARK,
    "CLOCK": lambda token: token.kind is Kind.CLOCK,
    "NEWLINE": lambda token: token.kind is Kind.NEWLINE,
    "LINE": lambda token: token.ends_line,
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One pattern, without what may be missing."""

    steps: tuple[Test, ...]
    first: frozenset[str]
    """The words that it may begin with; none where a kind may."""
    needed: tuple[frozenset[str], ...]
    """Of each of these a word must stand in the text."""
    size: int
    """How many of the tokens are exchanged; those behind them are only looked at."""
    by: By

    def fits(self, tokens: Sequence[Token], index: int) -> bool:
        last = len(tokens) - 1
        return all(step(tokens[at if at < last else last]) for at, step in enumerate(self.steps, index))


class Rewrites:
    """A table of rows, with the kinds of token that only it knows. Of two rows that fit the first holds."""

    def __init__(self, kinds: Mapping[str, Test], *table: tuple[str, By]) -> None:
        known = {**KINDS, **kinds}
        self._rows = [_row(parts, by, known) for pattern, by in table for parts in _ways(pattern.split())]
        self._by_word: dict[str, list[int]] = {}
        """The rows that begin to matter when a word stands in a text."""
        for at, row in enumerate(self._rows):
            for word in min(row.needed, key=len, default=("",)):  # the text of the end
                self._by_word.setdefault(word, []).append(at)

    def __call__(self, tokens: list[Token]) -> list[Token]:
        """The tokens of a text with all that the rows say."""
        said = {token.raw.lower() for token in tokens} | {token.text for token in tokens}
        near = sorted({at for word in said & self._by_word.keys() for at in self._by_word[word]})
        due = [row for row in map(self._rows.__getitem__, near) if not any(map(said.isdisjoint, row.needed))]
        found: list[Token] = []
        index = 0
        while due and index < len(tokens):
            here, row = tokens[index], None
            words = (here.text, here.raw.lower())
            for one in due:  # as mostly none begins here, that is asked first
                begins = not one.first.isdisjoint(words) if one.first else one.steps[0](here)
                if begins and one.fits(tokens, index):
                    row = one
                    break
            found += row.by(tokens[index : index + row.size]) if row is not None else tokens[index : index + 1]
            index += row.size if row is not None else 1
        return found if due else tokens


def _ways(parts: list[str]) -> list[list[str]]:
    """A pattern with and without each part that may be missing."""
    if not parts:
        return [[]]
    first, behind = parts[0].removesuffix("?"), _ways(parts[1:])
    there = [[first, *way] for way in behind]
    return there if first == parts[0] else there + behind


def _row(parts: list[str], by: By, kinds: Mapping[str, Test]) -> _Row:
    size = parts.index(">") if ">" in parts else len(parts)
    steps = [_step(part.removeprefix("~"), part[0] == "~", kinds) for part in parts if part != ">"]
    return _Row(tuple(test for test, _ in steps), steps[0][1], tuple(words for _, words in steps if words), size, by)


def _step(part: str, tight: bool, kinds: Mapping[str, Test]) -> tuple[Test, frozenset[str]]:
    """What asks whether a token may stand here, and the words of which one must; none where a kind may."""
    if part in kinds and not tight:
        return kinds[part], frozenset()
    words, tests = frozenset(part.split("|")) - kinds.keys(), [kinds[one] for one in part.split("|") if one in kinds]

    def holds(token: Token) -> bool:
        if tight and token.gap:
            return False
        worded = token.kind not in (Kind.NOTE, Kind.NUMBER) and token.raw.lower() in words
        return token.text in words or worded or any(test(token) for test in tests)

    return holds, words if not tests else frozenset()


def parts(token: Token) -> bool:
    """Does it stand between two clauses or pieces?"""
    return token.ends_line or token.text in (",", ";", ".", "!", "(", ")", "[", "]", "and", "then", "+", "/")


def valued(part: Sequence[Token], number: Decimal | int) -> Token:
    """A number that stands for some tokens."""
    value = Decimal(number)
    text = f"{value.normalize():f}"
    return replace(part[0], kind=Kind.NUMBER, text=text, number=value, end=part[-1].end)
