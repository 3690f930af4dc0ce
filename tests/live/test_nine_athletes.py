"""A coach with nine athletes: whatever was pressed, in the end every time is the truth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.live.coach import Evening, Habit
from tests.timing.sessions import plan, rep, rest, s

from trackbuddy.plan.phases import Aim
from trackbuddy.timing import facts as f
from trackbuddy.timing.history import History
from trackbuddy.timing.rules import Clocks, Rules
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

TARGETS = (66.0, 72.0, 67.0, 70.0, 74.0, 66.5, 69.0, 71.0, 75.0)


def six_400s(athletes: int = 9, *, clocks: Clocks = Clocks.TOGETHER, stagger: float = 0) -> Plan:
    """6 x 400 m, 90 s between, everybody with a target of their own."""
    aims = tuple(Aim(str(target), s(target), s(target)) for target in TARGETS[:athletes])
    reps = [replace(rep(number, 400, athletes=athletes), aims=aims) for number in range(1, 7)]
    phases = [phase for one in reps for phase in (one, rest(90))][:-1]
    return plan(*phases, athletes=athletes, rules=Rules(clocks=clocks, stagger_ns=s(stagger)))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("clocks", list(Clocks))
def test_every_time_is_the_truth(clocks: Clocks, seed: int) -> None:
    """Spaces named afterwards, a digit for the wrong one, held and pressed twice; two drop out and one comes back."""
    tells_the_truth(clocks, seed)


@pytest.mark.drill
@pytest.mark.parametrize("clocks", list(Clocks))
def test_every_time_is_the_truth_on_many_evenings(clocks: Clocks) -> None:
    for seed in range(5, 65):
        tells_the_truth(clocks, seed)


def tells_the_truth(clocks: Clocks, seed: int) -> None:
    evening = Evening(six_400s(clocks=clocks, stagger=5), seed, list(Habit), out={7: 3, 4: 4}, back={4: 6})
    evening.run()
    assert evening.timed() == evening.truth, f"seed {seed}"
    assert len(evening.truth) >= 9 * 6 - 4 - 2
    read = History.of(evening.plan, evening.rig.lines)
    assert read.state == evening.state


def test_who_is_out_is_out_and_who_is_back_runs_on() -> None:
    evening = Evening(six_400s(), 1, [Habit.DIGITS], out={7: 3, 4: 4}, back={4: 6})
    evening.run()
    assert sorted(evening.out_rows()) == [(3, 7), (4, 4), (4, 7), (5, 4), (5, 7), (6, 7)]
    assert len(evening.timed()) == 9 * 6 - 6


def test_each_recovery_counts_from_the_last_one_in() -> None:
    evening = Evening(six_400s(), 2, list(Habit))
    evening.run()
    starts = [fact.at_ns for fact in evening.rig.facts(f.RepStarted)]
    for phase, before, after in zip(range(1, 11, 2), starts, starts[1:], strict=False):
        last_in = max(took for (number, _), took in evening.truth.items() if number == phase)
        assert after == before + last_in + 90 * NS


def test_each_own_recovery_counts_from_their_own_finish() -> None:
    evening = Evening(six_400s(clocks=Clocks.OWN, stagger=10), 3, list(Habit))
    evening.run()
    for who in range(1, 10):
        starts = [fact.at_ns for fact in evening.rig.facts(f.RepStarted) if fact.athlete == who]
        assert starts[0] == NS + 10 * NS + (who - 1) * 10 * NS
        for phase, before, after in zip(range(1, 11, 2), starts, starts[1:], strict=False):
            assert after == before + evening.truth[phase, who] + 90 * NS
