"""One line of text, typed while nobody runs."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Input

from trackbuddy.present.cells import printable


class NoteLine(Input):
    """Takes the focus while it is open and gives it back when it shuts."""

    DEFAULT_CSS = """
    NoteLine { layer: above; dock: bottom; width: 1fr; display: none; border: solid $accent; }
    NoteLine:focus { border: solid $accent; }
    NoteLine.shown { display: block; }
    NoteLine > .input--placeholder { color: $foreground; text-style: italic; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.can_focus = False

    def open(self, title: str, placeholder: str, text: str = "") -> None:
        self.tell(title)
        self.placeholder = placeholder
        self.value = text
        self.cursor_position = len(text)
        self.can_focus = True
        self.add_class("shown")
        self.focus()

    def tell(self, title: str) -> None:
        """What is asked for, or what is wrong with the answer; never markup."""
        self.border_title = Content(printable(title))

    def shut(self) -> str:
        """The text as it was left."""
        text = self.value
        self.remove_class("shown")
        self.can_focus = False
        if self.has_focus:
            self.screen.set_focus(None)
        return text

    @property
    def is_open(self) -> bool:
        return self.has_class("shown")
