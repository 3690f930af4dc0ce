"""What a step is called: `rep 3's finish`, `the hold`. Undo names what it takes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.present import names, numbers, phrases
from trackbuddy.results.steps import STEPS
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line, StartKind
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

_RANKS: Final[dict[type[f.Fact], int]] = {
    f.LeadInStarted: 5,
    f.Held: 5,
    f.Resumed: 5,
    f.RecoveryEnded: 4,
    f.Adjusted: 1,
}
"""6 for the others."""


def step_name(plan: Plan, step: Sequence[Line]) -> str:
    """The input that wrote these lines, as one says it; empty for none."""
    step = _without_what_it_pushed_on(step)
    found = [(rank, said) for line in step if (named := _named(plan, line.fact)) for rank, said in (named,)]
    return max(found, key=lambda item: item[0])[1] if found else ""


def _without_what_it_pushed_on(step: Sequence[Line]) -> Sequence[Line]:
    """A digit's own finish, where it passed a tap without a name on to somebody else first."""
    taken = next((line.fact for line in step if isinstance(line.fact, f.Withdrawn)), None)
    own = [line for line in step if isinstance(line.fact, f.Split) and line.fact.named]
    return own if taken is not None and own and own[-1].fact.at_ns == taken.at_ns else step


def _named(plan: Plan, fact: f.Fact) -> tuple[int, str] | None:
    """The words for a fact and how much it says of its step: what was meant goes before what followed from it."""
    match fact:
        case f.RepStarted(phase=phase, start=StartKind.RESTAMPED):
            return 5, f"{phrases.short(plan, phase)}'s start by s"
        case f.RepStarted(phase=phase):
            return 2, f"the start of {phrases.short(plan, phase)}"
        case f.Split() | f.RepEnded():
            return _of_rep(plan, fact)
        case f.Accepted(phase=phase, athlete=athlete):
            return 7, f"the tap taken for {_whose(plan, athlete)}{_rep(plan, phase)}"
        case f.CrossingMissed(crossing=crossing):
            return 6, f"the missed lap {crossing}"
        case f.Restamped(phase=phase):
            return 5, f"{phrases.short(plan, phase)}'s moved start"
        case f.Voided(phase=phase):
            return 6, f"leaving {phrases.short(plan, phase)} out"
        case f.DroppedOut(athlete=athlete):
            return 6, f"{names.athlete(plan, athlete)}'s dropping out"
        case f.Joined(athlete=athlete):
            return 6, f"{names.athlete(plan, athlete)}'s coming back"
        case _:
            return _of_clock(plan, fact)


def _of_rep(plan: Plan, fact: f.Split | f.RepEnded) -> tuple[int, str]:
    rep = _rep(plan, fact.phase)
    if isinstance(fact, f.Split):
        whose = _whose(plan, fact.athlete)
        phase = plan.phase(fact.phase)
        last = isinstance(phase, RepPhase) and fact.crossing >= len(phase.crossings)
        return 4, f"{whose}{rep}'s finish" if last else f"{whose}{rep}'s lap {fact.crossing}"
    if fact.timed:
        return 3, f"{rep}'s finish"
    phase = plan.phase(fact.phase)
    counted = isinstance(phase, RepPhase) and (phase.counted_only or phase.span_ns is not None)
    return 3, f"{rep}'s end" if counted else f"{rep}'s NO TIME"


def _of_clock(plan: Plan, fact: f.Fact) -> tuple[int, str] | None:
    match fact:
        case f.Skipped(to=None):
            return 6, "the end of the block"
        case f.Skipped(to=int(to)):
            return 6, f"going on to {phrases.short(plan, to)}" if isinstance(plan.phase(to), RepPhase) else "going on"
        case _:
            said = STEPS.get(type(fact))
            return None if said is None else (_RANKS.get(type(fact), 6), said)


def _rep(plan: Plan, number: int) -> str:
    """The rep with this number, or the one before it: a tap taken afterwards fell into the recovery."""
    rep = next((n for n in range(number, 0, -1) if isinstance(plan.phase(n), RepPhase)), None)
    return "the start" if rep is None else phrases.short(plan, rep)


def _whose(plan: Plan, athlete: int) -> str:
    """`Ann, ` where several run."""
    return "" if plan.alone else f"{names.athlete(plan, athlete)}, "


def seconds_to_go(at_ns: int, go_ns: int) -> str:
    """`GO in 36`, rounded up as the countdown is."""
    return f"GO in {numbers.countdown(max(go_ns - at_ns, 0))}"


def ten_seconds(by_ns: int) -> str:
    return f"{'+' if by_ns > 0 else '-'}{abs(by_ns) // NS} s"
