"""Everybody of athletes.toml, and a line for somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trackbuddy.present.cells import left, printable
from trackbuddy.tui.ports import AthleteEntry


class AthleteList(OptionList):
    """Tells who was taken or is looked at, by index; None: somebody new."""

    DEFAULT_CSS = """
    AthleteList, AthleteList:focus { height: auto; border: none; padding: 0; background: $background; }
    """

    class Taken(Message):
        def __init__(self, index: int | None) -> None:
            super().__init__()
            self.index = index

    class LookedAt(Message):
        """Another line than before."""

    class WentUp(Message):
        """Above the first."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._count = 0

    def show(self, athletes: Sequence[AthleteEntry], problem: str = "") -> None:
        """`problem`: a sentence in the place of a list that can't be had."""
        at = self.highlighted
        self.clear_options()
        self._count = len(athletes)
        if problem:
            self.add_option(Option(Content(f"  {printable(problem)}"), disabled=True))
            return
        for entry in athletes:
            self.add_option(Option(Content(f"  {_line(entry)}")))
        self.add_option(Option(Content("  + somebody new")))
        self.highlighted = None if at is None else min(at, self._count)

    def enter(self) -> None:
        if self.option_count and not self.get_option_at_index(0).disabled:
            self.screen.set_focus(self)
            self.highlighted = self.highlighted or 0

    @property
    def index(self) -> int | None:
        """Whom the highlighted line is about; None: somebody new, or nobody."""
        at = self.highlighted
        return at if at is not None and at < self._count else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Taken(self.index))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.LookedAt())

    def action_cursor_up(self) -> None:
        if not self.highlighted:
            self.post_message(self.WentUp())
        else:
            super().action_cursor_up()


def _line(entry: AthleteEntry) -> str:
    parts = (f"key {entry.key}" if entry.key else "", f"goal {entry.goal}" if entry.goal else "", entry.bests)
    return printable(f"{left(entry.name, 18)}  " + "   ".join(part for part in parts if part))
