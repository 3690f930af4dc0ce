"""Run in a terminal of its own by test_driver.py: says in a file what became of a tap while the screen's loop hung."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.tui.fake_live import FakeLive
from tests.tui.plans import EIGHT_200

from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.tui.live_app import LiveApp

LONGEST_S = 20.0


class Probe(FakeLive):
    """Notes which thread a tap came in by, and whether the loop was hanging."""

    def __init__(self, clock: Callable[[], int]) -> None:
        super().__init__(EIGHT_200, clock)
        self.hanging = False
        self.tapped = threading.Event()
        self.report: dict[str, object] = {}

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: object) -> tuple[Line, ...]:
        if kind is i.Tap:
            age_ns = time.monotonic_ns() - (mono_ns or 0)
            self.report |= {"thread": threading.current_thread().name, "hanging": self.hanging, "age_ns": age_ns}
            self.tapped.set()
        return super().submit(kind, mono_ns, **members)


class ProbeApp(LiveApp):
    """Hangs in its loop from `ready` on until a tap has come in."""

    def __init__(self, live: Probe, said: Path) -> None:
        super().__init__(live, hears_keys=True)
        self.probe, self.said = live, said

    def on_mount(self) -> None:
        super().on_mount()
        self.set_timer(0.3, self.hang if len(sys.argv) > 2 else self.say_ready)

    def say_ready(self) -> None:
        self.said.write_text("ready", encoding="utf-8")

    def hang(self) -> None:
        self.probe.hanging = True
        self.say_ready()
        self.probe.tapped.wait(LONGEST_S)
        self.probe.hanging = False


def main() -> int:
    said = Path(sys.argv[1])
    live = Probe(time.monotonic_ns)
    app = ProbeApp(live, said)
    app.run(mouse=False)
    live.report |= {"left": live.left, "taps": len(live.lines)}
    said.write_text(json.dumps(live.report), encoding="utf-8")
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
