"""A refusal of a single piece points into the text it was given, and quotes no more than anybody reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from trackbuddy.plan.notation import Refusal, read, read_recovery, read_target, read_work


@pytest.mark.parametrize(
    ("reader", "text", "column"),
    [
        (read_work, "  5m", 3),
        (read_work, "400m @ 75", 6),
        (read_work, "200m xyz", 6),
        (read_target, "5k foo", 4),
        (read_target, " or", 2),
        (read_target, "", 1),
        (read_recovery, "30s rest foo", 10),
        (read_recovery, "  foo", 3),
        (read_recovery, "5m jog", 1),
    ],
)
def test_the_column_is_the_one_of_the_text_given(reader: Callable[[str], object], text: str, column: int) -> None:
    with pytest.raises(Refusal) as refused:
        reader(text)
    assert refused.value.column == column


@pytest.mark.parametrize("reader", [read, read_work, read_target, read_recovery])
@pytest.mark.parametrize("text", ["x" * 300, "8 x " + "q" * 300, "8 x 400m @ " + "q" * 300, "1:" * 90, "9" * 200])
def test_a_long_word_is_quoted_in_part(reader: Callable[[str], object], text: str) -> None:
    with pytest.raises(Refusal) as refused:
        reader(text)
    assert len(refused.value.message) < 160
    assert len(refused.value.seen) <= 41
