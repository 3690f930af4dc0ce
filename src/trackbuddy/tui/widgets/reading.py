"""How a session text is understood, or where and why it isn't."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trackbuddy.present.cells import printable, width
from trackbuddy.tui.ports import Entry, LogEntry, ReadingView, RefusalView

WELCOME = """\
Type a session the way you would write it on a whiteboard:

    8 x 200m @ 34, 30s rest
    3 x (4x200m @ 33-35, 60s rest), 5min between sets

or choose one below with the arrow keys."""


class Reading(Static):
    """Told the text and what came of it; shows no more than that."""

    can_focus = False
    DEFAULT_CSS = """
    Reading { height: 38%; min-height: 5; padding: 0 1; color: $foreground; overflow-y: auto; }
    """

    def welcome(self) -> None:
        self.update(Content(WELCOME))

    def understood(self, view: ReadingView) -> None:
        lines = [view.canonical, *(f"  {line}" for line in view.lines)]
        lines += [f"  taken: {assumption}" for assumption in view.assumptions]
        self.update(Content("\n".join(printable(line) for line in lines)))

    def refused(self, text: str, view: RefusalView) -> None:
        """The line with a caret below the place, the reason, and the readings by key."""
        lines = [*_caret(text, view), f"NOT UNDERSTOOD: {printable(view.message)}"]
        for key, reading in zip(("F2", "F3"), view.readings, strict=False):
            lines.append(f"  {key}  {printable(reading)}")
        self.update(Content("\n".join(lines)))

    def about(self, item: Entry | LogEntry) -> None:
        """What the list's highlighted line is, and what Enter would do with it."""
        match item:
            case Entry(title=title, what=what):
                lines = [title, what, "", "ENTER runs it"]
            case LogEntry(name=name, when=when, summary=summary, unfinished=unfinished):
                lines = [name, f"{when}  {summary}", "", "ENTER goes on with it" if unfinished else "ENTER shows it"]
        self.update(Content("\n".join(printable(line) for line in lines)))


def _caret(text: str, view: RefusalView) -> list[str]:
    """The typed line again with `^` under the place: the input itself may have scrolled."""
    rows = text.splitlines() or [""]
    row = printable(rows[min(max(view.line, 1), len(rows)) - 1])
    before = row[: max(view.column - 1, 0)]
    return [row, " " * width(before) + "^" * max(width(view.seen), 1)]
