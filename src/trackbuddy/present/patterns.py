"""The longest numbers that a session can show: they set the size of its clock once and for all."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.course import UNKNOWN_SPEED
from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.totals import recovery_ns
from trackbuddy.present.memo import remembered
from trackbuddy.timing.state import Plan
from trackbuddy.units import MINUTE_NS, NS

TENTHS: Final = ".8"
_SECONDS_TO_NS: Final = 100 * NS
_MINUTES_TO_NS: Final = 10 * MINUTE_NS
_OPEN_NS: Final = 5 * MINUTE_NS


@remembered
def patterns(plan: Plan) -> tuple[str, ...]:
    """`88.8` and the like. A rep may take half as long again as its target; past ten minutes tenths are not shown."""
    found: set[str] = set()
    before: RepPhase | None = None
    for phase in plan.timeline:
        if isinstance(phase, RepPhase):
            found.add(_rep(phase))
            before = phase
        else:
            found.add(_whole(_recovery_ns(phase, before)))
    return tuple(sorted(found))


def _rep(phase: RepPhase) -> str:
    if phase.span_ns is not None:
        return _whole(phase.span_ns)
    if phase.counted_only:
        return "88"
    planned = [aim.high_ns for aim in phase.aims if aim.high_ns is not None]
    if not planned and phase.way_mm is None:
        return _whole(_OPEN_NS)
    longest_ns = (max(planned) if planned else UNKNOWN_SPEED.over(phase.way_mm or 0)) * 3 // 2
    whole = _whole(longest_ns)
    return whole + TENTHS if longest_ns < _MINUTES_TO_NS else whole


def _recovery_ns(phase: RecoveryPhase, before: RepPhase | None) -> int:
    known = recovery_ns(phase, before)
    return _OPEN_NS if known is None else known


def _whole(ns: int) -> str:
    if ns < _SECONDS_TO_NS:
        return "88"
    if ns < _MINUTES_TO_NS:
        return "8:88"
    return "88:88" if ns < 6 * _MINUTES_TO_NS else "8:88:88"


def tail(longest_ns: int, known: tuple[str, ...]) -> str:
    """Room to keep free behind whole seconds, so that they stand where they stand before a point and tenths."""
    length = len(_whole(longest_ns)) + len(TENTHS)
    return TENTHS if any(pattern.endswith(TENTHS) and len(pattern) >= length for pattern in known) else ""
