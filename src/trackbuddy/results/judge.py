"""How far a time was from its target, and whether a hand-held clock can tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trackbuddy.results import rounding
from trackbuddy.results.rounding import TENTH_NS as TENTH_NS
from trackbuddy.units import NS, round_half_up

NOISE_NS: Final = 300_000_000
"""A tap errs by about 0.1 s, a start and a finish together with reaction by more: within 0.3 s nothing is said."""
NOISE_PER_MILLE: Final = 15
"""For longer reps 1.5 % of the target, if that is more."""
MOST_NOISE_NS: Final = NS
"""And never more than a second: in a mile 4 s are not on target."""


class Word(StrEnum):
    """How a rep is spoken of."""

    ON = "on"
    FAST = "fast"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rep against its target."""

    tenths: int
    """Shown time minus shown target, in tenths of a second; from the nearer end of a band, 0 inside it."""
    word: Word

    @property
    def text(self) -> str:
        """`+0.2`, `-1.4`, `0.0`."""
        sign = "+" if self.tenths > 0 else "-" if self.tenths < 0 else ""
        return f"{sign}{abs(self.tenths) // 10}.{abs(self.tenths) % 10}"


def judge(split_ns: int, low_ns: int, high_ns: int) -> Judgement:
    """The difference is that of the two numbers on paper; the word doesn't hang on how the user wants times rounded."""
    low, high = round_half_up(low_ns), round_half_up(high_ns)
    off, end = _off(round_half_up(split_ns), low, high)
    tenths, _ = _off(rounding.tenths(split_ns), low, high)
    if abs(off) * TENTH_NS <= tolerance(end * TENTH_NS):
        return Judgement(tenths, Word.ON)
    return Judgement(tenths, Word.FAST if off < 0 else Word.SLOW)


def _off(shown: int, low: int, high: int) -> tuple[int, int]:
    """How far from the nearer end, 0 between the two, and which end."""
    if shown < low:
        return shown - low, low
    return (shown - high, high) if shown > high else (0, low)


def tolerance(target_ns: int) -> int:
    """How far from a time is still on it: 0.3 s or 1.5 %, at most a second."""
    return min(max(NOISE_NS, target_ns * NOISE_PER_MILLE // 1000), MOST_NOISE_NS)
