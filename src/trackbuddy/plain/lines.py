"""What plain mode says of each fact."""

from __future__ import annotations

from trackbuddy.plan.phases import RecoveryPhase
from trackbuddy.plan.trial import split_name
from trackbuddy.present import answers, names, numbers, phrases
from trackbuddy.present.cells import printable
from trackbuddy.present.ignored import WHY
from trackbuddy.present.lapped import heading_for, needed, outlook, too_fast
from trackbuddy.present.metres import is_asked
from trackbuddy.present.reps import in_full
from trackbuddy.results import words
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing import facts as f
from trackbuddy.timing.facts import Line
from trackbuddy.timing.lanes import LANED, as_alone, whose
from trackbuddy.timing.repairs import Repair
from trackbuddy.timing.state import Plan, Recovering, Running, RunRep, State
from trackbuddy.timing.taps import due_band
from trackbuddy.units import running


def spoken(line: Line, state: State) -> str | None:
    """The line for a fact, given the standing after its input; None for one that says nothing new."""
    said = _said_of_athlete(line.fact, state)
    return None if said is None else f"{running(line.fact.at_ns):>8}  {said}"


def _said_of_athlete(fact: f.Fact, state: State) -> str | None:
    """With clocks of their own what is said of one athlete is what would be said of a lone runner, and their name."""
    athlete = whose(fact) if state.lanes else None
    if athlete is None or not isinstance(fact, LANED):
        return _said(fact, state)
    said = _said(as_alone(fact), state.lane(athlete))
    if not said or names.athlete(state.plan, athlete) in said:
        return said
    return said + _whose(state.plan, athlete)


def _said(fact: f.Fact, state: State) -> str | None:
    """Every kind of fact is named here or in one of those it calls: what has no line says so."""
    match fact:
        case f.LeadInStarted(at_ns=at_ns, go_ns=go_ns):
            return f"get ready: GO in {numbers.length(go_ns - at_ns)}"
        case f.RepStarted(phase=phase):
            return _started(state.plan, phase)
        case f.Split(phase=phase):
            return _lap(state, fact) if len(state.plan.rep(phase).crossings) > 1 else None
        case f.RepEnded(phase=phase, athlete=athlete):
            return _ended(state, phase, athlete)
        case f.RecoveryStarted() | f.Held() | f.Resumed() | f.Adjusted() | f.RecoveryEnded():
            return _recovery(state, fact)
        case f.TapIgnored(athlete=athlete, reason=reason):
            return f"tap not counted: {_why(state, fact, reason)}{_whose(state.plan, athlete)}"
        case f.Undone() | f.Redone() | f.CrossingMissed() | f.Restamped() | f.Skipped() | f.Voided():
            return _second_thought(state, fact)
        case f.Accepted() | f.Named() | f.Withdrawn():
            return _hands(state, fact)
        case _:
            return _other(state, fact)


def _whose(plan: Plan, athlete: int | None) -> str:
    return "" if plan.alone or athlete is None else f"  ({names.athlete(plan, athlete)})"


def _started(plan: Plan, number: int) -> str:
    phase = plan.rep(number)
    place = phrases.finish_place(phase)
    parts = [f"GO  {_name(plan, number)}", names.subject(phase), f"finish: {place}" if place else ""]
    return "   ".join(part for part in parts if part)


def _name(plan: Plan, number: int) -> str:
    return ", ".join(part for part in (names.set_(plan, number), names.rep(plan, number)) if part)


def _rep(state: State, number: int) -> RunRep | None:
    """The rep as it was run; the latest where it was repeated."""
    if isinstance(state.stage, Running) and state.stage.rep.phase == number:
        return state.stage.rep
    return next((rep for rep in reversed(state.reps) if rep.phase == number), None)


def _row(state: State, number: int, athlete: int) -> Row | None:
    return next((row for row in reversed(rows(state, athlete)) if row.phase == number), None)


def _lap(state: State, fact: f.Split) -> str | None:
    """The lap's name, its time against the plan, what is still to go, and where that leads.

    A fast first lap is warned of where something can still be done about it, at its own tap.
    """
    run = _rep(state, fact.phase)
    if run is None:
        return None
    phase, runner = state.plan.rep(fact.phase), run.runner(fact.athlete)
    band = due_band(phase, runner, fact.crossing)
    stands = outlook(phase, run, runner, fact.crossing)
    parts = [
        f"{split_name(phase, fact.crossing)}   {words.timed(fact.at_ns - run.started_ns)}",
        f"due {words.band(*band)}" if band else "",
    ]
    if stands is not None:
        to_go = "BELL, last lap" if stands.bell else f"{stands.to_go} laps to go"
        parts += [to_go, heading_for(stands), needed(phase, stands, fact.athlete), too_fast(stands)]
    return "   ".join(part for part in parts if part) + _whose(state.plan, fact.athlete)


def _ended(state: State, number: int, athlete: int | None) -> str:
    plan = state.plan
    who = range(1, len(plan.athletes) + 1) if athlete is None else (athlete,)
    return "; ".join(f"{_name(plan, number)}   {_result(_row(state, number, w))}{_whose(plan, w)}" for w in who)


def _result(row: Row | None) -> str:
    if row is None or row.standing in {Standing.RUNNING, Standing.OUT}:
        return "over"
    if is_asked(row) and row.metres is None:
        return "done   metres? d METRES"
    if row.split_ns is None:
        return {Standing.NO_TIME: "NO TIME", Standing.COUNTED: "counted"}.get(row.standing, "done")
    judged = f"   {row.judged.text}  {row.judged.word}" if row.judged else ""
    return f"{words.timed(row.split_ns)}{judged}"


_Recovery = f.RecoveryStarted | f.Held | f.Resumed | f.Adjusted | f.RecoveryEnded


def _recovery(state: State, fact: _Recovery) -> str | None:
    match fact:
        case f.RecoveryStarted(phase=number, waits=waits):
            phase = state.plan.phase(number)
            if not isinstance(phase, RecoveryPhase):
                return None
            stage = state.stage
            after = stage.next if isinstance(stage, Recovering) else None
            coming = f"   next: {_name(state.plan, after)}" if after else ""
            start = "   a tap starts it" if fact.go_ns is None else ""
            return f"{'send-off missed' if waits else names.recovery(phase)}{coming}{start}"
        case f.Held(left_ns=left_ns) if left_ns is not None:
            return f"held, {numbers.length(_up(left_ns))} left"
        case f.Held():
            return "hold: the next recovery will start stopped"
        case f.Resumed(at_ns=at_ns, go_ns=int(go_ns)) | f.Adjusted(at_ns=at_ns, go_ns=int(go_ns)):
            return f"GO in {numbers.length(_up(go_ns - at_ns))}"
        case f.Resumed():
            return "no hold"
        case f.Adjusted(left_ns=left_ns):
            return None if left_ns is None else f"{numbers.length(_up(left_ns))} to come"
        case f.RecoveryEnded():
            return "recovery over"


def _up(ns: int) -> int:
    """Whole seconds, rounded up, as the screen counts them."""
    return -(-ns // 1_000_000_000) * 1_000_000_000


def _why(state: State, fact: f.TapIgnored, reason: f.Reason) -> str:
    if reason is not f.Reason.EXTRA:
        return WHY[reason]
    stage = state.stage
    if not isinstance(stage, Recovering):
        return "extra"
    return f"{words.time(fact.at_ns - stage.began_ns)}s after the finish; a = that was the finish"


_SecondThought = f.Undone | f.Redone | f.CrossingMissed | f.Restamped | f.Skipped | f.Voided


def _second_thought(state: State, fact: _SecondThought) -> str | None:
    match fact:
        case f.Undone():
            return f"undone; {where(state)}"
        case f.Redone():
            return f"done again; {where(state)}"
        case f.CrossingMissed(crossing=crossing):
            return f"lap {crossing} was missed"
        case f.Restamped() | f.Voided():
            return answers.said(state.plan, fact)
        case f.Skipped():
            return None


def _hands(state: State, fact: f.Accepted | f.Named | f.Withdrawn) -> str:
    if isinstance(fact, f.Withdrawn) and fact.athlete is not None:
        return f"that tap was not theirs{_whose(state.plan, fact.athlete)}"
    return answers.said(state.plan, fact)


def where(state: State) -> str:
    """Where a session stands, in a few words."""
    match state.stage:
        case Running(rep=rep):
            return f"{_name(state.plan, rep.phase)} is being run"
        case Recovering(after=after):
            return f"resting after {_name(state.plan, after.rep.phase)}"
        case _:
            return "not started" if not state.reps else "all reps are done"


_Other = (
    f.SendOffMissed
    | f.Measured
    | f.DroppedOut
    | f.Joined
    | f.Note
    | f.Slept
    | f.Reopened
    | f.Ended
    | f.Discarded
    | f.Finished
    | f.Closed
    | f.Recovered
    | f.Rewound
    | f.SessionOpened
    | f.Unknown
    | Repair
)


def _other(state: State, fact: _Other) -> str | None:
    match fact:
        case f.SendOffMissed(phase=number):
            return f"send-off missed: {_name(state.plan, number)} goes on"
        case f.Measured(phase=number, athlete=athlete):
            row = _row(state, number, athlete)
            return f"{_name(state.plan, number)}   {in_full(row)}{_whose(state.plan, athlete)}" if row else None
        case f.DroppedOut() | f.Joined():
            return answers.said(state.plan, fact)
        case _:
            return _of_session(state, fact)


def _of_session(state: State, fact: f.Fact) -> str | None:
    match fact:
        case f.Note(text=text):
            return f"note: {printable(text)}"
        case f.Slept(for_ns=for_ns):
            return f"the machine slept for {numbers.length(_up(for_ns))}; the clock went on"
        case f.Reopened():
            return f"going on; {where(state)}; the clock ran on meanwhile"
        case f.Ended():
            return answers.said(state.plan, fact)
        case f.Discarded():
            return "discarded; the log is kept and marked"
        case _:
            return None
