"""What stands behind a length: its count, how far it is back, how it is run uphill."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read

COUNTS = {
    "500x12, 60s rest": "12 x 500m, 60s rest",
    "350x6 off 75s": "6 x 350m, 75s recovery",
    "250x10 in 40": "10 x 250m @ 40",
    "700x4-5": "4-5 x 700m",
    "300x4 + 600x2": "4 x 300m + 2 x 600m",
    "300x4, 600x2": "4 x 300m, 2 x 600m",
    "350m (5x) with 6 min between": "5 x 350m, 6min recovery",
    "350m (x5) off 6 min": "5 x 350m, 6min recovery",
    "350m (5 x) @ 60, 2 min jog": "5 x 350m @ 60, 2min jog",
    "500s x 8, 60s jog": "8 x 500m, 60s jog",
}


@pytest.mark.parametrize("text", COUNTS)
def test_a_distance_before_its_count_needs_no_room(text: str) -> None:
    assert read(text).canonical == read(COUNTS[text]).canonical


@pytest.mark.parametrize(
    "text",
    [
        "60x20",  # as well sixty reps of 20
        "300x12x2",
        "300x12m",
        "300x400",
        "300x20/10",
        "300x4 - 600x2",
        "9 x 180m, walk back\n180m",
        "700m, 500m (x4)",
        "6 x 500m (4x), 90s rest",
        "300s x 12",
        "1k, 500m (4x) with 90s",
    ],
)
def test_a_count_that_could_be_something_else_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


BACK = {
    "9 x 180m, walk back 180m": "9 x 180m, 180m walk",
    "9 x 180m, jog back 180": "9 x 180m, 180m jog",
    "9 x 180m, walk back the 180m.": "9 x 180m, 180m walk",
    "9 x 180m, walk back 180m between": "9 x 180m, 180m walk",
    "9 x 180m, jog back 180m, then 400m": "9 x 180m, 180m jog, then 400m",
    "9 x 180m, walk back, 180m": "9 x 180m, walk back recovery; 180m",
    "9 x 180m, walk back, 4 x 100m": "9 x 180m, walk back recovery; 4 x 100m",
}


@pytest.mark.parametrize("text", BACK)
def test_a_way_back_has_its_length_behind_it(text: str) -> None:
    assert read(text).canonical == read(BACK[text]).canonical


@pytest.mark.parametrize(
    "text", ["9 x 180m walk back 180m fast", "9 x 180m walk back 1 mile", "9 x 180m full recovery 180m"]
)
def test_a_length_right_behind_a_recovery_of_no_length_is_asked(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert "how far" in refused.value.message


RECOVERED = {
    "7 x 350m, jog until recovered": "7 x 350m, full jog",
    "7 x 350m, walk till fully recovered": "7 x 350m, full walk",
    "7 x 350m, until ready": "7 x 350m, full recovery",
    "7 x 350m, fully recover": "7 x 350m, full recovery",
    "7 x 70m, walk back & fully recover": "7 x 70m, full walk",
    "7 x 70m, walk back, full recovery": "7 x 70m, full walk",
    "9 x 50s hill, strong up, walk down": "9 x 50s hill @ strong, walk down recovery",
    "9 x 50s, hard up, jog down": "9 x 50s @ hard, jog down recovery",
}


@pytest.mark.parametrize("text", RECOVERED)
def test_a_recovery_may_last_until_it_is_full(text: str) -> None:
    assert read(text).canonical == read(RECOVERED[text]).canonical


@pytest.mark.parametrize("text", ["7 x 350m, walk back, 60s", "7 x 350m, until dark", "7 x 350m, hard up"])
def test_what_else_could_be_meant_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)
