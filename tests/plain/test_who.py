"""Who is out, and whose a tap was, in typed lines: as with the screen's keys."""

from __future__ import annotations

from typing import Any

from tests.live.fakes import Memory
from tests.plain.test_run import run_plan, run_typed
from tests.timing.sessions import s
from tests.tui import plans

from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Plan

THREE = Plan(plans.FIVE.timeline, plans.FIVE.athletes[:3])
"""Ann 66, Ben 72, Cy 67."""
IN = ((0, ""), (76, ""), (77, "3"), (82, ""))
"""All in: two without a name."""


def facts(journal: Memory, kind: type[Any]) -> list[Any]:
    return [line.fact for line in journal.lines if isinstance(line.fact, kind)]


def test_an_athlete_drops_out_and_comes_back() -> None:
    said, journal = run_plan(THREE, (0, ""), (30, "d 2"), (200, "d 2"), (210, "q"))
    assert [(fact.at_ns, fact.athlete) for fact in facts(journal, f.DroppedOut)] == [(s(30), 2)]
    assert [fact.athlete for fact in facts(journal, f.Joined)] == [2]
    assert any("Ben is out; nobody waits" in line for line in said)


def test_somebody_has_to_run_and_has_to_be_there() -> None:
    said, journal = run_plan(THREE, (1, "d 1"), (2, "d 2"), (3, "d 3"), (4, "d 7"), (5, "q"))
    assert "somebody has to run; e ends the session" in said
    assert "no athlete has that key" in said
    assert len(facts(journal, f.DroppedOut)) == 2
    alone, _ = run_typed(1, (1, "d 2"))
    assert "there is only one athlete" in alone


def test_taps_are_listed_and_given_a_name_or_taken_away() -> None:
    said, journal = run_plan(THREE, *IN, (84, "w"), (85, "w 3 1"), (86, "w 9 1"), (87, "w 1 8"), (88, "q"))
    assert "taps: 1 = 66.0 Ann?  2 = 67.0 Cy  3 = 72.0 Ben?" in said
    assert [(fact.athlete) for fact in facts(journal, f.Named)][:1] == [1]
    assert any(line.startswith("there is no such tap; taps: ") for line in said)
    assert "no athlete has that key" in said


def test_a_tap_that_was_nobodys_is_taken_away() -> None:
    _, journal = run_plan(THREE, *IN, (84, "w 3 0"), (85, "0"), (86, "q"))
    assert len(facts(journal, f.Withdrawn)) == 2


def test_while_they_run_a_digit_is_a_tap_and_why_is_said() -> None:
    said, journal = run_plan(THREE, (0, ""), (76, ""), (77, "w 1 2"), (78, "0"), (80, "q"))
    assert "names are given when all are in: until then a digit is a tap" in said
    assert "no tap wants a name" in said
    assert not facts(journal, f.Named)
