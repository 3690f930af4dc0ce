"""Names and notes come from files: whatever stands in them, they stay text and keep their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.present.cells import cut, left, printable, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[31mb", "a?[31mb"), ("one\ntwo\tthree", "one two three"), ("a\u202eb", "a?b"), ("Zoë", "Zoë")],
)
def test_nothing_moves_the_cursor(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(max_size=40), st.integers(0, 40))
def test_left_has_exactly_the_cells(text: str, cells: int) -> None:
    assert width(left(printable(text), cells)) == cells


def test_a_wide_letter_is_never_cut_in_half() -> None:
    assert cut("走る走る", 6) == "走る…"
