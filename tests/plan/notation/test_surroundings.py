"""What stands around a session changes nothing in it, and each spelling of a word does what the word does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.plan.notation.examples import READ

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.notation.text.lexicon import lines
from trackbuddy.plan.session import Session, Step, without_words

AROUND: dict[str, Callable[[str], str]] = {
    "a day": lambda text: "Tuesday: " + text,
    "a title": lambda text: "Sand dunes – " + text,
    "a frame": lambda text: "We will do " + text,
    "a place": lambda text: text.rstrip(". ") + " on the track",
    "a wish": lambda text: text.rstrip(". ") + ". Enjoy the evening.",
    "an empty line": lambda text: text + "\n",
    "a warm-up": lambda text: "10 min warm-up; " + text,
    "a cool-down": lambda text: text.rstrip(". ") + "; 10 min cool-down",
}


def bare(text: str) -> Session | None:
    try:
        return without_words(read(text).session)
    except Refusal:
        return None


def within(steps: tuple[Step, ...], more: tuple[Step, ...], name: str) -> bool:
    """Are these steps the others, but for a warm-up before them or a cool-down behind the last rep's recovery?"""
    if name == "a warm-up":
        return more[-len(steps) :] == steps
    if name == "a cool-down":
        return more[: len(steps) - 1] == steps[:-1] and len(more) > len(steps)
    return more == steps


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_a_session_changes_nothing_in_it(name: str) -> None:
    changed = []
    for text in READ:
        plain, around = bare(text), bare(AROUND[name](text))
        if plain is not None and around is not None and not within(plain.steps, around.steps, name):
            changed.append(text)
    assert changed == []


SPELT: dict[str, tuple[str, str]] = {
    "seconds": (r"\b(\d\d)s\b", r"\1 seconds"),
    "s": (r"\b(\d\d) (secs?|seconds)\b", r"\1s"),
    "minutes": (r"\b(\d) (mins?|minutes)\b(?!')", r"\1'"),
    "clocks": (r"(?<!:\d\d )\b(\d) (mins?|minutes)\b(?!')", r"\1:00"),
    "metres": (r"\b(\d\d0)m\b(?! pace)", r"\1 metres"),
    "times": (r"(\d) ?x ?(\d)", r"\1 × \2"),
    "words": (r"\b4 ?x ", "four x "),
    "with": (r"\bwith ", "w/ "),
    "dots": (r"[. ]*$", "."),
    "lines": (r"\n", "\r\n\r\n"),
    "bullets": (r"\n(?=\w)", "\n• "),
    "and": (" and ", " & "),
    "jogs": (r"\bjog\b", "jogging"),
}
"""What is written, and how other people write it."""


@pytest.mark.parametrize("name", SPELT)
def test_another_spelling_is_the_same_session_or_none(name: str) -> None:
    changed = []
    for text in READ:
        plain, other = bare(text), bare(re.sub(*SPELT[name], text))
        if plain is not None and other is not None and plain.steps != other.steps:
            changed.append(text)
    assert changed == []


SAID = {
    "jog": ["8 x 400m, 200m {}", "8 x 400m with 200m {}", "8 x 400m, {} 200m", "6 x 3 min, 90 s {}"],
    "walk": ["8 x 400m, 200m {}", "8 x 400m with 200m {}"],
    "rest": ["8 x 400m, 90s {}", "8 x 400m with 90s {}", "8 x 400m, {} 90s"],
    "recovery": ["8 x 400m, 90s {}", "8 x 400m, {} 90s", "3 x (4 x 200m, 30s rest), 3 min {} between sets"],
    "easy": ["6 x 3 min hard, 2 min {}", "20 min {}"],
    "full": ["6 x 150m, {} recovery"],
    "between": ["3 x (4 x 200m, 30s rest), 3 min {} sets", "8 x 400m, 90s rest {} reps"],
    "sets": ["3 {} of 4 x 200m, 30s rest between reps, 3 min between {}"],
    "reps": ["8 x 400m, 90s rest between {}", "10 {} of 400m, 90s rest"],
    "x": ["8 {} 400m, 60s rest"],
    "with": ["8 x 400m {} 200m jog"],
    "then": ["8 x 400m, 60s rest, {} 4 x 200m, 200 jog"],
    "min": ["8 x 400m, 2 {} rest", "6 x 3 {}, 2 {} jog"],
    "sec": ["8 x 400m, 90 {} rest", "6 x 45 {}, 60 {} jog"],
    "metres": ["8 x 400 {}, 200 {} jog"],
    "km": ["5 x 2 {}, 90s rest"],
    "lap": ["5 x 2 {}, 1 {} jog"],
    "warm-up": ["10 min {}, 8 x 400m, 60s rest", "{} 10 min, 8 x 400m, 60s rest"],
    "cool-down": ["8 x 400m, 60s rest, 10 min {}"],
    "stride": ["8 x 400m, 60s rest, 4 x 100m {}"],
    "hill": ["8 x 30s {}, jog down"],
    "half": ["3 x 2km @ {}, 2 min rest"],
    "marathon": ["3 x 2km @ {}, 2 min rest"],
}
"""A word of the lexicon -> texts with a gap that each of its spellings fits into."""


@pytest.mark.parametrize("word", SAID)
def test_each_spelling_of_a_word_does_what_the_word_does(word: str) -> None:
    spellings = {one.replace("_", " ") for _, name, listed in lines() if name == word for one in listed}
    other = []
    for text in SAID[word]:
        meant = (None, bare(text.replace("{}", word)))
        other += [spelling for spelling in spellings if bare(text.replace("{}", spelling)) not in meant]
    assert spellings
    assert other == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("**5 x 400m** with 60s rest", "5 x 400m, 60s rest"),
        ("* **2 min hard**\\\n* 1 min walk\n* **1 min hard**", "2min @ hard, 60s walk; 60s @ hard"),
        ("8 x 400m (≈ 75s), 60s rest", "8 x 400m @ 75, 60s rest"),
    ],
)
def test_marks_of_a_text_that_was_meant_to_be_set_change_nothing(text: str, meant: str) -> None:
    assert read(text).canonical == meant


ENDS = {
    "6 x 400m, 90s rest, 5k warm up beforehand": "5km warm-up; 6 x 400m, 90s rest",
    "6 x 400m off 90s. 3k warm up before, 2k warm down after.": (
        "3000m warm-up; 6 x 400m, 90s recovery; 2000m cool-down"
    ),
    "10 min warm-up before 6 x 400m, 60s rest": "10min warm-up; 6 x 400m, 60s rest",
    "WU/CD 2 miles each, 6 x 400m, 90s rest": "2 miles warm-up; 6 x 400m, 90s rest; 2 miles cool-down",
    "6 x 400m, 90s rest\nWarm up and cool down: 15 min": "15min warm-up; 6 x 400m, 90s rest; 15min cool-down",
    "12-15 min warm-up/cool-down, 5 x 1k, 90s jog": "12-15min warm-up; 5 x 1000m, 90s jog; 12-15min cool-down",
    "6 x 400 m, 200 m TP, Ein- und Auslaufen je 2 km": "2000m warm-up; 6 x 400m, 200m jog; 2000m cool-down",
    "6 x 400 m, r 1', avant: 20 min d'échauffement": "20min warm-up; 6 x 400m, 60s recovery",
    "5 x 1 km met 2 min pauze, eerst 3 km inlopen en na afloop 2 km uitlopen": (
        "3000m warm-up; 5 x 1000m, 2min rest; 2000m cool-down"
    ),
}


@pytest.mark.parametrize(("text", "meant"), ENDS.items())
def test_ends_that_say_so_are_run_first_and_last_wherever_they_are_written(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("6 x 400m, 90s rest. 12 min warm up, 10 min cool down", "12min warm-up; 6 x 400m, 90s rest; 10min cool-down"),
        ("2 mile wu, 1 mile cd, 6 x 400m, 90s rest", "2 miles warm-up; 6 x 400m, 90s rest; 1 mile cool-down"),
    ],
)
def test_ends_at_the_wrong_end_that_say_nothing_of_it_are_asked_about(text: str, offered: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.readings == (offered,)


def test_between_semicolons_ends_are_run_as_they_are_written() -> None:
    text = "6 x 400m, 90s rest; 10min warm-up"
    assert read(text).canonical == text


def test_a_recovery_behind_an_end_that_is_put_last_is_none_of_its() -> None:
    with pytest.raises(Refusal):
        read("6 x 400m, WU/CD 2 miles each, 90s rest")


@pytest.mark.parametrize("text", ["first 5 x 1k, 60s rest", "before 6 x 400m"])
def test_before_and_first_are_no_ends_of_other_pieces(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Aerobic 9mi w/ 8x90m strides", "9 miles @ Aerobic; 8 x 90m stride"),
        ("60 min easy with 6 x 20s strides", "60min jog run @ easy; 6 x 20s stride"),
        ("4M (inc 6x120m strides)", "4 miles; 6 x 120m stride"),
        ("10 km @ 5:00/km incl 4 strides", "10km @ 5:00/km; 4 x stride"),
        ("7km + 5 strides within", "7km; 5 x stride"),
        ("9 km easy, 6 x 80m strides within the run", "9km jog run @ easy; 6 x 80m stride"),
        ("40 min easy (including 8 x 100m)", "40min jog run @ easy; 8 x 100m"),
        (
            "2 mile warm-up with 4 x 100m strides, 6 x 400m, 90s rest",
            "2 miles warm-up; 4 x 100m stride, open recovery; 6 x 400m, 90s rest",
        ),
    ],
)
def test_strides_within_a_run_are_taken_behind_it(text: str, meant: str) -> None:
    found = read(text)
    assert found.canonical == meant
    assert any("within the run" in said for said in found.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "10M inc 5 x 1M off 2min",
        "50 min with 10 x 30s fast, 30s easy",
        "10 km with 6 x 20s surges",
        "40 min easy (including 8 x 20s fast)",
        "10k easy with 8 x 200m",
        "10 km tempo with 6 x 20s",
        "9 miles (inc. 5 x 600m, 300m jog)",
        "8 miles w/ 6 x 700m @ 3k, 300m jog",
    ],
)
def test_reps_within_a_run_are_asked_about_with_both_readings(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    behind, noted = refused.value.readings
    assert ", then " in behind
    assert "(note: " in noted


@pytest.mark.parametrize("text", ["6 x 1k with 4 x 100m strides", "400m with 2 x 100m", "3 x 10 min with 4 x 20s"])
def test_strides_within_reps_are_not_read(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


REST = "5 x 1k, 90s jog"
READ_REST = "5 x 1000m, 90s jog"


@pytest.mark.parametrize(
    ("end", "meant"),
    [
        ("2km jog to warm up", "2000m warm-up"),
        ("Jog 2 km to warm up", "2000m warm-up"),
        ("15 min easy as warm-up", "15min warm-up"),
        ("15 min easy (warm-up)", "15min warm-up"),
        ("20 min easy jog warm up", "20min warm-up"),
        ("Warm-up: easy jog 12 min", "12min warm-up"),
        ("Warm up 2-3 miles", "2 miles warm-up"),
        ("Good warm up", "warm-up"),
        ("15 min w/up", "15min warm-up"),
        ("2 easy miles", "2 miles jog run @ easy"),
        ("5-6 km relaxed", "5km @ relaxed, open recovery"),
        ("15mn de mise en route", "15min warm-up"),
        ("Warm-up: 10 minutes of easy jogging", "10min warm-up"),
        ("Standard warm up, as usual", "warm-up"),
        ("Warm up: 6 x 90m strides", "warm-up; 6 x 90m stride, open recovery"),
        ("After 2 km easy", "2000m jog run @ easy"),
        ("Once warm", "warm-up"),
        ("Warm up with an easy jog", "warm-up"),
        ("Warm up by jogging for 10 min", "10min warm-up"),
        ("Easy jog to warm up, 8 to 12 mins", "8-12min warm-up"),
        ("10 min warmup easy pace", "10min warm-up"),
        ("10 min warmup, easy", "10min warm-up"),
        ("Warm-up 10-15 min incl. drills", "10-15min warm-up (note: incl drills)"),
        ("Start with a warm-up of 2 km", "(note: Start with a) 2000m warm-up"),
    ],
)
def test_warm_ups_in_other_words(end: str, meant: str) -> None:
    assert read(f"{end}; {REST}").canonical == f"{meant}; {READ_REST}"


@pytest.mark.parametrize(
    ("end", "meant"),
    [
        ("1km jog to cool down", "1000m cool-down"),
        ("10 min easy as cool-down", "10min cool-down"),
        ("easy jog cool down", "cool-down"),
        ("10 min w/d", "10min cool-down"),
        ("finish 10 mins steady", "10min @ steady"),
        ("finish 2 miles easy", "2 miles jog run @ easy"),
        ("end 4 x 100m strides", "4 x 100m stride"),
        ("close with 10 min easy", "10min jog run @ easy"),
        ("home easy", "cool-down"),
        ("then a 9 min cool down", "9min cool-down"),
        ("then an easy 9 min cool down", "9min cool-down @ easy"),
        ("jog a bit to cool down", "cool-down"),
        ("jog home", "cool-down"),
        ("2 mile jog home", "2 miles cool-down"),
        ("rentrer en trottinant 10mn", "10min cool-down"),
    ],
)
def test_cool_downs_in_other_words(end: str, meant: str) -> None:
    assert read(f"{REST}, {end}").canonical.removesuffix(", open recovery") == f"{READ_REST}; {meant}"


@pytest.mark.parametrize("text", [f"Start with 2 miles easy, {REST}", f"Begin with 2 miles easy, then {REST}"])
def test_what_a_session_starts_with_is_run_first(text: str) -> None:
    found = read(text).session
    assert found.steps == read(f"2 miles easy, {REST}").session.steps


@pytest.mark.parametrize(
    "text",
    [
        f"{REST}, finish 200m hard",  # how each rep ends?
        f"{REST}, another 4 x 1k, same again",
        "Warm up with 400m jog rest, 8 x 400m",
        "Warm up, 20 min, 8 x 400m, 60s rest",
        "Warm up 2 x 10 min",
        "After 400m jog 200m, 6 x 400",
        "10 min up, 10 min down",
        "6 x 10 min up, 10 min down",
        "200-400m",
        "1-2 km",
        "5 x 1k, start with 3:40",
    ],
)
def test_words_near_those_of_ends_are_no_ends(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_the_low_end_of_a_range_of_miles_is_said() -> None:
    assert "8 to 10 miles are asked for: 8 are planned" in read("8-10 miles").assumptions


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Jog easily for 8 mins to warm up, then 5 x 1k, 90s jog", f"8min warm-up; {READ_REST}"),
        ("35 min easy with 6x 20s strides within the run", "35min jog run @ easy; 6 x 20s stride"),
        ("WU 10 min, main set: 5 x 1k, 90s jog", f"10min warm-up; {READ_REST}; (note: main set)"),
        ("WU 10 min, main session 5 x 1k, 90s jog", f"10min warm-up; {READ_REST}; (note: main session)"),
        ("WU 10 min\nMain bit – hills. 5 x 1k, 90s jog", f"10min warm-up; {READ_REST}; (note: Main bit – hills)"),
        ("WU, then the ladder [300m, 600m], then CD", "warm-up; 300m; 600m; cool-down; (note: the ladder)"),
        ("Set 1 - 3 x 1k, 90s jog. Set 2 - 400m", "(note: Set 1) 3 x 1000m, 90s jog; 400m; (note: Set 2)"),
        ("8k switching between 1k at HMP and 1k easy", "4 x (1000m @ half, no rest; 1000m @ easy, no rest)"),
        ("4 sets: 3:00, 2:00, 1:00, all off 45s", "4 x (3min, 45s recovery; 2min, 45s recovery; 60s, 45s recovery)"),
        ("8 x 2:00 uphill, 2:45 easy down", "8 x 2min hill, 2:45 jog"),
        ("6 x 800m between 2:56 and 3:00, 2 min jog", "6 x 800m @ 2:56-3:00, 2min jog"),
    ],
)
def test_runs_headings_and_turns_in_other_words(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8 x (jog 60s, walk 90s)", "8 x 60s jog run, 90s walk"),
        ("6 x 2 min jog, 1 min walk", "6 x 2min jog run, 60s walk"),
        (
            "2 rounds of: jog 1 min, walk 1 min, jog 3 min, walk 2 min",
            "2 x (60s jog run, 60s walk; 3min jog run, 2min walk)",
        ),
        ("6 x (400m, 200m walk)", "6 x 400m, 200m walk"),
    ],
)
def test_where_jogs_and_walks_are_counted_the_jogs_are_the_work(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize("text", ["6 x 400m, 200m jog, 100m walk", "6 x 400m with 200m jog, 100m walk"])
def test_jogs_and_walks_behind_reps_are_no_work(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8 x 75 s up strong, jog back", "8 x 75s hill @ strong, jog back recovery"),
        ("8 x 1:30 up and 2:00 back down", "8 x 90s hill, 2min jog"),
    ],
)
def test_up_behind_a_length_is_a_hill_where_a_way_back_is_told(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    "text", ["8 x 3 min up-tempo, 2 min jog back", "6 x 3 min up to threshold, jog back", "8 x 2 min up"]
)
def test_up_before_something_else_is_no_hill(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    "words",
    [
        *("after that", "after that:", "finally", "lastly,", "end on", "home with", "wrap up with", "move on to"),
        *("to finish", "to end:", "zum Abschluss", "pour finir", "para terminar", "per finire", "tenslotte"),
    ],
)
def test_words_of_order_lead_in_what_comes_next(words: str) -> None:
    for joint in (", ", ". ", "\n"):
        assert read(f"{REST}{joint}{words} 2k easy").canonical == f"{READ_REST}; 2000m jog run @ easy"


@pytest.mark.parametrize(
    "words",
    ["First up", "To begin:", "First of all", "Kick off with", "Zuerst", "D'abord", "Para empezar", "Per iniziare"],
)
def test_words_of_order_lead_in_what_is_run_first(words: str) -> None:
    assert read(f"{words} 2k easy, then {REST}").session.steps == read(f"2k easy; {REST}").session.steps


@pytest.mark.parametrize(
    ("end", "meant"),
    [
        ("jog 7 min to end", "7min cool-down"),
        ("300m jog to finish", "300m cool-down"),
        ("10 min easy at the end", "10min cool-down"),
        ("10 min locker zum Schluss", "10min cool-down"),
        ("4 x 90m strides at the end", "4 x 90m stride"),
        ("jog it in from there", "cool-down"),
    ],
)
def test_what_is_jogged_to_the_end_is_the_cool_down(end: str, meant: str) -> None:
    assert read(f"{REST}. {end}").canonical.removesuffix(", open recovery") == f"{READ_REST}; {meant}"


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400m, 3 min rest at the end",
        "3 x (4 x 200m, 60s rest), 3 min jog at the end",
        "6 x 1k, 200m hard at the end",
        "10 min easy to end hard",
        "5 x 5 min, to end of field",
        "8 x 400m am Ende jeder Serie 3 min Pause",
    ],
)
def test_an_end_that_may_be_that_of_each_rep_or_set_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"First 2k easy, then {REST}", f"(note: First) 2000m jog run @ easy; {READ_REST}"),
        (f"2k easy first, then {REST}", f"2000m jog run @ easy; {READ_REST}"),
        (f"{REST}. Next: 10 min steady", f"{READ_REST}; 10min @ steady"),
        (f"{REST}, another 2k easy", f"{READ_REST}; 2000m jog run @ easy"),
        (f"{REST}. Jog another 7 min to end", f"{READ_REST}; 7min cool-down"),
    ],
)
def test_first_next_and_another_say_the_order_as_it_is(text: str, meant: str) -> None:
    assert read(text).canonical == meant


@pytest.mark.parametrize(
    "text",
    [
        "First 3 x 400 hard, rest easy",
        "First 200 of each 400 fast, then 60s rest",
        "6 x 400m, 60s rest first, then 90s",
        "6 x 400m, 60s rest before next 400m",
        "6 x 400m, 2 min jog, another 2 min between sets",
        "6 x 400m, 60s rest, another 2 sets",
        "6 x 400m, 60s rest, another 2",
    ],
)
def test_first_next_and_another_that_speak_of_reps_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)
