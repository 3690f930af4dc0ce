"""Two hours of frames: what is remembered for speed has an end, and nothing else grows but the session itself."""

from __future__ import annotations

import gc
import tracemalloc

import pytest
from tests.plan.builders import by_time, intervals, rest, run
from tests.present.stages import Run, opened
from tests.tui.plans import plan_of

from trackbuddy.present.ink import Edges
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import Row
from trackbuddy.timing.state import Running
from trackbuddy.tui.palette import Palette
from trackbuddy.tui.themes import NIGHT
from trackbuddy.tui.widgets.changes import changes, written
from trackbuddy.units import NS

TWO_HOURS = plan_of(intervals(60, run(400, by_time(75)), rest(45)))
HOUR_S, STEP_S = 3600, 0.7
MOST_GROWN = 1_500_000
"""Bytes. The reps that were run and the lines of the log are a part of this; a leak of a row a frame is ten times as
much."""


def frames(at: Run, palette: Palette, seconds: float, page: tuple[Row, ...]) -> tuple[Row, ...]:
    """Draws, and taps each rep near its target."""
    until_ns = at.live.now_ns() + round(seconds * NS)
    while at.live.now_ns() < until_ns:
        at.wait(STEP_S)
        snapshot, now_ns = at.live.snapshot(), at.live.now_ns()
        stage = snapshot.state.stage
        if isinstance(stage, Running) and now_ns - stage.rep.started_ns > 75 * NS:
            at.tap()
        before, page = page, lay_out(live_view(snapshot, now_ns), 100, 30, edges=Edges.SMOOTH)
        for old, new in zip(before, page, strict=False):
            found = changes(old, new) if old != new else None
            if found:
                written(found, palette.codes)
    return page


@pytest.mark.drill
def test_memory_is_flat_over_two_hours() -> None:
    """What is remembered for speed is full after the first hour."""
    palette = Palette(NIGHT.variables, edges=Edges.SMOOTH, system="truecolor", dark=True)
    tracemalloc.start()
    at = opened(TWO_HOURS).tap().wait(10)
    page = frames(at, palette, HOUR_S, ())
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    frames(at, palette, HOUR_S, page)
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < MOST_GROWN
