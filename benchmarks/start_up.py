"""What a person waits for: commands, the first frame, and memory, beside what can't be had for less, in one run.

`python benchmarks/start_up.py [ROUNDS]`. Each round starts everything once, one after the other, so that a busy minute
of the machine meets all alike; the least of the rounds counts. No assertions: machines differ. Everything starts as it
does for a person, from bytecode that is kept: the first round makes it, whatever the environment says.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from select import select

ROOT = Path(__file__).parents[1]
ROUNDS = 15
SESSION = "8x200m @ 34, 30s rest"
PATIENCE_S = 60.0

PLAIN_START = ("-c", "import pydantic")
COMMANDS = {
    "show TEXT": ("-m", "trackbuddy", "show", SESSION),
    "logs": ("-m", "trackbuddy", "logs"),
    "paces": ("-m", "trackbuddy", "paces", "mile 4:32"),
    "--help": ("-m", "trackbuddy", "--help"),
}
BARE = (str(ROOT / "benchmarks" / "bare_clock.py"),)
SCREENS = {
    "run TEXT": (("-m", "trackbuddy", "run", SESSION), b"SPACE"),
    "home": (("-m", "trackbuddy"), b"What are we running"),
}


@dataclass
class Best:
    """The least of everything that was measured."""

    ms: float = float("inf")
    cpu_ms: float = float("inf")
    mb: float = float("inf")
    rounds: int = field(default=0)

    def take(self, ms: float, cpu_ms: float, mb: float) -> None:
        self.ms, self.cpu_ms, self.mb = min(self.ms, ms), min(self.cpu_ms, cpu_ms), min(self.mb, mb)
        self.rounds += 1


def environment(home: str) -> dict[str, str]:
    """Nothing of the user's, and a place for bytecode that is anybody's to write."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TRACKBUDDY_HOME": home, "PYTHONPYCACHEPREFIX": f"{Path(home).parent}/bytecode"}


def command(arguments: Sequence[str], home: str, best: Best) -> None:
    """From its start to its end."""
    began = time.perf_counter()
    started = subprocess.Popen(
        [sys.executable, *arguments],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(started.pid, 0)
    ms = (time.perf_counter() - began) * 1000
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed")
    best.take(ms, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)


def screen(arguments: Sequence[str], shows: bytes, home: str, best: Best) -> None:
    """From its start until it shows something, in a terminal of 80x24."""
    began = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        termios.tcsetwinsize(0, (24, 80))
        colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvpe(sys.executable, [sys.executable, *arguments], {**environment(home), **colours})
    seen = b""
    try:
        while shows not in seen:
            if not select([fd], [], [], PATIENCE_S)[0]:
                raise SystemExit(f"{' '.join(arguments)} never showed {shows.decode()}")
            seen += os.read(fd, 65536)
        ms = (time.perf_counter() - began) * 1000
        peak = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
        mb = int(peak.split()[1]) / 1024
    finally:
        os.kill(pid, 9)
        os.close(fd)
        _, _, used = os.wait4(pid, 0)
    best.take(ms, (used.ru_utime + used.ru_stime) * 1000, mb)


def main() -> None:
    rounds = max(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, 2)
    plain, bare = Best(), Best()
    commands, screens = {name: Best() for name in COMMANDS}, {name: Best() for name in SCREENS}
    with tempfile.TemporaryDirectory() as folder:
        empty, used = f"{folder}/empty", f"{folder}/used"  # `run` leaves logs
        for _ in range(rounds):
            command(PLAIN_START, empty, plain)
            for name, arguments in COMMANDS.items():
                command(arguments, empty, commands[name])
            screen(BARE, b"0.", used, bare)
            for name, (arguments, shows) in SCREENS.items():
                screen(arguments, shows, used, screens[name])
    load = os.getloadavg()[0]
    print(f"start-up, least of {rounds} rounds, Python {sys.version.split()[0]}, load of the machine {load:.1f}")
    print(f"{'':<22}{'wall':>8}{'':>8}{'cpu':>8}{'':>8}{'memory':>9}")
    _row("import pydantic", plain, plain)
    for name, best in commands.items():
        _row(name, best, plain)
    print("to the first frame")
    _row("a bare Textual clock", bare, bare)
    for name, best in screens.items():
        _row(name, best, bare)


def _row(name: str, best: Best, beside: Best) -> None:
    print(
        f"{name:<22}{best.ms:>5.0f} ms{best.ms / beside.ms:>7.1f}x{best.cpu_ms:>5.0f} ms"
        f"{best.cpu_ms / beside.cpu_ms:>7.1f}x{best.mb:>6.0f} MB{best.mb / beside.mb:>7.1f}x"
    )


if __name__ == "__main__":
    main()
