"""Any session and any run of keys, lived through once: what every room's `invariants.py` is asked about.

Making such a session costs more than looking at it. So each that is made goes through everything that holds for all of
them: `tests/test_any_session.py`. A function of one `Lived` in a room's `invariants.py` is found there by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from tests.timing.sessions import run, runs

from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Plan


@dataclass(frozen=True)
class Lived:
    """A session, what was pressed in it, and what came of that."""

    plan: Plan
    inputs: Sequence[i.Input]
    history: History
    lines: Sequence[Line]
    data: st.DataObject
    """For an invariant that has more to choose."""

    @property
    def last_ns(self) -> int:
        return self.inputs[-1].at_ns


@st.composite
def lived(draw: st.DrawFn) -> Lived:
    plan, inputs = draw(runs())
    history, lines = run(plan, inputs)
    return Lived(plan, tuple(inputs), history, tuple(lines), draw(st.data()))
