"""Every length that was written is in the session or named among the assumptions, whatever is put together."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from tests.plan.notation.examples import READ

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.printing import print_session
from trackbuddy.plan.session import without_words

LENGTH = re.compile(r"(?<![\d.,:/'-])(\d+) ?(m|s|min|km|mi)\b(?! ?(?:sec|pace|effort))")
IN_UNITS = {"m": 1, "s": 1, "min": 60, "km": 1000, "mi": 1609.344}
PRINTED = re.compile(r"(\d+):(\d\d)|(\d+(?:\.\d+)?)(?:-(\d+))? ?(s|min|metres|km|miles?|m)?\b")
PIECES = sorted(
    {
        piece.strip()
        for text in READ
        for piece in re.split(r"\s*[,;\n]\s*|(?= w/ | with | off | @ | on | \()", text)
        if 0 < len(piece.strip()) < 30 and "-" not in piece and '"' not in piece
    }
)
JOINTS = (", ", ", ", " ", "; ", "\n", ". ", " + ", " then ")


def amounts(text: str) -> Iterator[float]:
    """Every amount a printed session holds, in metres and seconds."""
    for clock, seconds, low, high, unit in PRINTED.findall(text):
        per = {"min": 60, "km": 1000, "mile": 1609.344, "miles": 1609.344}.get(unit, 1)
        if clock:
            yield int(clock) * 60 + int(seconds)
        else:
            yield from (float(one) * per for one in (low, high) if one)


def dropped(text: str) -> list[str]:
    """Lengths of a text that its reading neither holds nor names; none for a text that is refused."""
    try:
        found = read(text)
    except Refusal:
        return []
    held = [*amounts(print_session(without_words(found.session))), *amounts("; ".join(found.assumptions))]
    held += [1 * amount for amount in amounts(" ".join(found.session.remarks))]
    wanted = [(match.group(), int(match[1]) * IN_UNITS[match[2]]) for match in LENGTH.finditer(text)]
    ended = any("at the end is not taken" in said for said in found.assumptions)
    lost = [seen for seen, amount in wanted if not any(abs(amount - one) < 0.5 for one in held)]
    return lost[:-1] if ended else lost


@pytest.mark.parametrize("text", READ)
def test_a_real_notation_loses_no_length(text: str) -> None:
    assert dropped(text) == []


def test_notations_put_together_from_pieces_lose_no_length() -> None:
    chance = random.Random(1954)
    for _ in range(1500):
        text = chance.choice(PIECES)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text += chance.choice(JOINTS) + chance.choice(PIECES)
        assert dropped(text) == [], text
