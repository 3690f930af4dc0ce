"""From entries to the session: reps and recoveries in the order in which they are run, with every default put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from trackbuddy.plan.notation.candidates import Built, Path
from trackbuddy.plan.notation.figures.lengths import as_recovery, as_work
from trackbuddy.plan.notation.figures.paces import settled
from trackbuddy.plan.notation.figures.plausible import as_run
from trackbuddy.plan.notation.grammar.document import Document
from trackbuddy.plan.notation.meaning import sizes
from trackbuddy.plan.notation.meaning.aims import settle_brackets
from trackbuddy.plan.notation.meaning.entries import MOVING, Entry
from trackbuddy.plan.notation.meaning.gather import Gathered, gather
from trackbuddy.plan.notation.meaning.jogs import settle_units
from trackbuddy.plan.notation.meaning.keeping import Notes, assumed, keep
from trackbuddy.plan.notation.meaning.order import in_order
from trackbuddy.plan.notation.meaning.places import second, settle_rounds
from trackbuddy.plan.notation.notes.remarks import Remark
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Dimension, Joint, Length, Piece, RecoveryPart, SendOffPart
from trackbuddy.plan.printing import print_recovery, print_session
from trackbuddy.plan.session import (
    Block,
    ByDistance,
    ByTime,
    Covered,
    Label,
    Mode,
    Open,
    Recovery,
    Rep,
    SameDistance,
    SameTime,
    SendOff,
    Session,
    Step,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.plan.target import EffortTarget, PaceTarget, Target, TimeTarget, TrainingTarget
from trackbuddy.units import MINUTE_NS, NS

_OPEN: Final = "no recovery is given somewhere: it is open, and a tap starts the next rep"
_UNSAID: Final = Recovery(Open())
"""An open recovery that nobody asked for, told from others by being this very object."""
_OPEN_SETS: Final = "no recovery between sets is given: it is open, and a tap starts the next set"
_LONGEST_MINUTES_NS: Final = 20 * MINUTE_NS
"""From here on `30'` is rather seconds with one stroke too few."""


def meaning(document: Document, remarks: Sequence[Remark], path: Path) -> Built:
    """The session a text means along this path, and what was assumed. Raises Refusal where it means none."""
    gathered = Gathered(path)
    level = gather(document.parts, gathered)
    notes = Notes()
    if not level.entries:
        raise Refusal("there is no session in this text; write one like 8 x 200m @ 34, 30s rest")
    label, loose = keep(sorted((*document.remarks, *remarks), key=lambda remark: remark.at), level.entries, notes)
    notes.add(*gathered.said)
    level.entries, misplaced = in_order(level.entries)
    settle_brackets(level.entries)
    settle_units(level.entries)
    settle_rounds(level.entries, path)
    sizes.check_size(level.entries)
    steps = _list(level.entries, notes, top=True)
    if _ends_in_recovery(steps):
        if steps[-1] != Recovery(Open()):
            notes.add("the recovery at the end is not taken, because nothing follows it")
        steps.pop()
    for entry in level.entries:
        sizes.check_long(entry)
    sizes.check_pair(level.entries)
    sizes.check_counted(level.entries)
    notes.add(*assumed(level.entries))
    if _any_unsaid(steps):
        notes.add(_OPEN)
    session = Session(tuple(steps), options=gathered.options, label=label, remarks=loose)
    if misplaced is not None:
        raise misplaced.instead(print_session(session))
    return session, tuple(notes.said)


def _ends_in_recovery(steps: Sequence[Step]) -> bool:
    """Does the session end in one that stands behind a block, or that nobody asked for?"""
    if len(steps) < 2 or not isinstance(steps[-1], Recovery):
        return False
    return steps[-1] == Recovery(Open()) or isinstance(steps[-2], Block)


def _any_unsaid(steps: Sequence[Step]) -> bool:
    return any(step is _UNSAID or (isinstance(step, Block) and _any_unsaid(step.steps)) for step in steps)


def alone(part: RecoveryPart | SendOffPart) -> Recovery | None:
    """A recovery by itself, as a step of its own; None for `no rest`, and for one that says where it stands."""
    if isinstance(part, RecoveryPart) and (part.scope or part.index is not None or len(part.lengths) > 1):
        return None
    return _convert(part, None, Notes())


def _list(entries: Sequence[Entry], notes: Notes, top: bool) -> list[Step]:
    """The steps of a list. In the session's own list nothing follows the last rep unless it was said."""
    steps: list[Step] = []
    for index, entry in enumerate(entries):
        last = top and index == len(entries) - 1
        steps += _steps(entry, notes, last)
        if entry.then is not None:
            steps = _then(steps, entry.then, notes)
    return steps


def _then(steps: list[Step], part: RecoveryPart, notes: Notes) -> list[Step]:
    """`3 min recovery, standing` is one recovery; of `3 min rest, 2 min jog` nobody knows which is meant, or both."""
    earlier, later = steps[-1] if steps else None, _recovery(part, None, notes)
    if isinstance(earlier, Recovery) and later is not None and _written(earlier, later, steps):
        if later.measure == Open() and earlier.mode in (None, later.mode):
            return [*steps[:-1], replace(earlier, mode=later.mode)]
        if later.measure == Open() or not (part.joint.loose or part.joint in (Joint.SEMICOLON, Joint.THEN)):
            raise part.at.refuse("two recoveries stand side by side; write one, or say between what each stands")
    return _followed(steps, later, notes)


def _followed(steps: list[Step], later: Recovery | None, notes: Notes, shared: bool | None = None) -> list[Step]:
    """Of two recoveries in a row the later holds, so the earlier isn't kept; another that was written is named.

    `shared`: does the earlier stand behind other reps too, by the same words? None where only the steps tell.
    """
    if not steps or not isinstance(steps[-1], Recovery):
        return [*steps, *_maybe(later)]
    if not shared and _written(steps[-1], later, steps if shared is None else steps[-1:]):
        notes.add(f"{print_recovery(steps[-1])} is not taken where another recovery follows it")
    return [*steps[:-1], *_maybe(later)]


def _written(earlier: Recovery, later: Recovery | None, steps: list[Step]) -> bool:
    """Was it said for this place alone, with a length that would be lost?"""
    return earlier not in (later, *steps[:-1]) and not isinstance(earlier.measure, Open)


def _shared(entry: Entry) -> bool:
    """Was the recovery of a list's last rep said for other reps of the list, too?"""
    *others, last = entry.leaves()
    return any(one.recovery is last.recovery for one in others)


def _maybe(step: Recovery | None) -> list[Step]:
    return [step] if step is not None else []


def _steps(entry: Entry, notes: Notes, last: bool) -> list[Step]:
    if entry.is_set:
        return _set(entry, notes, last)
    listed = isinstance(entry.recovery, RecoveryPart) and len(entry.recovery.lengths) > 1
    if entry.parts is not None:
        return _in_parts(entry, notes, listed)
    if entry.shares or entry.indexed or len(entry.targets) > 1 or listed:
        return _one_by_one(entry, notes, last)
    count = _count(entry, notes)
    rep = _rep(entry, entry.targets[0] if entry.targets else None, notes)
    after = _after(entry, rep, notes)
    if not entry.repeated:
        if rep.label is Label.STRIDE and isinstance(rep.work, Unmeasured) and entry.count is None:
            return [Block(None, (rep, *after))]
        return [rep] if last and entry.lacks else [rep, *after]
    return [Block(count, (rep, *after))]


def _in_parts(entry: Entry, notes: Notes, listed: bool) -> list[Step]:
    """`5 x 300m as 200m @ mile, 100m hard`: the parts of each rep in its place."""
    part = entry.parts
    assert part is not None
    equal = isinstance(entry.recovery, RecoveryPart) and entry.recovery.equal
    if entry.shares or entry.indexed or entry.targets or listed or equal:
        raise part.at.refuse("these reps are run in parts; write what else is said of them behind one of the parts")
    count, after = _count(entry, notes), _after(entry, _rep(entry, None, notes), notes)
    parts = [Entry(one.at, one.joint, piece=one) for one, _ in part.pieces]
    parts[0].notes = entry.notes
    ran = tuple(_rep(one, aim, notes) for one, (_, aim) in zip(parts, part.pieces, strict=True))
    body: tuple[Step, ...] = (*(ran if part.times == 1 else (Block(part.times, ran),)), *after)
    return [*body] if count == 1 else [Block(count, body)]


def _count(entry: Entry, notes: Notes) -> int | None:
    count = entry.count
    if count is None:
        return 1
    if count.high is not None and count.low is not None:
        if count.high <= count.low:
            raise count.at.refuse("a range of reps runs from the smaller to the larger number; write it like 6-8 x")
        notes.add(f"{count.low} to {count.high} are asked for: {count.low} are planned")
    return count.low


def _set(entry: Entry, notes: Notes, last: bool) -> list[Step]:
    """A list run several times; without a count its steps are the session's own."""
    if not entry.repeated:
        inner = _list(entry.children, notes, top=last and entry.recovery is None)
        if entry.recovery is not None:
            inner = _followed(inner, _convert(entry.recovery, None, notes), notes)
        return inner
    body = _list(entry.children, notes, top=False)
    if entry.recovery is not None:
        later = _convert(entry.recovery, None, notes)
        if len(body) == 2 and isinstance(body[1], Recovery) and _written(body[1], later, body):
            raise second(entry.recovery)  # 4 x (30s hard, 30s easy), 3 min between sets: are there more reps in a set?
        body = _followed(body, later, notes, _shared(entry))
    elif isinstance(body[-1], Block):
        notes.add(_OPEN_SETS)
        body.append(Recovery(Open()))
    return [Block(_count(entry, notes), tuple(body), entry.note)]


def _one_by_one(entry: Entry, notes: Notes, last: bool) -> list[Step]:
    """A block whose reps differ, in target or recovery, written out; equal neighbours stay blocks."""
    if entry.label is Label.HILL and entry.length is None:
        raise entry.at.refuse("how long are the hills? Write it like 3 x 30s hill")
    count = _count(entry, notes) or 1
    targets = _targets_in_order(entry, count)
    pairs = [(targets[index], _numbered(entry, index, count)) for index in range(count)]
    steps: list[Step] = []
    done = 0
    for (target, part), group in groupby(pairs):
        size = len(list(group))
        done += size
        rep = _rep(entry, target, notes)
        after = _maybe(_convert(part, rep, notes)) if part is not None else [_UNSAID]
        if size > 1:
            steps.append(Block(size, (rep, *after)))
        else:
            steps += [rep] if last and done == count else [rep, *after]
    return steps


def _targets_in_order(entry: Entry, count: int) -> list[Target | None]:
    if entry.shares:
        if entry.targets:
            raise entry.shares[0].at.refuse("these reps already have a target; leave one out")
        shared: list[Target | None] = [share.target for share in entry.shares for _ in range(share.count)]
        if len(shared) != count:
            raise entry.shares[0].at.refuse(f"the targets are for {len(shared)} reps, but there are {count}")
        return shared
    if len(entry.targets) > 1:
        return list(entry.targets)
    return [entry.targets[0] if entry.targets else None] * count


def _numbered(entry: Entry, index: int, count: int) -> RecoveryPart | SendOffPart | None:
    """The recovery after the rep of this index."""
    part = entry.recovery
    if isinstance(part, RecoveryPart) and len(part.lengths) > 1:
        if len(part.lengths) not in (count - 1, count):
            raise part.at.refuse(f"there are {len(part.lengths)} recoveries for {count} reps; write {count - 1}")
        return replace(part, lengths=(part.lengths[index],)) if index < len(part.lengths) else None
    return entry.indexed.get(index + 1, part)


def _after(entry: Entry, rep: Rep, notes: Notes) -> list[Step]:
    """The recovery behind a rep: as said, or open."""
    if entry.recovery is not None:
        return _maybe(_convert(entry.recovery, rep, notes))
    if entry.piece is not None and (pair := entry.piece.pair) is not None:
        _check_measure(pair)
        return [Recovery(Timed(pair.low, pair.high), entry.piece.pair_mode)]
    return [Recovery(Open()) if entry.around else _UNSAID]


def _convert(part: RecoveryPart | SendOffPart, rep: Rep | None, notes: Notes) -> Recovery | None:
    if isinstance(part, SendOffPart):
        _check_send_off(part, rep)
        return Recovery(SendOff(part.ns))
    return _recovery(part, rep, notes)


def _check_send_off(part: SendOffPart, rep: Rep | None) -> None:
    """A send-off that comes before the rep is over is a rest written short, or a slip."""
    if not 0 < part.ns <= sizes.MAX_TIME_NS:
        raise part.at.refuse("a send-off is longer than nothing and no longer than 24 hours; write it like on 1:30")
    if rep is None:
        return
    took = _target_ns(rep)
    if took is not None and part.ns <= took:
        refusal = part.at.refuse(
            "this send-off is not longer than the rep's target, so no rep could start on it; write rest behind a rest"
        )
        if part.end and part.ns % NS == 0:
            refusal.mended(part.at.start, part.end, f"{part.ns // NS}s rest")
        raise refusal


def _target_ns(rep: Rep) -> int | None:
    if isinstance(rep.work, ByTime):
        return rep.work.ns
    if isinstance(rep.target, TimeTarget):
        return rep.target.low_ns
    if isinstance(rep.target, PaceTarget) and isinstance(rep.work, ByDistance):
        return rep.target.low.over(rep.work.mm)
    return None


def _recovery(part: RecoveryPart, rep: Rep | None, notes: Notes) -> Recovery | None:
    if part.none:
        return None
    if part.lengths:
        return _measured(part, notes)
    if part.equal in ("half distance", "half time"):
        return Recovery(_half(part, rep), part.mode)
    if part.equal is not None:
        return Recovery(_same(part, rep, notes), part.mode)
    words = part.open_words if part.open_words != "open" else None
    return Recovery(Open(words), part.mode)


def _measured(part: RecoveryPart, notes: Notes) -> Recovery:
    one = as_recovery(part.lengths[0], moving=part.mode in MOVING)
    _check_measure(one)
    if one.unit == "'" and one.low >= _LONGEST_MINUTES_NS:
        refusal = one.at.refuse(f"{one.at.text}' is {one.at.text} minutes; write {one.at.text}s, or the minutes as min")
        raise refusal.mended(one.at.start, one.end, f"{one.at.text}s", f"{one.at.text} min")
    if one.assumed:
        notes.add(one.assumed)
    if part.way is not None:
        _check_measure(part.way)
    if one.timed:
        way = as_recovery(part.way, moving=True).low if part.way is not None else None
        return Recovery(Timed(one.low, one.high, way_mm=way), part.mode, part.target)
    return Recovery(Covered(one.low), part.mode, part.target)


def _check_measure(one: Length) -> None:
    _check_longest(one)
    if one.low <= 0:
        raise one.at.refuse("a recovery of nothing can't be timed; write no rest, or a length like 30s rest")


def _same(part: RecoveryPart, rep: Rep | None, notes: Notes) -> SameTime | SameDistance:
    what = part.equal
    if what == "unsaid":
        jogged = part.mode in (Mode.JOG, Mode.WALK) and rep is not None and isinstance(rep.work, ByDistance)
        what = "distance" if jogged else "time"
        notes.add(f"the equal recovery is taken as equal in {what}")
    return SameDistance() if what == "distance" else SameTime()


def _half(part: RecoveryPart, rep: Rep | None) -> Covered | Timed:
    """Half of a rep of known length, in its own measure."""
    if rep is not None and isinstance(rep.work, ByDistance) and part.equal == "half distance":
        return Covered(rep.work.mm // 2)
    if rep is not None and isinstance(rep.work, ByTime):
        return Timed(rep.work.ns // 2)
    raise part.at.refuse("half of what? Write the recovery's length, like 200m jog")


def _rep(entry: Entry, target: Target | None, notes: Notes) -> Rep:
    piece = entry.piece
    assert piece is not None
    if piece.length is not None and (said := as_work(piece.length).assumed):
        notes.add(said)
    return Rep(_work(piece), _aim(piece, target, notes), piece.label, piece.cadence, entry.note)


def _work(piece: Piece) -> Work:
    if piece.length is None:
        return Unmeasured()
    one = as_work(piece.length)
    if one.low <= 0:
        raise piece.at.refuse("a rep of nothing can't be run; write a length like 200m or 30s")
    _check_longest(one)
    return ByDistance(one.low) if one.dimension is Dimension.DISTANCE else ByTime(one.low, one.high)


def _check_longest(one: Length) -> None:
    longest = sizes.MAX_TIME_NS if one.timed else sizes.MAX_DISTANCE_MM
    if max(one.low, one.high or 0) > longest:
        raise one.at.refuse("this is longer than any session; lengths go up to 200 km and 24 hours")


def _aim(piece: Piece, target: Target | None, notes: Notes) -> Target | None:
    beside: Target | None = TrainingTarget(piece.letter) if piece.letter else None
    if beside is None and piece.words is not None:
        beside = EffortTarget(piece.words)
    if target is None:
        return beside
    target, said = as_run(target, piece.length, piece.at)
    notes.add(*filter(None, [said]))
    if beside is not None and beside != target:
        notes.add(f"“{piece.words or piece.letter}” is not kept beside the target")
    unit = piece.length.unit if piece.length is not None else ""
    found = settled(target, unit)
    if found is None:
        raise piece.at.refuse("the target's pace could be per km or per mile; write it like 5:30/mile")
    return found
