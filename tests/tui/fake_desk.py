"""A desk with three sessions and two logs; it understands a text that begins with a digit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trackbuddy.tui.ports import Entry, LogEntry, ReadingView, RefusalView

LIBRARY = (
    Entry("8x200-goal-pace", "8×200 m at goal pace", "8 x 200m @ mile, 30s rest"),
    Entry("4x400-goal-pace", "4×400 m at goal pace", "4 x 400m @ mile, 90s rest"),
    Entry("billat-30-30", "Billat's 30/30", "30/30 x max"),
)
OPEN_LOG = LogEntry(Path("a.jsonl"), "8x200m", "2026-11-23 18:30", "3 of 8 reps", unfinished=True)
OVER_LOG = LogEntry(Path("b.jsonl"), "4x400m [bold]", "2026-11-20 18:05", "av 67.9 (4 of 4)")


class FakeDesk:
    def read(self, text: str) -> ReadingView | RefusalView:
        if text[0].isdigit():
            lines = ("Run 200 m 8 times in 34.0.", "Rest 30 s after each, standing.")
            return ReadingView(text.strip(), lines, ("the rest is standing",))
        return RefusalView(
            "I don't know this word; say how often, how far, and the recovery.",
            1,
            5,
            text[4:9],
            ("8 x 200m, 30s rest", "200m"),
        )

    def library(self) -> Sequence[Entry]:
        return LIBRARY

    def logs(self) -> Sequence[LogEntry]:
        return (OPEN_LOG, OVER_LOG)

    def open_log(self, path: Path) -> str:
        return "\n".join(f"{n}  34.{n % 10}  +0.{n % 10} on  of {path}" for n in range(1, 60))
