"""The full screen of a running session, from its first frame to the last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType

from trackbuddy.tui.driver import hearing_driver, mono_ns
from trackbuddy.tui.guards import CalmCollector, on_signals
from trackbuddy.tui.instants import ONE_EACH, InstantKeys
from trackbuddy.tui.live_screen import LiveScreen
from trackbuddy.tui.ports import Live
from trackbuddy.tui.themes import DARK, THEMES, other


class LiveApp(App[int]):
    """Runs one session. The exit code is 0 however it was left, and 128 + n after a signal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "trackbuddy"

    def __init__(
        self,
        live: Live,
        *,
        theme: str = DARK.name,
        digits: Mapping[int, int] = ONE_EACH,
        hears_keys: bool = False,
    ) -> None:
        """`hears_keys`: keys reach the session in the input thread, where the terminal's driver allows it."""
        self._live = live
        self._instants = InstantKeys(live, digits)
        driver = hearing_driver(self._hear) if hears_keys else None
        super().__init__(driver_class=driver)
        self._heard_elsewhere = driver is not None
        self._calm = CalmCollector()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def _hear(self, event: events.Key) -> None:
        """In the input thread."""
        self._instants.press(event.key, event.character, mono_ns(event))

    def on_mount(self) -> None:
        on_signals(self._on_signal)
        self.push_screen(LiveScreen(self._live, self._instants, heard_elsewhere=self._heard_elsewhere))
        self.call_after_refresh(self._calm.begin)

    def on_unmount(self) -> None:
        self._calm.end()

    def on_live_screen_shown(self, event: LiveScreen.Shown) -> None:
        self._calm.rest(event.snapshot.state, event.now_ns)

    def on_live_screen_colours_asked(self) -> None:
        self.theme = other(self.theme)

    def on_live_screen_left(self, event: LiveScreen.Left) -> None:
        self._live.leave(event.how)
        self.exit(0)

    def _on_signal(self, number: int) -> None:
        if not self._live.ended:
            self._live.leave("resumable")
        self.exit(128 + number, return_code=128 + number)

    async def action_quit(self) -> None:
        """Never at once: a session that runs asks first."""
        screen = self.screen
        if isinstance(screen, LiveScreen):
            screen.action_ask_to_leave()


def run_live(live: Live, *, theme: str = DARK.name, digits: Mapping[int, int] = ONE_EACH) -> int:
    """Shows the session until it is left; needs a terminal at standard input and output. Returns the exit code."""
    app = LiveApp(live, theme=theme, digits=digits, hears_keys=True)
    app.run(mouse=False)
    return app.return_code or 0
