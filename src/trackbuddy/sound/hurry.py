"""Real-time priority for a sound library's own threads, where the system grants it.

They move some bytes every 25 ms and sleep. On a machine whose cores are all busy they are woken too late now and then,
and what is heard has a gap; whoever may, lets them go first.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PRIORITY: Final = 1
NICE: Final = -10
TASKS: Final = Path("/proc/self/task")


@contextmanager
def hurried() -> Iterator[None]:
    """Threads that begin inside and are none of Python's go first from now on."""
    before = _threads()
    yield
    ours = {thread.native_id for thread in threading.enumerate()}
    for thread in _threads() - before - ours:
        go_first(thread)


def _threads() -> set[int]:
    try:
        return {int(task.name) for task in TASKS.iterdir()}
    except OSError:
        return set()


def go_first(thread: int) -> None:
    """Raises the priority of a thread, or of a process by its number, as far as that is granted."""
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(thread, os.SCHED_FIFO, os.sched_param(PRIORITY))
        return
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, thread, NICE)
