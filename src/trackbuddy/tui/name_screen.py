"""A name for a session that was typed, to keep it in the library."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.ports import Desk, Field
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.key_bar import BACK, Key, KeyBar, presses

_KEYS: Final = (Key("ENTER", "keeps it", presses("enter")), BACK)


class NameScreen(ModalScreen[bool]):
    """True once the session was kept."""

    CSS = """
    NameScreen { align: center middle; background: $background; }
    NameScreen #box { height: auto; width: 100%; border: solid $accent; }
    NameScreen #session { height: auto; padding: 0 1; text-style: bold; margin-bottom: 1; }
    NameScreen KeyBar { dock: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", show=False)]

    def __init__(self, desk: Desk, text: str) -> None:
        """`text`: a session that was understood."""
        super().__init__()
        self._desk, self._text = desk, text

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content("keep it in the library")
            yield Static(Content(printable(self._text)), id="session")
            yield Form((Field("name", "name", "", "what it is called, like Tuesday 200s"),), id="name")
            yield KeyBar(_KEYS, id="name-keys", rows=2)

    def on_mount(self) -> None:
        self.query_one(Form).enter()

    def on_form_handed_in(self, event: Form.HandedIn) -> None:
        event.stop()
        problems = self._desk.keep_session(self._text, event.values["name"])
        if problems:
            self.query_one(Form).tell({"name": next(iter(problems.values()))})
        else:
            self.dismiss(True)
