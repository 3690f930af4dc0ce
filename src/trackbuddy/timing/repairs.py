"""Repairs made afterwards, at home: facts of their own behind all that was tapped, which stays as it was.

`phase` means the last time that phase was run. Every repair is a step that undo takes back.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Corrected:
    """The time of a rep was typed. None: it has no time after all."""

    at_ns: int
    phase: int
    athlete: int
    split_ns: int | None = None


@dataclass(frozen=True, slots=True)
class StartMoved:
    """The tap of line `of` was the start of this rep, at this session time; taps before it are no laps.

    `athlete` where everybody had a clock of their own.
    """

    at_ns: int
    phase: int
    of: int
    started_ns: int
    athlete: int | None = None


@dataclass(frozen=True, slots=True)
class Inserted:
    """A rep that was run and that nobody recorded; those behind it are each one rep later in the session.

    Only where one athlete was timed.
    """

    at_ns: int
    phase: int
    started_ns: int
    split_ns: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A rep that was recorded and that nobody ran; those behind it are each one rep earlier. For one athlete only."""

    at_ns: int
    phase: int


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two results change places: of two athletes in a rep, or of two reps."""

    at_ns: int
    phase: int
    athlete: int
    with_phase: int
    with_athlete: int


@dataclass(frozen=True, slots=True)
class Excluded:
    """A time stays in the table and out of the average; or, not `excluded`, counts again."""

    at_ns: int
    phase: int
    athlete: int
    excluded: bool = True


@dataclass(frozen=True, slots=True)
class MetresCorrected:
    """How far an athlete ran in a rep by time. None: nobody knows."""

    at_ns: int
    phase: int
    athlete: int
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    at_ns: int
    athlete: int
    name: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word for the whole session; or, not `tagged`, taken off again."""

    at_ns: int
    tag: str
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """Note number `note`, from 1, says this now; one more than there are is a new one, and no text takes it out."""

    at_ns: int
    note: int
    text: str


Repair = (
    Corrected | StartMoved | Inserted | Removed | Swapped | Excluded | MetresCorrected | Renamed | Tagged | NoteEdited
)
REPAIRS = (
    Corrected,
    StartMoved,
    Inserted,
    Removed,
    Swapped,
    Excluded,
    MetresCorrected,
    Renamed,
    Tagged,
    NoteEdited,
)
"""The same, for `isinstance`."""
