"""What a log says beside its times: taps that were ignored, steps taken back, damage, repairs, notes.

A time in a sentence says what it counts from: a finish, a start, the opening of the session.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from trackbuddy.formats.saved import clean
from trackbuddy.plan.numbering import rep_number
from trackbuddy.plan.phases import RepPhase
from trackbuddy.results import words
from trackbuddy.results.second_thoughts import TakenBack, ignored_taps, taken_back
from trackbuddy.results.steps import STEPS
from trackbuddy.timing import facts as f
from trackbuddy.timing import repairs as r
from trackbuddy.timing.facts import Fact, Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Running, RunRep, State


def remarks(history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """A sentence each, in the order of their kinds; notes last."""
    return tuple(_remarks(history, lines))


def _remarks(history: History, lines: Sequence[Line]) -> Iterator[str]:
    state, counted = history.state, history.ledger.active
    for tap in ignored_taps(lines, counted):
        yield f"ignored: a tap {where(state, tap.at_ns, tap.athlete)} ({tap.reason})"
    for undo in taken_back(lines, counted):
        yield f"undone {where(state, undo.at_ns)}: {_steps(undo)}"
    for line in lines:
        if isinstance(line.fact, f.Recovered):
            yield f"damaged: what was written behind line {line.fact.after} at first is left out"
        elif isinstance(line.fact, f.Unknown):
            yield f"unknown: line {line.n} is of a kind that this program doesn't know ({clean(line.fact.kind)})"
    for line in counted:
        if isinstance(line.fact, r.REPAIRS):
            yield f"repaired: {repair_text(state, line.fact)}"
    for place, note in zip(_places(counted), state.notes, strict=False):
        if note:
            yield f"note{_in_place(state, place)}: {clean(note)}"
    if state.tags:
        yield f"tags: {', '.join(map(clean, state.tags))}"


def _places(counted: Sequence[Line]) -> list[int | None]:
    """When each note was written; None for one that was added afterwards."""
    found: list[int | None] = []
    for line in counted:
        if isinstance(line.fact, f.Note):
            found.append(line.fact.at_ns)
        elif isinstance(line.fact, r.NoteEdited) and line.fact.note == len(found) + 1:
            found.append(None)
    return found


def _in_place(state: State, at_ns: int | None) -> str:
    """` behind rep 3`, where reps came after it; nothing for what was written at the end."""
    if at_ns is None:
        return ""
    lanes = state.lanes or (state,)
    runs = sorted((run for lane in lanes for run in _runs(lane)), key=lambda run: run.started_ns)
    before = [run for run in runs if run.started_ns <= at_ns]
    if len(before) == len(runs):
        return ""
    return f" behind {rep_name(state, before[-1].phase)}" if before else " before the start"


def where(state: State, at_ns: int, athlete: int | None = None) -> str:
    """`0.4 s after the finish of rep 3`, `in rep 3, 5.2 s after its start`, `1.0 s after the session was opened`."""
    lanes = state.lanes if athlete is None else (state.lane(athlete),) if 1 <= athlete <= len(state.lanes) else ()
    runs = sorted((run for lane in lanes or (state,) for run in _runs(lane)), key=lambda run: run.started_ns)
    before = [run for run in runs if run.started_ns <= at_ns]
    if not before:
        return f"{_seconds(at_ns)} after the session was opened"
    run = before[-1]
    name = rep_name(state, run.phase)
    finishes = [runner.ended_ns for runner in run.runners if runner.ended_ns is not None and runner.ended_ns <= at_ns]
    if finishes and run.is_complete:
        return f"{_seconds(at_ns - max(finishes))} after the {_end(run)} of {name}"
    return f"in {name}, {_seconds(at_ns - run.started_ns)} after its start"


def _runs(state: State) -> list[RunRep]:
    return [*state.reps, *([state.stage.rep] if isinstance(state.stage, Running) else [])]


def _end(run: RunRep) -> str:
    return "finish" if any(runner.timed for runner in run.runners) else "end"


def _seconds(ns: int) -> str:
    said = words.time(ns)
    return said if ":" in said else f"{said} s"


def rep_name(state: State, phase: int) -> str:
    """`rep 3`, `rep 2 of set 2`, `stride 4`, `warm-up 1`."""
    rep = state.plan.rep(phase)
    place, _ = rep_number(state.plan.timeline, phase)
    if rep.label is not None:
        return f"{rep.label} {place}"
    plain = [one for one in state.plan.timeline if isinstance(one, RepPhase) and one.label is None]
    blocks = sorted({one.block for one in plain})
    sets = {one.set for one in plain if one.block == rep.block}
    set_ = f" of set {rep.set}" if len(sets) > 1 else ""
    block = f" of block {blocks.index(rep.block) + 1}" if len(blocks) > 1 else ""
    return f"rep {place}{set_}{block}"


_STEPS: Final[dict[type[Fact], str]] = {
    **STEPS,
    f.Accepted: "a tap taken afterwards",
    f.Restamped: "a moved start",
    f.Skipped: "going on to the next rep",
    f.Voided: "leaving a rep out",
    f.DroppedOut: "dropping out",
    f.Joined: "coming back",
    f.Discarded: "the discarding",
    f.CrossingMissed: "a missed lap",
}
"""Without names: where it was is said beside it."""


def _steps(undo: TakenBack) -> str:
    """Each step in words; the facts that only followed from it are not said."""
    said: list[str] = []
    for fact in undo.facts:
        match fact:
            case f.Split(at_ns=at_ns):
                said.append(f"the tap {_seconds(undo.at_ns - at_ns)} before it")
            case f.RepEnded(timed=False):
                said.append("a rep without a time")
            case f.RepStarted(start=f.StartKind.TAP | f.StartKind.RESTAMPED):
                said.append("a start by tap")
            case _ if isinstance(fact, r.REPAIRS):
                said.append("a repair")
            case _ if type(fact) in _STEPS:
                said.append(_STEPS[type(fact)])
    return ", ".join(dict.fromkeys(said)) or "the last step"


# --- repairs --------------------------------------------------------------------------------------------------------


def repair_text(state: State, repair: r.Repair) -> str:
    """What a repair did, in a few words: `rep 4 is 34.1`, `rep 6 left out of the average`."""
    match repair:
        case r.Corrected(split_ns=split_ns):
            whose = _whose(state, repair.phase, repair.athlete)
            return f"{whose} has no time" if split_ns is None else f"{whose} is {words.timed(split_ns)}"
        case r.StartMoved():
            return f"{rep_name(state, repair.phase)} starts at a tap that was not counted as one"
        case r.Inserted(split_ns=split_ns):
            time = words.NO_TIME if split_ns is None else words.timed(split_ns)
            return f"{rep_name(state, repair.phase)} put in ({time})"
        case r.Removed():
            return f"what was {rep_name(state, repair.phase)} taken out"
        case r.Swapped():
            one = _whose(state, repair.phase, repair.athlete)
            return f"{one} and {_whose(state, repair.with_phase, repair.with_athlete)} swapped"
        case r.Excluded(excluded=excluded):
            done = "left out of the average" if excluded else "back in the average"
            return f"{_whose(state, repair.phase, repair.athlete)} {done}"
        case r.MetresCorrected(metres=metres):
            way = "no metres" if metres is None else f"{metres:g} m"
            return f"{_whose(state, repair.phase, repair.athlete)} has {way}"
        case _:
            return _worded(repair)


def _worded(repair: r.Renamed | r.Tagged | r.NoteEdited) -> str:
    match repair:
        case r.Renamed(athlete=athlete, name=name):
            return f"athlete {athlete} is {clean(name)}"
        case r.Tagged(tag=tag, tagged=tagged):
            return f"tag {clean(tag)}" if tagged else f"tag {clean(tag)} taken off"
        case r.NoteEdited(note=note, text=text):
            return f"note {note} edited" if text else f"note {note} taken out"


def _whose(state: State, phase: int, athlete: int) -> str:
    name = rep_name(state, phase)
    if state.plan.alone:
        return name
    return f"{clean(state.plan.athletes[athlete - 1]) or f'athlete {athlete}'}'s {name}"
