"""A rep that is being run."""

from __future__ import annotations

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Unmeasured
from trackbuddy.plan.trial import split_name
from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.keys import rep_keys
from trackbuddy.present.lapped import heading_for, is_lapped, laps_to_go, needed, outlook, splits
from trackbuddy.present.reps import RepCell, average, group_of, of_set
from trackbuddy.present.view import Gauge, LiveView
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan, Runner, Running, RunRep
from trackbuddy.timing.taps import due_band

_FROM = {StartKind.GO: "from GO", StartKind.TAP: "from your tap", StartKind.RESTAMPED: "from s, started now"}


def running(snapshot: Snapshot, stage: Running, now_ns: int) -> LiveView:
    state = snapshot.state
    plan, rep = state.plan, stage.rep
    phase, runner = plan.rep(rep.phase), rep.runner(1)
    heading = names.heading(plan, rep.phase)
    laps = laps_to_go(phase, runner)
    missed = "SEND-OFF MISSED   " if rep.send_off_missed else ""
    return LiveView(
        heading=f"{heading}   {laps}" if laps else heading,
        subject=names.subject(phase),
        aside=names.block(plan, rep.phase),
        big=_big(plan, phase, rep, now_ns),
        gauge=_gauge(snapshot, phase, rep, runner, now_ns),
        reps=_list(of_set(state, rep.phase), phase),
        current=rep.phase,
        laps=splits(phase, rep, runner),
        outlook=_outlook(phase, rep, runner),
        below=(missed + phrases.finish(plan, rep.phase),),
        average=average(group_of(state, rep.phase)),
        keys=rep_keys(snapshot, stage, now_ns),
    )


def _list(cells: tuple[RepCell, ...], phase: RepPhase) -> tuple[RepCell, ...]:
    """A list of one says nothing; its row is the splits'."""
    return () if len(cells) == 1 and is_lapped(phase) else cells


def _outlook(phase: RepPhase, rep: RunRep, runner: Runner) -> tuple[str, ...]:
    stands = outlook(phase, rep, runner)
    if stands is None:
        return ()
    return tuple(part for part in (heading_for(stands).upper(), needed(phase, stands)) if part)


def _big(plan: Plan, phase: RepPhase, rep: RunRep, now_ns: int) -> tuple[str, ...]:
    elapsed_ns = now_ns - rep.started_ns
    if phase.span_ns is not None:
        return (numbers.countdown(phase.span_ns - elapsed_ns),)
    if phase.counted_only:
        return (str(names.place_of(plan, rep.phase)),)
    if isinstance(phase.work, Unmeasured):
        return (numbers.whole(elapsed_ns),)
    return numbers.running(elapsed_ns), numbers.whole(elapsed_ns)


def _gauge(snapshot: Snapshot, phase: RepPhase, rep: RunRep, runner: Runner, now_ns: int) -> Gauge | None:
    elapsed_ns = now_ns - rep.started_ns
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
    stamp = runner.last_stamp
    since_ns = stamp.at_ns - rep.started_ns if stamp else 0
    gone = (elapsed_ns - since_ns) / max(band[0] - since_ns, 1)
    if snapshot.state.plan.rules.taps == "none":
        start += ", ends by itself"
    at = _way(phase, crossing)
    return Gauge(f"{at}{_due(band, elapsed_ns)}", min(max(gone, 0.0), 1.0), start)


def _due(band: tuple[int, int], elapsed_ns: int) -> str:
    low_ns, high_ns = band
    if elapsed_ns < low_ns:
        return f"DUE in {numbers.left(low_ns - elapsed_ns)}"
    if elapsed_ns <= high_ns and low_ns != high_ns:
        return f"DUE until {numbers.result(high_ns)}"
    return f"OVER by {numbers.running(elapsed_ns - high_ns)}"


def _way(phase: RepPhase, crossing: int) -> str:
    """`809 m: ` before what is due at a crossing on the way; nothing for the only one."""
    name = split_name(phase, crossing) if is_lapped(phase) else ""
    return f"{name}: " if name else ""
