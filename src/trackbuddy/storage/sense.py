"""What a line of a log can't say, whatever its checksum: the sum tells that it was written, not that it makes sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final, get_args

from trackbuddy.plan.phases import Phase, RepPhase
from trackbuddy.plan.session import Start
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Plan, State
from trackbuddy.units import MINUTE_NS, NS

LONGEST_NS: Final = 10 * 366 * 24 * 60 * MINUTE_NS
"""Ten years: longer than any session, and short enough for every clock and calendar."""
MOST_METRES: Final = 1_000_000
MOST_KEYS: Final = 99
"""A tap that nobody's key made is written down with the number that it was given."""

_INSTANTS: Final = frozenset({"at_ns", "go_ns", "left_ns", "for_ns", "started_ns", "split_ns"})
_LINES: Final = frozenset({"of", "from_n", "undo_n", "after"})
MOST_COUNTED: Final = 100_000
_COUNTS: Final = frozenset({"block", "set", "rep", "cadence"})
_ALWAYS: Final = frozenset({"block", "set", "rep", "until_ended", "counted_only", "go_by_tap"})
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    **dict.fromkeys(_COUNTS, (int,)),
    **dict.fromkeys(("until_ended", "counted_only", "go_by_tap"), (bool,)),
    **dict.fromkeys(("start", "note", "place", "text", "why", "words"), (str, Start)),
}
_NAMES: Final = {kind: tuple(field.name for field in fields(kind)) for kind in get_args(f.Fact)}
_CLOCK: Final[Mapping[str, type]] = {"monotonic_ns": int, "boottime_ns": int, "boot_id": str}


def nonsense(line: Line, plan: Plan) -> str | None:
    """What is wrong with a line's values, in a few words; None for one that can have happened."""
    if isinstance(line.fact, f.Unknown):
        return None if 0 <= line.fact.at_ns <= LONGEST_NS else _says("at_ns", line.fact.at_ns)
    for name in _NAMES[type(line.fact)]:
        value = getattr(line.fact, name)
        if value is not None and not _makes_sense(name, value, line, plan):
            return _says(name, value)
    return None


def _says(name: str, value: Any) -> str:
    text = str(value)
    return f"{name} is {text if len(text) <= 20 else text[:20] + '...'}"


def _makes_sense(name: str, value: Any, line: Line, plan: Plan) -> bool:
    if name in _INSTANTS:
        return bool(0 <= value <= LONGEST_NS)
    if name in _LINES:
        return bool(0 <= value < line.n)
    match name:
        case "phase" | "with_phase":
            return bool(0 <= value <= len(plan.timeline))
        case "to":
            return bool(1 <= value <= len(plan.timeline))
        case "with_athlete":
            return bool(1 <= value <= len(plan.athletes))
        case "note":
            return bool(value >= 1)
        case "athlete":
            most = MOST_KEYS if isinstance(line.fact, f.TapIgnored) else len(plan.athletes)
            return bool(1 <= value <= most)
        case "crossing":
            return bool(value >= 1)
        case "metres":
            return bool(0 < value < MOST_METRES)
        case "clock":
            members = {"at_ns": 0, **value}
            return all(_is_reading(members.get(member), wanted) for member, wanted in {**_CLOCK, "at_ns": int}.items())
        case _:
            return True


def _is_reading(value: Any, wanted: type) -> bool:
    if type(value) is not wanted:
        return False
    return not isinstance(value, int) or 0 <= value <= LONGEST_NS


def runs_backwards(state: State) -> bool:
    """Whether somebody finished, or came by, before the start."""
    return any(
        at_ns < rep.started_ns
        for rep in state.reps
        for runner in rep.runners
        for at_ns in (runner.ended_ns, *(stamp.at_ns for stamp in runner.crossings if stamp))
        if at_ns is not None
    )


def is_plan(plan: Plan) -> bool:
    """Whether a header's plan can be run: its numbers in range, and a target for each athlete where there are any."""
    rules = plan.rules
    spans = (rules.lead_in_ns, rules.bounce_ns, rules.crowd_bounce_ns, rules.floor_ns, rules.start_after_ns)
    hash(plan)  # lists and tables where words or numbers belong
    return (
        all(0 <= span_ns <= 3600 * NS for span_ns in spans)
        and 0 <= rules.floor_percent <= 100
        and all(len(phase.aims) in {0, len(plan.athletes)} for phase in plan.timeline)
        and all(_is_typed(part) for phase in plan.timeline for part in _parts(phase))
    )


def _parts(phase: Phase) -> Iterator[object]:
    yield phase
    yield from phase.aims
    yield from phase.crossings if isinstance(phase, RepPhase) else (phase.measure,)


def _is_typed(part: object) -> bool:
    """Whether its words are words, and its counts numbers from 1: JSON takes anything in their place."""
    for name in (name for name in _KINDS if hasattr(part, name)):
        value = getattr(part, name)
        if value is None and name not in _ALWAYS:
            continue
        if type(value) not in _KINDS[name] or (name in _COUNTS and not 1 <= value <= MOST_COUNTED):
            return False
    return True
