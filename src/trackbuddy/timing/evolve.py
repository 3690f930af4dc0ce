"""How a fact changes the standing: live, resumed, reviewed and repaired sessions all fold through here."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.timing import facts as f
from trackbuddy.timing.lanes import LANED, Laned, as_alone, opened, with_lane
from trackbuddy.timing.mending import mend
from trackbuddy.timing.renaming import accept, rename, withdraw, without_ignored
from trackbuddy.timing.state import (
    Apart,
    Done,
    Finished,
    IgnoredTap,
    LeadIn,
    OutOfPlaceError,
    Ready,
    Recovering,
    Runner,
    Running,
    RunRep,
    Stage,
    Stamp,
    State,
    new_rep,
    next_rep_number,
)

MOST_IGNORED: Final = 50
"""So many ignored taps are kept at hand to be taken after all; the log has every one."""


def evolve(state: State, fact: f.Fact, n: int) -> State:
    """The standing after a fact of line `n`. Raises OutOfPlaceError for one that can't have happened here."""
    if state.plan.own and isinstance(fact, LANED) and fact.athlete is not None and _has_lane(state, fact):
        return _in_lane(state, fact, fact.athlete, n)
    return _evolve(state, fact, n)


def _evolve(state: State, fact: f.Fact, n: int) -> State:
    match fact:
        case f.Split():
            return _split(state, fact, n)
        case f.TapIgnored():
            return _ignored(state, fact, n)
        case f.RepStarted() | f.CrossingMissed() | f.RepEnded() | f.RecoveryStarted():
            return _rep(state, fact)
        case f.Accepted() | f.Withdrawn() | f.Named():
            return _hands(state, fact)
        case f.LeadInStarted() | f.Held() | f.Resumed() | f.Adjusted() | f.Restamped():
            return _clock(state, fact)
        case f.SendOffMissed() | f.Skipped() | f.Voided() | f.RecoveryEnded() | f.Ended():
            return _course(state, fact)
        case f.DroppedOut() | f.Joined():
            return _presence(state, fact)
        case f.Finished() | f.Discarded():
            lanes = tuple(evolve(lane, fact, n) for lane in state.lanes)
            return replace(_closed_rep(state), stage=Finished(isinstance(fact, f.Discarded), lanes))
        case f.Closed() | f.Reopened() | f.Slept():
            return _pause(state, fact)
        case f.Note() | f.Measured():
            return _said(state, fact)
        case f.SessionOpened() | f.Undone() | f.Redone() | f.Rewound() | f.Recovered() | f.Unknown():
            return state
        case _:
            return mend(state, fact)


def _hands(state: State, fact: f.Accepted | f.Withdrawn | f.Named) -> State:
    match fact:
        case f.Accepted():
            return accept(state, fact)
        case f.Withdrawn():
            return withdraw(state, fact)
        case f.Named():
            return rename(state, fact)


def _said(state: State, fact: f.Note | f.Measured) -> State:
    match fact:
        case f.Note(text=text):
            return replace(state, notes=(*state.notes, text))
        case f.Measured(phase=phase, athlete=athlete, metres=metres):
            return replace(state, measured=(*state.measured, (phase, athlete, metres)))


_RepFact = f.RepStarted | f.CrossingMissed | f.RepEnded | f.RecoveryStarted


def _rep(state: State, fact: _RepFact) -> State:
    match fact:
        case f.RepStarted():
            return _start(state, fact)
        case f.CrossingMissed(athlete=athlete, crossing=crossing):
            runner = _running(state).rep.runner(athlete)
            before, after = runner.crossings[: crossing - 1], runner.crossings[crossing - 1 :]
            return _with_runner(state, replace(runner, crossings=(*before, None, *after)))
        case f.RepEnded():
            return _end_rep(state, fact)
        case f.RecoveryStarted():
            return _recover(state, fact)


def _running(state: State) -> Running:
    if not isinstance(state.stage, Running):
        raise OutOfPlaceError("this happened while no rep was being run")
    return state.stage


def _with_rep(state: State, rep: RunRep) -> State:
    return replace(state, stage=replace(_running(state), rep=rep))


def _with_runner(state: State, runner: Runner) -> State:
    return _with_rep(state, _running(state).rep.with_runner(runner))


def _tapped(state: State, athlete: int, at_ns: int) -> State:
    """Guards slide over every tap, counted or not. A tap that comes in late doesn't turn the last one back."""
    before = state.last_tap(athlete)
    if before is not None and before > at_ns:
        return state
    others = tuple(entry for entry in state.last_taps if entry[0] != athlete)
    return replace(state, last_taps=(*others, (athlete, at_ns)))


def _ignored(state: State, fact: f.TapIgnored, n: int) -> State:
    ignored = IgnoredTap(n, fact.at_ns, fact.phase, fact.reason, fact.athlete)
    tapped = _tapped(state, fact.athlete or 0, fact.at_ns)
    return replace(tapped, ignored=(*state.ignored, ignored)[-MOST_IGNORED:])


# --- reps -----------------------------------------------------------------------------------------------------------


def _start(state: State, fact: f.RepStarted) -> State:
    if not isinstance(state.plan.phase(fact.phase), RepPhase):
        raise OutOfPlaceError(f"phase {fact.phase} is no rep")
    state = _closed_rep(state)
    if fact.start is f.StartKind.TAP:
        state = _tapped(state, 1 if state.plan.alone else 0, fact.at_ns)
    measured = tuple(entry for entry in state.measured if entry[0] != fact.phase)
    return replace(state, measured=measured, stage=Running(new_rep(state, fact.phase, fact.at_ns, fact.start)))


def _closed_rep(state: State) -> State:
    """A rep that is left, however, joins those that are over."""
    if isinstance(state.stage, Running):
        return replace(state, reps=(*state.reps, state.stage.rep))
    return state


def _split(state: State, fact: f.Split, n: int) -> State:
    runner = _running(state).rep.runner(fact.athlete)
    stamp = Stamp(n, fact.at_ns, fact.named)
    state = _with_runner(state, replace(runner, crossings=(*runner.crossings, stamp)))
    state = _tapped(state, fact.athlete, fact.at_ns)
    return state if fact.named else _tapped(state, 0, fact.at_ns)


def _end_rep(state: State, fact: f.RepEnded) -> State:
    running = _running(state)
    rep = running.rep
    for runner in rep.runners:
        if runner.is_running and fact.athlete in (None, runner.athlete):
            rep = rep.with_runner(replace(runner, ended_ns=fact.at_ns, timed=fact.timed))
    state = _with_rep(state, rep)
    if fact.athlete is not None and not fact.timed:
        state = _tapped(_tapped(state, fact.athlete, fact.at_ns), 0, fact.at_ns)
    if rep.is_complete and state.plan.phase(rep.phase + 1) is None:
        return _all_over(state)
    return state


def _all_over(state: State, *, early: bool = False) -> State:
    after = state.stage if isinstance(state.stage, Running) else None
    if isinstance(state.stage, Recovering):
        after = state.stage.after
    return replace(_closed_rep(state), stage=Done(after, early))


def _recover(state: State, fact: f.RecoveryStarted) -> State:
    """Behind a rep; or behind another recovery, when a block without an end was ended in one."""
    running = state.stage.after if isinstance(state.stage, Recovering) else _running(state)
    stopped = running.hold_armed and fact.go_ns is not None
    stage = Recovering(
        phase=fact.phase,
        began_ns=fact.at_ns,
        go_ns=fact.go_ns,
        after=running,
        next=next_rep_number(state.plan, fact.phase),
        left_ns=fact.go_ns - fact.at_ns if stopped and fact.go_ns is not None else None,
        waits=fact.waits,
        assumed=fact.assumed,
    )
    return replace(_closed_rep(state), stage=stage)


# --- the clock ------------------------------------------------------------------------------------------------------

_ClockFact = f.LeadInStarted | f.Held | f.Resumed | f.Adjusted | f.Restamped


def _clock(state: State, fact: _ClockFact) -> State:
    match fact, state.stage:
        case f.LeadInStarted(), Ready():
            tapped = _tapped(state, 0 if not state.plan.alone else 1, fact.at_ns)
            return replace(tapped, stage=LeadIn(fact.at_ns, fact.go_ns))
        case f.Held(), Running() as stage:
            return replace(state, stage=replace(stage, hold_armed=True))
        case f.Held(), (LeadIn() | Recovering()) as stage:
            return replace(state, stage=replace(stage, left_ns=fact.left_ns))
        case f.Resumed(), Running() as stage:
            return replace(state, stage=replace(stage, hold_armed=False))
        case f.Resumed(go_ns=int(go_ns)), (LeadIn() | Recovering()) as stage:
            return replace(state, stage=replace(stage, go_ns=go_ns, left_ns=None))
        case f.Adjusted(left_ns=int(left_ns)), Ready():
            return replace(state, stage=Ready(left_ns))
        case f.Adjusted(go_ns=int(go_ns)), LeadIn() as stage:
            return replace(state, stage=replace(stage, go_ns=go_ns))
        case f.Adjusted(), Recovering() as stage:
            return replace(state, stage=_adjusted(stage, fact))
        case f.Restamped(), Running() as stage:
            return _with_rep(state, replace(stage.rep, started_ns=fact.at_ns, start=f.StartKind.RESTAMPED))
        case _:
            raise OutOfPlaceError("the clock could not be changed here")


def _adjusted(stage: Recovering, fact: f.Adjusted) -> Recovering:
    return replace(
        stage,
        go_ns=stage.go_ns if fact.go_ns is None else fact.go_ns,
        left_ns=stage.left_ns if fact.left_ns is None else fact.left_ns,
        began_ns=stage.began_ns if fact.counts_from_ns is None else fact.counts_from_ns,
    )


# --- the course of the session --------------------------------------------------------------------------------------

_CourseFact = f.SendOffMissed | f.Skipped | f.Voided | f.RecoveryEnded | f.Ended


def _course(state: State, fact: _CourseFact) -> State:
    match fact, state.stage:
        case f.SendOffMissed(), Running() as stage:
            return _with_rep(state, replace(stage.rep, send_off_missed=True))
        case f.Skipped(to=None), _:
            return _all_over(state)
        case f.Skipped(), _:
            return state
        case f.Voided(), Running() as stage:
            return _waiting_again(state, replace(stage, rep=replace(stage.rep, voided=True)), fact.at_ns)
        case f.Voided(), Recovering() as stage if state.reps:
            voided = replace(state.reps[-1], voided=True)
            again = replace(stage, next=fact.phase, after=replace(stage.after, rep=voided))
            return replace(state, reps=(*state.reps[:-1], voided), stage=again)
        case f.Voided(), Done(after=Running() as after) if state.reps:
            without = replace(state, reps=state.reps[:-1])
            return _waiting_again(without, replace(after, rep=replace(after.rep, voided=True)), fact.at_ns)
        case f.RecoveryEnded(), Recovering():
            return _all_over(state)
        case f.Ended(), _:
            return _all_over(state, early=True)
        case _:
            raise OutOfPlaceError("this can't have happened here")


def _waiting_again(state: State, stage: Running, at_ns: int) -> State:
    """A voided rep waits for a tap to be run again."""
    phase = stage.rep.phase
    waiting = Recovering(phase, at_ns, None, stage, next=phase, waits=True)
    return replace(state, reps=(*state.reps, stage.rep), stage=waiting)


def _presence(state: State, fact: f.DroppedOut | f.Joined) -> State:
    if isinstance(fact, f.Joined):
        return replace(state, out=state.out - {fact.athlete})
    state = replace(state, out=state.out | {fact.athlete})
    if not isinstance(state.stage, Running):
        return state
    runner = state.stage.rep.runner(fact.athlete)
    state = _with_runner(state, replace(runner, out=runner.is_running))
    rep = _running(state).rep
    over = rep.is_complete and state.plan.phase(rep.phase + 1) is None
    return _all_over(state) if over else state


# --- clocks of their own --------------------------------------------------------------------------------------------


def _has_lane(state: State, fact: Laned) -> bool:
    """Before the lead-in only its beginning opens the lanes: who drops out then is out for everybody."""
    return isinstance(state.stage, Apart) or isinstance(fact, f.LeadInStarted | f.RepStarted)


def _in_lane(state: State, fact: Laned, athlete: int, n: int) -> State:
    lanes = opened(state)
    if not 1 <= athlete <= len(lanes):
        raise OutOfPlaceError(f"there is no clock of athlete {athlete}")
    state = with_lane(state, athlete, evolve(lanes[athlete - 1], as_alone(fact), n))
    match fact:
        case f.DroppedOut():
            return replace(state, out=state.out | {athlete})
        case f.Joined():
            return replace(state, out=state.out - {athlete})
        case f.Accepted(of=of):
            state = without_ignored(state, of)
            return replace(state, stage=Apart(tuple(without_ignored(lane, of) for lane in state.lanes)))
        case f.Split(named=False) | f.RepStarted(start=f.StartKind.TAP):
            return _tapped(state, 0, fact.at_ns)
        case _:
            return state


# --- marks ----------------------------------------------------------------------------------------------------------


def _pause(state: State, fact: f.Closed | f.Reopened | f.Slept) -> State:
    """Nobody watched for a while: neither the session's clock nor anybody's own."""
    if isinstance(state.stage, Apart):
        state = replace(state, stage=Apart(tuple(_pause(lane, fact) for lane in state.stage.lanes)))
    if isinstance(fact, f.Closed):
        return replace(state, is_closed=True)
    return replace(state, is_closed=False, gap_ns=fact.at_ns, stage=_after_a_gap(state, fact.at_ns))


def _after_a_gap(state: State, at_ns: int) -> Stage:
    """A countdown that ran out while nobody watched sounded no GO: it waits for a tap."""
    match state.stage:
        case LeadIn(go_ns=go_ns, left_ns=None) if go_ns <= at_ns:
            return Ready(state.plan.rules.lead_in_ns)
        case Recovering(go_ns=int(go_ns), left_ns=None) as stage if go_ns <= at_ns:
            return replace(stage, go_ns=None, waits=True)
        case stage:
            return stage
