"""From what the coach said (`mile`, `5k-5s/km`, `I`) to seconds for one athlete, and why those.

One rule decides what a number is worked out from. The race itself, as goal or else as best, is plain
proportion. Any other race goes by a formula, from the goal, else from the best whose distance is nearest.
`why` says which.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trackbuddy.plan import riegel, vdot
from trackbuddy.plan.phases import AN_EFFORT, Aim
from trackbuddy.plan.printing import print_target
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import GoalError, RaceTime, parse_race
from trackbuddy.plan.session import ByDistance, ByTime, Work
from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import Pace, result

GOAL: Final = "goal"
"""The race word that stands for the goal's own race."""


class Formula(StrEnum):
    """How one race predicts another."""

    VDOT = "Daniels VDOT"
    RIEGEL = "Riegel"


@dataclass(frozen=True, slots=True)
class Ground:
    """What an athlete's relative targets are worked out from."""

    goal: RaceTime | None = None
    bests: tuple[RaceTime, ...] = ()
    formula: Formula = Formula.VDOT

    @classmethod
    def of(cls, profile: Profile, goal: RaceTime | None, formula: Formula = Formula.VDOT) -> Ground:
        return cls(goal, profile.bests, formula)

    def run(self, mm: int) -> RaceTime | None:
        """The goal or best over exactly this distance, the goal first."""
        if self.goal is not None and self.goal.mm == mm:
            return self.goal
        return min((best for best in self.bests if best.mm == mm), key=lambda best: best.ns, default=None)

    def nearest(self, mm: int) -> RaceTime | None:
        """What another race is predicted from: the goal, else the best nearest in distance, by ratio."""
        if self.goal is not None:
            return self.goal
        return min(self.bests, key=lambda best: (abs(math.log(best.mm / mm)), best.ns), default=None)

    def name(self, race: RaceTime) -> str:
        return f"{'goal' if race is self.goal else 'best'} {race}"


class UnknownError(Exception):
    """A target that stays without a number; the message says why."""


@dataclass(frozen=True, slots=True)
class _Paces:
    low: Pace
    high: Pace
    why: str | None = None


def resolve(target: Target, work: Work, ground: Ground) -> Aim:
    """One athlete's aim for a piece of work. Never fails: without a number `why` says what is missing."""
    text = print_target(target)
    if isinstance(target, EffortTarget):
        return Aim(text, why=AN_EFFORT)
    if isinstance(target, TimeTarget):
        return _by_time(text, target, work)
    try:
        paces = _paces(target, ground)
    except UnknownError as unknown:
        return Aim(text, why=str(unknown))
    if paces.low.ns <= 0:
        return Aim(text, why=f"{text} leaves no time at all")
    low_ns, high_ns = None, None
    if isinstance(work, ByDistance):
        low_ns, high_ns = paces.low.over(work.mm), paces.high.over(work.mm)
    return Aim(text, low_ns, high_ns, paces.low, paces.high, paces.why)


def _by_time(text: str, target: TimeTarget, work: Work) -> Aim:
    match work:
        case ByDistance(mm=mm):
            low, high = Pace(target.low_ns, mm), Pace(target.high_ns, mm)
            return Aim(text, target.low_ns, target.high_ns, low, high)
        case ByTime():
            return Aim(text, why="the clock ends this rep, so a time can't be its target")
        case _:
            return Aim(text, target.low_ns, target.high_ns)


def _paces(target: PaceTarget | RaceTarget | TrainingTarget, ground: Ground) -> _Paces:
    match target:
        case PaceTarget():
            return _Paces(target.low, target.high)
        case RaceTarget():
            return _race_paces(target, ground)
        case TrainingTarget():
            return _training(target.letter, ground)


def _race_paces(target: RaceTarget, ground: Ground) -> _Paces:
    paces, whys = [], []
    for name in (target.race, target.until):
        if name is not None:
            pace, why = _race_pace(name, ground)
            paces.append(pace if target.offset is None else _sum(pace, target.offset))
            whys.append(why)
    low, high = sorted((paces[0], paces[-1]), key=lambda pace: pace.ns / pace.per_mm)
    return _Paces(low, high, "; ".join(dict.fromkeys(whys)))


def _sum(pace: Pace, offset: Pace) -> Pace:
    return Pace(pace.ns * offset.per_mm + offset.ns * pace.per_mm, pace.per_mm * offset.per_mm)


def _race_pace(name: str, ground: Ground) -> tuple[Pace, str]:
    if name == GOAL:
        if ground.goal is None:
            raise UnknownError("no goal is set")
        return ground.goal.pace, f"{ground.name(ground.goal)}, in proportion"
    try:
        mm = parse_race(name)
    except GoalError as error:
        raise UnknownError(str(error)) from error
    same = ground.run(mm)
    if same is not None:
        return same.pace, f"{ground.name(same)}, in proportion"
    source = ground.nearest(mm)
    if source is None:
        raise UnknownError("there is no goal, like mile 4:32, and no best to work it out from")
    found = predict(source, mm, ground.formula)
    return found.pace, f"{_formula_text(source, ground)}: {found.race} {result(found.ns)}"


def _training(letter: str, ground: Ground) -> _Paces:
    if letter not in vdot.LETTERS:
        raise UnknownError(f"{letter} is none of Daniels' paces E, M, T, I, R")
    source = ground.nearest(vdot.RACES.get(letter, vdot.RACES["M"]))
    if source is None:
        raise UnknownError("there is no goal, like mile 4:32, and no best to work it out from")
    pace = vdot.training_pace(vdot.vdot(source), letter)
    return _Paces(pace, pace, f"{_vdot_text(source, ground)}, {letter} pace")


def predict(race: RaceTime, mm: int, formula: Formula = Formula.VDOT) -> RaceTime:
    """The time for `mm` that is worth as much as `race`; the race itself comes back unchanged."""
    if mm == race.mm:
        return RaceTime(mm, race.ns)
    if formula is Formula.RIEGEL:
        return RaceTime(mm, riegel.race_ns(race, mm))
    return RaceTime(mm, vdot.race_ns(vdot.vdot(race), mm))


def _formula_text(source: RaceTime, ground: Ground) -> str:
    if ground.formula is Formula.RIEGEL:
        return f"Riegel from {ground.name(source)}"
    return _vdot_text(source, ground)


def _vdot_text(source: RaceTime, ground: Ground) -> str:
    return f"Daniels VDOT {vdot.vdot(source):.1f} from {ground.name(source)}"
