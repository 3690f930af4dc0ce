"""The bar is as wide as it is, whatever the clocks say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.present.cells import width
from trackbuddy.present.gauge import gauge_row
from trackbuddy.present.ink import Edges
from trackbuddy.present.rows import text_of
from trackbuddy.present.view import Gauge

SHARES = st.floats(-1e12, 1e12)


@given(SHARES, st.none() | SHARES, st.sampled_from(list(Edges)))
def test_a_go_before_its_start_or_a_clock_turned_back_draws_no_longer_bar(
    done: float, runner: float | None, edges: Edges
) -> None:
    row = gauge_row(Gauge("DUE in 5.6", done, "from GO", runner=runner), 80, edges)
    assert width(text_of(row)) <= 80
