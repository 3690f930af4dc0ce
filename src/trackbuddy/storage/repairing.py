"""Repairs put behind a log's lines: under its lock, whole, and only when no other program has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.storage import journal
from trackbuddy.storage.logs import Log, LogError
from trackbuddy.timing import repairing
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.repairing import Repaired, instant
from trackbuddy.timing.repairs import Repair


def repair(path: Path, facts: Sequence[Repair]) -> None:
    """Raises UserError, and then the log is as it was."""

    def made(history: History, lines: Sequence[Line]) -> Repaired:
        try:
            return repairing.repair(history, facts)
        except LookupError as error:
            raise UserError(
                f"this can't be repaired so: {error.args[0] if error.args else 'it fits nothing'}"
            ) from error

    _append(path, made)


def undo(path: Path) -> None:
    """Raises UserError where the last step is no repair."""
    _append(path, lambda history, lines: _or_none(repairing.undo(history, instant(history, lines)), "undo"))


def redo(path: Path) -> None:
    _append(path, lambda history, lines: _or_none(repairing.redo(history, instant(history, lines)), "redo"))


def _or_none(made: Repaired | None, what: str) -> Repaired:
    if made is None:
        raise UserError(f"there is no repair to {what}")
    return made


def _append(path: Path, make: Callable[[History, Sequence[Line]], Repaired]) -> None:
    """The log is read under the lock, so that what the repair is decided on is what it stands behind."""
    log, writer = journal.reopen(path)
    try:
        _, new = make(_history(log), log.lines)
        writer.append(new)
    finally:
        safe = writer.close()
    if not safe:
        raise UserError(f"{path} could not be written; make room on the disk and repair it again")


def _history(log: Log) -> History:
    if log.unknown:
        raise LogError(f"{log.path} was written by a later trackbuddy; update to repair it")
    return log.history()
