"""Who runs next, and by which goal."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trackbuddy.tui.ports import Desk, Field
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.who_list import WhoList

_KEYS: Final = "SPACE in or out   UP DOWN   ENTER takes it   Esc back as it was"
_NOBODY: Final = "Nobody is kept yet: F4 on the home screen keeps athletes with their goals and bests."


class WhoScreen(ModalScreen[bool]):
    """True once it was chosen."""

    CSS = """
    WhoScreen { align: center middle; background: $background; }
    WhoScreen #box { height: auto; max-height: 100%; width: 100%; border: solid $accent; }
    WhoScreen #nobody, WhoScreen #who-told, WhoScreen #who-keys { height: auto; padding: 0 1; }
    WhoScreen #who-told { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", show=False),
        Binding("enter", "take", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who = desk.who()

    def compose(self) -> ComposeResult:
        who = self._who
        others = ", ".join(name for name in who.names if name not in who.known)
        with Vertical(id="box") as box:
            box.border_title = Content("who runs?")
            if who.known:
                yield WhoList(who.known, who.names, id="known")
            else:
                yield Static(Content(_NOBODY), id="nobody")
            yield Form(
                (
                    Field("others", "others", others, "names, with commas between"),
                    Field("goal", "goal", who.goal, "for all of them, like mile 4:32; empty: their own"),
                ),
                id="others",
            )
            yield Static(Content(""), id="who-told")
            yield Static(Content(_KEYS), id="who-keys")

    def on_mount(self) -> None:
        if self._who.known:
            self.query_one(WhoList).focus()
        else:
            self.query_one(Form).enter()

    def action_step(self, by: int) -> None:
        """Through the list and on into the form, and back."""
        known = self.query_one(WhoList) if self._who.known else None
        if known is None or self.focused is not known:
            form = self.query_one(Form)
            if by < 0 and known is not None and form.at_first:
                known.focus()
            else:
                form.action_step(by)
        elif by > 0 and known.highlighted == known.option_count - 1:
            self.query_one(Form).enter()
        elif by > 0:
            known.action_cursor_down()
        elif known.highlighted:
            known.action_cursor_up()

    def action_take(self) -> None:
        values = self.query_one(Form).values
        names = [*self.query_one(WhoList).chosen] if self._who.known else []
        names += [" ".join(name.split()) for name in values["others"].split(",") if name.strip()]
        problems = self._desk.choose_who(names, values["goal"].strip())
        if not problems:
            self.dismiss(True)
            return
        self.query_one(Form).tell({"goal": problems["goal"]} if "goal" in problems else {"others": problems[""]})
