"""A log's file: it holds the first so many bytes of what the log is to hold, and nobody else's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from trackbuddy.storage.disk import Disk

_MOST_NAMES = 100


class LogFile:
    """An open log, locked, whose bytes up to `length` are good and safe."""

    def __init__(self, path: Path, fd: int, disk: Disk, length: int = 0) -> None:
        self.path, self.length = path, length
        self._fd, self._disk = fd, disk
        self._dirty = False

    @staticmethod
    def create(names: Sequence[Path], disk: Disk) -> LogFile:
        """Under the first name that is free. Raises OSError."""
        for path in names[:-1]:
            try:
                return LogFile(path, disk.create(path), disk)
            except FileExistsError:
                continue
        return LogFile(names[-1], disk.create(names[-1]), disk)

    def write(self, whole: bytes | bytearray) -> None:
        """Makes the file hold `whole`, which begins with what is in it already: all of it, or nothing more. Raises
        OSError."""
        if len(whole) == self.length:
            return
        if self._dirty:
            self._disk.truncate(self._fd, self.length)
        self._dirty = True
        self._disk.write(self._fd, bytes(whole[self.length :]))
        self._disk.sync(self._fd)
        self._dirty = False
        self.length = len(whole)

    def strange(self) -> str | None:
        """What somebody else did to the file, so that the next line would be lost in it; None while it is as it was
        left."""
        try:
            open_one = os.fstat(self._fd)
            named = os.stat(self.path)
        except FileNotFoundError:
            return "was deleted"
        except OSError:
            return None  # the next write will say what is wrong
        if (open_one.st_dev, open_one.st_ino) != (named.st_dev, named.st_ino):
            return "was replaced by another file"
        if open_one.st_size < self.length:
            return "was cut off by another program"
        if open_one.st_size > self.length and not self._dirty:
            return "was written into by another program"
        return None

    def holds(self, whole: bytes | bytearray) -> bool:
        """Whether it can be read back and is `whole`, byte by byte; what a failed write of ours left behind is no
        change."""
        try:
            with open(self._fd, "rb", closefd=False) as file:
                file.seek(0)
                return file.read(len(whole) + (0 if self._dirty else 1)) == whole
        except OSError:
            return False

    def close(self) -> None:
        """Cuts off what a failed attempt left, where the disk lets it, and gives the lock back."""
        try:
            if self._dirty:
                self._disk.truncate(self._fd, self.length)
        except OSError:
            pass  # the reader drops a torn end by itself
        self._disk.close(self._fd)


def other_names(path: Path) -> Iterator[Path]:
    """Names for the same log where its own is somebody else's now."""
    yield path
    for number in range(2, _MOST_NAMES):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")
