"""Where a recovery belongs that says between what it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.meaning.entries import Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside
from trackbuddy.plan.notation.meaning.places import (
    Places,
    alike,
    ends_a_set,
    fits,
    following,
    given,
    or_for_all,
    second,
    strained,
)
from trackbuddy.plan.notation.syntax import Range, RecoveryPart


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
        raise part.at.refuse(
            "there are no sets here, and a recovery stands there already; put the sets in brackets"
        ).decisive()
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
    return places if wide else or_for_all(level, part, run, places)


def capital(level: Level, part: RecoveryPart, more: bool) -> Places:
    """R in a session with sets is between sets, or inside them where another recovery is; else between reps."""
    plain = replace(part, capital=False)
    if level.nested or not any(entry.is_set for entry in level.entries):
        return between_reps(level, plain, more)
    between = between_sets(level, part, more)
    inside = level.last.lacking() if level.last.is_set and level.last.recovery is None else []
    return between + [strained(level, place) for place in given(plain, inside, "between the reps")]
