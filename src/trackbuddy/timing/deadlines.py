"""What the plan makes happen by itself: the next planned instant, and what is decided there."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.timing import facts as f
from trackbuddy.timing.draft import Draft
from trackbuddy.timing.lanes import for_athlete
from trackbuddy.timing.state import (
    Apart,
    LeadIn,
    Recovering,
    Running,
    RunRep,
    State,
    next_rep_number,
    send_off_after,
)


def due(state: State) -> int | None:
    """The next instant at which something happens by itself; None while only a person can make it go on.

    Nothing does while everybody has dropped out.
    """
    if state.is_closed or len(state.out) == len(state.plan.athletes):
        return None
    match state.stage:
        case Apart(lanes=lanes):
            return min((at for at in map(due, lanes) if at is not None), default=None)
        case LeadIn(go_ns=go_ns, left_ns=None):
            return go_ns
        case Running(rep=rep):
            instants = (rep_over(state, rep), _send_off(state, rep))
            return min((at for at in instants if at is not None), default=None)
        case Recovering(go_ns=go_ns, left_ns=None) as stage:
            return None if _waits_for_tap(state, stage) else go_ns
        case _:
            return None


def decide_due(state: State, at_ns: int) -> tuple[f.Fact, ...]:
    """The facts of the deadline at `at_ns`, which is `due(state)`. With clocks of their own: of one athlete's."""
    match state.stage:
        case Apart(lanes=lanes):
            athlete = next(athlete for athlete, lane in enumerate(lanes, start=1) if due(lane) == at_ns)
            return for_athlete(decide_due(lanes[athlete - 1], at_ns), athlete)
        case LeadIn():
            first = next_rep_number(state.plan, 0)
            assert first is not None, "a timeline has a rep"
            return (f.RepStarted(at_ns, first, f.StartKind.GO),)
        case Running(rep=rep) if at_ns == rep_over(state, rep):
            timed = state.plan.rep(rep.phase).span_ns is not None and at_ns > state.gap_ns
            return Draft(state).add(f.RepEnded(at_ns, rep.phase, timed)).follow_up(at_ns).done()
        case Running(rep=rep):
            return (f.SendOffMissed(at_ns, rep.phase),)
        case Recovering(next=None, phase=phase):
            return (f.RecoveryEnded(at_ns, phase),)
        case Recovering(next=int(number)):
            return (f.RepStarted(at_ns, number, f.StartKind.GO),)
        case _:
            return ()


def rep_over(state: State, rep: RunRep) -> int | None:
    """When the clock ends a rep: one by time, and one with a target when nobody taps. None: a tap ends it."""
    phase = state.plan.rep(rep.phase)
    if phase.span_ns is not None:
        return rep.started_ns + phase.span_ns
    if state.plan.rules.taps == "none":
        lows = [aim.low_ns for aim in phase.aims if aim.low_ns is not None]
        return rep.started_ns + max(lows) if lows else None
    return None


def _send_off(state: State, rep: RunRep) -> int | None:
    every = send_off_after(state.plan, rep.phase)
    if every is None or rep.send_off_missed:
        return None
    return rep.started_ns + every


def _waits_for_tap(state: State, stage: Recovering) -> bool:
    phase = state.plan.phase(stage.phase)
    return isinstance(phase, RecoveryPhase) and phase.go_by_tap
