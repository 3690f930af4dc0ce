"""What a terminal can say: a key, a pasted text, the answer to a question."""

from __future__ import annotations

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
    """The mouse moved, or one of its keys; `code` is the sequence in which the terminal says how."""

    code: str


Heard = Press | Pasted | ModeReport | MouseReport
