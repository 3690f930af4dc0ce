"""One frozen look at a session: everything a frame shows comes from the same instant."""

from __future__ import annotations

from dataclasses import dataclass

from trackbuddy.timing.commands import MissedLap
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import IgnoredTap, State


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the screen and plain mode are told. What it shows of time is worked out from this and an instant."""

    state: State
    title: str = ""
    """The session's name, or its canonical text."""
    last_n: int = 0
    """Number of the newest line."""
    saved_n: int = 0
    """Number of the newest line that is safe on disk."""
    trouble: str | None = None
    """Why the newest lines are not safe, in one sentence; None while all is well."""
    faults: tuple[str, ...] = ()
    """What went wrong in the program itself of late, a sentence each; the session went on all the same."""
    sound: str = ""
    """The way sound is made, or why there is none."""
    sound_trouble: str | None = None
    """Why nothing can be heard just now, or what was not heard lately. None while all is well, or muted."""
    can_undo: bool = False
    can_redo: bool = False
    last_step: tuple[Line, ...] = ()
    """The lines that undo would take back first; what followed from them goes too."""
    undone_gos: tuple[Line, ...] = ()
    """The GOs that went by since, and that undo takes back with it: then it wants the key twice."""
    undo_asks_until_ns: int | None = None
    """Undo reaches behind a GO and wants the key again until this instant."""
    takeable: IgnoredTap | None = None
    """The tap that `a` would take now."""
    question: MissedLap | None = None
    """A lap may have been missed: `a` says yes."""
    rehearsal: bool = False

    @property
    def is_saved(self) -> bool:
        return self.saved_n >= self.last_n
