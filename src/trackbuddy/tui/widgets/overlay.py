"""Rows in front of the page: help, the question before leaving, the menu. They take no key themselves."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final, NamedTuple

from textual.content import Content
from textual.widgets import Static

from trackbuddy.present.foot import foot_size
from trackbuddy.present.ink import STRONG, Look
from trackbuddy.present.key_help import help_lines, menu
from trackbuddy.present.key_table import Command, Keymap
from trackbuddy.present.rows import Row, Span, flowing, gap, hint_row, key_at, text_of, wrapped
from trackbuddy.present.stadium_page import ROWS_FROM as TRACK_FROM
from trackbuddy.present.view import KeyHint
from trackbuddy.present.wanting import told, wanting
from trackbuddy.timing.state import State
from trackbuddy.tui.keyboard.front import AskDiscard, AskLeave, AskOut, Help, Menu, Names, Open

WIDE_HELP_FROM: Final = 100
"""Columns from which what keys do is said in full, where there are rows for it too."""
TALL_FROM: Final = 40
TWO_FROM: Final = 76
"""Columns from which two lists stand side by side."""
FRAMED: Final = (40, 13)
"""Columns and rows from which the help has a frame."""
ROOMY: Final = (56, 18)
"""Columns and rows from which each answer to a question has a line of its own."""
SHUT: Final = "Esc"
LEAVE: Final = (
    KeyHint("l", "leave it, to go on with it later"),
    KeyHint("f", "finish it as it stands; its results are shown"),
    KeyHint("d", "discard it"),
    KeyHint("k", "keep going (Esc)"),
)
LEAVE_SHORT: Final = (KeyHint("l", "go on later"), KeyHint("f", "finish"), KeyHint("d", "discard"))
DISCARD: Final = (KeyHint("y", "yes, discard it"), KeyHint("k", "keep going (Esc)"))
KEEP_SHORT: Final = KeyHint("k", "keep going")
EXPLAINED: Final = (
    "",
    "A tap counts when the key goes down, whatever the screen does.",
    "on = within 0.3 s or 1.5 % of the target.  NT = no time.",
    "av = average of the timed reps.",
)
FRAME: Final = 2
"""Rows of the frame, above and below; as many cells of it stand at either side."""


class Sheet(NamedTuple):
    """What is in front of the page, at its foot."""

    rows: tuple[Row, ...] = ()
    framed: bool = False

    @property
    def height(self) -> int:
        return len(self.rows) + (FRAME if self.framed else 0)

    def key_at(self, column: int, row: int, rows: int) -> str | None:
        """The key whose button stands there in a window of so many rows, "" for none; None: it is beside the sheet."""
        top = max(rows - self.height, 0)
        if row < top:
            return None
        inside = row - top - (1 if self.framed else 0)
        return key_at(self.rows, column - (FRAME if self.framed else 0), inside)

    @property
    def text(self) -> str:
        return "\n".join(text_of(row) for row in self.rows)


NOTHING: Final = Sheet()


def overlay_sheet(what: Open | None, state: State, keymap: Keymap, columns: int, rows: int) -> Sheet:
    """What stands in it; without rows where nothing is open."""
    match what:
        case Menu():
            return Sheet(_menu(keymap, columns, alone=state.plan.alone))
        case AskLeave():
            tap = keymap.label(Command.TAP)
            return _question("LEAVE THE SESSION?", f"{tap} still taps", LEAVE, LEAVE_SHORT, columns, rows)
        case AskDiscard():
            return _question("DISCARD THE SESSION?", "", DISCARD, DISCARD[:1], columns, rows)
        case AskOut():
            return Sheet(((Span(" WHO? 1-9 drops out, or comes back   "), Span(SHUT, key=SHUT)),))
        case Names(at=at):
            return Sheet((names_row(state, at, columns),))
        case Help(scrolled=scrolled):
            return help_page(keymap, scrolled, columns, rows)
        case _:
            return NOTHING


def _menu(keymap: Keymap, columns: int, *, alone: bool) -> tuple[Row, ...]:
    """In one row if it can be: with caps, or without."""
    hints = tuple(KeyHint(key, does) for key, does in menu(keymap, alone=alone))
    for caps in (True, False):
        lines = flowing(hints, columns, caps=caps)
        if len(lines) == 1:
            break
    return tuple(hint_row(line, caps=caps) for line in lines)


def _question(
    asked: str, besides: str, answers: tuple[KeyHint, ...], short: tuple[KeyHint, ...], columns: int, rows: int
) -> Sheet:
    """Where room is short the question and its answers leave the clock in sight."""
    if columns >= ROOMY[0] and rows >= ROOMY[1]:
        title = f"{asked}   {besides}".rstrip()
        rows_: list[Row] = [(Span(f"  {hint.key}  {hint.does}", key=hint.key),) for hint in answers]
        return Sheet(((Span(title, STRONG),), *rows_), framed=True)
    title = f"{asked}  {besides}".rstrip()
    if len(title) > columns - 2:
        title = f"{asked.split(' ')[0]}?  {besides}".rstrip()
    lines = tuple(hint_row(line, caps=False) for line in flowing((*short, KEEP_SHORT), columns, caps=False))
    return Sheet(((gap(1), Span(title, STRONG)), *lines))


def names_row(state: State, at: int, columns: int) -> Row:
    """`WHOSE? 66.1 Ann  [67.3 Ben?]  67.5 ...`: the taps of the rep, the one that is asked about in brackets."""
    taps = wanting(state)
    parts = [f"[{told(state, one)}]" if index == at else told(state, one) for index, one in enumerate(taps)]
    tail = (Span("  1-9 names it, "), Span("0 nobody's", key="0"), Span(", arrows, "), Span(SHUT, key=SHUT))
    cells = len(text_of(tail))
    while len(parts) > 1 and len(_whose(parts)) + cells > columns:
        parts.pop(0 if at > 0 else -1)
        at = max(at - 1, 0)
    return (Span(_whose(parts)), *(tail if len(_whose(parts)) + cells <= columns else ()))


def _whose(parts: list[str]) -> str:
    return " WHOSE?  " + "  ".join(parts)


def help_page(keymap: Keymap, scrolled: int, columns: int, rows: int) -> Sheet:
    """As much of the help as leaves the clock in sight, and where the rest is."""
    framed = columns >= FRAMED[0] and rows >= FRAMED[1]
    high = foot_size(columns, rows) if rows < TRACK_FROM else rows // 3 + 1
    room = max(high - (FRAME if framed else 0), 3)
    lines = _help(keymap, columns, rows, framed)
    if len(lines) <= room:
        return Sheet(tuple((Span(line),) for line in lines), framed)
    first = min(scrolled, len(lines) - room + 1)
    last = min(first + room - 1, len(lines))
    told = f"{first + 1} to {last} of {len(lines)}   arrows   "
    tail: Row = (Span(told if framed else f" {told}"), Span(SHUT, key=SHUT))
    return Sheet((*((Span(line),) for line in lines[first:last]), tail), framed)


def _help(keymap: Keymap, columns: int, rows: int, framed: bool) -> tuple[str, ...]:
    if columns >= WIDE_HELP_FROM and rows >= TALL_FROM:
        return (*help_lines(keymap), *EXPLAINED)
    lines = help_lines(keymap, narrow=True)
    if columns >= TWO_FROM:
        half = -(-len(lines) // 2)
        pairs = zip_longest(lines[:half], lines[half:], fillvalue="")
        return (*(f"{left:<38}{right}".rstrip() for left, right in pairs), *EXPLAINED)
    if not framed:
        lines = tuple(f" {line}" for line in help_lines(keymap, narrow=True, least=True))
    room = columns - 2 * FRAME if framed else columns - 1
    return (*lines, *(line for text in EXPLAINED for line in wrapped(text, room)))


class Overlay(Static):
    """A text without markup on a layer of its own."""

    can_focus = False
    DEFAULT_CSS = """
    Overlay {
        layer: above; dock: bottom; width: 1fr; height: auto; max-height: 100%; display: none;
        background: $panel; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Overlay.shown { display: block; }
    Overlay.framed { border: solid $accent; padding: 0 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet = NOTHING

    @property
    def text(self) -> str:
        return self.sheet.text

    def show(self, sheet: Sheet) -> None:
        """Without rows it is shut."""
        if sheet == self.sheet:
            return
        self.sheet = sheet
        self.set_class(bool(sheet.rows), "shown")
        self.set_class(sheet.framed, "framed")
        lines = [Content.assemble(*((span.text, _style(span.look)) for span in row)) for row in sheet.rows]
        self.update(Content("\n").join(lines))


def _style(look: Look) -> str:
    return " ".join(["bold"] * look.bold + ["reverse"] * look.inverse)
