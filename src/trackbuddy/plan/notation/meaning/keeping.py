"""What is said of a reading: the conventions applied, and the remarks, given to the reps and sets they stand by."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from trackbuddy.plan.notation.figures.lengths import as_recovery
from trackbuddy.plan.notation.meaning.entries import LISTED, MOVING, After, Entry
from trackbuddy.plan.notation.notes.remarks import Remark
from trackbuddy.plan.notation.notes.titles import KINDS
from trackbuddy.plan.notation.syntax import Range, RecoveryPart
from trackbuddy.plan.notation.text.lexicon import AGAIN, CLASSES
from trackbuddy.plan.notation.text.scanner import Kind, Token
from trackbuddy.plan.notation.text.words import Class
from trackbuddy.plan.session import Label
from trackbuddy.plan.target import EffortTarget

_MANY: Final = 3
"""So many remarks in one text are asked about: somebody who writes so much may order something by it."""
_NEUTRAL: Final = frozenset({"hill", "reps", "run", "short", "long", "\n"})


@dataclass(slots=True)
class Notes:
    """What was assumed, each once, in the order of the text."""

    said: list[str] = field(default_factory=list)

    def add(self, *texts: str) -> None:
        self.said += (text for text in dict.fromkeys(texts) if text not in self.said)


def keep(remarks: Sequence[Remark], entries: Sequence[Entry], notes: Notes) -> tuple[str | None, tuple[str, ...]]:
    """Gives remarks to the reps and sets they stand by, and says so; the session's label and its own remarks."""
    labels: list[str] = []
    loose: list[str] = []
    for entry in entries:
        _ = entry.at.text == "another" and _once_more(entries, entry.at.start)
    for index, remark in enumerate(remarks):
        if remark.text.lower() in AGAIN and _once_more(entries, remark.at):
            continue
        until = next((one.at for one in remarks[index + 1 :] if _heads(one)), sys.maxsize)
        headed = [entry for entry in entries if remark.at <= entry.at.start < until]
        if _heads(remark) and _run_so(headed, remark.words):
            notes.add(f"“{remark.text}” is taken for how the reps behind it are run")
        else:
            kept = "label" if remark.label else "remark"
            notes.add(f"“{remark.text}” is kept as a {kept} and changes nothing")
        if remark.label:
            labels.append(remark.text)
        elif remark.loose or not _note(entries, remark):
            loose.append(remark.text)
    return "; ".join(labels) or None, tuple(loose)


def _heads(remark: Remark) -> bool:
    """Is it the name of what stands behind it, with its mark?"""
    return bool(remark.words) and (remark.label or remark.words[-1].text in (":", "-"))


def _run_so(entries: Sequence[Entry], words: Sequence[Token]) -> bool:
    """`Hills: 8 x 60s`, `Threshold session: 4 x 1 mile`: a mere name of a kind holds for the one block behind it."""
    named = {one.text for one in words if one.kind is not Kind.MARK and CLASSES.get(one.text) is not Class.HEADING}
    hill, effort = "hill" in named, " ".join(one.raw for one in words if one.text in KINDS)
    work = [one for one in entries if not (one.around or one.label is Label.STRIDE)]
    listed = all(one.single and one.joint in LISTED for one in work[1:]) and (len(work) < 2 or work[0].single)
    runs = [(leaf, leaf.piece) for entry in work for leaf in entry.leaves() if leaf.piece is not None]
    told = any(one.targets or one.shares or one.parts or run.letter or run.label for one, run in runs)
    told = told or (not hill and not all(run.plain for _, run in runs))
    if not (hill or effort) or not named <= KINDS | _NEUTRAL or told or not (runs and listed):
        return False
    for one, run in runs:
        one.piece = replace(run, label=Label.HILL if hill else None)
        one.targets = (EffortTarget(effort),) if effort and not run.words else ()
    return True


def _once_more(entries: Sequence[Entry], at: int) -> bool:
    """`4 x 400 in 72, 60s rest, 2k, 4 x 400 again`: reps of which nothing is said are run as those like them before."""
    before = [entry for entry in entries if entry.at.start <= at and entry.piece is not None]
    last = before[-1] if before else None
    like = next((one for one in reversed(before[:-1]) if _alike(one, last)), None)
    if last is None or like is None or last.piece is None or like.piece is None:
        return False
    if aims := last.piece.plain and not (last.targets or last.shares):
        last.targets, last.shares, last.parts = like.targets, like.shares, like.parts
        last.piece = replace(last.piece, words=like.words, letter=like.letter, label=like.label)
    if rests := last.repeated and last.lacks:
        last.recovery, last.indexed = like.recovery, like.indexed
    if aims or rests:
        last.said.append("reps that are run again are run as before, as far as nothing else is said of them")
    return aims or rests


def _alike(one: Entry, other: Entry | None) -> bool:
    """As many reps of the same length?"""
    sizes = [
        (entry.count.low if entry.count else 1, entry.timed, entry.distance_mm()) for entry in (one, other) if entry
    ]
    return len(sizes) == 2 and sizes[0] == sizes[1]


def check_many(remarks: Sequence[Remark]) -> None:
    """Asks once where much would be kept without effect; a note that was written as one is no question."""
    asked = [remark for remark in remarks if remark.words]
    if len([remark for remark in asked if not remark.label]) < _MANY:
        return
    said = ", ".join(f"“{remark.text}”" for remark in asked)
    refusal = asked[0].words[0].refuse(f"these words would change nothing: {said}; keep them as notes, or reword them")
    raise refusal.rewritten(*((one.words[0].start, one.words[-1].end, f"(note: {one.text})") for one in asked))


def _note(entries: Sequence[Entry], remark: Remark) -> bool:
    """Finds the entry that a remark stands by: the last that began before it, or the list that was closed since."""
    before = [entry for entry in entries if entry.at.start <= remark.at]
    if not before:
        return False
    entry = before[-1]
    closed = entry.is_set and entry.repeated and 0 < entry.end <= remark.at
    if not closed and entry.is_set and _note(entry.children, remark):
        return True
    entry.notes.append(remark.text)
    return entry.piece is not None or entry.repeated


def assumed(entries: Sequence[Entry]) -> Iterator[str]:
    """The conventions applied in a list of entries and inside them; the same one may come more than once."""
    for index, entry in enumerate(entries):
        yield from entry.said
        yield from _of_rounds(entry)
        if isinstance(entry.then, RecoveryPart) and entry.then.scope.range is Range.SETS:
            yield "“between sets” is taken as between the blocks, because there are no sets"
        for part in (entry.recovery, *entry.indexed.values(), entry.then):
            yield from _measures(part)
        own = entry.repeated and not entry.is_set and isinstance(entry.recovery, RecoveryPart)
        if own and entry.then is None and index < len(entries) - 1:
            yield "the recovery of a block also stands before the next block, where no other is given"
        yield from assumed(entry.children)


def _of_rounds(entry: Entry) -> Iterator[str]:
    part = entry.recovery if isinstance(entry.recovery, RecoveryPart) else None
    if not entry.repeated or entry.count is None:
        return
    if entry.is_set and entry.alike:
        yield "the recovery of a list also stands between its rounds, where no other is given"
    if entry.is_set and part is not None and part.capital:
        yield "a capital R behind sets is the recovery between them"
    counted = entry.count.sets and entry.count.at.text != "reps"
    if not entry.is_set and (counted or (part is not None and part.scope.range is Range.SETS)):
        yield "“sets” or rounds of a single rep are taken as reps"


def _measures(part: After | None) -> Iterator[str]:
    if not isinstance(part, RecoveryPart):
        return
    for one in part.lengths:
        if one.high is not None:
            yield "a recovery with a range counts down to its low end"
        if one.bare:
            unit = "seconds" if as_recovery(one, moving=part.mode in MOVING).timed else "metres"
            yield f"a recovery of {one.at.text} without a unit is taken as {unit}"
