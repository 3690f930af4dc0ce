from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.sound.along import FEWEST, SKIPPED, along
from trackbuddy.sound.device import MS

BEEPS = [5_000_000 * MS + number * 700 * MS for number in range(16)]


def thumb(late_ms: float, sd_ms: float, seed: int = 1) -> list[int]:
    hand = random.Random(seed)
    return [beep + round((late_ms + hand.gauss(0, sd_ms)) * MS) for beep in BEEPS]


def test_the_median_is_the_speakers_and_the_spread_the_thumbs() -> None:
    found = along(BEEPS, thumb(180, 20))
    assert abs(found.late_ns - 180 * MS) < 15 * MS
    assert 10 * MS < found.spread_ns < 32 * MS
    assert (found.taps, found.beeps, found.refusal) == (16 - SKIPPED, 16 - SKIPPED, None)


def test_one_wild_tap_and_the_first_beats_move_nothing() -> None:
    taps = thumb(100, 10)
    assert abs(along(BEEPS, [*taps[:9], taps[9] + 250 * MS, *taps[10:]]).late_ns - along(BEEPS, taps).late_ns) < 8 * MS
    assert along(BEEPS, [taps[0] + 300 * MS, *taps[SKIPPED:]]) == along(BEEPS, taps[SKIPPED:])


def test_what_says_nothing_is_refused() -> None:
    assert along(BEEPS, []).refusal == "only 0 of 12 beeps had a tap"
    assert along(BEEPS, thumb(100, 5)[: SKIPPED + FEWEST - 1]).refusal == "only 7 of 12 beeps had a tap"
    assert "the taps spread by" in str(along(BEEPS, thumb(50, 150)).refusal)


@given(st.lists(st.integers(BEEPS[0] - 10**9, BEEPS[-1] + 10**9), max_size=40))
def test_any_taps_are_answered(taps: list[int]) -> None:
    found = along(BEEPS, sorted(taps))
    assert 0 <= found.taps <= found.beeps
    assert abs(found.late_ns) <= 350 * MS
