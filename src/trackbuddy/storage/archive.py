"""The logs of a folder, newest first, each as its summary: from the index where the file is as it was, else read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from trackbuddy.storage.index import Index
from trackbuddy.storage.logs import LogError
from trackbuddy.storage.paths import Home
from trackbuddy.storage.summaries import Summary, read_summary
from trackbuddy.storage.summary_json import VERSION, summary_from_json, summary_to_json

_FIRST: Final = 40
"""As many are looked up first as a screen shows; then more at a time."""
_CHUNK: Final = 400


Read = Callable[[Path], Summary | LogError]


class Archive:
    """Asks the folder anew each time. Files are compared with the index by size, inode and both of their times, so
    that neither a log that grew nor one that was put in another's place is taken for what it was."""

    def __init__(self, folder: Path, index: Path | None = None, read: Read = read_summary) -> None:
        """`index` None: every log is read."""
        self._folder, self._index, self._read = folder, index, read

    @staticmethod
    def of(home: Home) -> Archive:
        return Archive(home.logs, home.index)

    def names(self) -> list[str]:
        """Every log's file name, newest first; none where the folder isn't there."""
        try:
            with os.scandir(self._folder) as entries:
                names = [entry.name for entry in entries if entry.name.endswith(".jsonl")]
        except OSError:
            return []
        return sorted(names, reverse=True)

    def summaries(self) -> Iterator[Summary | LogError]:
        """Newest first, each worked out when it is asked for; for a log that can't be read the reason.

        What was read is kept in the index, and what is no longer there is forgotten, a chunk at a time.
        """
        names = self.names()
        if not names:
            return
        index = None if self._index is None else Index(self._index, VERSION)
        try:
            size, at = _FIRST, 0
            while at < len(names):
                yield from self._chunk(names[at : at + size], index)
                at, size = at + size, _CHUNK
            if index is not None:
                index.forget(index.names() - set(names))
        finally:
            if index is not None:
                index.close()

    def _chunk(self, names: Sequence[str], index: Index | None) -> Iterator[Summary | LogError]:
        known = index.known(names) if index is not None else {}
        fresh: list[tuple[str, str, str]] = []
        try:
            for name in names:
                found, row = self._summary(name, known.get(name))
                if row is not None:
                    fresh.append(row)
                if found is not None:
                    yield found
        finally:
            if index is not None:
                index.keep(fresh)

    def _summary(
        self, name: str, known: tuple[str, str] | None
    ) -> tuple[Summary | LogError | None, tuple[str, str, str] | None]:
        """The summary, and its row for the index if that hasn't got it. None: the file has gone meanwhile."""
        path = self._folder / name
        stamp = _stamp(path)
        if stamp is None:
            return None, None
        if known is not None and known[0] == stamp:
            try:
                return summary_from_json(known[1], path), None
            except (ValueError, TypeError, LookupError):
                pass  # a row that another program wrote: the log says it better
        found = self._read(path)
        # A log that is being written may have grown while it was read: then it is read again next time.
        return found, (name, stamp, summary_to_json(found)) if _stamp(path) == stamp else None


def _stamp(path: Path) -> str | None:
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return f"{stat.st_size} {stat.st_ino} {stat.st_mtime_ns} {stat.st_ctime_ns}"
