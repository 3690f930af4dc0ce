"""The facts of one input while they are being decided: each is folded at once, and the next is decided on that."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import SameTime, SendOff, Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.state import Running, RunRep, State


class Draft:
    """Starts from a standing and collects facts. Line numbers are given later and don't matter here."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.facts: list[f.Fact] = []

    def add(self, *facts: f.Fact) -> Draft:
        for fact in facts:
            self.state = evolve(self.state, fact, 0)
            self.facts.append(fact)
        return self

    def done(self) -> tuple[f.Fact, ...]:
        return tuple(self.facts)

    def follow_up(self, anchor_ns: int, *, assumed: bool = False) -> Draft:
        """If nobody is out on the track any more: what comes behind the rep, counted from `anchor_ns`.

        A recovery where one is planned, else the next rep straight away; behind the last rep nothing.
        """
        stage = self.state.stage
        if not isinstance(stage, Running) or not stage.rep.is_complete:
            return self
        number = stage.rep.phase + 1
        match self.state.plan.phase(number):
            case RecoveryPhase() as recovery:
                waits = isinstance(recovery.measure, SendOff) and stage.rep.send_off_missed
                go_ns = None if waits else planned_go(recovery, stage.rep, anchor_ns)
                self.add(f.RecoveryStarted(anchor_ns, number, go_ns, waits, assumed))
            case RepPhase():
                by_clock = self.state.plan.rep(stage.rep.phase).span_ns is not None
                self.add(f.RepStarted(anchor_ns, number, f.StartKind.GO if by_clock else f.StartKind.TAP))
        return self


def planned_go(recovery: RecoveryPhase, rep: RunRep, anchor_ns: int) -> int | None:
    """When a recovery that counts from `anchor_ns` ends by itself; None when a tap ends it."""
    match recovery.measure:
        case Timed(ns=ns):
            return anchor_ns + ns
        case SameTime():
            return anchor_ns + max(anchor_ns - rep.started_ns, 0)
        case SendOff(ns=ns):
            return rep.started_ns + ns
        case _:
            return None


def last_in(rep: RunRep, otherwise_ns: int, *, first: bool = False) -> int:
    """The finish a shared recovery counts from; `otherwise_ns` when nobody was timed."""
    finishes = list(rep.finishes())
    if not finishes:
        return otherwise_ns
    return min(finishes) if first else max(finishes)
