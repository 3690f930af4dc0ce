"""What is said of a reading: the conventions applied, and the remarks, given to the reps and sets they stand by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from trackbuddy.plan.notation.entries import Entry
from trackbuddy.plan.notation.remarks import Remark

_MANY: Final = 3
"""So many remarks in one text are asked about: somebody who writes so much may order something by it."""


@dataclass(slots=True)
class Notes:
    """What was assumed, each once, in the order of the text."""

    said: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text not in self.said:
            self.said.append(text)


def keep(remarks: Sequence[Remark], entries: Sequence[Entry], notes: Notes) -> tuple[str | None, tuple[str, ...]]:
    """Gives remarks to the reps and sets they stand by, and says so; the session's label and its own remarks."""
    labels: list[str] = []
    loose: list[str] = []
    for remark in remarks:
        kept = "label" if remark.label else "remark"
        notes.add(f"“{remark.text}” is kept as a {kept} and changes nothing")
        if remark.label:
            labels.append(remark.text)
        elif remark.loose or not _note(entries, remark):
            loose.append(remark.text)
    return "; ".join(labels) or None, tuple(loose)


def check_many(remarks: Sequence[Remark]) -> None:
    """Asks once where much would be kept without effect; a note that was written as one is no question."""
    asked = [remark for remark in remarks if remark.words]
    if len([remark for remark in asked if not remark.label]) < _MANY:
        return
    said = ", ".join(f"“{remark.text}”" for remark in asked)
    refusal = (
        asked[0].words[0].refuse(f"these words would change nothing: {said}; keep them as notes, or say it another way")
    )
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
