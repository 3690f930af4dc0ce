"""The grammar is a table that one can see: printed in the docs, and in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation.cursor import Answers, Cursor
from trackbuddy.plan.notation.grammar.asides import NUMBERED, READERS
from trackbuddy.plan.notation.grammar.document import PRODUCTIONS, Here, Production, document
from trackbuddy.plan.notation.grammar.sheet import TERMS, sheet
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Joint
from trackbuddy.plan.notation.text.lexemes import lexemes

DOCS = Path(__file__).parents[3] / "docs" / "notation.md"


def test_the_docs_hold_the_grammar_as_it_is() -> None:
    assert sheet() in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("production", PRODUCTIONS, ids=lambda production: production.name)
def test_each_production_reads_its_example_and_none_before_it_does(production: Production) -> None:
    before = document(Cursor(lexemes("8 x 400m"))).parts
    cursor = Cursor(lexemes(production.example))
    between = Joint.TIGHT if production.name in ("bracket", "target") else Joint.COMMA
    for candidate in PRODUCTIONS:
        cursor.index = 0
        if candidate.build(cursor, Here(between, True, [], before)):
            break
    assert candidate is production
    assert cursor.at_end()


class Forgetful(Answers):
    """Keeps no answer."""

    def __setitem__(self, key: object, value: object) -> None:
        return None


@pytest.mark.parametrize("text", [*READ, *REFUSED])
def test_what_is_read_once_at_a_place_would_be_read_the_same_again(text: str) -> None:
    assert parsed(text, {}) == parsed(text, Forgetful())


def test_only_remarks_that_may_begin_with_a_figure_do() -> None:
    for text in READ:
        cursor = Cursor(lexemes(text))
        for at in (at for at, token in enumerate(cursor.tokens) if token.is_figure):
            cursor.index = at
            assert not any(reader(cursor) for reader in READERS if reader not in NUMBERED), text


def parsed(text: str, answers: Answers) -> object:
    """The parts of a text, or why it has none."""
    try:
        cursor = Cursor(lexemes(text))
        cursor.known = answers
        return document(cursor)
    except Refusal as refusal:
        return (str(refusal), refusal.line, refusal.column)


def test_every_name_in_a_pattern_is_a_production_or_a_term() -> None:
    known = {production.name for production in PRODUCTIONS} | set(TERMS)
    assert {"length", "target", "piece", "mode", "scope"} <= known
    for production in PRODUCTIONS:
        assert (
            any(name in production.pattern for name in known)
            or '"' in production.pattern
            or production.name == "effort"
        )
