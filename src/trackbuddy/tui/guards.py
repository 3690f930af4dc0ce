"""What keeps a running session safe from its surroundings: signals, and Python's own garbage collector."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from typing import Final

from trackbuddy.timing.deadlines import due
from trackbuddy.timing.state import Recovering, State
from trackbuddy.units import NS

_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)
_THRESHOLDS: Final = (700, 10, 1_000_000)
"""The old generation is left alone: collecting it stops every thread for 50 to 140 ms once the heap has grown."""
_SWITCH_S: Final = 0.0005
"""How soon the input thread gets the interpreter back: Python's own 5 ms would be added to a tap's error."""


def on_signals(leave: Callable[[int], None]) -> None:
    """Calls `leave` with the signal's number in the running loop, instead of dying with a raw terminal."""
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, leave, int(number))
        except RuntimeError:  # not in the main thread, which alone is told of signals
            return


class CalmCollector:
    """Keeps collections away from taps: in use between `begin` and `end`."""

    def __init__(self) -> None:
        self._thresholds: tuple[int, int, int] | None = None
        self._switch_s = sys.getswitchinterval()
        self._rested_in: tuple[int, int] | None = None

    def begin(self) -> None:
        """After the first frame: what the screen is made of is set aside and never looked at again."""
        self._thresholds = gc.get_threshold()
        self._switch_s = sys.getswitchinterval()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)
        sys.setswitchinterval(_SWITCH_S)

    def rest(self, state: State, now_ns: int) -> bool:
        """Collects once in each recovery, where nobody taps. True if it did."""
        stage = state.stage
        if self._thresholds is None or not isinstance(stage, Recovering) or not is_quiet(state, now_ns):
            return False
        here = (stage.phase, stage.began_ns)
        if self._rested_in == here:
            return False
        self._rested_in = here
        gc.collect()
        gc.freeze()
        return True

    def end(self) -> None:
        if self._thresholds is None:
            return
        gc.set_threshold(*self._thresholds)
        gc.unfreeze()
        sys.setswitchinterval(self._switch_s)
        self._thresholds = None


def is_quiet(state: State, now_ns: int) -> bool:
    """A second into a recovery that has more than two to go."""
    stage = state.stage
    if not isinstance(stage, Recovering) or now_ns - stage.began_ns < NS:
        return False
    next_ns = due(state)
    return next_ns is None or next_ns - now_ns > 2 * NS
