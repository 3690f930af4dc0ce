"""What can be heard: the kinds of cue, which of two wins, and a cue as an instant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


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

_LOWEST_FIRST: Final = (
    CueKind.METRONOME,
    CueKind.IGNORED,
    CueKind.TAP,
    CueKind.CONE,
    CueKind.HALFWAY,
    CueKind.TARGET,
    CueKind.LEFT_60,
    CueKind.LEFT_30,
    CueKind.LEFT_10,
    CueKind.COUNT,
    CueKind.BELL,
    CueKind.EASY,
    CueKind.HARD,
    CueKind.GO,
    CueKind.DONE,
)
_RANKS: Final = {kind: position for position, kind in enumerate(_LOWEST_FIRST)}

ANSWERS: Final = frozenset({CueKind.TAP, CueKind.IGNORED, CueKind.BELL, CueKind.DONE})
"""Cues that answer a key. Nobody starts or stops on them, so a slow speaker may make them late; the others
mark an instant and are right or not at all."""


def rank(kind: CueKind) -> int:
    """Of two cues at one instant the higher rank sounds: what changes the effort beats what informs."""
    return _RANKS[kind]


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound at an instant."""

    at_ns: int
    """When it should be heard, on the clock of `time.monotonic_ns()`."""
    kind: CueKind


class SoundError(Exception):
    """A sound output can't be had. The message is one plain clause for the user, without a full stop."""
