"""A session's course as bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan.notation import read
from trackbuddy.plan.timeline import build
from trackbuddy.present.bars import Effort, bars

EIGHT = build(read("8x200m @ 34, 30s rest").session)


def drawn(text: str, columns: int, rows: int) -> list[str]:
    course = bars(build(read(text).session), columns, rows)
    return ["".join(bar.text for bar in row) for row in course.rows]


def test_work_stands_high_and_rest_lies_low() -> None:
    assert drawn("3x200m @ 30, 30s rest", 10, 2) == ["██  ██  ██", "██▄▄██▄▄██"]


def test_an_easy_run_is_half_as_high() -> None:
    first, second = drawn("10min easy; 10min hard", 8, 2)
    assert first == "    ████"
    assert second == "████████"


def test_each_part_keeps_its_effort() -> None:
    efforts = [bar.effort for bar in bars(EIGHT, 90, 3).rows[-1]]
    assert efforts == [Effort.REP, Effort.REST] * 7 + [Effort.REP]


def test_the_axis_says_when_it_starts_is_half_over_and_ends() -> None:
    assert bars(EIGHT, 40, 1).axis.split() == ["0:00", "4:01", "8:02"]
    assert bars(EIGHT, 10, 1).axis.split() == ["0:00", "8:02"]


def test_nothing_to_draw_is_nothing_drawn() -> None:
    assert bars((), 40, 3).rows == ()
    assert bars(EIGHT, 0, 3).rows == ()


@given(st.integers(1, 220), st.integers(1, 6))
def test_every_row_is_as_wide_as_was_asked_for(columns: int, rows: int) -> None:
    course = bars(EIGHT, columns, rows)
    assert len(course.rows) == rows
    assert all(sum(len(bar.text) for bar in row) == columns for row in course.rows)
    assert len(course.axis) == columns
