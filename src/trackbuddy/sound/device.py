"""What a canvas is played on: the shape of a device, and simpleaudio as one."""

from __future__ import annotations

import importlib
import mmap
import operator
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final, Protocol

from trackbuddy.sound import alsa
from trackbuddy.sound.hurry import hurried
from trackbuddy.sound.kinds import MissingError, SoundError
from trackbuddy.sound.pace import SLIP_NS
from trackbuddy.sound.read_pages import ReadPages, can_watch
from trackbuddy.sound.tones import BYTES_PER_FRAME, RATE

MS: Final = 1_000_000
PROBE_FRAMES: Final = RATE // 10
SIMPLEAUDIO_PIECE_NS: Final = 25 * MS
"""It asks ALSA for 100 ms, and ALSA reads a quarter of that at once."""


class Pcm(Protocol):
    """Memory that is being played: writable, of fixed length."""

    def __len__(self) -> int: ...
    def __setitem__(self, place: slice, data: bytes, /) -> None: ...


class Stream(Protocol):
    """A stretch of memory being played from its first sample to its last."""

    @property
    def pcm(self) -> Pcm: ...

    @property
    def anchor_ns(self) -> int:
        """The monotonic instant at which sample 0 is sent out."""

    @property
    def loose_ns(self) -> int:
        """What is read at once and what `read_frames` can't tell apart, together."""

    @property
    def least_ns(self) -> int:
        """The smallest slip that what is read tells for sure."""

    def read_frames(self) -> int | None:
        """How many samples have been read at least; None where that can't be known, and behind the end."""

    def alive(self) -> bool:
        """Whether it is still played. After the first False the memory is gone and must not be touched."""

    def stop(self) -> None:
        """Begin to end it; it is over when `alive` says so."""

    def forget(self, frames: int) -> None:
        """Give back the memory of the first so many samples: they have been played."""


class Device(Protocol):
    """Opens streams. Opening may take a tenth of a second, so it belongs in a player's own thread."""

    @property
    def lead_ns(self) -> int:
        """How long before it is heard a sample must be in memory."""

    def open(self, frames: int) -> Stream:
        """Play `frames` (at least 1) of silence. Raises SoundError."""

    def probe(self) -> Stream:
        """Find out whether it can be opened, with a short stream that ends by itself. Raises SoundError."""


class WatchedMemory:
    """Memory whose reading is watched: what we write in it ourselves is noted."""

    def __init__(self, memory: mmap.mmap, pages: ReadPages) -> None:
        self._memory = memory
        self._pages = pages

    def __len__(self) -> int:
        return len(self._memory)

    def __setitem__(self, place: slice, data: bytes) -> None:
        self._pages.wrote(place.start, place.stop)
        self._memory[place] = data
        if sys.platform == "linux":
            self._let_go_of_silence(place)

    def _let_go_of_silence(self, place: slice) -> None:
        """Pages that are silent all over are given back: untouched, they tell again whether they were read."""
        for page in range(place.start // mmap.PAGESIZE, (place.stop - 1) // mmap.PAGESIZE + 1):
            begin = page * mmap.PAGESIZE
            if self._memory[begin : begin + mmap.PAGESIZE].count(0) == mmap.PAGESIZE:
                with suppress(OSError):
                    self._memory.madvise(mmap.MADV_DONTNEED, begin, mmap.PAGESIZE)
                    self._pages.gave_back(page)


class SimpleaudioStream:
    """simpleaudio plays straight from the memory it is given, without copying it."""

    least_ns = SLIP_NS
    loose_ns = SIMPLEAUDIO_PIECE_NS + mmap.PAGESIZE // BYTES_PER_FRAME * 1_000_000_000 // RATE

    def __init__(self, memory: mmap.mmap, pages: ReadPages | None, handle: Any, anchor_ns: int) -> None:
        self._memory = memory
        self._pages = pages
        self._handle = handle
        self.anchor_ns = anchor_ns
        self.pcm: Pcm = memory if pages is None else WatchedMemory(memory, pages)

    def read_frames(self) -> int | None:
        if self._pages is None or self._memory.closed:
            return None
        read = self._pages.read_to()
        return read // BYTES_PER_FRAME if read + mmap.PAGESIZE < len(self._memory) else None

    def alive(self) -> bool:
        # While simpleaudio plays it holds a view of the memory, and memory that is viewed refuses to be
        # closed. That tells the end under the interpreter's own lock; simpleaudio's is_playing() walks a
        # list that its C thread changes without a lock.
        try:
            self._memory.close()
        except BufferError:
            return True
        return False

    def stop(self) -> None:
        if self.alive():
            self._handle.stop()

    def forget(self, frames: int) -> None:
        if sys.platform == "linux":
            give_back(self._memory, frames, mmap.MADV_DONTNEED)


class SimpleaudioDevice:
    """The default output through simpleaudio."""

    name = "simpleaudio"
    lead_ns = 120 * MS
    """simpleaudio asks ALSA for a buffer of 100 ms; what is drawn later than that is heard torn."""

    def __init__(self) -> None:
        alsa.silence()
        _refuse_the_crashing_one()
        try:
            module = importlib.import_module("simpleaudio")
            # Its own error type lies only in the compiled part.
            compiled = importlib.import_module("simpleaudio._simpleaudio")
            self._error: type[Exception] = compiled.SimpleaudioError
        except ModuleNotFoundError:
            raise MissingError("simpleaudio is not installed") from None
        except (ImportError, OSError) as error:
            raise MissingError(f"simpleaudio cannot be loaded ({error})") from None
        self._play_buffer: Any = compiled._play_buffer
        self._handle: Any = module.PlayObject
        self.is_watched = can_watch()
        """Whether a stream that slips is noticed here."""

    def probe(self) -> SimpleaudioStream:
        return self.open(PROBE_FRAMES)

    def open(self, frames: int) -> SimpleaudioStream:
        memory = silent_memory(frames)
        pages = ReadPages(memory) if self.is_watched else None
        try:
            # Both are C functions, called from C: between them no other thread can get the interpreter, which would
            # make the anchor late and every cue early. So its own play_buffer, which is Python's, is passed by.
            play = partial(self._play_buffer, memory, 1, BYTES_PER_FRAME, RATE)
            both: tuple[Callable[[], Any], ...] = (play, time.monotonic_ns)
            with hurried():
                play_id, anchor_ns = map(operator.call, both)
        except self._error as error:
            with suppress(BufferError):
                memory.close()
            raise SoundError(_in_plain_words(str(error))) from None
        return SimpleaudioStream(memory, pages, self._handle(play_id), anchor_ns)


def silent_memory(frames: int) -> mmap.mmap:
    """Zeros that cost memory only where something is drawn.

    Ten minutes are 57.6 MB; a bytearray would really take them, untouched private pages are all one page of
    zeros.
    """
    size = frames * BYTES_PER_FRAME
    return mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)


def give_back(memory: mmap.mmap, frames: int, how: int) -> None:
    """Release the pages that lie wholly within the first so many samples; they read as zeros again."""
    size = min(frames * BYTES_PER_FRAME, len(memory)) // mmap.PAGESIZE * mmap.PAGESIZE
    if size > 0:
        with suppress(OSError):
            memory.madvise(how, 0, size)


def _refuse_the_crashing_one() -> None:
    """The original simpleaudio crashes the program at its first finished sound from Python 3.12 on."""
    if sys.version_info < (3, 12):
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        version("simpleaudio-patched")
    except PackageNotFoundError:
        with suppress(PackageNotFoundError):
            version("simpleaudio")
            said = "the installed simpleaudio crashes on this Python (install simpleaudio-patched)"
            raise MissingError(said) from None


_CODES: Final = {
    "-2": "no sound device found",
    "-16": "the sound device is in use by another program",
    "-19": "the sound device is gone",
    "-111": "the sound server does not answer",
}


def _in_plain_words(message: str) -> str:
    """simpleaudio says "Error opening PCM device. -- CODE: -2 -- MSG: No such file or directory"."""
    _, _, rest = message.partition("CODE: ")
    code, _, text = rest.partition(" -- MSG: ")
    return _CODES.get(code.strip(), text.strip() or message.strip() or "the sound device failed")
