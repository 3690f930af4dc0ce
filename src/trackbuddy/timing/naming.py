"""Whose tap was it: stamps that want a name, and what giving one comes to.

While a rep runs a digit is always a tap. When all are in, digits name the stamps in their order. A tap keeps its
instant whoever gets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trackbuddy.timing import facts as f
from trackbuddy.timing.draft import Draft, anchored_again
from trackbuddy.timing.expecting import could_be_there, expected
from trackbuddy.timing.lanes import for_athlete
from trackbuddy.timing.renaming import stamp_at, swapped
from trackbuddy.timing.state import (
    Apart,
    Done,
    IgnoredTap,
    Recovering,
    Runner,
    Running,
    RunRep,
    Stamp,
    State,
    latest_rep,
)
from trackbuddy.timing.takes import give
from trackbuddy.timing.taps import crossed, floor_ns
from trackbuddy.units import NS

Facts = tuple[f.Fact, ...]

JUST_IN_NS: Final = 5 * NS
"""So long behind a finish without a name that athlete's digit says that it was somebody else's."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """A stamp that somebody should be named for."""

    n: int
    at_ns: int
    split_ns: int
    """From the start of the rep."""
    athlete: int | None
    """Who it was given to for the time being; None for a spare stamp."""
    key: int | None = None
    """Of a spare stamp: the digit that was pressed, if any: `3 twice: 66.1, 68.0. Who?`"""
    first_split_ns: int | None = None
    """And the time that the athlete with this digit has already."""


def nameless(state: State) -> tuple[Nameless, ...]:
    """Of the rep that runs, or of the one just over, in the order of the stamps. None with one athlete."""
    if isinstance(state.stage, Apart):
        found = [
            replaced
            for athlete, lane in enumerate(state.stage.lanes, start=1)
            for replaced in _in_lane(state, lane, athlete)
        ]
        return tuple(sorted(found, key=lambda one: (one.at_ns, one.n)))
    rep = latest_rep(state)
    if rep is None or state.plan.alone or rep.voided:
        return ()
    return tuple(sorted((*_unnamed(rep), *_spare(state, rep)), key=lambda one: (one.at_ns, one.n)))


def naming(state: State) -> tuple[Nameless, ...]:
    """The stamps that digits name now, the first one first; empty while digits are taps."""
    return nameless(state) if isinstance(state.stage, Recovering | Done) else ()


def _unnamed(rep: RunRep) -> Iterator[Nameless]:
    for runner in rep.runners:
        for stamp in runner.crossings:
            if stamp is not None and not stamp.named:
                yield Nameless(stamp.n, stamp.at_ns, stamp.at_ns - rep.started_ns, runner.athlete)


def _spare(state: State, rep: RunRep) -> Iterator[Nameless]:
    """Taps too many, as far as they may be somebody's finish."""
    wanted = any(not r.timed or any(s and not s.named for s in r.crossings) for r in rep.runners if not r.out)
    for tap in state.ignored:
        if tap.phase not in (rep.phase, rep.phase + 1) or tap.at_ns <= rep.started_ns:
            continue
        by_nobody = tap.athlete is None and tap.reason in (f.Reason.EXTRA, f.Reason.LATE) and wanted
        if tap.reason is f.Reason.ALREADY_IN or by_nobody:
            yield _as_spare(tap, rep)


def _as_spare(tap: IgnoredTap, rep: RunRep) -> Nameless:
    has = rep.runner(tap.athlete) if tap.athlete else None
    first_ns = has.ended_ns - rep.started_ns if has and has.timed and has.ended_ns is not None else None
    return Nameless(tap.n, tap.at_ns, tap.at_ns - rep.started_ns, None, tap.athlete, first_ns)


def _in_lane(state: State, lane: State, athlete: int) -> Iterator[Nameless]:
    rep = latest_rep(lane)
    for one in _unnamed(rep) if rep is not None else ():
        yield Nameless(one.n, one.at_ns, one.split_ns, athlete)


# --- naming ---------------------------------------------------------------------------------------------------------


def name(state: State, of: int, athlete: int, at_ns: int) -> Facts:
    """The tap of line `of` was this athlete's. Two who have a tap for the same crossing change them."""
    if not 1 <= athlete <= len(state.plan.athletes):
        return ()
    if isinstance(state.stage, Apart):
        return _name_apart(state, state.stage, of, athlete, at_ns)
    rep = latest_rep(state)
    found = None if rep is None else _stamp(rep, of)
    if rep is not None and found is not None:
        holder, stamp, crossing = found
        if holder.athlete == athlete or _can_swap(holder, rep.runner(athlete), crossing):
            return anchored_again(Draft(state).add(f.Named(at_ns, of, athlete)), at_ns).done()
        return _moved(
            state, holder.athlete, IgnoredTap(of, stamp.at_ns, rep.phase, f.Reason.WITHDRAWN, None), athlete, at_ns
        )
    spare = next((tap for tap in state.ignored if tap.n == of), None)
    if spare is not None and _may_have(state, spare, athlete):
        return give(Draft(state), spare, athlete, at_ns).done()
    return _of_an_older_rep(state, of, athlete, at_ns)


def _stamp(rep: RunRep, n: int) -> tuple[Runner, Stamp, int] | None:
    """Who has this tap, and for which crossing, counted from 0."""
    for runner in rep.runners:
        for crossing, stamp in enumerate(runner.crossings):
            if stamp is not None and stamp.n == n:
                return runner, stamp, crossing
    return None


def _can_swap(one: Runner, two: Runner, crossing: int) -> bool:
    """Both have a tap for this crossing, and each would fit between the other's laps."""
    if stamp_at(two, crossing) is None or one.athlete == two.athlete:
        return False
    return all(_is_in_order(runner) for runner in swapped(one, two, crossing))


def _is_in_order(runner: Runner) -> bool:
    instants = [stamp.at_ns for stamp in runner.crossings if stamp]
    return instants == sorted(instants)


def _moved(state: State, holder: int, tap: IgnoredTap, athlete: int, at_ns: int) -> Facts:
    """The tap is taken from one and given to another, who had none for that crossing."""
    if not _may_have(state, tap, athlete):
        return ()
    draft = Draft(state).add(f.Withdrawn(at_ns, tap.n, holder))
    return anchored_again(give(draft, tap, athlete, at_ns), at_ns).done()


def _may_have(state: State, tap: IgnoredTap, athlete: int) -> bool:
    """Whether the tap can count for this athlete in the rep that runs or was just over."""
    rep = latest_rep(state)
    if rep is None or rep.voided or state.plan.rep(rep.phase).span_ns is not None:
        return False
    if state.plan.rep(rep.phase).counted_only or tap.at_ns <= rep.started_ns:
        return False
    runner = rep.runner(athlete)
    if isinstance(state.stage, Running) and runner.out:
        return False
    kept = runner.crossings[:-1] if runner.ended_ns is not None and runner.timed else runner.crossings
    return all(stamp is None or stamp.at_ns < tap.at_ns for stamp in kept)


def passed_on(state: State, athlete: int | None, at_ns: int) -> Facts:
    """A digit for somebody who was given a tap without a name a moment ago: a digit is always a tap now.

    So the other tap was of whoever is expected next. Empty where the digit is nothing of the kind.
    """
    stage = state.stage
    if athlete is None or not isinstance(stage, Running) or not 1 <= athlete <= len(stage.rep.runners):
        return ()
    runner, stamp = stage.rep.runner(athlete), stage.rep.runner(athlete).last_stamp
    if stamp is None or stamp.named or runner.out or at_ns <= stamp.at_ns:
        return ()
    if runner.is_running and at_ns - stamp.at_ns >= floor_ns(state, state.plan.rep(stage.rep.phase), runner):
        return ()
    tap = IgnoredTap(stamp.n, stamp.at_ns, stage.rep.phase, f.Reason.WITHDRAWN, None)
    them = (one.athlete for one in expected(state) if one.athlete != athlete and could_be_there(state, one, tap.at_ns))
    other = next((who for who in them if _may_have(state, tap, who)), None)
    if other is None:
        return ()
    draft = Draft(state).add(f.Withdrawn(at_ns, stamp.n, athlete))
    return crossed(give(draft, tap, other, at_ns, named=False), athlete, at_ns).done()


def passed_on_apart(state: State, stage: Apart, athlete: int, at_ns: int) -> Facts:
    """The same with clocks of their own, for somebody who came in a few seconds ago."""
    lane = stage.lanes[athlete - 1]
    rep = latest_rep(lane)
    stamp = None if rep is None else rep.runner(1).last_stamp
    if rep is None or stamp is None or stamp.named or not isinstance(lane.stage, Recovering | Done):
        return ()
    if not 0 < at_ns - stamp.at_ns < JUST_IN_NS:
        return ()
    tap = IgnoredTap(stamp.n, stamp.at_ns, rep.phase, f.Reason.WITHDRAWN, None)
    them = (one.athlete for one in expected(state) if could_be_there(stage.lanes[one.athlete - 1], one, tap.at_ns))
    other = next((who for who in them if who != athlete and _may_have(stage.lanes[who - 1], tap, 1)), None)
    mine = Draft(lane).add(f.Withdrawn(at_ns, stamp.n, 1))
    if other is None or not isinstance(mine.state.stage, Running):
        return ()
    theirs = give(Draft(stage.lanes[other - 1]), tap, 1, at_ns, named=False)
    withdrawn, own = for_athlete(mine.done(), athlete), Draft(mine.state)
    return withdrawn + for_athlete(theirs.done(), other) + for_athlete(crossed(own, 1, at_ns).done(), athlete)


def _of_an_older_rep(state: State, of: int, athlete: int, at_ns: int) -> Facts:
    """Its clock is over: only who was who can still be put right."""
    for rep in reversed(state.reps):
        found = _stamp(rep, of)
        if found is not None:
            holder, _, crossing = found
            right = holder.athlete == athlete or _can_swap(holder, rep.runner(athlete), crossing)
            return (f.Named(at_ns, of, athlete),) if right else ()
    return ()


def withdraw(state: State, of: int, at_ns: int) -> Facts:
    """The tap of line `of` was nobody's."""
    if isinstance(state.stage, Apart):
        return _withdraw_apart(state, state.stage, of, at_ns)
    rep = latest_rep(state)
    found = None if rep is None else _stamp(rep, of)
    if found is not None:
        return anchored_again(Draft(state).add(f.Withdrawn(at_ns, of, found[0].athlete)), at_ns).done()
    return (f.Withdrawn(at_ns, of),) if any(tap.n == of for tap in state.ignored) else ()


# --- clocks of their own --------------------------------------------------------------------------------------------


def _name_apart(state: State, stage: Apart, of: int, athlete: int, at_ns: int) -> Facts:
    theirs = stage.lanes[athlete - 1]
    for holder, lane in enumerate(stage.lanes, start=1):
        rep = latest_rep(lane)
        found = None if rep is None else _stamp(rep, of)
        if rep is None or found is None:
            continue
        _, stamp, crossing = found
        if holder == athlete:
            return (f.Named(at_ns, of, athlete),)
        if _can_swap_apart(rep, latest_rep(theirs), crossing):
            return _swap_apart(state, (holder, athlete), of, at_ns)
        tap = IgnoredTap(of, stamp.at_ns, rep.phase, f.Reason.WITHDRAWN, None)
        if not _may_have(theirs, tap, 1):
            return ()
        left = for_athlete((f.Withdrawn(at_ns, of, 1),), holder)
        return left + for_athlete(give(Draft(theirs), tap, 1, at_ns).done(), athlete)
    spare = next((tap for tap in all_ignored(state) if tap.n == of), None)
    if spare is None or not _may_have(theirs, spare, 1):
        return ()
    return for_athlete(give(Draft(theirs), spare, 1, at_ns).done(), athlete)


def all_ignored(state: State) -> tuple[IgnoredTap, ...]:
    """The ignored taps of everybody, by athlete's number."""
    own = (
        IgnoredTap(tap.n, tap.at_ns, tap.phase, tap.reason, athlete)
        for athlete, lane in enumerate(state.lanes, start=1)
        for tap in lane.ignored
    )
    return (*state.ignored, *own)


def _can_swap_apart(mine: RunRep, theirs: RunRep | None, crossing: int) -> bool:
    """Both in the same rep of the plan, each tap behind the other's start."""
    if theirs is None or theirs.phase != mine.phase:
        return False
    one, two = mine.runner(1), theirs.runner(1)
    first, second = stamp_at(one, crossing), stamp_at(two, crossing)
    if first is None or second is None or second.at_ns <= mine.started_ns or first.at_ns <= theirs.started_ns:
        return False
    return all(_is_in_order(runner) for runner in swapped(one, two, crossing))


def _swap_apart(state: State, pair: tuple[int, int], of: int, at_ns: int) -> Facts:
    """Both recoveries count from the finishes as they are now."""
    named = f.Named(at_ns, of, pair[1])
    draft = Draft(state).add(named)
    facts: Facts = (named,)
    for athlete in pair:
        lane = Draft(draft.state.lane(athlete))
        facts += for_athlete(anchored_again(lane, at_ns).done(), athlete)
    return facts


def _withdraw_apart(state: State, stage: Apart, of: int, at_ns: int) -> Facts:
    for holder, lane in enumerate(stage.lanes, start=1):
        rep = latest_rep(lane)
        if rep is not None and _stamp(rep, of) is not None:
            return (f.Withdrawn(at_ns, of, holder),)
        if any(tap.n == of for tap in lane.ignored):
            return (f.Withdrawn(at_ns, of, holder),)
    return (f.Withdrawn(at_ns, of),) if any(tap.n == of for tap in state.ignored) else ()
