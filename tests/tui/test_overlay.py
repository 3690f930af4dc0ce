"""What stands in front of the page."""

from __future__ import annotations

import pytest
from tests.present.stages import going

from trackbuddy.present.foot import foot_size
from trackbuddy.present.key_table import DEFAULT, ROWS
from trackbuddy.present.rows import width_of
from trackbuddy.tui.keyboard.front import AskDiscard, AskLeave, Menu, Open
from trackbuddy.tui.widgets.overlay import help_page, overlay_sheet


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24), (100, 30), (160, 45), (30, 10)])
def test_help_leaves_the_clock_in_sight_and_scrolls_to_its_end(columns: int, rows: int) -> None:
    seen = set()
    for scrolled in range(60):
        page = help_page(DEFAULT, scrolled, columns, rows)
        assert page.height <= (foot_size(columns, rows) if rows < 28 else rows // 3 + 1)
        assert all(width_of(row) <= columns - (4 if page.framed else 0) for row in page.rows)
        seen |= set(page.text.splitlines())
    text = "\n".join(seen)
    assert all((row.does if columns >= 160 else row.short) in text for row in ROWS)
    assert "av = average of the" in text


@pytest.mark.parametrize(("columns", "rows"), [(30, 10), (40, 20), (56, 18), (80, 24), (160, 45)])
@pytest.mark.parametrize(
    ("asked", "keys"),
    [(AskLeave(), "lfdk"), (AskDiscard(), "yk"), (Menu(0), "nreyvgc")],
    ids=["leave", "discard", "menu"],
)
def test_every_answer_is_there_whole_and_can_be_clicked(asked: Open, keys: str, columns: int, rows: int) -> None:
    sheet = overlay_sheet(asked, going().live.snapshot().state, DEFAULT, columns, rows)
    edge = 4 if sheet.framed else 0
    assert all(width_of(row) <= columns - edge for row in sheet.rows)
    assert sheet.height <= (3 if rows < 13 else 7)
    found = {sheet.key_at(column, row, rows) for column in range(columns) for row in range(rows)}
    assert {*keys} <= found
    assert sheet.key_at(0, 0, rows) is None
