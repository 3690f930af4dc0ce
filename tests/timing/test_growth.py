"""What a step costs doesn't grow with the log: counted in facts folded, not in time."""

from __future__ import annotations

import pytest
from tests.timing.sessions import eight_200s, run, s

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing import ledger
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.history import History, step
from trackbuddy.timing.state import State


def long_one() -> tuple[History, int]:
    """Some 3,000 lines of a rep that begins again and again, and the instant of the last."""
    inputs: list[i.Input] = [i.Open(0), i.StartedNow(0)]
    for turn in range(600):
        at_ns = s(10 + 20 * turn)
        inputs += [i.Hold(at_ns), i.Hold(at_ns + 1), i.WriteNote(at_ns + 2, "windy")]
        inputs += [i.Repeat(at_ns + s(4)), i.StartedNow(at_ns + s(8))]
    history, _ = run(eight_200s(), inputs)
    return history, inputs[-1].at_ns


LONG, LAST_NS = long_one()


@pytest.mark.parametrize(
    ("inputs", "most"),
    [
        ([i.Tick(LAST_NS + 1)], 0),
        ([i.Undo(LAST_NS + 1)], ledger.STAGE + 5),
        ([i.Undo(LAST_NS + 1), i.Redo(LAST_NS + 2)], 2 * ledger.STAGE + 10),
        ([i.Tap(LAST_NS - s(2))], ledger.STAGE + 5),
    ],
)
def test_a_step_folds_no_more_than_it_undoes(inputs: list[i.Input], most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[f.Fact] = []

    def counting(state: State, fact: f.Fact, n: int) -> State:
        folded.append(fact)
        return evolve(state, fact, n)

    monkeypatch.setattr(ledger, "evolve", counting)
    history = LONG
    for given in inputs:
        history, _ = step(history, given)
    assert LONG.last_n > 2_900
    assert len(folded) <= most


def test_a_tick_with_nothing_due_is_the_same_history() -> None:
    after, lines = step(LONG, i.Tick(LAST_NS + 1))
    assert lines == ()
    assert after.ledger is LONG.ledger
    assert after.state is LONG.state
