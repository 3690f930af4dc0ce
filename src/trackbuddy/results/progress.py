"""How far a session came: reps of how many, and how it was left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.session import Label
from trackbuddy.timing.state import Finished, RunRep, State


class Left(StrEnum):
    """How it was left."""

    FINISHED = "finished"
    DISCARDED = "discarded"
    UNFINISHED = "unfinished"
    """It can be gone on with."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Reps that are over and count, of those planned. In a session of strides alone they are strides."""

    left: Left
    run: int
    planned: int | None
    """None where it goes on until it is ended."""
    noun: str = "rep"
    begun: bool = True
    """False: it was opened, and nobody started."""

    @property
    def is_whole(self) -> bool:
        return self.planned is None or self.run >= self.planned

    @property
    def reps(self) -> str:
        """`8 reps`, `3 of 8 reps`, `1 rep`, `12 reps` of a block without an end."""
        if self.planned is None or self.run == self.planned:
            return f"{self.run} {self.noun}" + ("" if self.run == 1 else "s")
        return f"{self.run} of {self.planned} {self.noun}" + ("" if self.planned == 1 else "s")

    @property
    def text(self) -> str:
        """`finished`, `unfinished after 3 of 8 reps`, `never begun`."""
        if not self.begun and self.left is not Left.FINISHED:
            return "never begun" if self.left is Left.UNFINISHED else str(self.left)
        return str(self.left) if self.is_whole else f"{self.left} after {self.reps}"


def progress(state: State) -> Progress:
    """Counts the work: unlabelled reps, or the strides or hills of a session that has nothing else.

    Where everybody has a clock of their own, it is as far as who is furthest.
    """
    reps = [phase for phase in state.plan.timeline if isinstance(phase, RepPhase)]
    labels: list[Label | None] = [None, Label.STRIDE, Label.HILL, *Label]
    label = next((one for one in labels if any(rep.label is one for rep in reps)), None)
    planned = [rep for rep in reps if rep.label is label]
    lanes = state.lanes or (state,)
    over = max(sum(_counts(lane, run, label) for run in lane.reps) for lane in lanes)
    endless = any(rep.until_ended for rep in planned)
    return Progress(
        left=left(state),
        run=over,
        planned=None if endless else len(planned),
        noun="rep" if label is None else str(label),
        begun=any(lane.reps or lane.current_phase > 0 for lane in lanes),
    )


def _counts(state: State, run: RunRep, label: Label | None) -> bool:
    return not run.voided and run.is_complete and state.plan.rep(run.phase).label is label


def left(state: State) -> Left:
    """A session whose last rep is over is finished, whether or not somebody pressed Enter behind it."""
    if isinstance(state.stage, Finished):
        return Left.DISCARDED if state.stage.discarded else Left.FINISHED
    return Left.FINISHED if state.is_over else Left.UNFINISHED
