"""What a typed line means."""

from __future__ import annotations

import pytest

from trackbuddy.plain.keys import meaning, measured
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS


def test_an_empty_line_is_a_tap_and_a_digit_that_athletes() -> None:
    assert meaning("\n") == (i.Tap, {})
    assert meaning("3\n") == (i.Tap, {"athlete": 3})


def test_small_u_undoes_and_capital_u_does_again() -> None:
    assert meaning("u") == (i.Undo, {})
    assert meaning("U") == (i.Redo, {})


@pytest.mark.parametrize(("key", "kind"), [("F", i.ThatsAll), ("h", i.Hold), ("N", i.Next), ("A", i.TakeTap)])
def test_letters_ignore_case(key: str, kind: type) -> None:
    found = meaning(key)
    assert found is not None
    assert found[0] is kind


def test_plus_and_minus_are_ten_seconds() -> None:
    assert meaning("+") == (i.Adjust, {"by_ns": 10 * NS})
    assert meaning("-") == (i.Adjust, {"by_ns": -10 * NS})


def test_a_note_is_its_text() -> None:
    assert meaning("m windy on the back straight") == (i.WriteNote, {"text": "windy on the back straight"})


@pytest.mark.parametrize("text", ["x", "12", "hello", "0", "m"])
def test_anything_else_means_nothing(text: str) -> None:
    assert meaning(text) is None


def test_metres_are_taken_with_or_without_an_athletes_key() -> None:
    assert measured("d 1520\n") == (None, "1520")
    assert measured("D 2 1520") == (2, "1520")
    assert measured("d 2 km") == (None, "2 km")
    assert measured("d") is None
    assert measured("dd 1520") is None
