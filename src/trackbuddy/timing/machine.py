"""`decide(state, input) -> facts`: what an input means where it falls. `evolve` and `due` complete the machine.

Undo, redo, late taps and the deadlines that come before an input need the whole list of lines: `timing.history`.
"""

from __future__ import annotations

from trackbuddy.timing import commands
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.deadlines import decide_due, due
from trackbuddy.timing.evolve import OutOfPlaceError, evolve
from trackbuddy.timing.state import Finished, State, stamps
from trackbuddy.timing.takes import take_tap
from trackbuddy.timing.taps import decide_tap

MOST_METRES = 500_000
"""Further than anybody runs in a rep; what is no number is not below it either."""

__all__ = ["OutOfPlaceError", "decide", "decide_due", "due", "evolve"]


def decide(state: State, given: i.Input) -> tuple[f.Fact, ...]:
    """The facts of one input; none where it has no meaning. A tap always gives at least one."""
    match given:
        case i.Tap():
            return decide_tap(state, given)
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


def _written_down(state: State, given: i.Input) -> tuple[f.Fact, ...]:
    """Inputs that are facts already."""
    match given:
        case i.Name(at_ns=at_ns, of=of, athlete=athlete):
            known = of in stamps(state) and 1 <= athlete <= len(state.plan.athletes)
            return (f.Named(at_ns, of, athlete),) if known else ()
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
