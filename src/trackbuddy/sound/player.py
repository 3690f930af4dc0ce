"""What plays cues: the shape of every player, and the one that is silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from trackbuddy.sound.kinds import Cue, Spoken
from trackbuddy.timing.hearing import PlayerName


class Player(Protocol):
    """Plays cues at their instants. No method waits for a device, except `close`."""

    @property
    def name(self) -> str: ...

    @property
    def dropped(self) -> int:
        """How many cues were known too late, or fell into a failure, and were never heard. A value: no lock."""

    @property
    def problem(self) -> str | None:
        """Why nothing can be heard just now ("no sound: ...; trying again"), or what went wrong lately ("sound: 2 cues
        missed"); None while all is well. Never waits, nor takes a lock."""

    def plan(self, cues: Sequence[Cue]) -> None:
        """From now on exactly these cues lie ahead: this replaces everything later than 150 ms from now.

        What was planned nearer than that is still heard. A cue that comes too late for this player is
        dropped and counted, never queued. Cheap and without effect when nothing changed: to be called after
        every fact with all cues that are known. Past cues in it do no harm.
        """

    def speak(self, spoken: Spoken | None) -> bool:
        """Words at their instant, in place of those before; None ends them. False: this player has no way to."""

    def close(self) -> None:
        """End it, within some seconds. A cue that begins within the next second is still heard."""


class Member(Player, Protocol):
    """A player that can be replaced by the next."""

    @property
    def failures(self) -> int:
        """Failures in a row up to now; 0: it can be heard."""


class SilentPlayer:
    """Sound is off."""

    name: PlayerName = "off"
    dropped = 0
    problem: str | None = None
    failures = 0

    def plan(self, cues: Sequence[Cue]) -> None:
        """Nothing is heard, which is what was asked for."""

    def speak(self, spoken: Spoken | None) -> bool:
        """Nor any words."""
        return True

    def close(self) -> None:
        """There's nothing to end."""
