"""A page of plain text to read through: a log's table, the cheat sheet."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from trackbuddy.present.cells import printable

CHEAT_SHEET = """\
8 x 200m @ 34, 30s rest          a tap ends a rep; the rest runs by itself
6 x 400m @ 75, 200m jog          a jog or `full rest` ends with a tap
10 x 100m @ 18, on 1:30          a start every 1:30, whatever the rep took
5 x 1km @ 3:05/km, 3min jog      a pace; 75/400 is a pace too
4 x 400m @ mile, 90s rest        a race pace; needs a goal: mile 4:32
8 x 200m @ 33-35, 30s rest       a range
10 x 30s hard, 30s jog           reps by time; a word instead of a target
3 x (4x200m, 30s rest), 5min between sets
1600m warm-up + 4x400m, 2min rest + 800m cool-down
6 x 80m strides                  counted, not timed

In a session file, and on the command line, the same words hold.
"""

HOME_KEYS = """
ENTER   run what is typed            F5  who runs, and by which goal
F7      rehearse it: nobody runs     F6  logs: review, mend, the season
F8      keep it in the library       F4  settings and athletes
F2 F3   take a reading offered       ^Q  leave
↓       the list: ENTER runs or goes on, F7 rehearses, F6 reviews a log,
        DEL discards an unfinished session
"""
"""What home's foot has no room for."""


class Reader(ModalScreen[None]):
    """Scrolls with the arrow keys; Esc, Enter or q shuts it."""

    CSS = """
    Reader { align: center middle; background: $background; }
    Reader VerticalScroll { border: solid $accent; padding: 0 1; }
    Reader Static { width: auto; min-width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f1,question_mark", "shut", "shut", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading = title
        self._text = "\n".join(printable(line) for line in text.splitlines())

    def compose(self) -> ComposeResult:
        with VerticalScroll() as scroll:
            scroll.border_title = Content(printable(self._heading))
            scroll.border_subtitle = "Esc shuts"
            yield Static(Content(self._text))

    def action_shut(self) -> None:
        self.dismiss()
