"""Send-offs that can't be kept: not longer than the rep's target or length."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.said import span
from trackbuddy.plan.session import SendOff


def impossible_send_off(timeline: Timeline) -> str | None:
    """One sentence about the first send-off that comes before its rep is to end; None where all can be kept.

    Targets by pace have a time only in a timeline, so the notation can't see this.
    """
    before: RepPhase | None = None
    for phase in timeline:
        if isinstance(phase, RepPhase):
            before = phase
        elif isinstance(phase, RecoveryPhase) and isinstance(phase.measure, SendOff) and before is not None:
            took = _takes(before)
            if took is not None and phase.measure.ns <= took:
                return (
                    f"a send-off of {span(phase.measure.ns)} is not longer than the rep's {span(took)}, "
                    "so no rep could start on it; lengthen it, or write rest behind a rest"
                )
    return None


def _takes(rep: RepPhase) -> int | None:
    if rep.span_ns is not None:
        return rep.span_ns
    return max((aim.low_ns for aim in rep.aims if aim.low_ns is not None), default=None)
