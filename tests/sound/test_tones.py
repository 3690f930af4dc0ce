from __future__ import annotations

import math
import struct
from itertools import combinations

import numpy as np
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
    small, most, least, none = struct.unpack("<4h", tones.mixed(below, above))
    assert (small, none) == (120, 0)
    assert 32000 < most == -least <= 32767


def test_two_tones_at_once_are_bent_and_not_cut_off() -> None:
    """What is cut off stands at full scale for many samples, and rattles."""
    one, other = tones.pcm(CueKind.CONE), tones.pcm(CueKind.TAP)[: len(tones.pcm(CueKind.CONE))]
    wave = struct.unpack(f"<{len(one) // 2}h", tones.mixed(one, other))
    assert max(map(abs, wave)) > 28_000
    assert sum(abs(value) >= 32_700 for value in wave) == 0


def test_every_athlete_has_a_go_of_an_own_pitch() -> None:
    voice = tones.Voice()
    gos = {voice.pcm(CueKind.GO, athlete) for athlete in range(1, 10)}
    assert len(gos) == 9
    assert len({len(go) for go in gos}) == 1
    assert len(set(tones.ATHLETES)) == 9
    assert voice.pcm(CueKind.GO, 1) == voice.pcm(CueKind.GO)
    assert voice.pcm(CueKind.COUNT, 3) == voice.pcm(CueKind.COUNT)


def test_who_shares_a_rhythm_has_pitches_far_apart() -> None:
    """A fourth: who knows the tune of nothing else tells that apart."""
    for pulses in set(tones.PULSES):
        own = [pitch for pitch, count in zip(tones.ATHLETES, tones.PULSES, strict=True) if count == pulses]
        assert all(max(a, b) / min(a, b) > 1.25 for a, b in combinations(own, 2))
    three = struct.unpack(f"<{RATE * 6 // 10}h", tones.Voice().pcm(CueKind.GO, 7))
    quiet = [place for place in range(0, len(three), RATE // 100) if not any(three[place : place + RATE // 100])]
    assert 4 <= len(quiet) <= 8, "two gaps of 40 ms"


def loudness(kind: CueKind) -> float:
    """Of its loudest tenth of a second, in dB, weighted as an ear hears (A, IEC 61672)."""
    wave = np.array(samples(kind, 0.8)) / 32768
    hz = np.maximum(np.fft.rfftfreq(len(wave), 1 / RATE), 1.0)
    weight = 12194**2 * hz**4 / ((hz**2 + 20.6**2) * (hz**2 + 12194**2))
    weight /= np.sqrt((hz**2 + 107.7**2) * (hz**2 + 737.9**2))
    heard = np.fft.irfft(np.fft.rfft(wave) * weight * 10 ** (2 / 20), len(wave))
    window = RATE // 10
    energy = np.convolve(heard**2, np.ones(window), "full") if len(wave) < window else np.cumsum(heard**2)
    if len(wave) > window:
        energy = energy[window:] - energy[:-window]
    return float(10 * np.log10(energy.max() / window))


def test_no_kind_is_lost_beside_another() -> None:
    """At one volume all are about as loud; only the beats of a pace are softer, as they come again and again."""
    loud = {kind: loudness(kind) for kind in KINDS if kind not in (CueKind.METRONOME, CueKind.CONE)}
    assert max(loud.values()) - min(loud.values()) < 3.0, loud
    for beat in (CueKind.METRONOME, CueKind.CONE):
        assert min(loud.values()) - 10 < loudness(beat) < min(loud.values())


def test_a_pitch_of_the_users_own_moves_the_whole_tone() -> None:
    lower = tones.Voice(1.0, ((CueKind.HARD, 494.0),)).pcm(CueKind.HARD)
    wave = struct.unpack(f"<{len(lower) // 2}h", lower)
    assert len(lower) == len(tones.pcm(CueKind.HARD))
    first, second = wave[: RATE // 8], wave[RATE // 6 : RATE // 2]
    assert strength(first, 494) > 5 * strength(first, 988 * 1.07)
    assert strength(second, 740) > 5 * strength(second, 640)
