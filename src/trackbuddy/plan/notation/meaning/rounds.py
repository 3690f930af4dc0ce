"""What stands between the rounds of a list that ends in repeated reps, where nothing is said of it."""

from __future__ import annotations

from functools import partial

from trackbuddy.plan.notation.candidates import Candidate, Path
from trackbuddy.plan.notation.meaning.entries import Entry
from trackbuddy.plan.notation.syntax import Range, RecoveryPart


def settle_rounds(entries: list[Entry], path: Path) -> None:
    """`3 x (1200 w/ 400 jog, 4 x 200 w/ 200 jog)`: each jog leads to what is run next, the last to the next round.

    Raises Refusal where all are blocks of reps, for behind those a longer one may have been left out.
    """
    for entry in entries:
        settle_rounds(entry.children, path)
        if (part := _own(entry)) is not None:
            ways = [Candidate("as in the reps before", partial(_lend, entry, part)), Candidate("open", lambda: None)]
            blocks = all(child.repeated for child in entry.children)
            path.choose(part.at, "what stands between these sets could be {}; write it", ways[: 1 + blocks])


def _own(entry: Entry) -> RecoveryPart | None:
    """The recovery that the last reps of a list have to themselves, where nothing stands between its rounds."""
    if not entry.repeated or entry.recovery is not None or len(entry.children) < 2:
        return None
    *others, last = entry.children
    own = last.piece is not None and last.repeated and last.then is None
    if not own or not isinstance(last.recovery, RecoveryPart) or len(last.recovery.lengths) != 1:
        return None
    shared = any(leaf.recovery is last.recovery or leaf.lacks for other in others for leaf in other.leaves())
    return None if shared or last.recovery.scope.range is not Range.UNSAID else last.recovery


def _lend(entry: Entry, part: RecoveryPart) -> None:
    entry.recovery = part
    entry.said.append("the recovery of the last reps of a list also stands between its rounds, where no other is given")
