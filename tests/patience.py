"""Waiting for what another thread or program does. Nothing is claimed about how long it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

PATIENCE_S: Final = 60.0
"""When to give up: so long that no machine needs it, short enough for a fault to be seen."""
LOOK_S: Final = 0.002


def eventually(truth: Callable[[], object]) -> bool:
    """True as soon as it is true; False when patience has run out."""
    until = time.monotonic() + PATIENCE_S
    while not truth():
        if time.monotonic() > until:
            return False
        time.sleep(LOOK_S)
    return True
