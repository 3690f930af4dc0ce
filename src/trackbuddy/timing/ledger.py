"""The lines that count, as a chain that is never changed: each link knows the one before it. Stages are kept along it.

So an undo costs what it undoes, a late input what lies behind it, and a look at the newest line nothing, however long
the log has grown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trackbuddy.timing import facts as f
from trackbuddy.timing.effective import MARKS, STEPS
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.facts import Line
from trackbuddy.timing.lanes import whose
from trackbuddy.timing.state import Plan, State, fresh

STAGE: Final = 64
"""A stage is kept at every so many links: folding on from one costs less than a frame."""


@dataclass(eq=False, repr=False, slots=True)
class Link:
    """A line that counts, and what is known of it and all before it. Only `stage` is filled in later, and only once."""

    line: Line
    before: Link | None
    count: int
    """How many lines count up to this one."""
    latest_ns: int
    """The latest instant of any of them."""
    clock_ns: int
    """The latest instant of a deadline among them, -1 before the first."""
    step: Link | None
    """The last line of the newest step: what a person did and undo takes back."""
    gos: tuple[Line, ...]
    """GOs that the clock gave since that step."""
    stage: State | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What one undo cancelled."""

    undo_n: int
    lines: tuple[Line, ...]
    taps: tuple[Line, ...]
    """The ignored taps among them."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Which lines count. `add` gives the next ledger and leaves this one as it is, for whoever still reads it."""

    top: Link | None = None
    cuts: tuple[Cut, ...] = ()
    """What the undos cancelled that can still be redone, the newest last."""

    @staticmethod
    def of(lines: Iterable[Line]) -> Ledger:
        ledger = Ledger()
        for line in lines:
            ledger = ledger.add(line)
        return ledger

    def add(self, line: Line) -> Ledger:
        """The ledger after the next line."""
        match line.fact:
            case f.Undone(from_n=from_n):
                return self._cancelled(line.n, from_n)
            case f.Redone(undo_n=undo_n):
                return self._restored(undo_n)
            case f.Rewound(from_n=from_n, athlete=athlete):
                behind = _since(self.top, from_n)
                kept = [line for line in behind if not line.by_clock or athlete not in (None, whose(line.fact))]
                return Ledger(_joined(_upto(self.top, from_n), kept), self.cuts)
            case _:
                return Ledger(_joined(self.top, [line]), () if is_step(line) else self.cuts)

    def _cancelled(self, undo_n: int, from_n: int) -> Ledger:
        behind = _since(self.top, from_n)
        gone = tuple(line for line in behind if not isinstance(line.fact, MARKS))
        kept = [line for line in behind if isinstance(line.fact, MARKS)]
        cut = Cut(undo_n, gone, tuple(line for line in gone if isinstance(line.fact, f.TapIgnored)))
        return Ledger(_joined(_upto(self.top, from_n), kept), (*self.cuts, cut))

    def _restored(self, undo_n: int) -> Ledger:
        """What lies between undo and redo (deadlines, ignored taps) followed from the undone standing: it goes too."""
        back = next((cut.lines for cut in self.cuts if cut.undo_n == undo_n), ())
        from_n = min([undo_n, *(line.n for line in back)])
        kept = [line for line in _since(self.top, from_n) if line.n < undo_n or isinstance(line.fact, MARKS)]
        lines = sorted((*kept, *back), key=lambda line: line.n)
        return Ledger(_joined(_upto(self.top, from_n), lines), tuple(cut for cut in self.cuts if cut.undo_n != undo_n))

    # --- what it tells ----------------------------------------------------------------------------------------------

    @property
    def active(self) -> list[Line]:
        """All lines that count, by number. Its cost grows with the log: for reading one, not for a running session."""
        return self.tail(self.top.count if self.top else 0)

    def tail(self, most: int) -> list[Line]:
        """The latest lines that count, so many at most, by number."""
        found: list[Line] = []
        for link in links(self.top):
            if len(found) >= most:
                break
            found.append(link.line)
        return found[::-1]

    @property
    def redoable(self) -> int | None:
        """The line number of the undo that a redo would take back."""
        return self.cuts[-1].undo_n if self.cuts else None

    @property
    def last_step(self) -> list[Line]:
        """The lines of the last input that undo would take back; empty when there is none."""
        step = self.top.step if self.top else None
        found: list[Line] = []
        for link in links(step):
            if step is None or link.line.input != step.line.input:
                break
            found.append(link.line)
        return found[::-1]

    @property
    def undone_gos(self) -> tuple[Line, ...]:
        """The GOs that the clock gave since the last step and that undo would take back with it.

        With clocks of their own only those of the athletes whom the step was about: the others' come again.
        """
        if self.top is None or not self.top.gos:
            return ()
        athletes = {whose(line.fact) for line in self.last_step}
        return tuple(go for go in self.top.gos if self.top.step and (None in athletes or whose(go.fact) in athletes))

    @property
    def restorable(self) -> tuple[Line, ...]:
        """The lines that redo would bring back."""
        return self.cuts[-1].lines if self.cuts else ()

    def just_cancelled(self) -> tuple[Line, ...]:
        """Ignored taps that the last undo took back, while it can still be redone."""
        return self.cuts[-1].taps if self.cuts else ()

    def later_than(self, at_ns: int) -> list[Link]:
        """The links behind the newest one with nothing after that instant at or before it, by number."""
        found: list[Link] = []
        for link in links(self.top):
            if link.latest_ns <= at_ns:
                break
            found.append(link)
        return found[::-1]

    def before_input(self, link: Link) -> Link | None:
        """The newest link before the input that this one belongs to."""
        return next((other for other in links(link) if other.line.input != link.line.input), None)


def is_step(line: Line) -> bool:
    """Whether undo would take this line back for its own sake."""
    return not line.by_clock and isinstance(line.fact, STEPS)


def standing(plan: Plan, top: Link | None) -> State:
    """The standing that the lines up to this link lead to, folded on from the newest stage kept."""
    unfolded: list[Link] = []
    for link in links(top):
        if link.stage is not None:
            break
        unfolded.append(link)
    before = unfolded[-1].before if unfolded else top
    state = fresh(plan) if before is None or before.stage is None else before.stage
    for link in reversed(unfolded):
        state = evolve(state, link.line.fact, link.line.n)
        keep_stage(link, state)
    return state


def keep_stage(link: Link | None, state: State) -> None:
    """Remembers the standing at a link now and then."""
    if link is not None and link.count % STAGE == 0:
        link.stage = state


def links(top: Link | None) -> Iterator[Link]:
    """From the newest back."""
    while top is not None:
        yield top
        top = top.before


def _upto(top: Link | None, from_n: int) -> Link | None:
    """The newest link whose line has a smaller number."""
    return next((link for link in links(top) if link.line.n < from_n), None)


def _since(top: Link | None, from_n: int) -> list[Line]:
    """Lines with this number and above."""
    found: list[Line] = []
    for link in links(top):
        if link.line.n < from_n:
            break
        found.append(link.line)
    return found[::-1]


def _joined(top: Link | None, lines: Iterable[Line]) -> Link | None:
    for line in lines:
        top = _next(top, line)
    return top


def _next(before: Link | None, line: Line) -> Link:
    at_ns = line.fact.at_ns
    link = Link(
        line=line,
        before=before,
        count=before.count + 1 if before else 1,
        latest_ns=max(before.latest_ns, at_ns) if before else at_ns,
        clock_ns=before.clock_ns if before else -1,
        step=before.step if before else None,
        gos=before.gos if before else (),
    )
    if line.by_clock:
        link.clock_ns = max(link.clock_ns, at_ns)
        if isinstance(line.fact, f.RepStarted):
            link.gos = (*link.gos, line)
    elif isinstance(line.fact, STEPS):
        link.step, link.gos = link, ()
    return link
