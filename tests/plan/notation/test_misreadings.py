"""Texts that could be taken for another session than the one meant: each is read as meant, or refused."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read


def means(text: str) -> str:
    return read(text).canonical


def refusal(text: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read(text)
    return refused.value


def test_a_dash_before_a_shorter_time_is_no_range() -> None:
    assert means("10 x 400 - 60 secs rest") == "10 x 400m, 60s rest"
    assert means("4 x 800, 6 x 400 - 2 min rest between everything") == "4 x 800m, 2min rest; 6 x 400m, 2min rest"


@pytest.mark.parametrize(
    "text",
    ["10 x 60 - 90 secs rest", "6 x 100 - 120 secs rest", "10 x 60s rest", "8 x 400m rest"],
)
def test_a_rest_without_a_length_right_behind_the_work_is_asked(text: str) -> None:
    assert "recovery" in refusal(text).message


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("6 x 800 @ 72, 2 min rest", ("6 x 800 @ 72/400, 2 min rest",)),
        ("4 x 1 mile @ 75s, 3 min rest", ("4 x 1 mile @ 75s/400, 3 min rest",)),
        ("5k @ 3:30", ("5k @ 3:30/km",)),
        ("2 mile @ 6:00", ("2 mile @ 6:00/mile", "2 mile @ 6:00/km")),
        ("8 x 400 @ 5:30, 60s rest", ("8 x 400 @ 5:30/mile, 60s rest", "8 x 400 @ 5:30/km, 60s rest")),
    ],
)
def test_a_time_that_nobody_runs_the_rep_in_is_asked(text: str, readings: tuple[str, ...]) -> None:
    assert refusal(text).readings == readings


@pytest.mark.parametrize(
    "text",
    ["800m @ 1:41", "100m @ 10", "5k @ 12:40", "400m @ 43", "5 miles @ 45:00", "400 @ 2:30", "200m @ 4s"],
)
def test_times_that_are_run_are_read(text: str) -> None:
    assert "@" in means(text)


def test_brackets_with_nothing_in_them_are_refused() -> None:
    assert "nothing" in refusal("400 (0) [3']").message


def test_a_time_is_no_target_of_a_timed_rep() -> None:
    assert refusal("6 x 3 min @ 3:30, 90s jog").readings == ("6 x 3 min @ 3:30/km, 90s jog",)


@pytest.mark.parametrize("text", ["400m repeats, 60s rest", "800m intervals with 90s rest", "6 min efforts, 2 min jog"])
def test_reps_without_a_number_are_refused(text: str) -> None:
    assert "how many" in refusal(text).message


def test_mile_repeats_with_a_number_are_asked() -> None:
    assert refusal("3 mile repeats, 400 jog").readings == ("3 x 1 mile repeats, 400 jog", "3 mile, 400 jog")
    assert means("3 x mile repeats, 400m jog") == "3 x 1 mile, 400m jog"
    assert means("400m repeats x 8, 60s rest") == "8 x 400m, 60s rest"
    assert means("400, 300, 200 reps with 60s rest") == "400m, 60s rest; 300m, 60s rest; 200m, 60s rest"


@pytest.mark.parametrize("start", ["4 sets of", "4 rounds of", "4 sets:"])
def test_a_list_behind_sets_of_needs_brackets(start: str) -> None:
    assert "brackets" in refusal(f"{start} 800m, 1 min rest, 400m, 3 min rest").message


def test_a_slash_list_of_targets_is_no_list_of_work() -> None:
    assert means("3-2-1km @ T/10k/5k w/ 2 min rest") == (
        "3000m @ T, 2min rest; 2000m @ 10k, 2min rest; 1000m @ 5k, 2min rest"
    )
    assert means("1200/800/400 @ 5k/3k/mile w/ 2 min rest") == (
        "1200m @ 5k, 2min rest; 800m @ 3k, 2min rest; 400m @ mile, 2min rest"
    )
    assert means("8 x 400 @ 5k/3k pace, 60s rest") == "8 x 400m @ 5k-3k, 60s rest"
    assert "slash" in refusal("2 x 1000m @ hard/5k").message


def test_a_single_rep_has_no_open_recovery_to_tell_of() -> None:
    assert read("20min @ T").assumptions == ()
    assert read("1500m @ 4:00").assumptions == ()
    assert read("3 x (1200/800/400), 90s between reps, 5 min between sets").assumptions == ()
