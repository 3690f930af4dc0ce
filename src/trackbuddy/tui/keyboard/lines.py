"""The texts that can be typed while a session runs: a note, the metres of a rep by time, a last line."""

from __future__ import annotations

from trackbuddy.present import names
from trackbuddy.present.metres import MetresError, asked, is_asked, is_unanswered, read_metres
from trackbuddy.present.reps import last_row
from trackbuddy.present.typing import may_measure, may_note
from trackbuddy.results.rows import Row
from trackbuddy.timing import inputs as i
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import State
from trackbuddy.tui.keyboard.decisions import Decision, Submit
from trackbuddy.tui.keyboard.front import Asked, Front, Line
from trackbuddy.tui.keyboard.typed import Typed


def may_stay(line: Line, snapshot: Snapshot, now_ns: int) -> bool:
    """Whether there is still time to type it."""
    match line.asked:
        case Asked.NOTE:
            return may_note(snapshot, now_ns)
        case Asked.METRES:
            return may_measure(snapshot, now_ns)
        case _:
            return True


def kept(line: Line) -> tuple[str, ...]:
    """What is said of a text that was cut off."""
    if not line.typed.text.strip():
        return ()
    if line.asked is Asked.METRES:
        return ("The metres are kept: p goes on with them in the next recovery.",)
    return ("The note is kept: m goes on with it.",)


def open_note(front: Front, snapshot: Snapshot, now_ns: int, at_ns: int) -> Line | str:
    """The line, or why there is none now."""
    if not may_note(snapshot, now_ns):
        return "Notes are typed in a recovery, in a hold or before the start."
    return Line(Asked.NOTE, "NOTE", at_ns, Typed.of(front.note_draft), "ENTER keeps it, Esc shuts")


def open_metres(front: Front, snapshot: Snapshot, now_ns: int, at_ns: int) -> Line | str:
    """Asks for the latest rep by time that has none; a draft left behind goes first."""
    athlete, row = _to_measure(snapshot.state)
    if row is None:
        return "There is no rep by time to measure."
    if not may_measure(snapshot, now_ns):
        return "Metres are typed in a recovery or when all is done."
    phase, draft = row.phase, ""
    if front.metres_draft is not None and snapshot.state.plan.alone:
        left = last_row(snapshot.state, front.metres_draft[0])
        if left is not None and is_asked(left):
            phase, draft = front.metres_draft
    whose = "" if snapshot.state.plan.alone else f"{names.athlete(snapshot.state.plan, athlete)}, "
    title = f"{whose}{names.rep(snapshot.state.plan, phase)}: how many metres?"
    return Line(Asked.METRES, title, at_ns, Typed.of(draft), "like 1520; ENTER keeps them", phase, athlete)


def _to_measure(state: State) -> tuple[int, Row | None]:
    """The first athlete whose metres are not known yet, else the first who has any to be put right."""
    found = [(athlete, asked(state, athlete)) for athlete in range(1, len(state.plan.athletes) + 1)]
    rows = [(athlete, row) for athlete, row in found if row is not None]
    return next((pair for pair in rows if is_unanswered(pair[1])), rows[0] if rows else (1, None))


def farewell(draft: str, at_ns: int) -> Line:
    title = "Before you go, one line if you like"
    return Line(Asked.FAREWELL, title, at_ns, Typed.of(draft), "wind, feel 1-10; ENTER leaves, Esc back")


def note(text: str) -> tuple[Decision, ...]:
    return (Submit(i.WriteNote, {"text": text}),) if text else ()


def measured(line: Line, text: str, snapshot: Snapshot) -> tuple[Decision, ...] | str:
    """What keeps these metres; nothing for an empty line; why not for what is no distance."""
    span_ns = snapshot.state.plan.rep(line.phase).span_ns
    if not text or span_ns is None:
        return ()
    try:
        metres = read_metres(text, span_ns)
    except MetresError as error:
        return str(error)
    return (Submit(i.Measure, {"phase": line.phase, "athlete": line.athlete, "metres": metres}),)
