"""What plays cues, and which of the players is had: found by trying, with the reason in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from trackbuddy.sound.bell import afplay_player, bell_player, winsound_player
from trackbuddy.sound.canvas_player import CanvasPlayer
from trackbuddy.sound.device import SimpleaudioDevice
from trackbuddy.sound.kinds import Cue, SoundError
from trackbuddy.sound.process import ProcessDevice
from trackbuddy.timing.hearing import PLAYERS, PlayerName, Wanted


class Player(Protocol):
    """Plays cues at their instants. No method waits for a device, except `close`."""

    @property
    def name(self) -> str: ...

    @property
    def dropped(self) -> int:
        """How many cues were known too late, or fell into a failure, and were never heard. A value: no lock."""

    @property
    def problem(self) -> str | None:
        """Why nothing can be heard just now ("no sound: ...; trying again"), or None. A value: no lock."""

    def plan(self, cues: Sequence[Cue]) -> None:
        """From now on exactly these cues lie ahead: this replaces everything later than 150 ms from now.

        What was planned nearer than that is still heard. A cue that comes too late for this player is
        dropped and counted, never queued. Cheap and without effect when nothing changed: to be called after
        every fact with all cues that are known. Past cues in it do no harm.
        """

    def close(self) -> None:
        """End it, within some seconds. A cue that begins within the next second is still heard."""


class SilentPlayer:
    """Sound is off."""

    name = "off"
    dropped = 0
    problem: str | None = None

    def plan(self, cues: Sequence[Cue]) -> None:
        """Nothing is heard, which is what was asked for."""

    def close(self) -> None:
        """There's nothing to end."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The player that was had, and why this one."""

    player: Player
    name: PlayerName
    reason: str
    """One sentence for the user: "simpleaudio: playing through the default device"."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """The user's settings for the speaker."""

    volume: float = 1.0
    """From 0 to 1."""
    offset_ns: int = 0
    """How late the speaker is; cues are sent out this much earlier."""


Maker = Callable[[Loudness], tuple[Player, str]]
"""Makes a player and says how it plays, or raises SoundError with the reason why not."""


def choose(
    wanted: Wanted = "auto",
    *,
    volume: float = 1.0,
    offset_ns: int = 0,
    makers: Mapping[PlayerName, Maker] | None = None,
) -> Choice:
    """The wanted player, or the next below it that can be had: simpleaudio, process, bell, off.

    Trying opens the device and may take a third of a second: to be called before the session's clock runs,
    not in it.
    """
    makers = MAKERS if makers is None else makers
    settings = Loudness(volume, offset_ns)
    failures: list[str] = []
    for name in PLAYERS if wanted == "auto" else PLAYERS[PLAYERS.index(wanted) :]:
        try:
            player, how = makers[name](settings)
        except SoundError as error:
            failures.append(str(error))
            continue
        because = "; ".join(failures)
        said = f"{how} ({because})" if how and because else how or because or "as wanted"
        return Choice(player, name, f"{name}: {said}")
    raise AssertionError("silence is always had")


def simpleaudio_player(settings: Loudness) -> tuple[Player, str]:
    device = SimpleaudioDevice()
    trial = device.probe()
    player = CanvasPlayer(device, "simpleaudio", volume=settings.volume, offset_ns=settings.offset_ns, after=trial)
    return player, "playing through the default device"


def process_player(settings: Loudness) -> tuple[Player, str]:
    if sys.platform == "darwin":
        return afplay_player(settings.volume, settings.offset_ns)
    if sys.platform == "win32":
        return winsound_player(settings.volume, settings.offset_ns)
    device = ProcessDevice()
    trial = device.probe()
    player = CanvasPlayer(device, "process", volume=settings.volume, offset_ns=settings.offset_ns, after=trial)
    return player, f"playing through {device.name}"


def _bell(settings: Loudness) -> tuple[Player, str]:
    return bell_player(settings.offset_ns)


def _silence(settings: Loudness) -> tuple[Player, str]:
    return SilentPlayer(), ""


MAKERS: Final[Mapping[PlayerName, Maker]] = {
    "simpleaudio": simpleaudio_player,
    "process": process_player,
    "bell": _bell,
    "off": _silence,
}
