"""How a repair changes the standing. Facts before it stay as they are: only what they come to is another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trackbuddy.plan.phases import RepPhase
from trackbuddy.timing import repairs as r
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.state import Apart, Done, Finished, Recovering, Runner, RunRep, State


def mend(state: State, repair: r.Repair) -> State:
    """The standing after a repair. Raises LookupError for one that fits nothing that was run."""
    mended = _in_lane(state, repair) if state.lanes else _mended(state, repair)
    return replace(mended, repairs=state.repairs + 1)


def _in_lane(state: State, repair: r.Repair) -> State:
    """Where everybody has a clock of their own, what is about reps is about one athlete's."""
    match repair:
        case r.Renamed() | r.Tagged() | r.NoteEdited():
            return _worded(state, repair)
        case r.Inserted() | r.Removed() | r.Swapped():
            raise LookupError("results neither move nor change places where everybody has a clock of their own")
        case r.Corrected() | r.StartMoved() | r.Excluded() | r.MetresCorrected():
            athlete = repair.athlete or 1
            if not 1 <= athlete <= len(state.lanes):
                raise LookupError(f"there is no athlete {athlete}")
            lane = _mended(state.lanes[athlete - 1], replace(repair, athlete=1))
            lanes = (*state.lanes[: athlete - 1], lane, *state.lanes[athlete:])
            stage = state.stage
            assert isinstance(stage, Apart | Finished), "only these have lanes"
            return replace(state, stage=replace(stage, lanes=lanes))


def _mended(state: State, repair: r.Repair) -> State:
    match repair:
        case r.Corrected():
            return _with_runner(state, repair.phase, repair.athlete, lambda run, one: _timed(run, one, repair.split_ns))
        case r.StartMoved():
            at = _index(state, repair.phase)
            return _with_reps(state, _put(state.reps, at, _started(state.reps[at], repair.started_ns)))
        case r.Inserted() | r.Removed():
            return _shifted(state, repair)
        case r.Swapped():
            return _swapped(state, repair)
        case r.Excluded(excluded=excluded):
            return _with_runner(state, repair.phase, repair.athlete, lambda _, one: replace(one, excluded=excluded))
        case r.MetresCorrected():
            return _measured(state, repair)
        case r.Renamed() | r.Tagged() | r.NoteEdited():
            return _worded(state, repair)


# --- reps -----------------------------------------------------------------------------------------------------------


def _index(state: State, phase: int) -> int:
    """Where the last run of a phase stands among the reps that are over."""
    for at in range(len(state.reps) - 1, -1, -1):
        if state.reps[at].phase == phase:
            return at
    raise LookupError(f"phase {phase} was not run")


def _put(reps: Sequence[RunRep], at: int, rep: RunRep) -> tuple[RunRep, ...]:
    return (*reps[:at], rep, *reps[at + 1 :])


def _with_reps(state: State, reps: tuple[RunRep, ...]) -> State:
    """A recovery, or the end, remembers the rep before it: that one is repaired too."""
    stage = state.stage
    if isinstance(stage, Recovering | Done) and stage.after is not None and reps:
        stage = replace(stage, after=replace(stage.after, rep=reps[-1]))
    return replace(state, reps=reps, stage=stage)


def _with_runner(state: State, phase: int, athlete: int, change: Callable[[RunRep, Runner], Runner]) -> State:
    at = _index(state, phase)
    run = state.reps[at]
    runner = change(run, _runner(run, athlete))
    return _with_reps(state, _put(state.reps, at, run.with_runner(runner)))


def _runner(run: RunRep, athlete: int) -> Runner:
    if not 1 <= athlete <= len(run.runners):
        raise LookupError(f"there is no athlete {athlete}")
    return run.runner(athlete)


def _timed(run: RunRep, runner: Runner, split_ns: int | None) -> Runner:
    """Laps tapped before the typed finish stay laps; the finish itself has no tap any more."""
    if split_ns is None:
        return replace(runner, timed=False, mended=True)
    if split_ns <= 0:
        raise LookupError("a time is above zero")
    ended_ns = run.started_ns + split_ns
    kept = tuple(stamp for stamp in runner.crossings if stamp is None or stamp.at_ns < ended_ns)
    if len(kept) == len(runner.crossings) and runner.timed and kept:
        kept = kept[:-1]
    return replace(runner, crossings=kept, ended_ns=ended_ns, timed=True, out=False, mended=True)


def _started(run: RunRep, started_ns: int) -> RunRep:
    runners = tuple(
        replace(one, crossings=tuple(s for s in one.crossings if s is None or s.at_ns > started_ns), mended=True)
        for one in run.runners
    )
    if any(one.ended_ns is not None and one.ended_ns <= started_ns for one in runners):
        raise LookupError("a rep starts before its finish")
    return replace(run, started_ns=started_ns, start=StartKind.RESTAMPED, runners=runners)


def _swapped(state: State, repair: r.Swapped) -> State:
    """Each result keeps its length and its laps, counted from the start of the rep it goes to."""
    here, there = _index(state, repair.phase), _index(state, repair.with_phase)
    one = _runner(state.reps[here], repair.athlete)
    two = _runner(state.reps[there], repair.with_athlete)
    by_ns = state.reps[there].started_ns - state.reps[here].started_ns
    reps = _put(state.reps, here, state.reps[here].with_runner(_moved(two, -by_ns, repair.athlete)))
    reps = _put(reps, there, reps[there].with_runner(_moved(one, by_ns, repair.with_athlete)))
    return _with_reps(state, reps)


def _moved(runner: Runner, by_ns: int, athlete: int) -> Runner:
    crossings = tuple(None if s is None else replace(s, at_ns=s.at_ns + by_ns) for s in runner.crossings)
    ended_ns = None if runner.ended_ns is None else runner.ended_ns + by_ns
    return replace(runner, athlete=athlete, crossings=crossings, ended_ns=ended_ns, mended=True)


# --- a rep more, a rep less -----------------------------------------------------------------------------------------


def _shifted(state: State, repair: r.Inserted | r.Removed) -> State:
    if not isinstance(state.stage, Finished) or not state.plan.alone:
        raise LookupError("only a finished session of one athlete gets a rep more or less")
    if isinstance(repair, r.Removed):
        at = _index(state, repair.phase)
        return _renumbered(state, state.reps[:at], state.reps[at + 1 :], -1)
    state.plan.rep(repair.phase)
    at = next((k for k, run in enumerate(state.reps) if run.phase >= repair.phase), len(state.reps))
    ended_ns = repair.started_ns + (repair.split_ns or 0)
    runner = Runner(1, ended_ns=ended_ns, timed=repair.split_ns is not None, mended=True)
    new = RunRep(repair.phase, repair.started_ns, StartKind.RESTAMPED, (runner,))
    return _renumbered(state, (*state.reps[:at], new), state.reps[at:], 1)


def _renumbered(state: State, before: tuple[RunRep, ...], behind: Sequence[RunRep], by: int) -> State:
    """Those behind become the next reps of the plan, or the ones before; metres go with them."""
    phases = [k for k, phase in enumerate(state.plan.timeline, start=1) if isinstance(phase, RepPhase)]
    moved: dict[int, int] = {}
    for run in behind:
        place = phases.index(run.phase) + by
        if not 0 <= place < len(phases):
            raise LookupError("the plan has no rep for it")
        moved[run.phase] = phases[place]
    shifted = tuple(replace(run, phase=moved[run.phase]) for run in behind)
    measured = tuple((moved.get(phase, phase), who, metres) for phase, who, metres in state.measured)
    return replace(state, reps=(*before, *shifted), measured=measured)


# --- words and metres -----------------------------------------------------------------------------------------------


def _measured(state: State, repair: r.MetresCorrected) -> State:
    if state.plan.rep(repair.phase).span_ns is None:
        raise LookupError("only a rep by time has metres of its own")
    _runner(state.reps[_index(state, repair.phase)], repair.athlete)
    others = tuple(entry for entry in state.measured if entry[:2] != (repair.phase, repair.athlete))
    if repair.metres is None:
        return replace(state, measured=others)
    return replace(state, measured=(*others, (repair.phase, repair.athlete, repair.metres)))


def _worded(state: State, repair: r.Renamed | r.Tagged | r.NoteEdited) -> State:
    match repair:
        case r.Renamed(athlete=athlete, name=name):
            names = state.plan.athletes
            if not 1 <= athlete <= len(names):
                raise LookupError(f"there is no athlete {athlete}")
            names = (*names[: athlete - 1], name, *names[athlete:])
            return replace(state, plan=replace(state.plan, athletes=names))
        case r.Tagged(tag=tag, tagged=tagged):
            tags = tuple(one for one in state.tags if one != tag)
            return replace(state, tags=(*tags, tag) if tagged else tags)
        case r.NoteEdited(note=note, text=text):
            if not 1 <= note <= len(state.notes) + 1:
                raise LookupError(f"there is no note {note}")
            return replace(state, notes=(*state.notes[: note - 1], text, *state.notes[note:]))
