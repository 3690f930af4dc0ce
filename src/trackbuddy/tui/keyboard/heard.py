"""What a terminal can say: a key, a pasted text, the answer to a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

UNKNOWN: Final = "unknown"
"""The name of a key that has none here: a broken byte, a sequence nobody knows."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key going down."""

    key: str
    """Its name: `space`, `enter`, `pagedown`, `ctrl+q`; of a key that writes something, what it writes."""
    at_ns: int
    """When its byte arrived, on CLOCK_MONOTONIC."""

    @property
    def text(self) -> str:
        """What it writes into a line of text; empty for keys that write nothing."""
        if self.key == "space":
            return " "
        return self.key if len(self.key) == 1 else ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was pasted. It is never keys."""

    text: str
    at_ns: int


@dataclass(frozen=True, slots=True)
class ModeReport:
    """The terminal's answer whether it knows a mode: `setting` is 0 for one it does not know."""

    number: int
    setting: int


@dataclass(frozen=True, slots=True)
class MouseReport:
    """The mouse moved, or one of its buttons; `code` is the sequence in which the terminal says how."""

    code: str
    at_ns: int


@dataclass(frozen=True, slots=True)
class Click:
    """The mouse's first button going down, alone."""

    column: int
    row: int
    """The cell, counted from 0."""
    at_ns: int


@dataclass(frozen=True, slots=True)
class Wheel:
    """The mouse's wheel, by one notch."""

    down: bool
    at_ns: int


Heard = Press | Pasted | ModeReport | MouseReport
Given = Press | Pasted | Click | Wheel
"""What a person does: all that is decided."""

_REPORT: Final = re.compile(r"\x1b\[<(\d+);(-?\d+);(-?\d+)M")
_UP, _DOWN = 64, 65


def of_mouse(report: MouseReport) -> Click | Wheel | None:
    """What a person did with the mouse, as far as it means anything: no motion, no release, no other button."""
    found = _REPORT.fullmatch(report.code)
    if found is None:
        return None
    button, column, row = map(int, found.groups())
    if button in (_UP, _DOWN):
        return Wheel(button == _DOWN, report.at_ns)
    return Click(column - 1, row - 1, report.at_ns) if button == 0 else None
