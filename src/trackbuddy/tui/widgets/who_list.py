"""Everybody who could run, each in or out: told by a mark that no colour is needed for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trackbuddy.present.cells import printable


class WhoList(OptionList):
    """Where the bar stands, somebody is taken in or out."""

    DEFAULT_CSS = """
    WhoList, WhoList:focus { height: auto; max-height: 9; border: none; padding: 0; background: $background; }
    WhoList:focus { background-tint: $background 0%; }
    """

    class Changed(Message):
        """Somebody is in, or out."""

    def __init__(self, known: Sequence[str], chosen: Collection[str], id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._known = tuple(known)
        self._in = [name in chosen for name in self._known]
        self.add_options(Option(self._line(at)) for at in range(len(self._known)))

    @property
    def chosen(self) -> tuple[str, ...]:
        """In the order of the list, whatever the order of choosing."""
        return tuple(name for name, is_in in zip(self._known, self._in, strict=True) if is_in)

    def on_focus(self) -> None:
        self.highlighted = self.highlighted or 0

    def _line(self, at: int) -> Content:
        return Content(f" [{'x' if self._in[at] else ' '}] {printable(self._known[at])}")

    def switch(self) -> None:
        at = self.highlighted
        if at is not None:
            self._in[at] = not self._in[at]
            self.replace_option_prompt_at_index(at, self._line(at))
            self.post_message(self.Changed())
