"""The running session on the screen: ten times a second what the snapshot says, and what is open in front of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from trackbuddy.present.cells import printable
from trackbuddy.present.earlier import NOTHING_EARLIER
from trackbuddy.present.ink import STRONG, Edges
from trackbuddy.present.live_view import live_view
from trackbuddy.present.own_keys import with_own_keys
from trackbuddy.present.page import lay_out, most_scrolled, why_no_other
from trackbuddy.present.rows import Row, filled, key_at, text_row, width_of, wrapped
from trackbuddy.present.view import LiveView, Notice, Urgency
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import State
from trackbuddy.tui.keyboard.front import Front
from trackbuddy.tui.keyboard.keyboard import Keyboard, Shown
from trackbuddy.tui.keyboard.router import Sight
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.overlay import Overlay, Sheet, overlay_sheet
from trackbuddy.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from trackbuddy.tui.ports import Live

FRAME_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Frame:
    """What is seen, as far as keys and clicks are concerned. Asked in the thread that reads them."""

    page: tuple[Row, ...]
    sheet: Sheet
    is_free: bool
    """Nothing is open in front of the page; else only what is open has buttons."""
    view: LiveView

    def key_at(self, column: int, row: int) -> str:
        """The label of the key whose button stands there; empty for none."""
        found = self.sheet.key_at(column, row, len(self.page))
        if found is None and self.is_free:
            return key_at(self.page, column, row)
        return found or ""

    def no_other(self) -> str:
        return why_no_other(self.view, width_of(self.page[0]) if self.page else 0, len(self.page))


class LiveScreen(Screen[None]):
    """It holds nothing of its own: the session's truth is the session's, and what is open the keyboard's."""

    class Shown(Message):
        """A frame was drawn from this snapshot."""

        def __init__(self, snapshot: Snapshot, now_ns: int) -> None:
            super().__init__()
            self.snapshot = snapshot
            self.now_ns = now_ns

    CSS = "LiveScreen { layers: below above; }"

    def __init__(self, live: Live, keyboard: Keyboard, mono_ns: Callable[[], int]) -> None:
        """`mono_ns`: the clock of the keys' stamps."""
        super().__init__()
        self._live = live
        self._keyboard = keyboard
        self._mono_ns = mono_ns
        self.earlier = NOTHING_EARLIER
        """The sessions before, once somebody found them."""

    def compose(self) -> ComposeResult:
        yield Face(id="face")
        yield Overlay(id="overlay")
        yield TypedLine(id="typed")

    def on_mount(self) -> None:
        self.set_interval(FRAME_S, self.draw)
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """One frame. One that can't be drawn is said in plain letters: keys are decided all the same."""
        try:
            self._frame()
        except Exception as error:
            self._say_so(f"{type(error).__name__}: {error}")

    def _say_so(self, why: str) -> None:
        face = self.query_one(Face)
        columns, rows = face.size
        said = f"FAULT: this page can't be drawn ({why}). Timing goes on, and every key works; ctrl+q l leaves."
        lines = [text_row(line, STRONG) for line in wrapped(printable(said), max(columns - 2, 1))]
        face.show(tuple(filled(row, columns) for row in (*lines, *[()] * rows)[:rows]))

    def _frame(self) -> None:
        """Everything in it comes from one snapshot and one instant."""
        snapshot, now_ns = self._live.snapshot(), self._live.now_ns()
        keys = self._keyboard.shown(Sight(snapshot, now_ns), self._mono_ns())
        clock, digits = time.strftime("%H:%M"), self._keyboard.hands.digits
        view = live_view(snapshot, now_ns, clock, digits=digits, earlier=self.earlier)
        view = with_own_keys(_with_answers(view, keys), self._keyboard.hands.keymap)
        face = self.query_one(Face)
        columns, rows = face.size
        if columns and rows:
            page = self._laid_out(view, keys.front, columns, rows, face.edges)
            face.show(page)
            sheet = self._show_front(keys.front, snapshot.state, columns, rows)
            self._keyboard.seen = Frame(page, sheet, keys.front.open is None, view)
        self.post_message(self.Shown(snapshot, now_ns))

    def _laid_out(self, view: LiveView, front: Front, columns: int, rows: int, edges: Edges) -> tuple[Row, ...]:
        if front.scrolled:
            self._keyboard.scrolled_at_most(most_scrolled(view, columns, rows))
        return lay_out(view, columns, rows, stage=front.stage, edges=edges, scrolled=front.scrolled)

    def _show_front(self, front: Front, state: State, columns: int, rows: int) -> Sheet:
        sheet = overlay_sheet(front.open, state, self._keyboard.hands.keymap, columns, rows)
        self.query_one(Overlay).show(sheet)
        self.query_one(TypedLine).show(front.open, columns)
        return sheet


def _with_answers(view: LiveView, keys: Shown) -> LiveView:
    failed = (Notice(f"A KEY WAS NOT TAKEN: {keys.failure}", Urgency.ALARM),) if keys.failure else ()
    return replace(view, answer=keys.answer, notices=(*failed, *view.notices))
