"""Which reps a recovery speaks of: the places it may belong to, from how coaches write.

A clause on the same line belongs to what stands directly before it, and to the whole of a plain list; a sentence or a
line of its own belongs to every block that has none yet; a clause that says what it stands between belongs there. Where
several places are left, each is tried (`candidates`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.figures.plausible import never_jogged, rather_run
from trackbuddy.plan.notation.meaning import places
from trackbuddy.plan.notation.meaning.entries import After, Entry, Level
from trackbuddy.plan.notation.meaning.jogs import is_aside, is_work, jog, lacking
from trackbuddy.plan.notation.meaning.places import Places
from trackbuddy.plan.notation.meaning.times import check_eased
from trackbuddy.plan.notation.refusal import put
from trackbuddy.plan.notation.syntax import Dimension, Joint, Length, Range, RecoveryPart, Scope, SendOffPart
from trackbuddy.plan.notation.text.lexicon import EVEN, HALFWAY, LAST, ODD
from trackbuddy.plan.target import TimeTarget
from trackbuddy.units import NS, M

_BACK: Final = ("walk back", "jog back", "walk down", "jog down")
_INSIDE: Final = "of two recoveries the shorter stands in the sets and the longer between them"


def recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    """Gives a recovery to the entries it speaks of; `more`: does work follow? Raises Refusal where there are none."""
    if not level.entries:
        raise part.at.refuse("a recovery stands before any work; write the reps first, like 8 x 200m, 30s rest")
    part = _without_theirs(level, part)
    if part.scope.range is Range.BLOCKS and part.scope.nth and level.last.then is None:
        level.last.then = part  # 6 x 400, finally 3 min rest
        return
    if part.scope.nth and part.scope.of:
        part = replace(
            part, scope=level.path.choose(part.at, "this could stand {}; write which", _how_often(level, part))
        )
    part = _so_often(level, part, more) if part.turns else part
    if part.index is not None or part.scope.nth:
        _numbered(level, part, more)
        return
    if len(part.lengths) > 1 and part.scope.range in (Range.SETS, Range.BLOCKS):
        raise part.at.refuse("these are several recoveries for one place; write which stands where")
    run = level.run()
    if places.one_each(level, part):
        return
    if len(part.lengths) > 1 and len(run) == len(level.entries) > 1 and all(entry.lacks for entry in run):
        _in_turn(part, run)[0].take()
        return
    if len(part.lengths) > 1 and part.scope == Scope(Range.REPS, bare=True):
        part = replace(part, scope=Scope())
    part = _bare_word(level, part)
    reps = level.last.count.low or 0 if level.last.count is not None else 0
    if 0 < len(level.last.indexed) < reps - 1 and level.last.recovery is None:
        level.last.recovery = part
        return
    find = {
        Range.SETS: places.between_sets,
        Range.BLOCKS: places.between_blocks,
        Range.ALL: places.everything,
        Range.REPS: places.between_reps,
        Range.UNSAID: places.capital if part.capital and len(part.lengths) < 2 else _unsaid,
    }
    found = find[part.scope.range](level, part, more)
    if not found:
        raise places.second(part, level.last)
    level.path.choose(part.at, "this recovery could be {}; write which", found)


def _so_often(level: Level, part: RecoveryPart, more: bool) -> RecoveryPart:
    """`8 x 400m, alternating 60s and 90s rest`: a length for each rep but the last."""
    last = level.last
    reps = (last.count and last.count.low) or len(level.run()) if last.piece is not None else 0
    if reps < 3 or more:
        raise part.at.refuse("nobody can tell how these recoveries go on; write which stands behind which rep")
    return replace(part, lengths=(part.lengths * reps)[: reps - 1])


def _without_theirs(level: Level, part: RecoveryPart) -> RecoveryPart:
    """`4 x 1 mile w/ 400 jog (5:20)`: is the time in brackets that of the jog, or of the reps before it?"""
    leaves, way = list(level.last.leaves()), part.way
    time = replace(part.lengths[0], unit="") if part.aside else None
    if time is None or way is None or not all(rather_run(leaf.distance_mm() or 0, time) for leaf in leaves):
        return part

    def theirs() -> RecoveryPart:
        for leaf in leaves:
            leaf.targets = (TimeTarget(time.low, time.low),)
        return replace(part, lengths=(way,), way=None, aside=False)

    reps, own = Candidate("that of the reps", theirs), Candidate("that of the recovery", lambda: part)
    ways = [own] if any(leaf.targets for leaf in leaves) else [reps, own][: 2 - never_jogged(way.low, time.low)]
    return level.path.choose(part.at, "the time in brackets could be {}; write @ or in before it", ways)


def _how_often(level: Level, part: RecoveryPart) -> list[Candidate[Scope]]:
    """`8 x 400m, 60s rest, 3 min after 2`: behind the second, or behind every second?"""
    size, nth = part.scope.of, part.scope.nth
    reps = level.last.count.low or 0 if level.last.count is not None and level.last.piece is not None else 0
    every = Candidate(f"after every {size}", lambda: replace(part.scope, nth=()))
    once = Candidate(f"after number {size} alone", lambda: Scope(Range.REPS, nth=nth))
    return [once] if reps % size else [every] if reps in (0, 2 * size) else [every, once]


def _numbered(level: Level, part: RecoveryPart, more: bool) -> None:
    """`R1=1mn`, `10 x 300m off 45 s, 2 min after the fifth`: behind the last rep it stands before the next block."""
    if level.nested and part.scope.range is Range.SETS and level.set_recovery is None:
        level.set_recovery = part
        return
    entry, listed = level.last, level.last.children or level.run()
    block = entry.piece is not None and entry.repeated
    size = (
        (entry.count.low if entry.count is not None else None) or 1
        if block or HALFWAY in part.scope.nth
        else len(listed)
    )
    gaps = tuple(range(1, (entry.count.low or 0) if entry.count is not None else 0))
    if part.scope.range is Range.SETS and (not entry.is_set or part.scope.nth != gaps):
        raise part.at.refuse("write what stands between the sets once, or the sets one by one").decisive()
    all_gaps = part.scope.nth == gaps or (part.scope.nth == (HALFWAY,) and size == 2)
    if entry.is_set and all_gaps and (entry.recovery is None or (entry.alike and part.scope.range is Range.SETS)):
        entry.recovery, entry.alike = part, False
        return
    if part.scope.range is Range.SETS:
        raise places.second(part).decisive()
    which = {LAST: size, HALFWAY: size // 2 if block and not size % 2 else 0}
    if part.scope.nth in ((ODD,), (EVEN,)):
        first = 1 if part.scope.nth == (ODD,) else 2
        part = replace(part, scope=Scope(Range.REPS, nth=tuple(range(first, size + more, 2))))
    several = len(part.lengths) > 1 or (part.joint.loose and len([one for one in level.entries if one.repeated]) > 1)
    for number in (which.get(one, one) for one in part.scope.nth or (part.index or 0,)):
        if several or not (1 <= number <= size and (block or all(one.single for one in listed))):
            unknown = "this numbers a recovery that the reps before it don't have; write R1=1min R2=2min"
            raise part.at.refuse(unknown).decisive()
        behind = block and number == size and part.index is None
        rep = entry if block else listed[number - 1]
        alone = not rep.lacks and [one.recovery for one in listed].count(rep.recovery) == 1
        if number in rep.indexed or (alone and not block) or (behind and (part.none is more or rep.then)):
            raise places.second(part)
        if behind:
            rep.then = part if more else None
        elif block:
            rep.indexed[number] = part
        else:
            rep.recovery = part


def _bare_word(level: Level, part: RecoveryPart) -> RecoveryPart:
    """`4 x 400m jog`, `@ 68-90s rest`: right behind a length or a time a mere word leaves open what that is."""
    said = part.lengths or part.lead or part.open_words or part.equal or part.none
    if said or part.joint is not Joint.TIGHT:
        return part
    targets = level.last.targets
    if len(targets) == 1 and isinstance(targets[0], TimeTarget):
        return level.path.choose(part.at, "the time before this could be {}; write which", _times(level, part))
    if part.scope.range is not Range.UNSAID:
        return part
    refusal = part.at.refuse(f"“{part.at.raw}” could be how the reps are run, or the recovery; write which")
    raise refusal.mended(part.at.start, part.at.start, "with ")


def _times(level: Level, part: RecoveryPart) -> list[Candidate[RecoveryPart]]:
    """`400m @ 90s rest`: the target of the reps, or their recovery."""
    leaves = list(level.last.leaves())
    aim = leaves[-1].targets[0] if leaves[-1].targets else level.last.targets[0]
    assert isinstance(aim, TimeTarget)
    band = aim.high_ns if aim.high_ns > aim.low_ns else None

    def rested() -> RecoveryPart:
        for leaf in leaves:
            leaf.targets = ()
        return replace(part, lengths=(Length(Dimension.TIME, aim.low_ns, band, part.at, "s"),))

    own = Candidate("the recovery", rested)
    return [Candidate("the target", lambda: part, (put(part.at.start, ", "),)), own]


def _unsaid(level: Level, part: RecoveryPart, more: bool) -> Places:
    run = (places.behind(part, " run"),)
    own: Places = [Candidate("a run of its own", lambda: level.entries.append(jog(part)), run)]
    verdict = is_work(level, part, more) if part.soft else False
    if verdict:
        check_eased(level.last, part)
        return own
    found = _rests(level, part, more)
    if verdict is None:
        found = [replace(place, edits=(places.behind(part, " recovery"),)) for place in found] + own
    return found


def _rests(level: Level, part: RecoveryPart, more: bool) -> Places:
    if level.last.around and level.last.recovery is None:
        return places.given(part, [level.last], "the recovery of the reps")
    if not lacking(level.last) and not level.last.lent:
        return _behind_a_recovery(level, part, more)
    if part.joint.loose or part.joint is Joint.THEN:
        return _sentence(level, part, more)
    if level.last.is_set:
        return places.or_for_all(level, part, level.run(), _on_set(level, level.last, part))
    return _on_the_line(level, part, more)


def _behind_a_recovery(level: Level, part: RecoveryPart, more: bool) -> Places:
    """A further recovery is the one between this block and the next, if there is a next."""
    taken = level.last.then is not None or level.last.around
    spelled = isinstance(level.last.recovery, SendOffPart) and not part.joint.loose
    manner = part.joint is Joint.COMMA and part.open_words is not None and bool(part.mode)  # 3 min rest, walk back
    closed = taken or spelled or manner
    gaps = [level.last] if more and part.joint is not Joint.TIGHT and not closed else []
    return places.following(part, gaps, "between the blocks")


def _sentence(level: Level, part: RecoveryPart, more: bool) -> Places:
    """A recovery on a line of its own: for everything before that has none."""
    sets = [one for one in places.all_sets(level.entries) if one.repeated and one.recovery is not None]
    closed = [one.children[-1] for one in sets]
    open_ = [leaf for entry in level.entries for leaf in entry.lacking() if leaf not in closed or not leaf.single]
    open_ = [leaf for leaf in open_ if not is_aside(leaf)] or open_
    if part.open_words in _BACK:  # 45 min steady, 6 x 80m. Walk back
        open_ = [leaf for entry in level.entries if entry.repeated for leaf in entry.leaves() if leaf in open_] or open_
    inside = {id(leaf) for leaf in level.last.leaves()}
    if level.last.is_set and all(id(leaf) in inside for leaf in open_):
        found = _on_set(level, level.last, part)
    else:
        found = places.given(part, open_, "between the reps", places.behind(part, " between reps"))
        sets = [level.last] if level.last.is_set and level.last.recovery is None else []
        found += places.given(part, sets, "between the sets", places.behind(part, " between sets"))
    several = len([entry for entry in level.entries if entry.lacking()]) > 1 or not level.last.single
    if more and not level.winding_down and several:
        found += places.following(part, [level.last], "between the blocks", places.behind(part, " between blocks"))
    return found


def _on_the_line(level: Level, part: RecoveryPart, more: bool) -> Places:
    run = level.run()
    if len(part.lengths) > 1 and len(run) > 1:
        return _in_turn(part, run)
    open_ = [entry for entry in run if entry.lacks]
    found = places.given(part, open_, "for the last reps only")
    if len(open_) > 1 and not part.lead and _is_rep(level, part):
        rep: Places = [Candidate("the last rep", lambda: level.entries.append(jog(part)))]
        return places.given(part, open_, "the recovery", put(part.at.start, "with ")) + rep
    joined = more or any(entry.joint is Joint.PLUS for entry in open_[1:])
    if len(open_) > 1 and joined and not part.lead:
        found = places.given(part, open_, "for the whole list", put(part.at.start, "with "))
        found += places.given(part, open_[-1:], "behind its last rep")
    return places.or_for_all(level, part, run, found)


def _is_rep(level: Level, part: RecoveryPart) -> bool:
    """`800, 400, 200 jog`, `60, 80, 60 walk back`: is the last number a rep?"""
    last = level.last
    if not part.lengths or part.noun or last.piece is None or last.piece.length is None:
        return False
    alike = part.lengths[0].dimension in (last.piece.length.dimension, Dimension.BARE)
    listed = last.piece.plain and not last.targets
    # where the last rep has given its unit to those before it, it ends the list: 4, 3, 2, 1 mins, 2 mins jog
    before = level.entries[-2].length if len(level.entries) > 1 else None
    united = before is not None and before.assumed.startswith("the unit of")
    closed = last.joint in (Joint.DASH, Joint.SLASH) or united
    listed = listed and not (part.joint is Joint.COMMA and closed)
    return listed and alike and part.open_words is None


def _on_set(level: Level, entry: Entry, part: RecoveryPart) -> Places:
    """Behind a set: between the sets if its reps have their own; for all of a plain list; otherwise nobody knows."""
    open_ = entry.lacking()
    timed = bool(part.lengths) and all(one.timed for one in part.lengths)
    singles = all(child.single for child in entry.children)
    if len(part.lengths) == 2 and timed and open_ and entry.recovery is None and entry.repeated:
        both: Places = [Candidate("inside and between the sets", lambda: _inside_and_between(part, entry, open_))]
        falling = singles and len(open_) == 2 and part.lengths[0].low > part.lengths[1].low
        return [*_in_turn(part, open_), *both] if falling else both
    if len(part.lengths) > 1 and singles and len(open_) > 1:
        return _in_turn(part, open_)
    if entry.recovery is not None and not entry.lent:
        between = entry.recovery
        inside = [leaf for leaf in open_ if not places.ends_a_set(leaf, [entry])]
        return [_no_longer(level, place, part, between) for place in places.given(part, inside, "between the reps")]
    if not open_:
        inner = next(leaf.recovery for leaf in entry.leaves())
        if isinstance(inner, RecoveryPart) and inner.at.start > entry.end and _shorter(inner, part):
            entry.said.append(_INSIDE)
        return places.given(part, [entry], "between the sets")
    if singles:
        found: Places = [Candidate("between the reps", lambda: places.alike(entry, part, open_))]
        added = all(child.joint is Joint.PLUS for child in entry.children[1:]) or _slashed(entry.children)
        times = [child.length.low for child in entry.children if child.length is not None and child.timed]
        longer = part.soft and part.lengths[0].timed and part.lengths[0].low * len(times) > sum(times) > 0
        through = (added and not part.scope) or longer
        return [*found, _between_rounds(entry, part)] if through and entry.repeated else found
    reps = places.given(part, open_, "between the reps", places.behind(part, " between reps"))
    return reps + places.given(part, [entry], "between the sets", places.behind(part, " between sets"))


def _slashed(run: list[Entry]) -> bool:
    """`4 x (400 mile pace/200 all out), 3 min rest`: how both parts of a rep are run, or reps of their own?"""
    apart = len({one.length.low for one in run if one.length is not None}) == len(run) == 2
    return apart and run[1].joint is Joint.SLASH and all(one.targets or one.words for one in run)


def _between_rounds(entry: Entry, part: RecoveryPart) -> Candidate[None]:
    """`3 x (4 min @ 10k + 2 min @ 3k) with 2 min jog`: what is added up may be run straight through."""

    def take() -> None:
        for child in entry.children[:-1]:
            child.recovery = RecoveryPart(part.at, Joint.TIGHT, none=True)
        entry.recovery = part

    return Candidate("between the rounds alone", take)


def _no_longer(level: Level, place: Candidate[None], part: RecoveryPart, between: After) -> Candidate[None]:
    """`3 x 4 x 200, 60s rest, 4 min rest`: what is said first and is shorter is not what stands between the sets."""

    def take() -> None:
        if isinstance(between, RecoveryPart):
            if _shorter(between, part):
                raise part.at.refuse("a recovery inside the sets is no longer than the one between them").decisive()
            level.path.strain += between.capital and not part.small and not _alike_in_kind(between, part)
        place.take()

    return replace(place, take=take)


def _shorter(one: RecoveryPart, other: RecoveryPart) -> bool:
    """Of two times that don't say where they stand."""
    return _alike_in_kind(one, other) and one.lengths[0].low < other.lengths[0].low


def _alike_in_kind(*parts: RecoveryPart) -> bool:
    unsaid = [part for part in parts if part.scope.range is Range.UNSAID and len(part.lengths) == 1]
    return len([part for part in unsaid if part.lengths[0].timed]) == len(parts)


def _inside_and_between(part: RecoveryPart, entry: Entry, open_: list[Entry]) -> None:
    """`3 x 3 x 600m off 60s and 3 min`, `r=2'/4'`: the shorter inside a set, the longer between sets."""
    if len(open_) > 1 and open_[-1].single:
        open_ = open_[:-1]
    short, long = sorted(part.lengths, key=lambda one: one.low)
    for one in open_:
        one.recovery = replace(part, lengths=(short,), scope=Scope(Range.REPS))
    entry.recovery = replace(part, lengths=(long,), scope=Scope(Range.SETS))
    entry.said.append(_INSIDE)


def _in_turn(part: RecoveryPart, run: list[Entry]) -> Places:
    """One recovery behind each rep of a list, the last rep's own or none."""
    if len(part.lengths) not in (len(run) - 1, len(run)):
        raise part.at.refuse(f"there are {len(part.lengths)} recoveries for {len(run)} reps; write {len(run) - 1}")

    def take() -> None:
        for entry, one in zip(run, part.lengths, strict=False):
            entry.recovery = replace(part, lengths=(one,))

    return [Candidate("in turn", take)]


def send_off(level: Level, part: SendOffPart) -> None:
    """Gives a send-off to the reps before it, or keeps it for those that follow."""
    if not level.entries:
        level.waiting.append(part)
        return
    entries = level.entries if part.joint.loose else level.run()
    leaves = [leaf for entry in entries for leaf in entry.lacking()]
    if not leaves and level.last.around and level.last.recovery is None:
        leaves = [level.last]
    if not leaves and not (isinstance(level.last.recovery, SendOffPart) and level.last.recovery.ns == part.ns):
        raise places.second(part)
    if part.at.text == "off":
        if any(one.length and not one.length.timed and one.length.low * NS > 3 * M * part.ns for one in leaves):
            refusal = part.at.refuse("this could be the rest or the send-off; write rest behind a rest, or on")
            raise refusal.rewritten((part.end, part.end, " rest")).mended(part.at.start, part.at.end, "on")
        level.last.said.append("off the time of a clock is taken as a start so often, and not as a rest")
    for leaf in leaves:
        leaf.recovery = part


def rest_within_send_off(entry: Entry, part: RecoveryPart) -> bool:
    """`20 s sprints on 60 s (40 s rest)`: the rest only spells out the send-off."""
    held = entry.recovery
    if not isinstance(held, SendOffPart) or len(part.lengths) != 1 or entry.piece is None:
        return False
    work, rest = entry.piece.length, part.lengths[0]
    return bool(work and work.timed and rest.timed and work.low + rest.low == held.ns)
