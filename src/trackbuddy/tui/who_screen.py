"""Who runs next, and by which goal."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.ports import Field, Roster
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.key_bar import UP, Key, KeyBar, presses
from trackbuddy.tui.widgets.who_list import WhoList

_KEYS: Final = (
    Key("SPACE", "in or out", presses("space")),
    UP,
    Key("↓", "choose", presses("down")),
    Key("ENTER", "takes it", presses("enter")),
    Key("ESC", "as it was", presses("escape")),
)
_NOBODY: Final = "Nobody is known yet: type names below. F4 on home keeps athletes with their goals and bests."


class WhoScreen(ModalScreen[bool]):
    """True once it was chosen."""

    CSS = """
    WhoScreen { align: center middle; background: $background; }
    WhoScreen #box { height: auto; max-height: 100%; width: 100%; border: solid $accent; }
    WhoScreen #nobody, WhoScreen #who-digits { height: auto; padding: 0 1; }
    WhoScreen KeyBar { dock: none; }
    WhoScreen #who-digits { text-style: bold; margin: 1 0; }
    WhoScreen.-narrow WhoList { max-height: 8; }
    WhoScreen.-narrow FieldRow > .told { display: none; }
    WhoScreen.-narrow FieldRow.wrong > .told { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", show=False),
        Binding("space", "switch", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
    ]

    def __init__(self, roster: Roster) -> None:
        super().__init__()
        self._roster = roster
        self._who = roster.who()

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
            yield Static(Content(""), id="who-digits")
            yield KeyBar(_KEYS, id="who-keys", rows=2)

    def on_mount(self) -> None:
        self._show_keys()
        if self._who.known:
            self.query_one(WhoList).focus()
        else:
            self.query_one(Form).enter()

    @property
    def _names(self) -> list[str]:
        """Those of the list in its order, then those who were typed."""
        names = [*self.query_one(WhoList).chosen] if self._who.known else []
        typed = self.query_one(Form).values["others"].split(",")
        return names + [" ".join(name.split()) for name in typed if name.strip()]

    def _show_keys(self) -> None:
        """Whose digit is which, before anybody runs."""
        names = self._names
        pairs = zip(self._roster.digits(names), names, strict=False)
        said = "   ".join(f"{digit} {printable(name)}" for digit, name in pairs)
        alone = "one athlete: SPACE taps" if len(names) < 2 else ""
        self.query_one("#who-digits", Static).update(Content(alone or (f"keys  {said}" if said else "")))

    def on_who_list_changed(self) -> None:
        self._show_keys()

    def on_input_changed(self) -> None:
        self._show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a field a space is a space."""
        return action != "switch" or isinstance(self.focused, WhoList)

    def action_switch(self) -> None:
        """Here and not in the list, so that keys pressed in one go are taken in their order."""
        self.query_one(WhoList).switch()

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

    def on_form_handed_in(self, event: Form.HandedIn) -> None:
        event.stop()
        self._take()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take()

    def _take(self) -> None:
        problems = self._roster.choose_who(self._names, self.query_one(Form).values["goal"].strip())
        if not problems:
            self.dismiss(True)
            return
        self.query_one(Form).tell({"goal": problems["goal"]} if "goal" in problems else {"others": problems[""]})
