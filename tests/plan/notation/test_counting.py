"""How often, in the words of coaches: times through, groups, lists with bullets, the whole thing again."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.session import without_words

SAME = {
    "600m hard, 200m jog, 5 times through": "5 x (600m hard, 200m jog)",
    "600m hard, 200m jog. Five times through.": "5 x (600m hard, 200m jog)",
    "3 min hard, 2 min easy, 6 times": "6 x (3 min hard, 2 min easy)",
    "600m hard, 200m jog. Do this 4 times.": "4 x (600m hard, 200m jog)",
    "Do this 3 times:\n- 700m\n- 300m": "3 x (700m, 300m)",
    "Repeat 5 times: 700m, 200m jog": "5 x 700m, 200m jog",
    "3 x repeat 4 x 150m": "3 x (4 x 150m)",
    "600m hard, 200m jog. Go through that 3-4 X": "3-4 x (600m hard, 200m jog)",
    "1k, 600m, 200m, 2 min jog, once through": "1k, 600m, 200m, 2 min jog",
    "600 (100 walk) 300 (100 walk) 300, lap jog, and again": "2 x (600m, 100m walk, 300m, 100m walk, 300m, 400m jog)",
    "500m in 80, 90s rest, 500m in 80\nRest 8 min\nSame again": "2 x (500m in 80, 90s rest, 500m in 80, 8 min rest)",
    "3 batches of 5 x 150m, 45s rest, 4 min between batches": "3 x (5 x 150m, 45s rest), 4 min between sets",
    "3 blocks of 5 x 150m, 45s rest, 4 min between blocks": "3 x (5 x 150m, 45s rest), 4 min between sets",
    "3 groups of 5 x 150m, 45s rest, 4 min between groups": "3 x (5 x 150m, 45s rest), 4 min between sets",
    "3 blocks of 7 min, 2 min jog": "3 x 7 min, 2 min jog",
    "20 x 150 in groups of 5, 30s rest, 3 min between groups": "4 x (5 x 150m, 30s rest), 3 min between sets",
    "20 x 150m (sets of 5), 30s rest, 3 min between sets": "4 x (5 x 150m, 30s rest), 3 min between sets",
    "4 SETS OF:\n- 500m @ 95\n- 200m jog\n- 100m fast": "4 x (500m @ 95, 200m jog, 100m fast, open recovery)",
    "4 sets of:\n- 500m @ 95\n- 200m jog\n- 100m fast\n3 min between sets": (
        "4 x (500m @ 95, 200m jog, 100m fast), 3 min between sets"
    ),
    "2k wu, 900m, 4 x 300m, 900m. Rest 2 min": "2k wu; 900m, 2 min rest; 4 x 300m, 2 min rest; 900m, 2 min rest",
    "500m, then 3-5 x 900m, then 500m. Recoveries 3:00 down to 2:00": (
        "500m, 2-3 min recovery; 3-5 x 900m, 2-3 min recovery; 500m, 2-3 min recovery"
    ),
    "Do this twice, 6 min between sets: 9 min tempo, 3 x 500m @ 10k": (
        "2 x (9 min tempo, open recovery, 3 x 500m @ 10k), 6 min between sets"
    ),
    "Twice through, 6 min between: 3 x 500m @ 10k, 2 x 9 min of tempo": (
        "2 x (3 x 500m @ 10k, 2 x 9 min tempo), 6 min between sets"
    ),
    "Run all of this twice with a 6 min walk in the middle: 9 min @ HMP, 3 400s @ 5k": (
        "2 x (9 min @ HMP, 3 x 400 @ 5k), 6 min walk between sets"
    ),
    "40s @ 5k, 20s walk, keep going for 15 min": "15 x 40s @ 5k, 20s walk",
    "35 s on / 25 s off x 7 reps x 2 sets": "2 x (7 x 35s, 25s recovery)",
    "500m hard, 200m jog x 5 reps": "5 x 500m hard, 200m jog",
    "7 by 1000s, 60s rest": "7 x 1000m, 60s rest",
    "4 rounds: 900m @ 10k, 90s jog, 300m @ 3k": "4 x (900m @ 10k, 90s jog, 300m @ 3k)",
    "3-4 rounds of 500m @ 98% + 250m @ 85%, non-stop": "3-4 x (500m @ 98%, no rest, 250m @ 85%, no rest)",
    "3x: 9 min T / 3 min easy / 6 min T": "3 x (9 min T, 3 min jog, 6 min T)",
    '3 sets: 700m @ 10k / 40" rest / 300m @ 5k / 80" rest': "3 x (700m @ 10k, 40s rest, 300m @ 5k, 80s rest)",
    "3 rounds of 900m @ 5k, 500m @ 3k and 2k to finish": "3 x (900m @ 5k, 500m @ 3k); 2k",
    "2 rounds:\n\n• 500m\n• 60s rest\n• 300m\n\n4 x 80m strides": (
        "2 x (500m, 60s rest, 300m, open recovery); 4 x 80m strides"
    ),
}


@pytest.mark.parametrize("text", SAME)
def test_a_count_in_words_is_a_count(text: str) -> None:
    assert read(text).session == read(SAME[text]).session


BLOCKS = {
    "15 x 250m, grouped in fives (so three groups): jog 100m after each rep, jog 500m after each group": (
        "3 x (5 x 250m, 100m jog), 500m jog between sets"
    ),
    "Fifteen 250s (no faster), run as five sets of three: 80s between reps, 4 min between sets": (
        "5 x (3 x 250m (note: no faster), 80s recovery), 4min recovery between sets"
    ),
    "15 x 250m, 100m jog between reps, 500m jog after every fifth (3 sets of 5)": (
        "3 x (5 x 250m, 100m jog), 500m jog between sets"
    ),
    "9 min brisk, 2 min walk, 5 min steady\nGo through that 3 times.": "3 x (9 min brisk, 2 min walk, 5 min steady)",
    "15 x 250m (3 sets of 5), 100m jog, 400m between sets": "3 x (5 x 250m, 100m jog), 400m between sets",
    "15 x 250m in 3 sets of 5, 30s between reps, 3 min between sets": "3 x (5 x 250m, 30s recovery), 3min between sets",
    "15 x 250m, 3 sets of 5, 30s between reps, 3 min between sets": "3 x (5 x 250m, 30s recovery), 3 min between sets",
    "12-15 x 250 (done as 3 sets of 4-5), 100 jog between everything": "3 x (4-5 x 250, 100 jog), 100 jog between sets",
    "Every 2 minutes, 7 times: run 250 meters": "7 x 250m, on 2:00",
    "2 x (700-500-300-150), rec 400/300/200/600m": "2 x (700, 400 rec; 500, 300 rec; 300, 200 rec; 150, 600m rec)",
    "4 x (500, 250), all off 45 s float": "4 x (500, 45 s float; 250, 45 s float)",
    "4 x 250m x 3 sets, 60s rest, 4 min between sets": "3 x (4 x 250m, 60s rest), 4 min between sets",
    "500 x 4-5, 200m jog": "4-5 x 500m, 200m jog",
    "10 min warm up, then the ladder [300m, 500m, 300m], 60s rest": "10 min warm up, then 300m, 500m, 300m, 60s rest",
    "250m, 450m, 250m x3 - 90 seconds between reps, 6 minutes between sets": (
        "3 x (250m, 450m, 250m), 90s between reps, 6 min between sets"
    ),
    "3 x 450m, 300m, 150m; 200m walk between each. 4 min easy between sets": (
        "3 x (450m, 300m, 150m), 200m walk between reps, 4 min easy between sets"
    ),
    "800, 500, 200, each one followed by 2 minutes rest": "800, 500, 200, 2 min rest",
    "4, 3, 2, 1 mins, 2 mins jog": "4, 3, 2, 1 mins with 2 mins jog",
    "A) 4 x 500m, 60s rest\nB) 4 x 250m, 30s rest": "4 x 500m, 60s rest\n4 x 250m, 30s rest",
}


@pytest.mark.parametrize("text", BLOCKS)
def test_a_count_behind_and_a_list_in_sets(text: str) -> None:
    assert without_words(read(text).session) == without_words(read(BLOCKS[text]).session)


def test_blocks_may_be_named_behind_a_dash() -> None:
    text = "Block 1 – 4 x 500m, 60s rest\nBlock 2 – 4 x 250m, 30s rest"
    assert without_words(read(text).session) == read("4 x 500m, 60s rest; 4 x 250m, 30s rest").session


@pytest.mark.parametrize(
    "text",
    [
        "2k steady, 8 x 150m (3 sets), 60s rest between reps, 3 min between sets",
        "4 x 700m, 2 min rest, 8 x 150m (3 sets), 60s rest between reps",
        "6 x 80m strides\n5 x 500m, 60s rest, and again",
        "1k, 2 min rest, 4 x 250m x 3 sets, 60s rest between reps, 3 min between sets",
        "4 x 250m x 3",
        "8 x 3 min hard, 90 easy",
        "3 x 450m, 300m, 150m; 200m walk between each.",
        "500m x 4-600m",
        "hill reps of 50 sec, jog down",
        "10 min warm up, hill reps of 50 sec, jog down",
        "15 x 250m, 3 sets of 4, 100m jog",
        "15 x 250m (3 sets of 5), 100m jog",
        "15 x 250m, 3 sets of 5 x 250m, 100m jog",
    ],
)
def test_a_count_behind_several_blocks_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


COUNTED = {
    "7 all-out 70m sprints, walk back": "7 x 70m all-out sprints, walk back",
    "4 hard 2 min efforts, 90s jog": "4 x 2 min hard, 90s jog",
    "5 1k reps, 60s jog": "5 x 1k, 60s jog",
    "5 2ks, 60s jog": "5 x 2k, 60s jog",
    "7 reps, 500m each, 60s rest": "7 x 500m, 60s rest",
    "7 reps x 500m, 60s rest": "7 x 500m, 60s rest",
    "Between 6 and 8 x 500m, 60s rest": "6-8 x 500m, 60s rest",
    "ten times up the 120 metre hill, walk down": "10 x 120m hill, walk down",
    "3 x 1k, 2 min jog, another 4-5 x 300m, 60s jog": "3 x 1k, 2 min jog, 4-5 x 300m, 60s jog",
    "4 x 500m, 60s rest, then 3 more x 250m, 60s rest": "4 x 500m, 60s rest, then 3 x 250m, 60s rest",
    "4 x 500m, 60s rest, one last 250m": "4 x 500m, 60s rest, 250m",
    "4 x 500m, 60s rest, then one 250m": "4 x 500m, 60s rest, then 250m",
}


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted_is_described_beside_its_count(text: str) -> None:
    assert without_words(read(text).session) == without_words(read(COUNTED[text]).session)


@pytest.mark.parametrize(
    "text",
    [
        "8 hard 400",
        "6 x 800m, one 400m jog between",
        "6 x 400s, 3 of them hard, 60s rest",
        "90s rest between 8 and 10 x 300m",
        "20 min easy 5 min efforts",
        "twenty two minute efforts",
        "5 x 300m, 6 reps 90 sec rest",
    ],
)
def test_a_count_that_could_be_something_else_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


LISTS = {
    "2-1-2 min, 60s jog": "2 min, 1 min, 2 min with 60s jog",
    "3-2-3-2-3 min, 60s jog": "3 min, 2 min, 3 min, 2 min, 3 min with 60s jog",
    "4 sets of 1-2-3 min, 60s jog": "4 x (1 min, 2 min, 3 min), 60s jog",
    "2'-1'-2', 60s jog": "2 min, 1 min, 2 min with 60s jog",
    "six hill reps of 50 sec, jog down": "6 x 50 s hill, jog down",
    "5 x 500 - 2-3 min rest": "5 x 500m, 2-3 min rest",
    "3 x 20, 40, 60, 80 secs, 60s rest": "3 x (20 s, 40 s, 60 s, 80 s), 60s rest",
    "2 x 7, 5, 3 min, 90s jog": "2 x (7 min, 5 min, 3 min), 90s jog",
    "3 sets of 15, 30, 45, 60, 75 secs, 60s rest": "3 x (15 s, 30 s, 45 s, 60 s, 75 s), 60s rest",
    "10/8/6 mins threshold with 2 mins jog between": "10/8/6 min @ threshold, 2 min jog",
    "800 → 600 → 400, 90s rest": "800, 600, 400, 90s rest",
    "7 min @ T > 2 min rest > 5 min > 90s jog > 300m": "7 min @ T, 2 min rest, 5 min, 90s jog, 300m",
    "3 x 1k, 2 min rest >> 3 x 300m, 60s rest": "3 x 1k, 2 min rest, 3 x 300m, 60s rest",
    "700m, 60s rest; 300m >> 5 min rest >> all of it once more": "2 x (700m, 60s rest; 300m, 5 min rest)",
    "4 x (350m rest 90s 150m) walk 6 min": "4 x (350m, rest 90s, 150m), walk 6 min",
    "4 x (350m jog 100m 250m jog 200m)": "4 x (350m, jog 100m, 250m, jog 200m)",
    "3 x (500 → 250), 60s rest, 4 min between sets": "3 x (500m, 250m), 60s rest, 4 min between sets",
    "4 mins on, 2 off, 3 on, 1 off, 2 on": "4 min, 2 min recovery; 3 min, 1 min recovery; 2 min",
    "10 x 40 sec on and 20 off": "10 x 40s, 20s recovery",
    "12 x 30 on 30 off": "12 x 30s, 30s recovery",
    "6 x (50s on, 70s float)": "6 x 50s, 70s float",
}


@pytest.mark.parametrize("text", LISTS)
def test_what_is_said_once_holds_for_the_whole_list(text: str) -> None:
    assert read(text).session == read(LISTS[text]).session


@pytest.mark.parametrize("text", ["3 x 20, 40, 60, 80 secs, 60s rest", "4 mins on, 2 off, 3 on", "12 x 30 on 30 off"])
def test_a_unit_given_to_others_is_said(text: str) -> None:
    assert any("taken" in said for said in read(text).assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "3 x 3, 2 min",
        "3 x 300, 250, 200m, 60s rest",
        "3 x 500 → 250",
        "500 → 250, 60s rest",
        "6 x 1k, 10k → 5k, 60s rest",
        "6 x 400m @ 75 → 72, 60s rest",
        "6 x 400m @ 75 > 72, 60s rest",
        "600m > 300m",
        "4 x (300m jog 100m)",
        "4 x 400m, 175 → 172, 60s rest",
        "50 on, 30 off, 20 on, 10 off",
        "8 x 400m at 80 on, 60 off",
        "4 min hard / 2 min hard",
        "6-800's, 60s jog",
    ],
)
def test_a_list_that_could_be_something_else_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_what_is_done_again_without_a_number_is_said_to_be_done_twice() -> None:
    assert any("twice in all" in said for said in read("800m, 90s rest, 400m, 3 min rest, and again").assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "8 x 150m, 30s rest, 3 times",
        "8 x 150m, 30s rest. 600m hard, 60s rest. Do this 3 times",
        "5 x 600m, 60s rest, and again after 5 min",
        "600m again, 60s rest",
        "12 x 600m in groups of 5, 60s rest",
        "12 x 600m in groups of 4, 60s rest",
        "12 x 600m in 2 groups, 60s rest",
        "12 x 600m in groups of 4 runners, 60s rest",
        "Group 1: 8 x 600m, 60s rest\nGroup 2: 5 x 600m, 60s rest",
    ],
)
def test_a_count_that_could_be_for_less_or_for_runners_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("9 reps: 350m @ 5k, 80s jog", "9 x 350m @ 5k, 80s jog"),
        ("7-9 reps: 70 s hard, 80 s jog", "7 x 70s @ hard, 80s jog"),
        ("Go 9 times 350m, 80s jog", "9 x 350m, 80s jog"),
        ("9 x 350m, go every 3 min", "9 x 350m, on 3:00"),
    ],
)
def test_reps_before_a_colon_and_go_count_what_follows(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


def test_as_many_lengths_as_reps_are_not_run_as_often_in_silence() -> None:
    for text in ("3 reps: 700m, 500m, 300m", "2 reps: 6 min, 4 min", "4 reps: 700, 500, 300, 100, 2 min jog"):
        with pytest.raises(Refusal):
            read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2 tempo runs of 4k, 3 min jog", "2 x 4000m @ tempo, 3min jog"),
        ("Three hard efforts of 4 min, 2 min jog", "3 x 4min @ hard, 2min jog"),
        ("7-9 fast reps of 150m, 150m walk", "7 x 150m @ fast, 150m walk"),
    ],
)
def test_how_hard_stands_between_the_count_and_what_is_counted(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize(
    "text", ["5 easy runs of the week", "2 tempo runs of 4k, 3k, 3 min jog", "5 km tempo run of 4k"]
)
def test_what_is_counted_behind_an_effort_is_one_piece(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert all("tempo" in offered for offered in refused.value.readings)


# --- two efforts in turn ----------------------------------------------------------------------------------------------


_ON = "no rest"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("6k alternating 1k MP and 1k easy", "3 x (1000m @ marathon, no rest; 1000m @ easy, no rest)"),
        ("6k switching every 1k between HMP and easy", "3 x (1000m @ half, no rest; 1000m @ easy, no rest)"),
        (
            "3k warm-up, then 6k alternating every km between MP and easy, 1k cool-down",
            "3000m warm-up; 3 x (1000m @ marathon, no rest; 1000m @ easy, no rest); 1000m cool-down",
        ),
        ("8k of over/unders: 1k at 10k pace, 1k at MP", "4 x (1000m @ 10k, no rest; 1000m @ marathon, no rest)"),
        (
            "5 miles of alternations: 1m MP/1m MP+20",
            "2 x (1 mile @ marathon, no rest; 1 mile @ marathon+20s/mile, no rest); 1 mile @ marathon",
        ),
        (
            "8k, 600m at MP into 1400m at MP + 20 sec/km, over and over",
            "4 x (600m @ marathon, no rest; 1400m @ marathon+20s/km, no rest)",
        ),
        (
            "12k Over/unders - (1k at 10k pace / 1k at MP), no breaks",
            "6 x (1000m @ 10k, no rest; 1000m @ marathon, no rest)",
        ),
        ("9k: 2k @ 98%, 1k @ 88%, three times", "3 x (2000m @ 98%, no rest; 1000m @ 88%, no rest)"),
        ("400m made up of 100m drill / 100m stride", "2 x (100m (note: drill), no rest; 100m stride, no rest)"),
        (
            "600m of alternating 100m drills with 100m strides",
            "3 x (100m (note: drills), no rest; 100m stride, no rest)",
        ),
        ("24 min alternating every minute between 5k and easy", "12 x (60s @ 5k, no rest; 60s @ easy, no rest)"),
        (
            "6 miles alternating every mile between MP and 10k",
            "3 x (1 mile @ marathon, no rest; 1 mile @ 10k, no rest)",
        ),
        (
            "6 km, changing pace every km: odd ones at MP, even ones MP plus 15 sec/km",
            "3 x (1000m @ marathon, no rest; 1000m @ marathon+15s/km, no rest)",
        ),
        ("2 x 900, alternating 100s fast / 200s slow", "2 x (3 x (100m @ fast, no rest; 200m @ slow, no rest))"),
    ],
)
def test_two_efforts_in_turn_fill_their_total(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize(
    "text",
    [
        "24 min alternating every minute",
        "24 min alternating every 5 min between hard and easy",
        "6k alternating every km between MP and easy and steady",
        "6 x 1k alternating every km between MP and easy",
        "6k alternating 1k 400m",
        "6k of over/unders",
        "8k of rollers: 1k at 10k pace, 1k at MP",
        "6 miles alternating 1m hard, 1m easy",
        "6k of over/unders: 1k @ 10k, 700m easy, 100m hard",
        "8k in-and-outs",
        "6 km, 400m at MP, 200m at 10k pace",
        "18k: 2km @ 98% into 1km @ 88%, 5 times",
        "10k continuous: 1k at MP, 1k at 10k pace",
        "6 km, changing pace every km: odd ones at MP",
        "6 km, changing pace every km: odd ones at MP, odd ones at 10k pace",
    ],
)
def test_what_does_not_fill_its_total_in_turn_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("4 x 7'SS/2'E, 15'WD", "4 x 7min @ SS, 2min jog; 15min cool-down"),
        ("6 x 4 min I x 3 min E", "6 x 4min @ I, 3min jog"),
        ("7 x 3m T x 1m E", "7 x 3min @ T, 60s jog"),
        ("5 x 4 min strong x 90s jog", "5 x 4min @ strong, 90s jog"),
        ("""9 x (Z4 50" / Z1 70")""", "9 x 50s @ Z4, 70s jog"),
        (
            "2-4-2 min fast/slow",
            "2min @ fast, equal time jog; 4min @ fast, equal time jog; 2min @ fast, equal time jog",
        ),
        (
            "2 min on/2 min off, then 3, 4, 3 on/off",
            "2min, 2min recovery; 3min, equal time recovery; 4min, equal time recovery; 3min, equal time recovery",
        ),
        ("15 x 300 with just 25 secs off", "15 x 300m, 25s recovery"),
        ("4 times through: 5 min firm, 2 min relaxed jog", "4 x 5min @ firm, 2min jog"),
    ],
)
def test_what_is_easy_in_turn_is_the_recovery(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


_PARTS = "5 x (400m @ 5k, no rest; 200m @ all out, {})"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 x 600m as 400m at 5k pace + 200m all out", _PARTS.format("open recovery")),
        ("5 x 600m as 400m at 5k pace + 200m all out, 3 min rest", _PARTS.format("3min rest")),
        ("5 x 600m (400 at 5k pace, 200 all out) off 4 min", _PARTS.format("4min recovery")),
        ("5 x 600m: 400mat 5k pace, 200m all out. 200m walk", _PARTS.format("200m walk")),
        ("2 x 6 min with 4 min at MP, 2 min at 10k pace", "2 x (4min @ marathon, no rest; 2min @ 10k, open recovery)"),
        (
            "3 x 1200 in-and-outs (quick 200, float 200), 5 min rest",
            "3 x (3 x (200m @ quick, no rest; 200m @ float, no rest)), 5min rest between sets",
        ),
        ("3 x 400 ins & outs: 100 hard / 100 float", "3 x (2 x (100m @ hard, no rest; 100m @ float, no rest))"),
        (
            "4 x 500, 2 min jog - the first 300 at 1500 pace, the last 200 all out",
            "4 x (300m @ 1500, no rest; 200m @ all out, 2min jog)",
        ),
        ("4 x 500m, last 200m in 32, 2 min rest", "4 x (300m, no rest; 200m @ 32, 2min rest)"),
        ("4 x 500m (last 200 of each in 32), 2 min rest", "4 x (300m, no rest; 200m @ 32, 2min rest)"),
        ("4 x 500m, 2 min rest, first 200m in 35", "4 x (200m @ 35, no rest; 300m, 2min rest)"),
        ("4 x 500: first 300 hard, last 200 easy. 2 min rest", "4 x (300m @ hard, no rest; 200m @ easy, 2min rest)"),
        (
            "2 x 4 x 600m. 300m fast, 300m jog, 8 min between sets",
            "2 x (4 x (300m @ fast, no rest; 300m @ easy, open recovery)), 8min recovery between sets",
        ),
        ("1 mile (800m steady, 800m hard)", "800m @ steady, no rest; 800m @ hard"),
        ("5 x 600m: 400m at 5k p then straight into 200m all out, r 2 min", _PARTS.format("2min recovery")),
        ("5 x 600m, of which 400m at 5k pace and then, no rest, 200m all out. 2 min jog", _PARTS.format("2min jog")),
        ("5 x 600m run as 400m 5k pace + 200m all out, no stopping, 2 min jog", _PARTS.format("2min jog")),
        ("5 x 600m w/ 2 min jog: 400m 5k pace, another 200m all out, non stop", _PARTS.format("2min jog")),
    ],
)
def test_the_parts_of_a_rep_are_run_straight_through(text: str, canonical: str) -> None:
    reading = read(text)
    assert reading.canonical == canonical
    assert any("straight through" in said for said in reading.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "5 x 600m (400m hard, 100m easy)",
        "5 x 600m (200m jog, 400m walk)",
        "3 x 1200 alternating 200 hard, 200 float, 200 jog",
        "5 x 600m, 400m hard, 200m easy",
        "5 x 600m (400m hard, 200m easy) @ 5k",
        "5 x 600m (400m hard, 200m easy), equal jog",
        "5 x 600m @ 1:50 as 400m hard, 200m easy",
        "5 x 600m: 400m hard, 200m easy, no rest",
        "10 miles, of which 6 at marathon pace",
    ],
)
def test_what_does_not_make_up_a_rep_is_not_its_parts(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize("text", ["3 x 2m T x 1m E", "3 x 8'E/2'E", "5 x 400m x 400m", "15 min hard/easy"])
def test_what_could_be_in_turn_otherwise_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_reps_before_a_colon_may_be_timed_by_the_clock() -> None:
    assert read("9 reps: 1:20 hard, 70s jog").canonical == "9 x 80s @ hard, 70s jog"


AGAIN = {
    "500m hard, 200m jog, 300m hard, 3 min rest, all x 3": "3 x (500m hard, 200m jog, 300m hard, 3 min rest)",
    "500m hard, 200m jog, 300m hard, 3 min rest. All of it three times.": (
        "3 x (500m hard, 200m jog, 300m hard, 3 min rest)"
    ),
    "500m hard, 200m jog, 300m hard, 3 min rest, 3 times in all": "3 x (500m hard, 200m jog, 300m hard, 3 min rest)",
    "500m hard, 200m jog, 300m hard, 3 min rest, 3 times over": "3 x (500m hard, 200m jog, 300m hard, 3 min rest)",
    "500m hard, 200m jog, 300m hard, 3 min rest. Then the lot once more": (
        "2 x (500m hard, 200m jog, 300m hard, 3 min rest)"
    ),
    "500m @ 85 x 3, 300m @ 48 x 3": "3 x 500m @ 85, 3 x 300m @ 48",
    "500m @ 85 x 2, 90s rest, 300m @ 48 x 4, 60s rest": "2 x 500m @ 85, 90s rest, 4 x 300m @ 48, 60s rest",
    "5 x 300m in 50, 60s rest, 4 min rest, then same again": "2 x (5 x 300m in 50, 60s rest), 4 min rest between sets",
    "5 x 300m, 60s rest, 4 min jog, 3 times": "3 x (5 x 300m, 60s rest), 4 min jog between sets",
    "5 x 300m in 50, 60s rest, 2k tempo, 5 x 300m again": (
        "5 x 300m in 50, 60s rest, 2k tempo, open recovery, 5 x 300m in 50, 60s rest"
    ),
    "5 x 300m in 50, 60s rest, 4 min rest, another 5 x 300m": (
        "5 x 300m in 50, 60s rest; 4 min rest between blocks; 5 x 300m in 50, 60s rest"
    ),
    "5 x 300m in 50, 60s rest, 2k tempo, 5 x 300m as before": (
        "5 x 300m in 50, 60s rest, 2k tempo, open recovery, 5 x 300m in 50, 60s rest"
    ),
    "5 x 300m in 50, 60s rest, 5 x 300m again @ 48": "5 x 300m in 50, 60s rest, 5 x 300m in 48, 60s rest",
    "700m in 2:20, 90s rest, 3 x 300m, 60s rest, 700m again, 90s rest, 200m": (
        "700m in 2:20, 90s rest, 3 x 300m, 60s rest, 700m in 2:20, 90s rest, 200m"
    ),
    "500m hard, 200m jog, 300m hard, 3 min rest, then all of it again": (
        "2 x (500m hard, 200m jog, 300m hard, 3 min rest)"
    ),
    "500m hard, 200m jog, 300m hard, 3 min rest REPEAT": "2 x (500m hard, 200m jog, 300m hard, 3 min rest)",
    "500m hard, 200m jog, 300m hard. Repeat it all once.": "2 x (500m hard, 200m jog, 300m hard)",
    "Twice through, 4 min rest halfway: 500m hard, 200m jog, 300m hard": (
        "2 x (500m hard, 200m jog, 300m hard, 4 min rest)"
    ),
    "3 rounds with 4 min between rounds: 5 x 200m, 30s rest": "3 x (5 x 200m, 30s rest), 4 min between sets",
    "3 times thru: 500m hard, 200m jog\n4 x 80m strides": "3 x 500m hard, 200m jog\n4 x 80m strides",
    "Two lots of this ladder: 300m, 500m, 300m, 60s rest": "2 x (300m, 500m, 300m), 60s rest",
    "Two pyramids of 200-400-200 with 60s rest": "2 x (200m, 400m, 200m), 60s rest",
    "Three of these: 500m, 200m, 60s rest": "3 x (500m, 200m), 60s rest",
}


@pytest.mark.parametrize("text", AGAIN)
def test_a_list_is_counted_in_words(text: str) -> None:
    assert without_words(read(text).session) == without_words(read(AGAIN[text]).session)


@pytest.mark.parametrize(
    "text",
    [
        "6 x 300m off 100m jog, again",
        "5 times round the lake",
        "5 x 400m, 60s rest, all 3 sets off 2 min",
        "twice through: 500m hard, 200m jog, 300m hard, then 4 x 80m strides",
        "twice through: 500m hard, 200m jog, 300m hard. 4 x 100m",
        "3 times through, 90s rest: 600m, 300m",
        "8 of these and 300m",
    ],
)
def test_words_that_may_count_something_else_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    "text", ["6 x 300m, 90s rest, then 4 x 200m, same again", "3 x 1k, 2 min jog, 4 x 800m, same again"]
)
def test_same_again_may_speak_of_the_recovery_alone(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.readings == (text.replace("same again", "repeat"),)


def test_same_again_behind_one_block_runs_it_twice() -> None:
    assert read("5 x 1k, 90s jog, same again").session == read("2 x (5 x 1k, 90s jog)").session


def test_what_goes_straight_into_the_next_is_each_rep_or_the_last() -> None:
    with pytest.raises(Refusal) as asked:
        read("5 x 300m at mile pace straight into 100m flat out, 3 min jog")
    assert asked.value.readings == ("5 x (300m at mile pace straight into 100m flat out), 3 min jog",)
