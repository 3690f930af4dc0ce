"""Last time, put where today's plan has each rep."""

from __future__ import annotations

from dataclasses import replace

from tests.timing.sessions import eight_200s, plan, rep, rest, run, s

from trackbuddy.plan.session import Label
from trackbuddy.results.last_time import last_time
from trackbuddy.results.rows import rows
from trackbuddy.timing import inputs as i

BEGIN = (i.Open(0), i.ThatsAll(0))


def test_each_rep_at_its_place_whatever_lies_before() -> None:
    """Today with a warm-up: the phases have moved by two."""
    then = eight_200s(count=3)
    history, _ = run(then, [*BEGIN, i.Tap(s(44)), i.ThatsAll(s(110)), i.Tap(s(172.5))])
    warm_up = replace(rep(1, 1600, None), label=Label.WARM_UP, block=0)
    today = plan(warm_up, rest(), *then.timeline)
    found = last_time(today.timeline, then.timeline, rows(history.state))
    assert {phase: one.split_ns for phase, one in found.items()} == {3: s(34), 7: s(34.5)}
    assert found[3].crossings == ((200_000, s(34)),)


def test_laps_are_places_and_times() -> None:
    then = plan(rep(1, 1600, 280, laps=4))
    history, _ = run(then, [*BEGIN, i.Tap(s(80)), i.Tap(s(150)), i.Tap(s(220)), i.Tap(s(289.5))])
    found = last_time(then.timeline, then.timeline, rows(history.state))
    assert found[1].crossings == ((400_000, s(70)), (800_000, s(140)), (1_200_000, s(210)), (1_600_000, s(279.5)))


def test_another_session_is_no_ghost() -> None:
    history, _ = run(eight_200s(count=3), [*BEGIN, i.Tap(s(44))])
    assert last_time(eight_200s(count=4).timeline, eight_200s(count=3).timeline, rows(history.state)) == {}
