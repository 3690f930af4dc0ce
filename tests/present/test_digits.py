"""The big number: readable sizes, half blocks only, precision given up before size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.present.digits import choose, draw, rows_at, scale_for


@pytest.mark.parametrize(
    ("columns", "rows", "high"), [(40, 20, 8), (60, 20, 10), (80, 24, 15), (160, 45, 30), (100, 30, 18)]
)
def test_a_rep_s_time_is_as_high_as_the_width_allows(columns: int, rows: int, high: int) -> None:
    assert rows_at(scale_for("34.2", columns, rows)) == high


def test_what_a_three_looks_like() -> None:
    assert draw("3.", 5, 3) == ("▀▀█  ", "▀▀█  ", "▀▀▀ ▀")


@given(st.text("0123456789.:+", min_size=1, max_size=9), st.integers(1, 200), st.integers(1, 60))
def test_it_fills_its_place_exactly_with_half_blocks(text: str, columns: int, rows: int) -> None:
    lines = draw(text, columns, rows)
    assert [len(line) for line in lines] == [columns] * rows
    if scale_for(text, columns, rows):
        assert set("".join(lines)) <= set(" ▀▄█")


@pytest.mark.parametrize(
    ("candidates", "columns", "chosen"),
    [
        (("34.2", "34"), 80, "34.2"),
        (("99.9", "99"), 40, "99.9"),
        (("2:16.4", "2:16"), 80, "2:16"),  # as large as 34.2 instead of two thirds of it
        (("12:34.5", "12:34"), 80, "12:34"),
    ],
)
def test_precision_goes_before_size(candidates: tuple[str, ...], columns: int, chosen: str) -> None:
    assert choose(candidates, columns, 15) == chosen


def test_where_no_digit_fits_the_text_stands_plainly() -> None:
    assert draw("34.2", 6, 2) == ("      ", " 34.2 ")
