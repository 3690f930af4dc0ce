"""What is said when a text is not read: the place, what was seen, and what to write instead."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Edit = tuple[int, int, str]
"""Start, end and what is written there instead."""


def put(at: int, words: str) -> Edit:
    """Words put in at an offset."""
    return (at, at, words)


def around(start: int, end: int, before: str = "(", behind: str = ")") -> tuple[Edit, Edit]:
    """What stands between two offsets put in brackets, with what counts them before the first."""
    return put(start, before), put(end, behind)


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend a text: some of its characters exchanged for others."""

    edits: tuple[Edit, ...]

    def of(self, text: str) -> str:
        in_order = sorted(self.edits, key=lambda edit: edit[:2])  # of two at one place the first stays the first
        for start, end, by in reversed(in_order):
            text = text[:start] + by + text[end:]
        return text


class Refusal(Exception):
    """A text that is no session, or more than one. Nothing else is ever raised for a text.

    `line` and `column` count from 1, in the text as it was given.
    """

    def __init__(self, message: str, *, line: int = 1, column: int = 1, seen: str = "", start: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.seen = seen
        self.start = start
        """The offset of the place in the text."""
        self.mends: tuple[Mend, ...] = ()
        self.puzzling = False
        """There are words with no meaning where they stand; as a note they would be no obstacle."""
        self.decides = False
        """The text itself says that it can't be meant so: another reading needs no question."""
        self.offer: Callable[[], tuple[str, ...]] | None = None
        """Works out the readings; nobody may ask for them."""

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """At most two texts near the one refused that can be read."""
        return self.offer() if self.offer is not None else ()

    def mended(self, start: int, end: int, *replacements: str) -> Refusal:
        """Adds ways to mend the text between two offsets; `read` offers those that can be read."""
        self.mends += tuple(Mend(((start, end, replacement),)) for replacement in replacements)
        return self

    def rewritten(self, *edits: Edit) -> Refusal:
        """Adds a way to mend the text in several places at once."""
        self.mends += (Mend(edits),)
        return self

    def decisive(self) -> Refusal:
        self.decides = True
        return self

    def instead(self, text: str) -> Refusal:
        """Adds a text to be written instead of the whole."""
        return self.rewritten((0, sys.maxsize, text))
