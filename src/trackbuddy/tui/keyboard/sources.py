"""Where stamped bytes come from: a small process that only reads and stamps, or this thread where there is none."""

from __future__ import annotations

import contextlib
import marshal
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Final

from trackbuddy.tui.keyboard import stamper
from trackbuddy.tui.keyboard.heard import Heard
from trackbuddy.tui.keyboard.parser import KeyParser
from trackbuddy.units import NS

LOOK_S: Final = 0.1
"""How often it is looked whether there is still anything to read for."""
READ: Final = 4096
GOES_S: Final = 1.0
"""How long a stamper is given to go."""

Piece = tuple[bytes, int]
"""Bytes, and when they arrived."""


class GoneError(Exception):
    """The terminal is gone: nothing will ever be read again."""


class Terminal:
    """Read in this thread."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def read(self, wait_s: float) -> list[Piece]:
        """What came, waited for at most so long. Raises GoneError."""
        if not _readable((self._fd,), wait_s):
            return []
        at_ns = time.monotonic_ns()
        return [(_bytes(self._fd), at_ns)]


class Stamped:
    """Read and stamped by a process of its own, once that is ready; by this thread before, and when it has ended."""

    def __init__(
        self, fd: int, attributes: list[Any] | None, *, wanted: Callable[[], bool], ended: Callable[[], None]
    ) -> None:
        """`attributes`: the terminal's as they were before. The process is started once it is `wanted`.

        `ended` is called if it ends unasked.
        """
        self._fd, self._attributes = fd, attributes
        self._wanted, self._ended = wanted, ended
        self._terminal = Terminal(fd)
        self._tried = self._reads = False
        self._left = bytearray()
        self._process: subprocess.Popen[bytes] | None = None
        self._control = -1

    def _start(self) -> None:
        self._tried = True
        child_control, self._control = os.pipe()
        attributes = marshal.dumps(self._attributes or []).hex()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", stamper.__file__, str(child_control), attributes],
                stdin=self._fd,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(child_control,),
                bufsize=0,
            )
        except (OSError, ValueError):  # then this thread reads on
            self._let_go()
        finally:
            os.close(child_control)

    def read(self, wait_s: float) -> list[Piece]:
        """What came, waited for at most so long. Raises GoneError."""
        if not self._tried and self._wanted():
            self._start()
        if self._pipe is None:
            return self._terminal.read(wait_s)
        if self._reads:
            return self._from_process(wait_s) if _readable((self._pipe,), wait_s) else []
        ready = _readable((self._pipe, self._fd), wait_s)
        at_ns = time.monotonic_ns()
        pieces = [(_bytes(self._fd), at_ns)] if self._fd in ready else []
        if self._pipe in ready:
            self._hand_over()
        return pieces

    @property
    def _pipe(self) -> int | None:
        process = self._process
        return process.stdout.fileno() if process is not None and process.stdout is not None else None

    def _hand_over(self) -> None:
        """From here on only the process reads: two readers would each get half of a sequence."""
        assert self._pipe is not None, "there is a process"
        try:
            self._reads = os.read(self._pipe, 1) == stamper.READY and os.write(self._control, stamper.BEGIN) == 1
        except OSError:
            self._reads = False
        if not self._reads:
            self.close()
            self._ended()

    def _from_process(self, wait_s: float) -> list[Piece]:
        assert self._pipe is not None, "there is a process"
        try:
            data = os.read(self._pipe, 16 * READ)
        except OSError:
            data = b""
        if not data:
            self.close()
            self._ended()
            return []
        self._left += data
        return list(self._pieces())

    def _pieces(self) -> list[Piece]:
        found: list[Piece] = []
        head = stamper.RECORD.size
        while len(self._left) >= head:
            at_ns, length = stamper.RECORD.unpack_from(self._left)
            if len(self._left) < head + length:
                break
            found.append((bytes(self._left[head : head + length]), at_ns))
            del self._left[: head + length]
        return found

    def close(self) -> None:
        """The process goes, and with it its hold on the terminal."""
        with contextlib.suppress(OSError):
            os.write(self._control, stamper.QUIT)
        self._let_go()
        process, self._process = self._process, None
        self._reads = False
        if process is None:
            return
        try:
            process.wait(GOES_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def _let_go(self) -> None:
        if self._control >= 0:
            with contextlib.suppress(OSError):
                os.close(self._control)
        self._control = -1


def listen(
    source: Terminal | Stamped, hear: Callable[[Heard], None], over: Callable[[], bool], wrong: Callable[[str], None]
) -> None:
    """Hears what the source reads until it is over. Raises GoneError. `wrong` is told what went wrong on the way."""
    parser = KeyParser()
    while not over():
        try:
            for item in _heard(parser, source):
                hear(item)
        except GoneError:
            raise
        except Exception as error:  # whatever it is, keys are still to be heard
            wrong(f"{type(error).__name__}: {error}")
            time.sleep(LOOK_S)


def _heard(parser: KeyParser, source: Terminal | Stamped) -> list[Heard]:
    until_ns = parser.waits_until_ns
    wait_s = LOOK_S if until_ns is None else min(max((until_ns - time.monotonic_ns()) / NS, 0), LOOK_S)
    pieces = source.read(wait_s)
    if not pieces:
        return parser.idle(time.monotonic_ns())
    return [item for data, at_ns in pieces for item in parser.feed(data, at_ns)]


def _readable(fds: tuple[int, ...], wait_s: float) -> set[int]:
    ready, _, _ = select.select(fds, (), (), wait_s)
    return set(ready)


def _bytes(fd: int) -> bytes:
    try:
        data = os.read(fd, READ)
    except OSError as error:
        raise GoneError(str(error)) from error
    if not data:
        raise GoneError("end of input")
    return data
