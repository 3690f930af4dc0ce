"""From 30x10 to 200x60: nothing is cut in the middle of its meaning, what is asked is whole, the clock stays put."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.present.stages import STAGES, Run

from trackbuddy.present.cells import ELLIPSIS
from trackbuddy.present.ink import Edges
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import Stage, lay_out
from trackbuddy.present.rows import Row, text_of
from trackbuddy.present.view import LiveView, Urgency

COLUMNS, ROWS = st.integers(30, 200), st.integers(10, 60)
_RUNS: dict[str, Run] = {}


def view_of(stage: str) -> LiveView:
    at = _RUNS.setdefault(stage, STAGES[stage]())
    return live_view(at.live.snapshot(), at.live.now_ns(), "18:42")


def words(page: tuple[Row, ...]) -> str:
    return " ".join(" ".join(map(text_of, page)).split())


@given(st.sampled_from(sorted(STAGES)), COLUMNS, ROWS, st.sampled_from(Stage))
@example("mile-missed", 30, 10, Stage.USUAL)
@example("mile-lap", 42, 22, Stage.OTHER)
@example("squad-twice", 30, 10, Stage.USUAL)
@example("done", 30, 10, Stage.USUAL)
@example("ready", 30, 10, Stage.USUAL)
def test_nothing_is_cut_in_the_middle(stage: str, columns: int, rows: int, how: Stage) -> None:
    page = lay_out(view_of(stage), columns, rows, stage=how)
    assert ELLIPSIS not in words(page)


@given(st.sampled_from(sorted(STAGES)), COLUMNS, ROWS)
def test_what_is_asked_stands_there_whole_with_what_to_press(stage: str, columns: int, rows: int) -> None:
    view = view_of(stage)
    asked = next((notice.text for notice in view.notices if notice.urgency is not Urgency.CALM), "")
    assert " ".join(asked.split()) in words(lay_out(view, columns, rows))


@given(st.sampled_from(sorted(STAGES)), COLUMNS, ROWS)
def test_the_first_row_says_what_goes_on(stage: str, columns: int, rows: int) -> None:
    view = view_of(stage)
    first = text_of(lay_out(view, columns, rows)[0])
    assert first.split()[0] == view.heading.split()[0]


ONE_SESSION = ("lead-in", "rep", "rest", "result", "rest-held", "rest-undo-asks", "rep-hold-armed")


def clock_rows(page: tuple[Row, ...]) -> tuple[int, int]:
    """First and last row of the largest stretch of half blocks, the bar left out."""
    filled = [y for y, row in enumerate(page) if re.search("[▀▄█]{2}", text_of(row))]
    return filled[0], filled[-1]


@pytest.mark.parametrize(("columns", "rows"), [(30, 10), (40, 20), (60, 20), (80, 24), (120, 26)])
def test_the_clock_has_one_size_and_one_place_in_a_session(columns: int, rows: int) -> None:
    """All digits but 1 and 4 are as high as the box."""
    found = {stage: clock_rows(lay_out(view_of(stage), columns, rows)) for stage in ONE_SESSION}
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (23, 24), (80, 7), (1, 1), (5, 3)])
def test_too_small_a_window_says_so_as_far_as_it_can(columns: int, rows: int) -> None:
    page = lay_out(view_of("rep"), columns, rows)
    assert [len(text_of(row)) for row in page] == [columns] * rows
    if columns * rows >= 100:
        assert "timing goes on" in words(page)
        assert "28.4" in words(page)


@given(st.sampled_from(sorted(STAGES)), COLUMNS, ROWS)
@example("rest", 71, 27)
@example("rest", 67, 12)
def test_without_colours_only_what_a_console_font_has_is_drawn(stage: str, columns: int, rows: int) -> None:
    """Letters, three blocks and the middle dot; inverse and bold alone tell parts apart."""
    page = lay_out(view_of(stage), columns, rows, edges=Edges.BARE)
    assert set(words(page)) <= {*map(chr, range(32, 127)), *"▀▄█·"}
