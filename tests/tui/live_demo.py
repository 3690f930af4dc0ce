"""A session on the screen, by hand: `python -m tests.tui.live_demo [PLAN] [SECONDS]`. Nothing is saved, nothing sounds.

PLAN is a name in tests/tui/plans.py. SECONDS of the session have gone by already, each rep tapped near its due time.
"""

from __future__ import annotations

import sys
import time

from tests.tui import plans
from tests.tui.fake_live import FakeLive

from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import due
from trackbuddy.timing.state import Plan, Running
from trackbuddy.tui.live_app import run_live
from trackbuddy.units import NS

_OFF_TARGET = (0.2, -0.1, 0.4, 0.9, -0.7, 0.0, 0.3, 1.2)


def play(live: FakeLive, seconds: float) -> None:
    """Moves the origin back and runs what would have happened since."""
    live.origin_ns -= round(seconds * NS)
    end_ns = live.now_ns()
    live.submit(i.Tap, live.origin_ns + NS // 10, athlete=None)
    while True:
        stage, state = live.history.state.stage, live.history.state
        next_ns = due(state)
        if isinstance(stage, Running):
            aim = state.plan.rep(stage.rep.phase).aim(1)
            off_ns = round(_OFF_TARGET[len(state.reps) % len(_OFF_TARGET)] * NS)
            next_ns = stage.rep.started_ns + (aim.low_ns if aim and aim.low_ns else 34 * NS) + off_ns
        if next_ns is None or next_ns > end_ns:
            return
        kind = i.Tap if isinstance(stage, Running) else i.Tick
        live.submit(kind, live.origin_ns + next_ns)


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else "EIGHT_200"
    plan = getattr(plans, name)
    assert isinstance(plan, Plan)
    live = FakeLive(plan, time.monotonic_ns, "8 x 200m @ 34, 30s rest" if name == "EIGHT_200" else name)
    if len(sys.argv) > 2:
        play(live, float(sys.argv[2]))
    code = run_live(live)
    for line in live.lines:
        print(line.n, line.fact)
    return code


if __name__ == "__main__":
    sys.exit(main())
