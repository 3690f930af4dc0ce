"""How far memory has been read by somebody else: a page that nobody touched is not there yet.

simpleaudio plays from memory and doesn't say how far it is. Fresh anonymous memory has no pages until they are touched,
and mincore tells which pages are there. So the highest page that is there, and that we didn't write, has been read.
This is the one place that reaches into the C library for it; whether the system plays along is tried before.
"""

from __future__ import annotations

import ctypes
import mmap
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Final

PAGE: Final = mmap.PAGESIZE
LOOK_PAGES: Final = 64
"""How many pages are looked at: two and a half seconds of mono 16-bit sound at 48 kHz."""


class ReadPages:
    """Watches one memory. Not to be asked any more once the memory is closed."""

    def __init__(self, memory: mmap.mmap) -> None:
        self._size = len(memory)
        # The view that tells the address is let go at once: a memory that is viewed can't be closed.
        self._address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        self._written: set[int] = set()
        self._page = -1
        self._seen = (ctypes.c_ubyte * LOOK_PAGES)()
        if hasattr(mmap, "MADV_NOHUGEPAGE"):
            # One huge page would be there at once for 20 seconds of sound.
            with suppress(OSError):
                memory.madvise(mmap.MADV_NOHUGEPAGE)

    def wrote(self, first: int, last: int) -> None:
        """Bytes that we touched ourselves: their pages say nothing any more."""
        self._written.update(range(first // PAGE, (last - 1) // PAGE + 1))

    def gave_back(self, page: int) -> None:
        """Nobody has touched this page any more."""
        self._written.discard(page)

    def read_to(self) -> int:
        """How many bytes have been read at least: up to the first byte of the last page that was touched."""
        first = self._page + 1
        count = min(LOOK_PAGES, -(-self._size // PAGE) - first)
        if count > 0 and _mincore(self._address + first * PAGE, count, self._seen):
            there = bytes(self._seen[:count])
            last = there.rfind(1)
            while last >= 0 and first + last in self._written:
                last = there.rfind(1, 0, last)
            if last >= 0:
                self._page = first + last
                self._written = {page for page in self._written if page > self._page}
        return max(self._page, 0) * PAGE


def can_watch() -> bool:
    """Whether this system tells pages that were read from those that were not. Found by trying."""
    try:
        memory = mmap.mmap(-1, 4 * PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    except (AttributeError, OSError, ValueError):
        return False
    with memory:
        pages = ReadPages(memory)
        before = pages.read_to(), _there(pages, 0)
        memory[2 * PAGE]  # reading is the point
        return before == (0, False) and pages.read_to() == 2 * PAGE and not _there(pages, 3)


def _there(pages: ReadPages, page: int) -> bool:
    seen = (ctypes.c_ubyte * 1)()
    return not _mincore(pages._address + page * PAGE, 1, seen) or seen[0] == 1


@cache
def _function() -> Callable[..., int] | None:
    try:
        mincore: Callable[..., int] = ctypes.CDLL(None).mincore
    except (AttributeError, OSError):
        return None
    return mincore


def _mincore(address: int, pages: int, seen: ctypes.Array[ctypes.c_ubyte]) -> bool:
    mincore = _function()
    return mincore is not None and mincore(ctypes.c_void_p(address), ctypes.c_size_t(pages * PAGE), seen) == 0
