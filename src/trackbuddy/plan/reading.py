"""What the read-back says about the track: where reps start and finish and why, and which taps they want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from trackbuddy.plan.course import Leg, Reason, legs, on_track
from trackbuddy.plan.phases import RepPhase, Timeline
from trackbuddy.plan.said import sentence, span
from trackbuddy.plan.session import ByDistance, Start
from trackbuddy.plan.track import LINE, STANDARD_TRACK, Track
from trackbuddy.units import NS, M, decimal_metres, distance

_LISTED: Final = 8
"""Finishes that follow no pattern, and taps, are listed up to here."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A rep on the track, with the reason for its start."""

    rep: RepPhase
    leg: Leg

    @property
    def start(self) -> str:
        return self.rep.start or ""

    @property
    def finish(self) -> str:
        return (self.rep.crossings[-1].place if self.rep.crossings else None) or ""


def stops(timeline: Timeline, track: Track = STANDARD_TRACK, rule: Start | None = None) -> tuple[Stop, ...]:
    """Each rep that is run on the track. `track` and `rule` are those the timeline was built with."""
    reps = [phase for phase in timeline if isinstance(phase, RepPhase)]
    pairs = zip(reps, legs(timeline, track, rule), strict=True)
    return tuple(Stop(rep, leg) for rep, leg in pairs if on_track(rep) and rep.start)


def places(timeline: Timeline, track: Track = STANDARD_TRACK, rule: Start | None = None) -> tuple[str, ...]:
    """A sentence for each block that is run on the track: where its reps start and finish, and why there."""
    found = stops(timeline, track, rule)
    blocks = [list(group) for _, group in groupby(found, key=lambda stop: stop.rep.block)]
    several = len(blocks) > 1
    return tuple(_block_text(block, f"Block {block[0].rep.block}: " if several else "") for block in blocks)


def _block_text(block: Sequence[Stop], name: str) -> str:
    reason = _reason(block)
    return sentence(f"{name}{_finishes(block)}{f': {reason}' if reason else ''}")


def _finishes(block: Sequence[Stop]) -> str:
    ways = [(stop.start, stop.finish) for stop in block]
    sets = [[(stop.start, stop.finish) for stop in one] for _, one in groupby(block, key=lambda stop: stop.rep.set)]
    if len(sets) > 1 and len(set(ways)) > 1 and all(one == sets[0] for one in sets):
        return f"in each set {_pattern(sets[0])}"
    return _pattern(ways)


def _pattern(ways: Sequence[tuple[str, str]]) -> str:
    if len(ways) == 1:
        return f"the rep starts at {_the(ways[0][0])} and finishes at {_the(ways[0][1])}"
    if set(ways) == {(LINE, LINE)}:
        return "every rep starts and finishes at the LINE"
    if len(set(ways)) == 1:
        return f"every rep starts at {_the(ways[0][0])} and finishes at {_the(ways[0][1])}"
    ends = [finish for _, finish in ways]
    if len(set(ends)) == 1:
        return f"every rep finishes at {_the(ends[0])}"
    if all(end == ends[index % 2] for index, end in enumerate(ends)):
        return f"odd reps finish at {_the(ends[0])}, even reps at {_the(ends[1])}"
    listed = ", ".join(f"{number} {end}" for number, end in enumerate(ends[:_LISTED], 1))
    return f"the reps finish at: {listed}{', and so on' if len(ends) > _LISTED else ''}"


def _the(place: str) -> str:
    return place if place[0].isdigit() and "BEFORE" in place else f"the {place}"


def _reason(block: Sequence[Stop]) -> str | None:
    """Why reps start where they do, by the first rep that had a choice."""
    for stop in block:
        leg = stop.leg
        match leg.reason:
            case Reason.SHORT_REST:
                rest = span(leg.rest_ns or 0)
                return f"{rest} of rest is too short to walk back {_way(leg)}"
            case Reason.TIME_TO_GO_BACK:
                return f"there is time to walk back {_way(leg)}"
            case Reason.JOGGED:
                return "the next rep starts where the jog ends"
            case Reason.SAID:
                return "the session says so"
            case _:
                continue
    return None


def _way(leg: Leg) -> str:
    """To whole metres and seconds: nobody walks 9.344 m."""
    return f"{round(leg.way_mm / M)} m (about {span(round(leg.back_ns / NS) * NS)})"


def taps(timeline: Timeline) -> tuple[str, ...]:
    """A sentence for each length of rep that wants more than one tap: how many, and where."""
    found: dict[int, dict[tuple[int, ...], None]] = {}
    for phase in timeline:
        if isinstance(phase, RepPhase) and isinstance(phase.work, ByDistance) and len(phase.crossings) > 1:
            ways = tuple(crossing.mm for crossing in phase.crossings if crossing.mm is not None)
            found.setdefault(phase.work.mm, {})[ways] = None
    return tuple(_taps_text(mm, tuple(ways)) for mm, ways in found.items())


def _taps_text(mm: int, ways: tuple[tuple[int, ...], ...]) -> str:
    counts = " or ".join(dict.fromkeys(str(len(way)) for way in ways))
    return f"{distance(mm)}: {counts} taps, at {' or '.join(map(_ways_text, ways))}."


def _ways_text(ways: tuple[int, ...]) -> str:
    """Each of a few; of many the first and how they go on."""
    steps = {far - near for near, far in pairwise(ways[:-1])}
    if len(ways) <= _LISTED or len(steps) != 1:
        return f"{', '.join(map(decimal_metres, ways))} m"
    return f"{decimal_metres(ways[0])} m, then every {decimal_metres(steps.pop())} m and at the finish"
