"""Where a session stands: the fold of everything that happened. Frozen, and impossible standings can't be built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.session import SendOff
from trackbuddy.timing.facts import Reason, StartKind
from trackbuddy.timing.rules import DEFAULT_RULES, Clocks, Rules
from trackbuddy.units import NS


class OutOfPlaceError(ValueError):
    """A fact that can't follow what stands before it: the log was changed by hand, or by another program."""


HURRY_NS: Final = 10 * NS
"""What is left at the least when a recovery is gone on with, or began without a tapped finish."""
SHORTEST_NS: Final = 3 * NS
"""What shortening a recovery leaves at the least: 3-2-1 is still heard."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a log's header holds: all that the fold needs beside the facts."""

    timeline: Timeline
    athletes: tuple[str, ...] = ("",)
    """Names by number, from 1; one without a name when nobody said otherwise."""
    rules: Rules = DEFAULT_RULES

    def phase(self, number: int) -> Phase | None:
        """Phase `number`, from 1; None behind the end."""
        return self.timeline[number - 1] if 1 <= number <= len(self.timeline) else None

    def rep(self, number: int) -> RepPhase:
        phase = self.phase(number)
        if not isinstance(phase, RepPhase):
            raise LookupError(f"phase {number} is no rep")
        return phase

    @property
    def alone(self) -> bool:
        return len(self.athletes) == 1

    @property
    def own(self) -> bool:
        """Whether everybody has a clock of their own."""
        return self.rules.clocks is Clocks.OWN and not self.alone

    def solo(self, athlete: int) -> Plan:
        """What one athlete has to run, as if they were alone."""
        timeline = tuple(
            replace(phase, aims=phase.aims[athlete - 1 : athlete]) if phase.aims else phase for phase in self.timeline
        )
        return Plan(timeline, (self.athletes[athlete - 1],), self.rules)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A tap that was counted: the line it stands in, its instant, and whether the athlete was named."""

    n: int
    at_ns: int
    named: bool = True


@dataclass(frozen=True, slots=True)
class Runner:
    """One athlete in one rep."""

    athlete: int
    crossings: tuple[Stamp | None, ...] = ()
    """None: that crossing went by without a tap."""
    ended_ns: int | None = None
    timed: bool = False
    out: bool = False
    excluded: bool = False
    """A repair left the time out of the average."""
    mended: bool = False
    """The time was typed, moved or swapped afterwards."""

    @property
    def is_running(self) -> bool:
        return self.ended_ns is None and not self.out

    @property
    def last_stamp(self) -> Stamp | None:
        return next((stamp for stamp in reversed(self.crossings) if stamp), None)


@dataclass(frozen=True, slots=True)
class RunRep:
    """A rep as it was run, or is being run."""

    phase: int
    started_ns: int
    start: StartKind
    runners: tuple[Runner, ...]
    voided: bool = False
    send_off_missed: bool = False

    def runner(self, athlete: int) -> Runner:
        return self.runners[athlete - 1]

    @property
    def is_complete(self) -> bool:
        return not any(runner.is_running for runner in self.runners)

    def with_runner(self, runner: Runner) -> RunRep:
        runners = list(self.runners)
        runners[runner.athlete - 1] = runner
        return replace(self, runners=tuple(runners))

    def finishes(self) -> Iterator[int]:
        """Instants of the finishes that were tapped."""
        return (r.ended_ns for r in self.runners if r.timed and r.ended_ns is not None)


@dataclass(frozen=True, slots=True)
class Ready:
    """Open, and waiting for the word."""

    lead_in_ns: int


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Get ready."""

    started_ns: int
    go_ns: int
    left_ns: int | None = None
    """Not None: stopped, with this much left."""


@dataclass(frozen=True, slots=True)
class Running:
    """A rep is being run."""

    rep: RunRep
    hold_armed: bool = False
    """The recovery after it will start stopped."""


@dataclass(frozen=True, slots=True)
class Recovering:
    """Between a rep and what comes next."""

    phase: int
    began_ns: int
    """The finish it counts from."""
    go_ns: int | None
    """When it ends by itself; None: a tap ends it."""
    after: Running
    next: int | None
    """The rep that comes next; None when no rep follows."""
    left_ns: int | None = None
    """Not None: stopped, with this much left."""
    waits: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Every rep is over; undo still works until somebody leaves."""

    after: Running | None
    early: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """Everybody has a clock of their own: a standing for each athlete, as if they were alone, in their order."""

    lanes: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """Left for good."""

    discarded: bool = False
    lanes: tuple[State, ...] = ()
    """Where everybody had a clock of their own: how each of them ended."""


Stage = Ready | LeadIn | Running | Recovering | Done | Apart | Finished


@dataclass(frozen=True, slots=True)
class IgnoredTap:
    n: int
    at_ns: int
    phase: int
    reason: Reason
    athlete: int | None


@dataclass(frozen=True, slots=True)
class State:
    """The whole standing of a session."""

    plan: Plan
    stage: Stage
    reps: tuple[RunRep, ...] = ()
    """Reps that are over, in the order they were run, voided ones too."""
    out: frozenset[int] = frozenset()
    """Athletes who dropped out and have not come back."""
    last_taps: tuple[tuple[int, int], ...] = ()
    """(athlete, instant) of everybody's last tap, counted or not; 0 is a tap without a name."""
    ignored: tuple[IgnoredTap, ...] = ()
    measured: tuple[tuple[int, int, float], ...] = ()
    """(phase, athlete, metres) as entered, later ones hold."""
    notes: tuple[str, ...] = ()
    """An empty one was taken out by a repair."""
    tags: tuple[str, ...] = ()
    repairs: int = 0
    """How many repairs count."""
    gap_ns: int = -1
    """When it was gone on with, or the machine woke up; planned instants before that sounded no GO."""
    is_closed: bool = False
    """Left, to be gone on with: no deadline is decided meanwhile."""

    def last_tap(self, athlete: int) -> int | None:
        return next((at for who, at in self.last_taps if who == athlete), None)

    @property
    def lanes(self) -> tuple[State, ...]:
        """Everybody's own standing, in their order; empty where all share one, and before the lead-in."""
        return self.stage.lanes if isinstance(self.stage, Apart | Finished) else ()

    def lane(self, athlete: int) -> State:
        """The standing that holds for this athlete: their own, in which they are athlete 1, or everybody's."""
        return self.lanes[athlete - 1] if self.lanes else self

    @property
    def is_over(self) -> bool:
        """Every rep is over for everybody who has not dropped out, and undo still works."""
        if isinstance(self.stage, Apart):
            return all(isinstance(lane.stage, Done) or lane.out for lane in self.lanes)
        return isinstance(self.stage, Done)

    @property
    def current_phase(self) -> int:
        """The phase a tap would fall in, of whoever is furthest; the last one when all is over."""
        match self.stage:
            case Apart(lanes=lanes):
                return max(lane.current_phase for lane in lanes)
            case Running(rep=rep):
                return rep.phase
            case Recovering(phase=phase):
                return phase
            case Done() | Finished():
                return len(self.plan.timeline)
            case _:
                return 0


def fresh(plan: Plan) -> State:
    """Before anything happened."""
    return State(plan, Ready(plan.rules.lead_in_ns))


def latest_rep(state: State) -> RunRep | None:
    """The rep that runs, or the one just over while the session rests behind it."""
    match state.stage:
        case Running(rep=rep) | Recovering(after=Running(rep=rep)) | Done(after=Running(rep=rep)):
            return rep
        case _:
            return None


def new_rep(state: State, phase: int, at_ns: int, start: StartKind) -> RunRep:
    """A rep at its start: who has dropped out does not run."""
    numbers = range(1, len(state.plan.athletes) + 1)
    return RunRep(phase, at_ns, start, tuple(Runner(n, out=n in state.out) for n in numbers))


def next_rep_number(plan: Plan, after: int) -> int | None:
    """Number of the first rep behind phase `after`."""
    for number in range(after + 1, len(plan.timeline) + 1):
        if isinstance(plan.timeline[number - 1], RepPhase):
            return number
    return None


def send_off_after(plan: Plan, rep_phase: int) -> int | None:
    """The send-off that governs the start after this rep, None without one."""
    follower = plan.phase(rep_phase + 1)
    if isinstance(follower, RecoveryPhase) and isinstance(follower.measure, SendOff):
        return follower.measure.ns
    return None
