"""One line to be typed at the foot of a screen: what is asked for above it, and what is wrong with the answer."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Input
from textual.widgets.input import Selection

from trackbuddy.present.cells import printable


class AskLine(Input):
    """Takes the focus while it is open and gives it back when it shuts."""

    DEFAULT_CSS = """
    AskLine { layer: above; dock: bottom; width: 1fr; display: none; border: round $accent; }
    AskLine:focus { border: round $accent; }
    AskLine.shown { display: block; }
    AskLine > .input--placeholder { color: $foreground; text-style: italic; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self.can_focus = False

    def open(self, title: str, hint: str, text: str = "", *, anew: bool = False) -> None:
        """With `anew` what is typed takes the place of `text`; an arrow key goes into it."""
        self.tell(title)
        self.placeholder = hint
        self.value = text
        self.selection = Selection(0 if anew else len(text), len(text))
        self.can_focus = True
        self.add_class("shown")
        self.screen.set_focus(self)

    def tell(self, title: str) -> None:
        """Never markup."""
        self.border_title = Content(printable(title))

    def shut(self) -> None:
        self.remove_class("shown")
        self.can_focus = False
        if self.has_focus:
            self.screen.set_focus(None)

    @property
    def is_open(self) -> bool:
        return self.has_class("shown")
