"""Efforts that are said in several words, and targets of some of the reps."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import means, refusal


@pytest.mark.parametrize(
    "words",
    [
        "all you've got left",
        "everything you have",
        "whatever's left",
        "as hard as possible",
        "interval pace",
        "negative split",
        "progressively quicker",
    ],
)
def test_an_effort_in_several_words_is_kept_as_it_is_said(words: str) -> None:
    assert means(f"9 x 350, {words}, 80s jog") == f"9 x 350m @ {words}, 80s jog"


@pytest.mark.parametrize("words", ["faster than last week", "descend the hill", "all you have to do"])
def test_words_that_only_begin_as_an_effort_are_none(words: str) -> None:
    assert refusal(f"9 x 350, {words}, 80s jog")


@pytest.mark.parametrize(
    "words", ["each a touch quicker than the one before", "get faster each rep", "getting quicker as you go"]
)
def test_words_of_getting_faster_are_a_remark(words: str) -> None:
    assert means(f"9 x 350, {words}, 80s jog") == f"9 x 350m (note: {words}), 80s jog"


def test_what_is_felt_as_a_race_is_its_pace() -> None:
    assert means("9 x 350, 5k feel, 80s jog") == "9 x 350m @ 5k, 80s jog"


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("first 3 relaxed, rest hard, 80s jog", "3 x 350m @ relaxed, 80s jog; 4 x 350m @ hard, 80s jog"),
        ("first at tempo, the rest at 5k pace, 80s rest", "350m @ tempo, 80s rest; 6 x 350m @ 5k, 80s rest"),
        ("first two @ 10k, others @ 5k, 80s rest", "2 x 350m @ 10k, 80s rest; 5 x 350m @ 5k, 80s rest"),
        ("first 3 relaxed, rest 80s", "3 x 350m @ relaxed, 80s rest; 4 x 350m, 80s rest"),
        ("first 3 relaxed, full rest", "3 x 350m @ relaxed, full rest; 4 x 350m, full rest"),
    ],
)
def test_the_rest_behind_the_first_reps_are_the_others_where_it_says_how_they_run(said: str, canonical: str) -> None:
    assert means(f"7 x 350, {said}") == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("6 x 350 in pairs, 40s rest, 3 min between pairs", "3 x (2 x 350m, 40s rest), 3min recovery between sets"),
        ("6 x 350 in twos, 40s rest, 3 min after each pair", "3 x (2 x 350m, 40s rest), 3min recovery between sets"),
        ("2 x 3 x 350 @ 60, 59, 58", "2 x (350m @ 60; 350m @ 59; 350m @ 58)"),
    ],
)
def test_pairs_are_sets_of_two_and_targets_for_a_set_are_for_each(text: str, canonical: str) -> None:
    assert means(text) == canonical
    assert refusal("7 x 350 in pairs, 40s rest")
    assert refusal("3 x 3 x 350 @ 60, 59, 58")
