"""One player behind which several stand: when one fails again and again the next takes over, until the better recovers.

The better one goes on trying, ever more rarely, with nothing to play; once it can be heard again it gets the plan back.
One that couldn't even be made is tried again as well, when nothing is to be heard soon: opening a device may hold up
the program for a tenth of a second.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.sound.canvas import HELD_NS
from trackbuddy.sound.kinds import Cue, MissingError, SoundError, Spoken
from trackbuddy.sound.player import Member
from trackbuddy.sound.standing import SAID_NS
from trackbuddy.timing.hearing import CueKind, PlayerName

TRIES: Final = 3
"""So many failures in a row, and the next player is tried."""
LOOK_S: Final = 0.5
GAP_NS: Final = 5_000_000_000
"""A better player is only tried again while no cue comes sooner."""
AGAIN_NS: Final = (10_000_000_000, 20_000_000_000, 30_000_000_000, 60_000_000_000)
FAR_NS: Final = 3600_000_000_000
"""A cue so far ahead is never heard, but a stream is opened for it."""
NEVER: Final = 1 << 62


@dataclass(slots=True)
class Place:
    """A player that can be had, or may be had later."""

    name: PlayerName
    make: Callable[[], Member]
    """May raise SoundError."""
    member: Member | None = None
    failed: int = 0
    """How often it couldn't be made."""
    again_ns: int = 0
    """When it is tried again."""

    def try_to_make(self, now_ns: int) -> bool:
        try:
            self.member = self.make()
        except MissingError:
            self.again_ns = NEVER
        except SoundError:
            self.again_ns = now_ns + AGAIN_NS[min(self.failed, len(AGAIN_NS) - 1)]
            self.failed += 1
        return self.member is not None


class Relay:
    """`plan` goes to the player whose turn it is. A thread of its own looks whether that should change."""

    def __init__(
        self,
        places: Sequence[Place],
        turn: int = 0,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
        threaded: bool = True,
    ) -> None:
        """`places`: the best first; the one whose turn it is has its member. Those before it have just failed."""
        self._places, self._turn, self._clock = tuple(places), turn, clock
        self._plan: Sequence[Cue] = ()
        self._said: tuple[str, int] = ("", 0)
        for place in self._places[:turn]:
            place.failed, place.again_ns = 1, clock() + AGAIN_NS[0]
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sound relay", daemon=True)
        if threaded and len(places) > 1:
            self._thread.start()

    @property
    def name(self) -> PlayerName:
        """The player whose turn it is."""
        return self._places[self._turn].name

    @property
    def _player(self) -> Member:
        member = self._places[self._turn].member
        assert member is not None, "only who is there gets the turn"
        return member

    @property
    def dropped(self) -> int:
        return sum(place.member.dropped for place in self._places if place.member is not None)

    @property
    def problem(self) -> str | None:
        """What the present player has to say; that it stands in for a better one; for a while that it doesn't."""
        problem = self._player.problem
        if problem is not None:
            return problem
        better = next((place for place in self._places[: self._turn] if place.member is not None), None)
        if better is not None and better.member is not None:
            its = (better.member.problem or "it failed").removeprefix("no sound: ")
            return f"{self.name} instead of {better.name}: {its}"
        text, until_ns = self._said
        return text if self._clock() < until_ns else None

    @property
    def failures(self) -> int:
        return self._player.failures

    def plan(self, cues: Sequence[Cue]) -> None:
        with self._lock:
            self._plan = tuple(cues)
            self._player.plan(self._plan)

    def speak(self, spoken: Spoken | None) -> bool:
        with self._lock:
            return self._player.speak(spoken)

    def close(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(5.0)
        for place in reversed(self._places):
            if place.member is not None:
                place.member.close()

    def _run(self) -> None:
        while not self._closing.wait(LOOK_S):
            self.look()

    def look(self) -> None:
        """Give the turn to the best player that can be heard."""
        for turn, place in enumerate(self._places[: self._turn]):
            if place.member is not None and place.member.failures == 0:
                self._give_turn(turn)
                return
        better = self._next_better()
        if better is not None:
            self._try(self._places[better])
        if self._player.failures < TRIES:
            return
        now_ns = self._clock()
        for turn, place in enumerate(self._places[self._turn + 1 :], self._turn + 1):
            if place.member is not None or (now_ns >= place.again_ns and place.try_to_make(now_ns)):
                self._give_turn(turn)
                return

    def _next_better(self) -> int | None:
        """One step up at a time: simpleaudio holds the interpreter while it opens a device, so with a sound system that
        hangs the program would hang; a child hangs alone."""
        for turn in range(self._turn - 1, -1, -1):
            place = self._places[turn]
            if place.member is not None:
                return None
            if place.again_ns != NEVER:
                return turn
        return None

    def _try(self, place: Place) -> None:
        """In a gap. It gets the turn at the next look, with its stream open: an answer couldn't wait for that."""
        now_ns = self._clock()
        if now_ns < place.again_ns or any(now_ns <= cue.at_ns < now_ns + GAP_NS for cue in self._plan):
            return
        if place.try_to_make(now_ns) and place.member is not None:
            place.member.plan([Cue(now_ns + FAR_NS, CueKind.COUNT)])
            self._said = f"sound: {place.name} can be had now", now_ns + SAID_NS

    def _give_turn(self, turn: int) -> None:
        with self._lock:
            before, self._turn = self._player, turn
            # What lies just ahead is held by the one before, or past helping; heard twice would be worse than missed.
            before.plan(())
            before.speak(None)
            self._player.plan([cue for cue in self._plan if cue.at_ns > self._clock() + HELD_NS])
