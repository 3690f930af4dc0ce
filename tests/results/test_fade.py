"""Is this fade real? The verdict and the numbers that carry it."""

from __future__ import annotations

import random

import pytest
from tests.results.test_metrics import EIGHT

from trackbuddy.results import words
from trackbuddy.results.fade import Verdict, fade
from trackbuddy.units import seconds


def times(text: str) -> list[int]:
    return [seconds(part) for part in text.split()]


def test_the_worked_example_fades() -> None:
    """0.146 s a rep; t for 6 degrees of freedom is 2.447, the standard error 0.0507."""
    found = fade(EIGHT, range(1, 9))
    assert found is not None
    assert found.verdict is Verdict.SLOWER
    assert found.slope_s == pytest.approx(0.1464, abs=5e-5)
    assert found.bound_s == pytest.approx(0.1241, abs=5e-5)
    assert words.fade(found) == "fade: yes (+0.15 s a rep, unsure by 0.12, +1.0 s over 8)"


def test_level_times_did_not_fade() -> None:
    found = fade(times("34.1 34.1 34.2 34.0 34.1 34.0 34.1 34.0"), range(8))
    assert found is not None
    assert words.fade(found) == "fade: no (-0.01 s a rep, unsure by 0.03)"


def test_scattered_times_cannot_tell() -> None:
    found = fade(times("34.1 33.8 34.2 34.0 34.3 33.2 34.9"), [1, 2, 3, 5, 6, 7, 8])
    assert found is not None
    assert found.verdict is Verdict.CANT_TELL
    assert found.reps == 8


def test_times_that_fall_are_no_fade() -> None:
    found = fade(times("35.5 35.0 34.6 34.0 33.4"), range(5))
    assert found is not None
    assert words.fade(found).startswith("fade: no, they got faster (-0.52 s a rep")


def test_three_times_on_a_line_are_no_surer_than_the_watch() -> None:
    """Without any scatter of their own, 0.10 s a rep is what is left: 1.96 * 0.10 / sqrt(2)."""
    found = fade(times("34.0 34.1 34.2"), range(3))
    assert found is not None
    assert found.bound_s == pytest.approx(0.1386, abs=5e-5)
    assert found.verdict is not Verdict.SLOWER


def test_two_times_say_nothing() -> None:
    assert fade(times("34.0 36.0"), [1, 2]) is None


def test_a_rep_without_a_time_leaves_its_gap() -> None:
    """+0.1 s a rep, the fourth missing: the slope is that of the reps, not of the times."""
    found = fade(times("34.0 34.1 34.2 34.4 34.5"), [1, 2, 3, 5, 6])
    assert found is not None
    assert found.slope_s == pytest.approx(0.1)


def test_hand_timing_alone_is_rarely_called_a_fade() -> None:
    """Level runners timed by a thumb of 0.10 s: about 1 in 20 is taken for a trend, as a 95 % interval promises."""
    chance = random.Random(7)
    called = 0
    for _ in range(400):
        found = fade([round((34 + chance.gauss(0, 0.1)) * 1e9) for _ in range(8)], range(8))
        assert found is not None
        called += found.verdict in {Verdict.SLOWER, Verdict.FASTER}
    assert called <= 0.07 * 400
