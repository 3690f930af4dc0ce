"""Sentences about what comes: the next rep, where it finishes, which beeps are still to be heard."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import Open, SendOff
from trackbuddy.present import names, numbers
from trackbuddy.present.cells import printable
from trackbuddy.timing.countdown import Countdown
from trackbuddy.timing.state import Plan, next_rep_number
from trackbuddy.units import NS


def finish_place(phase: RepPhase) -> str:
    return phase.crossings[-1].place or "" if phase.crossings else ""


def short(plan: Plan, number: int) -> str:
    """`rep 4`, without how many there are."""
    return names.rep(plan, number).split(" of ")[0]


def finish(plan: Plan, number: int) -> str:
    """`Finish: LINE (rep 4 finishes at the 200 START)   then 30s rest`."""
    here, following = finish_place(plan.rep(number)), next_rep_number(plan, number)
    there = finish_place(plan.rep(following)) if following else ""
    parts = []
    if here:
        other = f" ({short(plan, following)} finishes at the {there})" if following and there not in ("", here) else ""
        parts.append(f"Finish: {here}{other}")
    parts.append(then(plan, number))
    return "   ".join(part for part in parts if part)


def then_where(plan: Plan, number: int) -> str:
    """`then 30s rest   rep 4 finishes at the 200 START`: the place only where it is another one."""
    here, following = finish_place(plan.rep(number)), next_rep_number(plan, number)
    there = finish_place(plan.rep(following)) if following else ""
    if not following or there in ("", here):
        return then(plan, number)
    set_ = (
        names.set_(plan, following).split(" of ")[0] if names.set_(plan, following) != names.set_(plan, number) else ""
    )
    return f"{then(plan, number)}   {f'{set_} {short(plan, following)}'.strip()} finishes at the {there}"


def then(plan: Plan, number: int) -> str:
    """What follows phase `number`: `then 30s rest`, `then rest until SPACE`, `then done`."""
    match plan.phase(number + 1):
        case RecoveryPhase(measure=Open(words=words), mode=mode):
            rest = printable(words) if words else mode or "rest"
            return f"then {rest}   SPACE counts each" if plan.rep(number).counted_only else f"then {rest} until SPACE"
        case RecoveryPhase(measure=SendOff(ns=ns)):
            return f"GO every {numbers.length(ns)}"
        case RecoveryPhase() as recovery:
            return f"then {names.recovery(recovery)}"
        case RepPhase() as rep:
            return f"then straight into {names.work(rep) or names.rep(plan, number + 1)}"
        case _:
            return "then done"


def next_rep(plan: Plan, number: int) -> tuple[str, ...]:
    """The rep to come, in short lines, without what was said of it."""
    phase = plan.rep(number)
    name = "  ".join(part for part in (names.set_(plan, number), names.rep(plan, number)) if part)
    return tuple(line for line in (f"NEXT  {name}", names.run(phase), way(phase)) if line)


def next_below(plan: Plan, number: int) -> tuple[str, ...]:
    """The same in one line, and what was said of it in another: the first to go where room is short."""
    return tuple(line for line in ("   ".join(next_rep(plan, number)), names.remark(plan.rep(number))) if line)


def way(phase: RepPhase) -> str:
    """`LINE to 200 START`, `LINE to LINE`; empty where nobody knows."""
    there = finish_place(phase)
    if not there:
        return ""
    return f"{phase.start} to {there}" if phase.start else f"finish: {there}"


def beeps(stretch: Countdown, now_ns: int) -> tuple[str, ...]:
    """What is still to be heard before GO, in short lines: `10s beep, then 3-2-1 GO`."""
    left_ns = stretch.end_ns - now_ns
    coming = [("1:00" if mark == 60 else f"{mark}s") for mark in stretch.called_s if left_ns > mark * NS]
    count = "3-2-1 GO" if left_ns > 3 * NS else "GO"
    if len(coming) > 1:
        return f"{', '.join(coming)} beeps,", f"then {count}"
    return (f"{coming[0]} beep, then {count}",) if coming else (f"then {count}",)


def counted_from(plan: Plan, rep_number: int, recovery: RecoveryPhase | None, *, assumed: bool, timed: bool) -> str:
    """What a recovery counts from: `from the tap of rep 3`."""
    name = printable(names.rep(plan, rep_number).split(" of ")[0])
    if recovery is not None and isinstance(recovery.measure, SendOff):
        return f"from the GO of {name}"
    if assumed:
        return "from the target time, not from a tap"
    return f"from the {'tap' if timed else 'end'} of {name}"


def lead_in(ns: int) -> str:
    return f"SPACE begins: {numbers.length(ns)} to get ready, then 3-2-1 GO"
