"""What stands in front of the running session, and what the keys remember. Frozen: the router gives the next one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from trackbuddy.present.page import Stage
from trackbuddy.tui.keyboard.typed import Typed


@dataclass(frozen=True, slots=True)
class Menu:
    since_ns: int


@dataclass(frozen=True, slots=True)
class Help:
    scrolled: int = 0
    """How many lines are above its first one."""


@dataclass(frozen=True, slots=True)
class AskLeave:
    """How is the session to be left?"""


@dataclass(frozen=True, slots=True)
class AskDiscard:
    """Really discard it?"""


@dataclass(frozen=True, slots=True)
class AskOut:
    """Whose digit? That athlete drops out, or comes back."""

    since_ns: int


@dataclass(frozen=True, slots=True)
class Names:
    """Whose taps were they? Digits name them one by one."""

    since_ns: int
    """When it was opened, or a key last did something in it."""
    at: int = 0
    """Which of the taps is asked about, counted from 0."""


class Asked(StrEnum):
    NOTE = "note"
    METRES = "metres"
    FAREWELL = "farewell"


@dataclass(frozen=True, slots=True)
class Line:
    """A text that is being typed."""

    asked: Asked
    title: str
    since_ns: int
    typed: Typed
    example: str = ""
    """Shown while nothing is typed."""
    phase: int = 0
    """The rep whose metres are asked."""
    athlete: int = 1


Open = Menu | Help | AskLeave | AskDiscard | AskOut | Names | Line


@dataclass(frozen=True, slots=True)
class Front:
    """One thing at most is open. Instants are the keys' own, on CLOCK_MONOTONIC."""

    open: Open | None = None
    stage: Stage = Stage.USUAL
    note_draft: str = ""
    metres_draft: tuple[int, str] | None = None
    """The rep, and what was typed of its metres."""
    last_key: tuple[str, int] | None = None
    undo_ns: int | None = None
    """When an undo was last asked for."""
    named: tuple[int, int] | None = None
    """The line of the tap that the last key gave a name, and when."""
    acted_ns: int | None = None
    """When a key last gave the session an input."""
    scrolled: int = 0
    """How many rows of the results are above those in sight, once the session is over."""
    left: bool = False
    """Nothing is heard any more."""

    def shut(self) -> Front:
        """Without what is open; a text that was begun is kept as a draft."""
        match self.open:
            case Line(asked=Asked.NOTE, typed=typed):
                return replace(self, open=None, note_draft=typed.text)
            case Line(asked=Asked.METRES, typed=typed, phase=phase):
                text = typed.text.strip()
                return replace(self, open=None, metres_draft=(phase, text) if text else None)
            case _:
                return replace(self, open=None)

    def show(self, what: Open) -> Front:
        return replace(self.shut(), open=what)
