"""Which sound comes when: a pure function of the facts that count and the plan.

Two sources. Countdowns follow from where the session stands and from the deadlines that come after it by themselves.
Answers follow from taps that were counted; they are planned a moment after their tap, since nothing sounds at once.
Instants are session time; whoever plays them puts them on the clock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.track import before_line
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.tones import length_ns
from trackbuddy.timing import facts as f
from trackbuddy.timing.countdown import Countdown, countdown
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.hearing import OFF_BY_DEFAULT, CueKind
from trackbuddy.timing.state import Apart, Done, Finished, Running, RunRep, State
from trackbuddy.units import MINUTE_NS, NS

ANSWER_NS: Final = 150_000_000
"""How long after a tap its sound is planned: the shortest notice on which the canvas is exact."""
MOST_DEADLINES: Final = 4
"""How many deadlines are looked through: past the countdown of a change that comes seconds after another."""
METRONOME_NS: Final = 10 * MINUTE_NS
"""How far the steps of a rep without a known end are planned."""
DONE_AFTER_NS: Final = 600_000_000
"""How long after the target's own sound the end of the session is told."""
STARTS: Final = frozenset({CueKind.GO, CueKind.HARD})
ENDINGS: Final = (f.RepEnded, f.RecoveryEnded, f.Ended, f.Skipped, f.DroppedOut)
"""Facts that can be the last of a session."""

_LEFT: Final = {60: CueKind.LEFT_60, 30: CueKind.LEFT_30, 10: CueKind.LEFT_10}

DEFAULT_KINDS: Final = frozenset(CueKind) - OFF_BY_DEFAULT
"""On unless the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the user wants to hear."""

    kinds: frozenset[CueKind] = DEFAULT_KINDS
    cones_mm: int | None = None
    """How far apart the cones stand, counted from the line; None: there are none."""


EVERYDAY: Final = Hearing()


def cues(state: State, counted: Sequence[f.Line], hearing: Hearing = EVERYDAY) -> tuple[Cue, ...]:
    """All cues that follow from what counts now, by instant; past ones among them do no harm.

    `counted` are the latest lines that count; their answers are included.
    """
    found = [*ahead(state, hearing.cones_mm), *answers(state, counted)]
    wanted = [cue for cue in found if cue.kind in hearing.kinds]
    return tuple(sorted(_unmasked(wanted), key=lambda cue: (cue.at_ns, cue.kind)))


def _unmasked(wanted: Sequence[Cue]) -> Iterator[Cue]:
    """Without the steps of a cadence that would sound into another cue."""
    others = sorted((cue.at_ns, cue.at_ns + length_ns(cue.kind)) for cue in wanted if cue.kind is not CueKind.METRONOME)
    step_ns = length_ns(CueKind.METRONOME)
    for cue in wanted:
        if cue.kind is CueKind.METRONOME:
            place = bisect_right(others, (cue.at_ns + step_ns, 0))
            if any(cue.at_ns < end_ns for _, end_ns in others[max(0, place - 3) : place]):
                continue
        yield cue


# --- what comes by itself -------------------------------------------------------------------------------------------


def ahead(state: State, cones_mm: int | None = None) -> Iterator[Cue]:
    """Cues of the present stretch and of those that follow it without anybody's doing."""
    for _ in range(MOST_DEADLINES):
        if isinstance(state.stage, Apart):
            yield from _apart(state.stage)
            return
        yield from _of_stage(state, cones_mm)
        at_ns = due(state)
        if at_ns is None:
            return
        for fact in decide_due(state, at_ns):
            state = evolve(state, fact, 0)


def _apart(stage: Apart) -> Iterator[Cue]:
    """With clocks of their own each has a GO of an own pitch; what only informs would be anybody's and is left out."""
    for athlete, lane in enumerate(stage.lanes, 1):
        for cue in ahead(lane):
            if cue.kind in STARTS:
                yield replace(cue, athlete=athlete)
            elif cue.kind is CueKind.COUNT:
                yield cue


def _of_stage(state: State, cones_mm: int | None) -> Iterator[Cue]:
    stretch = countdown(state)
    if stretch is not None:
        yield from _count(state, stretch)
    if isinstance(state.stage, Running):
        phase, rep = state.plan.rep(state.stage.rep.phase), state.stage.rep
        yield from _in_rep(phase, rep)
        if cones_mm is not None:
            yield from _at_cones(phase, rep, cones_mm)


def _count(state: State, stretch: Countdown) -> Iterator[Cue]:
    end_ns = stretch.end_ns
    for seconds in stretch.called_s:
        yield Cue(end_ns - seconds * NS, _LEFT[seconds])
    if stretch.into is None:
        return
    for seconds in (3, 2, 1):
        if seconds * NS < end_ns - stretch.begin_ns:
            yield Cue(end_ns - seconds * NS, CueKind.COUNT)
    change = _change(state, stretch.into)
    # The end of a rep that nobody taps is the target's own sound, which must not be lost behind another.
    by_target = isinstance(state.stage, Running) and state.plan.rep(state.stage.rep.phase).span_ns is None
    yield Cue(end_ns + (DONE_AFTER_NS if by_target and change is CueKind.DONE else 0), change)


def _change(state: State, number: int) -> CueKind:
    """Into a rep by distance: GO. Into one by time: hard. Out of one: easy. Behind the last: done."""
    match state.plan.phase(number):
        case RepPhase() as rep:
            return CueKind.GO if rep.span_ns is None else CueKind.HARD
        case RecoveryPhase():
            return CueKind.EASY
        case _:
            return CueKind.DONE


def _in_rep(phase: RepPhase, rep: RunRep) -> Iterator[Cue]:
    lows = [aim.low_ns for aim in phase.aims if aim.low_ns is not None]
    length_ns = phase.span_ns or (min(lows) if lows else None)
    if length_ns is not None:
        yield Cue(rep.started_ns + length_ns // 2, CueKind.HALFWAY)
    if length_ns is not None and phase.span_ns is None:
        yield Cue(rep.started_ns + length_ns, CueKind.TARGET)
    if phase.cadence is not None:
        # Who is slower than the target still wants the beat on the way home.
        until_ns = phase.span_ns or (METRONOME_NS if length_ns is None else length_ns * 5 // 4)
        for step in range(1, -(-until_ns * phase.cadence // MINUTE_NS)):
            yield Cue(rep.started_ns + step * MINUTE_NS // phase.cadence, CueKind.METRONOME)


def _at_cones(phase: RepPhase, rep: RunRep, cones_mm: int) -> Iterator[Cue]:
    """When who runs at the target is at each cone. Cones stand where they stand: a mile meets its first after 9 m."""
    aim, way_mm = phase.aim(1), phase.way_mm
    if aim is None or aim.low_ns is None or way_mm is None:
        return
    first_mm = (before_line(phase.start) or 0) % cones_mm if phase.start is not None else 0
    for mm in range(first_mm or cones_mm, way_mm, cones_mm):
        yield Cue(rep.started_ns + aim.low_ns * mm // way_mm, CueKind.CONE)


# --- answers to taps ------------------------------------------------------------------------------------------------


def answers(state: State, counted: Sequence[f.Line]) -> Iterator[Cue]:
    """A sound for each tap: taken, not counted, last lap; and one for the end, whatever brought it."""
    for line in counted:
        kind = None if line.by_clock else _answer(state, line.fact)
        if kind is not None:
            yield Cue(line.fact.at_ns + ANSWER_NS, kind)
    last = next((line for line in reversed(counted) if isinstance(line.fact, ENDINGS)), None)
    if isinstance(state.stage, Done | Finished) and last is not None and not last.by_clock:
        yield Cue(last.fact.at_ns + ANSWER_NS, CueKind.DONE)


def _answer(state: State, fact: f.Fact) -> CueKind | None:
    match fact:
        case f.Split():
            return CueKind.BELL if _rings_the_bell(state, fact) else CueKind.TAP
        case f.RepStarted(start=f.StartKind.TAP) | f.RecoveryEnded() | f.Accepted():
            return CueKind.TAP
        case f.TapIgnored():
            return CueKind.IGNORED
        case _:
            return None


def _rings_the_bell(state: State, split: f.Split) -> bool:
    """The leader's tap that leaves one lap: the last time past the finish's place before the finish itself.

    Where the track says nothing of places every crossing is a lap.
    """
    marks = state.plan.rep(split.phase).crossings
    places = [mark.place for mark in marks[:-1]]
    laps = [k for k, place in enumerate(places, 1) if place is None or place == marks[-1].place]
    return bool(laps) and split.crossing == laps[-1] and _leads(state, split)


def _leads(state: State, split: f.Split) -> bool:
    reps = [state.stage.rep] if isinstance(state.stage, Running) else []
    rep = next((rep for rep in (*reps, *reversed(state.reps)) if rep.phase == split.phase), None)
    stamps = [r.crossings[split.crossing - 1] for r in rep.runners if len(r.crossings) >= split.crossing] if rep else []
    return all(stamp is None or stamp.at_ns >= split.at_ns for stamp in stamps)
