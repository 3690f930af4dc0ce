"""Who is expected next, and when: what a tap without a name goes by, and what the screen says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trackbuddy.timing.state import Apart, Running, RunRep, State
from trackbuddy.timing.taps import due_band, floor_ns


@dataclass(frozen=True, slots=True)
class Expected:
    """An athlete who is out on the track, and their next crossing."""

    athlete: int
    crossing: int
    """From 1."""
    started_ns: int
    """When their rep began."""
    due_ns: tuple[int, int] | None
    """From when until when they are planned to come, in session time; None without a target in numbers."""

    @property
    def until_ns(self) -> int:
        """By when they are to be there; without a target they are expected from the start on."""
        return self.started_ns if self.due_ns is None else self.due_ns[1]


def expected(state: State) -> tuple[Expected, ...]:
    """Everybody whom a tap could be of, the next one first. Nobody in a rep that the clock ends."""
    if isinstance(state.stage, Apart):
        found = [
            Expected(athlete, one.crossing, one.started_ns, one.due_ns)
            for athlete, lane in enumerate(state.stage.lanes, start=1)
            for one in _of_rep(lane)
        ]
        return tuple(sorted(found, key=lambda one: (one.until_ns, one.athlete)))
    return tuple(sorted(_of_rep(state), key=lambda one: (one.until_ns, one.crossing, one.athlete)))


def could_be_there(state: State, one: Expected, at_ns: int) -> bool:
    """Whether they can have come so far by then: nobody is believed to be faster than the floor.

    With clocks of their own `state` is their lane.
    """
    if not isinstance(state.stage, Running):
        return False
    runner = state.stage.rep.runner(1 if state.plan.alone else one.athlete)
    since_ns = runner.last_stamp.at_ns if runner.last_stamp else one.started_ns
    return at_ns - since_ns >= floor_ns(state, state.plan.rep(state.stage.rep.phase), runner)


def _of_rep(state: State) -> Iterator[Expected]:
    stage = state.stage
    if not isinstance(stage, Running) or state.plan.rep(stage.rep.phase).span_ns is not None:
        return
    for runner in stage.rep.runners:
        if runner.is_running:
            crossing = len(runner.crossings) + 1
            yield Expected(runner.athlete, crossing, stage.rep.started_ns, _due(state, stage.rep, runner.athlete))


def _due(state: State, rep: RunRep, athlete: int) -> tuple[int, int] | None:
    runner = rep.runner(athlete)
    band = due_band(state.plan.rep(rep.phase), runner, len(runner.crossings) + 1)
    return None if band is None else (rep.started_ns + band[0], rep.started_ns + band[1])
