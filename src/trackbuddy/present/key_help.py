"""What is made of the table of keys: help, the menu, README's table, plain mode's help, and what is said in vain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from trackbuddy.present.key_table import DEFAULT, ROWS, Command, Keymap
from trackbuddy.timing import inputs as i

_KEYS_WIDTH: Final = 15


def help_lines(keymap: Keymap, *, narrow: bool = False, least: bool = False) -> tuple[str, ...]:
    """The help page's list: the keys and what they do, in the menu's order behind `TAB`.

    `narrow`: a key each, in few words; `least`: and no more room between them than there has to be.
    """
    lines = []
    cells = 6 if least else 11 if narrow else _KEYS_WIDTH
    for row in ROWS:
        labels = keymap.all_labels(row.command)
        keys = (labels[0] if narrow else " ".join(labels)) if not row.in_menu else f"  {labels[0]}"
        lines.append(f"{keys:<{cells}} {row.short if narrow else row.does}")
    return tuple(lines)


def menu(keymap: Keymap, *, alone: bool = False) -> tuple[tuple[str, str], ...]:
    """The menu: each key's label and what it does. Who runs alone has nobody to name."""
    rows = [row for row in ROWS if row.in_menu and not (alone and row.command in _OF_SEVERAL)]
    return tuple((keymap.label(row.command), row.short) for row in rows)


_OF_SEVERAL: Final = frozenset({Command.OUT, Command.NAMES})


def readme_lines() -> tuple[str, ...]:
    """The table of keys as README has it."""
    rows = []
    for row in ROWS:
        keys = ", ".join(_in_prose(label) for label in DEFAULT.all_labels(row.command))
        rows.append(f"| {'Tab, then ' if row.in_menu else ''}{keys} | {row.does} |")
    return ("| key | does |", "|---|---|", *rows)


def _in_prose(label: str) -> str:
    return {"SPACE": "Space", "ENTER": "Enter", "BKSP": "Backspace", "TAB": "Tab"}.get(label, label)


def plain_help() -> tuple[str, ...]:
    """What can be typed in plain mode, in lines."""
    said = [
        f"{row.plain_shown or row.plain[0]}: {row.plain_does or row.short}"
        for row in ROWS
        if row.plain_shown or row.plain
    ]
    lines = [""]
    for part in said:
        if len(lines[-1]) + len(part) + 2 > 110:
            lines.append("")
        lines[-1] += f"  {part}" if lines[-1] else part
    return tuple(lines)


def in_vain(kind: Callable[..., i.Input]) -> str:
    """What is said of an input that changed nothing."""
    return next((row.in_vain for row in ROWS if row.kind is kind and row.in_vain), "")
