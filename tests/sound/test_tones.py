from __future__ import annotations

import math
import struct
from itertools import combinations

import pytest

from trackbuddy.sound import tones
from trackbuddy.sound.tones import PATTERNS, PEAK, RATE
from trackbuddy.timing.hearing import CueKind

KINDS = list(CueKind)


def samples(kind: CueKind, volume: float = 1.0) -> tuple[int, ...]:
    data = tones.pcm(kind, volume)
    return struct.unpack(f"<{len(data) // 2}h", data)


def strength(wave: tuple[int, ...], hz: float) -> float:
    """How much of one pitch is in a wave (Goertzel's sum)."""
    turn = 2 * math.pi * hz / RATE
    real = sum(value * math.cos(turn * n) for n, value in enumerate(wave))
    imaginary = sum(value * math.sin(turn * n) for n, value in enumerate(wave))
    return math.hypot(real, imaginary) / len(wave)


@pytest.mark.parametrize("kind", KINDS)
def test_a_tone_is_as_long_as_its_pattern_says(kind: CueKind) -> None:
    assert len(samples(kind)) == tones.frames(kind) == sum(note.ms for note in PATTERNS[kind]) * RATE // 1000


@pytest.mark.parametrize("kind", KINDS)
def test_the_peak_is_loud_and_below_clipping(kind: CueKind) -> None:
    peak = max(map(abs, samples(kind)))
    assert 0.98 * PEAK * 32767 <= peak <= PEAK * 32767


@pytest.mark.parametrize("kind", KINDS)
def test_a_tone_begins_and_ends_without_a_click(kind: CueKind) -> None:
    wave = samples(kind)
    for edge in (wave[:10], wave[-10:]):
        assert max(map(abs, edge)) < 1500
    middle = sum(wave) / len(wave)
    assert abs(middle) < 0.01 * 32767, "a shift of the middle line clicks at both ends"


def test_no_two_kinds_sound_alike() -> None:
    for one, other in combinations(KINDS, 2):
        a, b = PATTERNS[one], PATTERNS[other]
        apart = abs(math.log2(a[0].hz / b[0].hz)) * 12
        longer = max(tones.frames(one), tones.frames(other)) / min(tones.frames(one), tones.frames(other))
        assert apart >= 1.9 or longer >= 1.5 or len(a) != len(b), (one, other)


def test_go_is_higher_and_much_longer_than_the_count() -> None:
    assert PATTERNS[CueKind.GO][0].hz == 2 * PATTERNS[CueKind.COUNT][0].hz
    assert tones.frames(CueKind.GO) >= 4 * tones.frames(CueKind.COUNT)


@pytest.mark.parametrize("kind", [CueKind.COUNT, CueKind.GO, CueKind.LEFT_10, CueKind.TAP])
def test_the_pitch_is_the_one_written_down(kind: CueKind) -> None:
    wave, hz = samples(kind), PATTERNS[kind][0].hz
    assert strength(wave, hz) > 5 * max(strength(wave, hz * 0.8), strength(wave, hz * 1.25))


def test_the_last_lap_bell_has_the_partials_of_a_bell_and_rings_out() -> None:
    wave = samples(CueKind.BELL)
    stroke = wave[: RATE // 5]
    for ratio in (0.5, 1.2, 2.0):
        assert strength(stroke, 1047 * ratio) > 3 * strength(stroke, 1047 * ratio * 1.07)
    assert max(map(abs, wave[-RATE // 20 :])) < max(map(abs, wave)) / 4


def test_done_rises() -> None:
    pitches = [note.hz for note in PATTERNS[CueKind.DONE]]
    assert pitches == sorted(pitches)
    assert len(set(pitches)) == len(pitches)


def test_volume_scales_and_is_kept_in_bounds() -> None:
    full = max(map(abs, samples(CueKind.COUNT)))
    assert max(map(abs, samples(CueKind.COUNT, 0.5))) == pytest.approx(full / 2, abs=2)
    assert samples(CueKind.COUNT, 7.0) == samples(CueKind.COUNT)
    assert not any(samples(CueKind.COUNT, -1.0))


def test_mixing_adds_and_never_wraps_round() -> None:
    below, above = struct.pack("<4h", 100, 30000, -30000, 5), struct.pack("<4h", 20, 30000, -30000, -5)
    assert struct.unpack("<4h", tones.mixed(below, above)) == (120, 32767, -32768, 0)


def test_every_athlete_has_a_go_of_an_own_pitch() -> None:
    voice = tones.Voice()
    gos = {voice.pcm(CueKind.GO, athlete) for athlete in range(1, 10)}
    assert len(gos) == 9
    assert voice.pcm(CueKind.GO, 1) == voice.pcm(CueKind.GO)
    assert voice.pcm(CueKind.COUNT, 3) == voice.pcm(CueKind.COUNT)


def test_a_pitch_of_the_users_own_moves_the_whole_tone() -> None:
    lower = tones.Voice(1.0, ((CueKind.HARD, 494.0),)).pcm(CueKind.HARD)
    wave = struct.unpack(f"<{len(lower) // 2}h", lower)
    assert len(lower) == len(tones.pcm(CueKind.HARD))
    first, second = wave[: RATE // 8], wave[RATE // 6 : RATE // 2]
    assert strength(first, 494) > 5 * strength(first, 988 * 1.07)
    assert strength(second, 740) > 5 * strength(second, 640)
