"""What makes two sessions comparable: the same reps with the same recoveries, whatever they are called.

Targets, names and words of the coach's are no part of it, nor are warm-up, strides, cool-down and jogs around the work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trackbuddy.plan.phases import Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.printing import print_recovery, print_work
from trackbuddy.plan.session import Label, Recovery, Unmeasured

_OPEN = " until ended"
AROUND = frozenset({Label.WARM_UP, Label.COOL_DOWN, Label.JOG, Label.STRIDE})
"""Beside other reps these are no part of the work; strides alone are."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Plain text, so that an index can hold it and two programs agree on it."""

    text: str
    """`8x200m, 30s rest`: equal for equal sessions."""
    reps: str
    """`200m`, `200m 400m`: which lengths it is made of; equal where only rests and counts differ."""
    count: int
    """Reps of the work."""
    rests: tuple[str, ...]
    """The different recoveries between them, in order of their first."""


def shape(timeline: Timeline) -> Shape:
    phases = list(_work(timeline))
    reps = [phase for phase in phases if isinstance(phase, RepPhase)]
    rests = [_rest(phase) for phase in phases if isinstance(phase, RecoveryPhase)]
    return Shape(
        text="; ".join(_blocks(phases)),
        reps=" ".join(dict.fromkeys(map(_rep, reps))),
        count=sum(not rep.until_ended for rep in reps),
        rests=tuple(dict.fromkeys(rests)),
    )


def difference(one: Shape, other: Shape) -> str:
    """What sets `one` apart from `other`: `8 reps, not 6; 30s rest, not 60s rest`; empty where nothing does."""
    if one.text == other.text:
        return ""
    parts = (
        [f"{one.count} {'rep' if one.count == 1 else 'reps'}, not {other.count}"] if one.count != other.count else []
    )
    if one.rests != other.rests:
        parts.append(f"{', '.join(one.rests) or 'no rest'}, not {', '.join(other.rests) or 'none'}")
    return "; ".join(parts) or "the same reps in another order"


def _work(timeline: Timeline) -> Iterator[Phase]:
    """From the first rep of the work to the last."""
    reps = [phase for phase in timeline if isinstance(phase, RepPhase)]
    alone = not any(rep.label not in AROUND for rep in reps)
    kept = [phase for phase in timeline if not (isinstance(phase, RepPhase) and phase.label in AROUND) or alone]
    places = [k for k, phase in enumerate(kept) if isinstance(phase, RepPhase)]
    if places:
        yield from kept[places[0] : places[-1] + 1]


@dataclass(frozen=True, slots=True)
class _Pair:
    rep: RepPhase
    rest: str
    """Behind it; empty where none is."""


def _pairs(phases: Sequence[Phase]) -> Iterator[_Pair]:
    for at, phase in enumerate(phases):
        if isinstance(phase, RepPhase):
            after = phases[at + 1] if at + 1 < len(phases) else None
            yield _Pair(phase, _rest(after) if isinstance(after, RecoveryPhase) else "")


def _blocks(phases: Sequence[Phase]) -> Iterator[str]:
    for _, block in groupby(_pairs(phases), key=lambda pair: pair.rep.block):
        sets = [list(alike) for _, alike in groupby(block, key=lambda pair: pair.rep.set)]
        inner = [_set(one) for one in sets]
        between = [one[-1].rest for one in sets]
        last = f", then {between[-1]}" if between[-1] else ""
        if len(sets) == 1:
            yield inner[0] + last
        elif len(set(inner)) == 1 and len(set(between[:-1])) == 1:
            yield f"{len(sets)}x({inner[0]}), {between[0]} between sets{last}"
        else:
            yield "; ".join(f"{one}, then {rest}" if rest else one for one, rest in zip(inner, between, strict=True))


def _set(pairs: Sequence[_Pair]) -> str:
    """`8x200m, 30s rest`; what follows its last rep is no part of it."""
    parts: list[tuple[str, str]] = [(_rep(pair.rep), pair.rest) for pair in pairs]
    rests = dict.fromkeys(rest for _, rest in parts[:-1])
    if len(rests) == 1:
        reps = (f"{_times(len(list(alike)), rep)}" for rep, alike in groupby(rep for rep, _ in parts))
        return f"{'-'.join(reps)}, {next(iter(rests))}"
    return ", ".join(f"{rep}, {rest}" if at < len(parts) - 1 else rep for at, (rep, rest) in enumerate(parts))


def _times(count: int, rep: str) -> str:
    if rep.endswith(_OPEN):
        return f"max x {rep.removesuffix(_OPEN)}"
    return rep if count == 1 else f"{count}x{rep}"


def _rep(phase: RepPhase) -> str:
    said = "open" if isinstance(phase.work, Unmeasured) else print_work(phase.work)
    label = f" {phase.label}" if phase.label else ""
    return f"{said}{label}{_OPEN if phase.until_ended else ''}"


def _rest(phase: RecoveryPhase) -> str:
    return print_recovery(Recovery(phase.measure, phase.mode))
