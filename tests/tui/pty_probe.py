"""Run in a terminal of its own by test_driver.py: says in a file what became of a tap while the screen's loop hung.

`pty_probe SAID [hang|crash]`: SAID is written when the screen is up, and again with the report at the end.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.live.fakes import Ear, Memory
from tests.tui.plans import EIGHT_200

from trackbuddy.cli import streams
from trackbuddy.live.clock import RealClock, SessionTime
from trackbuddy.live.session import LiveSession
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.tui.live_app import LiveApp

LONGEST_S = 20.0


class Probe(LiveSession):
    """Notes which thread a tap came in by, and whether the loop was hanging."""

    def __init__(self) -> None:
        clock, self.journal = RealClock(), Memory()
        super().__init__(History.of(EIGHT_200), SessionTime.begin(clock), clock, self.journal, Ear())
        self.hanging = False
        self.tapped = threading.Event()
        self.taps = 0
        self.report: dict[str, object] = {}

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> tuple[Line, ...]:
        if kind is i.Tap:
            self.taps += 1
            age_ns = time.monotonic_ns() - (mono_ns or 0)
            self.report |= {"thread": threading.current_thread().name, "hanging": self.hanging, "age_ns": age_ns}
            self.report["taps"] = self.taps
            self.tapped.set()
        return super().submit(kind, mono_ns, **members)


class ProbeApp(LiveApp):
    """Hangs in its loop from `ready` on until a tap has come in."""

    def __init__(self, live: Probe, said: Path) -> None:
        super().__init__(live, hears_keys=True)
        self.probe, self.said = live, said

    def on_mount(self) -> None:
        super().on_mount()
        begin = {"hang": self.hang, "crash": self.crash}.get(sys.argv[-1], self.say_ready)
        self.call_after_refresh(begin)

    def crash(self) -> None:
        """Once keys are heard."""
        self.say_ready()
        self.set_timer(1, self.fail)

    def fail(self) -> None:
        raise RuntimeError("a fault of the screen's own")

    def say_ready(self) -> None:
        say(self.said, "ready")

    def hang(self) -> None:
        self.probe.hanging = True
        self.say_ready()
        self.probe.tapped.wait(LONGEST_S)
        self.probe.hanging = False


def say(path: Path, text: str) -> None:
    """Whole or not at all: somebody is waiting to read it."""
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


def main() -> int:
    said = Path(sys.argv[1])
    live = Probe()
    live.open()
    app = ProbeApp(live, said)
    app.run()
    live.report["facts"] = [type(line.fact).__name__ for line in live.journal.lines]
    say(said, json.dumps(live.report))
    streams.let_go()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
