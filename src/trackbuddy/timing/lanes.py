"""Clocks of their own: which facts belong to one athlete's standing, and how a fact of a lone runner becomes theirs.

Each athlete's standing is that of a session run alone, in which they are athlete 1. So taps, commands, deadlines and
the fold are the same code for all, and only whose clock is meant is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar, get_args

from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Apart, Finished, Ready, State, fresh

Laned = (
    f.LeadInStarted
    | f.RepStarted
    | f.Split
    | f.CrossingMissed
    | f.RepEnded
    | f.RecoveryStarted
    | f.RecoveryEnded
    | f.TapIgnored
    | f.Accepted
    | f.Withdrawn
    | f.Held
    | f.Resumed
    | f.Adjusted
    | f.Restamped
    | f.Skipped
    | f.Voided
    | f.SendOffMissed
    | f.DroppedOut
    | f.Joined
    | f.Measured
    | f.Ended
)
LANED: Final = get_args(Laned)
"""Facts that can belong to one athlete's own clock."""


def whose(fact: f.Fact) -> int | None:
    """The athlete a fact belongs to; None for one of everybody's."""
    return fact.athlete if isinstance(fact, LANED) else None


def for_athlete(facts: Iterable[f.Fact], athlete: int) -> tuple[f.Fact, ...]:
    """What was decided for a lone runner, as that of an athlete among several."""
    return tuple(_with_athlete(fact, athlete) for fact in facts)


def as_alone(fact: Laned) -> Laned:
    """The other way round."""
    return _with_athlete(fact, 1)


_F = TypeVar("_F", bound=f.Fact)


def _with_athlete(fact: _F, athlete: int) -> _F:
    assert isinstance(fact, LANED), f"{type(fact).__name__} belongs to everybody"
    return replace(fact, athlete=athlete)


def opened(state: State) -> tuple[State, ...]:
    """The lanes; in ready those that everybody would begin with. Who has dropped out does not begin."""
    if isinstance(state.stage, Apart):
        return state.stage.lanes
    if isinstance(state.stage, Finished):
        return ()
    lead_in = state.stage if isinstance(state.stage, Ready) else Ready(state.plan.rules.lead_in_ns)
    return tuple(
        replace(
            fresh(state.plan.solo(athlete)),
            stage=lead_in,
            out=frozenset({1}) if athlete in state.out else frozenset(),
            gap_ns=state.gap_ns,
        )
        for athlete in range(1, len(state.plan.athletes) + 1)
    )


def with_lane(state: State, athlete: int, lane: State) -> State:
    lanes = list(opened(state))
    lanes[athlete - 1] = lane
    return replace(state, stage=Apart(tuple(lanes)))
