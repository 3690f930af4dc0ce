"""What was run, rep by rep: times, laps and differences, out of a folded state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from trackbuddy.plan.numbering import rep_numbers
from trackbuddy.plan.phases import Aim, RepPhase
from trackbuddy.plan.session import Label, Work
from trackbuddy.results.judge import Judgement, judge
from trackbuddy.timing.facts import StartKind
from trackbuddy.timing.state import Runner, Running, RunRep, State
from trackbuddy.units import Pace, from_metres


class Standing(StrEnum):
    """How a rep of one athlete ended."""

    TIMED = "timed"
    NO_TIME = "no time"
    """It was run, and no finish was tapped."""
    CLOCK = "clock"
    """The clock ended it, as planned: there is no time to compare."""
    COUNTED = "counted"
    """A stride, or a rep of a session without taps."""
    OUT = "out"
    """The athlete dropped out before or in it."""
    CUT = "cut short"
    """The session was ended in it."""
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Lap:
    """From one tapped crossing to the next. It spans several where crossings between were missed."""

    ns: int
    spans: int
    """Planned crossings it covers; 0 for a tap too many."""
    mm: int | None
    """The way between its two ends; None where nobody knows it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rep of one athlete."""

    phase: int
    athlete: int
    number: int
    """Which of its like (same set, same label), from 1: the number that the screen shows too."""
    plan: RepPhase
    aim: Aim | None
    standing: Standing
    started_ns: int
    """Session time."""
    start: StartKind
    """How its clock started: times from a GO and from a tap don't err alike."""
    split_ns: int | None = None
    """Its time; None unless it is timed."""
    laps: tuple[Lap, ...] = ()
    """They sum to the split. Taps in a rep by time are laps as well; what runs on behind the last is not one."""
    judged: Judgement | None = None
    """None without a time, and without a target in seconds."""
    metres: float | None = None
    """How far an athlete ran in a rep by time, entered afterwards."""
    voided: bool = False
    """It doesn't count and was to be run again."""
    excluded: bool = False
    """A repair left it out of the average."""
    mended: bool = False
    """Its time was typed, moved or swapped afterwards."""
    send_off_missed: bool = False

    @property
    def pace(self) -> Pace | None:
        """What the metres entered come to, over the time the clock gave; None without them."""
        if self.metres is None or self.plan.span_ns is None:
            return None
        mm = from_metres(self.metres)
        return Pace(self.plan.span_ns, mm) if mm > 0 else None

    @property
    def label(self) -> Label | None:
        return self.plan.label

    @property
    def work(self) -> Work:
        return self.plan.work

    @property
    def section(self) -> tuple[int, int, Label | None]:
        """Block, set and label: what is listed under one heading."""
        return self.plan.block, self.plan.set, self.plan.label


def rows(state: State, athlete: int = 1) -> tuple[Row, ...]:
    """Every rep that this athlete ran or is running, in the order they were run, voided ones too."""
    if state.lanes:
        return tuple(replace(row, athlete=athlete) for row in rows(state.lane(athlete)))
    numbers = rep_numbers(state.plan.timeline)
    over = [_row(state, run, athlete, numbers[run.phase], Standing.CUT) for run in state.reps]
    if not isinstance(state.stage, Running):
        return tuple(over)
    now = state.stage.rep
    return (*over, _row(state, now, athlete, numbers[now.phase], Standing.RUNNING))


def _row(state: State, run: RunRep, athlete: int, number: int, open_: Standing) -> Row:
    """`open_`: how a rep without an end stands."""
    phase, runner = state.plan.rep(run.phase), run.runner(athlete)
    standing = _standing(state, phase, runner, open_)
    aim = phase.aim(athlete)
    split_ns = None
    if standing is Standing.TIMED and runner.ended_ns is not None:
        split_ns = runner.ended_ns - run.started_ns
    judged = None
    if split_ns is not None and aim is not None and aim.low_ns is not None and aim.high_ns is not None:
        judged = judge(split_ns, aim.low_ns, aim.high_ns)
    measured = [metres for at, who, metres in state.measured if (at, who) == (run.phase, athlete)]
    return Row(
        phase=run.phase,
        athlete=athlete,
        number=number,
        plan=phase,
        aim=aim,
        standing=standing,
        started_ns=run.started_ns,
        start=run.start,
        split_ns=split_ns,
        laps=_laps(phase, run, runner, ended=standing is Standing.TIMED),
        judged=judged,
        metres=measured[-1] if measured else None,
        voided=run.voided,
        excluded=runner.excluded,
        mended=runner.mended,
        send_off_missed=run.send_off_missed,
    )


def _standing(state: State, phase: RepPhase, runner: Runner, open_: Standing) -> Standing:
    if runner.out and runner.ended_ns is None:
        return Standing.OUT
    if runner.ended_ns is None:
        return open_
    if phase.span_ns is not None:
        return Standing.CLOCK if runner.timed else Standing.NO_TIME
    if runner.timed:
        return Standing.TIMED
    return Standing.COUNTED if phase.counted_only or state.plan.rules.taps == "none" else Standing.NO_TIME


def _laps(phase: RepPhase, run: RunRep, runner: Runner, *, ended: bool) -> tuple[Lap, ...]:
    """Between the taps that there are; the finish closes the last one even where its own tap is missing."""
    ways = [crossing.mm for crossing in phase.crossings]
    laps: list[Lap] = []
    before_ns, before = run.started_ns, 0
    for number, stamp in enumerate(runner.crossings, start=1):
        if stamp is None:
            continue
        laps.append(Lap(stamp.at_ns - before_ns, number - before, _way(ways, before, number)))
        before_ns, before = stamp.at_ns, number
    if ended and runner.ended_ns is not None and (runner.ended_ns != before_ns or not laps):
        laps.append(Lap(runner.ended_ns - before_ns, len(ways) - before, _way(ways, before, len(ways))))
    return tuple(laps)


def _way(ways: list[int | None], start: int, end: int) -> int | None:
    if not 0 < end <= len(ways):
        return None
    there, here = ways[end - 1], ways[start - 1] if start else 0
    return there - here if there is not None and here is not None else None
