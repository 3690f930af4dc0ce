"""What a piece of work could be where it stands: a rep, a recovery without its word, a result, one more?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from trackbuddy.plan.notation.figures.plausible import too_fast
from trackbuddy.plan.notation.meaning.entries import LISTED, Entry, Level
from trackbuddy.plan.notation.meaning.sharing import recovery_of
from trackbuddy.plan.notation.refusal import Edit
from trackbuddy.plan.notation.syntax import (
    Count,
    Dimension,
    Group,
    Header,
    Joint,
    Length,
    Part,
    Piece,
    RecoveryPart,
    Repeat,
    SendOffPart,
    TargetPart,
    Work,
)
from trackbuddy.plan.session import Mode
from trackbuddy.plan.target import PaceTarget, TimeTarget
from trackbuddy.units import M

_CLOSE: Final = (Joint.COMMA, Joint.TIGHT, Joint.DASH)


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing that a piece could be."""

    name: str
    part: Work | RecoveryPart | SendOffPart
    edits: tuple[Edit, ...] | None = None
    question: str = "this could be {}; write which"
    counted: int = 0
    """The index behind the list that is counted with the reps before; 0 where it isn't."""
    said: str = ""
    """Why it is taken for that without a question."""


def check_counted(level: Level, part: Piece) -> None:
    """`400m repeats`, `quarters on 2:00`: how many? `400m, 300m, 200m repeats` are as many as stand there.

    `3 mile repeats` could be three miles, or three times one.
    """
    length, several = part.length, part.several
    if length is None:
        return
    at, unit = length.at, length.unit
    sized = several is not None and several.text in ("s", "'s")
    listed = level.entries and not level.last.around and part.joint in LISTED
    if several is not None and (sized or not listed):
        refusal = several.refuse(f"how many {at.text if sized else ''}{several.raw}? Write it like 6 x 400m")
        if unit in ("mile", "km", "lap") and at.number > 1 and not at.number % 1:
            refusal.mended(at.start, length.end, f"{at.text} x 1 {unit}")
            refusal.mended(length.end, several.end, "")
        raise refusal
    if at.raw.lower() in ("quarters", "miles", "laps", "thousands"):
        raise at.refuse(f"“{at.raw}” needs a number before it; write it like 8 x 400m")


def check_within(before: Entry, part: Repeat) -> None:
    """`40 min fartlek 10 x 1 min hard 1 min easy`: are the reps part of the run, or behind it?"""
    run, body = before.piece, part.body
    if run is None or not before.single or before.around or run.words is None or not isinstance(body, Piece):
        return
    joined = part.joint is Joint.TIGHT or (part.joint is Joint.COMMA and "fartlek" in run.words.lower())
    if not joined or run.length is None or body.length is None or part.count.low is None:
        return
    lengths = [body.length, *([body.pair] if body.pair is not None else [])]
    if any(not one.timed for one in (run.length, *lengths)):
        return
    if part.count.low * sum(one.low for one in lengths) <= run.length.low:
        refusal = part.at.refuse("these reps could be within the run before them or behind it; write then")
        refusal.mended(run.end, part.at.start, ", then ")
        refusal.rewritten((run.at.start, run.at.start, "(note: "), (run.end, part.at.start, ") "))
        raise refusal


def meanings(level: Level, parts: list[Part], index: int) -> list[Meant]:
    """What work behind reps may be: more of what is counted there, their recovery without its word, or work.

    Raises Refusal where it is a result, or says how the reps before are run.
    """
    part, rest = parts[index], parts[index + 1 :]
    assert isinstance(part, Work)
    itself, before = Meant("work of its own", part), level.last
    single = _in_brackets(part)
    if single is None or single.label is not None or before.around or single.length is None or single.pair is not None:
        return [_counted_too(before, parts, index), itself] if _summed(before, part) else [itself]
    leaf = list(before.leaves())[-1]
    _check_slash(level, single, rest, leaf)
    _check_result(level, single)
    _check_explained(level, single, rest)
    count, alone = before.count, before.piece is not None and single.at.line == before.at.line
    if count is not None and alone and (count.listed or count.sets):
        if count.listed or _mere_list(before, parts[index:]):
            return [_counted_too(before, parts, index)]
        reps = ((before.at.start, leaf.at.start, f"{_so_often(count)} x "),)
        return [_counted_too(before, parts, index), replace(itself, edits=reps)]
    if single.words is not None and single.words.lower() == "slow" and leaf.piece and leaf.piece.words:
        return [_recovery(single, Mode.JOG, "recovery"), replace(itself, name="work")]  # 200 fast, 200 slow
    if _easy_by_letter(before, leaf, single):
        return [_recovery(single, Mode.JOG, "recovery")]
    mere = single.plain and not _aimed(rest)
    if mere and single.length.timed and _is_rest(before, leaf, single, rest):
        if single.joint is Joint.THEN and not before.lacks:
            return _rest_or_rep(single, itself) if work_follows(rest) else [itself]
        return _rests(leaf, single, rest)
    if mere and _half_of_a_pair(before, leaf, single):
        return [_recovery(single, Mode.JOG, "their recovery"), replace(itself, edits=_then(single))]
    unrecovered = before.lacks and (leaf.lacks or (before.is_set and mere))
    shorter = leaf.piece is not None and not leaf.piece.label and leaf.length and single.length.low < leaf.length.low
    summed = single.joint is Joint.PLUS and not level.nested and shorter  # 6 x 400 + 200
    summed = summed and all(isinstance(one, TargetPart) for one in rest)
    if not (before.repeated and unrecovered and (single.joint in _CLOSE or summed)):
        return [itself]
    itself = replace(itself, edits=_then(single))
    goes_on = rest and isinstance(rest[0], Piece) and rest[0].joint is Joint.COMMA and rest[0].plain
    jogged = [_recovery(single, Mode.JOG, "the recovery of the reps before it")] if mere and not goes_on else []
    if any(isinstance(one, Repeat) and one.joint is Joint.COMMA for one in rest):
        return [itself, *jogged]  # 2 x 200, 400, 4 x 800: each has its own count
    listed = before.piece is not None and (single.joint is Joint.COMMA or summed)
    return [*([_counted_too(before, parts, index)] if listed else []), *jogged, itself]


def _so_often(count: Count) -> str:
    return f"{count.low}" if count.high is None else f"{count.low}-{count.high}"


def _easy_by_letter(before: Entry, leaf: Entry, part: Piece) -> bool:
    """`4 x 6 min T, 90 s E`: no longer than the rep it stands behind, it is what is jogged between."""
    if leaf.piece is None or leaf.length is None or part.length is None or part.letter != "E":
        return False
    timed = leaf.length.timed and part.length.timed and part.length.low <= leaf.length.low
    return timed and leaf.piece.letter in ("T", "I", "R") and before.repeated and before.lacks and part.joint in _CLOSE


def _then(part: Piece) -> tuple[Edit, ...]:
    return ((part.at.start, part.at.start, "then "),)


def _half_of_a_pair(before: Entry, leaf: Entry, part: Piece) -> bool:
    """`10 x 1' + 1'`: ten minutes on and off, or ten and one?"""
    if leaf.length is None or part.length is None or not (before.repeated and leaf.lacks and part.joint is Joint.PLUS):
        return False
    timed = leaf.length.timed and part.length.timed
    return timed and part.length.low <= leaf.length.low


def _mere_list(before: Entry, parts: list[Part]) -> bool:
    """`3 sets of 300, 200, 100`: three mere lengths or more behind one word for sets, and no more work behind."""
    own = list(takewhile(lambda one: isinstance(one, Piece) and one.joint is Joint.COMMA, parts))
    ends = len(own) == len(parts) or not isinstance(parts[len(own)], Work | TargetPart)
    mere = [one for one in (before.piece, *own) if isinstance(one, Piece) and one.length is not None]
    plain = all(one.pair is None and one.label is None for one in mere) and len(mere) == 1 + len(own)
    alike = len({one.length.timed for one in mere if one.length is not None}) == 1
    return len(own) >= 2 and ends and plain and alike and before.lacks and not before.targets


def _summed(before: Entry, part: Work) -> bool:
    """`3 sets: 5 x 200 + 2 x 400`: is the sum what is run three times?"""
    strides = isinstance(part, Repeat) and isinstance(part.body, Piece) and part.body.label is not None
    grouped = before.count is not None and before.count.sets and before.is_set and before.recovery is None
    return grouped and part.joint is Joint.PLUS and not strides


def _in_brackets(part: Work) -> Piece | None:
    """The piece that this is, if only in brackets: `(4 min)` on its own line is no less doubtful than `4 min`."""
    if isinstance(part, Group) and len(part.parts) == 1 and isinstance(part.parts[0], Piece):
        return replace(part.parts[0], joint=part.joint)
    return part if isinstance(part, Piece) else None


def _counted_too(before: Entry, parts: list[Part], index: int) -> Meant:
    """`4 sets of 800m, 1 min rest, 400m`, `8 x 400, 200`: the count is for all that the line goes on with."""
    part = parts[index]
    assert isinstance(part, Work)
    end = at = index + 1
    while at < len(parts) and parts[at].at.line == before.at.line and not isinstance(parts[at], Header):
        more = parts[at]
        tight = isinstance(more, TargetPart) and more.joint is Joint.TIGHT and at == end
        if tight or (isinstance(more, Work) and more.joint in LISTED):
            end = at + 1
        elif isinstance(more, Work):
            break
        at += 1
    edits = None
    last = parts[end - 1]
    if before.piece is not None and before.count is not None and isinstance(last, Piece | TargetPart):
        start = before.piece.at.start
        edits = ((before.at.start, start, f"{_so_often(before.count)} x ("), (last.end, last.end, ")"))
    return Meant(
        "counted with the reps before it", part, edits, "this could be {}; put what is repeated in brackets", end
    )


def _aimed(rest: list[Part]) -> bool:
    return bool(rest) and isinstance(rest[0], TargetPart) and rest[0].joint is Joint.TIGHT


def _recovery(part: Piece, mode: Mode, name: str) -> Meant:
    return Meant(name, recovery_of(part, mode), ((part.end, part.end, f" {mode.value}"),))


def _is_rest(before: Entry, leaf: Entry, part: Piece, rest: list[Part]) -> bool:
    """A mere time behind distances, or behind repeated reps on their line, is a rest without its word."""
    length = leaf.length
    distances = length is not None and not length.timed
    if part.joint is Joint.THEN and (before.repeated or distances) and any(isinstance(one, Repeat) for one in rest):
        return True  # 8 x 1 min w/ 1 min then 5 min then 4 x 30s
    joined = (part.joint is Joint.PLUS or (part.joint is Joint.THEN and not before.repeated)) and not before.lacks
    listed = bool(rest) and rest[0].joint is Joint.DASH
    closed = (
        before.joint is Joint.DASH and not (before.at.gap or listed) and part.joint is Joint.COMMA
    )  # 4-3-2 min, 60s
    return (distances and not joined) or ((before.repeated or closed) and part.joint in _CLOSE)


def _rests(leaf: Entry, part: Piece, following: list[Part]) -> list[Meant]:
    """A rest or a send-off; a send-off in which the rep can't be run is none."""
    length = part.length
    assert length is not None
    rest = _recovery(part, Mode.REST, "their rest")
    if _too_short_to_start(leaf, length) and not _listed(leaf, following):
        return [replace(rest, said="a time alone behind reps, too short to start them by, is taken as their rest")]
    sent = SendOffPart(part.at, part.joint, length.low, part.end)
    return [
        replace(rest, question="a time alone behind reps could be {}; write which"),
        Meant("the send-off", sent, ((part.at.start, part.at.start, "on "),)),
    ]


def _too_short_to_start(leaf: Entry, sent: Length) -> bool:
    """Would the next rep start before this one is over? Bare numbers may be short by a unit, and are asked about."""
    aim, length = leaf.targets[0] if len(leaf.targets) == 1 else None, leaf.length
    if length is None or not sent.timed or sent.high is not None:
        return False
    if length.timed:
        return sent.low <= length.low
    took = aim.low_ns if isinstance(aim, TimeTarget) else aim.low.over(length.low) if isinstance(aim, PaceTarget) else 0
    return sent.low <= took or too_fast(length.low, sent.low)


def _listed(leaf: Entry, following: list[Part]) -> bool:
    """`4 x 90s, 60s, 30s`: times behind a time of which nothing is said may be run in turn."""
    timed = leaf.length is not None and leaf.length.timed
    mere = not leaf.targets and (leaf.piece is None or leaf.piece.words is None)
    goes_on = bool(following) and isinstance(following[0], Piece) and following[0].joint in LISTED
    return timed and (mere or goes_on)


def _rest_or_rep(part: Piece, itself: Meant) -> list[Meant]:
    """`3 x 300 w/ 60s rest then 5 min then 600`: what is rested behind the block, or a rep?"""
    return [_recovery(part, Mode.REST, "a rest"), replace(itself, edits=((part.at.start, part.at.start, "1 x "),))]


def _check_slash(level: Level, part: Piece, rest: list[Part], leaf: Entry) -> None:
    """`10 x 1km / 1km`: in turn, or one behind the other?"""
    before, held = level.last, leaf.piece
    far = part.length is not None and not part.length.timed
    listed = level.nested and before.single and leaf.targets and far
    eased = part.words is not None and not far and held is not None and held.words is not None
    doubtful = before.repeated or eased or (part.plain and leaf.targets)
    alike = held is not None and part.words == held.words and Joint.SLASH in (before.joint, _joint(rest))
    if part.joint is not Joint.SLASH or listed or not doubtful or (alike and not before.repeated):
        return
    refusal = part.at.refuse("a slash behind repeated reps could alternate or follow; write 10 x (1km, 1km) or a comma")
    if before.piece is not None and before.repeated:
        start, end = before.piece.at.start, rest[0].end if rest and isinstance(rest[0], TargetPart) else part.end
        refusal.rewritten((start, start, "("), (end, end, ")"))
    elif before.piece is not None and not before.targets:
        refusal.mended(before.piece.end, part.at.start, ", ")
    elif isinstance(before.recovery, RecoveryPart):
        raise refusal.mended(before.recovery.end, part.at.start, ", ")
    raise refusal.mended(part.end - int(part.letter == "E"), part.end, " jog")


def _joint(rest: list[Part]) -> Joint | None:
    """What stands before the next piece: `12/10/8 min tempo` is a list, whose words are everybody's."""
    return rest[0].joint if rest and isinstance(rest[0], Piece) else None


def _check_explained(level: Level, part: Piece, rest: list[Part]) -> None:
    """`8 x 400` and on the next line `Sprint 400m, then walk 200m`: how the reps are run, or a ninth?"""
    before, length = level.last, part.length
    listed = part.joint is Joint.SENTENCE and not before.joint.loose and not level.nested
    if length is None or not part.joint.loose or not (before.repeated or listed):
        return
    others = [before.length] if before.length and before.repeated else []
    if _aimed(rest):
        named = [entry for entry in level.entries if entry.repeated or listed]
        others = [one.length for entry in named for one in entry.leaves() if one.length]
    if _size(length) in map(_size, others):
        asked = "this could say how the reps before are run, or be one more; write 1 x before one more"
        words = ("the ", "1 x ") if _aimed(rest) and not length.timed else ("1 x ",)
        raise part.at.refuse(asked).mended(length.at.start, length.at.start, *words)


def _size(one: Length) -> tuple[Dimension, int]:
    """Bare numbers are metres."""
    return (Dimension.DISTANCE if one.bare else one.dimension, one.low)


def _check_result(level: Level, part: Piece) -> None:
    """`20x400. 77, 75, 74`: bare numbers that no track has are times that were run."""
    bare = part.length is not None and part.length.bare
    odd = part.length is not None and part.length.low % (50 * M)
    if bare and odd and part.plain and any(entry.repeated for entry in level.entries):
        raise part.at.refuse("these numbers look like results; leave them out, or write a target like @ 75")


def work_follows(rest: list[Part]) -> bool:
    return any(isinstance(one, Work) or (isinstance(one, Header) and one.count.low != 1) for one in rest)


def is_behind(part: Repeat) -> bool:
    """Is the count written behind what it counts: `200 x4`?"""
    return part.count.at.start > part.body.at.start


def is_trailing(level: Level, part: Repeat) -> bool:
    """`600, 200 x4`: is the count written behind the last of several single pieces?"""
    return part.joint in LISTED and level.last.single and not level.last.around


def sign_start(part: Repeat) -> int:
    """Where the x stands behind the body of `200 x4`."""
    return part.body.end if isinstance(part.body, Piece) else part.count.at.start
