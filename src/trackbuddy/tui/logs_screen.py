"""The logs: every session, newest first, narrowed as somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from trackbuddy.present.cells import cut, left, printable
from trackbuddy.present.ink import FAINT, NOW, STRONG, TEXT, Ink, Look
from trackbuddy.present.log_line import MOST_BARS
from trackbuddy.present.rows import Row, Span, filled, text_row
from trackbuddy.tui.review_ports import Archivist, LogRow
from trackbuddy.tui.review_screen import ReviewScreen
from trackbuddy.tui.season_screen import SeasonScreen
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.key_bar import Key, KeyBar

FIRST: Final = 60
"""As many rows are shown as soon as they are there; later ones come in larger parts."""
PART: Final = 1000
_KEYS: Final = (
    Key("ENTER", "open", "screen.open"),
    Key("↑", "", "screen.move(-1)"),
    Key("↓", "choose", "screen.move(1)"),
    Key("F3", "sort", "screen.sort"),
    Key("F2", "season", "screen.season"),
    Key("F8", "rehearsals", "screen.rehearsals"),
    Key("ESC", "back", "screen.back"),
)
_INKS: Final = {"on": Ink.ON, "fast": Ink.FAST, "slow": Ink.SLOW}


class Order(StrEnum):
    """How the list is sorted."""

    NEWEST = "newest first"
    AVERAGE = "fastest average first"
    NAME = "by name"


class LogsScreen(Screen[None]):
    """Told rows by the archivist, from a thread of its own."""

    CSS = """
    LogsScreen { background: $background; }
    LogsScreen #filter, LogsScreen #filter:focus { border: round $accent; }
    LogsScreen #told { height: 1; padding: 0 1; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("f2", "season", show=False),
        Binding("f3", "sort", show=False),
        Binding("f8", "rehearsals", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, archivist: Archivist, words: str = "") -> None:
        super().__init__()
        self._archivist = archivist
        self._words = words
        self._all: list[LogRow] = []
        self._shown: list[LogRow] = []
        self._selected, self._top = 0, 0
        self._order, self._with_rehearsals = Order.NEWEST, False
        self._is_loaded = False

    def compose(self) -> ComposeResult:
        line = Input(self._words, placeholder="a word, a name, a date, 200m, unfinished ...", id="filter")
        line.border_title = "Logs"
        yield line
        yield Face(id="list")
        yield Static(Content("reading ..."), id="told")
        yield KeyBar(_KEYS, id="log-keys")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._load()

    # --- rows -------------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        self._all, self._is_loaded = [], False
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        """In a thread: a folder of years takes its time, the first page doesn't."""
        worker = get_current_worker()
        part: list[LogRow] = []
        first = True
        for row in self._archivist.rows():
            if worker.is_cancelled:
                return
            part.append(row)
            if len(part) >= (FIRST if first else PART):
                self._hand_over(part)
                part, first = [], False
        self._hand_over(part, last=True)

    def _hand_over(self, part: Sequence[LogRow], *, last: bool = False) -> None:
        self.app.call_from_thread(self._take, list(part), last)

    def _take(self, part: list[LogRow], last: bool) -> None:
        self._all += part
        self._is_loaded = last
        if self.is_mounted:
            self._narrow(keep=True)

    def _narrow(self, *, keep: bool = False) -> None:
        """`keep`: the bar stays on its log."""
        chosen = self._path if keep else None
        words = self.query_one(Input).value.casefold().split()
        found = [
            row
            for row in self._all
            if (self._with_rehearsals or not row.rehearsal) and all(word in row.text for word in words)
        ]
        self._shown = _sorted(found, self._order)
        places = (at for at, row in enumerate(self._shown) if row.path == chosen)
        self._selected = next(places, 0) if chosen is not None else 0
        self._draw()

    @property
    def _path(self) -> Path | None:
        return self._shown[self._selected].path if self._selected < len(self._shown) else None

    # --- drawing ----------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        face = self.query_one(Face)
        columns, height = face.size.width, face.size.height
        if height < 2:
            return
        inside = height - 1
        self._top = min(max(self._top, self._selected - inside + 1), self._selected)
        self._top = max(min(self._top, len(self._shown) - inside), 0)
        rows = [text_row(cut(_heading(columns), columns - 2), FAINT)]
        for at in range(self._top, min(self._top + inside, len(self._shown))):
            rows.append(filled(_row(self._shown[at], columns, chosen=at == self._selected), columns))
        face.show((*rows, *[()] * (height - len(rows))))
        self._tell_count()

    def _tell_count(self) -> None:
        count, reading = len(self._shown), "" if self._is_loaded else ", still reading"
        if not count:
            said = "reading ..." if not self._is_loaded else "no log is like that" if self._all else "no logs yet"
        else:
            said = f"{self._selected + 1} of {count} logs, {self._order}{reading}"
        self.query_one("#told", Static).update(Content(said))

    # --- keys -------------------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_open()

    def action_move(self, by: int) -> None:
        self._selected = min(max(self._selected + by, 0), max(len(self._shown) - 1, 0))
        self._draw()

    def action_page(self, way: int) -> None:
        self.action_move(way * max(self.query_one(Face).size.height - 2, 1))

    def action_open(self) -> None:
        path = self._path
        if path is not None:
            self.app.push_screen(ReviewScreen(self._archivist, path), self._came_back)

    def _came_back(self, changed: bool | None) -> None:
        """What was repaired is read again; the bar stays on its log."""
        if changed:
            path = self._path
            fresh = self._archivist.row(path) if path is not None else None
            if fresh is not None:
                self._all = [fresh if row.path == path else row for row in self._all]
                self._narrow(keep=True)

    def action_sort(self) -> None:
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._narrow()

    def action_rehearsals(self) -> None:
        self._with_rehearsals = not self._with_rehearsals
        self._narrow()

    def action_season(self) -> None:
        self.app.push_screen(SeasonScreen(self._archivist))

    def action_back(self) -> None:
        """First the filter goes, then the screen."""
        line = self.query_one(Input)
        if line.value:
            line.value = ""
        else:
            self.dismiss()


def _sorted(rows: list[LogRow], order: Order) -> list[LogRow]:
    match order:
        case Order.NEWEST:
            return rows
        case Order.AVERAGE:
            return sorted(rows, key=lambda row: (row.average_ns is None, row.average_ns or 0))
        case Order.NAME:
            return sorted(rows, key=lambda row: row.line.title.casefold())


_NUMBERS: Final = 11 + 10 + 6
_WHO: Final = 12
_FLAGS: Final = 20


_NARROW: Final = 60
"""Columns below which the word and the count of those on target have no room."""


def _room(columns: int) -> tuple[int, bool, bool, bool]:
    """Cells for the title, and whether names, bars and flags have room."""
    who, bars, flags = columns >= 90, columns >= 66, columns >= 116
    taken = (
        2
        + (15 if who else 11)
        + (_NUMBERS if columns >= _NARROW else 17)
        + (_WHO + 1) * who
        + (MOST_BARS + 2) * bars
        + (_FLAGS + 2) * flags
    )
    return max(columns - taken - 2, 8), who, bars, flags


def _heading(columns: int) -> str:
    title, who, bars, flags = _room(columns)
    said = f"{left('DATE', 16 if who else 12)}{left('SESSION', title)} "
    said += left("ATHLETE", _WHO + 1) if who else ""
    said += f"{'AVERAGE':<11}" + (f"{'DIFF':<10}{'ON':>5} " if columns >= _NARROW else "DIFF")
    said += f"  {left('REPS', MOST_BARS)}" if bars else ""
    return said + ("  FLAGS" if flags else "")


def _row(row: LogRow, columns: int, *, chosen: bool) -> Row:
    line = row.line
    title, who, bars, flags = _room(columns)
    wide = columns >= _NARROW
    judged = f"{line.difference} {line.word}" if line.difference and wide else line.difference
    mark = "*" if line.flags and not flags else " "
    across = 9 if wide else 5
    reps = left(line.reps, 10 + 1 + across) + " "
    return (
        Span("▌" if chosen else " ", Look(Ink.NOW)),
        Span(left(line.when if who else line.when[4:], 15 if who else 11) + " ", TEXT if chosen else FAINT),
        Span(left(printable(line.title), title), NOW if chosen else STRONG),
        Span(mark, Look(Ink.NOW)),
        Span(left(line.who, _WHO) + " " if who else ""),
        Span(left(line.average, 10) + " " if line.average else ""),
        Span(left(judged, across) + " ", Look(_INKS.get(line.word, Ink.TEXT))) if line.average else Span(reps),
        Span(f"{line.hits:>5} " if wide else "", FAINT),
        Span(f"  {left(line.spark, MOST_BARS)}" if bars else "", Look(Ink.REST)),
        Span(f"  {left(line.flags, _FLAGS)}" if flags else "", Look(Ink.NOW)),
    )
