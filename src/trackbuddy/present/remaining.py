"""What is still to be run, and about when it ends."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Label
from trackbuddy.plan.totals import guessed_spans
from trackbuddy.present.memo import remembered
from trackbuddy.timing.state import LeadIn, Plan, Recovering, Running, State
from trackbuddy.units import MINUTE_NS

_EASY: Final = frozenset({Label.WARM_UP, Label.COOL_DOWN, Label.JOG})
_DAY: Final = 24 * 60


def remaining(state: State, now_ns: int, wall: str) -> str:
    """`6 reps, ends about 18:47`, the one that runs counted in; only the reps where `wall` is no time of day.

    Empty before the start, once all is over, and where a part goes on until somebody ends it. Unknown lengths are
    guessed as in the read-back.
    """
    found = _left(state, now_ns)
    if found is None:
        return ""
    first, left_ns = found
    to_come = state.plan.timeline[first - 1 :]
    if not to_come or any(phase.until_ended for phase in to_come):
        return ""
    reps = sum(isinstance(phase, RepPhase) and phase.label not in _EASY for phase in to_come)
    ends = _later(wall, left_ns)
    count = f"{reps} rep{'' if reps == 1 else 's'}" if reps else ""
    return ", ".join(part for part in (count, f"ends about {ends}" if ends else "") if part)


def _left(state: State, now_ns: int) -> tuple[int, int] | None:
    """The first phase that is not over, a recovery left out, and how long all takes from now on."""
    spans = _spans(state.plan)
    match state.stage:
        case LeadIn(go_ns=go_ns, left_ns=held_ns):
            return 1, max(go_ns - now_ns if held_ns is None else held_ns, 0) + sum(spans)
        case Running(rep=rep):
            gone_ns = now_ns - rep.started_ns
            return rep.phase, max(spans[rep.phase - 1] - gone_ns, 0) + sum(spans[rep.phase :])
        case Recovering(next=int(coming)) as stage:
            rest_ns = stage.left_ns
            if rest_ns is None and stage.go_ns is not None:
                rest_ns = stage.go_ns - now_ns
            elif rest_ns is None:
                rest_ns = sum(spans[stage.phase - 1 : coming - 1]) - (now_ns - stage.began_ns)
            return coming, max(rest_ns, 0) + sum(spans[coming - 1 :])
        case _:
            return None


@remembered
def _spans(plan: Plan) -> tuple[int, ...]:
    return guessed_spans(plan.timeline)


def _later(wall: str, left_ns: int) -> str:
    """`18:47`: half a minute of the label's own is unknown. Empty for what is no `18:42`."""
    hour, colon, minute = wall.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal()):
        return ""
    at = (int(hour) * 60 + int(minute) + round((left_ns + MINUTE_NS // 2) / MINUTE_NS)) % _DAY
    return f"{at // 60:02}:{at % 60:02}"
