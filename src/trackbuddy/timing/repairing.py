"""Repairs as lines of a log: appended behind everything, taken back, and brought again."""

from __future__ import annotations

from collections.abc import Sequence

from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.ledger import Ledger, standing
from trackbuddy.timing.repairs import REPAIRS, Repair

Repaired = tuple[History, tuple[Line, ...]]


def instant(history: History, lines: Sequence[Line]) -> int:
    """The session time that a repair carries: the last one known, since no clock of the session runs any more."""
    return max((line.fact.at_ns for line in lines), default=0)


def repair(history: History, facts: Sequence[Repair]) -> Repaired:
    """One repair, whatever it takes of facts, as one input. Raises LookupError for one that fits nothing."""
    return _appended(history, facts)


def can_undo(history: History) -> bool:
    """Whether the last step is a repair: reviewing takes back nothing that was done beside the track."""
    step = history.ledger.last_step
    return bool(step) and all(isinstance(line.fact, REPAIRS) for line in step)


def undo(history: History, at_ns: int) -> Repaired | None:
    """Takes the last repair back; None where there is none to take."""
    if not can_undo(history):
        return None
    return _appended(history, [f.Undone(at_ns, history.ledger.last_step[0].n)])


def can_redo(history: History) -> bool:
    back = history.ledger.restorable
    return bool(back) and all(isinstance(line.fact, REPAIRS) for line in back)


def redo(history: History, at_ns: int) -> Repaired | None:
    """Brings the repair back that the last undo took; None where that was none."""
    undo_n = history.ledger.redoable
    if undo_n is None or not can_redo(history):
        return None
    return _appended(history, [f.Redone(at_ns, undo_n)])


def as_it_was(history: History) -> History:
    """The same session without any repair that still counts: what was tapped, and only that."""
    ledger = Ledger.of(line for line in history.ledger.active if not isinstance(line.fact, REPAIRS))
    return History(history.plan, standing(history.plan, ledger.top), ledger, history.last_n, history.last_input)


def _appended(history: History, facts: Sequence[f.Fact]) -> Repaired:
    ledger, lines = history.ledger, list[Line]()
    input_ = history.last_input + 1
    for place, fact in enumerate(facts, start=1):
        line = Line(history.last_n + place, input_, fact, end=place == len(facts))
        ledger = ledger.add(line)
        lines.append(line)
    state = standing(history.plan, ledger.top)
    return History(history.plan, state, ledger, history.last_n + len(lines), input_), tuple(lines)
