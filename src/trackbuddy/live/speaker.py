"""The thread that speaks of what was written: never on a tap's way, and silent before a GO."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Sequence
from typing import Final, Protocol

from trackbuddy.sound.words import Sentence, Words, announcement, likely, quiet_from, saying
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import State
from trackbuddy.units import NS

ENDS = (f.Closed, f.Finished, f.Discarded)
AHEAD_NS: Final = NS // 2
"""So long before its instant what can be made ready is handed over: the player is exact by then."""
AGAIN_S: Final = 0.25
"""How soon it goes on after a fault."""
LATE_NS: Final = NS
"""An announcement that is so late says something else than it means."""


class Says(Protocol):
    def prepare(self, piece: str) -> None: ...

    def length_ns(self, words: Words) -> int: ...

    def say(self, words: Words, at_ns: int, until_ns: int | None) -> None: ...

    def hush(self) -> None: ...


class Speaker:
    """A listener of the session's."""

    def __init__(self, voice: Says, now_ns: Callable[[], int], is_muted: Callable[[], bool] = lambda: False) -> None:
        """`now_ns`: session time."""
        self._voice, self._now_ns, self._is_muted = voice, now_ns, is_muted
        self._heard: queue.SimpleQueue[tuple[Sequence[Line], State]] = queue.SimpleQueue()
        self._over_ns = 0
        """When what was said last is over."""
        self._state: State | None = None
        self._announced_ns: int | None = None
        self._over = False
        self._thread = threading.Thread(target=self._run, name="speaker", daemon=True)
        self._thread.start()

    def heard(self, lines: Sequence[Line], state: State) -> None:
        """Under the session's lock: only passed on."""
        self._heard.put((lines, state))

    def _run(self) -> None:
        """What fails is not said, and the next is."""
        while not self._over:
            try:
                self._once()
            except Exception:
                time.sleep(AGAIN_S)

    def _once(self) -> None:
        coming = self._coming()
        try:
            lines, self._state = self._heard.get(timeout=None if coming is None else self._until(coming))
        except queue.Empty:
            assert coming is not None, "only an announcement is waited for"
            self._announced_ns = coming.at_ns
            self._say(coming)
            return
        if any(isinstance(line.fact, ENDS) for line in lines):
            self._over = True
            self._voice.hush()
            return
        self._hush_before_go(self._state)
        for sentence in filter(None, (saying(self._state, line) for line in lines)):
            self._say(sentence)
        self._prepare(self._state)

    def _coming(self) -> Sentence | None:
        coming = None if self._state is None else announcement(self._state)
        if coming is None or coming.at_ns == self._announced_ns or coming.at_ns < self._now_ns() - LATE_NS:
            return None
        return coming

    def _until(self, coming: Sentence) -> float:
        return max(coming.at_ns - AHEAD_NS - self._now_ns(), 0) / NS

    def _prepare(self, state: State) -> None:
        """As long as there is nothing else to do."""
        for piece in likely(state):
            if not self._heard.empty():
                return
            self._voice.prepare(piece)

    def _hush_before_go(self, state: State) -> None:
        """GO may have come nearer than it was when this was begun."""
        quiet_ns = quiet_from(state)
        if quiet_ns is not None and self._now_ns() < self._over_ns and self._over_ns > quiet_ns:
            self._voice.hush()
            self._over_ns = 0

    def _say(self, sentence: Sentence) -> None:
        assert self._state is not None, "something was heard before"
        if self._is_muted():
            return
        takes_ns, quiet_ns = self._voice.length_ns(sentence.words), quiet_from(self._state)
        now_ns = self._now_ns()
        over_ns = max(sentence.at_ns, now_ns) + takes_ns
        if quiet_ns is not None and over_ns > quiet_ns:
            return
        # The player knows the monotonic clock.
        real_ns = time.monotonic_ns() - now_ns
        self._over_ns = over_ns
        self._voice.say(sentence.words, sentence.at_ns + real_ns, None if quiet_ns is None else quiet_ns + real_ns)
