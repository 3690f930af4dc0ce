"""Athletes and their keys."""

from __future__ import annotations

import pytest

from trackbuddy.plan.profile import Profile, ProfileError, keys
from trackbuddy.plan.races import RaceTime
from trackbuddy.units import MILE_MM, NS


def test_an_athlete_without_a_key_gets_the_first_free_digit() -> None:
    assert keys([Profile("Ann"), Profile("Ben", key=1), Profile("Cy")]) == (2, 1, 3)


def test_two_athletes_on_one_key_are_refused_by_name() -> None:
    with pytest.raises(ProfileError, match="Ann and Ben are both on key 3; give one of them another digit"):
        keys([Profile("Ann", key=3), Profile("Ben", key=3)])


def test_the_same_athlete_twice_is_on_one_key_too() -> None:
    ann = Profile("Ann", key=3)
    with pytest.raises(ProfileError, match="both on key 3"):
        keys([ann, ann])


@pytest.mark.parametrize("key", [0, 10, -1])
def test_a_key_is_a_digit_from_1_to_9(key: int) -> None:
    with pytest.raises(ProfileError, match="digits 1 to 9"):
        keys([Profile("Ann", key=key)])


def test_at_most_nine_athletes() -> None:
    assert keys([Profile()] * 9) == tuple(range(1, 10))
    with pytest.raises(ProfileError, match="10 athletes"):
        keys([Profile()] * 10)


def test_the_best_of_a_distance_is_the_fastest_one() -> None:
    slow, fast = RaceTime(MILE_MM, 280 * NS), RaceTime(MILE_MM, 272 * NS)
    assert Profile(bests=(slow, fast)).best(MILE_MM) == fast
    assert Profile(bests=(slow, fast)).best(1_500_000) is None
