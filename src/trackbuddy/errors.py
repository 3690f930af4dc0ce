"""What a person can mend: one sentence that says what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property


class UserError(Exception):
    """A failure that the user can mend. Never shown as a traceback.

    `message` is one clear sentence with the remedy. `text`, `line` and `column` (from 1) name the place in what
    was read, `column` in characters of that line; `path` is the file it was read from, None for typed text.
    `offer` works out the readings: texts that could be meant instead. It takes a while, and nobody may ask for them.
    """

    def __init__(
        self,
        message: str,
        *,
        text: str | None = None,
        line: int = 1,
        column: int = 1,
        seen: str = "",
        offer: Callable[[], tuple[str, ...]] = tuple,
        path: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.text = text
        self.line = line
        self.column = column
        self.seen = seen
        self.offer = offer
        self.path = path

    @cached_property
    def readings(self) -> tuple[str, ...]:
        return self.offer()

    @property
    def where(self) -> str:
        """`file:line:column`, as far as it is known; empty for typed text."""
        if self.path is None:
            return ""
        return self.path if self.text is None else f"{self.path}:{self.line}:{self.column}"

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message
