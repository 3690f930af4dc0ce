"""From parts to entries: every part of a list in its order, work becoming entries and clauses finding theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from typing import Any, Final

from trackbuddy.plan.notation.candidates import Candidate, Path
from trackbuddy.plan.notation.meaning import aims, attach, doubts, times
from trackbuddy.plan.notation.meaning.bracketed import bracket
from trackbuddy.plan.notation.meaning.entries import LISTED, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_long, jog_first
from trackbuddy.plan.notation.meaning.rounds import COUNT, header_ends, rounds, set_of
from trackbuddy.plan.notation.meaning.sharing import shared
from trackbuddy.plan.notation.meaning.times import Meant
from trackbuddy.plan.notation.refusal import around, put
from trackbuddy.plan.notation.syntax import (
    BracketPart,
    Clause,
    ComposedPart,
    Count,
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
    SendOffPart,
    SharePart,
    TargetPart,
    Work,
)
from trackbuddy.plan.session import Label, Options
from trackbuddy.units import MINUTE_NS, M


@dataclass(slots=True)
class Gathered:
    """What was gathered besides the entries."""

    path: Path
    options: Options = field(default_factory=Options)
    said: list[str] = field(default_factory=list)
    """Conventions that were applied on the way."""


def gather(parts: list[Part], into: Gathered, nested: bool = False, before: list[Entry] | None = None) -> Level:
    """The entries of one list, which goes on with those before. Raises Refusal where a part could be in two places."""
    level = Level(into.path, nested, before or [])
    parts = parts if before else shared(parts, into.said, into.path)
    index = 0
    while index < len(parts):
        part = parts[index]
        if isinstance(part, Header):
            index = _header(level, part, parts, index, into)
        elif isinstance(part, Work):
            index = _work(level, parts, index, into)
        else:
            _clause(level, part, parts[index + 1 :], into)
            index += 1
    if level.early is not None:
        worked = [entry for entry in level.entries if not entry.around]
        attach.recovery(replace(level, entries=worked), replace(level.early, joint=Joint.LINE), more=False)
    if level.waiting:
        raise level.waiting[0].at.refuse("this stands before no work; write the reps first, like 8 x 200m on 1:30")
    return level


def _clause(level: Level, part: Clause, rest: list[Part], into: Gathered) -> None:
    if isinstance(part, OptionPart):
        keep_last = part.keep_last or into.options.keep_last_recovery
        splitting = part.splitting or into.options.splitting
        into.options = replace(into.options, keep_last_recovery=keep_last, splitting=splitting)
    elif not isinstance(part, RecoveryPart):
        _FINDING_REPS[type(part)](level, part)
    else:
        level.winding_down = all(_winds_down(one) for one in rest)
        if not (level.entries or level.early or level.nested) and _leads_all(part, rest):
            level.early = part
        else:
            _check_straight(level, part, rest)
            _recovery(level, part, times.work_follows(rest))


def _check_straight(level: Level, part: RecoveryPart, rest: list[Part]) -> None:
    """`4 x 400m straight into 200m hard`: each of the reps, or the last of them?"""
    if part.at.text != "straight-into" or not level.entries or level.last.single:
        return
    refusal = part.at.refuse("this could be without rest between reps or behind the last; write the reps one by one")
    before, after = level.last.piece, list(takewhile(lambda one: isinstance(one, Piece | TargetPart), rest[:2]))
    if before is not None and after and isinstance(after[0], Piece):
        refusal.rewritten(*around(before.at.start, max(one.end for one in after)))
    raise refusal


def _leads_all(part: RecoveryPart, rest: list[Part]) -> bool:
    """Does what follows begin a sentence, or stand behind a colon? `30 min recovery. 4 x 100m` is a run.

    Behind a comma it must be all that follows: `90s rest, 8 x 400m`.
    """
    short = part.noun and bool(part.lengths) and not is_long(part)
    alone = rest[:1] != [] and isinstance(rest[0], Repeat) and rest[0].joint is Joint.COMMA
    alone = alone and all(isinstance(one, TargetPart) for one in rest[1:])
    return short and bool(rest) and (rest[0].joint.loose or rest[0].joint is Joint.TIGHT or alone)


def _winds_down(part: Part) -> bool:
    """Is this a cool-down, or no work at all?"""
    if isinstance(part, Piece):
        return part.label is Label.COOL_DOWN
    return not isinstance(part, Repeat | Group | Header)


def _recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    if not level.entries and (first := jog_first(part)) is not None:
        level.entries.append(first)
    elif level.entries and attach.rest_within_send_off(level.last, part):
        level.last.said.append(f"{part.lengths[0].at.raw} s of rest are what the send-off leaves")
    else:
        attach.recovery(level, part, more)


def _share(level: Level, part: SharePart) -> None:
    last = level.last if level.entries else None
    doubtful = part.place and (part.joint.loose or part.turns) and sum(entry.repeated for entry in level.entries) > 1
    counted = last is not None and last.count is not None and last.count.high is None
    if last is None or last.piece is None or doubtful or not (counted or not part.place):
        refusal = part.at.refuse("nobody can tell which reps this is the target of; write it behind them")
        refusal.puzzling = part.place != ""
        raise refusal
    last.shares.append(part)


def _compose(level: Level, part: ComposedPart) -> None:
    """The reps before are run in these pieces, straight through."""
    whole = list(level.last.leaves())[-1]
    if whole.targets or whole.parts is not None:
        raise part.at.refuse("these reps already have a target; leave one out")
    whole.parts = part
    run = " and ".join(f"{one.length.at.raw}{one.length.unit}" for one, _ in part.pieces if one.length is not None)
    often = f"{part.times} times " if part.times > 1 else ""
    level.last.said.append(f"each rep is {often}{run}, run straight through")


def _divide(level: Level, part: DividedPart) -> None:
    """`12 x 400 (break into 2 sets of 6)`: the numbers must agree."""
    whole = level.last if level.entries else None
    held = whole.count.low if whole is not None and whole.divided and whole.count is not None else None
    if whole is not None and held and part.sets is not None and held == part.sets.low:
        return  # 500m after every fifth (3 sets of 5)
    each = whole.length if whole is not None else None
    alike = part.each is None or (each is not None and each.low == part.each.low)
    sets = _sets(whole.count, part) if whole is not None and whole.count is not None else None
    if whole is None or whole.piece is None or sets is None or not alike:
        raise part.at.refuse("these sets don't make up the reps before them; write sets as 2 x (6 x 400m)")
    inner = replace(whole, count=part.reps)
    level.entries[-1] = Entry(whole.at, whole.joint, sets, children=[inner], divided=True)


def _sets(count: Count, part: DividedPart) -> Count | None:
    """How many sets the reps make up; None where they don't."""
    reps = part.reps.low or 0
    sets = part.sets or replace(part.reps, low=(count.low or 0) // reps, sets=True)
    if count.low is None or sets.low is None or sets.low < 2 or sets.high is not None:
        return None
    high = sets.low * (part.reps.high or reps)
    return sets if sets.low * reps == count.low and high == (count.high or count.low) else None


_FINDING_REPS: Final[dict[type[Clause], Callable[[Level, Any], None]]] = {
    SendOffPart: attach.send_off,
    TargetPart: aims.target,
    BracketPart: bracket,
    SharePart: _share,
    ComposedPart: _compose,
    DividedPart: _divide,
}
"""What finds the reps that a clause speaks of."""


def _work(level: Level, parts: list[Part], index: int, into: Gathered) -> int:
    """Takes the work at an index, as what it can be; gives the index behind it."""
    part = parts[index]
    assert isinstance(part, Work)
    if isinstance(part, Piece):
        if level.entries and (last := times.last_in_turn(level.last, part)) is not None:
            _clause(level, last, parts[index + 1 :], into)
            return index + 1
        doubts.check_counted(level, part)
        if level.entries:
            times.check_jogged(level.last, parts[index - 1], part)
        if part.label is Label.HILL and part.length is None:
            raise part.at.refuse("how many hills, and how long? Write it like 8 x 30s hill")
    elif isinstance(part, Repeat) and level.entries:
        if part.joint is Joint.SLASH and level.last.repeated:
            raise part.at.refuse("a slash between blocks could be a choice; write a comma, or only the one that is run")
        doubts.check_within(level.last, part)
        if part.counted_behind:
            return _counted_behind(level, part, index, into)
    found = doubts.meanings(level, parts, index) if level.entries else [Meant("", part)]
    candidates = [Candidate(one.name, partial(_as_meant, level, one, parts, index, into), one.edits) for one in found]
    question = found[0].question
    return level.path.choose(part.at, question, candidates)


def _as_meant(level: Level, meant: Meant, parts: list[Part], index: int, into: Gathered) -> int:
    part, rest = meant.part, parts[index + meant.size :]
    if meant.said:
        into.said.append(meant.said)
    level.path.strain += meant.strained
    if meant.counted:
        before = level.last
        first = before.children if before.is_set else [replace(before, count=None)]
        joint = part.joint if part.joint is Joint.PLUS else Joint.COMMA
        more = gather([replace(part, joint=joint), *parts[index + 1 : meant.counted]], into, True, [*first])
        level.entries[-1] = Entry(before.at, before.joint, before.count, children=more.entries)
        level.last.recovery = more.set_recovery or (before.recovery if before.is_set else None)
        return meant.counted
    if not isinstance(part, Work):
        _clause(level, part, rest, into)
        return index + meant.size
    level.entries.append(_entry(part, into))
    waiting, level.waiting = level.waiting, []
    for clause in waiting:
        _clause(level, replace(clause, joint=Joint.TIGHT), rest, into)
    return index + 1


def _entry(part: Work, into: Gathered) -> Entry:
    if isinstance(part, Piece):
        return Entry(part.at, part.joint, piece=part, said=[part.said] if part.said else [])
    if isinstance(part, Group):
        level = gather(list(part.parts), into, nested=True)
        if level.set_recovery is not None and level.set_recovery.scope.nth:
            raise level.set_recovery.at.refuse("write what stands between the sets behind the brackets")
        return Entry(part.at, part.joint, children=level.entries, recovery=level.set_recovery, end=part.end)
    inner = _entry(part.body, into)
    if len(inner.children) == 1 and inner.count is None and (only := inner.children[0]).piece and only.piece.pair:
        inner = only  # 10 x 45/15 are reps with their recovery, and no sets
    if inner.count is None:
        return replace(inner, at=part.at, joint=part.joint, count=part.count)
    return Entry(part.at, part.joint, part.count, children=[inner])


def _counted_behind(level: Level, part: Repeat, index: int, into: Gathered) -> int:
    """`600, 200 x4`: four times both, or the last?"""
    last = _entry(part, into)
    times, counted, start = f"{part.count.low} x ", part.count.at, part.body.at.start
    sign = (part.body.end if isinstance(part.body, Piece) else counted.start, counted.end, "")
    itself = Candidate("for its last item", lambda: level.entries.append(last), (put(start, times), sign))
    if _jogged_too(level, part):
        refusal = counted.refuse("is the jog run every time, or once? Put what is repeated in brackets")
        raise refusal.rewritten(put(level.last.at.start, f"{times}("), (sign[0], sign[1], ")"))
    if part.joint not in LISTED or not level.last.single or level.last.around or _run_before(level.last, part):
        itself.take()
        return index + 1
    level.entries.append(replace(_entry(part.body, into), joint=part.joint))
    listed = level.run()
    level.entries.pop()

    def whole() -> None:
        into.said.append(f"x {part.count.low} is taken for the whole list, because sets are spoken of")
        del level.entries[1 - len(listed) :]
        level.entries.append(Entry(listed[0].at, listed[0].joint, replace(part.count, sets=True), children=listed))

    edits = (put(listed[0].at.start, f"{times}("), (sign[0], sign[1], ")"))
    level.path.choose(counted, COUNT, [Candidate("for the whole list", whole, edits), itself])
    return index + 1


def _run_before(run: Entry, part: Repeat) -> bool:
    """`20 min tempo, 5 min rest, 200m x 4`: a long run by time and its rest, before reps by distance."""
    body, rest = part.body, run.recovery
    rested = isinstance(rest, RecoveryPart) and rest.lengths and rest.lengths[0].low >= 3 * MINUTE_NS
    far = isinstance(body, Piece) and body.length is not None and not body.length.timed
    return bool(rested) and far and run.timed and run.length is not None and run.length.low >= 15 * MINUTE_NS


def _jogged_too(level: Level, part: Repeat) -> bool:
    """`1 min easy 1 min hard x 10`, `200 jog 200 hard x 8`: a jog no longer than a few of the reps behind it."""
    jog, body = level.last, part.body
    length = body.length if isinstance(body, Piece) else None
    if len(level.entries) > 1 or jog.label is not Label.JOG or not jog.single or jog.length is None or length is None:
        return False
    short = jog.length.low <= (5 * MINUTE_NS if jog.timed else 800 * M)
    return short and jog.timed is length.timed and jog.length.low <= 2 * length.low


def _header(level: Level, part: Header, parts: list[Part], index: int, into: Gathered) -> int:
    """Counts the lines before (`repeat for 3 rounds`) or those that follow; gives the index behind them."""
    if part.before:
        rounds(level, part, into.said)
        return index + 1
    ends = header_ends(parts, index + 1, part.bulleted)
    places = [
        Candidate(name, partial(int, end)) for name, end in zip(("behind the sets", "in them"), ends, strict=False)
    ]
    end = level.path.choose(parts[min(ends[0], len(parts) - 1)].at, "this could be {}; use brackets", places)
    inner = gather(parts[index + 1 : end], into, nested=True)
    if not inner.entries:
        raise part.at.refuse("nothing follows to be repeated; write the reps of a set on the next lines")
    below = [one for one in parts[index + 1 : end] if isinstance(one, RecoveryPart)]
    everywhere = next((one for one in below if one.scope.range is Range.ALL), None)
    level.entries.append(set_of(inner.entries, part, inner.set_recovery or part.rest or everywhere))
    return end
