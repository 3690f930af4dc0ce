"""How a rep came to start, and why a tap was not counted: the values of two members of facts."""

from __future__ import annotations

from enum import StrEnum


class StartKind(StrEnum):
    """How a rep came to start."""

    GO = "go"
    TAP = "tap"
    RESTAMPED = "restamped"


class Reason(StrEnum):
    """Why a tap was not counted."""

    BOUNCE = "bounce"
    """Too close behind the tap before it: a held key, a nervous thumb."""
    TOO_SOON = "too soon"
    """No runner could have got there yet."""
    TIMED = "timed"
    """The clock ends this rep."""
    EXTRA = "extra"
    """In a recovery, behind a finish."""
    LEAD_IN = "lead-in"
    ALREADY_IN = "already in"
    OUT = "out"
    """That athlete has dropped out."""
    NOBODY = "nobody"
    """No athlete has that key."""
    NOT_RUNNING = "not running"
    """A named athlete's key while nobody runs."""
    LATE = "late"
    """It was stamped in a phase that is over and can't be opened again."""
    DONE = "done"
    WITHDRAWN = "withdrawn"
    """It counted, and was taken out again: nobody made it, or somebody else did."""
