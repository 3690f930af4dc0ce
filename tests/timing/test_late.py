"""Inputs that come in after what was stamped later: each is decided, and what it means doesn't depend on luck."""

from __future__ import annotations

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Plan, Recovering, Running


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[Line]]:
    """GO comes at 10 s."""
    return run(plan_, [i.Open(0), i.Tap(0), *inputs])


def recovering(history: History) -> Recovering:
    assert isinstance(history.state.stage, Recovering)
    return history.state.stage


def test_a_tap_stamped_just_before_an_accepted_one_was_taken_leaves_a_fact() -> None:
    """The accepted tap counts from its own instant, which lies before the command: no cut by instants can tell them."""
    history, lines = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45)), i.TakeTap(s(46)), i.Tap(s(45.99)), i.Tick(s(60)))
    assert isinstance(lines[-1].fact, f.TapIgnored)
    assert lines[-1].fact.at_ns == s(45.99)
    assert recovering(history).began_ns == s(45)


def test_a_command_stamped_before_one_already_decided_follows_it() -> None:
    """Otherwise the clock would go on from before it was stopped."""
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Hold(s(50)), i.Hold(s(49.9)))
    assert recovering(history).go_ns == s(74)
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Hold(s(60)), i.Hold(s(20)))
    assert recovering(history).go_ns == s(74)


@pytest.mark.parametrize("ticks", [(), (s(75),), (s(75), s(108))])
def test_a_late_command_means_the_same_however_often_anybody_looked(ticks: tuple[int, ...]) -> None:
    looks = [i.Tick(at_ns) for at_ns in ticks]
    inputs: list[i.Input] = [i.Tap(s(44)), i.Adjust(s(50), s(10)), *looks, i.Hold(s(49)), i.Tick(s(110))]
    history, _ = at(eight_200s(), *inputs)
    assert recovering(history).left_ns == s(34)


def test_a_tap_of_the_rep_before_is_late_even_where_that_rep_is_run_again() -> None:
    _, lines = at(eight_200s(), i.Repeat(s(30)), i.Tap(s(34)), i.Tap(s(29)))
    assert isinstance(lines[-1].fact, f.TapIgnored)
    assert lines[-1].fact.reason is f.Reason.LATE


def test_a_tap_stamped_before_a_start_that_was_moved_since_is_late() -> None:
    history, lines = at(eight_200s(), i.StartedNow(s(20)), i.Tap(s(19)))
    assert isinstance(lines[-1].fact, f.TapIgnored)
    assert lines[-1].fact.reason is f.Reason.LATE
    assert isinstance(history.state.stage, Running)


def test_a_tap_of_another_athlete_in_the_same_rep_still_counts() -> None:
    two = plan(rep(athletes=2), rest(30), rep(2, athletes=2), rep(3, athletes=2), athletes=2)
    history, _ = at(two, i.Tap(s(44), 1), i.Tap(s(43.9), 2))
    assert [runner.ended_ns for runner in history.state.reps[-1].runners] == [s(44), s(43.9)]
    assert recovering(history).go_ns == s(74)
