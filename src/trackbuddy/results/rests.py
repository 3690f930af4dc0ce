"""Recoveries as they were taken: how long it really was from a finish to the next start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.plan.session import Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Running, RunRep, State

UNCHANGED_NS = 1_000_000_000
"""A rest within a second of the planned one is the planned one: a tap made it, or the clock's own tenth."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What lay behind a rep."""

    plan: RecoveryPhase
    taken_ns: int | None
    """From this athlete's own finish to the next start. None: no start followed, the session was left in it, the
    athlete had dropped out, or a stride was counted by the tap that began the next one."""
    assumed: bool = False
    """The finish was not tapped: it counts from the target or from the key."""

    @property
    def planned_ns(self) -> int | None:
        """What it was to be, where that is a time of its own."""
        return self.plan.measure.ns if isinstance(self.plan.measure, Timed) else None

    @property
    def is_changed(self) -> bool:
        """Another than planned."""
        planned = self.planned_ns
        return planned is not None and self.taken_ns is not None and abs(self.taken_ns - planned) > UNCHANGED_NS


def rests(state: State, effective: Iterable[Line], athlete: int = 1) -> tuple[Rest | None, ...]:
    """Behind each rep that was run, in their order, as `rows` lists them; None where no recovery was planned or run.

    `effective` are the log's lines that count.
    """
    facts = [line.fact for line in effective]
    began = [fact for fact in facts if isinstance(fact, f.RecoveryStarted) and fact.athlete in {None, athlete}]
    if state.lanes:
        state, athlete = state.lane(athlete), 1
    runs = list(state.reps)
    if isinstance(state.stage, Running):
        runs.append(state.stage.rep)
    gaps = [fact.at_ns for fact in facts if isinstance(fact, f.Reopened)]
    following: list[RunRep | None] = [*runs[1:], None]
    return tuple(
        _rest(state, run, after, athlete, began, gaps) for run, after in zip(runs, following, strict=bool(runs))
    )


def _rest(
    state: State,
    run: RunRep,
    after: RunRep | None,
    athlete: int,
    began: Sequence[f.RecoveryStarted],
    gaps: Sequence[int],
) -> Rest | None:
    phase = state.plan.phase(run.phase + 1)
    if not isinstance(phase, RecoveryPhase) or run.voided:
        return None
    end_ns = None if after is None else after.started_ns
    counted = [fact for fact in began if run.started_ns <= fact.at_ns and (end_ns is None or fact.at_ns <= end_ns)]
    if not counted and end_ns is None:
        return None
    runner = run.runner(athlete)
    from_ns = runner.ended_ns if runner.timed else counted[-1].at_ns if counted else runner.ended_ns
    interrupted = from_ns is not None and end_ns is not None and any(from_ns <= at <= end_ns for at in gaps)
    gone = runner.out or (after is not None and after.runner(athlete).out)
    at_once = state.plan.rep(run.phase).counted_only and from_ns == end_ns  # one tap ended it and began the next
    known = from_ns is not None and end_ns is not None and not interrupted and not gone and not at_once
    taken_ns = max(end_ns - from_ns, 0) if known and end_ns is not None and from_ns is not None else None
    return Rest(phase, taken_ns, assumed=not runner.timed and any(fact.assumed for fact in counted[-1:]))
