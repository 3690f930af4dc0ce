from __future__ import annotations

from tests.timing.sessions import eight_200s, plan, rep, rest, run, s, timed_rep

from trackbuddy.timing import inputs as i
from trackbuddy.timing.countdown import Countdown, countdown
from trackbuddy.timing.state import Plan


def after(plan_: Plan, *inputs: i.Input) -> Countdown | None:
    history, _ = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    return countdown(history.state)


def test_the_lead_in_is_counted_and_not_called() -> None:
    assert after(eight_200s()) == Countdown(0, s(10), (), 1)


def test_a_recovery_is_called_by_its_planned_length() -> None:
    lengths = {6: (), 29: (), 30: (10,), 90: (10,), 180: (10,), 181: (60, 30, 10)}
    for seconds, called in lengths.items():
        found = after(eight_200s(seconds), i.Tap(s(44)))
        assert found == Countdown(s(44), s(44 + seconds), called, 3), seconds


def test_thirty_thirty_is_not_called() -> None:
    found = after(plan(timed_rep(1), rest(30), timed_rep(2)), i.Tick(s(41)))
    assert found == Countdown(s(40), s(70), (), 3)


def test_what_is_stopped_or_waits_has_none() -> None:
    assert after(eight_200s(), i.Tap(s(44)), i.Hold(s(50))) is None
    assert after(eight_200s(), i.Tick(s(11))) is None


def test_a_recovery_cut_short_is_not_called_before_it_began() -> None:
    found = after(eight_200s(30), i.Tap(s(44)), i.Adjust(s(45), -s(10)), i.Adjust(s(46), -s(10)))
    assert found is not None
    assert all(found.begin_ns < found.end_ns - s(left) for left in found.called_s)


def test_the_end_of_all_is_behind_the_last_phase() -> None:
    found = after(plan(rep(1), timed_rep(2, 40)), i.Tap(s(44)))
    assert found is not None
    assert (found.into, found.called_s) == (3, (10,))
