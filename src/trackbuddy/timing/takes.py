"""`a`: which tap that was not counted may count after all, and what then happened."""

from __future__ import annotations

from collections.abc import Iterable

from trackbuddy.timing import facts as f
from trackbuddy.timing.commands import missed_lap, yes_missed
from trackbuddy.timing.draft import Draft, hurried
from trackbuddy.timing.state import Done, IgnoredTap, Recovering, Running, State, latest_rep
from trackbuddy.timing.taps import crossed


def take_tap(state: State, at_ns: int, cancelled: Iterable[IgnoredTap] = ()) -> tuple[f.Fact, ...]:
    """Yes to the question on the screen, else the last tap that can be taken.

    `cancelled` are ignored taps that an undo just took back: they may be taken too.
    """
    question = missed_lap(state)
    if question is not None:
        return yes_missed(state, question, at_ns)
    tap = takeable(state, cancelled)
    if tap is None:
        return ()
    return give(Draft(state), tap, tap.athlete or 1, at_ns).done()


def give(draft: Draft, tap: IgnoredTap, athlete: int, at_ns: int, *, named: bool = True) -> Draft:
    """The tap counts as the athlete's next crossing; of a rep that is over, as their finish."""
    before = draft.state
    rep = latest_rep(before)
    assert rep is not None, "a tap is taken for a rep"
    runner, is_over = rep.runner(athlete), not isinstance(before.stage, Running)
    if runner.ended_ns is not None and not is_over and runner.last_stamp is not None:
        draft.add(f.Withdrawn(at_ns, runner.last_stamp.n, athlete))
    taken = len(runner.crossings) - (runner.timed and bool(runner.crossings))
    crossing = max(len(before.plan.rep(rep.phase).crossings), taken + 1) if is_over else taken + 1
    draft.add(f.Accepted(at_ns, rep.phase, athlete, tap.n, crossing))
    draft.add(*(f.CrossingMissed(at_ns, rep.phase, athlete, c) for c in range(taken + 1, crossing)))
    crossed(draft, athlete, tap.at_ns, named=named)
    _as_it_was(draft, before, at_ns)
    return hurried(draft, at_ns) if not is_over or _is_sooner(before, draft.state) else draft


def _is_sooner(before: State, now: State) -> bool:
    was, is_ = before.stage, now.stage
    if not isinstance(was, Recovering) or not isinstance(is_, Recovering):
        return False
    return was.go_ns is not None and is_.go_ns is not None and is_.go_ns < was.go_ns


def _as_it_was(draft: Draft, before: State, at_ns: int) -> None:
    """What was done to the recovery since the finish still holds: a hold, an adjustment, the end of the session."""
    was, now = before.stage, draft.state.stage
    if isinstance(was, Done) and was.early and not isinstance(now, Done):
        draft.add(f.Ended(at_ns, draft.state.current_phase))
    if not isinstance(was, Recovering) or not isinstance(now, Recovering):
        return
    later_ns = now.began_ns - was.began_ns
    if was.left_ns is not None:
        draft.add(f.Held(at_ns, now.phase, was.left_ns + later_ns))
    elif was.go_ns is not None and now.go_ns not in (None, was.go_ns + later_ns):
        draft.add(f.Adjusted(at_ns, now.phase, go_ns=was.go_ns + later_ns))


def takeable(state: State, cancelled: Iterable[IgnoredTap] = ()) -> IgnoredTap | None:
    """The latest ignored tap that `a` would take now; None when there is none."""
    taps = sorted({tap.n: tap for tap in (*cancelled, *state.ignored)}.values(), key=lambda tap: tap.at_ns)
    return next((tap for tap in reversed(taps) if _can_take(state, tap)), None)


def _can_take(state: State, tap: IgnoredTap) -> bool:
    if tap.athlete is None and not state.plan.alone:
        return False
    match state.stage:
        case Running(rep=rep) if state.plan.rep(rep.phase).span_ns is None:
            runner = rep.runner(tap.athlete or 1)
            since = runner.last_stamp.at_ns if runner.last_stamp else rep.started_ns
            return runner.is_running and tap.at_ns > since
        case Recovering(after=after) | Done(after=Running() as after):
            is_counted = state.plan.rep(after.rep.phase).counted_only
            return not is_counted and _can_move_finish(after, tap, tap.athlete or 1, is_alone=state.plan.alone)
        case _:
            return False


def _can_move_finish(after: Running, tap: IgnoredTap, athlete: int, *, is_alone: bool) -> bool:
    """Only a finish made by a tap moves, and only to a later one: what was too soon in the rep stays so.

    With several athletes, who was given up may still come in: their own key, pressed in the recovery.
    """
    runner = after.rep.runner(athlete)
    if after.rep.voided or runner.ended_ns is None:
        return False
    if not runner.timed:
        return not is_alone and tap.phase > after.rep.phase
    return bool(runner.crossings) and tap.at_ns > runner.ended_ns
