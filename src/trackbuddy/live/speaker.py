"""The thread that speaks of what was written: never on a tap's way, and silent before a GO."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from trackbuddy.sound.words import announcement, may_say, saying
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import State
from trackbuddy.units import NS

ENDS = (f.Closed, f.Finished, f.Discarded)


class Says(Protocol):
    def say(self, text: str) -> None: ...

    def hush(self) -> None: ...


class Speaker:
    """A listener of the session's."""

    def __init__(self, voice: Says, now_ns: Callable[[], int], is_muted: Callable[[], bool] = lambda: False) -> None:
        """`now_ns`: session time."""
        self._voice, self._now_ns, self._is_muted = voice, now_ns, is_muted
        self._heard: queue.SimpleQueue[tuple[Sequence[Line], State]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="speaker", daemon=True)
        self._thread.start()

    def heard(self, lines: Sequence[Line], state: State) -> None:
        """Under the session's lock: only passed on."""
        self._heard.put((lines, state))

    def _run(self) -> None:
        said_ns: int | None = None
        state: State | None = None
        while True:
            coming = announcement(state) if state is not None else None
            if coming is not None and (coming.at_ns == said_ns or coming.at_ns < self._now_ns() - NS):
                coming = None
            wait_s = None if coming is None else max(coming.at_ns - self._now_ns(), 0) / NS
            try:
                lines, state = self._heard.get(timeout=wait_s)
            except queue.Empty:
                assert state is not None, "something was to be announced"
                assert coming is not None, "only an announcement is waited for"
                said_ns = coming.at_ns
                self._say(state, coming.text)
                continue
            if any(isinstance(line.fact, ENDS) for line in lines):
                return
            for text in filter(None, (saying(state, line) for line in lines)):
                self._say(state, text)

    def _say(self, state: State, text: str) -> None:
        if not self._is_muted() and may_say(state, text, self._now_ns()):
            self._voice.say(text)
