"""One player behind which several stand: when one fails again and again the next takes over, until the better recovers.

The better one goes on trying, ever more rarely, with nothing to play; once it can be heard again it gets the plan back.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final

from trackbuddy.sound.kinds import Cue, SoundError, Spoken
from trackbuddy.sound.player import Member
from trackbuddy.timing.hearing import PlayerName

TRIES: Final = 3
"""So many failures in a row, and the next player is tried."""
LOOK_S: Final = 0.5


class Relay:
    """`plan` goes to the player whose turn it is. A thread of its own looks whether that should change."""

    def __init__(
        self,
        name: PlayerName,
        first: Member,
        others: Sequence[tuple[PlayerName, Callable[[], Member]]],
        *,
        threaded: bool = True,
    ) -> None:
        """`others` are made only when they are needed. Making one may raise SoundError."""
        self._players: list[tuple[PlayerName, Member]] = [(name, first)]
        self._others = list(others)
        self._turn = 0
        self._plan: Sequence[Cue] = ()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sound relay", daemon=True)
        if threaded and others:
            self._thread.start()

    @property
    def name(self) -> PlayerName:
        """The player whose turn it is."""
        return self._players[self._turn][0]

    @property
    def dropped(self) -> int:
        return sum(player.dropped for _, player in self._players)

    @property
    def problem(self) -> str | None:
        """What the present player has to say, and that it stands in for a better one."""
        name, player = self._players[self._turn]
        if player.problem is not None or not self._turn:
            return player.problem
        better, its = self._players[0]
        return f"{name} instead of {better}: {(its.problem or 'it failed').removeprefix('no sound: ')}"

    @property
    def failures(self) -> int:
        return self._players[self._turn][1].failures

    def plan(self, cues: Sequence[Cue]) -> None:
        with self._lock:
            self._plan = tuple(cues)
            self._players[self._turn][1].plan(self._plan)

    def speak(self, spoken: Spoken | None) -> bool:
        with self._lock:
            return self._players[self._turn][1].speak(spoken)

    def close(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(5.0)
        for _, player in reversed(self._players):
            player.close()

    def _run(self) -> None:
        while not self._closing.wait(LOOK_S):
            self.look()

    def look(self) -> None:
        """Give the turn to the best player that can be heard."""
        for turn in range(self._turn):
            if self._players[turn][1].failures == 0:
                self._give_turn(turn)
                return
        if self._players[self._turn][1].failures < TRIES:
            return
        if self._turn + 1 == len(self._players) and not self._make_next():
            return
        self._give_turn(self._turn + 1)

    def _make_next(self) -> bool:
        while self._others:
            name, make = self._others.pop(0)
            try:
                self._players.append((name, make()))
            except SoundError:
                continue
            return True
        return False

    def _give_turn(self, turn: int) -> None:
        with self._lock:
            before, self._turn = self._turn, turn
            # What lies just ahead is past helping, and heard twice would be worse than missed.
            self._players[before][1].plan(())
            self._players[turn][1].plan([cue for cue in self._plan if cue.at_ns > time.monotonic_ns()])
