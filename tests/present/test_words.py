"""What things are called, and what is said about what comes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.plan.builders import after, by_time, intervals, rest, run, timed_run
from tests.present.stages import STAGES, going, opened
from tests.tui.plans import BILLAT, EIGHT_200, SETS, STRIDES, THREE_SETS, plan_of

from trackbuddy.plan.session import Block, Label, Open, SameTime, SendOff, Session
from trackbuddy.plan.target import EffortTarget, RaceTarget
from trackbuddy.present import names, phrases
from trackbuddy.present.cells import ELLIPSIS, whole_parts, whole_words
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import folded, text_of
from trackbuddy.sound.cues import cues
from trackbuddy.timing import inputs as i
from trackbuddy.timing.hearing import CueKind
from trackbuddy.timing.state import Plan, Recovering
from trackbuddy.units import NS

LONG = plan_of(intervals(3, run(600), rest(200)))
EQUAL = plan_of(intervals(3, timed_run(30), after(SameTime())))
MIXED = plan_of(
    Session(
        (
            run(1600, label=Label.WARM_UP),
            rest(60),
            Block(4, (run(200, by_time(34)), rest(30))),
            rest(300),
            Block(2, (run(400, by_time(75)), rest(90))),
        )
    )
)
OPEN_ENDED = plan_of(Session((Block(None, (timed_run(30), rest(30))),)))


@pytest.mark.parametrize(
    ("plan", "phase", "heading"),
    [
        (EIGHT_200, 5, "REP 3 of 8"),
        (SETS, 9, "SET 2 of 3  REP 1 of 4"),
        (MIXED, 1, "WARM-UP"),
        (MIXED, 13, "REP 2 of 2"),
        (OPEN_ENDED, 3, "REP 2"),
    ],
)
def test_headings(plan: Plan, phase: int, heading: str) -> None:
    assert names.heading(plan, phase) == heading


def test_blocks_of_work_are_counted_without_the_warm_up() -> None:
    assert [names.block(MIXED, number) for number in (1, 3, 13)] == ["", "block 1 of 2", "block 2 of 2"]


def test_where_it_finishes_and_where_the_next_one_does() -> None:
    assert phrases.finish(EIGHT_200, 1) == "Finish: LINE (rep 2 finishes at the 200 START)   then 30s rest"
    assert phrases.finish(EIGHT_200, 15) == "Finish: 200 START   then done"


@pytest.mark.parametrize("plan", [EIGHT_200, SETS, LONG, EQUAL, OPEN_ENDED])
@pytest.mark.parametrize("into", [6, 19, 21, 25])
def test_the_beeps_promised_are_the_beeps_that_sound(plan: Plan, into: int) -> None:
    """The panel and the cues follow one rule."""
    at = going(plan)
    at.wait(30) if plan in (EQUAL, OPEN_ENDED) else at.rep(34)
    at.wait(into)
    snapshot, now_ns = at.live.snapshot(), at.live.now_ns()
    kinds = {CueKind.LEFT_60: "1:00", CueKind.LEFT_30: "30s", CueKind.LEFT_10: "10s"}
    stage = snapshot.state.stage
    assert isinstance(stage, Recovering)
    assert stage.go_ns is not None
    coming = (cue for cue in cues(snapshot.state, ()) if now_ns < cue.at_ns < stage.go_ns)
    heard = {kinds[cue.kind] for cue in coming if cue.kind in kinds}
    panel = live_view(snapshot, now_ns).panel
    promised = next((line for line in panel.start if "beep" in line), "") if panel else ""
    assert set(re.findall(r"1:00|30s|10s", promised)) == heard


@pytest.mark.parametrize(("seconds", "asked"), [(42.4, False), (42.6, True)])
def test_no_tap_is_asked_a_quarter_over_the_target(seconds: float, asked: bool) -> None:
    at = going().wait(seconds)
    notices = live_view(at.live.snapshot(), at.live.now_ns()).notices
    assert any(notice.text.startswith("NO TAP?") for notice in notices) is asked


def test_no_tap_is_never_asked_within_five_seconds() -> None:
    at = going(plan_of(intervals(2, run(60, by_time(8)), rest(30)))).wait(12.9)
    assert live_view(at.live.snapshot(), at.live.now_ns()).notices == ()
    at.wait(0.2)
    assert live_view(at.live.snapshot(), at.live.now_ns()).notices != ()


def test_the_result_is_big_for_five_seconds_then_the_countdown() -> None:
    at = going().rep(34.2, 4.9)
    assert live_view(at.live.snapshot(), at.live.now_ns()).number == "34.2"
    at.wait(0.2)
    assert live_view(at.live.snapshot(), at.live.now_ns()).number == "25"


def test_three_two_one_goes_before_a_fresh_result() -> None:
    at = going(plan_of(intervals(2, run(200, by_time(34)), rest(6)))).rep(34.2, 3.5)
    assert live_view(at.live.snapshot(), at.live.now_ns()).number == "3"


def test_a_moved_finish_is_shown_and_counted() -> None:
    at = going().rep(34.1, 1.2).tap().press(i.TakeTap)
    view = live_view(at.live.snapshot(), at.live.now_ns())
    assert (view.number, view.average) == ("35.3", "av 35.3 (1 of 1)")


def test_no_time_enters_no_mean_and_is_counted_as_run() -> None:
    at = going().rep(34, 30).wait(36).press(i.ThatsAll)
    assert live_view(at.live.snapshot(), at.live.now_ns()).average == "av 34.0 (1 of 2)"


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_unsaved_lines_are_never_called_saved(stage: str) -> None:
    at = STAGES[stage]()
    snapshot = at.live.snapshot()
    marks = [
        live_view(changed, at.live.now_ns()).saved
        for changed in (
            snapshot,
            replace(snapshot, saved_n=snapshot.last_n - 1),
            replace(snapshot, trouble="the disk is full"),
        )
    ]
    assert marks == ["saved", "saving", "NOT SAVED"]


def test_a_rehearsal_says_so_before_anything_that_may_be_cut() -> None:
    snapshot = replace(going().live.snapshot(), rehearsal=True)
    assert live_view(snapshot, 0).status.startswith("REHEARSAL   ")


def test_what_is_wrong_with_the_sound_is_said_in_full() -> None:
    snapshot = going().live.snapshot()
    for trouble, urgency in (
        ("no sound: no sound device found; trying again", "alarm"),
        ("sound: 2 cues missed", "calm"),
    ):
        view = live_view(replace(snapshot, sound=trouble, sound_trouble=trouble), 0)
        assert [(notice.text, notice.urgency) for notice in view.notices] == [(trouble, urgency)]


def test_what_follows_says_what_ends_it() -> None:
    assert phrases.then(plan_of(intervals(3, run(200), after(Open()))), 1) == "then rest until SPACE"
    assert phrases.then(STRIDES, 1) == "then walk back   SPACE counts each"
    assert phrases.then(plan_of(intervals(3, run(200), after(SendOff(90 * NS)))), 1) == "GO every 90s"


def test_the_next_set_is_named_where_it_begins() -> None:
    assert phrases.then_where(THREE_SETS, 5) == "then 30s rest   rep 4 finishes at the 200 START"
    plan = plan_of(Session((Block(2, (Block(3, (run(200, by_time(34)), rest(30))), rest(40))),)))
    assert phrases.then_where(plan, 5) == "then 40s rest   set 2 rep 1 finishes at the 200 START"
    at = going(plan)
    for _ in range(3):
        at.rep(34, 30)
    scene = live_view(at.live.snapshot(), at.live.now_ns()).scene
    assert scene is not None
    assert "next set 2 of 2  rep 1 of 3" in scene.words


def test_an_effort_is_no_target_but_its_word() -> None:
    hard = plan_of(intervals(3, timed_run(30, EffortTarget("hard")), rest(30)))
    assert names.subject(hard.rep(1)) == "30s   hard"
    assert names.subject(plan_of(intervals(3, run(400, RaceTarget("mile")), rest(30))).rep(1)) == "400m   target mile"


def test_a_rep_by_time_that_is_ended_is_cut_short_and_misses_no_time() -> None:
    at = going(BILLAT).wait(12).press(i.ThatsAll).wait(6)
    view = live_view(at.live.snapshot(), at.live.now_ns())
    assert view.panel is not None
    assert view.panel.time == "CUT SHORT"
    assert view.reps[0].text == "1 cut"


def test_of_a_long_list_whole_members_stay_and_dots_say_that_there_are_more() -> None:
    text = "200m @ 8s, 20s rest; 400m @ 16s, 20s rest; 600m @ 24"
    assert whole_parts(text, 100) == text
    assert whole_parts(text, 46) == "200m @ 8s, 20s rest; 400m @ 16s, 20s rest; ..."
    assert whole_parts(text, 30) == "200m @ 8s, 20s rest; ..."
    assert whole_parts(text, 10) == "200m @ 8s"


REMARKED = plan_of(
    intervals(
        4,
        replace(
            run(200, by_time(34)), note="relaxed, tall, quick hands, run the bend wide and drive out of it, spikes on"
        ),
        rest(60),
    )
)


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24), (100, 30), (160, 45)])
def test_a_long_remark_never_pushes_out_what_comes_next_nor_is_cut_without_a_sign(columns: int, rows: int) -> None:
    at = going(REMARKED).rep(34.1, 8)
    page = lay_out(live_view(at.live.snapshot(), at.live.now_ns()), columns, rows)
    text = "\n".join(map(text_of, page))
    assert "rep 2 of 4" in text
    assert ELLIPSIS not in text
    assert "spikes on" in " ".join(text.split()) or "..." in text


def test_the_whole_remark_is_read_in_ready() -> None:
    at = opened(REMARKED)
    page = lay_out(live_view(at.live.snapshot(), at.live.now_ns()), 80, 24)
    assert "run the bend wide and drive out of it, spikes on" in " ".join(" ".join(map(text_of, page)).split())
    least = [text_of(row).strip() for row in lay_out(live_view(at.live.snapshot(), at.live.now_ns()), 30, 10)]
    assert {"4 x 200m   target 34.0", "1min rest"} <= {*least}


def test_what_is_cut_at_a_comma_or_between_words_ends_in_dots() -> None:
    assert whole_parts("200m   relaxed, tall, quick", 22) == "200m   relaxed, ..."
    assert whole_words("run the bend wide", 12) == "run the ..."
    assert whole_words("run the", 12) == "run the"
    assert folded("one two three four five", 9, 2) == ["one two", "three ..."]
