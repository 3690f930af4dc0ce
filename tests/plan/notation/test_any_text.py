"""Any text at all gives a session or a refusal, in a number of steps that grows with its length and no faster."""

from __future__ import annotations

import contextlib
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Reading, Refusal, read, read_recovery, read_target, read_work
from trackbuddy.plan.notation.cursor import MAX_DEPTH, Cursor
from trackbuddy.plan.notation.grammar.document import document
from trackbuddy.plan.notation.notes.remarks import set_aside
from trackbuddy.plan.notation.text.lexemes import lexemes

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


@pytest.mark.parametrize(
    "text",
    [
        *("3/4 at; ", "3/4, 200, easy", "5 x 200, 0, 4 x 400 hard", "8 x 600m, 0:00, 2 min rest"),
        *("6x500 hard 0 easy 200", "7 x 600m, 0s each, 75s rest", "3 x 1200 @ 3:50 > 0:00 > 3:40"),
        *("5x1200 between 0:00 and 3:40", "4 x 1k @ tempo (jog 700m, 75 sec)", "2k, 1200, 600 - 98 to 00%"),
    ],
)
def test_odd_figures_are_read_or_refused(text: str) -> None:
    check(text)


@given(st.text())
def test_any_characters_are_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_of_coaches_are_read_or_refused(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(MARKS.split(" ")), max_size=14), st.sampled_from(["", " "]))
def test_any_pieces_of_notation_are_read_or_refused(pieces: list[str], between: str) -> None:
    check(between.join(pieces))


FIGURES = ("0", "00", "0:00", "0.5", "1", "7", "50", "999", "100000")


def other_figures(text: str) -> list[str]:
    """The text with another figure in the place of each of its own."""
    places = [(found.start(), found.end()) for found in re.finditer(r"\d+", text)]
    return [text[:start] + figure + text[end:] for start, end in places for figure in FIGURES]


@given(st.sampled_from([text for text in TEXTS if other_figures(text)]).map(other_figures).flatmap(st.sampled_from))
def test_any_figures_in_their_places_are_read_or_refused(text: str) -> None:
    check(text)


@pytest.mark.drill
def test_every_figure_in_every_place_is_read_or_refused() -> None:
    for text in TEXTS:
        for other in other_figures(text):
            check(other)


def check_damaged(seed: int, count: int) -> None:
    chance = random.Random(seed)
    for _ in range(count):
        text = list(chance.choice(TEXTS))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(text) + 1)
            text[at : at + chance.randint(0, 2)] = chance.choice(
                [[], [chance.choice(MARKS)], list(chance.choice(WORDS))]
            )
        check("".join(text))


def test_hundreds_of_damaged_notations_are_read_or_refused() -> None:
    check_damaged(1896, 400)


@pytest.mark.drill
@pytest.mark.parametrize("seed", [1896, 1954, 1999])
def test_thousands_of_damaged_notations_are_read_or_refused(seed: int) -> None:
    check_damaged(seed, 3000)


@pytest.mark.drill
def test_a_million_texts_are_read_or_refused_in_a_bounded_number_of_steps() -> None:
    chance = random.Random(1908)
    for _ in range(1_000_000):
        text = "".join(
            chance.choice(WORDS) + chance.choice(("", " ", " ", ", ", "\n", "; ")) for _ in range(chance.randint(1, 9))
        )
        try:
            cursor = Cursor(set_aside(lexemes(text)).tokens)
        except Refusal:
            continue
        with contextlib.suppress(Refusal):
            document(cursor)
        assert cursor.steps <= cursor.budget + 1, text
        found = outcome(text)
        if isinstance(found, Reading):
            assert read(found.canonical).session == found.session, text


@given(st.text())
def test_any_piece_is_read_or_refused(text: str) -> None:
    for reader in (read_work, read_target, read_recovery):
        try:
            reader(text)
        except Refusal:
            continue


GROWING = [
    ("", "(", ""),
    ("", "8 x (", ""),
    ("", "(400m, ", ""),
    ("", "((((400m, ((((", ""),
    ("", "400m, ", ""),
    ("", "8 x 400m (60s rest), ", ""),
    ("", "8 x 400m @ 75, 60s rest\n", ""),
    ("", "rest ", ""),
    ("", "75, ", "@ 75"),
    ("8 x 400m @ ", "75, ", ""),
    ("", "with ", ""),
    ("", "400-", "m"),
    ("", "10 x 400m; ", ""),
    ("((((", "400m, ", "))))"),
    ("", "with 100m @ mile, ", ""),
    ("recoveries of ", "30, ", ""),
    ("", "- ", ""),
    ("", "1. ", ""),
]
"""Texts of any length: what stands before, what comes again and again, and what stands behind."""


def grown(parts: tuple[str, str, str], length: int) -> str:
    before, again, after = parts
    return before + again * ((length - len(before + after)) // len(again)) + after


def steps(text: str) -> int:
    """How much work reading it is."""
    cursor = Cursor(lexemes(text))
    with contextlib.suppress(Refusal):
        document(cursor)
    assert cursor.steps <= cursor.budget + 1
    return cursor.steps


@pytest.mark.parametrize("parts", GROWING, ids="".join)
def test_the_work_grows_no_faster_than_the_text(parts: tuple[str, str, str]) -> None:
    """Twice the text is at most twice the work, so that longer ones need no trying out: the drill does it."""
    once, twice = grown(parts, 500), grown(parts, 1_000)
    assert steps(twice) <= 2.1 * steps(once) + 100
    check(twice)


@pytest.mark.drill
@pytest.mark.parametrize("parts", GROWING, ids="".join)
def test_the_longest_texts_are_read_or_refused(parts: tuple[str, str, str]) -> None:
    text = grown(parts, 10_000)
    assert steps(text) <= 2.1 * 10 * steps(grown(parts, 1_000))
    check(text)


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
