"""What leads up to a session is its label and changes nothing in it; a number that is a day's or an hour's is none."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.session import without_words

PLAIN = "6 x 800m @ 2:40, 2 min jog"


@pytest.mark.parametrize(
    "before",
    [
        "The set: ",
        "This is a strength session: ",
        "Session for Thursday night, we'll use the bottom field as the oval is shut: ",
        "The long one with Jess by the canal: ",
        "Last session before Easter: ",
        "Next Thursday = ",
        "On the board: ",
        "Broken 5k: ",
        "Canal hills again: ",
        "There and back again:\n- ",
        "We could do the threshold as ",
        "Race prep #2: ",
        "Week 5 Saturday: ",
        "Week 5, day 2: ",
        "Session 3 of 8: ",
        "Tuesday. ",
        "Track. ",
        "Ouch. ",
        "Hi all,\n",
        "Thursday night, ",
        "9th Dec. ",
        "9 Dec: ",
        "Dec. 9th 2026\n",
        "Wed Nov 19\n",
        "Wed Nov 19 indoor oval\n",
        "2026-11-19\n",
        "19/11/26: ",
        "6.15pm @ the harbour, behind the sheds. ",
        "7pm: ",
        "8th Nov. Hill club on the moor: ",
        "Goal for today was ",
        "Today's session: ",
        "Tonight we have ",
        "On threshold day you could run ",
        "The tempo can be ",
        "Let's do ",
        "Over-unders: ",
        "I ran ",
        "Did ",
    ],
)
def test_what_leads_up_to_a_session_is_its_label(before: str) -> None:
    found = read(before + PLAIN)
    assert without_words(found.session) == read(PLAIN).session
    assert found.session.label
    assert read(found.canonical).session == found.session


@pytest.mark.parametrize(
    "text",
    [
        f"If wet: {PLAIN}",
        f"Session for those not racing: {PLAIN}",
        f"First set: {PLAIN}",
        f"Before each rep: 100m stride. {PLAIN}",
        f"Every Thursday: {PLAIN}",
        f"Recovery is: 60s. {PLAIN}",
        f"Was meant to be {PLAIN}",
        "Goal 18 min 5k",
        "Session 1 (5k people): 6 x 800, 2 min jog. Session 2 (marathon people): 3 x 2 miles, 3 min jog.",
        "Tuesday. 6 x 400, 60s rest. Thursday. 4 x 1k, 2 min rest",
        "9th Dec. 6 x 400, 60s rest. 11th Dec. 4 x 1k, 2 min rest",
        "Dec 12 6 x 400, 60s rest",
        "6 x 400 rest 30 Dec",
        "10/20/30\n2 min jog",
        "10 am Berg",
        "Loop = 900m, 5 x loop, 2 min",
        f"If you can run {PLAIN}",
        f"Those who can run {PLAIN}",
        f"On 5k pace you could run {PLAIN}",
        f"Instead you could run {PLAIN}",
    ],
)
def test_a_name_that_could_order_something_is_asked_about(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


def test_a_number_behind_a_month_that_counts_is_no_day() -> None:
    for text in ("March 8 x 400m, 60s rest", "May 5 x 1 mile, 3 min rest", "Oct 10-8-6 min, 2 min jog"):
        for offered in _readings(text):
            assert without_words(read(offered).session) == read(text.split(" ", 1)[1]).session


def _readings(text: str) -> tuple[str, ...]:
    with pytest.raises(Refusal) as refused:
        read(text)
    return refused.value.readings


def test_a_run_that_others_make_up_is_asked_about() -> None:
    text = "25 min progression – 10 min steady, 8 min at half effort, 7 min at 10k effort"
    assert [read(one).canonical for one in _readings(text)] == [
        "25min @ progression; 10min @ steady; 8min @ half; 7min @ 10k",
        "(note: 25 min progression) 10min @ steady; 8min @ half; 7min @ 10k",
    ]
    assert read("800-400-400, 60s rest").canonical == "800m, 60s rest; 400m, 60s rest; 400m, 60s rest"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "10 min warm-up, then do 1 min fast, 1 min walk, 1 min fast",
            "10min warm-up; 60s @ fast, 60s walk; 60s @ fast",
        ),
        ("10 min warm-up and do\n6 x 400m, 60s rest", "10min warm-up; 6 x 400m, 60s rest"),
        ("10 min warm-up; pyramid of 200, 400, 200", "10min warm-up; 200m; 400m; 200m"),
    ],
)
def test_words_that_lead_up_to_reps_change_nothing_inside_a_session(text: str, canonical: str) -> None:
    assert without_words(read(text).session) == read(canonical).session


def test_no_offer_makes_a_note_of_a_run_behind_its_verb() -> None:
    for offered in _readings("10 min warm-up, then run 1 min fast if you can, 2 miles"):
        assert "1 min fast" not in offered.partition("(note:")[2].partition(")")[0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Pyramid with 1 lap jog between each: 200, 600, 200", "200, 600, 200, 400m jog"),
        ("Ladder, 3 min rest after each:\n1k\n2k\n3k", "1k, 2k, 3k, 3 min rest"),
        ("200m walk between: 500, 400, 300", "500, 400, 300, 200m walk"),
        ("Ladder x 2: 200, 400, 800, 90s jog", "2 x (200, 400, 800, 90s jog)"),
        ("Up and back down: 200, 400, 200, 60s rest", "200, 400, 200, 60s rest"),
        ("3k pace: 9 x 500m, 2 min jog", "9 x 500m @ 3k, 2 min jog"),
        ("At R pace: 2 x (5 x 200m, 200m jog), 4 min between sets", "2 x (5 x 200m @ R, 200m jog), 4 min between sets"),
        ("Run at 3k pace: 9 x 500m, 2 min jog; 2k cool-down", "9 x 500m @ 3k, 2 min jog; 2k cool-down"),
        ("T pace – 3 x 2k, 3 min jog", "3 x 2k @ T, 3 min jog"),
        ("At threshold:\n3 x 2k\n3 min jog", "3 x 2k @ threshold, 3 min jog"),
        ("3k effort: 9 x 500m, 2 min jog", "9 x 500m @ 3k, 2 min jog"),
        ("Pyramid (90s between each rung): 200, 500, 200", "200, 500, 200, 90s recovery"),
        ("MP: 5k, 3 min jog, 4k", "5k @ marathon, 3 min jog, 4k @ marathon"),
    ],
)
def test_a_heading_may_say_what_holds_for_all(text: str, plain: str) -> None:
    assert without_words(read(text).session) == without_words(read(plain).session)


@pytest.mark.parametrize(
    "text",
    [
        "Change of pace: 4 x 400m, 60s rest",
        "3k pace: 9 x 500m, 2 min jog, then 5k easy",
        "Ladder, 3 min rest after each: 1k, 90s jog, 2k",
        "3k pace: 9 x 500m, 2 min jog; 4 x 200m",
        "Effort: 9 x 500m, 2 min jog",
        "Session between 3 and 5pm: 9 x 500m, 2 min jog",
        "Up: 10 min. 6 x 400m, 60s rest. Down: 10 min",
        "2 sets with 3 min rest between: 4 x 400m",
    ],
)
def test_a_heading_that_may_not_hold_for_all_is_asked(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Hills: 7 x 70s, jog down", "(note: Hills) 7 x 70s hill, jog down recovery"),
        (
            "Short hill sprints - 7 x 12s, walk back",
            "(note: Short hill sprints) 7 x 12s hill @ sprints, walk back recovery",
        ),
        ("Hill reps: 7 x 70s strong, jog down", "(note: Hill reps) 7 x 70s hill @ strong, jog down recovery"),
        ("Threshold session: 3 x 2k, 90s rest", "(note: Threshold session) 3 x 2000m @ Threshold, 90s rest"),
        ("Tempo Tuesday: 25 min", "(note: Tempo Tuesday) 25min @ Tempo"),
        ("Seuil : 3 x 9 min, r=2 min", "(note: Seuil) 3 x 9min @ Seuil, 2min recovery"),
        ("Threshold\n3 x 2k, 90s rest", "(note: Threshold) 3 x 2000m @ Threshold, 90s rest"),
        (
            "WU 2k\nTempo: 3 x 2k, 90s rest\nHills: 7 x 70s, jog down",
            "2000m warm-up; 3 x 2000m @ Tempo, 90s rest; 7 x 70s hill, jog down recovery; (note: Tempo); (note: Hills)",
        ),
    ],
)
def test_the_mere_name_of_a_kind_is_how_the_one_block_behind_it_is_run(text: str, canonical: str) -> None:
    found = read(text)
    assert found.canonical == canonical
    assert any("taken for how the reps behind it are run" in said for said in found.assumptions)


@pytest.mark.parametrize(
    "text", ["Threshold: 3 x 2k @ 10k, 90s rest", "Foxton hills: 7 x 70s, jog down", "Tempo: 20 min, then 7 x 200m"]
)
def test_a_name_with_more_to_it_or_with_more_behind_it_is_a_label_alone(text: str) -> None:
    assert any("label and changes nothing" in said for said in read(text).assumptions)
