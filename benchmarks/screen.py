"""What the live screen costs: processor time and bytes a second in a rep, beside a bare 10 Hz clock in the same run.

`python benchmarks/screen.py [SECONDS [COLUMNSxROWS ...]]`. The program runs in a pty as it would in a terminal.
"""

from __future__ import annotations

import os
import pty
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from select import select

ROOT = Path(__file__).parents[1]
SIZES = ("80x24", "100x30", "160x45")
SETTLE_S = 2.0
"""Starting up, and everything being drawn for the first time, are not counted."""
LEAD_IN_S = 3.0
SMOOTH = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
PLAIN = {"TERM": "xterm-256color", "COLORTERM": ""}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    cpu: float
    """Share of a core."""
    bytes_s: float


def measure(arguments: Sequence[str], size: str, colours: Mapping[str, str], seconds: float, *, starts: bool) -> Cost:
    """`starts`: the session is begun, and measured from its first rep on."""
    columns, rows = map(int, size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        pid, fd = pty.fork()
        if pid == 0:
            termios.tcsetwinsize(0, (rows, columns))
            os.execvpe(sys.executable, [sys.executable, *arguments], {**os.environ, **colours, "TRACKBUDDY_HOME": home})
        try:
            _taken(fd, SETTLE_S)
            if starts:
                os.write(fd, b" ")
                _taken(fd, LEAD_IN_S + SETTLE_S)
            before, began = _used(pid), time.monotonic()
            count = _taken(fd, seconds)
            gone = time.monotonic() - began
            return Cost((_used(pid) - before) / gone, count / gone)
        finally:
            os.kill(pid, 9)
            os.waitpid(pid, 0)
            os.close(fd)


def _taken(fd: int, seconds: float) -> int:
    """Bytes written meanwhile; a program whose output nobody takes stands still."""
    until, count = time.monotonic() + seconds, 0
    while (left := until - time.monotonic()) > 0:
        if select([fd], [], [], left)[0]:
            count += len(os.read(fd, 65536))
    return count


def _used(pid: int) -> float:
    """Processor time of the process so far, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 15.0
    sizes = sys.argv[2:] or SIZES
    session = ["-m", "trackbuddy", "run", "8x400m @ 75, 30s rest", "--sound", "off", "--lead-in", f"{LEAD_IN_S:g}s"]
    print(f"{'live screen, a rep of 400 m':<28} {'cpu of a core':>14} {'x bare':>7} {'kB/s':>7}")
    for size in sizes:
        bare = measure([str(ROOT / "benchmarks" / "bare_clock.py")], size, SMOOTH, seconds, starts=False)
        print(f"{size + ' bare clock':<28} {bare.cpu:>13.1%} {1:>7.1f} {bare.bytes_s / 1000:>7.1f}", flush=True)
        for name, colours in (("smooth", SMOOTH), ("plain", PLAIN), ("no colour", {**PLAIN, "NO_COLOR": "1"})):
            cost = measure(session, size, colours, seconds, starts=True)
            times = cost.cpu / bare.cpu if bare.cpu else float("nan")
            print(f"{f'{size} {name}':<28} {cost.cpu:>13.1%} {times:>7.1f} {cost.bytes_s / 1000:>7.1f}", flush=True)


if __name__ == "__main__":
    main()
