"""The only file that uses private parts of Textual. Read against Textual 8.2.8; tests/tui/test_driver.py watches them.

`LinuxDriver` reads the keyboard in a thread of its own. There every key becomes an `events.Key`, whose `time` is taken
from `time.monotonic()` as it is made, and is handed to `Driver.process_message`, still in that thread; from there it
goes to the app's loop, which may be busy. Overriding this one method is enough to see a tap before the loop does. A
binding's action would be told nothing of the key's time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from textual import events
from textual.driver import Driver
from textual.message import Message

from trackbuddy.units import NS

Hear = Callable[[events.Key], None]

REPLY_S = 0.003
"""Keys this close behind an Escape, or behind each other after one, are no person's: a terminal's answer that the
parser does not know is spelled out as keys (`ESC [ ? 6 2 ; 1 c`), and its digits would be taps."""


def mono_ns(event: events.Key) -> int:
    """The key's instant on CLOCK_MONOTONIC. A float of seconds is exact to 0.1 us for 30 years of uptime."""
    return round(event.time * NS)


def hearing_driver(hear: Hear) -> type[Driver] | None:
    """A driver that calls `hear` with every key, in the input thread, before the loop. None: not on this platform."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class HearingDriver(LinuxDriver):
        _escaped_s = -REPLY_S

        def process_message(self, message: Message) -> None:
            if isinstance(message, events.Key):
                if message.key == "escape" or message.time - self._escaped_s < REPLY_S:
                    self._escaped_s = message.time
                else:
                    hear(message)
            super().process_message(message)

    return HearingDriver
