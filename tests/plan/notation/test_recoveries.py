"""Where recoveries stand and what they are called: each class with invented texts, and its near misses."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read


def means(text: str) -> str:
    return read(text).canonical


def asked(text: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read(text)
    return refused.value


# --- between the rounds of a list -------------------------------------------------------------------------------------


def test_the_recovery_of_the_last_reps_of_a_list_leads_to_its_next_round() -> None:
    found = read("4 x (1000m w/ 400m jog, 3 x 300m w/ 100m jog)")
    assert found.canonical == "4 x (1000m, 400m jog; 3 x 300m, 100m jog), 100m jog between sets"
    assert any("between its rounds" in said for said in found.assumptions)


def test_another_that_is_said_holds_between_the_rounds() -> None:
    text = "4 x (1000m w/ 400m jog, 3 x 300m w/ 100m jog), 4 min between sets"
    assert means(text) == "4 x (1000m, 400m jog; 3 x 300m, 100m jog), 4min recovery between sets"


def test_what_follows_the_last_block_before_a_repeat_stands_between_the_rounds() -> None:
    text = "600m, 2 min rest; 3 x 300m, 60s rest; 5 min rest; repeat"
    assert means(text) == "2 x (600m, 2min rest; 3 x 300m, 60s rest), 5min rest between sets"


def test_behind_blocks_a_longer_one_may_have_been_left_out() -> None:
    assert asked("2 x (5 x 300m w/ 100m jog, 5 x 150m w/ 50m walk)").readings == (
        "2 x (5 x 300m, 100m jog; 5 x 150m, 50m walk), 50m walk between sets",
        "2 x (5 x 300m, 100m jog; 5 x 150m, 50m walk), open recovery between sets",
    )


@pytest.mark.parametrize("text", ["3 x (5 x 300m, 40s rest)", "3 x (800m, 5 x 300m), 40s between reps"])
def test_a_recovery_between_reps_says_nothing_of_the_sets(text: str) -> None:
    assert any("no recovery between sets is given" in said for said in read(text).assumptions)


@pytest.mark.parametrize("words", ["80s walk between each", "80s walk between them", "80s walk after each"])
def test_between_each_of_a_list_is_between_its_rounds_too(words: str) -> None:
    assert means(f"4 x (500m, 250m), {words}") == "4 x (500m, 80s walk; 250m, 80s walk)"
    assert means(f"4 x (500m, 250m), {words}, 3 min between sets") == ("4 x (500m, 80s walk; 250m, 3min recovery)")
    assert means(f"4 x (500m, 250m), 3 min between sets, {words}") == ("4 x (500m, 80s walk; 250m, 3min recovery)")


def test_between_each_behind_two_blocks_is_still_asked_about() -> None:
    assert asked("6 x 300m, 4 x (500m, 250m), 80s walk between each").readings
