"""What happened, in the past tense: the lines of a log.

Every fact has `at_ns`, nanoseconds since the session was opened. `phase` is 0 for the lead-in and k for the k-th entry
of the timeline. Athletes count from 1.

Where all share one clock, a fact of the clock's has no athlete; where everybody has a clock of their own, each has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trackbuddy.timing.reasons import Reason as Reason
from trackbuddy.timing.reasons import StartKind as StartKind
from trackbuddy.timing.repairs import Repair


@dataclass(frozen=True, slots=True)
class SessionOpened:
    at_ns: int


@dataclass(frozen=True, slots=True)
class LeadInStarted:
    at_ns: int
    go_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class RepStarted:
    """`at_ns` is the planned instant for a GO, the tap's for a tap."""

    at_ns: int
    phase: int
    start: StartKind
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A crossing was tapped. `crossing` counts from 1."""

    at_ns: int
    phase: int
    athlete: int
    crossing: int
    named: bool = True
    """False for a tap without a name, given to the athlete expected next."""


@dataclass(frozen=True, slots=True)
class CrossingMissed:
    """A crossing went by without a tap."""

    at_ns: int
    phase: int
    athlete: int
    crossing: int


@dataclass(frozen=True, slots=True)
class RepEnded:
    """`timed` False: NO TIME, or a rep that is only counted. Without an athlete it ended for everybody."""

    at_ns: int
    phase: int
    timed: bool
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class RecoveryStarted:
    """`at_ns` is the finish it counts from."""

    at_ns: int
    phase: int
    go_ns: int | None = None
    """When it ends by itself; None when a tap ends it."""
    waits: bool = False
    """The send-off was missed: nothing starts before a tap."""
    assumed: bool = False
    """The finish was not tapped: counted from the target or from the key."""
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class RecoveryEnded:
    """A recovery that no rep follows is over."""

    at_ns: int
    phase: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class TapIgnored:
    at_ns: int
    phase: int
    reason: Reason
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The tap of line `of` counts after all, as crossing `crossing` of `athlete`."""

    at_ns: int
    phase: int
    athlete: int
    of: int
    crossing: int


@dataclass(frozen=True, slots=True)
class Named:
    """The tap of line `of` was this athlete's; who was thought to have made it gets this athlete's tap instead."""

    at_ns: int
    of: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The tap of line `of` does not count after all: it was not this athlete's. Without an athlete it was nobody's."""

    at_ns: int
    of: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """Lines from `from_n` up to this one no longer count, except marks."""

    at_ns: int
    from_n: int


@dataclass(frozen=True, slots=True)
class Redone:
    """What line `undo_n` cancelled counts again, and what lies between no longer does, except marks."""

    at_ns: int
    undo_n: int


@dataclass(frozen=True, slots=True)
class Rewound:
    """Deadlines decided in lines from `from_n` on no longer count: a tap stamped before them came in."""

    at_ns: int
    from_n: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """`left_ns`: what was left on the clock. None in a rep: the next recovery will start stopped."""

    at_ns: int
    phase: int
    left_ns: int | None = None
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    at_ns: int
    phase: int
    go_ns: int | None = None
    """None in a rep: the hold was disarmed."""
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A new end of the recovery (`go_ns`), of a stopped one (`left_ns`), or of the lead-in to come (`left_ns`).

    `counts_from_ns`: the finish that the recovery turned out to count from; with neither end a tap still ends it.
    """

    at_ns: int
    phase: int
    go_ns: int | None = None
    left_ns: int | None = None
    counts_from_ns: int | None = None
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Restamped:
    """The running rep started at this instant."""

    at_ns: int
    phase: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """The rest of this phase was left out; `to` is the phase that comes next, None at the end of the session."""

    at_ns: int
    phase: int
    to: int | None
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """The rep of this phase does not count and will be run again."""

    at_ns: int
    phase: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class SendOffMissed:
    """The rep was still running at its send-off."""

    at_ns: int
    phase: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class DroppedOut:
    at_ns: int
    phase: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Joined:
    at_ns: int
    phase: int
    athlete: int


@dataclass(frozen=True, slots=True)
class Measured:
    """How far an athlete ran in a timed rep, entered afterwards."""

    at_ns: int
    phase: int
    athlete: int
    metres: float


@dataclass(frozen=True, slots=True)
class Note:
    at_ns: int
    text: str


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine was suspended for this long before `at_ns`, which already contains it."""

    at_ns: int
    for_ns: int


@dataclass(frozen=True, slots=True)
class Closed:
    """Left, to be gone on with."""

    at_ns: int


@dataclass(frozen=True, slots=True)
class Reopened:
    """Gone on with. `clock` is the new origin, in the form of the header's."""

    at_ns: int
    clock: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recovered:
    """Lines behind `after` were damaged and are left out."""

    at_ns: int
    after: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The athlete ended the session before its last rep."""

    at_ns: int
    phase: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    at_ns: int


@dataclass(frozen=True, slots=True)
class Discarded:
    at_ns: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A kind this program does not know: shown and flagged, never guessed at."""

    at_ns: int
    kind: str
    data: dict[str, Any]


Fact = (
    SessionOpened
    | LeadInStarted
    | RepStarted
    | Split
    | CrossingMissed
    | RepEnded
    | RecoveryStarted
    | RecoveryEnded
    | TapIgnored
    | Accepted
    | Named
    | Withdrawn
    | Undone
    | Redone
    | Rewound
    | Held
    | Resumed
    | Adjusted
    | Restamped
    | Skipped
    | Voided
    | SendOffMissed
    | DroppedOut
    | Joined
    | Measured
    | Note
    | Slept
    | Closed
    | Reopened
    | Recovered
    | Ended
    | Finished
    | Discarded
    | Repair
    | Unknown
)


@dataclass(frozen=True, slots=True)
class Line:
    """A fact and its place in the log."""

    n: int
    """Its number, from 1."""
    input: int
    """All facts of one input share this number; each deadline has its own."""
    fact: Fact
    end: bool
    """True on the last line of its input: a reader drops a group that has none."""
    by_clock: bool = False
    """Decided by a deadline and not by a person."""
