"""A session as the list of its lines: numbers them, decides due deadlines first, undoes, redoes, and takes late taps.

`step` is the only way a session goes forward, and `History.of(lines)` reads the same lines back to the same standing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.effective import MARKS, Ledger
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.facts import Line
from trackbuddy.timing.machine import decide
from trackbuddy.timing.state import IgnoredTap, Plan, State, fresh
from trackbuddy.timing.takes import take_tap
from trackbuddy.timing.taps import ignored_late


def fold(plan: Plan, active: Iterable[Line]) -> State:
    """The standing that the lines that count lead to."""
    return reduce(lambda state, line: evolve(state, line.fact, line.n), active, fresh(plan))


@dataclass(frozen=True, slots=True)
class History:
    """All lines so far and what they come to. Never changed: `step` gives the next one."""

    plan: Plan
    state: State
    ledger: Ledger
    last_n: int = 0
    last_input: int = 0

    @staticmethod
    def of(plan: Plan, lines: Sequence[Line] = ()) -> History:
        """The history that a log's lines tell. Raises OutOfPlaceError where they contradict each other."""
        ledger = Ledger(lines)
        last = lines[-1] if lines else None
        return History(
            plan,
            fold(plan, ledger.active),
            ledger,
            last.n if last else 0,
            max((line.input for line in lines), default=0),
        )

    @property
    def undo_reaches_go(self) -> bool:
        """Whether undo would take back a GO that the clock gave: it wants the key a second time."""
        step = self.ledger.last_step
        return bool(step) and any(
            line.by_clock and isinstance(line.fact, f.RepStarted) and line.n > step[0].n for line in self.ledger.active
        )

    @property
    def can_undo(self) -> bool:
        return bool(self.ledger.last_step)

    @property
    def can_redo(self) -> bool:
        return self.ledger.redoable is not None

    def cancelled_taps(self) -> tuple[IgnoredTap, ...]:
        """Ignored taps that the last undo took back."""
        return tuple(
            IgnoredTap(line.n, line.fact.at_ns, line.fact.phase, line.fact.reason, line.fact.athlete)
            for line in self.ledger.just_cancelled()
            if isinstance(line.fact, f.TapIgnored)
        )


def step(history: History, given: i.Input) -> tuple[History, tuple[Line, ...]]:
    """What an input adds to the log, in file order, and the history after it.

    Every deadline due by the input's instant is decided before it, at its planned instant. An input stamped before a
    deadline that was already decided cancels that decision, is decided itself, and the deadlines follow afresh.
    """
    writer = _Writer(history)
    if isinstance(given, i.Reopen | i.Sleep):
        return _after_a_gap(writer, given)
    seen_ns = max((line.fact.at_ns for line in history.ledger.active if line.by_clock), default=given.at_ns)
    too_late = _take_in_order(writer, given)
    writer.settle(given.at_ns)
    match given:
        case i.Undo():
            writer.undo(given)
        case i.Redo():
            writer.redo(given)
        case i.TakeTap():
            writer.write(take_tap(writer.state, given.at_ns, history.cancelled_taps()))
        case i.Tap() if too_late:
            writer.write(ignored_late(writer.state, given))
        case _:
            writer.write(decide(writer.state, given))
    writer.settle(max(seen_ns, given.at_ns))
    return writer.done()


def _after_a_gap(writer: _Writer, given: i.Reopen | i.Sleep) -> tuple[History, tuple[Line, ...]]:
    """What was due while nobody could hear it is decided knowing that: a GO waits for a tap."""
    if isinstance(given, i.Sleep):
        writer.settle(given.at_ns - given.for_ns)
    writer.write(decide(writer.state, given))
    writer.settle(given.at_ns)
    return writer.done()


def _take_in_order(writer: _Writer, given: i.Input) -> bool:
    """Makes room for an input that comes in late. True: its phase is over and can't be opened again."""
    later = [line for line in writer.ledger.active if line.fact.at_ns > given.at_ns]
    clock = [line for line in later if line.by_clock]
    steps = [line for line in later if not line.by_clock and not isinstance(line.fact, (*MARKS, f.TapIgnored))]
    if clock and not steps:
        writer.rewind(given.at_ns, clock[0].n)
        return False
    if not steps or not isinstance(given, i.Tap):
        return False
    then = fold(writer.plan, (line for line in writer.ledger.active if line.fact.at_ns <= given.at_ns))
    return then.current_phase != writer.state.current_phase


class _Writer:
    """Numbers the facts of one `step` and keeps the standing up to date behind them."""

    def __init__(self, history: History) -> None:
        self.plan = history.plan
        self.state = history.state
        self.ledger = history.ledger.copy()
        self.last_n = history.last_n
        self.last_input = history.last_input
        self.lines: list[Line] = []

    def done(self) -> tuple[History, tuple[Line, ...]]:
        history = History(self.plan, self.state, self.ledger, self.last_n, self.last_input)
        return history, tuple(self.lines)

    def write(self, facts: Sequence[f.Fact], *, by_clock: bool = False) -> None:
        """One input's facts: one number, one group."""
        if not facts:
            return
        self.last_input += 1
        for index, fact in enumerate(facts):
            self.last_n += 1
            end = index == len(facts) - 1
            line = Line(self.last_n, self.last_input, fact, end, by_clock)
            self.lines.append(line)
            if self.ledger.add(line):
                self.state = evolve(self.state, fact, line.n)
            else:
                self.state = fold(self.plan, self.ledger.active)

    def settle(self, until_ns: int) -> None:
        """Decides every deadline up to an instant, each at its planned one."""
        while (at_ns := due(self.state)) is not None and at_ns <= until_ns:
            self.write(decide_due(self.state, at_ns), by_clock=True)

    def rewind(self, at_ns: int, from_n: int) -> None:
        self.write((f.Rewound(at_ns, from_n),))

    def undo(self, given: i.Undo) -> None:
        last = self.ledger.last_step
        history = History(self.plan, self.state, self.ledger)
        if last and (given.confirmed or not history.undo_reaches_go):
            self.write((f.Undone(given.at_ns, last[0].n),))

    def redo(self, given: i.Redo) -> None:
        undo_n = self.ledger.redoable
        if undo_n is not None:
            self.write((f.Redone(given.at_ns, undo_n),))
