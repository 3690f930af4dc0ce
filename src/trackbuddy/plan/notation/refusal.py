"""What is said when a text is not read: the place, what was seen, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend a text: some of its characters exchanged for others."""

    edits: tuple[tuple[int, int, str], ...]
    """Start, end and what is written there instead."""

    def of(self, text: str) -> str:
        for start, end, by in sorted(self.edits, reverse=True):
            text = text[:start] + by + text[end:]
        return text


class Refusal(Exception):
    """A text that is no session, or more than one. Nothing else is ever raised for a text.

    `line` and `column` count from 1, in the text as it was given. `readings` holds at most two texts that can be read.
    """

    def __init__(
        self, message: str, *, line: int = 1, column: int = 1, seen: str = "", readings: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.seen = seen
        self.readings = readings[:2]
        self.mends: tuple[Mend, ...] = ()

    def mended(self, start: int, end: int, *replacements: str) -> Refusal:
        """Adds ways to mend the text between two offsets; `read` offers those that can be read."""
        self.mends += tuple(Mend(((start, end, replacement),)) for replacement in replacements)
        return self

    def rewritten(self, *edits: tuple[int, int, str]) -> Refusal:
        """Adds a way to mend the text in several places at once."""
        self.mends += (Mend(edits),)
        return self
