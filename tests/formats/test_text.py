"""Results as text: what stands in each row, and that it always fits."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.formats.invariants import HEADING
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.formats.text import review, standing, table, time_text
from trackbuddy.plan.phases import RepPhase
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History

BEGIN = (i.Open(0), i.ThatsAll(0))
"""GO is at 10 s."""


def reviewed(history: History, lines: list[Line]) -> str:
    return "\n".join(review(HEADING, history, lines))


def test_eight_reps_against_their_target() -> None:
    """Each row begins with the rep's number; the average says of how many."""
    inputs: list[i.Input] = list(BEGIN)
    at = 10.0
    for number in range(8):
        at += 33.8 + number / 10
        inputs.append(i.ThatsAll(s(at)) if number == 3 else i.Tap(s(at)))
        at += 30.0 if number != 3 else 30.0 - 0.1
    history, _ = run(eight_200s(), inputs)
    lines = table(history.state)
    assert [line.split()[0] for line in lines[1:9]] == [str(number) for number in range(1, 9)]
    assert re.fullmatch(r"1 +200m +34\.0 +33\.8 +-0\.2 on", lines[1])
    assert re.fullmatch(r"4 +200m +34\.0 +NT", lines[4])
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
    said = "\n".join(table(history.state))
    assert said.index("-- set 1") < said.index("(2 of 2)") < said.index("-- set 2")
    assert said.count("(2 of 2)") == 2


def _of_set_two(number: int) -> RepPhase:
    return replace(rep(number), set=2)


def test_laps_of_a_mile_with_one_missed() -> None:
    """A lap that covers two says so."""
    history, _ = run(
        plan(rep(1, 1600, 280, laps=4)), [*BEGIN, i.Tap(s(80)), i.Tap(s(220.5)), i.TakeTap(s(221)), i.Tap(s(290))]
    )
    assert "laps 70.0 2:20.5 (2) 69.5" in table(history.state)[1]


def test_reps_by_the_clock_and_strides_claim_no_time() -> None:
    history, _ = run(
        plan(timed_rep(1, 30), rest(), stride(2)),
        [*BEGIN, i.Tick(s(40)), i.Tap(s(90)), i.Measure(s(95), 1, 1, 187.5)],
    )
    said = "\n".join(table(history.state))
    assert "187.5 m" in said
    assert re.search(r"1 +80m stride +done", said)


def test_what_was_ignored_undone_and_noted_is_said() -> None:
    history, lines = run(
        eight_200s(),
        [*BEGIN, i.Tap(s(44)), i.Tap(s(44.2)), i.WriteNote(s(50), "wind\x1b[31m up"), i.Undo(s(55)), i.Tap(s(56))],
    )
    said = reviewed(history, lines)
    assert "ignored: a tap at 44.2 s after rep 1 (bounce)" in said
    assert "undone at 55.0 s: the tap at 44.0 s" in said
    assert "note: wind [31m up" in said


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (i.Finish(s(60)), "finished after 1 of 8 reps"),
        (i.Discard(s(60)), "discarded after 1 of 8 reps"),
        (i.Close(s(60)), "not finished after 1 of 8 reps: 'trackbuddy resume' goes on with it"),
    ],
)
def test_how_a_session_was_left(last: i.Input, said: str) -> None:
    assert standing(run(eight_200s(), [*BEGIN, i.Tap(s(44)), last])[0].state) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(67.25, "67.3"), (99.94, "99.9"), (99.95, "1:40.0"), (3725.0, "1:02:05.0")]
)
def test_times_are_said_as_beside_a_track(seconds: float, said: str) -> None:
    assert time_text(s(seconds)) == said


def test_columns_stand_under_each_other() -> None:
    """The dots of all times are in one column."""
    history, _ = run(eight_200s(), [*BEGIN, i.Tap(s(44)), i.Tap(s(118.0))])
    dots = [line.rindex(".", 0, 39) for line in table(history.state)[1:3]]
    assert all(a == b for a, b in pairwise(dots))


def test_metres_of_a_rep_by_time_come_with_their_pace() -> None:
    history, _ = run(plan(timed_rep(1, 300)), [*BEGIN, i.Tick(s(311)), i.Measure(s(312), 1, 1, 1520.0)])
    assert table(history.state)[1].endswith(" 1520 m  3:17/km  78.9/400")
