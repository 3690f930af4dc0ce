"""What can be run, gone on with or run again: one list under its headings, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from trackbuddy.tui.ports import Entry, LogEntry
from trackbuddy.tui.widgets.choice_lines import entry_lines, log_lines

Item = Entry | LogEntry
_I = TypeVar("_I", Entry, LogEntry)

MOST_AGAIN: Final = 5
_OLDER: Final = "older"
_BAR: Final = 2
"""Cells of the scroll bar."""


class Choices(OptionList):
    """Tells which item was taken or is looked at."""

    DEFAULT_CSS = """
    Choices { text-wrap: nowrap; text-overflow: ellipsis; }
    Choices:focus { background-tint: $background 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("delete", "put_away", show=False)]

    class Taken(Message):
        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class LookedAt(Message):
        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class PutAway(Message):
        """This unfinished session is not to be gone on with."""

        def __init__(self, item: LogEntry) -> None:
            super().__init__()
            self.item = item

    class WentUp(Message):
        """Above the first: back to the text, please."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._items: dict[str, Item] = {}
        self._library: Sequence[Entry] = ()
        self._logs: Sequence[LogEntry] = ()
        self._typed = ""
        self._narrowed = False
        self._older_shown = False
        self._cells = 0

    def on_resize(self, event: events.Resize) -> None:
        """The columns are the window's."""
        if self._cells != self.size.width:
            at = self.highlighted
            self._list()
            self.highlighted = at

    def show(self, library: Sequence[Entry], logs: Sequence[LogEntry]) -> None:
        self._library, self._logs = library, logs
        self._list()

    def narrow(self, typed: str) -> None:
        """Only what has all that was typed in it; everything where nothing has."""
        if typed != self._typed:
            self._typed = typed
            self._list()

    @property
    def found(self) -> int:
        """How many have what was typed in them; 0 where all are shown because none has."""
        return len(self._items) if self._narrowed else 0

    @property
    def has_logs(self) -> bool:
        return bool(self._logs)

    @property
    def looked_at(self) -> Item | None:
        if self.highlighted is None:
            return None
        return self._items.get(self.get_option_at_index(self.highlighted).id or "")

    # --- the list ---------------------------------------------------------------------------------------------------

    def _list(self) -> None:
        self._cells = self.size.width
        self.clear_options()
        self._items.clear()
        logs, library = _having(self._typed, self._logs), _having(self._typed, self._library)
        self._narrowed = bool(self._typed.strip() and (logs or library))
        if not logs and not library:
            logs, library = list(self._logs), list(self._library)
        unfinished = [log for log in logs if log.unfinished]
        self._group("GO ON WITH", unfinished if self._older_shown else unfinished[:1])
        if len(unfinished) > 1 and not self._older_shown:
            self.add_option(Option(f"   {len(unfinished) - 1} older ...", id=_OLDER))
        self._group("AGAIN", list(_latest_of_each([log for log in logs if not log.unfinished])))
        self._group("LIBRARY", library)

    def _group(self, heading: str, items: Sequence[Item]) -> None:
        if not items:
            return
        if self.option_count:
            self.add_option(Option(Content(""), disabled=True))
        self.add_option(Option(Content(f" {heading}"), disabled=True))
        cells = (self._cells or self.app.size.width) - _BAR
        logs = [item for item in items if isinstance(item, LogEntry)]
        lines = log_lines(logs, cells) or entry_lines([item for item in items if isinstance(item, Entry)], cells)
        for item, line in zip(items, lines, strict=True):
            key = f"item-{len(self._items)}"
            self._items[key] = item
            self.add_option(Option(line, id=key))

    # --- keys -------------------------------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == _OLDER:
            at = self.highlighted
            self._older_shown = True
            self._list()
            self.highlighted = at
        elif event.option_id is not None:
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
        if key in self._items:
            self.post_message(self.LookedAt(self._items[key]))

    def action_put_away(self) -> None:
        match self.looked_at:
            case LogEntry(unfinished=True) as item:
                self.post_message(self.PutAway(item))

    def action_cursor_up(self) -> None:
        """From the first item it goes back to the text instead of round to the last."""
        first = next((at for at in range(self.option_count) if not self.get_option_at_index(at).disabled), None)
        if self.highlighted is None or self.highlighted == first:
            self.post_message(self.WentUp())
        else:
            super().action_cursor_up()


def _having(typed: str, items: Sequence[_I]) -> list[_I]:
    """Those with every word of `typed` in them; blanks and case don't matter."""
    words = [_squeezed(word) for word in typed.split()]
    return [item for item in items if all(word in _searched(item) for word in words)]


def _searched(item: Item) -> str:
    if isinstance(item, Entry):
        return _squeezed(f"{item.name} {item.title} {item.what} {item.purpose} {item.trains}")
    return _squeezed(f"{item.name} {item.text} {item.when}")


def _squeezed(text: str) -> str:
    return "".join(text.casefold().replace("×", "x").split())


def _latest_of_each(logs: Sequence[LogEntry]) -> Iterator[LogEntry]:
    """The newest run of each session, the latest sessions first."""
    seen: set[str] = set()
    for log in logs:
        if (log.text or log.name) not in seen and len(seen) < MOST_AGAIN:
            seen.add(log.text or log.name)
            yield log
