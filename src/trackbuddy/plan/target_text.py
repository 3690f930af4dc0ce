"""A target as a coach writes it, the way the notation prints it back."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.target import EffortTarget, PaceTarget, RaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import KM_MM, MILE_MM, NS, M, Pace, decimal_metres, exact

_PER: Final = {KM_MM: "/km", MILE_MM: "/mi", 400 * M: "/400"}


def per_text(mm: int) -> str:
    """What a pace is counted by: `/km`, `/mi`, `/400`, `/200m`."""
    return _PER.get(mm) or f"/{decimal_metres(mm)}m"


def pace_text(pace: Pace) -> str:
    """`3:05/km`, `75/400`."""
    return exact(pace.ns) + per_text(pace.per_mm)


def target_text(target: Target) -> str:
    """`34`, `33-35`, `3:05/km`, `mile`, `5k-5s/km`, `I`, `hard`."""
    match target:
        case TimeTarget():
            return _band(exact(target.low_ns), exact(target.high_ns))
        case PaceTarget():
            if target.low.per_mm != target.high.per_mm:
                return f"{pace_text(target.low)}-{pace_text(target.high)}"
            return _band(exact(target.low.ns), exact(target.high.ns)) + per_text(target.low.per_mm)
        case RaceTarget():
            until = f"-{target.until}" if target.until else ""
            return f"{target.race}{until}{_offset(target.offset)}"
        case TrainingTarget():
            return target.letter
        case EffortTarget():
            return target.text


def _band(low: str, high: str) -> str:
    return low if low == high else f"{low}-{high}"


def _offset(offset: Pace | None) -> str:
    if offset is None:
        return ""
    sign = "-" if offset.ns < 0 else "+"
    whole, fraction = divmod(abs(offset.ns), NS)
    tail = f".{fraction:09d}".rstrip("0") if fraction else ""
    return f"{sign}{whole}{tail}s{per_text(offset.per_mm)}"
