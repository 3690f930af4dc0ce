"""What everything on the screen is held against: a Textual app that shows the time in one line, ten times a second."""

from __future__ import annotations

import time

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareClock(App[None]):
    """Seconds and tenths since it was opened."""

    def compose(self) -> ComposeResult:
        yield Static("0.0", id="clock")

    def on_mount(self) -> None:
        began = time.monotonic()
        clock = self.query_one("#clock", Static)
        self.set_interval(0.1, lambda: clock.update(f"{time.monotonic() - began:.1f}"))


if __name__ == "__main__":
    BareClock().run()
