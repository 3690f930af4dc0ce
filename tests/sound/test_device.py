from __future__ import annotations

import importlib
import inspect
import mmap

import pytest

from trackbuddy.sound.device import SimpleaudioStream, give_back, silent_memory


def test_the_private_parts_of_simpleaudio_are_what_they_were() -> None:
    """Its compiled function opens and plays in one call, and its object stops by the number that the function gave."""
    module = pytest.importorskip("simpleaudio")
    compiled = importlib.import_module("simpleaudio._simpleaudio")
    assert type(compiled._play_buffer).__name__ == "builtin_function_or_method"
    assert list(inspect.signature(module.PlayObject.__init__).parameters) == ["self", "play_id"]
    with pytest.raises(TypeError, match="4"):
        compiled._play_buffer()


class Handle:
    """What simpleaudio gives back; it holds a view of the memory as long as it plays."""

    def __init__(self, memory: mmap.mmap) -> None:
        self.view = memoryview(memory)
        self.stops = 0

    def stop(self) -> None:
        self.stops += 1
        self.view.release()


def test_a_stream_lives_as_long_as_its_memory_is_viewed() -> None:
    memory = silent_memory(4800)
    handle = Handle(memory)
    stream = SimpleaudioStream(memory, None, handle, 0)
    assert stream.alive()
    stream.pcm[0:4] = b"abcd"
    handle.view.release()
    assert not stream.alive()
    assert not stream.alive(), "asking again does no harm"


def test_a_stream_that_is_over_is_not_stopped() -> None:
    memory = silent_memory(4800)
    handle = Handle(memory)
    stream = SimpleaudioStream(memory, None, handle, 0)
    stream.stop()
    stream.stop()
    assert handle.stops == 1


def test_memory_given_back_is_silent_again_and_the_rest_is_kept() -> None:
    memory = silent_memory(mmap.PAGESIZE * 2)  # four pages
    memory[:] = b"x" * len(memory)
    give_back(memory, mmap.PAGESIZE * 3 // 2 + 10, mmap.MADV_DONTNEED)
    assert memory[: 3 * mmap.PAGESIZE] == bytes(3 * mmap.PAGESIZE)
    assert memory[3 * mmap.PAGESIZE :] == b"x" * mmap.PAGESIZE
