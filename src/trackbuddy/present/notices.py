"""What has to be said beside the clock: taps that were not counted, questions, holds, trouble."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from trackbuddy.present import names, phrases
from trackbuddy.present.cells import printable
from trackbuddy.present.ignored import WHY
from trackbuddy.present.lapped import outlook, too_fast
from trackbuddy.present.steps import step_name
from trackbuddy.present.view import Notice, Urgency
from trackbuddy.present.whose import is_asked_about, whose
from trackbuddy.results import words
from trackbuddy.timing.facts import Reason
from trackbuddy.timing.naming import all_ignored
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Apart, Done, IgnoredTap, LeadIn, Recovering, Running, Stage, State
from trackbuddy.units import NS

SHOWN_NS: Final = 5 * NS
"""How long a tap that can't be taken any more is spoken of."""
BACK_NS: Final = 10 * NS
OVERDUE_PERCENT: Final = 25
OVERDUE_NS: Final = 5 * NS


def notices(snapshot: Snapshot, now_ns: int, digits: Mapping[int, int]) -> tuple[Notice, ...]:
    """The most urgent first. `digits`: the athlete on each digit."""
    return tuple(_all(snapshot, now_ns, digits))


def _all(snapshot: Snapshot, now_ns: int, digits: Mapping[int, int]) -> Iterator[Notice]:
    stage = snapshot.state.stage
    until_ns = snapshot.undo_asks_until_ns
    if until_ns is not None and now_ns < until_ns:
        yield Notice(f"UNDO {_undone(snapshot)} too.   BKSP again = yes, undo", Urgency.ASKING)
    question = snapshot.question
    if question is not None:
        text = f"LAP {question.crossing} MISSED?   a = yes, that tap was lap {question.crossing + 1}"
        yield Notice(text, Urgency.ASKING)
    yield from whose(snapshot.state, digits)
    if snapshot.takeable is not None:
        if not is_asked_about(snapshot.state, snapshot.takeable) and _is_news(snapshot, snapshot.takeable, now_ns):
            yield _takeable(snapshot, snapshot.takeable)
    elif (ignored := _lately_ignored(snapshot, now_ns)) is not None:
        yield Notice(_ignored(snapshot, ignored, digits))
    yield from _back(snapshot, now_ns)
    if isinstance(stage, Running):
        yield from _of_rep(snapshot, stage, now_ns)
    yield from _trouble(snapshot)


def _back(snapshot: Snapshot, now_ns: int) -> Iterator[Notice]:
    """For a while after nobody watched: what became of the clock meanwhile, until something new is going on."""
    state = snapshot.state
    if state.gap_ns < 0 or now_ns - state.gap_ns >= BACK_NS:
        return
    if _began_ns(state.stage) > state.gap_ns or any(line.fact.at_ns > state.gap_ns for line in snapshot.last_step):
        return
    yield Notice(f"GOING ON: {_ran_on(state)}", Urgency.ASKING)


def _began_ns(stage: Stage) -> int:
    """When what is going on began; -1 where it has been so all along."""
    match stage:
        case Running(rep=rep):
            return rep.started_ns
        case Recovering(began_ns=began_ns) | LeadIn(started_ns=began_ns):
            return began_ns
        case Done(after=Running(rep=rep)):
            return max((runner.ended_ns or -1 for runner in rep.runners), default=-1)
        case _:
            return -1


def _ran_on(state: State) -> str:
    """With what helps where there is no saving the time."""
    match state.stage:
        case Running(rep=rep):
            helps = "" if state.plan.rep(rep.phase).span_ns is not None else "   ENTER = no time"
            return f"the clock of {phrases.short(state.plan, rep.phase)} ran on meanwhile{helps}"
        case Recovering(waits=True, next=int(following)):
            return f"the GO of {phrases.short(state.plan, following)} fell due meanwhile   SPACE starts it"
        case Recovering(left_ns=None) | LeadIn(left_ns=None):
            return "the clock ran on meanwhile"
        case Apart():
            return "every clock ran on meanwhile"
        case Done(early=True):
            return "the session was ended here"
        case Done():
            return "all reps are done"
        case Recovering() | LeadIn():
            return "still held"
        case _:
            return "not started yet"


def _trouble(snapshot: Snapshot) -> Iterator[Notice]:
    if snapshot.trouble:
        yield Notice(f"NOT SAVED: {printable(snapshot.trouble)}", Urgency.ALARM)
    if snapshot.sound_trouble:
        silent = snapshot.sound_trouble.startswith("no sound")
        yield Notice(printable(snapshot.sound_trouble), Urgency.ALARM if silent else Urgency.CALM)
    for fault in snapshot.faults:
        yield Notice(f"FAULT: {printable(fault)}", Urgency.ALARM)


def _of_rep(snapshot: Snapshot, stage: Running, now_ns: int) -> Iterator[Notice]:
    rep = stage.rep
    alone = snapshot.state.plan.alone
    stands = outlook(snapshot.state.plan.rep(rep.phase), rep, rep.runner(1)) if alone else None
    if stands is not None and stands.fast_ns is not None:
        yield Notice(too_fast(stands), Urgency.ASKING)
    if is_overdue(snapshot, stage, now_ns):
        rest = "this rep" if alone else "who is to come"
        yield Notice(f"NO TAP?   ENTER = no time for {rest}", Urgency.ASKING)
    if rep.send_off_missed:
        yield Notice("SEND-OFF MISSED: no GO sounds; after the finish SPACE starts the next rep", Urgency.ASKING)
    if stage.hold_armed:
        yield Notice("HOLD after this rep: the recovery will wait   h = no hold")


def _undone(snapshot: Snapshot) -> str:
    """`rep 3's finish takes back the GO of rep 4`."""
    plan, stage = snapshot.state.plan, snapshot.state.stage
    running = stage.rep if isinstance(stage, Running) else stage.after.rep if isinstance(stage, Recovering) else None
    step = step_name(plan, snapshot.last_step)
    go = f"the GO of {phrases.short(plan, running.phase)}" if running else "a GO"
    return f"{step} takes back {go}" if step else f"would take back {go}"


def _ignored(snapshot: Snapshot, tap: IgnoredTap, digits: Mapping[int, int]) -> str:
    """Whose it was, where several run; who is out may well be running again."""
    plan, athlete = snapshot.state.plan, tap.athlete
    known = not plan.alone and athlete is not None and 1 <= athlete <= len(plan.athletes)
    whose = f", {names.athlete(plan, athlete)}," if known and athlete is not None else ""
    key = next((digit for digit, one in digits.items() if one == athlete), athlete)
    back = f"   TAB d {key} = runs again" if whose and tap.reason is Reason.OUT else ""
    return f"TAP{whose} not counted: {WHY[tap.reason]}{back}"


def _takeable(snapshot: Snapshot, tap: IgnoredTap) -> Notice:
    """With clocks of their own the tap fell into its athlete's standing, in which they are athlete 1."""
    athlete = tap.athlete or 1
    lane = snapshot.state.lane(athlete)
    stage, number = lane.stage, 1 if lane.plan.alone else athlete
    whose = "" if snapshot.state.plan.alone else f", {names.athlete(snapshot.state.plan, athlete)}"
    after = stage.after if isinstance(stage, Recovering | Done) else None
    if after is not None:
        finish_ns = after.rep.runner(number).ended_ns or tap.at_ns
        gap_ns = tap.at_ns - finish_ns
        side = "after" if gap_ns >= 0 else "before"
        gap = words.time(abs(gap_ns))
        said = f"EXTRA TAP{whose} {gap}s {side} the finish, not counted.   a = that was the finish"
        return Notice(said, Urgency.ASKING)
    if not isinstance(stage, Running):
        return Notice(f"TAP{whose} not counted: {WHY[tap.reason]}.   a = count it", Urgency.ASKING)
    at = words.time(tap.at_ns - stage.rep.started_ns)
    return Notice(f"TAP{whose} at {at} not counted: {WHY[tap.reason]}.   a = count it", Urgency.ASKING)


def _is_news(snapshot: Snapshot, tap: IgnoredTap, now_ns: int) -> bool:
    """With several athletes there is much to see: what was only a double tap is not spoken of for long."""
    return snapshot.state.plan.alone or tap.reason is not Reason.BOUNCE or now_ns - tap.at_ns < SHOWN_NS


def _lately_ignored(snapshot: Snapshot, now_ns: int) -> IgnoredTap | None:
    last = max(all_ignored(snapshot.state), key=lambda tap: tap.at_ns, default=None)
    return last if last is not None and now_ns - last.at_ns < SHOWN_NS else None


def is_overdue(snapshot: Snapshot, stage: Running, now_ns: int) -> bool:
    """A quarter over its target, and five seconds at least: the tap was forgotten, or the runner stopped.

    With several athletes: for everybody who is to come.
    """
    phase = snapshot.state.plan.rep(stage.rep.phase)
    out = [runner.athlete for runner in stage.rep.runners if runner.is_running]
    due = [aim.high_ns if (aim := phase.aim(athlete)) else None for athlete in out]
    if phase.span_ns is not None or not due:
        return False
    gone_ns = now_ns - stage.rep.started_ns
    return all(ns is not None and gone_ns >= ns + max(ns * OVERDUE_PERCENT // 100, OVERDUE_NS) for ns in due)
