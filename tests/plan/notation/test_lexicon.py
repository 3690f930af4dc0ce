"""Every word stands in one place, with its class; no spelling stands for two words."""

from __future__ import annotations

import ast
from pathlib import Path

import trackbuddy.plan.notation as notation
from trackbuddy.plan.notation.text.lexicon import CLASSES, NUMBERS, PHRASES, SPELLINGS, lines
from trackbuddy.plan.notation.text.slips import repaired, suggestion
from trackbuddy.plan.notation.text.words import Class

RULES = {
    "second": "a unit wherever it stands; as an ordinal it stands before no unit, and the text is refused",
}
"""Spellings on two lines, with the rule that says which holds."""
ROOT = Path(notation.__file__).parent
PROSE = {"lexicon.py", "scanner.py", "refusal.py", "slips.py", "syntax.py", "meaning.py", "__init__.py", "sheet.py"}
SIGNS = {
    "@",
    "EMTIRJWKX",
    "EYOH",
    "I",
    "J",
    "T",
    "a",
    "b",
    "c",
    "d",
    "je",
    "unsaid",
    "repeated",
    "whole",
    "above",
    "below",
}
"""Letters and capitals the grammar tells from words by how they are written, and names it gives itself."""


def test_no_spelling_stands_for_two_words_without_a_rule() -> None:
    meant: dict[str, set[str]] = {}
    for _, word, spellings in lines():
        for spelling in {word.replace(" ", "_"), *spellings}:
            meant.setdefault(spelling, set()).add(word)
    doubled = {spelling for spelling, words in meant.items() if len(words) > 1}
    assert doubled <= set(RULES)


def test_no_word_has_two_classes_without_a_rule() -> None:
    classes: dict[str, set[Class]] = {}
    for kind, word, spellings in lines():
        for spelling in {word.replace(" ", "_"), *spellings}:
            classes.setdefault(spelling, set()).add(kind)
    doubled = {spelling for spelling, kinds in classes.items() if len(kinds) > 1}
    assert doubled <= set(RULES)


def test_every_word_the_grammar_asks_for_stands_in_the_lexicon() -> None:
    known = {*SPELLINGS, *CLASSES, *NUMBERS, *PHRASES.values()}
    missing = {
        word
        for path in ROOT.rglob("*.py")
        if path.name not in PROSE
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in ("sees", "accept")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(word := argument.value, str) and word[:1].isalpha()
        if word not in known
    }
    assert missing <= SIGNS


def test_words_of_the_lexicon_are_no_slips() -> None:
    assert [word for word in (*SPELLINGS, *CLASSES) if suggestion(word) or repaired(word)] == []


def test_slips_in_long_words_are_read_and_in_short_ones_only_offered() -> None:
    assert repaired("secnds") == "seconds"
    assert repaired("recvoery") == "recovery"
    for word in ("evry", "rset", "flat", "minus", "sest", "jgo", "twise"):
        assert repaired(word) is None
    assert suggestion("rset") == "rest"
    assert suggestion("flat") is None
