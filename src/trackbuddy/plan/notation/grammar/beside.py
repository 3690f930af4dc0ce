"""Two parts side by side, with nothing between them that says what the second is."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.syntax import Dimension, Part, Piece, RecoveryPart, Repeat, TargetPart

_LONGEST_BARE_REST: Final = 200
"""From here on a bare number is metres; below it may be seconds of rest."""


def check_side_by_side(before: Part, after: Part) -> None:
    """`800 2:10`, `400 @ 75 76`, `400 3 min x 8`: nobody says what the second is."""
    if isinstance(after, Repeat) and isinstance(after.body, Piece) and after.count.at.start > after.body.at.start:
        after = after.body
    if isinstance(before, RecoveryPart) and before.open_words and not before.lengths and isinstance(after, Piece):
        refusal = after.at.refuse("this could be how far the recovery before it is, or a rep of its own; put a comma")
        raise refusal.mended(after.at.start, after.at.start, ", ")
    if not isinstance(after, Piece) or not isinstance(before, Piece | Repeat | TargetPart):
        return
    refusal = after.at.refuse("two lengths stand side by side; put a comma between them, or say what the second is")
    if after.length is None:
        raise refusal
    at, bare = after.length.at, after.length.dimension is Dimension.BARE
    if bare and at.number >= _LONGEST_BARE_REST:
        raise refusal.mended(at.start, at.start, ", ")
    if after.plain:
        refusal.rewritten((at.start, after.end, f", {at.text}s rest") if bare else (after.end, after.end, " rest"))
        if not isinstance(before, TargetPart):
            refusal.mended(at.start, at.start, "@ ")
    raise refusal
