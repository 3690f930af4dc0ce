"""What a typed line means in plain mode: the keys of the screen, each with Enter behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from trackbuddy.present.key_help import plain_help
from trackbuddy.present.key_table import ROWS, Command
from trackbuddy.timing import inputs as i

HELP: Final = "\n".join(plain_help())

_KEYS: Final[dict[str, tuple[Callable[..., i.Input], dict[str, Any]]]] = {
    typed: (row.kind, dict(row.members))
    for row in ROWS
    if row.kind is not None and row.command is not Command.ATHLETE
    for typed in row.plain
}


def measured(text: str) -> tuple[int | None, str] | None:
    """For `d 1520`, or `d 2 1520`: the athlete's key where one is named, and the distance as typed; None otherwise."""
    words = text.split()
    if len(words) not in {2, 3} or words[0].lower() != "d":
        return None
    if len(words) == 3 and len(words[1]) == 1 and words[1] in "123456789" and words[2][0].isdecimal():
        return int(words[1]), words[2]
    return None, " ".join(words[1:])


def meaning(text: str) -> tuple[Callable[..., i.Input], dict[str, Any]] | None:
    """The input a typed line gives and its members; None for one that means nothing (`q` is no input)."""
    key = text.strip()
    if key in _KEYS:
        return _KEYS[key]
    if len(key) == 1 and key in "123456789":
        return i.Tap, {"athlete": int(key)}
    word, _, note = key.partition(" ")
    if word == "m" and note.strip():
        return i.WriteNote, {"text": note.strip()[:500]}
    lowered = key.lower()
    return _KEYS.get(lowered) if lowered != "u" else None
