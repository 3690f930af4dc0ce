"""The few things a journal asks of the disk; tests put a failing one in its place."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from typing import Protocol

from trackbuddy.storage.paths import make_folder


class Disk(Protocol):
    """Every method raises OSError when the disk won't."""

    def create(self, path: Path) -> int: ...
    def open(self, path: Path) -> int: ...
    def write(self, fd: int, data: bytes) -> None: ...
    def sync(self, fd: int) -> None: ...
    def truncate(self, fd: int, length: int) -> None: ...
    def close(self, fd: int) -> None: ...


class LockedError(OSError):
    """Another program appends to the file; `pid` is its number where the system tells."""

    def __init__(self, path: Path, pid: int | None) -> None:
        super().__init__(f"another program is writing {path}")
        self.pid = pid


class RealDisk:
    """Files for the user alone, appended to, and locked as long as they are open."""

    def create(self, path: Path) -> int:
        """A new file, whose name is safe in its folder too. Raises FileExistsError for one that is there."""
        make_folder(path.parent)
        fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            _locked(fd, path)
            sync_folder(path.parent)
        except OSError:
            os.unlink(path)
            os.close(fd)
            raise
        return fd

    def open(self, path: Path) -> int:
        """A file that is there. Raises LockedError where another program has it."""
        fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
        try:
            _locked(fd, path)
        except OSError:
            os.close(fd)
            raise
        return fd

    def write(self, fd: int, data: bytes) -> None:
        while data:
            data = data[os.write(fd, data) :]

    def sync(self, fd: int) -> None:
        flush(fd)

    def truncate(self, fd: int, length: int) -> None:
        os.ftruncate(fd, length)

    def close(self, fd: int) -> None:
        os.close(fd)


def _locked(fd: int, path: Path) -> None:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LockedError(path, _holder(os.fstat(fd).st_ino)) from error


def flush(fd: int) -> None:
    """To the platter. On macOS fsync stops at the drive's own memory, which a pulled plug empties; some file systems
    there know only fsync."""
    full = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(fd, full)
            return
    os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """A new file's name is safe only when its folder is."""
    fd = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        flush(fd)
    finally:
        os.close(fd)


def _holder(inode: int) -> int | None:
    """Who has the lock, from Linux's table of locks; None elsewhere."""
    try:
        table = Path("/proc/locks").read_text(encoding="ascii")
    except (OSError, ValueError):
        return None
    for row in table.splitlines():
        words = row.split()
        if len(words) >= 6 and words[1] == "FLOCK" and words[5].rpartition(":")[2] == str(inode):
            return int(words[4]) if words[4].isdigit() and words[4] != "0" else None
    return None
