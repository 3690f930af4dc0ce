"""Before the first rep: ready, and the lead-in."""

from __future__ import annotations

from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.cells import printable
from trackbuddy.present.keys import lead_in_keys, ready_keys
from trackbuddy.present.view import Gauge, LiveView
from trackbuddy.timing.countdown import countdown
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import LeadIn, Ready, next_rep_number


def ready(snapshot: Snapshot, stage: Ready) -> LiveView:
    plan = snapshot.state.plan
    first = next_rep_number(plan, 0)
    if first is None:
        return LiveView("READY", big=("READY",))
    phase = plan.rep(first)
    start = f"start: {phase.start}" if phase.start else ""
    taps = f"{len(phase.crossings)} taps" if len(phase.crossings) > 1 else ""
    what = (f"First: {names.rep(plan, first)}", names.subject(phase), start, phrases.finish(plan, first), taps)
    return LiveView(
        "READY",
        subject=printable(snapshot.title),
        big=("READY",),
        below=("   ".join(part for part in what[:3] if part), what[3], phrases.lead_in(stage.lead_in_ns)),
        reps=(),
        current=first,
        keys=ready_keys(snapshot),
    )


def lead_in(snapshot: Snapshot, stage: LeadIn, now_ns: int) -> LiveView:
    plan = snapshot.state.plan
    first = next_rep_number(plan, 0)
    left_ns = stage.left_ns if stage.left_ns is not None else stage.go_ns - now_ns
    whole_ns = max(stage.go_ns - stage.started_ns, 1)
    held = stage.left_ns is not None
    stretch = countdown(snapshot.state)
    beeps = phrases.beeps(stretch, now_ns) if stretch else ("HELD: h goes on", "or SPACE starts")
    return LiveView(
        "HELD  get ready" if held else "GET READY",
        subject=printable(snapshot.title),
        big=(numbers.countdown(left_ns),),
        panel=(*(phrases.next_rep(plan, first) if first else ()), "", *beeps),
        gauge=Gauge("lead-in", 1 - left_ns / whole_ns),
        current=first,
        keys=lead_in_keys(snapshot, held=held),
    )
