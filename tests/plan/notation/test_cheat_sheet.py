"""The cheat sheet's examples are read as the cheat sheet says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trackbuddy.plan.notation import Refusal, read

SHEET = Path(__file__).parents[3] / "docs" / "notation.md"


def rows(asked: bool) -> list[list[str]]:
    """The code in each row of the tables; of the last one (`What is asked`) or of those before."""
    before, _, last = SHEET.read_text(encoding="utf-8").partition("## What is asked")
    lines = (last if asked else before).splitlines()
    found = [re.findall(r"`([^`]+)`", line) for line in lines if line.startswith("|")]
    return [codes for codes in found if len(codes) > 1]


def test_the_cheat_sheet_has_examples() -> None:
    assert len(rows(asked=False)) > 40
    assert len(rows(asked=True)) > 4


@pytest.mark.parametrize(("text", "canonical"), rows(asked=False))
def test_an_example_is_read_as_the_cheat_sheet_says(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize("codes", rows(asked=True), ids=lambda codes: codes[0])
def test_a_question_offers_the_readings_of_the_cheat_sheet(codes: list[str]) -> None:
    text, *readings = codes
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.readings == tuple(readings)
