"""The big number: as large as fits, half blocks only, and 6, 8 and 9 apart however blurred."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.present.digits import Size, draw, first_fitting, fit
from trackbuddy.present.ink import STEPS, Edges, Ink
from trackbuddy.present.outlines import glyph, pen_of
from trackbuddy.present.rows import text_of

DIGITS = "0123456789"


@pytest.mark.parametrize(
    ("columns", "rows", "high"), [(38, 8, 8), (58, 10, 10), (78, 15, 15), (158, 34, 34), (98, 18, 18), (28, 5, 5)]
)
def test_a_rep_s_time_is_as_high_as_the_window_allows(columns: int, rows: int, high: int) -> None:
    size = fit(("88.8",), columns, rows)
    assert size is not None
    assert size.rows == high


@pytest.mark.parametrize("pattern", ["88.8", "8:88", "8:88.8", "88:88"])
def test_minutes_cost_width_and_no_height(pattern: str) -> None:
    size = fit((pattern,), 78, 15)
    assert size is not None
    assert size.rows == 15
    assert size.width(pattern) <= 78


def test_where_not_three_rows_fit_there_is_no_size() -> None:
    assert fit(("88.8",), 8, 15) is None
    assert fit(("88.8",), 80, 2) is None


def size_of(rows: int) -> Size:
    size = fit(("88.8",), 200, rows)
    assert size is not None
    return size


@given(
    st.text("0123456789.:+-GO", min_size=1, max_size=9),
    st.integers(3, 30),
    st.sampled_from(Edges),
    st.sampled_from([Ink.TEXT, Ink.REST]),
)
def test_a_text_takes_exactly_its_place_in_half_blocks(text: str, rows: int, edges: Edges, ink: Ink) -> None:
    size = size_of(rows)
    lines = [text_of(row) for row in draw(text, size, ink, Ink.GROUND, edges)]
    assert [len(line) for line in lines] == [size.width(text)] * rows
    assert set("".join(lines)) <= set(" ▀▄█")


def test_plain_edges_need_two_colours_only() -> None:
    looks = {span.look for row in draw("68.9", size_of(15), Ink.TEXT, Ink.GROUND, Edges.PLAIN) for span in row}
    assert {(look.ink, look.ground) for look in looks} == {(Ink.TEXT, Ink.GROUND)}


@pytest.mark.parametrize(
    ("candidates", "cells", "chosen"),
    [(("34.2", "34"), 70, "34.2"), (("2:16.4", "2:16"), 70, "2:16"), (("9",), 2, None)],
)
def test_precision_goes_before_size(candidates: tuple[str, ...], cells: int, chosen: str | None) -> None:
    assert first_fitting(candidates, size_of(15), cells) == chosen


# --- read from afar -------------------------------------------------------------------------------------------------


def blurred(char: str, width: int, height: int, radius: int) -> list[float]:
    """The glyph with every pixel the mean of a square about it: what is left of it for an eye far away."""
    covered = glyph(char, width, height, pen_of(width, height))
    around = range(-radius, radius + 1)

    def at(x: int, y: int) -> int:
        return covered[y][x] if 0 <= x < width and 0 <= y < height else 0

    count = STEPS * len(around) ** 2
    return [sum(at(x + i, y + j) for i in around for j in around) / count for y in range(height) for x in range(width)]


def apart(one: list[float], other: list[float]) -> float:
    """Share of the glyph's box in which two pictures differ plainly: by a quarter of full contrast and more."""
    return sum(abs(a - b) > 0.25 for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.parametrize(("width", "height"), [(10, 16), (10, 20), (19, 30), (15, 30), (37, 60), (7, 12)])
def test_blurred_to_an_eighth_of_their_height_all_digits_stay_apart(width: int, height: int) -> None:
    pictures = {char: blurred(char, width, height, max(height // 16, 1)) for char in DIGITS}
    close = {pair: apart(pictures[pair[0]], pictures[pair[1]]) for pair in combinations(DIGITS, 2)}
    assert min(close.values()) > 0.12, min(close, key=lambda pair: close[pair])


def test_the_blur_is_one_that_can_tell() -> None:
    """The same measure calls two digits alike once everything is blurred away."""
    one, other = blurred("6", 19, 30, 15), blurred("8", 19, 30, 15)
    assert apart(one, other) == 0
