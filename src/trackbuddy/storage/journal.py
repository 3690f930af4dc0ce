"""The log while a session runs: one thread that writes, syncs and says what is safe.

`append` only queues, so a tap never waits for a disk. Whatever is queued goes out in one write and one fsync. When the
disk won't, the lines stay in memory in their order, the file is cut back to its last good byte, and it is tried again.

All that the log is to hold stays in memory too: a session makes well under 1 MB. So a log that somebody deletes,
replaces or cuts off meanwhile is written anew, whole, and what was called saved stays saved.
"""

from __future__ import annotations

import contextlib
import re
import threading
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from trackbuddy.storage import chain
from trackbuddy.storage.disk import Disk, LockedError, RealDisk
from trackbuddy.storage.header import Header
from trackbuddy.storage.log_file import LogFile, other_names
from trackbuddy.storage.paths import read_bytes, why_unreadable
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.wire import line_to_json

if TYPE_CHECKING:
    from trackbuddy.storage.logs import Log

RETRY_S: Final = 1.0
"""How long after a failed write the next one is tried."""
LOOK_S: Final = 5.0
"""How often the file is looked at while nothing is written: it may have been deleted."""
AT_ONCE: Final = 256
"""So many lines are turned into bytes at a time: where memory is short, the little that fits gets on."""

Saved = Callable[[int], None]
Trouble = Callable[[str | None], None]
Remark = Callable[[str], None]


class Journal:
    """Appends lines to one log, in order, for as long as it is open.

    The callbacks come from the writer's own thread. `saved(n)`: line `n` is safe on the disk. `trouble(why)`: nothing
    is being saved, and why, at each failed try; `trouble(None)`: all is well again. `remark(text)`: something happened
    to the log, and was mended.
    """

    def __init__(
        self,
        names: Sequence[Path],
        disk: Disk,
        *,
        header: Header | None = None,
        file: LogFile | None = None,
        kept: bytes = b"",
        seed: int = 0,
        saved: Saved | None = None,
        trouble: Trouble | None = None,
        remark: Remark | None = None,
        retry_s: float = RETRY_S,
        look_s: float = LOOK_S,
    ) -> None:
        """For `create` and `reopen`: a new log's header, under the first of `names` that is free; or a `file` whose
        bytes are `kept`, to be continued from `seed`."""
        self._names, self._disk, self._file = list(names), disk, file
        self._waiting: list[Line | Header] = [] if header is None else [header]
        """What is not turned into bytes yet. Taken from only behind that."""
        self._kept, self._seed = bytearray(kept), seed
        """All that the file is to hold."""
        self._sealed_n, self._told_n = 0, -1 if file is None else 0
        self._changed = threading.Condition()
        self._closing = False
        self._saved, self._trouble, self._remark = saved, trouble, remark
        self._retry_s, self._look_s = retry_s, look_s
        self._why: str | None = None
        self._lost: str | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Where the log lies, or will lie once the disk takes it."""
        file = self._file
        return self._names[0] if file is None else file.path

    @property
    def unsaved(self) -> int:
        """How many lines are in memory only."""
        with self._changed:
            file = self._file
            on_disk = 0 if file is None else file.length
            return len(self._waiting) + sum(1 for line in self._kept[on_disk:].split(b"\n") if line)

    def append(self, lines: Sequence[Line]) -> None:
        """Queues whole inputs and returns at once: all of them, or none and an error."""
        with self._changed:
            self._waiting += lines
            self._changed.notify()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Writes what is queued, trying once more, and lets the file go. True if everything is safe."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive() and not self.unsaved

    def rescue(self, folder: Path) -> Path:
        """After a close that left lines in memory: the whole log, from memory, in another folder. Raises OSError."""
        with self._changed:
            waiting, whole, seed = list(self._waiting), bytearray(self._kept), self._seed
        whole += _sealed(waiting, seed, after=whole)[0]
        file = LogFile.create([*other_names(folder / self.path.name)], RealDisk())
        try:
            file.write(whole)
        finally:
            file.close()
        return file.path

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- the writer's thread ----------------------------------------------------------------------------------------

    def _run(self) -> None:
        over = False
        while not over:
            with contextlib.suppress(Exception):  # even waiting may find no memory
                over = self._round()
        if self._file is not None:
            self._file.close()

    def _round(self) -> bool:
        """True when it was the last."""
        closing = self._wait()
        done = self._try(closing)
        if not done and not closing:
            with self._changed:
                self._changed.wait_for(lambda: self._closing, self._retry_s)
        return closing and not (done and self.unsaved)

    def _wait(self) -> bool:
        """Until there is something to write, or it is time to look at the file. True when closing."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing or self._behind, self._look_s)
            return self._closing

    @property
    def _behind(self) -> bool:
        return self._file is None or self._file.length < len(self._kept) or self._told_n != self._sealed_n

    def _try(self, closing: bool) -> bool:
        """One attempt at all that waits. True if it is safe now, and those who want to know were told.

        Whatever goes wrong (a disk, memory that has run out, a fault of the program's) is said, and is tried again: a
        thread that ended here would leave every later line unsaved.
        """
        try:
            self._seal()
            self._put(closing)
            self._tell()
        except Exception as error:
            self._say(f"{_reason(error)}; trying again every second")
            return False
        return True

    def _seal(self) -> None:
        """Turns what waits into bytes. Raises MemoryError or ValueError, and then has changed nothing."""
        while True:
            with self._changed:
                batch = self._waiting[: self._whole_inputs()]
            if not batch:
                return
            data, seed = _sealed(batch, self._seed, after=self._kept)
            with self._changed:
                self._kept += data
                self._seed = seed
                del self._waiting[: len(batch)]
            last = batch[-1]
            self._sealed_n = last.n if isinstance(last, Line) else 0

    def _whole_inputs(self) -> int:
        """How many lines to take at once: no input is parted."""
        ends = (index for index, entry in enumerate(self._waiting, 1) if isinstance(entry, Header) or entry.end)
        return next((index for index in ends if index >= AT_ONCE), len(self._waiting))

    def _put(self, closing: bool) -> None:
        """Brings the file up to what it is to hold. Raises OSError."""
        self._give_up_a_strange_file(closing)
        if self._file is None:
            self._file = LogFile.create(self._names, self._disk)
        self._file.write(self._kept)
        if self._lost is not None and self._remark is not None:
            self._remark(f"the log {self._lost} and was written anew: {self._file.path.name}")
        self._lost = None

    def _give_up_a_strange_file(self, closing: bool) -> None:
        """What somebody else made of the file is theirs; the log goes into another, whole."""
        file = self._file
        if file is None:
            return
        why = file.strange()
        if why is None and closing and not file.holds(self._kept[: file.length]):
            why = "was changed by another program"
        if why is not None:
            self._lost, self._file = why, None
            self._names = [*other_names(file.path)]
            file.close()

    def _tell(self) -> None:
        if self._saved and self._told_n != self._sealed_n:
            self._saved(self._sealed_n)
        self._told_n = self._sealed_n
        if self._why and self._trouble:
            self._trouble(None)
        self._why = None

    def _say(self, why: str) -> None:
        """Trouble is said at every failed try: who should hear may not have been there at the first."""
        self._why = why
        with contextlib.suppress(Exception):  # it is said again in a second
            if self._trouble:
                self._trouble(why)


def _sealed(entries: Sequence[Line | Header], seed: int, *, after: bytes | bytearray) -> tuple[bytearray, int]:
    """Lines as bytes, and the seed behind them; in front the newline that a torn end lacks."""
    data = bytearray() if not after or after.endswith(b"\n") else bytearray(b"\n")
    for entry in entries:
        line, seed = chain.sealed(entry.to_json() if isinstance(entry, Header) else line_to_json(entry), seed)
        data += line
    return data, seed


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "the machine is out of memory" if isinstance(error, MemoryError) else str(error) or type(error).__name__


# --- opening ------------------------------------------------------------------------------------------------------


def create(
    folder: Path,
    header: Header,
    title: str,
    *,
    disk: Disk | None = None,
    saved: Saved | None = None,
    trouble: Trouble | None = None,
    remark: Remark | None = None,
    retry_s: float = RETRY_S,
    look_s: float = LOOK_S,
) -> Journal:
    """A new log in `folder`, named after the wall clock's label, the session's `title` and the header's id.

    Never fails: while the disk won't have it, `trouble` says why and everything stays in memory.
    """
    stem = f"{header.clock.wall:%Y-%m-%dT%H%M%S}_{slug(title)}"
    letters = sorted({4, 8, len(header.id)} & set(range(1, len(header.id) + 1)))
    paths = [folder / f"{stem}_{header.id[:count]}.jsonl" for count in letters]
    return Journal(
        paths,
        disk or RealDisk(),
        header=header,
        saved=saved,
        trouble=trouble,
        remark=remark,
        retry_s=retry_s,
        look_s=look_s,
    )


def reopen(
    path: Path,
    *,
    disk: Disk | None = None,
    saved: Saved | None = None,
    trouble: Trouble | None = None,
    remark: Remark | None = None,
    retry_s: float = RETRY_S,
    look_s: float = LOOK_S,
) -> tuple[Log, Journal]:
    """A log to be gone on with, read and locked. After damage its last line is the `recovered` that goes past it.

    Raises LogError for a file that is no log, that a later program wrote into, or that another program has open.
    """
    from trackbuddy.storage.logs import LogError

    disk = disk or RealDisk()
    try:
        fd = disk.open(path)
    except LockedError as error:
        who = f"another program (process {error.pid})" if error.pid else "another program"
        raise LogError(f"{path} is being written by {who}; close it there first") from error
    except OSError as error:
        raise LogError(why_unreadable(path, error)) from error
    try:
        log, data = _read_open(path)
    except BaseException:
        disk.close(fd)
        raise
    journal = Journal(
        [path],
        disk,
        file=LogFile(path, fd, disk, len(data)),
        kept=data,
        seed=log.seed,
        saved=saved,
        trouble=trouble,
        remark=remark,
        retry_s=retry_s,
        look_s=look_s,
    )
    if log.damage:
        log = _recovered(log)
        journal.append(log.lines[-1:])
    return log, journal


def _read_open(path: Path) -> tuple[Log, bytes]:
    from trackbuddy.storage.logs import LogError, parse_log  # a new log reads none

    try:
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        raise LogError(why_unreadable(path, error)) from error
    log = parse_log(path, data)
    if log.unknown:
        raise LogError(f"{path} has lines that this trackbuddy doesn't know; update it to go on, or review the log")
    return log, data


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
