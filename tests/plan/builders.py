"""Sessions built by hand, so that the tests of the plan need no notation."""

from __future__ import annotations

from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    Label,
    Measure,
    Mode,
    Options,
    Recovery,
    Rep,
    SendOff,
    Session,
    Timed,
)
from trackbuddy.plan.target import RaceTarget, Target, TimeTarget
from trackbuddy.units import NS, M, seconds


def by_time(low: str | int, high: str | int | None = None) -> TimeTarget:
    return TimeTarget(seconds(low), seconds(low if high is None else high))


def run(metres: int, target: Target | None = None, label: Label | None = None) -> Rep:
    return Rep(ByDistance(metres * M), target, label)


def timed_run(span: int, target: Target | None = None) -> Rep:
    return Rep(ByTime(span * NS), target)


def rest(span: int, mode: Mode | None = Mode.REST) -> Recovery:
    return Recovery(Timed(span * NS), mode)


def jog(metres: int) -> Recovery:
    return Recovery(Covered(metres * M), Mode.JOG)


def every(span: int) -> Recovery:
    return Recovery(SendOff(span * NS))


def after(measure: Measure, mode: Mode | None = None) -> Recovery:
    return Recovery(measure, mode)


def intervals(
    count: int, rep: Rep, recovery: Recovery, *, goal: str | None = None, options: Options | None = None
) -> Session:
    """`count x rep, recovery`."""
    return Session((Block(count, (rep, recovery)),), goal=goal, options=options or Options())


EIGHT_200 = intervals(8, run(200, by_time(34)), rest(30))
FOUR_400_AT_MILE = intervals(4, run(400, RaceTarget("mile")), rest(90))
