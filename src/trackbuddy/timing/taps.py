"""What a tap means where it falls. A tap with no meaning is a fact too, and never shortens a clock."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase, RepPhase
from trackbuddy.plan.session import Covered, Open, SameDistance
from trackbuddy.timing import facts as f
from trackbuddy.timing.draft import Draft, anchor, hurried
from trackbuddy.timing.inputs import Tap
from trackbuddy.timing.state import (
    Done,
    Finished,
    LeadIn,
    Ready,
    Recovering,
    Runner,
    Running,
    State,
    next_rep_number,
)


def decide_tap(state: State, tap: Tap, *, named: bool = True) -> tuple[f.Fact, ...]:
    """The facts of one tap; at least one. Not `named`: of a lone runner it is only thought that it was theirs."""
    if tap.athlete is not None and not 1 <= tap.athlete <= len(state.plan.athletes):
        return (f.TapIgnored(tap.at_ns, state.current_phase, f.Reason.NOBODY),)
    match state.stage:
        case Ready() if tap.athlete is None:
            return begin(state, tap.at_ns, tap.at_ns)
        case LeadIn(left_ns=None):
            return _ignored(state, tap, f.Reason.LEAD_IN)
        case LeadIn() as stage if tap.athlete is None:
            first = next_rep_number(state.plan, 0)
            assert first is not None, "a timeline has a rep"
            return _started_by_tap(state, tap, since_ns=stage.started_ns, number=first)
        case Running() as stage:
            return _in_rep(state, stage, tap, named=named)
        case Recovering() as stage:
            return _in_recovery(state, stage, tap)
        case Done() | Finished():
            return _ignored(state, tap, f.Reason.DONE)
        case _:
            return _ignored(state, tap, f.Reason.NOT_RUNNING)


def begin(state: State, at_ns: int, from_ns: int) -> tuple[f.Fact, ...]:
    """Begins the lead-in, counted from an instant not before the last thing that was done in ready."""
    assert isinstance(state.stage, Ready), "a lead-in begins in ready"
    return (f.LeadInStarted(at_ns, from_ns + state.stage.lead_in_ns),)


def _ignored(state: State, tap: Tap, reason: f.Reason) -> tuple[f.Fact, ...]:
    athlete = 1 if tap.athlete is None and state.plan.alone else tap.athlete
    return (f.TapIgnored(tap.at_ns, state.current_phase, reason, athlete),)


def ignored_late(state: State, tap: Tap) -> tuple[f.Fact, ...]:
    """For a tap stamped in a phase that is over."""
    if tap.athlete is not None and not 1 <= tap.athlete <= len(state.plan.athletes):
        return (f.TapIgnored(tap.at_ns, state.current_phase, f.Reason.NOBODY),)
    if state.lanes and tap.athlete is not None:
        return (f.TapIgnored(tap.at_ns, state.lane(tap.athlete).current_phase, f.Reason.LATE, tap.athlete),)
    return _ignored(state, tap, f.Reason.LATE)


def is_still_open(then: State, now: State, tap: Tap) -> bool:
    """Whether a tap that comes in late still falls into what goes on now: the same rep, recovery or wait as `then`."""
    same = (type(then.stage), then.current_phase, len(then.reps)) == (type(now.stage), now.current_phase, len(now.reps))
    match now.stage:
        case Running(rep=rep):
            return same and tap.at_ns >= rep.started_ns
        case Recovering(began_ns=began_ns):
            return same and tap.at_ns >= began_ns
        case _:
            return same


# --- in a rep -------------------------------------------------------------------------------------------------------


def _in_rep(state: State, stage: Running, tap: Tap, *, named: bool) -> tuple[f.Fact, ...]:
    phase = state.plan.rep(stage.rep.phase)
    if phase.span_ns is not None:
        return _ignored(state, tap, f.Reason.TIMED)
    runner = stage.rep.runner(tap.athlete) if tap.athlete else expected(state, stage)
    if runner is None or runner.ended_ns is not None:
        held = tap.athlete is not None and is_bounce(state, tap)
        return _ignored(state, tap, f.Reason.BOUNCE if held else f.Reason.ALREADY_IN)
    if runner.out:
        return _ignored(state, tap, f.Reason.OUT)
    if is_bounce(state, tap):
        return _ignored(state, tap, f.Reason.BOUNCE)
    if _is_too_soon(state, stage, phase, runner, tap.at_ns):
        return _ignored(state, tap, f.Reason.TOO_SOON)
    if phase.counted_only:
        return _counted(state, stage, runner, tap.at_ns)
    named = tap.athlete is not None or (named and state.plan.alone)
    return crossed(Draft(state), runner.athlete, tap.at_ns, named=named).done()


def expected(state: State, stage: Running) -> Runner | None:
    """The athlete a tap without a name is given to: whose next crossing is due first, the lower number first."""

    def due_ns(runner: Runner) -> tuple[int, int, int]:
        taken = len(runner.crossings)
        band = due_band(phase, runner, taken + 1)
        return (0 if band is None else band[1], taken, runner.athlete)

    phase = state.plan.rep(stage.rep.phase)
    return min((r for r in stage.rep.runners if r.is_running), key=due_ns, default=None)


def is_bounce(state: State, tap: Tap) -> bool:
    """Whether the same thumb tapped a moment ago. Slides: every tap of a held key is measured from the one before."""
    rules = state.plan.rules
    if tap.athlete is None and not state.plan.alone:
        last, guard = state.last_tap(0), rules.crowd_bounce_ns
    else:
        last, guard = state.last_tap(tap.athlete or 1), rules.bounce_ns
    return last is not None and abs(tap.at_ns - last) < guard


def _is_too_soon(state: State, stage: Running, phase: RepPhase, runner: Runner, at_ns: int) -> bool:
    """Nobody is that fast: measured from the rep's start or the last crossing that counted, and never sliding."""
    since = runner.last_stamp.at_ns if runner.last_stamp else stage.rep.started_ns
    return at_ns - since < floor_ns(state, phase, runner)


def floor_ns(state: State, phase: RepPhase, runner: Runner) -> int:
    """The shortest lap that is believed: a share of its target, or a fixed time without one."""
    rules = state.plan.rules
    start, end = due_band(phase, runner, len(runner.crossings)), due_band(phase, runner, len(runner.crossings) + 1)
    if start is None or end is None:
        return rules.floor_ns
    return (end[0] - start[0]) * rules.floor_percent // 100


def due_band(phase: RepPhase, runner: Runner, crossing: int) -> tuple[int, int] | None:
    """Planned time of a crossing from the rep's start, 0 for the start itself; None without a number."""
    if crossing == 0:
        return (0, 0)
    aim = phase.aim(runner.athlete)
    if aim is None or aim.low_ns is None or aim.high_ns is None:
        return None
    last = crossing >= len(phase.crossings)
    mark = None if last else phase.crossings[crossing - 1].mm
    if mark is None or phase.way_mm is None:
        return (aim.low_ns, aim.high_ns) if last else None
    return aim.band_at(mark, phase.way_mm)


def crossed(draft: Draft, athlete: int, at_ns: int, *, named: bool = True) -> Draft:
    """The athlete's next crossing; the last one ends the rep, and the last athlete in ends it for all."""
    stage = draft.state.stage
    assert isinstance(stage, Running), "a crossing belongs to a rep"
    phase = draft.state.plan.rep(stage.rep.phase)
    crossing = len(stage.rep.runner(athlete).crossings) + 1
    draft.add(f.Split(at_ns, stage.rep.phase, athlete, crossing, named))
    return finished(draft, athlete, at_ns) if crossing >= len(phase.crossings) else draft


def finished(draft: Draft, athlete: int, at_ns: int) -> Draft:
    """The athlete is in, timed; whoever is last in sets the recovery going."""
    stage = draft.state.stage
    assert isinstance(stage, Running), "a finish belongs to a rep"
    draft.add(f.RepEnded(at_ns, stage.rep.phase, timed=True, athlete=athlete))
    after = draft.state.stage
    if not isinstance(after, Running):
        return draft
    anchor_ns = anchor(draft.state, after.rep, at_ns)
    draft.follow_up(anchor_ns)
    return hurried(draft, at_ns) if anchor_ns < at_ns else draft


def _counted(state: State, stage: Running, runner: Runner, at_ns: int) -> tuple[f.Fact, ...]:
    """One Space, one stride: without a clock of its own, the recovery is over as it begins."""
    ended = f.RepEnded(at_ns, stage.rep.phase, timed=False, athlete=runner.athlete)
    draft = Draft(state).add(ended)
    at_ns = max(at_ns, *(other.ended_ns or at_ns for other in stage.rep.runners))
    draft.follow_up(at_ns)
    between = draft.state.stage
    if isinstance(between, Recovering) and between.next is not None:
        recovery = state.plan.phase(between.phase)
        if isinstance(recovery, RecoveryPhase) and isinstance(recovery.measure, Open | Covered | SameDistance):
            draft.add(f.RepStarted(at_ns, between.next, f.StartKind.TAP))
    return draft.done()


# --- in a recovery --------------------------------------------------------------------------------------------------


def _in_recovery(state: State, stage: Recovering, tap: Tap) -> tuple[f.Fact, ...]:
    if tap.athlete is not None and not state.plan.alone:
        return _ignored(state, tap, f.Reason.NOT_RUNNING)
    if is_bounce(state, tap):
        return _ignored(state, tap, f.Reason.BOUNCE)
    if not tap_starts(state, stage, tap.at_ns):
        return _ignored(state, tap, f.Reason.EXTRA)
    if stage.next is not None:
        return _started_by_tap(state, tap, since_ns=stage.began_ns, number=stage.next)
    if tap.at_ns - stage.began_ns < state.plan.rules.start_after_ns:
        return _ignored(state, tap, f.Reason.EXTRA)
    return (f.RecoveryEnded(tap.at_ns, stage.phase),)


def tap_starts(state: State, stage: Recovering, at_ns: int) -> bool:
    """Whether a tap at this instant would be heard as `start now`, leaving the guard behind the finish aside."""
    if stage.go_ns is None or stage.left_ns is not None:
        return True
    phase = state.plan.phase(stage.phase)
    return isinstance(phase, RecoveryPhase) and phase.go_by_tap and at_ns >= stage.go_ns


def _started_by_tap(state: State, tap: Tap, *, since_ns: int, number: int) -> tuple[f.Fact, ...]:
    if tap.at_ns - since_ns < state.plan.rules.start_after_ns:
        return _ignored(state, tap, f.Reason.EXTRA)
    return (f.RepStarted(tap.at_ns, number, f.StartKind.TAP),)
