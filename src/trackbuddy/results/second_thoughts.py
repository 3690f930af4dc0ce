"""What was pressed and doesn't count: taps that were ignored, and steps that were undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Fact, Line
from trackbuddy.timing.ledger import is_step


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An undo that still stands, and what a person did that it took back, in order."""

    at_ns: int
    facts: tuple[Fact, ...]


def ignored_taps(lines: Sequence[Line], counted: Sequence[Line]) -> tuple[f.TapIgnored, ...]:
    """Every tap of a log that was not counted in the end; one that was accepted later is not among them.

    `counted` are the lines of it that count.
    """
    accepted = {line.fact.of for line in counted if isinstance(line.fact, f.Accepted)}
    return tuple(line.fact for line in lines if isinstance(line.fact, f.TapIgnored) and line.n not in accepted)


def taken_back(lines: Sequence[Line], counted: Sequence[Line]) -> tuple[TakenBack, ...]:
    """Every undo of a log that was not redone and took something of a person's back."""
    standing = {line.n for line in counted}
    gone = [line for line in lines if line.n not in standing and is_step(line)]
    found: list[TakenBack] = []
    for line in lines:
        if isinstance(line.fact, f.Undone):
            from_n = line.fact.from_n
            mine = [lost for lost in gone if from_n <= lost.n < line.n]
            gone = [lost for lost in gone if lost not in mine]
            if mine:
                found.append(TakenBack(line.fact.at_ns, tuple(lost.fact for lost in mine)))
    return tuple(found)
