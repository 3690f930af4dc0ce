"""Which sound comes when: a pure function of the facts that count and the plan.

Two sources. Countdowns follow from where the session stands and from the deadlines that come after it by themselves.
Answers follow from taps that were counted; they are planned a moment after their tap, since nothing sounds at once.
Instants are session time; whoever plays them puts them on the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase
from trackbuddy.plan.session import Timed
from trackbuddy.sound.kinds import Cue, CueKind
from trackbuddy.timing import facts as f
from trackbuddy.timing.deadlines import decide_due, due, rep_over
from trackbuddy.timing.draft import planned_go
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.state import Done, Finished, LeadIn, Recovering, Running, RunRep, State
from trackbuddy.units import MINUTE_NS, NS

ANSWER_NS: Final = 150_000_000
"""How long after a tap its sound is planned: the shortest notice on which the canvas is exact."""
MOST_DEADLINES: Final = 4
"""How many deadlines are looked through: past the countdown of a change that comes seconds after another."""
METRONOME_NS: Final = 10 * MINUTE_NS
"""How far the steps of a rep without a known end are planned."""
ENDINGS: Final = (f.RepEnded, f.RecoveryEnded, f.Ended, f.Skipped, f.DroppedOut)
"""Facts that can be the last of a session."""

DEFAULT_KINDS: Final = frozenset(CueKind) - {CueKind.IGNORED, CueKind.HALFWAY, CueKind.TARGET, CueKind.CONE}
"""On unless the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """A stretch that ends at a known instant."""

    begin_ns: int
    end_ns: int
    change: CueKind | None
    """What sounds at its end; None: it ends in silence, waiting for a tap."""
    warns: bool = True
    """Whether the time left is called before 3-2-1."""


def cues(state: State, counted: Sequence[f.Line], kinds: frozenset[CueKind] = DEFAULT_KINDS) -> tuple[Cue, ...]:
    """All cues that follow from what counts now, by instant; past ones among them do no harm.

    `counted` are the latest lines that count; their answers are included.
    """
    found = [*ahead(state), *answers(state, counted)]
    return tuple(sorted((cue for cue in found if cue.kind in kinds), key=lambda cue: (cue.at_ns, cue.kind)))


# --- what comes by itself -------------------------------------------------------------------------------------------


def ahead(state: State) -> Iterator[Cue]:
    """Cues of the present stretch and of those that follow it without anybody's doing."""
    for _ in range(MOST_DEADLINES):
        yield from _of_stage(state)
        at_ns = due(state)
        if at_ns is None:
            return
        for fact in decide_due(state, at_ns):
            state = evolve(state, fact, 0)


def _of_stage(state: State) -> Iterator[Cue]:
    countdown = _countdown(state)
    if countdown is not None:
        yield from _count(countdown)
    if isinstance(state.stage, Running):
        yield from _in_rep(state.plan.rep(state.stage.rep.phase), state.stage.rep)


def _countdown(state: State) -> Countdown | None:
    match state.stage:
        case LeadIn(started_ns=begin_ns, go_ns=end_ns, left_ns=None):
            return Countdown(begin_ns, end_ns, _change(state, 1), warns=False)
        case Recovering(began_ns=begin_ns, go_ns=int(end_ns), left_ns=None) as stage:
            phase = state.plan.phase(stage.phase)
            if isinstance(phase, RecoveryPhase) and phase.go_by_tap:
                return Countdown(begin_ns, end_ns, None)
            after = state.plan.rep(stage.after.rep.phase)
            on_off = isinstance(phase, RecoveryPhase) and isinstance(phase.measure, Timed) and after.span_ns is not None
            planned_ns = _planned_length(phase, stage) or end_ns - begin_ns
            warns = planned_ns > 30 * NS or (planned_ns == 30 * NS and not on_off)
            return Countdown(max(begin_ns, end_ns - planned_ns), end_ns, _change(state, stage.next), warns)
        case Running(rep=rep):
            end = rep_over(state, rep)
            if end is None:
                return None
            warns = (state.plan.rep(rep.phase).span_ns or 0) > 30 * NS
            return Countdown(rep.started_ns, end, _change(state, rep.phase + 1), warns)
        case _:
            return None


def _planned_length(phase: Phase | None, stage: Recovering) -> int | None:
    """As planned, whatever a hold or an adjustment made of it: a 90 s rest is never a long one."""
    if not isinstance(phase, RecoveryPhase):
        return None
    go_ns = planned_go(phase, stage.after.rep, stage.began_ns)
    return None if go_ns is None else go_ns - stage.began_ns


def _change(state: State, number: int | None) -> CueKind:
    """Into a rep by distance: GO. Into one by time: hard. Out of one: easy. Behind the last: done."""
    match state.plan.phase(number or 0):
        case RepPhase() as rep:
            return CueKind.GO if rep.span_ns is None else CueKind.HARD
        case RecoveryPhase():
            return CueKind.EASY
        case _:
            return CueKind.DONE


def _count(countdown: Countdown) -> Iterator[Cue]:
    begin_ns, end_ns = countdown.begin_ns, countdown.end_ns
    length_ns = end_ns - begin_ns
    if countdown.warns:
        left = [(10, CueKind.LEFT_10)]
        if length_ns > 3 * MINUTE_NS:
            left += [(30, CueKind.LEFT_30), (60, CueKind.LEFT_60)]
        for seconds, kind in left:
            if seconds * NS < length_ns:
                yield Cue(end_ns - seconds * NS, kind)
    if countdown.change is None:
        return
    for seconds in (3, 2, 1):
        if seconds * NS < length_ns:
            yield Cue(end_ns - seconds * NS, CueKind.COUNT)
    yield Cue(end_ns, countdown.change)


def _in_rep(phase: RepPhase, rep: RunRep) -> Iterator[Cue]:
    lows = [aim.low_ns for aim in phase.aims if aim.low_ns is not None]
    length_ns = phase.span_ns or (min(lows) if lows else None)
    if phase.span_ns is not None:
        yield Cue(rep.started_ns + phase.span_ns // 2, CueKind.HALFWAY)
    elif length_ns is not None:
        yield Cue(rep.started_ns + length_ns, CueKind.TARGET)
    if phase.cadence is not None:
        # Who is slower than the target still wants the beat on the way home.
        until_ns = phase.span_ns or (METRONOME_NS if length_ns is None else length_ns * 5 // 4)
        steps = until_ns * phase.cadence // MINUTE_NS
        for step in range(1, steps):
            yield Cue(rep.started_ns + step * MINUTE_NS // phase.cadence, CueKind.METRONOME)


# --- answers to taps ------------------------------------------------------------------------------------------------


def answers(state: State, counted: Sequence[f.Line]) -> Iterator[Cue]:
    """A sound for each tap: taken, not counted, last lap; and one for the end, whatever brought it."""
    for line in counted:
        kind = _answer(state, line.fact)
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
