"""One athlete: name, key, goal and bests."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.ports import AthleteEntry, Desk, Field
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.key_bar import BACK, UP, Key, KeyBar, presses

_KEYS: Final = (Key("ENTER", "saves", presses("enter")), UP, Key("↓", "field", presses("down")), BACK)


class AthleteScreen(ModalScreen[bool]):
    """True once the athlete was kept."""

    CSS = """
    AthleteScreen { align: center middle; background: $background; }
    AthleteScreen #box { height: auto; width: 100%; border: solid $accent; padding: 0 0; }
    AthleteScreen #athlete-told { height: auto; padding: 0 1; text-style: bold; }
    AthleteScreen KeyBar { dock: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, desk: Desk, index: int | None, entry: AthleteEntry) -> None:
        """`index`: the place in the file; None for somebody new."""
        super().__init__()
        self._desk, self._index, self._entry = desk, index, entry
        self._asked = False

    def compose(self) -> ComposeResult:
        entry = self._entry
        fields = (
            Field("name", "name", entry.name, "what screen and log call them"),
            Field("key", "key", entry.key, "the digit that taps, 1 to 9; or empty"),
            Field("goal", "goal", entry.goal, "a race and its time, like mile 4:32"),
            Field("bests", "bests", entry.bests, "like 1500 4:05 on 2026-06-20, 800 1:58"),
        )
        with Vertical(id="box") as box:
            box.border_title = Content(printable(entry.name) or "somebody new")
            yield Form(fields, id="athlete")
            yield Static(Content(""), id="athlete-told")
            yield KeyBar(_KEYS, id="athlete-keys", rows=2)

    def on_mount(self) -> None:
        self.query_one(Form).enter()

    def on_form_handed_in(self, event: Form.HandedIn) -> None:
        event.stop()
        self._asked = False
        problems = self._desk.keep_athlete(self._index, AthleteEntry(**event.values))
        self.query_one(Form).tell(problems)
        if problems:
            self._tell(problems.get("", "NOT SAVED: see beside the field"))
        else:
            self.dismiss(True)

    def _tell(self, text: str) -> None:
        self.query_one("#athlete-told", Static).update(Content(printable(text)))

    def action_back(self) -> None:
        if self.query_one(Form).is_changed and not self._asked:
            self._asked = True
            self._tell("NOT SAVED: ENTER saves, Esc again leaves the file as it was")
            return
        self.dismiss(False)
