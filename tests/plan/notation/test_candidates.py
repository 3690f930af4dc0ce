"""Where a clause could belong: every place is tried, and the sessions that come of them are compared."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import asked, refusal

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.notation.candidates import MOST_PATHS, Built, Candidate, Path, the_one
from trackbuddy.plan.notation.text.lexemes import lexemes
from trackbuddy.plan.session import ByDistance, Rep, Session
from trackbuddy.units import M

AT = lexemes("400")[0]


def session(metres: int) -> Built:
    return Session((Rep(ByDistance(metres * M)),)), ()


def lengths(*metres: int) -> list[Candidate[Built]]:
    return [Candidate(f"{one} metres", lambda one=one: session(one)) for one in metres]  # type: ignore[misc]


def test_places_that_give_the_same_session_are_no_question() -> None:
    assert the_one(lambda path: path.choose(AT, "this could be {}; write which", lengths(400, 400))) == session(400)


def test_two_sessions_are_both_offered_and_named() -> None:
    with pytest.raises(Refusal) as refused:
        the_one(lambda path: path.choose(AT, "this could be {}; write which", lengths(400, 300, 400)))
    assert refused.value.message == "this could be 400 metres or 300 metres; write which"
    assert [mend.of("?") for mend in refused.value.mends] == ["400m", "300m"]


def test_a_place_that_fails_is_no_evidence_for_the_others_unless_it_decides() -> None:
    def fails(decides: bool) -> Built:
        refused = AT.refuse("no")
        raise refused.decisive() if decides else refused

    def places(decides: bool) -> list[Candidate[Built]]:
        return [Candidate("nothing", lambda: fails(decides)), *lengths(400)]

    assert the_one(lambda path: path.choose(AT, "this could be {}; write which", places(decides=True))) == session(400)
    with pytest.raises(Refusal, match="could be"):
        the_one(lambda path: path.choose(AT, "this could be {}; write which", places(decides=False)))


def test_a_strained_word_gives_way_to_one_that_is_not() -> None:
    def build(path: Path) -> Built:
        found = path.choose(AT, "this could be {}; write which", lengths(400, 300))
        path.strain += found == session(400)
        return found

    assert the_one(build) == session(300)


def test_no_more_paths_are_tried_than_are_allowed() -> None:
    tried: list[Path] = []

    def build(path: Path) -> Built:
        tried.append(path)
        for _ in range(9):
            found = path.choose(AT, "this could be {}; write which", lengths(400, 400))
        return found

    with pytest.raises(Refusal):
        the_one(build)
    assert len(tried) == MOST_PATHS


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("3 x 4 x 200, 60s rest", ["3 x (4 x 200m, 60s rest)", "3 x (4 x 200m, open recovery), 60s rest between sets"]),
        ("4 x 400, 10 min jog", ["4 x 400m, 10min jog recovery", "4 x 400m; 10min jog run"]),
        ("800, 400, 200 jog", ["800m, 200m jog; 400m, 200m jog", "800m; 400m; 200m jog run"]),
        (
            "600m + 200m, 10 min rest, 400m + 200m",
            [
                "600m, 10min rest; 200m, 10min rest; 400m, open recovery; 200m",
                "600m, open recovery; 200m, 10min rest; 400m, open recovery; 200m",
            ],
        ),
    ],
)
def test_a_recovery_with_two_places_is_asked_with_both_sessions(text: str, readings: list[str]) -> None:
    assert asked(text) == readings


def test_between_sets_said_later_settles_a_recovery_before_it() -> None:
    settled = "3 x (4 x 200m, 60s rest), 3min recovery between sets"
    assert read("3 x 4 x 200, 60s rest and 3 min between sets").canonical == settled
    assert read("3 x 4 x 200\n60s rest, then 3 min between sets").canonical == settled


def test_a_recovery_that_clashes_with_a_mere_one_behind_it_is_asked() -> None:
    """That the second finds no place in one reading doesn't say that the other was meant."""
    refusal("12 x 200, 1 mile easy. with 60s")


def test_a_second_recovery_between_the_same_blocks_never_replaces_the_first() -> None:
    refusal("4 x 300 w/ 100 jog. 60s rest and 3 min between sets - 400, 300, 200")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("3 x 4 x 200, 1 min rest, 4 min", ["3 x (4 x 200m, 60s rest), 4min rest between sets"]),
        ("8 x 400m, 200m", ["8 x (400m, 200m)", "8 x 400m, 200m jog"]),
        ("3 x (4 x 200m, 200 jog), 400m", ["3 x (4 x 200m, 200m jog), 400m jog between sets"]),
        ("4 sets of 800m, 1 min rest, 400m, 3 min rest", ["4 x (800m, 60s rest; 400m, 3min rest)"]),
        ("600, 400, 200 x4", ["4 x (600m, 400m, 200m)", "600m; 400m; 4 x 200m"]),
        ("4 x 400, 4 x 200\nx 3", ["3 x (4 x 400m, 4 x 200m)", "4 x 400m; 3 x (4 x 200m)"]),
    ],
)
def test_work_and_counts_with_two_places_are_asked_with_their_sessions(text: str, readings: list[str]) -> None:
    found = asked(text)
    assert [reading for reading in readings if reading in found] == readings, found


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("12 x 400 w/ 60s rest, 4 min after every 4", "3 x (4 x 400m, 60s rest), 4min recovery between sets"),
        (
            "9 x 300, 100 jog, 400m jog between sets of three (three sets)",
            "3 x (3 x 300m, 100m jog), 400m jog between sets",
        ),
        ("2 x (5 x 200, 30s rest), 3 min after every 5", "2 x (5 x 200m, 30s rest), 3min recovery between sets"),
        ("10 x 300, 60s rest, 4 min after 5 reps", "2 x (5 x 300m, 60s rest), 4min recovery between sets"),
        ("7 x 300, 60s rest, 4 min after 4", "3 x 300m, 60s rest; 300m, 4min recovery; 3 x 300m, 60s rest"),
        ("2 x (4 x 300, 60s rest) 5 min between", "2 x (4 x 300m, 60s rest), 5min recovery between sets"),
        ("2 x (600, 300, 60s rest) 5 min between", "2 x (600m, 60s rest; 300m, 5min recovery)"),
        ("3 sets of 400/300/200 @ 68/50/32", "3 x (400m @ 68; 300m @ 50; 200m @ 32)"),
        (
            "2 sets of ladder: 600, 400, 300 w/ 90s, 60s, 60s recoveries, resp.",
            "2 x (600m, 90s recovery; 400m, 60s recovery; 300m, 60s recovery)",
        ),
        (
            "3 x 400, 2 x 1600. The recovery was 60s between the 400s, 2 min between the miles.",
            "3 x 400m, 60s recovery; 2 x 1600m, 2min recovery",
        ),
    ],
)
def test_a_size_says_which_reps_are_meant(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


def test_behind_so_many_reps_is_behind_every_one_of_those_or_once() -> None:
    assert asked("9 x 300, 60s rest, 4 min after 3") == [
        "3 x (3 x 300m, 60s rest), 4min recovery between sets",
        "2 x 300m, 60s rest; 300m, 4min recovery; 6 x 300m, 60s rest",
    ]


@pytest.mark.parametrize("word", ["finally", "lastly", "at the end"])
def test_a_rest_that_comes_last_stands_between_no_reps(word: str) -> None:
    assert read(f"7 x 300m, {word} 4 min rest").canonical == "7 x 300m"
    assert read(f"7 x 300m, 60s rest, {word} 4 min rest, 3 x 500m").canonical == (
        "7 x 300m, 60s rest; 4min rest between blocks; 3 x 500m, open recovery"
    )
    assert read(f"7 x 300m, 60s rest, {word} 3 x 500m").canonical.endswith("60s rest; 3 x 500m, open recovery")


@pytest.mark.parametrize("text", ["{}2 x (500m, 300m), 90s rest, 5 min{}", "{}2 rounds: 500m, 300m, 90s rest; 5 min{}"])
def test_a_rest_behind_the_first_round_stands_behind_all_of_it(text: str) -> None:
    assert read(text.format("", " after round 1")).canonical == "2 x (500m, 90s rest; 300m, 5min recovery)"


def test_sets_of_another_size_than_the_reps_give_are_refused() -> None:
    assert "no sets of 3" in refusal("8 x 400, 60s rest, 3 min after every 3").message


def test_a_longer_rep_in_less_time_a_metre_has_the_time_of_a_lap() -> None:
    assert asked("2 x (600, 400)\n600s @ 78, 400s @ 76, 2 min rest") == [
        "2 x (600m @ 78/400, 2min rest; 400m @ 76, 2min rest)"
    ]
    assert read("2 x (600, 400)\n600s @ 96, 400s @ 62, 2 min rest").session.steps


def test_each_count_of_a_list_is_for_its_own_item() -> None:
    assert asked("2 x 200, 400, 4 x 800")[0] == "2 x 200m; 400m; 4 x 800m"


def test_sets_that_are_spoken_of_say_what_a_count_is_for() -> None:
    whole = "3 x (800m, 2min recovery; 400m, 2min recovery; 200m, 4min recovery)"
    found = read("800, 400, 200 x3, 2 min between, 4 min between sets")
    assert found.canonical == whole
    assert "x 3 is taken for the whole list, because sets are spoken of" in found.assumptions
    assert read("3 sets: 5 x 200m R + 2 x 400m R, 5 min between sets").canonical.startswith("3 x (5 x 200m @ R")


def test_of_two_mere_times_behind_sets_the_longer_stands_between_them_and_this_is_said() -> None:
    found = read("3 x 4 x 200, 60s rest, 4 min rest")
    assert found.canonical == "3 x (4 x 200m, 60s rest), 4min rest between sets"
    assert "of two recoveries the shorter stands in the sets and the longer between them" in found.assumptions
    assert len(asked("3 x 4 x 200, 4 min rest, 60s rest")) == 2


def test_the_last_of_a_list_is_no_part_of_the_recovery_behind_a_slash() -> None:
    assert read("400, 300, 200 / 2 min jog").canonical == "400m, 2min jog; 300m, 2min jog; 200m, 2min jog"


def test_a_list_of_recoveries_is_never_one_between_sets() -> None:
    assert read("2 x (3 x 300), with 60s, 45s and 3 min rest").canonical == (
        "2 x (300m, 60s rest; 300m, 45s rest; 300m, 3min rest)"
    )
    refusal("2 x (5 x 300), with 60s, 45s, 30s rest")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("3 sets of 400, 300, 200", "3 x (400m, 300m, 200m)"),
        (
            "3 sets of 300, 200 and 100 with 1 min rest, 5 min between sets",
            "3 x (300m, 60s rest; 200m, 60s rest; 100m, 5min recovery)",
        ),
    ],
)
def test_sets_of_three_mere_lengths_are_sets_of_the_list(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize(
    "text",
    [
        "3 sets of 400, 300",
        "3 sets of 400, 300, 200, 4 x 100",
        "3 sets of 400, 300 @ 48, 200",
        "3 sets of 400, 300, 200 jog",
    ],
)
def test_sets_of_anything_else_without_brackets_are_asked_about(text: str) -> None:
    with pytest.raises(Refusal, match="could be counted with the reps before it"):
        read(text)
