"""Keys that are about who: who runs, who dropped out, and whose tap it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trackbuddy.present.key_table import Command
from trackbuddy.present.wanting import Wanting, wanting, why_not_now
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.naming import naming
from trackbuddy.timing.state import Apart, Ready, Running, State
from trackbuddy.tui.keyboard.decisions import Decision, Say, Submit
from trackbuddy.tui.keyboard.front import AskOut, Front, Names
from trackbuddy.units import NS

NAMES_NS: Final = 8 * NS
"""How long naming stays open without a key while somebody may come in."""
MOVES: Final = {"up": -1, "left": -1, "down": 1, "right": 1, "enter": 1}


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
    if command is Command.OUT:
        return "there is only one athlete" if state.plan.alone else AskOut(at_ns)
    return why_not_now(state) or Names(at_ns, first_unnamed(wanting(state)))


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


def named_by(lines: Sequence[Line], at_ns: int) -> tuple[int, int] | None:
    """The tap that a key gave a name, if that is all it did, and when."""
    given = next((line.fact for line in lines if isinstance(line.fact, f.Named)), None)
    return None if given is None else (given.of, at_ns)


def named_again(named: tuple[int, int], state: State, at_ns: int) -> Names | None:
    """A name is a mark that undo leaves alone: who takes one back right away is asked for another."""
    of, named_ns = named
    at = next((index for index, one in enumerate(wanting(state)) if one.n == of), None)
    return None if at is None or isinstance(state.stage, Running) or at_ns - named_ns >= NAMES_NS else Names(at_ns, at)


def _at(front: Front, at: int, count: int, at_ns: int) -> Front:
    return front.show(Names(at_ns, at)) if at < count else front.shut()


def nobodys(state: State) -> tuple[Decision, ...]:
    """The first tap that wants a name, once all are in."""
    first = next(iter(naming(state)), None)
    return (Say("no tap wants a name"),) if first is None else (Submit(i.Withdraw, {"of": first.n}),)
