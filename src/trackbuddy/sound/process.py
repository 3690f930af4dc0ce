"""Sound without a compiled package: a child process that plays a canvas.

The canvas is a file in memory and is the child's standard input. The child reads it at the pace of the
sound card, so no thread of ours feeds it and a busy interpreter can't starve it. Both processes share one
open file, and with it the reading position: that tells how far the child is, and so when which sample will
be heard.
"""

from __future__ import annotations

import mmap
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.sound.device import MS, Pcm, give_back
from trackbuddy.sound.hurry import go_first
from trackbuddy.sound.kinds import MissingError, SoundError
from trackbuddy.sound.tones import BYTES_PER_FRAME, RATE

SECOND_NS: Final = 1_000_000_000
FIRST_READS_NS: Final = 3_000 * MS
"""An idle sink was seen to take 1.7 s until it reads on."""
PROBE_FRAMES: Final = RATE // 2
MEASURE_NS: Final = 160 * MS
PATIENCE_NS: Final = (2 * SECOND_NS, 4 * SECOND_NS, 8 * SECOND_NS)
"""How long the child may read nothing before it counts as stuck: longer each time, since a busy machine isn't helped
by starting it again and again."""


@dataclass(frozen=True, slots=True)
class Program:
    """A command that plays raw sound from its standard input."""

    command: tuple[str, ...]
    ahead_ns: int
    """How much is queued between its reading and the sound when its buffer is full."""
    lead_ns: int
    """`ahead_ns`, the piece it reads at once, and some to spare."""

    @property
    def name(self) -> str:
        return self.command[0]


_PAPLAY: Final = f"--raw --format=s16le --rate={RATE} --channels=1 --latency-msec=100 --process-time-msec=20"
_APLAY: Final = f"-q -t raw -f S16_LE -r {RATE} -c 1 --buffer-time=80000 --period-time=10000 -"
_PW_PLAY: Final = f"--raw --format=s16 --rate={RATE} --channels=1 --latency=50ms -"

PROGRAMS: Final = (
    Program(("paplay", *_PAPLAY.split()), ahead_ns=50 * MS, lead_ns=100 * MS),
    Program(("aplay", *_APLAY.split()), ahead_ns=80 * MS, lead_ns=115 * MS),
    Program(("pw-play", *_PW_PLAY.split()), ahead_ns=50 * MS, lead_ns=120 * MS),
)


class ProcessStream:
    """A child that reads a canvas."""

    loose_ns = 45 * MS
    """Up to two pieces of 20 ms are read at once."""
    least_ns = 22 * MS
    """A sound server was seen to keep 18 ms less in store from one second to the next, and nothing was heard later."""

    def __init__(
        self, child: subprocess.Popen[bytes], file: int, memory: mmap.mmap, anchor_ns: int, patience_ns: int
    ) -> None:
        self._child = child
        self._file = file
        self._memory = memory
        self._patience_ns = patience_ns
        self._read, self._read_ns = 0, time.monotonic_ns()
        self._stopped = False
        self.is_stuck = False
        """Whether it ended because nothing was read for too long."""
        self.anchor_ns = anchor_ns

    @property
    def pcm(self) -> Pcm:
        return self._memory

    def read_frames(self) -> int | None:
        if self._memory.closed:
            return None
        read = os.lseek(self._file, 0, os.SEEK_CUR)
        return read // BYTES_PER_FRAME if read < len(self._memory) else None

    def alive(self) -> bool:
        if self._memory.closed:
            return False
        self.is_stuck = not self._stopped and self._reads_nothing()
        if self._child.poll() is None and not self.is_stuck:
            return True
        self._child.kill()
        self._child.wait()
        self._memory.close()
        os.close(self._file)
        return False

    def stop(self) -> None:
        if self.alive():
            self._stopped = True
            self._child.terminate()

    def forget(self, frames: int) -> None:
        if sys.platform == "linux":
            give_back(self._memory, frames, mmap.MADV_REMOVE)

    def _reads_nothing(self) -> bool:
        read, now_ns = os.lseek(self._file, 0, os.SEEK_CUR), time.monotonic_ns()
        if read != self._read or read >= len(self._memory):
            self._read, self._read_ns = read, now_ns
        return now_ns - self._read_ns > self._patience_ns


class ProcessDevice:
    """Plays through the first program of a list that is there and works."""

    def __init__(self, programs: Sequence[Program] = PROGRAMS) -> None:
        self._programs = [program for program in programs if shutil.which(program.name)]
        if not self._programs:
            names = [program.name for program in programs]
            raise MissingError(f"no {', '.join(names[:-1])} or {names[-1]} found")
        self._chosen: Program | None = None
        self._last: ProcessStream | None = None
        self._stuck = 0

    @property
    def name(self) -> str:
        """The program in use; its users' word for it."""
        return (self._chosen or self._programs[0]).name

    @property
    def lead_ns(self) -> int:
        return (self._chosen or self._programs[0]).lead_ns

    def probe(self) -> ProcessStream:
        return self.open(PROBE_FRAMES)

    def open(self, frames: int) -> ProcessStream:
        if self._last is not None and self._last.is_stuck:
            self._stuck += 1
        patience_ns = PATIENCE_NS[min(self._stuck, len(PATIENCE_NS) - 1)]
        self._last = stream = self._open(frames, patience_ns)
        return stream

    def _open(self, frames: int, patience_ns: int) -> ProcessStream:
        if self._chosen is not None:
            return _play(self._chosen, frames, patience_ns)
        failures = []
        for program in self._programs:
            try:
                stream = _play(program, frames, patience_ns)
            except SoundError as error:
                failures.append(str(error))
            else:
                self._chosen = program
                return stream
        raise SoundError(", ".join(failures))


def _play(program: Program, frames: int, patience_ns: int) -> ProcessStream:
    file = _file_in_memory()
    os.ftruncate(file, frames * BYTES_PER_FRAME)
    memory = mmap.mmap(file, frames * BYTES_PER_FRAME)
    with tempfile.TemporaryFile() as complaints:
        try:
            child = subprocess.Popen(
                _bound_to_us() + program.command,
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                # Else ctrl+c at the terminal would reach it too.
                start_new_session=True,
            )
        except OSError as error:
            memory.close()
            os.close(file)
            raise SoundError(f"{program.name} cannot be started ({error.strerror})") from None
        go_first(child.pid)
        sent_ns = _when_sample_0_was_read(child, file)
        if sent_ns is None:
            child.kill()
            child.wait()
            memory.close()
            os.close(file)
            complaints.seek(0)
            raise SoundError(_complaint(program.name, complaints.read()))
    return ProcessStream(child, file, memory, sent_ns + program.ahead_ns, patience_ns)


def _file_in_memory() -> int:
    if sys.platform == "linux":
        return os.memfd_create("trackbuddy-sound")
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _bound_to_us() -> tuple[str, ...]:
    """Without this a child would go on and sound the cues ahead after its parent was killed."""
    return ("setpriv", "--pdeathsig", "TERM") if shutil.which("setpriv") else ()


def _when_sample_0_was_read(child: subprocess.Popen[bytes], file: int) -> int | None:
    """The instant at which sample 0 would have been read had the buffer been full from the start; None if
    it fails.

    The child reads a piece when its buffer has room for one, so each step of the position marks an instant.
    We may see a step late and never early: the earliest of several is the truest.
    """
    until_ns = time.monotonic_ns() + FIRST_READS_NS
    before, steps = 0, 0
    earliest: int | None = None
    while time.monotonic_ns() < until_ns and child.poll() is None:
        read = os.lseek(file, 0, os.SEEK_CUR)
        now_ns = time.monotonic_ns()
        if read != before:
            if steps == 2:
                until_ns = now_ns + MEASURE_NS
            sent_ns = now_ns - before // BYTES_PER_FRAME * SECOND_NS // RATE
            # The first two steps fill the buffer and say nothing about the pace.
            if steps >= 2 and (earliest is None or sent_ns < earliest):
                earliest = sent_ns
            before, steps = read, steps + 1
        time.sleep(0.001)
    return earliest if child.poll() is None else None


def _complaint(name: str, text: bytes) -> str:
    """Programs say "aplay: main:831: audio open error: No such file or directory": only the end is for people."""
    lines = [line.strip() for line in text.decode(errors="replace").splitlines() if line.strip()]
    if not lines:
        return f"{name} does not play"
    return f"{name} does not play ({lines[-1].rpartition(': ')[2][:80]})"
