"""What a step is called that needs no rep's name: the screen says what undo takes back, the review what it took."""

from __future__ import annotations

from typing import Final

from trackbuddy.timing import facts as f

STEPS: Final[dict[type[f.Fact], str]] = {
    f.LeadInStarted: "the start of the lead-in",
    f.Held: "the hold",
    f.Resumed: "going on",
    f.Adjusted: "the ten seconds",
    f.RecoveryEnded: "the end of the recovery",
    f.Withdrawn: "the tap that was nobody's",
    f.Ended: "the early end",
    f.Finished: "the end",
}
