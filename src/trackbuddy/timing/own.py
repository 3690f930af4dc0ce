"""Inputs where everybody has a clock of their own: whose clock is meant, then what it means for a lone runner.

A digit is that athlete's Space. Space without a name goes to whoever is expected next. A command without an athlete
goes to whomever it fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trackbuddy.timing import commands
from trackbuddy.timing import facts as f
from trackbuddy.timing import inputs as i
from trackbuddy.timing.draft import Draft
from trackbuddy.timing.expecting import could_be_there, expected
from trackbuddy.timing.lanes import for_athlete, opened
from trackbuddy.timing.naming import passed_on_apart
from trackbuddy.timing.state import Apart, Done, IgnoredTap, LeadIn, Ready, Recovering, Running, State
from trackbuddy.timing.takes import take_tap, takeable
from trackbuddy.timing.taps import decide_tap, is_bounce, tap_starts

Facts = tuple[f.Fact, ...]
OnLane = Callable[[State], Facts]


def decide_apart(state: State, stage: Apart, given: i.Input) -> Facts | None:
    """The facts of an input that is somebody's; None for one that is everybody's."""
    match given:
        case i.Tap():
            return _tap(state, stage, given)
        case i.DropOut(at_ns=at_ns, athlete=athlete):
            return _of(state, athlete, lambda lane: commands.drop_out(lane, 1, at_ns))
        case i.Join(at_ns=at_ns, athlete=athlete):
            return _of(state, athlete, lambda lane: commands.join(lane, 1, at_ns))
        case i.ThatsAll(athlete=None) if state.is_over:
            return (f.Finished(given.at_ns),)
        case i.TakeTap(at_ns=at_ns, athlete=athlete):
            return take(state, at_ns, athlete)
        case _:
            return _command(state, stage, given)


def _command(state: State, stage: Apart, given: i.Input) -> Facts | None:
    match given:
        case i.ThatsAll(at_ns=at_ns, athlete=athlete):
            them = overdue(stage, at_ns) or _those(stage, Running)
            return _all(state, athlete, them, lambda lane: _thats_all(lane, at_ns))
        case i.Next(at_ns=at_ns, athlete=athlete):
            them = overdue(stage, at_ns) or _next_to_start(stage)[:1] or _those(stage, Running)
            return _all(state, athlete, them, lambda lane: commands.go_next(lane, at_ns))
        case i.StartedNow(at_ns=at_ns, athlete=athlete):
            them = _next_to_start(stage)[:1] or _those(stage, Running)
            return _all(state, athlete, them, lambda lane: commands.started_now(lane, at_ns))
        case i.Hold(at_ns=at_ns, athlete=athlete):
            return _all(state, athlete, _to_hold(stage), lambda lane: commands.hold(lane, at_ns))
        case i.Adjust(at_ns=at_ns, by_ns=by_ns, athlete=athlete):
            return _all(state, athlete, _everybody(stage), lambda lane: commands.adjust(lane, at_ns, by_ns))
        case i.Repeat(at_ns=at_ns, athlete=athlete):
            return _all(state, athlete, _latest_to_start(stage)[:1], lambda lane: commands.repeat(lane, at_ns))
        case i.EndHere(at_ns=at_ns, athlete=athlete):
            return _all(state, athlete, _everybody(stage), lambda lane: commands.end_here(lane, at_ns))
        case _:
            return None


def _thats_all(lane: State, at_ns: int) -> Facts:
    """Nobody leaves alone."""
    return () if isinstance(lane.stage, Done) else commands.thats_all(lane, at_ns)


# --- the lead-in ----------------------------------------------------------------------------------------------------


def begin(state: State, at_ns: int, from_ns: int) -> Facts:
    """A lead-in for everybody who has not dropped out, each a stagger later than the one before."""
    assert isinstance(state.stage, Ready), "a lead-in begins in ready"
    everybodys = _lead_ins(state, at_ns, from_ns + state.stage.lead_in_ns)
    return everybodys or (f.TapIgnored(at_ns, 0, f.Reason.OUT),)


def start_now(state: State, at_ns: int) -> Facts:
    """`s` in ready: the first one starts now, the others a stagger apart."""
    draft = Draft(state)
    for fact in _lead_ins(state, at_ns, at_ns):
        draft.add(fact)
        if fact.go_ns == at_ns and fact.athlete is not None:
            draft.add(*for_athlete(commands.started_now(draft.state.lane(fact.athlete), at_ns), fact.athlete))
    return draft.done()


def _lead_ins(state: State, at_ns: int, first_go_ns: int) -> tuple[f.LeadInStarted, ...]:
    starters = [athlete for athlete, lane in enumerate(opened(state), start=1) if not lane.out]
    stagger_ns = state.plan.rules.stagger_ns
    return tuple(
        f.LeadInStarted(at_ns, first_go_ns + place * stagger_ns, athlete) for place, athlete in enumerate(starters)
    )


# --- taps -----------------------------------------------------------------------------------------------------------


def _tap(state: State, stage: Apart, tap: i.Tap) -> Facts:
    if tap.athlete is not None:
        if tap.athlete in state.out:
            return (f.TapIgnored(tap.at_ns, state.lane(tap.athlete).current_phase, f.Reason.OUT, tap.athlete),)
        passed_on = passed_on_apart(state, stage, tap.athlete, tap.at_ns)
        return passed_on or _of(state, tap.athlete, lambda lane: decide_tap(lane, i.Tap(tap.at_ns)))
    if is_bounce(state, tap):
        return (f.TapIgnored(tap.at_ns, state.current_phase, f.Reason.BOUNCE),)
    athlete = meant(state, stage, tap.at_ns)
    if athlete is None:
        return (f.TapIgnored(tap.at_ns, state.current_phase, _why_nobody(stage)),)
    facts = _of(state, athlete, lambda lane: decide_tap(lane, i.Tap(tap.at_ns), named=False))
    if all(isinstance(fact, f.TapIgnored) for fact in facts):
        return tuple(
            f.TapIgnored(tap.at_ns, fact.phase, fact.reason) for fact in facts if isinstance(fact, f.TapIgnored)
        )
    return facts


def meant(state: State, stage: Apart, at_ns: int) -> int | None:
    """Whose a tap without a name is: of those who could be there whoever is due first, then who waits longest."""
    there = [one.athlete for one in expected(state) if could_be_there(stage.lanes[one.athlete - 1], one, at_ns)]
    if there:
        return there[0]
    waiting = [
        (lane.stage.began_ns, athlete)
        for athlete, lane in enumerate(stage.lanes, start=1)
        if isinstance(lane.stage, Recovering) and not lane.out and tap_starts(lane, lane.stage, at_ns)
    ]
    return min(waiting)[1] if waiting else None


def _why_nobody(stage: Apart) -> f.Reason:
    stages = [type(lane.stage) for lane in stage.lanes if not lane.out]
    if Running in stages:
        return f.Reason.TOO_SOON
    if Recovering in stages:
        return f.Reason.EXTRA
    return f.Reason.LEAD_IN if LeadIn in stages else f.Reason.DONE


# --- taps that count after all --------------------------------------------------------------------------------------


def take(state: State, at_ns: int, athlete: int | None, cancelled: Iterable[IgnoredTap] = ()) -> Facts:
    """`a`: yes to somebody's question, else the latest tap that can be taken."""
    mine = list(cancelled)
    if athlete is None:
        athlete = asking(state) or max(((tap.at_ns, who) for who, tap in _takeable(state, mine)), default=(0, None))[1]
    if athlete is None or not 1 <= athlete <= len(state.lanes):
        return ()
    whose = [_alone(tap) for tap in mine if tap.athlete == athlete]
    return _of(state, athlete, lambda lane: take_tap(lane, at_ns, whose))


def asking(state: State) -> int | None:
    """The athlete of whom the screen asks whether a lap was missed."""
    lanes = enumerate(state.lanes, start=1)
    return next((athlete for athlete, lane in lanes if commands.missed_lap(lane) is not None), None)


def latest_takeable(state: State, cancelled: Iterable[IgnoredTap] = ()) -> IgnoredTap | None:
    """The tap that `a` would take, with its athlete's number."""
    found = [
        IgnoredTap(tap.n, tap.at_ns, tap.phase, tap.reason, athlete) for athlete, tap in _takeable(state, cancelled)
    ]
    return max(found, key=lambda tap: tap.at_ns, default=None)


def _takeable(state: State, cancelled: Iterable[IgnoredTap]) -> Iterator[tuple[int, IgnoredTap]]:
    mine = list(cancelled)
    for athlete, lane in enumerate(state.lanes, start=1):
        tap = takeable(lane, [_alone(tap) for tap in mine if tap.athlete == athlete])
        if tap is not None:
            yield athlete, tap


def _alone(tap: IgnoredTap) -> IgnoredTap:
    return IgnoredTap(tap.n, tap.at_ns, tap.phase, tap.reason, 1)


# --- whose clock ----------------------------------------------------------------------------------------------------


def _of(state: State, athlete: int, decide: OnLane) -> Facts:
    return for_athlete(decide(state.lane(athlete)), athlete) if 1 <= athlete <= len(state.lanes) else ()


def _all(state: State, athlete: int | None, otherwise: Iterable[int], decide: OnLane) -> Facts:
    """For the one who was named, else for each of these."""
    them = otherwise if athlete is None else (athlete,)
    return tuple(fact for one in them for fact in _of(state, one, decide))


def _everybody(stage: Apart) -> list[int]:
    return [athlete for athlete, lane in enumerate(stage.lanes, start=1) if not lane.out]


def _those(stage: Apart, kind: type) -> list[int]:
    return [athlete for athlete in _everybody(stage) if isinstance(stage.lanes[athlete - 1].stage, kind)]


def overdue(stage: Apart, at_ns: int) -> list[int]:
    """Who should have been in by now: Enter gives up on them, and on everybody who runs only if nobody is."""
    found = []
    for athlete in _those(stage, Running):
        late = [one for one in expected(stage.lanes[athlete - 1]) if one.due_ns is not None and at_ns >= one.due_ns[1]]
        found += [athlete for _ in late]
    return found


def _next_to_start(stage: Apart) -> list[int]:
    """Whose GO comes next, first; those whom a tap starts behind them."""
    found = []
    for athlete in _everybody(stage):
        match stage.lanes[athlete - 1].stage:
            case LeadIn(go_ns=go_ns, started_ns=since_ns):
                found.append((0, go_ns, since_ns, athlete))
            case Recovering(go_ns=int(go_ns), began_ns=since_ns):
                found.append((0, go_ns, since_ns, athlete))
            case Recovering(began_ns=since_ns):
                found.append((1, 0, since_ns, athlete))
    return [entry[-1] for entry in sorted(found)]


def _latest_to_start(stage: Apart) -> list[int]:
    """Whose latest rep began last, first."""
    found = []
    for athlete in _everybody(stage):
        match stage.lanes[athlete - 1].stage:
            case Running(rep=rep) | Recovering(after=Running(rep=rep)) | Done(after=Running(rep=rep)):
                found.append((rep.started_ns, athlete))
    return [athlete for _, athlete in sorted(found, reverse=True)]


def _to_hold(stage: Apart) -> list[int]:
    """Who is held, to go on; else everybody who rests or gets ready; else those who run, for the recovery behind."""
    held = [
        athlete for athlete in _everybody(stage) if getattr(stage.lanes[athlete - 1].stage, "left_ns", None) is not None
    ]
    return held or _those(stage, LeadIn) + _those(stage, Recovering) or _those(stage, Running)
