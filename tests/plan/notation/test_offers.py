"""What is offered is read, drops no running, and says nothing that nobody wrote."""

from __future__ import annotations

import random
import re

import pytest
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Refusal, read
from trackbuddy.plan.session import Block, Session

NOTE = re.compile(r"\(note: ?([^()]*)\)")
REPS = re.compile(
    r"\b(\d+|two|three|four|six|ten)\s*(x|×|\*|times|sets of|reps of|lots of)\s*\(?\d+\s*(m|s|k|min|mile|'|\")",
    re.IGNORECASE,
)
DOUBTFUL = [
    "unless it rains",
    "last one fast",
    "as the group likes",
    "include",
    "if windy",
    "or",
    "twice",
    "xyzzy",
    "not",
]


def readings(text: str) -> tuple[str, ...]:
    try:
        read(text)
    except Refusal as refusal:
        return refusal.readings
    return ()


def counted(session: Session) -> bool:
    return any(isinstance(step, Block) and step.repeat is not None for step in session.steps)


def check_swallows_nothing(text: str) -> None:
    """No note of an offer, but those that were written, holds reps."""
    for reading in readings(text):
        read(reading)
        for note in NOTE.findall(reading):
            if f"(note: {note})" in text:
                continue
            assert not REPS.search(note), (text, reading)
            try:
                found = read(note)
            except Refusal:
                continue
            assert not counted(found.session), (text, reading)


@pytest.mark.parametrize("text", [*READ, *REFUSED])
def test_what_is_offered_swallows_no_reps(text: str) -> None:
    check_swallows_nothing(text)


def test_what_is_offered_for_doubtful_words_swallows_no_reps() -> None:
    chance = random.Random(1936)
    pieces = [text for text in READ if len(text) < 60]
    for _ in range(600):
        parts = [chance.choice(pieces) for _ in range(chance.choice((1, 2, 2)))]
        parts.insert(chance.randrange(len(parts) + 1), chance.choice(DOUBTFUL))
        check_swallows_nothing(chance.choice((" ", ", ", "\n", ". ")).join(parts))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Einlaufen wenn nötig 10 min, Tempoläufe 4 x 2 min zügig, wenn es geht mit je 2 min Trabpause", "4 x 2 min"),
        ("30 mins easy, include 4x one minute hard within the run", "4x one minute"),
        ("write it like three x 200m", "three x 200m"),
        ("A pyramid unlike others of 200-400-600-400-200, 200 jog", "200-400-600-400-200"),
        ("6 x 800m, 2 min rest unless tired", "2 min rest"),
    ],
)
def test_what_is_run_stays_outside_the_notes(text: str, kept: str) -> None:
    for reading in readings(text):
        assert kept in NOTE.sub("", reading)


def test_many_remarks_are_asked_about_once() -> None:
    with pytest.raises(Refusal, match="would change nothing") as refused:
        read("5 x 600m tall (muddy), 2 min jog. Enjoy the evening together.")
    [offered] = refused.value.readings
    assert offered == "5 x 600m (note: tall) (note: muddy), 2 min jog. (note: Enjoy the evening together)."
    assert read(offered).canonical == "5 x 600m (note: tall; muddy), 2min jog; (note: Enjoy the evening together)"
    assert read("Sand dunes – 5 x 600m (muddy), 2 min jog. Enjoy the evening together.").session.label == "Sand dunes"
