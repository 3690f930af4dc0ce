"""The timeline: the session unrolled, targets worked out for each athlete, taps placed on the track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trackbuddy.plan.course import Leg, legs, on_track
from trackbuddy.plan.phases import Aim, Crossing, Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import RaceTime, parse_goal
from trackbuddy.plan.resolve import Formula, Ground, resolve
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    Covered,
    EveryWay,
    Label,
    OneTap,
    Options,
    Recovery,
    Rep,
    SameDistance,
    Session,
    Splitting,
    Taps,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.plan.target import EffortTarget, Target
from trackbuddy.plan.track import LAPPED_FROM_MM, STANDARD_TRACK, Track
from trackbuddy.plan.unroll import OPEN_ROUNDS, RecoveryPlace, RepPlace, unroll

ALONE = (Profile(),)


def build(
    session: Session,
    profiles: Sequence[Profile] = ALONE,
    *,
    goal: RaceTime | None = None,
    track: Track = STANDARD_TRACK,
    open_rounds: int = OPEN_ROUNDS,
    taps: Taps | None = None,
    formula: Formula = Formula.VDOT,
) -> Timeline:
    """What each athlete meets, phase by phase.

    `goal` goes before an athlete's own, and that before the session's. `taps` goes before the session's;
    without taps (`Taps.NONE`) a rep keeps its finish and no crossing on the way. Raises GoalError where the
    session's goal can't be read.
    """
    grounds = grounds_of(session, profiles, goal, formula)
    phases: list[Phase] = []
    before: RepPhase | None = None
    for place in unroll(session, open_rounds):
        if isinstance(place, RepPlace):
            before = _rep(place, grounds)
            phases.append(before)
        else:
            phases.append(_recovery(place, before, grounds, session.options))
    return _placed(phases, track, session.options, taps or session.options.taps)


def grounds_of(
    session: Session,
    profiles: Sequence[Profile] = ALONE,
    goal: RaceTime | None = None,
    formula: Formula = Formula.VDOT,
) -> tuple[Ground, ...]:
    """What each athlete's relative targets are worked out from. Raises GoalError as `build` does."""
    last = parse_goal(session.goal) if session.goal is not None else None
    return tuple(Ground(goal or profile.goal or last, profile.bests, formula) for profile in profiles)


def _aims(target: Target | None, work: Work, grounds: Sequence[Ground]) -> tuple[Aim, ...]:
    return () if target is None else tuple(resolve(target, work, ground) for ground in grounds)


def _rep(place: RepPlace, grounds: Sequence[Ground]) -> RepPhase:
    rep = place.rep
    return RepPhase(
        block=place.block,
        set=place.set,
        rep=place.number,
        work=rep.work,
        label=rep.label,
        aims=_aims(rep.target, rep.work, grounds),
        cadence=rep.cadence,
        until_ended=place.until_ended,
        counted_only=_counted_only(rep),
        note=rep.note,
    )


def _counted_only(rep: Rep) -> bool:
    """A stride is timed only where a time is asked for, or where the clock ends it."""
    aimed = rep.target is not None and not isinstance(rep.target, EffortTarget)
    return rep.label is Label.STRIDE and not aimed and not isinstance(rep.work, ByTime)


def _recovery(
    place: RecoveryPlace, before: RepPhase | None, grounds: Sequence[Ground], options: Options
) -> RecoveryPhase:
    recovery = place.recovery
    measure = recovery.measure
    after_ns = options.tap_after_ns
    return RecoveryPhase(
        between=place.between,
        measure=measure,
        mode=recovery.mode,
        aims=_aims(recovery.target, _recovery_work(recovery, before), grounds),
        go_by_tap=isinstance(measure, Timed) and after_ns is not None and measure.ns >= after_ns,
        until_ended=place.until_ended,
    )


def _recovery_work(recovery: Recovery, before: RepPhase | None) -> Work:
    match recovery.measure:
        case Covered(mm=mm):
            return ByDistance(mm)
        case Timed(ns=ns):
            return ByTime(ns)
        case SameDistance() if before is not None:
            return before.work
        case _:
            return Unmeasured()


def _placed(phases: Sequence[Phase], track: Track, options: Options, taps: Taps | None) -> Timeline:
    splitting = OneTap() if taps is Taps.NONE else options.splitting
    stops = iter(legs(phases, track, options.start))
    return tuple(
        _on_track(phase, next(stops), track, splitting) if isinstance(phase, RepPhase) else phase for phase in phases
    )


def _on_track(rep: RepPhase, leg: Leg, track: Track, splitting: Splitting | None) -> RepPhase:
    match rep.work:
        case ByTime():
            return rep
        case ByDistance(mm=mm) if leg.start is not None:
            start = leg.start
            crossings = (
                Crossing(at, track.name(track.after(start, at))) for at in _taps(rep, mm, start, track, splitting)
            )
            return replace(rep, start=track.name(start), crossings=tuple(crossings))
        case ByDistance(mm=mm):
            return replace(rep, crossings=(Crossing(mm),))
        case _:
            return replace(rep, crossings=(Crossing(None),))


def _taps(rep: RepPhase, mm: int, start: int, track: Track, splitting: Splitting | None) -> tuple[int, ...]:
    """The ways into the rep at which a tap is wanted."""
    if rep.label is not None or not on_track(rep) or isinstance(splitting, OneTap):
        return (mm,)
    if isinstance(splitting, EveryWay):
        return (*range(splitting.mm, mm, splitting.mm), mm)
    return track.crossings(start, mm) if mm >= LAPPED_FROM_MM else (mm,)
