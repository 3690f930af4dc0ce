"""What is asked about a piece of work where it stands: is it a rep, a recovery without its word, a result, one more?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from trackbuddy.plan.notation.entries import Entry, Level
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.scanner import Token
from trackbuddy.plan.notation.syntax import (
    Dimension,
    Header,
    Joint,
    Length,
    Part,
    Piece,
    Repeat,
    TargetPart,
)
from trackbuddy.units import M


def check_dashes(parts: list[Part]) -> None:
    """`15 min steady – 5 min – 10 min steady`: between pieces set apart by dashes a mere time is work or rest."""
    doubtful = list(_mere_times(parts))
    if doubtful:
        refusal = doubtful[0].at.refuse("this time could be a rest or work of its own; write rest behind a rest")
        refusal.rewritten(*((one.end, one.end, " rest") for one in doubtful))
        raise refusal.rewritten(*((one.at.start, one.at.start, "1 x ") for one in doubtful))


def _mere_times(parts: list[Part]) -> Iterator[Piece]:
    for index, part in enumerate(parts):
        before = next((one for one in reversed(parts[:index]) if not isinstance(one, TargetPart)), None)
        after = parts[index + 1] if index + 1 < len(parts) else None
        if not (isinstance(part, Piece) and isinstance(before, Piece) and isinstance(after, Piece)):
            continue
        if part.length is None or part.length.dimension is not Dimension.TIME or not part.plain:
            continue
        dashed = all(one.joint is Joint.DASH and one.at.gap for one in (part, after))
        aimed = isinstance(parts[index - 1], TargetPart) or not before.plain or not after.plain
        longest = max((one.length.low for one in (before, after) if one.length is not None), default=0)
        if dashed and (aimed or 2 * part.length.low <= longest):
            yield part


def check_counted(level: Level, part: Piece) -> None:
    """`quarters on 2:00`, `400m repeats`: how many? `400m, 300m, 200m repeats` are as many as stand there."""
    at = part.length.at if part.length is not None else part.at
    if part.several is not None and part.length is not None and not (level.entries and part.joint in _LISTED):
        raise _uncounted(part, part.length, part.several)
    if part.length is not None and not at.text[0].isdigit() and at.raw.lower() in ("quarters", "miles", "laps"):
        raise at.refuse(f"“{at.raw}” needs a number before it; write it like 8 x 400m")


_LISTED: Final = (Joint.COMMA, Joint.SLASH, Joint.DASH, Joint.PLUS)


def _uncounted(part: Piece, length: Length, several: Token) -> Refusal:
    """`400m repeats` lacks its number; `3 mile repeats` could be three miles, or three times one."""
    refusal = several.refuse(f"how many {several.raw}? Write it like 6 x 400m")
    if length.unit in ("mile", "km", "lap") and length.at.number > 1 and not length.at.number % 1:
        unit = {"mile": "mile", "km": "km", "lap": "lap"}[length.unit]
        refusal.mended(length.at.start, length.end, f"{length.at.text} x 1 {unit}")
        refusal.mended(length.end, several.end, "")
    return refusal


def check_plain(level: Level, part: Piece, rest: list[Part]) -> None:
    """A length behind reps may be their recovery without its word, or a result: `8 x 200m @ 34, 30s`."""
    before, leaf = level.last, list(level.last.leaves())[-1]
    if part.label is not None or before.around or part.length is None or part.pair is not None:
        return
    far = part.length.dimension is Dimension.DISTANCE or part.length.dimension is Dimension.BARE
    listed = level.nested and before.single and bool(leaf.targets) and far
    eased = part.words is not None and not far and leaf.piece is not None and leaf.piece.words is not None
    if part.joint is Joint.SLASH and not listed and (before.repeated or eased or (part.plain and leaf.targets)):
        refusal = part.at.refuse(
            "a slash behind repeated reps could alternate or follow; write 10 x (1km, 1km) or a comma"
        )
        if before.piece is not None and before.repeated:
            start, end = before.piece.at.start, rest[0].end if rest and isinstance(rest[0], TargetPart) else part.end
            refusal.rewritten((start, start, "("), (end, end, ")"))
        raise refusal.mended(part.end, part.end, " jog")
    _check_result(level, part)
    _check_explained(level, part, rest)
    _check_sets(before, part, rest)
    _check_contrast(before, part)
    aimed = bool(rest) and isinstance(rest[0], TargetPart) and rest[0].joint is Joint.TIGHT
    if part.length.dimension is Dimension.TIME and part.plain and not aimed:
        _check_time(before, leaf, part)
    mere = part.plain and not aimed
    unrecovered = before.lacks and (leaf.lacks or (before.is_set and mere))
    if before.repeated and unrecovered and part.joint in _CLOSE:
        refusal = part.at.refuse("this could be the recovery of the reps before it, or work of its own; write which")
        if mere and before.piece is not None and before.count is not None and part.joint is Joint.COMMA:
            start, end = before.piece.at.start, _list_end(part, rest)
            refusal.rewritten((start, start, "("), (end, end, ")"))
        if mere:
            refusal.mended(part.end, part.end, " jog")
        raise refusal.mended(part.at.start, part.at.start, "then ")


_CLOSE: Final = (Joint.COMMA, Joint.TIGHT, Joint.DASH)


def _check_time(before: Entry, leaf: Entry, part: Piece) -> None:
    """A mere time behind distances, or behind repeated reps on their line, is a rest without its word."""
    length = leaf.piece.length if leaf.piece is not None else None
    distances = length is not None and length.dimension is not Dimension.TIME
    joined = part.joint in (Joint.THEN, Joint.PLUS) and not before.lacks
    if (distances and not joined) or (before.repeated and part.joint in _CLOSE):
        refusal = part.at.refuse("a time alone behind reps could be their rest or the send-off; write which")
        if before.is_set:
            raise refusal.mended(part.end, part.end, " between reps", " between sets")
        raise refusal.mended(part.end, part.end, " rest").mended(part.at.start, part.at.start, "on ")


def _check_sets(before: Entry, part: Piece, rest: list[Part]) -> None:
    """`4 sets of 800m, 1 min rest, 400m`: is the 400 in the sets?"""
    if before.count is None or not before.count.sets or before.piece is None or part.at.line != before.at.line:
        return
    refusal = part.at.refuse("this could be in the sets before it or after them; put what is repeated in brackets")
    start, end = before.piece.at.start, _list_end(part, rest)
    refusal.rewritten((before.at.start, start, f"{before.count.low} x ("), (end, end, ")"))
    raise refusal.mended(before.at.start, before.piece.at.start, f"{before.count.low} x ")


def _list_end(part: Piece, rest: list[Part]) -> int:
    """Where the plain list ends that this piece goes on with."""
    end = part.end
    for one in rest:
        if not isinstance(one, Piece) or one.joint not in (Joint.COMMA, Joint.SLASH, Joint.DASH):
            break
        end = one.end
    return end


def _check_explained(level: Level, part: Piece, rest: list[Part]) -> None:
    """`8 x 400` and on the next line `Sprint 400m, then walk 200m`: how the reps are run, or a ninth?"""
    before = level.last
    held = before.piece.length if before.piece is not None else None
    if part.length is None or held is None or not (before.repeated and part.joint.loose):
        return
    aimed = bool(rest) and isinstance(rest[0], TargetPart) and rest[0].joint is Joint.TIGHT
    others = [one.piece.length for entry in level.entries for one in entry.leaves() if entry.repeated and one.piece]
    same = [one for one in others if one is not None and _size(one) == _size(part.length)]
    if _size(held) == _size(part.length) or (aimed and same):
        refusal = part.at.refuse(
            "this could say how the reps before are run, or be one more; write 1 x before one more"
        )
        raise refusal.mended(part.length.at.start, part.length.at.start, "1 x ")


def _size(one: Length) -> tuple[Dimension, int]:
    """Bare numbers are metres."""
    return (Dimension.DISTANCE if one.dimension is Dimension.BARE else one.dimension, one.low)


def _check_contrast(before: Entry, part: Piece) -> None:
    """`200 fast, 200 slow`: is the slow part run, or rested?"""
    if part.words is not None and part.words.lower() == "slow" and before.piece is not None and before.piece.words:
        refusal = part.at.refuse("the slow part could be recovery or work; write jog behind a recovery")
        raise refusal.mended(part.end, part.end, " jog")


def _check_result(level: Level, part: Piece) -> None:
    """`20x400. 77, 75, 74`: bare numbers that no track has are times that were run."""
    bare = part.length is not None and part.length.dimension is Dimension.BARE
    odd = part.length is not None and part.length.low % (50 * M)
    if bare and odd and part.plain and any(entry.repeated for entry in level.entries):
        raise part.at.refuse("these numbers look like results; leave them out, or write a target like @ 75")


def is_trailing(level: Level, part: Repeat) -> bool:
    """`600, 200 x4`: is the count written behind the last of several single pieces?"""
    behind = part.count.at.start > part.body.at.start
    joined = part.joint in (Joint.COMMA, Joint.DASH, Joint.SLASH, Joint.PLUS)
    return behind and joined and level.last.single and not level.last.around


def check_trailing_count(level: Level, part: Repeat) -> None:
    """`600, 200 x4`: four times both, or the last?"""
    if part.joint is Joint.SLASH and level.last.repeated:
        raise part.at.refuse("a slash between blocks could be a choice; write a comma, or only the one that is run")
    if is_trailing(level, part):
        refusal = part.count.at.refuse("this count could be for the whole list or for its last item; use brackets")
        first, body, sign = level.run()[0].at.start, part.body.at.start, part.count.at
        refusal.rewritten((first, first, f"{part.count.low} x ("), (_sign_start(part), sign.end, ")"))
        raise refusal.rewritten((body, body, f"{part.count.low} x "), (_sign_start(part), sign.end, ""))


def _sign_start(part: Repeat) -> int:
    """Where the x stands behind the body of `200 x4`."""
    return part.body.end if isinstance(part.body, Piece) else part.count.at.start


def check_whole(part: Header, wrapped: list[Entry]) -> None:
    """`1 min (15 s jog), 45 s (2 min jog) x3`: pairs of work and recovery are counted together; else it is asked."""
    alone = len(wrapped) == 1 and not wrapped[0].repeated
    paired = all(entry.single and not entry.lacks for entry in wrapped)
    if not (alone or paired):
        refusal = part.count.at.refuse("this count could be for the whole list or for its last item; use brackets")
        start, end = wrapped[0].at.start, part.at.start
        raise refusal.rewritten((start, start, f"{part.count.low} x ("), (end, part.end, ")"))
