"""The same session in other people's words: what is added to one wording must not be missing for its neighbours."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import asked, means, refusal

FALLING = "500m, 3min rest; 500m, 2:30 rest; 500m, 2min rest; 500m, 90s rest; 500m"
AGAIN = "2 x (800m, 200m jog; 400m, 200m jog; 200m, 5min rest)"
APART = "4 x 1000m, 400m jog; 800m jog between blocks; 4 x 400m, 200m jog"
IN_ORDER = "300m, 60s recovery; 600m, 90s recovery; 300m, 60s recovery; 200m"
RANGED = "3 x 1000m, 1:30-2:00 recovery"
RUN_AS = "4 x (4 x 200m, 60s rest), 3min rest between sets"
SETS = "3 x (4 x 300m, 60s rest), 4min rest between sets"
QUICKER = "400m @ 75, 60s rest; 400m @ 74, 60s rest; 400m @ 73"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Warm-up (jog, 8 to 12 mins)\n6 x 300m, 60s rest", "8-12min warm-up; 6 x 300m, 60s rest"),
        ("3 sets\n4 x 300m\n60s rest\n4min between sets", "3 x (4 x 300m, 60s rest), 4min recovery between sets"),
        ("Reps: 6\nDistance: 300m\nRest: 1:15", "6 x 300m, 75s recovery"),
        ("Reps = 6, Dist = 300m, Rest = 75s", "6 x 300m, 75s recovery"),
        ("Reps: 8\nWork: 1 min hard\nOff: 1 min jog", "8 x 60s @ hard, 60s jog"),
        ("Sets: 3\nReps: 4\nLength: 300m\nRep rec: 60s\nSet rec: 4 min", SETS.replace("rest", "recovery")),
        ("300m times six, 75s rest", "6 x 300m, 75s rest"),
        ("6 x 800m in 2m40s, 400m jog", "6 x 800m @ 2:40, 400m jog"),
        ("3 x 1 mile, anything from 5:10 to 5:20, 3 min rest", "3 x 1 mile @ 5:10-5:20, 3min rest"),
        ("5 x 1000m at the pace of your 5k, 2 min rest", "5 x 1000m @ 5k, 2min rest"),
        ("8 reps:\n60s hard\n60s jog", "8 x 60s @ hard, 60s jog"),
        ("8 surges, each lasting 60s, 60s jog", "8 x 60s, 60s jog"),
        ("6 efforts, each 300m long, 75s rest", "6 x 300m, 75s rest"),
        ("6 x 300m, work to rest ratio 1:1", "6 x 300m, equal time rest"),
        ("6 x 300m, rest 1 to 1", "6 x 300m, equal time rest"),
        ("6 x 300m, recovery time equal to the running time", "6 x 300m, equal time recovery"),
        ("three 1-milers, 3 min rest", "3 x 1 mile, 3min rest"),
        ("Pyramid today. 300 500 800. 1 min jog", "(note: Pyramid) 300m, 60s jog; 500m, 60s jog; 800m, 60s jog"),
        ("60s rest between reps, 4 min rest between sets: 3 x 4 x 300m", SETS),
        ("3 groups of 4 x 300m, 60s rest in the group, 4 min rest between groups", SETS),
        ("6 x 800m in 2:38 each time, 400m jog", "6 x 800m @ 2:38, 400m jog"),
        ("6 reps of 800m. Aim for 2:38 on each. Recovery is a 400m jog.", "6 x 800m @ 2:38, 400m jog"),
        ("3 x 1 mile, 3 min rest, range 5:10-5:20", "3 x 1 mile @ 5:10-5:20, 3min rest"),
        ("2k warm-up, then the five 1000m reps, 2 min jog between kilometres", "2000m warm-up; 5 x 1000m, 2min jog"),
        ("6 x 300m, 60s rest, nothing more", "6 x 300m (note: nothing more), 60s rest"),
        ("300m times six taking 75 seconds after each", "6 x 300m, 75s recovery"),
        ("800m x 6 2:38, 400m jog", "6 x 800m @ 2:38, 400m jog"),
        ("Equal rest: 6 x 300m", "6 x 300m, equal time rest"),
        ("75s rest, 8 x 300m", "8 x 300m, 75s rest"),
        ("run 200m, rest 2 min, run 400m, rest 2 min, run 600m", "200m, 2min rest; 400m, 2min rest; 600m"),
        ("1k five times at 5k pace, 2 min rest", "5 x 1000m @ 5k, 2min rest"),
        ("12 x 200m on a 90s cycle", "12 x 200m, on 1:30"),
        ("12 x 200m off a 90s cycle", "12 x 200m, on 1:30"),
        ("20 min tempo, then after 5 min rest 4 x 200m w/ 200m jog", "20min @ tempo, 5min rest; 4 x 200m, 200m jog"),
        ("1 min hard, 1 min easy, repeat for 10 reps", "10 x 60s @ hard, 60s jog"),
        ("10 x (1'H/1'E)", "10 x 60s @ H, 60s jog"),
        ("6 x 800m in 2 min 40, 400m jog", "6 x 800m @ 2:40, 400m jog"),
        ("6 x 45s hill; recover by jogging back down", "6 x 45s hill, jog down recovery"),
        ("8 x 1k on 4:30 (holding 3:42)", "8 x 1000m @ 3:42, on 4:30"),
        ("8 x 400m, giving yourself 90 seconds to recover from each", "8 x 400m, 90s recovery"),
        ("12 x 30 seconds fast followed by 30 seconds easy", "12 x 30s @ fast, 30s jog"),
        ("5 x 500m, rests of 3:00, 2:30, 2:00, 1:30", FALLING),
        ("5 x 500m (3:00/2:30/2:00/1:30 rest)", FALLING),
        ("3 x 400m @ 68, 67, 66 R2'", "400m @ 68, 2min recovery; 400m @ 67, 2min recovery; 400m @ 66"),
        ("2 rounds of 800, 400, 200 off a 200m jog; 5 min rest between rounds", AGAIN),
        ("4 x 300m, 60s rest. Do 3 sets with 4 min between.", "3 x (4 x 300m, 60s rest), 4min recovery between sets"),
        ("800m, 400m, 200m with 200m jogs, rest 5 minutes, then repeat", AGAIN),
        ("800m, 200m jog, 400m, 200m jog, 200m. Rest 5 minutes and go again.", AGAIN),
        ("8 relaxed strides of 100m, jog 100m between", "8 x 100m stride @ relaxed, 100m jog"),
        ("5 hard hills of 50s, jog down", "5 x 50s hill @ hard, jog down recovery"),
        ("8 x 90m strides, walking, recover fully", "8 x 90m stride, full walk"),
        ("16 x 200. Run it as 4 sets of 4 x 200, 60s rest between reps, 3 min rest between sets", RUN_AS),
        ("12 min jog to loosen up, 6 x 400m, 90s rest", "12min warm-up; 6 x 400m, 90s rest"),
        ("8 x 150m en côte, récup en trottinant dans la descente", "8 x 150m hill, jog down recovery"),
        ("5 x 1000m, si recupera 2'", "5 x 1000m, 2min recovery"),
        ("20k progressive (75% → 85%)", "20km @ 75% → 85%"),
        ("Pyramid, 1-2-1 min, 60s jog", "(note: Pyramid) 60s, 60s jog; 2min, 60s jog; 60s, 60s jog"),
        ("9 rounds, every 3 minutes: run 250 metres", "9 x 250m, on 3:00"),
        ("350m every 2:30 for 10 reps", "10 x 350m, on 2:30"),
        ("7 x 600m on the new loop off 90s", "7 x 600m (note: on the new loop), 90s recovery"),
        (
            "4 x 1k from the gate up to the old oak, 2 min jog",
            "4 x 1000m (note: from the gate up to the old oak), 2min jog",
        ),
        ("10 min zum Aufwärmen, 20 min Tempo, 10 min zum Auslaufen", "10min warm-up; 20min @ Tempo; 10min cool-down"),
        ("2k warm-up, 5k tempo, then home at an easy pace", "2000m warm-up; 5km @ tempo; cool-down"),
        ("9 x 150m into the wind, walk back", "9 x 150m (note: into the wind), walk back recovery"),
        ("8 x 600m, 2 sec quicker than that, 2 min jog", "8 x 600m @ 2 sec quicker than that, 2min jog"),
        (
            "1200m at 5k pace, jog 400m\n600m, a further 2 sec/lap quicker, jog 200m\n300m",
            "1200m @ 5k, 400m jog; 600m @ 2 sec/lap quicker, 200m jog; 300m",
        ),
        ("6 x 600m, 3 sec a lap off 3k pace, jog 200m", "6 x 600m @ 3k+3s/400, 200m jog"),
        ("6 x 600m, 2-3 sec/200 off race pace, jog 200m", "6 x 600m @ 2-3 sec/200 off race pace, 200m jog"),
        ("8 x 600m, 10s off", "8 x 600m, 10s recovery"),
        ("7 x 3 min, 90s jog, forest trails", "7 x 3min (note: forest trails), 90s jog"),
        ("4 x 4 min @ T, 1 min jog → 20 min in total", "4 x 4min @ T (note: 20 min in total), 60s jog"),
        ("50 min easy, the last 15 min at tempo", "35min jog run @ easy, no rest; 15min @ tempo"),
        ("2k warm-up, 9 km with the last 3 at HMP", "2000m warm-up; 6km, no rest; 3000m @ half"),
        ("3 x 9 min, last 2 min at 10k pace, 2 min jog", "3 x 9min (note: last 2 min at 10k pace), 2min jog"),
        ("4 laps easy to wind down", "1600m cool-down"),
        ("2 x 15 min, last 2 min hard, 3 min jog", "2 x 15min (note: last 2 min hard), 3min jog"),
        ("strides: 8 x 100m (walk back)", "8 x 100m stride, walk back recovery"),
        ("6 - 8 times 400m. Rest 75 - 90 secs.", "6 x 400m, 75-90s rest"),
        ("8 x 400m - 1:30 between", "8 x 400m, 90s recovery"),
        ("4 x 1k w/ 400m jog, 4 x 400m w/ 200m jog, 800m jog between", APART),
        ("3 sets. Each set: 4 x 300m, 60s rest. Rest 4 min between sets.", SETS),
        ("300m four times with 60s rest in between, 4 min rest, 3 sets", SETS),
        ("3 x 400m @ 75, 1s faster each rep, 60s rest", QUICKER),
        ("3 x 400m starting at 75 and dropping a second each rep, 60s rest", QUICKER),
        ("6 hill reps, 45s each, 2 min jog", "6 x 45s hill, 2min jog"),
        ("12 sets:\n30s fast\n30s easy", "12 x 30s @ fast, 30s jog"),
        (
            "5 x 300m R=60s; 8' R; 5 x 200m R=60s",
            "5 x 300m, 60s recovery; 8min rest between blocks; 5 x 200m, 60s recovery",
        ),
        ("200m, 400m, 600m and back down", "200m, 400m, 600m, 400m, 200m"),
        ("200-400-600 & back", "200m, 400m, 600m, 400m, 200m"),
        ("5 x 500m (3', 2:30, 2', 1:30)", FALLING.replace("rest", "recovery")),
        ("2 min rest, 4 x 400m in 68", "4 x 400m @ 68, 2min rest"),
        ("8 strides (100m), walk back", "8 x 100m stride, walk back recovery"),
        ("8 x (200m @ 36 / 200m @ 48), 60s jog", "8 x (200m @ 36, 60s jog; 200m @ 48, 60s jog)"),
        ("(6-8) x 400m, 90s rest", "6 x 400m, 90s rest"),
        ("12 x :45, :30 r", "12 x 45s, 30s rest"),
        ("2 x 2km @ 10k (800J) + 4 x 400m @ mile (400J)", "2 x 2000m @ 10k, 800m jog; 4 x 400m @ mile, 400m jog"),
        ("3 x 400m, 100w", "3 x 400m, 100m walk"),
        (
            "10k pace: 2 x 2km, 800m jog. Mile pace: 4 x 400m, 400m jog",
            "2 x 2000m @ 10k, 800m jog; 4 x 400m @ mile, 400m jog",
        ),
        (
            "12 x 400m as 3 x 4, 60s between reps, 4 min between sets",
            "3 x (4 x 400m, 60s recovery), 4min recovery between sets",
        ),
        ("5 x 150m, smooth & relaxed, 2 min walk", "5 x 150m @ smooth & relaxed, 2min walk"),
        ("3 x 1km, recoveries 1:30-2min", RANGED),
        ("3 x 1km, recoveries 90s-2:00", RANGED),
        ("3 x 1km, 90-2:00 recovery", RANGED),
        ("warmup jog. 5 x 1200m, 2 min rest. warm down", "warm-up; 5 x 1200m, 2min rest; cool-down"),
        (
            "R pace: 3 x (4 x 300m, 100m walk), 500m jog after each set.",
            "3 x (4 x 300m @ R, 100m walk), 500m jog between sets",
        ),
        ("4 x 2.000 Meter, 600 Meter Trabpause", "4 x 2000m, 600m jog"),
        ("20:00 @ T — 3:00 — 15:00 @ T — 2:00 — 10:00 @ T", "20min @ T, 3min rest; 15min @ T, 2min rest; 10min @ T"),
        ("300m, 600m, 300m, 200m. recoveries in order: 60s, 90s, 60s", IN_ORDER),
        ("5 x 800m, 2 min rest. w/down", "5 x 800m, 2min rest; cool-down"),
        ("6 x 1000m\nrec. 1:45 min", "6 x 1000m, 1:45 recovery"),
        ("10 x 400m a 1:15 rec. 1 min trotando", "10 x 400m @ 75, 60s jog"),
        ("2 x (5 x 1k), 90s rest / 600m jog between sets", "2 x (5 x 1000m, 90s rest), 600m jog between sets"),
        ("12 x 45 sec jog 75 sec walk", "12 x 45s jog run, 75s walk"),
        ("45 min steady, 6 x 80m\nwalk back", "45min @ steady, open recovery; 6 x 80m, walk back recovery"),
        ("8 x 400m, rests at 60 to 90s", "8 x 400m, 60-90s recovery"),
        ("12 min of 30s fast, 30s easy, 12 times", "12 x 30s @ fast, 30s jog"),
        ("3 x 3k @ MP w/ 1k float @ MP+20", "3 x 3000m @ marathon, 1000m float @ marathon+20s/km"),
        ("10 x 30/30, last 2 all out", "8 x 30s @ hard, 30s jog; 2 x 30s @ all out, 30s jog"),
        ("6 x 1000m rec 2' a 3'40\"", "6 x 1000m @ 3:40, 2min recovery"),
        ("8 x 400m @ 70 every 3 min", "8 x 400m @ 70, on 3:00"),
        ("10 x 200m @ 28-30 every 2:00", "10 x 200m @ 28-30, on 2:00"),
        (
            "800m, 3 min rest; 3 x 500m, 90s rest; 5 min easy; do it again",
            "2 x (800m, 3min rest; 3 x 500m, 90s rest), 5min jog between sets",
        ),
    ],
)
def test_other_words_for_what_is_read_already(text: str, meaning: str) -> None:
    assert means(text) == meaning


@pytest.mark.parametrize(
    "said",
    [
        "one started every 75 seconds",
        "send off each rep every 75s",
        "with a rep commencing every minute and a quarter (75s)",
        "go again every 75s",
        "on a 75s rolling clock",
        "reps are started 75s apart",
        "75s from start to start",
    ],
)
def test_a_start_so_often_is_said_in_many_ways(said: str) -> None:
    assert means(f"10 x 200m in 34, {said}") == "10 x 200m @ 34, on 1:15"


def test_a_start_so_often_may_stand_first() -> None:
    assert means("Every 75 seconds run a 200m in 34, 10 in all") == "10 x 200m @ 34, on 1:15"
    assert means("1:15 cycle: 10 x 200m") == "10 x 200m, on 1:15"
    assert refusal("10 x 200m, the first started every 75s")


def test_a_time_beside_a_length_is_its_target_where_the_recovery_is_said_too() -> None:
    assert means("10 x 400 78s, r 75s") == "10 x 400m @ 78, 75s recovery"
    assert means('10 x 400m 78", every 2:30') == "10 x 400m @ 78, on 2:30"
    for text in ("10 x 400m 78s", "3 x 4 x 400m 78s, 3 min rest", "10 x 400m 90s, 3 min rest, 4 x 200m"):
        assert "side by side" in refusal(text).message


@pytest.mark.parametrize(
    "said",
    [
        "first half in 75, second half in 73",
        "1-5 in 75, 6-10 in 73",
        "reps 1-5 @ 75, 6-10 @ 73",
        "75s for the first five, 73s for the last five",
    ],
)
def test_halves_and_numbers_of_reps_have_targets_of_their_own(said: str) -> None:
    assert means(f"10 x 400m, {said}, 60s rest") == "5 x 400m @ 75, 60s rest; 5 x 400m @ 73, 60s rest"


def test_halves_and_numbers_must_agree_with_the_reps() -> None:
    assert refusal("9 x 400m, first half in 75, 60s rest")
    assert refusal("10 x 400m, 1-5 in 75, 7-10 in 73, 60s rest")
    assert refusal("10 x 400m, 2-4 in 75, 60s rest")


def test_a_time_before_a_word_of_rest_is_a_target_or_a_rest() -> None:
    assert asked("8 x 400m @ 90s rest") == ["8 x 400m @ 90, open rest", "8 x 400m, 90s rest"]


def test_lines_with_bullets_are_counted_over_empty_lines_between_all_of_them() -> None:
    sets = "4 x (600m @ 2:24, 2min rest; 300m @ 66, 60s rest)"
    lines = ("4 rounds of:", "* 600m in 2:24, rest 2 min", "* 300m in 1:06, rest 60s")
    assert means("\n".join(lines)) == means("\n\n".join(lines)) == sets
    assert means("\n".join(lines) + "\n\n* 2 km easy") == f"{sets}; 2000m jog run @ easy"


def test_a_time_in_brackets_before_rounds_with_a_rest_between_may_be_either() -> None:
    sets = "3 x (4 x 300m{}), 4min recovery between sets"
    readings = [sets.format(" @ 60, open recovery"), sets.format(", 60s rest")]
    assert asked("4 x 300m (60s). 3 sets with 4 min between.") == readings


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Strides\n8 x 100m\nwalk back", "are these the strides"),
        ("4 x 600m\n400m @ mile pace\n200m all out\nRest: 3:00", "parts of each rep"),
        ("10 x 400m 60s rec, 75 (x5) then 73 (x5)", "a time of the reps before it"),
        ("8 laps nonstop: 200m in 36, 200m in 48 each lap", "not understood"),
        ("200, 400, 600 and back to 200", "not understood"),
        ("8 x 600m warm down", "put a comma"),
        ("2 laps of the GAA pitch to loosen up, 6 x 400m, 60s rest", "not understood"),
        ("12 min of 30s fast, 30s easy (12 reps)", "brackets"),
        ("4 x 1k: first half at 10k pace, second half at 5k pace", "not understood"),
    ],
)
def test_what_was_read_as_something_else_is_asked(text: str, why: str) -> None:
    assert why in refusal(text).message


def test_a_rest_behind_each_line_keeps_lines_without_a_mark_in_the_sets() -> None:
    assert means("3 sets of:\n400m\n90s rest\n200m\n3 min rest") == "3 x (400m, 90s rest; 200m, 3min rest)"
    assert means("4 x 400m 90s rest 4 x 300m 60s rest") == "4 x 400m, 90s rest; 4 x 300m, 60s rest"
    assert means("8 relaxed strides of 100m each, walk back") == "8 x 100m stride @ relaxed, walk back recovery"
    assert "(note: Keep the splits even)" in means("- 6 x 600m, 90s walk\n- Keep the splits even")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3 x 9 min with the last 2 at tempo", "or the last of each rep"),
        ("4 x 1k, took 3:25", "the time of the reps or their rest"),
        ("6 x 1k, you have 3:40", "the time of the reps or their rest"),
        ("8 x 400m, 60s rest between kilometres", "not understood"),
        ("9 x 1k, 4 min rest before 5 x 300m, 90s rest between kilometres", "not understood"),
        ("6 x 400m dropping in 2 s each", "not understood"),
        ("4 x 1k (3:35, 3:30, 3:25)", "not as many reps"),
        ("8 x 400m, 60s rest, 80s (x4)", "a time of the reps before it"),
        ("3 sets of:\n500m hard\n2 min rest\n200m hard", "behind the sets or in them"),
        ("Warm up\n4 times:\n1k\n2 min rest\n500m", "behind the sets or in them"),
        ("3 sets of:\n500m, 2 min rest\n200m\n10 min easy", "behind the sets or in them"),
        ("3 sets of:\n60s rest\n400m\n200m", "a recovery stands before any work"),
        ("3 x 200, 400, 600 and back down", "put what is repeated in brackets"),
        ("4 x 1k at the pace of a 3:10 runner", "not understood"),
    ],
)
def test_what_could_be_something_else_is_not_guessed(text: str, why: str) -> None:
    assert why in refusal(text).message


def test_what_could_be_something_else_is_read_where_it_is_told() -> None:
    assert means("6 x 400m hold 75s, 60s rest") == "6 x 400m @ 75, 60s rest"
    assert means("6 x 5 min, last 2 reps at 5k pace, 2 min jog").endswith("2 x 5min @ 5k, 2min jog")
    assert means("8 x 1 mile, 2 min between miles") == "8 x 1 mile, 2min recovery"
    assert means("8 x 400m, 60s rest, then 80s x 4").endswith("4 x 80s, open recovery")
    assert means("12 min at 6:10/km\n4 times:\n5 min at 4:40/km\n90s walk\n8 min at 6:20/km").endswith("8min @ 6:20/km")


def test_what_stands_near_these_words_keeps_its_meaning() -> None:
    assert asked("3 x 1 mile 5:10/5:20, 3 min rest") == ["3 x 1 mile @ 5:10-5:20, 3min rest"]
    assert refusal("equal effort: 5 x 1000m, 90s rest")
    assert refusal("10 miles steady, 20s stride between each mile")
    assert refusal("60s between reps, 4 min between sets: 3 sets of 4 x 300m, 200m jog")
    assert refusal("8 x 400m, rest times 1:30-2:00")
    assert refusal("8 reps, each of 60s rest")
    assert refusal("3-milers: 8 x 400m")
    assert means("6 x 300m, rest anything from 60 to 90s") == "6 x 300m, 60-90s rest"
    assert refusal("6 x 800m\nTime: 6:30")
    assert refusal("Sets: 2\nReps: 4\nRest: 2 min")
    assert refusal("6 x 400m times seventy, 90s rest")
    assert means("10 x 1 min hard then 5 min easy").endswith("5min jog run @ easy")
    assert means("6 x 300m, 90s rest; 10 min rest, repeat").endswith("10min rest between sets")
    assert refusal("8 laps, 90s rest after each").readings == ("8 x 1 lap, 90s rest after each",)
    assert means("4 x 400m, 60s rest, holding form").startswith("4 x 400m (note: holding form)")


@pytest.mark.parametrize(
    "said",
    [
        "15 min tempo. Rest, 4 minutes. Then 5 x 300m",
        "15 min tempo; rest, 4 min; 5 x 300m",
        "15 min tempo, took a 4 min rest, then 5 x 300m",
        "15 min tempo, give yourself four minutes to rest, then 5 x 300m",
        "15 minutes of tempo, 4 min rest before 5 x 300m",
        "15 min tempo, 4 min rest, 300mx5",
    ],
)
def test_a_rest_between_two_blocks_is_said_in_many_ways(said: str) -> None:
    rested = "15min @ tempo, 4min rest; 5 x 300m, 60s jog"
    assert means(f"{said} w/ 60s jog") == rested


def test_a_time_to_regroup_is_a_rest_and_a_count_behind_is_of_the_list_where_it_may_be() -> None:
    assert means("15 min tempo, 4 min to regroup, 5 x 300m w/ 60s jog").startswith("15min @ tempo, 4min recovery; 5 x")
    assert means("8 x 300m. Recovery, 75s between reps.") == "8 x 300m, 75s recovery"
    assert "whole list" in refusal("10 min tempo, 2 min jog, 300m x 5").message
    assert refusal("8 x 300m, 75s rest before each")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("5 x 300m, 75s rest; 6 min rest; 5 x 150m, the same 75s rest", "5 x 150m, 75s rest"),
        ("7 x 40s hill, jog bk down", "7 x 40s hill, jog down recovery"),
        ("7 x 40s hill, jog back down the slope", "7 x 40s hill, jog down recovery"),
        ("2 rds of 4 x 300m, 60s rest, 3 min b/t rds", "2 x (4 x 300m, 60s rest), 3min recovery between sets"),
        ("800m, 200m jog, 400m, 200m jog, 200m, 5 min rest. Then do it all a second time", AGAIN),
        ("10 x 200m, 34 seconds a piece, 75s rest", "10 x 200m @ 34, 75s rest"),
    ],
)
def test_short_and_spoken_words_for_what_is_read_already(text: str, meaning: str) -> None:
    assert means(text).endswith(meaning)
