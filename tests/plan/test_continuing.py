"""What a text that is still being typed could go on with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.plan import continuing
from trackbuddy.plan.continuing import continuation
from trackbuddy.plan.notation import Refusal, read

WHOLE = (
    "8 x 200m @ 34, 30s rest",
    "3 x (4x200m @ 34, 30s rest), 5min between sets",
    "10min warm-up; 4 x strides; 1 mile @ 4:32; 1 mile cool-down",
    "6x200m on 5min recovery",
)


def is_session(text: str) -> bool:
    try:
        read(text)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("whole", WHOLE)
def test_nobody_is_scolded_on_the_way_to_a_whole_session(whole: str) -> None:
    for end in range(1, len(whole)):
        typed = whole[:end]
        assert is_session(typed) or continuation(typed) is not None, typed


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("8", " x 200m"),
        ("8 x", " 200m"),
        ("8 x 2", "00m"),
        ("8 x 200m @ 34, 30", "s rest"),
        ("8 x 200m, 40s", " rest"),
        ("3 x (4x200m @ 34, 30s rest", ")"),
        ("6x200m on 5min reco", "very"),
        ("", "8 x 200m @ 34, 30s rest"),
    ],
)
def test_what_comes_next(typed: str, more: str) -> None:
    assert continuation(typed) == more


@pytest.mark.parametrize("typed", ["abcdefgh", "8 x 200m @ 10 bananas, 30s rest", "8 x 200m @ 10 bananas, 30s"])
def test_what_nothing_mends_is_said_to_be_wrong(typed: str) -> None:
    assert continuation(typed) is None


@given(st.text(max_size=60))
def test_any_text_has_an_answer_within_bounded_readings(typed: str) -> None:
    tried = 0
    real = continuing._is_session

    def counted(text: str) -> bool:
        nonlocal tried
        tried += 1
        return real(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(continuing, "_is_session", counted)
        continuation(typed)
    assert tried <= continuing.MOST_TRIES
