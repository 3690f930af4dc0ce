"""Which sessions are the same, and what sets others apart."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import read
from trackbuddy.plan.timeline import build
from trackbuddy.results.shape import Shape, difference, shape


def of(text: str) -> Shape:
    return shape(build(read(text).session))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8x200m @ 34, 30s rest", "8x200m, 30s rest"),
        ("10min warm-up; 8x200m hard, 30s rest; 800m cool-down", "8x200m, 30s rest"),
        ("3 x (4x200m @ 34, 30s rest), 5min rest between sets", "3x(4x200m, 30s rest), 5min rest between sets"),
        ("200-400-600-400-200m, 2min rest", "200m-400m-600m-400m-200m, 2min rest"),
        ("30/30 x max", "max x 30s, 30s jog"),
        ("8x400m, on 2:30", "8x400m, on 2:30"),
        ("6 x strides", "6xopen stride, open recovery"),
    ],
)
def test_a_shape_reads_like_the_session(text: str, said: str) -> None:
    assert of(text).text == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8x200m @ 34, 30s rest", "8x200m @ 33-35, 30s rest"),
        ("8x200m, 30s rest", "8x200m hard, 30s rest"),
        ("8x200m, 30s rest", "1600m warm-up; 4 x strides; 8x200m, 30s rest"),
    ],
)
def test_targets_and_what_lies_around_make_no_difference(one: str, other: str) -> None:
    assert of(one).text == of(other).text
    assert difference(of(one), of(other)) == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("8x200m, 30s rest", "8x200m, 60s rest", "30s rest, not 60s rest"),
        ("8x200m, 30s rest", "6x200m, 30s rest", "8 reps, not 6"),
        ("8x200m, 30s rest", "6x200m, 200m jog", "8 reps, not 6; 30s rest, not 200m jog"),
        ("200-400-600m, 30s rest", "600-400-200m, 30s rest", "the same reps in another order"),
    ],
)
def test_what_sets_two_apart_is_named(one: str, other: str, said: str) -> None:
    assert difference(of(one), of(other)) == said


def test_other_lengths_are_other_reps() -> None:
    assert of("8x200m, 30s rest").reps == of("6x200m, 60s rest").reps
    assert of("8x200m, 30s rest").reps != of("8x400m, 30s rest").reps
