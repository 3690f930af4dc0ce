"""What holds in any session whatever comes in, however late. Thousands of sessions in the drill, some always."""

from __future__ import annotations

import random

import pytest
from tests.timing.sessions import s, told
from tests.timing.storm import gos_in_the_past, known, storm, weathered

from trackbuddy.timing import inputs as i
from trackbuddy.timing.effective import MARKS
from trackbuddy.timing.history import History, fold, step
from trackbuddy.timing.ledger import is_step
from trackbuddy.timing.wire import line_from_json, line_to_json

SOME = 100
MANY = 3000
BATCH = 250


def check(seed: int) -> None:
    """All that holds, for the session of one seed."""
    try:
        _holds_whoever_looks(seed)
        _undo_is_never_done(seed)
        _redo_is_never_undone(seed)
    except Exception as error:
        error.add_note(f"seed {seed}")
        raise


def _holds_whoever_looks(seed: int) -> None:
    """No exception, no tap without a fact, the same facts for any ticks, and the log read back is what was live."""
    storm_ = storm(seed)
    end = i.Tick(storm_.end_ns + s(400))
    chance = random.Random(-seed)
    ticks = [i.Tick(chance.randint(0, storm_.end_ns)) for _ in range(chance.randrange(1, 30))]
    plain, _ = weathered(storm_, [end])
    often, lines = weathered(storm_, [*ticks, end])
    assert told(often) == told(plain)
    assert gos_in_the_past(often) == []
    read = History.of(storm_.plan, [line_from_json(line_to_json(line)) for line in lines])
    assert read.state == often.state == fold(storm_.plan, often.ledger.active)
    assert (read.last_n, read.last_input, read.ledger.cuts) == (often.last_n, often.last_input, often.ledger.cuts)


def _undo_is_never_done(seed: int) -> None:
    """Undo of the last step is the inputs before it, then the deadlines since, marks kept."""
    storm_ = storm(seed, undo=False)
    history, steps, kept = History.of(storm_.plan), [-1], False
    for index, came in enumerate(storm_.inputs):
        history, lines = step(history, known(history, came.given))
        if any(is_step(line) for line in lines):
            steps.append(index)
            kept = False
        kept = kept or any(isinstance(line.fact, MARKS) for line in lines)
    u = storm_.end_ns + s(7)
    undone, _ = step(history, i.Undo(u, confirmed=True))
    last = steps[-1] if steps[-1] >= 0 else len(storm_.inputs)
    never = History.of(storm_.plan)
    for came in storm_.inputs[:last]:
        never, _ = step(never, known(never, came.given))
    never, _ = step(never, i.Tick(u))
    if not kept:
        assert sorted(told(undone), key=repr) == sorted(told(never), key=repr)


def _redo_is_never_undone(seed: int) -> None:
    storm_ = storm(seed, undo=False)
    never, _ = weathered(storm_)
    history, at_ns = never, storm_.end_ns
    for _ in range(random.Random(seed).randrange(1, 6)):
        at_ns += s(3)
        history, _ = step(history, i.Undo(at_ns, confirmed=True))
    while history.can_redo:
        at_ns += s(3)
        history, _ = step(history, i.Redo(at_ns))
    never, _ = step(never, i.Tick(at_ns))
    assert told(history) == told(never)


@pytest.mark.parametrize("first", range(0, SOME, 50))
def test_some_sessions_hold_in_any_weather(first: int) -> None:
    for seed in range(first, first + 50):
        check(seed)


@pytest.mark.drill
@pytest.mark.parametrize("first", range(0, MANY, BATCH))
def test_thousands_of_sessions_hold_in_any_weather(first: int) -> None:
    for seed in range(first, first + BATCH):
        check(seed)
