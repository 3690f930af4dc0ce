"""The private parts of Textual that trackbuddy leans on, tried in a real terminal: these fail when they change."""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import pty
import re
import signal
import sys
import termios
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.warm import OVEN, Warm
from textual import events
from textual.drivers.linux_driver import LinuxDriver

from trackbuddy.tui.driver import hearing_driver, press_of
from trackbuddy.tui.keyboard.heard import Given
from trackbuddy.tui.keyboard.parser import PASTE_GAP_NS
from trackbuddy.units import NS

LONGEST_S = 30.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the driver is for Linux terminals")


@dataclass
class Terminal:
    """The probe in a terminal of its own."""

    process: Warm
    master: int
    slave: int
    said: Path
    drawn: bytearray = field(default_factory=bytearray)
    """All that was written to the terminal so far."""

    def until_ready(self) -> None:
        deadline = time.monotonic() + LONGEST_S
        while not self.said.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert self.said.exists(), "the probe never came up"

    def until_drawn(self, *parts: bytes) -> None:
        """These, one behind the other."""
        wanted = re.compile(b".*".join(map(re.escape, parts)), re.DOTALL)
        deadline = time.monotonic() + LONGEST_S
        while not wanted.search(self.drawn) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert wanted.search(self.drawn)

    def until_stopped(self) -> None:
        deadline = time.monotonic() + LONGEST_S
        stat = Path(f"/proc/{self.process.pid}/stat")
        while stat.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "T":
            assert time.monotonic() < deadline, "it never stopped"
            time.sleep(0.02)

    def until_stamper(self) -> int:
        """The process that reads the keys, once it does."""
        deadline = time.monotonic() + LONGEST_S
        while time.monotonic() < deadline:
            for pid in Path(f"/proc/{self.process.pid}/task").glob("*/children"):
                for child in pid.read_text(encoding="ascii").split():
                    if b"stamper" in Path(f"/proc/{child}/cmdline").read_bytes() and ignores_hangup(child):
                        return int(child)
            time.sleep(0.02)
        raise AssertionError("no process stamps keys")

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def end(self) -> int:
        return self.process.wait(LONGEST_S)

    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.said.read_text(encoding="utf-8"))
        return found


@contextlib.contextmanager
def terminal(said: Path, *more: str) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    process = OVEN.start("tests.tui.pty_probe", [str(said), *more], os.environ, slave)
    at = Terminal(process, master, slave, said)
    drain = threading.Thread(target=_drain, args=(at,), daemon=True)
    drain.start()
    try:
        yield at
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for fd in (slave, master):
            with contextlib.suppress(OSError):
                os.close(fd)


def _drain(at: Terminal) -> None:
    with contextlib.suppress(OSError):
        while data := os.read(at.master, 65536):
            at.drawn += data


def test_a_tap_is_decided_in_the_input_thread_while_the_loop_hangs(tmp_path: Path) -> None:
    with terminal(tmp_path / "said", "hang") as at:
        at.until_ready()
        at.type(b" \x11l")
        assert at.end() == 0
        report = at.report()
    assert report["thread"] == "textual-input"
    assert report["hanging"] is True
    assert report["facts"][-1] == "Closed"


def test_one_key_is_one_tap_although_hook_and_loop_both_see_it(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        at.type(b" \x11l")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "LeadInStarted", "Closed"]


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
def test_a_killed_or_closed_terminal_leaves_the_session_resumable(tmp_path: Path, how: str) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        if how == "closed":
            os.close(at.slave)
            os.close(at.master)
        else:
            at.process.send_signal(getattr(signal, how))
        code = at.end()
        assert code == 128 + (signal.SIGTERM if how == "SIGTERM" else signal.SIGHUP)
        assert at.report()["facts"][-1] == "Closed"


STRANGE = (b"\xff", b"caf\xe9", b"\xc3", b"\x1b[200~lost", b"\x1b", b"\x1bP1$r", b"\x1b[M")


def test_no_bytes_stop_the_keyboard(tmp_path: Path) -> None:
    """A Space behind each of them is a tap."""
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        for strange in STRANGE:
            at.type(strange)
            time.sleep(PASTE_GAP_NS / NS + 0.1)
            at.type(b" ")
        at.type(b"\x11l")
        assert at.end() == 0
        assert at.report()["taps"] == len(STRANGE)


def test_the_terminal_is_given_back_and_asked_for_nothing_that_nobody_reads(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        before = termios.tcgetattr(at.slave)
        at.until_ready()
        assert termios.tcgetattr(at.slave) != before
        at.type(b"\x11l")
        assert at.end() == 0
        assert termios.tcgetattr(at.slave) == before
        at.until_drawn(b"\x1b[?1049l")
        for asked in (b"\x1b[>", b"\x1b[<u", b"?1004h", b"?2048", b"?1002h", b"?1003h", b"?1015h"):
            assert asked not in at.drawn
        assert at.drawn.count(b"?2004l") >= 1
        assert mouse_is_off(at)


# --- the mouse ------------------------------------------------------------------------------------------------------


def mouse_is_off(at: Terminal) -> bool:
    """Both of its modes were on, and both were switched off last."""
    return all(0 < at.drawn.rfind(b"?%dh" % mode) < at.drawn.rfind(b"?%dl" % mode) for mode in (1000, 1006))


def cell_of(at: Terminal, word: bytes) -> bytes:
    """The row and column, from 1 on, where a word of the first frame stands."""
    before = at.drawn[: at.drawn.rindex(word)]
    row, column = re.findall(rb"\x1b\[(\d+);(\d+)H", before)[-1]
    since = re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", before[before.rindex(b"H") + 1 :])
    return b"%d;%d" % (int(column) + len(since), int(row))


def test_a_click_on_a_hint_is_its_key_and_one_elsewhere_is_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        at.until_drawn(b"more")
        at.type(b"\x1b[<0;3;3M\x1b[<0;3;3m")
        at.type(b"\x1b[<0;%sM\x1b[<0;%sm" % (cell_of(at, b"more"), cell_of(at, b"more")))
        at.until_drawn(b"redo")
        at.type(b"\x11l")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "Closed"]


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "SIGKILL", "crash"])
def test_however_it_ends_the_mouse_is_off(tmp_path: Path, how: str) -> None:
    with terminal(tmp_path / "said", *(("crash",) if how == "crash" else ())) as at:
        at.until_ready()
        at.until_stamper()
        if how != "crash":
            at.process.send_signal(getattr(signal, how))
        at.end()
        at.until_drawn(b"\x1b[?1049l")
        assert mouse_is_off(at)


def test_a_program_that_is_suspended_leaves_the_mouse_to_the_shell_and_takes_it_again(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        at.process.send_signal(signal.SIGTSTP)
        at.until_stopped()
        at.until_drawn(b"\x1b[?1049l")
        assert mouse_is_off(at)
        at.process.send_signal(signal.SIGCONT)
        at.until_drawn(b"?1049l", b"?2004h")
        at.type(b" \x11l")
        assert at.end() == 0
        assert mouse_is_off(at)


# --- the process that stamps ----------------------------------------------------------------------------------------


def test_keys_are_stamped_by_a_process_of_their_own_which_goes_with_the_program(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        stamper = at.until_stamper()
        at.type(b" \x11l")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "LeadInStarted", "Closed"]
        assert not is_alive(stamper)


def test_where_the_stamper_ends_the_keys_are_read_on_and_it_is_said(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        os.kill(at.until_stamper(), signal.SIGKILL)
        at.until_drawn(b"has ended")
        at.type(b" \x11l")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "LeadInStarted", "Closed"]


def test_a_killed_program_leaves_no_stamper_and_a_terminal_as_it_was(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        before = termios.tcgetattr(at.slave)
        at.until_ready()
        stamper = at.until_stamper()
        at.process.kill()
        at.end()
        deadline = time.monotonic() + LONGEST_S
        while is_alive(stamper) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not is_alive(stamper)
        assert termios.tcgetattr(at.slave) == before
        at.until_drawn(b"\x1b[?1049l")


def ignores_hangup(pid: str) -> bool:
    """The first thing that the stamping process sees to."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    ignored = next(line for line in status.splitlines() if line.startswith("SigIgn:"))
    return bool(int(ignored.split()[1], 16) & 1 << signal.SIGHUP - 1)


def is_alive(pid: int) -> bool:
    """A zombie that nobody has buried yet is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# --- what is overridden ---------------------------------------------------------------------------------------------


class Deaf:
    """Hears and does nothing."""

    def hear(self, heard: Given) -> None: ...

    def wrong(self, why: str) -> None: ...

    def gone(self) -> None: ...

    def settled(self) -> bool:
        return False


def test_the_driver_still_has_what_is_overridden_and_used() -> None:
    """The input thread runs `run_input_thread` until `exit_event` is set; everything is written through `write`."""
    driver = hearing_driver(Deaf())
    assert issubclass(driver, LinuxDriver)
    assert list(inspect.signature(LinuxDriver.run_input_thread).parameters) == ["self"]
    assert list(inspect.signature(LinuxDriver.write).parameters) == ["self", "data"]
    assert "self.run_input_thread()" in inspect.getsource(LinuxDriver._run_input_thread)
    assert "while not self.exit_event.is_set()" in inspect.getsource(LinuxDriver.run_input_thread)
    assert "self._key_thread.join()" in inspect.getsource(LinuxDriver.disable_input)
    starts = inspect.getsource(LinuxDriver.start_application_mode)
    assert "self.attrs_before = termios.tcgetattr(self.fileno)" in starts
    assert starts.index("attrs_before") < starts.index("self._key_thread.start()")
    assert inspect.getsource(LinuxDriver).count("TerminalSupportsSynchronizedOutput") == 0
    assert "self._enable_mouse_support()" in starts
    assert "self._disable_mouse_support()" in inspect.getsource(LinuxDriver.disable_input)
    begins = inspect.getsource(LinuxDriver.__init__)
    assert "signal.signal(signal.SIGTSTP, self._sigtstp_application)" in begins
    assert "signal.signal(signal.SIGCONT, self._sigcont_application)" in begins


def test_a_key_s_time_is_on_the_monotonic_clock() -> None:
    before = time.monotonic_ns()
    event = events.Key("space", " ")
    after = time.monotonic_ns()
    press = press_of(event)
    assert press.key == "space"
    assert before - 1000 <= press.at_ns <= after + 1000


@pytest.mark.parametrize(("key", "character", "name"), [("plus", "+", "+"), ("H", "H", "H"), ("tab", "\t", "tab")])
def test_a_key_of_textuals_has_the_keyboards_name(key: str, character: str, name: str) -> None:
    assert press_of(events.Key(key, character)).key == name


def test_a_program_that_was_stopped_from_outside_has_one_reader_and_gives_the_terminal_back(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        before = termios.tcgetattr(at.slave)
        at.until_ready()
        at.process.send_signal(signal.SIGSTOP)
        at.process.send_signal(signal.SIGCONT)
        at.until_drawn(b"?1049l", b"?2004h")
        at.type(b" \x11l")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "LeadInStarted", "Closed"]
        assert termios.tcgetattr(at.slave) == before
