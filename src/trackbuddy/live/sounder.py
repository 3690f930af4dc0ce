"""The thread that hands cues to the player: whatever a sound device does, it holds up neither a tap nor a deadline."""

from __future__ import annotations

import threading
import time as machine
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from trackbuddy.sound.cues import EVERYDAY, Hearing, cues
from trackbuddy.timing.state import Ready
from trackbuddy.units import NS

if TYPE_CHECKING:
    from trackbuddy.live.clock import SessionTime
    from trackbuddy.sound.kinds import Spoken
    from trackbuddy.sound.player import Player
    from trackbuddy.sound.players import Choice
    from trackbuddy.timing.history import History

TAIL: Final = 12
"""How many of the latest lines may still have an answer to sound."""
STUCK_NS: Final = NS
"""A player that has not come back for so long is not heard."""
FIRST_FRAME_S: Final = 1.0
"""Trying devices waits so long, unless something is to be heard: the first frame needs the interpreter more."""
CLOSING_S: Final = 8.0
"""How long the end of the sound is waited for: the player's own five seconds and some."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """A player that is still to be found, by trying the devices: a third of a second that nobody should wait for."""

    choose: Callable[[], Choice]


class Sounder:
    """Plans the cues of the latest standing it was given. Those it did not get to in time are of no use to anybody."""

    def __init__(self, player: Player | Choosing, said: str, hearing: Hearing = EVERYDAY) -> None:
        self._source, self._hearing = player, hearing
        self._player: Player | None = None if isinstance(player, Choosing) else player
        self._given: tuple[History, SessionTime, bool] | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._busy_since_ns: int | None = None
        self._failed: str | None = None
        self._chosen = threading.Event()
        self._wanted = threading.Event()
        self._said = said
        self._chosen_name = ""
        self._thread = threading.Thread(target=self._run, name="sounder", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def sound(self, history: History, time: SessionTime, *, muted: bool) -> None:
        """From now on the cues of this standing lie ahead. Returns at once."""
        with self._changed:
            self._given = (history, time, muted)
            self._changed.notify()
        if not isinstance(history.state.stage, Ready):
            self._wanted.set()

    def speak(self, spoken: Spoken | None) -> bool:
        """Words beside the cues; False where the player has no way to. In the caller's thread."""
        return self._player is not None and self._player.speak(spoken)

    @property
    def said(self) -> str:
        """Which player was had, and why this one; the one that plays now, where it is another."""
        name = self._player.name if self._player is not None else ""
        return self._said if name == self._chosen_name or not self._chosen_name else f"sound {name}: in use now"

    @property
    def problem(self) -> str | None:
        """Why nothing can be heard just now. Never waits, nor takes a lock."""
        since_ns = self._busy_since_ns
        if self._player is not None and since_ns is not None and machine.monotonic_ns() - since_ns > STUCK_NS:
            return "no sound: the player does not answer"
        return self._failed or (self._player.problem if self._player is not None else None)

    def wait(self, for_s: float) -> str:
        """What is said of the player, once it is chosen or so much time is over."""
        self._wanted.set()
        self._chosen.wait(for_s)
        return self.said

    def close(self) -> None:
        """What is near still sounds out. Returns in any case."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join(CLOSING_S)
        elif not self._thread.ident:
            self._finish()

    # --- the thread -------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        if isinstance(self._source, Choosing):
            self._wanted.wait(FIRST_FRAME_S)
            self._guarded(self._choose, self._source)
        self._chosen.set()
        while not self._closing:
            with self._changed:
                self._changed.wait_for(lambda: self._given is not None or self._closing)
            self._plan_given()
        self._finish()

    def _choose(self, choosing: Choosing) -> None:
        choice = choosing.choose()
        self._chosen_name, self._said = choice.player.name, f"sound {choice.reason}"
        self._player = choice.player

    def _finish(self) -> None:
        self._plan_given()
        if self._player is not None:
            self._guarded(self._player.close)

    def _plan_given(self) -> None:
        with self._changed:
            given, self._given = self._given, None
        if given is not None and self._player is not None:
            self._guarded(self._plan, self._player, *given)

    def _plan(self, player: Player, history: History, time: SessionTime, muted: bool) -> None:
        """Session instants become the player's, which plays in real time."""
        coming = () if muted else cues(history.state, history.ledger.tail(TAIL), self._hearing)
        player.plan([replace(cue, at_ns=time.monotonic(cue.at_ns)) for cue in coming])

    def _guarded(self, action: Callable[..., None], *given: object) -> None:
        """Whatever a player does, the thread goes on: the next cues may be heard again."""
        self._busy_since_ns = machine.monotonic_ns()
        try:
            action(*given)
            self._failed = None
        except Exception as error:
            self._failed = f"no sound: {str(error) or type(error).__name__}"
        finally:
            self._busy_since_ns = None
