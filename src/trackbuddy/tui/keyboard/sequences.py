"""The key sequences of terminals: CSI and SS3 as xterm, the Linux console and kitty's protocol write them."""

from __future__ import annotations

from typing import Final

from trackbuddy.tui.keyboard.heard import UNKNOWN

_LETTERS: Final = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "F": "end",
    "H": "home",
    "P": "f1",
    "Q": "f2",
    "R": "f3",
    "S": "f4",
    "Z": "shift+tab",
}
_NUMBERS: Final = {
    1: "home",
    2: "insert",
    3: "delete",
    4: "end",
    5: "pageup",
    6: "pagedown",
    7: "home",
    8: "end",
    **{11 + n: f"f{1 + n}" for n in range(5)},
    **{17 + n: f"f{6 + n}" for n in range(5)},
    23: "f11",
    24: "f12",
}
_CODES: Final = {
    9: "tab",
    13: "enter",
    27: "escape",
    32: "space",
    127: "backspace",
    57414: "enter",
    57421: "pageup",
    57422: "pagedown",
    **{57399 + n: str(n) for n in range(10)},
    57412: "-",
    57413: "+",
}
"""Kitty's numbers for keys; those from 57399 on are the keypad's."""
_KEYPAD: Final = {"M": "enter", "k": "+", "m": "-", "X": "=", **{chr(ord("p") + n): str(n) for n in range(10)}}
RELEASED: Final = 3
"""The kind of event that is no press."""
_SHIFT, _ALT, _CTRL = 1, 2, 4
_SUPER: Final = 8
MOST_DIGITS: Final = 7
"""Of a number in a sequence; a longer one means nothing."""


def ss3_key(final: str) -> str:
    """The key of `ESC O final`."""
    return _KEYPAD.get(final) or _LETTERS.get(final, UNKNOWN)


def linux_key(final: str) -> str:
    """The key of the Linux console's `ESC [ [ final`: F1 to F5."""
    return f"f{ord(final) - ord('A') + 1}" if final in "ABCDE" else UNKNOWN


def csi_key(parameters: str, final: str) -> str | None:
    """The key of `ESC [ parameters final`; None for what is no key going down."""
    fields = [_numbers(field) for field in parameters.split(";")]
    if any(field is None for field in fields):
        return None
    (first, *_), (modifiers, event) = fields[0] or (1,), _modifiers(fields)
    if event == RELEASED:
        return None
    if final == "u":
        return _coded(first, modifiers, fields[2] if len(fields) > 2 else None)
    if final == "~" and first == 27 and len(fields) > 2:
        return _coded((fields[2] or (0,))[0], modifiers, None)
    name = _NUMBERS.get(first) if final == "~" else _LETTERS.get(final) if first == 1 else None
    return None if name is None else _modified(name, modifiers)


def _numbers(field: str) -> tuple[int, ...] | None:
    """`97:65` as numbers, 1 where one is left out; None for what is none."""
    parts = field.split(":")
    if any(part and not (part.isascii() and part.isdecimal() and len(part) <= MOST_DIGITS) for part in parts):
        return None
    return tuple(int(part) if part else 1 for part in parts)


def _modifiers(fields: list[tuple[int, ...] | None]) -> tuple[int, int]:
    """Which modifiers are down, as bits, and the kind of event."""
    given = (fields[1] if len(fields) > 1 else None) or (1,)
    return max(given[0] - 1, 0) & (_SHIFT | _ALT | _CTRL | _SUPER), given[1] if len(given) > 1 else 1


def _modified(name: str, modifiers: int) -> str:
    return "".join(
        (
            "super+" if modifiers & _SUPER else "",
            "ctrl+" if modifiers & _CTRL else "",
            "alt+" if modifiers & _ALT else "",
            "shift+" if modifiers & _SHIFT and name != "shift+tab" else "",
            name,
        )
    )


def _coded(code: int, modifiers: int, text: tuple[int, ...] | None) -> str:
    """A key by its number: what it writes where that is said, else its own letter."""
    if code in _CODES and len(_CODES[code]) > 1:
        held = modifiers & ~_SHIFT if code != 9 else modifiers
        return _modified(_CODES[code], held)
    wrote = _character(text[0]) if text and not modifiers & (_CTRL | _ALT | _SUPER) else None
    letter = wrote or _CODES.get(code) or _character(code)
    if letter is None:
        return UNKNOWN
    if not wrote and modifiers & _SHIFT:
        letter = letter.upper()
    rest = modifiers & ~_SHIFT
    return _modified(letter.lower(), rest) if rest else letter


def _character(code: int) -> str | None:
    """A character that can be seen."""
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF:
        return None
    character = chr(code)
    return character if character.isprintable() and character != " " else None
