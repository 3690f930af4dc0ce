"""Any text at all gives a session or a refusal, in a number of steps that grows with its length and no faster."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Reading, Refusal, read, read_recovery, read_target, read_work
from trackbuddy.plan.notation.cursor import MAX_DEPTH, STEPS_PER_TOKEN, Cursor
from trackbuddy.plan.notation.grammar import document
from trackbuddy.plan.notation.lexemes import lexemes

TEXTS = [*READ, *REFUSED]
WORDS = sorted({word for text in TEXTS for word in text.replace("\n", " \n ").split(" ")})
MARKS = (
    "8 x 200 m ( ) [ ] { } , ; \n @ 34 30s rest jog on 1:30 with + - / sets of ' \" : . = then easy R 5k % max ½ ٣ \x00"
)


def outcome(text: str) -> Reading | Refusal:
    """What reading gives; anything but a Reading or a Refusal fails the test."""
    try:
        return read(text)
    except Refusal as refusal:
        return refusal


def check(text: str) -> None:
    """A reading survives its canonical text; a refusal has a place in the text, and readings that are read."""
    found = outcome(text)
    if isinstance(found, Reading):
        assert read(found.canonical).session == found.session, text
        return
    assert found.message
    assert 1 <= found.line <= text.count("\n") + text.count("\r") + 1
    assert 1 <= found.column <= len(text) + 1
    assert len(found.readings) <= 2
    for reading in found.readings:
        read(reading)


@given(st.text())
def test_any_characters_are_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_of_coaches_are_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(MARKS.split(" ")), max_size=14), st.sampled_from(["", " "]))
def test_any_pieces_of_notation_are_read_or_refused(pieces: list[str], between: str) -> None:
    check(between.join(pieces))


def test_thousands_of_damaged_notations_are_read_or_refused() -> None:
    chance = random.Random(1896)
    for _ in range(3000):
        text = list(chance.choice(TEXTS))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(text) + 1)
            text[at : at + chance.randint(0, 2)] = chance.choice(
                [[], [chance.choice(MARKS)], list(chance.choice(WORDS))]
            )
        check("".join(text))


@given(st.text())
def test_any_piece_is_read_or_refused(text: str) -> None:
    for reader in (read_work, read_target, read_recovery):
        try:
            reader(text)
        except Refusal:
            continue


@pytest.mark.parametrize(
    "text",
    [
        "(" * 9_000,
        "8 x (" * 1_500,
        "(400m, " * 1_200,
        "((((400m, ((((" * 600,
        "400m, " * 1_600,
        "8 x 400m (60s rest), " * 400,
        "8 x 400m @ 75, 60s rest\n" * 400,
        "rest " * 1_900,
        "75, " * 2_000 + "@ 75",
        "8 x 400m @ " + "75, " * 2_000,
        "with " * 1_900,
        "400-" * 2_000 + "m",
        "10 x 400m; " * 900,
        "((((" + "400m, " * 1_500 + "))))",
        "with 100m @ mile, " * 500,
        "recoveries of " + "30, " * 2_000,
        "- " * 4_000,
        "1. " * 3_000,
    ],
    ids=lambda text: text[:16],
)
def test_the_work_is_bounded_by_the_length_of_the_text(text: str) -> None:
    tokens = lexemes(text)
    cursor = Cursor(tokens)
    with contextlib.suppress(Refusal):
        document(cursor)
    assert cursor.steps <= STEPS_PER_TOKEN * (len(tokens) + 10) + 1
    outcome(text)


@pytest.mark.parametrize("text", ["(" * 10_000_000, "8x" * 1_000_000, "9" * 100_000_000, "\n" * 20_000])
def test_a_text_too_long_is_refused_unread(text: str) -> None:
    with pytest.raises(Refusal, match="at most 10000"):
        read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1000000000 x 400m", "from 1 to 100"),
        ("99999999999999999999 x 400m", "too long"),
        ("101 x 400m", "from 1 to 100"),
        ("100 x (11 x 400m)", "at most 1000"),
        ("50 x (50 x (50 x (50 x 400m)))", "at most 1000"),
        ("2 x (2 x (2 x (2 x (2 x 400m))))", f"{MAX_DEPTH} levels"),
        ("400000km", "200 km"),
        ("8 x 400m, 90000 min rest", "24 hours"),
        ("0m", "minutes or metres"),
        ("8 x 0:00", "nothing"),
        ("8 x 400m, 0:00 rest", "nothing"),
    ],
)
def test_the_limits_are_named(text: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert words in refused.value.message


def test_a_hundred_reps_and_four_levels_are_read() -> None:
    assert read("100 x 400m, 60s rest").session.steps
    assert read("2 x (2 x (2 x (2 x 400m)))").session.steps
