"""From entries to the session: reps and recoveries in the order in which they are run, with every default put in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from trackbuddy.plan.notation.candidates import Built, Path
from trackbuddy.plan.notation.grammar.document import Document
from trackbuddy.plan.notation.meaning import single, sizes
from trackbuddy.plan.notation.meaning.bracketed import settle_brackets
from trackbuddy.plan.notation.meaning.entries import Entry
from trackbuddy.plan.notation.meaning.gather import Gathered, gather
from trackbuddy.plan.notation.meaning.jogs import settle_units
from trackbuddy.plan.notation.meaning.keeping import Notes, assumed, keep
from trackbuddy.plan.notation.meaning.order import in_order
from trackbuddy.plan.notation.meaning.places import second
from trackbuddy.plan.notation.notes.remarks import Remark
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import Joint, RecoveryPart, SendOffPart
from trackbuddy.plan.printing import print_recovery, print_session
from trackbuddy.plan.session import Block, Label, Open, Recovery, Rep, Session, Step, Timed, Unmeasured
from trackbuddy.plan.target import Target

_OPEN: Final = "no recovery is given somewhere: it is open, and a tap starts the next rep"
_UNSAID: Final = Recovery(Open())
"""An open recovery that nobody asked for, told from others by being this very object."""
_LONGER: Final = re.compile(r"\b(longer|more) between (the )?(sets|rounds)\b", re.IGNORECASE)
_AT_LEAST: Final = "what may be longer between the sets is no shorter than between the reps"
_OPEN_SETS: Final = "no recovery between sets is given: it is open, and a tap starts the next set"


def meaning(document: Document, remarks: Sequence[Remark], path: Path) -> Built:
    """The session a text means along this path, and what was assumed. Raises Refusal where it means none."""
    gathered = Gathered(path)
    level = gather(document.parts, gathered)
    notes = Notes()
    if not level.entries:
        raise Refusal("there is no session in this text; write one like 8 x 200m @ 34, 30s rest")
    if (behind := level.last.then) is not None and path.forks:
        raise behind.at.refuse("nothing follows this recovery; write what is run behind it").decisive()
    label, loose = keep(sorted((*document.remarks, *remarks), key=lambda remark: remark.at), level.entries, notes)
    notes.add(*gathered.said)
    level.entries, misplaced = in_order(level.entries)
    settle_brackets(level.entries)
    settle_units(level.entries)
    sizes.check_size(level.entries)
    sizes.check_clock(level.entries)
    steps = _list(level.entries, notes, top=True)
    if _ends_in_recovery(steps):
        if steps[-1] != Recovery(Open()):
            notes.add("the recovery at the end is not taken, because nothing follows it")
        steps.pop()
    for entry in level.entries:
        sizes.check_long(entry)
    sizes.check_counted(level.entries)
    sizes.check_pair(level.entries)
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
    earlier, later = steps[-1] if steps else None, single.recovery(part, None, notes)
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
    rep = single.rep(entry, entry.targets[0] if entry.targets else None, notes)
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
    count, after = _count(entry, notes), _after(entry, single.rep(entry, None, notes), notes)
    parts = [Entry(one.at, one.joint, piece=one) for one, _ in part.pieces]
    parts[0].notes = entry.notes
    ran = tuple(single.rep(one, aim, notes) for one, (_, aim) in zip(parts, part.pieces, strict=True))
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
            inner = _followed(inner, single.recovery(entry.recovery, None, notes), notes)
        return inner
    body = _list(entry.children, notes, top=False)
    if entry.recovery is not None:
        later = single.recovery(entry.recovery, None, notes)
        if len(body) == 2 and isinstance(body[1], Recovery) and _written(body[1], later, body):
            raise second(entry.recovery)  # 4 x (30s hard, 30s easy), 3 min between sets: are there more reps in a set?
        *others, end = entry.leaves()
        body = _followed(body, later, notes, any(one.recovery is end.recovery for one in others))
    elif isinstance(block := body[-1], Block):
        longer = isinstance(block.steps[-1], Recovery) and any(map(_LONGER.search, entry.notes))
        notes.add(_AT_LEAST if longer else _OPEN_SETS)
        body.append(block.steps[-1] if longer else Recovery(Open()))
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
        rep = single.rep(entry, target, notes)
        after = _maybe(single.recovery(part, rep, notes)) if part is not None else [_UNSAID]
        if size > 1:
            steps.append(Block(size, (rep, *after)))
        else:
            steps += [rep] if last and done == count else [rep, *after]
    return steps


def _targets_in_order(entry: Entry, count: int) -> list[Target | None]:
    if any(share.place for share in entry.shares):
        return _placed(entry, count)
    if entry.shares:
        if entry.targets:
            raise entry.shares[0].at.refuse("these reps already have a target; leave one out")
        shared: list[Target | None] = [share.target for share in entry.shares for _ in range(share.count or 0)]
        if len(shared) != count:
            raise entry.shares[0].at.refuse(f"the targets are for {len(shared)} reps, but there are {count}")
        return shared
    if len(entry.targets) > 1:
        return list(entry.targets)
    return [entry.targets[0] if entry.targets else None] * count


def _placed(entry: Entry, count: int) -> list[Target | None]:
    """`@ 75, last one hard`, `odds at MP`: some reps have a target of their own, the others theirs."""
    found: list[Target | None] = [entry.targets[0] if entry.targets else None] * count
    taken: set[int] = set()
    for share in entry.shares:
        size = share.count or count // 2
        first = {"first": 0, "odd": 0, "even": 1}.get(share.place, count - size)
        own = set(range(first, count, 2) if share.turns else range(first, first + size))
        own = set(range(count)) - taken if share.place == "rest" else own
        halved = share.count is not None or count % 2 == 0
        if size >= count or not halved or not own <= set(range(count)) - taken or len(entry.targets) > 1:
            raise share.at.refuse(f"these are not some of the {count} reps; write a target behind each block")
        taken |= own
        for index in own:
            found[index] = share.target
    if entry.targets and len(taken) == count:
        raise entry.shares[0].at.refuse("these reps already have a target; leave one out")
    return found


def _numbered(entry: Entry, index: int, count: int) -> RecoveryPart | SendOffPart | None:
    """The recovery after the rep of this index."""
    part = entry.recovery
    if part is None and entry.piece is not None and (pair := entry.piece.pair) is not None:
        part = RecoveryPart(entry.at, Joint.TIGHT, (pair,), mode=entry.piece.pair_mode)  # 10 x 30/30, last 2 all out
    if isinstance(part, RecoveryPart) and len(part.lengths) > 1:
        if len(part.lengths) not in (count - 1, count):
            raise part.at.refuse(f"there are {len(part.lengths)} recoveries for {count} reps; write {count - 1}")
        return replace(part, lengths=(part.lengths[index],)) if index < len(part.lengths) else None
    return entry.indexed.get(index + 1, part)


def _after(entry: Entry, rep: Rep, notes: Notes) -> list[Step]:
    """The recovery behind a rep: as said, or open."""
    if entry.recovery is not None:
        return _maybe(single.recovery(entry.recovery, rep, notes))
    if entry.piece is not None and (pair := entry.piece.pair) is not None:
        single.check_measure(pair)
        return [Recovery(Timed(pair.low, pair.high), entry.piece.pair_mode)]
    return [Recovery(Open()) if entry.around else _UNSAID]
