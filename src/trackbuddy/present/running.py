"""A rep that is being run."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Unmeasured
from trackbuddy.plan.trial import split_name
from trackbuddy.present import names, numbers, pacer, phrases
from trackbuddy.present.keys import rep_keys
from trackbuddy.present.lapped import heading_for, is_lapped, laps_to_go, needed, outlook, splits
from trackbuddy.present.notices import is_overdue
from trackbuddy.present.patterns import patterns, tail
from trackbuddy.present.reps import RepCell, average, group_of, of_set, sums
from trackbuddy.present.scenes import NO_GHOSTS, Ghosts, run_scene
from trackbuddy.present.view import Clock, Gauge, LiveView, Tone
from trackbuddy.results import words
from trackbuddy.results.judge import Word, judge
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan, Runner, Running, RunRep
from trackbuddy.timing.taps import due_band
from trackbuddy.units import NS, M

_FROM = {StartKind.GO: "from GO", StartKind.TAP: "from your tap", StartKind.RESTAMPED: "from s, started now"}
GO_NS: Final = NS // 2
"""How long the screen says GO."""
LAP_NS: Final = 3 * NS
"""How long a lap's time is the big number."""
TONES: Final = {Word.ON: Tone.ON, Word.FAST: Tone.FAST, Word.SLOW: Tone.SLOW}


def running(snapshot: Snapshot, stage: Running, now_ns: int, ghosts: Ghosts = NO_GHOSTS) -> LiveView:
    state = snapshot.state
    plan, rep = state.plan, stage.rep
    phase, runner = plan.rep(rep.phase), max(rep.runners, key=lambda one: len(one.crossings))
    elapsed_ns = now_ns - rep.started_ns
    lap = _fresh_lap(phase, rep, runner, now_ns) if plan.alone else None
    is_go = elapsed_ns < GO_NS and not phase.counted_only and not runner.crossings
    clock, tone = _clock(plan, phase, rep, elapsed_ns), Tone.REP
    if is_go:
        clock = Clock(("GO",), fills=True)
    elif lap is not None:
        clock, tone = lap
    elif is_overdue(snapshot, stage, now_ns):
        tone = Tone.OVER
    gauge = _gauge(snapshot, phase, rep, runner, elapsed_ns)
    scene = run_scene(plan, stage, now_ns, ghosts)
    if scene is not None and gauge is not None:
        scene = replace(scene, words=(gauge.label, gauge.tail))
    return LiveView(
        heading=_heading(plan, phase, rep, runner),
        tone=tone,
        subject=names.subject(phase),
        aside=names.block(plan, rep.phase),
        clock=clock,
        patterns=patterns(plan),
        is_go=is_go,
        gauge=gauge,
        scene=scene,
        reps=_list(of_set(state, rep.phase), phase),
        current=rep.phase,
        laps=splits(phase, rep, runner),
        outlook=_outlook(phase, rep, runner),
        below=(phrases.then_where(plan, rep.phase),),
        average=average(group_of(state, rep.phase)),
        sums=sums(group_of(state, rep.phase)),
        keys=rep_keys(snapshot, stage, now_ns),
    )


def _heading(plan: Plan, phase: RepPhase, rep: RunRep, runner: Runner) -> str:
    """LAPS TO GO and BELL come first: a narrow window cuts what stands last."""
    heading, laps = names.heading(plan, rep.phase), laps_to_go(phase, runner)
    return f"{laps}   {heading}" if laps else heading


def _list(cells: tuple[RepCell, ...], phase: RepPhase) -> tuple[RepCell, ...]:
    """A list of one says nothing; its row is the splits'."""
    return () if len(cells) == 1 and is_lapped(phase) else cells


def _outlook(phase: RepPhase, rep: RunRep, runner: Runner) -> tuple[str, ...]:
    stands = outlook(phase, rep, runner)
    if stands is None:
        return ()
    return tuple(part for part in (heading_for(stands).upper(), needed(phase, stands)) if part)


def _clock(plan: Plan, phase: RepPhase, rep: RunRep, elapsed_ns: int) -> Clock:
    known = patterns(plan)
    if phase.span_ns is not None:
        return Clock((numbers.countdown(phase.span_ns - elapsed_ns),), tail(phase.span_ns, known))
    if phase.counted_only:
        return Clock((str(names.place_of(plan, rep.phase)),), centred=True)
    if isinstance(phase.work, Unmeasured):
        return Clock((numbers.whole(elapsed_ns),))
    return Clock((numbers.running(elapsed_ns), numbers.whole(elapsed_ns)))


def _fresh_lap(phase: RepPhase, rep: RunRep, runner: Runner, now_ns: int) -> tuple[Clock, Tone] | None:
    """The lap that was just tapped, in the colour of what it was to be."""
    if not is_lapped(phase) or not runner.crossings or runner.crossings[-1] is None:
        return None
    at_ns = runner.crossings[-1].at_ns
    if not 0 <= now_ns - at_ns < LAP_NS:
        return None
    before = [stamp for stamp in runner.crossings[:-1] if stamp is not None]
    lap_ns = at_ns - (before[-1].at_ns if before else rep.started_ns)
    mm = pacer.lap_mm(phase, len(runner.crossings), runner.crossings)
    aim, tone = phase.aim(1), Tone.REP
    band = aim.band_at(mm, phase.way_mm) if aim and mm and phase.way_mm else None
    if band is not None:
        tone = TONES[judge(lap_ns, *band).word]
    return Clock((words.digits(lap_ns),)), tone


# --- the bar --------------------------------------------------------------------------------------------------------


def _gauge(snapshot: Snapshot, phase: RepPhase, rep: RunRep, runner: Runner, elapsed_ns: int) -> Gauge | None:
    start = _FROM[rep.start]
    if phase.span_ns is not None:
        gone = min(elapsed_ns / max(phase.span_ns, 1), 1.0)
        return Gauge(f"ENDS in {numbers.countdown(phase.span_ns - elapsed_ns)}", gone, f"{start}, by the clock")
    if phase.counted_only:
        return None
    crossing = len(runner.crossings) + 1
    band = due_band(phase, runner, crossing)
    if band is None:
        return None
    if snapshot.state.plan.rules.taps == "none":
        start += ", ends by itself"
    way_mm, at_mm = phase.way_mm, pacer.target_mm(phase, 1, elapsed_ns, past=True)
    share = at_mm / way_mm if way_mm and at_mm is not None else elapsed_ns / max(band[0], 1)
    label = f"{_way(phase, crossing)}{_due(band, elapsed_ns)}"
    there = phrases.finish_place(phase)
    return Gauge(label, min(share, 1.0), f"finish: {there}" if there else start, marks=_marks(phase), runner=share)


def _due(band: tuple[int, int], elapsed_ns: int) -> str:
    low_ns, high_ns = band
    if elapsed_ns < low_ns:
        return f"DUE in {numbers.left(low_ns - elapsed_ns)}"
    if elapsed_ns <= high_ns and low_ns != high_ns:
        return f"DUE until {words.time(high_ns)}"
    return f"OVER by {numbers.running(elapsed_ns - high_ns)}"


def _way(phase: RepPhase, crossing: int) -> str:
    """`809 m: ` before what is due at a crossing on the way; nothing for the only one."""
    name = split_name(phase, crossing) if is_lapped(phase) else ""
    return f"{name}: " if name else ""


def _marks(phase: RepPhase) -> tuple[tuple[float, str], ...]:
    """Every 100 m of a short rep, else where taps are wanted."""
    way_mm = phase.way_mm
    if not way_mm:
        return ()
    ways = [c.mm for c in phase.crossings[:-1] if c.mm] if is_lapped(phase) else []
    if not ways:
        step = 100 * M if way_mm <= 600 * M else 400 * M
        ways = list(range(step, way_mm, step))
    return tuple((mm / way_mm, str(round(mm / M))) for mm in (*ways, way_mm))
