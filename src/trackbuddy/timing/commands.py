"""What every key but a tap does. No facts: it has no meaning where it was pressed, and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase
from trackbuddy.plan.session import SameTime, SendOff, Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.draft import Draft, anchor, anchored_again, hurried, planned_go
from trackbuddy.timing.state import (
    HURRY_NS,
    SHORTEST_NS,
    Done,
    Finished,
    LeadIn,
    Ready,
    Recovering,
    Runner,
    Running,
    State,
    next_rep_number,
)
from trackbuddy.timing.taps import due_band
from trackbuddy.units import NS

Facts = tuple[f.Fact, ...]

RESTAMP_NS = 15 * NS
"""How long into a rep without a target its start can still be moved."""


# --- that's all, next -----------------------------------------------------------------------------------------------


def thats_all(state: State, at_ns: int) -> Facts:
    """Enter: begins in ready, leaves when done; in a rep everybody who is still out gets no time."""
    match state.stage:
        case Ready(lead_in_ns=lead_in_ns):
            return (f.LeadInStarted(at_ns, at_ns + lead_in_ns),)
        case Running() as stage:
            return _no_more_taps(state, stage, at_ns)
        case Done():
            return (f.Finished(at_ns),)
        case _:
            return ()


def go_next(state: State, at_ns: int) -> Facts:
    """In a rep the same as Enter; a recovery is left out."""
    match state.stage:
        case Running():
            return thats_all(state, at_ns)
        case Recovering(next=int(number), phase=phase):
            return f.Skipped(at_ns, phase, number), f.RepStarted(at_ns, number, f.StartKind.TAP)
        case Recovering(phase=phase):
            return (f.RecoveryEnded(at_ns, phase),)
        case _:
            return ()


def _no_more_taps(state: State, stage: Running, at_ns: int) -> Facts:
    phase = state.plan.rep(stage.rep.phase)
    if phase.until_ended and phase.counted_only:
        return end_block(state, stage, at_ns)
    if phase.span_ns is not None:
        return Draft(state).add(f.RepEnded(at_ns, stage.rep.phase, timed=False)).follow_up(at_ns).done()
    draft = Draft(state)
    for runner in stage.rep.runners:
        if runner.is_running:
            _end_for(draft, phase, stage, runner, at_ns)
    return _recovery_without_finish(draft, phase, at_ns).done()


def _end_for(draft: Draft, phase: RepPhase, stage: Running, runner: Runner, at_ns: int) -> None:
    """The last tap becomes the finish where it is nearer to the finish's due time than to its own."""
    number, count, stamp = stage.rep.phase, len(phase.crossings), runner.last_stamp
    if stamp is not None and _is_nearer_to(phase, stage, runner, count):
        taken = len(runner.crossings)
        draft.add(*(f.CrossingMissed(at_ns, number, runner.athlete, c) for c in range(taken, count)))
        draft.add(f.Accepted(at_ns, number, runner.athlete, stamp.n, count))
        draft.add(f.RepEnded(stamp.at_ns, number, timed=True, athlete=runner.athlete))
    else:
        draft.add(f.RepEnded(at_ns, number, timed=False, athlete=runner.athlete))


def _is_nearer_to(phase: RepPhase, stage: Running, runner: Runner, crossing: int) -> bool:
    """Whether the last tap lies nearer to that crossing's due time than to the one it was taken for."""
    stamp, taken = runner.last_stamp, len(runner.crossings)
    own, other = due_band(phase, runner, taken), due_band(phase, runner, crossing)
    if stamp is None or own is None or other is None or crossing <= taken:
        return False
    split = stamp.at_ns - stage.rep.started_ns
    return abs(split - sum(other) // 2) < abs(split - sum(own) // 2)


def _recovery_without_finish(draft: Draft, phase: RepPhase, at_ns: int) -> Draft:
    """From the last tapped finish; alone and without one from start + target if that is past, else from the key.

    A GO in under ten seconds would surprise everybody: then it comes ten seconds after the key, and the log says so.
    """
    stage = draft.state.stage
    if not isinstance(stage, Running):
        return draft
    tapped = any(stage.rep.finishes())
    anchor_ns = anchor(draft.state, stage.rep, at_ns)
    if not tapped and draft.state.plan.alone:
        aim = phase.aim(1)
        if aim is not None and aim.low_ns is not None:
            anchor_ns = min(at_ns, stage.rep.started_ns + aim.low_ns)
    draft.follow_up(anchor_ns, assumed=not tapped, start_ns=at_ns)
    return hurried(draft, at_ns)


# --- the missed lap -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MissedLap:
    """A question on the screen: was crossing `crossing` missed, and this tap the one after it?"""

    athlete: int
    crossing: int
    of: int


def missed_lap(state: State) -> MissedLap | None:
    """Asked while the last tap lies nearer to the crossing after the one it was taken for."""
    if not isinstance(state.stage, Running):
        return None
    phase = state.plan.rep(state.stage.rep.phase)
    for runner in state.stage.rep.runners:
        taken = len(runner.crossings)
        if runner.is_running and _is_nearer_to(phase, state.stage, runner, taken + 1):
            stamp = runner.last_stamp
            if taken < len(phase.crossings) and stamp is not None:
                return MissedLap(runner.athlete, taken, stamp.n)
    return None


def yes_missed(state: State, question: MissedLap, at_ns: int) -> Facts:
    """The tap becomes the next crossing; the one it was taken for has no time."""
    stage = state.stage
    assert isinstance(stage, Running), "a lap can only be missed in a rep"
    number, count = stage.rep.phase, len(state.plan.rep(stage.rep.phase).crossings)
    stamp = stage.rep.runner(question.athlete).last_stamp
    assert stamp is not None, "the question is about a tap"
    draft = Draft(state)
    draft.add(f.CrossingMissed(at_ns, number, question.athlete, question.crossing))
    draft.add(f.Accepted(at_ns, number, question.athlete, question.of, question.crossing + 1))
    if question.crossing + 1 >= count:
        draft.add(f.RepEnded(stamp.at_ns, number, timed=True, athlete=question.athlete))
        after = draft.state.stage
        if isinstance(after, Running):
            draft.follow_up(anchor(draft.state, after.rep, stamp.at_ns))
            hurried(draft, at_ns)
    return draft.done()


# --- the clock ------------------------------------------------------------------------------------------------------


def started_now(state: State, at_ns: int) -> Facts:
    """`s`: in a rep its start moves here, early enough; before one it starts here."""
    match state.stage:
        case Running() as stage if _can_restamp(state, stage, at_ns):
            return (f.Restamped(at_ns, stage.rep.phase),)
        case Ready() | LeadIn():
            number = next_rep_number(state.plan, 0)
        case Recovering(next=number):
            pass
        case _:
            return ()
    return () if number is None else (f.RepStarted(at_ns, number, f.StartKind.RESTAMPED),)


def _can_restamp(state: State, stage: Running, at_ns: int) -> bool:
    """Only before half the target, and before the first tap: a start behind a crossing would make it negative."""
    if any(runner.crossings or runner.ended_ns for runner in stage.rep.runners):
        return False
    phase = state.plan.rep(stage.rep.phase)
    lows = [aim.low_ns for aim in phase.aims if aim.low_ns is not None]
    whole = phase.span_ns or (min(lows) if lows else 2 * RESTAMP_NS)
    return at_ns - stage.rep.started_ns < whole // 2


def hold(state: State, at_ns: int) -> Facts:
    """Stops a countdown, or goes on with what was left, at least ten seconds; in a rep it is meant for what follows."""
    match state.stage:
        case Running(hold_armed=False, rep=rep) if _ends_by_itself(state.plan.phase(rep.phase + 1)):
            return (f.Held(at_ns, rep.phase),)
        case Running(hold_armed=True, rep=rep):
            return (f.Resumed(at_ns, rep.phase),)
        case LeadIn(go_ns=int(go_ns), left_ns=None) | Recovering(go_ns=int(go_ns), left_ns=None) if go_ns > at_ns:
            return (f.Held(at_ns, state.current_phase, go_ns - at_ns),)
        case LeadIn(left_ns=int(left_ns)) | Recovering(left_ns=int(left_ns)):
            return (f.Resumed(at_ns, state.current_phase, at_ns + max(left_ns, HURRY_NS)),)
        case _:
            return ()


def _ends_by_itself(phase: Phase | None) -> bool:
    return isinstance(phase, RecoveryPhase) and isinstance(phase.measure, Timed | SameTime | SendOff)


def adjust(state: State, at_ns: int, by_ns: int) -> Facts:
    """Longer or shorter, in recovery and ready; three seconds stay, so that 3-2-1 is heard."""
    match state.stage:
        case Ready(lead_in_ns=left_ns):
            left = max(left_ns + by_ns, SHORTEST_NS)
            return () if left == left_ns else (f.Adjusted(at_ns, 0, left_ns=left),)
        case Recovering(left_ns=int(left_ns), phase=phase):
            left = max(left_ns + by_ns, SHORTEST_NS)
            return () if left == left_ns else (f.Adjusted(at_ns, phase, left_ns=left),)
        case Recovering(go_ns=int(go_ns), phase=phase) if go_ns > at_ns:
            new = max(go_ns + by_ns, min(go_ns, at_ns + SHORTEST_NS))
            return () if new == go_ns else (f.Adjusted(at_ns, phase, go_ns=new),)
        case _:
            return ()


# --- the course of the session --------------------------------------------------------------------------------------


def repeat(state: State, at_ns: int) -> Facts:
    """The rep that runs, or the one just run, does not count and comes again."""
    match state.stage:
        case Running(rep=rep):
            return (f.Voided(at_ns, rep.phase),)
        case Recovering(after=Running() as after) | Done(after=Running() as after) if not after.rep.voided:
            return (f.Voided(at_ns, after.rep.phase),)
        case _:
            return ()


def end_here(state: State, at_ns: int) -> Facts:
    """Ends a block that runs until ended, else the session. What still runs gets no time."""
    match state.stage:
        case Done() | Finished() | Ready():
            return ()
        case Running() as stage:
            if state.plan.rep(stage.rep.phase).until_ended:
                return end_block(state, stage, at_ns)
            draft = Draft(state)
            for runner in stage.rep.runners:
                if runner.is_running:
                    draft.add(f.RepEnded(at_ns, stage.rep.phase, timed=False, athlete=runner.athlete))
            return draft.done() if _is_over(draft.state) else draft.add(f.Ended(at_ns, stage.rep.phase)).done()
        case Recovering(after=after) as stage if state.plan.rep(after.rep.phase).until_ended:
            return _behind_block(Draft(state), stage.phase, at_ns)
        case _:
            return (f.Ended(at_ns, state.current_phase),)


def end_block(state: State, stage: Running, at_ns: int) -> Facts:
    """Ends a block without an end in the middle of a rep."""
    draft = Draft(state).add(f.RepEnded(at_ns, stage.rep.phase, timed=False))
    return draft.done() if _is_over(draft.state) else _behind_block(draft, stage.rep.phase, at_ns)


def _behind_block(draft: Draft, phase: int, at_ns: int) -> Facts:
    """Goes to the recovery behind the open block, or to the rep where there is none, or to the end."""
    timeline = draft.state.plan.timeline
    to = next((k for k in range(phase + 1, len(timeline) + 1) if not timeline[k - 1].until_ended), None)
    draft.add(f.Skipped(at_ns, phase, to))
    if to is None:
        return draft.done()
    recovery, stage = timeline[to - 1], draft.state.stage
    if isinstance(recovery, RepPhase):
        return draft.add(f.RepStarted(at_ns, to, f.StartKind.TAP)).done()
    rep = stage.rep if isinstance(stage, Running) else draft.state.reps[-1]
    go_ns = planned_go(recovery, rep, at_ns)
    draft.add(f.RecoveryStarted(at_ns, to, go_ns))
    return (hurried(draft, at_ns) if go_ns is not None and go_ns <= at_ns else draft).done()


def _is_over(state: State) -> bool:
    return isinstance(state.stage, Done)


def drop_out(state: State, athlete: int, at_ns: int) -> Facts:
    """Nobody waits for them: if they were the last one out, the recovery counts from the true last in."""
    if athlete in state.out or not 1 <= athlete <= len(state.plan.athletes):
        return ()
    draft = Draft(state).add(f.DroppedOut(at_ns, state.current_phase, athlete))
    stage = draft.state.stage
    if isinstance(stage, Running) and stage.rep.is_complete:
        draft.follow_up(anchor(draft.state, stage.rep, at_ns), start_ns=at_ns)
        hurried(draft, at_ns)
    return anchored_again(draft, at_ns).done()


def join(state: State, athlete: int, at_ns: int) -> Facts:
    """They run again from the next rep on. A clock that ran out while everybody was out leaves them ten seconds."""
    if athlete not in state.out:
        return ()
    draft = Draft(state).add(f.Joined(at_ns, state.current_phase, athlete))
    anchored_again(draft, at_ns)
    stage, due_ns = draft.state.stage, due(draft.state)
    if due_ns is None or due_ns > at_ns:
        return draft.done()
    if isinstance(stage, LeadIn):
        return draft.add(f.Adjusted(at_ns, 0, go_ns=at_ns + HURRY_NS)).done()
    return hurried(draft.follow_up(at_ns, start_ns=at_ns), at_ns).done()
