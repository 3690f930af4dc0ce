"""The read-back: a session in plain words, with what was taken for granted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.strategies import timelines

from trackbuddy.plan.notation import read
from trackbuddy.plan.phases import Timeline
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import parse_goal
from trackbuddy.plan.session import Session, Taps
from trackbuddy.plan.timeline import build
from trackbuddy.present.readback import ReadBack, phase_lines, read_back
from trackbuddy.present.strip import strip


def told(text: str, *, goal: str | None = None, names: tuple[str, ...] = ("",)) -> ReadBack:
    reading = read(text)
    profiles = [Profile(name or None) for name in names]
    timeline = build(reading.session, profiles, goal=parse_goal(goal) if goal else None, open_rounds=1)
    return read_back(reading.session, timeline, reading.canonical, reading.assumptions, athletes=names)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8x200m @ 34, 30s rest", "8 reps of 200 m, target 34.0; 30 s rest between, none after the last."),
        ("8x400m @ 75, on 2:30", "8 reps of 400 m, target 75.0; one every 2:30."),
        ("4x5min hard, 3min jog", "4 reps of 5 min, hard; 3 min jog between, none after the last."),
        ("3 x 1 mile @ 4:50-5:00, 400m jog", "3 reps of 1 mile, target 4:50.0-5:00.0; 400m jog between"),
        ("3 x (4x200m, 30s rest), 5min between sets", "3 sets of:"),
        ("3 x (4x200m, 30s rest), 5min between sets", "  Then 5 min recovery."),
        ("max x 30s hard, 30s float", "Reps of 30 s, hard; 30 s float between, until you end it."),
        ("8x200m", "8 reps of 200 m; open recovery between (a tap starts the next), none after the last."),
        ("8x200m @ 34, 30s rest", "1.6 km of work, about 8 min."),
        ("8x200m @ 34, 30s rest", "Odd reps finish at the LINE, even reps at the 200 START"),
    ],
)
def test_sessions_in_plain_words(text: str, said: str) -> None:
    assert any(said in line for line in told(text).said), told(text).said


def test_a_target_says_where_it_comes_from() -> None:
    """By which goal, or why there is no number."""
    assert "target 33.8 (goal mile 4:32, in proportion)" in told("8x200m @ mile, 30s rest", goal="mile 4:32").said[0]
    assert "target mile (there is no goal" in told("8x200m @ mile, 30s rest").said[0]


def test_several_athletes_each_have_their_target() -> None:
    assert "targets Ann 34.0, Ben 34.0" in told("8x200m @ 34, 30s rest", names=("Ann", "Ben")).said[0]


def test_who_taps_alone_is_told_what_is_out_of_reach() -> None:
    """And what would work instead."""
    reading = read("8x200m @ 34, 30s rest")
    timeline = build(reading.session)
    said = read_back(reading.session, timeline, reading.canonical, taps=Taps.SELF).said
    assert any("4 reps finish at the 200 START, out of reach" in line for line in said)
    assert not any("out of reach" in line for line in read_back(reading.session, timeline, reading.canonical).said)


def test_what_was_assumed_is_said() -> None:
    assert any("no recovery is given" in line for line in told("8x200m").assumed)


def test_names_and_notes_can_not_move_a_cursor() -> None:
    session = Session(read("1km").session.steps, name="a\x1b[2Jb", notes="line\r\nnext\u202e")
    lines = read_back(session, build(session), "1km").lines
    assert all(line.isprintable() for line in lines)


def test_each_phase_has_a_line_with_its_places() -> None:
    reading = read("2x200m @ 34, 30s rest")
    lines = phase_lines(build(reading.session))
    assert [line.split() for line in lines] == [
        "1 200 m 34.0 200 START to LINE".split(),
        "30 s rest".split(),
        "2 200 m 34.0 LINE to 200 START".split(),
    ]


def test_the_strip_is_wide_in_proportion_to_time() -> None:
    """A rep of 60 s beside a rest of 30 s has about twice its cells."""
    row = strip(build(read("2x400m @ 60, 30s rest").session), 60)
    assert len(row) == 60
    first = row.split("-")[0]
    assert abs(len(first) - 24) <= 1
    assert abs(row.count("-") - 12) <= 1


@given(timelines, st.integers(1, 120))
def test_the_strip_has_the_width_it_was_given(timeline: Timeline, width: int) -> None:
    row = strip(timeline, width)
    assert len(row) == (width if timeline else 0)
    assert set(row) <= set("#=-")
