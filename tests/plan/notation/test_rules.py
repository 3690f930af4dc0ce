"""The rules for what is ambiguous, each by its number in the survey of real notations, and with one of them."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import means, refusal

from trackbuddy.plan.notation import read


def test_4_1_a_recovery_is_between_reps_so_five_serve_six() -> None:
    text = "6 x 200m with recoveries of 30, 25, 20, 15 and 10 seconds."
    assert means(text) == (
        "200m, 30s recovery; 200m, 25s recovery; 200m, 20s recovery; 200m, 15s recovery; 200m, 10s recovery; 200m"
    )


def test_4_1_the_last_recovery_is_kept_on_request() -> None:
    assert read("2x90s, 90s jog; keep last recovery").session.options.keep_last_recovery


@pytest.mark.parametrize("text", ["10 x 100’s on :20 rest", "10 x 100m on 20s rest"])
def test_4_2_on_with_rest_is_a_recovery(text: str) -> None:
    assert means(text) == "10 x 100m, 20s rest"


@pytest.mark.parametrize(
    "text",
    [
        "4x400 on 2:40",
        "4 x 400 (2:40 cycle)",
        "4x400 starting every 2:40",
        "4x400 CW=2:40",
        "4x400 on the 2:40 interval",
    ],
)
def test_4_2_bare_on_is_a_send_off(text: str) -> None:
    assert means(text) == "4 x 400m, on 2:40"


def test_4_2_a_send_off_before_the_target_is_refused() -> None:
    assert "send-off" in refusal("8x200m @ 34, on 30s").message


def test_4_2_on_a_place_is_neither() -> None:
    assert means("12 x 1000m on Kamariny dirt track, 2min recovery jog") == (
        "12 x 1000m (note: on Kamariny dirt track), 2min jog"
    )


def test_4_3_off_leads_in_a_recovery() -> None:
    assert means("10 x 400m off 200jog") == "10 x 400m, 200m jog"
    assert means("2K-1M-2K off 150s jog") == "2000m, 2:30 jog; 1 mile, 2:30 jog; 2000m, 2:30 jog"


def test_4_3_off_behind_a_time_is_the_easy_part() -> None:
    assert means("2x 90 sec on 90 sec off") == "2 x 90s, 90s recovery"


def test_4_4_small_m_is_metres_from_50_on_and_asked_below() -> None:
    assert means("10 x 50m") == "10 x 50m"
    assert "15m" in refusal("15m jog, 6 x 400m").message


def test_4_5_capital_m_is_miles_when_small_and_metres_when_large() -> None:
    assert means("4 x 1M") == "4 x 1 mile"
    assert means("2 x 5 x 1000M. 2’ rest after each 1000m and 10’ rest between sets.") == (
        "2 x (5 x 1000m, 2min rest), 10min rest between sets"
    )
    assert "50M" in refusal("4 x 50M").message


def test_4_5_an_unknown_unit_is_refused() -> None:
    assert refusal("3 ml tempo run").readings == ("3 mi tempo run",)


def test_4_6_bare_numbers_take_the_unit_that_coaches_mean() -> None:
    assert means("8 x 400, 200 rest") == "8 x 400m, 200m rest"
    assert means("3 X 20 s ~ 85 % sprints with 60 rest between") == "3 x 20s @ 85 % sprints, 60s rest"
    assert means("8 x 400, 150 jog") == "8 x 400m, 150m jog"
    assert "no unit" in refusal("8 x 400, 50 rest").message


def test_4_6_small_bare_ladders_are_refused() -> None:
    assert "no unit" in refusal("8-6-4-2").message


def test_4_7_the_unit_of_the_last_item_is_everybodys() -> None:
    assert means("3-2-1 min, 60s rest") == "3min, 60s rest; 2min, 60s rest; 60s, 60s rest"
    assert means("2 x 90/60/30” hills") == "2 x (90s hill; 60s hill; 30s hill)"
    assert means("(200, 400, 200)m") == "200m, 400m, 200m"


def test_4_8_a_x_b_x_d_is_sets_of_reps() -> None:
    assert (
        means("5x4x400, 60s between reps, 3min between sets")
        == "5 x (4 x 400m, 60s recovery), 3min recovery between sets"
    )


def test_4_8_an_x_behind_a_length_is_refused() -> None:
    assert "list" in refusal("400 x 800 x 1200").message
    assert "list" in refusal("5 x 400m x 400m").message


def test_4_9_sets_of_a_distance_are_reps() -> None:
    assert means("6 sets of 50-meter sprints (1 minute rest between sets)") == "6 x 50m @ sprints, 60s rest"
    assert means("Set 1: 3 x 8min, 2min jog") == "(note: Set 1) 3 x 8min, 2min jog"


def test_4_10_a_bracketed_time_is_a_target_beside_a_recovery_and_asked_alone() -> None:
    assert means("10 x 400 (62\") [3']") == "10 x 400m @ 62, 3min recovery"
    assert means("6 x 400m (60s rest)") == "6 x 400m, 60s rest"
    assert refusal("2x800m (85 sec)").readings == ("2x800m (@ 85sec/400)", "2x800m (85 sec rest)")
    assert refusal("2x800m (2:40)").readings == ("2x800m (@ 2:40)", "2x800m (2:40 rest)")


def test_4_11_at_is_the_target_of_the_rep_even_behind_its_recovery() -> None:
    assert means("6 x 800 with 3:30 recovery @ 4:10/800") == "6 x 800m @ 4:10/800, 3:30 recovery"
    assert means("10x400m (r=1') @4:00/km") == "10 x 400m @ 4:00/km, 60s recovery"


def test_4_12_a_race_behind_at_is_a_pace() -> None:
    assert means("6 x 800 @ 5k") == "6 x 800m @ 5k"
    assert means("2x5k at half marathon pace 4 minutes rest") == "2 x 5km @ half, 4min rest"
    assert means("4 x 200 at 800 pace") == "4 x 200m @ 800"


def test_4_12_a_pace_takes_the_unit_of_the_rep() -> None:
    assert means("8 x 400 at 70 pace") == "8 x 400m @ 70/400"
    assert means("2 x 2 mile @ 5:30 pace") == "2 x 2 miles @ 5:30/mile"
    assert "per km or per mile" in refusal("6 x 800m @ 5:30 pace").message


def test_4_12_a_signed_number_behind_a_race_is_an_offset() -> None:
    assert means("4 x 1200m @ 5K-15 s/mile") == "4 x 1200m @ 5k-15s/mile"
    assert means("20mi progression (80% > 90%)") == "20 miles @ 80% > 90%"


def test_4_13_r_is_a_recovery_with_a_length_and_a_pace_behind_at() -> None:
    assert means("2x(6x300 r=45s) R=3'") == "2 x (6 x 300m, 45s recovery), 3min recovery between sets"
    assert means("8x300m @ R") == "8 x 300m @ R"
    assert means("4x(200R + 200J)") == "4 x 200m @ R, 200m jog"


def test_4_14_plus_attaches_a_recovery_or_joins() -> None:
    assert means("20x 400m +50sec rest") == "20 x 400m, 50s rest"
    assert means("4x10min + 2min rest") == "4 x 10min, 2min rest"
    assert means("2 x (1200m / 400m) + 3 x (400m, 300m)") == "2 x (1200m, 400m); 3 x (400m, 300m)"


def test_4_15_a_slash_pairs_lists_separates_or_is_refused() -> None:
    assert means("10 x 30/30") == "10 x 30s @ hard, 30s jog"
    assert means("400m/300m/200m, 60s rest") == "400m, 60s rest; 300m, 60s rest; 200m, 60s rest"
    assert means("5 min WU/10×1 min run with 1 min walk/5 min CD") == "5min warm-up; 10 x 60s, 60s walk; 5min cool-down"
    assert means("4x500m/1:00r") == "4 x 500m, 60s rest"
    assert "slash" in refusal("10x1km @ 95% / 1km @ 85%").message


def test_4_16_a_dash_ranges_lists_or_is_asked() -> None:
    assert means("6-8 x 200m") == "6 x 200m"
    assert means("8 x 400m, 60-90s rest") == "8 x 400m, 60-90s rest"
    assert means("200-400-600-400-200 w/ 200 jog").startswith("200m, 200m jog; 400m, 200m jog")
    assert "range or a list" in refusal("400-800").message


def test_4_17_a_trailing_count_binds_to_one_item_and_is_asked_behind_a_list() -> None:
    assert means("100 x2, 200 x2") == "2 x 100m, 2 x 200m"
    assert means("400 metres x8") == "8 x 400m"
    assert "brackets" in refusal("600, 200 x4").message


def test_4_18_parallel_lists_must_agree() -> None:
    assert means("200m, 400m, 200m, 200m in 26, 55, 28, 28") == "200m @ 26; 400m @ 55; 200m @ 28; 200m @ 28"
    assert means("3mi/2mi/1mi @ 105%/107%/110%") == "3 miles @ 105%; 2 miles @ 107%; 1 mile @ 110%"
    assert means("4 x 800 with a 400 jog, 2 @ 2:32, 2 @ 2:30") == (
        "2 x 800m @ 2:32, 400m jog; 2 x 800m @ 2:30, 400m jog"
    )
    assert "3 reps" in refusal("4 x 800 with a 400 jog, 2 @ 2:32, 1 @ 2:30").message
    assert "targets" in refusal("4x400 @ 75, 74, 73").message


def test_4_19_time_and_distance_of_one_recovery_are_both_kept() -> None:
    assert means("6 x 400, 200 jog in 90”") == "6 x 400m, 200m jog in 90s"
    assert means("6 x 400, 90 seconds (200m) jog") == "6 x 400m, 200m jog in 90s"


def test_4_20_ranges_count_to_the_low_end() -> None:
    reading = read("6-8 x 200m, rest 30-60 seconds")
    assert reading.canonical == "6 x 200m, 30-60s rest"
    assert "6 to 8 are asked for: 6 are planned" in reading.assumptions


def test_4_21_decimals_and_slips() -> None:
    assert means("5 x mile w/ 2.5' jog") == "5 x 1 mile, 2:30 jog"
    assert means("3x 1,000m, 1:20 min rest") == "3 x 1000m, 80s rest"
    assert means("3x 1.200m, 1'30 rest") == "3 x 1200m, 90s rest"
    assert means("4 x .5mi, 0:45 secs rest") == "4 x 804.672m, 45s rest"
    assert refusal("6 x 400m, 2.30min rest").readings == ("6 x 400m, 2:30 rest",)
    assert refusal("6 x 800 @ 2;24").readings == ("6 x 800 @ 2:24",)


def test_4_22_no_recovery_given_is_open_and_never_nothing() -> None:
    reading = read("6×8 seconds")
    assert reading.canonical == "6 x 8s"
    assert any("open" in said for said in reading.assumptions)


@pytest.mark.parametrize("text", ["4 x 50 on 1:00 or :15 rest", "16 x 1min or 8 x 2min", "4 x 1M or 6min"])
def test_4_23_alternatives_are_refused(text: str) -> None:
    assert "choice" in refusal(text).message


def test_4_24_results_are_refused_and_splits_left_aside() -> None:
    assert "results" in refusal("20x400. 77, 75, 74").message
    assert means("20x400, 60s rest. Splits: 77, 75, 74") == "20 x 400m, 60s rest; (note: Splits: 77, 75, 74)"


def test_4_25_a_quarter_is_a_lap_and_a_mile_needs_no_number() -> None:
    assert means("8 quarters on the 2:00 interval") == "8 x 400m, on 2:00"
    assert means("6 x cruise mile (1 min rec)") == "6 x 1 mile @ cruise, 60s recovery"
    assert "number" in refusal("Quarters on the 2:00 interval").message


def test_4_26_alternations_are_asked() -> None:
    assert "alternating" in refusal("8 x 1min alternating slow/fast").message


@pytest.mark.parametrize(
    ("text", "canonical", "said"),
    [
        ("30 s hard followed by 30 s rest for a total of 20 minutes", "20 x 30s @ hard, 30s rest", "20 pairs"),
        ("400 hard 400 easy for 3 miles", "6 x (400m @ hard, no rest; 400m @ easy, no rest)", "6 pairs"),
        ("10 km: 1 km @ 3:30/km, 1 km jog", "5 x 1000m @ 3:30/km, 1000m jog", "5 pairs"),
        (
            "5 miles alternating 400m at HMP with 1200m at HMP +40",
            "5 x (400m @ half, no rest; 1200m @ half+40s/mile, no rest)",
            "5 pairs",
        ),
        (
            "5 miles alternating 1 mile at 10k pace / 1 mile at MP",
            "2 x (1 mile @ 10k, no rest; 1 mile @ marathon, no rest); 1 mile @ 10k",
            "a half",
        ),
    ],
)
def test_4_26_a_total_says_how_often_a_pair_is_run(text: str, canonical: str, said: str) -> None:
    found = read(text)
    assert found.canonical == canonical
    assert any(said in one for one in found.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "5 miles: 1 mile easy, 1 mile hard",
        "10 min: 5 min easy, 5 min hard",
        "20 min: 5 min easy, 10 min tempo, 5 min easy",
        "24 min alternating 4 min hard, 3 min steady",
        "20 min (1 km hard, 1 km steady)",
    ],
)
def test_4_26_a_total_that_no_pairs_make_up_is_refused(text: str) -> None:
    refusal(text)


def test_a_recovery_between_blocks_takes_the_place_that_is_open() -> None:
    text = "50m @ 7s, no rest; 2 x 50m @ 7s, no rest; 60s recovery between blocks; 50m cool-down"
    assert means(text) == text


def test_4_27_a_jog_on_its_own_line_is_the_recovery_between_blocks() -> None:
    text = "6 × 200 meters fast with 200-meter jog\n2 lap jog\n6 × 200 meters fast with 200-meter jog"
    assert means(text) == ("6 x 200m @ fast, 200m jog; 800m jog between blocks; 6 x 200m @ fast, 200m jog")


def test_4_27_an_easy_jog_behind_then_is_a_run() -> None:
    text = "3 x 800m at mile pace with 3-min recoveries then 10 mins easy jog; then 6 x 200m, 30s rest"
    assert means(text) == "3 x 800m @ mile, 3min recovery; 10min jog run @ easy; 6 x 200m, 30s rest"


def test_4_27_capital_r_is_between_sets_only_beside_sets() -> None:
    assert means("7 x 2mn, R=1mn") == "7 x 2min, 60s recovery"
    assert means('2 x (10 x 30", R=30")') == "2 x (10 x 30s, 30s recovery)"
    assert means('2 x (10 x 30") R=3mn') == "2 x (10 x 30s, open recovery), 3min recovery between sets"


def test_4_27_lots_of_ends_behind_a_recovery_line_before_a_line_without_one() -> None:
    text = "- 5 lots of:\n- 6min hard\n- 1min rest\n- 10min steady"
    assert means(text) == "5 x 6min @ hard, 60s rest; 10min @ steady"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 x 1 mile @ 5:10, 3 min", "3 x 1 mile @ 5:10, 3min rest"),
        ("5 x 1000m, 2 min", "5 x 1000m, 2min rest"),
        ("2 x 15 min @ LT, 3 min", "2 x 15min @ LT, 3min rest"),
        ("2k @ tempo, 2 min, 1k @ 5k, 2 min, 500m @ 3k", "2000m @ tempo, 2min rest; 1000m @ 5k, 2min rest; 500m @ 3k"),
    ],
)
def test_a_time_on_which_no_rep_could_start_is_the_rest(text: str, meant: str) -> None:
    assert means(text) == meant
    assert "a time alone behind reps, too short to start them by, is taken as their rest" in read(text).assumptions


@pytest.mark.parametrize(
    "text", ["5 x 1000m, 3 min", "4 x 90s, 60s, 30s @ 5k", "4 x 2 min, 1 min", "4 x 400 @ 70, 20 min"]
)
def test_a_time_that_could_be_a_send_off_or_a_rep_is_asked(text: str) -> None:
    assert "a time alone" in refusal(text).message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 x 800m @ 3:00 (2:00)", "6 x 800m @ 3:00, 2min recovery"),
        ("6 x 800m @ 2:24 (72), 2 min rest", "6 x 800m @ 2:24, 2min rest"),
        ("5 x 2k @ 7:00 (3:30), 90s rest", "5 x 2000m @ 7:00, 90s rest"),
    ],
)
def test_a_time_in_brackets_is_what_it_alone_can_be(text: str, meant: str) -> None:
    assert means(text) == meant


@pytest.mark.parametrize("text", ["6 x 800m @ 2:24 (75)", "6 x 400m @ 72 (60s)", "5 x 1k @ 5k (3:20)", "5 x 400 (60s)"])
def test_a_time_in_brackets_near_the_target_is_asked(text: str) -> None:
    assert "the target or the recovery" in refusal(text).message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4 x 3 min Z4 w/ 2 min Z1", "4 x 3min @ Z4, 2min jog"),
        ("5 x (40 sec 4Z / 2:20 1Z)", "5 x 40s @ 4Z, 2:20 jog"),
        ("10 min zone 1, 5 x 2 min zone 4, 2 min zone 1", "10min jog run @ easy; 5 x 2min @ zone 4, 2min jog"),
        ("40 min Z1-2", "40min @ Z1-2"),
        ("40 min @ Z1", "40min @ Z1"),
    ],
)
def test_the_first_zone_behind_a_length_is_easy(text: str, meant: str) -> None:
    assert means(text) == meant


@pytest.mark.parametrize("text", ["10 x 1' + 1'", "10 x 1 min hard + 1 min", "fartlek 8 x 2' + 1'"])
def test_4_14_a_mere_time_behind_a_plus_is_asked_about(text: str) -> None:
    recovered, added = refusal(text).readings
    assert recovered == text + " jog"
    assert "+ then " in added


def test_4_14_a_longer_time_behind_a_plus_is_a_piece_of_its_own() -> None:
    assert means("10 x 1' + 5'") == "10 x 60s; 5min"


def test_a_recovery_between_sets_behind_reps_with_their_own_is_the_one_before_the_next_block() -> None:
    assert means("4 x 200m, 30s rest, 3 min between sets, 4 x 200m, 30s rest") == (
        "4 x 200m, 30s rest; 3min recovery between blocks; 4 x 200m, 30s rest"
    )


@pytest.mark.parametrize(
    "text", ["4 x 200m, 30s rest, 3 min between sets", "4 x 200m, 30s rest, 3 min between sets, 2k cool-down"]
)
def test_where_no_work_follows_the_count_of_the_sets_is_missing(text: str) -> None:
    refusal(text)


def test_a_time_in_brackets_behind_a_timed_piece_of_a_list_is_its_recovery() -> None:
    assert means("8 min (2 min), 6 min (90s), 4 min") == "8min, 2min recovery; 6min, 90s recovery; 4min"
    assert "target or the recovery" in refusal("45 min (30 min), 4 x 100m strides").message


def test_what_is_offered_for_square_brackets_is_written_inside_them() -> None:
    readings = refusal("3 x (4 x 200m) [4min]").readings
    assert readings == ("3 x (4 x 200m) [4min between reps]", "3 x (4 x 200m) [4min between sets]")
