"""Keeps the machine and its screen awake while a session runs: on a desktop both would go dark in a long recovery.

wakepy asks the desktop (D-Bus) or the system (macOS) for it. That is done in a thread of its own, behind the first
frame: a desktop may take its time to answer, and where there is none nothing depends on it.
"""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wakepy import Mode

AFTER_S: Final = 2.0
"""The first frame and the sound need the interpreter more."""
CLOSING_S: Final = 1.0

WAITING: Final = "the machine will be kept awake"
NOBODY: Final = "nobody keeps the machine awake: no desktop that could was found"


class Awake(AbstractContextManager["Awake"]):
    """Entered, it asks; left, it lets the machine sleep again. Neither waits, and neither can fail."""

    def __init__(self, after_s: float = AFTER_S) -> None:
        self._after_s = after_s
        self._over = threading.Event()
        self.answered = threading.Event()
        self.said = WAITING
        """Who keeps the machine awake, or why nobody does, in one sentence."""
        self.is_kept = False
        self._thread = threading.Thread(target=self._run, name="awake", daemon=True)

    def __enter__(self) -> Awake:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join(CLOSING_S)

    def _run(self) -> None:
        if self._over.wait(self._after_s):
            return
        try:
            with _mode() as mode:
                self.is_kept = bool(mode.active)
                self.said = f"kept awake by {mode.method}" if mode.active else NOBODY
                self.answered.set()
                self._over.wait()
        except Exception as error:  # a session is run all the same
            self.said = f"nobody keeps the machine awake: {str(error) or type(error).__name__}"
            self.answered.set()


def _mode() -> Mode:
    from wakepy import keep

    return keep.presenting(on_fail="pass")
