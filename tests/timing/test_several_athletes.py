"""Together: one GO, everybody's own finish, the recovery from the last in."""

from __future__ import annotations

import pytest
from tests.timing.sessions import plan, rep, rest, run, s

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.rules import From, Rules
from trackbuddy.timing.state import Plan, Recovering, Running


def three(rules: Rules | None = None) -> Plan:
    return plan(rep(1, athletes=3), rest(30), rep(2, athletes=3), athletes=3, rules=rules)


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[Line]]:
    return run(plan_, [i.Open(0), i.Tap(0), *inputs])


def recovering(history: History) -> Recovering:
    assert isinstance(history.state.stage, Recovering)
    return history.state.stage


def ends(history: History) -> list[int | None]:
    return [runner.ended_ns for runner in history.state.reps[-1].runners]


def test_everybody_has_a_finish_and_the_recovery_counts_from_the_last_in() -> None:
    history, _ = at(three(), i.Tap(s(44), 2), i.Tap(s(44.1), 1), i.Tap(s(46), 3))
    assert ends(history) == [s(44.1), s(44), s(46)]
    assert recovering(history).go_ns == s(76)


def test_or_from_the_first_in() -> None:
    rules = Rules(recovery_from=From.FIRST_IN)
    history, _ = at(three(rules), i.Tap(s(44), 2), i.Tap(s(45), 1), i.Tap(s(46), 3))
    assert recovering(history).go_ns == s(74)


def test_a_bunch_finish_on_space_goes_to_those_expected_next() -> None:
    history, _ = at(three(), i.Tap(s(44)), i.Tap(s(44.2)), i.Tap(s(44.4)))
    assert ends(history) == [s(44), s(44.2), s(44.4)]


def test_a_second_digit_for_somebody_already_in_is_kept_as_spare() -> None:
    _, lines = at(three(), i.Tap(s(44), 2), i.Tap(s(46), 2))
    last = lines[-1].fact
    assert isinstance(last, f.TapIgnored)
    assert (last.reason, last.athlete) == (f.Reason.ALREADY_IN, 2)


def test_a_key_that_nobody_has_is_said_so() -> None:
    _, lines = at(three(), i.Tap(s(44), 7))
    assert isinstance(lines[-1].fact, f.TapIgnored)
    assert lines[-1].fact.reason is f.Reason.NOBODY


def test_naming_swaps_two_taps_and_keeps_their_instants() -> None:
    history, lines = at(three(), i.Tap(s(44)), i.Tap(s(45)), i.Tap(s(46)))
    first = next(line.n for line in lines if isinstance(line.fact, f.Split))
    history, _ = step(history, i.Name(s(50), of=first, athlete=3))
    assert ends(history) == [s(46), s(45), s(44)]
    assert [runner.athlete for runner in history.state.reps[-1].runners] == [1, 2, 3]


def test_nobody_waits_for_a_drop_out() -> None:
    history, _ = at(three(), i.Tap(s(44), 1), i.Tap(s(45), 2), i.DropOut(s(50), 3))
    assert recovering(history).go_ns == s(75)
    history, _ = step(history, i.Tick(s(75)))
    assert isinstance(history.state.stage, Running)
    assert history.state.stage.rep.runner(3).out
    history, _ = step(history, i.Join(s(80), 3))
    assert 3 not in history.state.out


def test_with_under_ten_seconds_left_after_a_drop_out_go_comes_ten_seconds_later() -> None:
    _history, lines = at(three(), i.Tap(s(44), 1), i.Tap(s(45), 2), i.DropOut(s(70), 3))
    assert lines[-1].fact == f.Adjusted(s(70), 2, go_ns=s(80))


def test_enter_gives_no_time_to_those_still_out() -> None:
    history, _ = at(three(), i.Tap(s(44), 1), i.ThatsAll(s(60)))
    assert [runner.timed for runner in history.state.reps[-1].runners] == [True, False, False]
    assert recovering(history).go_ns == s(74)


def without_recovery() -> Plan:
    return plan(rep(1, athletes=4), rep(2, athletes=4), athletes=4)


@pytest.mark.parametrize("last", [[i.ThatsAll(s(81.66))], [i.DropOut(s(60), 3), i.DropOut(s(81.66), 4)]])
def test_without_a_recovery_the_next_rep_starts_when_the_last_are_given_up(last: list[i.Input]) -> None:
    """Not 41 s back, at the last finish that was tapped: nobody was told to start then."""
    history, _ = at(without_recovery(), i.Tap(s(40.6), 1), i.Tap(s(40.66), 2), *last)
    assert isinstance(history.state.stage, Running)
    assert history.state.stage.rep.started_ns == s(81.66)


def test_undo_goes_across_athletes_last_first() -> None:
    history, _ = at(three(), i.Tap(s(44), 1), i.Tap(s(45), 2), i.Undo(s(46)))
    stage = history.state.stage
    assert isinstance(stage, Running)
    assert [runner.ended_ns for runner in stage.rep.runners] == [s(44), None, None]
