"""The real program in a real terminal of its own: a pty, keys in, the log out."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.patience import PATIENCE_S
from tests.warm import OVEN, Warm

PROGRAM = ("-m", "trackbuddy")
AGAIN_S = 0.3
"""Longer than between the repeats of a key held down, which the program takes for one press."""


class Terminal:
    """trackbuddy running in a pty. Ends by itself when the test does."""

    def __init__(
        self,
        arguments: Sequence[str],
        home: Path,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = PROGRAM,
        warm: bool = False,
    ) -> None:
        self.home = home
        self.fd, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))  # before the program can ask
        environment = {**os.environ, "TRACKBUDDY_HOME": str(home)}
        self.process: Warm | subprocess.Popen[bytes]
        if warm and program == PROGRAM and sys.platform == "linux":
            self.process = OVEN.start(PROGRAM[1], arguments, environment, theirs)
        else:
            self.process = subprocess.Popen(
                [sys.executable, *program, *arguments],
                env=environment,
                preexec_fn=lambda: os.login_tty(theirs),
            )
        os.close(theirs)
        self.seen = b""

    def press(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def _read(self, for_s: float) -> bool:
        """Takes in what the program drew. False once it has gone."""
        ready, _, _ = select.select([self.fd], [], [], for_s)
        if not ready:
            return True
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)

    def until_fact(self, kind: str, count: int = 1) -> list[dict[str, Any]]:
        """Waits until the log holds so many facts of a kind, and gives all its facts."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            facts = self.facts()
            if sum(fact["kind"] == kind for fact in facts) >= count:
                return facts
            if not self._read(0.02):
                break
        raise AssertionError(f"no {count} {kind} in {[fact['kind'] for fact in self.facts()]}; screen: {self.text()}")

    def press_until_fact(self, keys: str, kind: str) -> None:
        """Presses a key until it has done its work: one that comes too soon is no key of the program's yet."""
        until = time.monotonic() + PATIENCE_S
        while not any(fact["kind"] == kind for fact in self.facts()):
            assert time.monotonic() < until, f"no {kind}; screen: {self.text()}"
            assert self.process.poll() is None, f"gone without {kind}: {self.text()}"
            self.press(keys)
            self.rest(AGAIN_S)

    def begin(self, *, plain: bool = False) -> None:
        """Starts the session: its lead-in runs."""
        self.until_text("log " if plain else "SPACE")
        self.press("\n" if plain else " ")

    def first_rep(self, *, plain: bool = False) -> list[dict[str, Any]]:
        """Starts the session, and gives all facts once its first rep runs."""
        self.begin(plain=plain)
        return self.until_fact("rep_started")

    def until_text(self, text: str, behind: int = 0) -> None:
        """Waits until it was drawn, behind so many bytes."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and text.encode() not in self.seen[behind:]:
            if not self._read(0.05):
                break
        assert text.encode() in self.seen[behind:], self.text()

    def rest(self, seconds: float) -> None:
        """Lets time go by, and the program draw: one whose output nobody takes stands still."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass

    def text(self) -> str:
        return self.seen[-2000:].decode(errors="replace")

    def log(self) -> Path | None:
        return next(iter(sorted((self.home / "logs").glob("*.jsonl"))), None)

    def facts(self) -> list[dict[str, Any]]:
        """The whole lines of the only log, without its header."""
        path = self.log()
        lines = path.read_bytes().split(b"\n")[1:-1] if path else []
        return [json.loads(line) for line in lines]

    def wait(self) -> int:
        """The exit code, once the program has gone by itself."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            self._read(0.05)
            code = self.process.poll()
            if code is not None:
                while self._read(0.05) and select.select([self.fd], [], [], 0)[0]:
                    pass
                return code
        raise AssertionError(f"still running: {self.text()}")

    def kill(self, number: int = signal.SIGKILL) -> None:
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """The terminal is gone, not only told to go."""
        os.close(self.fd)
        self.fd = -1

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.fd >= 0:
            self.hang_up()


Open = Callable[..., Terminal]
