"""Every kind of fact says what undo does to it."""

from __future__ import annotations

from typing import get_args

from trackbuddy.present.ignored import WHY
from trackbuddy.timing.effective import MARKS, NO_STEPS, STEPS
from trackbuddy.timing.facts import Fact, Reason


def test_each_kind_of_fact_is_a_mark_a_step_or_neither() -> None:
    """A new kind is none of them, and this fails until somebody has thought about it."""
    listed = [*MARKS, *STEPS, *NO_STEPS]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(get_args(Fact))


def test_there_are_words_for_each_reason() -> None:
    assert set(WHY) == set(Reason)
