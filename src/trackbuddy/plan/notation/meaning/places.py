"""The places that a recovery may have, and what puts it there."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.meaning.entries import LISTED, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.refusal import Edit, Refusal
from trackbuddy.plan.notation.syntax import Joint, RecoveryPart, Scope, SendOffPart

Places = list[Candidate[None]]


def second(part: RecoveryPart | SendOffPart) -> Refusal:
    return part.at.refuse("this is a second recovery for the same reps; leave one out or say between what it stands")


def given(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """The recovery of all these entries; no place where there are none."""

    def take() -> None:
        for entry in entries:
            entry.recovery, entry.alike = part, False

    several = len(part.lengths) > 1 and any(entry.is_set for entry in entries)
    return [Candidate(name, take, edits or None)] if entries and not several else []


def following(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """Between each of these blocks and the next."""

    def take() -> None:
        for entry in entries:
            entry.then = part

    return [Candidate(name, take, edits or None)] if entries and len(part.lengths) < 2 else []


def alike(entry: Entry, part: RecoveryPart, open_: list[Entry]) -> None:
    """In a plain list the recovery stands between the rounds too, as long as nothing else is said of them."""
    for one in (*open_, entry):
        one.recovery = part
    entry.alike = entry.repeated


def behind(part: RecoveryPart, words: str) -> Edit:
    return (part.end, part.end, words)


def strained(level: Level, place: Candidate[None]) -> Candidate[None]:
    def take() -> None:
        level.path.strain += 1
        place.take()

    return replace(place, take=take)


def everything(level: Level, part: RecoveryPart, more: bool) -> Places:
    leaves = [leaf for entry in level.entries for leaf in entry.lacking() if fits(part.scope, leaf)]
    sets = [entry for entry in all_sets(level.entries) if entry.recovery is None]
    return given(part, leaves + sets)


def all_sets(entries: list[Entry]) -> list[Entry]:
    return [found for entry in entries if entry.is_set for found in (entry, *all_sets(entry.children))]


def fits(scope: Scope, entry: Entry) -> bool:
    mm = [leaf.distance_mm() or 0 for leaf in entry.leaves()]
    only = all(_near(one, scope.only_mm) for one in mm) if scope.only_mm is not None else True
    return only and not (scope.except_mm is not None and any(_near(one, scope.except_mm) for one in mm))


def _near(one: int, other: int) -> bool:
    """A mile is 1600 m to those who speak of the miles."""
    return abs(one - other) * 100 <= other


def ends_a_set(leaf: Entry, entries: list[Entry]) -> bool:
    """A single rep at the end of a set is followed by the recovery between sets."""
    return leaf.single and any(found.children[-1] is leaf and found.repeated for found in all_sets(entries))


def or_for_all(level: Level, part: RecoveryPart, run: list[Entry], places: Places) -> Places:
    """`4x400, 4x200 with 200m jog`: is that for the 400s too? And `400; 300; 200, 90s rest`?"""
    earlier = [entry for entry in level.entries if entry not in run and not is_aside(entry) and entry.lacking()]
    if not any(entry.repeated or _one_list(entry, run[0]) for entry in earlier):
        return places
    ends = [leaf.piece.end for entry in earlier for leaf in entry.lacking() if leaf.piece is not None]
    edits = tuple((end, end, ", open recovery") for end in ends)
    wide = everything(level, part, more=False)
    all_ = [replace(place, name="for all", edits=(behind(part, " between everything"),)) for place in wide]
    if any(entry.is_set for entry in level.entries):
        leaves = [leaf for entry in level.entries for leaf in entry.lacking()]
        all_ += given(part, leaves, "for all reps")
    return all_ + [replace(place, edits=(*(place.edits or ()), *edits)) for place in places]


def _one_list(entry: Entry, after: Entry) -> bool:
    """Could a single rep and what follows be one list?"""
    same_line = after.joint in (*LISTED, Joint.TIGHT)
    plain = entry.piece is None or (entry.piece.plain and not entry.targets)
    return after.single or (same_line and plain)
