"""Logs, one session, or the season, straight from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from trackbuddy.tui.dress import WORN, Dress, DressedApp
from trackbuddy.tui.driver import sturdy_driver
from trackbuddy.tui.logs_screen import LogsScreen
from trackbuddy.tui.review_ports import Archivist
from trackbuddy.tui.review_screen import ReviewScreen
from trackbuddy.tui.season_screen import SeasonScreen


class ReviewApp(DressedApp[None]):
    """Ends when its first screen is left."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "trackbuddy"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", show=False, priority=True)]

    def __init__(
        self, archivist: Archivist, *, path: Path | None = None, season: bool = False, dress: Dress = WORN
    ) -> None:
        """`path`: this log, above the list."""
        super().__init__(driver_class=sturdy_driver())
        self._archivist, self._path, self._season = archivist, path, season
        self.wear(dress)

    def on_mount(self) -> None:
        if self._season:
            self.push_screen(SeasonScreen(self._archivist), lambda _: self.exit())
            return
        self.push_screen(LogsScreen(self._archivist), lambda _: self.exit())
        if self._path is not None:
            self.push_screen(ReviewScreen(self._archivist, self._path))


def run_review(archivist: Archivist, *, path: Path | None = None, season: bool = False, dress: Dress = WORN) -> None:
    """Needs a terminal at standard input and output."""
    ReviewApp(archivist, path=path, season=season, dress=dress).run()
