"""How far a tap's recorded instant lies from when its byte was sent: the program in a pty, keys from this process.

`python benchmarks/tap_error.py [TAPS]`, with a rep on the stadium: alone, while everything is drawn anew 20 times a
second, while garbage is made and collected, and beside two and six processes that never rest. Prints milliseconds.

Beside each stands a bare reader: a process that does nothing but stamp, ahead of the rest where that is granted, in a
pty of its own, with a key at the same moments. What it is late, nobody who reads a terminal has for less: Linux hands
a pty's bytes on in a kernel thread that waits its turn on a busy machine. `own` is what the program adds, tap by tap.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pty
import random
import struct
import sys
import tempfile
import termios
import threading
import time
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.e2e.terminal import PROGRAM, Terminal  # noqa: E402 - the path comes first

from trackbuddy.storage.logs import read_log  # noqa: E402
from trackbuddy.timing import facts as f  # noqa: E402
from trackbuddy.units import NS  # noqa: E402

TAP_FACTS = (f.Split, f.TapIgnored, f.LeadInStarted)
STORMY = (str(ROOT / "benchmarks" / "stormy.py"),)
SIZES = ((30, 100), (40, 120))
"""Both have the stadium."""
INSTANT = struct.Struct("q")


@contextlib.contextmanager
def ahead_of_the_rest(priority: int) -> Iterator[None]:
    """The sender is no part of what is measured: where it may, it waits for no burner between its stamp and its key."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(priority))
    except (AttributeError, OSError):
        yield
        return
    try:
        yield
    finally:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


class BareReader:
    """Stamps each byte that comes through a pty of its own."""

    def __init__(self) -> None:
        self._fd, theirs = pty.openpty()
        tty.setraw(theirs)
        self._stamps, out = os.pipe()
        self._process = multiprocessing.Process(target=self._read, args=(theirs, out), daemon=True)
        self._process.start()

    @staticmethod
    def _read(fd: int, out: int) -> None:
        with ahead_of_the_rest(1):
            while os.read(fd, 1):
                os.write(out, INSTANT.pack(time.monotonic_ns()))

    def press(self) -> int:
        """How late it was, in ns."""
        at_ns = time.monotonic_ns()
        os.write(self._fd, b" ")
        return int(INSTANT.unpack(os.read(self._stamps, INSTANT.size))[0]) - at_ns

    def close(self) -> None:
        self._process.terminate()
        self._process.join()


@dataclass(frozen=True)
class Condition:
    name: str
    burners: int = 0
    resizes: bool = False
    program: tuple[str, ...] = PROGRAM


CONDITIONS = (
    Condition("idle"),
    Condition("everything drawn anew", resizes=True),
    Condition("garbage collected", program=STORMY),
    Condition("one burner", burners=1),
    Condition("two burners", burners=2),
    Condition("six burners", burners=6),
)


def measure(taps: int, condition: Condition) -> tuple[list[float], list[float]]:
    """How late the program and the bare reader were, tap by tap. Each tap is a fact with its stamp, counted or not."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ("run", "1 x 1km @ 3:20", "--sound", "off")
        rows, columns = SIZES[0]
        screen = Terminal(arguments, Path(folder), columns=columns, rows=rows, program=condition.program)
        bare = BareReader()
        screen.until_text("SPACE")
        screen.rest(1.0)
        sent, floor = [], []
        chance = random.Random(1)
        with resizing(screen.fd if condition.resizes else -1), ahead_of_the_rest(2):
            for at in range(taps):
                bare_first = at % 2 == 1
                if bare_first:
                    floor.append(bare.press())
                sent.append(time.monotonic_ns())
                screen.press(" ")
                if not bare_first:
                    floor.append(bare.press())
                screen.rest(chance.uniform(0.05, 0.15))
        bare.close()
        screen.kill()
        screen.wait()
        path = screen.log()
        assert path is not None, "the program made a log"
        log = read_log(path)
        screen.close()
    origin_ns = log.header.clock.monotonic_ns
    stamps = [line.fact.at_ns + origin_ns for line in log.lines if isinstance(line.fact, TAP_FACTS)]
    assert len(stamps) == taps, f"{taps} taps were sent and {len(stamps)} recorded"
    late = [(stamp - at) / NS * 1000 for stamp, at in zip(stamps, sent, strict=True)]
    return late, [ns / NS * 1000 for ns in floor]


@contextlib.contextmanager
def resizing(fd: int) -> Iterator[None]:
    """The window changes its size 20 times a second; not for -1."""
    over = threading.Event()

    def resize() -> None:
        at = 0
        while not over.wait(0.05):
            at += 1
            termios.tcsetwinsize(fd, SIZES[at % len(SIZES)])

    thread = threading.Thread(target=resize)
    if fd >= 0:
        thread.start()
    try:
        yield
    finally:
        over.set()
        if fd >= 0:
            thread.join()


def burn() -> None:
    while True:
        sum(range(10_000))


def main() -> None:
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(f"tap error in ms, {taps} taps      the program's       bare reader      own")
    print(f"{'':<24}median    p99    max  >20    p99    max    p99    max  load")
    for condition in CONDITIONS:
        busy = [multiprocessing.Process(target=burn, daemon=True) for _ in range(condition.burners)]
        for process in busy:
            process.start()
        try:
            errors, floor = measure(taps, condition)
        finally:
            for process in busy:
                process.terminate()
        own = [max(error - least, 0) for error, least in zip(errors, floor, strict=True)]
        late = sum(error > 20 for error in errors)
        tails = "".join(f"{part(each, 0.99):>7.2f}{max(each):>7.2f}" for each in (floor, own))
        program = f"{part(errors, 0.5):>6.2f}{part(errors, 0.99):>7.2f}{max(errors):>7.2f}{late:>5}"
        print(f"{condition.name:<24}{program}{tails}{os.getloadavg()[0]:>6.1f}", flush=True)


def part(values: list[float], share: float) -> float:
    """The value that so large a share of them lies below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


if __name__ == "__main__":
    main()
