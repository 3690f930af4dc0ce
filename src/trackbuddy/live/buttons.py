"""What the buttons of a pad are called and what they do: digits are athletes, all others Space, the user's own first.

Pure: `pad` reads the device.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from trackbuddy.timing import inputs as i

FIRST_BUTTON: Final = 256
"""From here on Linux counts buttons of mice, pads and joysticks; below are keys."""
HIGHEST: Final = 767

_KEYS: Final = (
    "esc 1 2 3 4 5 6 7 8 9 0 minus equal backspace tab q w e r t y u i o p leftbrace rightbrace enter leftctrl "
    "a s d f g h j k l semicolon apostrophe grave leftshift backslash z x c v b n m comma dot slash rightshift "
    "kpasterisk leftalt space capslock f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 numlock scrolllock kp7 kp8 kp9 kpminus "
    "kp4 kp5 kp6 kpplus kp1 kp2 kp3 kp0 kpdot"
).split()
"""KEY_ESC, which is 1, and what follows it in linux/input-event-codes.h."""
_APART: Final = {
    "f11": 87,
    "f12": 88,
    "kpenter": 96,
    "rightctrl": 97,
    "kpslash": 98,
    "rightalt": 100,
    "home": 102,
    "up": 103,
    "pageup": 104,
    "left": 105,
    "right": 106,
    "end": 107,
    "down": 108,
    "pagedown": 109,
    "insert": 110,
    "delete": 111,
    "mute": 113,
    "volumedown": 114,
    "volumeup": 115,
    "nextsong": 163,
    "playpause": 164,
    "previoussong": 165,
    "stopcd": 166,
    "mouseleft": 272,
    "mouseright": 273,
    "mousemiddle": 274,
    **{f"f{number}": 170 + number for number in range(13, 25)},
    **{f"button{number}": FIRST_BUTTON + number for number in range(10)},
    **{f"joystick{number}": 288 + number for number in range(12)},
    **{f"gamepad-{name}": 304 + place for place, name in enumerate("a b c x y z tl tr tl2 tr2 select start".split())},
}
CODES: Final[Mapping[str, int]] = {name: code for code, name in enumerate(_KEYS, 1)} | _APART
_NAMES: Final[Mapping[int, str]] = {code: name for name, code in CODES.items()}

TAP: Final = "tap"
NOTHING: Final = "nothing"
DIGITS: Final[Mapping[int, int]] = {CODES[f"{row}{digit}"]: digit for row in ("", "kp") for digit in range(1, 10)}
"""The digits above the letters and those of the keypad: an athlete's."""
INPUTS: Final[Mapping[str, Callable[..., i.Input]]] = {
    "enter": i.ThatsAll,
    "undo": i.Undo,
    "take": i.TakeTap,
    "start": i.StartedNow,
    "hold": i.Hold,
}
"""By the names that `[keys]` has for them."""
DOES: Final = (*map(str, range(1, 10)), TAP, *INPUTS, NOTHING)
"""All that a button can be made to do."""


class ButtonsError(Exception):
    """What is wrong with the user's own buttons, in one sentence."""

    def __init__(self, message: str, does: str) -> None:
        super().__init__(message)
        self.does = does
        """In which line."""


@dataclass(frozen=True, slots=True)
class Buttons:
    """What each button does."""

    own: Mapping[int, str] = field(default_factory=dict)
    """The user's, by code."""

    @staticmethod
    def of(own: Mapping[str, Sequence[str]]) -> Buttons:
        """`own`: buttons by what they do. Raises ButtonsError."""
        found: dict[int, str] = {}
        for does, names in own.items():
            if does not in DOES:
                raise ButtonsError(f"a button can't do {does[:40]!r}; it can {', '.join(DOES)}", does)
            for name in names:
                code = code_of(name)
                if code is None:
                    said = f"{name[:40]!r} is no button; 'trackbuddy doctor --pad DEVICE' says what yours are called"
                    raise ButtonsError(said, does)
                if found.get(code, does) != does:
                    raise ButtonsError(f"button {name} can't be {does} and {found[code]}", does)
                found[code] = does
        return Buttons(found)

    def does(self, code: int) -> str:
        """One of DOES."""
        digit = DIGITS.get(code)
        return self.own.get(code, TAP if digit is None else str(digit))


def code_of(name: str) -> int | None:
    """`f13`, `gamepad-a`, or a number behind a #: `#640`. None for no button."""
    code = CODES.get(name.strip().lower())
    if code is None and name[:1] == "#" and name[1:].isascii() and name[1:].isdecimal() and len(name) < 5:
        code = int(name[1:])
    return code if code is not None and 0 < code <= HIGHEST else None


def name_of(code: int) -> str:
    """What `code_of` reads."""
    return _NAMES.get(code, f"#{code}")
