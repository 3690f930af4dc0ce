"""The track's shape: a lap is as long as it says, and every place is where it should be."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.track import FROM_KERB_M
from trackbuddy.present.oval import oval

LAPS = st.sampled_from([200_000, 300_000, 400_000, 333_333, 440_000])


@given(LAPS)
def test_a_lap_is_as_long_as_it_says(lap_mm: int) -> None:
    shape = oval(lap_mm)
    steps = [shape.at(way * shape.lap / 2000, FROM_KERB_M) for way in range(2001)]
    length = sum(math.dist(a, b) for a, b in pairwise(steps))
    assert length == pytest.approx(shape.lap, rel=1e-3)


def test_the_standard_track_has_its_own_measures() -> None:
    assert oval(400_000).straight == pytest.approx(84.39, abs=0.01)


@given(LAPS, st.floats(0, 2000))
def test_every_place_lies_on_the_track_and_is_found_again(lap_mm: int, way: float) -> None:
    shape = oval(lap_mm)
    x, y = shape.at(way)
    assert shape.outside(x, y) == pytest.approx(shape.wide / 2)
    apart = abs(shape.along(x, y) - way % shape.lap)
    assert min(apart, shape.lap - apart) < 0.01


def test_the_line_is_at_the_end_of_the_home_straight_and_the_200_start_over_against_it() -> None:
    shape = oval(400_000)
    x, y = shape.at(0)
    assert x == pytest.approx(shape.straight / 2)
    assert y > 0
    x, y = shape.at(200)
    assert x == pytest.approx(-shape.straight / 2)
    assert y < 0


def test_everybody_runs_anticlockwise() -> None:
    shape = oval(400_000)
    assert shape.at(50)[0] > shape.straight / 2, "up the first bend, on the right"
    assert shape.at(390)[0] < shape.at(399)[0], "down the home straight to the right"
