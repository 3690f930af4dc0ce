"""An archivist without any log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from trackbuddy.results.compare import Past
from trackbuddy.results.season import Season
from trackbuddy.timing.repairs import Repair
from trackbuddy.tui.review_ports import Beside, ExportTo, LogRow, Opened


class FakeArchivist:
    """Says of every log that it can't be read."""

    def rows(self) -> Iterator[LogRow]:
        return iter(())

    def row(self, path: Path) -> LogRow | None:
        return None

    def open(self, path: Path) -> Opened | str:
        return f"{path} can't be read"

    def beside(self, path: Path) -> tuple[Beside, ...]:
        return ()

    def others(self, path: Path) -> Sequence[Past]:
        return ()

    def seasons(self) -> Sequence[Season]:
        return ()

    def repair(self, path: Path, facts: Sequence[Repair]) -> str:
        return "nothing to repair"

    def undo(self, path: Path) -> str:
        return "nothing to undo"

    def redo(self, path: Path) -> str:
        return "nothing to redo"

    def export(self, path: Path, to: ExportTo) -> str:
        return "nothing to export"
