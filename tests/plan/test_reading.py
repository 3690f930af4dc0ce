"""What the read-back says about the track."""

from __future__ import annotations

import pytest
from tests.plan.builders import EIGHT_200, by_time, every, intervals, jog, rest, run, timed_run

from trackbuddy.plan.reading import places, taps
from trackbuddy.plan.session import Block, ByDistance, Label, Mode, Options, Rep, Session, Start
from trackbuddy.plan.timeline import build
from trackbuddy.plan.track import Track
from trackbuddy.units import MILE_MM, M


def said(session: Session) -> tuple[str, ...]:
    return places(build(session), rule=session.options.start)


@pytest.mark.parametrize(
    ("session", "text"),
    [
        (
            EIGHT_200,
            "Odd reps finish at the LINE, even reps at the 200 START: "
            "30 s of rest is too short to walk back 200 m (about 2:23).",
        ),
        (
            intervals(6, run(200), rest(300)),
            "Every rep starts at the 200 START and finishes at the LINE: "
            "there is time to walk back 200 m (about 2:23).",
        ),
        (
            intervals(4, run(200, by_time(34)), every(60)),
            "Odd reps finish at the LINE, even reps at the 200 START: "
            "26 s of rest is too short to walk back 200 m (about 2:23).",
        ),
        (
            intervals(4, run(300), rest(60)),
            "The reps finish at: 1 LINE, 2 100 START, 3 200 START, 4 300 START: "
            "1 min of rest is too short to walk back 100 m (about 1:17).",
        ),
        (
            intervals(4, run(300), rest(90)),
            "Every rep starts at the 300 START and finishes at the LINE: "
            "there is time to walk back 100 m (about 1:17).",
        ),
        (intervals(4, run(400), rest(10)), "Every rep starts and finishes at the LINE."),
        (
            intervals(4, run(200), jog(200)),
            "Every rep starts at the 200 START and finishes at the LINE: the next rep starts where the jog ends.",
        ),
        (
            intervals(4, run(200), rest(30), options=Options(start=Start.GO_BACK)),
            "Every rep starts at the 200 START and finishes at the LINE: the session says so.",
        ),
        (Session((Rep(ByDistance(MILE_MM)),)), "The rep starts at the MILE START and finishes at the LINE."),
        (
            intervals(3, Rep(ByDistance(MILE_MM)), rest(60)),
            "Every rep starts at the MILE START and finishes at the LINE: there is time to walk back 9 m (about 16 s).",
        ),
        (Session((Rep(ByDistance(1_037_500)),)), "The rep starts at 237.5m BEFORE LINE and finishes at the LINE."),
    ],
)
def test_each_finish_is_named_with_the_reason(session: Session, text: str) -> None:
    assert said(session) == (text,)


def test_each_block_on_the_track_has_its_own_sentence_and_a_warm_up_has_none() -> None:
    session = Session(
        (run(3000, label=Label.WARM_UP), Block(2, (run(400), rest(200))), Block(2, (run(200), rest(300))))
    )
    assert said(session) == (
        "Block 2: every rep starts and finishes at the LINE.",
        "Block 3: every rep starts at the 200 START and finishes at the LINE: "
        "there is time to walk back 200 m (about 2:23).",
    )


def test_sets_that_are_alike_are_said_once() -> None:
    short = Block(4, (run(300), rest(60)))
    assert said(Session((Block(2, (short, rest(300))),))) == (
        "In each set the reps finish at: 1 LINE, 2 100 START, 3 200 START, 4 300 START: "
        "1 min of rest is too short to walk back 100 m (about 1:17).",
    )
    on_and_on = Session((Block(2, (Block(3, (run(300), rest(60))), rest(30))),))
    assert said(on_and_on)[0].startswith("The reps finish at: 1 LINE, 2 100 START, 3 200 START, 4 300 START, 5 LINE")


def test_reps_by_time_finish_anywhere() -> None:
    assert said(intervals(4, timed_run(300), rest(60))) == ()


def test_after_a_float_by_time_nobody_knows_where_the_runner_is() -> None:
    floating = rest(60, Mode.FLOAT)
    assert said(intervals(3, run(200), floating)) == ("Every rep starts at the 200 START and finishes at the LINE.",)


def test_a_long_list_of_finishes_is_cut() -> None:
    assert said(intervals(12, run(300), rest(30)))[0].startswith("The reps finish at: 1 LINE, 2 100 START,")
    assert "8 300 START, and so on: 30 s" in said(intervals(12, run(300), rest(30)))[0]


def test_the_track_that_was_used_is_the_one_that_is_read() -> None:
    track = Track(200 * M)
    assert places(build(EIGHT_200, track=track), track) == ("Every rep starts and finishes at the LINE.",)


def test_how_many_taps_a_rep_wants() -> None:
    assert taps(build(EIGHT_200)) == ()
    assert taps(build(Session((run(1500),)))) == ("1500m: 4 taps, at 300, 700, 1100, 1500 m.",)
    assert taps(build(Session((Rep(ByDistance(MILE_MM)),)))) == (
        "1 mile: 4 taps, at 409.344, 809.344, 1209.344, 1609.344 m.",
    )
    assert taps(build(intervals(4, run(1000), jog(400)))) == (
        "1000m: 3 taps, at 200, 600, 1000 m or 400, 800, 1000 m.",
    )
    assert taps(build(Session((run(5000),)))) == ("5km: 13 taps, at 200 m, then every 400 m and at the finish.",)
