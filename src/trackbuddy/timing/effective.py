"""Which lines of a log count: undo, redo and rewinding are lines too, and this is what they do.

Everything that reads a log goes through `effective`, live, resumed and reviewed sessions alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.repairs import REPAIRS

MARKS: Final = (f.Note, f.Named, f.Slept, f.Measured, f.Unknown, f.Recovered, f.Closed, f.Reopened)
"""Facts that no undo cancels: what was said and what the machine did stays true."""

STEPS: Final = (
    f.LeadInStarted,
    f.RepStarted,
    f.Split,
    f.CrossingMissed,
    f.RepEnded,
    f.RecoveryStarted,
    f.RecoveryEnded,
    f.Accepted,
    f.Held,
    f.Resumed,
    f.Adjusted,
    f.Restamped,
    f.Skipped,
    f.Voided,
    f.DroppedOut,
    f.Joined,
    f.Ended,
    f.Finished,
    f.Discarded,
    *REPAIRS,
)
"""Facts that make an input of a person's a step that undo takes back."""


class Ledger:
    """The lines that count, kept up to date line by line."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.active: list[Line] = []
        self._cut: dict[int, list[Line]] = {}
        self._redoable: list[int] = []
        for line in lines:
            self.add(line)

    def copy(self) -> Ledger:
        twin = Ledger()
        twin.active = list(self.active)
        twin._cut = dict(self._cut)
        twin._redoable = list(self._redoable)
        return twin

    def add(self, line: Line) -> bool:
        """Takes the next line. True if it simply joins those that count; False if it changed which of them do."""
        match line.fact:
            case f.Undone(from_n=from_n):
                self._cancel(line.n, from_n)
                self._redoable.append(line.n)
            case f.Redone(undo_n=undo_n):
                self._restore(undo_n)
            case f.Rewound(from_n=from_n):
                self.active = [line for line in self.active if line.n < from_n or not line.by_clock]
            case fact:
                self.active.append(line)
                if isinstance(fact, STEPS) and not line.by_clock:
                    self._redoable.clear()
                return True
        return False

    def _cancel(self, at_n: int, from_n: int) -> None:
        self._cut[at_n] = [line for line in self.active if line.n >= from_n and not isinstance(line.fact, MARKS)]
        self.active = [line for line in self.active if line.n < from_n or isinstance(line.fact, MARKS)]

    def _restore(self, undo_n: int) -> None:
        """What lies between undo and redo (deadlines, ignored taps) followed from the undone standing: it goes too."""
        back = self._cut.pop(undo_n, [])
        kept = [line for line in self.active if line.n < undo_n or isinstance(line.fact, MARKS)]
        self.active = sorted((*kept, *back), key=lambda line: line.n)
        self._redoable = [n for n in self._redoable if n != undo_n]

    @property
    def redoable(self) -> int | None:
        """The line number of the undo that a redo would take back."""
        return self._redoable[-1] if self._redoable else None

    @property
    def last_step(self) -> list[Line]:
        """The lines of the last input that undo would take back; empty when there is none."""
        for step in reversed(self.active):
            if isinstance(step.fact, STEPS) and not step.by_clock:
                return [line for line in self.active if line.input == step.input]
        return []

    @property
    def restorable(self) -> list[Line]:
        """The lines that redo would bring back."""
        return [] if self.redoable is None else self._cut[self.redoable]

    def just_cancelled(self) -> list[Line]:
        """Ignored taps that the last undo took back, while it can still be redone."""
        if self.redoable is None:
            return []
        return [line for line in self._cut[self.redoable] if isinstance(line.fact, f.TapIgnored)]


def effective(lines: Iterable[Line]) -> list[Line]:
    """The lines that count, by number."""
    return Ledger(lines).active
