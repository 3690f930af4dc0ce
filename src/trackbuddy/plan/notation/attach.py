"""Which reps a clause speaks of: recoveries, send-offs and targets find the entries they belong to.

The rules, each from how coaches write: a clause on the same line belongs to what stands directly before it, and to the
whole of a plain list; a sentence or a line of its own belongs to every block that has none yet; a clause that says what
it stands between belongs there. Where two entries could be meant, nothing is attached: the text is refused.
"""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.plan.notation.entries import Entry, Level
from trackbuddy.plan.notation.jogs import is_aside, is_work, jog, lacking
from trackbuddy.plan.notation.refusal import Refusal
from trackbuddy.plan.notation.syntax import (
    Dimension,
    Joint,
    Range,
    RecoveryPart,
    Scope,
    SendOffPart,
)
from trackbuddy.plan.target import TimeTarget


def recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    """Gives a recovery to the entries it speaks of; `more`: does work follow? Raises Refusal where that is unclear."""
    if not level.entries:
        raise part.at.refuse("a recovery stands before any work; write the reps first, like 8 x 200m, 30s rest")
    if part.index is not None:
        _numbered(level.last, part)
        return
    if len(part.lengths) > 1 and part.scope.range in (Range.SETS, Range.BLOCKS):
        raise part.at.refuse("these are several recoveries for one place; write which stands where")
    _check_behind_time(level, part)
    if not part.lengths and not (part.lead or part.open_words or part.equal or part.none):
        _check_bare_word(part)
    if part.at.text == "straight-into" and not level.last.single:
        raise part.at.refuse(
            "this could be without rest between the reps or behind the last; write the reps one by one"
        )
    if part.capital:
        part = _capital(level, part)
    if level.last.indexed and level.last.recovery is None:
        level.last.recovery = part
        return
    ranges = {
        Range.SETS: _sets,
        Range.BLOCKS: _blocks,
        Range.ALL: _everything,
        Range.REPS: _reps,
        Range.UNSAID: _unsaid,
    }
    ranges[part.scope.range](level, part, more)


def _numbered(entry: Entry, part: RecoveryPart) -> None:
    """`R1=1mn`: the recovery after the first rep of a block."""
    reps = entry.count.low if entry.count is not None and entry.count.low is not None else 1
    if entry.is_set or not part.lengths or not 1 <= (part.index or 0) <= reps or part.index in entry.indexed:
        raise part.at.refuse("this numbers a recovery that the reps before it don't have; write R1=1min R2=2min")
    entry.indexed[part.index or 0] = part


def _check_behind_time(level: Level, part: RecoveryPart) -> None:
    """`@ 68-90s rest`: whose is the 90?"""
    targets = level.last.targets
    said = part.lengths or part.lead or part.open_words or part.equal or part.none
    if part.joint is Joint.TIGHT and not said and targets and isinstance(targets[-1], TimeTarget):
        refusal = part.at.refuse("the time before this could be the target or the recovery; write both, with a comma")
        raise refusal.mended(part.at.start, part.at.start, ", ")


def _check_bare_word(part: RecoveryPart) -> None:
    """`4 x 400m jog`, `10 x 60s rest`: right behind the length a mere word leaves open what that length is."""
    if part.scope.range is Range.UNSAID and part.joint is Joint.TIGHT:
        refusal = part.at.refuse(f"“{part.at.raw}” could be how the reps are run, or the recovery; write which")
        raise refusal.mended(part.at.start, part.at.start, "with ")


def _capital(level: Level, part: RecoveryPart) -> RecoveryPart:
    """R outside a set's brackets, in a session with sets, is between sets; anywhere else between reps."""
    sets = not level.nested and any(entry.is_set for entry in level.entries)
    return replace(part, scope=Scope(Range.SETS if sets else Range.REPS))


def second(part: RecoveryPart | SendOffPart) -> Refusal:
    return part.at.refuse("this is a second recovery for the same reps; leave one out or say between what it stands")


def _sets(level: Level, part: RecoveryPart, more: bool) -> None:
    sets = [entry for entry in level.entries if entry.is_set and entry.repeated and _fits(part.scope, entry)]
    if not part.joint.loose and sets:
        if sets[-1] is not level.last:
            raise part.at.refuse("the sets are not what stands before this; write it directly behind the sets")
        sets = sets[-1:]
    if sets:
        _give(part, [entry for entry in sets if entry.recovery is None])
    elif level.nested:
        level.set_recovery = part
    elif len([entry for entry in level.entries if not entry.around]) > 1:
        _blocks(level, part, more)
    elif level.last.repeated:
        _give(part, [level.last] if level.last.lacks else [])
    else:
        raise part.at.refuse("there are no sets here; write sets as 3 x (4 x 200m)")


def _blocks(level: Level, part: RecoveryPart, more: bool) -> None:
    work = [entry for entry in level.entries if not entry.around]
    gaps = [level.last] if more else [entry for entry in work[:-1] if entry.then is None]
    if part.scope.range is Range.SETS and any(entry.single and entry.recovery is not None for entry in gaps):
        raise part.at.refuse("there are no sets here, and a recovery stands there already; put the sets in brackets")
    if not gaps:
        raise part.at.refuse("there is only one block, so nothing lies between blocks; write between reps or sets")
    for entry in gaps:
        entry.then = part


def _everything(level: Level, part: RecoveryPart, more: bool) -> None:
    leaves = [leaf for entry in level.entries for leaf in entry.lacking() if _fits(part.scope, leaf)]
    sets = [entry for entry in _all_sets(level.entries) if entry.recovery is None]
    _give(part, leaves + sets)


def _all_sets(entries: list[Entry]) -> list[Entry]:
    return [found for entry in entries if entry.is_set for found in (entry, *_all_sets(entry.children))]


def _reps(level: Level, part: RecoveryPart, more: bool) -> None:
    filtered = part.scope.only_mm is not None or part.scope.except_mm is not None
    filtered = filtered or part.scope.every
    entries = level.entries if part.joint.loose or filtered else level.run()
    if not (part.joint.loose or filtered):
        _check_earlier_lack(level, part, entries)
    leaves = [leaf for entry in entries for leaf in entry.lacking() if _fits(part.scope, leaf)]
    leaves = [leaf for leaf in leaves if not is_aside(leaf)] or leaves
    inner = [leaf for leaf in leaves if not _ends_a_set(leaf, entries)]
    if not inner and leaves and not filtered:
        inner = leaves
    _give(part, inner)


def _ends_a_set(leaf: Entry, entries: list[Entry]) -> bool:
    """A single rep at the end of a set is followed by the recovery between sets."""
    return leaf.single and any(found.children[-1] is leaf and found.repeated for found in _all_sets(entries))


def _fits(scope: Scope, entry: Entry) -> bool:
    mm = {leaf.distance_mm() for leaf in entry.leaves()}
    return (scope.only_mm is None or mm == {scope.only_mm}) and (scope.except_mm is None or scope.except_mm not in mm)


def _give(part: RecoveryPart, entries: list[Entry]) -> None:
    if not entries:
        raise second(part)
    for entry in entries:
        entry.recovery = part


def _unsaid(level: Level, part: RecoveryPart, more: bool) -> None:
    if part.soft and is_work(level, part, more):
        level.entries.append(jog(part))
    elif level.last.around and level.last.recovery is None:
        level.last.recovery = part
    elif not lacking(level.last):
        _behind_a_recovery(level, part, more)
    elif part.joint.loose or part.joint is Joint.THEN:
        _sentence(level, part, more)
    else:
        _on_the_line(level, part, more)


def _behind_a_recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    """A further recovery is the one between this block and the next, if there is a next."""
    if not more or part.joint is Joint.TIGHT or level.last.then is not None or level.last.around:
        raise second(part)
    if isinstance(level.last.recovery, SendOffPart) and not part.joint.loose:
        raise second(part)
    level.last.then = part


def _sentence(level: Level, part: RecoveryPart, more: bool) -> None:
    """A recovery on a line of its own: for everything before that has none."""
    lacking = [leaf for entry in level.entries for leaf in entry.lacking()]
    lacking = [leaf for leaf in lacking if not is_aside(leaf)] or lacking
    if (
        more
        and not level.winding_down
        and (len([entry for entry in level.entries if entry.lacking()]) > 1 or not level.last.single)
    ):
        refusal = part.at.refuse("this recovery could be between the reps or between the blocks; write which")
        raise refusal.mended(part.end, part.end, " between reps", " between blocks")
    if level.last.is_set:
        _on_set(level.last, part)
        lacking = [leaf for leaf in lacking if leaf.lacks]
        if lacking:
            raise second(part)
    else:
        _give(part, lacking)


def _on_the_line(level: Level, part: RecoveryPart, more: bool) -> None:
    if level.last.is_set:
        _on_set(level.last, part)
        return
    run = level.run()
    if len(part.lengths) > 1 and len(run) > 1:
        _in_turn(part, run)
        return
    _check_earlier_lack(level, part, run)
    _check_own_length(part, run)
    _check_whole_list(part, run, more)
    _give(part, [entry for entry in run if entry.lacks])


def _inside_and_between(part: RecoveryPart, entry: Entry, lacking: list[Entry]) -> None:
    """`3 x 3 x 600m off 60s and 3 min`, `r=2'/4'`: the shorter inside a set, the longer between sets."""
    if len(lacking) > 1 and lacking[-1].single:
        lacking = lacking[:-1]
    for one in lacking:
        one.recovery = replace(part, lengths=part.lengths[:1], scope=Scope(Range.REPS))
    entry.recovery = replace(part, lengths=part.lengths[1:], scope=Scope(Range.SETS))
    entry.said.append("of two recoveries the shorter stands in the sets and the longer between them")


def _in_turn(part: RecoveryPart, run: list[Entry]) -> None:
    """One recovery behind each rep of a list, the last rep's own or none."""
    if len(part.lengths) not in (len(run) - 1, len(run)):
        raise part.at.refuse(f"there are {len(part.lengths)} recoveries for {len(run)} reps; write {len(run) - 1}")
    for entry, one in zip(run, part.lengths, strict=False):
        entry.recovery = replace(part, lengths=(one,))


def _check_whole_list(part: RecoveryPart, run: list[Entry], more: bool) -> None:
    """`600m + 200m, 10 min rest, 400m + 200m`: is that rest between the 600 and the 200 too?"""
    lacking = [entry for entry in run if entry.lacks]
    joined = more or any(entry.joint is Joint.PLUS for entry in lacking[1:])
    if len(lacking) > 1 and joined and not part.lead:
        refusal = part.at.refuse(
            "this recovery could be for the whole list or behind its last rep; write one behind each"
        )
        raise refusal.mended(part.at.start, part.at.start, "with ")


def _check_own_length(part: RecoveryPart, run: list[Entry]) -> None:
    """`800, 400, 200 jog`, `60, 80, 60 walk back`: is the last number a rep?"""
    if not part.lengths or part.noun or part.lead or run[-1].piece is None or run[-1].piece.length is None:
        return
    alike = part.lengths[0].dimension in (run[-1].piece.length.dimension, Dimension.BARE)
    listed = len([entry for entry in run if entry.lacks]) > 1 and run[-1].piece.plain and not run[-1].targets
    listed = listed and not (part.joint is Joint.COMMA and run[-1].joint in (Joint.DASH, Joint.SLASH))
    if listed and (alike or part.open_words):
        refusal = part.at.refuse("this could be the last rep or the recovery; write with before a recovery")
        raise refusal.mended(part.at.start, part.at.start, "with ")


def _check_earlier_lack(level: Level, part: RecoveryPart, run: list[Entry]) -> None:
    """`4x400, 4x200 with 200m jog`: is that for the 400s too? And `400; 300; 200, 90s rest`?"""
    earlier = [entry for entry in level.entries if entry not in run and not is_aside(entry) and entry.lacking()]
    if any(entry.repeated or _alike(entry, run[0]) for entry in earlier):
        refusal = part.at.refuse("this recovery could be for the last reps only or for all; write which")
        refusal.mended(part.end, part.end, " between everything")
        ends = [leaf.piece.end for entry in earlier for leaf in entry.lacking() if leaf.piece is not None]
        raise refusal.rewritten(*((end, end, ", open recovery") for end in ends))


def _alike(entry: Entry, after: Entry) -> bool:
    """Could a single rep and what follows be one list?"""
    same_line = after.joint in (Joint.COMMA, Joint.SLASH, Joint.PLUS, Joint.DASH, Joint.TIGHT)
    plain = entry.piece is None or (entry.piece.plain and not entry.targets)
    return after.single or (same_line and plain)


def _on_set(entry: Entry, part: RecoveryPart) -> None:
    """Behind a set: between the sets if its reps have their own; for all of a plain list; otherwise nobody knows."""
    lacking = entry.lacking()
    shared = part.lengths[0].dimension is Dimension.TIME if part.lengths else False
    if len(part.lengths) == 2 and shared and lacking and entry.recovery is None and entry.repeated:
        _inside_and_between(part, entry, lacking)
    elif len(part.lengths) > 1 and all(child.single for child in entry.children) and len(lacking) > 1:
        _in_turn(part, lacking)
    elif not lacking:
        _give(part, [entry] if entry.recovery is None else [])
    elif entry.recovery is not None or all(child.single for child in entry.children):
        _give(part, lacking)
        entry.alike = entry.repeated and entry.recovery is None
        entry.recovery = entry.recovery or part
    else:
        refusal = part.at.refuse("this recovery could be between the reps or between the sets; write which")
        raise refusal.mended(part.end, part.end, " between reps", " between sets")


def send_off(level: Level, part: SendOffPart) -> None:
    """Gives a send-off to the reps before it, or keeps it for those that follow."""
    if not level.entries:
        level.waiting.append(part)
        return
    entries = level.entries if part.joint.loose else level.run()
    leaves = [leaf for entry in entries for leaf in entry.lacking()]
    if not leaves and level.last.around and level.last.recovery is None:
        leaves = [level.last]
    if not leaves:
        if _agrees(level.last, part):
            return
        raise second(part)
    for leaf in leaves:
        leaf.recovery = part


def rest_within_send_off(entry: Entry, part: RecoveryPart) -> bool:
    """`20 s sprints on 60 s (40 s rest)`: the rest only spells out the send-off."""
    held = entry.recovery
    if not isinstance(held, SendOffPart) or len(part.lengths) != 1 or entry.piece is None:
        return False
    work, rest = entry.piece.length, part.lengths[0]
    return bool(work and work.dimension is rest.dimension is Dimension.TIME and work.low + rest.low == held.ns)


def _agrees(entry: Entry, part: SendOffPart) -> bool:
    return isinstance(entry.recovery, SendOffPart) and entry.recovery.ns == part.ns
