"""Whose tap was it: digits when all are in, spare stamps, taps that change hands, and the recovery behind them."""

from __future__ import annotations

from dataclasses import replace

from tests.timing.sessions import plan, rep, rest, run, s

from trackbuddy.plan.phases import Aim
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.expecting import expected
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.naming import nameless, naming
from trackbuddy.timing.rules import From, Rules
from trackbuddy.timing.state import Plan, Recovering, Running, latest_rep


def group(count: int = 4, rules: Rules | None = None) -> Plan:
    """Two reps of 200 m with 30 s between; GO is at 10 s."""
    return plan(rep(1, athletes=count), rest(30), rep(2, athletes=count), athletes=count, rules=rules)


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[Line]]:
    return run(plan_, [i.Open(0), i.Tap(0), *inputs])


def go_on(history: History, *inputs: i.Input) -> History:
    for given in inputs:
        history, _ = step(history, given)
    return history


def ends(history: History) -> list[float | None]:
    """Each athlete's finish in seconds; None without a time."""
    found = latest_rep(history.state)
    assert found is not None
    return [runner.ended_ns / 1e9 if runner.ended_ns is not None and runner.timed else None for runner in found.runners]


def go_at(history: History) -> int | None:
    assert isinstance(history.state.stage, Recovering)
    return history.state.stage.go_ns


def test_in_a_rep_a_digit_is_always_a_tap_now() -> None:
    history, lines = at(group(3), i.Tap(s(44)), i.Tap(s(45), 2))
    assert not any(isinstance(line.fact, f.Named) for line in lines)
    assert ends(history) == [44, 45, None]
    assert [one.at_ns for one in nameless(history.state)] == [s(44)]
    assert naming(history.state) == ()


def test_when_all_are_in_digits_name_the_stamps_in_order() -> None:
    history, _ = at(group(3), i.Tap(s(44)), i.Tap(s(45)), i.Tap(s(46)))
    assert [one.at_ns for one in naming(history.state)] == [s(44), s(45), s(46)]
    history = go_on(history, i.Tap(s(48), 3), i.Tap(s(48.2), 1), i.Tap(s(48.4), 2))
    assert ends(history) == [45, 46, 44]
    assert naming(history.state) == ()
    assert go_at(history) == s(76)


def test_only_stamps_without_a_name_are_asked_for() -> None:
    history, _ = at(group(3), i.Tap(s(44), 2), i.Tap(s(45)), i.Tap(s(46)))
    assert [one.at_ns for one in naming(history.state)] == [s(45), s(46)]


def test_a_second_digit_is_a_spare_stamp_that_somebody_else_can_be_given() -> None:
    """`3 twice: 54.1, 56.0. Who?`"""
    history, _ = at(group(4), i.Tap(s(64.1), 3), i.Tap(s(65), 1), i.Tap(s(65.5), 2), i.Tap(s(66), 3), i.ThatsAll(s(70)))
    (spare,) = naming(history.state)
    assert (spare.key, spare.first_split_ns, spare.split_ns, spare.athlete) == (3, s(54.1), s(56), None)
    history = go_on(history, i.Tap(s(72), 4))
    assert ends(history) == [65, 65.5, 64.1, 66]
    assert naming(history.state) == ()
    assert go_at(history) == s(96), "the recovery counts from the true last in"


def test_the_first_of_two_can_be_the_other_athletes() -> None:
    """3 answers for the second stamp; then the first one is spare, and 4 answers for that."""
    history, _ = at(group(4), i.Tap(s(64.1), 3), i.Tap(s(65), 1), i.Tap(s(65.5), 2), i.Tap(s(66), 3), i.ThatsAll(s(70)))
    history = go_on(history, i.Tap(s(72), 3))
    (spare,) = naming(history.state)
    assert spare.at_ns == s(64.1)
    history = go_on(history, i.Tap(s(72.5), 4))
    assert ends(history) == [65, 65.5, 66, 64.1]
    assert naming(history.state) == ()


def test_a_spare_stamp_can_be_nobodys() -> None:
    history, _ = at(group(2), i.Tap(s(64), 1), i.Tap(s(66), 1), i.Tap(s(67), 2))
    (spare,) = naming(history.state)
    history = go_on(history, i.Withdraw(s(69), spare.n))
    assert naming(history.state) == ()
    assert ends(history) == [64, 67]
    assert [one.n for one in naming(go_on(history, i.Undo(s(70))).state)] == [spare.n]


def test_a_held_digit_is_no_spare_stamp() -> None:
    _, lines = at(group(2), i.Tap(s(64), 1), i.Tap(s(64.04), 1), i.Tap(s(64.08), 1))
    assert [line.fact.reason for line in lines if isinstance(line.fact, f.TapIgnored)] == [f.Reason.BOUNCE] * 2


def test_a_digit_for_who_was_given_a_tap_without_a_name_is_their_tap_and_the_other_goes_on() -> None:
    """Space went to 1, who was expected; then 1 comes in. So Space was 2's, until somebody says otherwise."""
    history, _ = at(group(3), i.Tap(s(44)), i.Tap(s(44.2), 1))
    assert ends(history) == [44.2, 44, None]
    assert [(one.athlete, one.at_ns) for one in nameless(history.state)] == [(2, s(44))]
    history = go_on(history, i.Undo(s(45)))
    assert ends(history) == [44, None, None]


def test_a_spare_stamp_goes_to_somebody_who_still_runs() -> None:
    history, lines = at(group(3), i.Tap(s(64), 1), i.Tap(s(66), 1))
    history = go_on(history, i.Name(s(67), lines[-1].n, 2))
    assert ends(history) == [64, 66, None]
    assert isinstance(history.state.stage, Running)


def test_a_tap_given_to_somebody_without_one_leaves_its_first_holder_running() -> None:
    history, lines = at(group(3), i.Tap(s(64)))
    history = go_on(history, i.Name(s(65), lines[-2].n, 3))
    found = latest_rep(history.state)
    assert found is not None
    assert [runner.is_running for runner in found.runners] == [True, True, False]


def test_a_tap_that_was_nobodys_is_taken_out_and_the_recovery_counts_from_the_true_last_in() -> None:
    history, lines = at(group(3), i.Tap(s(44), 1), i.Tap(s(45), 2), i.Tap(s(50), 3))
    last = next(line.n for line in lines if isinstance(line.fact, f.Split) and line.fact.at_ns == s(50))
    history, new = step(history, i.Withdraw(s(52), last))
    assert ends(history) == [44, 45, None]
    assert new[-1].fact == f.Adjusted(s(52), 2, go_ns=s(75), counts_from_ns=s(45))
    assert go_at(history) == s(75)


def test_with_under_ten_seconds_left_go_comes_ten_seconds_later() -> None:
    history, lines = at(group(2), i.Tap(s(44), 1), i.Tap(s(66), 2))
    last = next(line.n for line in lines if isinstance(line.fact, f.Split) and line.fact.athlete == 2)
    history, new = step(history, i.Withdraw(s(70), last))
    assert new[-1].fact == f.Adjusted(s(70), 2, go_ns=s(80), counts_from_ns=s(44))


def test_two_drop_outs_one_after_the_other_move_the_recovery_only_as_far_as_the_true_last_in() -> None:
    history, _ = at(
        group(3), i.Tap(s(44), 1), i.Tap(s(50), 2), i.Tap(s(52), 3), i.DropOut(s(53), 3), i.DropOut(s(54), 2)
    )
    assert go_at(history) == s(74)


def test_who_comes_back_before_go_is_waited_for_again() -> None:
    history, _ = at(group(2), i.Tap(s(44), 1), i.Tap(s(52), 2), i.DropOut(s(53), 2), i.Join(s(55), 2))
    assert go_at(history) == s(82)


def test_who_dropped_out_behind_their_finish_is_not_waited_for_at_the_end_of_the_rep() -> None:
    history, _ = at(group(3), i.Tap(s(44), 1), i.Tap(s(50), 3), i.DropOut(s(51), 3), i.Tap(s(48), 2))
    assert go_at(history) == s(78)


def test_who_was_given_up_and_comes_in_after_all_is_taken_with_a() -> None:
    history, _ = at(group(2), i.Tap(s(44), 1), i.ThatsAll(s(45)), i.Tap(s(47), 2), i.TakeTap(s(49)))
    assert ends(history) == [44, 47]
    assert go_at(history) == s(77)


def test_from_the_first_in_a_new_first_leaves_ten_seconds_at_least() -> None:
    rules = Rules(recovery_from=From.FIRST_IN)
    history, lines = at(group(2, rules), i.Tap(s(44), 1), i.Tap(s(60), 2))
    first = next(line.n for line in lines if isinstance(line.fact, f.Split))
    history = go_on(history, i.Withdraw(s(70), first))
    assert go_at(history) == s(90)


def test_only_the_last_lap_of_two_milers_changes_hands() -> None:
    mile = replace(rep(way=1600, target=300, laps=4, athletes=2))
    taps = [i.Tap(s(85), 1), i.Tap(s(87), 2), i.Tap(s(160), 1), i.Tap(s(164), 2), i.Tap(s(235), 1), i.Tap(s(241), 2)]
    history, lines = at(plan(mile, athletes=2), *taps, i.Tap(s(310)), i.Tap(s(312)))
    last = next(line.n for line in lines if isinstance(line.fact, f.Split) and line.fact.at_ns == s(310))
    history = go_on(history, i.Name(s(315), last, 2))
    found = latest_rep(history.state)
    assert found is not None
    laps = [[stamp.at_ns / 1e9 for stamp in runner.crossings if stamp] for runner in found.runners]
    assert laps == [[85, 160, 235, 312], [87, 164, 241, 310]]
    assert ends(history) == [312, 310]


def test_who_was_who_can_be_put_right_while_the_next_rep_runs() -> None:
    history, lines = at(group(2), i.Tap(s(44)), i.Tap(s(45)), i.Tick(s(80)))
    first = next(line.n for line in lines if isinstance(line.fact, f.Split))
    history = go_on(history, i.Name(s(81), first, 2))
    assert [runner.ended_ns for runner in history.state.reps[0].runners] == [s(45), s(44)]
    assert isinstance(history.state.stage, Running)


def test_a_name_for_what_is_no_tap_means_nothing() -> None:
    history, _ = at(group(2), i.Tap(s(44)))
    for given in (i.Name(s(45), 1, 2), i.Name(s(45), 99, 2), i.Name(s(45), 5, 9), i.Withdraw(s(45), 99)):
        assert step(history, given)[1] == ()


def test_who_is_expected_next_and_when() -> None:
    first = replace(rep(1, athletes=2), aims=(Aim("36", s(36), s(36)), Aim("34", s(34), s(34))))
    history, _ = at(plan(first, athletes=2), i.Tick(s(20)))
    assert [(one.athlete, one.crossing, one.due_ns) for one in expected(history.state)] == [
        (2, 1, (s(44), s(44))),
        (1, 1, (s(46), s(46))),
    ]
