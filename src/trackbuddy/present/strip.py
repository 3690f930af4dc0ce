"""A session's course as one row of characters, wide in proportion to time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.session import Label
from trackbuddy.plan.totals import OPEN_NS, REP_SPEED, recovery_ns, rep_ns

REP_CELL, EASY_CELL, RECOVERY_CELL = "#", "=", "-"
LEGEND: Final = "# rep   = easy   - recovery"


def strip(timeline: Timeline, width: int = 76) -> str:
    """One cell at least for each phase, the others by how long it takes; too many phases are sampled."""
    if not timeline or width < 1:
        return ""
    spans = list(_spans(timeline))
    cells = [_cell(phase) for phase in timeline]
    if len(timeline) > width:
        return "".join(cells[len(cells) * at // width] for at in range(width))
    spare, total = width - len(cells), sum(spans) or 1
    ends = [spare * sum(spans[: index + 1]) // total for index in range(len(spans))]
    starts = [0, *ends[:-1]]
    return "".join(cell * (1 + end - start) for cell, start, end in zip(cells, starts, ends, strict=True))


def _cell(phase: Phase) -> str:
    if isinstance(phase, RecoveryPhase):
        return RECOVERY_CELL
    return EASY_CELL if phase.label in {Label.WARM_UP, Label.COOL_DOWN, Label.JOG} else REP_CELL


def _spans(timeline: Timeline) -> Iterator[int]:
    before: RepPhase | None = None
    for phase in timeline:
        if isinstance(phase, RepPhase):
            before = phase
            known = rep_ns(phase)
            yield known if known is not None else REP_SPEED.over(phase.way_mm or 0) or OPEN_NS
        else:
            rest = recovery_ns(phase, before)
            yield rest if rest is not None else OPEN_NS
