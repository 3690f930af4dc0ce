"""The stretch that ends by itself, and which of the time left in it is called: one rule for ear and screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.plan.session import Timed
from trackbuddy.timing.deadlines import rep_over
from trackbuddy.timing.draft import planned_go
from trackbuddy.timing.state import LeadIn, Recovering, Running, State
from trackbuddy.units import MINUTE_NS, NS

SHORT_NS: Final = 30 * NS
LONG_NS: Final = 3 * MINUTE_NS


@dataclass(frozen=True, slots=True)
class Countdown:
    """From `begin_ns` to `end_ns`, which nobody's tap brings."""

    begin_ns: int
    end_ns: int
    called_s: tuple[int, ...]
    """The seconds left that are called before 3-2-1, the most first."""
    into: int | None
    """The phase that begins at its end; one behind the last phase: all is over. None: it ends in waiting for a tap."""


def countdown(state: State) -> Countdown | None:
    """Of the present stretch; None while it is stopped, where only a tap ends it, and once all have dropped out."""
    if len(state.out) == len(state.plan.athletes):
        return None
    match state.stage:
        case LeadIn(started_ns=begin_ns, go_ns=end_ns, left_ns=None):
            return Countdown(begin_ns, end_ns, (), 1)
        case Recovering(go_ns=int(), left_ns=None) as stage:
            return _of_recovery(state, stage)
        case Running(rep=rep):
            over_ns = rep_over(state, rep)
            if over_ns is None:
                return None
            on_off = state.plan.rep(rep.phase).span_ns is not None
            seconds = called(over_ns - rep.started_ns, on_off=on_off)
            return Countdown(rep.started_ns, over_ns, seconds, rep.phase + 1)
        case _:
            return None


def called(length_ns: int, *, on_off: bool) -> tuple[int, ...]:
    """The seconds left that are called in a stretch planned to be so long.

    `on_off`: a stretch between or of reps by time, where 30 s are a beat of their own and get no warning.
    """
    if length_ns > LONG_NS:
        return 60, 30, 10
    if length_ns > SHORT_NS or (length_ns == SHORT_NS and not on_off):
        return (10,)
    return ()


def _of_recovery(state: State, stage: Recovering) -> Countdown:
    phase, end_ns = state.plan.phase(stage.phase), stage.go_ns
    assert end_ns is not None, "a recovery that ends by itself has its end"
    recovery = phase if isinstance(phase, RecoveryPhase) else None
    timed = recovery is not None and isinstance(recovery.measure, Timed)
    on_off = timed and state.plan.rep(stage.after.rep.phase).span_ns is not None
    # As planned, whatever a hold or an adjustment made of it: a 90 s rest is never a long one.
    planned_end_ns = (planned_go(recovery, stage.after.rep, stage.began_ns) if recovery else None) or end_ns
    begin_ns = max(stage.began_ns, end_ns - (planned_end_ns - stage.began_ns))
    seconds = called(planned_end_ns - stage.began_ns, on_off=on_off)
    waits = recovery is not None and recovery.go_by_tap
    return Countdown(
        begin_ns,
        end_ns,
        tuple(left for left in seconds if left * NS < end_ns - begin_ns),
        None if waits else stage.next or len(state.plan.timeline) + 1,
    )
