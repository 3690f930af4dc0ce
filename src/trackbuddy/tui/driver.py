"""The only file that uses private parts of Textual. Read against Textual 8.2.8; tests/tui/test_driver.py watches them.

`LinuxDriver` reads the keyboard in a thread of its own, `run_input_thread`, until its `exit_event` is set. Its own
reading ends for good at a byte that is no UTF-8, keeps every key to itself once a paste has begun and not ended, and
hands keys to the app's loop, which may be busy. So it is replaced here: the same thread reads with `keyboard.sources`
and hands each key over at once; screens that time nobody get the same keys as Textual's own events. `write` keeps back
what only Textual's reading would understand. Of the mouse a running session wants to know no more than its buttons.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Protocol

from textual import events, messages
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key
from textual.message import Message

from trackbuddy.tui.keyboard.heard import UNKNOWN, Click, Given, Heard, ModeReport, MouseReport, Pasted, Press, of_mouse
from trackbuddy.tui.keyboard.sources import GoneError, Stamped, Terminal, listen
from trackbuddy.units import NS

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver

SYNCHRONIZED = 2026
"""The terminal's mode of drawing a whole frame at once."""
BUTTONS = (1000, 1006)
"""The mouse's buttons, and its reports written so that a Space stands in none of them."""
KEPT_BACK = ("\x1b[>", "\x1b[<u", "\x1b[?1004", "\x1b[?2048")
"""Kitty's keyboard protocol, news of the focus, sizes in band: Textual switches them on, and nobody here needs them."""


class Ears(Protocol):
    """Who hears the keyboard and the mouse. Called in the thread that reads them."""

    def hear(self, heard: Given) -> None: ...

    def wrong(self, why: str) -> None:
        """Something could not be heard; the reading goes on."""
        ...

    def gone(self) -> None:
        """The terminal is gone."""
        ...

    def settled(self) -> bool:
        """Whether the first frame is out: only then the stamping process is started."""
        ...


def press_of(event: events.Key) -> Press:
    """A key that came through Textual's own loop. Its seconds, a float, are exact to 0.1 us for 30 years of uptime."""
    writes = event.character and event.is_printable and event.key != "space"
    return Press(str(event.character) if writes else event.key, round(event.time * NS))


def click_of(event: events.MouseDown) -> Click | None:
    """The first button alone."""
    alone = event.button == 1 and not (event.shift or event.meta or event.ctrl)
    return Click(event.screen_x, event.screen_y, round(event.time * NS)) if alone else None


def _quiet_driver() -> type[LinuxDriver]:
    """Asks the terminal for nothing that nobody reads, and reads it once whatever stopped the program."""
    from textual.drivers.linux_driver import LinuxDriver

    class QuietDriver(LinuxDriver):
        def write(self, data: str) -> None:
            if not data.startswith(KEPT_BACK):
                super().write(data)

        # Not in the handlers themselves: they may come while the loop holds the queue that everything is written to,
        # and would wait for it for ever.
        def _sigtstp_application(self, *_: object) -> None:
            self._loop.call_soon_threadsafe(super()._sigtstp_application)

        def _sigcont_application(self, *_: object) -> None:
            self._loop.call_soon_threadsafe(self._go_on)

        def _go_on(self) -> None:
            # Stopped by SIGSTOP nothing was put away, and starting on top of it would leave two threads reading the
            # keyboard: one takes the key, the other stamps the next with the instant of this one.
            if self._auto_restart and not self._must_signal_resume:
                self.suspend_application_mode()
            super()._sigcont_application()

    return QuietDriver


def hearing_driver(ears: Ears) -> type[Driver]:
    """A driver that hands every key to `ears` in the input thread."""

    class HearingDriver(_quiet_driver()):  # type: ignore[misc]  # a class made when it is needed
        def run_input_thread(self) -> None:
            source = Stamped(
                self.fileno,
                self.attrs_before,
                wanted=ears.settled,
                ended=lambda: ears.wrong("the process that stamps keys has ended; they are stamped here now"),
            )
            try:
                listen(source, self._heard, self.exit_event.is_set, ears.wrong)
            except GoneError:
                ears.gone()
            finally:
                source.close()

        def _enable_mouse_support(self) -> None:
            """Only buttons, not each motion: every report costs the thread that stamps keys."""
            for mode in BUTTONS:
                self.write(f"\x1b[?{mode}h")
            self.flush()

        def _disable_mouse_support(self) -> None:
            for mode in BUTTONS:
                self.write(f"\x1b[?{mode}l")
            self.flush()

        def _heard(self, heard: Heard) -> None:
            given = of_mouse(heard) if isinstance(heard, MouseReport) else heard
            if given is not None and not isinstance(given, ModeReport):
                ears.hear(given)
            elif isinstance(heard, ModeReport) and is_synchronized(heard):
                self.process_message(messages.TerminalSupportsSynchronizedOutput())

    return HearingDriver


def sturdy_driver() -> type[Driver]:
    """A driver for screens that time nobody: Textual's own events, from our own reading."""

    class SturdyDriver(_quiet_driver()):  # type: ignore[misc]  # a class made when it is needed
        def run_input_thread(self) -> None:
            self._mouse_reader = XTermParser()
            with contextlib.suppress(GoneError):  # the hang-up that comes with it ends the program
                listen(Terminal(self.fileno), self._heard, self.exit_event.is_set, lambda why: None)

        def _heard(self, heard: Heard) -> None:
            message = self._message(heard)
            if message is not None:
                self.process_message(message)

        def _message(self, heard: Heard) -> Message | None:
            match heard:
                case Press():
                    return event_of(heard)
                case Pasted(text=text):
                    return events.Paste(text.replace("\x00", ""))
                case MouseReport(code=code):
                    return self._mouse_reader.parse_mouse_code(code)
                case _:
                    return messages.TerminalSupportsSynchronizedOutput() if is_synchronized(heard) else None

    return SturdyDriver


def is_synchronized(heard: ModeReport) -> bool:
    return heard.number == SYNCHRONIZED and heard.setting > 0


_WRITES = {"space": " ", "enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f"}


def event_of(press: Press) -> events.Key | None:
    """The key as Textual names it; None for one without a meaning."""
    if press.key == UNKNOWN:
        return None
    if len(press.key) > 1:
        return events.Key(press.key, _WRITES.get(press.key))
    name = press.key if press.key.isalnum() else _character_to_key(press.key)
    return events.Key(KEY_NAME_REPLACEMENTS.get(name, name), press.key)
