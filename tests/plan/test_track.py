"""The track's measures, and the names of its places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.track import Track, TrackError
from trackbuddy.units import MILE_MM, M, metres


@pytest.mark.parametrize("lap", ["90", "1000.001", "0"])
def test_a_track_of_90_m_is_refused_with_the_range(lap: str) -> None:
    with pytest.raises(TrackError, match=rf"a track of {lap} m can't be used; a lap is from 100 m to 1000 m long"):
        Track(metres(lap))


@pytest.mark.parametrize(
    ("run", "name"),
    [
        (0, "LINE"),
        (100, "300 START"),
        (200, "200 START"),
        (300, "100 START"),
        (400, "LINE"),
        (250, "150 START"),
        ("390.656", "MILE START"),
        ("362.5", "37.5m BEFORE LINE"),
    ],
)
def test_a_place_is_named_by_the_race_that_starts_there(run: int | str, name: str) -> None:
    track = Track()
    assert track.name(track.after(0, metres(run))) == name


@pytest.mark.parametrize(("mm", "name"), [(1500 * M, "300 START"), (MILE_MM, "MILE START"), (5000 * M, "200 START")])
def test_a_race_starts_where_it_will_finish_at_the_line(mm: int, name: str) -> None:
    assert Track().name(Track().own_start(mm)) == name


def test_a_mile_is_tapped_at_the_line_but_not_nine_metres_in() -> None:
    track = Track()
    assert track.crossings(track.own_start(MILE_MM), MILE_MM) == (409_344, 809_344, 1_209_344, MILE_MM)


def test_a_mile_from_the_line_is_not_tapped_nine_metres_before_its_finish() -> None:
    assert Track().crossings(0, MILE_MM) == (400_000, 800_000, 1_200_000, MILE_MM)


@given(st.integers(100_000, 1_000_000), st.integers(0, 10**7), st.integers(0, 10**7))
def test_the_way_round_is_never_more_than_half_a_lap(lap: int, here: int, there: int) -> None:
    track = Track(lap)
    way = track.way(track.after(0, here), track.after(0, there))
    assert 0 <= way <= lap // 2
    assert way == track.way(track.after(0, there), track.after(0, here))


@given(st.integers(100 * M, 1000 * M), st.integers(0, 1000 * M))
def test_a_place_is_found_by_its_name(lap: int, way: int) -> None:
    track = Track(lap)
    place = track.after(0, way)
    assert track.place(track.name(place)) == place


@pytest.mark.parametrize("name", ["", "somewhere", "START"])
def test_what_names_no_place_is_none(name: str) -> None:
    assert Track().place(name) is None
