"""From parts to entries: every part of a list in its order, work becoming entries and clauses finding theirs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from trackbuddy.plan.notation import aims, attach
from trackbuddy.plan.notation.candidates import Path
from trackbuddy.plan.notation.doubts import (
    check_counted,
    check_dashes,
    check_plain,
    check_trailing_count,
    check_whole,
    is_trailing,
)
from trackbuddy.plan.notation.entries import Entry, Level
from trackbuddy.plan.notation.jogs import jog_first
from trackbuddy.plan.notation.lengths import shared_unit
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    ComposedPart,
    Count,
    Dimension,
    DividedPart,
    Group,
    Header,
    Joint,
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

    path: Path
    options: Options = field(default_factory=Options)
    said: list[str] = field(default_factory=list)
    """Conventions that were applied on the way."""


def gather(parts: list[Part], into: Gathered, nested: bool = False) -> Level:
    """The entries of one list. Raises Refusal where a part could belong in two places."""
    level = Level(into.path, nested)
    parts = _united(parts)
    check_dashes(parts)
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
    if part.scope.range is not Range.UNSAID or not level.entries or not level.last.is_set:
        return part
    for one in rest:
        if isinstance(one, Piece | Repeat | Group | Header):
            return part
        if not isinstance(one, RecoveryPart):
            continue
        if one.scope.range is Range.SETS or (one.capital and not level.nested) or _between_sets(part, one):
            return replace(part, scope=Scope(Range.REPS), capital=False)
        if part.capital and not one.small and one.scope.range is Range.UNSAID and not _longer(part, one):
            return replace(part, capital=False)
    return part


def _between_sets(capital: RecoveryPart, after: RecoveryPart) -> bool:
    """`2 x 6 x 1' R 1', 3' recovery`: a second and longer one leaves to the capital R what is between the reps."""
    said = after.small or after.scope.range is not Range.UNSAID
    return capital.capital and not said and _longer(after, capital)


def _longer(one: RecoveryPart, other: RecoveryPart) -> bool:
    lengths = (*one.lengths[:1], *other.lengths[:1])
    return len(lengths) == 2 and lengths[0].dimension is lengths[1].dimension and lengths[0].low > lengths[1].low


def _recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    if not level.entries and (first := jog_first(part)) is not None:
        level.entries.append(first)
    elif level.entries and attach.rest_within_send_off(level.last, part):
        level.last.said.append(f"{part.lengths[0].at.raw} s of rest are what the send-off leaves")
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
    each = whole.piece.length if whole is not None and whole.piece is not None else None
    alike = part.each is None or (each is not None and each.low == part.each.low)
    if whole is None or whole.piece is None or whole.count is None or not (alike and _divides(whole.count, part)):
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
        check_counted(level, part)
    if isinstance(part, Piece) and part.label is Label.HILL and part.length is None:
        raise part.at.refuse("how many hills, and how long? Write it like 8 x 30s hill")
    single = _in_brackets(part)
    if single is not None and level.entries:
        check_plain(level, single, rest)
    if isinstance(part, Repeat) and level.entries:
        if _counts_the_list(level, part, rest):
            _wrap_list(level, part, into)
            return
        check_trailing_count(level, part)
    level.entries.append(_entry(part, into))
    waiting, level.waiting = level.waiting, []
    for clause in waiting:
        _take(level, replace(clause, joint=Joint.TIGHT), rest, into)


def _in_brackets(part: Work) -> Piece | None:
    """The piece that this is, if only in brackets: `(4 min)` on its own line is no less doubtful than `4 min`."""
    if isinstance(part, Group) and len(part.parts) == 1 and isinstance(part.parts[0], Piece):
        return replace(part.parts[0], joint=part.joint)
    return part if isinstance(part, Piece) else None


def _entry(part: Work, into: Gathered) -> Entry:
    if isinstance(part, Piece):
        return Entry(part.at, part.joint, piece=part)
    if isinstance(part, Group):
        level = gather(list(part.parts), into, nested=True)
        return Entry(part.at, part.joint, children=level.entries, recovery=level.set_recovery, end=part.end)
    inner = _entry(part.body, into)
    if len(inner.children) == 1 and inner.count is None and (only := inner.children[0]).piece and only.piece.pair:
        inner = only  # 10 x 45/15 are reps with their recovery, and no sets
    if inner.count is None:
        return replace(inner, at=part.at, joint=part.joint, count=part.count)
    return Entry(part.at, part.joint, part.count, children=[inner])


def _counts_the_list(level: Level, part: Repeat, rest: list[Part]) -> bool:
    """`800, 400, 200 x3, 2 min between, 4 min between sets`: sets are spoken of, and there are no others."""
    sets = any(isinstance(one, RecoveryPart) and one.scope.range is Range.SETS for one in rest)
    others = any(entry.is_set for entry in level.entries)
    work = any(isinstance(one, Piece | Repeat | Group | Header) for one in rest)
    return sets and not (others or work) and is_trailing(level, part) and isinstance(part.body, Piece)


def _wrap_list(level: Level, part: Repeat, into: Gathered) -> None:
    level.entries.append(_entry(part.body, into))
    level.last.joint = part.joint
    listed = level.run()
    into.said.append(f"x {part.count.low} is taken for the whole list, because sets are spoken of")
    del level.entries[-len(listed) :]
    level.entries.append(Entry(listed[0].at, listed[0].joint, replace(part.count, sets=True), children=listed))


def _header(level: Level, part: Header, parts: list[Part], index: int, into: Gathered) -> int:
    """Counts the lines before (`repeat for 3 rounds`) or those that follow; gives the index behind them."""
    if part.before:
        first = next((at for at, entry in enumerate(level.entries) if not entry.around), 0)
        wrapped = level.entries[first:]
        if wrapped and not part.whole:
            check_whole(part, wrapped)
        if part.assumed and len(wrapped) > 1 and len({id(entry.recovery) for entry in wrapped}) == 1:
            refusal = part.at.refuse(
                "the recovery before this could be between all pieces or only before the next round"
            )
            start, second = wrapped[0].at.start, wrapped[-1].at.start
            around = (start, start, f"{part.count.low} x ("), (part.at.start, part.end, ")")
            raise refusal.rewritten(*around).rewritten(*around, (second, second, "open recovery, "))
        if part.assumed:
            into.said.append(part.assumed)
        if not wrapped:
            raise part.at.refuse("there is nothing before this to repeat; write the reps first")
        entry = Entry(part.at, wrapped[0].joint, part.count, children=wrapped)
        if len(wrapped) == 1 and wrapped[0].then is not None:
            raise attach.second(wrapped[0].then)
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
