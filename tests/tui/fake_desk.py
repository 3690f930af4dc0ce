"""A desk with three sessions and two logs; it understands a text that begins with a digit."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tests.tui.fake_archivist import FakeArchivist

from trackbuddy.errors import UserError
from trackbuddy.tui.ports import AthleteEntry, Entry, Field, LogEntry, Problems, ReadingView, RefusalView, Sheet, Who
from trackbuddy.tui.review_ports import Archivist

LIBRARY = (
    Entry("8x200-goal-pace", "8×200 m at goal pace", "8 x 200m @ mile, 30s rest"),
    Entry("4x400-goal-pace", "4×400 m at goal pace", "4 x 400m @ mile, 90s rest"),
    Entry("billat-30-30", "Billat's 30/30", "30/30 x max"),
)
OPEN_LOG = LogEntry(Path("a.jsonl"), "8x200m", "2026-11-23 18:30", "3 of 8 reps", unfinished=True)
OVER_LOG = LogEntry(Path("b.jsonl"), "4x400m [bold]", "2026-11-20 18:05", "4 of 4 reps", text="4 x 400m, 90s rest")


FIELDS = (
    Field("sound", "sound", "auto", choices=("auto", "bell", "off")),
    Field("volume", "volume", "0.8", "from 0 to 1"),
    Field("theme", "colours", "night", choices=("night", "sun")),
)
ANN = AthleteEntry("Ann", "1", "mile 4:32", "1500 4:05")
BEN = AthleteEntry("Ben [red]", "2")


class FakeBeat:
    """Sixteen beeps, one right after the other, and a hand that must have tapped twice."""

    said = "sound process: playing through paplay"

    def __init__(self) -> None:
        self.begun = 0
        self.closed = threading.Event()
        self.until_ns = 0
        self.taps: list[Sequence[int]] = []

    def begin(self) -> tuple[int, ...]:
        self.begun += 1
        self.until_ns = 17
        return tuple(range(1, 17))

    def keep(self, taps: Sequence[int]) -> tuple[str, ...]:
        self.taps.append(taps)
        if len(taps) < 2:
            raise UserError("only 1 of 12 beeps had a tap; nothing was kept")
        return ("12 taps for 12 beeps: 40 ms late, spread 18 ms.", "Cues go out 40 ms earlier")

    def close(self) -> None:
        self.closed.set()


class FakeDesk:
    """Keeps settings unless the volume is loud, and athletes who have a name."""

    def __init__(self, problem: str = "") -> None:
        self.settings: dict[str, str] = {}
        self.athletes = [ANN, BEN]
        self.problem = problem
        self.chosen = Who(known=("Ann", "Ben [red]"))
        self.kept: list[tuple[str, str]] = []
        self.discarded: list[Path] = []
        self.tapped_along: FakeBeat | None = FakeBeat()

    def sheet(self) -> Sheet:
        fields = tuple(replace(field, value=self.settings.get(field.name, field.value)) for field in FIELDS)
        return Sheet(fields, () if self.problem else tuple(self.athletes), "settings.toml", self.problem)

    def keep_settings(self, values: Mapping[str, str]) -> Problems:
        if values["volume"] == "loud":
            return {"volume": "volume is a number; write it like 0.8"}
        self.settings = dict(values)
        return {}

    def keep_athlete(self, index: int | None, entry: AthleteEntry | None) -> Problems:
        if entry is not None and not entry.name:
            return {"name": "who is it? write a name"}
        if entry is None:
            del self.athletes[index or 0]
        elif index is None:
            self.athletes.append(entry)
        else:
            self.athletes[index] = entry
        return {}

    def beat(self) -> FakeBeat:
        if self.tapped_along is None:
            raise UserError("there is no sound to tap along with")
        return self.tapped_along

    def read(self, text: str, *, asked: bool) -> ReadingView | RefusalView:
        if text[0].isdigit():
            lines = ("Run 200 m 8 times in 34.0.", "Rest 30 s after each, standing.")
            return ReadingView(text.strip(), lines, ("the rest is standing",))
        return RefusalView(
            "I don't know this word; say how often, how far, and the recovery.",
            1,
            5,
            text[4:9],
            ("8 x 200m, 30s rest", "200m"),
            "est" if text.endswith("r") else None,
        )

    def who(self) -> Who:
        return self.chosen

    def digits(self, names: Sequence[str]) -> Sequence[str]:
        return [str(digit) for digit in range(1, len(names) + 1)]

    def choose_who(self, names: Sequence[str], goal: str) -> Problems:
        if goal == "fast":
            return {"goal": "write a race and its time"}
        self.chosen = replace(self.chosen, names=tuple(names), goal=goal)
        return {}

    def keep_session(self, text: str, name: str) -> Problems:
        if not name:
            return {"name": "write a name"}
        self.kept.append((text, name))
        return {}

    def discard(self, path: Path) -> str:
        self.discarded.append(path)
        return ""

    def library(self) -> Sequence[Entry]:
        return LIBRARY

    def logs(self) -> Sequence[LogEntry]:
        return tuple(log for log in (OPEN_LOG, OVER_LOG) if log.path not in self.discarded)

    @property
    def archivist(self) -> Archivist:
        return FakeArchivist()
