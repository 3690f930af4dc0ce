"""Text in front of the page: help, the question before leaving, the menu. It takes no key itself."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widgets import Static

from trackbuddy.present.key_table import Command, Keymap, help_lines, menu_line
from trackbuddy.tui.keyboard.front import AskDiscard, AskLeave, Help, Menu, Open

WIDE_HELP_FROM: Final = 84
LEAVE: Final = """\
LEAVE THE SESSION?   {tap} still taps
  l  leave it, to go on with it later
  f  finish it as it stands; its results are shown
  d  discard it
  k  keep going (Esc)"""
DISCARD: Final = """\
DISCARD THE SESSION?
  y  yes, discard it
  k  keep going (Esc)"""
EXPLAINED: Final = (
    "",
    "A tap counts when the key goes down, whatever the screen does.",
    "on = within 0.3 s or 1.5 % of the target.  NT = no time.",
    "av = average of the timed reps.",
)
FRAME: Final = 2
"""Rows of the frame, above and below."""


def overlay_text(what: Open | None, keymap: Keymap, columns: int, rows: int) -> str:
    """What stands in it; empty: nothing is open."""
    match what:
        case Menu():
            return menu_line(keymap)
        case AskLeave():
            return LEAVE.format(tap=keymap.label(Command.TAP))
        case AskDiscard():
            return DISCARD
        case Help(scrolled=scrolled):
            return help_page(keymap, scrolled, columns, max(rows * 3 // 5 - FRAME, 4))
        case _:
            return ""


def help_page(keymap: Keymap, scrolled: int, columns: int, room: int) -> str:
    """So many rows of the help, and where the rest is."""
    lines = (*help_lines(keymap, narrow=columns < WIDE_HELP_FROM), *EXPLAINED)
    if len(lines) <= room:
        return "\n".join(lines)
    first = min(scrolled, len(lines) - room + 1)
    last = min(first + room - 1, len(lines))
    return "\n".join((*lines[first:last], f"--- {first + 1} to {last} of {len(lines)}; arrows scroll, Esc shuts ---"))


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

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""

    def show(self, text: str) -> None:
        """Empty: it is shut. More than one line are framed."""
        if text == self.text:
            return
        self.text = text
        self.set_class(bool(text), "shown")
        self.set_class("\n" in text, "framed")
        self.update(Content(text))
