"""The user's own keys in what is said: everything is written with the table's keys, and they are put in their place.

Key words (`SPACE`, `BKSP`) stand for nothing else anywhere; a letter is a key only where it is said what it does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from trackbuddy.present.key_table import DEFAULT, ROWS, Command, Keymap
from trackbuddy.present.view import LiveView

_WORDS: Final = (Command.TAP, Command.ENTER, Command.UNDO, Command.MENU)
_LETTERS: Final = (Command.TAKE, Command.HOLD, Command.NOTE, Command.METRES, Command.NOBODY)
_KEY: Final = re.compile(
    rf"\b(?:({'|'.join(DEFAULT.label(command) for command in _WORDS)})\b"
    rf"|({'|'.join(DEFAULT.label(command) for command in _LETTERS)})(?= = | goes on| nobody))"
)
_BY_LABEL: Final = {DEFAULT.label(command): command for command in (*_WORDS, *_LETTERS)}


def in_words(text: str, keymap: Keymap) -> str:
    """The sentence with the keys that hold."""
    return _KEY.sub(lambda found: keymap.label(_BY_LABEL[found[0]]), text) if keymap is not DEFAULT else text


def with_own_keys(view: LiveView, keymap: Keymap) -> LiveView:
    """A page that names the keys that hold."""
    if keymap is DEFAULT:
        return view
    hints = {DEFAULT.label(row.command): keymap.label(row.command) for row in ROWS if not row.in_menu}
    hints["+ -"] = f"{keymap.label(Command.LONGER)} {keymap.label(Command.SHORTER)}"
    panel = view.panel
    if panel is not None:
        panel = replace(panel, start=tuple(in_words(line, keymap) for line in panel.start))
    return replace(
        view,
        keys=tuple(replace(hint, key=hints.get(hint.key, hint.key)) for hint in view.keys),
        notices=tuple(replace(notice, text=in_words(notice.text, keymap)) for notice in view.notices),
        below=tuple(in_words(line, keymap) for line in view.below),
        panel=panel,
    )
