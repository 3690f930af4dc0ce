"""Fields under one another, each with what may be typed beside it, or with what is wrong with what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.ports import Field


class FieldRow(Horizontal):
    """A title, a line to type in, and a hint or an error."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > .title { width: 14; padding: 0 1; }
    FieldRow > Input { width: 2fr; max-width: 34; background: $panel; color: $foreground; }
    FieldRow > Input:focus { text-style: underline; }
    FieldRow > .told { width: 3fr; height: auto; padding: 0 1; color: $foreground; }
    FieldRow.wrong > .told { color: $error; text-style: bold; }
    """

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.line = Input(field.value, compact=True, select_on_focus=False)
        self._told = Static(Content(field.hint), classes="told")

    def compose(self) -> ComposeResult:
        yield Static(Content(self.field.title), classes="title")
        yield self.line
        yield self._told

    def tell(self, problem: str | None) -> None:
        """Without a problem the hint comes back."""
        self.set_class(problem is not None, "wrong")
        self._told.update(Content(printable(f"! {problem}" if problem else self.field.hint)))


class Form(Vertical):
    """Up and down go from field to field, Enter hands in all of them."""

    DEFAULT_CSS = "Form { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    class HandedIn(Message):
        """These values, please."""

        def __init__(self, values: Mapping[str, str]) -> None:
            super().__init__()
            self.values = values

    class WentDown(Message):
        """Below the last field."""

    def __init__(self, fields: Sequence[Field], id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = tuple(map(FieldRow, fields))
        self._kept = {field.name: field.value for field in fields}

    def compose(self) -> Iterator[FieldRow]:
        yield from self._rows

    @property
    def values(self) -> dict[str, str]:
        return {row.field.name: row.line.value for row in self._rows}

    @property
    def is_changed(self) -> bool:
        return self.values != self._kept

    @property
    def at_first(self) -> bool:
        """Whether the first field is being typed in."""
        return self.screen.focused is self._rows[0].line

    def enter(self, *, last: bool = False) -> None:
        self._focus(self._rows[-1 if last else 0])

    def _focus(self, row: FieldRow) -> None:
        """At once: the next key may have come already."""
        self.screen.set_focus(row.line)

    def tell(self, problems: Mapping[str, str]) -> None:
        """One sentence beside each field that is wrong; the first of them takes the focus. Empty: all was kept."""
        for row in self._rows:
            row.tell(problems.get(row.field.name))
        wrong = next((row for row in self._rows if row.field.name in problems), None)
        if wrong is not None:
            self._focus(wrong)
        if not problems:
            self._kept = self.values

    def action_step(self, by: int) -> None:
        at = next((index for index, row in enumerate(self._rows) if row.line is self.screen.focused), 0) + by
        if at >= len(self._rows):
            self.post_message(self.WentDown())
        elif at >= 0:
            self._focus(self._rows[at])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.HandedIn(self.values))
