"""Efforts that are said in several words, and targets of some of the reps."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read


def means(text: str) -> str:
    return read(text).canonical


def refusal(text: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read(text)
    return refused.value


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
