"""Who runs, asked before the start: the same screen as on home, by itself."""

from __future__ import annotations

from trackbuddy.tui.dress import WORN, Dress, DressedApp
from trackbuddy.tui.driver import sturdy_driver
from trackbuddy.tui.ports import Roster
from trackbuddy.tui.who_screen import WhoScreen


class WhoApp(DressedApp[bool]):
    """True once it was chosen."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "trackbuddy"

    def __init__(self, roster: Roster, *, dress: Dress = WORN) -> None:
        super().__init__(driver_class=sturdy_driver())
        self._roster = roster
        self.wear(dress)

    def on_mount(self) -> None:
        self.push_screen(WhoScreen(self._roster), self.exit)


def run_who(roster: Roster, *, dress: Dress = WORN) -> bool:
    """Whether somebody was chosen; needs a terminal at standard input and output."""
    return WhoApp(roster, dress=dress).run() or False
