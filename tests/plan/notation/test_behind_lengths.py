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
    "500s: 6-7 of them @ 5k, 200m jog": "6-7 x 500m @ 5k, 200m jog",
    "500s, 6 of them, 200m jog": "6 x 500m, 200m jog",
    "350m reps, anything from 4 to 6 of them, 3 min walk": "4-6 x 350m, 3 min walk",
    "700s in 2:20. Six. 75s rest": "6 x 700m @ 2:20, 75s rest",
    "900s, jog 90s after each, five or six in total": "5-6 x 900m, 90s jog",
    "350s at 5k pace: do 7, jogging 350m": "7 x 350m @ 5k, 350m jog",
    "350m hard, walk 2 min, do 7": "7 x 350m @ hard, 2 min walk",
    "350m reps on a 3:00 cycle x6": "6 x 350m on 3:00",
    "10 min warm-up. 350m reps, 60s rest, 7 times. 10 min cool-down": "10 min wu; 7 x 350m, 60s rest; 10 min cd",
    "20 min tempo, then 350s (7 of them), 60s rest": "20 min tempo, then 7 x 350m, 60s rest",
    "50s hard, 60s walk, 7 reps": "7 x 50s hard, 60s walk",
    "(500m, 300m), 4 of them, 60s rest": "4 x (500m, 300m), 60s rest",
    "6 to 8 strides, 70m each, walk back": "6-8 x 70m strides, walk back",
    "5 hills (each 45 s), jog down": "5 x 45 s hill, jog down",
    "2 x 250m, 500m, 3 x 900m, 500m, 2 x 250m": "2 x 250m, then 500m, then 3 x 900m, then 500m, then 2 x 250m",
    "14 min @ T / 2 min / 9 min @ T / 90 sec / 5 min @ T": "14 min @ T, 2 min rest, 9 min @ T, 90 sec rest, 5 min @ T",
    "7k @ MP / 4 min jog / 4k @ 10k pace": "7k @ MP, 4 min jog, 4k @ 10k pace",
}


@pytest.mark.parametrize("text", COUNTS)
def test_a_distance_before_its_count_needs_no_room(text: str) -> None:
    assert read(text).canonical == read(COUNTS[text]).canonical


@pytest.mark.parametrize(
    "text",
    [
        "strides, 80m each",
        "6 x 400s, 3 of them hard, 60s rest",
        "4 x 400m, 200m, 2 x 800m, 200m, 4 x 400m",
        "6 x 350m, 3 of them",
        "500m, 300m, 4 of them",
        "300s, 60s rest, 6 times",  # seconds as well
        "200s: 30, 29, 28",
        "2k warm-up, do 4",
        "600m in 1:48, 8, 60s rest",
    ],
)
def test_without_a_count_of_their_own_they_are_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


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


SHARED = {
    "7 x 3' (75\" jog), all sub-threshold": "7 x 3min @ sub threshold, 75s jog",
    "7 x 3 min, all at threshold, 75s jog": "7 x 3min @ threshold, 75s jog",
    "700m, 500m, 300m, all hard, 2 min rest": "700m hard, 500m hard, 300m hard, 2 min rest",
    "4 x 1k, 60s jog, 4 x 150m, 60s jog, all relaxed": "4 x 1k @ relaxed, 60s jog, 4 x 150m @ relaxed, 60s jog",
    "4 x 1k @ 10k, 60s jog, 4 x 150m, 60s jog, all relaxed": "4 x 1k @ 10k, 60s jog, 4 x 150m @ relaxed, 60s jog",
    "5 x 700m\nrun quick, jog 300m after each": "5 x 700m @ quick, 300m jog",
    "5 x 700m\nfastest even average, 3 min rest": "5 x 700m @ fastest even average, 3 min rest",
    "5 x 700m, 2:12 each, 75s rest": "5 x 700m @ 2:12, 75s rest",
    "700 x 5, 2:10-2:14 each, 2 min jog": "5 x 700m @ 2:10-2:14, 2 min jog",
}


@pytest.mark.parametrize("text", SHARED)
def test_what_is_said_of_all_reps_is_their_target(text: str) -> None:
    assert read(text).canonical == read(SHARED[text]).canonical


@pytest.mark.parametrize(
    "text",
    [
        "7 x 3 min, all jog",
        "7 x 3 min, all 75s jog",
        "7 x 300m, all but the last hard",
        "7 x 300m, run easy, 60s jog",
        "5 x 700m, 2:15 each",
        "5 x 700m, 90s each, 5 min between sets",
        "3 x 4 x 700m, 90s each, 3 min rest",
        "6 x 2 min, 60s each, 75s rest",
        "5 x 700m, 2:15 each, 4 x 200m",
    ],
)
def test_what_may_be_no_target_of_all_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


COUNTED = {
    "7 reps: 350m, 75s rest": "7 x 350m, 75s rest",
    "3 sets x 5 x 70m, 1 min between reps, 5 min between sets": "3 x (5 x 70m), 1 min between reps, 5 min between sets",
    "3 sets x 5 strides of 70m, 60s rest between reps, 3 min rest between sets": (
        "3 x (5 x 70m stride), 60s rest between reps, 3 min rest between sets"
    ),
    "3 sets –\n5 x 170m flat out\n2 min walk between reps\n9 min between sets": (
        "3 x (5 x 170m flat out, 2 min walk), 9 min between sets"
    ),
    "3 sets, each 5 x 170m, 60s rest, 3 min between sets": "3 x (5 x 170m, 60s rest), 3 min between sets",
    "4 series, 3 reps of 170m in each; 60s after a rep, 5 min after a series": (
        "4 x (3 x 170m, 60s recovery), 5 min between sets"
    ),
    "2 sets - 4 x 350m R, 3 x 250m R; rest 6 min after the first set": (
        "2 x (4 x 350m @ R, open recovery, 3 x 250m @ R, open recovery), 6 min rest between sets"
    ),
    "3 sets: 500m, 3 x 250m": "3 x (500m, 3 x 250m)",
    "3 sets: 5 x 170m, 60s rest, 4 min between sets, 4 x 70m strides": (
        "3 x (5 x 170m, 60s rest), 4 min between sets, then 4 x 70m strides, open recovery"
    ),
    "3 of 70s on / 70s off\n4 of 50s on / 50s off": "3 x 70s on / 70s off\n4 x 50s on / 50s off",
    "4 reps 1.5km just below threshold - 90s walk": "4 x 1.5km @ just below threshold, 90s walk",
    "6 strides x 120m, walk back": "6 x 120m strides, walk back",
    "170m x5 6min rest": "5 x 170m, 6min rest",
    "12 x 350. Split it as 3 sets of 4 x 350. 100m walk, 400m jog between sets": (
        "3 x (4 x 350, 100m walk), 400m jog between sets"
    ),
    "Run this twice through, 4 min walk after the first go: 5 x 170m, 60s rest": (
        "2 x (5 x 170m, 60s rest), 4 min walk between sets"
    ),
    "350s at 800 pace: do 7, 60s rest": "7 x 350m @ 800, 60s rest",
    "7 hill sprints of 9s, walk down": "7 x 9s hill @ sprints, walk down",
    "Hill sprints 7 x 9s, walk down": "7 x 9s hill @ sprints, walk down",
    "7 hill sprints, 9s each, walk down": "7 x 9s hill @ sprints, walk down",
    "one set of 7 x 350m, 60s jog": "7 x 350m, 60s jog",
    "a set of 7 350s, 60s jog, then a set of 4 x 250m, 30s jog": "7 x 350m, 60s jog, then 4 x 250m, 30s jog",
    "500m, 60s jog, 250m, 3 min walk. 3 of these.": "3 x (500m, 60s jog, 250m, 3 min walk)",
    "6 1k's, 60s rest": "6 x 1k, 60s rest",
    "9 rounds - 70s hard, 90s walk": "9 x 70s hard, 90s walk",
    "10 min warm-up. 3 sets - 5 x 170m": "10 min warm-up, then 3 x (5 x 170m)",
    "5 x 170m, 3 sets, 4 x 70m": "3 x (5 x 170m), then 4 x 70m",
    "12k alternating 1k HMP+5, 1k HMP+35": "6 x (1k @ HMP+5s/km, no rest, 1k @ HMP+35s/km, no rest)",
    "8k alternating kms (1k MP, 1k HMP)": "4 x (1k @ MP, no rest, 1k @ HMP, no rest)",
}


@pytest.mark.parametrize("text", COUNTED)
def test_counts_in_words_of_their_own(text: str) -> None:
    assert read(text).session == read(COUNTED[text]).session


@pytest.mark.parametrize(
    "text",
    [
        "5 of 60s rest",
        "6 x 350m. 3 of them.",
        "12 x 350, split into 3 sets of 4 x 250",
        "7 reps: warm up",
        "3 sets x 10",
        "3 sets - 90s rest",
        "12k alternating kms",
    ],
)
def test_counts_without_their_reps_are_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "3 sets: 5 x 170m, 4 x 250m, then 4 x 70m",
        "3 sets: 5 x 170m, 60s rest. 4 x 70m strides",
        "3 sets of 5 x 170m, 4 x 250m",
        "3 sets: 5 x 170m, 4 x 250m, 6 min after the first set",
    ],
)
def test_what_could_be_in_the_sets_or_behind_them_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


IN_TURN = {
    "4 x 700m, odds in 2:12, evens in 2:06, 60s rest": "4 x 700m @ 2:12, 2:06, 2:12, 2:06, 60s rest",
    "3 x 1k, evens hard, odds at MP": "1k @ MP, 1k hard, 1k @ MP",
    "3 x 1k, the odd ones at MP and the even ones at HMP": "3 x 1k @ MP/HMP/MP",
    "3 x 1k (odd reps MP, even reps HMP), 60s jog": "3 x 1k @ MP/HMP/MP, 60s jog",
}


@pytest.mark.parametrize("text", IN_TURN)
def test_odds_and_evens_have_a_target_each(text: str) -> None:
    assert read(text).canonical == read(IN_TURN[text]).canonical


@pytest.mark.parametrize(
    "text",
    [
        "4 x 700m, odds in 2:12, odds in 2:06",
        "4 x 700m, 4 x 300m, odds hard, evens steady",
        "3 x 4 x 700m, odds hard, evens steady",
        "4-6 x 700m, odds hard, evens steady",
        "4 x 2 min, odds hard, evens easy",  # the even ones could be the recovery
        "4 x 700m, odds off 60s, evens off 90s",
        "4 x 700m, odds hard, evens 60s jog",
        "4 x 700m @ 5k, odds in 2:12, evens in 2:06",
        "3 x 1k @ MP, HMP",  # of several races none is left out
    ],
)
def test_odds_and_evens_of_what_nobody_knows_are_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("behind", "canonical"),
    [
        ("80s jog, last one quick", "8 x 350m, 80s jog; 350m @ quick"),
        ("80s jog (the last two a bit quicker)", "7 x 350m, 80s jog; 2 x 350m @ a bit quicker, 80s jog"),
        ("80s jog. Final rep all out.", "8 x 350m, 80s jog; 350m @ all out"),
        ("first one easy, 80s jog", "350m @ easy, 80s jog; 8 x 350m, 80s jog"),
        (
            "first in 62 and last in 57, 80s jog",
            "350m @ 62, 80s jog; 7 x 350m, 80s jog; 350m @ 57",
        ),
        (
            "first four at 10k pace, last five at 5k pace; 80s jog",
            "4 x 350m @ 10k, 80s jog; 5 x 350m @ 5k, 80s jog",
        ),
    ],
)
def test_the_first_or_the_last_reps_have_a_target_of_their_own(behind: str, canonical: str) -> None:
    assert read(f"9 x 350, {behind}").canonical == canonical


@pytest.mark.parametrize(
    "text",
    [
        "8-9 x 350, 80s jog, last one quick",
        "3 x (4 x 350, 80s jog), 4 min jog, last one quick",
        "4 x 900, 2 min jog; 9 x 350, 80s jog. Last one quick.",
        "9 x 350, 80s jog, last 350 quick",
        "9 x 350, 80s jog, last 2 min quick",
        "9 x 350, 80s jog, last lap quick",
        "9 x 350, 80s jog, last 9 quick",
        "9 x 350, 80s jog, last 5 at 5k pace, first 6 at 10k pace",
        "9 x 350, 80s jog, last one 57",
    ],
)
def test_what_is_last_is_asked_about_where_it_is_no_rep_that_one_can_tell(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_the_dot_of_a_shortened_warm_up_is_its_own() -> None:
    same = read("4 km échauffement\n7 x 700m, r=1'30\n3 km retour au calme")
    for warm_up in ("Échauff. 4 km", "Échauf. 4 km", "echauf. 4 km"):
        assert read(f"{warm_up}\n7 x 700m, r=1'30\nRAC 3 km").canonical == same.canonical
