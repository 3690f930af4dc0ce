"""What can be run, gone on with or looked at: one list under three headings."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trackbuddy.present.cells import left, printable
from trackbuddy.tui.ports import Entry, LogEntry

Item = Entry | LogEntry


class Choices(OptionList):
    """Tells which item was taken or is looked at."""

    class Taken(Message):
        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class LookedAt(Message):
        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class WentUp(Message):
        """Above the first: back to the text, please."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._items: dict[str, Item] = {}

    def show(self, library: Sequence[Entry], logs: Sequence[LogEntry]) -> None:
        self.clear_options()
        self._items.clear()
        self._group("GO ON WITH", [log for log in logs if log.unfinished])
        self._group("LIBRARY", list(library))
        self._group("RECENT LOGS", [log for log in logs if not log.unfinished])

    def _group(self, heading: str, items: Sequence[Item]) -> None:
        if not items:
            return
        self.add_option(Option(Content(heading), disabled=True))
        for item in items:
            key = f"item-{len(self._items)}"
            self._items[key] = item
            self.add_option(Option(Content(f"  {_line(item)}"), id=key))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Taken(self._items[event.option_id]))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell(event.option_id)

    def enter(self) -> None:
        """Takes the focus, at the item that was looked at last or at the first."""
        self.focus()
        if self.highlighted is None:
            self.action_first()
        else:
            self._tell(self.get_option_at_index(self.highlighted).id)

    def _tell(self, key: str | None) -> None:
        if key is not None:
            self.post_message(self.LookedAt(self._items[key]))

    def action_cursor_up(self) -> None:
        """From the first item it goes back to the text instead of round to the last."""
        first = next((at for at in range(self.option_count) if not self.get_option_at_index(at).disabled), None)
        if self.highlighted is None or self.highlighted == first:
            self.post_message(self.WentUp())
        else:
            super().action_cursor_up()


def _line(item: Item) -> str:
    if isinstance(item, Entry):
        return printable(f"{left(item.name, 24)}  {item.title}")
    return printable(f"{left(item.when, 17)}  {left(item.name, 24)}  {item.summary}")
