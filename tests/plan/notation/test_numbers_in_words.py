"""Numbers in words: several words for one, halves and quarters, dozens and couples."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read

SAME = {
    "twenty-four 200s, 30s rest": "24 x 200m, 30s rest",
    "twenty four x 200m, 30s rest": "24 x 200m, 30s rest",
    "6 x twenty-five seconds, forty five seconds jog": "6 x 25s, 45s jog",
    "5 x four hundred metres, 90s rest": "5 x 400m, 90s rest",
    "8 x a hundred metres, 90s rest": "8 x 100m, 90s rest",
    "a dozen 300s, 60s rest": "12 x 300m, 60s rest",
    "half a dozen 600s, 60s rest": "6 x 600m, 60s rest",
    "two dozen 200s, 60s rest": "24 x 200m, 60s rest",
    "5 x 1k, a couple of minutes rest": "5 x 1000m, 2min rest",
    "4 x 1k with two and a half minutes between": "4 x 1000m, 2:30 recovery",
    "4 x 1k, three and a half minutes' rest": "4 x 1000m, 3:30 rest",
    "6 x 600, a minute and a half jog": "6 x 600m, 90s jog",
    "5 x lap and a half, 200m jog": "5 x 600m, 200m jog",
    "mile and a half warm up, 6 x 400m, 200m jog": "1.5 mile warm-up, 6 x 400m, 200m jog",
    "a mile and a half easy, then 6 x 400m, 200m jog": "1.5 mile easy, then 6 x 400m, 200m jog",
    "half an hour steady": "30min steady",
    "6 x 400m, half a minute rest": "6 x 400m, 30s rest",
    "three quarters of an hour steady": "45min steady",
    "an hour easy": "60min easy",
    "5 x 1 1/2 miles, 2 1/2 min jog": "5 x 1.5 miles, 2:30 jog",
    "8 x 300m with a minute's jog after each": "8 x 300m with 60s jog after each",
    "ten by two minutes with a minute off": "10 x 2min, 60s recovery",
}


@pytest.mark.parametrize("text", SAME)
def test_words_say_what_digits_say(text: str) -> None:
    assert read(text).session == read(SAME[text]).session


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("4 x 2 minutes and a half lap jog", "4 x 2min, 200m jog"),
        ("4 x 1 mile and a half mile jog", "4 x 1 mile, half a mile jog"),
        ("six to eight 400s, 60s rest", "6-8 x 400m, 60s rest"),
    ],
)
def test_a_half_and_a_number_of_their_own_stay_so(text: str, same: str) -> None:
    assert read(text).session == read(same).session


@pytest.mark.parametrize(
    "text",
    [
        "thirty two minute reps, 60s rest",
        "twenty one-lap reps, 60s rest",
        "1 mile and a half marathon pace",
        "a few 400s, 60s rest",
        "8 x 400m, a few minutes rest",
        "half a dozen, 60s rest",
    ],
)
def test_what_could_be_two_numbers_or_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)
