"""A cue as an instant, and which of two wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trackbuddy.timing.hearing import CueKind

_LOWEST_FIRST: Final = (
    CueKind.METRONOME,
    CueKind.IGNORED,
    CueKind.TAP,
    CueKind.CONE,
    CueKind.HALFWAY,
    CueKind.LEFT_60,
    CueKind.LEFT_30,
    CueKind.LEFT_10,
    CueKind.COUNT,
    CueKind.BELL,
    CueKind.EASY,
    CueKind.TARGET,
    CueKind.HARD,
    CueKind.GO,
    CueKind.DONE,
)
_RANKS: Final = {kind: position for position, kind in enumerate(_LOWEST_FIRST)}

ANSWERS: Final = frozenset({CueKind.TAP, CueKind.IGNORED, CueKind.BELL, CueKind.DONE})
"""Cues that answer a key. Nobody starts or stops on them, so a slow speaker may make them late; the others
mark an instant and are right or not at all."""


ANSWER_LATE_NS: Final = 400_000_000
"""So late an answer still tells that the tap was taken; later it would seem to answer something else."""


def rank(kind: CueKind) -> int:
    """Of two cues at one instant the higher rank sounds: what changes the effort beats what informs."""
    return _RANKS[kind]


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound at an instant."""

    at_ns: int
    """When it should be heard, on the clock of `time.monotonic_ns()`."""
    kind: CueKind
    athlete: int | None = None
    """Whose it is alone, by number; None: everybody's. A GO of one's own has a pitch of its own."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words to be heard beside the cues; there is one sentence at a time."""

    at_ns: int
    """When they should begin, as a cue's instant; they may come a little later."""
    pcm: bytes
    """As `tones` makes it."""
    until_ns: int | None = None
    """What would be heard behind this is not said at all."""


class SoundError(Exception):
    """A sound output can't be had. The message is one plain clause for the user, without a full stop."""


class MissingError(SoundError):
    """It isn't installed here: trying again while the program runs helps nothing."""
