"""Rule by rule: what a tap and a key mean where they fall, for one athlete."""

from __future__ import annotations

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, stride, timed_rep

from trackbuddy.plan.phases import Between, RecoveryPhase
from trackbuddy.plan.session import Covered, Open, SameTime, SendOff, Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.commands import missed_lap
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.history import History, step
from trackbuddy.timing.rules import Rules
from trackbuddy.timing.state import Done, Finished, LeadIn, Plan, Ready, Recovering, Running
from trackbuddy.timing.takes import takeable

GO = 10.0
"""Begun at 0 with a lead-in of 10 s."""


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[f.Fact]]:
    """The history after beginning at 0 and these inputs, and all facts but the opening."""
    history, lines = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    return history, [line.fact for line in lines[1:]]


def stage(history: History) -> object:
    return history.state.stage


def running(history: History) -> Running:
    assert isinstance(history.state.stage, Running)
    return history.state.stage


def recovering(history: History) -> Recovering:
    assert isinstance(history.state.stage, Recovering)
    return history.state.stage


def reasons(facts: list[f.Fact]) -> list[f.Reason]:
    return [fact.reason for fact in facts if isinstance(fact, f.TapIgnored)]


# --- begin, GO, finish ----------------------------------------------------------------------------------------------


def test_space_in_ready_begins_the_lead_in_and_go_comes_at_its_planned_instant() -> None:
    history, facts = at(eight_200s(), i.Tick(s(11.3)))
    assert facts == [f.LeadInStarted(0, s(10)), f.RepStarted(s(10), 1, f.StartKind.GO)]
    assert running(history).rep.started_ns == s(10)


def test_a_tap_in_the_lead_in_is_kept_and_changes_nothing() -> None:
    history, facts = at(eight_200s(), i.Tap(s(5)))
    assert reasons(facts) == [f.Reason.LEAD_IN]
    assert stage(history) == LeadIn(0, s(10))


def test_a_finish_is_one_group_at_the_taps_instant() -> None:
    _, facts = at(eight_200s(), i.Tap(s(44.1)))
    assert facts[2:] == [
        f.Split(s(44.1), 1, 1, 1),
        f.RepEnded(s(44.1), 1, timed=True, athlete=1),
        f.RecoveryStarted(s(44.1), 2, s(74.1)),
    ]


def test_after_the_last_rep_there_is_only_its_end_and_enter_finishes() -> None:
    history, facts = at(plan(rep()), i.Tap(s(44)), i.ThatsAll(s(50)))
    assert facts[-2:] == [f.RepEnded(s(44), 1, timed=True, athlete=1), f.Finished(s(50))]
    assert stage(history) == Finished()


def test_without_a_recovery_between_the_next_rep_starts_at_the_finish() -> None:
    history, _ = at(plan(rep(1), rep(2)), i.Tap(s(44)))
    assert running(history).rep.phase == 2
    assert running(history).rep.started_ns == s(44)


def test_two_hours_of_recoveries_drift_by_nothing() -> None:
    """Each GO is 30.000 s behind its tap, whatever the ticks: lateness never adds up."""
    history = History.of(eight_200s(count=100))
    history, _ = step(history, i.Tap(0))
    at_ns = s(10)
    for _ in range(99):
        at_ns += s(34.123456789)
        history, _ = step(history, i.Tap(at_ns))
        at_ns += s(30)
        history, lines = step(history, i.Tick(at_ns + s(0.777)))
        assert [line.fact.at_ns for line in lines] == [at_ns]
    assert at_ns == s(10) + 99 * s(64.123456789)


# --- guards ---------------------------------------------------------------------------------------------------------


def test_a_double_tap_at_the_finish_is_a_bounce() -> None:
    history, facts = at(eight_200s(), i.Tap(s(44)), i.Tap(s(44.3)))
    assert reasons(facts) == [f.Reason.BOUNCE]
    assert recovering(history).go_ns == s(74)


def test_a_held_key_is_one_tap() -> None:
    """The guard slides: each repeat is measured from the one before, counted or not."""
    repeats = [i.Tap(s(44.4) + s(0.03) * k) for k in range(200)]
    _, facts = at(eight_200s(Open()), i.Tap(s(44)), *repeats)
    assert set(reasons(facts)) == {f.Reason.BOUNCE}


def test_the_floor_is_a_quarter_of_the_target_and_does_not_slide() -> None:
    history, facts = at(eight_200s(), i.Tap(s(GO + 7.0)), i.Tap(s(GO + 8.4)), i.Tap(s(GO + 9.2)))
    assert reasons(facts) == [f.Reason.TOO_SOON, f.Reason.TOO_SOON]
    assert isinstance(history.state.stage, Recovering)


def test_without_a_target_the_floor_is_three_seconds() -> None:
    _, facts = at(plan(rep(target=None)), i.Tap(s(GO + 2.9)), i.Tap(s(GO + 4)))
    assert reasons(facts) == [f.Reason.TOO_SOON]


def test_guards_of_nought_are_off() -> None:
    rules = Rules(bounce_ns=0, floor_percent=0, floor_ns=0, start_after_ns=0)
    _, facts = at(plan(rep(1), rest(Open()), rep(2), rules=rules), i.Tap(s(10.001)), i.Tap(s(10.002)))
    assert reasons(facts) == []


def test_a_tap_in_a_timed_rep_never_ends_it() -> None:
    history, facts = at(plan(timed_rep(1, 30), rest(10), timed_rep(2)), i.Tap(s(25)), i.Tick(s(40)))
    assert reasons(facts) == [f.Reason.TIMED]
    assert facts[-2:] == [f.RepEnded(s(40), 1, timed=True), f.RecoveryStarted(s(40), 2, s(50))]
    assert recovering(history).began_ns == s(40)


# --- recoveries -----------------------------------------------------------------------------------------------------


def test_an_extra_tap_in_a_timed_recovery_is_kept_and_shown() -> None:
    history, facts = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.2)))
    assert reasons(facts) == [f.Reason.EXTRA]
    assert recovering(history).go_ns == s(74)


@pytest.mark.parametrize("measure", [Open(), Covered(200_000)])
def test_a_tap_starts_the_next_rep_behind_an_open_or_distance_recovery(measure: Open | Covered) -> None:
    history, facts = at(eight_200s(measure), i.Tap(s(44)), i.Tap(s(46.9)), i.Tap(s(99)))
    assert reasons(facts) == [f.Reason.EXTRA]
    assert running(history).rep.start is f.StartKind.TAP
    assert running(history).rep.started_ns == s(99)


def test_equal_time_is_as_long_as_the_rep_took() -> None:
    history, _ = at(eight_200s(SameTime()), i.Tap(s(45.5)))
    assert recovering(history).go_ns == s(45.5 + 35.5)


def test_a_range_counts_to_its_low_end() -> None:
    history, _ = at(eight_200s(Timed(s(30), s(60))), i.Tap(s(44)))
    assert recovering(history).go_ns == s(74)


def test_a_long_recovery_may_end_in_ready_and_wait_for_a_tap() -> None:
    phases = plan(rep(1), rest(180, go_by_tap=True), rep(2))
    history, facts = at(phases, i.Tap(s(44)), i.Tap(s(150)), i.Tick(s(300)), i.Tap(s(301)))
    assert reasons(facts) == [f.Reason.EXTRA]
    assert running(history).rep.started_ns == s(301)


def test_a_kept_last_recovery_ends_by_itself() -> None:
    history, facts = at(plan(rep(), rest(30)), i.Tap(s(44)), i.Tick(s(80)))
    assert facts[-1] == f.RecoveryEnded(s(74), 2)
    assert isinstance(stage(history), Done)


# --- send-offs ------------------------------------------------------------------------------------------------------


def send_offs() -> Plan:
    return eight_200s(SendOff(s(60)))


def test_reps_start_every_send_off_whatever_the_rep_took() -> None:
    history, _ = at(send_offs(), i.Tap(s(44)), i.Tick(s(70.5)))
    assert running(history).rep.started_ns == s(70)


def test_a_missed_send_off_is_said_once_and_then_a_tap_starts() -> None:
    history, facts = at(send_offs(), i.Tick(s(71)), i.Tick(s(140)), i.Tap(s(145)))
    assert facts.count(f.SendOffMissed(s(70), 1)) == 1
    assert facts[-1] == f.RecoveryStarted(s(145), 2, None, waits=True)
    history, _ = step(history, i.Tap(s(150)))
    assert running(history).rep.started_ns == s(150)
    history, _ = step(history, i.Tap(s(185)))
    assert recovering(history).go_ns == s(210), "the next send-off counts from that start"


# --- that's all, next, end ------------------------------------------------------------------------------------------


def test_enter_in_a_rep_gives_no_time_and_counts_the_recovery_from_the_target() -> None:
    history, facts = at(eight_200s(), i.ThatsAll(s(46)))
    assert facts[-2] == f.RepEnded(s(46), 1, timed=False, athlete=1)
    assert facts[-1] == f.RecoveryStarted(s(44), 2, s(74), assumed=True)
    assert recovering(history).assumed


def test_enter_before_the_target_counts_from_the_key() -> None:
    _, facts = at(eight_200s(), i.ThatsAll(s(30)))
    assert facts[-1] == f.RecoveryStarted(s(30), 2, s(60), assumed=True)


def test_with_under_ten_seconds_left_go_comes_ten_seconds_after_enter() -> None:
    history, facts = at(eight_200s(), i.ThatsAll(s(70)))
    assert facts[-1] == f.Adjusted(s(70), 2, go_ns=s(80))
    assert recovering(history).go_ns == s(80)


def test_next_leaves_the_rest_of_a_recovery_out() -> None:
    history, facts = at(eight_200s(), i.Tap(s(44)), i.Next(s(50)))
    assert facts[-2:] == [f.Skipped(s(50), 2, 3), f.RepStarted(s(50), 3, f.StartKind.TAP)]
    assert running(history).rep.phase == 3


def test_a_session_can_be_ended_early_and_that_undone() -> None:
    history, facts = at(eight_200s(), i.Tap(s(44)), i.EndHere(s(50)))
    assert facts[-1] == f.Ended(s(50), 2)
    assert isinstance(stage(history), Done)
    history, _ = step(history, i.Undo(s(55)))
    assert recovering(history).go_ns == s(74)


def test_thirty_thirty_runs_until_it_is_ended() -> None:
    rounds = [
        phase
        for number in range(1, 101)
        for phase in (
            timed_rep(number, 30, until_ended=True),
            RecoveryPhase(Between.REPS, Timed(s(30)), until_ended=True),
        )
    ]
    history, facts = at(plan(*rounds[:-1]), i.EndHere(s(200)))
    assert facts[-2:] == [f.RepEnded(s(200), 7, timed=False), f.Skipped(s(200), 7, None)]
    assert isinstance(stage(history), Done)


# --- hold, adjust, restamp ------------------------------------------------------------------------------------------


def test_hold_stops_the_recovery_and_goes_on_with_what_was_left() -> None:
    history, facts = at(eight_200s(), i.Tap(s(44)), i.Hold(s(54)), i.Tick(s(200)), i.Hold(s(300)))
    assert facts[-2:] == [f.Held(s(54), 2, s(20)), f.Resumed(s(300), 2, s(320))]
    assert recovering(history).go_ns == s(320)


def test_going_on_leaves_ten_seconds_at_least() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Hold(s(72)), i.Hold(s(100)))
    assert recovering(history).go_ns == s(110)


def test_hold_in_a_rep_stops_the_next_recovery_at_its_full_length() -> None:
    history, _ = at(eight_200s(), i.Hold(s(20)), i.Tap(s(44)))
    assert recovering(history).left_ns == s(30)
    assert due(history.state) is None
    history, _ = step(history, i.Tap(s(60)))
    assert running(history).rep.started_ns == s(60), "a tap in a hold starts now"


def test_plus_and_minus_change_a_recovery_by_ten_seconds_but_leave_three() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Adjust(s(50), s(10)))
    assert recovering(history).go_ns == s(84)
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Adjust(s(66), -s(10)))
    assert recovering(history).go_ns == s(69)
    history, _lines = run(eight_200s(), [i.Open(0), i.Adjust(s(1), s(10))])
    assert stage(history) == Ready(s(20))


def test_they_started_now_moves_the_start_before_half_the_target_only() -> None:
    history, _ = at(eight_200s(), i.StartedNow(s(12)))
    assert running(history).rep.started_ns == s(12)
    history, facts = at(eight_200s(), i.StartedNow(s(28)))
    assert running(history).rep.started_ns == s(10)
    assert not any(isinstance(fact, f.Restamped) for fact in facts)


def test_they_started_now_in_a_recovery_starts_the_rep() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.StartedNow(s(70)))
    assert running(history).rep.start is f.StartKind.RESTAMPED


# --- take the tap, undo ---------------------------------------------------------------------------------------------


def test_a_takes_the_extra_tap_as_the_finish_and_anchors_the_recovery_on_it() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.2)), i.TakeTap(s(48)))
    assert recovering(history).go_ns == s(75.2)
    assert [runner.ended_ns for runner in history.state.reps[-1].runners] == [s(45.2)]
    history, _ = step(history, i.Undo(s(50)))
    assert recovering(history).go_ns == s(74)


def test_a_takes_a_tap_that_came_too_soon() -> None:
    history, _ = at(eight_200s(), i.Tap(s(GO + 7)), i.TakeTap(s(20)))
    assert history.state.reps[-1].runners[0].ended_ns == s(GO + 7)


def test_a_never_moves_the_end_of_a_timed_rep() -> None:
    history, facts = at(plan(timed_rep(1), rest(30), timed_rep(2)), i.Tap(s(42)), i.TakeTap(s(43)))
    assert not any(isinstance(fact, f.Accepted) for fact in facts)
    assert takeable(history.state) is None


def test_after_an_undo_a_tap_that_went_with_it_can_be_taken() -> None:
    """The first tap was the mistake, the second, thrown out as a bounce, was the finish."""
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(44.5)), i.Undo(s(46)), i.TakeTap(s(47)))
    assert history.state.reps[-1].runners[0].ended_ns == s(44.5)


def test_undo_takes_the_last_step_back_and_an_ignored_tap_is_none() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tap(s(45.5)), i.Undo(s(47)))
    assert running(history).rep.started_ns == s(10)
    assert history.state.ignored == ()


def test_undo_behind_a_go_wants_to_be_confirmed() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Tick(s(80)))
    assert history.undo_reaches_go
    again, lines = step(history, i.Undo(s(81)))
    assert lines == ()
    again, lines = step(history, i.Undo(s(81), confirmed=True))
    assert running(again).rep.phase == 1


def test_a_new_step_ends_redo() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Undo(s(46)))
    assert history.can_redo
    history, _ = step(history, i.Tap(s(47)))
    assert not history.can_redo


def test_finished_can_be_undone() -> None:
    history, _ = at(plan(rep()), i.Tap(s(44)), i.ThatsAll(s(50)), i.Undo(s(51)))
    assert isinstance(stage(history), Done)


def test_a_rep_can_be_repeated() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Repeat(s(50)), i.Tick(s(74)))
    assert running(history).rep.phase == 1
    assert history.state.reps[0].voided


# --- late taps ------------------------------------------------------------------------------------------------------


def test_a_tap_stamped_before_a_decided_go_goes_before_it() -> None:
    """Stamped at 39.990, taken up after the deadline of 40.000."""
    timed = plan(rep(1), rest(SendOff(s(30))), rep(2))
    history, facts = at(timed, i.Tick(s(40.02)), i.Tap(s(39.99)))
    assert facts[-5:] == [
        f.Rewound(s(39.99), 4),
        f.Split(s(39.99), 1, 1, 1),
        f.RepEnded(s(39.99), 1, timed=True, athlete=1),
        f.RecoveryStarted(s(39.99), 2, s(40)),
        f.RepStarted(s(40), 3, f.StartKind.GO),
    ]
    assert f.SendOffMissed(s(40), 1) not in [line.fact for line in history.ledger.active]


def test_a_tap_older_than_a_decided_one_is_late_when_its_phase_is_over() -> None:
    history, facts = at(plan(rep(1), rep(2)), i.Tap(s(44)), i.Tap(s(43)))
    assert reasons(facts) == [f.Reason.LATE]
    assert running(history).rep.phase == 2


# --- laps -----------------------------------------------------------------------------------------------------------


def mile() -> Plan:
    return plan(rep(way=1600, target=300, laps=4))


def test_with_several_crossings_each_tap_is_the_next_and_the_last_ends_the_rep() -> None:
    _, facts = at(mile(), *(i.Tap(s(GO + 75 * lap)) for lap in (1, 2, 3, 4)))
    assert [fact.crossing for fact in facts if isinstance(fact, f.Split)] == [1, 2, 3, 4]
    assert facts[-1] == f.RepEnded(s(310), 1, timed=True, athlete=1)


def test_a_tap_nearer_the_crossing_after_next_asks_and_a_says_yes() -> None:
    history, _ = at(mile(), i.Tap(s(GO + 75)), i.Tap(s(GO + 224)))
    question = missed_lap(history.state)
    assert question is not None
    assert question.crossing == 2
    history, lines = step(history, i.TakeTap(s(GO + 226)))
    assert [type(line.fact) for line in lines] == [f.CrossingMissed, f.Accepted]
    crossings = running(history).rep.runners[0].crossings
    assert [stamp and stamp.at_ns for stamp in crossings] == [s(GO + 75), None, s(GO + 224)]
    assert missed_lap(history.state) is None


def test_yes_to_a_missed_last_lap_ends_the_rep() -> None:
    taps = [i.Tap(s(GO + 75)), i.Tap(s(GO + 150)), i.Tap(s(GO + 299))]
    history, _ = at(mile(), *taps, i.TakeTap(s(GO + 301)))
    assert isinstance(stage(history), Done)
    assert history.state.reps[0].runners[0].ended_ns == s(GO + 299)


def test_enter_makes_the_last_tap_the_finish_where_it_is_nearer() -> None:
    history, _facts = at(mile(), i.Tap(s(GO + 75)), i.Tap(s(GO + 301)), i.ThatsAll(s(GO + 305)))
    runner = history.state.reps[0].runners[0]
    assert runner.timed
    assert [stamp and stamp.at_ns for stamp in runner.crossings] == [s(GO + 75), None, None, s(GO + 301)]


# --- strides, nobody taps -------------------------------------------------------------------------------------------


def test_one_space_is_one_stride_counted_and_not_timed() -> None:
    history, facts = at(plan(stride(1), rest(Open()), stride(2), rest(Open()), stride(3)), i.Tap(s(30)))
    assert facts[-3:] == [
        f.RepEnded(s(30), 1, timed=False, athlete=1),
        f.RecoveryStarted(s(30), 2),
        f.RepStarted(s(30), 3, f.StartKind.TAP),
    ]
    assert running(history).rep.phase == 3


def test_when_nobody_taps_a_rep_ends_at_its_target_and_claims_no_time() -> None:
    phases = plan(rep(1), rest(30), rep(2), rules=Rules(taps="none"))
    history, facts = at(phases, i.Tick(s(50)))
    assert f.RepEnded(s(44), 1, timed=False) in facts
    assert recovering(history).go_ns == s(74)


# --- closing and going on -------------------------------------------------------------------------------------------


def test_while_closed_no_go_is_given_and_going_on_waits_for_a_tap() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Close(s(50)), i.Reopen(s(500), {}))
    assert recovering(history).waits
    history, _ = step(history, i.Tap(s(510)))
    assert running(history).rep.started_ns == s(510)


def test_going_on_in_time_keeps_the_planned_go() -> None:
    history, _ = at(eight_200s(), i.Tap(s(44)), i.Reopen(s(60), {}), i.Tick(s(80)))
    assert running(history).rep.started_ns == s(74)


def test_a_rep_that_was_running_goes_on_running() -> None:
    history, _ = at(eight_200s(), i.Tick(s(12)), i.Reopen(s(30), {}), i.Tap(s(44)))
    assert history.state.reps[0].runners[0].ended_ns == s(44)
