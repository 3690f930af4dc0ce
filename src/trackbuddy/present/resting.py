"""Between two reps: the countdown or the time since, the last result, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.plan.session import Timed
from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.ink import Ink
from trackbuddy.present.keys import recovery_keys
from trackbuddy.present.lapped import lap_times
from trackbuddy.present.metres import is_asked, is_unanswered
from trackbuddy.present.patterns import patterns, tail
from trackbuddy.present.reps import average, difference, group_of, in_full, last_row, of_set, spread, sums, time_of
from trackbuddy.present.running import TONES
from trackbuddy.present.scenes import rest_scene
from trackbuddy.present.view import Clock, Gauge, LiveView, Panel, Tone
from trackbuddy.results import words
from trackbuddy.results.rows import Row
from trackbuddy.timing.countdown import countdown
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan, Recovering
from trackbuddy.units import MINUTE_NS, NS

RESULT_NS: Final = 5 * NS
"""How long a finished rep's time is the big number."""
COUNT_NS: Final = 3 * NS
"""The last seconds belong to the countdown, however fresh the result is."""


def resting(snapshot: Snapshot, stage: Recovering, now_ns: int) -> LiveView:
    state = snapshot.state
    plan, rep = state.plan, stage.after.rep
    found = plan.phase(stage.phase)
    recovery = found if isinstance(found, RecoveryPhase) else None
    phase, row = plan.rep(rep.phase), last_row(state, rep.phase)
    split_ns = row.split_ns if row else None
    tone = tone_now(stage, now_ns)
    if plan.alone and is_result_fresh(stage, now_ns) and not rep.voided and split_ns is not None:
        heading, subject = f"{names.heading(plan, rep.phase)}{difference(row)}", names.subject(phase)
        clock, tone = Clock((words.digits(split_ns),)), tone_of(row)
        panel = None
    else:
        heading, subject = _heading(snapshot, stage, recovery, now_ns), _coming(snapshot, stage)
        clock = _clock(snapshot, stage, now_ns)
        panel = _panel(snapshot, stage, now_ns)
    gauge = _gauge(snapshot, stage, recovery, now_ns)
    scene = rest_scene(plan, stage, now_ns)
    if scene is not None:
        scene = replace(scene, above=_above(panel), words=(gauge.label, *_next_words(snapshot, stage)))
    return LiveView(
        heading=heading,
        tone=tone,
        subject=subject,
        aside=names.block(plan, rep.phase),
        clock=clock,
        patterns=patterns(plan),
        panel=panel,
        gauge=gauge,
        scene=scene,
        reps=of_set(state, rep.phase),
        current=stage.next,
        laps=lap_times(row),
        average=average(group_of(state, rep.phase)),
        sums=sums(group_of(state, rep.phase)),
        below=_below(snapshot, stage),
        keys=recovery_keys(snapshot, stage, now_ns),
    )


def _above(panel: Panel | None) -> str:
    """The rep that is over, in one line."""
    return "" if panel is None else f"{panel.last}  {panel.time}  {panel.verdict}".strip()


def _next_words(snapshot: Snapshot, stage: Recovering) -> tuple[str, ...]:
    """`next rep 4 of 8`, `LINE to 200 START`."""
    plan = snapshot.state.plan
    if stage.next is None:
        return ()
    return tuple(
        part
        for part in (f"next {_set_of(plan, stage)}{names.rep(plan, stage.next)}", phrases.way(plan.rep(stage.next)))
        if part
    )


def _set_of(plan: Plan, stage: Recovering) -> str:
    """`set 2 of 3  ` before the first rep of a set."""
    if stage.next is None:
        return ""
    coming = names.set_(plan, stage.next)
    return f"{coming}  " if coming != names.set_(plan, stage.after.rep.phase) else ""


def tone_of(row: Row | None) -> Tone:
    """The colour of a time: on, fast or slow; white without a target."""
    return TONES[row.judged.word] if row and row.judged else Tone.REP


def tone_now(stage: Recovering, now_ns: int) -> Tone:
    if stage.left_ns is not None:
        return Tone.HELD
    if stage.go_ns is not None and 0 < stage.go_ns - now_ns <= COUNT_NS:
        return Tone.LAST
    if stage.waits or (stage.go_ns is not None and now_ns >= stage.go_ns):
        return Tone.READY
    return Tone.REST


def is_result_fresh(stage: Recovering, now_ns: int) -> bool:
    """Whether the rep's time is still the big number."""
    if stage.go_ns is not None and stage.left_ns is None and stage.go_ns - now_ns <= COUNT_NS:
        return False
    return now_ns - stage.began_ns < RESULT_NS


def _heading(snapshot: Snapshot, stage: Recovering, recovery: RecoveryPhase | None, now_ns: int) -> str:
    plan, number = snapshot.state.plan, stage.after.rep.phase
    if stage.after.rep.voided:
        return f"AGAIN  {names.rep(plan, number)} is not counted"
    if recovery is None:
        return f"WAITING  after {names.rep(plan, number)}"
    behind = names.behind(plan, number, recovery)
    if stage.left_ns is not None:
        return f"HELD  {names.resting(recovery).lower()} {behind}"
    if stage.waits:
        return f"WAITING  {behind}"
    if stage.go_ns is not None and now_ns >= stage.go_ns:
        return f"READY  {behind}"
    return f"{names.resting(recovery)} {behind}"


def _coming(snapshot: Snapshot, stage: Recovering) -> str:
    """`next 200m   target 34.0`."""
    return "" if stage.next is None else f"next {names.subject(snapshot.state.plan.rep(stage.next))}"


def _clock(snapshot: Snapshot, stage: Recovering, now_ns: int) -> Clock:
    known = patterns(snapshot.state.plan)
    if stage.left_ns is not None:
        return Clock((numbers.countdown(stage.left_ns),), tail(stage.left_ns, known))
    if stage.go_ns is None:
        # counting up through minutes it would jump; so it stands for these from the first second
        return Clock((numbers.whole(now_ns - stage.began_ns),), tail(2 * MINUTE_NS, known))
    left_ns = stage.go_ns - now_ns
    if left_ns <= 0:
        return Clock((f"+{numbers.whole(-left_ns)}", numbers.whole(-left_ns)))
    whole_ns = stage.go_ns - stage.began_ns
    return Clock((numbers.countdown(left_ns),), tail(whole_ns, known), fills=left_ns <= COUNT_NS)


def _panel(snapshot: Snapshot, stage: Recovering, now_ns: int) -> Panel:
    state = snapshot.state
    plan, rep = state.plan, stage.after.rep
    row, group = last_row(state, rep.phase), group_of(state, rep.phase)
    told = row is not None and not rep.voided
    about = []
    if row is not None and is_asked(row) and is_unanswered(row):
        about.append("metres?  p")
    elif row is not None and row.pace is not None:
        about.append(in_full(row).partition("   ")[2])
    if group is not None:
        about.append("   ".join(part for part in (average(group), spread(group)) if part))
    coming = phrases.next_rep(plan, stage.next) if stage.next is not None else ("then done",)
    return Panel(
        last=names.loud(phrases.short(plan, rep.phase)),
        time="not counted"
        if row is None or rep.voided
        else in_full(row)
        if row.split_ns is None and row.metres is None
        else time_of(row),
        verdict=difference(row).strip() if told else "",
        tone=tone_of(row) if told else Tone.REP,
        about=tuple(about),
        coming=coming,
        remark="" if stage.next is None else names.remark(plan.rep(stage.next)),
        start=_how_it_starts(snapshot, stage, now_ns) if stage.next is not None else (),
    )


def _below(snapshot: Snapshot, stage: Recovering) -> tuple[str, ...]:
    """The panel in one line, for where it has no place."""
    plan = snapshot.state.plan
    if stage.next is None:
        return ("then done",)
    return phrases.next_below(plan, stage.next)


def _how_it_starts(snapshot: Snapshot, stage: Recovering, now_ns: int) -> tuple[str, ...]:
    plan = snapshot.state.plan
    if stage.left_ns is not None:
        return "HELD: h goes on", "or SPACE starts"
    if stage.go_ns is None or now_ns >= stage.go_ns:
        return ("SPACE starts it",)
    recovery = plan.phase(stage.phase)
    if isinstance(recovery, RecoveryPhase) and recovery.go_by_tap:
        return ("then SPACE starts it",)
    stretch = countdown(snapshot.state)
    return phrases.beeps(stretch, now_ns) if stretch else ()


def _gauge(snapshot: Snapshot, stage: Recovering, recovery: RecoveryPhase | None, now_ns: int) -> Gauge:
    plan, rep = snapshot.state.plan, stage.after.rep
    name = names.recovery(recovery) if recovery else "waiting"
    tapped = rep.runner(1).timed and plan.rep(rep.phase).span_ns is None
    if stage.waits:
        name, recovery = "waiting", None
    aimed = (aim := plan.rep(rep.phase).aim(1)) is not None and aim.low_ns is not None
    from_target = stage.assumed and aimed
    tail_ = phrases.counted_from(plan, rep.phase, recovery, assumed=from_target, timed=tapped)
    if stage.go_ns is None:
        return Gauge(f"{name}: {numbers.whole(now_ns - stage.began_ns)} so far", None, tail_)
    left_ns = stage.left_ns if stage.left_ns is not None else stage.go_ns - now_ns
    whole_ns = max(stage.go_ns - stage.began_ns, 1)
    name = f"{name}{_changed(recovery, whole_ns)}"
    held = " HELD" if stage.left_ns is not None else ""
    fresh = tapped and plan.alone and is_result_fresh(stage, now_ns)
    left = f", {numbers.countdown(left_ns)} left" if fresh else ""
    ink = Ink.FAINT if held else Ink.REST if left_ns > COUNT_NS else Ink.LAST
    return Gauge(f"{name}{held}{left}", min(max(1 - left_ns / whole_ns, 0.0), 1.0), tail_, ink)


def _changed(recovery: RecoveryPhase | None, whole_ns: int) -> str:
    """` +10s` where it was made longer or shorter than planned."""
    if recovery is None or not isinstance(recovery.measure, Timed):
        return ""
    seconds, rest_ns = divmod(whole_ns - recovery.measure.ns, NS)
    return f" {seconds:+}s" if seconds and seconds % 10 == 0 and rest_ns == 0 else ""
