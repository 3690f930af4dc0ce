"""Tapping along with beeps: how late the speaker is and how steady the thumb, measured from the settings screen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from trackbuddy.errors import UserError
from trackbuddy.present.cells import printable
from trackbuddy.tui.driver import press_of
from trackbuddy.tui.ports import Beat, Desk

_KEYS: Final = " SPACE taps along  ENTER again  Esc back"
_HOW: Final = "Tap SPACE along with the beeps, in time with what you hear. The first four are for finding the beat."
_TRIED: Final = "sound is being tried"


class BeatScreen(Screen[None]):
    """Begins by itself. What comes of it is said here, and kept by the desk."""

    CSS = """
    BeatScreen { background: $background; }
    BeatScreen #box { height: 1fr; padding: 1 2; }
    BeatScreen #box Static { margin-bottom: 1; }
    BeatScreen #how { color: $accent; text-style: bold; }
    BeatScreen #row, BeatScreen #came { text-style: bold; }
    BeatScreen #beat-keys { height: 1; color: $foreground; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("enter", "again", show=False),
    ]

    def __init__(self, desk: Desk, now_ns: Callable[[], int] = time.monotonic_ns) -> None:
        super().__init__()
        self._desk, self._now_ns = desk, now_ns
        self._beat: Beat | None = None
        self._beeps: tuple[int, ...] = ()
        self._taps: list[int] = []
        self._over = False
        """Nothing is measured: it is said what came of it, or the sound is still tried."""

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(Content(_HOW), id="how")
            yield Static(Content(_TRIED), id="said")
            yield Static(Content(""), id="row")
            yield Static(Content(""), id="came")
        yield Static(Content(_KEYS), id="beat-keys")

    def on_mount(self) -> None:
        self.set_interval(0.1, self.look)
        self._begin()

    def on_unmount(self) -> None:
        if self._beat is not None:
            _end(self._beat)

    def _tell(self, place: str, text: str) -> None:
        self.query_one(place, Static).update(Content("\n".join(map(printable, text.split("\n")))))

    # --- a round ----------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True)
    def _begin(self) -> None:
        """Devices are tried, which nobody should wait for."""
        try:
            beat = self._beat or self._desk.beat()
        except UserError as error:
            self.app.call_from_thread(self._came, str(error))
            return
        self.app.call_from_thread(self._begun, beat, beat.begin())

    def _begun(self, beat: Beat, beeps: tuple[int, ...]) -> None:
        if not self.is_attached:
            _end(beat)
            return
        self._beat, self._beeps, self._taps, self._over = beat, beeps, [], False
        self._tell("#said", beat.said)
        self._tell("#came", "")

    def on_key(self, event: events.Key) -> None:
        """Space is stamped where it was read; the screen may be busy."""
        if event.key == "space" and self._beat is not None and not self._over:
            event.stop()
            self._taps.append(press_of(event).at_ns)

    def look(self) -> None:
        """Shows which beeps are past and which were tapped; behind the last one it is over."""
        if self._beat is None or self._over:
            return
        now_ns = self._now_ns()
        past = sum(at_ns <= now_ns for at_ns in self._beeps)
        self._tell("#row", f"{'o ' * past}{'. ' * (len(self._beeps) - past)}  {len(self._taps)} taps")
        if now_ns >= self._beat.until_ns:
            self._over = True
            self._keep(self._beat, tuple(self._taps))

    @work(thread=True, exclusive=True)
    def _keep(self, beat: Beat, taps: tuple[int, ...]) -> None:
        try:
            said = "\n".join(beat.keep(taps))
        except UserError as error:
            said = str(error)
        self.app.call_from_thread(self._came, said)

    def _came(self, text: str) -> None:
        self._over = True
        if self.is_attached:
            if self._beat is None:
                self._tell("#said", "")
            self._tell("#came", f"{text}\n\nENTER taps along again.")

    # --- keys -------------------------------------------------------------------------------------------------------

    def action_again(self) -> None:
        if self._over:
            self._tell("#came", "")
            self._begin()

    def action_back(self) -> None:
        self.dismiss()


def _end(beat: Beat) -> None:
    """In a thread of its own: the app may be ending, and its workers with it."""
    threading.Thread(target=beat.close, name="beat's end", daemon=True).start()
