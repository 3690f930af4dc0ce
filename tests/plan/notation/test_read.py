"""Real notations mean what a coach means by them, and what is no session is refused with the reason."""

from __future__ import annotations

import pytest
from tests.plan.notation.examples import READ, REFUSED

from trackbuddy.plan.notation import Refusal, read, read_recovery, read_target, read_work


@pytest.mark.parametrize(("text", "canonical"), READ.items())
def test_a_notation_is_read_as_its_coach_means_it(text: str, canonical: str) -> None:
    assert read(text).canonical == canonical


@pytest.mark.parametrize("text", READ)
def test_a_real_notation_survives_its_canonical_text(text: str) -> None:
    reading = read(text)
    assert read(reading.canonical).session == reading.session


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_what_is_no_session_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert words in refused.value.message


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_is_one_line_and_offers_readable_texts(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert "\n" not in refused.value.message
    assert len(refused.value.readings) <= 2
    for reading in refused.value.readings:
        read(reading)


@pytest.mark.parametrize(
    ("text", "line", "column", "seen"),
    [
        ("8 x 400m, 15m jog", 1, 11, "15"),
        ("8 x 400m\n4 x 300mm, 60s rest", 2, 8, "mm"),
        ("8 × 200m @ 34, on 30s", 1, 16, "on"),
        ("6×800m – 2′30″ rest xx9", 1, 21, "xx"),
        ("8 x 400m @ 1:75", 1, 12, "1:75"),
    ],
)
def test_a_refusal_points_at_the_place(text: str, line: int, column: int, seen: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert (refused.value.line, refused.value.column, refused.value.seen) == (line, column, seen)


def test_defaults_are_named_as_assumptions() -> None:
    assert any("open" in said for said in read("8 x 400m").assumptions)
    assert any("6 are planned" in said for said in read("6-8 x 400m, 60s rest").assumptions)
    assert any("on the track" in said for said in read("8 x 400m on the track, 60s rest").assumptions)
    assert read("8 x 200m @ 34, 30s rest").assumptions == ()


@pytest.mark.parametrize("text", ["30s rest", "8 x 200m", "", "200m @ 34", "200m, 300m"])
def test_a_piece_that_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_work(text)


@pytest.mark.parametrize("text", ["", "34, 30s rest", "pace", "@ 34", "200"])
def test_a_piece_that_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_target(text)


@pytest.mark.parametrize("text", ["", "200m", "30s rest, 400m", "30s rest; one tap", "60s rest between sets, 3"])
def test_a_piece_that_is_no_recovery_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        read_recovery(text)
