"""A running session under a test's hand: the real one, on a hand-turned clock, a journal in memory, a recording player.

Nothing in it goes by real time. The thread that keeps deadlines sleeps until something is decided; what is due is
decided when somebody looks, as it is when that thread is held up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from tests.live.fakes import Ear, HandClock, Memory

from trackbuddy.live.clock import SessionTime
from trackbuddy.live.session import LiveSession
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.history import History
from trackbuddy.timing.inputs import Leaving
from trackbuddy.timing.state import Plan, State

FactT = TypeVar("FactT", bound=f.Fact)

_LEFT: dict[type[f.Fact], Leaving] = {f.Closed: "resumable", f.Finished: "finish", f.Discarded: "discard"}


class PatientClock(HandClock):
    """Lets no thread wake by itself: a test that turns it says who looks, and when."""

    def wait_s(self, ns: int) -> float:
        return 3600.0


@dataclass(frozen=True)
class ByHand:
    """A session with all that a test turns or reads."""

    live: LiveSession
    clock: PatientClock
    journal: Memory
    ear: Ear

    @property
    def state(self) -> State:
        return self.live.snapshot().state

    @property
    def lines(self) -> list[Line]:
        """Every line that was ever written."""
        return self.journal.lines

    def facts(self, kind: type[FactT]) -> list[FactT]:
        """The facts of one kind that were ever written."""
        return [line.fact for line in self.lines if isinstance(line.fact, kind)]

    @property
    def left(self) -> Leaving | None:
        """How the session was left, as the log has it."""
        return _LEFT.get(type(self.lines[-1].fact))


def by_hand(plan: Plan, title: str = "", *, threads: bool = False) -> ByHand:
    """A session that is open. With `threads` it also plans its sound, and wants to be left at the end."""
    clock, journal, ear = PatientClock(), Memory(), Ear()
    live = LiveSession(History.of(plan), SessionTime.begin(clock), clock, journal, ear, title=title, sound="sound ok")
    journal.tell = live.saved
    if threads:
        live.open()
    else:
        live.submit(i.Open)
    return ByHand(live, clock, journal, ear)
