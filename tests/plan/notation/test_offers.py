"""What is offered is read, drops no running, and says nothing that nobody wrote."""

from __future__ import annotations

import random
import re

import pytest
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.notation.numbers import lost
from trackbuddy.plan.session import Block, Session, without_words

NOTE = re.compile(r"\(note: ?([^()]*)\)")
REPS = re.compile(
    r"\b(\d+|two|three|four|six|ten)\s*(x|×|\*|times|sets of|reps of|lots of)\s*\(?\d+\s*(m|s|k|min|mile|'|\")",
    re.IGNORECASE,
)
DOUBTFUL = [
    "unless it rains",
    "last one fast",
    "as the group likes",
    "include",
    "if windy",
    "or",
    "twice",
    "xyzzy",
    "not",
]


def readings(text: str) -> tuple[str, ...]:
    try:
        read(text)
    except Refusal as refusal:
        return refusal.readings
    return ()


def counted(session: Session) -> bool:
    return any(isinstance(step, Block) and step.repeat is not None for step in session.steps)


def check_swallows_nothing(text: str) -> None:
    """No note of an offer, but those that were written, holds reps."""
    for reading in readings(text):
        read(reading)
        for note in NOTE.findall(reading):
            if f"(note: {note})" in text:
                continue
            assert not REPS.search(note), (text, reading)
            try:
                found = read(note)
            except Refusal:
                continue
            assert not counted(found.session), (text, reading)


@pytest.mark.parametrize("text", [*READ, *REFUSED])
def test_what_is_offered_swallows_no_reps(text: str) -> None:
    check_swallows_nothing(text)


def check_doubtful(seed: int, count: int) -> None:
    chance = random.Random(seed)
    pieces = [text for text in READ if len(text) < 60]
    for _ in range(count):
        parts = [chance.choice(pieces) for _ in range(chance.choice((1, 2, 2)))]
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(DOUBTFUL))
        check_swallows_nothing(chance.choice((" ", ", ", "\n", ". ")).join(parts))


def test_what_is_offered_for_doubtful_words_swallows_no_reps() -> None:
    check_doubtful(1936, 250)


@pytest.mark.drill
@pytest.mark.parametrize("seed", [1936, 1948, 1972])
def test_what_is_offered_for_many_doubtful_words_swallows_no_reps(seed: int) -> None:
    check_doubtful(seed, 2000)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Einlaufen wenn nötig 10 min, Tempoläufe 4 x 2 min zügig, wenn es geht mit je 2 min Trabpause", "4 x 2 min"),
        ("30 mins easy, include 4x one minute hard within the run", "4x one minute"),
        ("write it like three x 200m", "three x 200m"),
        ("A pyramid unlike others of 200-400-600-400-200, 200 jog", "200-400-600-400-200"),
        ("6 x 800m, 2 min rest unless tired", "2 min rest"),
    ],
)
def test_what_is_run_stays_outside_the_notes(text: str, kept: str) -> None:
    for reading in readings(text):
        assert kept in NOTE.sub("", reading)


def test_many_remarks_are_asked_about_once() -> None:
    with pytest.raises(Refusal, match="would change nothing") as refused:
        read("5 x 600m tall (muddy), 2 min jog. Enjoy the evening together.")
    [offered] = refused.value.readings
    assert offered == "5 x 600m (note: tall) (note: muddy), 2 min jog. (note: Enjoy the evening together)."
    assert read(offered).canonical == "5 x 600m (note: tall; muddy), 2min jog; (note: Enjoy the evening together)"
    assert read("Sand dunes – 5 x 600m (muddy), 2 min jog. Enjoy the evening together.").session.label == "Sand dunes"


@pytest.mark.parametrize(
    "text",
    [
        "2 x (1 x 400m + 1 x 800m + 1 x 300m). Recovery periods are 45 seconds, 90 seconds and 3 minutes.",
        "1600m, 2 min rest.\n4. 400m sprint - xyzzy is your hardest pace.",
        "300 fast, 5 mins recovery, then 10x30m with walk back recovery and a sprint start, then another fast 300",
        "6 x 800 @ 3:00\n4 x 200 @ 35\nRest: 2 min, 1 min",
    ],
)
def test_no_offer_leaves_out_a_number(text: str) -> None:
    for reading in readings(text):
        told = NOTE.sub("", reading)
        assert not re.search(r"\d\s*(m|mins?|seconds)?\b", " ".join(NOTE.findall(reading))), reading
        assert not lost(told, read(reading).session)


def test_a_number_in_other_units_and_a_total_are_not_lost() -> None:
    assert not lost("10 x 1k @ 4:00, 1.5 min rest (10km total)", read("10 x 1000m @ 4:00, 90s rest").session)
    assert not lost("1. 5-6 x 1,000 m, 2 laps jog", read("5 x 1000m, 800m jog").session)
    assert not lost("2 x 400m, 60s jog; 5 min jog", read("400m, 60s jog; 400m, 5min jog").session)
    assert lost("5 x 1k, 45 sec rest", read("5 x 1000m, 90s rest").session)
    assert lost("5 x 1k, 90s rest, 400m", read("5 x 1000m, 90s rest").session)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (
            "Down to the old cinder oval with the youngsters. 8 x 300m off 60 secs, howling a gale all the way. "
            "Same faces as ever; tea after.",
            "8 x 300m, 60s recovery",
        ),
        ("4 x 1k round the reservoir with Pat, 2 min jog, dodging geese. Lovely.", "4 x 1000m, 2min jog"),
    ],
)
def test_chatter_around_a_session_is_offered_as_notes(text: str, offered: str) -> None:
    first = readings(text)[0]
    assert without_words(read(first).session) == read(offered).session


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("6 x 300m, 60s rest. Flats only.", "6 x 300m, 60s rest. (note: Flats only)."),
        ("6 x 300m, 60s rest. 68 degrees and sticky.", "6 x 300m, 60s rest. (note: 68 degrees and sticky)."),
        ("6 x 300m, 60s rest. Rest day tomorrow.", "6 x 300m, 60s rest. (note: Rest day tomorrow)."),
        ("6 x 300m in lane 4, 60s rest", "6 x 300m (note: in lane 4), 60s rest"),
        ("6 x 800m on tired legs @ 2:40, 90s rest", "6 x 800m (note: on tired legs) @ 2:40, 90s rest"),
        ("Group 1: 6 x 800m, 2 min jog", "(note: Group 1) 6 x 800m, 2 min jog"),
        ("6 x 800m (run 700m instead if new), 2 min jog", "6 x 800m (note: run 700m instead if new), 2 min jog"),
        (
            "6 x 300m, 60s rest. Don't cut the corner, Ann.",
            "6 x 300m, 60s rest. (note: Don't cut the corner, Ann).",
        ),
    ],
)
def test_chatter_is_offered_in_one_piece(text: str, offered: str) -> None:
    assert readings(text)[:1] == (offered,)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("6 x 800m on tired legs @ 2:40, 90s rest", "@ 2:40"),
        ("6 x 800m unless windy @ 2:40, 90s rest", "@ 2:40"),
        ("1k loop round the pond x 5", "x 5"),
        ("Workout 7 — Float 400s\n6 x 800m, 2 min jog", "Float 400s"),
    ],
)
def test_no_note_holds_a_target_or_a_count(text: str, kept: str) -> None:
    for reading in readings(text):
        assert kept in NOTE.sub("", reading)


@pytest.mark.parametrize("text", ["Workout 7 – hilly\n6 x 800m", "Clubhouse 5.45\n6 x 800m", "Nov 12 6 x 800m"])
def test_a_number_of_which_nothing_is_said_is_given_no_meaning(text: str) -> None:
    for reading in readings(text):
        assert without_words(read(reading).session).steps[0] == read("6 x 800m").session.steps[0]


@pytest.mark.parametrize(
    "text",
    [
        "1st set 5 x 300 @ 50, 2nd set 5 x 200 @ 31, 45s between reps, 3 min between sets",
        "7 x 300 with a slow jog instead of standing rest of 45s",
        "7 x 300, 45s rest, extra minute after 4",
        "7 x 300 w/ 45s. Take 2 min after the fourth.",
        "7 x 500 75s rest except 2 min before the last",
        "7 x 300. Jog 100 between, but walk 300 after number 3.",
        "4 x 3 x 200, 30s rest, 300 jog between sets, no jog after set 3",
        "7 x 300 with no standing rest",
        "Instead of 7 x 300 do 5 x 500, 2 min rest",
    ],
)
def test_no_offer_makes_a_remark_of_a_recovery_for_some_or_of_one_denied(text: str) -> None:
    assert readings(text) == ()


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("7 x 300 odds @ 50 evens @ 46, 45s rest", "(note: odds) @"),
        ("7 x 300 (odd 50, even 46) 45s rest", "(note: even) 46"),
        ("5 x 1k, rest until HR is 120", "(note: HR)"),
        ("2k pace work: 300 (100 walk) 300 (100 walk) 300, and again", "300)"),
    ],
)
def test_words_that_say_which_reps_a_target_is_for_are_no_remark_without_it(text: str, lost: str) -> None:
    assert not any(lost in reading for reading in readings(text))


def test_the_same_question_is_answered_the_same_way_throughout_a_text() -> None:
    assert readings("500 (4 min) 400 (3 min) 300 (2 min) 200") == (
        "500 (4 min rest) 400 (3 min rest) 300 (2 min rest) 200",
        "500 (4 min jog) 400 (3 min jog) 300 (2 min jog) 200",
    )


@pytest.mark.parametrize("words", ["without stopping", "w/o rest", "back to back", "non-stop", "- no break between"])
def test_reps_without_a_break_have_no_rest(words: str) -> None:
    assert read(f"3 x 1200 {words}").canonical == "3 x 1200m, no rest"


@pytest.mark.parametrize("text", ["50 min easy w/ last 12 min hard", "9 miles with the last 4 @ MP"])
def test_a_run_is_not_offered_as_a_note_before_its_last_part(text: str) -> None:
    assert not any(reading.startswith("(note:") for reading in readings(text))


@pytest.mark.parametrize(
    "text",
    [
        "3 x (500, 300, 200). 45s, then 75s, 4 min between sets",
        "3 sets: 500 @ 85, 45s, 300 @ 47, 45s, 200 @ 29. 6 min between sets",
    ],
)
def test_a_rest_without_its_word_is_offered_as_work_only_where_it_is_asked_about(text: str) -> None:
    assert not any("1 x" in reading for reading in readings(text))


@pytest.mark.parametrize(
    "text",
    [
        "7 x 500m, zig then 1:30 zag",
        "7 x 500m, xyzzy every 100 seconds",
        "7 x 500m off 90s, xyzzy 10 mins steady",
        "7 x 500m, 90s rest apart from halfway when it was 3 mins",
        "7 x 500m, xyzzy MP plus 20 sec/km",
        "7 x 500m, 1500 xyzzy pace, 90s rest",
    ],
)
def test_no_note_holds_a_length_that_may_be_run_or_rested(text: str) -> None:
    for reading in readings(text):
        assert not re.search(r"\d|pace|km", " ".join(NOTE.findall(reading))), reading


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("7 x 500m, xyzzy 2 secs faster than 3k pace, 90s rest", "7 x 500m (note: xyzzy 2 secs faster than 3k pace)"),
        ("7 x 500m (xyzzy 1 km if you like), 90s rest", "7 x 500m (note: xyzzy 1 km if you like), 90s rest"),
        ("4 x 7min, 3.2 xyzzy, rest 75s", "4 x 7min (note: 3.2 xyzzy), rest 75s"),
    ],
)
def test_a_length_that_says_how_fast_or_when_else_may_stand_in_a_note(text: str, offered: str) -> None:
    assert readings(text)[0].startswith(offered)


def test_a_question_that_is_asked_once_the_words_are_understood_is_answered_with_them() -> None:
    assert readings("7 x 250m, 3 min xyzzy it goes") == (
        "7 x 250m, 3 min rest (note: xyzzy it goes)",
        "7 x 250m, on 3 min (note: xyzzy it goes)",
    )


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("5x700{2:20}(1:45)", ("5 x 700m @ 2:20, 1:45 rest",)),
        ("2 x 3 x 700, jog 200 between reps, 5 min rest between sets, 5 min", ()),
        ("3 x 700m, 1.45 off", ("3 x 700m, 1:45 recovery",)),
        ("6k @ HMP / 3:00 jog / 3k", ("6km @ half, 3min jog; 3000m",)),
        ("4 x 250m, fast and easy alternately", ("2 x (250m @ fast; 250m @ easy)", "4 x (250m @ fast; 250m @ easy)")),
        ("8 x 250m (31-33) (2 min)", ("8 x 250m @ 31-33, 2min rest",)),
    ],
)
def test_each_question_offers_what_a_reader_would_think_of(text: str, offered: tuple[str, ...]) -> None:
    assert tuple(read(reading).canonical for reading in readings(text)) == offered
