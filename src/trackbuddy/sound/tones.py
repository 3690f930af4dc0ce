"""How each cue sounds: 48 kHz mono 16-bit PCM, made with nothing but the standard library."""

from __future__ import annotations

import math
import sys
from array import array
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import Final

from trackbuddy.timing.hearing import CueKind

RATE: Final = 48_000
"""Samples a second. Native to every card met, so no resampler moves a beep's start."""
BYTES_PER_FRAME: Final = 2
PEAK: Final = 0.7
"""Of full scale, at volume 1. Small speakers outdoors need loudness; what is above is for tones that overlap."""
FADE_MS: Final = 4
"""Attack and decay of each note. Shorter ones click."""

KNEE: Final = round(PEAK * 32767)
"""A single tone never goes beyond this; a sum that does is bent."""
SOFTER: Final = 5
"""By so much words are softer where a cue sounds into them."""

_HORN: Final = ((1.0, 1.0), (2.0, 0.35), (3.0, 0.15))
"""(ratio to the pitch, strength). Overtones carry over wind and from small speakers better than a pure
sine."""
_PURE: Final = ((1.0, 1.0),)
_LOW: Final = ((1.0, 1.0), (2.0, 0.8), (3.0, 0.5), (4.0, 0.3))
"""For low pitches: what a small speaker leaves of them is their overtones, and an ear is best at 2 to 4 kHz."""
_BUZZ: Final = ((1.0, 1.0), (3.0, 0.9), (5.0, 0.8), (7.0, 0.6), (9.0, 0.4))
_STRUCK: Final = ((0.5, 0.35), (1.0, 1.0), (1.2, 0.5), (1.5, 0.3), (2.0, 0.45), (2.74, 0.25))
"""Hum, prime, minor third, fifth, octave and an upper partial: what makes a note a bell's."""


@dataclass(frozen=True, slots=True)
class Note:
    """One stretch of a tone; 0 Hz is a pause."""

    hz: float
    ms: int
    partials: tuple[tuple[float, float], ...] = _HORN
    ring_ms: int | None = None
    """Time in which a struck note falls to a third; None holds it level."""
    drive: float = 0.0
    """Bends what is loud, so that a note is as loud between its peaks as a plain one; 0: not at all."""


_PAUSE: Final = Note(0.0, 90)
_PIP: Final = Note(622.0, 110, _LOW, drive=2.0)

PATTERNS: Final[dict[CueKind, tuple[Note, ...]]] = {
    # The start family: GO is the octave above the count and five times as long.
    CueKind.COUNT: (Note(880.0, 120),),
    CueKind.GO: (Note(1760.0, 600),),
    # Change of effort: up is hard, down is easy.
    CueKind.HARD: (Note(988.0, 140), Note(1480.0, 360)),
    CueKind.EASY: (Note(784.0, 140, _LOW, drive=2.0), Note(523.0, 360, _LOW, drive=2.0)),
    # Time left: one low pitch, the fewer pips the less time.
    CueKind.LEFT_60: (_PIP, _PAUSE, _PIP, _PAUSE, _PIP),
    CueKind.LEFT_30: (_PIP, _PAUSE, _PIP),
    CueKind.LEFT_10: (Note(622.0, 260, _LOW, drive=2.0),),
    # Answers to a key: a high blip is yes, a low buzz is no.
    CueKind.TAP: (Note(2637.0, 60, _PURE),),
    CueKind.IGNORED: (Note(311.0, 220, _BUZZ, drive=4.0),),
    # Rung by hand: stroke upon stroke, which keeps it as loud as the rest.
    CueKind.BELL: (*(Note(1047.0, 145, _STRUCK, 240, drive=2.5),) * 4, Note(1047.0, 620, _STRUCK, 240, drive=2.5)),
    CueKind.DONE: (Note(1047.0, 130), Note(1319.0, 130), Note(1568.0, 130), Note(2093.0, 330)),
    # Short, long: not the two even pips of 30 s left, which may come in the same rep.
    CueKind.HALFWAY: (Note(1319.0, 60), Note(0.0, 60), Note(1319.0, 200)),
    CueKind.TARGET: (Note(1976.0, 60), Note(1568.0, 60)) * 3,
    CueKind.CONE: (Note(1175.0, 50, _PURE),),
    CueKind.METRONOME: (Note(2093.0, 14, _PURE),),
}


def frames(kind: CueKind) -> int:
    """The length of the kind's tone in samples, known without making it."""
    return sum(_frames(note.ms) for note in PATTERNS[kind])


def length_ns(kind: CueKind) -> int:
    """The same in nanoseconds."""
    return frames(kind) * 1_000_000_000 // RATE


ATHLETES: Final = (1.0, 0.75, 1.375, 1.25, 0.6875, 0.875, 1.5, 0.625, 1.125)
"""The pitch of each athlete's own GO beside the shared one."""
PULSES: Final = (1, 1, 1, 2, 2, 2, 3, 3, 3)
"""And in how many pulses it comes: nobody knows nine pitches apart in wind, but three and a rhythm."""
PULSE_GAP_MS: Final = 40


@dataclass(frozen=True, slots=True)
class Voice:
    """How the user wants cues to sound."""

    volume: float = 1.0
    """From 0 to 1."""
    pitches: tuple[tuple[CueKind, float], ...] = ()
    """The pitch of a kind's first note in Hz; the others follow. Kinds that are missing keep their own."""

    def pcm(self, kind: CueKind, athlete: int | None = None) -> bytes:
        """The kind's tone, for everybody or at an athlete's own pitch."""
        own = PATTERNS[kind][0].hz
        ratio = dict(self.pitches).get(kind, own) / own
        if athlete is None or kind is not CueKind.GO:
            return pcm(kind, self.volume, ratio)
        place = (athlete - 1) % len(ATHLETES)
        return pcm(kind, self.volume, ratio * ATHLETES[place], PULSES[place])


PLAIN: Final = Voice()


@lru_cache(maxsize=128)
def pcm(kind: CueKind, volume: float = 1.0, ratio: float = 1.0, pulses: int = 1) -> bytes:
    """The kind's tone, signed 16-bit little-endian. Volume from 0 to 1 scales the peak; anything else is
    cut to that. `ratio` moves every pitch; a tone of one note may come in pulses, which together are as long."""
    loud = min(1.0, max(0.0, volume)) * PEAK * 32767
    samples = array("h")
    for note in PATTERNS[kind] if pulses == 1 else _pulses(PATTERNS[kind][0], pulses):
        samples.extend(_render(replace(note, hz=note.hz * ratio), loud))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def mixed(below: bytes, above: bytes) -> bytes:
    """The sum of two stretches of equal length: overlapping tones are both heard. It comes near full scale ever more
    slowly, since what is cut off there rattles."""
    first, second = _samples(below), _samples(above)
    total = array("h", (_bounded(a + b) for a, b in zip(first, second, strict=True)))
    if sys.byteorder == "big":
        total.byteswap()
    return total.tobytes()


def _bounded(value: int) -> int:
    over = abs(value) - KNEE
    if over <= 0:
        return value
    bent = KNEE + round((32767 - KNEE) * math.tanh(over / (32767 - KNEE)))
    return bent if value > 0 else -bent


def softened(data: bytes) -> bytes:
    """A stretch at a fifth of its loudness."""
    soft = array("h", (value // SOFTER for value in _samples(data)))
    if sys.byteorder == "big":
        soft.byteswap()
    return soft.tobytes()


def _samples(data: bytes) -> array[int]:
    samples = array("h")
    samples.frombytes(data)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _pulses(note: Note, count: int) -> list[Note]:
    whole_ms = note.ms - (count - 1) * PULSE_GAP_MS
    gap, each = Note(0.0, PULSE_GAP_MS), replace(note, ms=whole_ms // count)
    last = replace(note, ms=whole_ms - (count - 1) * each.ms)
    return [piece for _ in range(count - 1) for piece in (each, gap)] + [last]


def _frames(ms: int) -> int:
    return RATE * ms // 1000


def _render(note: Note, loud: float) -> array[int]:
    count = _frames(note.ms)
    if note.hz == 0.0:
        return array("h", bytes(BYTES_PER_FRAME * count))
    total = [0.0] * count
    for ratio, strength in note.partials:
        # Upper partials of a bell die sooner; without that it sounds like an organ.
        ring = note.ring_ms / max(1.0, ratio) if note.ring_ms else None
        wave = _wave(note.hz * ratio, strength, ring, count)
        total = [a + b for a, b in zip(total, wave, strict=True)]
    if note.drive:
        steep = note.drive / max(map(abs, total))
        total = [math.tanh(steep * value) for value in total]
    shaped = [a * b for a, b in zip(total, _envelope(count), strict=True)]
    scale = loud / max(map(abs, shaped))
    return array("h", (int(value * scale) for value in shaped))


def _wave(hz: float, strength: float, ring_ms: float | None, count: int) -> list[float]:
    """A sine, decaying if it rings, by the two-term recursion: no sine per sample, for slow machines."""
    decay = math.exp(-1000.0 / (ring_ms * RATE)) if ring_ms else 1.0
    turn = 2 * math.pi * hz / RATE
    again, before_that = 2 * decay * math.cos(turn), -decay * decay
    older, newer = -strength * math.sin(turn) / decay, 0.0
    wave: list[float] = []
    for _ in repeat(None, count):
        wave.append(newer)
        older, newer = newer, again * newer + before_that * older
    return wave


def _envelope(count: int) -> list[float]:
    fade = min(_frames(FADE_MS), count // 2)
    ramp = [step / fade for step in range(fade)]
    return ramp + [1.0] * (count - 2 * fade) + ramp[::-1]
