"""The log while a session runs: one thread that writes, syncs and says what is safe.

`append` only queues, so a tap never waits for a disk. Whatever is queued goes out in one write and one fsync. When the
disk won't, the lines stay in memory in their order, the file is cut back to its last good byte, and it is tried again.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from trackbuddy.storage import chain
from trackbuddy.storage.disk import Disk, LockedError, RealDisk
from trackbuddy.storage.header import Header
from trackbuddy.storage.logs import Log, LogError, parse_log
from trackbuddy.storage.paths import why_unreadable
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.wire import line_to_json

RETRY_S = 1.0
"""How long after a failed write the next one is tried."""

Saved = Callable[[int], None]
Trouble = Callable[[str | None], None]


Entry = tuple[int, dict[str, Any]]
"""A line's number and its members; the header's number is 0."""


class Journal:
    """Appends lines to one log, in order, for as long as it is open.

    `saved(n)` and `trouble(why)` are called from the writer's own thread: line `n` is safe on the disk; nothing is
    being saved, and why, at each failed try; `trouble(None)`: all is well again.
    """

    def __init__(
        self,
        source: _NewFile | _File,
        waiting: Sequence[Entry] = (),
        *,
        saved: Saved | None = None,
        trouble: Trouble | None = None,
        retry_s: float = RETRY_S,
    ) -> None:
        """For `create` and `reopen`."""
        self._source = source
        self._waiting = list(waiting)
        """What is not safe yet. Taken from only after a sync."""
        self._changed = threading.Condition()
        self._closing = False
        self._saved, self._trouble, self._retry_s = saved, trouble, retry_s
        self._why: str | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Where the log lies, or will lie once the disk takes it."""
        return self._source.path

    @property
    def unsaved(self) -> int:
        """How many lines are in memory only."""
        with self._changed:
            return len(self._waiting)

    def append(self, lines: Sequence[Line]) -> None:
        """Queues whole inputs and returns at once."""
        entries = [(line.n, line_to_json(line)) for line in lines]
        with self._changed:
            self._waiting += entries
            self._changed.notify()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Writes what is queued, trying once more, and lets the file go. True if everything is safe."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive() and not self.unsaved

    def rescue(self, folder: Path) -> Path:
        """After a close that left lines in memory: the whole log, with them, in another folder. Raises OSError."""
        with self._changed:
            waiting = list(self._waiting)
        source = self._source
        good, seed = source.good() if isinstance(source, _File) else (b"", 0)
        data = bytearray(good)
        for _, members in waiting:
            line, seed = chain.sealed(members, seed)
            data += line
        path = folder / source.path.name
        disk = RealDisk()
        fd = disk.create(path)
        try:
            disk.write(fd, bytes(data))
            disk.sync(fd)
        finally:
            disk.close(fd)
        return path

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- the writer's thread ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            batch, closing = self._next_batch()
            done = self._try(batch)
            if closing and not (done and self.unsaved):
                break
            if not done:
                with self._changed:
                    self._changed.wait_for(lambda: self._closing, self._retry_s)
        if isinstance(self._source, _File):
            self._source.close()

    def _next_batch(self) -> tuple[list[Entry], bool]:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            return list(self._waiting), self._closing

    def _try(self, batch: list[Entry]) -> bool:
        """One attempt at all that waits. True if it is safe now."""
        if not batch:
            return True
        try:
            if isinstance(self._source, _NewFile):
                self._source = self._source.made()
            self._source.append([members for _, members in batch])
        except (OSError, ValueError) as error:
            self._say(f"not saved: {_reason(error)}; trying again every second")
            return False
        with self._changed:
            del self._waiting[: len(batch)]
        if self._saved:
            self._saved(batch[-1][0])
        self._say(None)
        return True

    def _say(self, why: str | None) -> None:
        """Trouble is said at every failed try: who should hear may not have been there at the first."""
        if self._trouble and (why or self._why):
            self._trouble(why)
        self._why = why


class _NewFile:
    """A log that is not on the disk yet. The same second and the same first letters of the id: the next longer name."""

    def __init__(self, paths: Sequence[Path], disk: Disk) -> None:
        self._paths, self._disk = list(paths), disk

    @property
    def path(self) -> Path:
        return self._paths[0]

    def made(self) -> _File:
        """Raises OSError."""
        while True:
            try:
                return _File(self.path, self._disk.create(self.path), self._disk)
            except FileExistsError:
                if len(self._paths) == 1:
                    raise
                del self._paths[0]


class _File:
    """An open log whose bytes up to `length` are good, and the checksum that the next line continues."""

    def __init__(self, path: Path, fd: int, disk: Disk, *, length: int = 0, seed: int = 0, before: bytes = b"") -> None:
        """`before` goes in front of the first line appended: the newline that a torn end lacks."""
        self.path, self._fd, self._disk = path, fd, disk
        self._length, self._seed, self._before = length, seed, before
        self._dirty = False

    def append(self, entries: Sequence[dict[str, Any]]) -> None:
        """All or nothing. Raises OSError."""
        data, seed = bytearray(self._before), self._seed
        for members in entries:
            line, seed = chain.sealed(members, seed)
            data += line
        if self._dirty:
            self._disk.truncate(self._fd, self._length)
        self._dirty = True
        self._disk.write(self._fd, bytes(data))
        self._disk.sync(self._fd)
        self._dirty = False
        self._before = b""
        self._length += len(data)
        self._seed = seed

    def good(self) -> tuple[bytes, int]:
        """The bytes that are safe, with the newline that they may lack, and the seed behind them. Raises OSError."""
        with self.path.open("rb") as file:
            return file.read(self._length) + self._before, self._seed

    def close(self) -> None:
        """Cuts off what a failed attempt left, where the disk lets it, and gives the lock back."""
        try:
            if self._dirty:
                self._disk.truncate(self._fd, self._length)
        except OSError:
            pass  # the reader drops a torn end by itself
        self._disk.close(self._fd)


def _reason(error: OSError | ValueError) -> str:
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)


# --- opening ------------------------------------------------------------------------------------------------------


def create(
    folder: Path,
    header: Header,
    title: str,
    *,
    disk: Disk | None = None,
    saved: Saved | None = None,
    trouble: Trouble | None = None,
    retry_s: float = RETRY_S,
) -> Journal:
    """A new log in `folder`, named after the wall clock's label, the session's `title` and the header's id.

    Never fails: while the disk won't have it, `trouble` says why and everything stays in memory.
    """
    stem = f"{header.clock.wall:%Y-%m-%dT%H%M%S}_{slug(title)}"
    letters = sorted({4, 8, len(header.id)} & set(range(1, len(header.id) + 1)))
    paths = [folder / f"{stem}_{header.id[:count]}.jsonl" for count in letters]
    source = _NewFile(paths, disk or RealDisk())
    return Journal(source, [(0, header.to_json())], saved=saved, trouble=trouble, retry_s=retry_s)


def reopen(
    path: Path,
    *,
    disk: Disk | None = None,
    saved: Saved | None = None,
    trouble: Trouble | None = None,
    retry_s: float = RETRY_S,
) -> tuple[Log, Journal]:
    """A log to be gone on with, read and locked. After damage its last line is the `recovered` that goes past it.

    Raises LogError for a file that is no log, that a later program wrote into, or that another program has open.
    """
    disk = disk or RealDisk()
    try:
        fd = disk.open(path)
    except LockedError as error:
        who = f"another program (process {error.pid})" if error.pid else "another program"
        raise LogError(f"{path} is being written by {who}; close it there first") from error
    except OSError as error:
        raise LogError(why_unreadable(path, error)) from error
    try:
        log, file = _read_open(path, fd, disk)
    except BaseException:
        disk.close(fd)
        raise
    waiting: list[Entry] = []
    if log.damage:
        log = _recovered(log)
        waiting.append((log.last_n, line_to_json(log.lines[-1])))
    return log, Journal(file, waiting, saved=saved, trouble=trouble, retry_s=retry_s)


def _read_open(path: Path, fd: int, disk: Disk) -> tuple[Log, _File]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LogError(why_unreadable(path, error)) from error
    log = parse_log(path, data)
    if log.unknown:
        raise LogError(f"{path} has lines that this trackbuddy doesn't know; update it to go on, or review the log")
    before = b"" if data.endswith(b"\n") else b"\n"
    return log, _File(path, fd, disk, length=len(data), seed=log.seed, before=before)


def _recovered(log: Log) -> Log:
    """The log with the line that goes past its damage. The line's instant is the last one known."""
    last_at = max((line.fact.at_ns for line in log.lines), default=0)
    last_input = max((line.input for line in log.lines), default=0)
    line = Line(log.last_n + 1, last_input + 1, f.Recovered(last_at, log.last_n), end=True)
    return replace(log, lines=(*log.lines, line), damage=None)


def slug(title: str) -> str:
    """What a session's text or name becomes in a file's name: `8 x 200m @ 34, 30s rest` is `8x200m`."""
    head = re.split(r"[@,;+\n]", title.replace("×", "x"))[0]
    plain = unicodedata.normalize("NFKD", head).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"(?<=\d)\s*x\s*(?=[\d(])", "x", plain)
    return re.sub(r"[^a-z0-9]+", "-", joined)[:32].strip("-") or "session"
