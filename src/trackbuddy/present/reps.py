"""Reps that were run: their time and word, and the average of those that are alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.plan.phases import RepPhase
from trackbuddy.present import names, numbers
from trackbuddy.results.judge import Judgement, judge
from trackbuddy.timing.state import Plan, Running, RunRep, State

NO_TIME = "NT"


class Standing(StrEnum):
    """How far a rep has come."""

    TO_COME = "to come"
    RUNNING = "running"
    TIMED = "timed"
    NO_TIME = "no time"
    DONE = "done"
    """Run by the clock, or counted and never timed."""


@dataclass(frozen=True, slots=True)
class RepResult:
    """One rep of one athlete, as it is shown."""

    phase: int
    number: int
    """Which of its like, from 1."""
    standing: Standing
    split_ns: int | None = None
    judged: Judgement | None = None
    """None without a time or without a target in seconds."""
    metres: float | None = None
    """The distance run in a rep by time, entered afterwards."""

    @property
    def time(self) -> str:
        """`34.1`, `NT`, `...` while it runs, `-` while it is to come."""
        if self.split_ns is not None:
            return numbers.result(self.split_ns)
        if self.standing is Standing.DONE:
            return "done" if self.metres is None else f"{self.metres:g}m"
        return {Standing.NO_TIME: NO_TIME, Standing.RUNNING: "..."}.get(self.standing, "-")

    @property
    def short(self) -> str:
        """`1 34.1 on`."""
        word = f" {self.judged.word}" if self.judged else ""
        return f"{self.number} {self.time}{word}"

    @property
    def long(self) -> str:
        """`34.2   +0.2  on`; `NO TIME` in full."""
        if self.standing is Standing.NO_TIME:
            return "NO TIME"
        return f"{self.time}   {self.judged.text}  {self.judged.word}" if self.judged else self.time


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of timed reps over the same distance with the same target, in one set."""

    mean_ns: int
    fastest_ns: int
    slowest_ns: int
    timed: int
    run: int
    """Reps that were run, timed or not."""

    @property
    def text(self) -> str:
        return f"av {numbers.result(self.mean_ns)} ({self.timed} of {self.run})"

    @property
    def spread(self) -> str:
        """`33.8-34.2`; empty while there is nothing to compare."""
        low, high = numbers.result(self.fastest_ns), numbers.result(self.slowest_ns)
        return f"{low}-{high}" if self.timed > 1 else ""


def result_of(state: State, run: RunRep, athlete: int = 1) -> RepResult:
    """The rep of one athlete, over or still running."""
    phase, runner = state.plan.rep(run.phase), run.runner(athlete)
    number = names.place_of(state.plan, run.phase)
    if runner.is_running:
        return RepResult(run.phase, number, Standing.RUNNING)
    if phase.span_ns is not None or phase.counted_only:
        metres = [m for at, who, m in state.measured if (at, who) == (run.phase, athlete)]
        return RepResult(run.phase, number, Standing.DONE, metres=metres[-1] if metres else None)
    if not runner.timed or runner.ended_ns is None:
        return RepResult(run.phase, number, Standing.NO_TIME)
    split_ns = runner.ended_ns - run.started_ns
    aim = phase.aim(athlete)
    judged = None
    if aim is not None and aim.low_ns is not None and aim.high_ns is not None:
        judged = judge(split_ns, aim.low_ns, aim.high_ns)
    return RepResult(run.phase, number, Standing.TIMED, split_ns, judged)


def counted(state: State) -> dict[int, RunRep]:
    """The reps that count, by phase: of one that was run again the last."""
    reps = {run.phase: run for run in state.reps if not run.voided}
    if isinstance(state.stage, Running):
        reps[state.stage.rep.phase] = state.stage.rep
    return reps


def of_set(state: State, number: int, athlete: int = 1) -> tuple[RepResult, ...]:
    """All reps of the set that phase `number` belongs to, run or to come; of a block without an end those run."""
    plan, like = state.plan, state.plan.rep(number)
    run = counted(state)
    found = []
    for k in _alike(plan, like, same_work=False):
        if k in run:
            found.append(result_of(state, run[k], athlete))
        elif not like.until_ended or k == number:
            found.append(RepResult(k, names.place_of(plan, k), Standing.TO_COME))
    return tuple(found)


def average(state: State, number: int, athlete: int = 1) -> Average | None:
    """Of the reps like phase `number` that are over; None while none of them was timed."""
    run = counted(state)
    alike = [run[k] for k in _alike(state.plan, state.plan.rep(number), same_work=True) if k in run]
    results = [result_of(state, rep, athlete) for rep in alike if not rep.runner(athlete).is_running]
    splits = [result.split_ns for result in results if result.split_ns is not None]
    if not splits:
        return None
    mean_ns = (2 * sum(splits) + len(splits)) // (2 * len(splits))
    return Average(mean_ns, min(splits), max(splits), len(splits), len(results))


def _alike(plan: Plan, like: RepPhase, *, same_work: bool) -> Iterable[int]:
    """Phases of the same set and label; with `same_work` of the same length and target too."""
    for k, phase in enumerate(plan.timeline, start=1):
        if not isinstance(phase, RepPhase):
            continue
        if (phase.block, phase.set, phase.label) != (like.block, like.set, like.label):
            continue
        if not same_work or (phase.work, phase.aims) == (like.work, like.aims):
            yield k


# --- the table at the end -------------------------------------------------------------------------------------------


def table(state: State, athlete: int = 1) -> tuple[str, ...]:
    """One line a rep that was run, in their order, and an average behind each run of reps that are alike."""
    run = counted(state)
    lines = [f"{'':>3} {'':<7}{'time':>7}  {'':<10} {'target':>6}"] if run else []
    ordered = sorted(run)
    for index, k in enumerate(ordered):
        phase = state.plan.rep(k)
        lines.append(_row(state, run[k], phase, athlete))
        following = state.plan.rep(ordered[index + 1]) if index + 1 < len(ordered) else None
        ends_group = following is None or _group(following) != _group(phase)
        mean = average(state, k, athlete) if ends_group else None
        if mean is not None and mean.run > 1:
            lines.append(f"    {mean.text}  {mean.spread}".rstrip())
    return tuple(lines)


def _group(phase: RepPhase) -> tuple[object, ...]:
    return phase.block, phase.set, phase.label, phase.work, phase.aims


def _row(state: State, run: RunRep, phase: RepPhase, athlete: int) -> str:
    result = result_of(state, run, athlete)
    kind = phase.label.value if phase.label else names.work(phase)
    judged = f"{result.judged.text:>5} {result.judged.word}" if result.judged else ""
    target = numbers.aim(phase.aim(athlete))
    return f"{result.number:>3} {kind:<7}{result.time:>7}  {judged:<10} {target:>6}".rstrip()
