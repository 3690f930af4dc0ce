"""Where somebody is in a rep: the target athlete from the target, anybody else from their crossings. Pure.

Between two known places they run evenly. Behind the last one they go on at the pace of their last lap; whoever has
not yet been seen at a place is not past it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from trackbuddy.plan.phases import RepPhase
from trackbuddy.timing.state import Stamp


class Seen(NamedTuple):
    """A crossing: how far into the rep, and how long after its start."""

    mm: int
    ns: int


def position(way_mm: int, target_ns: int | None, seen: Sequence[Seen], elapsed_ns: int) -> int | None:
    """Millimetres into a rep of `way_mm` at `elapsed_ns` after its start; past the finish it grows on.

    `target_ns` is the pace while nothing has been seen. None where nothing tells how fast anybody runs.
    """
    if elapsed_ns <= 0:
        return 0
    before, here = Seen(0, 0), Seen(0, 0)
    for place in seen:
        if place.ns <= here.ns or place.mm <= here.mm:
            continue
        if place.ns >= elapsed_ns:
            return here.mm + (place.mm - here.mm) * (elapsed_ns - here.ns) // (place.ns - here.ns)
        before, here = here, place
    if here.ns:
        return here.mm + (here.mm - before.mm) * (elapsed_ns - here.ns) // (here.ns - before.ns)
    return None if not target_ns else way_mm * elapsed_ns // target_ns


def target_mm(phase: RepPhase, athlete: int, elapsed_ns: int, *, past: bool = False) -> int | None:
    """Where the athlete would be who runs the target evenly, its faster end where it is a band.

    At the finish they stop, unless `past`. None without a target in seconds or a way in metres.
    """
    aim, way_mm = phase.aim(athlete), phase.way_mm
    if aim is None or aim.low_ns is None or way_mm is None:
        return None
    at_mm = position(way_mm, aim.low_ns, (), elapsed_ns)
    return at_mm if at_mm is None or past else min(at_mm, way_mm)


def athlete_mm(phase: RepPhase, stamps: Sequence[Stamp | None], started_ns: int, elapsed_ns: int) -> int | None:
    """Where an athlete is: from their last crossing on, not before the first. They wait at the crossing to come."""
    crossed = seen(phase, stamps, started_ns)
    if not crossed or phase.way_mm is None:
        return None
    at_mm = position(phase.way_mm, None, crossed, elapsed_ns)
    coming = phase.crossings[len(stamps)].mm if len(stamps) < len(phase.crossings) else phase.way_mm
    return at_mm if at_mm is None or coming is None else min(at_mm, coming)


def ghost_mm(way_mm: int, crossed: Sequence[Seen], elapsed_ns: int) -> int | None:
    """Where one was last time, up to the finish; None where that rep has no times."""
    at_mm = position(way_mm, None, crossed, elapsed_ns)
    return None if at_mm is None else min(at_mm, way_mm)


def seen(phase: RepPhase, stamps: Sequence[Stamp | None], started_ns: int) -> tuple[Seen, ...]:
    """The crossings that were tapped, with the places they were wanted at."""
    return tuple(
        Seen(crossing.mm, stamp.at_ns - started_ns)
        for crossing, stamp in zip(phase.crossings, stamps, strict=False)
        if stamp is not None and crossing.mm is not None
    )


def lap_mm(phase: RepPhase, crossing: int, stamps: Sequence[Stamp | None]) -> int | None:
    """The way from the last tapped crossing before this one, counted from 1."""
    here = phase.crossings[crossing - 1].mm if crossing <= len(phase.crossings) else None
    if here is None:
        return None
    tapped = zip(phase.crossings[: crossing - 1], stamps[: crossing - 1], strict=True)
    before = [at.mm for at, stamp in tapped if stamp is not None and at.mm is not None]
    return here - (before[-1] if before else 0)
