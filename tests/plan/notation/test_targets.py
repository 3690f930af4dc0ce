"""What reps are aimed at: how a time, a pace or a word is meant, whose it is, and what is asked about it."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import means, refusal

from trackbuddy.plan.notation import Refusal, read


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("7 x 800 @ 74, 2 min jog", "7 x 800m @ 74/400, 2min jog"),
        ("4 x 600 @ 71-73s, 90s jog", "4 x 600m @ 71-73/400, 90s jog"),
        ("5 x 1000 (76), 400m jog", "5 x 1000m @ 76/400, 400m jog"),
        ("4 x 1200 @ 1:50, 2 min jog", "4 x 1200m @ 1:50/400, 2min jog"),
        ("6k tempo @ 3:25", "6km @ 3:25/km"),
        ("8 miles @ 6:50", "8 miles @ 6:50/mile"),
        ("2 miles at 6:10", "2 miles @ 6:10/mile"),
        ("18 miles @ 4:15", "18 miles @ 4:15/km"),
        ("5 x 4 min @ 3:15, 2 min jog", "5 x 4min @ 3:15/km, 2min jog"),
        ("1600/800/400 @ 75/72/66", "1600m @ 75/400; 800m @ 72/400; 400m @ 66"),
    ],
)
def test_a_time_in_which_nobody_runs_the_rep_is_for_the_one_distance_in_which_it_is_run(
    text: str, canonical: str
) -> None:
    reading = read(text)
    assert reading.canonical == canonical
    assert any("because nobody runs the rep in it" in said for said in reading.assumptions)


@pytest.mark.parametrize(
    "text", ["5 x 600m @ 85", "500 @ 75", "1k @ 3:00", "2k @ 5:30", "400 @ 2:30", "10k @ 42:00", "3 miles @ 17:30"]
)
def test_a_time_in_which_the_rep_is_run_is_its_own(text: str) -> None:
    assert "/" not in means(text)


def test_a_time_so_slow_that_nobody_runs_the_rep_in_it_could_be_a_send_off() -> None:
    assert refusal("12 x 50 @ 1:20").readings == ("12 x 50 @ 1:20/400", "12 x 50 on 1:20")
    assert "nobody" in refusal("10 x 300 @ 3:10, 60s rest").message


@pytest.mark.parametrize(
    ("text", "canonical", "said"),
    [
        ("5 x 800s, 2 min jog", "5 x 800m, 2min jog", "800s is taken as 800 metres"),
        ("4 x 1000s, 3 min jog", "4 x 1000m, 3min jog", "1000s is taken as 1000 metres"),
        ("6 x 500, 4m jog", "6 x 500m, 4min jog", "4m before a rest is taken as 4 minutes"),
        ("4 x 150, 5m-8m walk", "4 x 150m, 5-8min walk", "5m before a rest is taken as 5 minutes"),
        ("8 x 300 s:48 r:3", "8 x 300m @ 48, 3min recovery", "a recovery of 3 is taken as 3 minutes"),
        ("8 x 300 r1", "8 x 300m, 60s recovery", "a recovery of 1 is taken as 1 minute"),
    ],
)
def test_a_unit_in_which_alone_it_can_be_run_is_taken(text: str, canonical: str, said: str) -> None:
    reading = read(text)
    assert reading.canonical == canonical
    assert any(one.startswith(said) for one in reading.assumptions)


@pytest.mark.parametrize(
    "text", ["6 x 300s", "3 x 600s, 2 min jog", "400s hard", "6m jog, 5 x 300", "5 x 300, 15m jog"]
)
def test_a_unit_that_could_be_another_is_asked(text: str) -> None:
    assert "could be" in refusal(text).message


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("600m, 300m @ mile pace", ("600m @ mile; 300m @ mile", "600m; 300m @ mile")),
        ("1k and 500m @ 5k pace", ("1000m @ 5k; 500m @ 5k", "1000m; 500m @ 5k")),
        ("1200, 400 @ 70", ("1200m; 400m @ 70",)),
        ("600, 200 @ 31", ("600; 200 @ 31",)),
        ("500, 300, 200 @ 31", ("500, 300; 200 @ 31",)),
    ],
)
def test_a_target_behind_two_reps_could_be_for_both_or_for_the_last(text: str, readings: tuple[str, ...]) -> None:
    assert [means(one) for one in refusal(text).readings] == [means(one) for one in readings]


def test_a_target_behind_a_longer_list_is_for_all_of_it_and_said() -> None:
    reading = read("1k, 800, 600 @ 5k pace, 2 min jog")
    assert reading.canonical == "1000m @ 5k, 2min jog; 800m @ 5k, 2min jog; 600m @ 5k, 2min jog"
    assert "“5k” is taken for the whole list before it" in reading.assumptions
    refusal("1600-1200-800-400 @ 74, 400 jog")


@pytest.mark.parametrize("text", ["3 miles easy, 1 mile @ 5:45", "2 x 1k, 3 x 300 @ mile pace", "2k hard, 300 @ 50"])
def test_what_stands_before_with_words_or_a_count_of_its_own_is_not_in_the_list(text: str) -> None:
    assert means(text).count("@") == 1 + ("hard" in text) + ("easy" in text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 x 800 around 10k pace, 2 min jog", "5 x 800m @ 10k, 2min jog"),
        ("16 x 150, jog 50 after each one, around R pace", "16 x 150m @ R, 50m jog"),
        ("16 x 200, R pace, 200m jog", "16 x 200m @ R, 200m jog"),
        ("4 x 1k a touch quicker than 10k pace, 2 min jog", "4 x 1000m @ a touch quicker than 10k pace, 2min jog"),
        ("7 x 500 from 10k to 3k effort, 200m jog", "7 x 500m @ from 10k to 3k effort, 200m jog"),
        ("7 x 500, building from 10k to 3k pace, 90s jog", "7 x 500m @ building from 10k to 3k pace, 90s jog"),
        (
            "7 x 500 starting at 10k effort and winding up to 3k effort, 90s jog",
            "7 x 500m @ starting at 10k effort and winding up to 3k effort, 90s jog",
        ),
        (
            "2 sets of 3 x 250, first set at 3k pace and each set quicker than the last; 90s after each 250",
            "2 x (3 x 250m @ first set at 3k pace and each set quicker than the last, 90s recovery)",
        ),
        (
            "5 x 350m cutdowns: start at 1500 pace, get 1-2 sec faster each rep, 150m walk",
            "5 x 350m @ start at 1500 pace, get 1-2 sec faster each rep, 150m walk",
        ),
        (
            "7 x 500 - first one at 10k pace, every one a touch quicker than the last one, 90s jog",
            "7 x 500m @ first one at 10k pace, every one a touch quicker than the last one, 90s jog",
        ),
        ("4 x 500, first one at 10k pace, 90s jog", "500m @ 10k, 90s jog; 3 x 500m, 90s jog"),
        (
            "900, 500\nJog 200m after each\n10k effort down to 3k effort",
            "900m @ 10k effort down to 3k effort, 200m jog; 500m @ 10k effort down to 3k effort, 200m jog",
        ),
        (
            "900, 500\nStart at 10k pace, end at 3k pace",
            "; ".join(f"{one}m @ Start at 10k pace, end at 3k pace" for one in (900, 500)),
        ),
        ("4 x (250m, 80m jog, 150m, 150m jog – quick)", "4 x (250m @ quick, 80m jog; 150m @ quick, 150m jog)"),
        (
            "4 x (250m, 100 recovery, 150m, 80m recovery – everything quicker than 3k pace), 900m faster than first",
            "4 x (250m @ quicker than 3k pace, 100m recovery; 150m @ quicker than 3k pace, 80m recovery); "
            "900m @ faster than first",
        ),
        ("900m @ 5k, 2 x 300m, 900m again but quicker", "900m @ 5k; 2 x 300m; 900m @ quicker (note: again but)"),
        (
            "700m 2'31'' rec 300m\n500m 1'45'' rec 300m\n300m",
            "700m @ 2:31, 300m recovery; 500m @ 1:45, 300m recovery; 300m",
        ),
        ("900m 4' 200m jog, 900m 4' 200m jog, 300m", "900m @ 4:00, 200m jog; 900m @ 4:00, 200m jog; 300m"),
        ("700m 2' rec 300m 1' rec 200m", "700m, 2min recovery; 300m, 60s recovery; 200m"),
        ("900m 4 min jog 200m", "900m, 4min jog; 200m"),
        ("7 x 500 @ 10k > 3k, 90s jog", "7 x 500m @ 10k > 3k, 90s jog"),
        ("9 x 90s, effort 7 out of 10, 60s jog", "9 x 90s @ effort 7 out of 10, 60s jog"),
        ("9 x 90s @ 7/10, 60s jog", "9 x 90s @ 7/10, 60s jog"),
        ("9 x 90s at 7-8/10 effort, 60s jog", "9 x 90s @ 7-8/10 effort, 60s jog"),
        ("3 x 8 min @ T3, 2 min jog", "3 x 8min @ T3, 2min jog"),
        ("3 x 2 miles @ 10-mile pace, 2 min jog", "3 x 2 miles @ 10-mile pace, 2min jog"),
        ("3 x 3k at 15k pace, 2 min jog", "3 x 3000m @ 15k pace, 2min jog"),
        ("5 x 1k just under LT, 60s jog", "5 x 1000m @ just under LT, 60s jog"),
        ("5 x 300, full gas, 3 min walk", "5 x 300m @ full gas, 3min walk"),
        ("9 x 300 at 3k pace or a hair quicker, 100m jog", "9 x 300m @ 3k, 100m jog"),
        ("7 x 800m, ~4:30/km, 200m jog", "7 x 800m @ 4:30/km, 200m jog"),
        ("7 x 800m 7:20 per mile, 200m jog", "7 x 800m @ 7:20/mile, 200m jog"),
        ("9 x 300, averaging 52, 90s rest", "9 x 300m @ 52, 90s rest"),
        ("4 x (3 min @ Fast90, 2 min jog)", "4 x 3min @ Fast90, 2min jog"),
    ],
)
def test_a_target_said_in_a_phrase_is_kept_as_it_is_said(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "6 x 800 under 2:40, 60s jog",  # the time itself is offered
        "20 min easy from the club to the park",
        "6 x 400 starting at the 200 line, 60s jog",
        "30 min starting at 9pm",
        "5 x 350m, begin at 5k pace, each one faster 80s rest",
        "5 x 350m, start at 5k pace, each one 30s walk",
        "5 x 350m, 60s rest, first at 5k pace and each 250m quicker",
        "5 x 1k a bit, 2 min jog",
        "400m, a bit of a jog, 400m",
        "6 x 800 @ 8, 2 min jog",
        "12 x 200 R2, pace",
        "1 mile and a half marathon pace",
        "6 x 400, 90s/400m jog",
        "6 x 1k, 4:00/km jog 400m",
        "5 x 3 min at 7k-9k pace",
    ],
)
def test_words_that_name_no_effort_are_no_target(text: str) -> None:
    assert refusal(text)


TWO = "3 x 1200, 400m jog, 5 x 300, 100m jog. "
THREE = "800, 600, 300. "


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (TWO + "The 1200s go at threshold, the 300s at mile pace", "threshold mile"),
        (TWO + "1200s should be at 10k effort, 300s at 1500 pace", "10k 1500"),
        (TWO + "The 1200s and 300s at 5k effort", "5k 5k"),
        (TWO + "1200s: 4:10, 300s: 54", "4:10 54"),
        (TWO + "1200s – 10k pace, 300s – mile pace", "10k mile"),
        (TWO + "1200s relaxed and the 300s quick", "relaxed quick"),
        (TWO + "All the 1200s in 4:10; 300s in 54", "4:10 54"),
        ("3 x 1200, 400m jog, 5 x 300, 100m jog (1200s @ 10k pace, 300s @ mile pace)", "10k mile"),
        ("2 x 900, 3 x 300 @ 48 (900s at 5k pace)", "5k 48"),
        ("900 @ 5k, 700, 90s rest (700 @ 3k pace)", "5k 3k"),
        (THREE + "The 800 at 5k pace, the 600 at 3k pace, the 300 fast", "5k 3k fast"),
        (THREE + "The 800 at 5k pace, 600 at 3k pace and 300 in 48", "5k 3k 48"),
        ("2 x 1k, 3 min jog, 4 x 400, 200m jog. Thousands at 5k pace, quarters at mile pace", "5k mile"),
        ("2 x mile, 3 min jog, 4 x 1k, 200m jog. Miles at 10k pace, 1ks at 5k pace", "10k 5k"),
    ],
)
def test_reps_are_named_by_their_size(text: str, canonical: str) -> None:
    said = [one.split(" @ ")[1].split(",")[0] for one in means(text).split("; ")]
    assert said == canonical.split()


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "3 x (700-350)\n700 in 2:06, 350 in 56-58; 200m jog after the 700, 600m jog between sets",
            "3 x (700m @ 2:06, 200m jog; 350m @ 56-58, 600m jog)",
        ),
        (
            "1 x 900, 5 x 120 quick\n900 @ 72s laps w/ 600m jog, 120s quick w/ 280m walk",
            "900m @ 72/400, 600m jog; 5 x 120m @ quick, 280m walk",
        ),
        (
            "2 x 700, 3 x 300 quick\n700s in 2:06, jog 300m; 300s quick, walk 100m",
            "2 x 700m @ 2:06, 300m jog; 3 x 300m @ quick, 100m walk",
        ),
        (
            "2 x 700, 3 x 300\n700 in 2:06, 300 in 48, 90s rest between everything",
            "2 x 700m @ 2:06, 90s rest; 3 x 300m @ 48, 90s rest",
        ),
    ],
)
def test_a_line_that_names_each_size_below_reps_aims_them(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "3 x (700, 350) @ 5k, 60s rest\n700 in 2:06, 350 in 56",  # they have a target
        "3 x (700, 350), 60s rest\n700 in 2:06, 350 in 56, 200 in 30",  # and one that is none of them
        "3 x 700, 60s rest\n700 in 2:06",
        TWO + "1200s on the track, 300s on the grass",
        TWO + "1200s 2 min rest, 300s 60s rest",
        TWO + "The 600s at 5k pace",
        TWO + "1200s",
        "600, 400, 200's",
    ],
)
def test_reps_that_are_named_are_none_of_their_own(text: str) -> None:
    assert refusal(text)


@pytest.mark.parametrize("before", ["2 x (800, 300), 2 min jog. ", THREE])
def test_a_size_with_a_target_in_a_sentence_names_reps_or_is_one_more(before: str) -> None:
    named, more = refusal(before + "800 at 5k pace, 300 at mile pace").readings
    assert named == before + "the 800 at 5k pace, 300 at mile pace"
    assert more == before + "1 x 800 at 5k pace, 300 at mile pace"
    assert means("800 @ 5k, 2 min jog. 600 @ 3k, 2 min jog. 800 @ 5k").count("800m @ 5k") == 2


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("7 x 600m, 4:10/km, 200m jog", "7 x 600m @ 4:10/km, 200m jog"),
        ("7 x 600m ~4:10/km (200m walk)", "7 x 600m @ 4:10/km, 200m walk"),
        ("4 x 1 mile, 5:50 per mile, 400m jog", "4 x 1 mile @ 5:50/mile, 400m jog"),
        ("3 x 2k 3:25-30/km, 3 min jog", "3 x 2000m @ 3:25-3:30/km, 3min jog"),
        ("8 x 300 w/ 75s 3:40/km", "8 x 300m @ 3:40/km, 75s recovery"),
        ("4k 4:30/km, 2k 4:10/km", "4000m @ 4:30/km; 2000m @ 4:10/km"),
    ],
)
def test_a_pace_with_its_way_needs_no_sign(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    "text", ["7 x 600m, 200m jog 6:10/km", "7 x 600m, 200m jog, 6:10/km", "400m hard, 400m 5:10/km float, 400m hard"]
)
def test_a_pace_behind_a_recovery_without_a_sign_could_be_that_of_the_jog(text: str) -> None:
    assert refusal(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("4 x mile, MP-15, 2 min jog", "4 x 1 mile @ marathon-15s/mile, 2min jog"),
        ("4 x 2k @ HMP +10, 2 min jog", "4 x 2000m @ half+10s/km, 2min jog"),
        ("4 x 900 @ MP-15, 2 min jog", "4 x 900m @ marathon-15, 2min jog"),
        ("4 x mile HM+3%, 2 min jog", "4 x 1 mile @ HM+3%, 2min jog"),
        ("9 x 900, 2.8 mmol, 50s rest", "9 x 900m @ 2.8 mmol, 50s rest"),
        ("9 x 900 around 2.5-3.0 mmol, 50s rest", "9 x 900m @ 2.5-3.0 mmol, 50s rest"),
        ("9 x 350, 96–99%, 50s rest", "9 x 350m @ 96–99%, 50s rest"),
        ("9 x 350m 96-99%, 50s rest", "9 x 350m @ 96-99%, 50s rest"),
    ],
)
def test_an_offset_or_a_measure_without_its_sign(text: str, canonical: str) -> None:
    assert means(text) == canonical
    assert ("own unit" in " ".join(read(text).assumptions)) == ("P" in text and "900" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "4 x mile @ MP - 90, 2 min jog",
        "9 x 900 @ 5k -60",
        "9 x 900, 400 float 80%",
        "9 x 900, 400 jog 80-85%",
        "9 x 350, 96-99",
        "9 x 350, 5-8%, 50s rest",
    ],
)
def test_a_number_behind_a_race_or_a_jog_is_no_offset_and_no_measure_of_the_reps(text: str) -> None:
    assert refusal(text)


def test_a_rest_behind_a_race_is_no_offset() -> None:
    assert means("9 x 900 @ 5k-60 rest") == "9 x 900m @ 5k, 60s rest"


def test_a_verb_before_the_time_of_a_rep_changes_nothing() -> None:
    assert means("12 x 300 leaving every 1:30 (run in 58)") == "12 x 300m @ 58, on 1:30"
    assert means("5 x 1k, run in 3:25, 2 min jog") == "5 x 1000m @ 3:25, 2min jog"


def test_a_pace_in_brackets_behind_a_jog_is_the_jogs_where_the_reps_have_theirs() -> None:
    assert means("8 x 2 min @ 3:10/km, 2 min easy (4:30/km)") == "8 x 2min @ 3:10/km, 2min float @ 4:30/km"
    asked = refusal("5 x 3 min, 2 min jog (5:30/km)")
    assert asked.readings == ("5 x 3min, 2min float @ 5:30/km", "5 x 3min @ 5:30/km, 2min jog")


def test_what_comes_then_is_work_though_it_is_named() -> None:
    assert means("3 x 800, 2 min jog, then the 300 in 45") == "3 x 800m, 2min jog; 300m @ 45"


def test_t_and_a_sign_of_equality_are_the_time_of_the_rep() -> None:
    assert means("3x450 t=76s r=5'\n4 x 150 t=22-23 r=2'") == (
        "3 x 450m @ 76, 5min recovery; 4 x 150m @ 22-23, 2min recovery"
    )
    for text in ("3 x 450 t=r", "3 x 4' t=76", "3 x 450 t 76"):
        with pytest.raises(Refusal):
            read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 x 900m: 5k pace, 80s jog", "5 x 900m @ 5k, 80s jog"),
        ("900m x 5: 3:25/km, 80s jog", "5 x 900m @ 3:25/km, 80s jog"),
        ("Mile reps x 3: 10k pace, 3 min jog", "3 x 1 mile @ 10k, 3min jog"),
        ("3 x 350: 5k pace, 3k pace, 1500 pace", "350m @ 5k; 350m @ 3k; 350m @ 1500"),
        (
            "3 x 900m: 10k effort, 80s jog; 5 x 150: mile effort",
            "3 x 900m @ 10k, 80s jog; 5 x 150m @ mile, open recovery",
        ),
        ("9 x 350m, current 800m pace or a touch quicker; 150m jog", "9 x 350m @ 800, 150m jog"),
    ],
)
def test_a_colon_behind_reps_leads_in_a_target_that_is_named_as_one(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize("behind", ["450, 450", "2 x 450", "3:20", "450m jog", "5k pace for the first 450"])
def test_a_colon_behind_reps_leads_in_nothing_else(behind: str) -> None:
    with pytest.raises(Refusal):
        read(f"5 x 900m: {behind}")


@pytest.mark.parametrize(
    ("aim", "canonical"),
    [
        ("10k pace minus 4 sec", "10k pace minus 4 sec"),
        ("10k pace less 4s", "10k pace less 4s"),
        ("10k pace minus 4s per mile", "10k-4s/mile"),
    ],
)
def test_a_race_pace_less_so_many_seconds(aim: str, canonical: str) -> None:
    assert means(f"9 x 350 @ {aim}, 80s jog") == f"9 x 350m @ {canonical}, 80s jog"


@pytest.mark.parametrize("less", ["less 80s rest", "minus 3", "less 150m", "minus the last 350", "minus 2 reps"])
def test_what_is_less_than_a_pace_is_an_amount_of_time(less: str) -> None:
    with pytest.raises(Refusal):
        read(f"9 x 350 @ 5k pace {less}")


def test_a_time_for_each_in_brackets_is_the_target_where_the_rep_can_be_run_in_it() -> None:
    assert means("5 x 900m (about 3:10 each), 80s jog") == "5 x 900m @ 3:10, 80s jog"
    assert means("Two runs of 5k (19:40 each)") == "2 x 5km @ 19:40"
    assert means("9 x 350 @ 64 (64 each), 80s jog") == "9 x 350m @ 64, 80s jog"
    for text in ("9 x 350 @ 64 (58 each), 80s jog", "3 x (500, 300) (70s each)", "9 x 350m (150m each)"):
        with pytest.raises(Refusal):
            read(text)


LIST = "350-700-350"


@pytest.mark.parametrize(
    ("aims", "canonical"),
    [
        (" (mile pace / 5k pace / mile pace)", "mile 5k mile"),
        (" (mile pace, 5k pace, mile pace)", "mile 5k mile"),
        (" @ mile, 5k, mile pace", "mile 5k mile"),
        (" at mile pace, 5k pace and mile pace", "mile 5k mile"),
        (" - mile pace/5k pace/mile pace", "mile 5k mile"),
        (" @ mile pace-1s / mile pace / flat-out", "mile pace-1s mile flat out"),
        (" (hard/moderate/hard)", "hard moderate hard"),
        (" @ 92/86/92%", "92% 86% 92%"),
        (" (92%, 86%, 92%)", "92% 86% 92%"),
        (" in 58-1:59-57", "58 1:59 57"),
        (" (58/1:59/57)", "58 1:59 57"),
        (" (58, 1:59, 57)", "58 1:59 57"),
        (" @ 58 > 1:59 > 57", "58 1:59 57"),
        (" in 58, 1:59 and 57", "58 1:59 57"),
        (" in 58, 1:59, and 57", "58 1:59 57"),
    ],
)
def test_a_target_for_each_of_a_list_however_it_is_listed(aims: str, canonical: str) -> None:
    said = means(f"{LIST}{aims}, 90s rest").removesuffix(", 90s rest").split(", 90s rest; ")
    assert " ".join(one.split(" @ ")[1] for one in said) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "3 x 1k (3', 2', 1')",  # recoveries, rather
        "4 x 1k (3:30, 3:25, 3:20), 2 min rest",
        "3 x 350 @ 60/75/90 rest",
        "9 x 350 @ 58-57-56, 60s rest",
        f"{LIST} (150/300/150)",
        f"{LIST} @ 92/86%",
        "800, 400 @ 10k pace / hard",
    ],
)
def test_a_list_that_is_no_target_for_each(text: str) -> None:
    assert refusal(text)


def test_a_mile_behind_a_distance_and_before_its_pace_is_a_race() -> None:
    assert means("7 x 350 mile pace, 90s rest") == "7 x 350m @ mile, 90s rest"
    assert means("900 5k pace, 350 mile pace w/ 400 jog") == "900m @ 5k, 400m jog; 350m @ mile, 400m jog"


def test_a_narrow_range_around_the_target_says_it_again() -> None:
    assert means("5 x 300, averaging 47 (45-49), 90s rest") == "5 x 300m @ 47, 90s rest"
    assert "45" in " ".join(read("5 x 300 @ 47 (45-49), 90s rest").assumptions)
    with pytest.raises(Refusal, match="target or the recovery"):
        read("5 x 300 @ 47 (30-60)")


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        (", each rep in 64", "64"),
        (", each of the reps at mile pace", "mile"),
        (", all between 63 and 66", "63-66"),
        (" between 63 and 66 s", "63-66"),
        (" (hit 64s)", "64"),
        (" (run 64s)", "64"),
        (", aim about 64", "64"),
        (", 65s laps", "65/400"),
        (" at 65 second laps", "65/400"),
        (" 18s per 100", "18s/100"),
        (", 18 km/h", "3:20/km"),
        (" t:64", "64"),
        (", target pace 3:05/km", "3:05/km"),
        (". Target pace: mile pace", "mile"),
        (", 63-66 seconds apiece", "63-66"),
        (", mile pace minus 1s", "mile pace minus 1s"),
        (', mile pace + 1"/lap', "mile+1s/400"),
        (", mile pace plus 5-8 sec/km", "mile pace plus 5-8 sec/km"),
        (", 2s/lap quicker again", "2s/lap quicker again"),
        (" at 2 seconds a lap over mile pace", "mile+2s/400"),
    ],
)
def test_other_ways_to_lead_in_a_target(said: str, canonical: str) -> None:
    assert means(f"9 x 350{said}, 90s rest") == f"9 x 350m @ {canonical}, 90s rest"


def test_a_time_of_each_that_nobody_rests_is_the_target() -> None:
    assert means("4 x 3k, 11:25 each") == "4 x 3000m @ 11:25"
    for text in ("9 x 350, 60-90s apiece", "9 x 350, 1:15 each", "9 x 350, 64 each time"):
        refusal(text)


@pytest.mark.parametrize(
    "behind",
    [
        ", run 10 min",
        " (run 5k)",
        " (run 800)",
        " between 60 and 90s",
        ", 90s jog 4:30 pace",
        ", each 200 in 35",
        ", 64s",
    ],
)
def test_what_leads_in_no_target_of_the_rep(behind: str) -> None:
    refusal(f"9 x 350{behind}")


def test_a_pace_without_its_way_is_by_the_unit_of_the_rep() -> None:
    assert means("3 x 2 miles, 6:50 pace, 3 min rest") == "3 x 2 miles @ 6:50/mile, 3min rest"
    assert "per km or per mile" in refusal("9 x 950, 3:20 pace, 90s rest").message


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        (" - 1:03 - 90s rest", "63"),
        (", 64-66s, 90s rest", "64-66"),
        (" (64-66) sec, 90s rest", "64-66"),
        (" [1:01-1:04], 90s rest", "61-64"),
        (" (1:01-04), 90s rest", "61-64"),
        (" – 95% – 90s rest", "95%"),
        (" – 90-95% – 90s rest", "90-95%"),
        (", 90%+, 90s rest", "90%+"),
        (" just below LT2 (90s rest)", "just below LT2"),
        (", slightly above threshold, 90s rest", "slightly above threshold"),
        (", lactate 2.5-3.0, 90s rest", "lactate 2.5-3.0"),
        (" @ lactate 4 mmol, 90s rest", "lactate 4 mmol"),
        (", 10k-15k pace, 90s rest", "10k-15k pace"),
        (", descend 1-9, 90s rest", "descend 1-9"),
        (", each faster than the opener, 90s rest", "each faster than the opener"),
        (", quicker than last time, 90s rest", "quicker than last time"),
        (" from 66 down to 60, 90s rest", "from 66 down to 60"),
        (", getting down from 1:06 to 1:00, 90s rest", "getting down from 1:06 to 1:00"),
        (" (hard, 95%), 90s rest", "95%"),
    ],
)
def test_bands_and_efforts_however_they_are_written(said: str, canonical: str) -> None:
    assert means(f"9 x 350{said}") == f"9 x 350m @ {canonical}, 90s rest"


@pytest.mark.parametrize(
    "behind",
    [
        ", rest from 90 down to 60s",
        ", recoveries coming down from 90 to 60s",
        " from 90 to 60s recovery",
        ", 350 jog, 60%",
        " @ 64 (60-90)",
        " [61-64s]",
        ", mile pace plus 60s",
        " - 1:03",
        " below the bridge",
    ],
)
def test_what_could_be_no_target_of_the_reps_is_asked(behind: str) -> None:
    refusal(f"9 x 350{behind}")


def test_a_band_in_square_brackets_without_a_unit_is_the_rest_between_both_its_ends() -> None:
    assert means("9 x 350 @ 64 [60-90]") == "9 x 350m @ 64, 60-90s recovery"
    assert (
        means("2 x 9 x 350 [60-65s], 3 min between sets")
        == "2 x (9 x 350m, 60-65s recovery), 3min recovery between sets"
    )
    refusal("9 x 1:15-45")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("mile pace 9 x 350, 90s rest", "9 x 350m @ mile, 90s rest"),
        ("Mile effort 350s x 9, 90s rest", "9 x 350m @ mile, 90s rest"),
        ("LT 1500s x 5, jog 90s", "5 x 1500m @ LT, 90s jog"),
        ("3k easy\nmile pace 9 x 350, 90s rest", "3000m jog run @ easy; 9 x 350m @ mile, 90s rest"),
        ("9 x 350\n350s 61s & 350m jog", "9 x 350m @ 61, 350m jog"),
        ("9 x 350, 4 x 450\n350s 61s; 450s 78s", "9 x 350m @ 61; 4 x 450m @ 78"),
    ],
)
def test_a_target_before_the_work_and_behind_a_size(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize("text", ["mile pace 900, 350", "9 x 350\n350s 60s"])
def test_what_before_the_work_is_no_target_of_it(text: str) -> None:
    refusal(text)


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        (", target pace, 90s rest", "goal"),
        (", somewhere between 62 and 66, 90s rest", "62-66"),
        (" bit below threshold, 90s rest", "bit below threshold"),
        (" — 95 to 98%, 90s rest", "95 to 98%"),
        (" - 5K speed - 90s rest", "5k"),
    ],
)
def test_targets_by_other_words(said: str, canonical: str) -> None:
    assert means(f"9 x 350{said}") == f"9 x 350m @ {canonical}, 90s rest"


def test_an_average_may_be_what_was_run() -> None:
    assert refusal("9 x 350, avg 64, 90s rest").readings == ("9 x 350, @ 64, 90s rest",)


def test_a_small_number_behind_the_sign_of_a_recovery_is_minutes() -> None:
    assert means("9 x 350 t:64 rec:3") == "9 x 350m @ 64, 3min recovery"


# --- one target for each block ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("4 x 600, 4 x 300, 4 x 150 @ 5k/3k/mile", "4 x 600m @ 5k; 4 x 300m @ 3k; 4 x 150m @ mile"),
        ("1k, 2 x 500, 3 x 300 at 5k, 3k and 1500 pace", "1000m @ 5k; 2 x 500m @ 3k; 3 x 300m @ 1500"),
        ("2 x 600, 2 x 300 @ 1:45, 50", "2 x 600m @ 1:45; 2 x 300m @ 50"),
        ("2x600 2x400 2x200 (1:48/70/33)", "2 x 600m @ 1:48; 2 x 400m @ 70; 2 x 200m @ 33"),
        ("2 x 600, 2 x 300 @ 51, 49", "2 x 600m; 300m @ 51; 300m @ 49"),
        ("4 x 600, 3 x 300 @ 52, 51, 50", "4 x 600m; 300m @ 52; 300m @ 51; 300m @ 50"),
        ("3 x 600 hard, 3 x 300 @ 52, 51, 50", "3 x 600m @ hard; 300m @ 52; 300m @ 51; 300m @ 50"),
    ],
)
def test_as_many_targets_as_blocks_are_one_for_each_where_each_can_be_run_so(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "2 x 600, 2 x 600 @ 1:45, 1:42",
            ("2 x 600m @ 1:45; 2 x 600m @ 1:42", "2 x 600m; 600m @ 1:45; 600m @ 1:42"),
        ),
        ("3 x 600, 3 x 300 @ 5k/3k pace", ("3 x 600m @ 5k; 3 x 300m @ 3k", "3 x 600m; 3 x 300m @ 5k-3k")),
    ],
)
def test_two_targets_that_could_be_the_last_blocks_own_are_asked(text: str, readings: tuple[str, ...]) -> None:
    assert refusal(text).readings == readings


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("6 min, 4 min, 2 min @ tempo, 10k, 5k pace", "6min @ tempo; 4min @ 10k; 2min @ 5k"),
        ("1200, 800, 400 - T, 5k and mile", "1200m @ T; 800m @ 5k; 400m @ mile"),
        ("3 x 2k @ MP, HMP, 10k pace, 2 min jog", "2000m @ marathon, 2min jog; 2000m @ half, 2min jog; 2000m @ 10k"),
        ("3 x 2k: 10k, 5k, 3k pace", "2000m @ 10k; 2000m @ 5k; 2000m @ 3k"),
        ("4 x 300: 50/49/48/47", "300m @ 50; 300m @ 49; 300m @ 48; 300m @ 47"),
        ("3 x 600 w/ 3 min: 1:45, 1:43, 1:41", "600m @ 1:45, 3min recovery; 600m @ 1:43, 3min recovery; 600m @ 1:41"),
        ("4 x 300 50-49-48-47", "300m @ 50; 300m @ 49; 300m @ 48; 300m @ 47"),
        ("400m, 600m, 800m, 1000m, 800m, 600m efforts", "400m, 600m, 800m, 1000m, 800m, 600m"),
        ("1 mile @ tempo, 10k, 5k", "1 mile @ tempo; 10km; 5km"),
    ],
)
def test_as_many_targets_as_reps_are_one_for_each_and_no_runs(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize("text", ["3 x 800 @ 5k, 1500, 800", "3 x 400: 3k, 1500, 800", "3 x 800: 2:40, 2:44, 2:36"])
def test_lengths_and_results_are_no_targets_one_for_each(text: str) -> None:
    refusal(text)
