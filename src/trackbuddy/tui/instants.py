"""Keys that carry an instant: taps and `they started now`. They go to the session straight from the input thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from trackbuddy.timing import inputs as i
from trackbuddy.tui.ports import Live

ONE_EACH: Final[Mapping[int, int]] = {digit: digit for digit in range(1, 10)}
NOBODY: Final = 0
"""A digit that is no athlete's: the tap is shown as ignored."""
CLICKER: Final = "pagedown"
"""What presenters' clickers send; it taps even while a text is typed."""


class InstantKeys:
    """Called by whoever sees a key first. Thread-safe: it holds two flags, and `live` has a lock of its own."""

    def __init__(self, live: Live, digits: Mapping[int, int] = ONE_EACH) -> None:
        """`digits`: whose tap each digit key is, by athlete's number."""
        self._live = live
        self._digits = digits
        self.typing = False
        """Set while a text field is open: Space and digits are text then."""
        self.failure: str | None = None
        """Why a tap could not be decided. An error must not end the thread that reads the keyboard."""

    def press(self, key: str, character: str | None, mono_ns: int) -> bool:
        """True if the key carries an instant and was passed on."""
        if self.typing and key != CLICKER:
            return False
        try:
            return self._pass_on(key, character, mono_ns)
        except Exception as error:
            self.failure = f"{type(error).__name__}: {error}"
            return True

    def _pass_on(self, key: str, character: str | None, mono_ns: int) -> bool:
        if key in ("space", CLICKER):
            self._live.submit(i.Tap, mono_ns, athlete=None)
        elif character and character in "123456789":
            self._live.submit(i.Tap, mono_ns, athlete=self._digits.get(int(character), NOBODY))
        elif character and character in "sS":
            self._live.submit(i.StartedNow, mono_ns)
        else:
            return False
        return True
