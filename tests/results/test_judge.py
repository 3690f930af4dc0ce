"""On, fast, slow: the words a coach says, and the difference beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.results.judge import Word, judge
from trackbuddy.units import NS, seconds


@pytest.mark.parametrize(
    ("split", "low", "high", "text", "word"),
    [
        ("34", "34", "34", "0.0", Word.ON),
        ("34.24", "34", "34", "+0.2", Word.ON),
        ("34.549", "34", "34", "+0.5", Word.ON),  # 1.5 % of 34 s is 0.51 s
        ("34.55", "34", "34", "+0.6", Word.SLOW),
        ("33.4", "34", "34", "-0.6", Word.FAST),
        ("10.3", "10", "10", "+0.3", Word.ON),  # never less than 0.3 s
        ("10.4", "10", "10", "+0.4", Word.SLOW),
        ("34.1", "33", "35", "0.0", Word.ON),
        ("35.4", "33", "35", "+0.4", Word.ON),
        ("31.9", "33", "35", "-1.1", Word.FAST),
        ("273.0", "272", "272", "+1.0", Word.ON),  # never more than a second
        ("273.1", "272", "272", "+1.1", Word.SLOW),
        ("34.14", "33.95", "33.95", "+0.1", Word.ON),  # 34.1 shown minus 34.0 shown
    ],
)
def test_difference_and_word(split: str, low: str, high: str, text: str, word: Word) -> None:
    judged = judge(seconds(split), seconds(low), seconds(high))
    assert (judged.text, judged.word) == (text, word)


@given(st.integers(1, 900 * NS), st.integers(1, 900 * NS), st.integers(0, 60 * NS))
def test_fast_is_never_behind_the_target_and_slow_never_before_it(split: int, low: int, width: int) -> None:
    judged = judge(split, low, low + width)
    assert not (judged.word is Word.FAST and judged.tenths >= 0)
    assert not (judged.word is Word.SLOW and judged.tenths <= 0)
