"""Did it go out too fast? A rep of several laps beside the same rep run evenly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.builders import played
from tests.timing.sessions import plan, rep, s
from tests.tui import plans

from trackbuddy.results import words
from trackbuddy.results.pacing import pacing
from trackbuddy.results.rows import Row
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan


def run(of: Plan, *laps: float) -> Row:
    """Its first rep, lap by lap; GO is at 10 s."""
    at, taps = 10.0, []
    for lap in laps:
        at += lap
        taps.append(i.Tap(s(at)))
    return played(of, *taps)[0].review.sheets[0].rows[0]


def test_a_mile_that_went_out_too_fast() -> None:
    """Even at 4:31.1 the first 409.344 m take 68.96 s."""
    found = pacing(run(plans.FULL_MILE, 65.6, 70.8, 68.7, 66.0))
    assert found is not None
    assert found.is_too_fast
    said = "against an even run -3.4 +3.4 +1.3 -1.4; went out too fast: 3.4 s in the first 409 m"
    assert words.evenness(found) == said


@pytest.mark.parametrize(("first", "too_fast"), [(68.0, False), (67.5, False), (66.5, True)])
def test_a_first_lap_is_too_fast_by_three_per_cent_and_a_second(first: float, too_fast: bool) -> None:
    """Of 4 laps in 278 s: 69.5 each is even, and 3 % of that are 2.1 s."""
    found = pacing(run(plan(rep(1, 1600, 280, laps=4)), first, 70.0, 70.0, 278 - 140 - first))
    assert found is not None
    assert found.is_too_fast is too_fast
    assert ("went out too fast" in words.evenness(found)) is too_fast


def test_short_laps_need_a_whole_second() -> None:
    """4 % of a 30 s lap are nothing that a hand could swear to."""
    found = pacing(run(plan(rep(1, 400, 60, laps=2)), 29.1, 31.0))
    assert found is not None
    assert not found.is_too_fast


def test_one_lap_and_no_time_say_nothing() -> None:
    assert pacing(run(plan(rep()), 34.0)) is None
    saved, _, _ = played(plan(rep(1, 800, 140, laps=2)), i.Tap(s(80)))
    assert pacing(saved.review.sheets[0].rows[0]) is None
    assert words.evenness(None) == ""


@given(st.lists(st.floats(45, 110), min_size=4, max_size=4))
def test_differences_sum_to_nothing_and_an_even_run_has_none(laps: list[float]) -> None:
    of = plan(rep(1, 1600, 280, laps=4))
    found = pacing(run(of, *laps))
    assert found is not None
    assert abs(sum(found.off_ns)) <= 2 * len(laps)
    even = pacing(run(of, *[laps[0]] * 4))
    assert even is not None
    assert max(map(abs, even.off_ns)) <= 1
    assert not even.is_too_fast
