"""For an athlete who taps alone: which taps a machine at the line is out of reach for, and what works instead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trackbuddy.plan.course import back_ns
from trackbuddy.plan.phases import RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.said import span
from trackbuddy.plan.session import ByDistance, Timed
from trackbuddy.plan.track import LINE, STANDARD_TRACK, Track
from trackbuddy.units import NS, distance


@dataclass(frozen=True, slots=True)
class Reach:
    """What a lone athlete can't tap. Nothing is out of reach where both are empty."""

    finishes: tuple[tuple[str, int], ...]
    """The places away from the line where reps finish, and how many do."""
    on_the_way: int
    """Taps wanted in the middle of a rep, which the runner would have to slow down for."""
    offers: tuple[str, ...]
    """What would work instead, one sentence each."""

    @property
    def all_within(self) -> bool:
        return not self.finishes and not self.on_the_way


def reach(timeline: Timeline, track: Track = STANDARD_TRACK) -> Reach:
    """What `taps = self` can't reach in this timeline, with the machine at the line."""
    reps = [phase for phase in timeline if isinstance(phase, RepPhase)]
    away = [place for place in map(_finish, reps) if place is not None and place != LINE]
    on_the_way = sum(len(rep.crossings) - 1 for rep in reps if rep.crossings)
    offers = []
    if away:
        offers += _for_finishes(timeline, track)
    if on_the_way:
        offers.append("'one tap' in the session asks only for the finish of each rep.")
    if (away or on_the_way) and all(_aimed(rep) for rep in reps if rep.crossings and rep.label is None):
        offers.append("taps = none: each rep ends at its target time, no key is pressed and no time is claimed.")
    return Reach(tuple(Counter(away).items()), on_the_way, tuple(offers))


def reading(found: Reach) -> tuple[str, ...]:
    """The advice as sentences; empty where every tap is within reach."""
    if found.all_within:
        return ()
    said = [
        f"{count} rep{'s' if count > 1 else ''} finish{'' if count > 1 else 'es'} at the {place}, out of reach of a "
        f"machine at the LINE."
        for place, count in found.finishes
    ]
    if found.on_the_way:
        taps = "tap is" if found.on_the_way == 1 else "taps are"
        said.append(f"{found.on_the_way} {taps} wanted in the middle of a rep.")
    return (*said, *found.offers)


def _finish(rep: RepPhase) -> str | None:
    return rep.crossings[-1].place if rep.crossings else None


def _aimed(rep: RepPhase) -> bool:
    return bool(rep.aims) and all(aim.low_ns is not None for aim in rep.aims)


def _for_finishes(timeline: Timeline, track: Track) -> list[str]:
    shortest = _rest_for_going_back(timeline, track)
    back = "start = 'go back' in the session makes every rep finish at the LINE."
    if shortest is not None:
        back = f"With {span(shortest)} of rest there is time to walk back, and every rep finishes at the LINE."
    return [back, f"Reps of {distance(track.lap_mm)}, or of several laps, start and finish at the LINE."]


def _rest_for_going_back(timeline: Timeline, track: Track) -> int | None:
    """The rest, in whole 10 s, that lets every rep start at its own mark; None where no rest is timed."""
    ways = [
        track.way(0, track.own_start(phase.work.mm))
        for phase in timeline
        if isinstance(phase, RepPhase) and phase.start is not None and isinstance(phase.work, ByDistance)
    ]
    timed = any(isinstance(phase, RecoveryPhase) and isinstance(phase.measure, Timed) for phase in timeline)
    longest = max(map(back_ns, ways), default=0)
    return -(-longest // (10 * NS)) * 10 * NS if timed and longest else None
