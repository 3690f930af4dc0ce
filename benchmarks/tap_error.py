"""How far a tap's recorded instant lies from when its byte was sent: the program in a pty, keys from this process.

`python benchmarks/tap_error.py [TAPS]`, alone, and with two and six processes that never rest. Prints milliseconds.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.e2e.terminal import Terminal  # noqa: E402 - the path comes first

from trackbuddy.storage.logs import read_log  # noqa: E402
from trackbuddy.timing import facts as f  # noqa: E402
from trackbuddy.units import NS  # noqa: E402

TAP_FACTS = (f.Split, f.TapIgnored, f.LeadInStarted)


@contextlib.contextmanager
def ahead_of_the_rest() -> Iterator[None]:
    """The sender is no part of what is measured: where it may, it waits for no burner between its stamp and its key."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(2))
    except (AttributeError, OSError):
        yield
        return
    try:
        yield
    finally:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


def measure(taps: int) -> list[float]:
    """Every tap becomes a fact, counted or not, and each carries its stamp."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ("run", "1 x 1km @ 3:20", "--sound", "off")
        screen = Terminal(arguments, Path(folder), columns=100, rows=30)  # with the track and the target on it
        screen.until_text("SPACE")
        screen.rest(1.0)
        sent = []
        chance = random.Random(1)
        with ahead_of_the_rest():
            for _ in range(taps):
                sent.append(time.monotonic_ns())
                screen.press(" ")
                screen.rest(chance.uniform(0.05, 0.15))
        screen.kill()
        screen.wait()
        path = screen.log()
        assert path is not None, "the program made a log"
        log = read_log(path)
        screen.close()
    origin_ns = log.header.clock.monotonic_ns
    stamps = [line.fact.at_ns + origin_ns for line in log.lines if isinstance(line.fact, TAP_FACTS)]
    assert len(stamps) == taps, f"{taps} taps were sent and {len(stamps)} recorded"
    return sorted((stamp - at) / NS * 1000 for stamp, at in zip(stamps, sent, strict=True))


def burn() -> None:
    while True:
        sum(range(10_000))


LOADS = (("idle", 0), ("two burners", 2), ("six burners", 6))


def main() -> None:
    taps = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(f"tap error in ms, {taps} taps       median     p99     max  over 20 ms")
    for name, burners in LOADS:
        busy = [multiprocessing.Process(target=burn, daemon=True) for _ in range(burners)]
        for process in busy:
            process.start()
        try:
            errors = measure(taps)
        finally:
            for process in busy:
                process.terminate()
        p99 = errors[min(len(errors) - 1, int(len(errors) * 0.99))]
        late = sum(error > 20 for error in errors)
        print(f"{name:<30} {errors[len(errors) // 2]:>8.2f} {p99:>7.2f} {errors[-1]:>7.2f} {late:>11}", flush=True)


if __name__ == "__main__":
    main()
