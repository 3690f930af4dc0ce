"""From the tree of steps to the reps and recoveries a runner meets, before targets and the track are known.

Two rules live here: no recovery before the first rep or after the last (unless the session keeps it), and of two
recoveries in a row the later holds, so that a set recovery replaces the rep recovery before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import Between
from trackbuddy.plan.session import Block, Recovery, Rep, Session, Step

OPEN_ROUNDS: Final = 100
"""Rounds a block without an end has in a timeline: more than anybody ran (Billat's 30/30: 15 to 25)."""


@dataclass(frozen=True, slots=True)
class RepPlace:
    """A rep and where it stands: `number` counts within its set, `set` within its block, all from 1."""

    rep: Rep
    block: int
    set: int
    number: int
    until_ended: bool


@dataclass(frozen=True, slots=True)
class RecoveryPlace:
    recovery: Recovery
    between: Between
    until_ended: bool


Place = RepPlace | RecoveryPlace


def unroll(session: Session, open_rounds: int = OPEN_ROUNDS) -> tuple[Place, ...]:
    """The session's reps and recoveries in the order they are run; a block without an end has `open_rounds`."""
    walked = list(_later_recovery_holds(_blocks(session, open_rounds)))
    if not (session.options.keep_last_recovery or _one_round_shown(walked, open_rounds)):
        while walked and isinstance(walked[-1], Recovery):
            walked.pop()
    return tuple(_placed(walked))


def _one_round_shown(walked: Sequence[RepPlace | Recovery], open_rounds: int) -> bool:
    """One round stands for all of an open block, so its recovery is one that will be taken."""
    last = next((item for item in reversed(walked) if isinstance(item, RepPlace)), None)
    return open_rounds == 1 and last is not None and last.until_ended


def rep_count(session: Session) -> int:
    """Reps that would be run, counted without building them. A block without an end counts as one round."""
    return sum(map(_rep_count, session.steps))


def _rep_count(step: Step) -> int:
    if isinstance(step, Block):
        return (step.repeat or 1) * sum(map(_rep_count, step.steps))
    return int(isinstance(step, Rep))


def _later_recovery_holds(walked: Iterator[RepPlace | Recovery]) -> Iterator[RepPlace | Recovery]:
    waiting: Recovery | None = None
    begun = False
    for item in walked:
        if isinstance(item, Recovery):
            waiting = item if begun else None
            continue
        begun = True
        if waiting is not None:
            yield waiting
            waiting = None
        yield item
    if waiting is not None:
        yield waiting


def _placed(walked: Sequence[RepPlace | Recovery]) -> Iterator[Place]:
    """What a recovery separates follows from the reps on its two sides."""
    for index, item in enumerate(walked):
        if isinstance(item, RepPlace):
            yield item
            continue
        before = walked[index - 1] if index else None
        after = walked[index + 1] if index + 1 < len(walked) else None
        until_ended = all(isinstance(side, RepPlace) and side.until_ended for side in (before, after or before))
        yield RecoveryPlace(item, _between(before, before if until_ended and after is None else after), until_ended)


def _between(before: RepPlace | Recovery | None, after: RepPlace | Recovery | None) -> Between:
    if not isinstance(before, RepPlace) or not isinstance(after, RepPlace):
        return Between.BLOCKS
    if before.block != after.block:
        return Between.BLOCKS
    return Between.REPS if before.set == after.set else Between.SETS


def _blocks(session: Session, open_rounds: int) -> Iterator[RepPlace | Recovery]:
    """A run of single unlabelled reps at the top, with the recoveries between them, is one block: a ladder."""
    block = number = 0
    in_ladder = False
    for step in session.steps:
        if isinstance(step, Recovery):
            yield step
            continue
        if not _rep_count(step):
            # Recoveries alone are no block: counting them would leave a gap in the numbers.
            yield from (inner for inner in _flat((step,), 1) if isinstance(inner, Recovery))
            continue
        in_ladder_now = isinstance(step, Rep) and step.label is None
        if not (in_ladder and in_ladder_now):
            block, number = block + 1, 0
        in_ladder = in_ladder_now
        if isinstance(step, Rep):
            number += 1
            yield RepPlace(step, block, 1, number, until_ended=False)
        else:
            yield from _sets(step, block, open_rounds)


def _sets(part: Block, block: int, open_rounds: int) -> Iterator[RepPlace | Recovery]:
    set_ = number = 0
    counted_in_sets = _is_sets(part)
    for round_ in range(open_rounds if part.repeat is None else part.repeat):
        if counted_in_sets or round_ == 0:
            set_, number = set_ + 1, 0
        for step in _flat(part.steps, open_rounds):
            if isinstance(step, Rep):
                number += 1
                yield RepPlace(step, block, set_, number, until_ended=part.repeat is None)
            else:
                yield step


def _is_sets(block: Block) -> bool:
    """A block of blocks, or of several reps, is counted in sets; a jog between the reps is no rep of the set."""
    work = sum(isinstance(step, Rep) and step.label is None for step in block.steps)
    return any(isinstance(step, Block) for step in block.steps) or work > 1


def _flat(steps: tuple[Step, ...], open_rounds: int) -> Iterator[Rep | Recovery]:
    for step in steps:
        if isinstance(step, Block):
            for _ in range(open_rounds if step.repeat is None else step.repeat):
                yield from _flat(step.steps, open_rounds)
        else:
            yield step
