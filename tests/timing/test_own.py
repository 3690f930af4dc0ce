"""Everybody's own clock: staggered starts, own recoveries and GOs, and whose clock a key means."""

from __future__ import annotations

import pytest
from tests.timing.sessions import plan, rep, rest, run, s, told

from trackbuddy.results.rows import rows
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.expecting import expected
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.naming import nameless
from trackbuddy.timing.repairing import repair
from trackbuddy.timing.repairs import Corrected, Excluded, Swapped
from trackbuddy.timing.rules import Clocks, Rules
from trackbuddy.timing.state import Apart, Done, Finished, Plan, Recovering, Running
from trackbuddy.timing.wire import line_from_json, line_to_json


def group(count: int = 3, stagger: float = 5) -> Plan:
    """Two reps of 200 m with 30 s between. Athlete 1 starts at 10 s."""
    own = Rules(clocks=Clocks.OWN, stagger_ns=s(stagger))
    return plan(rep(1, athletes=count), rest(30), rep(2, athletes=count), athletes=count, rules=own)


def at(plan_: Plan, *inputs: i.Input) -> tuple[History, list[Line]]:
    return run(plan_, [i.Open(0), i.Tap(0), *inputs])


def go_on(history: History, *inputs: i.Input) -> History:
    for given in inputs:
        history, _ = step(history, given)
    return history


def starts(history: History) -> list[tuple[int | None, float]]:
    return [
        (line.fact.athlete, line.fact.at_ns / 1e9)
        for line in history.ledger.active
        if isinstance(line.fact, f.RepStarted)
    ]


def times(history: History, athlete: int) -> list[float | None]:
    return [row.split_ns and row.split_ns / 1e9 for row in rows(history.state, athlete)]


def recovering(history: History, athlete: int) -> Recovering:
    stage = history.state.lane(athlete).stage
    assert isinstance(stage, Recovering)
    return stage


def test_each_starts_a_stagger_behind_the_one_before() -> None:
    history, lines = at(group(), i.Tick(s(30)))
    assert starts(history) == [(1, 10), (2, 15), (3, 20)]
    assert [line.fact.athlete for line in lines if isinstance(line.fact, f.LeadInStarted)] == [1, 2, 3]
    assert isinstance(history.state.stage, Apart)


def test_who_has_dropped_out_takes_no_place_in_the_stagger() -> None:
    history, _ = run(group(), [i.Open(0), i.DropOut(0, 2), i.Tap(s(1)), i.Tick(s(30))])
    assert starts(history) == [(1, 11), (3, 16)]


def test_each_has_a_finish_a_recovery_and_a_go_of_their_own() -> None:
    history, _ = at(group(), i.Tap(s(44), 1), i.Tap(s(50.5), 2), i.Tap(s(53), 3))
    assert [recovering(history, athlete).go_ns for athlete in (1, 2, 3)] == [s(74), s(80.5), s(83)]
    assert due(history.state) == s(74)
    history = go_on(history, i.Tick(s(81)))
    assert [type(lane.stage) for lane in history.state.lanes] == [Running, Running, Recovering]
    assert [times(history, athlete) for athlete in (1, 2, 3)] == [[34, None], [35.5, None], [33]]


def test_a_tap_without_a_name_goes_to_whoever_is_due_first() -> None:
    history, _ = at(group(), i.Tick(s(30)))
    assert [(one.athlete, one.due_ns) for one in expected(history.state)] == [
        (1, (s(44), s(44))),
        (2, (s(49), s(49))),
        (3, (s(54), s(54))),
    ]
    history = go_on(history, i.Tap(s(44.5)), i.Tap(s(48.9)))
    assert [times(history, athlete) for athlete in (1, 2, 3)] == [[34.5], [33.9], [None]]
    assert [(one.athlete, one.split_ns) for one in nameless(history.state)] == [(1, s(34.5)), (2, s(33.9))]


def test_a_digit_for_who_was_given_a_tap_without_a_name_is_their_tap_and_the_other_goes_on() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44)), i.Tap(s(44.2), 1))
    assert [times(history, athlete) for athlete in (1, 2, 3)] == [[34.2], [34], [None]]
    assert [recovering(history, athlete).go_ns for athlete in (1, 2)] == [s(74.2), s(74)]


def test_naming_swaps_two_finishes_and_each_recovery_counts_from_its_own() -> None:
    history, lines = at(group(stagger=0), i.Tap(s(44)), i.Tap(s(45)), i.Tap(s(46), 3))
    first = next(line.n for line in lines if isinstance(line.fact, f.Split))
    history = go_on(history, i.Name(s(47), first, 2))
    assert [times(history, athlete) for athlete in (1, 2, 3)] == [[35], [34], [36]]
    assert [recovering(history, athlete).go_ns for athlete in (1, 2)] == [s(75), s(74)]
    assert [recovering(history, athlete).began_ns for athlete in (1, 2)] == [s(45), s(44)]


def test_a_tap_given_to_somebody_who_runs_sends_its_first_holder_on() -> None:
    history, lines = at(group(stagger=0), i.Tap(s(44)))
    history = go_on(history, i.Name(s(45), lines[-3].n, 3))
    assert [type(lane.stage) for lane in history.state.lanes] == [Running, Running, Recovering]
    assert recovering(history, 3).go_ns == s(74)
    history = go_on(history, i.Undo(s(46)))
    assert [type(lane.stage) for lane in history.state.lanes] == [Recovering, Running, Running]


def test_enter_gives_up_on_those_who_are_overdue_and_on_nobody_else() -> None:
    history, _ = at(group(), i.ThatsAll(s(47)))
    assert [type(lane.stage) for lane in history.state.lanes] == [Recovering, Running, Running]
    history, _ = at(group(), i.ThatsAll(s(30)))
    assert [type(lane.stage) for lane in history.state.lanes] == [Recovering] * 3


def test_a_command_can_be_meant_for_one() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.Tap(s(45), 2), i.Hold(s(50), 2), i.Adjust(s(51), s(10), 1))
    assert recovering(history, 1).go_ns == s(84)
    assert recovering(history, 2).left_ns == s(25)
    history = go_on(history, i.Hold(s(60)))
    assert recovering(history, 2).go_ns == s(85), "without an athlete: whoever is held goes on"


def test_s_starts_whoever_is_next() -> None:
    history, _ = at(group(), i.StartedNow(s(9)), i.StartedNow(s(13)), i.Tick(s(30)))
    assert starts(history) == [(1, 9), (2, 13), (3, 20)]
    history, _ = run(group(), [i.Open(0), i.StartedNow(s(2)), i.Tick(s(30))])
    assert starts(history) == [(1, 2), (2, 7), (3, 12)]


def test_undo_takes_back_the_last_step_of_anybody_and_asks_only_behind_that_athletes_go() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.Tap(s(70), 2), i.Tick(s(75)))
    assert not history.undo_reaches_go, "the GO was athlete 1's, and comes again as it was"
    undone = go_on(history, i.Undo(s(76)))
    assert [type(lane.stage) for lane in undone.state.lanes] == [Running, Running, Running]
    assert starts(undone)[-1] == (1, 74)
    assert go_on(history, i.Tick(s(101))).undo_reaches_go


def test_a_late_tap_of_one_leaves_the_others_go_alone() -> None:
    history, lines = at(group(stagger=0), i.Tap(s(44), 1), i.Tick(s(74)), i.Tap(s(73.9), 2))
    assert not any(isinstance(line.fact, f.Rewound) for line in lines)
    assert times(history, 2) == [63.9]


def test_somebody_drops_out_and_comes_back() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.DropOut(s(50), 1), i.Tick(s(100)))
    assert starts(history)[3:] == []
    assert history.state.out == frozenset({1})
    history = go_on(history, i.Tap(s(105), 1))
    assert isinstance(history.ledger.active[-1].fact, f.TapIgnored)
    history = go_on(history, i.Join(s(110), 1), i.Tick(s(130)))
    assert starts(history)[3:] == [(1, 120)]


def test_when_all_are_done_enter_leaves_and_everybodys_times_are_kept() -> None:
    taps = [i.Tap(s(at_), who) for at_, who in ((44, 1), (45, 2), (46, 3), (110, 1), (111, 2), (112, 3))]
    history, _ = at(group(stagger=0), *taps)
    assert history.state.is_over
    assert all(isinstance(lane.stage, Done) for lane in history.state.lanes)
    history = go_on(history, i.ThatsAll(s(120)))
    assert isinstance(history.state.stage, Finished)
    assert [times(history, athlete) for athlete in (1, 2, 3)] == [[34, 36], [35, 36], [36, 36]]


def test_a_time_is_repaired_for_its_athlete_alone() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.Tap(s(45), 2), i.Tap(s(46), 3), i.Finish(s(60)))
    mended, _ = repair(history, [Corrected(s(60), 1, 2, s(33)), Excluded(s(60), 1, 3)])
    assert [times(mended, athlete) for athlete in (1, 2, 3)] == [[34], [33], [36]]
    assert [rows(mended.state, athlete)[0].excluded for athlete in (1, 2, 3)] == [False, False, True]
    with pytest.raises(LookupError, match="clock of their own"):
        repair(history, [Swapped(s(60), 1, 1, 1, 2)])


def test_a_takes_an_extra_tap_of_the_athlete_whose_it_is() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.Tap(s(45), 2), i.Tap(s(46), 1), i.TakeTap(s(47)))
    assert times(history, 1) == [36]
    assert recovering(history, 1).go_ns == s(76)


def test_the_log_says_whose_clock_and_reads_back_the_same() -> None:
    history, lines = at(group(), i.Tap(s(44), 1), i.Hold(s(50)), i.Tap(s(52)), i.Undo(s(53)))
    json = [line_to_json(line) for line in lines]
    assert {"kind": "rep_started", "n": 5, "input": 3, "at_ns": s(10), "phase": 1, "start": "go", "athlete": 1} in [
        {key: value for key, value in line.items() if key not in {"by", "end"}} for line in json
    ]
    read = History.of(history.plan, [line_from_json(line) for line in json])
    assert read.state == history.state
    assert told(read) == told(history)


def test_an_untimed_pause_makes_every_go_wait_that_nobody_heard() -> None:
    history, _ = at(group(stagger=0), i.Tap(s(44), 1), i.Sleep(s(650), s(600)))
    assert recovering(history, 1).waits
    assert isinstance(history.state.lane(2).stage, Running)
