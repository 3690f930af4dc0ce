"""The facts of one input while they are being decided: each is folded at once, and the next is decided on that."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import SameTime, SendOff, Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.rules import From
from trackbuddy.timing.state import HURRY_NS, Recovering, Running, RunRep, State


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

    def follow_up(self, anchor_ns: int, *, assumed: bool = False, start_ns: int | None = None) -> Draft:
        """If nobody is out on the track any more: what comes behind the rep, counted from `anchor_ns`.

        A recovery where one is planned, else the next rep straight away: from the last in, or from `start_ns` where the
        rep was over without a tap. Nobody starts before they were told to. Behind the last rep nothing. A GO that would
        have come while the program was gone waits for a tap.
        """
        stage = self.state.stage
        if not isinstance(stage, Running) or not stage.rep.is_complete:
            return self
        number = stage.rep.phase + 1
        match self.state.plan.phase(number):
            case RecoveryPhase() as recovery:
                waits = isinstance(recovery.measure, SendOff) and stage.rep.send_off_missed
                go_ns = None if waits else planned_go(recovery, stage.rep, anchor_ns)
                if go_ns is not None and go_ns <= self.state.gap_ns:
                    go_ns, waits = None, True
                self.add(f.RecoveryStarted(anchor_ns, number, go_ns, waits, assumed))
            case RepPhase():
                by_clock = self.state.plan.rep(stage.rep.phase).span_ns is not None
                if by_clock and anchor_ns <= self.state.gap_ns:
                    return self.add(f.RecoveryStarted(anchor_ns, stage.rep.phase, waits=True, assumed=assumed))
                begin_ns = max([anchor_ns, *stage.rep.finishes()]) if start_ns is None else start_ns
                self.add(f.RepStarted(begin_ns, number, f.StartKind.GO if by_clock else f.StartKind.TAP))
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


def anchor(state: State, rep: RunRep, otherwise_ns: int) -> int:
    """The finish a shared recovery counts from, by the rules; `otherwise_ns` when nobody was timed.

    Nobody waits for those who have dropped out, not even where they had finished.
    """
    finishes = finishes_waited_for(state, rep) or list(rep.finishes())
    if not finishes:
        return otherwise_ns
    return min(finishes) if state.plan.rules.recovery_from is From.FIRST_IN else max(finishes)


def finishes_waited_for(state: State, rep: RunRep) -> list[int]:
    """Instants of the tapped finishes of those who go on."""
    left = (runner for runner in rep.runners if runner.timed and runner.athlete not in state.out)
    return [runner.ended_ns for runner in left if runner.ended_ns is not None]


def anchored_again(draft: Draft, at_ns: int) -> Draft:
    """The recovery counts from the true finish, after a tap changed hands or somebody dropped out or came back.

    What was made longer or shorter meanwhile stays so. A GO that comes nearer leaves ten seconds from `at_ns`.
    """
    stage = draft.state.stage
    if not isinstance(stage, Recovering) or stage.after.rep.voided:
        return draft
    rep = stage.after.rep
    if not finishes_waited_for(draft.state, rep):
        return draft
    anchor_ns = anchor(draft.state, rep, stage.began_ns)
    if anchor_ns == stage.began_ns:
        return draft
    recovery = draft.state.plan.phase(stage.phase)
    moved_ns = 0
    if isinstance(recovery, RecoveryPhase):
        was_ns, is_ns = planned_go(recovery, rep, stage.began_ns), planned_go(recovery, rep, anchor_ns)
        moved_ns = 0 if was_ns is None or is_ns is None else is_ns - was_ns
    go_ns = None if stage.go_ns is None or stage.left_ns is not None else stage.go_ns + moved_ns
    if go_ns is not None and moved_ns < 0:
        go_ns = max(go_ns, at_ns + HURRY_NS)
    draft.add(f.Adjusted(at_ns, stage.phase, go_ns=go_ns, counts_from_ns=anchor_ns))
    return draft


def hurried(draft: Draft, at_ns: int) -> Draft:
    """Moves a GO within ten seconds of `at_ns` to ten seconds after it: nobody was told that it was so near."""
    after = draft.state.stage
    if not isinstance(after, Recovering) or after.go_ns is None or after.left_ns is not None:
        return draft
    if after.go_ns - at_ns < HURRY_NS:
        draft.add(f.Adjusted(at_ns, after.phase, go_ns=at_ns + HURRY_NS))
    return draft
