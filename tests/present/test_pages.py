"""Whole pages as text, to be looked at: `pages/STAGE-SIZE.txt` is what a person sees.

After a wanted change, write them anew with `TRACKBUDDY_WRITE_PAGES=1` and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.stages import STAGES, Run

from trackbuddy.present.cells import width
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import Stage, lay_out
from trackbuddy.present.rows import text_of

PAGES = Path(__file__).parent / "pages"
SIZES = [
    *(("rep", 40, 20), ("rest", 40, 20), ("rest", 60, 20), ("rep", 100, 30), ("rest", 160, 45), ("done", 40, 20)),
    *(("mile-fast", 40, 20), ("mile-fast", 100, 30), ("mile-last", 100, 30)),
]


def page(run: Run, columns: int, rows: int) -> list[str]:
    view = live_view(run.live.snapshot(), run.live.now_ns(), "18:42")
    return [text_of(row) for row in lay_out(view, columns, rows)]


@pytest.mark.parametrize(("stage", "columns", "rows"), [*((name, 80, 24) for name in STAGES), *SIZES])
def test_page_is_as_it_was_agreed(stage: str, columns: int, rows: int) -> None:
    text = "\n".join(line.rstrip() for line in page(STAGES[stage](), columns, rows)) + "\n"
    path = PAGES / f"{stage}-{columns}x{rows}.txt"
    if os.environ.get("TRACKBUDDY_WRITE_PAGES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@given(st.sampled_from(sorted(STAGES)), st.integers(1, 200), st.integers(1, 60))
def test_any_window_is_filled_exactly(stage: str, columns: int, rows: int) -> None:
    lines = page(_once(stage), columns, rows)
    assert len(lines) == rows
    assert {width(line) for line in lines} == {columns}


_RUNS: dict[str, Run] = {}


def _once(stage: str) -> Run:
    return _RUNS.setdefault(stage, STAGES[stage]())


def test_a_notice_moves_nothing() -> None:
    """The extra tap's notice comes and goes in a row of its own."""
    quiet, told = STAGES["result"](), STAGES["result"]().tap()
    changed = [a != b for a, b in zip(page(quiet, 80, 24), page(told, 80, 24), strict=True)]
    assert sum(changed) == 1


def test_glance_gives_the_number_the_window() -> None:
    run = STAGES["rest"]()
    view = live_view(run.live.snapshot(), run.live.now_ns())
    usual = "\n".join(text_of(row) for row in lay_out(view, 80, 24))
    glance = "\n".join(text_of(row) for row in lay_out(view, 80, 24, stage=Stage.ALONE))
    assert glance.count("█") > usual.count("█")
    assert "NEXT" not in glance
    assert "EXTRA TAP" in glance
