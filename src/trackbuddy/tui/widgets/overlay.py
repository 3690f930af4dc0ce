"""Text in front of the page: help, the question before leaving, the menu. It takes no key itself."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from textual.content import Content
from textual.widgets import Static

from trackbuddy.present import names
from trackbuddy.present.key_table import Command, Keymap, help_lines, menu_line
from trackbuddy.results import words
from trackbuddy.timing.state import State
from trackbuddy.tui.keyboard.front import AskDiscard, AskLeave, AskOut, Help, Menu, Names, Open
from trackbuddy.tui.keyboard.squad import Wanting, wanting

WIDE_HELP_FROM: Final = 100
"""Columns from which what keys do is said in full, where there are rows for it too."""
TALL_FROM: Final = 40
TWO_FROM: Final = 76
"""Columns from which two lists stand side by side."""
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
OUT: Final = " WHO? 1-9 drops out, or comes back   Esc"
EXPLAINED: Final = (
    "",
    "A tap counts when the key goes down, whatever the screen does.",
    "on = within 0.3 s or 1.5 % of the target.  NT = no time.",
    "av = average of the timed reps.",
)
FRAME: Final = 2
"""Rows of the frame, above and below."""


def overlay_text(what: Open | None, state: State, keymap: Keymap, columns: int, rows: int) -> str:
    """What stands in it; empty: nothing is open."""
    match what:
        case Menu():
            return menu_line(keymap)
        case AskLeave():
            return LEAVE.format(tap=keymap.label(Command.TAP))
        case AskDiscard():
            return DISCARD
        case AskOut():
            return OUT
        case Names(at=at):
            return names_line(state, at, columns)
        case Help(scrolled=scrolled):
            return help_page(keymap, scrolled, columns, rows)
        case _:
            return ""


def names_line(state: State, at: int, columns: int) -> str:
    """`WHOSE? 66.1 Ann  [67.3 Ben?]  67.5 ...`: the taps of the rep, the one that is asked about in brackets."""
    taps = wanting(state)
    parts = [_tap(state, one, asked=index == at) for index, one in enumerate(taps)]
    tail = "  1-9 names it, 0 nobody's, arrows, Esc"
    while len(parts) > 1 and len(_whose(parts)) + len(tail) > columns:
        parts.pop(0 if at > 0 else -1)
        at = max(at - 1, 0)
    return _whose(parts) + (tail if len(_whose(parts)) + len(tail) <= columns else "")


def _whose(parts: list[str]) -> str:
    return " WHOSE?  " + "  ".join(parts)


def _tap(state: State, one: Wanting, *, asked: bool) -> str:
    name = "" if one.athlete is None else f" {names.athlete(state.plan, one.athlete)}"
    text = f"{words.time(one.split_ns)}{name}{'' if one.named else '?'}"
    return f"[{text}]" if asked else text


def help_page(keymap: Keymap, scrolled: int, columns: int, rows: int) -> str:
    """As much of the help as leaves the clock in sight, and where the rest is."""
    room = max(rows // 3 - FRAME + 1, 4)
    lines = _help(keymap, columns, rows)
    if len(lines) <= room:
        return "\n".join(lines)
    first = min(scrolled, len(lines) - room + 1)
    last = min(first + room - 1, len(lines))
    return "\n".join((*lines[first:last], f"--- {first + 1} to {last} of {len(lines)}   arrows   Esc ---"))


def _help(keymap: Keymap, columns: int, rows: int) -> tuple[str, ...]:
    if columns >= WIDE_HELP_FROM and rows >= TALL_FROM:
        return (*help_lines(keymap), *EXPLAINED)
    lines = help_lines(keymap, narrow=True)
    if columns < TWO_FROM:
        return (*lines, *EXPLAINED)
    half = -(-len(lines) // 2)
    pairs = zip_longest(lines[:half], lines[half:], fillvalue="")
    return (*(f"{left:<38}{right}".rstrip() for left, right in pairs), *EXPLAINED)


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
