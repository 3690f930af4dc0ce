"""Results as text: what stands in each row, and that it always fits."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.formats.builders import BEGIN, played
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.formats.plain import plain
from trackbuddy.formats.text import review_text, standing, table
from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Label, Open
from trackbuddy.results import words
from trackbuddy.results.review import review
from trackbuddy.timing import inputs as i
from trackbuddy.timing import repairs as r
from trackbuddy.timing.repairing import repair


def reviewed(*inputs: i.Input) -> str:
    return "\n".join(review_text(*played(eight_200s(), *inputs)))


def test_eight_reps_against_their_target() -> None:
    """Each row begins with the rep's number; the average says of how many."""
    inputs: list[i.Input] = list(BEGIN)
    at = 10.0
    for number in range(8):
        at += 33.8 + number / 10
        inputs.append(i.ThatsAll(s(at)) if number == 3 else i.Tap(s(at)))
        at += 30.0 if number != 3 else 30.0 - 0.1
    history, _ = run(eight_200s(), inputs)
    lines = table(review(history))
    assert [line.split()[0] for line in lines[1:9]] == [str(number) for number in range(1, 9)]
    assert re.fullmatch(r"1 +200m +34\.0 +33\.8 +-0\.2 on +30\.0 +GO", lines[1])
    assert re.fullmatch(r"4 +200m +34\.0 +NT +\S+ +GO", lines[4])
    assert "(7 of 8)" in lines[9]


def test_sets_stand_under_their_own_headings_with_their_own_average() -> None:
    first, second = rep(1), rep(2)
    two = plan(
        first,
        rest(),
        second,
        rest(),
        *(part for number in (1, 2) for part in (_of_set_two(number), rest())),
    )
    history, _ = run(two, [*BEGIN, i.Tap(s(44)), i.Tap(s(108)), i.Tap(s(172)), i.Tap(s(236.4))])
    said = "\n".join(table(review(history)))
    assert said.index("-- set 1") < said.index("(2 of 2)") < said.index("-- set 2")
    assert said.count("(2 of 2)") == 2


def _of_set_two(number: int) -> RepPhase:
    return replace(rep(number), set=2)


def test_laps_of_a_mile_with_one_missed() -> None:
    """A lap that covers two says so."""
    of = plan(rep(1, 1600, 280, laps=4))
    saved, _, _ = played(of, i.Tap(s(80)), i.Tap(s(220.5)), i.TakeTap(s(221)), i.Tap(s(290)))
    assert table(saved.review)[2].strip() == "laps 70.0 2:20.5 (2) 69.5  against an even run 0.0 +0.5 -0.5"


def test_reps_by_the_clock_and_strides_claim_no_time() -> None:
    of = plan(timed_rep(1, 30), rest(), stride(2))
    saved, _, _ = played(of, i.Tick(s(40)), i.Tap(s(90)), i.Measure(s(95), 1, 1, 187.5))
    said = "\n".join(table(saved.review))
    assert "187.5 m" in said
    assert re.search(r"1 +80m stride +done", said)


def test_a_warm_up_is_written_out() -> None:
    warm_up = replace(rep(1, 400, None), label=Label.WARM_UP)
    saved, _, _ = played(plan(warm_up, rest(), rep(2)), i.Tap(s(110)))
    assert "400m warm-up " in "\n".join(table(saved.review))


def test_a_time_says_what_it_counts_from() -> None:
    said = reviewed(i.Tap(s(12)), i.Tap(s(44)), i.Tap(s(44.2)), i.WriteNote(s(50), "wind\x1b[31m up"))
    assert "ignored: a tap in rep 1, 2.0 s after its start (too soon)" in said
    assert "ignored: a tap 0.2 s after the finish of rep 1 (bounce)" in said
    assert "note: wind?[31m up" in said
    said = reviewed(i.Tap(s(44)), i.Undo(s(55)), i.Tap(s(56)))
    assert "undone in rep 1, 45.0 s after its start: the tap 11.0 s before it" in said


def test_repairs_are_said() -> None:
    saved, history, lines = played(eight_200s(), i.ThatsAll(s(46)), i.Tap(s(108)))
    history, new = repair(history, [r.Corrected(s(108), 1, 1, s(34.1))])
    saved = replace(saved, review=review(history))
    said = "\n".join(review_text(saved, history, [*lines, *new]))
    assert "entered afterwards" in said
    assert "repaired: rep 1 is 34.1" in said


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (i.Finish(s(60)), "finished after 1 of 8 reps"),
        (i.Discard(s(60)), "discarded after 1 of 8 reps"),
        (i.Close(s(60)), "unfinished after 1 of 8 reps: 'trackbuddy resume k3f9' goes on with it"),
    ],
)
def test_how_a_session_was_left(last: i.Input, said: str) -> None:
    saved, _, _ = played(eight_200s(), i.Tap(s(44)), last)
    assert standing(saved.review.progress, "2026-11-23T183000_8x200m_k3f9.jsonl", rehearsal=False) == said


def test_a_rehearsal_is_not_gone_on_with() -> None:
    saved, _, _ = played(eight_200s(), i.Tap(s(44)), i.Close(s(60)))
    assert standing(saved.review.progress, saved.file, rehearsal=True) == "unfinished after 1 of 8 reps"


@pytest.mark.parametrize(
    ("seconds", "said"), [(67.25, "67.3"), (99.94, "99.9"), (99.95, "1:40.0"), (3725.0, "1:02:05.0")]
)
def test_times_are_said_as_beside_a_track(seconds: float, said: str) -> None:
    assert words.time(s(seconds)) == said


def test_columns_stand_under_each_other() -> None:
    """The dots of all times are in one column."""
    saved, _, _ = played(eight_200s(), i.Tap(s(44)), i.Tap(s(118.0)))
    heading, *lines = table(saved.review)[:3]
    end = heading.index("TIME") + len("TIME")
    assert [line[end - 2] for line in lines] == [".", "."]


def test_metres_of_a_rep_by_time_come_with_their_pace() -> None:
    saved, _, _ = played(plan(timed_rep(1, 300)), i.Tick(s(311)), i.Measure(s(312), 1, 1, 1520.0))
    first, second = table(saved.review)[1:3]
    assert "1520 m" in first
    assert second.strip() == "3:17/km  78.9/400"


def test_in_sentences_every_time_says_what_it_counts_from() -> None:
    said = plain(*played(eight_200s(), i.Tap(s(44)), i.ThatsAll(s(110)), i.Tap(s(172))))
    assert "REPS OF a" in said
    (first,) = (line for line in said if line.startswith("Rep 1,"))
    assert first == (
        "Rep 1, 200m: 34.0; 0.0 to the target of 34.0, on; counted from GO; "
        "then 30s rest, taken 30.0 from the finish to the next start."
    )
    (second,) = (line for line in said if line.startswith("Rep 2,"))
    assert "run, no time; target 34.0; then 30s rest" in second
    assert "from the assumed finish" in second
    assert any(line.startswith("200m: average 34.") for line in said)


def test_reps_that_started_in_different_ways_say_so() -> None:
    saved, history, lines = played(eight_200s(Open(), 3), i.Tap(s(44)), i.Tap(s(90)), i.Tap(s(124)))
    assert "started in different ways: 1 from GO, 1 from a tap" in review_text(saved, history, lines)
