"""A running session in memory: the real machine, a clock that a test turns, no files, no threads, no sound."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.commands import missed_lap
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History, step
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Finished, Plan
from trackbuddy.timing.takes import takeable
from trackbuddy.units import NS


class FakeLive:
    """The same promises as the real one; `clock` gives CLOCK_MONOTONIC in nanoseconds."""

    def __init__(self, plan: Plan, clock: Callable[[], int], title: str = "") -> None:
        self.clock = clock
        self.origin_ns = clock()
        self.title = title
        self.left: str | None = None
        self.trouble: str | None = None
        self.sound = "sound ok"
        self.said: str | None = None
        self.lock = threading.Lock()
        self.undo_asks_until_ns: int | None = None
        self.history, self.lines = step(History.of(plan), i.Open(0))

    def now_ns(self) -> int:
        return self.clock() - self.origin_ns

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: object) -> tuple[Line, ...]:
        at_ns = self.now_ns() if mono_ns is None else mono_ns - self.origin_ns
        with self.lock:
            if kind is i.Undo:
                members = {"confirmed": self._confirmed(at_ns)}
            self.said = None
            lines = self._step(kind(at_ns=at_ns, **members))
            if not lines and self.undo_asks_until_ns is None:
                self.said = "That key does nothing here."
            return lines

    def _confirmed(self, at_ns: int) -> bool:
        asked = self.undo_asks_until_ns is not None and at_ns < self.undo_asks_until_ns
        needed = self.history.undo_reaches_go
        self.undo_asks_until_ns = at_ns + 3 * NS if needed and not asked else None
        return asked or not needed

    def _step(self, given: i.Input) -> tuple[Line, ...]:
        self.history, lines = step(self.history, given)
        self.lines = (*self.lines, *lines)
        return lines

    def snapshot(self) -> Snapshot:
        with self.lock:
            self._step(i.Tick(self.now_ns()))
            state = self.history.state
            return Snapshot(
                state,
                self.title,
                last_n=self.history.last_n,
                saved_n=self.history.last_n if self.trouble is None else 0,
                trouble=self.trouble,
                sound=self.sound,
                can_undo=self.history.can_undo,
                can_redo=self.history.can_redo,
                undo_asks_until_ns=self.undo_asks_until_ns,
                takeable=takeable(state, self.history.cancelled_taps()),
                question=missed_lap(state),
                said=self.said,
            )

    def switch_sound(self) -> None:
        self.sound = "sound ok" if "muted" in self.sound else "sound muted (v)"

    def leave(self, how: str) -> Path:
        self.left = how
        kinds: dict[str, Callable[..., i.Input]] = {"resumable": i.Close, "finish": i.Finish, "discard": i.Discard}
        self.submit(kinds[how])
        return Path("log.jsonl")

    @property
    def ended(self) -> bool:
        return isinstance(self.history.state.stage, Finished)

    def facts(self, kind: type[f.Fact]) -> list[f.Fact]:
        """The facts of one kind that were ever written."""
        return [line.fact for line in self.lines if isinstance(line.fact, kind)]


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self, at_ns: int = 1_000 * NS) -> None:
        self.at_ns = at_ns

    def __call__(self) -> int:
        return self.at_ns

    def turn(self, seconds: float) -> None:
        self.at_ns += round(seconds * NS)
