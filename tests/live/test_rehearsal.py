"""Simulated athletes get through every kind of session, near their targets."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from tests.timing.sessions import eight_200s, plan, plans, rep, rest, run, s, stride, timed_rep

from trackbuddy.live.rehearsal import Rehearsal, coming
from trackbuddy.live.start import Setting, start
from trackbuddy.plain.run import run_plain
from trackbuddy.plan.phases import Between, RecoveryPhase
from trackbuddy.plan.session import Covered, Open, SendOff, Timed
from trackbuddy.results.rows import rows
from trackbuddy.storage.logs import read_log
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.history import History, step
from trackbuddy.timing.rules import Clocks, Rules
from trackbuddy.timing.state import Plan


def rehearse(plan_: Plan) -> History:
    """Everything that comes, one press after the other, without a clock."""
    history, _ = run(plan_, [i.Open(0), i.Tap(0), i.Tick(s(10))])
    for _ in range(2000):
        if history.state.is_over:
            return history
        press = coming(history.state)
        at_ns = due(history.state)
        if press is not None and (at_ns is None or press.at_ns < at_ns):
            history, _ = step(history, press.kind(press.at_ns, **press.members))
        else:
            assert at_ns is not None, f"stuck in {history.state.stage}"
            history, _ = step(history, i.Tick(at_ns))
    raise AssertionError("it never ended")


def test_eight_200s_are_all_timed_near_the_target() -> None:
    history = rehearse(eight_200s())
    splits = [r.runners[0].ended_ns - r.started_ns for r in history.state.reps]  # type: ignore[operator]
    assert len(splits) == 8
    assert all(abs(split - s(34)) < s(1.5) for split in splits)
    assert history.state.ignored == ()


def test_the_same_rehearsal_comes_out_the_same() -> None:
    assert rehearse(eight_200s()).state == rehearse(eight_200s()).state


@pytest.mark.parametrize("measure", [Open(), Covered(200_000), SendOff(s(60)), SendOff(s(30)), Timed(s(30))])
def test_every_kind_of_recovery_is_got_through(measure: Open | Covered | SendOff | Timed) -> None:
    assert len(rehearse(eight_200s(measure)).state.reps) == 8


def test_a_block_without_an_end_is_ended() -> None:
    rounds = [
        phase
        for number in range(1, 101)
        for phase in (
            timed_rep(number, 30, until_ended=True),
            RecoveryPhase(Between.REPS, Timed(s(30)), until_ended=True),
        )
    ]
    assert len(rehearse(plan(*rounds[:-1])).state.reps) == 21


def test_strides_are_counted() -> None:
    history = rehearse(plan(stride(1), rest(Open()), stride(2), rest(Open()), stride(3)))
    assert [rep_.runners[0].timed for rep_ in history.state.reps] == [False] * 3


def test_a_mile_goes_out_too_fast() -> None:
    history = rehearse(plan(rep(way=1600, target=300, laps=4)))
    first = history.state.reps[0].runners[0].crossings[0]
    assert first is not None
    assert first.at_ns - s(10) < s(74)


def test_nine_with_clocks_of_their_own_come_to_their_end_each_in_their_own_time() -> None:
    rules = Rules(clocks=Clocks.OWN, stagger_ns=s(5))
    history = rehearse(plan(rep(1, athletes=9), rest(30), rep(2, athletes=9), athletes=9, rules=rules))
    assert [len(rows(history.state, athlete)) for athlete in range(1, 10)] == [2] * 9
    assert len({row.split_ns for athlete in range(1, 10) for row in rows(history.state, athlete)}) > 9


@given(plans())
def test_any_session_comes_to_its_end(plan_: Plan) -> None:
    rehearse(plan_)


def test_the_whole_thing_runs_by_itself_in_plain_mode_and_is_in_the_log(tmp_path: Path) -> None:
    setting = Setting({}, "8 x 200m @ 34, 30s rest", eight_200s(count=3).timeline, tmp_path, speed=300.0)
    started = start(setting)
    out = io.StringIO()
    rehearsal = Rehearsal(started.live, started.clock, by_itself=True)
    path = run_plain(started.live, None, out, begin=rehearsal.start)
    said = out.getvalue().splitlines()
    assert sum(" GO  rep" in line for line in said) == 3
    assert "get ready: GO in 10s" in said[0]
    log = read_log(path)
    assert log.damage is None
    state = log.history().state
    assert len(state.reps) == 3
    assert all(rep_.runners[0].timed for rep_ in state.reps)
    assert log.header.rehearsal is not None
