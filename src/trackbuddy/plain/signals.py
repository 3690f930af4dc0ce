"""Signals that end plain mode: SIGINT, SIGTERM and a closed terminal leave the session to be gone on with."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

_NUMBERS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Ended(SystemExit):
    """A signal asked the program to go. Its code is 128 + the signal's number, as a shell has it."""


class Endings:
    """While it is entered a signal is told to `tell`, and breaks off only what waits for somebody to read our output.

    An exception out of nowhere would leave a tap half decided if it came while the session's lock is held.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._number: int | None = None
        self._may_break = False
        self._before: list[tuple[int, object]] = []

    def __enter__(self) -> Endings:
        with contextlib.suppress(ValueError):  # not the main thread, which alone hears signals
            for number in _NUMBERS:
                self._before.append((number, signal.signal(number, self._heard)))
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before:
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal gave

    def _heard(self, number: int, frame: FrameType | None) -> None:
        self._number = number
        self._tell()
        if self._may_break:
            raise Ended(128 + number)

    @contextlib.contextmanager
    def may_break(self) -> Iterator[None]:
        """Around what holds no lock and may wait for ever."""
        self._may_break = True
        try:
            self.raise_if_any()
            yield
        finally:
            self._may_break = False

    def raise_if_any(self) -> None:
        """Raises Ended if a signal came."""
        if self._number is not None:
            raise Ended(128 + self._number)
