"""What a player has to say of itself just now: one short line for the screen, which anybody may read at any time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

SAID_NS: Final = 8_000_000_000
"""How long something that is over is spoken of."""


class Standing:
    """Set by the player alone; reading it takes no lock."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._failure: str | None = None
        self._said: tuple[str, int] = ("", 0)
        self._missed: tuple[int, int] = (0, 0)
        self.dropped = 0
        """How many cues were never heard, all in all."""

    def fail(self, reason: str) -> None:
        """Nothing can be heard."""
        self._failure = f"no sound: {reason}; trying again"

    def work(self) -> None:
        """It can be heard again."""
        self._failure = None

    def say(self, text: str) -> None:
        """Something that is worth a few seconds on the screen."""
        self._said = (text, self._clock() + SAID_NS)

    def miss(self, count: int) -> None:
        """So many cues were known too late, or fell into a failure."""
        now_ns, (before, until_ns) = self._clock(), self._missed
        self.dropped += count
        self._missed = ((before if now_ns < until_ns else 0) + count, now_ns + SAID_NS)

    @property
    def problem(self) -> str | None:
        """Why nothing can be heard, or what went wrong lately; None while all is well."""
        now_ns = self._clock()
        said = self._said[0] if now_ns < self._said[1] else ""
        count = self._missed[0] if now_ns < self._missed[1] else 0
        missed = f"{count} {'cue' if count == 1 else 'cues'} missed" if count else ""
        if self._failure is not None:
            return f"{self._failure} ({missed})" if missed else self._failure
        parts = [part for part in (said, missed) if part]
        return f"sound: {', '.join(parts)}" if parts else None
