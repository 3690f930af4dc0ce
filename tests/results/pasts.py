"""Sessions of the past, as far as comparisons need them."""

from __future__ import annotations

import datetime

from tests.timing.sessions import s

from trackbuddy.plan.notation import read
from trackbuddy.plan.timeline import build
from trackbuddy.results.compare import Past
from trackbuddy.results.digest import Digest
from trackbuddy.results.shape import shape

EIGHT = "8x200m @ 34, 30s rest"


def past(
    day: str,
    average: float | None,
    *,
    text: str = EIGHT,
    name: str = "Ann",
    timed: int = 8,
    target: float | None = 34.0,
    work_mm: int | None = 1_600_000,
) -> Past:
    wall = datetime.datetime.fromisoformat(f"{day}T18:30:00+00:00")
    target_ns = None if target is None else s(target)
    average_ns = None if average is None else s(average)
    digest = Digest(
        name=name,
        average_ns=average_ns,
        timed=timed,
        run=8,
        best_ns=None if average is None else s(average - 0.5),
        low_ns=target_ns,
        high_ns=target_ns,
        hits=5,
        judged=timed,
        work_mm=work_mm,
        work="200m",
        times=(average_ns,) * 8,
    )
    return Past(f"{day}.jsonl", wall, text, shape(build(read(text).session)), digest)
