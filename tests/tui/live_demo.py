"""A session on the screen, by hand: `python -m tests.tui.live_demo [PLAN] [SECONDS]`. Nothing is saved, nothing sounds.

PLAN is a name in tests/tui/plans.py. SECONDS of the session have gone by already, each rep tapped near its due time.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from tests.live.fakes import Ear, Memory
from tests.tui import plans

from trackbuddy.live.clock import RealClock, SessionTime
from trackbuddy.live.session import LiveSession
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.history import History, step
from trackbuddy.timing.state import Plan, Running, State
from trackbuddy.tui.live_app import run_live
from trackbuddy.units import NS

_OFF_TARGET = (0.2, -0.1, 0.4, 0.9, -0.7, 0.0, 0.3, 1.2)


def played(plan: Plan, end_ns: int) -> History:
    """What would have happened up to `end_ns`."""
    history, _ = step(History.of(plan), i.Open(0))
    given: i.Input | None = i.Tap(NS // 10)
    while given is not None and given.at_ns <= end_ns:
        history, _ = step(history, given)
        given = _next(history.state)
    return history


def _next(state: State) -> i.Input | None:
    if not isinstance(state.stage, Running):
        at_ns = due(state)
        return None if at_ns is None else i.Tick(at_ns)
    aim = state.plan.rep(state.stage.rep.phase).aim(1)
    off_ns = round(_OFF_TARGET[len(state.reps) % len(_OFF_TARGET)] * NS)
    return i.Tap(state.stage.rep.started_ns + (aim.low_ns if aim and aim.low_ns else 34 * NS) + off_ns)


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else "EIGHT_200"
    plan = getattr(plans, name)
    assert isinstance(plan, Plan)
    gone_ns = round(float(sys.argv[2]) * NS) if len(sys.argv) > 2 else 0
    clock, journal = RealClock(), Memory()
    time = replace(SessionTime.begin(clock), at_ns=gone_ns)
    live = LiveSession(played(plan, gone_ns), time, clock, journal, Ear(), title=name, sound="sound ok")
    journal.tell = live.saved
    code = run_live(live)
    for line in journal.lines:
        print(line.n, line.fact)
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
