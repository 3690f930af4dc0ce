"""What stands in front of the page."""

from __future__ import annotations

import pytest

from trackbuddy.present.key_table import DEFAULT, ROWS
from trackbuddy.tui.widgets.overlay import help_page


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24), (100, 30), (160, 45), (24, 8)])
def test_help_leaves_the_clock_in_sight_and_scrolls_to_its_end(columns: int, rows: int) -> None:
    seen = set()
    for scrolled in range(60):
        page = help_page(DEFAULT, scrolled, columns, rows)
        assert len(page.rows) <= max(rows // 3 - 1, 4)
        seen |= set(page.text.splitlines())
    text = "\n".join(seen)
    assert all((row.does if columns >= 160 else row.short) in text for row in ROWS)
    assert "av = average of the timed reps." in text
