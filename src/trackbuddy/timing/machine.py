"""`decide(state, input) -> facts`: what an input means where it falls. `evolve` and `due` complete the machine.

Undo, redo, late taps and the deadlines that come before an input need the whole list of lines: `timing.history`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trackbuddy.timing import commands, own, takes, taps
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.evolve import evolve
from trackbuddy.timing.naming import name, naming, passed_on, withdraw
from trackbuddy.timing.state import Apart, Finished, IgnoredTap, Ready, State
from trackbuddy.timing.takes import take_tap
from trackbuddy.timing.taps import decide_tap

MOST_METRES = 500_000
"""Further than anybody runs in a rep; what is no number is not below it either."""

__all__ = ["begin", "decide", "decide_due", "due", "evolve", "question", "take", "takeable"]


def decide(state: State, given: i.Input) -> tuple[f.Fact, ...]:
    """The facts of one input; none where it has no meaning. A tap always gives at least one."""
    found = _with_own_clocks(state, given) if state.plan.own else None
    return _decide(state, given) if found is None else found


def _decide(state: State, given: i.Input) -> tuple[f.Fact, ...]:
    match given:
        case i.Tap():
            facts = _named(state, given) or passed_on(state, given.athlete, given.at_ns)
            return facts or decide_tap(state, given)
        case i.ThatsAll(at_ns=at_ns):
            return commands.thats_all(state, at_ns)
        case i.Next(at_ns=at_ns):
            return commands.go_next(state, at_ns)
        case i.StartedNow(at_ns=at_ns):
            return commands.started_now(state, at_ns)
        case i.Hold(at_ns=at_ns):
            return commands.hold(state, at_ns)
        case i.Adjust(at_ns=at_ns, by_ns=by_ns):
            return commands.adjust(state, at_ns, by_ns)
        case i.TakeTap(at_ns=at_ns):
            return take_tap(state, at_ns)
        case i.Repeat(at_ns=at_ns):
            return commands.repeat(state, at_ns)
        case i.EndHere(at_ns=at_ns):
            return commands.end_here(state, at_ns)
        case i.DropOut(at_ns=at_ns, athlete=athlete):
            return commands.drop_out(state, athlete, at_ns)
        case i.Join(at_ns=at_ns, athlete=athlete):
            return commands.join(state, athlete, at_ns)
        case _:
            return _written_down(state, given)


def begin(state: State, at_ns: int, from_ns: int) -> tuple[f.Fact, ...]:
    """Begins the lead-in, counted from an instant not before the last thing that was done in ready."""
    return own.begin(state, at_ns, from_ns) if state.plan.own else taps.begin(state, at_ns, from_ns)


def take(state: State, given: i.TakeTap, cancelled: Iterable[IgnoredTap] = ()) -> tuple[f.Fact, ...]:
    """`a`, with ignored taps that an undo just took back."""
    if isinstance(state.stage, Apart):
        return own.take(state, given.at_ns, given.athlete, cancelled)
    return take_tap(state, given.at_ns, cancelled)


def takeable(state: State, cancelled: Iterable[IgnoredTap] = ()) -> IgnoredTap | None:
    """The tap that `a` would take now; None when there is none."""
    if isinstance(state.stage, Apart):
        return own.latest_takeable(state, cancelled)
    return takes.takeable(state, cancelled)


def question(state: State) -> commands.MissedLap | None:
    """Whether the screen asks for a missed lap, and of whom."""
    athlete = own.asking(state)
    missed = commands.missed_lap(state.lane(athlete) if athlete else state)
    return replace(missed, athlete=athlete) if missed and athlete else missed


def _named(state: State, tap: i.Tap) -> tuple[f.Fact, ...]:
    """A digit when all are in: it names the first stamp that wants a name."""
    wanting = naming(state)
    return name(state, wanting[0].n, tap.athlete, tap.at_ns) if wanting and tap.athlete is not None else ()


def _with_own_clocks(state: State, given: i.Input) -> tuple[f.Fact, ...] | None:
    """None: it means the same as where all share one."""
    match state.stage, given:
        case Ready(), i.Tap(athlete=None, at_ns=at_ns):
            return own.begin(state, at_ns, at_ns)
        case Ready(), i.ThatsAll(at_ns=at_ns):
            return tuple(fact for fact in own.begin(state, at_ns, at_ns) if isinstance(fact, f.LeadInStarted))
        case Ready(), i.StartedNow(at_ns=at_ns):
            return own.start_now(state, at_ns)
        case Apart() as stage, _ if not _is_nobodys(state, given):
            return own.decide_apart(state, stage, given)
        case _:
            return None


def _is_nobodys(state: State, given: i.Input) -> bool:
    return isinstance(given, i.Tap) and given.athlete is not None and not 1 <= given.athlete <= len(state.plan.athletes)


def _written_down(state: State, given: i.Input) -> tuple[f.Fact, ...]:
    """Inputs that are facts already."""
    match given:
        case i.Name(at_ns=at_ns, of=of, athlete=athlete):
            return name(state, of, athlete, at_ns)
        case i.Withdraw(at_ns=at_ns, of=of):
            return withdraw(state, of, at_ns)
        case i.WriteNote(at_ns=at_ns, text=text):
            return (f.Note(at_ns, text),)
        case i.Measure(at_ns=at_ns, phase=phase, athlete=athlete, metres=metres):
            return (f.Measured(at_ns, phase, athlete, metres),) if 0 < metres < MOST_METRES else ()
        case i.Open(at_ns=at_ns):
            return (f.SessionOpened(at_ns),)
        case i.Sleep(at_ns=at_ns, for_ns=for_ns):
            return (f.Slept(at_ns, for_ns),)
        case i.Close(at_ns=at_ns):
            return (f.Closed(at_ns),)
        case i.Reopen(at_ns=at_ns, clock=clock):
            return (f.Reopened(at_ns, clock),)
        case i.Recover(at_ns=at_ns, after=after):
            return (f.Recovered(at_ns, after),)
        case i.Finish(at_ns=at_ns):
            return () if isinstance(state.stage, Finished) else (f.Finished(at_ns),)
        case i.Discard(at_ns=at_ns):
            return () if isinstance(state.stage, Finished) else (f.Discarded(at_ns),)
        case _:
            return ()
