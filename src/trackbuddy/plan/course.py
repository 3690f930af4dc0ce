"""Where on the track each rep starts, rep by rep, and why there.

A rep either carries on from where the last one ended, plus the jog, or goes back to its own start mark, from
which it finishes at the line. Unless the session says which: it carries on after a jog over a distance, after
no recovery at all, and after a rest that is too short to walk back; otherwise it goes back. Where a runner is
after a warm-up, a rep by time or a float by time nobody knows, so the next rep starts at its own mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase
from trackbuddy.plan.session import (
    ByDistance,
    Covered,
    Label,
    Mode,
    SameDistance,
    SameTime,
    SendOff,
    Start,
    Timed,
)
from trackbuddy.plan.track import Track
from trackbuddy.units import NS, M, Pace

WALK: Final = Pace(2 * NS, 3 * M)
"""Walking back: 1.5 m/s."""
SETTLE_NS: Final = 10 * NS
"""Time to get ready after walking back."""
UNKNOWN_SPEED: Final = Pace(NS, 5 * M)
"""A rep without a target is taken to be run at 5 m/s where a send-off's rest has to be known."""


class Reason(StrEnum):
    """Why a rep starts where it does."""

    OWN_MARK = "its own start mark"
    JOGGED = "the jog ends there"
    STRAIGHT_ON = "there is no recovery before it"
    SAID = "the session says so"
    SHORT_REST = "the rest is too short to walk back"
    TIME_TO_GO_BACK = "the rest is long enough to walk back"
    ALREADY_THERE = "the rep before ended there"


@dataclass(frozen=True, slots=True)
class Leg:
    """Where a rep starts, and why."""

    start: int | None
    """Millimetres past the line; None where the rep isn't run on the track or nobody knows."""
    reason: Reason
    rest_ns: int | None = None
    """How long there was to walk back; None for as long as one likes, or where it doesn't matter."""
    way_mm: int = 0
    """The way from where the last rep ended to this rep's own mark."""

    @property
    def back_ns(self) -> int:
        """How long walking back takes, with time to get ready."""
        return back_ns(self.way_mm)


def back_ns(way_mm: int) -> int:
    return WALK.over(way_mm) + SETTLE_NS if way_mm else 0


def legs(phases: Sequence[Phase], track: Track, rule: Start | None = None) -> tuple[Leg, ...]:
    """One leg for each rep, in order."""
    found: list[Leg] = []
    here: int | None = None
    recovery: RecoveryPhase | None = None
    before: RepPhase | None = None
    for phase in phases:
        if isinstance(phase, RecoveryPhase):
            recovery = phase
            continue
        leg = _leg(phase, _Gap(here, recovery, before), track, rule)
        found.append(leg)
        here = None
        if leg.start is not None and isinstance(phase.work, ByDistance):
            here = track.after(leg.start, phase.work.mm)
        recovery, before = None, phase
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between the rep before and the next one."""

    here: int | None
    recovery: RecoveryPhase | None
    before: RepPhase | None

    @property
    def moved_mm(self) -> int | None:
        """How far the recovery itself leads on; None where it isn't over a distance."""
        match self.recovery:
            case RecoveryPhase(measure=Covered(mm=mm)):
                return mm
            case RecoveryPhase(measure=SameDistance()):
                return self.before.way_mm if self.before else None
            case RecoveryPhase(measure=Timed(way_mm=mm)):
                return mm
            case _:
                return None

    @property
    def anywhere(self) -> bool:
        """A float by time leads on by an unknown way."""
        floated = self.recovery is not None and self.recovery.mode is Mode.FLOAT
        return self.here is None or (floated and self.moved_mm is None)

    @property
    def rest_ns(self) -> int | None:
        """How long there is to go back; None for as long as one likes."""
        match self.recovery:
            case None:
                return 0
            case RecoveryPhase(measure=Timed(ns=ns)):
                return ns
            case RecoveryPhase(measure=SendOff(ns=ns)):
                return max(ns - slowest_ns(self.before), 0)
            case RecoveryPhase(measure=SameTime()):
                return slowest_ns(self.before)
            case _:
                return None


def slowest_ns(rep: RepPhase | None) -> int:
    """What the slowest athlete needs, from the targets, else at 5 m/s; 0 for a rep of no known length."""
    if rep is None:
        return 0
    if rep.span_ns is not None:
        return rep.span_ns
    planned = [aim.high_ns for aim in rep.aims if aim.high_ns is not None]
    if planned:
        return max(planned)
    return UNKNOWN_SPEED.over(rep.way_mm) if rep.way_mm is not None else 0


def on_track(rep: RepPhase) -> bool:
    """Whether the rep covers a known distance of the track: warm-ups, strides and hills are run anywhere."""
    return isinstance(rep.work, ByDistance) and rep.label in {None, Label.JOG}


def _leg(rep: RepPhase, gap: _Gap, track: Track, rule: Start | None) -> Leg:
    if not on_track(rep) or not isinstance(rep.work, ByDistance):
        return Leg(None, Reason.OWN_MARK)
    own = track.own_start(rep.work.mm)
    here = gap.here
    if here is None or gap.anywhere:
        return Leg(None if rep.label is Label.JOG else own, Reason.OWN_MARK)
    if rule is Start.GO_BACK:
        return Leg(own, Reason.SAID)
    on = track.after(here, gap.moved_mm or 0)
    if rule is Start.CARRY_ON:
        return Leg(on, Reason.SAID)
    if gap.moved_mm is not None:
        return Leg(on, Reason.JOGGED)
    if gap.recovery is None or rep.label is Label.JOG:
        return Leg(here, Reason.STRAIGHT_ON)
    return _walked(here, own, gap.rest_ns, track)


def _walked(here: int, own: int, rest_ns: int | None, track: Track) -> Leg:
    way = track.way(here, own)
    if way == 0:
        return Leg(own, Reason.ALREADY_THERE, rest_ns)
    if rest_ns is None or rest_ns >= back_ns(way):
        return Leg(own, Reason.TIME_TO_GO_BACK, rest_ns, way)
    return Leg(here, Reason.SHORT_REST, rest_ns, way)
