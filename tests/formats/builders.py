"""Saved sessions to try the formats on."""

from __future__ import annotations

import csv
import datetime
import io

from tests.timing.sessions import run

from trackbuddy.formats.saved import Saved
from trackbuddy.results.review import review
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.state import Plan

BEGIN: tuple[i.Input, ...] = (i.Open(0), i.ThatsAll(0))
"""GO is at 10 s."""
EVENING = datetime.datetime(2026, 11, 23, 18, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=13)))


def saved(
    history: History, *, title: str = "8×200", canonical: str = "8 x 200m @ 34, 30s rest", file: str = "x.jsonl"
) -> Saved:
    return Saved(review(history), title, canonical, EVENING, file)


def played(plan: Plan, *inputs: i.Input) -> tuple[Saved, History, list[Line]]:
    history, lines = run(plan, [*BEGIN, *inputs])
    return saved(history), history, lines


def read_csv(text: str) -> list[dict[str, str]]:
    """By the standard library's reader, as strict as it can be."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def number(cell: str) -> float | None:
    return float(cell) if cell else None
