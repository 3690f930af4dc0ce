"""Between two reps: the countdown or the time since, the last result, and what comes next."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.keys import recovery_keys
from trackbuddy.present.lapped import lap_times
from trackbuddy.present.metres import is_asked, is_unanswered
from trackbuddy.present.reps import average, difference, group_of, in_full, last_row, of_set, spread
from trackbuddy.present.view import Gauge, LiveView
from trackbuddy.timing.countdown import countdown
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Recovering
from trackbuddy.units import NS

RESULT_NS: Final = 5 * NS
"""How long a finished rep's time is the big number."""
COUNT_NS: Final = 3 * NS
"""The last seconds belong to the countdown, however fresh the result is."""


def resting(snapshot: Snapshot, stage: Recovering, now_ns: int) -> LiveView:
    state = snapshot.state
    plan, rep = state.plan, stage.after.rep
    recovery = plan.phase(stage.phase)
    recovery = recovery if isinstance(recovery, RecoveryPhase) else None
    phase, row = plan.rep(rep.phase), last_row(state, rep.phase)
    split_ns = row.split_ns if row else None
    if is_result_fresh(stage, now_ns) and not rep.voided and split_ns is not None:
        heading, subject = f"{names.heading(plan, rep.phase)}{difference(row)}", names.subject(phase)
        big: tuple[str, ...] = (numbers.result(split_ns),)
        panel: tuple[str, ...] = ()
    else:
        heading, subject = _heading(snapshot, stage, recovery, now_ns), ""
        big = _big(stage, now_ns)
        panel = _panel(snapshot, stage, now_ns)
    return LiveView(
        heading=heading,
        subject=subject,
        aside=names.block(plan, rep.phase),
        big=big,
        panel=panel,
        gauge=_gauge(snapshot, stage, recovery, now_ns),
        reps=of_set(state, rep.phase),
        current=stage.next,
        laps=lap_times(row),
        average=average(group_of(state, rep.phase)),
        keys=recovery_keys(snapshot, stage, now_ns),
    )


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


def _big(stage: Recovering, now_ns: int) -> tuple[str, ...]:
    if stage.left_ns is not None:
        return (numbers.countdown(stage.left_ns),)
    if stage.go_ns is None:
        return (numbers.whole(now_ns - stage.began_ns),)
    if now_ns >= stage.go_ns:
        return (f"+{numbers.whole(now_ns - stage.go_ns)}",)
    return (numbers.countdown(stage.go_ns - now_ns),)


def _panel(snapshot: Snapshot, stage: Recovering, now_ns: int) -> tuple[str, ...]:
    state = snapshot.state
    plan, rep = state.plan, stage.after.rep
    row, group = last_row(state, rep.phase), group_of(state, rep.phase)
    lines = [names.loud(phrases.short(plan, rep.phase))]
    lines.append("not counted" if rep.voided or row is None else in_full(row))
    if row is not None and is_asked(row) and is_unanswered(row):
        lines.append("metres?  p")
    lines += [line for line in (average(group), spread(group)) if line]
    if stage.next is None:
        return (*lines, "", "then done")
    return (*lines, "", *phrases.next_rep(plan, stage.next), "", *_how_it_starts(snapshot, stage, now_ns))


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


def _gauge(snapshot: Snapshot, stage: Recovering, recovery: RecoveryPhase | None, now_ns: int) -> Gauge | None:
    plan, rep = snapshot.state.plan, stage.after.rep
    name = names.recovery(recovery) if recovery else "waiting"
    tapped = rep.runner(1).timed and plan.rep(rep.phase).span_ns is None
    if stage.waits:
        name, recovery = "waiting", None
    tail = phrases.counted_from(plan, rep.phase, recovery, assumed=stage.assumed, timed=tapped)
    if stage.go_ns is None:
        return Gauge(f"{name}: {numbers.whole(now_ns - stage.began_ns)} gone", None, tail)
    left_ns = stage.left_ns if stage.left_ns is not None else stage.go_ns - now_ns
    whole_ns = max(stage.go_ns - stage.began_ns, 1)
    held = " HELD" if stage.left_ns is not None else ""
    left = f"  {numbers.countdown(left_ns)} left" if tapped and is_result_fresh(stage, now_ns) else ""
    label = f"{name}{held}{left}"
    return Gauge(label, min(max(1 - left_ns / whole_ns, 0.0), 1.0), tail)
