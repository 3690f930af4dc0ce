"""Settings and athletes: what is kept in two small files, to be changed by typing."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.athlete_screen import AthleteScreen
from trackbuddy.tui.ports import AthleteEntry, Desk
from trackbuddy.tui.widgets.athlete_list import AthleteList
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.key_bar import BACK, UP, Key, KeyBar, presses

_KEYS: Final = (
    Key("ENTER", "saves, opens", presses("enter")),
    UP,
    Key("↓", "", presses("down")),
    Key("←", "", presses("left")),
    Key("→", "choose", presses("right")),
    BACK,
    Key("F2", "tap along", presses("f2")),
    Key("DEL", "athlete out", presses("delete")),
)


class SetupScreen(Screen[None]):
    """Told a sheet by the desk; everything that is saved goes through the desk."""

    CSS = """
    SetupScreen { background: $background; }
    SetupScreen .heading { color: $accent; text-style: bold; padding: 0 1; }
    SetupScreen VerticalScroll { height: 1fr; }
    SetupScreen #told { height: auto; padding: 0 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("delete,ctrl+d", "take_out", show=False),
        Binding("f2", "tap_along", show=False),
    ]

    class SettingsKept(Message):
        """New settings hold from now on."""

        def __init__(self, theme: str) -> None:
            super().__init__()
            self.theme = theme

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = desk.sheet()
        self._asked: str | int | None = None
        """What Esc or Del have asked about: the same key again means yes."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(Content(f"SETTINGS   in {printable(self._sheet.files)}"), classes="heading")
            yield Form(self._sheet.fields, id="settings")
            yield Static(Content("ATHLETES"), classes="heading")
            yield AthleteList(id="athletes")
        yield Static(Content(""), id="told")
        yield KeyBar(_KEYS, id="setup-keys", rows=2)

    def on_mount(self) -> None:
        self._list()
        self.query_one(Form).enter()

    def _list(self) -> None:
        self.query_one(AthleteList).show(self._sheet.athletes, self._sheet.problem)

    def _tell(self, text: str) -> None:
        self.query_one("#told", Static).update(Content(printable(text)))

    # --- settings ---------------------------------------------------------------------------------------------------

    def on_form_handed_in(self, event: Form.HandedIn) -> None:
        problems = self._desk.keep_settings(event.values)
        self.query_one(Form).tell(problems)
        self._asked = None
        if problems:
            self._tell(problems.get("", "NOT SAVED: see beside the field"))
            return
        self._tell("saved")
        self.post_message(self.SettingsKept(event.values.get("theme", "")))

    def on_form_went_down(self) -> None:
        self.query_one(AthleteList).enter()

    def on_athlete_list_went_up(self) -> None:
        self.query_one(Form).enter(last=True)

    def action_tap_along(self) -> None:
        from trackbuddy.tui.beat_screen import BeatScreen

        self.app.push_screen(BeatScreen(self._desk))

    # --- athletes ---------------------------------------------------------------------------------------------------

    def on_athlete_list_taken(self, event: AthleteList.Taken) -> None:
        entry = AthleteEntry() if event.index is None else self._sheet.athletes[event.index]
        self._asked = None
        self.app.push_screen(AthleteScreen(self._desk, event.index, entry), self._kept)

    def _kept(self, is_kept: bool | None) -> None:
        if is_kept:
            self._sheet = self._desk.sheet()
            self._list()
            self._tell("saved")

    def action_take_out(self) -> None:
        athletes = self.query_one(AthleteList)
        index = athletes.index
        if self.focused is not athletes or index is None:
            return
        if self._asked != index:
            self._asked = index
            self._tell(f"Take {self._sheet.athletes[index].name} out of the file?   DEL again = yes")
            return
        self._asked = None
        problems = self._desk.keep_athlete(index, None)
        if problems:
            self._tell("NOT SAVED: " + " ".join(problems.values()))
        else:
            self._kept(True)

    def on_athlete_list_looked_at(self) -> None:
        if isinstance(self._asked, int):
            self._asked = None
            self._tell("")

    def action_back(self) -> None:
        """What was typed and not saved is asked about once."""
        if self.query_one(Form).is_changed and self._asked != "back":
            self._asked = "back"
            self._tell("NOT SAVED: ENTER saves, Esc again leaves the file as it was")
            return
        self.dismiss()
