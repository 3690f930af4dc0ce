"""How a session text is understood, or what is still missing, or where and why it can't be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual import events
from textual.content import Content
from textual.widgets import Static

from trackbuddy.present.cells import cut, printable, width
from trackbuddy.tui.ports import Entry, LogEntry, ReadingView, RefusalView

if TYPE_CHECKING:
    from trackbuddy.present.bars import Bar

WELCOME = """\
Type a session the way you would write it on a whiteboard:

    8 x 200m @ 34, 30s rest
    3 x (4x200m @ 33-35, 60s rest), 5min between sets"""
CHOOSE = "or choose one below with the arrow keys."
NARROW = """\
Type it as on a whiteboard:

    8 x 200m @ 34, 30s rest"""
NARROW_CHOOSE = "or choose one below: arrow keys."
FIRST_TIME = "or choose one below. Nothing run yet? F7 rehearses: you watch one being run."
NARROW_FIRST_TIME = "Nothing run yet? F7 rehearses one."
_WIDE: Final = 60

_COLOURS: Final = {"rep": "$accent", "easy": "$success", "rest": "$primary"}
"""By `Effort`."""
_BAR_ROWS: Final = (3, 1)
"""As high as leaves room for the words."""
_BARS_FROM_ROWS: Final = 8
"""A lower place keeps its rows for words."""

Shown = ReadingView | tuple[str, RefusalView, bool] | Entry | LogEntry | int | None


class Reading(Static):
    """Told the text and what came of it; shows no more than that."""

    can_focus = False
    DEFAULT_CSS = """
    Reading { height: 40%; min-height: 5; padding: 0 1; color: $foreground; overflow-y: auto; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: Shown = None
        self._first_time = False

    def welcome(self, *, first_time: bool = False) -> None:
        """`first_time`: nothing was ever run here."""
        self._first_time = first_time
        self._show(None)

    def understood(self, view: ReadingView) -> None:
        self._show(view)

    def refused(self, text: str, view: RefusalView, *, asked: bool) -> None:
        """`asked`: somebody wants to run it as it is; before that an unfinished text is not scolded."""
        self._show((text, view, asked))

    def found(self, count: int) -> None:
        """What was typed is no session yet, and so many of the list have it in them."""
        self._show(count)

    def about(self, item: Entry | LogEntry) -> None:
        """What the list's highlighted line is, and what Enter would do with it."""
        self._show(item)

    def on_resize(self, event: events.Resize) -> None:
        self._show(self._shown)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        match shown:
            case None:
                self.update(Content(_welcome(self._first_time, self.size.width)))
            case int():
                said = "one session of the list has" if shown == 1 else f"{shown} sessions of the list have"
                self.update(Content.styled(f"↓  {said} that in it", "$foreground 70%"))
            case ReadingView():
                self.update(self._course(shown))
            case (text, view, asked):
                room = max(self.size.width - 2, 20)
                unfinished = view.go_on is not None and not asked
                self.update(_go_on(text, view.go_on or "") if unfinished else _refusal(text, view, room))
            case _:
                self.update(Content("\n".join(map(printable, _about(shown)))))

    def _course(self, view: ReadingView) -> Content:
        room = max(self.size.width - 2, 20)
        totals = printable(view.totals)
        gap = room - width(view.canonical) - width(totals)
        lines = [_spread(printable(view.canonical), totals, gap, room)]
        words = [Content.styled(printable(line), "") for line in view.lines]
        words += [Content.styled(f"assumed: {printable(text)}", "$foreground 70%") for text in view.assumptions]
        if view.timeline and self.size.height >= _BARS_FROM_ROWS:
            said = sum(-(-width(line.plain) // room) for line in (*lines, *words))
            high = next((rows for rows in _BAR_ROWS if said + rows + 1 <= self.size.height), _BAR_ROWS[-1])
            lines += _drawn(view, room, high)
        return Content("\n").join([*lines, *words])


def _welcome(first_time: bool, columns: int) -> str:
    """`first_time`: nothing was ever run here."""
    if columns < _WIDE:
        return f"{NARROW}\n\n{NARROW_FIRST_TIME if first_time else NARROW_CHOOSE}"
    return f"{WELCOME}\n\n{FIRST_TIME if first_time else CHOOSE}"


def _spread(start: str, end: str, gap: int, room: int) -> Content:
    if gap < 2:
        return Content.assemble((start, "bold"), "\n", (cut(end, room), "$foreground 70%"))
    return Content.assemble((start, "bold"), " " * gap, (end, "$foreground 70%"))


def _drawn(view: ReadingView, room: int, high: int) -> list[Content]:
    from trackbuddy.present.bars import bars

    course = bars(view.timeline, room, high)
    rows = [Content.assemble(*map(_bar, row)) for row in course.rows]
    return [*rows, Content.styled(course.axis, "$foreground 70%")]


def _bar(bar: Bar) -> tuple[str, str]:
    return bar.text, _COLOURS[bar.effort] if bar.effort else ""


def _go_on(text: str, more: str) -> Content:
    """What was typed, and in grey what could come next."""
    typed = " ".join(text.splitlines()).rstrip()
    return Content.assemble(
        ("go on:  ", "$foreground 70%"), (printable(typed), "bold"), (printable(more), "$foreground 70%")
    )


def _refusal(text: str, view: RefusalView, room: int) -> Content:
    """The line with a caret below the place, the reason, and the readings by key."""
    row, caret = _caret(text if view.in_file is None else view.in_file, view, room)
    message = view.message if view.in_file is None else f"line {view.line} of the file: {view.message}"
    lines = [Content(row), Content.styled(caret, "$error"), Content.styled(printable(message), "$error bold")]
    for key, reading in zip(("F2", "F3"), view.readings, strict=False):
        lines.append(Content.assemble("  ", (f" {key} ", "reverse"), "  ", *_told(reading)))
    return Content("\n").join(lines)


_NOTE: Final = re.compile(r"(\(note:[^()]*\))")


def _told(reading: str) -> list[tuple[str, str]]:
    """A reading in which what would be run stands out from the notes beside it."""
    parts = _NOTE.split(printable(reading))
    return [(part, "$foreground 60%" if part.startswith("(note:") else "") for part in parts if part]


def _about(item: Entry | LogEntry) -> list[str]:
    match item:
        case Entry(title=title, what=what, trains=trains):
            lines = [title, what, trains, "", "ENTER runs it   F7 rehearses it"]
        case LogEntry(name=name, when=when, summary=summary, unfinished=True):
            lines = [name, f"{when}   {summary}", "", "ENTER goes on with it   DEL discards it"]
        case LogEntry(name=name, text=text, when=when, summary=summary):
            again = "ENTER runs it again   " if text else ""
            lines = [name, text if text != name else "", f"{when}   {summary}", "", f"{again}F6 looks through it"]
    return [line for index, line in enumerate(lines) if line or lines[index - 1]]


def _caret(text: str, view: RefusalView, room: int) -> tuple[str, str]:
    """The typed line, or what of it has room around the place, with `^` under it: the input may have scrolled."""
    rows = text.splitlines() or [""]
    row = printable(rows[min(max(view.line, 1), len(rows)) - 1])
    at = max(view.column - 1, 0)
    if width(row) > room:
        skipped = max(at - room // 3, 0)
        row, at = cut("…" * (skipped > 0) + row[skipped + (skipped > 0) :], room), at - skipped
    before = row[:at]
    return row, " " * width(before) + "^" * max(width(view.seen), 1)
