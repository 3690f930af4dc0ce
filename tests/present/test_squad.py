"""Several athletes: each row says where its athlete stands, and what wants a name is said until it has one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.stages import STAGES, Run, going, opened
from tests.tui import plans

from trackbuddy.present.cells import width
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import text_of
from trackbuddy.present.squad import subject
from trackbuddy.present.squad_view import Place, Squad
from trackbuddy.present.typing import may_note
from trackbuddy.timing import inputs as i
from trackbuddy.timing.naming import naming
from trackbuddy.timing.state import Plan


def squad(at: Run, digits: dict[int, int] | None = None) -> Squad:
    found = live_view(at.live.snapshot(), at.live.now_ns(), digits=digits or {}).squad
    assert found is not None
    return found


def heading(at: Run) -> str:
    return live_view(at.live.snapshot(), at.live.now_ns()).heading


def test_one_athlete_has_no_table() -> None:
    at = going()
    assert live_view(at.live.snapshot(), at.live.now_ns()).squad is None


def test_each_stands_where_they_are() -> None:
    rows = squad(STAGES["squad-rep"]()).rows
    assert [row.place for row in rows] == [Place.IN, Place.NEXT, Place.UNSURE, Place.UNSURE, Place.OUT]
    assert [row.now for row in rows] == ["66.4", "69.7", "?", "?", "OUT"]
    assert [row.said for row in rows] == ["+0.4 on", "due 72.0", "67.3 or 67.5", "67.3 or 67.5", ""]
    assert [row.last for row in rows] == ["66.0", "72.4", "67.1", "67.5", "75.4"]


def test_naming_gives_everybody_their_time() -> None:
    at = STAGES["squad-naming"]()
    for athlete in (3, 4):
        at.press(i.Name, of=naming(at.live.snapshot().state)[0].n, athlete=athlete)
    assert [row.now for row in squad(at).rows] == ["66.4", "72.7", "67.3", "67.5", "OUT"]


def test_keys_are_the_athletes_own() -> None:
    digits = {7: 1, 2: 2, 9: 3, 4: 4, 5: 5}
    assert [row.key for row in squad(going(plans.FIVE).wait(5), digits).rows] == ["7", "2", "9", "4", "5"]


def test_a_drop_out_is_expected_no_more() -> None:
    at = going(plans.FIVE).wait(60)
    at.press(i.DropOut, athlete=1)
    found = squad(at)
    assert found.rows[0].place is Place.OUT
    assert found.next == "3 Cy   due 67.0"


def test_with_clocks_of_their_own_each_waits_for_their_own_go() -> None:
    found = squad(STAGES["squad-own"]())
    assert found.own
    assert [row.now for row in found.rows] == ["GO 74", "GO 86", "63.0"]
    assert [row.said for row in found.rows] == ["67.0 +1.0 slow", "69.0 -3.0 fast", "due 67.0"]


def test_the_big_clock_is_nobodys_who_dropped_out() -> None:
    """Ann is out: first the rest of the others is seen, in the end that all is done."""
    at = going(plans.OWN).wait(66).tap(1).wait(16).tap(2).wait(5).tap(3).press(i.DropOut, athlete=1)
    assert heading(at).startswith("Ben   REST")
    at.wait(20).press(i.EndHere).wait(10)
    assert heading(at) == "DONE, ended early"


def test_who_dropped_out_before_their_go_keeps_nobody_from_a_note() -> None:
    at = opened(plans.OWN).tap().wait(5).press(i.DropOut, athlete=1).wait(5)
    at.wait(75).tap(2).wait(10).tap(3)
    assert may_note(at.live.snapshot(), at.live.now_ns())


def test_all_is_done_where_everybody_dropped_out() -> None:
    at = going(plans.OWN).wait(66).tap(1).wait(16).tap(2).wait(5).tap(3)
    for athlete in (1, 2, 3):
        at.press(i.DropOut, athlete=athlete)
    assert heading(at.wait(10)) == "DONE"


def test_who_waits_for_a_first_go_of_their_own_is_not_in_yet() -> None:
    at = opened(plans.OWN).tap().wait(12)
    assert [row.place for row in squad(at).rows] == [Place.NEXT, Place.TO_START, Place.TO_START]
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
    assert any("0 in   1 to come   2 to start" in text_of(row) for row in lay_out(view, 80, 24))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (plans.OWN, "400m   own clocks, 10s apart"),
        (plans.FIVE, "400m   together, 90s rest from last in"),
    ],
)
def test_ready_says_whether_the_clock_is_shared(plan: Plan, said: str) -> None:
    assert subject(opened(plan).live.snapshot().state) == said


SQUADS = sorted(name for name in STAGES if name.startswith("squad"))


@pytest.mark.parametrize("stage", SQUADS)
def test_at_80_columns_every_athlete_has_a_whole_row(stage: str) -> None:
    at = STAGES[stage]()
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
    page = [text_of(row) for row in lay_out(view, 80, 24)]
    assert view.squad is not None
    for row in view.squad.rows:
        line = next(line for line in page if row.name in line and f" {row.key} " in line[:6])
        assert row.now in line
        assert row.said in line
        assert row.average in line


@given(st.sampled_from(SQUADS), st.integers(1, 200), st.integers(1, 60))
def test_any_window_is_filled_exactly(stage: str, columns: int, rows: int) -> None:
    at = _RUNS.setdefault(stage, STAGES[stage]())
    page = lay_out(live_view(at.live.snapshot(), at.live.now_ns()), columns, rows)
    assert [width(text_of(row)) for row in page] == [columns] * rows


_RUNS: dict[str, Run] = {}
