"""Words without structure are kept with what they stand by, and change nothing; words of structure never are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.notation.notes.titles import TITLES
from trackbuddy.plan.notation.text.lexicon import CLASSES, SPELLINGS
from trackbuddy.plan.notation.text.words import Class
from trackbuddy.plan.session import Block, Rep, Session, Step


def bare(session: Session) -> Session:
    """The session without its remarks."""
    return replace(session, steps=tuple(map(_bare, session.steps)), label=None, remarks=())


def _bare(step: Step) -> Step:
    if isinstance(step, Block):
        return replace(step, steps=tuple(map(_bare, step.steps)), note=None)
    return replace(step, note=None) if isinstance(step, Rep) else step


@pytest.mark.parametrize(
    "words",
    ["each one faster", "each rep slightly quicker than the last", "getting faster", "each faster than the one before"],
)
def test_reps_that_quicken_are_told_so_without_a_number(words: str) -> None:
    for text in (f"5 x 180m, walk back, {words}", f"5 x 180m, walk back ({words})", f"5 x 180m, {words}, walk back"):
        assert read(text).canonical == f"5 x 180m (note: {words}), walk back recovery"
    for more in ("by 1s", "than 27", "until 27"):
        with pytest.raises(Refusal):
            read(f"5 x 180m, walk back, {words} {more}")


KEPT = {
    "6 x 800m @ 5k, 2 min jog{ (muddy)}": "6 x 800m @ 5k{}, 2min jog",
    "35 minute{ shakeout} run, then 4 x 100m strides": "35min{}; 4 x 100m stride",
    "8 x 300m smooth{ tall}, 100m walk": "8 x 300m @ smooth{}, 100m walk",
    "8 x 400m, 60s rest.{ Enjoy the evening together.}": "8 x 400m, 60s rest{}",
    "{Sand dunes – }5 x 600m, 2 min jog": "{}5 x 600m, 2min jog",
    "{Session A: }6 x 800 off 2 min": "{}6 x 800m, 2min recovery",
    "{10K rhythm: }5 x 2k, 2 min jog": "{}5 x 2000m, 2min jog",
    "{Foxton hills: }8 x 30s, jog down": "{}8 x 30s, jog down recovery",
    "6 x 1k{ with good form}, 2 min jog": "6 x 1000m{}, 2min jog",
    "3 x (4 x 200m, 30s rest){ tall shoulders}, 5 min between sets": (
        "3 x (4 x 200m, 30s rest){}, 5min recovery between sets"
    ),
    "8 x 400m{ on the track}, 60s rest": "8 x 400m{}, 60s rest",
    "8 x 400m{ round the pond}, 60s rest": "8 x 400m{}, 60s rest",
    "6 x 800m{ round the quarry} @ 2:40, 2 min jog": "6 x 800m @ 2:40{}, 2min jog",
    "8 x 20s hard{ up Mill Brow}, walk down": "8 x 20s @ hard{}, walk down recovery",
    "6 x 3 min{ on the flat bit by the weir} off 90s": "6 x 3min{}, 90s recovery",
    "5 x 1k{ through the wood with Jess & Tom}, 2 min jog": "5 x 1000m{}, 2min jog",
    "10 x 60m{ from a sprint start}, walk back": "10 x 60m{}, walk back recovery",
    "5 laps{ of the track}, 2 min rest, 3 laps": "2000m{}, 2min rest; 1200m",
    "6 x 800m,{ in the hail}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m{ round the park}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog{ (hilly ones are best)}": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog{ (about 5 km in all)}": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog{ – hold it together}": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog{ (no watches)}": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog.{ Never panic.}": "6 x 800m, 2min jog{}",
    "6 x 800m, 2 min jog.{ Keep them even.}": "6 x 800m, 2min jog{}",
    "6 x 800m, 2 min jog.{ Start the watch yourselves.}": "6 x 800m, 2min jog{}",
    "6 x 800m,{ all on grass}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m,{ together}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m,{ tall hips and quick arms}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m off 90s,{ along the old towpath}": "6 x 800m{}, 90s recovery",
    "6 x 800m off 90s,{ from the weir to the boat house}": "6 x 800m{}, 90s recovery",
    "6 x 800m off 90s,{ using Mill Lane between Foxton and Eastern Road}": "6 x 800m{}, 90s recovery",
    "8 x 300m{ all up Toll Hill}, walk down": "8 x 300m{}, walk down recovery",
    "6 x 800m off 90s{ – race simulation}": "6 x 800m{}, 90s recovery",
    "6 x 800m{ (that is, interval pace)}, 2 min jog": "6 x 800m{}, 2min jog",
    "6 x 800m, 2 min jog{ (the windier the better)}": "6 x 800m{}, 2min jog",
    "{Leg speed – }10 x 150m, 250m walk": "{}10 x 150m, 250m walk",
    "{Descending: }10-8-6 min, 90s jog": "{}10min, 90s jog; 8min, 90s jog; 6min, 90s jog",
    "10 min warm-up\n{Dynamic drills}\n6 x 400m, 60s rest": "10min warm-up; 6 x 400m, 60s rest{}",
}
"""Text with its remark in braces -> what is printed, with the place of the remark."""


@pytest.mark.parametrize("text", KEPT)
def test_a_remark_is_kept_said_and_printed_where_it_stands(text: str) -> None:
    start, _, rest = text.partition("{")
    remark, _, end = rest.partition("}")
    found = read(start + remark + end)
    note = f"(note: {remark.strip(' –:().')})"
    before, _, after = KEPT[text].partition("{}")
    if not before:
        printed = f"{note} {after}"
    elif found.session.remarks:
        printed = f"{before}; {note}"
    else:
        printed = f"{before} {note}{after}"
    assert found.canonical == printed
    assert any(remark.strip(" –:().") in said and "changes nothing" in said for said in found.assumptions)
    assert read(found.canonical).session == found.session


@pytest.mark.parametrize("text", KEPT)
def test_removing_a_remark_changes_nothing_but_the_remark(text: str) -> None:
    start, _, rest = text.partition("{")
    remark, _, end = rest.partition("}")
    assert bare(read(start + remark + end).session) == read(start + end).session


STRUCTURE = sorted(
    word
    for word in {*CLASSES, *SPELLINGS}
    if CLASSES.get(SPELLINGS.get(word, word)) in (Class.DANGER, Class.COUNT, Class.SCOPE, Class.RECOVERY, Class.UNIT)
    and word.isalpha()
)
PLAIN = sorted({SPELLINGS.get(word, word): word for word in STRUCTURE}.values())
"""One spelling of each: what holds for it in one place holds for all of them in others."""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("6 x 800m @ 5k, 2 min jog ({})", PLAIN),
        ("6 x 800m {} @ 5k, 2 min jog", STRUCTURE),
        ("8 x 300m smooth {}, 100m walk", PLAIN),
        ("{} – 5 x 600m, 2 min jog", PLAIN),
    ],
    ids=["bracket", "beside", "behind an effort", "label"],
)
def test_a_word_of_structure_in_the_place_of_a_remark_is_never_passed_over(text: str, words: list[str]) -> None:
    passed_over = []
    plain = bare(read(text.format("muddy")).session)
    for word in words:
        try:
            found = read(text.format(word))
        except Refusal:
            continue
        titled = found.session.label is not None and SPELLINGS.get(word, word) in TITLES
        if bare(found.session) == plain and found.session != plain and not titled:
            passed_over.append(word)
    assert not passed_over


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400. We want 3 sets of 4 x 400",
        "2mi wu, xyzzy, 2mi cd",
        "2mi wu\nxyzzy\n2mi cd",
        "2mi wu, 6 x 400, 60s rest, xyzzy",
        "8 x unknown reps",
        "10 pushups, 8 x 400m",
        "6 x 300mm",
        "8 x 400m with",
        "8 x 400m with 60 qqq rest",
        "6 x 400m qqq 60s rest",
        "one mile warm up, 10 x 400m with, one mile cool down.",
        "a b c d e f g h i j k l m n 8 x 400m",
        "The plan tonight for everybody who shows up early enough is that we meet behind the stand and then 8 x 400m",
        "muddy",
        "8 x 400m, 90 secnds rst",
        "5 laps round the pond, 2 min rest",
        "3 x 2 laps of the meadow, 2 min jog",
        "3 laps (of the meadow)",
        "10 laps of the track, hard down the straights, easy round the bends",
        "6 x 200m hard down the straight, jog round the bend",
        "8 x 400m round the 3 ponds, 60s rest",
        "300, 600, 900 in reverse",
        "3 laps round the park, 2 min jog",
        "2mi wu – xyzzy abcde\n2mi cd",
        "6 x 800m, 2 min jog. Recovery is xyzzy.",
        "6 x 400, 🚶200",
        "6 x 800m, juniors skip them, 2 min jog",
        "6 x 800m, change lead each lap, 2 min jog",
        "6 x 800m (no jog), 2 min",
        "6 x 800m, 2 min jog (even ones harder)",
        "6 x 800m, 2 min jog. Finish with circuits.",
        "6 x 800m, in pairs, 2 min jog",
        "6 x 800m, 2 min jog (just the one)",
        "6 x 800m, tall hips and quick 200, 2 min jog",
    ],
)
def test_words_on_which_something_could_hang_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)


@pytest.mark.parametrize(
    ("text", "note", "wrong"),
    [
        ("6 x 3 min (= 18 min), 60s rest", "= 18 min", "= 17 min"),
        ("6 x 3 min H, 60s jg = 24 min", "= 24 min", "= 3 min"),
        ("4-5 x 3 min, 60s jog = 16-20 min", "= 16-20 min", "= 17 min"),
        ("3 x 1200m, 3 min jog (= 20 min)", "= 20 min", "= 5 min"),
        ("6 x 1k, 60s rest (= 6k)", "= 6k", "= 90s"),
    ],
)
def test_a_sum_that_the_reps_come_to_is_a_remark(text: str, note: str, wrong: str) -> None:
    assert f"(note: {note})" in read(text).canonical
    with pytest.raises(Refusal):
        read(text.replace(note, wrong))


@pytest.mark.parametrize(
    "words",
    [
        *("high hips and quick feet", "dig in", "in flats"),
        *("in spikes", "flats", "have fun", "keep chatting", "holding form all the way", "on grass if possible"),
        *("each up Toll Hill", "(some ups and downs)", "(on grass if you can)", "(not too hard)"),
    ],
)
def test_what_a_coach_adds_behind_a_comma_orders_nothing(words: str) -> None:
    found = read(f"6 x 300m, 90s rest, {words}".replace(", (", " (")).session
    assert bare(found) == read("6 x 300m, 90s rest").session


def test_a_bullet_goes_with_the_remark_behind_it() -> None:
    assert bare(read("* 5 x 300m\n* 90s rest\n* Even splits please").session) == read("5 x 300m, 90s rest").session


def test_a_coachs_own_word_for_how_hard_is_an_effort() -> None:
    found = read("6 x 40 sec G, 2 min jog")
    assert found.canonical == "6 x 40s @ G, 2min jog"
    assert any("“G”" in said for said in found.assumptions)
    assert read("5 x 1k @ conversational, 90s jog").canonical == "5 x 1000m @ conversational, 90s jog"


def test_a_bracket_may_cry_out() -> None:
    assert read("6 x 800m, 2 min jog (into the wind!)").canonical == "6 x 800m (note: into the wind!), 2min jog"


def test_pictures_are_noise() -> None:
    assert read("💪 6 x 800, 2 min jog 🔥🔥").session == read("6 x 800, 2 min jog").session


def test_quotes_around_words_are_noise() -> None:
    assert read("4 x 3 min ‘brisk’, 90s jog").canonical == "4 x 3min @ brisk, 90s jog"
    assert read("4 x 3'30\", 90s jog").canonical == "4 x 3:30, 90s jog"


def test_a_note_of_its_own_is_read_as_it_stands() -> None:
    found = read("(note: Club night) 8 x 400m (note: 2 x 400 in lane 8, if it's windy), 60s rest; (note: 5 min talk)")
    assert found.canonical == (
        "(note: Club night) 8 x 400m (note: 2 x 400 in lane 8, if it's windy), 60s rest; (note: 5 min talk)"
    )
    assert (found.session.label, found.session.remarks) == ("Club night", ("5 min talk",))


@pytest.mark.parametrize(
    "text",
    ["8 x 200m (half a lap) fast (aka repetition pace), 30s rest", "5 x 2 min H with 1 min jog (fartlek) → 15-18 min"],
)
def test_a_remark_with_brackets_is_printed_without_them(text: str) -> None:
    found = read(text)
    assert "(note: " in found.canonical
    assert read(found.canonical).session == found.session


@pytest.mark.parametrize("words", ["on a 4% incline", "gradient 5-8%", "about 6 % grade"])
def test_how_steep_it_is_is_a_remark(words: str) -> None:
    for text in (f"6 x 60s, {words}, jog down", f"6 x 60s ({words}), jog down"):
        assert read(text).canonical == f"6 x 60s (note: {words}), jog down recovery"
    with pytest.raises(Refusal):
        read(f"6 x 60s, {words.removesuffix(' incline').removesuffix(' grade').removeprefix('gradient ')}, jog down")


@pytest.mark.parametrize("words", ["or more", "or longer if needed", "more if you want it"])
def test_a_rest_may_be_more_than_is_said(words: str) -> None:
    for text in (f"6 x 400m, 60s rest, {words}", f"6 x 400m, 60s rest ({words})"):
        assert read(text).canonical == f"6 x 400m (note: {words}), 60s rest"
    for text in (f"6 x 400m, {words}", f"6 x 400m ({words}), 60s rest", f"6 x 400m, 60s rest, {words} 90s"):
        with pytest.raises(Refusal):
            read(text)


def test_a_sum_behind_its_preposition_is_a_remark() -> None:
    assert read("5 x 1 km, 90s rest, bei insg. 9 km").canonical == "5 x 1000m (note: bei insg. 9 km), 90s rest"
    with pytest.raises(Refusal):
        read("5 x 1 km, bei insg. 9 min Pause")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("""5 x 4' steady, last 20" fast (60"R)""", """5 x 4min @ steady (note: last 20" fast), 60s recovery"""),
        (
            "6 x 1k @ 5k with the last 200 of each fast, 90s",
            "6 x 1000m @ 5k (note: with the last 200 of each fast), 90s rest",
        ),
        ("3 x 7'SS w/ 1' surge (2'R)", "3 x 7min @ SS (note: w/ 1' surge), 2min recovery"),
        ("20'WU w/ 4'SS/2'E, 5 x 400", "20min warm-up (note: w/ 4'SS/2'E); 5 x 400m"),
        ("15'WU incl. last 3' steady, 5 x 400", "15min warm-up (note: incl last 3' steady); 5 x 400m"),
        (
            "2 x 8 min, 200m fast / 200m easy throughout, 3 min walk",
            "2 x 8min (note: 200m fast / 200m easy throughout), 3min walk",
        ),
        (
            "3 x 8 min alternating 200 fast, 200 easy, 3 min walk",
            "3 x 8min (note: alternating 200 fast, 200 easy), 3min walk",
        ),
        ("12 min wu, drills + strides, 5 x 400", "12min warm-up (note: drills + strides); 5 x 400m"),
        ("6 x 400 w/ 100 surge, 200m jog", "6 x 400m (note: w/ 100 surge), 200m jog"),
        ("4 x 1k in 3:20, last 200 in 35, 2 min jog", "4 x 1000m @ 3:20 (note: last 200 in 35), 2min jog"),
        ("4 x 1 mile, last 400 in 70, 2 min jog", "4 x 1 mile (note: last 400 in 70), 2min jog"),
        ("4 x 1k, the last 200 at mile pace, 2 min jog", "4 x 1000m (note: the last 200 at mile pace), 2min jog"),
    ],
)
def test_how_a_part_of_a_rep_is_run_is_kept_in_the_words_of_the_coach(text: str, canonical: str) -> None:
    reading = read(text)
    assert reading.canonical == canonical
    assert any("kept as a remark" in said for said in reading.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "5 x 400, last 400 fast",
        "9 x 350, 80s jog, last 2 min quick",
        "2 x 12 min, 200m fast / 200m easy, 4 min walk",
        "6 x 600 w/ 200m fast",
        "15 min wu w/ 12 min at MP, 5 x 400",
        "5 x 400, last 1500 easy",
        "3 x 800, 3 x 400, last 400 fast",
        "8k steady, last 2k fast",
    ],
)
def test_what_may_be_a_rep_of_its_own_is_no_part_of_one(text: str) -> None:
    with pytest.raises(Refusal):
        read(text)
