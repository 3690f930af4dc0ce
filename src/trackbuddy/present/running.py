"""A rep that is being run."""

from __future__ import annotations

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Unmeasured
from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.keys import rep_keys
from trackbuddy.present.reps import average, group_of, of_set
from trackbuddy.present.view import Gauge, LiveView
from trackbuddy.results.judge import judge
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan, Runner, Running, RunRep
from trackbuddy.timing.taps import due_band
from trackbuddy.units import M, decimal_metres

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
        reps=of_set(state, rep.phase),
        current=rep.phase,
        laps=splits(phase, rep, runner),
        below=(missed + phrases.finish(plan, rep.phase),),
        average=average(group_of(state, rep.phase)),
        keys=rep_keys(snapshot, stage, now_ns),
    )


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
    """`800m: ` before what is due at a crossing on the way; nothing for the only one."""
    if len(phase.crossings) < 2:
        return ""
    mm = phase.crossings[crossing - 1].mm
    return f"{_metres(mm)}: " if mm is not None else ""


def _metres(mm: int) -> str:
    """Crossings of a mile lie at 409.344 m: the track says 409."""
    return f"{decimal_metres(mm // M * M)}m"


def laps_to_go(phase: RepPhase, runner: Runner) -> str:
    """`LAPS TO GO 3`, `BELL`; empty before the first crossing and for a rep of one.

    Laps are counted at the finish where the way leads past it; with splits elsewhere too, those don't count as laps.
    """
    taken, places = len(runner.crossings), [crossing.place for crossing in phase.crossings]
    if taken == 0 or taken >= len(places):
        return ""
    at_finish = places.count(places[-1]) > 1
    to_go = places[taken:].count(places[-1]) if at_finish else len(places) - taken
    return "BELL" if to_go == 1 else f"LAPS TO GO {to_go}"


def splits(phase: RepPhase, rep: RunRep, runner: Runner) -> tuple[str, ...]:
    """The crossings so far: `409m 69.1 +0.3`, `809m 2:16.8 (67.7)`, the lap in brackets; `missed` where no tap was."""
    if len(phase.crossings) < 2:
        return ()
    parts, before_ns = [], None
    for index, stamp in enumerate(runner.crossings):
        mm = phase.crossings[index].mm
        at = _metres(mm) if mm is not None else f"tap {index + 1}"
        if stamp is None:
            parts.append(f"{at} missed")
            before_ns = None
            continue
        split_ns = stamp.at_ns - rep.started_ns
        band = due_band(phase, runner, index + 1)
        judged = f" {judge(split_ns, *band).text}" if band else ""
        lap = f" ({numbers.result(stamp.at_ns - before_ns)})" if before_ns is not None else ""
        parts.append(f"{at} {numbers.result(split_ns)}{judged}{lap}")
        before_ns = stamp.at_ns
    return tuple(parts)
