"""Keys that are about who: who runs, who dropped out, and whose tap it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trackbuddy.frozen import dataclass
from trackbuddy.present.key_table import Command
from trackbuddy.timing import inputs as i
from trackbuddy.timing.naming import nameless, naming
from trackbuddy.timing.state import Apart, Ready, Running, State, latest_rep
from trackbuddy.tui.keyboard.decisions import Decision, Say, Submit
from trackbuddy.tui.keyboard.front import AskOut, Front, Names
from trackbuddy.units import NS

NAMES_NS: Final = 8 * NS
"""How long naming stays open without a key while somebody may come in."""
MOVES: Final = {"up": -1, "left": -1, "down": 1, "right": 1, "enter": 1}


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


def first_unnamed(taps: tuple[Wanting, ...]) -> int:
    """Where naming begins: at the first tap without a name, else at the first."""
    return next((at for at, one in enumerate(taps) if not one.named), 0)


def may_name(names: Names, state: State, at_ns: int) -> bool:
    """Where all share a clock, until the next rep; where not, for a while: then digits are taps again."""
    if isinstance(state.stage, Running) or names.at >= len(wanting(state)):
        return False
    return not isinstance(state.stage, Apart) or at_ns - names.since_ns < NAMES_NS


def open_(command: Command, state: State, at_ns: int) -> AskOut | Names | str:
    """What asks for an athlete, or why nothing does."""
    if state.plan.alone:
        return "there is only one athlete"
    if command is Command.OUT:
        return AskOut(at_ns)
    if isinstance(state.stage, Running):
        return "names are given when all are in: until then a digit is a tap"
    taps = wanting(state)
    return Names(at_ns, first_unnamed(taps)) if taps else "there is no tap to name"


# --- who runs -------------------------------------------------------------------------------------------------------


def is_choosing(state: State, athlete: int) -> bool:
    """Before the start a digit says whether that athlete runs."""
    return isinstance(state.stage, Ready) and not state.plan.alone and 1 <= athlete <= len(state.plan.athletes)


def out_or_back(state: State, athlete: int) -> tuple[Decision, ...]:
    if not 1 <= athlete <= len(state.plan.athletes):
        return (Say("no athlete has that key"),)
    if athlete in state.out:
        return (Submit(i.Join, {"athlete": athlete}),)
    if len(state.out) + 1 >= len(state.plan.athletes):
        return (Say("somebody has to run; e in the menu ends the session"),)
    return (Submit(i.DropOut, {"athlete": athlete}),)


# --- whose tap ------------------------------------------------------------------------------------------------------


def named(front: Front, names: Names, state: State, athlete: int, at_ns: int) -> tuple[Front, tuple[Decision, ...]]:
    """The tap that is asked about was this athlete's; the next one is asked about."""
    taps = wanting(state)
    name = Submit(i.Name, {"of": taps[names.at].n, "athlete": athlete})
    return _at(front, names.at + 1, len(taps), at_ns), (name,)


def moved(front: Front, names: Names, state: State, key: str, at_ns: int) -> tuple[Front, tuple[Decision, ...]]:
    """To another tap; or the one that is asked about was nobody's."""
    taps = wanting(state)
    if key in MOVES:
        return _at(front, max(names.at + MOVES[key], 0), len(taps), at_ns), ()
    return _at(front, names.at + 1, len(taps), at_ns), (Submit(i.Withdraw, {"of": taps[names.at].n}),)


def _at(front: Front, at: int, count: int, at_ns: int) -> Front:
    return front.show(Names(at_ns, at)) if at < count else front.shut()


def nobodys(state: State) -> tuple[Decision, ...]:
    """The first tap that wants a name, once all are in."""
    first = next(iter(naming(state)), None)
    return (Say("no tap wants a name"),) if first is None else (Submit(i.Withdraw, {"of": first.n}),)
