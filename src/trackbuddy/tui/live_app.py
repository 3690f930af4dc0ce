"""The full screen of a running session, from its first frame to the last."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from trackbuddy.present.earlier import Earlier
from trackbuddy.present.key_table import DEFAULT, Keymap
from trackbuddy.tui.dress import WORN, Dress, DressedApp
from trackbuddy.tui.driver import click_of, hearing_driver, press_of
from trackbuddy.tui.guards import CalmCollector, on_signals
from trackbuddy.tui.keyboard.heard import Given, Pasted, Wheel
from trackbuddy.tui.keyboard.keyboard import Keyboard
from trackbuddy.tui.keyboard.router import ONE_EACH, Hands
from trackbuddy.tui.live_screen import LiveScreen
from trackbuddy.tui.themes import other

if TYPE_CHECKING:
    from trackbuddy.timing.inputs import Leaving
    from trackbuddy.tui.ports import Live


class LiveApp(DressedApp[int]):
    """Runs one session. The exit code is 0 however it was left, and 128 + n after a signal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "trackbuddy"

    class Changed(Message):
        """A key did something."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, LiveApp.Changed)

    class Left(Message):
        """The session is to be left, and how."""

        def __init__(self, how: Leaving) -> None:
            super().__init__()
            self.how = how

    class Choosing(Message):
        """Who runs is to be chosen."""

    class Colours(Message):
        """The other theme, please."""

    class Gone(Message):
        """The terminal is gone."""

    def __init__(
        self,
        live: Live,
        *,
        dress: Dress = WORN,
        digits: Mapping[int, int] = ONE_EACH,
        keymap: Keymap = DEFAULT,
        hears_keys: bool = False,
        may_choose: bool = False,
        mono_ns: Callable[[], int] = time.monotonic_ns,
        earlier: Callable[[], Earlier] | None = None,
    ) -> None:
        """`hears_keys`: keys are decided in the thread that reads them, where the terminal's driver allows it.

        `may_choose`: before the start somebody may ask who runs; `is_choosing` then says so to whoever ran the app.
        `earlier` finds the sessions before, and may take its time.
        """
        self._live = live
        self.keyboard = Keyboard(live, Hands(keymap, digits, may_choose), self)
        self.is_choosing = False
        super().__init__(driver_class=hearing_driver(self) if hears_keys else None)
        self._mono_ns = mono_ns
        self._calm = CalmCollector()
        self._settled = False
        self._earlier = earlier
        self.wear(dress)

    def on_mount(self) -> None:
        on_signals(self._on_signal)
        self._stage = LiveScreen(self._live, self.keyboard, self._mono_ns)
        self.push_screen(self._stage)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._calm.begin()
        self._settled = True
        if self._earlier is not None:
            self.run_worker(self._find_earlier, thread=True, exit_on_error=False)

    def _find_earlier(self) -> None:
        """In a thread, behind the first frame: whatever goes wrong, the session runs on without."""
        if self._earlier is not None:
            self._stage.earlier = self._earlier()

    def on_unmount(self) -> None:
        self._calm.end()

    # --- the keyboard's thread --------------------------------------------------------------------------------------

    def hear(self, heard: Given) -> None:
        self.keyboard.hear(heard)

    def wrong(self, why: str) -> None:
        self.keyboard.tell(why, self._mono_ns())

    def gone(self) -> None:
        self.post_message(self.Gone())

    def settled(self) -> bool:
        return self._settled

    def changed(self) -> None:
        self.post_message(self.Changed())

    def left(self, how: Leaving) -> None:
        self.post_message(self.Left(how))

    def choosing(self) -> None:
        self.post_message(self.Choosing())

    def colours(self) -> None:
        self.post_message(self.Colours())

    # --- the loop ---------------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Keys that come through the loop go where all keys go, and no binding or widget ever sees one."""
        if isinstance(event, events.Key):
            self.keyboard.hear(press_of(event))
        elif isinstance(event, events.Paste):
            self.keyboard.hear(Pasted(event.text, self._mono_ns()))
        elif isinstance(event, events.MouseEvent):
            self._hear_mouse(event)
        else:
            await super().on_event(event)

    def _hear_mouse(self, event: events.MouseEvent) -> None:
        """Clicks go where keys go. No widget sees the mouse."""
        if isinstance(event, events.MouseDown) and (click := click_of(event)) is not None:
            self.keyboard.hear(click)
        elif isinstance(event, events.MouseScrollDown | events.MouseScrollUp):
            self.keyboard.hear(Wheel(isinstance(event, events.MouseScrollDown), self._mono_ns()))

    def on_live_app_changed(self) -> None:
        screen = self.screen
        if isinstance(screen, LiveScreen):
            screen.draw()

    def on_live_app_left(self, event: LiveApp.Left) -> None:
        self._live.leave(event.how)
        self.exit(0)

    def on_live_app_choosing(self) -> None:
        """The session stays open: it may be gone back to."""
        self.is_choosing = True
        self.exit(0)

    def on_live_app_colours(self) -> None:
        self.theme = other(self.theme)

    def on_live_app_gone(self) -> None:
        self._on_signal(signal.SIGHUP)

    def on_live_screen_shown(self, event: LiveScreen.Shown) -> None:
        self._calm.rest(event.snapshot.state, event.now_ns)

    def _on_signal(self, number: int) -> None:
        if not self._live.ended:
            self._live.leave("resumable")
        self.exit(128 + number, return_code=128 + number)


def run_live(
    live: Live,
    *,
    dress: Dress = WORN,
    digits: Mapping[int, int] = ONE_EACH,
    keymap: Keymap = DEFAULT,
    earlier: Callable[[], Earlier] | None = None,
    may_choose: bool = False,
) -> int | None:
    """Shows the session until it is left; needs a terminal at standard input and output.

    Returns the exit code; None where it was not left, and who runs is to be chosen first: only if that may be.
    """
    app = LiveApp(
        live, dress=dress, digits=digits, keymap=keymap, hears_keys=True, earlier=earlier, may_choose=may_choose
    )
    app.run()
    return None if app.is_choosing else app.return_code or 0
