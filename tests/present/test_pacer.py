"""Where somebody is in a rep: never back, never past what they have not reached, and at the finish on time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.stages import going
from tests.tui.plans import EIGHT_200, FULL_MILE

from trackbuddy.present.pacer import Seen, athlete_mm, ghost_mm, position, target_mm
from trackbuddy.timing.state import Running
from trackbuddy.units import NS, M

WAY = st.integers(50 * M, 10_000 * M)
TIME = st.integers(5 * NS, 3000 * NS)


@st.composite
def crossings(draw: st.DrawFn) -> tuple[int, tuple[Seen, ...]]:
    """A way, and crossings on it in order."""
    way = draw(WAY)
    ways = sorted(draw(st.sets(st.integers(1, way), max_size=6)))
    times = sorted(draw(st.sets(TIME, min_size=len(ways), max_size=len(ways))))
    return way, tuple(map(Seen, ways, times))


@given(WAY, TIME, st.integers(0, 6000 * NS))
def test_the_target_is_run_evenly(way: int, target: int, at: int) -> None:
    assert position(way, target, (), 0) == 0
    assert position(way, target, (), target) == way
    here = position(way, target, (), at)
    assert here is not None
    assert here * target <= way * at < (here + 1) * target


@given(crossings(), st.lists(st.integers(0, 4000 * NS), min_size=2))
def test_nobody_goes_back(given_: tuple[int, tuple[Seen, ...]], instants: list[int]) -> None:
    way, seen = given_
    found = [position(way, 60 * NS, seen, at) for at in sorted(instants)]
    assert found == sorted(mm for mm in found if mm is not None)


@given(crossings())
def test_at_a_crossing_one_is_there(given_: tuple[int, tuple[Seen, ...]]) -> None:
    way, seen = given_
    assert [position(way, None, seen, place.ns) for place in seen] == [place.mm for place in seen]


@given(crossings(), st.integers(1, 400 * NS))
def test_behind_the_last_crossing_the_pace_of_the_last_lap_holds(
    given_: tuple[int, tuple[Seen, ...]], after: int
) -> None:
    way, seen = given_
    if not seen:
        assert position(way, None, seen, after) is None
        return
    before, last = seen[-2] if len(seen) > 1 else Seen(0, 0), seen[-1]
    here = position(way, None, seen, last.ns + after)
    assert here == last.mm + (last.mm - before.mm) * after // (last.ns - before.ns)


@given(crossings(), TIME)
def test_a_ghost_stops_at_the_finish(given_: tuple[int, tuple[Seen, ...]], at: int) -> None:
    way, seen = given_
    here = ghost_mm(way, seen, at)
    assert here is None or 0 <= here <= way


def test_a_target_athlete_stands_at_the_finish_when_the_target_is_over() -> None:
    phase = EIGHT_200.rep(1)
    assert target_mm(phase, 1, 17 * NS) == 100 * M
    assert target_mm(phase, 1, 40 * NS) == 200 * M
    assert target_mm(phase, 1, 51 * NS, past=True) == 300 * M


@pytest.mark.parametrize(("after", "metres"), [(0, 409.344), (38, 609.3), (500, 809.344)])
def test_an_athlete_goes_on_from_the_crossing_and_waits_at_the_next(after: float, metres: float) -> None:
    """Who has not been tapped at 809 m is not past it."""
    at = going(FULL_MILE).rep(76.3, after)
    stage = at.live.snapshot().state.stage
    assert isinstance(stage, Running)
    rep = stage.rep
    here = athlete_mm(FULL_MILE.rep(1), rep.runner(1).crossings, rep.started_ns, at.live.now_ns() - rep.started_ns)
    assert here is not None
    assert here / M == pytest.approx(metres, abs=5)


def test_before_the_first_crossing_nobody_knows() -> None:
    assert athlete_mm(FULL_MILE.rep(1), (), 0, 30 * NS) is None
