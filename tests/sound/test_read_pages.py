from __future__ import annotations

import mmap
import sys

import pytest

from trackbuddy.sound.device import WatchedMemory
from trackbuddy.sound.read_pages import LOOK_PAGES, PAGE, ReadPages, can_watch

pytestmark = pytest.mark.skipif(not can_watch(), reason="this system doesn't tell which pages were read")


def memory(pages: int = 200) -> mmap.mmap:
    return mmap.mmap(-1, pages * PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


def test_what_is_read_is_seen_page_by_page() -> None:
    with memory() as canvas:
        pages = ReadPages(canvas)
        assert pages.read_to() == 0
        for page in (0, 1, 2, 30, 31):
            assert canvas[page * PAGE + 5] == 0
            assert pages.read_to() == page * PAGE


def test_what_we_wrote_ourselves_was_not_read() -> None:
    with memory() as canvas:
        pages = ReadPages(canvas)
        canvas[10 * PAGE + 100 : 12 * PAGE + 1] = bytes(2 * PAGE - 99)
        pages.wrote(10 * PAGE + 100, 12 * PAGE + 1)
        assert canvas[3 * PAGE] == 0
        assert pages.read_to() == 3 * PAGE
        assert canvas[13 * PAGE] == 0
        assert pages.read_to() == 13 * PAGE


def test_what_was_erased_tells_again() -> None:
    """Else a canvas that was drawn anew once, all over, would hide every later slip."""
    with memory() as canvas:
        pages = ReadPages(canvas)
        drawn = WatchedMemory(canvas, pages)
        drawn[10 * PAGE + 100 : 14 * PAGE] = b"x" * (4 * PAGE - 100)
        drawn[10 * PAGE + 100 : 13 * PAGE + 5] = bytes(3 * PAGE - 95)
        assert pages.read_to() == 0
        assert canvas[13 * PAGE + 5 : 14 * PAGE] == b"x" * (PAGE - 5), "beside it nothing is lost"
        assert pages.read_to() == 0
        assert canvas[12 * PAGE] == 0
        assert pages.read_to() == 12 * PAGE


def test_far_pages_are_found_once_the_reading_is_near() -> None:
    with memory() as canvas:
        pages = ReadPages(canvas)
        for page in range(0, 2 * LOOK_PAGES, LOOK_PAGES // 2):
            assert canvas[page * PAGE] == 0
            assert pages.read_to() == page * PAGE


def test_the_end_is_not_looked_beyond() -> None:
    with memory(3) as canvas:
        pages = ReadPages(canvas)
        for page in range(3):
            assert canvas[page * PAGE] == 0
        assert pages.read_to() == 2 * PAGE
        assert pages.read_to() == 2 * PAGE


def test_memory_that_is_watched_can_be_closed() -> None:
    canvas = memory()
    ReadPages(canvas).read_to()
    canvas.close()
    assert canvas.closed


def test_a_system_that_tells_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules[ReadPages.__module__]
    monkeypatch.setattr(module, "_mincore", lambda address, pages, seen: False)
    assert not can_watch()
    monkeypatch.setattr(module, "_mincore", lambda address, pages, seen: bool(seen.__setitem__(0, 1)) or True)
    assert not can_watch()
