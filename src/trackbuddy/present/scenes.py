"""Where everybody is on the track: in a rep by target and crossings, in a recovery the way to the next start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.track import Track
from trackbuddy.present import pacer
from trackbuddy.present.ink import Ink
from trackbuddy.present.memo import remembered
from trackbuddy.present.pacer import Seen
from trackbuddy.present.view import Dot, Ring, Scene
from trackbuddy.timing.state import Plan, Recovering, Running, RunRep, State

Ghosts = Mapping[int, Sequence[Seen]]
"""By phase: the crossings of the same rep when the session was run before."""
NO_GHOSTS: Final[Ghosts] = {}


def run_scene(plan: Plan, stage: Running, now_ns: int, ghosts: Ghosts = NO_GHOSTS) -> Scene | None:
    """A rep that is being run."""
    rep = stage.rep
    phase, track = plan.rep(rep.phase), Track(plan.rules.lap_mm)
    start_mm = start_of(phase, track)
    if start_mm is None or phase.way_mm is None:
        return None
    elapsed_ns = now_ns - rep.started_ns
    dots: list[Dot] = []
    ghost = pacer.ghost_mm(phase.way_mm, ghosts.get(rep.phase, ()), elapsed_ns)
    if ghost is not None:
        dots.append(Dot(track.after(start_mm, ghost), Ink.GHOST))
    dots += _targets(plan, phase, track, start_mm, elapsed_ns)
    dots += _athletes(plan, phase, rep, track, start_mm, elapsed_ns)
    return Scene(track.lap_mm, marks_of(phase, track), tuple(dots))


@remembered
def last_times(plan: Plan, ghosts: Ghosts) -> Mapping[int, int]:
    """What the reps took the time before, by phase: those that were seen at their finish."""
    ways = ((phase, plan.phase(phase), seen[-1]) for phase, seen in ghosts.items() if seen)
    return {number: last.ns for number, rep, last in ways if isinstance(rep, RepPhase) and rep.way_mm == last.mm}


def own_scene(state: State, now_ns: int) -> Scene | None:
    """Everybody who runs on a clock of their own, by digit: where their target or their last lap has them."""
    plan, dots, marks = state.plan, [], None
    track = Track(plan.rules.lap_mm)
    for athlete, lane in enumerate(state.lanes, start=1):
        if not isinstance(lane.stage, Running):
            continue
        rep = lane.stage.rep
        phase, elapsed_ns = lane.plan.rep(rep.phase), now_ns - rep.started_ns
        start_mm = start_of(phase, track)
        known = pacer.athlete_mm(phase, rep.runner(1).crossings, rep.started_ns, elapsed_ns)
        at_mm = pacer.target_mm(phase, 1, elapsed_ns) if known is None else known
        if start_mm is not None and at_mm is not None:
            dots.append(Dot(track.after(start_mm, at_mm), Ink.DOT if known is None else Ink.NOW, str(athlete)))
            marks = marks or marks_of(phase, track)
    return None if marks is None else Scene(track.lap_mm, marks, tuple(dots))


def _targets(plan: Plan, phase: RepPhase, track: Track, start_mm: int, elapsed_ns: int) -> list[Dot]:
    """The target athlete, or one for each target that differs: white."""
    found = {pacer.target_mm(phase, number, elapsed_ns) for number in range(1, len(plan.athletes) + 1)}
    return [Dot(track.after(start_mm, mm), Ink.DOT) for mm in sorted(mm for mm in found if mm is not None)]


def _athletes(plan: Plan, phase: RepPhase, rep: RunRep, track: Track, start_mm: int, elapsed_ns: int) -> list[Dot]:
    """Everybody from their first crossing to the finish. Who runs alone needs no digit."""
    found = []
    for runner in rep.runners:
        mm = pacer.athlete_mm(phase, runner.crossings, rep.started_ns, elapsed_ns) if runner.is_running else None
        if mm is not None:
            label = "" if plan.alone else str(runner.athlete)
            found.append(Dot(track.after(start_mm, mm), Ink.NOW, label))
    return found


def rest_scene(plan: Plan, stage: Recovering, now_ns: int) -> Scene | None:
    """The way from where they are to where they start, running out; a whole lap where that is one place."""
    track = Track(plan.rules.lap_mm)
    before = plan.rep(stage.after.rep.phase)
    after = plan.rep(stage.next) if stage.next is not None else None
    here = finish_of(before, track)
    there = start_of(after, track) if after is not None else None
    if after is None or there is None:
        return None
    here = there if here is None else here
    way_mm = (there - here) % track.lap_mm or track.lap_mm
    gone = 0.0
    if stage.go_ns is not None:
        left_ns = stage.left_ns if stage.left_ns is not None else stage.go_ns - now_ns
        gone = min(max(1 - left_ns / max(stage.go_ns - stage.began_ns, 1), 0.0), 1.0)
    gone_mm = round(way_mm * gone)
    ink = Ink.FAINT if stage.left_ns is not None else Ink.REST
    dots = (Dot(track.after(here, gone_mm), Ink.DOT),) if stage.go_ns is not None else (Dot(there, Ink.DOT),)
    return Scene(track.lap_mm, marks_of(after, track), dots, Ring(here, way_mm, gone_mm, ink))


def start_scene(plan: Plan, number: int | None) -> Scene | None:
    """Before the first rep: everybody at its start."""
    if number is None:
        return None
    phase, track = plan.rep(number), Track(plan.rules.lap_mm)
    start_mm = start_of(phase, track)
    return None if start_mm is None else Scene(track.lap_mm, marks_of(phase, track), (Dot(start_mm, Ink.DOT),))


def marks_of(phase: RepPhase, track: Track) -> tuple[tuple[int, Ink], ...]:
    """The line, where it finishes, and, fainter, where it starts."""
    start, finish = start_of(phase, track), finish_of(phase, track)
    marks = {0: Ink.MARK} | ({start: Ink.GHOST} if start else {}) | ({finish: Ink.MARK} if finish is not None else {})
    return tuple(sorted(marks.items()))


def start_of(phase: RepPhase, track: Track) -> int | None:
    return track.place(phase.start) if phase.start else None


def finish_of(phase: RepPhase, track: Track) -> int | None:
    place = phase.crossings[-1].place if phase.crossings else None
    return track.place(place) if place else None
