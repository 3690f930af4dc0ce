"""What the stretches of a session are called: `rep 3 of 8`, `set 2 of 3`, `stride 3 of 6`, `30s rest`."""

from __future__ import annotations

from trackbuddy.plan.numbering import rep_number, set_number
from trackbuddy.plan.phases import Aim, Between, RecoveryPhase, RepPhase
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    Covered,
    Label,
    Measure,
    Open,
    SameDistance,
    SameTime,
    SendOff,
    Timed,
)
from trackbuddy.present import numbers
from trackbuddy.present.cells import printable
from trackbuddy.timing.state import Plan
from trackbuddy.units import distance

_ONCE = {Label.WARM_UP, Label.COOL_DOWN, Label.JOG}
"""Labels that are not counted where there is only one."""


def _reps(plan: Plan) -> list[RepPhase]:
    return [phase for phase in plan.timeline if isinstance(phase, RepPhase)]


def rep(plan: Plan, number: int) -> str:
    """`rep 3 of 8`, `stride 3 of 6`, `warm-up`; without `of` in a block that runs until it is ended."""
    phase = plan.rep(number)
    kind = phase.label.value if phase.label else "rep"
    place, count = rep_number(plan.timeline, number)
    if phase.label in _ONCE and count == 1:
        return kind
    return f"{kind} {place}" if phase.until_ended else f"{kind} {place} of {count}"


def place_of(plan: Plan, number: int) -> int:
    """Which of its like this rep is, from 1: the number the list of reps and the table show."""
    return rep_number(plan.timeline, number)[0]


def set_(plan: Plan, number: int) -> str:
    """`set 2 of 3`; empty where the block is not run in sets."""
    place, count = set_number(plan.timeline, number)
    if count == 1:
        return ""
    return f"set {place}" if plan.rep(number).until_ended else f"set {place} of {count}"


def block(plan: Plan, number: int) -> str:
    """`block 2 of 3`, counting blocks of unlabelled work; empty where there is only one."""
    phase = plan.rep(number)
    blocks = sorted({p.block for p in _reps(plan) if p.label is None})
    if len(blocks) < 2 or phase.block not in blocks:
        return ""
    return f"block {blocks.index(phase.block) + 1} of {len(blocks)}"


def heading(plan: Plan, number: int) -> str:
    """`REP 3 of 8`, `SET 2 of 3  REP 3 of 4`: the words loud, the counts as they are."""
    return "  ".join(loud(part) for part in (set_(plan, number), rep(plan, number)) if part)


def loud(text: str) -> str:
    """Capitals for the first word."""
    first, _, others = text.partition(" ")
    return f"{first.upper()} {others}".rstrip()


def athlete(plan: Plan, number: int) -> str:
    """Their name, or the number they have: `Ann`, `athlete 2`."""
    return printable(plan.athletes[number - 1]) or f"athlete {number}"


def work(phase: RepPhase) -> str:
    """`200m`, `5min`; empty for work of no stated length."""
    match phase.work:
        case ByDistance(mm=mm):
            return distance(mm)
        case ByTime(ns=ns, high_ns=high_ns):
            return numbers.length(ns) if high_ns is None else f"{numbers.length(ns)}-{numbers.length(high_ns)}"
        case _:
            return ""


def subject(phase: RepPhase) -> str:
    """What is run, in what, and what was said of it: `200m   target 34.0   relaxed`."""
    return "   ".join(part for part in (run(phase), remark(phase)) if part)


def remark(phase: RepPhase) -> str:
    return printable(phase.note or "")


def run(phase: RepPhase) -> str:
    """What is run, and in what: `200m   target 34.0`."""
    parts = (work(phase), _target(phase.aim(1)))
    return "   ".join(part for part in parts if part)


def _target(aim: Aim | None) -> str:
    """`target 34.0`; an effort stands as its word: `hard`."""
    said = printable(numbers.aim(aim))
    return said if not said or (aim is not None and aim.is_effort) else f"target {said}"


def recovery(phase: RecoveryPhase) -> str:
    """`30s rest`, `200m jog`, `open rest`, `every 1:30`."""
    if isinstance(phase.measure, Open) and phase.measure.words:
        return printable(phase.measure.words)
    mode = phase.mode.value if phase.mode else "rest"
    said = _measure(phase.measure)
    return said if isinstance(phase.measure, SendOff) else f"{said} {mode}"


def _measure(measure: Measure) -> str:
    match measure:
        case Timed(ns=ns, way_mm=way_mm):
            return f"{distance(way_mm)} in {numbers.length(ns)}" if way_mm else numbers.length(ns)
        case Covered(mm=mm):
            return distance(mm)
        case Open():
            return "open"
        case SameTime():
            return "equal time"
        case SameDistance():
            return "equal distance"
        case SendOff(ns=ns):
            return f"every {numbers.length(ns)}"


def resting(phase: RecoveryPhase) -> str:
    """`REST`, `JOG`, `WALK`, `FLOAT`."""
    return phase.mode.value.upper() if phase.mode else "REST"


def behind(plan: Plan, rep_number: int, phase: RecoveryPhase) -> str:
    """What a recovery follows: `after rep 3 of 8`, or `after set 1 of 3` between sets."""
    if phase.between is Between.SETS and set_(plan, rep_number):
        return f"after {set_(plan, rep_number)}"
    return f"after {rep(plan, rep_number)}"
