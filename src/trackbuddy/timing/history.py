"""A session as the list of its lines: numbers them, decides due deadlines first, undoes, redoes, and takes late taps.

`step` is the only way a session goes forward, and `History.of(lines)` reads the same lines back to the same standing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.facts import Line
from trackbuddy.timing.lanes import whose
from trackbuddy.timing.ledger import Ledger, Link, is_step, keep_stage, standing
from trackbuddy.timing.machine import begin, decide, take
from trackbuddy.timing.state import IgnoredTap, Plan, Ready, State, fresh
from trackbuddy.timing.taps import ignored_late, is_still_open

WITH_ATHLETE: Final = (
    i.Tap
    | i.ThatsAll
    | i.Next
    | i.StartedNow
    | i.Hold
    | i.Adjust
    | i.TakeTap
    | i.Repeat
    | i.EndHere
    | i.DropOut
    | i.Join
)


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
        ledger = Ledger.of(lines)
        return History(
            plan,
            standing(plan, ledger.top),
            ledger,
            lines[-1].n if lines else 0,
            max((line.input for line in lines), default=0),
        )

    @property
    def undo_reaches_go(self) -> bool:
        """Whether undo would take back a GO that the clock gave: it wants the key a second time."""
        return bool(self.ledger.undone_gos)

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
    seen_ns = max(history.ledger.top.clock_ns if history.ledger.top else -1, given.at_ns)
    given, first_later, behind_ns = _in_order(writer, given)
    writer.settle(given.at_ns)
    match given:
        case i.Undo():
            writer.undo(given)
        case i.Redo():
            writer.redo(given)
        case i.TakeTap():
            writer.write(take(writer.state, given, history.cancelled_taps()))
        case i.Tap() if first_later is not None and not _is_open(writer, first_later, given):
            writer.write(ignored_late(writer.state, given))
        case i.Tap(athlete=None) if isinstance(writer.state.stage, Ready):
            writer.write(begin(writer.state, given.at_ns, behind_ns))
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


def _in_order(writer: _Writer, given: i.Input) -> tuple[i.Input, Link | None, int]:
    """Makes room for an input that comes in late: which step stamped after it was decided before it, and the last such.

    Steps stand in the order in which they were decided, so a command is moved to the last of them, and only deadlines
    behind that are cancelled, to be decided afresh. A tap keeps its stamp.
    """
    athlete = _whose_clock(writer.state, given)
    later = [
        link
        for link in writer.ledger.later_than(given.at_ns)
        if link.line.fact.at_ns > given.at_ns and whose(link.line.fact) in (None, athlete or whose(link.line.fact))
    ]
    steps = [link for link in later if is_step(link.line)]
    at_ns = max((link.line.fact.at_ns for link in steps), default=given.at_ns)
    ahead = [link.line for link in later if link.line.by_clock and link.line.fact.at_ns > at_ns]
    if ahead:
        writer.write((f.Rewound(at_ns, ahead[0].n, athlete),))
    moved = given if isinstance(given, i.Tap) or at_ns == given.at_ns else replace(given, at_ns=at_ns)
    return moved, steps[0] if steps else None, at_ns


def _whose_clock(state: State, given: i.Input) -> int | None:
    """Whose clock alone an input touches; None: any, or the one that all share."""
    if not isinstance(given, WITH_ATHLETE) or given.athlete is None:
        return None
    return given.athlete if 1 <= given.athlete <= len(state.lanes) else None


def _is_open(writer: _Writer, first_later: Link, tap: i.Tap) -> bool:
    """Whether what was going on when the tap was made is what goes on now."""
    then = standing(writer.plan, writer.ledger.before_input(first_later))
    athlete = _whose_clock(writer.state, tap)
    athletes = range(1, len(writer.plan.athletes) + 1) if athlete is None else (athlete,)
    lanes = ((then.lane(one), writer.state.lane(one)) for one in athletes)
    return any(is_still_open(before, now, tap) for before, now in lanes)


class _Writer:
    """Numbers the facts of one `step` and keeps the standing up to date behind them."""

    def __init__(self, history: History) -> None:
        self.plan = history.plan
        self.state = history.state
        self.ledger = history.ledger
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
            self._add(Line(self.last_n, self.last_input, fact, end, by_clock))

    def _add(self, line: Line) -> None:
        self.lines.append(line)
        self.ledger = self.ledger.add(line)
        if isinstance(line.fact, f.Undone | f.Redone | f.Rewound):
            self.state = standing(self.plan, self.ledger.top)
        else:
            self.state = evolve(self.state, line.fact, line.n)
            keep_stage(self.ledger.top, self.state)

    def settle(self, until_ns: int) -> None:
        """Decides every deadline up to an instant, each at its planned one."""
        while (at_ns := due(self.state)) is not None and at_ns <= until_ns:
            self.write(decide_due(self.state, at_ns), by_clock=True)

    def undo(self, given: i.Undo) -> None:
        last = self.ledger.last_step
        if last and (given.confirmed or not self.ledger.undone_gos):
            self.write((f.Undone(given.at_ns, last[0].n),))

    def redo(self, given: i.Redo) -> None:
        undo_n = self.ledger.redoable
        if undo_n is not None:
            self.write((f.Redone(given.at_ns, undo_n),))
