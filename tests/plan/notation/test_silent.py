"""Readings that nobody would have noticed: each is asked about, or read as meant with its convention said."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import refusal

from trackbuddy.plan.notation import Refusal, read


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("400 - 800 - 400 - 1 min", "400 - 800 - 400, 1 min rest"),
        ("1000/800/600/3min", "1000/800/600, 3min rest"),
        ("600-500-400-90s", "600-500-400, 90s rest"),
    ],
)
def test_the_unit_behind_a_list_is_not_given_to_numbers_it_does_not_fit(text: str, reading: str) -> None:
    assert refusal(text).readings == (reading,)


@pytest.mark.parametrize("text", ["3-2-1 min, 60s rest", '90/60/30" hills', "7-6-5 km, 3 min jog", "5, 4, 3 min"])
def test_the_unit_given_to_a_list_is_said(text: str) -> None:
    assert any("taken for the whole list" in said for said in read(text).assumptions)


@pytest.mark.parametrize(
    "text",
    ["15 min steady – 5 min – 10 min steady", "20 min - 3 min - 15 min - 2 min - 10 min", "9 min T — 2 min — 9 min T"],
)
def test_a_time_between_pieces_set_apart_by_dashes_is_asked(text: str) -> None:
    assert "rest or work" in refusal(text).message
    assert " rest" in refusal(text).readings[0]


def test_a_dash_is_a_range_only_where_it_can_be_one() -> None:
    assert read("8 - 10 min tempo").canonical == "8-10min @ tempo"
    assert read("10min - 8min - 6min, 2 min rest").canonical.startswith("10min, 2min rest; 8min")


@pytest.mark.parametrize("text", ["5 x 3 min. 90 sec. Walk", "5 x 3 min. Walk 90 sec.", "5 x 3 min, 90 sec. walk"])
def test_the_dot_of_a_shortened_unit_does_not_take_a_recovery_its_length(text: str) -> None:
    assert read(text).canonical == "5 x 3min, 90s walk"


def test_what_is_jogged_is_never_work() -> None:
    assert refusal("2k hard, jog 1k x 3").readings == ("3 x (2k hard, jog 1k)",)


@pytest.mark.parametrize(
    ("text", "reading"),
    [("2E + 25T + 2E", "2E + 25 min T + 2E"), ("20E + 15T", "20E + 15 min T"), ("1E + 30M + 1E", "1E + 30 min M + 1E")],
)
def test_daniels_numbers_that_are_no_miles_are_asked(text: str, reading: str) -> None:
    assert refusal(text).readings[0] == reading


def test_daniels_miles_are_said_and_the_m_is_his_marathon() -> None:
    found = read("2E + 10M + 1E")
    assert found.canonical == "2 miles @ E; 10 miles @ M; 1 mile @ E"
    assert "10M is taken as 10 miles at M pace" in found.assumptions


@pytest.mark.parametrize("end", ["", " for recovery"])
def test_a_line_about_the_rep_above_is_no_rep_of_its_own(end: str) -> None:
    assert "one more" in refusal(f"8 x 400\nSprint 400m, then walk 200m{end}").message


def test_a_written_recovery_is_not_replaced_unsaid() -> None:
    text = "5 x 600 with 90s rest, 500 with 80s rest, 200 with 40s rest, 2 min between sets"
    assert "sets" in refusal(text).message


@pytest.mark.parametrize("text", ["400 hard -- 200 easy", "1 min on 1 min off", "800m @ 2:30, 400 jog", "400m on 2:00"])
def test_a_pair_without_a_count_is_asked(text: str) -> None:
    assert "how many times" in refusal(text).message


def test_a_pair_with_its_count_or_with_more_behind_it_is_read() -> None:
    assert read("1 x (400m, 200m jog)").canonical == "1 x 400m, 200m jog"
    assert read("2 miles wu, 1 mile @ 5k, 400m jog, 2 miles cd").session.steps


@pytest.mark.parametrize("lead", ["w/ 75 sec walk", "with 75 sec walk", "off 75 sec walk", ", 75 sec walk"])
def test_a_line_that_begins_with_a_lead_in_goes_on_with_the_line_above(lead: str) -> None:
    found = read(f"6 km steady, then 5 x 15 sec hills\n{lead}")
    assert found.canonical == "6km @ steady, open recovery; 5 x 15s hill, 75s walk"


def test_times_that_go_up_and_down_are_results() -> None:
    assert "results" in refusal("6 x 1k @ 3:30, 3:28, 3:31, 3:29, 3:32, 3:27").message
    assert read("4 x 800 @ 2:40, 2:38, 2:36, 2:34, 2 min rest").session.steps
    assert read("4 x 400 @ 75, 70, 75, 70, 2 min rest").session.steps


def test_a_word_of_structure_is_no_typo_of_a_unit() -> None:
    assert "did you mean" not in refusal("4 x 1k @ mile pace minus 5").message
    assert read("4 x 1k flat, 90s rest").canonical == "4 x 1000m (note: flat), 90s rest"


@pytest.mark.parametrize("text", ["8 x 800 min", "400 min, 200 min, 200 min", "6 x 60 km"])
def test_reps_that_nobody_can_run_are_asked(text: str) -> None:
    assert "nobody runs" in refusal(text).message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9 min T, 2 min, 7 min T, 90s, 5 min T", "9min @ T, 2min rest; 7min @ T, 90s rest; 5min @ T"),
        (
            "9 min @ tempo\n2 min\n7 min @ tempo\n90s\n5 min @ tempo",
            "9min @ tempo, 2min rest; 7min @ tempo, 90s rest; 5min @ tempo",
        ),
    ],
)
def test_mere_times_in_turn_with_one_effort_are_its_rests(text: str, meant: str) -> None:
    assert read(text).canonical == meant
    assert "mere times between pieces of one effort are taken as their rests" in read(text).assumptions


@pytest.mark.parametrize(
    "text", ["5 min hard, 3 min, 5 min hard", "10 min tempo, 3 min, 5 min hard, 2 min, 3 min hard"]
)
def test_a_mere_time_between_told_pieces_is_asked(text: str) -> None:
    with pytest.raises(Refusal, match="a rest or work of its own"):
        read(text)


@pytest.mark.parametrize("text", ["6 x 700m on 1:00", "5 x 1k every 90s", "8 x 500 on 45s"])
def test_a_send_off_in_which_nobody_runs_the_rep_is_asked_about(text: str) -> None:
    with pytest.raises(Refusal, match="no rep could start on it") as refused:
        read(text)
    assert read(refused.value.readings[0]).canonical.endswith("s rest")
    assert read("2 x 200m on 6s").canonical == "2 x 200m, on 0:06"


def test_a_distance_behind_a_timed_jog_may_be_how_far_it_is() -> None:
    with pytest.raises(Refusal, match="how far the recovery is") as refused:
        read("4 x 1200m, 80s jog 200m")
    assert refused.value.readings == ("4 x 1200m, 80s jog, 200m",)
    assert read("900m 3 min jog 700m 2 min jog 500m").canonical == "900m, 3min jog; 700m, 2min jog; 500m"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("8 x 400m every other in 66, 60s rest", "not understood"),
        ("6 x 700m, 90s rest max", "of the recovery or of the reps"),
        ("6 x 700m RPE 8, 2 min jog RPE 3", "of the recovery or of the reps"),
        ("6 x 700m, 200m jog at marathon pace", "of the recovery or of the reps"),
        ("6 x 500m in 95, 94, 93, 92, 91, 90, 60s rest, 3 min after 3", "targets of their own"),
        ("8 x 500m in 95, last one in 88, 60s rest, 3 min after every fourth", "targets of their own"),
        ("8 x 200m, 200m jog in 34s", "nobody jogs"),
        ("Strides, 6 x 90m, walk back", "are these the strides"),
        ("5 km in 17", "nobody runs the rep"),
        ("6 x 400m at 17, 60s rest", "nobody runs the rep"),
    ],
)
def test_what_was_once_given_to_the_wrong_reps_or_dropped_is_asked(text: str, question: str) -> None:
    with pytest.raises(Refusal, match=question):
        read(text)


def test_near_them_nothing_is_asked() -> None:
    assert read("8 x 1k, 1k float in 3:50").canonical == "8 x 1000m, 1000m float in 3:50"
    assert read("8 x 400m, 200m jog hard").canonical == "8 x 400m @ hard, 200m jog"
    assert read("5 km in 17 min").canonical == "5km @ 17:00"
    assert read("strides, then 4 x 100m").canonical == "strides; 4 x 100m"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 x 2 miles, 3 min jog, tempo 11:20", "3 x 2 miles @ 11:20, 3min jog"),
        ("9 x 500, 80s rest. Quick 94.", "9 x 500m @ 94, 80s rest"),
        ("9 x 500, 94 quick, 80s rest", "9 x 500m @ 94, 80s rest"),
        ("4 x 3k, 3 min jog; LT 3:35", "4 x 3000m @ 3:35/km, 3min jog"),
        ("2 x (5 x 300, 60s rest), 3 min rest, fast 52s", "2 x (5 x 300m @ 52, 60s rest), 3min rest between sets"),
        ("3 x 700, 2 min jog, cut down 2:20, 2:16, 2:12", "700m @ 2:20, 2min jog; 700m @ 2:16, 2min jog; 700m @ 2:12"),
    ],
)
def test_a_time_with_an_effort_that_fits_the_reps_is_theirs_and_no_run(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    "told",
    [", 75s rest. 86.", " off 75s; 86-88 sec", ", 86, 75s rest", " w/ 200 jog; 86s", " on 3:00, 86"],
)
def test_a_mere_time_that_nobody_rests_or_behind_the_recovery_is_that_of_the_reps(told: str) -> None:
    assert read(f"7 x 500{told}").canonical.startswith(("7 x 500m @ 86, ", "7 x 500m @ 86-88, "))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 miles, hard 17:20", "3 miles @ 17:20"),
        ("8 miles easy, 8:20", "8 miles jog run @ 8:20/mile"),
        ("2k wu, 3k, 9:21, 2k cd", "2000m warm-up; 3000m @ 9:21; 2000m cool-down"),
        ("1200, 3:32, 4 min rest, 700, 1:58", "1200m @ 3:32, 4min rest; 700m @ 1:58"),
    ],
)
def test_so_is_that_of_a_single_rep(text: str, meant: str) -> None:
    assert read(text).canonical.replace(", open recovery", "") == meant


@pytest.mark.parametrize("told", ["75s rest, 86, 85, 88", "75s, 90s", "90", "75s rest, 42", "75s jog, 2 min, 4 x 300"])
def test_other_mere_numbers_are_asked(told: str) -> None:
    assert not any("@ 9" in one or "@ 4" in one or "@ 2" in one for one in refusal(f"7 x 500, {told}").readings)


@pytest.mark.parametrize("told", ["3 min", "hard 3 min", "2:30 hard", "fast 80"])
def test_a_round_time_with_an_effort_could_be_a_run_and_is_asked(told: str) -> None:
    target, run = refusal(f"6 x 800, 90s jog, {told}").readings
    assert "@ " in target
    assert ", then " in run


@pytest.mark.parametrize(
    "told", ["tempo 20 min", "then 2:25 hard", "easy 3:05", "hard 1200", "fast 100", "tempo 7 km", "steady 10:30"]
)
def test_what_does_not_fit_the_reps_is_run(told: str) -> None:
    assert read(f"6 x 800, 90s jog, {told}").canonical.count(";") == 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24 min fartlek, 2 min hard, 1 min easy", "8 x 2min @ hard, 60s jog"),
        ("24 min fartlek 2 min on 1 min off", "8 x 2min, 60s recovery"),
        ("90s on, 30s off; 16 min", "8 x 90s, 30s recovery"),
        ("3k wu, 40s fast, 20s float, 9 min total, 2k cd", "3000m warm-up; 9 x 40s @ fast, 20s float; 2000m cool-down"),
        ("12 min, 45/15", "12 x 45s @ hard, 15s jog"),
        ("2 min hard, 1 min easy, 6 min hard", "2min @ hard, 60s jog; 6min @ hard"),
    ],
)
def test_a_total_beside_a_pair_counts_it_and_is_no_run(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    "text",
    [
        "25 min fartlek, 2 min hard, 1 min easy",
        "20 min tempo, 45/15",
        "90s on 30s off, 25 min",
        "2 miles wu, 1 min on 1 min off, 1 mile cd",
        "5k, 300 hard, 300 easy",
        "7 miles easy, 90m stride every mile",
        "8k, 150m fast every km",
        "9 min easy, 30s quick 30s easy, 9 min easy",
    ],
)
def test_a_pair_that_no_total_counts_is_asked(text: str) -> None:
    assert "how many" in refusal(text).message


@pytest.mark.parametrize("text", ["5 X 1K @ 3:05, R: 2M", "6 x 1200 R 3M", "4 x 1K W/ 2M REST"])
def test_a_capital_m_of_recovery_is_minutes_or_miles(text: str) -> None:
    refused = refusal(text)
    assert "minutes or miles" in refused.message
    assert [" min" in refused.readings[0], " mile" in refused.readings[1]] == [True, True]


def test_metres_and_jogged_miles_of_recovery_stay() -> None:
    assert read("6 X 1K W/ 400M JOG").canonical == "6 x 1000m, 400m jog"
    assert read("3 x 2 miles, 1 mile rec").canonical == "3 x 2 miles, 1 mile recovery"


def test_the_time_of_a_rolling_recovery_is_not_the_reps() -> None:
    assert read("10x300 with 100m rolling recovery in 30s").canonical == "10 x 300m, 100m float in 30s"
    assert "for the recovery or for the rep" in refusal("10x300 with 100m rolling recovery @ 30s").message


@pytest.mark.parametrize("told", ["then 4 min", ", then 4 min", ", 500m", "; 500m", " then 500", ", then 4 min jog"])
def test_a_mere_length_behind_sets_recovered_alike_could_stand_between_them(told: str) -> None:
    found = refusal(f"4 x (500, 300) off 75s {told}")
    assert "between the sets" in found.message
    assert all("75s" in one for one in found.readings)


@pytest.mark.parametrize(("told", "run"), [("then 2 miles", "2 miles"), ("then 12 min jog", "12min jog run")])
def test_what_nobody_rests_so_long_is_run_behind_them(told: str, run: str) -> None:
    assert read(f"4 x (500, 300) off 75s, {told}").canonical.endswith(f"; {run}")


@pytest.mark.parametrize("told", [", 500 easy, ", "; 2 min easy; ", " + 1 lap easy + ", ", 3 min slow, "])
def test_a_short_easy_run_between_blocks_may_be_their_recovery(told: str) -> None:
    readings = [read(one).canonical for one in refusal(f"5 x 500, 75s rest{told}5 x 300, 75s rest").readings]
    assert [" between blocks" in one for one in readings] == [True, False]


def test_the_pace_of_timed_reps_is_per_km_or_mile() -> None:
    assert refusal("25 min tempo, 6:05").readings == ("25 min tempo @ 6:05/km", "25 min tempo @ 6:05/mile")
    assert refusal("3 x 9 min, 2 min jog, hard 6:05").readings[0] == "3 x 9 min hard @ 6:05/km, 2 min jog"
    assert read("6 miles easy; 1 x 8:20").canonical == "6 miles jog run @ easy; 1 x 8:20"
    assert read("9 min tempo, 7:30").canonical == "9min @ tempo; 7:30"


def test_a_rest_that_may_be_longer_between_sets_is_no_shorter_there() -> None:
    meant = "3 x (5 x 500m, 75s rest) (note: longer between sets if needed), 75s rest between sets"
    assert read("3 x (5 x 500, 75s rest), longer between sets if needed").canonical == meant
    assert read("3 x (5 x 500, 75s rest), longer between sets").canonical == "3 x (5 x 500m, 75s rest)"


@pytest.mark.parametrize("race", ["1500", "mile", "3k", "10k"])
def test_the_name_of_a_race_behind_reps_may_be_their_pace(race: str) -> None:
    for text in ("7 x 500, {}", "7 x 500, 75s rest, {}", "7 x 500; {}; 75s rest"):
        pace, run = refusal(text.format(race)).readings
        assert pace == text.format(f"@ {race}")
        assert run.startswith(text.format(f"then {race}"))
    assert read(f"7 x 500. {race}. 75s rest.").canonical == f"7 x 500m @ {race}, 75s rest"


@pytest.mark.parametrize("end", [", 75s rest, 1 mile", ", 75s rest, 800", ", 75s rest, then 3k", " hard, 75s rest, 3k"])
def test_what_is_no_race_or_comes_then_is_run(end: str) -> None:
    assert "; " in read(f"7 x 500{end}").canonical


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Run 500m walk 150m, 7 times", "7 x 500m, 150m walk"),
        ("run 4 min jog 2 min run 4 min", "4min, 2min jog; 4min"),
        ("run 500, jog 150, run 300", "500m, 150m jog; 300m"),
    ],
)
def test_what_is_run_is_told_from_what_is_jogged(text: str, meant: str) -> None:
    assert read(text).canonical == meant


def test_what_reps_come_to_is_no_run() -> None:
    for text, first in (("8 x 500, 75s rest, {}4k", "total "), ("6 x 500, 75s rest. {}3k", "@ ")):
        assert refusal(text.format("")).readings[0] == text.format(first)
    assert read("9 x 500, 75s rest, 4k").canonical.endswith("; 4000m")
    assert read("4 x 200, 75s rest, 800").canonical.endswith("; 800m")
    assert read("6 x 700, 2 min rest, 77 laps").canonical == "6 x 700m @ 77/400, 2min rest"


@pytest.mark.parametrize("joint", [", ", "; "])
def test_runs_that_make_up_the_rep_before_them_may_be_its_parts(joint: str) -> None:
    told = f"5 x 1k, 75s rest{joint}{{}}700 steady, 300 quick"
    assert refusal(told.format("")).readings == (told.format("as "), told.format("then "))
    assert read(f"5 x 1k, 75s rest{joint}700 quick, 300 quick").session.steps


def test_a_time_at_the_end_is_no_second_rest() -> None:
    assert refusal("6 x 500, 75s rest. 14 min").readings == ("6 x 500, 75s rest. 1 x 14 min",)
    assert refusal("6 x 500, 75s rest, then 4 min").readings == ("6 x 500, 75s rest, then 1 x 4 min",)
    assert read("6 x 500, 75s rest, then 14 min").canonical.endswith("; 1 x 14min")


@pytest.mark.parametrize("told", [", 7 min jog, ", "; 4 laps jog; ", ". 7 min jog. ", " + 7 min jog + "])
def test_a_long_jog_between_recovered_blocks_is_asked(told: str) -> None:
    assert all(" jog r" in one for one in refusal(f"5 x 500, 75s rest{told}5 x 300, 75s rest").readings)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (", then 7 min jog, then ", "; 7min jog run; "),
        ("; 7 min very easy; ", "; 7min jog run @ easy; "),
        (", 500 jog, ", "; 500m jog between blocks; "),
        ("\n4 laps jog\n", "; 1600m jog recovery between blocks; "),
    ],
)
def test_a_jog_between_blocks_that_tells_what_it_is(told: str, meant: str) -> None:
    assert meant in read(f"5 x 500, 75s rest{told}5 x 300, 75s rest").canonical


@pytest.mark.parametrize(
    "text",
    [
        "4 x 700, 75s rest then 300, 4 min rest",
        "4 x 700, 75s rest; 300; 4 min rest",
    ],
)
def test_a_rest_that_nothing_follows_may_be_that_of_sets(text: str) -> None:
    whole, last = refusal(text).readings
    assert "4 x (700, 75s rest" in whole
    assert "1 x 300" in last


@pytest.mark.parametrize(
    "text",
    [
        "7 x 700 @ 2:06 - 700 @ 2:30",
        "7 x 2 min hard - 3 min moderate",
        "7 x 300 @ 50 + 300 @ 70",
        "7 x 1k @ 5k - 1k @ MP",
    ],
)
def test_a_second_length_with_its_own_target_behind_counted_reps_is_asked_whatever_joins_it(text: str) -> None:
    whole, once = refusal(text).readings
    assert whole == f"7 x ({text.removeprefix('7 x ')})"
    assert "then" in once


def test_what_is_longer_by_far_or_behind_then_follows_the_reps() -> None:
    assert read("7 x 2 min hard - 15 min steady").canonical == "7 x 2min @ hard; 15min @ steady"
    assert read("7 x 300 @ 50, then 300 @ 70").canonical == "7 x 300m @ 50; 300m @ 70"
    assert read("7 x 70s hard - 70s easy").canonical == "7 x 70s @ hard, 70s jog"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("3 sets of 4 min on 2 min off, 2 min on 1 min off", "3 x (4min, 2min recovery; 2min, 60s recovery)"),
        (
            "3 rounds: 70s hill jog down, 40s hill jog down",
            "3 x (70s hill, jog down recovery; 40s hill, jog down recovery)",
        ),
    ],
)
def test_sets_of_several_reps_with_their_recoveries_count_them_all(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize(
    ("count", "rest"),
    [
        ("5 x ", "3 min on 1 min off, 1 min on 1 min off"),
        ("5 times ", "70s hill jog down, 40s hill jog down"),
        ("5 x ", "120m, walk back, 200m, walk back"),
        ("5 sets of ", "3 min hard 1 min easy, 1 min hard 1 min easy"),
    ],
)
def test_a_rep_with_its_recovery_behind_counted_reps_with_theirs_is_asked(count: str, rest: str) -> None:
    assert refusal(count + rest).readings[0] == f"{count.replace('sets of', 'x')}({rest})"


@pytest.mark.parametrize("text", ["6 x 300m, recovery varies", "8 x 400m. Rest varied", "5 x 1k, recoveries depend"])
def test_words_for_how_long_a_recovery_is_are_not_lost(text: str) -> None:
    assert "not understood" in refusal(text).message


def test_how_a_rest_is_spent_is_no_recovery_of_its_own() -> None:
    assert read("6 x 60s hill, 2 min rest, jogging back down").canonical == "6 x 60s hill, 2min jog"
    assert "second recovery" in refusal("6 x 200m, 3 min rest, walk back, then 4 x 100m").message
    between = read("2 sets of 4x200, 4 min rest between sets, walking back").canonical
    assert between == "2 x (4 x 200m, walk back recovery), 4min rest between sets"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("8x400, 90s rest. Easy 78.", "8x400, 90s rest. @ 78."),
        ("5x600 hard 1:48 easy 200", "5x600 hard @ 1:48 easy 200"),
        ("8x200 fast 31s walk 200", "8x200 fast @ 31s walk 200"),
    ],
)
def test_a_time_with_easy_in_which_the_reps_can_be_run_is_asked(text: str, reading: str) -> None:
    assert reading in refusal(text).readings


def test_a_bare_90_is_the_rest_and_the_time_behind_it_the_reps() -> None:
    assert read("6x600 off 90 in 1:48").canonical == "6 x 600m @ 1:48, 90s recovery"
    between = read("2x5x400 off 60, 3 min, 68").canonical
    assert between == "2 x (5 x 400m @ 68, 60s recovery), 3min recovery between sets"


@pytest.mark.parametrize("rests", ["off 40, 5 min", "rest 40, 5 min", "off 40 and 5 min"])
def test_the_minutes_of_the_second_rest_are_not_given_to_the_seconds_of_the_first(rests: str) -> None:
    found = read(f"2x4x300 {rests}").canonical
    assert found.startswith("2 x (4 x 300m, 40s re")
    assert ", 5min re" in found


@pytest.mark.parametrize("text", ["2 min easy 1 min hard x 9", "300 jog 200 hard x 7", "easy 500, hard 500 x 4"])
def test_whether_a_jog_before_counted_reps_is_counted_too_is_asked(text: str) -> None:
    assert "every time, or once" in refusal(text).message


def test_a_jog_on_a_line_below_the_reps_is_asked_before_a_cool_down_too() -> None:
    assert "recovery" in refusal("WU 15 min\n5x 1km @ 3:15/km\n2:00 easy\nCD 10 min").readings[0]


def test_a_pair_that_what_follows_does_not_count_is_asked() -> None:
    assert "how many times" in refusal("400m hard, 400m jog, 5k").message


def test_a_recovery_without_a_unit_behind_minutes_is_in_minutes_and_said() -> None:
    found = read("3 x (2 min hard, 1 easy, 3 min hard, 1 easy)")
    assert found.canonical == "3 x (2min @ hard, 60s jog; 3min @ hard, 60s jog)"
    assert "taken as minutes" in found.assumptions[0]


def test_a_jog_longer_than_the_reps_of_a_set_could_stand_between_the_rounds_alone() -> None:
    assert "between the rounds alone" in refusal("2 x (8 min T, 3 min T), 6 min easy").message
    assert read("3 x (4 min, 2 min), 2 min jog").canonical == "3 x (4min, 2min jog; 2min, 2min jog)"


def test_as_many_times_with_an_effort_as_reps_are_theirs() -> None:
    found = read("1000, 800, 600 w/ 3 min. Fast 3:05, 2:24, 1:44")
    assert found.canonical == "1000m @ 3:05, 3min recovery; 800m @ 2:24, 3min recovery; 600m @ 1:44, 3min recovery"
    assert any("are theirs" in said for said in found.assumptions)


def test_recoveries_that_rise_and_fall_are_not_taken_in_turn() -> None:
    assert "say what each is" in refusal("4x300 off 1:45, 4 min, 50s").message
    assert read("4x300 off 3, 2, 1 min").canonical.startswith("300m, 3min recovery; 300m, 2min recovery")


@pytest.mark.parametrize("text", ["4 x 100m; 1500m", "8 x 400m, 400m jog; 5km", "6 x 800m, 2min rest; 10km"])
def test_a_run_printed_behind_reps_is_no_name_of_a_race(text: str) -> None:
    assert read(text).canonical == text
    assert "their pace" in refusal(text.replace("; ", ", ").removesuffix("m")).message
