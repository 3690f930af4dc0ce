"""The text that is being typed, in the row of the key hints: no question on the page is hidden by it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trackbuddy.present.cells import printable, width
from trackbuddy.tui.keyboard.front import Line, Open

LEAST_TEXT = 12
"""So many cells of the text are seen, however long its title is."""


class TypedLine(Static):
    """One row, with the cursor in it. It takes no key itself."""

    can_focus = False
    DEFAULT_CSS = """
    TypedLine {
        layer: above; dock: bottom; width: 1fr; height: 1; display: none;
        background: $panel; color: $foreground;
    }
    TypedLine.shown { display: block; }
    """

    def show(self, what: Open | None, columns: int) -> None:
        """The line that is open; nothing for anything else."""
        self.set_class(isinstance(what, Line), "shown")
        if isinstance(what, Line):
            self.update(content(what, columns))

    @property
    def is_open(self) -> bool:
        return self.has_class("shown")


def content(line: Line, columns: int) -> Content:
    """`NOTE  windy`, the part of the text around the cursor, and what may be typed while there is nothing."""
    title = printable(line.title)[: max(columns - LEAST_TEXT, 0)]
    before, at, behind = seen(line.typed.text, line.typed.cursor, columns - width(title) - 3)
    example = "" if line.typed.text else f" {printable(line.example)}"
    return Content.assemble((f" {title} ", "bold"), " ", before, (at or " ", "reverse"), behind, (example, "italic"))


def seen(text: str, cursor: int, room: int) -> tuple[str, str, str]:
    """What stands before, under and behind the cursor, as far as there is room; what is before it goes first."""
    before, at, behind = printable(text[:cursor]), printable(text[cursor : cursor + 1]), printable(text[cursor + 1 :])
    while before and width(before) + max(width(at), 1) > room:
        before = before[1:]
    while behind and width(before) + width(at) + width(behind) > room:
        behind = behind[:-1]
    return before, at, behind
