"""How taps change hands: one that counts after all, one that doesn't, one that was somebody else's."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.timing import facts as f
from trackbuddy.timing.state import (
    Apart,
    Done,
    IgnoredTap,
    OutOfPlaceError,
    Recovering,
    Runner,
    Running,
    RunRep,
    Stamp,
    State,
    latest_rep,
)


def accept(state: State, fact: f.Accepted) -> State:
    """The other facts of the same input count the tap; here its place is made free.

    In a recovery the rep is opened again as it stood before its finish.
    """
    state = without_ignored(state, fact.of)
    return _reopen(state, fact.athlete) if isinstance(state.stage, Recovering | Done) else state


def without_ignored(state: State, n: int) -> State:
    if all(tap.n != n for tap in state.ignored):
        return state
    return replace(state, ignored=tuple(tap for tap in state.ignored if tap.n != n))


def _reopen(state: State, athlete: int) -> State:
    """With several athletes a finish that gives way becomes a spare stamp."""
    stage = state.stage
    after = stage.after if isinstance(stage, Recovering | Done) else None
    if after is None or not state.reps:
        raise OutOfPlaceError("there is no finish that this tap could move")
    runner = after.rep.runner(athlete)
    kept = runner.crossings[:-1] if runner.timed else runner.crossings
    opened = replace(runner, crossings=kept, ended_ns=None, timed=False, out=False)
    spare = runner.crossings[-1] if runner.timed and runner.crossings else None
    if spare is not None and not state.plan.alone:
        ignored = IgnoredTap(spare.n, spare.at_ns, after.rep.phase, f.Reason.ALREADY_IN, athlete)
        state = replace(state, ignored=(*state.ignored, ignored))
    stage = replace(after, rep=after.rep.with_runner(opened))
    return replace(state, reps=state.reps[:-1], stage=stage)


def withdraw(state: State, fact: f.Withdrawn) -> State:
    """A spare stamp is forgotten; one that counted becomes spare.

    Whoever had it runs on: while the rep runs, and alone even in the recovery. When all were in they have no time.
    """
    rep = latest_rep(state)
    holder = None if rep is None or fact.athlete is None else _holder(rep, fact.of)
    if rep is None or holder is None:
        return without_ignored(state, fact.of)
    stamp = next(s for s in holder.crossings if s and s.n == fact.of)
    spare = IgnoredTap(stamp.n, stamp.at_ns, rep.phase, f.Reason.WITHDRAWN, None)
    # It was not their thumb: it guards against no tap of theirs any more.
    guards = tuple(entry for entry in state.last_taps if entry != (holder.athlete, stamp.at_ns))
    state = replace(state, ignored=(*state.ignored, spare), last_taps=guards)
    left = replace(holder, crossings=tuple(s for s in holder.crossings if s is not stamp), ended_ns=None, timed=False)
    if isinstance(state.stage, Running):
        return replace(state, stage=replace(state.stage, rep=rep.with_runner(left)))
    if _runs_on(state) and isinstance(state.stage, Recovering | Done) and state.stage.after:
        running = replace(state.stage.after, rep=rep.with_runner(left))
        return replace(state, reps=state.reps[:-1], stage=running)
    return _with_latest_rep(state, rep.with_runner(replace(left, ended_ns=fact.at_ns)))


def _runs_on(state: State) -> bool:
    """Alone whose finish is taken back is still out, unless the session was ended or the clock ends the rep."""
    is_early = isinstance(state.stage, Done) and state.stage.early
    return state.plan.alone and state.plan.rules.taps != "none" and not is_early and bool(state.reps)


def rename(state: State, fact: f.Named) -> State:
    """Two taps change hands, their instants kept; a mark on a line that no longer counts changes nothing."""
    if isinstance(state.stage, Apart):
        return _renamed_apart(state, state.stage, fact)
    if isinstance(state.stage, Running) and _holder(state.stage.rep, fact.of):
        rep = _renamed(state.stage.rep, fact, over_ns=None)
        return replace(state, stage=replace(state.stage, rep=rep))
    for at in range(len(state.reps) - 1, -1, -1):
        if _holder(state.reps[at], fact.of):
            rep = _renamed(state.reps[at], fact, over_ns=fact.at_ns)
            if at == len(state.reps) - 1:
                return _with_latest_rep(state, rep)
            return replace(state, reps=(*state.reps[:at], rep, *state.reps[at + 1 :]))
    return state


def _with_latest_rep(state: State, rep: RunRep) -> State:
    """The rep that was run last, in its list and where the stage remembers it."""
    stage = state.stage
    if isinstance(stage, Recovering | Done) and stage.after is not None:
        stage = replace(stage, after=replace(stage.after, rep=rep))
    return replace(state, reps=(*state.reps[:-1], rep), stage=stage)


def _holder(rep: RunRep, n: int) -> Runner | None:
    return next((r for r in rep.runners if any(s and s.n == n for s in r.crossings)), None)


def _renamed(rep: RunRep, fact: f.Named, *, over_ns: int | None) -> RunRep:
    holder = _holder(rep, fact.of)
    if holder is None or not 1 <= fact.athlete <= len(rep.runners):
        return rep
    named = tuple(replace(s, named=True) if s and s.n == fact.of else s for s in holder.crossings)
    holder, other = replace(holder, crossings=named), rep.runner(fact.athlete)
    if holder.athlete == other.athlete:
        return rep.with_runner(holder)
    crossing = next(k for k, s in enumerate(holder.crossings) if s and s.n == fact.of)
    if stamp_at(other, crossing) is not None:
        one, two = swapped(holder, other, crossing)
        return rep.with_runner(one).with_runner(two)
    if holder.ended_ns is None and other.ended_ns is None:
        return _lap_moved(rep, holder, other, fact.of)
    return _finishes_swapped(rep, holder, other, over_ns)


def stamp_at(runner: Runner, crossing: int) -> Stamp | None:
    """The tap for a crossing, counted from 0; None without one."""
    return runner.crossings[crossing] if crossing < len(runner.crossings) else None


def swapped(one: Runner, two: Runner, crossing: int) -> tuple[Runner, Runner]:
    """Two athletes change their taps for one crossing; who finished with it finishes with the other."""
    first, second = stamp_at(one, crossing), stamp_at(two, crossing)
    assert first is not None, "one has a tap to change"
    assert second is not None, "so has the other"
    return _with_stamp(one, crossing, first, second), _with_stamp(two, crossing, second, first)


def _with_stamp(runner: Runner, crossing: int, old: Stamp, new: Stamp) -> Runner:
    crossings = (*runner.crossings[:crossing], new, *runner.crossings[crossing + 1 :])
    ended_ns = new.at_ns if runner.timed and runner.ended_ns == old.at_ns else runner.ended_ns
    return replace(runner, crossings=crossings, ended_ns=ended_ns)


def _lap_moved(rep: RunRep, holder: Runner, other: Runner, of: int) -> RunRep:
    """On the way it is one lap that was somebody else's."""
    stamp = next(s for s in holder.crossings if s and s.n == of)
    kept = tuple(s for s in holder.crossings if s is not stamp)
    at = sum(s is None or s.at_ns < stamp.at_ns for s in other.crossings)
    theirs = (*other.crossings[:at], stamp, *other.crossings[at:])
    return rep.with_runner(replace(holder, crossings=kept)).with_runner(replace(other, crossings=theirs))


def _finishes_swapped(rep: RunRep, holder: Runner, other: Runner, over_ns: int | None) -> RunRep:
    """Two athletes change times. Who is left without one when the rep is over has none."""
    one = replace(holder, crossings=other.crossings, ended_ns=other.ended_ns, timed=other.timed)
    two = replace(other, crossings=holder.crossings, ended_ns=holder.ended_ns, timed=holder.timed, out=False)
    if one.ended_ns is None and over_ns is not None:
        one = replace(one, ended_ns=over_ns)
    return rep.with_runner(one).with_runner(two)


# --- clocks of their own --------------------------------------------------------------------------------------------


def _renamed_apart(state: State, stage: Apart, fact: f.Named) -> State:
    """The athlete's tap for the same crossing goes the other way."""
    here = next((k for k, lane in enumerate(stage.lanes) if _has(lane, fact.of)), None)
    if here is None or not 1 <= fact.athlete <= len(stage.lanes):
        return state
    there = fact.athlete - 1
    mine, theirs = latest_rep(stage.lanes[here]), latest_rep(stage.lanes[there])
    assert mine is not None, "it holds the tap"
    holder = mine.runner(1)
    crossing = next(k for k, s in enumerate(holder.crossings) if s and s.n == fact.of)
    named = tuple(replace(s, named=True) if s and s.n == fact.of else s for s in holder.crossings)
    holder = replace(holder, crossings=named)
    lanes = list(stage.lanes)
    if here != there and theirs is not None and stamp_at(theirs.runner(1), crossing) is not None:
        holder, other = swapped(holder, theirs.runner(1), crossing)
        lanes[there] = _with_run(lanes[there], theirs.with_runner(other))
    lanes[here] = _with_run(lanes[here], mine.with_runner(holder))
    return replace(state, stage=Apart(tuple(lanes)))


def _has(lane: State, n: int) -> bool:
    rep = latest_rep(lane)
    return rep is not None and _holder(rep, n) is not None


def _with_run(lane: State, rep: RunRep) -> State:
    if isinstance(lane.stage, Running):
        return replace(lane, stage=replace(lane.stage, rep=rep))
    return _with_latest_rep(lane, rep)
