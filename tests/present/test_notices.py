"""What is said beside the clock."""

from __future__ import annotations

import pytest
from tests.present.stages import Run, going, opened
from tests.tui import plans

from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import Stage, lay_out, why_no_other
from trackbuddy.present.rows import text_of
from trackbuddy.present.view import LiveView
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS


def view(at: Run) -> LiveView:
    return live_view(at.live.snapshot(), at.live.now_ns(), "18:42")


def told(at: Run) -> list[str]:
    return [notice.text for notice in view(at).notices]


def slept(at: Run, seconds: float) -> Run:
    """Nobody watched for so long, and somebody does again."""
    at.by_hand.clock.turn(seconds)
    return at.press(i.Sleep, for_ns=round(seconds * NS))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (lambda: slept(going(), 40), "GOING ON: the clock of rep 1 ran on meanwhile   ENTER = no time"),
        (lambda: slept(going().rep(34), 12), "GOING ON: the clock ran on meanwhile"),
        (lambda: slept(going().rep(34), 90), "GOING ON: the GO of rep 2 fell due meanwhile   SPACE starts it"),
        (lambda: slept(going().rep(34, 5).press(i.Hold), 90), "GOING ON: still held"),
        (lambda: slept(going(plans.OWN), 9), "GOING ON: every clock ran on meanwhile"),
        (lambda: slept(opened(), 9), "GOING ON: not started yet"),
        (lambda: slept(opened().tap(), 90), "GOING ON: not started yet"),
        (lambda: slept(going(plans.TWO_200).rep(34, 30).rep(34), 90), "GOING ON: all reps are done"),
    ],
)
def test_after_a_gap_it_is_said_what_became_of_the_clock_for_a_while(at: object, said: str) -> None:
    run = at()  # type: ignore[operator]
    assert said in told(run)
    assert said not in told(run.wait(10))


@pytest.mark.parametrize(
    ("at", "seconds"),
    [
        (lambda: slept(going().rep(34), 25), 5.5),  # the next GO sounds
        (lambda: slept(going().rep(34), 90).wait(1).tap(), 1),
        (lambda: slept(going(), 40).wait(1).tap(), 1),
        (lambda: slept(going(), 40).wait(1).press(i.EndHere), 1),
        (lambda: slept(opened(), 9).wait(1).tap(), 1),
        (lambda: slept(going(plans.BILLAT), 27).wait(3), 1),  # the rep by time is over
    ],
)
def test_it_is_not_said_of_what_began_since(at: object, seconds: float) -> None:
    run = at().wait(seconds)  # type: ignore[operator]
    assert not any("GOING ON" in said for said in told(run))


def test_an_early_end_is_not_called_all_done() -> None:
    assert "GOING ON: the session was ended here" in told(slept(going().rep(34).press(i.EndHere), 60))


def test_it_goes_before_the_question_that_the_gap_itself_raised() -> None:
    assert told(slept(going(), 90))[0].startswith("GOING ON")
    assert told(slept(going(), 90).wait(10))[0].startswith("NO TAP?")


def page(at: Run, columns: int, rows: int, stage: Stage) -> str:
    return "\n".join(text_of(row) for row in lay_out(view(at), columns, rows, stage=stage))


def test_the_other_stage_is_the_track_where_digits_are_usual_and_digits_where_the_track_is() -> None:
    at = going().wait(20)
    small, large = (80, 24), (100, 30)
    assert "finish: LINE" in page(at, *large, Stage.USUAL)
    for size, there, gone in ((small, Stage.OTHER, Stage.USUAL), (large, Stage.USUAL, Stage.OTHER)):
        assert "DUE in 14.0   " in page(at, *size, gone).replace("·", " ")
        assert not page(at, *size, there).splitlines()[-6].startswith(" DUE in")
        assert why_no_other(view(at), *size) == ""


def test_why_there_is_no_other_stage_is_said() -> None:
    assert "too small" in why_no_other(view(going()), 40, 20)
    assert "nobody knows where" in why_no_other(view(going(plans.BILLAT)), 80, 24)
    assert "several athletes" in why_no_other(view(going(plans.FIVE)), 160, 45)
    for stage in Stage:
        assert page(going(), 40, 20, stage)
