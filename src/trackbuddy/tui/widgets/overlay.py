"""Text over the page: help, the question before leaving, the menu. Drawn above it, they take no key themselves."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widgets import Static

HELP: Final = """\
SPACE PageDown  tap: lap, finish; start, where nothing else does it
ENTER           ready: begin.  Rep: that's all.  Done: leave
BACKSPACE       undo the last step; TAB y brings it back
s               they started now
a               take the extra tap; yes to the question on the screen
h               hold: stops a countdown.  In a rep: the recovery waits
+ = -           ten seconds, in recovery and before the start
m               note, in recovery, hold and before the start
p               metres of a rep by time, in recovery and at the end
TAB             menu: next, repeat, end here, redo, sound, glance, colours
ctrl+q ctrl+c   leave; asks first
? F1            this page.  SPACE taps while it is open

A tap counts when the key goes down, whatever the screen does.
on = within 0.3 s or 1.5 % of the target.  NT = no time.
av = average of the timed reps.
"""
HELP_NARROW: Final = """\
SPACE PgDn  tap, start
ENTER       begin, that's all, leave
BACKSPACE   undo; TAB y: redo
s           they started now
a           take the extra tap; yes
h           hold, go on
+ = -       ten seconds
m           note
p           metres of a rep by time
TAB         menu
ctrl+q      leave; asks first
? F1        this page; SPACE taps
"""
WIDE_HELP_FROM: Final = 66
LEAVE: Final = """\
LEAVE THE SESSION?   SPACE still taps
  l  leave it, to go on with it later
  f  finish it as it stands
  d  discard it
  k  keep going (Esc)
"""
DISCARD: Final = """\
DISCARD THE SESSION?
  y  yes, discard it
  k  keep going (Esc)
"""
MENU: Final = " MENU  n next  r repeat  e end here  y redo  v sound  g glance  c colours  Esc"


class Overlay(Static):
    """A text without markup on a layer of its own."""

    can_focus = False
    DEFAULT_CSS = """
    Overlay {
        layer: above; dock: bottom; width: 1fr; height: auto; max-height: 100%; display: none;
        background: $panel; color: $foreground;
    }
    Overlay.shown { display: block; }
    Overlay.framed { border: solid $accent; padding: 0 1; }
    """

    def open(self, text: str) -> None:
        self.update(Content(text.rstrip("\n")))
        self.add_class("shown")

    def shut(self) -> None:
        self.remove_class("shown")

    @property
    def is_open(self) -> bool:
        return self.has_class("shown")
