"""Where a recovery belongs behind a set: inside it or between its rounds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.entries import After, Entry, Level
from trackbuddy.plan.notation.places import (
    Places,
    behind,
    ends_a_set,
    given,
)
from trackbuddy.plan.notation.syntax import Dimension, Range, RecoveryPart, Scope


def on_set(level: Level, entry: Entry, part: RecoveryPart) -> Places:
    """Behind a set: between the sets if its reps have their own; for all of a plain list; otherwise nobody knows."""
    open_ = entry.lacking()
    timed = bool(part.lengths) and all(one.dimension is Dimension.TIME for one in part.lengths)
    singles = all(child.single for child in entry.children)
    if len(part.lengths) == 2 and timed and open_ and entry.recovery is None and entry.repeated:
        both: Places = [Candidate("inside and between the sets", lambda: _inside_and_between(part, entry, open_))]
        falling = singles and len(open_) == 2 and part.lengths[0].low > part.lengths[1].low
        return [*in_turn(part, open_), *both] if falling else both
    if len(part.lengths) > 1 and singles and len(open_) > 1:
        return in_turn(part, open_)
    if entry.recovery is not None and not entry.lent:
        between = entry.recovery
        inside = [leaf for leaf in open_ if not ends_a_set(leaf, [entry])]
        return [_no_longer(level, place, part, between) for place in given(part, inside, "between the reps")]
    if not open_:
        inner = next(leaf.recovery for leaf in entry.leaves())
        if isinstance(inner, RecoveryPart) and inner.at.start > entry.end and _shorter(inner, part):
            entry.said.append(_INSIDE)
        return given(part, [entry], "between the sets")
    if singles:
        return [Candidate("between the reps", lambda: _alike(entry, part, open_))]
    reps = given(part, open_, "between the reps", behind(part, " between reps"))
    return reps + given(part, [entry], "between the sets", behind(part, " between sets"))


def _alike(entry: Entry, part: RecoveryPart, open_: list[Entry]) -> None:
    """In a plain list the recovery stands between the rounds too, as long as nothing else is said of them."""
    for one in (*open_, entry):
        one.recovery = part
    entry.alike = entry.repeated


def _no_longer(level: Level, place: Candidate[None], part: RecoveryPart, between: After) -> Candidate[None]:
    """`3 x 4 x 200, 60s rest, 4 min rest`: what is said first and is shorter is not what stands between the sets."""

    def take() -> None:
        if isinstance(between, RecoveryPart):
            if _shorter(between, part):
                raise part.at.refuse("a recovery inside the sets is no longer than the one between them").decisive()
            level.path.strain += between.capital and not part.small and not _alike_in_kind(between, part)
        place.take()

    return replace(place, take=take)


def _shorter(one: RecoveryPart, other: RecoveryPart) -> bool:
    """Of two times that don't say where they stand."""
    return _alike_in_kind(one, other) and one.lengths[0].low < other.lengths[0].low


def _alike_in_kind(*parts: RecoveryPart) -> bool:
    unsaid = [part for part in parts if part.scope.range is Range.UNSAID and len(part.lengths) == 1]
    return len([part for part in unsaid if part.lengths[0].dimension is Dimension.TIME]) == len(parts)


_INSIDE: Final = "of two recoveries the shorter stands in the sets and the longer between them"


def _inside_and_between(part: RecoveryPart, entry: Entry, open_: list[Entry]) -> None:
    """`3 x 3 x 600m off 60s and 3 min`, `r=2'/4'`: the shorter inside a set, the longer between sets."""
    if len(open_) > 1 and open_[-1].single:
        open_ = open_[:-1]
    short, long = sorted(part.lengths, key=lambda one: one.low)
    for one in open_:
        one.recovery = replace(part, lengths=(short,), scope=Scope(Range.REPS))
    entry.recovery = replace(part, lengths=(long,), scope=Scope(Range.SETS))
    entry.said.append(_INSIDE)


def in_turn(part: RecoveryPart, run: list[Entry]) -> Places:
    """One recovery behind each rep of a list, the last rep's own or none."""
    if len(part.lengths) not in (len(run) - 1, len(run)):
        raise part.at.refuse(f"there are {len(part.lengths)} recoveries for {len(run)} reps; write {len(run) - 1}")

    def take() -> None:
        for entry, one in zip(run, part.lengths, strict=False):
            entry.recovery = replace(part, lengths=(one,))

    return [Candidate("in turn", take)]
