"""Months and trends."""

from __future__ import annotations

from tests.results.pasts import past
from tests.timing.sessions import s

from trackbuddy.results.season import Course, seasons, trend

FALLING = [past(f"2026-{month:02}-{day:02}", average) for month, day, average in (
    (9, 1, 35.0), (9, 15, 34.8), (10, 1, 34.6), (10, 15, 34.5), (11, 1, 34.2), (11, 15, 34.0),
)]  # fmt: skip


def test_a_line_a_month() -> None:
    (found,) = seasons(reversed(FALLING))
    assert (found.athlete, found.title) == ("Ann", "8x200m, 30s rest")
    assert [(one.year, one.month, one.sessions) for one in found.months] == [(2026, 9, 2), (2026, 10, 2), (2026, 11, 2)]
    first = found.months[0]
    assert (first.average_ns, first.best_ns, first.hits, first.judged) == (s(34.9), s(34.3), 10, 16)
    assert (first.work_mm, first.targets) == (3_200_000, ((s(34), s(34)),))


def test_the_target_s_change_is_in_view() -> None:
    (found,) = seasons([past("2026-09-01", 35.0, target=35.0), past("2026-09-20", 34.0, target=34.0)])
    assert found.months[0].targets == ((s(35), s(35)), (s(34), s(34)))


def test_a_trend_with_its_uncertainty() -> None:
    """By hand: -1 s in 75 days is about -0.4 s a month."""
    found = trend(FALLING)
    assert found is not None
    assert found.course is Course.FASTER
    assert -0.45 < found.per_month_s < -0.35
    assert 0 < found.bound_s < 0.1
    assert found.text.startswith("faster: -0.")


def test_a_scatter_is_no_trend() -> None:
    found = trend(
        [past(f"2026-09-{day:02}", average) for day, average in ((1, 34.0), (8, 34.6), (15, 34.1), (22, 34.4))]
    )
    assert found is not None
    assert found.course is Course.CANT_TELL


def test_two_sessions_or_one_day_are_no_trend() -> None:
    assert trend(FALLING[:2]) is None
    assert trend([past("2026-09-01", 34.0)] * 3) is None


def test_work_of_a_month_is_unknown_where_a_part_is() -> None:
    (found,) = seasons([past("2026-09-01", 35.0), past("2026-09-02", 35.0, work_mm=None)])
    assert found.months[0].work_mm is None


def test_athletes_and_shapes_are_kept_apart_the_busiest_first() -> None:
    found = seasons(
        [*FALLING, past("2026-09-01", 70.0, text="4x400m, 2min rest"), past("2026-09-01", 33.0, name="Ben")]
    )
    assert [(one.athlete, one.title) for one in found] == [
        ("Ann", "8x200m, 30s rest"),
        ("Ann", "4x400m, 2min rest"),
        ("Ben", "8x200m, 30s rest"),
    ]
