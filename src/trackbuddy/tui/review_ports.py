"""What the screens for logs, review and season ask of those who keep the files: promises only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from trackbuddy.present.log_line import LogLine
from trackbuddy.results.compare import Comparison, Past
from trackbuddy.results.review import Review
from trackbuddy.results.season import Season
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.repairs import Repair

ExportTo = Literal["text", "csv", "json"]


@dataclass(frozen=True, slots=True)
class LogRow:
    """A log in the list."""

    path: Path
    line: LogLine
    text: str
    """What the filter looks through, in small letters."""
    rehearsal: bool
    average_ns: int | None
    problem: str = ""
    """Why it can't be read."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A log that was read."""

    path: Path
    title: str
    text: str
    """The session's text; empty where it can't be read any more."""
    when: str
    history: History
    lines: tuple[Line, ...]
    review: Review
    original: Review
    """Without any repair."""
    diary: tuple[str, ...]
    """A line an athlete."""
    remarks: tuple[str, ...]
    rehearsal: bool = False
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """An athlete's other sessions of the same shape."""

    comparisons: Sequence[Comparison] = ()
    averages: tuple[int | None, ...] = ()
    """Of each of them, oldest first, this one the last."""
    trend: str = ""
    """Empty where there are too few to say."""


class Archivist(Protocol):
    """Every call may take as long as a disk takes; the screens make them where nobody waits."""

    def rows(self) -> Iterator[LogRow]:
        """Every log, newest first, as it is read."""
        ...

    def row(self, path: Path) -> LogRow | None:
        """One log's, as it is now; None where it can't be read."""
        ...

    def open(self, path: Path) -> Opened | str:
        """The log, or in one sentence why it can't be read."""
        ...

    def beside(self, path: Path) -> tuple[Beside, ...]:
        """What stands beside each athlete's session, in their order."""
        ...

    def others(self, path: Path) -> Sequence[Past]:
        """Sessions made of the same reps, any athlete's: those of the same shape first, the nearest in time first."""
        ...

    def seasons(self) -> Sequence[Season]: ...

    def repair(self, path: Path, facts: Sequence[Repair]) -> str:
        """Empty, or in one sentence why not."""
        ...

    def undo(self, path: Path) -> str: ...

    def redo(self, path: Path) -> str: ...

    def export(self, path: Path, to: ExportTo) -> str:
        """Writes a file beside the user's others and says where, or why not."""
        ...
