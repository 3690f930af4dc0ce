"""What holds when keys come in an order nobody planned: holds and adjustments kept, gaps without GO, true anchors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.plan.phases import Aim
from trackbuddy.plan.session import Open
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.rules import From, Rules
from trackbuddy.timing.state import Done, Plan, Recovering, Running


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[Line]]:
    return run(plan_, [i.Open(0), i.Tap(0), *inputs])


def recovering(history: History) -> Recovering:
    assert isinstance(history.state.stage, Recovering)
    return history.state.stage


def running(history: History) -> Running:
    assert isinstance(history.state.stage, Running)
    return history.state.stage


def starts(history: History) -> list[int]:
    """Phases whose start counts."""
    return [line.fact.phase for line in history.ledger.active if isinstance(line.fact, f.RepStarted)]


def finish(history: History, athlete: int = 1) -> int | None:
    return history.state.reps[-1].runner(athlete).ended_ns


# --- a -------------------------------------------------------------------------------------------------------------


def test_a_never_moves_a_finish_back_to_a_tap_that_was_too_soon() -> None:
    history, lines = at(eight_200s(), i.Tap(s(12)), i.Tap(s(44.1)), i.TakeTap(s(50)))
    assert finish(history) == s(44.1)
    assert not isinstance(lines[-1].fact, f.Adjusted)


def test_a_pressed_twice_moves_the_finish_once() -> None:
    history, _ = at(eight_200s(), i.Tap(s(12)), i.Tap(s(43.1)), i.Tap(s(44.2)), i.TakeTap(s(45)), i.TakeTap(s(45.3)))
    assert finish(history) == s(44.2)


def test_a_late_in_the_recovery_keeps_it_exact() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.TakeTap(s(72)))
    assert recovering(history).go_ns == s(75.5)


def test_a_keeps_a_hold() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.Hold(s(46)), i.TakeTap(s(47)), i.Tick(s(100)))
    assert recovering(history).left_ns == s(29.5)


def test_a_keeps_an_adjustment() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.Adjust(s(46), s(20)), i.TakeTap(s(47)))
    assert recovering(history).go_ns == s(95.5)


def test_a_keeps_the_end_of_the_session() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.EndHere(s(50)), i.TakeTap(s(52)), i.Tick(s(100)))
    assert isinstance(history.state.stage, Done)
    assert finish(history) == s(45.5)


# --- gone and back --------------------------------------------------------------------------------------------------


def test_timed_reps_that_ran_out_while_nobody_was_there_wait_for_a_tap() -> None:
    phases = plan(timed_rep(1), rest(30), timed_rep(2), rest(30), timed_rep(3))
    history, _ = at(phases, i.Tick(s(20)), i.Close(s(20)), i.Reopen(s(1000), {}), i.Tick(s(1000)))
    assert starts(history) == [1]
    assert recovering(history).waits


def test_a_suspend_gives_no_go_that_nobody_heard() -> None:
    phases = plan(timed_rep(1), rest(30), timed_rep(2), rest(30), timed_rep(3))
    history, _ = at(phases, i.Tick(s(20)), i.Sleep(s(3620), s(3600)), i.Tick(s(3621)))
    assert starts(history) == [1]
    assert recovering(history).waits
    assert not history.state.reps[0].runner(1).timed, "nobody ran it to its end by the clock that stood still"


def test_a_suspend_in_a_rest_waits_for_a_tap() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Sleep(s(650), s(600)), i.Tick(s(651)))
    assert starts(history) == [1]
    assert recovering(history).waits


def test_undo_behind_a_gap_gives_no_go_that_nobody_heard() -> None:
    history, _ = at(
        eight_200s(), i.Tap(s(44)), i.Adjust(s(47), s(10)), i.Close(s(50)), i.Reopen(s(500), {}), i.Undo(s(505))
    )
    assert starts(history) == [1]
    assert recovering(history).waits


def test_redo_behind_a_gap_gives_none_either() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Undo(s(46)), i.Close(s(50)), i.Reopen(s(500), {}), i.Redo(s(505)))
    assert starts(history) == [1]


# --- where a tap falls ----------------------------------------------------------------------------------------------


def test_a_key_that_nobody_has_throws_no_finish_away() -> None:
    history, _ = at(eight_200s(), i.Tap(s(43.6), 7), i.Tap(s(44)))
    assert recovering(history).began_ns == s(44)


def test_a_second_tap_does_not_end_a_kept_open_recovery() -> None:
    history, _ = at(plan(rep(), rest(Open())), i.Tap(s(44)), i.Tap(s(44.9)))
    assert recovering(history).began_ns == s(44)


def test_a_held_space_is_one_stride_for_several_too() -> None:
    phases = plan(stride(1), rest(30), stride(2), athletes=3)
    _, lines = at(phases, i.Tap(s(30)), i.Tap(s(30.03)), i.Tap(s(30.06)))
    assert sum(isinstance(line.fact, f.RepEnded) for line in lines) == 1


@pytest.mark.parametrize("phases", [plan(rep(1), rep(2)), eight_200s(Open())])
def test_there_is_nothing_to_hold_where_no_clock_will_run(phases: Plan) -> None:
    _, lines = at(phases, i.Hold(s(20)))
    assert not any(isinstance(line.fact, f.Held) for line in lines)


def test_the_last_rep_can_be_repeated_too() -> None:
    history, _ = at(plan(rep()), i.Tap(s(44)), i.Repeat(s(46)), i.Tap(s(60)), i.Tap(s(94)))
    assert isinstance(history.state.stage, Done)
    assert [run_.voided for run_ in history.state.reps] == [True, False]


def test_enter_in_a_short_rest_still_leaves_ten_seconds() -> None:
    history, _ = at(eight_200s(6), i.ThatsAll(s(20)))
    assert recovering(history).go_ns == s(30)


def test_metres_that_are_no_number_are_not_taken() -> None:
    _, lines = at(eight_200s(), i.Measure(s(5), 1, 1, float("nan")), i.Measure(s(5), 1, 1, -3))
    assert not any(isinstance(line.fact, f.Measured) for line in lines)


# --- several athletes -----------------------------------------------------------------------------------------------


def two_miles(*targets: float) -> Plan:
    mile = rep(way=1600, target=300, laps=4, athletes=2)
    aims = tuple(Aim(str(t), s(t), s(t)) for t in targets) or mile.aims
    return plan(replace(mile, aims=aims), athletes=2)


def test_taps_without_a_name_go_round_by_laps() -> None:
    history, _ = at(two_miles(), i.Tap(s(85)), i.Tap(s(85.5)))
    assert [len(runner.crossings) for runner in running(history).rep.runners] == [1, 1]


def test_and_to_whose_lap_is_due_first() -> None:
    history, _ = at(two_miles(280, 320), i.Tap(s(80)), i.Tap(s(100)))
    assert [len(runner.crossings) for runner in running(history).rep.runners] == [1, 1]


def test_naming_a_lap_moves_that_lap_alone() -> None:
    history, lines = at(two_miles(), i.Tap(s(85), 1), i.Tap(s(87), 2), i.Tap(s(160), 1))
    last = [line.n for line in lines if isinstance(line.fact, f.Split)][-1]
    history, _ = step(history, i.Name(s(162), of=last, athlete=2))
    one, two = running(history).rep.runners
    assert [stamp and stamp.at_ns for stamp in one.crossings] == [s(85)]
    assert [stamp and stamp.at_ns for stamp in two.crossings] == [s(87), s(160)]


def test_naming_somebody_who_dropped_out_leaves_the_other_in_the_session() -> None:
    three = plan(rep(athletes=3), rest(30), rep(2, athletes=3), athletes=3)
    history, lines = at(three, i.DropOut(s(20), 3), i.Tap(s(44)), i.Tap(s(45)))
    first = next(line.n for line in lines if isinstance(line.fact, f.Split))
    history, _ = step(history, i.Name(s(50), of=first, athlete=3))
    runner = history.state.reps[-1].runner(1)
    assert (runner.out, runner.timed, runner.is_running) == (False, False, False)


def first_in() -> Plan:
    rules = Rules(recovery_from=From.FIRST_IN)
    return plan(rep(1, athletes=3), rest(60), rep(2, athletes=3), athletes=3, rules=rules)


def test_from_the_first_in_holds_for_enter_and_drop_outs_too() -> None:
    history, _ = at(first_in(), i.Tap(s(44), 1), i.Tap(s(50), 2), i.ThatsAll(s(52)))
    assert recovering(history).began_ns == s(44)
    history, _ = at(first_in(), i.Tap(s(44), 1), i.Tap(s(50), 2), i.DropOut(s(52), 3))
    assert recovering(history).began_ns == s(44)


def test_a_last_in_after_the_first_ones_go_still_has_ten_seconds() -> None:
    history, _ = at(first_in(), i.Tap(s(44), 1), i.Tap(s(46), 2), i.Tap(s(110), 3))
    assert recovering(history).go_ns == s(120)


def test_a_drop_out_behind_the_finish_holds_nobody_up() -> None:
    two = plan(rep(athletes=2), rest(30), rep(2, athletes=2), athletes=2)
    history, _ = at(two, i.Tap(s(44), 1), i.Tap(s(50), 2), i.DropOut(s(51), 2))
    assert recovering(history).go_ns == s(74)


def test_with_everybody_out_nothing_starts_by_itself() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.DropOut(s(50), 1), i.Tick(s(200)))
    assert starts(history) == [1]
