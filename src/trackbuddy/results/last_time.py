"""Last time as the present session can show it: each rep's time and crossings, at the place it has in today's plan."""

from __future__ import annotations

from dataclasses import dataclass

from trackbuddy.plan.phases import RepPhase, Timeline
from trackbuddy.results.rows import Row, Standing
from trackbuddy.results.shape import AROUND, shape


@dataclass(frozen=True, slots=True)
class PastRep:
    """A rep as it was run then. Times count from its start."""

    split_ns: int | None
    """None where it had no time."""
    crossings: tuple[tuple[int, int], ...]
    """Way in millimetres and time in nanoseconds of each crossing that was tapped, the finish among them."""


def last_time(today: Timeline, then: Timeline, rows: tuple[Row, ...]) -> dict[int, PastRep]:
    """By the phase of today's timeline; empty where the two are different sessions.

    `rows` are one athlete's of then. Labelled reps are left out: a warm-up is nobody's rival.
    """
    if shape(today).text != shape(then).text:
        return {}
    run = {row.phase: row for row in rows if not row.voided and row.standing is Standing.TIMED}
    pairs = zip(_work(today), _work(then), strict=False)
    return {here: _past(run[there]) for here, there in pairs if there in run}


def _work(timeline: Timeline) -> list[int]:
    reps = [(number, phase) for number, phase in enumerate(timeline, 1) if isinstance(phase, RepPhase)]
    alone = not any(phase.label not in AROUND for _, phase in reps)
    return [number for number, phase in reps if phase.label not in AROUND or alone]


def _past(row: Row) -> PastRep:
    crossings: list[tuple[int, int]] = []
    way_mm: int | None = 0
    at_ns = 0
    for lap in row.laps:
        at_ns += lap.ns
        way_mm = None if way_mm is None or lap.mm is None else way_mm + lap.mm
        if way_mm is not None:
            crossings.append((way_mm, at_ns))
    if row.plan.way_mm is not None and row.split_ns is not None and (not crossings or crossings[-1][1] != row.split_ns):
        crossings.append((row.plan.way_mm, row.split_ns))
    return PastRep(row.split_ns, tuple(crossings))
