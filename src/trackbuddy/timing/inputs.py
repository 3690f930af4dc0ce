"""What reaches the machine. Each input carries its instant, in nanoseconds since the session was opened.

`athlete` in a command says whose clock is meant where everybody has one of their own. None: whoever it fits, see
`timing.own`. Where all share a clock it means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Leaving = Literal["resumable", "finish", "discard"]
"""How somebody leaves a session: by `Close`, `Finish` or `Discard`."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Space or a clicker (`athlete` None: nobody in particular), or an athlete's key."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """Nothing but time went by."""

    at_ns: int


@dataclass(frozen=True, slots=True)
class ThatsAll:
    """Enter: begin in ready, no time in a rep, leave when done."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Next:
    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class StartedNow:
    """`s`: they started now."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Hold, or go on when held."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Adjust:
    """Longer or shorter, in recovery and ready."""

    at_ns: int
    by_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class TakeTap:
    """`a`: the extra or ignored tap counts, or yes to the question on the screen."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The tap of line `of` was this athlete's."""

    at_ns: int
    of: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The tap of line `of` was nobody's: it doesn't count, or is not asked about any more."""

    at_ns: int
    of: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """The rep that runs, or the one just run, is to be run again."""

    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class EndHere:
    at_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class DropOut:
    at_ns: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Join:
    at_ns: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Undo:
    at_ns: int
    confirmed: bool = False
    """Given a second time, because it reaches behind a GO."""


@dataclass(frozen=True, slots=True)
class Redo:
    at_ns: int


@dataclass(frozen=True, slots=True)
class WriteNote:
    at_ns: int
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    at_ns: int
    phase: int
    athlete: int
    metres: float


@dataclass(frozen=True, slots=True)
class Open:
    """The session was opened."""

    at_ns: int


@dataclass(frozen=True, slots=True)
class Sleep:
    """The machine woke up after a suspend of this length."""

    at_ns: int
    for_ns: int


@dataclass(frozen=True, slots=True)
class Close:
    at_ns: int


@dataclass(frozen=True, slots=True)
class Reopen:
    at_ns: int
    clock: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recover:
    at_ns: int
    after: int


@dataclass(frozen=True, slots=True)
class Finish:
    at_ns: int


@dataclass(frozen=True, slots=True)
class Discard:
    at_ns: int


Input = (
    Tap
    | Tick
    | ThatsAll
    | Next
    | StartedNow
    | Hold
    | Adjust
    | TakeTap
    | Name
    | Withdraw
    | Repeat
    | EndHere
    | DropOut
    | Join
    | Undo
    | Redo
    | WriteNote
    | Measure
    | Open
    | Sleep
    | Close
    | Reopen
    | Recover
    | Finish
    | Discard
)
