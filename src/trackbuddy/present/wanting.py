"""The taps of the last rep, that can be given a name or another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trackbuddy.present import names
from trackbuddy.results import words
from trackbuddy.timing.naming import nameless
from trackbuddy.timing.state import Apart, Running, State, latest_rep


@dataclass(frozen=True, slots=True)
class Wanting:
    """A tap that can be given a name, or another one."""

    n: int
    at_ns: int
    split_ns: int
    athlete: int | None
    """Whose it is so far."""
    named: bool


def wanting(state: State) -> tuple[Wanting, ...]:
    """The taps of the last rep in their order: every finish and lap, and the spare ones."""
    found = {one.n: one for one in _counted(state)}
    for stamp in nameless(state):
        found.setdefault(stamp.n, Wanting(stamp.n, stamp.at_ns, stamp.split_ns, stamp.athlete, False))
    return tuple(sorted(found.values(), key=lambda one: (one.at_ns, one.n)))


def _counted(state: State) -> Iterator[Wanting]:
    if isinstance(state.stage, Apart):
        for athlete, lane in enumerate(state.stage.lanes, start=1):
            yield from (replace(one, athlete=athlete) for one in _counted(lane))
        return
    rep = latest_rep(state)
    for runner in rep.runners if rep is not None else ():
        for stamp in runner.crossings:
            if stamp is not None and rep is not None:
                yield Wanting(stamp.n, stamp.at_ns, stamp.at_ns - rep.started_ns, runner.athlete, stamp.named)


def why_not_now(state: State) -> str:
    """Why no tap can be named; empty where one can."""
    if state.plan.alone:
        return "there is only one athlete"
    if isinstance(state.stage, Running):
        return "names are given when all are in: until then a digit is a tap"
    return "" if wanting(state) else "there is no tap to name"


def told(state: State, one: Wanting) -> str:
    """`67.3 Ben?`: a name that nobody gave has a question mark."""
    name = "" if one.athlete is None else f" {names.athlete(state.plan, one.athlete)}"
    return f"{words.timed(one.split_ns)}{name}{'' if one.named else '?'}"
