"""Collections fall where nobody taps."""

from __future__ import annotations

import pytest
from tests.present.stages import STAGES, Run, going
from tests.tui import plans

from trackbuddy.timing import inputs as i
from trackbuddy.tui.guards import CalmCollector, is_quiet


def quiet(run: Run) -> bool:
    return is_quiet(run.live.snapshot().state, run.live.now_ns())


@pytest.mark.parametrize(("after", "answer"), [(0.9, False), (1.1, True), (27.9, True), (28.1, False)])
def test_quiet_is_a_second_into_a_recovery_with_more_than_two_to_go(after: float, answer: bool) -> None:
    assert quiet(going().rep(34, after)) is answer


@pytest.mark.parametrize("stage", ["ready", "lead-in", "rep", "timed-rep", "done"])
def test_nowhere_else_is_it_quiet(stage: str) -> None:
    assert not quiet(STAGES[stage]())


def test_an_open_recovery_and_a_hold_are_quiet() -> None:
    assert quiet(going(plans.SIX_200_OPEN).rep(34, 2))
    assert quiet(going().rep(34, 2).press(i.Hold).wait(500))


def test_it_collects_once_in_each_recovery() -> None:
    calm = CalmCollector()
    calm.begin()
    try:
        run = going().rep(34, 2)
        state, now_ns = run.live.snapshot().state, run.live.now_ns()
        assert calm.rest(state, now_ns)
        assert not calm.rest(state, now_ns + 1)
        run.wait(28).rep(34, 2)
        assert calm.rest(run.live.snapshot().state, run.live.now_ns())
    finally:
        calm.end()


def test_it_does_nothing_before_the_first_frame() -> None:
    run = going().rep(34, 2)
    assert not CalmCollector().rest(run.live.snapshot().state, run.live.now_ns())
