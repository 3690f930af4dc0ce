"""What is known of logs without reading them: a cache in SQLite, kept by each file's size and times.

It holds nothing that the logs don't say. Deleted, damaged, or of another version, it is made anew; where it can't be
opened or written, everything goes on without it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from trackbuddy.storage.paths import make_folder

_BUSY_S: Final = 0.5
"""How long another program's writing is waited for; then this one reads the logs themselves."""
_MOST_AT_ONCE: Final = 500
"""Names in one question: SQLite's own limit is higher on every system since 2020."""


class Index:
    """Rows by file name. A method that fails gives nothing and the index counts as absent from then on."""

    def __init__(self, path: Path, version: int) -> None:
        self._path, self._version = path, version
        self._connection = self._opened()

    def known(self, names: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Stamp and data of those that are kept."""
        found: dict[str, tuple[str, str]] = {}
        for at in range(0, len(names), _MOST_AT_ONCE):
            part = names[at : at + _MOST_AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self._asked(f"SELECT name, stamp, data FROM logs WHERE name IN ({marks})", part)
            found.update((str(name), (str(stamp), str(data))) for name, stamp, data in rows)
        return found

    def names(self) -> frozenset[str]:
        return frozenset(str(name) for (name,) in self._asked("SELECT name FROM logs", ()))

    def keep(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Name, stamp and data, all or none."""
        self._written("INSERT OR REPLACE INTO logs (name, stamp, data) VALUES (?, ?, ?)", list(rows))

    def forget(self, names: Iterable[str]) -> None:
        self._written("DELETE FROM logs WHERE name = ?", [(name,) for name in names])

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # --- SQLite -----------------------------------------------------------------------------------------------------

    def _asked(self, question: str, values: Sequence[str]) -> list[tuple[object, ...]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.OperationalError:  # busy, or the disk
            return []
        except sqlite3.DatabaseError:
            self._start_again()
            return []

    def _written(self, order: str, rows: Sequence[tuple[str, ...]]) -> None:
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany(order, rows)
        except sqlite3.OperationalError:
            return
        except sqlite3.DatabaseError:
            self._start_again()

    def _opened(self) -> sqlite3.Connection | None:
        """Twice, because the first may find a file that is no database."""
        for _ in range(2):
            try:
                return self._connected()
            except sqlite3.OperationalError:
                return None
            except sqlite3.DatabaseError:
                self._delete()
            except OSError:
                return None
        return None

    def _connected(self) -> sqlite3.Connection:
        make_folder(self._path.parent)
        if not self._path.exists():
            os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600))
        connection = sqlite3.connect(self._path, timeout=_BUSY_S, check_same_thread=False)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != self._version:
                self._made(connection)
            connection.execute("SELECT name, stamp, data FROM logs LIMIT 1").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _made(self, connection: sqlite3.Connection) -> None:
        with connection:
            connection.execute("DROP TABLE IF EXISTS logs")
            connection.execute("CREATE TABLE logs (name TEXT PRIMARY KEY, stamp TEXT, data TEXT) WITHOUT ROWID")
            connection.execute(f"PRAGMA user_version = {self._version}")

    def _start_again(self) -> None:
        """What is damaged is no loss."""
        self.close()
        self._delete()
        self._connection = self._opened()

    def _delete(self) -> None:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.unlink(f"{self._path}{suffix}")
