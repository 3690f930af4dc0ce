"""Timelines and runs of inputs to try the machine on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from trackbuddy.plan.phases import Aim, Between, Crossing, Phase, RecoveryPhase, RepPhase
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    Covered,
    Label,
    Measure,
    Mode,
    Open,
    SameDistance,
    SameTime,
    SendOff,
    Timed,
)
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.lanes import whose
from trackbuddy.timing.rules import Rules
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS, M


def s(value: float) -> int:
    """Nanoseconds of a number of seconds."""
    return round(value * NS)


def rep(number: int = 1, way: int = 200, target: float | None = 34, athletes: int = 1, laps: int = 1) -> RepPhase:
    aim = () if target is None else (Aim(str(target), s(target), s(target)),) * athletes
    marks = tuple(Crossing(way * M * lap // laps) for lap in range(1, laps + 1))
    return RepPhase(1, 1, number, ByDistance(way * M), aims=aim, crossings=marks)


def timed_rep(number: int = 1, seconds: float = 30, *, until_ended: bool = False) -> RepPhase:
    return RepPhase(1, 1, number, ByTime(s(seconds)), until_ended=until_ended)


def stride(number: int = 1) -> RepPhase:
    return RepPhase(1, 1, number, ByDistance(80 * M), Label.STRIDE, crossings=(Crossing(80 * M),), counted_only=True)


def rest(measure: Measure | float = 30, *, go_by_tap: bool = False) -> RecoveryPhase:
    plain = Timed(s(measure)) if isinstance(measure, int | float) else measure
    return RecoveryPhase(Between.REPS, plain, Mode.REST, go_by_tap=go_by_tap)


def plan(*phases: Phase, athletes: int = 1, rules: Rules | None = None) -> Plan:
    return Plan(tuple(phases), tuple("abcdefghi"[:athletes]), rules or Rules())


def eight_200s(recovery: Measure | float = 30, count: int = 8) -> Plan:
    phases: list[Phase] = []
    for number in range(1, count + 1):
        phases += [rep(number), rest(recovery)]
    return plan(*phases[:-1])


def run(plan_: Plan, inputs: Iterable[i.Input]) -> tuple[History, list[Line]]:
    """The history after all inputs and every line written on the way."""
    history = History.of(plan_)
    lines: list[Line] = []
    for given in inputs:
        history, new = step(history, given)
        lines += new
    return history, lines


REFERRING = (f.Accepted, f.Named, f.Withdrawn)


def told(history: History) -> list[f.Fact]:
    """The facts that count, with references to lines put as instants: line numbers depend on what was cancelled.

    With clocks of their own each athlete's stand together: which of two athletes' is first in the log means nothing.
    """
    at_of = {line.n: line.fact.at_ns for line in history.ledger.active}
    facts = [
        replace(line.fact, of=at_of.get(line.fact.of, -1)) if isinstance(line.fact, REFERRING) else line.fact
        for line in history.ledger.active
    ]
    return sorted(facts, key=lambda fact: whose(fact) or 0) if history.plan.own else facts


# --- anything goes --------------------------------------------------------------------------------------------------

# Hypothesis looks a strategy over when it is first drawn from, which takes longer than drawing: so each is made once.
_measures: st.SearchStrategy[Measure] = st.one_of(
    st.sampled_from([Timed(s(6)), Timed(s(30)), Timed(s(300), way_mm=200 * M)]),
    st.sampled_from([Open(), Covered(200 * M), SameDistance(), SameTime(), SendOff(s(50)), SendOff(s(90))]),
)
_rules = st.builds(Rules, taps=st.sampled_from(["coach", "coach", "none"]))
_gaps = st.one_of(st.sampled_from([0.02, 0.3, 1.0, 3.0, 8.1, 10.0, 30.0, 34.0]), st.floats(0.01, 120))


@st.composite
def plans(draw: st.DrawFn, athletes: int | None = None) -> Plan:
    count = athletes or draw(st.integers(1, 3))
    phases: list[Phase] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        phases.append(draw(_reps(number, count)))
        if draw(st.booleans()) or draw(st.booleans()):
            phases.append(RecoveryPhase(Between.REPS, draw(_measures), go_by_tap=draw(st.booleans())))
    return plan(*phases, athletes=count, rules=draw(_rules))


@cache
def _reps(number: int, athletes: int) -> st.SearchStrategy[RepPhase]:
    return st.one_of(
        st.builds(lambda t: rep(number, 200, t, athletes), st.sampled_from([None, 34.0, 8.0])),
        st.builds(lambda t: rep(number, 1600, t, athletes, laps=4), st.sampled_from([None, 280.0, 30.0])),
        st.builds(lambda t: timed_rep(number, t), st.sampled_from([5.0, 30.0])),
        st.just(stride(number)),
    )


@cache
def _inputs(athletes: int) -> st.SearchStrategy[i.Input]:
    """One that comes at the very beginning."""
    athlete = st.integers(1, athletes)
    return st.one_of(
        st.builds(i.Tap, st.just(0), st.one_of(st.none(), athlete)),
        st.builds(i.Tap, st.just(0)),
        st.builds(i.Tap, st.just(0)),
        st.sampled_from(
            [
                i.ThatsAll(0),
                i.Next(0),
                i.StartedNow(0),
                i.Hold(0),
                i.Adjust(0, s(10)),
                i.Adjust(0, -s(10)),
                i.TakeTap(0),
                i.Repeat(0),
                i.EndHere(0),
                i.Tap(0, 9),
                i.WriteNote(0, "windy"),
            ]
        ),
        st.builds(i.DropOut, st.just(0), athlete),
        st.builds(i.Join, st.just(0), athlete),
    )


@cache
def _waits(most: int) -> st.SearchStrategy[list[float]]:
    return st.lists(_gaps, max_size=most)


@st.composite
def runs(draw: st.DrawFn, most: int = 25) -> tuple[Plan, list[i.Input]]:
    """A plan and inputs in the order of their instants, from half a second to some minutes apart."""
    plan_ = draw(plans())
    at_ns = 0
    inputs: list[i.Input] = [i.Open(0)]
    for gap in draw(_waits(most)):
        at_ns += s(gap)
        inputs.append(replace(draw(_inputs(len(plan_.athletes))), at_ns=at_ns))
    return plan_, inputs
