"""Taps from a pad, a pedal or a clicker by the kernel's own time stamps: exact whatever the load, focus or no focus.

Linux tells every button of an input device as a struct `input_event`, stamped when it came in. The stamps are asked for
on CLOCK_MONOTONIC, the session's own, and the device is taken for ourselves, so that its keys don't come a second time
through the terminal.
"""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from trackbuddy.errors import UserError
from trackbuddy.live.buttons import INPUTS, NOTHING, TAP, Buttons
from trackbuddy.timing import inputs as i
from trackbuddy.units import NS

EVENT: Final = struct.Struct("@llHHi")
"""Seconds, microseconds, type, code, value: linux/input.h."""
EV_KEY: Final = 1
PRESSED: Final = 1
"""0 is let go, 2 a repeat of the kernel's."""
EVIOCSCLOCKID: Final = 0x400445A0
EVIOCGRAB: Final = 0x40044590
CLOCK_MONOTONIC: Final = 1
DEVICES: Final = Path("/proc/bus/input/devices")


@dataclass(frozen=True, slots=True)
class Button:
    """A button going down."""

    at_ns: int
    """On CLOCK_MONOTONIC."""
    code: int


def buttons(data: bytes) -> Iterator[Button]:
    """Those in a stretch of whole events; half an event at the end is left out."""
    whole = len(data) // EVENT.size * EVENT.size
    for seconds, micros, kind, code, value in EVENT.iter_unpack(data[:whole]):
        if kind == EV_KEY and value == PRESSED:
            yield Button(seconds * NS + micros * 1000, code)


class Taken(Protocol):
    """A session that takes taps."""

    def submit(self, kind: Callable[..., i.Input], mono_ns: int | None = None, **members: Any) -> object: ...

    def in_fault(self, text: str) -> None: ...

    @property
    def ended(self) -> bool: ...


PLAIN: Final = Buttons()


class Pad:
    """An input device that is ours from the beginning. Raises UserError where it can't be had."""

    def __init__(self, path: str, does: Buttons = PLAIN) -> None:
        self._path, self._buttons = path, does
        try:
            self._fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except (OSError, ValueError) as error:
            raise UserError(_why(path, error)) from error
        self._to: tuple[Taken, Mapping[int, int]] | None = None
        self._thread: threading.Thread | None = None
        self._claim()

    def _claim(self) -> None:
        """A recorded file knows no such requests; its stamps are as they are."""
        import fcntl

        with suppress(OSError):
            fcntl.ioctl(self._fd, EVIOCSCLOCKID, struct.pack("i", CLOCK_MONOTONIC))
            fcntl.ioctl(self._fd, EVIOCGRAB, 1)

    def listen(self, live: Taken, digits: Mapping[int, int]) -> threading.Thread:
        """Hands each button to the session as a tap, in a thread that ends with the device.

        A second session takes the place of the first.
        """
        self._to = live, digits
        if self._thread is None:
            self._thread = threading.Thread(target=self._read, name="pad", daemon=True)
            self._thread.start()
        return self._thread

    def read(self, live: Taken, digits: Mapping[int, int]) -> None:
        """Until the device is gone, which is said: whoever taps on it would go on. What is no tap is passed over."""
        self._to = live, digits
        self._read()

    def _read(self) -> None:
        said = "the pad is gone; tap on the keyboard"
        try:
            with suppress(OSError):
                self._take_all()
        except Exception as error:
            said = f"the pad stopped ({str(error) or type(error).__name__}); tap on the keyboard"
        finally:
            os.close(self._fd)
        if self._to is not None and not self._to[0].ended:
            self._to[0].in_fault(said)

    def _take_all(self) -> None:
        for button in self.presses():
            if self._to is None:
                continue
            live, digits = self._to
            does = self._buttons.does(button.code)
            if does in INPUTS:
                live.submit(INPUTS[does], button.at_ns)
            elif does == TAP:
                live.submit(i.Tap, button.at_ns, athlete=None)
            elif does != NOTHING and (athlete := digits.get(int(does))) is not None:
                live.submit(i.Tap, button.at_ns, athlete=athlete)

    def presses(self) -> Iterator[Button]:
        """As they come, until the device is gone. Raises OSError, which is one way of being gone."""
        left = b""
        while data := os.read(self._fd, 64 * EVENT.size):
            left += data
            yield from buttons(left)
            left = left[len(left) // EVENT.size * EVENT.size :]

    def close(self) -> None:
        """For who didn't `read` it to its end."""
        os.close(self._fd)


def devices(listed: Path = DEVICES) -> list[tuple[str, str]]:
    """(path, name) of every device with buttons; none where the system doesn't tell."""
    try:
        text = listed.read_text(errors="replace")
    except OSError:
        return []
    found = []
    for block in text.split("\n\n"):
        lines = {line[:1]: line[3:] for line in block.splitlines() if line[:1] in "NH"}
        event = next((word for word in lines.get("H", "").split() if word.startswith("event")), None)
        if event is not None and "kbd" in lines.get("H", ""):
            found.append((f"/dev/input/{event}", lines.get("N", "").removeprefix("Name=").strip('"')))
    return found


def _why(path: str, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return f"{path[:80]} can't be read; 'sudo usermod -aG input $USER' and a new login allow it"
    return f"there is no pad at {path[:80]!r}; 'trackbuddy doctor' lists those there are"
