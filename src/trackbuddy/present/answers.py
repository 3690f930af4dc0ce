"""The answer to a key: every key that did something says what, in one place, for a few seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.present import names, numbers, phrases
from trackbuddy.present.key_help import in_vain
from trackbuddy.present.key_table import Command, Keymap
from trackbuddy.present.steps import seconds_to_go, step_name, ten_seconds
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

SHOWN_NS: Final = 4 * NS
"""How long an answer stands."""


def answer(
    kind: Callable[..., i.Input],
    members: Mapping[str, Any],
    lines: Sequence[Line],
    before: Snapshot,
    after: Snapshot,
    keymap: Keymap,
) -> str:
    """What an input did, from the lines it wrote; empty where the clock's own place shows it, as with a tap.

    `before` is the session as it stood, `after` as it stands. Lines that the clock wrote first, because they were due,
    are no answer.
    """
    own = [line for line in lines if not line.by_clock]
    if not own:
        return "" if kind is i.Tap else in_vain(kind)
    plan = before.state.plan
    if kind is i.Undo:
        redo = f"{keymap.label(Command.MENU)} {keymap.label(Command.REDO)} = redo"
        return f"UNDONE {step_name(plan, before.last_step) or 'the last step'}   {redo}"
    if kind is i.Redo:
        return f"DONE AGAIN {step_name(plan, after.last_step) or 'the step'}   {keymap.label(Command.UNDO)} = undo"
    if kind is i.Adjust:
        return _adjusted(own, int(members.get("by_ns", 0)))
    return _passed_on(plan, kind, own) or next((told for line in own if (told := said(plan, line.fact))), "")


def _passed_on(plan: Plan, kind: Callable[..., i.Input], own: Sequence[Line]) -> str:
    """A tap that was taken from somebody and given to somebody else was not nobody's.

    A digit does that to a tap without a name which had been believed to be of the same athlete.
    """
    taken = any(isinstance(line.fact, f.Withdrawn) for line in own)
    given = next((line.fact for line in own if isinstance(line.fact, f.Accepted)), None)
    if not taken or given is None:
        return ""
    whose = names.athlete(plan, given.athlete)
    return f"the tap without a name may be {whose}'s then" if kind is i.Tap else f"that tap was {whose}'s"


def _adjusted(own: Sequence[Line], by_ns: int) -> str:
    for line in own:
        match line.fact:
            case f.Adjusted(at_ns=at_ns, go_ns=int(go_ns)):
                return f"{ten_seconds(by_ns)}: {seconds_to_go(at_ns, go_ns)}"
            case f.Adjusted(left_ns=int(left_ns)):
                return f"{ten_seconds(by_ns)}: {numbers.countdown(left_ns)} to come"
            case _:
                pass
    return ""


def said(plan: Plan, fact: f.Fact) -> str:
    """What came of a fact, for the screen's answer and for a plain line; empty where nothing is to be said."""
    match fact:
        case f.Held(left_ns=left_ns):
            return "HOLD after this rep" if left_ns is None else f"HELD with {numbers.countdown(left_ns)} left"
        case f.Resumed(at_ns=at_ns, go_ns=go_ns):
            return "no hold after this rep" if go_ns is None else f"going on: {seconds_to_go(at_ns, go_ns)}"
        case f.Restamped(phase=phase) | f.RepStarted(phase=phase, start=f.StartKind.RESTAMPED):
            return f"{phrases.short(plan, phase)} starts now"
        case f.Voided(phase=phase):
            return f"{phrases.short(plan, phase)} does not count and comes again"
        case f.Accepted(athlete=athlete):
            return "that tap counts" if plan.alone else f"that tap was {names.athlete(plan, athlete)}'s"
        case f.RepEnded(phase=phase, timed=False) if plan.alone:
            return f"{phrases.short(plan, phase)}: {_untimed(plan.rep(phase))}"
        case f.Note():
            return "note kept"
        case f.Measured(phase=phase, metres=metres):
            return f"{phrases.short(plan, phase)}: {metres:g} m"
        case f.Ended():
            return "ended here"
        case _:
            return _of_athlete(plan, fact)


def _untimed(rep: RepPhase) -> str:
    """What only the clock or nobody times misses no time."""
    if rep.span_ns is not None:
        return "over"
    return "done" if rep.counted_only else "NO TIME"


def _of_athlete(plan: Plan, fact: f.Fact) -> str:
    match fact:
        case f.DroppedOut(athlete=athlete):
            return f"{names.athlete(plan, athlete)} is out; nobody waits"
        case f.Joined(athlete=athlete):
            return f"{names.athlete(plan, athlete)} runs again from the next rep on"
        case f.Named(athlete=athlete):
            return f"that tap was {names.athlete(plan, athlete)}'s"
        case f.Withdrawn():
            return "that tap was nobody's"
        case _:
            return ""
