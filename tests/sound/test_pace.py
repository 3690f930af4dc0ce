from __future__ import annotations

import random

from hypothesis import example, given
from hypothesis import strategies as st

from trackbuddy.sound.device import MS
from trackbuddy.sound.pace import Pace
from trackbuddy.sound.tones import RATE

SECOND = 1_000_000_000
PIECE = 25 * MS


class Reader:
    """A stream that is read in pieces, each as soon as there is room for it, or later; it can be starved."""

    def __init__(self, seed: int, grain: int, late_ms: float) -> None:
        self.random = random.Random(seed)
        self.grain = grain
        self.late_ms = late_ms
        self.now = 7_000 * SECOND + self.random.randrange(SECOND)
        self.origin = self.now
        self.read_at = 0
        self.filled = False
        self.read = 0
        self.stopped_until = 0
        self.pace = Pace(PIECE + grain * SECOND // RATE)
        self.moved = 0

    def starve(self, ms: float) -> None:
        """Nothing is read for a while, and what is behind comes so much later."""
        self.stopped_until = self.now + round(ms * MS)
        self.filled = False
        self.origin += round(ms * MS)

    def run(self, seconds: float) -> None:
        until = self.now + round(seconds * SECOND)
        while self.now < until:
            self.now += 4 * MS if self.pace.in_haste else 50 * MS
            self.now += round(self.random.uniform(0, 2) * MS)
            if self.now < self.stopped_until:
                continue
            if self.now >= self.read_at:
                # Behind a gap more is read at once, and then nothing until that is used up.
                pieces = (self.now - self.origin) // PIECE + (4 if self.filled else 7)
                self.filled = True
                self.read = max(self.read, pieces * PIECE * RATE // SECOND)
                next_ns = self.origin + ((self.now - self.origin) // PIECE + 1) * PIECE
                most_ms = self.late_ms if self.random.random() < 0.4 else 0.3
                self.read_at = next_ns + round(self.random.uniform(0, most_ms) * MS)
            self.moved += self.pace.look(self.now, self.read // self.grain * self.grain)


@given(st.integers(0, 1000), st.sampled_from([1, 2048]), st.sampled_from([0.0, 1.0]))
def test_a_steady_stream_is_left_alone(seed: int, grain: int, late_ms: float) -> None:
    reader = Reader(seed, grain, late_ms)
    for _ in range(60):
        reader.run(1)
        assert abs(reader.moved) < 8 * MS


@given(st.integers(0, 1000), st.sampled_from([1, 2048]))
def test_a_stream_whose_reader_is_woken_late_stays_where_it_is(seed: int, grain: int) -> None:
    reader = Reader(seed, grain, late_ms=40)
    for _ in range(60):
        reader.run(1)
        assert abs(reader.moved) < 10 * MS


@given(st.integers(0, 1000), st.sampled_from([1, 2048]), st.sampled_from([0.0, 3.0]), st.floats(200, 3000))
def test_a_starved_stream_is_put_right_within_half_a_second(
    seed: int, grain: int, late_ms: float, slip_ms: float
) -> None:
    reader = Reader(seed, grain, late_ms)
    reader.run(5 + seed % 7 / 10)
    reader.starve(slip_ms)
    reader.run(slip_ms / 1000 + 0.6)
    assert abs(reader.moved - slip_ms * MS) < 10 * MS
    reader.run(1.2)
    assert abs(reader.moved - slip_ms * MS) < 8 * MS
    reader.run(30)
    assert abs(reader.moved - slip_ms * MS) < 8 * MS


@given(st.integers(0, 1000), st.sampled_from([1, 2048]), st.floats(20, 200))
@example(seed=39, grain=2048, slip_ms=132.0)
@example(seed=795, grain=2048, slip_ms=58.40625)
@example(seed=251, grain=2048, slip_ms=143.6)
def test_a_small_slip_is_found_within_some_seconds(seed: int, grain: int, slip_ms: float) -> None:
    """Shorter than a gap in the reading can be told from a late look: nearly always at once, but not for certain."""
    reader = Reader(seed, grain, 0)
    reader.run(5)
    reader.starve(slip_ms)
    reader.run(6)
    assert abs(reader.moved - slip_ms * MS) < 12 * MS


def test_small_slips_add_up_to_one_that_is_found() -> None:
    reader = Reader(1, 2048, 1.0)
    for _ in range(10):
        reader.run(3)
        reader.starve(4)
    reader.run(4)
    assert abs(reader.moved - 40 * MS) < 10 * MS


def test_how_long_it_stands_still() -> None:
    pace = Pace(PIECE)
    pace.look(SECOND, 100)
    pace.look(2 * SECOND, 200)
    pace.look(5 * SECOND, 200)
    assert pace.still_ns(6 * SECOND) == 4 * SECOND
