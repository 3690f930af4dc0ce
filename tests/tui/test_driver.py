"""The private parts of Textual that trackbuddy leans on, tried in a real terminal: these fail when they change."""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.drivers.linux_driver import LinuxDriver

from trackbuddy.tui.driver import hearing_driver, mono_ns

ROOT = Path(__file__).parents[2]
LONGEST_S = 30.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the driver is for Linux terminals")


@dataclass
class Terminal:
    """The probe in a terminal of its own."""

    process: subprocess.Popen[bytes]
    master: int
    said: Path

    def until_ready(self) -> None:
        deadline = time.monotonic() + LONGEST_S
        while not self.said.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert self.said.exists(), "the probe never came up"

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
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.tui.pty_probe", str(said), *more],
        cwd=ROOT,
        preexec_fn=lambda: os.login_tty(slave),
    )
    os.close(slave)
    drain = threading.Thread(target=_drain, args=(master,), daemon=True)
    drain.start()
    try:
        yield Terminal(process, master, said)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        with contextlib.suppress(OSError):
            os.close(master)


def _drain(master: int) -> None:
    with contextlib.suppress(OSError):
        while os.read(master, 65536):
            pass


def test_a_tap_is_decided_in_the_input_thread_while_the_loop_hangs(tmp_path: Path) -> None:
    with terminal(tmp_path / "said", "hang") as at:
        at.until_ready()
        at.type(b" \x11f")
        assert at.end() == 0
        report = at.report()
    assert report["thread"] == "textual-input"
    assert report["hanging"] is True
    assert report["facts"][-1] == "Finished"


def test_one_key_is_one_tap_although_hook_and_loop_both_see_it(tmp_path: Path) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        at.type(b" \x11f")
        assert at.end() == 0
        assert at.report()["facts"] == ["SessionOpened", "LeadInStarted", "Finished"]


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
def test_a_killed_or_closed_terminal_leaves_the_session_resumable(tmp_path: Path, how: str) -> None:
    with terminal(tmp_path / "said") as at:
        at.until_ready()
        if how == "closed":
            os.close(at.master)
        else:
            at.process.send_signal(getattr(signal, how))
        code = at.end()
        assert code == 128 + (signal.SIGTERM if how == "SIGTERM" else signal.SIGHUP)
        assert at.report()["facts"][-1] == "Closed"


def test_the_driver_still_has_what_is_overridden() -> None:
    """Every message of the input thread goes through `process_message(self, message)`."""
    assert list(inspect.signature(LinuxDriver.process_message).parameters) == ["self", "message"]
    assert "self.process_message(" in inspect.getsource(LinuxDriver.run_input_thread)
    driver = hearing_driver(lambda _: None)
    assert driver is not None
    assert issubclass(driver, LinuxDriver)


def test_a_key_s_time_is_on_the_monotonic_clock() -> None:
    before = time.monotonic_ns()
    event = events.Key("space", " ")
    after = time.monotonic_ns()
    assert before - 1000 <= mono_ns(event) <= after + 1000
