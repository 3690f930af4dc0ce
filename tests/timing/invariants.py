"""What holds of the machine for any session and any run of keys."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.any_session import Lived
from tests.timing.sessions import run, s, told

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.effective import MARKS, STEPS
from trackbuddy.timing.history import History, fold, step
from trackbuddy.timing.state import Running
from trackbuddy.timing.wire import line_from_json, line_to_json


def any_ticks_give_the_same_facts(at: Lived) -> None:
    """Early ticks, late ticks, no ticks: a deadline counts from its plan, and a tap from its stamp."""
    end = i.Tick(at.last_ns + s(400))
    ticked: list[i.Input] = []
    for given in at.inputs:
        ticked.append(given)
        for gap in at.data.draw(st.lists(st.floats(0, 60), max_size=2), label="ticks"):
            ticked.append(i.Tick(given.at_ns + s(gap)))
    plain, _ = step(at.history, end)
    often, _ = run(at.plan, [*ticked, end])
    assert told(often) == told(plain)


def a_log_read_back_is_what_was_live(at: Lived) -> None:
    again = [line_from_json(line_to_json(line)) for line in at.lines]
    assert again == list(at.lines)
    read = History.of(at.plan, again)
    assert read.state == at.history.state
    assert (read.last_n, read.last_input) == (at.history.last_n, at.history.last_input)
    assert read.ledger.redoable == at.history.ledger.redoable


def lines_are_numbered_and_grouped(at: Lived) -> None:
    assert [line.n for line in at.lines] == list(range(1, len(at.lines) + 1))
    for line, after in zip(at.lines, [*at.lines[1:], None], strict=True):
        assert line.end == (after is None or after.input != line.input)


def every_tap_leaves_a_fact_and_each_line_folds_the_same_one_by_one(at: Lived) -> None:
    """The standing kept line by line is the standing folded afresh: nothing depends on how a history came about."""
    history = History.of(at.plan)
    for given in at.inputs:
        before = history.last_input
        history, lines = step(history, given)
        if isinstance(given, i.Tap):
            assert any(line.fact.at_ns == given.at_ns and not line.by_clock for line in lines)
        assert history.last_input >= before
        assert history.state == fold(at.plan, history.ledger.active)


def undo_is_the_inputs_before_the_step_and_the_deadlines_since(at: Lived) -> None:
    history = History.of(at.plan)
    step_at: int | None = None
    for index, given in enumerate(at.inputs):
        history, lines = step(history, given)
        if any(isinstance(line.fact, STEPS) and not line.by_clock for line in lines):
            step_at = index
    u = at.last_ns + s(7)
    undone, lines = step(history, i.Undo(u, confirmed=True))
    if step_at is None:
        assert told(undone) == told(run(at.plan, [*at.inputs, i.Tick(u)])[0])
        return
    marks = [given for given in at.inputs[step_at + 1 :] if isinstance(given, i.WriteNote)]
    expected, _ = run(at.plan, [*at.inputs[:step_at], *marks, i.Tick(u)])
    assert _without_marks(undone) == _without_marks(expected)
    assert undone.state.notes == expected.state.notes


def _without_marks(history: History) -> list[f.Fact]:
    return [fact for fact in told(history) if not isinstance(fact, MARKS)]


def redo_is_as_if_never_undone(at: Lived) -> None:
    times = at.data.draw(st.integers(1, 6), label="undone")
    at_ns, history, done = at.last_ns, at.history, 0
    for _ in range(times):
        at_ns += s(3)
        history, lines = step(history, i.Undo(at_ns, confirmed=True))
        done += any(isinstance(line.fact, f.Undone) for line in lines)
    for _ in range(done):
        at_ns += s(3)
        assert history.can_redo
        history, _ = step(history, i.Redo(at_ns))
    never, _ = step(at.history, i.Tick(at_ns))
    assert told(history) == told(never)
    assert history.state == fold(at.plan, history.ledger.active)


def undo_leads_all_the_way_back_to_ready(at: Lived) -> None:
    history, at_ns = at.history, at.last_ns
    for _ in at.inputs:
        at_ns += 1
        history, _ = step(history, i.Undo(at_ns, confirmed=True))
    assert not history.can_undo
    assert history.state.reps == ()
    assert not isinstance(history.state.stage, Running)


def a_rep_never_begins_before_its_start_nor_ends_before_a_crossing(at: Lived) -> None:
    for rep in at.history.state.reps:
        for runner in rep.runners:
            stamps = [stamp.at_ns for stamp in runner.crossings if stamp]
            assert stamps == sorted(stamps)
            assert all(stamp > rep.started_ns for stamp in stamps)
            if runner.timed and stamps:
                assert runner.ended_ns == stamps[-1]
