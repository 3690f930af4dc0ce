"""Simulated athletes: they tap near their targets and fade a little, through the same machine, log and cues.

A rehearsal shows a coach what a session will be like, and tries the program without anybody running.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from trackbuddy.live.clock import Clock
from trackbuddy.live.session import LiveSession
from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import Covered, SameDistance, Unmeasured
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Ready, Recovering, Runner, Running, RunRep, State
from trackbuddy.timing.taps import due_band
from trackbuddy.units import NS, M, Pace

WITHOUT_TARGET: Final = Pace(NS, 5 * M)
JOGGING: Final = Pace(NS, 5 * M // 2)
UNMEASURED_NS: Final = 60 * NS
STRIDE_NS: Final = 18 * NS
OPEN_NS: Final = 90 * NS
WAIT_NS: Final = 5 * NS
ROUNDS: Final = 20
"""After how many rounds of a block without an end they have had enough: Billat's 30/30 lasts 15 to 25."""
STRIDES: Final = 6

FADE: Final = 0.015
"""How much slower than the target they are in the last rep."""
SPREAD: Final = 0.006
FIRST_LAP: Final = -0.035
"""How much too fast they begin a rep of several laps, as everybody does."""


@dataclass(frozen=True, slots=True)
class Press:
    """What somebody will do next, at this session time."""

    at_ns: int
    kind: Callable[..., i.Input]
    members: dict[str, Any] = field(default_factory=dict)


def coming(state: State) -> Press | None:
    """The next thing that the simulated athletes or their coach do, if nothing else happens before."""
    lanes = [(athlete, lane) for athlete, lane in enumerate(state.lanes, start=1) if not lane.out]
    if not lanes:
        return _coming(state)
    presses = [replace(press, members={"athlete": who}) for who, lane in lanes if (press := _coming(lane, who))]
    return min(presses, key=lambda press: press.at_ns, default=None)


def _coming(state: State, athlete: int | None = None) -> Press | None:
    """With clocks of their own: of one athlete, who has this number among all."""
    match state.stage:
        case Running(rep=rep):
            return _in_rep(state, state.plan.rep(rep.phase), rep, athlete)
        case Recovering() as stage:
            return _in_recovery(state, stage)
        case _:
            return None


def _in_rep(state: State, phase: RepPhase, rep: RunRep, athlete: int | None) -> Press | None:
    enough = STRIDES if phase.counted_only else ROUNDS
    if phase.until_ended and sum(done.phase <= rep.phase for done in state.reps) >= enough:
        return Press(rep.started_ns + WAIT_NS, i.EndHere)
    if phase.span_ns is not None:
        return None
    taps = [
        Press(
            rep.started_ns + _split(state, phase, rep, runner, athlete or runner.athlete),
            i.Tap,
            {"athlete": _key(state, runner)},
        )
        for runner in rep.runners
        if runner.is_running
    ]
    return min(taps, key=lambda tap: tap.at_ns, default=None)


def _key(state: State, runner: Runner) -> int | None:
    return None if state.plan.alone else runner.athlete


def _split(state: State, phase: RepPhase, rep: RunRep, runner: Runner, athlete: int) -> int:
    """When this athlete comes to the next crossing: an even pace, the day's form, and the first lap too fast."""
    crossing = len(runner.crossings) + 1
    band = due_band(phase, runner, crossing)
    if band is not None:
        even_ns = (band[0] + band[1]) // 2
    elif isinstance(phase.work, Unmeasured):
        even_ns = UNMEASURED_NS
    elif phase.counted_only:
        even_ns = STRIDE_NS
    else:
        even_ns = WITHOUT_TARGET.over(phase.crossings[crossing - 1].mm or phase.way_mm or M)
    chance = random.Random(f"{rep.phase} {athlete}")
    share = sum(done.phase < rep.phase for done in state.reps) / max(len(state.plan.timeline) // 2, 1)
    form = FADE * share + chance.gauss(0, SPREAD)
    if len(phase.crossings) > 1:
        form += FIRST_LAP if crossing == 1 else 0.01 * crossing / len(phase.crossings)
    return round(even_ns * (1 + form))


def _in_recovery(state: State, stage: Recovering) -> Press | None:
    phase = state.plan.phase(stage.phase)
    if stage.left_ns is not None:
        return None
    if stage.go_ns is not None:
        by_tap = isinstance(phase, RecoveryPhase) and phase.go_by_tap
        return Press(stage.go_ns + WAIT_NS, i.Tap) if by_tap else None
    if stage.waits:
        return Press(stage.began_ns + WAIT_NS, i.Tap)
    measure = phase.measure if isinstance(phase, RecoveryPhase) else None
    if isinstance(measure, Covered):
        return Press(stage.began_ns + JOGGING.over(measure.mm), i.Tap)
    if isinstance(measure, SameDistance):
        way_mm = state.plan.rep(stage.after.rep.phase).way_mm or 200 * M
        return Press(stage.began_ns + JOGGING.over(way_mm), i.Tap)
    return Press(stage.began_ns + OPEN_NS, i.Tap)


class Rehearsal:
    """A thread that presses what is coming when its time has come."""

    def __init__(self, live: LiveSession, clock: Clock, *, by_itself: bool) -> None:
        """`by_itself`: it also begins and leaves, so that nobody needs to be there."""
        self._live, self._clock, self._by_itself = live, clock, by_itself
        self._changed = threading.Condition()
        self._state: State | None = None
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
        live.listen(self._heard)

    def start(self) -> None:
        self._state = self._live.snapshot().state
        self._thread.start()

    def _heard(self, lines: Sequence[Line], state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify()

    def _next(self, state: State) -> Press | None:
        if self._by_itself and isinstance(state.stage, Ready):
            return Press(self._live.now_ns(), i.Tap)
        if self._by_itself and state.is_over:
            return Press(self._live.now_ns(), i.ThatsAll)
        return coming(state)

    def _run(self) -> None:
        """A fault of theirs is said. Who is there goes on by hand; where nobody is, the session is left."""
        try:
            while not self._live.ended:
                self._press_next()
        except Exception as error:
            self._live.in_fault(f"the simulated athletes stopped ({str(error) or type(error).__name__}); tap yourself")
            if self._by_itself:
                self._live.leave("resumable")

    def _press_next(self) -> None:
        with self._changed:
            state = self._state
        press = self._next(state) if state else None
        if not self._waited(state, press) and press is not None:
            self._live.submit_at(press.kind, press.at_ns, **press.members)

    def _waited(self, state: State | None, press: Press | None) -> bool:
        """True if something happened before it was time to press, so that it must be thought over."""
        left_ns = NS if press is None else press.at_ns - self._live.now_ns()
        with self._changed:
            if self._state is not state:
                return True
            return self._changed.wait_for(lambda: self._state is not state, max(self._clock.wait_s(left_ns), 0))
