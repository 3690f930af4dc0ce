"""Programs for terminals, started warm: a process that has loaded all they need makes copies of itself.

Each is a process, a session and a terminal of its own, and does from its first line on what it does anywhere. Loading
takes longer than most of what is tried in terminals, and is done once for all of them. What loads when is tried in
tests/test_architecture.py; a start from nothing, by whoever asks for one that is cold.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
LOADED: Final = (
    *("trackbuddy.cli.home", "trackbuddy.cli.resume", "trackbuddy.cli.run", "trackbuddy.plain.run"),
    *("trackbuddy.tui.home_app", "trackbuddy.tui.live_app", "textual.drivers.linux_driver"),
    *("tests.live.fakes", "tests.tui.plans"),
)
MOST: Final = 1 << 20
"""Bytes: no command line with its environment is longer."""


class Warm:
    """What `subprocess.Popen` offers and these tests use."""

    def __init__(self, status: int) -> None:
        self._status = os.fdopen(status, "rb", buffering=0)
        self.pid = int(self._status.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        return self._look(0)

    def wait(self, timeout: float | None = None) -> int:
        code = self._look(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(f"process {self.pid}", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _look(self, for_s: float | None) -> int | None:
        if self.returncode is None and select.select([self._status], [], [], for_s)[0]:
            self.returncode = int(self._status.readline())
            self._status.close()
        return self.returncode


class Oven:
    """Keeps the process that has loaded everything, from the first program on."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def start(self, module: str, arguments: Sequence[str], environment: Mapping[str, str], terminal: int) -> Warm:
        """`python -m module arguments`, in the repository's folder and in this terminal."""
        control = self._control or self._heat()
        request = json.dumps([[module, *arguments], dict(environment)]).encode()
        status, theirs = os.pipe()
        socket.send_fds(control, [request], [terminal, theirs])
        os.close(theirs)
        return Warm(status)

    def _heat(self) -> socket.socket:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.warm", str(theirs.fileno())],
                cwd=ROOT,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self._control

    def cool(self) -> None:
        if self._control is not None and self._process is not None:
            self._control.close()
            self._process.wait()
        self._control = self._process = None


OVEN: Final = Oven()


# --- in the process that is warm ------------------------------------------------------------------------------------


def serve(control: socket.socket) -> list[str]:
    """Returns in each program, with its module and arguments; at the end, and in whoever waits for a program, never."""
    for name in LOADED:
        importlib.import_module(name)
    while True:
        request, received, _, _ = socket.recv_fds(control, MOST, 2)
        if not request:
            sys.exit()
        command, environment = json.loads(request)
        terminal, status = received
        if os.fork() == 0:
            control.close()
            if keep(terminal, status):
                become(environment, terminal)
                return list(command)
        os.close(terminal)
        os.close(status)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass


def keep(terminal: int, status: int) -> bool:
    """True in the program. The process that it comes from says its number and, once it has gone, how it ended."""
    pid = os.fork()
    if pid == 0:
        os.close(status)
        return True
    os.close(terminal)
    with contextlib.suppress(OSError):
        os.write(status, b"%d\n" % pid)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.write(status, b"%d\n" % code)
    os._exit(0)


def become(environment: Mapping[str, str], terminal: int) -> None:
    """What Python itself sees to when it begins."""
    os.login_tty(terminal)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for name, number, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        stream = getattr(sys, name)
        setattr(sys, name, os.fdopen(number, mode, encoding=stream.encoding, errors=stream.errors, closefd=False))
        setattr(sys, f"__{name}__", getattr(sys, name))


if __name__ == "__main__":
    module, *sys.argv[1:] = serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module(module, run_name="__main__", alter_sys=True)
