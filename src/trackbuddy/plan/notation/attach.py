"""Which reps a recovery speaks of: the places it may belong to, from how coaches write.

A clause on the same line belongs to what stands directly before it, and to the whole of a plain list; a sentence or a
line of its own belongs to every block that has none yet; a clause that says what it stands between belongs there. Where
several places are left, each is tried (`candidates`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from trackbuddy.plan.notation.candidates import Candidate
from trackbuddy.plan.notation.entries import After, Entry, Level
from trackbuddy.plan.notation.jogs import is_aside, is_work, jog, lacking
from trackbuddy.plan.notation.refusal import Edit, Refusal
from trackbuddy.plan.notation.syntax import Dimension, Joint, Piece, Range, RecoveryPart, Scope, SendOffPart
from trackbuddy.plan.target import TimeTarget

Places = list[Candidate[None]]


def recovery(level: Level, part: RecoveryPart, more: bool) -> None:
    """Gives a recovery to the entries it speaks of; `more`: does work follow? Raises Refusal where there are none."""
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
    if level.last.indexed and level.last.recovery is None:
        level.last.recovery = part
        return
    find = {
        Range.SETS: _sets,
        Range.BLOCKS: _blocks,
        Range.ALL: _everything,
        Range.REPS: _reps,
        Range.UNSAID: _capital if part.capital and len(part.lengths) < 2 else _unsaid,
    }
    places = find[part.scope.range](level, part, more)
    if not places:
        raise second(part)
    level.path.choose(part.at, "this recovery could be {}; write which", places)


def second(part: RecoveryPart | SendOffPart) -> Refusal:
    return part.at.refuse("this is a second recovery for the same reps; leave one out or say between what it stands")


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


# --- places -----------------------------------------------------------------------------------------------------------


def _given(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """The recovery of all these entries; no place where there are none."""

    def take() -> None:
        for entry in entries:
            entry.recovery, entry.alike = part, False

    several = len(part.lengths) > 1 and any(entry.is_set for entry in entries)
    return [Candidate(name, take, edits or None)] if entries and not several else []


def _following(part: RecoveryPart, entries: list[Entry], name: str = "", *edits: Edit) -> Places:
    """Between each of these blocks and the next."""

    def take() -> None:
        for entry in entries:
            entry.then = part

    return [Candidate(name, take, edits or None)] if entries and len(part.lengths) < 2 else []


def _behind(part: RecoveryPart, words: str) -> Edit:
    return (part.end, part.end, words)


_LEAD = "with "


def _before(part: RecoveryPart, words: str = _LEAD) -> Edit:
    return (part.at.start, part.at.start, words)


# --- where it says between what it stands -----------------------------------------------------------------------------


def _sets(level: Level, part: RecoveryPart, more: bool) -> Places:
    if part.scope.of:
        _divide(level, part)
    sets = [entry for entry in level.entries if entry.is_set and entry.repeated and _fits(part.scope, entry)]
    if not part.joint.loose and sets:
        if sets[-1] is not level.last:
            refusal = part.at.refuse("the sets are not what stands before this; write it directly behind the sets")
            raise refusal.decisive()
        sets = sets[-1:]
    if sets:
        open_ = [entry for entry in sets if entry.recovery is None or entry.alike]
        if not open_ or (level.last in open_ and level.last.then is not None):
            raise second(part).decisive()  # what stands between the sets is said before what comes after them
        return _given(part, open_, "between the sets")
    if level.nested:
        level.set_recovery = part
        return [Candidate("between the sets", lambda: None)]
    level.path.strain += 1
    if len([entry for entry in level.entries if not entry.around]) > 1:
        return _blocks(level, part, more)
    if level.last.repeated:
        return _given(part, [level.last] if level.last.lacks else [])
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


def _blocks(level: Level, part: RecoveryPart, more: bool) -> Places:
    work = [entry for entry in level.entries if not entry.around]
    gaps = [level.last] if more else work[:-1]
    if part.scope.range is Range.SETS and any(entry.single and entry.recovery is not None for entry in gaps):
        raise part.at.refuse(
            "there are no sets here, and a recovery stands there already; put the sets in brackets"
        ).decisive()
    if not gaps:
        raise part.at.refuse("there is only one block, so nothing lies between blocks; write between reps or sets")
    return _following(part, [entry for entry in gaps if entry.then is None])


def _everything(level: Level, part: RecoveryPart, more: bool) -> Places:
    leaves = [leaf for entry in level.entries for leaf in entry.lacking() if _fits(part.scope, leaf)]
    sets = [entry for entry in _all_sets(level.entries) if entry.recovery is None]
    return _given(part, leaves + sets)


def _all_sets(entries: list[Entry]) -> list[Entry]:
    return [found for entry in entries if entry.is_set for found in (entry, *_all_sets(entry.children))]


def _reps(level: Level, part: RecoveryPart, more: bool) -> Places:
    scope = part.scope
    filtered = scope.only_mm is not None or scope.except_mm is not None or scope.every
    wide = part.joint.loose or filtered
    run = level.entries if wide else level.run()
    leaves = [leaf for entry in run for leaf in entry.lacking() if _fits(scope, leaf)]
    leaves = [leaf for leaf in leaves if not is_aside(leaf)] or leaves
    inner = [leaf for leaf in leaves if not _ends_a_set(leaf, run)] or ([] if filtered else leaves)
    places = _given(part, inner, "for the last reps only")
    if not places and scope.bare and level.last.is_set and level.last.recovery is None:
        return _given(part, [level.last], "between the sets")
    return places if wide else _or_for_all(level, part, run, places)


def _ends_a_set(leaf: Entry, entries: list[Entry]) -> bool:
    """A single rep at the end of a set is followed by the recovery between sets."""
    return leaf.single and any(found.children[-1] is leaf and found.repeated for found in _all_sets(entries))


def _fits(scope: Scope, entry: Entry) -> bool:
    mm = [leaf.distance_mm() or 0 for leaf in entry.leaves()]
    only = all(_near(one, scope.only_mm) for one in mm) if scope.only_mm is not None else True
    return only and not (scope.except_mm is not None and any(_near(one, scope.except_mm) for one in mm))


def _near(one: int, other: int) -> bool:
    """A mile is 1600 m to those who speak of the miles."""
    return abs(one - other) * 100 <= other


def _capital(level: Level, part: RecoveryPart, more: bool) -> Places:
    """R in a session with sets is between sets, or inside them where another recovery is; else between reps."""
    plain = replace(part, capital=False)
    if level.nested or not any(entry.is_set for entry in level.entries):
        return _reps(level, plain, more)
    between = _sets(level, part, more)
    inside = level.last.lacking() if level.last.is_set and level.last.recovery is None else []
    return between + [_strained(level, place) for place in _given(plain, inside, "between the reps")]


def _strained(level: Level, place: Candidate[None]) -> Candidate[None]:
    def take() -> None:
        level.path.strain += 1
        place.take()

    return replace(place, take=take)


# --- where it doesn't -------------------------------------------------------------------------------------------------


def _unsaid(level: Level, part: RecoveryPart, more: bool) -> Places:
    own: Places = [Candidate("a run of its own", lambda: level.entries.append(jog(part)), (_behind(part, " run"),))]
    verdict = is_work(level, part, more) if part.soft else False
    if verdict:
        return own
    places = _rests(level, part, more)
    if verdict is None:
        places = [replace(place, edits=(_behind(part, " recovery"),)) for place in places] + own
    return places


def _rests(level: Level, part: RecoveryPart, more: bool) -> Places:
    if level.last.around and level.last.recovery is None:
        return _given(part, [level.last], "the recovery of the reps")
    if not lacking(level.last) and not level.last.lent:
        return _behind_a_recovery(level, part, more)
    if part.joint.loose or part.joint is Joint.THEN:
        return _sentence(level, part, more)
    if level.last.is_set:
        return _or_for_all(level, part, level.run(), _on_set(level, level.last, part))
    return _on_the_line(level, part, more)


def _behind_a_recovery(level: Level, part: RecoveryPart, more: bool) -> Places:
    """A further recovery is the one between this block and the next, if there is a next."""
    taken = level.last.then is not None or level.last.around
    spelled = isinstance(level.last.recovery, SendOffPart) and not part.joint.loose
    gaps = [level.last] if more and part.joint is not Joint.TIGHT and not taken and not spelled else []
    return _following(part, gaps, "between the blocks")


def _sentence(level: Level, part: RecoveryPart, more: bool) -> Places:
    """A recovery on a line of its own: for everything before that has none."""
    closed = [found.children[-1] for found in _all_sets(level.entries) if found.repeated and found.recovery is not None]
    open_ = [leaf for entry in level.entries for leaf in entry.lacking() if leaf not in closed or not leaf.single]
    open_ = [leaf for leaf in open_ if not is_aside(leaf)] or open_
    inside = {id(leaf) for leaf in level.last.leaves()}
    if level.last.is_set and all(id(leaf) in inside for leaf in open_):
        places = _on_set(level, level.last, part)
    else:
        places = _given(part, open_, "between the reps", _behind(part, " between reps"))
        sets = [level.last] if level.last.is_set and level.last.recovery is None else []
        places += _given(part, sets, "between the sets", _behind(part, " between sets"))
    several = len([entry for entry in level.entries if entry.lacking()]) > 1 or not level.last.single
    if more and not level.winding_down and several:
        places += _following(part, [level.last], "between the blocks", _behind(part, " between blocks"))
    return places


def _on_the_line(level: Level, part: RecoveryPart, more: bool) -> Places:
    run = level.run()
    if len(part.lengths) > 1 and len(run) > 1:
        return _in_turn(part, run)
    open_ = [entry for entry in run if entry.lacks]
    places = _given(part, open_, "for the last reps only")
    if len(open_) > 1 and not part.lead and _is_rep(part, run[-1]):
        rep: Places = [Candidate("the last rep", lambda: _one_more(level, part, open_))]
        return _given(part, open_, "the recovery", _before(part)) + rep
    joined = more or any(entry.joint is Joint.PLUS for entry in open_[1:])
    if len(open_) > 1 and joined and not part.lead:
        places = _given(part, open_, "for the whole list", _before(part))
        places += _given(part, open_[-1:], "behind its last rep")
    return _or_for_all(level, part, run, places)


def _one_more(level: Level, part: RecoveryPart, before: list[Entry]) -> None:
    """The length is a rep's, and what is left of the recovery is for the whole list."""
    level.entries.append(jog(part))
    if part.open_words is not None:
        rep = replace(level.last, piece=Piece(part.at, part.joint, part.lengths[0]))
        level.entries[-1] = rep
        for entry in (*before, rep):
            entry.recovery = replace(part, lengths=())


def _is_rep(part: RecoveryPart, last: Entry) -> bool:
    """`800, 400, 200 jog`, `60, 80, 60 walk back`: is the last number a rep?"""
    if not part.lengths or part.noun or last.piece is None or last.piece.length is None:
        return False
    alike = part.lengths[0].dimension in (last.piece.length.dimension, Dimension.BARE)
    listed = last.piece.plain and not last.targets
    listed = listed and not (part.joint is Joint.COMMA and last.joint in (Joint.DASH, Joint.SLASH))
    return listed and (alike or part.open_words is not None)


def _or_for_all(level: Level, part: RecoveryPart, run: list[Entry], places: Places) -> Places:
    """`4x400, 4x200 with 200m jog`: is that for the 400s too? And `400; 300; 200, 90s rest`?"""
    earlier = [entry for entry in level.entries if entry not in run and not is_aside(entry) and entry.lacking()]
    if not any(entry.repeated or _one_list(entry, run[0]) for entry in earlier):
        return places
    ends = [leaf.piece.end for entry in earlier for leaf in entry.lacking() if leaf.piece is not None]
    edits = tuple((end, end, ", open recovery") for end in ends)
    everything = _everything(level, part, more=False)
    all_ = [replace(place, name="for all", edits=(_behind(part, " between everything"),)) for place in everything]
    if any(entry.is_set for entry in level.entries):
        leaves = [leaf for entry in level.entries for leaf in entry.lacking()]
        all_ += _given(part, leaves, "for all reps")
    return all_ + [replace(place, edits=(*(place.edits or ()), *edits)) for place in places]


def _one_list(entry: Entry, after: Entry) -> bool:
    """Could a single rep and what follows be one list?"""
    same_line = after.joint in (Joint.COMMA, Joint.SLASH, Joint.PLUS, Joint.DASH, Joint.TIGHT)
    plain = entry.piece is None or (entry.piece.plain and not entry.targets)
    return after.single or (same_line and plain)


def _on_set(level: Level, entry: Entry, part: RecoveryPart) -> Places:
    """Behind a set: between the sets if its reps have their own; for all of a plain list; otherwise nobody knows."""
    open_ = entry.lacking()
    timed = bool(part.lengths) and all(one.dimension is Dimension.TIME for one in part.lengths)
    singles = all(child.single for child in entry.children)
    if len(part.lengths) == 2 and timed and open_ and entry.recovery is None and entry.repeated:
        both: Places = [Candidate("inside and between the sets", lambda: _inside_and_between(part, entry, open_))]
        falling = singles and len(open_) == 2 and part.lengths[0].low > part.lengths[1].low
        return [*_in_turn(part, open_), *both] if falling else both
    if len(part.lengths) > 1 and singles and len(open_) > 1:
        return _in_turn(part, open_)
    if entry.recovery is not None and not entry.lent:
        between = entry.recovery
        inside = [leaf for leaf in open_ if not _ends_a_set(leaf, [entry])]
        return [_no_longer(level, place, part, between) for place in _given(part, inside, "between the reps")]
    if not open_:
        inner = next(leaf.recovery for leaf in entry.leaves())
        if isinstance(inner, RecoveryPart) and inner.at.start > entry.end and _shorter(inner, part):
            entry.said.append(_INSIDE)
        return _given(part, [entry], "between the sets")
    if singles:
        return [Candidate("between the reps", lambda: _alike(entry, part, open_))]
    reps = _given(part, open_, "between the reps", _behind(part, " between reps"))
    return reps + _given(part, [entry], "between the sets", _behind(part, " between sets"))


def _alike(entry: Entry, part: RecoveryPart, open_: list[Entry]) -> None:
    """In a plain list the recovery stands between the rounds too, as long as nothing else is said of them."""
    for one in (*open_, entry):
        one.recovery = part
    entry.alike = entry.repeated


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
    return len([part for part in unsaid if part.lengths[0].dimension is Dimension.TIME]) == len(parts)


_INSIDE: Final = "of two recoveries the shorter stands in the sets and the longer between them"


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


# --- send-offs --------------------------------------------------------------------------------------------------------


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
