"""What plays cues, and which of the players is had: found by trying, with the reason in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from trackbuddy.sound.bell import afplay_player, bell_player
from trackbuddy.sound.canvas_player import CanvasPlayer
from trackbuddy.sound.device import SimpleaudioDevice
from trackbuddy.sound.kinds import MissingError, SoundError
from trackbuddy.sound.player import Member, Player, SilentPlayer
from trackbuddy.sound.process import ProcessDevice
from trackbuddy.sound.read_pages import can_watch
from trackbuddy.sound.relay import Place, Relay
from trackbuddy.sound.tones import PLAIN, Voice
from trackbuddy.timing.hearing import PLAYERS, PlayerName, Wanted


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

    voice: Voice = PLAIN
    offset_ns: int = 0
    """How late the speaker is; cues are sent out this much earlier."""


Maker = Callable[[Loudness], tuple[Member, str]]
"""Makes a player and says how it plays, or raises SoundError with the reason why not."""


def choose(
    wanted: Wanted = "auto",
    *,
    voice: Voice = PLAIN,
    offset_ns: int = 0,
    makers: Mapping[PlayerName, Maker] | None = None,
) -> Choice:
    """The wanted player, or the next below it that can be had: simpleaudio, process, bell, off.

    Trying opens the device and may take a third of a second: to be called before the session's clock runs,
    not in it.
    """
    makers = MAKERS if makers is None else makers
    settings = Loudness(voice, offset_ns)
    failures: list[str] = []
    places: list[Place] = []  # that may be had later
    names = _order(wanted)
    for number, name in enumerate(names):
        make = partial(_make, makers[name], settings)
        try:
            player, how = makers[name](settings)
        except SoundError as error:
            failures.append(str(error))
            if not isinstance(error, MissingError):
                places.append(Place(name, make))
            continue
        because = "; ".join(failures)
        said = f"{how} ({because})" if how and because else how or because or "as wanted"
        rest = [
            Place(other, partial(_make, makers[other], settings)) for other in names[number + 1 :] if other != "off"
        ]
        relay = [*places, Place(name, make, player), *rest]
        return Choice(Relay(relay, len(places)) if len(relay) > 1 else player, name, f"{name}: {said}")
    raise AssertionError("silence is always had")


def _order(wanted: Wanted) -> Sequence[PlayerName]:
    if wanted != "auto":
        return PLAYERS[PLAYERS.index(wanted) :]
    if sys.platform == "linux" and not can_watch():
        # Its slips can't be noticed here; a child process says how far it is.
        return sorted(PLAYERS, key=lambda name: (name != "process", PLAYERS.index(name)))
    return PLAYERS


def _make(maker: Maker, settings: Loudness) -> Member:
    return maker(settings)[0]


def simpleaudio_player(settings: Loudness) -> tuple[Member, str]:
    device = SimpleaudioDevice()
    trial = device.probe()
    player = CanvasPlayer(device, "simpleaudio", voice=settings.voice, offset_ns=settings.offset_ns, after=trial)
    return player, "playing through the default device"


def process_player(settings: Loudness) -> tuple[Member, str]:
    if sys.platform == "darwin":
        return afplay_player(settings.voice, settings.offset_ns)
    device = ProcessDevice()
    trial = device.probe()
    player = CanvasPlayer(device, "process", voice=settings.voice, offset_ns=settings.offset_ns, after=trial)
    return player, f"playing through {device.name}"


def _bell(settings: Loudness) -> tuple[Member, str]:
    return bell_player(settings.offset_ns)


def _silence(settings: Loudness) -> tuple[Member, str]:
    return SilentPlayer(), ""


MAKERS: Final[Mapping[PlayerName, Maker]] = {
    "simpleaudio": simpleaudio_player,
    "process": process_player,
    "bell": _bell,
    "off": _silence,
}
