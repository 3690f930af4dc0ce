"""Which keys do what right now: the line at the foot of the screen. The most needed come first."""

from __future__ import annotations

from trackbuddy.present.metres import asked, is_unanswered
from trackbuddy.present.phrases import short
from trackbuddy.present.view import KeyHint
from trackbuddy.timing.naming import naming
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Apart, Recovering, Running, State
from trackbuddy.timing.taps import tap_starts

MORE = KeyHint("TAB", "more", stays=True)
END = KeyHint("e", "end", stays=True)
HELP = KeyHint("?", "help")
UNDO = KeyHint("BKSP", "undo")
NOTE = KeyHint("m", "note")
NOW = KeyHint("s", "started now")
LENGTH = KeyHint("+ -", "10s")
METRES = KeyHint("p", "metres")
DIGITS = KeyHint("1-9", "that athlete")
CHOOSE = KeyHint("1-9", "in or out")
WHO = KeyHint("w", "who")
WHOSE = KeyHint("1-9", "whose tap")
NOBODYS = KeyHint("0", "nobody's")


def until_ended(state: State) -> bool:
    """Whether what runs, or was just run, goes on until somebody ends it."""
    match state.stage:
        case Running(rep=rep) | Recovering(after=Running(rep=rep)):
            return state.plan.rep(rep.phase).until_ended
        case Apart(lanes=lanes):
            return any(until_ended(lane) for lane in lanes)
        case _:
            return False


def _metres(snapshot: Snapshot) -> KeyHint | None:
    return METRES if is_unanswered(asked(snapshot.state)) else None


def _hints(snapshot: Snapshot, *hints: KeyHint | None) -> tuple[KeyHint, ...]:
    """Without undo where there is nothing to undo. What `a` would do stands in its notice."""
    return tuple(hint for hint in hints if hint is not None and (hint is not UNDO or snapshot.can_undo))


def ready_keys(snapshot: Snapshot) -> tuple[KeyHint, ...]:
    choose = None if snapshot.state.plan.alone else CHOOSE
    now = KeyHint("s", "start now")
    return _hints(snapshot, KeyHint("SPACE", "begin"), choose, WHO, now, LENGTH, MORE, HELP, NOTE, UNDO, QUIT)


QUIT = KeyHint("ctrl+q", "leave")


def lead_in_keys(snapshot: Snapshot, *, held: bool) -> tuple[KeyHint, ...]:
    if held:
        return _hints(snapshot, KeyHint("SPACE", "start"), KeyHint("h", "go on"), UNDO, MORE, HELP)
    return _hints(snapshot, NOW, UNDO, KeyHint("h", "hold"), MORE, HELP)


def rep_keys(snapshot: Snapshot, stage: Running, now_ns: int) -> tuple[KeyHint, ...]:
    plan = snapshot.state.plan
    phase = plan.rep(stage.rep.phase)
    hold = None
    if stage.rep.phase < len(plan.timeline):
        hold = KeyHint("h", "no hold" if stage.hold_armed else "hold after")
    if phase.span_ns is not None:
        end = END if phase.until_ended else None
        return _hints(snapshot, KeyHint("ENTER", "end it now"), end, UNDO, NOW, hold, MORE, HELP)
    if not plan.alone:
        space, enter = KeyHint("SPACE", "tap"), KeyHint("ENTER", "that's all")
        return _hints(snapshot, space, DIGITS, enter, UNDO, NOW, hold, MORE, HELP)
    taken, wanted = len(stage.rep.runner(1).crossings), len(phase.crossings)
    if phase.counted_only:
        space = KeyHint("SPACE", f"{phase.label or 'rep'} done")
    else:
        space = KeyHint("SPACE", "finish" if taken + 1 >= wanted else f"lap {taken + 1}")
    enter = KeyHint("ENTER", "that's all" if phase.counted_only else "no time")
    return _hints(snapshot, space, enter, UNDO, NOW, hold, MORE, HELP)


def recovery_keys(snapshot: Snapshot, stage: Recovering, now_ns: int) -> tuple[KeyHint, ...]:
    plan = snapshot.state.plan
    rules = plan.rules
    starts = tap_starts(snapshot.state, stage, now_ns) and now_ns - stage.began_ns >= rules.start_after_ns
    if not starts:
        space = KeyHint("SPACE", "extra tap")
    elif stage.next is None:
        space = KeyHint("SPACE", "done")
    else:
        space = KeyHint("SPACE", f"start {short(plan, stage.next)}")
    hold = KeyHint("h", "go on" if stage.left_ns is not None else "hold")
    timed = stage.go_ns is not None
    length = LENGTH if timed else None
    end = END if until_ended(snapshot.state) else None
    rest = (UNDO, _metres(snapshot), NOW, hold if timed else None, length, NOTE, MORE, HELP)
    return _hints(snapshot, *_whose(snapshot), space, end, *rest)


def apart_keys(snapshot: Snapshot) -> tuple[KeyHint, ...]:
    """Where everybody has a clock of their own: a digit is that athlete's tap, whatever they do."""
    space, enter = KeyHint("SPACE", "tap"), KeyHint("ENTER", "that's all")
    return _hints(snapshot, space, DIGITS, enter, UNDO, NOTE, MORE, HELP)


def _whose(snapshot: Snapshot) -> tuple[KeyHint, ...]:
    """While taps want a name the digits give it."""
    return (WHOSE, NOBODYS) if naming(snapshot.state) else ()


def done_keys(snapshot: Snapshot) -> tuple[KeyHint, ...]:
    return _hints(snapshot, *_whose(snapshot), KeyHint("ENTER", "leave"), _metres(snapshot), UNDO, MORE, HELP)
