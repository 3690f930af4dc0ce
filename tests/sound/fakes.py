"""A device of memory and a clock of the hand: injected to test what is drawn where, and nothing else."""

from __future__ import annotations

import mmap
from typing import Any

from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import SoundError
from trackbuddy.sound.tones import BYTES_PER_FRAME, RATE

SECOND = 1_000_000_000
QUIET_BYTES = RATE // 50 * BYTES_PER_FRAME
STILL = bytes(1 << 16)
LARGE = 1 << 23
"""Bytes: of ten minutes and more, only what is written to is to take memory."""


class Clock:
    def __init__(self, now_ns: int = 5_000 * SECOND) -> None:
        self.now_ns = now_ns

    def __call__(self) -> int:
        return self.now_ns

    def go(self, seconds: float) -> None:
        self.now_ns += round(seconds * SECOND)


class MemoryStream:
    def __init__(self, frames: int, anchor_ns: int, clock: Clock | None = None) -> None:
        self.clock = clock
        self.slipped_ns = 0
        size = frames * BYTES_PER_FRAME
        self.pcm: Any = mmap.mmap(-1, size) if size > LARGE else bytearray(size)
        self.anchor_ns = anchor_ns
        self.playing = True

    loose_ns = 25 * MS
    least_ns = 5 * MS

    def read_frames(self) -> int | None:
        """As far as the clock says, 100 ms ahead; it may be starved."""
        if self.clock is None:
            return None
        return min(
            (self.clock.now_ns - self.anchor_ns - self.slipped_ns + 100 * MS) * RATE // SECOND, len(self.pcm) // 2
        )

    def alive(self) -> bool:
        return self.playing

    def stop(self) -> None:
        self.playing = False

    def forget(self, frames: int) -> None:
        self.pcm[: 2 * frames] = bytes(2 * frames)

    def heard(self) -> list[int]:
        """Where sound begins after at least 20 ms of silence, in samples."""
        starts, quiet = [], bytes(QUIET_BYTES)
        sounding = self._sounding(0)
        while sounding >= 0:
            starts.append(sounding // 2 - 1)  # a tone's own first sample is zero
            end = self.pcm.find(quiet, sounding)
            while end >= 0 and end % 2:  # one byte of a sample that sounds is zero too
                end = self.pcm.find(quiet, end + 1)
            sounding = self._sounding(end) if end >= 0 else -1
        return starts

    def _sounding(self, start: int) -> int:
        """Where from there on the first byte is that is not zero, or -1. Most of minutes is still."""
        for at in range(start, len(self.pcm), len(STILL)):
            piece = self.pcm[at : at + len(STILL)]
            if piece != STILL and (sounding := piece.lstrip(b"\0")):
                return at + len(piece) - len(sounding)
        return -1


class MemoryDevice:
    """Opens short streams of memory, or fails as told."""

    lead_ns = 120 * MS

    def __init__(self, clock: Clock, frames: int | None = None) -> None:
        self.clock = clock
        self.frames = frames
        self.broken: str | None = None
        self.streams: list[MemoryStream] = []

    def probe(self) -> MemoryStream:
        return self.open(100)

    def open(self, frames: int) -> MemoryStream:
        assert not any(stream.playing for stream in self.streams), "a device may bear only one stream"
        if self.broken is not None:
            raise SoundError(self.broken)
        self.streams.append(MemoryStream(self.frames or frames, self.clock.now_ns, self.clock))
        return self.streams[-1]
