"""Which rep is it: `rep 3 of 4`, `set 2 of 3`. One rule for screen, log, tables and exports.

A rep is counted among its like: those of the same block, set and label. So strides between reps don't shift them.
"""

from __future__ import annotations

from trackbuddy.plan.phases import RepPhase, Timeline


def alike(timeline: Timeline, number: int) -> tuple[int, ...]:
    """The phases that are counted together with the rep at phase `number`, in their order; that one is among them."""
    like = _rep(timeline, number)
    return tuple(
        at for at, phase in enumerate(timeline, start=1) if isinstance(phase, RepPhase) and _key(phase) == _key(like)
    )


def rep_numbers(timeline: Timeline) -> dict[int, int]:
    """The number of every rep among its like, by its phase."""
    counts: dict[tuple[object, ...], int] = {}
    found: dict[int, int] = {}
    for at, phase in enumerate(timeline, start=1):
        if isinstance(phase, RepPhase):
            counts[_key(phase)] = found[at] = counts.get(_key(phase), 0) + 1
    return found


def rep_number(timeline: Timeline, number: int) -> tuple[int, int]:
    """Which of its like the rep at phase `number` is, and how many there are."""
    like = alike(timeline, number)
    return like.index(number) + 1, len(like)


def set_number(timeline: Timeline, number: int) -> tuple[int, int]:
    """Which set of its block the rep at phase `number` belongs to, and how many sets that has."""
    here = _rep(timeline, number)
    return here.set, max(phase.set for phase in timeline if isinstance(phase, RepPhase) and phase.block == here.block)


def _rep(timeline: Timeline, number: int) -> RepPhase:
    phase = timeline[number - 1] if 1 <= number <= len(timeline) else None
    if not isinstance(phase, RepPhase):
        raise LookupError(f"phase {number} is no rep")
    return phase


def _key(phase: RepPhase) -> tuple[object, ...]:
    return phase.block, phase.set, phase.label
