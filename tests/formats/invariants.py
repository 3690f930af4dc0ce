"""What holds of any session as text."""

from __future__ import annotations

from tests.any_session import Lived

from trackbuddy.formats.text import WIDTH, Heading, review, table

HEADING = Heading("8×200", "8 x 200m @ 34, 30s rest", "Monday 2026-11-23 18:30", "x.jsonl")


def any_log_fits_eighty_columns_and_moves_no_cursor(at: Lived) -> None:
    """Whatever was pressed: no line is wider, and none holds a control character."""
    for line in review(HEADING, at.history, list(at.lines)):
        assert len(line) <= WIDTH
        assert line.isprintable()


def every_rep_that_was_run_has_a_row(at: Lived) -> None:
    state = at.history.state
    numbered = [line for line in table(state) if line[:1].isdigit()]
    running = 1 if hasattr(state.stage, "rep") else 0
    assert len(numbered) == (len(state.reps) + running) * len(at.plan.athletes)
