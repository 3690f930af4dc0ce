"""Texts that could be taken for another session than the one meant: each is read as meant, or refused."""

from __future__ import annotations

import re

import pytest
from tests.plan.notation.readings import asked, means, refusal

from trackbuddy.plan.notation import Refusal, read


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
        ("5k @ 5:45", ("5k @ 5:45/mile", "5k @ 5:45/km")),
        ("3 miles @ 4:40", ("3 miles @ 4:40/mile", "3 miles @ 4:40/km")),
        ("10 x 400 @ 3:20, 60s rest", ("10 x 400 @ 3:20/km, 60s rest",)),
        ("8 x 50 @ 1:15", ("8 x 50 @ 1:15/400", "8 x 50 on 1:15")),
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
    assert means("6 x 3 min @ 3:30, 90s jog") == "6 x 3min @ 3:30/km, 90s jog"
    assert asked("6 x 3 min @ 5:30, 90s jog") == ["6 x 3min @ 5:30/mile, 90s jog", "6 x 3min @ 5:30/km, 90s jog"]
    assert asked("6 x 3 min @ 85, 90s jog") == ["6 x 3min @ 85/400, 90s jog"]


@pytest.mark.parametrize("text", ["400m repeats, 60s rest", "800m intervals with 90s rest", "6 min efforts, 2 min jog"])
def test_reps_without_a_number_are_refused(text: str) -> None:
    assert "how many" in refusal(text).message


def test_mile_repeats_with_a_number_are_asked() -> None:
    assert refusal("3 mile repeats, 400 jog").readings == ("3 x 1 mile repeats, 400 jog",)
    assert means("3 x mile repeats, 400m jog") == "3 x 1 mile, 400m jog"
    assert means("400m repeats x 8, 60s rest") == "8 x 400m, 60s rest"
    assert means("400, 300, 200 reps with 60s rest") == "400m, 60s rest; 300m, 60s rest; 200m, 60s rest"


@pytest.mark.parametrize(
    "text",
    [
        "4 sets of 800m, 1 min rest, 400m, 3 min rest",
        "3 sets: 900m @ 10k, 700m @ 5k, 500m @ 3k",
        "4 rounds of 500m hard, 90s",
        "3 rounds of 900m @ 5k, 500m @ 3k, 6 x 100m",
        "5 sets: 500m; 2k tempo",
        "2 sets of 1k, 500m and 2k to finish",
    ],
)
def test_a_list_behind_sets_of_needs_brackets(text: str) -> None:
    assert "brackets" in refusal(text).message


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


@pytest.mark.parametrize("length", ["half a lap", "half lap"])
@pytest.mark.parametrize(
    "text",
    [
        "8 x 400m @ 5k ({} rest)",
        "8 x 400m @ 5k - {} rest",
        "8 x 400m @ 5k / {} rest",
        "8 x 400m @ 5k, {} of rest",
        "8 x 400m at 5k pace with {} rest between reps",
    ],
)
def test_half_a_lap_is_a_length_and_neither_an_aside_nor_a_race(text: str, length: str) -> None:
    assert means(text.format(length)) == "8 x 400m @ 5k, 200m rest"


def test_an_aside_holds_no_recovery_and_no_target() -> None:
    assert means("6 x 400m (approx 60s rest)") == "6 x 400m, 60s rest"
    assert "target or the recovery" in refusal("6 x 400m (approx 75s)").message
    assert means("8 x 200m (half a lap), 30s rest") == "8 x 200m (note: half a lap), 30s rest"


@pytest.mark.parametrize("effort", ["Z4", "RPE 8", "5k", "HMP", "mile pace", "75", "74-76", "3:20/km", "hard", "90%"])
@pytest.mark.parametrize(
    ("written", "recovery"),
    [
        ("60-90s rest", "60-90s rest"),
        ("2-3 min walk", "2-3min walk"),
        ("1 lap jog", "400m jog"),
        ("400 metres jog", "400m jog"),
        ("200 jog", "200m jog"),
        ("400m recovery", "400m recovery"),
    ],
)
@pytest.mark.parametrize("sign", [" - ", " – ", " / ", "/"])
def test_a_recovery_behind_a_dash_or_a_slash_is_no_part_of_the_target(
    effort: str, written: str, recovery: str, sign: str
) -> None:
    plain = means(f"8 x 400m @ {effort}, {written}")
    assert plain.endswith(recovery)
    assert means(f"8 x 400m @ {effort}{sign}{written}") == plain


def test_a_clock_time_and_a_bare_number_are_a_range_only_within_the_minute() -> None:
    assert means("6 x 1k @ 3:15-20, 90s rest") == "6 x 1000m @ 3:15-3:20, 90s rest"
    assert means("6 x 1k @ 3:20 - 60-90s rest") == "6 x 1000m @ 3:20, 60-90s rest"
    assert means("6 x 400 @ 75-1:20, 60s rest") == "6 x 400m @ 75-80, 60s rest"
    assert means("6 x 1k @ 3-3:10, 60s rest") == "6 x 1000m @ 3:00-3:10, 60s rest"
    assert "range" in refusal("6 x 1k @ 3:20-15, 60s rest").message


def test_an_easy_jog_on_its_own_line_is_asked_where_the_reps_have_no_recovery() -> None:
    assert refusal("8 x 400m\n2 mins easy jog").readings == (
        "8 x 400m\n2 mins easy jog recovery",
        "8 x 400m\n2 mins easy jog run",
    )


def test_a_place_alone_is_no_recovery() -> None:
    assert "between" in refusal("8 x 400m @ 75 between reps").message


def test_a_target_is_for_its_rep_where_the_reps_before_have_their_recovery() -> None:
    assert means("600m/1000m/200m (90s rest), 1 mile @ 10k pace") == (
        "600m, 90s rest; 1000m, 90s rest; 200m, 90s rest; 1 mile @ 10k"
    )
    assert means("800, 600, 400 @ mile pace, 90s rest").startswith("800m @ mile, 90s rest; 600m @ mile")


def test_a_length_behind_a_race_pace_is_no_further_target() -> None:
    assert means("2 x 600 @ 800, 400 jog") == "2 x 600m @ 800, 400m jog"
    for text in ("2 x 1000m @ 10k pace, 400m w/ 90s rest", "2 x 1000m @ 10k, 400m, 90s rest"):
        assert "work of its own" in refusal(text).message
    assert means("3 x 1k @ 10k, 5k, 3k, 90s rest") == "1000m @ 10k, 90s rest; 1000m @ 5k, 90s rest; 1000m @ 3k"


def test_a_bare_number_behind_a_jog_is_asked() -> None:
    assert refusal("8 x 200m with 200m jog in 60").readings == ("8 x 200m with 200m jog in 60s",)


def test_a_time_in_brackets_behind_reps_without_a_length_is_asked() -> None:
    assert "length of the rep" in refusal("8 x hill (60s), jog down").message


@pytest.mark.parametrize("text", ["4x4x200 / 30s / 3min", "3x3x300/1min/5min", "4 x 200 / 2min / 30s"])
def test_a_bare_number_before_times_in_a_slash_list_is_no_time(text: str) -> None:
    """200 minutes is what nobody meant: where others in the list have units of their own, it is asked."""
    with pytest.raises(Refusal):
        read(text)


def test_words_before_a_count_make_no_rep_of_their_own() -> None:
    assert means("hill reps 8x30s jog down") == "(note: hill reps) 8 x 30s hill, jog down recovery"
    assert means("hills 8 x 30s") == "8 x 30s hill"
    assert means("strides 4 x 100m") == "4 x 100m stride"
    assert means("tempo 3 x 10 min, 2 min jog") == "3 x 10min @ tempo, 2min jog"


@pytest.mark.parametrize("joint", [", ", " and ", " & ", " y "])
def test_the_recovery_between_sets_is_no_second_one_between_the_reps(joint: str) -> None:
    sets = "3 x (4 x 200m, 60s recovery), 4min recovery between sets"
    for rest in ("with 60s recovery", "w/ 1 min", "rec 1'", "1' di recupero" if joint == ", " else "with 60 secs"):
        gap = " " if not rest.endswith("recupero") else ", "
        assert means(f"3 x 4 x 200{gap}{rest}{joint}4 min between sets") == sets


@pytest.mark.parametrize("text", ["400 3 min x 8", "300 in 48 2 min x 5"])
def test_a_time_beside_a_rep_is_not_what_a_count_at_the_end_counts(text: str) -> None:
    assert "side by side" in refusal(text).message


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400 w/ 60s (90s for juniors)",
        "8 x 400 w/ 60s (90s for Ben)",
        "6 x 800 for Ann, 4 x 800 for Ben",
        "6 x 400 seniors, 4 x 400 juniors",
    ],
)
def test_a_number_for_some_is_not_for_all(text: str) -> None:
    refusal(text)


def test_one_name_above_a_session_is_its_heading() -> None:
    assert means("Juniors - 5 x 400, 60s rest") == "(note: Juniors) 5 x 400m, 60s rest"


def test_a_bare_time_of_a_bare_recovery_is_asked() -> None:
    assert refusal("8 x 400 with 200 in 90").readings == ("8 x 400 with 200 in 90s",)


def test_a_short_jog_after_the_recovery_is_asked() -> None:
    assert refusal("5 x 600m, 200m walk then 200m jog").readings == ("5 x 600m, 200m walk then 200m jog run",)
    assert means("8 x 400, 60s rest, then 10 min jog") == "8 x 400m, 60s rest; 10min jog run"


def test_a_pair_of_hundreds_is_rather_metres() -> None:
    assert refusal("10 x 100/100").readings == ("10 x (100m, 100m)", "10 x 100m, 100m jog")
    assert means("10 x 60/60") == "10 x 60s @ hard, 60s jog"


@pytest.mark.parametrize("text", ["6 x 800 last few hard, 2 min jog", "Kenyan hills 4 x 8 min, 2 min jog"])
def test_work_that_begins_the_session_is_never_offered_as_a_remark(text: str) -> None:
    assert not any(
        reading.startswith("(note: ") and "x" not in reading.split(")")[1] for reading in refusal(text).readings
    )


def test_only_a_recovery_that_was_written_is_said_not_to_be_taken() -> None:
    said = read("8 x 400, 60s rest, 2k cool-down").assumptions
    assert not any("not taken" in one for one in said)


@pytest.mark.parametrize(
    "text", ["8 x 400 @ 72 → 68, 60s rest", "8 x 400 → 72", "6 x 800 → 90s", "2k wu → 5k tempo → 2k cd"]
)
def test_an_arrow_hides_nothing_of_the_session(text: str) -> None:
    assert "→" in refusal(text).message


def test_a_total_behind_an_arrow_is_a_remark() -> None:
    assert means("4 x 3 min H with 2 min jog → 20 min").startswith("4 x 3min @ H (note: → 20 min)")


def test_a_recovery_that_is_taken_is_not_said_to_be_left_out() -> None:
    said = read("3 x (400 @ 68, 60s rest, 300 @ 50), 4 min rest").assumptions
    assert not any("not taken" in one for one in said)


def test_a_count_before_a_list_that_ends_in_a_rest_is_asked() -> None:
    asked = refusal("3 x 400 @ 68, 60s rest, 200 @ 32, 4 min rest")
    assert [means(reading) for reading in asked.readings] == [
        "3 x (400m @ 68, 60s rest; 200m @ 32, 4min rest)",
        "3 x 400m @ 68, 60s rest; 1 x 200m @ 32, 4min rest",
    ]


@pytest.mark.parametrize("rest", ["walking 100 jogging 100", "100 walk jog 100", "jog 200 walk 100"])
def test_what_is_walked_or_jogged_behind_a_recovery_is_no_work(rest: str) -> None:
    assert "second recovery" in refusal(f"8 x 400, {rest}").message


def test_minutes_that_are_rather_seconds_are_asked() -> None:
    assert refusal("8 x 400m, 90' rest").readings == ("8 x 400m, 90s rest", "8 x 400m, 90 min rest")
    assert means("2 x 20 min, 30 min rest") == "2 x 20min, 30min rest"


def test_a_repetition_pace_before_an_easy_jog_is_no_french_recovery() -> None:
    refusal("8 x 400 R 400 J")
    assert means("8 x 400 R 400 jog") == "8 x 400m, 400m jog"


def test_halves_and_quarters_in_one_sign_are_numbers() -> None:
    assert means("6 x 2½ min, 1½ min jog") == "6 x 2:30, 90s jog"
    assert means("4 x ¾ mile, 2 min rest") == "4 x 1207.008m, 2min rest"


@pytest.mark.parametrize("text", ["8 x 400m @ 6 m/s, 60s rest"])
def test_a_unit_is_never_offered_as_a_remark(text: str) -> None:
    assert refusal(text).readings == ()


def test_a_counted_pair_with_a_unit_could_be_a_rep_and_its_jog() -> None:
    assert refusal("6 x 400m/200m").readings == ("6 x (400m, 200m)", "6 x 400m, 200m jog")
    assert means("4 x 400/200/100m, 60s rest").startswith("4 x (400m, 60s rest; 200m")


def test_a_count_before_a_list_with_spaced_dashes_is_asked() -> None:
    assert refusal("3 x 1000 - 800 - 600, 2 min rest").readings == ("3 x (1000 - 800 - 600), 2 min rest",)


def test_a_time_in_brackets_on_its_own_line_is_no_work_in_silence() -> None:
    assert "rest" in refusal("6 x 800 @ 5k, 400 jog\n(4 min)\n4 x 200 @ mile, 200 jog").message


def test_a_choice_is_never_offered_with_both_sides_run() -> None:
    for text in ("6 x 1000 or 3 x 2000", "4 x 400, 60s rest\nor\n8 x 200, 30s rest"):
        assert not any("(note: or)" in reading for reading in refusal(text).readings)


def test_a_gradient_is_no_effort() -> None:
    assert "gradient" in refusal("6 x 800 @ 1%, 2 min rest").message
    assert means("6 x 800 @ 95%, 2 min rest") == "6 x 800m @ 95%, 2min rest"


def test_a_pace_behind_a_jog_is_asked() -> None:
    assert [means(reading) for reading in refusal("6 x 3 min w/ 90s jog @ 6:00/km").readings] == [
        "6 x 3min, 90s float @ 6:00/km",
        "6 x 3min @ 6:00/km, 90s jog",
    ]
    assert means("8 x 400 w/ 200m jog @ 72") == "8 x 400m @ 72, 200m jog"


@pytest.mark.parametrize(
    "text",
    ["6 x 300 w/ 100 jog, last 300 flat out", "12 x 400. I want 3 sets of 6 x 400.", "45 min run including 10 x 1 min"],
)
def test_words_before_a_number_are_not_offered_without_it(text: str) -> None:
    for reading in refusal(text).readings:
        assert not re.search(r"\S \(note: [^)]*\) ?\d", reading), reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Warm up – 1k\n400, 800", "1000m warm-up; 400m; 800m"),
        ("Warm up - 10 min\n4 x 400", "10min warm-up; 4 x 400m"),
        ("Warm up – 1 mile, 4 x 400", "1 mile warm-up; 4 x 400m"),
        ("4 x 400\nCool down - 5 min", "4 x 400m; 5min cool-down"),
        ("Warm up - 4 x 400", "warm-up; 4 x 400m"),
        ("Warm up - 400, 800, 400", "warm-up; 400m; 800m; 400m"),
    ],
)
def test_a_dash_joins_a_label_and_its_length(text: str, reading: str) -> None:
    assert means(text) == reading


def test_a_length_between_dashes_is_the_labels_or_a_rep() -> None:
    asked = refusal("Warm-up - 1 mile - 4 x 400m").readings
    assert asked == ("Warm-up: 1 mile - 4 x 400m",)


@pytest.mark.parametrize(
    "text",
    [
        "2 x 6 x 1' R 1', 3' recovery",
        "2 x 6 x 1' R 1' @ hard, 3' recovery",
        "2 x 6 x 1' R=1', R=3'",
        "2 x 6 x 1' R 1' / 3'",
        "2 x 6 x 1' R 3', r 1'",
        "2 x 6 x 1' R 1', 3' between sets",
    ],
)
def test_where_two_recoveries_stand_a_capital_r_says_nothing_by_itself(text: str) -> None:
    assert means(text).replace(" @ hard", "") == "2 x (6 x 60s, 60s recovery), 3min recovery between sets"


def test_of_a_capital_r_and_a_jog_nobody_knows_which_is_between_the_sets() -> None:
    assert len(refusal("2 x 6 x 1' R 1', 200m jog").readings) == 2


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("6 x 400, after each 90 s rest", "6 x 400m, 90s rest"),
        ("6 x 400, nach jeder 90 s Pause", "6 x 400m, 90s recovery"),
        ("6 x 400, between each 2 min jog", "6 x 400m, 2min jog"),
    ],
)
def test_the_length_behind_a_place_is_not_lost_in_it(text: str, canonical: str) -> None:
    assert means(text) == canonical


def test_a_comma_behind_one_digit_is_a_decimal_before_a_unit_and_never_two_lengths() -> None:
    assert means("2,5km, 3km") == "2500m, 3000m"
    assert means("6 x 1,5 km, 2,5 min jog") == "6 x 1500m, 2:30 jog"
    assert means("1,2,3 km") == "1000m, 2000m, 3000m"
    assert means("8 x 200,2 min rest") == "8 x 200m, 2min rest"


def test_a_point_behind_a_word_is_no_decimal() -> None:
    assert means("6 x 800m rec.2'") == "6 x 800m, 2min recovery"
    assert means("6 x 800m, r:15min") == "6 x 800m, 15min recovery"
    assert means("4 x .5 mile, 90s rest") == "4 x 804.672m, 90s rest"


def test_what_is_run_and_jogged_in_turn_is_not_counted_by_halves() -> None:
    assert refusal("Jog 200, run 800 @ 10k x 4")


def test_an_effort_before_a_colon_is_kept_as_one() -> None:
    assert means("Moderate: 3 miles\nHard: 2 miles") == "3 miles @ Moderate; 2 miles @ Hard"


def test_a_warm_up_and_a_cool_down_change_nothing_in_what_stands_between_them() -> None:
    sets = "4 x 400m, 3 x 1600m\n60s between reps\n2 min between sets"
    assert means(sets + "\n10 min cool-down") == means(sets) + "; 10min cool-down"
    assert means("30 s jog, 60 s walk x 10 rounds") == "10 x 30s jog run, 60s walk"
    assert means("10 min warm-up; 30 s jog, 60 s walk x 10 rounds") == "10min warm-up; 10 x 30s jog run, 60s walk"
    assert means("10 min warm-up; 5 x 5 min hard, 5 min easy") == "10min warm-up; 5 x 5min @ hard, 5min jog"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("3000 m + 3 min recup. standing + 2000 m", "3000 m, 3 min rest, 2000 m"),
        ("3000 m, 3 min recovery, standing, 2000 m", "3000 m, 3 min rest, 2000 m"),
    ],
)
def test_how_a_recovery_is_spent_takes_nothing_from_its_length(text: str, same: str) -> None:
    assert means(text) == means(same)


@pytest.mark.parametrize("text", ["3000 m, 3 min rest, 2 min jog, 2000 m", "3000 m, 3 min rest. walk, 2000 m"])
def test_of_two_recoveries_side_by_side_none_is_dropped(text: str) -> None:
    assert refusal(text).message.startswith("two recoveries stand side by side")


def test_a_time_behind_the_way_back_is_asked_about() -> None:
    assert refusal("8 x 400m uphill with jog down recovery in 3 minutes").readings == (
        "8 x 400m uphill with jog down recovery of 3 minutes",
    )
    assert means("8 x 200m with walk back recovery in 32-34") == "8 x 200m @ 32-34, walk back recovery"


def test_a_recovery_of_the_last_rep_that_gives_way_to_the_sets_is_named() -> None:
    lost = read("4 x (200m + 200m jog + 200m + 400m jog + 800m + 400m jog), 5 min between sets")
    assert "400m jog is not taken where another recovery follows it" in lost.assumptions
    shared = read("2 x (2 x 500m + 300m) with 100m walk recovery and 3 mins between sets")
    assert not [said for said in shared.assumptions if "not taken" in said]


@pytest.mark.parametrize("text", ["4 x 5 min at 6-8k race pace.", "4 x 5 min at 6k-8k race pace, 2 min"])
def test_kilometres_that_nobody_races_are_offered_as_no_seconds(text: str) -> None:
    assert refusal(text).readings == ()


def test_races_in_a_range_share_their_unit() -> None:
    assert means("6 x 800m at 5-10k pace, 60s rest") == "6 x 800m @ 5k-10k, 60s rest"
    assert means("8 x 200m at 1-Mile-2 mile race pace, 60s rest") == "8 x 200m @ mile-2 miles, 60s rest"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("6 x 300m, walk back in 3:00", ["6 x 300m, 3min walk"]),
        (
            "5 x 500m with equal recovery in 90 sec",
            ["5 x 500m @ 90, equal time recovery"],
        ),
        ("6 x 400m w/ 200m float @ 50", ["6 x 400m, 200m float in 50s", "6 x 400m @ 50, 200m float"]),
        ("6 x 400m w/ 200m walk @ 2 min", ["6 x 400m, 200m walk in 2min", "6 x 400m @ 2:00, 200m walk"]),
        ("5 x 1k w/ 400m jog @ 2:00", ["5 x 1000m, 400m jog in 2min", "5 x 1000m @ 2:00/400, 400m jog"]),
    ],
)
def test_a_time_behind_a_recovery_is_its_own_or_the_reps(text: str, readings: list[str]) -> None:
    assert asked(text) == readings


def test_a_time_in_which_the_recovery_is_not_covered_is_the_reps() -> None:
    assert means("8 x 400 w/ 200m float @ 72") == "8 x 400m @ 72, 200m float"
    assert means("6 x 1k w/ 200 jog @ 3:20") == "6 x 1000m @ 3:20, 200m jog"


@pytest.mark.parametrize(
    "text", ["8 x 400, 90s rest (3200m)", "8 x 400m w/ 90s rest (2 miles)", "8 x 400m, 200m jog (30 min)"]
)
def test_the_sum_of_a_session_is_no_measure_of_its_recovery(text: str) -> None:
    assert refusal(text).message.startswith("nobody recovers so far in this time")


@pytest.mark.parametrize("joint", [" then 5 min then ", ", then 5 min, ", ", then 5 min, then "])
def test_a_time_alone_behind_then_is_a_rest_or_a_rep(joint: str) -> None:
    assert asked(f"3 x 300 w/ 60s rest{joint}600") == [
        "3 x 300m, 60s rest; 5min rest between blocks; 600m",
        "3 x 300m, 60s rest; 1 x 5min, open recovery; 600m",
    ]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "3 x 800 with 90s, 4 min jog then 4 x 200",
            [
                "3 x 800m, 90s recovery; 4min jog between blocks; 4 x 200m, open recovery",
                "800m, 90s jog; 800m, 4min jog; 800m, open recovery; 4 x 200m, open recovery",
            ],
        ),
        (
            "3 x mile w/ 2 min, 5 min easy jog, 6 x 200 w/ 200 jog",
            [
                "3 x 1 mile, 2min recovery; 5min jog between blocks; 6 x 200m, 200m jog",
                "1 mile, 2min jog; 1 mile, 5min jog; 1 mile, open recovery; 6 x 200m, 200m jog",
            ],
        ),
    ],
)
def test_two_recoveries_of_which_one_is_jogged_are_no_list_across_a_comma(text: str, readings: list[str]) -> None:
    assert asked(text) == readings


def test_recoveries_between_dashes_are_taken_in_turn() -> None:
    assert means("1600-1200-800-400 w/ 400-300-200 jog") == means("1600-1200-800-400 w/ 400, 300, 200 jog")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("4 x 600 hard 200 jog 200 hard", "4 x (600m @ hard, 200m jog; 200m @ hard, open recovery)"),
        ("4 x 600 hard, 200 jog, 200 hard", "4 x (600m @ hard, 200m jog; 200m @ hard, open recovery)"),
        (
            "4 x 1000m + 200m, 2 min after 1000, 3 min after 200",
            "4 x (1000m, 2min recovery; 200m, 3min recovery)",
        ),
    ],
)
def test_what_is_shaped_like_a_set_is_offered_as_one(text: str, first: str) -> None:
    assert asked(text)[0] == first


@pytest.mark.parametrize(
    "text", ["45 min fartlek 8 x 2 min on 2 min off", "40 min fartlek, 10 x 1 min hard", "30 min tempo 3 x 10 min"]
)
def test_reps_behind_a_run_that_holds_them_are_within_it_or_follow(text: str) -> None:
    then, noted = asked(text)
    run = " ".join(text.replace(",", "").split()[:3])
    assert then.startswith(run.replace(" min ", "min @ "))
    assert noted.startswith(f"(note: {run}) ")


def test_reps_that_do_not_fit_into_the_run_before_them_follow_it() -> None:
    assert means("20 min tempo 8 x 200 w/ 200 jog") == "20min @ tempo, open recovery; 8 x 200m, 200m jog"
    assert means("10 min tempo 3 x 5 min") == "10min @ tempo; 3 x 5min"


def test_a_distance_with_the_word_pace_behind_a_time_is_asked() -> None:
    assert asked("4 x 600 @ 84s 400 pace, 4 min rest") == ["4 x 600m @ 84/400, 4min rest", "4 x 600m @ 84, 4min rest"]
    assert asked("4 x 600 @ 72s 400 pace, 4 min rest") == ["4 x 600m @ 72/400, 4min rest"]


def test_two_distances_behind_sets_are_no_lap_time() -> None:
    assert asked("3 sets of 4x400 (200/400)") == ["3 x (4 x 400m, 200m recovery), 400m recovery between sets"]


def test_a_jog_behind_yards_is_asked() -> None:
    assert refusal("6 x 220 yds @ 32 w/ 220 jog").readings == (
        "6 x 220 yds @ 32 w/ 220 yards jog",
        "6 x 220 yds @ 32 w/ 220m jog",
    )


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "3 x (3 x 300 + 1 x 600), 100 jog, 4 min rest",
            ["3 x (3 x 300m, 100m jog; 600m, 4min rest)", "3 x (3 x 300m, 4min rest; 600m, 100m jog)"],
        ),
        ("1200 800 400 hard, 3 min rest", ["1200m @ hard, 3min rest; 800m @ hard, 3min rest; 400m @ hard, 3min rest"]),
        ("10 x 400m (90s jog) 66-68", ["10 x 400m @ 66-68, 90s jog"]),
        ("4 x 300 w/ 60s, repeat after 5 min", []),
        (
            "4 x 800. 2 min\n\n4. 400m sprint - This should be hard.",
            [
                "4 x 800m, 2min rest; 400m @ sprint (note: This should be hard)",
                "4 x 800m, on 2:00; 400m @ sprint (note: This should be hard)",
            ],
        ),
    ],
)
def test_no_offer_loses_work_or_makes_rest_of_it(text: str, readings: list[str]) -> None:
    assert asked(text) == readings


def test_a_mere_range_behind_a_jog_is_the_reps() -> None:
    assert means("8 x 400 w/ 200m jog @ 72-74") == "8 x 400m @ 72-74, 200m jog"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1200, 800 and 400 hard with 3 min rest", "1200m @ hard, 3min rest; 800m @ hard, 3min rest; 400m @ hard"),
        ("90m, 70m, 50m strides", "90m stride; 70m stride; 50m stride"),
        ("4 x 500m, 90m, 70m strides", "4 x 500m; 90m stride; 70m stride"),
        ("hill 75s, 50s, 25s", "75s hill; 50s hill; 25s hill"),
        ("75s, 50s, 25s hill, jog down", "75s hill, jog down recovery; 50s hill, jog down recovery; 25s hill"),
        ("4 sets of 600m, 400m, 200m @ 1500 pace", "4 x (600m @ 1500; 400m @ 1500; 200m @ 1500)"),
    ],
)
def test_an_effort_behind_a_list_is_that_of_all_and_told(text: str, canonical: str) -> None:
    found = read(text)
    assert found.canonical.startswith(canonical)
    assert any("for the whole list" in said for said in found.assumptions)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("800, 600, 400 all out", ["800m @ all out; 600m @ all out; 400m @ all out", "800m; 600m; 400m @ all out"]),
        ("8 min, 4 min hard", ["8min @ hard; 4min @ hard", "8min; 4min @ hard"]),
        ("3k hard, 2k, 1k hard", None),
        ("quick 500, 300, 100", ["500m @ quick; 300m @ quick; 100m @ quick", "500m @ quick; 300m; 100m"]),
        ("500 quick, 300, 100", None),
        ("500, 300 quick, 100", None),
        ("500, 300 quick, 2 min", ["500m @ quick, 2min rest; 300m @ quick, 2min rest"]),
        ("500m, 300m, 90m stride", None),
        ("1k, 800 at 3k pace, 600, 300 @ mile pace", ["1000m @ 3k; 800m @ 3k; 600m @ mile; 300m @ mile"]),
        ("2 x 500, 2 x 300, 2 x 100 quick", ["2 x 500m @ quick; 2 x 300m @ quick; 2 x 100m @ quick"]),
        ("2 x 500, 2 x 300, 2 x 100 @ mile pace", ["2 x 500m @ mile; 2 x 300m @ mile; 2 x 100m @ mile"]),
        ("2 x 500, 2 x 300, 2 x 100 in 14", None),
        ("1k, 2 x 500, 4 x 300 hard", ["1000m @ hard; 2 x 500m @ hard; 4 x 300m @ hard"]),
        ("1k, 2 x 500, 4 x 300 @ 5k", ["1000m @ 5k; 2 x 500m @ 5k; 4 x 300m @ 5k"]),
        ("4 x 100m strides, 2 x 500, 4 x 300 @ 5k", None),
        ("7 x 300, 3 x 500, at 5k pace", ["7 x 300m @ 5k; 3 x 500m @ 5k", "7 x 300m; 3 x 500m @ 5k"]),
        ("1k, 300 @ 5k/mile", ["1000m @ 5k; 300m @ mile", "1000m @ 5k-mile; 300m @ 5k-mile"]),
        ("4 x (1k, 300) @ 5k/mile", ["4 x (1000m @ 5k; 300m @ mile)", "4 x (1000m @ 5k-mile; 300m @ 5k-mile)"]),
        ("4 x 300, 1k hard", ["4 x (300m @ hard; 1000m @ hard)", "4 x 300m; 1000m @ hard"]),
        ("3 sets of 500, 300, 100 quick", ["3 x (500m @ quick; 300m @ quick; 100m @ quick)"]),
    ],
)
def test_an_effort_at_one_end_of_a_list_may_be_that_of_all(text: str, readings: list[str] | None) -> None:
    if readings is None:
        assert "whole list" not in "".join(read(text).assumptions)
    else:
        assert asked(text)[: len(readings)] == readings


def test_a_time_alone_between_two_blocks_of_times_is_a_rest_or_a_rep() -> None:
    assert asked("8 x 1 min w/ 1 min then 5 min then 4 x 30s w/ 30s") == [
        "8 x 60s, 60s recovery; 5min rest between blocks; 4 x 30s, 30s recovery",
        "8 x 60s, 60s recovery; 5min, open recovery; 4 x 30s, 30s recovery",
    ]


def test_recoveries_that_are_named_before_they_are_listed_are_taken_in_turn() -> None:
    said = "2 x (400m + 800m + 300m). The recoveries are 45 seconds, 90 seconds and 3 minutes"
    for end in ("", ".", " respectively."):
        assert means(said + end) == "2 x (400m, 45s recovery; 800m, 90s recovery; 300m, 3min recovery)"


def test_two_reps_of_a_set_are_not_offered_as_blocks() -> None:
    text = "five sets of 500m/300m reps with 60s recovery between the 500m and 300m and 90s between sets"
    [offered] = refusal(text).readings
    assert means(offered) == "5 x (500m, 60s recovery; 300m, 90s recovery) (note: reps)"


def test_a_time_alone_behind_then_at_the_end_is_run() -> None:
    assert means("6 x 400, 60s rest then 10 min") == "6 x 400m, 60s rest; 1 x 10min"
    assert len(asked("1200 w/ 3 min then 5 min then 4 x 200")) == 2


def test_a_time_moved_before_a_bracketed_recovery_stands_before_its_bracket() -> None:
    assert refusal("8 x 300 (100 jog @ 40s)").readings[1] == "8 x 300 @ 40s (100 jog)"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Warm up with 2 miles easy, then 6 x 800m, 400m jog", "2 miles warm-up; 6 x 800m, 400m jog"),
        ("Warm up with a 10 minute jog, then 6 x 800m, 90s rest", "10min warm-up; 6 x 800m, 90s rest"),
        ("6 x 800m, 90s rest; cool down with 10 min easy", "6 x 800m, 90s rest; 10min cool-down"),
        ("warm up with 3 min rest, 6 x 400m, 60s rest", "warm-up, 3min rest; 6 x 400m, 60s rest"),
    ],
)
def test_what_a_warm_up_is_run_with_is_its_length_and_no_recovery(text: str, meant: str) -> None:
    assert means(text) == meant


@pytest.mark.parametrize(
    "text", ["4 x 400, jog recoveries of 100, 200, 300", "4 x 400m w/ 100 jog recovery, 200 and 300"]
)
def test_the_rest_of_a_list_of_recoveries_is_no_work(text: str) -> None:
    assert means(text) == "400m, 100m jog; 400m, 200m jog; 400m, 300m jog; 400m"


def test_a_sign_of_time_behind_a_slash_makes_no_rest_of_a_lap() -> None:
    assert refusal('6 x 400 @ 72/200" rest').message.startswith('“"” is not understood here')


def test_a_second_way_of_recovering_with_a_length_of_its_own_is_no_work() -> None:
    assert refusal("8 x 200, walking 100 jogging 100").message.startswith("this is a second recovery")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("5 x 300 @ 47 - 45s", ("5 x 300 @ 47, 45s rest", "5 x 300 @ 47-45s")),
        (
            "3 x 300 in 47 - 45 secs, 4 x 150",
            ("3 x 300 in 47, 45 secs rest, 4 x 150", "3 x 300 in 47-45 secs, 4 x 150"),
        ),
        ("5 x 1k @ 3:30 - 2:45", ("5 x 1k @ 3:30, 2:45 rest", "5 x 1k @ 2:45 - 3:30")),
    ],
)
def test_a_time_behind_a_spaced_dash_and_a_target_could_be_the_rest(text: str, readings: tuple[str, ...]) -> None:
    assert refusal(text).readings == readings


def test_a_target_that_falls_is_a_range() -> None:
    assert means("5 x 300 @ 48 - 46, 45s rest") == "5 x 300m @ 46-48, 45s rest"
    assert means("5 x 1k @ 3:30 - 3:20") == "5 x 1000m @ 3:20-3:30"


@pytest.mark.parametrize("rest", ["3 min between sets", "2 min between", "3 min rest between the sets"])
def test_the_recovery_of_sets_of_one_rep_is_not_lost_to_another(rest: str) -> None:
    assert "second recovery" in refusal(f"5 x (45s hard, 15s easy), {rest}").message
    assert means(f"5 x (300m, 60s rest, 300m, 60s rest), {rest}").count("60s rest") == 1


@pytest.mark.parametrize("joint", [". ", "; ", "\n", ", "])
def test_a_mere_time_behind_a_longer_run_could_be_its_rest(joint: str) -> None:
    for work in ("5 x 300", "15 min at tempo"):
        asked = refusal(f"25 min steady{joint}4 min{joint}{work}")
        assert asked.readings[0] == f"25 min steady{joint}4 min rest{joint}{work}"
    assert means(f"25 min steady{joint}4 min{joint}3 min{joint}2 min") == "25min @ steady; 4min; 3min; 2min"
    assert means(f"10 min warm-up{joint}4 min{joint}3 min") == "10min warm-up; 4min; 3min"


@pytest.mark.parametrize("between", ["between each", "between", "in between"])
def test_what_stands_between_each_of_a_list_stands_between_its_rounds(between: str) -> None:
    assert means(f"4 x (500m, 300m), 90s jog {between}") == "4 x (500m, 90s jog; 300m, 90s jog)"
    sets = means(f"4 x (500m, 300m), 90s jog {between}, 4 min between sets")
    assert sets == "4 x (500m, 90s jog; 300m, 4min recovery)"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("12 to 15 min T pace", "12-15min @ T"),
        ("4 x 3-4 min I, 3 min jog", "4 x 3-4min @ I, 3min jog"),
        ("5-4-3 min T, 60s jog", "5min @ T, 60s jog; 4min @ T, 60s jog; 3min @ T, 60s jog"),
        ("9, 7, 5 min T, 60s jog", "9min @ T, 60s jog; 7min @ T, 60s jog; 5min @ T, 60s jog"),
        ("600, 500, 400 R, 400m jog", "600m @ R, 400m jog; 500m @ R, 400m jog; 400m @ R, 400m jog"),
        ("600, 500, 400 E", "600m; 500m; 400m @ E"),
        ("600 I, 500, 400 R", "600m @ I; 500m; 400m @ R"),
        ("3-4 miles E, 15 min T", "3 miles @ E; 15min @ T"),
    ],
)
def test_the_letter_of_a_pace_is_lost_neither_behind_a_range_nor_behind_a_list(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1-2-3 min, 45s jog", "60s, 45s jog; 2min, 45s jog; 3min, 45s jog"),
        ("3-2-3 min w/ 45s jog", "3min, 45s jog; 2min, 45s jog; 3min, 45s jog"),
        ("5 x 2-3 min, 45s jog", "5 x 2-3min, 45s jog"),
    ],
)
def test_a_list_that_rises_at_its_end_ends_in_no_range(text: str, canonical: str) -> None:
    assert means(text) == canonical


def test_a_time_behind_a_list_of_dashes_is_not_one_of_it() -> None:
    assert means("5-4-3 min @ T, 75s") == "5min @ T, 75s rest; 4min @ T, 75s rest; 3min @ T, 75s rest"
    with pytest.raises(Refusal) as refused:
        read("5-4-3 min, 75s")
    assert refused.value.readings[0] == "5-4-3 min, 75s rest"
    assert means("3-2-1 min, 3-2-1 min") == "3min; 2min; 60s; 3min; 2min; 60s"
    assert means("5 min, 4 min, 3 min, 75s") == "5min; 4min; 3min; 75s"


def test_a_counted_rep_may_end_its_sentence() -> None:
    assert means("3 x 400m, 5 x 150m. Jog back after each.") == (
        "3 x 400m, jog back recovery; 5 x 150m, jog back recovery"
    )
    assert means("4 x 2 min. 75 sec. Walk") == "4 x 2min, 75s walk"


def test_what_is_built_up_to_is_run_only_where_it_is_counted() -> None:
    assert means("10 min easy, build up to 4 x 80m") == "10min jog run @ easy; 4 x 80m"
    for text in ("3 x (500, 300), build up to 5k", "25 min easy with 5 x 20s fast dropped in"):
        with pytest.raises(Refusal):
            read(text)


@pytest.mark.parametrize("words", ["all off 50s float", "each with 50s float", "50s float after every rep"])
def test_what_is_taken_after_every_rep_of_a_list_is_taken_between_its_rounds_too(words: str) -> None:
    assert means(f"5 x (500m, 300m), {words}") == "5 x (500m, 50s float; 300m, 50s float)"
    assert means(f"5 x (500m, 300m), {words}, 4 min between sets") == "5 x (500m, 50s float; 300m, 4min recovery)"
    assert means(f"2 x 4 x 300m, {words}") == "2 x (4 x 300m, 50s float)"


def test_a_rep_and_its_recovery_on_one_line_are_no_recovery_in_a_time() -> None:
    text = "warm-up 3 km\n2000 in 8:40 rec 2 min\n1500 in 6:22 rec 2 min\n500 hard"
    assert means(text) == "3000m warm-up; 2000m @ 8:40, 2min recovery; 1500m @ 6:22, 2min recovery; 500m @ hard"
    assert means("8 x 400m, 200m jog in 90s recovery") == "8 x 400m, 200m jog in 90s"


@pytest.mark.parametrize("text", ["8 x 300m off", "2k jog, 8 x 300m off, 2k jog."])
def test_off_without_a_length_is_no_recovery(text: str) -> None:
    assert "off" in refusal(text).message


@pytest.mark.parametrize(
    "text",
    [
        "Walk 6 min, jog 6 min, repeat 3 times",
        "Walk 6 min, run 2 min, walk 2 min x 7",
        "7 x 300m again",
        "7 x 10s hard, a new one every 60s, so 40s rest",
        "7 x 300m @ 50, so 60s rest",
        "9k in-and-outs",
        "7 x 1k over-unders",
    ],
)
def test_what_may_order_something_is_asked(text: str) -> None:
    assert refusal(text)


def test_a_plural_of_metres_is_no_time() -> None:
    assert means("3 sets of five 150s, 150m walk, 6 min between sets").startswith("3 x (5 x 150m, 150m walk)")
    assert means("5 x 250s, 60s rest") == "5 x 250m, 60s rest"
    assert refusal("5 x 150s, 60s rest").readings == ("5 x 150m, 60s rest", "5 x 150 seconds, 60s rest")
    assert means("5 x 120s, 60s rest") == "5 x 2min, 60s rest"


def test_what_stands_between_all_that_is_recovered_stands_between_the_blocks() -> None:
    lines = "4 x 700 off 2 min\n4 x 300 off 60s\n5 min between"
    assert means(lines) == "4 x 700m, 2min recovery; 5min recovery between blocks; 4 x 300m, 60s recovery"
    assert refusal("4 x 700 off 2 min\n5 min between")


@pytest.mark.parametrize("text", ["3x500+300+100, {}", "3x500 + 300 + 100. {}", "3x500, 300, 100, {}"])
def test_what_stands_between_sets_tells_that_the_list_is_counted(text: str) -> None:
    assert (
        means(text.format("5 min between sets"))
        == "3 x (500m, open recovery; 300m, open recovery; 100m, 5min recovery)"
    )


def test_what_stands_between_sets_may_tell_that_reps_behind_a_recovery_are_counted() -> None:
    assert asked("3 x 500m, 60s rest, 200m, 5 min between sets") == [
        "3 x (500m, 60s rest; 200m, 5min recovery)",
        "3 x 500m, 60s rest; 5min recovery between blocks; 200m",
    ]
    assert "between blocks" in means("3 x 500m, 60s rest, 4 x 200m, 60s rest, 5 min between sets")


def test_three_races_with_dashes_are_one_for_each_rep() -> None:
    for sign in ("-", " - ", "/"):
        text = f"900, 600, 300 @ {sign.join(('5k', '3k', 'mile'))}, 2 min rest"
        assert means(text) == "900m @ 5k, 2min rest; 600m @ 3k, 2min rest; 300m @ mile, 2min rest"
    assert means("6 x 600 @ 5k-3k") == "6 x 600m @ 5k-3k"
    assert means("900 @ 5k - 600 @ 3k - 300 @ mile") == "900m @ 5k; 600m @ 3k; 300m @ mile"


@pytest.mark.parametrize("said", ["easy", "at 5k pace"])
def test_what_is_named_by_its_size_with_the_others_is_no_recovery(said: str) -> None:
    found = means(f"200, 400, 600, 400, 200 with the 600 {said}")
    assert found == f"200m; 400m; 600m @ {said.split()[-2] if 'pace' in said else said}; 400m; 200m"
    assert means("7 x 400 with the 400 easy") == "7 x 400m, 400m jog"


@pytest.mark.parametrize("rests", ["60s/90s", "1:00/1:30", "60s and 90s"])
def test_two_times_before_a_rest_may_be_two_rests(rests: str) -> None:
    first, second = rests.replace(" and ", "/").split("/")
    assert list(refusal(f"7 x 400m, {rests} rest").readings) == [
        f"7 x 400m, {first}-{second} rest",
        f"7 x 400m, @ {first}, {second} rest",
    ]
    assert "@ 2:06, 2min rest" in means("7 x 600m, 2:06, 2 min rest")
    assert refusal("9 x 400m, 60s then 3 min after the 5th").readings[0].startswith("4 x 400m, 60s rest")


def test_what_is_added_to_reps_is_counted_with_them_or_follows() -> None:
    assert refusal("7 x 300 + 100").readings == ("7 x (300 + 100)", "7 x 300 + 100 jog")
    assert refusal("3 x 1200 + 300 hard").readings == ("3 x (1200 + 300 hard)", "3 x 1200 + then 300 hard")
    assert refusal("3 x 800 + 500 + 300").readings[0] == "3 x (800 + 500 + 300)"
    assert means("7 x 300 + 1 x 100") == "7 x 300m; 100m"
    assert means("7 x 300, 60s rest + 100") == "7 x 300m, 60s rest; 100m"
    assert means("4 x 15s strides + 1200 @ 5k + 6 x 200").startswith("4 x 15s stride; 1200m @ 5k")


@pytest.mark.parametrize("half", ["halfway", "at half way", "at halfway"])
def test_half_way_is_no_race(half: str) -> None:
    assert "half" not in str(refusal(f"7 x 300, 45s rest; 2 min {half}").readings)


def test_what_a_length_on_its_line_is_for_is_no_name_of_the_session() -> None:
    asked = refusal("Shakeout: 20 min\n10 x 300m fast\n75s walk")
    assert "Shakeout" in asked.message
    assert means("Échauf : 20'\n10 x 300m fast\nr = 1'15 walk") == "20min warm-up; 10 x 300m @ fast, 75s walk"
    assert means("Sand dunes: 10 x 300m\n75s walk") == "(note: Sand dunes) 10 x 300m, 75s walk"


def test_a_time_behind_a_full_recovery_is_no_pace_of_the_reps() -> None:
    assert means("6 x 2 min, full recovery in 3:30") == "6 x 2min, 3:30 recovery"
    assert "for the recovery or for the rep" in refusal("6 x 800m, full recovery in 3:30").message


def test_a_length_that_is_a_sentence_behind_a_warm_up_is_how_long_it_is() -> None:
    text = "Warm up. 10 min\n6 x 400, 60s rest\nCool down. 10 min"
    assert means(text) == "10min warm-up; 6 x 400m, 60s rest; 10min cool-down"
    assert means("Warm up. 400m, 800m, 400m") == "warm-up; 400m; 800m; 400m"


def test_what_is_added_up_in_brackets_may_be_run_straight_through() -> None:
    asked = refusal("3 x (4 min @ 10k + 2 min @ 3k) with 2 min jog")
    assert asked.readings == (
        "3 x (4min @ 10k, 2min jog; 2min @ 3k, 2min jog)",
        "3 x (4min @ 10k, no rest; 2min @ 3k, 2min jog)",
    )
    asked = refusal("2 min rec. 5 x (500 3k pace/250 all out)")
    assert asked.readings[1] == "5 x (500m @ 3k, no rest; 250m @ all out, 2min recovery)"
    assert means("5 x (500 3k pace/250 all out), 2 min between sets").endswith("; 250m @ all out, 2min recovery)")
    assert means("3 x (600m + 300m), 60s rest, 3 min between sets") == "3 x (600m, 60s rest; 300m, 3min recovery)"


def test_the_pace_of_a_race_in_a_sentence_behind_reps_is_no_run() -> None:
    assert means("700m x 5. 1500 race pace. Jog 3:00.") == "5 x 700m @ 1500, 3min jog"
    assert means("5 x 700m, 90s jog. 3k pace.") == "5 x 700m @ 3k, 90s jog"
    assert means("5 x 700m\n3k race pace\n90s jog between") == "5 x 700m @ 3k, 90s jog"
    asked = refusal("5 x 700m. 5k race pace. 3k easy.")
    assert asked.readings == ("5 x 700m. @ 5k race pace. 3k easy.", "5 x 700m. 5k at race pace. 3k easy.")


def test_a_word_that_says_how_is_no_slip_for_a_rep_of_its_own() -> None:
    assert means("5 x 300m, accelerating through the bend") == "5 x 300m @ accelerating (note: through the bend)"
    assert means("5 x 80m acclerations, walk back") == "5 x 80m stride, walk back recovery"
    assert refusal("10 min warm-up, stridse, 5 x 300m")


def test_what_is_counted_is_a_noun_and_no_time() -> None:
    assert means("Nine hard climbs, 40 seconds apiece, jog down") == "9 x 40s hill @ hard, jog down recovery"
    assert means("12 steady hills (30s each), walk back") == "12 x 30s hill @ steady, walk back recovery"
    for text in ("seven strong ones, 40 seconds each", "nine hard goes round, 2 min each, 60s rest"):
        assert refusal(text)


@pytest.mark.parametrize("end", [". Then 5 x 250m off 90s", ", 5 x 250m off 90s"])
def test_a_recovery_that_is_named_begins_no_list_of_recoveries(end: str) -> None:
    text = f"3 x 700m, 3 min rec, 5 min jog{end}"
    assert read(text).canonical == ("3 x 700m, 3min recovery; 5min jog between blocks; 5 x 250m, 90s recovery")


def test_the_effort_of_a_race_before_the_reps_is_no_run() -> None:
    with pytest.raises(Refusal, match="effort of a race") as refused:
        read("10k effort, 4 x 500m")
    assert [read(one).canonical for one in refused.value.readings] == ["4 x 500m @ 10k", "10km; 4 x 500m"]
    assert read("4 x 5k effort, 3 min jog").canonical == "4 x 5km, 3min jog"


def test_a_point_in_brackets_parts_minutes_and_seconds_where_nobody_runs_the_seconds() -> None:
    assert means("5 x 700m (2.25), 3 min rest") == "5 x 700m @ 2:25, 3min rest"
    assert means("5 x 500 (1.35-1.40) 2 min jog") == "5 x 500m @ 1:35-1:40, 2min jog"
    assert means("800 (2.16), 300 (0.48), 4 min rest") == "800m @ 2:16, 4min rest; 300m @ 48, 4min rest"
    assert means("4 x 60m (7.55), 3 min rest") == "4 x 60m @ 7.55s, 3min rest"
    assert means("4 x 200m (30.25), 3 min rest") == "4 x 200m @ 30.25, 3min rest"
    assert refusal("5 x 700m (2.25)").readings == ("5 x 700m (@ 2:25)", "5 x 700m (2:25 rest)")
    assert refusal("4 x 1k (3), 2 min rest").readings == ("4 x 1k (3 min), 2 min rest", "4 x 1k (@ RPE 3), 2 min rest")


def test_a_time_over_a_part_of_the_rep_that_nobody_gives_is_its_own_with_a_jog() -> None:
    assert refusal("7 x 400 (73/200)").readings == ("7 x 400 (@ 73, 200 jog)",)
    assert refusal("9 x 300 @ 51/100").readings == ("9 x 300 @ 51, 100 jog",)
    assert refusal("8 x 200 (200)").readings == ("8 x 200 (200 jog)", "8 x 200 (200 rest)")
    assert means("6 x 700m @ 38/200, 2 min rest") == "6 x 700m @ 38/200, 2min rest"


def test_of_two_times_far_apart_for_two_reps_the_second_may_be_the_rest() -> None:
    assert refusal("2 x 700 @ 2:05, 3:00").readings == ("2 x 700 @ 2:05, 3:00 rest",)
    assert refusal("2 x 1k @ 3:00, 3:00").readings == ("2 x 1k @ 3:00, 3:00 rest",)
    assert refusal("2 x 250 @ 38, 60").readings == ("2 x 250 @ 38, 60s rest",)
    assert means("2 x 700 @ 2:05, 1:58") == means("2 x 700 @ 2:05/1:58")
    assert means("2 x 700 @ 2:25, 1:58 w/ 4 min") == "700m @ 2:25, 4min recovery; 700m @ 1:58"


def test_w_b_is_walk_back_and_aiming_a_target() -> None:
    assert means("5 x 80m w/b, 3 x 120m (w/b)").startswith("5 x 80m, walk back recovery; 3 x 120m, walk back")
    assert means("7 x 400 on 3 min, aiming 71") == "7 x 400m @ 71, on 3:00"


def test_a_time_in_brackets_behind_a_jog_may_be_that_of_the_reps() -> None:
    asked = refusal("5 x 1 mile w/ 400 jog (5:25)")
    assert asked.readings == ("5 x 1 mile @ 5:25, 400m jog", "5 x 1 mile, 400m jog in 5:25")
    assert refusal("7 x 400 r=200m (1'13)").readings[0] == "7 x 400m @ 73, 200m recovery"
    assert means("9 x 200, 200 jog (33s)") == "9 x 200m @ 33, 200m jog"
    assert means("7 x 400 w/ 200 jog (90s)") == "7 x 400m, 200m jog in 90s"
    assert means("7 x 400 @ 67, 200 jog (73s)") == "7 x 400m @ 67, 200m jog in 73s"


def test_the_clock_of_a_run_alone_may_be_hours_and_minutes() -> None:
    assert refusal("1:10 easy").readings == ("70 min easy", "70 s easy")
    assert refusal("1:00 easy, 5 x 80m strides").readings[0] == "60 min easy, 5 x 80m strides"
    assert means("8 x 1:00 hard, 1:00 easy") == "8 x 60s @ hard, 60s jog"
    assert means("1:40 @ 5k") == "1:40 @ 5k"
    assert means("50:00 easy") == "50min jog run @ easy"


def test_minutes_of_rest_in_brackets_say_no_target_again() -> None:
    assert means("7 x 1k @ 3:20-3:25 (1 min)") == "7 x 1000m @ 3:20-3:25, 60s recovery"
    assert "(80" in " ".join(read("7 x 1k @ 3:20 (80)").assumptions)


def test_a_narrow_band_behind_reps_is_offered_as_their_target() -> None:
    assert refusal("7 x 1k 3:20-3:25 (1 min)").readings[0] == "7 x 1k @ 3:20-3:25 (1 min)"
