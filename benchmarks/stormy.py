"""trackbuddy with a thread in it that makes garbage and has it collected five times a second, for `tap_error.py`."""

from __future__ import annotations

import gc
import sys
import threading
import time

from trackbuddy.cli import main

CYCLES = 50_000


def storm() -> None:
    while True:
        kept: list[list[object]] = [[] for _ in range(CYCLES)]
        for item in kept:
            item.append(item)  # which only a collection finds
        del kept
        gc.collect()
        time.sleep(0.2)


if __name__ == "__main__":
    threading.Thread(target=storm, daemon=True).start()
    sys.exit(main())
