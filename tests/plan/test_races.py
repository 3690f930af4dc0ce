"""Races with their times: what is read, and what is refused in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.races import FASTEST, RACE_MM, GoalError, RaceTime, fastest_ns, parse_goal, parse_race
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import MILE_MM, NS, M, seconds


@pytest.mark.parametrize(
    ("text", "mm", "time"),
    [
        ("mile 4:32", MILE_MM, "272"),
        ("1500 4:00", 1500 * M, "240"),
        ("5k 17:33", 5000 * M, "1053"),
        ("800 2:05.3", 800 * M, "125.3"),
        ("400 58", 400 * M, "58"),
        ("4:32 mile", MILE_MM, "272"),
        ("4:00 1500", 1500 * M, "240"),
        ("1500m in 4:00", 1500 * M, "240"),
        ("Mile = 4:32", MILE_MM, "272"),
        ("mile: 4:32", MILE_MM, "272"),
        ("sub 4:32 mile", MILE_MM, "272"),
        ("half marathon 1:30:00", 21_097_500, "5400"),
        ("2 miles 9:30", 2 * MILE_MM, "570"),
        ("1200m 3:20", 1200 * M, "200"),
        ("10 km 36:00", 10_000 * M, "2160"),
    ],
)
def test_reads_a_race_and_its_time(text: str, mm: int, time: str) -> None:
    assert parse_goal(text) == RaceTime(mm, seconds(time))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("mile 0:30", "mile in 0:30 is faster than anybody has run: 3:42 is the fastest accepted"),
        ("half 1:30", "hours are written 1:30:00"),
        ("mile 45:00", "mile in 45:00 is slower than a stroll: 26:49"),
        ("parkrun 20:00", "'parkrun' is no race that is known here; name one of 400, 800"),
        ("mile", "write a goal like 'mile 4:32'"),
        ("", "write a goal like 'mile 4:32'"),
        ("mile 4:75", "75 seconds behind the colon"),
        ("mile fast", "'fast' is not a time"),
        ("50m 9", "no race from 100 m to 100 km"),
    ],
)
def test_refuses_what_cant_be_meant_in_one_sentence(text: str, part: str) -> None:
    with pytest.raises(GoalError) as refused:
        parse_goal(text)
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)


def test_every_race_that_a_target_can_name_has_a_distance() -> None:
    assert {parse_race(key) for key in RaceKey} == set(RACE_MM.values())
    assert set(RACE_MM) == set(RaceKey)


@given(st.sampled_from(list(RaceKey)), st.integers(min_value=0, max_value=10**12))
def test_a_race_time_is_printed_so_that_it_is_read_back(key: RaceKey, more: int) -> None:
    mm = RACE_MM[key]
    race = RaceTime(mm, min(fastest_ns(mm) + more, mm * NS // M))
    assert parse_goal(str(race)) == race


def test_the_bound_meets_its_rows_and_rises_between_them() -> None:
    assert all(fastest_ns(mm) == ns for mm, ns in FASTEST)
    times = [fastest_ns(mm * M) for mm in range(50, 60_000, 50)]
    assert times == sorted(times)
