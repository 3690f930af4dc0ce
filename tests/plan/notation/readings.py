"""What a text is read as, or why it isn't, for tests to compare."""

from __future__ import annotations

import pytest

from trackbuddy.plan.notation import Refusal, read


def means(text: str) -> str:
    """The canonical text of what is read."""
    return read(text).canonical


def refusal(text: str) -> Refusal:
    """Why a text is refused; one that is read fails the test."""
    with pytest.raises(Refusal) as refused:
        read(text)
    return refused.value


def asked(text: str) -> list[str]:
    """What each of the readings that are offered for a text would mean."""
    return [means(reading) for reading in refusal(text).readings]
