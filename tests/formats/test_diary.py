"""The line for the diary, as a coach writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.formats.builders import played, saved
from tests.timing.sessions import eight_200s, plan, rep, rest, s, stride, timed_rep

from trackbuddy.formats.diary import diary, short
from trackbuddy.formats.saved import Saved
from trackbuddy.plan.session import Open
from trackbuddy.timing import inputs as i
from trackbuddy.timing import repairs as r
from trackbuddy.timing.repairing import repair


def alone(found: Saved) -> str:
    """Without the athlete's name, which stands first where there is one."""
    (line,) = diary(found)
    return line.removeprefix("a: ")


def eight() -> tuple[i.Input, ...]:
    """34.1 33.8 34.2 NT 34.0 34.3 33.9 34.4 with 30 s between."""
    inputs: list[i.Input] = []
    at = 10.0
    for time in (34.1, 33.8, 34.2, None, 34.0, 34.3, 33.9, 34.4):
        if time is None:
            inputs.append(i.ThatsAll(s(at + 34)))
            at += 34.0
        else:
            inputs.append(i.Tap(s(at + time)))
            at += time
        at += 30.0
    return (*inputs, i.WriteNote(s(at), "Wind, bend 2"), i.WriteNote(s(at), "Feel 7."), i.Finish(s(at)))


def test_the_line_of_the_example() -> None:
    found, _, _ = played(eight_200s(), *eight())
    assert alone(found) == (
        "Mon 23 Nov. 8x200 @ 34, 30s rest. 34.1 33.8 34.2 NT 34.0 34.3 33.9 34.4. "
        "av 34.1 (7 of 8), 33.8-34.4. Wind, bend 2. Feel 7."
    )


@pytest.mark.parametrize(
    ("canonical", "said"),
    [
        ("8 x 200m @ 34, 30s rest", "8x200 @ 34, 30s rest"),
        ("3 x (4 x 200m @ 34, 30s rest), 5min rest between sets", "3x(4x200 @ 34, 30s rest), 5min rest between sets"),
        ("1 mile @ 4:32", "1 mile @ 4:32"),
        ("6 x 400m, 200m jog", "6x400, 200m jog"),
        ("4 x 5min hard, 3min jog", "4x5min hard, 3min jog"),
    ],
)
def test_a_session_is_written_short(canonical: str, said: str) -> None:
    assert short(canonical) == said


def test_another_rest_a_repair_and_an_early_end_are_said() -> None:
    found, history, _ = played(eight_200s(), i.ThatsAll(s(44)), i.Hold(s(50)), i.Hold(s(60)), i.Tap(s(119)))
    history, _ = repair(history, [r.Corrected(s(119), 1, 1, s(34)), r.Excluded(s(119), 3, 1)])
    line = alone(saved(history))
    assert "rest 40.0 once" in line
    assert "time of 1 entered afterwards" in line
    assert "2 not in the average" in line
    assert "unfinished after 2 of 8 reps" in line
    assert found.review.repairs == 0


def test_sets_stand_apart_with_their_own_averages() -> None:
    two = [replace(rep(number), set=2) for number in (1, 2)]
    of = plan(rep(1), rest(), rep(2), rest(), two[0], rest(), two[1])
    found, _, _ = played(of, i.Tap(s(44)), i.Tap(s(108)), i.Tap(s(172)), i.Tap(s(236.4)))
    line = alone(found)
    assert "34.0 34.0 / 34.0 34.4" in line
    assert "set 1 av 34.0 (2 of 2), 34.0-34.0; set 2 av 34.2 (2 of 2), 34.0-34.4" in line


def test_laps_strides_and_metres() -> None:
    of = plan(rep(1, 800, 140, laps=2), rest(Open()), timed_rep(2, 30), rest(), stride(3))
    found, _, _ = played(of, i.Tap(s(80)), i.Tap(s(151)), i.Tap(s(200)), i.Tick(s(240)), i.Tap(s(290)))
    line = alone(found)
    assert "2:21.0 (70.0 71.0)" in line
    assert "1 stride" in line


def test_each_athlete_has_a_line() -> None:
    of = plan(rep(1, athletes=2), rest(), rep(2, athletes=2), athletes=2)
    found, _, _ = played(of, i.Tap(s(44), 1), i.Tap(s(46), 2), i.DropOut(s(50), 2), i.Tap(s(110), 1))
    first, second = diary(found)
    assert first.startswith("a: Mon 23 Nov. ")
    assert second.startswith("b: Mon 23 Nov. ")
    assert "out after 1" in second
    assert "out after" not in first
