"""The places that a recovery may have, what puts it there, and which are meant by `between sets`, `between reps`, R."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.meaning.entries import LISTED, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.refusal import Edit, Refusal, put
from trackbuddy.plan.notation.syntax import Joint, Range, RecoveryPart, Scope, SendOffPart
from trackbuddy.plan.notation.text.lexicon import NEARLY
from trackbuddy.plan.notation.text.scanner import Kind
from trackbuddy.plan.session import Mode

Places = list[Candidate[None]]


def second(part: RecoveryPart | SendOffPart, before: Entry | None = None) -> Refusal:
    """What is asked of a recovery behind one: was that a target, or does this one stand between the sets?"""
    refusal = part.at.refuse("this is a second recovery for the same reps; leave one out or say between what it stands")
    one = before.recovery if before is not None else None
    if isinstance(one, RecoveryPart) and one.lengths and one.lengths[0].end == one.end:
        mere = one.at.kind is not Kind.WORD or one.at.text in NEARLY
        start = one.at.end if one.at.text in ("(", "[") else one.at.start
        if mere and one.lengths[0].timed:
            refusal.mended(start, start, "@ ")
    return refusal.mended(part.end, part.end, " between sets") if before is not None and before.is_set else refusal


def given(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """The recovery of all these entries; no place where there are none."""

    def take() -> None:
        for entry in entries:
            entry.recovery, entry.alike = part, False

    several = len(part.lengths) > 1 and any(entry.is_set for entry in entries)
    return [Candidate(name, take, edits or None)] if entries and not several else []


def following(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """Between each of these blocks and the next."""

    def take() -> None:
        for entry in entries:
            entry.then = part

    return [Candidate(name, take, edits or None)] if entries and len(part.lengths) < 2 else []


def alike(entry: Entry, part: RecoveryPart, open_: list[Entry]) -> None:
    """In a plain list the recovery stands between the rounds too, as long as nothing else is said of them."""
    for one in (*open_, entry):
        one.recovery = part
    entry.alike = entry.repeated


def behind(part: RecoveryPart, words: str) -> Edit:
    return put(part.end, words)


def strained(level: Level, place: Candidate[None]) -> Candidate[None]:
    def take() -> None:
        level.path.strain += 1
        place.take()

    return replace(place, take=take)


def everything(level: Level, part: RecoveryPart, more: bool) -> Places:
    """`2 x (500, rest, 300), 2 min between everything`: also where a mere rest was written before."""
    every = [leaf for entry in level.entries for leaf in entry.leaves()]
    leaves = [leaf for leaf in every if ((leaf.lacks and not leaf.around) or _mere(leaf)) and fits(part.scope, leaf)]
    sets = [entry for entry in all_sets(level.entries) if entry.recovery is None]
    return given(part, leaves + sets)


def _mere(entry: Entry) -> bool:
    rest = entry.recovery
    if not isinstance(rest, RecoveryPart):
        return False
    return rest.mode is Mode.REST and not (rest.lengths or rest.open_words or rest.equal or rest.none or rest.scope)


def all_sets(entries: list[Entry]) -> list[Entry]:
    return [found for entry in entries if entry.is_set for found in (entry, *all_sets(entry.children))]


def fits(scope: Scope, entry: Entry) -> bool:
    mm = [leaf.distance_mm() or 0 for leaf in entry.leaves()]
    only = all(_near(one, scope.only_mm) for one in mm) if scope.only_mm is not None else True
    return only and not (scope.except_mm is not None and any(_near(one, scope.except_mm) for one in mm))


def _near(one: int, other: int) -> bool:
    """A mile is 1600 m to those who speak of the miles."""
    return abs(one - other) * 100 <= other


def ends_a_set(leaf: Entry, entries: list[Entry]) -> bool:
    """A single rep at the end of a set is followed by the recovery between sets."""
    return leaf.single and any(found.children[-1] is leaf and found.repeated for found in all_sets(entries))


def or_for_all(level: Level, part: RecoveryPart, run: list[Entry], places: Places) -> Places:
    """`4x400, 4x200 with 200m jog`: is that for the 400s too? And `400; 300; 200, 90s rest`?"""
    earlier = [entry for entry in level.entries if entry not in run and not is_aside(entry) and entry.lacking()]
    if not any(entry.repeated or _one_list(entry, run[0]) for entry in earlier):
        return places
    ends = [leaf.piece.end for entry in earlier for leaf in entry.lacking() if leaf.piece is not None]
    edits = tuple(put(end, ", open recovery") for end in ends)
    wide = everything(level, part, more=False)
    all_ = [replace(place, name="for all", edits=(behind(part, " between everything"),)) for place in wide]
    if any(entry.is_set for entry in level.entries):
        leaves = [leaf for entry in level.entries for leaf in entry.lacking()]
        all_ += given(part, leaves, "for all reps")
    return all_ + [replace(place, edits=(*(place.edits or ()), *edits)) for place in places]


def _one_list(entry: Entry, after: Entry) -> bool:
    """Could a single rep and what follows be one list?"""
    same_line = after.joint in (*LISTED, Joint.TIGHT)
    plain = entry.piece is None or (entry.piece.plain and not entry.targets)
    return after.single or (same_line and plain)


def between_sets(level: Level, part: RecoveryPart, more: bool) -> Places:
    if part.scope.of:
        _divide(level, part)
    sets = [entry for entry in level.entries if entry.is_set and entry.repeated and fits(part.scope, entry)]
    if not part.joint.loose and sets and sets[-1] is not level.last:
        level.path.strain += 1
        earlier = given(part, [entry for entry in sets if entry.recovery is None], "between the sets before")
        return earlier + following(part, [level.last] if more else level.entries[:-1], "between the blocks")
    if not part.joint.loose:
        sets = sets[-1:]
    if sets:
        open_ = [entry for entry in sets if entry.recovery is None or entry.alike]
        if not open_ or (level.last in open_ and level.last.then is not None):
            raise second(part).decisive()  # what stands between the sets is said before what comes after them
        return given(part, open_, "between the sets")
    if level.nested:
        level.set_recovery = part
        return [Candidate("between the sets", lambda: None)]
    level.path.strain += 1
    if (more and not level.winding_down) or len([entry for entry in level.entries if not entry.around]) > 1:
        return between_blocks(level, part, more)
    if level.last.repeated:
        return given(part, [level.last] if level.last.lacks else [])
    raise part.at.refuse("there are no sets here; write sets as 3 x (4 x 200m)").decisive()


def _divide(level: Level, part: RecoveryPart) -> None:
    """`12 x 400, 3 min after every 4` are three sets of four, unless sets of four stand there already."""
    whole, size = level.last, part.scope.of
    reps = whole.count.low or 0 if whole.count is not None and not whole.count.high else 0
    if len(whole.targets) > 1 or whole.shares:
        raise part.at.refuse("the reps have targets of their own, so their sets can't be told; write each set")
    if whole.piece is not None and whole.count is not None and reps % size == 0 and reps > size:
        sets = replace(whole.count, low=reps // size, sets=True)
        level.entries[-1] = Entry(
            whole.at, whole.joint, sets, children=[replace(whole, count=replace(whole.count, low=size))], divided=True
        )
    elif not (whole.is_set and any(one.count is not None and one.count.low == size for one in whole.children)):
        raise part.at.refuse(f"the reps before this are no sets of {size}; write sets as 3 x ({size} x 400m)")


def between_blocks(level: Level, part: RecoveryPart, more: bool) -> Places:
    if any(entry.count is not None and entry.count.blocks for entry in level.entries):
        return between_sets(level, replace(part, scope=replace(part.scope, range=Range.SETS)), more)
    work = [entry for entry in level.entries if not entry.around]
    gaps = [level.last] if more and not (level.winding_down and len(work) > 1) else work[:-1]
    if more and gaps and all(entry.single and entry.recovery is not None for entry in gaps):
        gaps = [level.last]  # nothing else is open but what stands before the cool-down
    if part.scope.range is Range.SETS and any(entry.single and entry.recovery is not None for entry in gaps):
        raise part.at.refuse("there are no sets here, and a recovery is there already; put sets in brackets").decisive()
    if not gaps:
        raise part.at.refuse("there is only one block, so nothing lies between blocks; write between reps or sets")
    return following(part, [entry for entry in gaps if entry.then is None])


def between_reps(level: Level, part: RecoveryPart, more: bool) -> Places:
    scope = part.scope
    filtered = scope.only_mm is not None or scope.except_mm is not None or scope.every
    wide = part.joint.loose or filtered
    run = level.entries if wide else level.run()
    leaves = [leaf for entry in run for leaf in entry.lacking() if fits(scope, leaf)]
    leaves = [leaf for leaf in leaves if not is_aside(leaf)] or leaves
    inner = [leaf for leaf in leaves if scope.behind or not ends_a_set(leaf, run)] or ([] if filtered else leaves)
    unsaid = scope.bare and level.last.is_set and level.last.recovery is None
    if unsaid and leaves == level.last.lacking() and len(inner) < len(leaves):
        places: Places = [Candidate("for the last reps only", partial(alike, level.last, part, leaves))]
        return places if wide else or_for_all(level, part, run, places)
    places = given(part, inner, "for the last reps only")
    # 5 x (600, 300), 75s between; 5 x (600, 300), all off 75s
    listed = level.last.repeated and leaves == level.last.children and level.last.recovery is None
    if listed and (scope.bare or (scope.every and all(leaf.single for leaf in leaves))):
        return [Candidate("between the reps", lambda: alike(level.last, part, leaves))]
    if not places and scope.bare and level.last.is_set and level.last.recovery is None:
        return given(part, [level.last], "between the sets")
    recovered = not any(entry.lacking() for entry in level.entries)
    if not places and scope.bare and (wide or recovered) and len(level.entries) > 1:
        return between_blocks(level, part, more)  # 4 x 1k off 2 min; 4 x 400 off 60s; 5 min between
    return places if wide else or_for_all(level, part, run, places)


def capital(level: Level, part: RecoveryPart, more: bool) -> Places:
    """R in a session with sets is between sets, or inside them where another recovery is; else between reps."""
    plain = replace(part, capital=False)
    if level.nested or not any(entry.is_set for entry in level.entries):
        return between_reps(level, plain, more)
    between = between_sets(level, part, more)
    inside = level.last.lacking() if level.last.is_set and level.last.recovery is None else []
    return between + [strained(level, place) for place in given(plain, inside, "between the reps")]


def one_each(level: Level, part: RecoveryPart) -> bool:
    """`3 x 1 mile, 4 x 800, 6 x 400 off 3 min, 2 min, 1 min`: as many recoveries as blocks, from the first on.

    Of two the longer comes first: `off 60s and 3 min` could as well be within the blocks and between them.
    """
    blocks = [entry for entry in level.entries if not is_aside(entry)]
    count, size = level.last.count, len(part.lengths)
    if size < 2 or size != len(blocks) or part.scope or count is None or count.low in (size, size + 1):
        return False  # 3 x 1k, 3 x 400 with 90s and 60s rest: in turn behind the last?
    falling = size > 2 or part.lengths[1].low < part.lengths[0].low
    if not falling or not all(one.repeated and one.piece and one.recovery is None for one in blocks):
        return False
    for entry, one in zip(blocks, part.lengths, strict=True):
        entry.recovery = replace(part, lengths=(one,))
    blocks[0].said.append("as many recoveries as blocks are given to them in their order")
    return True
