"""What holds for any session and any run of keys."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing.sessions import last_at, run, runs, s, told

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.effective import MARKS, STEPS
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, fold, step
from trackbuddy.timing.state import Plan, Running
from trackbuddy.timing.wire import line_from_json, line_to_json

Run = tuple[Plan, list[i.Input]]


@given(runs(), st.data())
def test_any_ticks_give_the_same_facts(run_: Run, data: st.DataObject) -> None:
    """Early ticks, late ticks, no ticks: a deadline counts from its plan, and a tap from its stamp."""
    plan, inputs = run_
    end = i.Tick(last_at(inputs) + s(400))
    ticked: list[i.Input] = []
    for given_ in inputs:
        ticked.append(given_)
        for gap in data.draw(st.lists(st.floats(0, 60), max_size=2), label="ticks"):
            ticked.append(i.Tick(given_.at_ns + s(gap)))
    plain, _ = run(plan, [*inputs, end])
    often, _ = run(plan, [*ticked, end])
    assert told(often) == told(plain)


@given(runs())
def test_a_log_read_back_is_what_was_live(run_: Run) -> None:
    plan, inputs = run_
    live, lines = run(plan, inputs)
    again = [line_from_json(line_to_json(line)) for line in lines]
    assert again == lines
    read = History.of(plan, again)
    assert read.state == live.state
    assert (read.last_n, read.last_input) == (live.last_n, live.last_input)
    assert read.ledger.redoable == live.ledger.redoable


@given(runs())
def test_lines_are_numbered_and_grouped(run_: Run) -> None:
    _, lines = run(*run_)
    assert [line.n for line in lines] == list(range(1, len(lines) + 1))
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        assert line.end == (after is None or after.input != line.input)


@given(runs())
def test_every_tap_leaves_a_fact(run_: Run) -> None:
    plan, inputs = run_
    history = History.of(plan)
    for given_ in inputs:
        before = history.last_input
        history, lines = step(history, given_)
        if isinstance(given_, i.Tap):
            assert any(line.fact.at_ns == given_.at_ns and not line.by_clock for line in lines)
        assert history.last_input >= before


@given(runs())
@settings(max_examples=200)
def test_undo_is_the_inputs_before_the_step_and_the_deadlines_since(run_: Run) -> None:
    plan, inputs = run_
    history = History.of(plan)
    step_at: int | None = None
    for index, given_ in enumerate(inputs):
        history, lines = step(history, given_)
        if any(isinstance(line.fact, STEPS) and not line.by_clock for line in lines):
            step_at = index
    u = last_at(inputs) + s(7)
    undone, lines = step(history, i.Undo(u, confirmed=True))
    if step_at is None:
        assert told(undone) == told(run(plan, [*inputs, i.Tick(u)])[0])
        return
    marks = [given_ for given_ in inputs[step_at + 1 :] if isinstance(given_, i.WriteNote)]
    expected, _ = run(plan, [*inputs[:step_at], *marks, i.Tick(u)])
    assert _without_marks(undone) == _without_marks(expected)
    assert undone.state.notes == expected.state.notes


def _without_marks(history: History) -> list[f.Fact]:
    return [fact for fact in told(history) if not isinstance(fact, MARKS)]


@given(runs(), st.integers(1, 6))
@settings(max_examples=200)
def test_redo_is_as_if_never_undone(run_: Run, times: int) -> None:
    plan, inputs = run_
    at_ns = last_at(inputs)
    history, _ = run(plan, inputs)
    done = 0
    for _ in range(times):
        at_ns += s(3)
        history, lines = step(history, i.Undo(at_ns, confirmed=True))
        done += any(isinstance(line.fact, f.Undone) for line in lines)
    for _ in range(done):
        at_ns += s(3)
        assert history.can_redo
        history, _ = step(history, i.Redo(at_ns))
    never, _ = run(plan, [*inputs, i.Tick(at_ns)])
    assert told(history) == told(never)
    assert history.state == fold(plan, history.ledger.active)


@given(runs())
def test_undo_leads_all_the_way_back_to_ready(run_: Run) -> None:
    plan, inputs = run_
    history, _ = run(plan, inputs)
    at_ns = last_at(inputs)
    for _ in range(len(inputs)):
        at_ns += 1
        history, _ = step(history, i.Undo(at_ns, confirmed=True))
    assert not history.can_undo
    assert history.state.reps == ()
    assert not isinstance(history.state.stage, Running)


@given(runs())
def test_a_rep_never_begins_before_its_start_nor_ends_before_a_crossing(run_: Run) -> None:
    history, _ = run(*run_)
    for rep in history.state.reps:
        for runner in rep.runners:
            stamps = [stamp.at_ns for stamp in runner.crossings if stamp]
            assert stamps == sorted(stamps)
            assert all(at > rep.started_ns for at in stamps)
            if runner.timed and stamps:
                assert runner.ended_ns == stamps[-1]


@given(runs())
def test_each_line_folds_the_same_one_by_one(run_: Run) -> None:
    """The standing kept line by line is the standing folded afresh: nothing depends on how a history came about."""
    plan, inputs = run_
    history = History.of(plan)
    lines: list[Line] = []
    for given_ in inputs:
        history, new = step(history, given_)
        lines += new
        assert history.state == fold(plan, history.ledger.active)
