"""Sessions to show, built by hand: the screen's tests need no notation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.plan.builders import after, by_time, intervals, jog, rest, run, timed_run

from trackbuddy.plan.phases import Aim, RepPhase
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import parse_goal
from trackbuddy.plan.session import Block, ByDistance, Label, Mode, Open, Options, Recovery, Rep, Session, Timed
from trackbuddy.plan.target import RaceTarget
from trackbuddy.plan.timeline import build
from trackbuddy.timing.rules import Clocks, Rules
from trackbuddy.timing.state import Plan
from trackbuddy.units import MILE_MM, NS, seconds


def plan_of(session: Session, rules: Rules | None = None) -> Plan:
    return Plan(build(session), rules=rules or Rules())


NAMES = ("Ann", "Ben", "Cy", "Dan", "Eve")
MILE_GOALS = ("mile 4:26", "mile 4:50", "mile 4:30", "mile 4:30", "mile 4:58")
"""66.0, 72.0, 67.1, 67.1 and 74.0 for a 400 at mile pace."""


def squad(session: Session, count: int = 5, rules: Rules | None = None) -> Plan:
    """Everybody's own targets, by their goals."""
    profiles = [Profile(name, parse_goal(goal)) for name, goal in zip(NAMES, MILE_GOALS, strict=True)]
    return Plan(build(session, profiles[:count]), NAMES[:count], rules or Rules())


EIGHT_200 = plan_of(intervals(8, run(200, by_time(34)), rest(30)))
TWO_200 = plan_of(intervals(2, run(200, by_time(34)), rest(30)))
SIX_200_OPEN = plan_of(intervals(6, run(200), after(Open())))
SETS = plan_of(Session((Block(3, (Block(4, (run(200, by_time("33", "35")), rest(60))), Recovery(Timed(300 * NS)))),)))
MILE = plan_of(Session((run(1600, by_time(272)),)))
FULL_MILE = plan_of(Session((Rep(ByDistance(MILE_MM), by_time(300)),)))
FIFTEEN = plan_of(intervals(2, run(1500, by_time(255)), jog(400)))
BILLAT = plan_of(intervals(10, timed_run(30), rest(30)))
FIVES = plan_of(intervals(4, timed_run(300), rest(120, Mode.JOG)))
STRIDES = plan_of(intervals(6, run(80, label=Label.STRIDE), after(Open("walk back"))))
TAP_START = plan_of(
    intervals(3, run(1000, by_time(180)), rest(200), options=Options(tap_after_ns=180 * NS)),
)
TWENTY = plan_of(intervals(20, run(200, by_time(34)), rest(30)))
SIX_400 = squad(intervals(6, run(400, RaceTarget("mile")), rest(90)))
THREE_400_OWN = squad(
    intervals(3, run(400, RaceTarget("mile")), rest(90)), 3, Rules(clocks=Clocks.OWN, stagger_ns=20 * NS)
)
THREE_SETS = plan_of(
    Session((Block(3, (Block(4, (run(200, by_time(34)), rest(30))), Recovery(Timed(300 * NS)))),)),
)


def squad_of(session: Session, targets: Sequence[str], rules: Rules | None = None) -> Plan:
    """Several athletes, each with their own target for every rep."""
    names = ("Ann", "Ben", "Cy", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida")[: len(targets)]
    plan = build(session)
    aims = tuple(Aim(text, seconds(text), seconds(text)) for text in targets)
    timeline = tuple(replace(phase, aims=aims) if isinstance(phase, RepPhase) else phase for phase in plan)
    return Plan(timeline, names, rules or Rules())


SIX_400_SESSION = intervals(6, run(400, by_time(70)), rest(90))
FIVE = squad_of(SIX_400_SESSION, ("66", "72", "67", "67", "74"))
NINE = squad_of(SIX_400_SESSION, ("66", "72", "67", "67", "74", "75", "76", "77", "78"))
OWN = squad_of(SIX_400_SESSION, ("66", "72", "67"), Rules(clocks=Clocks.OWN, stagger_ns=10 * NS))
