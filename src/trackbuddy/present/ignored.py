"""Why a tap was not counted, in words: one table for the screen and for plain mode."""

from __future__ import annotations

from typing import Final

from trackbuddy.timing.facts import Reason

WHY: Final[dict[Reason, str]] = {
    Reason.BOUNCE: "too close behind the tap before it",
    Reason.TOO_SOON: "too soon for this rep",
    Reason.TIMED: "the clock ends this rep",
    Reason.EXTRA: "in the recovery",
    Reason.LEAD_IN: "before GO",
    Reason.ALREADY_IN: "already in",
    Reason.OUT: "has dropped out",
    Reason.NOBODY: "no athlete has that key",
    Reason.NOT_RUNNING: "nobody is running",
    Reason.LATE: "its rep was over",
    Reason.DONE: "all is done",
    Reason.WITHDRAWN: "taken out",
}
"""To stand behind `tap not counted: `."""
