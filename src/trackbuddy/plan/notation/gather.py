"""From parts to entries: every part of a list in its order, work becoming entries and clauses finding theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from trackbuddy.plan.notation import aims, attach
from trackbuddy.plan.notation.attach import Level
from trackbuddy.plan.notation.entries import Entry
from trackbuddy.plan.notation.lengths import shared_unit
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.scanner import Token
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    ComposedPart,
    Count,
    Dimension,
    DividedPart,
    Group,
    Header,
    Joint,
    Length,
    OptionPart,
    Part,
    Piece,
    Range,
    RecoveryPart,
    Repeat,
    Scope,
    SendOffPart,
    SharePart,
    TargetPart,
    Work,
)
from trackbuddy.plan.session import Label, Options
from trackbuddy.units import M


@dataclass(slots=True)
class Gathered:
    """What was gathered besides the entries."""

    options: Options = field(default_factory=Options)
    said: list[str] = field(default_factory=list)
    """Conventions that were applied on the way."""


def gather(parts: list[Part], into: Gathered, nested: bool = False) -> Level:
    """The entries of one list. Raises Refusal where a part could belong in two places."""
    level = Level(nested)
    parts = _united(parts)
    _check_dashes(parts)
    index = 0
    while index < len(parts):
        part = parts[index]
        if isinstance(part, Header):
            index = _header(level, part, parts, index, into)
        else:
            _take(level, part, parts[index + 1 :], into)
            index += 1
    if level.waiting:
        raise level.waiting[0].at.refuse("this stands before no work; write the reps first, like 8 x 200m on 1:30")
    return level


def _united(parts: list[Part]) -> list[Part]:
    """`5, 4, 3, 2, 1 min`: the unit behind the last number is everybody's."""
    found = list(parts)
    for index in range(len(found) - 1, 0, -1):
        after, before = found[index], found[index - 1]
        if not (isinstance(after, Piece) and isinstance(before, Piece) and after.joint is Joint.COMMA):
            continue
        if after.length is None or before.length is None or before.length.dimension is not Dimension.BARE:
            continue
        if before.length.low < 50 * M and after.length.unit:
            [length] = shared_unit([before.length], after.length)
            length = replace(length, assumed=after.length.assumed or length.assumed)
            found[index - 1] = replace(before, length=length, words=before.words or after.words)
    return found


def _check_dashes(parts: list[Part]) -> None:
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
        longest = max(one.length.low for one in (before, after) if one.length is not None)
        if dashed and (aimed or 2 * part.length.low <= longest):
            yield part


def _take(level: Level, part: Part, rest: list[Part], into: Gathered) -> None:
    if isinstance(part, Piece | Repeat | Group):
        _work(level, part, rest, into)
    elif isinstance(part, RecoveryPart):
        level.winding_down = all(_winds_down(one) for one in rest)
        _recovery(level, _between_reps(level, part, rest), _work_follows(rest))
    elif isinstance(part, SendOffPart):
        attach.send_off(level, part)
    elif isinstance(part, TargetPart):
        aims.target(level, part)
    elif isinstance(part, BracketPart):
        aims.bracket(level, part)
    elif isinstance(part, SharePart):
        _share(level, part)
    elif isinstance(part, ComposedPart):
        _compose(level, part)
    elif isinstance(part, DividedPart):
        _divide(level, part)
    elif isinstance(part, OptionPart):
        _option(part, into)


def _work_follows(rest: list[Part]) -> bool:
    return any(isinstance(one, Piece | Repeat | Group | Header) for one in rest)


def _winds_down(part: Part) -> bool:
    """Is this a cool-down, or no work at all?"""
    if isinstance(part, Piece):
        return part.label is Label.COOL_DOWN
    return not isinstance(part, Repeat | Group | Header)


def _between_reps(level: Level, part: RecoveryPart, rest: list[Part]) -> RecoveryPart:
    """Where the recovery between sets is named next, the one before it is between the reps."""
    if part.scope.range is not Range.UNSAID or part.capital or not level.entries or not level.last.is_set:
        return part
    for one in rest:
        if isinstance(one, Piece | Repeat | Group | Header):
            return part
        if isinstance(one, RecoveryPart) and (one.scope.range is Range.SETS or (one.capital and not level.nested)):
            return replace(part, scope=Scope(Range.REPS))
    return part


def _recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    if not level.entries and (first := attach.jog_first(part)) is not None:
        level.entries.append(first)
    elif level.entries and attach.rest_within_send_off(level.last, part):
        return
    else:
        attach.recovery(level, part, more)


def _share(level: Level, part: SharePart) -> None:
    if not level.entries or level.last.piece is None:
        raise part.at.refuse("this names a target for some reps, but no reps stand before it")
    level.last.shares.append(part)


def _compose(level: Level, part: ComposedPart) -> None:
    """The reps before are run in pieces, straight through; the pieces must make up the rep."""
    whole = level.last if level.entries else None
    total = sum(piece.length.low for piece, _ in part.pieces if piece.length is not None)
    if whole is None or whole.piece is None or whole.distance_mm() != total or whole.targets:
        raise part.at.refuse("these pieces don't make up the rep before them; write 4 x (100m @ mile, no rest, 100m)")
    through = RecoveryPart(part.at, Joint.TIGHT, none=True)
    whole.children = [
        Entry(piece.at, Joint.PLUS, piece=piece, targets=(aim,) if aim is not None else (), recovery=through)
        for piece, aim in part.pieces
    ]
    whole.piece = None
    if whole.recovery is None:
        whole.recovery = RecoveryPart(part.at, Joint.TIGHT, open_words="open", noun=True)


def _divide(level: Level, part: DividedPart) -> None:
    """`12 x 400 (break into 2 sets of 6)`: the numbers must agree."""
    whole = level.last if level.entries else None
    if whole is None or whole.piece is None or whole.count is None or not _divides(whole.count, part):
        raise part.at.refuse("these sets don't make up the reps before them; write sets as 2 x (6 x 400m)")
    inner = replace(whole, count=part.reps)
    level.entries[-1] = Entry(whole.at, whole.joint, part.sets, children=[inner])


def _divides(count: Count, part: DividedPart) -> bool:
    if count.low is None or part.sets.low is None or part.reps.low is None or part.sets.high is not None:
        return False
    high = part.sets.low * (part.reps.high or part.reps.low)
    return part.sets.low * part.reps.low == count.low and high == (count.high or count.low)


def _option(part: OptionPart, into: Gathered) -> None:
    if part.keep_last:
        into.options = replace(into.options, keep_last_recovery=True)
    if part.splitting is not None:
        into.options = replace(into.options, splitting=part.splitting)


def _work(level: Level, part: Work, rest: list[Part], into: Gathered) -> None:
    if isinstance(part, Piece):
        _check_counted(level, part)
    if isinstance(part, Piece) and part.label is Label.HILL and part.length is None:
        raise part.at.refuse("how many hills, and how long? Write it like 8 x 30s hill")
    if isinstance(part, Piece) and level.entries:
        _check_plain(level, part, rest)
    if isinstance(part, Repeat) and level.entries:
        if _counts_the_list(level, part, rest):
            _wrap_list(level, part, into)
            return
        _check_trailing_count(level, part)
    level.entries.append(_entry(part, into))
    waiting, level.waiting = level.waiting, []
    for clause in waiting:
        _take(level, replace(clause, joint=Joint.TIGHT), rest, into)


def _entry(part: Work, into: Gathered) -> Entry:
    if isinstance(part, Piece):
        return Entry(part.at, part.joint, piece=part)
    if isinstance(part, Group):
        level = gather(list(part.parts), into, nested=True)
        return Entry(part.at, part.joint, children=level.entries, recovery=level.set_recovery, end=part.end)
    inner = _entry(part.body, into)
    if inner.count is None:
        return replace(inner, at=part.at, joint=part.joint, count=part.count)
    return Entry(part.at, part.joint, part.count, children=[inner])


def _check_counted(level: Level, part: Piece) -> None:
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


def _check_plain(level: Level, part: Piece, rest: list[Part]) -> None:
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


def _is_trailing(level: Level, part: Repeat) -> bool:
    """`600, 200 x4`: is the count written behind the last of several single pieces?"""
    behind = part.count.at.start > part.body.at.start
    joined = part.joint in (Joint.COMMA, Joint.DASH, Joint.SLASH, Joint.PLUS)
    return behind and joined and level.last.single and not level.last.around


def _counts_the_list(level: Level, part: Repeat, rest: list[Part]) -> bool:
    """`800, 400, 200 x3, 2 min between, 4 min between sets`: sets are spoken of, and there are no others."""
    sets = any(isinstance(one, RecoveryPart) and one.scope.range is Range.SETS for one in rest)
    others = any(entry.is_set for entry in level.entries)
    work = any(isinstance(one, Piece | Repeat | Group | Header) for one in rest)
    return sets and not (others or work) and _is_trailing(level, part) and isinstance(part.body, Piece)


def _wrap_list(level: Level, part: Repeat, into: Gathered) -> None:
    level.entries.append(_entry(part.body, into))
    level.last.joint = part.joint
    listed = level.run()
    into.said.append(f"x {part.count.low} is taken for the whole list, because sets are spoken of")
    del level.entries[-len(listed) :]
    level.entries.append(Entry(listed[0].at, listed[0].joint, replace(part.count, sets=True), children=listed))


def _check_trailing_count(level: Level, part: Repeat) -> None:
    """`600, 200 x4`: four times both, or the last?"""
    if part.joint is Joint.SLASH and level.last.repeated:
        raise part.at.refuse("a slash between blocks could be a choice; write a comma, or only the one that is run")
    if _is_trailing(level, part):
        refusal = part.count.at.refuse("this count could be for the whole list or for its last item; use brackets")
        first, body, sign = level.run()[0].at.start, part.body.at.start, part.count.at
        refusal.rewritten((first, first, f"{part.count.low} x ("), (_sign_start(part), sign.end, ")"))
        raise refusal.rewritten((body, body, f"{part.count.low} x "), (_sign_start(part), sign.end, ""))


def _sign_start(part: Repeat) -> int:
    """Where the x stands behind the body of `200 x4`."""
    return part.body.end if isinstance(part.body, Piece) else part.count.at.start


def _header(level: Level, part: Header, parts: list[Part], index: int, into: Gathered) -> int:
    """Counts the lines before (`repeat for 3 rounds`) or those that follow; gives the index behind them."""
    if part.before:
        first = next((at for at, entry in enumerate(level.entries) if not entry.around), 0)
        wrapped = level.entries[first:]
        if wrapped and not part.whole:
            _check_whole(part, wrapped)
        if part.assumed and len(wrapped) > 1 and len({id(entry.recovery) for entry in wrapped}) == 1:
            raise part.at.refuse("the recovery before this could be between all pieces or only before the next round")
        if part.assumed:
            into.said.append(part.assumed)
        if not wrapped:
            raise part.at.refuse("there is nothing before this to repeat; write the reps first")
        entry = Entry(part.at, wrapped[0].joint, part.count, children=wrapped)
        if len(wrapped) == 1 and wrapped[0].count is None and wrapped[0].piece:
            entry = replace(wrapped[0], count=part.count)
        level.entries[first:] = [entry]
        return index + 1
    end = _header_end(parts, index + 1)
    inner = gather(parts[index + 1 : end], into, nested=True)
    if not inner.entries:
        raise part.at.refuse("nothing follows to be repeated; write the reps of a set on the next lines")
    if len(inner.entries) == 1 and inner.entries[0].count is None and inner.entries[0].piece:
        level.entries.append(replace(inner.entries[0], joint=part.joint, count=part.count))
    else:
        level.entries.append(
            Entry(part.at, part.joint, part.count, children=inner.entries, recovery=inner.set_recovery)
        )
    return end


def _check_whole(part: Header, wrapped: list[Entry]) -> None:
    """`1 min (15 s jog), 45 s (2 min jog) x3`: pairs of work and recovery are counted together; else it is asked."""
    alone = len(wrapped) == 1 and not wrapped[0].repeated
    paired = all(entry.single and not entry.lacks for entry in wrapped)
    if not (alone or paired):
        refusal = part.count.at.refuse("this count could be for the whole list or for its last item; use brackets")
        start, end = wrapped[0].at.start, part.at.start
        raise refusal.rewritten((start, start, f"{part.count.low} x ("), (end, part.end, ")"))


def _header_end(parts: list[Part], start: int) -> int:
    """All lines that follow, but no further than a recovery on its own line before a line without one."""
    for index in range(start, len(parts)):
        part = parts[index]
        if index > start and isinstance(part, Piece | Repeat | Group) and part.at.line > parts[index - 1].at.line + 1:
            raise part.at.refuse("behind the empty line this could be in the sets or after them; put them in brackets")
        if isinstance(part, Header) or (isinstance(part, Piece) and part.label is Label.COOL_DOWN):
            return index
        if isinstance(part, RecoveryPart) and part.joint is Joint.LINE and not _recovers(parts, index + 1):
            return index + 1
    return len(parts)


def _recovers(parts: list[Part], index: int) -> bool:
    """Has the work from here a recovery before the next work? True at the end of the text."""
    if index >= len(parts):
        return True
    for part in parts[index + 1 :]:
        if isinstance(part, RecoveryPart | SendOffPart):
            return True
        if isinstance(part, Piece | Repeat | Group):
            return False
    return False
