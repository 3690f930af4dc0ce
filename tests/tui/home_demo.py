"""Home on the screen, by hand: `python -m tests.tui.home_demo`."""

from __future__ import annotations

from tests.tui.fake_desk import FakeDesk

from trackbuddy.tui.home_app import run_home

if __name__ == "__main__":
    print(run_home(FakeDesk))
