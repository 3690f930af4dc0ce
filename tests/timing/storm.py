"""Random sessions of one to nine athletes, with every input there is, late by up to a minute.

Made from a seed alone, so that one that fails can be run again by its number.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.timing.sessions import plan, rep, stride, timed_rep

from trackbuddy.plan.phases import Between, Phase, RecoveryPhase, RepPhase
from trackbuddy.plan.session import Covered, Measure, Open, SameDistance, SameTime, SendOff, Timed
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.lanes import whose
from trackbuddy.timing.naming import all_ignored
from trackbuddy.timing.rules import Clocks, From, Rules
from trackbuddy.timing.state import Plan, latest_rep
from trackbuddy.units import NS, M

GAPS_S = (0.02, 0.3, 1.0, 3.0, 8.1, 10.0, 30.0, 34.0)
LATE_S = 60.0


@dataclass(frozen=True)
class Came:
    """An input and when it was taken up; its own instant lies up to a minute before that."""

    given: i.Input
    taken_up_ns: int


@dataclass(frozen=True)
class Storm:
    plan: Plan
    inputs: tuple[Came, ...]

    @property
    def end_ns(self) -> int:
        return self.inputs[-1].taken_up_ns


def storm(seed: int, *, undo: bool = True, most: int = 40) -> Storm:
    """The session of a seed; without undo and redo in it if so wanted."""
    chance = random.Random(seed)
    plan_ = _plan(chance)
    now_ns = 0
    inputs = [Came(i.Open(0), 0)]
    for _ in range(chance.randrange(most)):
        now_ns += round(NS * (chance.choice(GAPS_S) if chance.random() < 0.6 else chance.uniform(0.01, 120)))
        late_ns = round(NS * chance.choice([0, 0, 0, 0.01, chance.uniform(0, LATE_S)]))
        given = _input(chance, max(now_ns - late_ns, 0), plan_, undo=undo)
        inputs.append(Came(given, now_ns))
    return Storm(plan_, tuple(inputs))


def _plan(chance: random.Random) -> Plan:
    athletes = chance.randint(1, 9)
    phases: list[Phase] = []
    for number in range(1, chance.randint(1, 5) + 1):
        phases.append(_rep(chance, number, athletes))
        if chance.random() < 0.75:
            phases.append(RecoveryPhase(Between.REPS, _measure(chance), go_by_tap=chance.random() < 0.2))
    rules = Rules(
        taps=chance.choice(["coach", "coach", "coach", "none"]),
        recovery_from=chance.choice(list(From)),
        bounce_ns=chance.choice([0, 700_000_000]),
        floor_percent=chance.choice([0, 25]),
        floor_ns=chance.choice([0, 3 * NS]),
        clocks=chance.choice(list(Clocks)),
        stagger_ns=chance.choice([0, 5 * NS, 10 * NS]),
    )
    return plan(*phases, athletes=athletes, rules=rules)


def _rep(chance: random.Random, number: int, athletes: int) -> RepPhase:
    match chance.randrange(6):
        case 0:
            return timed_rep(number, chance.choice([5.0, 30.0]), until_ended=chance.random() < 0.3)
        case 1:
            return stride(number)
        case 2:
            return rep(number, 1600, chance.choice([None, 280.0, 30.0]), athletes, laps=4)
        case _:
            return rep(number, 200, chance.choice([None, 34.0, 34.0, 8.0]), athletes)


def _measure(chance: random.Random) -> Measure:
    measures: list[Measure] = [
        Timed(6 * NS),
        Timed(30 * NS),
        Timed(300 * NS, way_mm=200 * M),
        Open(),
        Covered(200 * M),
        SameDistance(),
        SameTime(),
        SendOff(50 * NS),
        SendOff(90 * NS),
    ]
    return chance.choice(measures)


def _input(chance: random.Random, at_ns: int, plan_: Plan, *, undo: bool) -> i.Input:
    athlete = chance.randint(1, len(plan_.athletes))
    who = chance.choice([None, None, athlete])
    if chance.random() < 0.5:
        return i.Tap(at_ns, chance.choice([None, None, athlete, athlete, 9]))
    if undo and chance.random() < 0.2:
        second_thoughts: list[i.Input] = [i.Undo(at_ns), i.Undo(at_ns, confirmed=True), i.Redo(at_ns)]
        return chance.choice(second_thoughts)
    commands: list[i.Input] = [
        i.ThatsAll(at_ns, who),
        i.Next(at_ns, who),
        i.StartedNow(at_ns, who),
        i.Hold(at_ns, who),
        i.Adjust(at_ns, 10 * NS, who),
        i.Adjust(at_ns, -10 * NS),
        i.TakeTap(at_ns, who),
        i.TakeTap(at_ns, who),
        i.Repeat(at_ns, who),
        i.EndHere(at_ns, who),
        i.WriteNote(at_ns, "windy"),
        i.DropOut(at_ns, athlete),
        i.Join(at_ns, athlete),
        i.Name(at_ns, chance.randint(1, 60), chance.randint(1, 9)),
        i.Name(at_ns, chance.randint(1, 60), athlete),
        i.Withdraw(at_ns, chance.randint(1, 60)),
        i.Measure(at_ns, chance.randint(0, 9), athlete, chance.uniform(-1, 2000)),
    ]
    return chance.choice(commands)


def known(history: History, given: i.Input) -> i.Input:
    """Line numbers depend on what was cancelled: a name is given to the k-th stamp there is."""
    if not isinstance(given, i.Name | i.Withdraw):
        return given
    history, _ = step(history, i.Tick(given.at_ns))
    reps = [rep for lane in history.state.lanes or (history.state,) if (rep := latest_rep(lane))]
    found = [(stamp.at_ns, stamp.n) for rep in reps for runner in rep.runners for stamp in runner.crossings if stamp]
    found = sorted([*found, *((tap.at_ns, tap.n) for tap in all_ignored(history.state))])
    return replace(given, of=found[given.of % len(found)][1] if found else -1)


def weathered(storm_: Storm, ticks: Sequence[i.Tick] = ()) -> tuple[History, list[Line]]:
    """The history after all inputs, with ticks in between; every tap is seen to leave its fact."""
    history, lines = History.of(storm_.plan), list[Line]()
    waiting = sorted(ticks, key=lambda tick: tick.at_ns)
    for came in storm_.inputs:
        while waiting and waiting[0].at_ns < came.taken_up_ns:
            history, new = step(history, waiting.pop(0))
            lines += new
        history, new = step(history, known(history, came.given))
        lines += new
        if isinstance(came.given, i.Tap):
            assert any(line.fact.at_ns == came.given.at_ns and not line.by_clock for line in new), (
                "a tap without a fact"
            )
    for tick in waiting:
        history, new = step(history, tick)
        lines += new
    return history, lines


def gos_in_the_past(history: History) -> list[f.Fact]:
    """GOs that count and were given before something that a person had done before them."""
    found: list[f.Fact] = []
    done_ns: dict[int | None, int] = {}
    for line in history.ledger.active:
        athlete, at_ns = whose(line.fact), line.fact.at_ns
        before_ns = max(done_ns.get(athlete, 0), done_ns.get(None, 0))
        is_go = isinstance(line.fact, f.RepStarted) and line.fact.start is f.StartKind.GO
        if is_go and at_ns < before_ns:
            found.append(line.fact)
        if not line.by_clock and not isinstance(line.fact, f.TapIgnored | f.Note | f.Named | f.Measured | f.Withdrawn):
            who = athlete if history.plan.own else None
            done_ns[who] = max(done_ns.get(who, 0), at_ns)
    return found
