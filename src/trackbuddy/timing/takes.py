"""`a`: which tap that was not counted may count after all, and what then happened."""

from __future__ import annotations

from collections.abc import Iterable

from trackbuddy.timing import facts as f
from trackbuddy.timing.commands import missed_lap, yes_missed
from trackbuddy.timing.draft import Draft, hurried
from trackbuddy.timing.state import Done, IgnoredTap, Recovering, Runner, Running, State
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
    athlete = tap.athlete or 1
    if isinstance(state.stage, Running):
        crossing = len(state.stage.rep.runner(athlete).crossings) + 1
    else:
        crossing = len(_finish(state, athlete).crossings)
    draft = Draft(state).add(f.Accepted(at_ns, tap.phase, athlete, tap.n, crossing))
    crossed(draft, athlete, tap.at_ns)
    _as_it_was(draft, state, at_ns)
    return hurried(draft, at_ns).done() if isinstance(state.stage, Running) else draft.done()


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
            return _can_move_finish(after, tap, tap.athlete or 1)
        case _:
            return False


def _can_move_finish(after: Running, tap: IgnoredTap, athlete: int) -> bool:
    """Only a finish made by a tap moves, and only to a later one: what was too soon in the rep stays so."""
    runner = after.rep.runner(athlete)
    made_by_tap = runner.timed and bool(runner.crossings) and not after.rep.voided
    return made_by_tap and runner.ended_ns is not None and tap.at_ns > runner.ended_ns


def _finish(state: State, athlete: int) -> Runner:
    stage = state.stage
    assert isinstance(stage, Recovering | Done), "a finish moves from a recovery"
    assert stage.after is not None, "a finish lies before it"
    return stage.after.rep.runner(athlete)
