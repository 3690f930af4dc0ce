"""Before the first rep: ready, where the plan is checked, and the lead-in."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.cells import printable
from trackbuddy.present.ink import Ink
from trackbuddy.present.keys import lead_in_keys, ready_keys
from trackbuddy.present.patterns import patterns, tail
from trackbuddy.present.resting import COUNT_NS
from trackbuddy.present.scenes import start_scene
from trackbuddy.present.view import Clock, Gauge, LiveView, Panel, Scene, Tone
from trackbuddy.timing.countdown import Countdown, countdown
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import LeadIn, Plan, Ready, next_rep_number


def ready(snapshot: Snapshot, stage: Ready) -> LiveView:
    plan = snapshot.state.plan
    first = next_rep_number(plan, 0)
    if first is None:
        return LiveView("READY")
    return LiveView(
        "READY",
        subject=printable(snapshot.title),
        plan=plan,
        below=(phrases.lead_in(stage.lead_in_ns),),
        current=first,
        keys=ready_keys(snapshot),
    )


def _scene(plan: Plan, first: int | None) -> Scene | None:
    """Everybody at the start, and in the infield where that is."""
    scene = start_scene(plan, first)
    if scene is None or first is None:
        return scene
    rep = plan.rep(first)
    told = (f"next {names.rep(plan, first)}", names.run(rep), phrases.way(rep))
    return replace(scene, words=tuple(part for part in told if part))


def _start(stretch: Countdown | None, now_ns: int, *, held: bool) -> tuple[str, ...]:
    if held:
        return ("HELD: h goes on", "or SPACE starts")
    return phrases.beeps(stretch, now_ns) if stretch else ()


def lead_in(snapshot: Snapshot, stage: LeadIn, now_ns: int) -> LiveView:
    plan = snapshot.state.plan
    first = next_rep_number(plan, 0)
    left_ns = stage.left_ns if stage.left_ns is not None else stage.go_ns - now_ns
    whole_ns = max(stage.go_ns - stage.started_ns, 1)
    held = stage.left_ns is not None
    stretch = countdown(snapshot.state)
    last = not held and left_ns <= COUNT_NS
    tone = Tone.HELD if held else Tone.LAST if last else Tone.READY
    return LiveView(
        "HELD  get ready" if held else "GET READY",
        tone=tone,
        subject=printable(snapshot.title),
        clock=Clock((numbers.countdown(left_ns),), tail(whole_ns, patterns(plan)), fills=last),
        patterns=patterns(plan),
        panel=Panel(
            last="FIRST" if first else "",
            time="",
            coming=phrases.next_rep(plan, first) if first else (),
            remark=names.remark(plan.rep(first)) if first else "",
            start=_start(stretch, now_ns, held=held),
        ),
        below=phrases.next_below(plan, first) if first else (),
        scene=_scene(plan, first),
        gauge=Gauge("lead-in", 1 - left_ns / whole_ns, ink=Ink.LAST if last else Ink.NOW),
        current=first,
        keys=lead_in_keys(snapshot, held=held),
    )
