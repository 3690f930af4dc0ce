"""Fields under one another, each with what may be typed beside it, or with what is wrong with what was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from trackbuddy.present.cells import printable
from trackbuddy.tui.ports import Field


class ChoiceLine(Static, can_focus=True):
    """One of a few words: left, right and Space go through them, a letter goes to the word that it begins."""

    DEFAULT_CSS = """
    ChoiceLine { width: 2fr; max-width: 34; background: $panel; color: $foreground; }
    ChoiceLine:focus { text-style: underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "take", show=False),
    ]

    class Submitted(Message):
        """Enter was pressed here."""

    def __init__(self, value: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._choices = choices if value in choices else (value, *choices)
        self._value = value

    @property
    def value(self) -> str:
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        self._value = value
        self.update(Content(f"< {printable(value) or '-'} >"))

    def on_mount(self) -> None:
        self.value = self._value

    def action_step(self, by: int) -> None:
        at = self._choices.index(self._value)
        self.value = self._choices[(at + by) % len(self._choices)]

    def action_take(self) -> None:
        self.post_message(self.Submitted())

    def on_key(self, event: events.Key) -> None:
        begun = [word for word in self._choices if event.character and word.startswith(event.character)]
        if begun:
            event.stop()
            after = begun.index(self._value) + 1 if self._value in begun else 0
            self.value = begun[after % len(begun)]


class FieldRow(Horizontal):
    """A title, a line to type in or to choose in, and a hint or an error."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow > .title { width: 14; padding: 0 1; }
    FieldRow > Input { width: 2fr; max-width: 34; background: $panel; color: $foreground; }
    FieldRow > Input:focus { text-style: underline; }
    FieldRow > .told { width: 3fr; height: auto; padding: 0 1; color: $foreground; }
    FieldRow.wrong > .told { color: $error; text-style: bold; }
    .-narrow FieldRow { layout: grid; grid-size: 2; grid-columns: 14 1fr; grid-rows: auto; }
    .-narrow FieldRow > Input, .-narrow FieldRow > ChoiceLine { width: 1fr; }
    .-narrow FieldRow > .told { column-span: 2; padding: 0 1 0 3; }
    """
    SCOPED_CSS: ClassVar[bool] = False

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.line: Input | ChoiceLine = (
            ChoiceLine(field.value, field.choices)
            if field.choices
            else Input(field.value, compact=True, select_on_focus=False)
        )
        self._told = Static(classes="told")

    def compose(self) -> ComposeResult:
        yield Static(Content(self.field.title), classes="title")
        yield self.line
        yield self._told
        self.tell(None)

    def tell(self, problem: str | None) -> None:
        """Without a problem the hint comes back."""
        self.set_class(problem is not None, "wrong")
        hint = self.field.hint or " ".join(filter(None, self.field.choices))
        self._told.update(Content(printable(f"! {problem}" if problem else hint)))


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

    def on_choice_line_submitted(self, event: ChoiceLine.Submitted) -> None:
        event.stop()
        self.post_message(self.HandedIn(self.values))
