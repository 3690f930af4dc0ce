"""The running session on the screen: draws what the snapshot says ten times a second, and passes keys on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from trackbuddy.present.keys import until_ended
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.view import Notice, Urgency
from trackbuddy.timing import inputs as i
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done, Finished
from trackbuddy.tui.driver import mono_ns
from trackbuddy.tui.instants import InstantKeys
from trackbuddy.tui.ports import Leaving, Live
from trackbuddy.tui.text_lines import CALM_NS, TextLines
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.overlay import DISCARD, HELP, HELP_NARROW, LEAVE, MENU, WIDE_HELP_FROM, Overlay
from trackbuddy.units import NS

FRAME_S: Final = 0.1
MENU_NS: Final = 5 * NS
STEP_NS: Final = 10 * NS
YES_AFTER_S: Final = 0.8
"""A second Backspace answers the question of the first one only this much later: a key held down begins to repeat after
0.25 to 0.66 s."""
REPEAT_S: Final = 0.15
"""Keyboards repeat a held key every 25 to 40 ms, after a first wait of a quarter of a second or more."""


class LiveScreen(Screen[None]):
    """One athlete's session. It holds what is open on the screen and a draft; everything else is the session's."""

    class Left(Message):
        """The session was left, and how."""

        def __init__(self, how: Leaving) -> None:
            super().__init__()
            self.how = how

    class ColoursAsked(Message):
        """The other theme, please."""

    class Shown(Message):
        """A frame was drawn from this snapshot."""

        def __init__(self, snapshot: Snapshot, now_ns: int) -> None:
            super().__init__()
            self.snapshot = snapshot
            self.now_ns = now_ns

    CSS = "LiveScreen { layers: below above; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "ask_to_leave", "leave", priority=True, show=False),
        Binding("tab,shift+tab", "menu", "more", priority=True, show=False),
    ]

    def __init__(self, live: Live, instants: InstantKeys, *, heard_elsewhere: bool = False) -> None:
        """`heard_elsewhere`: keys with an instant reach `instants` in the input thread, before they come here."""
        super().__init__()
        self._live = live
        self._instants = instants
        self._heard_elsewhere = heard_elsewhere
        self._menu_until_ns = 0
        self._done_since_ns: int | None = None
        self._texts = TextLines(live, instants, self._say)
        self._glance = False
        self._said: tuple[str, int] | None = None
        self._last_key: tuple[str, float] | None = None
        self._undo_pressed_s = -YES_AFTER_S
        self._keys: dict[str, Callable[[], object]] = {
            "enter": self._enter,
            "backspace": lambda: self._submit(i.Undo),
            "a": lambda: self._submit(i.TakeTap),
            "h": lambda: self._submit(i.Hold),
            "+": lambda: self._submit(i.Adjust, by_ns=STEP_NS),
            "=": lambda: self._submit(i.Adjust, by_ns=STEP_NS),
            "-": lambda: self._submit(i.Adjust, by_ns=-STEP_NS),
            "e": self._end_open_block,
            "m": lambda: self._open_text(self._texts.open_note),
            "p": lambda: self._open_text(self._texts.open_metres),
            "?": self._toggle_help,
            "f1": self._toggle_help,
            "escape": self._shut_overlays,
        }
        self._menu_keys: dict[str, Callable[[], object]] = {
            "n": lambda: self._submit(i.Next),
            "r": lambda: self._submit(i.Repeat),
            "e": lambda: self._submit(i.EndHere),
            "y": lambda: self._submit(i.Redo),
            "v": self._live.switch_sound,
            "g": self._toggle_glance,
            "c": lambda: self.post_message(self.ColoursAsked()),
        }
        self._leave_keys: dict[str, Callable[[], object]] = {
            "l": lambda: self._leave("resumable"),
            "f": lambda: self._leave("finish"),
            "d": self._ask_to_discard,
            "k": self._shut_overlays,
            "escape": self._shut_overlays,
        }
        self._discard_keys: dict[str, Callable[[], object]] = {
            "y": lambda: self._leave("discard"),
            "k": self._shut_overlays,
            "escape": self._shut_overlays,
        }

    def compose(self) -> ComposeResult:
        yield Face(id="face")
        yield Overlay(id="menu")
        yield Overlay(id="help", classes="framed")
        yield Overlay(id="leave", classes="framed")
        yield Overlay(id="discard", classes="framed")
        yield from self._texts.all

    def on_mount(self) -> None:
        self.set_interval(FRAME_S, self.draw)
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.draw()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """One frame: everything in it comes from one snapshot and one instant."""
        snapshot, now_ns = self._live.snapshot(), self._live.now_ns()
        self._keep_up(snapshot, now_ns)
        view = live_view(snapshot, now_ns, time.strftime("%H:%M"))
        own = self._own_notices()
        if own:
            view = replace(view, notices=(*own, *view.notices))
        if self._said is not None and now_ns < self._said[1]:
            view = replace(view, answer=self._said[0])
        face = self.query_one(Face)
        columns, rows = face.size
        if columns and rows:
            face.show(lay_out(view, columns, rows, glance=self._glance, edges=face.edges))
        self.post_message(self.Shown(snapshot, now_ns))

    def _own_notices(self) -> tuple[Notice, ...]:
        found = []
        if self._instants.failure:
            found.append(Notice(f"A TAP WAS NOT TAKEN: {self._instants.failure}", Urgency.ALARM))
        return tuple(found)

    def _keep_up(self, snapshot: Snapshot, now_ns: int) -> None:
        """What is open shuts by itself when its time is over."""
        stage = snapshot.state.stage
        if not isinstance(stage, Done):
            self._done_since_ns = None
        elif self._done_since_ns is None:
            self._done_since_ns = now_ns
        if self._menu.is_open and now_ns >= self._menu_until_ns:
            self._menu.shut()
        self._texts.keep_up(snapshot, now_ns)

    def _say(self, text: str) -> None:
        self._said = (text, self._live.now_ns() + 4 * NS)

    # --- keys -------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Keys that no open text field took."""
        if not self._heard_elsewhere and self._instants.press(event.key, event.character, mono_ns(event)):
            event.stop()
            self.draw()
            return
        if not self._instants.typing and (self._is_repeat(event) or self._is_no_answer(event)):
            event.stop()
            return
        key = event.character.lower() if event.character and event.is_printable else event.key
        action = self._action(key)
        if action is not None:
            event.stop()
            action()
            self.draw()

    def _is_repeat(self, event: events.Key) -> bool:
        """A key held down is one press, as with taps: a stuck Backspace must not take the session apart."""
        last, self._last_key = self._last_key, (event.key, event.time)
        return last is not None and last[0] == event.key and 0 <= event.time - last[1] < REPEAT_S

    def _is_no_answer(self, event: events.Key) -> bool:
        """A Backspace that may still be the one that asked whether to undo behind a GO."""
        if event.key != "backspace":
            return False
        if self._live.snapshot().undo_asks_until_ns is not None and event.time - self._undo_pressed_s < YES_AFTER_S:
            return True
        self._undo_pressed_s = event.time
        return False

    def _action(self, key: str) -> Callable[[], object] | None:
        if self._discarding.is_open:
            return self._discard_keys.get(key)
        if self._leaving.is_open:
            return self._leave_keys.get(key)
        if self._texts.is_open:
            return self._shut_overlays if key == "escape" else None
        if self._menu.is_open and key in self._menu_keys:
            self._menu.shut()
            return self._menu_keys[key]
        return self._keys.get(key)

    def _submit(self, kind: Callable[..., i.Input], **members: object) -> None:
        self._live.submit(kind, None, **members)

    def _end_open_block(self) -> None:
        """Only a block that goes on until it is ended; the whole session ends through the menu."""
        if until_ended(self._live.snapshot().state):
            self._submit(i.EndHere)
        else:
            self._say("TAB e ends the session here")

    def _enter(self) -> None:
        stage = self._live.snapshot().state.stage
        if isinstance(stage, Finished):
            self._leave("finish")
        elif not isinstance(stage, Done):
            self._submit(i.ThatsAll)
        elif self._done_since_ns is not None and self._live.now_ns() - self._done_since_ns >= CALM_NS:
            self._open_text(self._texts.open_farewell)

    # --- overlays ---------------------------------------------------------------------------------------------------

    @property
    def _menu(self) -> Overlay:
        return self.query_one("#menu", Overlay)

    @property
    def _help(self) -> Overlay:
        return self.query_one("#help", Overlay)

    @property
    def _leaving(self) -> Overlay:
        return self.query_one("#leave", Overlay)

    @property
    def _discarding(self) -> Overlay:
        return self.query_one("#discard", Overlay)

    def action_ask_to_leave(self) -> None:
        self._shut_overlays()
        self._leaving.open(LEAVE)

    def action_menu(self) -> None:
        """Tab opens and shuts it, wherever the focus is."""
        self._last_key = None
        if self._menu.is_open:
            self._menu.shut()
        elif not (self._texts.is_open or self._leaving.is_open or self._discarding.is_open):
            self._menu.open(MENU)
            self._menu_until_ns = self._live.now_ns() + MENU_NS

    def _ask_to_discard(self) -> None:
        self._leaving.shut()
        self._discarding.open(DISCARD)

    def _toggle_help(self) -> None:
        if self._help.is_open:
            self._help.shut()
        else:
            self._help.open(HELP if self.size.width >= WIDE_HELP_FROM else HELP_NARROW)

    def _toggle_glance(self) -> None:
        self._glance = not self._glance

    def _shut_overlays(self) -> None:
        for overlay in (self._menu, self._help, self._leaving, self._discarding):
            overlay.shut()
        self._texts.shut()

    def _leave(self, how: Leaving) -> None:
        self.post_message(self.Left(how))

    # --- text -------------------------------------------------------------------------------------------------------

    def _open_text(self, open_line: Callable[[], None]) -> None:
        self._shut_overlays()
        open_line()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._texts.submitted(event.input, event.value):
            self._leave("finish")
