"""What undo does to each kind of fact. Every kind is in exactly one of three lists; a test holds that.

Undo, redo and rewinding are lines too: `timing.ledger` works out which lines count, for live, resumed and reviewed
sessions alike.
"""

from __future__ import annotations

from typing import Final

from trackbuddy.timing import facts as f
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
    f.Withdrawn,
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

NO_STEPS: Final = (f.SessionOpened, f.TapIgnored, f.SendOffMissed, f.Undone, f.Redone, f.Rewound)
"""Facts that undo doesn't stop at: they go with the range they lie in."""
