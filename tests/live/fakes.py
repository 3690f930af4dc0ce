"""A clock that a test moves, a journal in memory and a player that remembers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from trackbuddy.sound.kinds import Cue, Spoken
from trackbuddy.timing.facts import Line
from trackbuddy.units import NS


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, monotonic_ns: int = 5_000_000_000_000) -> None:
        self.now_ns = monotonic_ns
        self.asleep_ns = 0
        self.boot = "one"

    def turn(self, seconds: float) -> None:
        self.now_ns += round(seconds * NS)

    def monotonic_ns(self) -> int:
        return self.now_ns

    def boottime_ns(self) -> int:
        return self.now_ns + self.asleep_ns

    def wall(self) -> datetime.datetime:
        return datetime.datetime(2026, 11, 23, 18, 30, tzinfo=datetime.UTC)

    def boot_id(self) -> str:
        return self.boot

    def from_key(self, monotonic_ns: int) -> int:
        return monotonic_ns

    def wait_s(self, ns: int) -> float:
        """The thread looks again at once: a test's clock jumps."""
        return 0.001


class Memory:
    """A journal that keeps lines, and calls them safe at once if it was given somebody to tell."""

    path = Path("memory.jsonl")

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.is_closed = False
        self.tell: Callable[[int], None] | None = None

    def append(self, lines: Sequence[Line]) -> None:
        self.lines += lines
        if self.tell is not None:
            self.tell(lines[-1].n)

    def close(self) -> bool:
        self.is_closed = True
        return True


class Ear:
    """A player that remembers what was planned last."""

    name = "ear"
    dropped = 0
    problem: str | None = None

    def __init__(self) -> None:
        self.planned: Sequence[Cue] = ()
        self.is_closed = False

    def plan(self, cues: Sequence[Cue]) -> None:
        self.planned = tuple(cues)

    def speak(self, spoken: Spoken | None) -> bool:
        return False

    def close(self) -> None:
        self.is_closed = True
