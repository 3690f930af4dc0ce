"""Prints start-up times, best of several, so that a slower start is seen. No assertions: machines differ."""

from __future__ import annotations

import subprocess
import sys
import time

ROUNDS = 7

STARTS = {
    "an empty interpreter": ["-c", "pass"],
    "import trackbuddy.plan": ["-c", "import trackbuddy.plan"],
    "import trackbuddy.timing": ["-c", "import trackbuddy.timing"],
    "import trackbuddy.cli": ["-c", "import trackbuddy.cli"],
    "import trackbuddy.tui": ["-c", "import trackbuddy.tui"],
    "import textual.app": ["-c", "import textual.app"],
    "trackbuddy show '8x200m @ 34, 30s rest'": ["-m", "trackbuddy", "show", "8x200m @ 34, 30s rest"],
}


def best_ms(arguments: list[str]) -> float | None:
    """The fastest of ROUNDS fresh interpreters, in milliseconds; None where it fails."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append((time.perf_counter() - began) * 1000)
        if done.returncode != 0:
            return None
    return min(times)


def main() -> None:
    print(f"start-up, best of {ROUNDS}, Python {sys.version.split()[0]}")
    for name, arguments in STARTS.items():
        best = best_ms(arguments)
        print(f"{'failed' if best is None else f'{best:.0f} ms':>8}  {name}")


if __name__ == "__main__":
    main()
