"""Where recoveries stand and what they are called: each class with invented texts, and its near misses."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import means, refusal

from trackbuddy.plan.notation import Refusal, read

# --- between the rounds of a list -------------------------------------------------------------------------------------


def test_another_that_is_said_holds_between_the_rounds() -> None:
    text = "4 x (1000m w/ 400m jog, 3 x 300m w/ 100m jog), 4 min between sets"
    assert means(text) == "4 x (1000m, 400m jog; 3 x 300m, 100m jog), 4min recovery between sets"


def test_what_follows_the_last_block_before_a_repeat_stands_between_the_rounds() -> None:
    text = "600m, 2 min rest; 3 x 300m, 60s rest; 5 min rest; repeat"
    assert means(text) == "2 x (600m, 2min rest; 3 x 300m, 60s rest), 5min rest between sets"


@pytest.mark.parametrize("text", ["3 x (5 x 300m, 40s rest)", "3 x (800m, 5 x 300m), 40s between reps"])
def test_a_recovery_between_reps_says_nothing_of_the_sets(text: str) -> None:
    assert any("no recovery between sets is given" in said for said in read(text).assumptions)


@pytest.mark.parametrize("words", ["80s walk between each", "80s walk between them", "80s walk after each"])
def test_between_each_of_a_list_is_between_its_rounds_too(words: str) -> None:
    assert means(f"4 x (500m, 250m), {words}") == "4 x (500m, 80s walk; 250m, 80s walk)"
    assert means(f"4 x (500m, 250m), {words}, 3 min between sets") == ("4 x (500m, 80s walk; 250m, 3min recovery)")
    assert means(f"4 x (500m, 250m), 3 min between sets, {words}") == ("4 x (500m, 80s walk; 250m, 3min recovery)")


def test_between_each_behind_two_blocks_is_still_asked_about() -> None:
    assert refusal("6 x 300m, 4 x (500m, 250m), 80s walk between each").readings


# --- what it is called ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("80s stood still", "80s rest"),
        ("80 sec standing around", "80s rest"),
        ("with an 80s breather", "80s recovery"),
        ("80s SR", "80s recovery"),
        ("150m shuffle", "150m jog"),
        ("w/ 200jr", "200m jog"),
        ("w/ 200j", "200m jog"),
        ("80s stroll", "80s walk"),
        ("stroll back", "walk back recovery"),
        ("trot back", "jog back recovery"),
        ("200 jog b/t reps", "200m jog"),
        ("take 2 min", "2min recovery"),
        ("you get 150m", "150m recovery"),
        ("have 80 seconds", "80s recovery"),
        ("80s rest each time", "80s rest"),
        ("rest as long as the rep took", "equal time rest"),
        ("jog for as long as you just ran", "equal time jog"),
        ("recovery the same as the rep", "equal time recovery"),
        ("recovery equal to the rep", "equal time recovery"),
        ("w/ same again easy each time", "equal distance jog"),
        ("each interval has an equivalent recovery", "equal time recovery"),
    ],
)
def test_recoveries_by_their_names(words: str, meant: str) -> None:
    assert means(f"5 x 500m, {words}") == f"5 x 500m, {meant}"


def test_half_of_a_rep_of_known_time_is_half_its_time() -> None:
    assert means("5 x 4 min, rest half the rep time") == "5 x 4min, 2min rest"
    assert means("5 x 4 min with half the rep as rest") == "5 x 4min, 2min rest"
    assert "half of what" in refusal("5 x 500m, rest half the rep time").message


@pytest.mark.parametrize(
    "words",
    [
        "take 2 min hard",
        "80s each time",
        "same as last week",
        "same again easy",
        "as long as you can",
        "same as rep 1",
        "rest the same",
    ],
)
def test_words_that_leave_open_what_is_rested(words: str) -> None:
    refusal(f"5 x 500m, {words}")


def test_a_german_set_pause_stands_between_the_sets_or_the_blocks() -> None:
    assert means("2 x 5 x 200 m P 30 sek, SP 5 min") == "2 x (5 x 200m, 30s recovery), 5min recovery between sets"
    assert means("4 x 500 m P 2 min, SP 6 min, 4 x 200 m P 1 min") == (
        "4 x 500m, 2min recovery; 6min recovery between blocks; 4 x 200m, 60s recovery"
    )


def test_inside_a_set_and_after_a_set() -> None:
    text = "2 x 5 x 200m w/ 100m walk inside a set and 300m after a set"
    assert means(text) == "2 x (5 x 200m, 100m walk), 300m recovery between sets"


# --- behind which rep -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "3 min after the fourth",
        "but 3 min after the 4th",
        "3 min at halfway",
        "3 min in the middle",
        "long break (3 min) at the half",
    ],
)
def test_a_recovery_behind_one_rep_of_a_block(words: str) -> None:
    assert means(f"8 x 250m, 50s rest, {words}") == "3 x 250m, 50s rest; 250m, 3min recovery; 4 x 250m, 50s rest"


def test_recoveries_by_the_numbers_of_their_reps() -> None:
    assert means("4 x 700m, jog 200 after the 1st and 2nd, jog 400 after the 3rd") == (
        "2 x 700m, 200m jog; 700m, 400m jog; 700m"
    )
    assert means("900, 700, 500, 80s after the first, 2 min after the second") == (
        "900m, 80s recovery; 700m, 2min recovery; 500m"
    )


def test_behind_the_last_rep_it_stands_before_the_next_block_or_nowhere() -> None:
    assert means("6 x 250m off 50s, 4 min after the last, 4 x 150m off 40s") == (
        "6 x 250m, 50s recovery; 4min recovery between blocks; 4 x 150m, 40s recovery"
    )
    for words in ("no rest after the last", "none after the last one"):
        assert means(f"6 x 250m, 50s rest, {words}") == "6 x 250m, 50s rest"


@pytest.mark.parametrize(
    "text",
    [
        "8 x 250m, 50s rest, 3 min after the ninth",
        "8 x 250m, 50s rest, 3 min after the first set",
        "8 x 250m, 50s rest, 3 min after the first 3",
        "8 x 250m, 50s rest, but 3 min",
        "8 x 250m, 50s rest, 3 min after the third, 4 min after the third",
        "8 x 250m, 50s rest, 6 min jog after the last",
        "900 w/ 80s rest, 700 w/ 60s rest, 500, 4 min after the first",
        "7 x 250m, 50s rest, 3 min at halfway",
        "3 x 4 x 250m, 50s rest between reps, 3 min after the second",
        "8 x 250m, 50s rest; 4 x 150m, 40s rest. 3 min after the third.",
        "6 x 250m, 50s rest, no rest after the last, 4 x 150m",
        "8 x 250m with 100m half way",
    ],
)
def test_reps_that_are_not_there_or_not_named(text: str) -> None:
    refusal(text)


def test_how_a_recovery_is_spent_stands_behind_it() -> None:
    assert means("5 x 600m, 80s recovery, walking") == "5 x 600m, 80s walk"
    assert means("5 x 600m, full recovery, walk it") == "5 x 600m, full walk"
    assert means("4 x 700m, 50s rest, apart from 2 min at halfway") == (
        "700m, 50s rest; 700m, 2min recovery; 2 x 700m, 50s rest"
    )
    for words in (", 80s recovery, walk 100m", " off 100m jog again", ", 50s rest, apart from the last"):
        refusal(f"5 x 600m{words}")


def test_again_says_a_recovery_of_before() -> None:
    for words in ("again 80s jogs", "off 80s jog again", "jogging again 80s"):
        assert means(f"5 x 600m off 80s jog, then 4 x 300m, {words}") == "5 x 600m, 80s jog; 4 x 300m, 80s jog"


def test_a_recovery_throughout_may_say_that_it_is_between_the_sets_too() -> None:
    for words in ("throughout, set breaks included", "between reps, and between sets too"):
        assert means(f"2 x 5 x 250m. Jog 50m {words}.") == "2 x (5 x 250m, 50m jog), 50m jog between sets"


def test_in_the_middle_of_two_sets_is_between_them() -> None:
    assert means("2 x 5 x 250m off 50s jog, 4 min walk in the middle") == (
        "2 x (5 x 250m, 50s jog), 4min walk between sets"
    )


def test_after_the_odd_and_after_the_even() -> None:
    meant = "700m, 50s recovery; 700m, 2min recovery; 700m, 50s recovery; 700m"
    assert means("4 x 700m, 50s after the odd ones, 2 min after the even") == meant


def test_what_follows_reps_of_which_each_has_its_recovery_is_not_lost() -> None:
    assert means("3 x 700m, 4 min after the first, 2 min after the second, 10 min easy").endswith(
        "700m, open recovery; 10min jog run @ easy"
    )


def test_recoveries_in_turn_for_a_whole_list() -> None:
    meant = "250m, 50s recovery; 450m, 80s recovery; 250m, 60s recovery; 150m"
    for words in (
        ", taking 50s, 80s, 60s between",
        ". Recoveries in order: 50s, 80s, 60s",
        ", with 50, 80 and 60s between",
    ):
        assert means(f"250m, 450m, 250m, 150m{words}") == meant
    assert means("4 x 150m taking 40, 30 and 20 secs between").startswith("150m, 40s recovery; 150m, 30s recovery")


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("(80 sec rec = 150m shuffle)", "150m jog in 80s"),
        ("and jog a third of what you've just run", "200m jog"),
    ],
)
def test_how_long_a_recovery_is_in_other_words(words: str, canonical: str) -> None:
    assert means(f"5 x 600m {words}") == f"5 x 600m, {canonical}"


def test_rest_is_the_time_of_the_rep() -> None:
    assert "equal time" in means("2 x (3 min, 2 min), rest = time of rep")


def test_behind_the_reps_of_a_distance_is_also_at_the_end_of_a_set() -> None:
    text = "2 x (900m, 600m, 300m). Rec: 80s after the 900, 60s after the 600, 4 min after the 300"
    assert means(text) == "2 x (900m, 80s recovery; 600m, 60s recovery; 300m, 4min recovery)"
    text = "200, 400, 200\nRest 40 seconds following a 200\nRest 80 seconds following the 400"
    assert means(text) == "200m, 40s rest; 400m, 80s rest; 200m, 40s rest"


def test_after_each_group_is_between_the_sets() -> None:
    text = "20 x 200m in sets of 5, 50 jog after each and 300 jog after each group"
    assert means(text) == "4 x (5 x 200m, 50m jog), 300m jog between sets"


def test_a_noun_of_rest_has_its_length_in_brackets() -> None:
    assert means("6 x 250m, rest (80s)") == "6 x 250m, 80s rest"
    assert means("6 x 250m, walk (100m)") == "6 x 250m, 100m walk"
    refusal("6 x 250m easy (1:05)")


# --- before its list, and between mere times --------------------------------------------------------------------------


def test_a_recovery_before_all_work_is_for_all_of_it() -> None:
    for text in ("Recovery is 80s. 5 x 300m", "80s recovery: 5 x 300m", "Recovery: 80s\n5 x 300m"):
        assert means(text) == "5 x 300m, 80s recovery"
    assert means("All with 80s rest: 5 x 300m, 5 x 150m") == "5 x 300m, 80s rest; 5 x 150m, 80s rest"
    assert means("Rest: 80s\n9 min wu\n5 x 300m\n9 min cd") == ("9min warm-up; 5 x 300m, 80s recovery; 9min cool-down")
    assert means("50s rest: 2 x 5 x 200m, 3 min between sets") == (
        "2 x (5 x 200m, 50s rest), 3min recovery between sets"
    )


@pytest.mark.parametrize("text", ["Recover 10 min, 5 x 300m", "30 min recovery. 5 x 80m", "80s rest"])
def test_what_stands_before_work_and_is_not_for_it(text: str) -> None:
    refusal(text)


def test_mere_times_between_far_longer_ones_could_be_rests() -> None:
    assert refusal("16 min + 70s + 16 min + 70s + 9 min").readings == (
        "16 min + 70s rest + 16 min + 70s rest + 9 min",
        "16 min + 1 x 70s + 16 min + 1 x 70s + 9 min",
    )
    for ladder in ("4 min, 2 min, 4 min", "2 min, 10 min, 2 min", "8 min, 4 min, 2 min, 1 min"):
        assert "rest" not in means(ladder)


# --- how a jog is run, what a rest is equal to, an easy letter --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("7 x 700m, 150m jog @ slow", "7 x 700m, 150m jog"),
        ("7 x 700m w/ 80s jog at slow pace", "7 x 700m, 80s jog"),
        ("7 x 700m\n150m jog at an easy effort", "7 x 700m, 150m jog"),
        ("7 x 2 min hard, 80s jog @ slow", "7 x 2min @ hard, 80s jog"),
        ("7 x 700m (jog 150m @slow between)", "7 x 700m, 150m jog"),
        ("7 x 700m, 150m jog @ very slow", "7 x 700m, 150m jog"),
        ("7 x 80s hard, 70s walk @ easy", "7 x 80s @ hard, 70s walk"),
        ("7 x 700m, 150m jog @ 5k pace", "7 x 700m @ 5k, 150m jog"),
        ("7 x 700m, 150m jog @ tempo", "7 x 700m @ tempo, 150m jog"),
        ("9 min jog @ easy, 7 x 300m, 80s rest", "9min jog run @ easy; 7 x 300m, 80s rest"),
    ],
)
def test_slow_behind_a_jog_is_how_it_is_jogged_and_never_the_target_of_the_reps(text: str, canonical: str) -> None:
    assert means(text) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("7 x 300 slow walk back", "7 x 300m, walk back recovery"),
        ("7 x 300m, brisk walk back", "7 x 300m, walk back recovery"),
        ("7 x 300m (very slow jog back)", "7 x 300m, jog back recovery"),
        ("7 x 300m hard. Slow jog back.", "7 x 300m @ hard, jog back recovery"),
        ("7 x 70s hill fast, steady jog down", "7 x 70s hill @ fast, jog down recovery"),
        ("7 x 300m slow walk 4 min", "7 x 300m, 4min walk"),
        ("7 x 300m w/ slow walk back", "7 x 300m, walk back recovery"),
        ("7 x 300m hard, near full recovery", "7 x 300m @ hard, full recovery"),
        ("7 x 300m fast walk back", "7 x 300m @ fast, walk back recovery"),
        ("7 x 300m, fast full recovery", "7 x 300m @ fast, full recovery"),
        ("7 x 300m relaxed full recovery", "7 x 300m @ relaxed, full recovery"),
        ("7 x 300m relaxed, walk back", "7 x 300m @ relaxed, walk back recovery"),
    ],
)
def test_how_a_way_back_is_gone_is_never_how_the_reps_are_run(text: str, canonical: str) -> None:
    assert means(text) == canonical


def test_a_word_between_the_reps_and_the_way_back_that_could_be_of_either_is_asked() -> None:
    assert refusal("7 x 300m steady jog back").readings == ("7 x 300m, steady jog back", "7 x 300m steady, jog back")


def test_slow_behind_a_walk_is_asked_where_the_reps_have_no_target() -> None:
    assert refusal("7 x 80s, 70s walk @ easy").readings == ("7 x 80s, 70s walk", "7 x 80s @ easy, 70s walk")


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("rest = work", "equal time recovery"),
        ("recovery = rep time", "equal time recovery"),
        ("jog = rep distance", "equal distance jog"),
        ("rest = half the work time", "60s recovery"),
    ],
)
def test_a_rest_is_equal_to_the_work_by_its_sign(words: str, canonical: str) -> None:
    assert means(f"7 x 2 min, {words}") == f"7 x 2min, {canonical}"
    assert means(f"7 x 2 min ({words})") == f"7 x 2min, {canonical}"


@pytest.mark.parametrize("words", ["work x 2", "work / 2", "work - 20s", "work + 20s", "work or less"])
def test_a_sum_behind_the_work_is_not_left_out(words: str) -> None:
    refusal(f"7 x 2 min, rest = {words}")


def test_an_easy_letter_behind_reps_no_shorter_is_their_recovery() -> None:
    assert means("5 x 4 min T, 80s E") == "5 x 4min @ T, 80s jog"
    assert means("3-5 x 4' I, 3' E") == "3 x 4min @ I, 3min jog"
    assert refusal("3-5 x 4 min T, 18 min E").readings == ("3-5 x (4 min T, 18 min E)", "3-5 x 4 min T, then 18 min E")
    assert means("5 x 4 min T + 18 min E") == "5 x 4min @ T; 18min @ E"


def test_reps_by_time_take_no_other_time_so_that_it_is_the_recoverys() -> None:
    assert means("9 x 70s uphill, jog down in 1:50") == "9 x 70s hill, 1:50 jog"
    assert means("9 x 3 min hills, walk back in about 2 min") == "9 x 3min hill, 2min walk"
    for text in ("9 x 150m uphill, jog back in 80s", "9 x 250 @ 40s, jog back in 80s", "9 x 2 min, equal jog in 90s"):
        refusal(text)


@pytest.mark.parametrize("words", ["as needed", "as long as you need", "as long as needed"])
def test_a_rest_as_long_as_is_needed_is_open(words: str) -> None:
    assert means(f"5 x 900m, rest {words}") == "5 x 900m, open rest"
    refusal(f"5 x 900m, 80s rest (more {words})")
    refusal(f"5 x 900m, 80s rest, {words}")
    assert means("9 x 350m, jog for as long as each took") == "9 x 350m, equal time jog"


# --- starts by the clock, and slow between ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "off the 2:40",
        "leaving on the 2:40",
        "a new one begun every 2:40",
        "one rep every 2:40",
        "next one every 2:40",
        "starting another every 2:40",
        "setting off every 2:40",
        "on a base of 2:40",
        "@ 2:40 send-off",
    ],
)
def test_starts_by_the_clock_in_other_words(words: str) -> None:
    assert means(f"7 x 350m, {words}") == "7 x 350m, on 2:40"


def test_off_leads_in_a_rest_unless_the_clock_is_named() -> None:
    assert any("off the time" in said for said in read("7 x 350m off the 2:40").assumptions)
    assert means("7 x 350m off 2:40") == "7 x 350m, 2:40 recovery"
    assert means("7 x 350m off the 40s recovery") == "7 x 350m, 40s recovery"
    assert refusal("7 x 350m off the 90").readings == ("7 x 350m off 90", "7 x 350m on 90")
    refusal("7 x 350m, starting one every 2 laps")
    assert refusal("5 x 800m off the 2:40").readings == ("5 x 800m off the 2:40 rest", "5 x 800m on the 2:40")


@pytest.mark.parametrize("words", ["in between 90s slow", "90s slow in between", "90s slow between"])
def test_what_is_slow_between_the_reps_is_not_the_reps(words: str) -> None:
    assert means(f"5 x 4 min quick, {words}") == "5 x 4min @ quick, 90s float"


# --- recoveries in other words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        (", rec. 1:35 min", "95s recovery"),
        (": 80s jog after each rep", "80s jog"),
        (", rest until you feel ready", "full rest"),
        (", on redescend en marchant", "walk down recovery"),
        (", sit down for 4 min after each", "4min rest"),
        (", zwischen den Läufen 70 s", "70s recovery"),
        (", 70s before the next", "70s recovery"),
        (", 70s and go again", "70s recovery"),
    ],
)
def test_recoveries_in_other_words(words: str, canonical: str) -> None:
    assert means(f"5 x 600m{words}") == f"5 x 600m, {canonical}"


@pytest.mark.parametrize(
    "text",
    [
        "5 x 600m, rest 2.75",
        "3 x 10 min: 8 min easy, 2 min hard",
        "5 x 600m: 300m hard, 300m recovery",
        "5 x 600m, 2.35",
    ],
)
def test_a_colon_or_a_point_that_could_be_more_than_that(text: str) -> None:
    refusal(text)


# --- the same places in other words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "from set to set",
        "going from one set to the next",
        "between one set and the next",
        "once the set is done",
        "when a set is finished",
        "before you start the next set",
        "when you finish a set",
    ],
)
def test_between_sets_is_said_by_moving_on(words: str) -> None:
    assert means(f"3 x 5 x 250m, 50s between reps, 5 min {words}") == (
        "3 x (5 x 250m, 50s recovery), 5min recovery between sets"
    )


@pytest.mark.parametrize(
    "words",
    [
        "70s when a 250 is finished",
        "70s from one to the next",
        "70s before you go again",
        "70s between one and the next",
        "tra l'una e l'altra 70 sec",
        "zwischen den Läufen 70 s",
        "nach jedem Lauf 70 s",
    ],
)
def test_between_reps_is_said_by_moving_on(words: str) -> None:
    assert means(f"6 x 250m, {words}") == "6 x 250m, 70s recovery"


def test_a_turnaround_could_be_the_rest_or_the_time_from_start_to_start() -> None:
    assert refusal("9 x 500m [2:40 turnaround]").readings == ("9 x 500m [2:40 cycle]", "9 x 500m [2:40 rest]")
    assert means("9 x 500m [2:40 cycle]") == "9 x 500m, on 2:40"


def test_what_moves_on_and_is_no_place() -> None:
    for words in ("70s from 5k to 3k pace", "once a week", "70s when the watch says so"):
        with pytest.raises(Refusal):
            read(f"6 x 250m, {words}")


@pytest.mark.parametrize("words", ["everything bar the 90s", "all but the 90s", "everything apart from the 90s"])
def test_exceptions_in_other_words(words: str) -> None:
    text = f"3 x 600m, 4 x 90m. 100m jog after {words}"
    assert means(text) == "3 x 600m, 100m jog; 4 x 90m, open recovery"


def test_within_and_after_sets_of_a_size() -> None:
    text = "2 x (3 x 90m), 4 x 350m\nWithin the 90s: 50s\nAfter each set of 90s: 5 min\nAfter the 350s: 80s"
    meant = "2 x (3 x 90m, 50s recovery), 5min recovery between sets; 4 x 350m, 80s recovery"
    assert means(text) == meant


@pytest.mark.parametrize(
    "words",
    ["from one group to the next", "set to set", "separating the sets", "till the next set", "after sets 1 and 2"],
)
def test_between_sets_in_further_words(words: str) -> None:
    assert means(f"3 x 5 x 250m, 50s between reps, 5 min {words}") == (
        "3 x (5 x 250m, 50s recovery), 5min recovery between sets"
    )


@pytest.mark.parametrize("words", ["after set one", "after the first set", "after the first go", "after the 1st round"])
def test_the_only_gap_between_two_sets_is_the_one_after_the_first(words: str) -> None:
    meant = "2 x (5 x 250m, 50s recovery), 500m jog between sets"
    assert means(f"2 x 5 x 250m, 50s between reps, jog 500m {words}") == meant
    refusal(f"4 x 5 x 250m, 50s between reps, jog 500m {words}")
    refusal(f"6 x 250m, jog 500m {words}")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "4 x 250, 3 x 900. 50 secs after each 250, 100 secs after each 900, 4 min when you change distance",
            "4 x 250m, 50s recovery; 4min recovery between blocks; 3 x 900m, 1:40 recovery",
        ),
        ("3 x 5 x 250, jog 150m after each one and after each set", "3 x (5 x 250m, 150m jog), 150m jog between sets"),
        ("3 x 5 x 250, 50s standing, no set breaks", "3 x (5 x 250m, 50s rest), 50s rest between sets"),
        (
            "3 x 5 x 250. 150m jog after a rep, and be fully rested before the next set",
            "3 x (5 x 250m, 150m jog), full recovery between sets",
        ),
        ("5 x 250, jog the other 150m of the lap after each", "5 x 250m, 150m jog"),
        ("5 x 250, jogging the remaining 150m of the lap", "5 x 250m, 150m jog"),
        ("5 x 250, jog the same again after each", "5 x 250m, equal distance jog"),
        ("5 x 2km, 600m at 85% after each", "5 x 2000m, 600m float @ 85%"),
        (
            "6 x 700m off 50s, but we took 2 min halfway",
            "2 x 700m, 50s recovery; 700m, 2min recovery; 3 x 700m, 50s recovery",
        ),
        ("6 x 700m, 5' recovery, stroll or trot", "6 x 700m, 5min walk"),
        ("6 x 700m, cycle: 5'", "6 x 700m, on 5:00"),
    ],
)
def test_recoveries_in_further_words(text: str, canonical: str) -> None:
    assert means(text).startswith(canonical)


def test_after_everything_below_a_count_of_rounds_is_between_the_rounds_too() -> None:
    text = "4 rounds:\n1 x 500m @ 3k\n2 x 250m @ 1500\n200m jog after everything"
    assert means(text) == "4 x (500m @ 3k, 200m jog; 2 x 250m @ 1500, 200m jog), 200m jog between sets"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 x 700m, R1=70s, R2=2mn, then 4mn", "700m, 70s recovery; 700m, 2min recovery; 3 x 700m, 4min rest"),
        ("1800 then 300 easy\n900 then 300 easy\n600", "1800m, 300m jog; 900m, 300m jog; 600m"),
        ("1800 then 300 easy\n900 then 300 easy", "1800m, 300m jog; 900m"),
        ("1800 then 2 miles easy, then 900", "1800m; 2 miles jog run @ easy; 900m"),
        ("3 x 700m off 2 mins. 8 mins jog. Then 4 x 250m", None),
        (
            "3 x 700m off 2 mins. 4 mins jog. Then 4 x 250m",
            "3 x 700m, 2min recovery; 4min jog between blocks; 4 x 250m",
        ),
        ("4 x 250m, recoveries coming down 50, 30 and 20 secs", "250m, 50s recovery; 250m, 30s recovery; 250m, 20s re"),
        ("4 x 250m, recoveries dropping 10s each time", None),
        ("4 x 250m, recoveries dropping by 10, 20 and 30s", None),
        ("3 x (700-500-300), jog 500/300/900m after", "3 x (700m, 500m jog; 500m, 300m jog; 300m, 900m jog)"),
        ("3 x (7 x 150m), 50s inside the set, 4 min outside it", "3 x (7 x 150m, 50s recovery), 4min recovery between"),
        ("7 x 90m flat out, completely rested each time", "7 x 90m @ flat out, full recovery"),
        ("3 x 700m, 2:30, 1:30 rest", None),
        ("7 x 700m, rest only until you feel you can hold it again", "7 x 700m, open rest"),
        ("7 x 700m, rest only until you reach 120", None),
        ("7 x 700m, 250m jog taking 1:45 after each", "7 x 700m, 250m jog in 1:45"),
        (
            "3 x 5 x 250. Recovery is a 90 metre walk, and you jog a full lap before the next set",
            "3 x (5 x 250m, 90m walk), 4",
        ),
        ("7 x 700m, jog as far as you ran", "7 x 700m, equal distance jog"),
        ("7 x 700m - 2:30 - rec 3:00", "7 x 700m @ 2:30, 3min recovery"),
        ("7 x 700m, 2:30, 3 min rest", "7 x 700m @ 2:30, 3min rest"),
        ("7 x 700m, 3:30, 3 min rest", None),
        ("4 x 7 x 250m, 50s, 3 min rest", None),
        ("7 x 250m, 50s, 3 min rest, 4 x 150m", None),
        ("7 x 250m, about 50 s, 150m jog in between, 4 x 150m", "7 x 250m @ 50, 150m jog; 4 x 150m"),
    ],
)
def test_recoveries_that_could_be_taken_for_something_else(text: str, canonical: str | None) -> None:
    if canonical is None:
        refusal(text)
    else:
        assert means(text).startswith(canonical)


@pytest.mark.parametrize("words", ["every fifth", "each 5th", "every fifth rep", "every fifth one", "every 5"])
def test_after_every_fifth_is_not_after_the_fifth_alone(words: str) -> None:
    assert means(f"15 x 250m, 50m walk, 4 min after {words}") == (
        "3 x (5 x 250m, 50m walk), 4min recovery between sets"
    )


@pytest.mark.parametrize("way", ["jog/walk back", "jog or walk back", "walk / jog back"])
def test_the_way_back_is_the_second_way_of_the_same_recovery(way: str) -> None:
    mode = way.split()[0].partition("/")[0]
    text = f"2 x 1400m fast, 4 min {way}\n4 x 600m fast, 3 min rest"
    assert means(text) == f"2 x 1400m @ fast, 4min {mode}; 4 x 600m @ fast, 3min rest"


@pytest.mark.parametrize(
    "rest", ["walk back + 1 min", "w/ 200 jog + 30s", "jog back plus 1 min", "(44), walk 100 + 2 min"]
)
def test_a_time_added_to_a_way_back_or_to_a_jog_is_no_rep(rest: str) -> None:
    assert "two parts" in refusal(f"7 x 300 {rest}").message
    assert means("7 x 300, 100m jog + 1 min hard") == "7 x 300m, 100m jog; 60s @ hard"
    assert means("7 x 300, 100m jog + 10 min") == "7 x 300m, 100m jog; 1 x 10min"


@pytest.mark.parametrize(
    "rests",
    ["45s/75s rest alternating", "alternating 45s and 75s rest", "45s and 75s rest alternately"],
)
def test_recoveries_that_alternate_stand_behind_the_reps_in_turn(rests: str) -> None:
    assert read(f"4 x 350m @ 60, {rests}").canonical == (
        "350m @ 60, 45s rest; 350m @ 60, 75s rest; 350m @ 60, 45s rest; 350m @ 60"
    )
    for text in (f"2 x (4 x 350m), {rests}", f"4 x 350m, {rests}, 4 x 150m", "8 x 350m alternating hard/easy"):
        with pytest.raises(Refusal):
            read(text)


def test_a_mere_rest_takes_the_length_of_what_stands_between_everything() -> None:
    found = read("4 x (600 in 95, rest, 300 in 43), 3 min rest between everything").canonical
    assert found == "4 x (600m @ 95, 3min rest; 300m @ 43, 3min rest)"
    assert "90s rest" in read("4 x (600, 90s rest, 300), 3 min rest between everything").canonical
