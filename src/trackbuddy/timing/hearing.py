"""The words for what can be heard: kinds of cue, and players. Settings, options, help and the sound room share them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal, get_args

PlayerName = Literal["simpleaudio", "process", "bell", "off"]
"""What makes sound: a canvas through simpleaudio, a child process, the terminal's bell, nothing."""
Wanted = Literal["auto", PlayerName]
"""What may be asked for; auto takes the first player that can be had."""

PLAYERS: Final[tuple[PlayerName, ...]] = get_args(PlayerName)
"""The best first."""
WANTED: Final[tuple[Wanted, ...]] = ("auto", *PLAYERS)


class CueKind(StrEnum):
    """What a sound tells the athlete. The value is the word used in settings."""

    COUNT = "count"
    GO = "go"
    HARD = "hard"
    EASY = "easy"
    LEFT_60 = "left-60"
    LEFT_30 = "left-30"
    LEFT_10 = "left-10"
    TAP = "tap"
    IGNORED = "ignored"
    BELL = "bell"
    DONE = "done"
    HALFWAY = "halfway"
    TARGET = "target"
    CONE = "cone"
    METRONOME = "metronome"


MEANINGS: Final[dict[CueKind, str]] = {
    CueKind.COUNT: "3, 2, 1",
    CueKind.GO: "start now",
    CueKind.HARD: "a hard stretch begins",
    CueKind.EASY: "an easy stretch begins",
    CueKind.LEFT_60: "a minute left",
    CueKind.LEFT_30: "30 s left",
    CueKind.LEFT_10: "10 s left",
    CueKind.TAP: "the tap was taken",
    CueKind.IGNORED: "the tap was not counted",
    CueKind.BELL: "last lap",
    CueKind.DONE: "the session is over",
    CueKind.HALFWAY: "half way",
    CueKind.TARGET: "the target time is reached",
    CueKind.CONE: "be at the next cone now",
    CueKind.METRONOME: "a step of the cadence",
}

LOWEST_HZ: Final = 200
HIGHEST_HZ: Final = 5_000
"""Pitches that a small speaker gives and everybody hears."""
CONES_MM: Final = 5_000
"""Cones nearer to each other would beep without a break."""
OFF_BY_DEFAULT: Final = frozenset({CueKind.IGNORED, CueKind.HALFWAY, CueKind.TARGET, CueKind.CONE})
"""What sounds only if the user says so."""
