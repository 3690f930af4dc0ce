"""A snapshot and an instant in, what a person sees out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trackbuddy.present import names
from trackbuddy.present.before import lead_in, ready
from trackbuddy.present.cells import printable
from trackbuddy.present.earlier import NOTHING_EARLIER, Earlier
from trackbuddy.present.keys import apart_keys, done_keys
from trackbuddy.present.notices import notices
from trackbuddy.present.remaining import remaining
from trackbuddy.present.resting import resting
from trackbuddy.present.running import running
from trackbuddy.present.scenes import last_times, own_scene
from trackbuddy.present.squad import NO_DIGITS, Before, Digits, counted, focus, gauge, squad, subject
from trackbuddy.present.squad_panel import squad_panel
from trackbuddy.present.view import LiveView
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done, LeadIn, Plan, Ready, Recovering, Running, Stage, State

if TYPE_CHECKING:
    from trackbuddy.results.compare import Comparison
    from trackbuddy.results.hand import Hand
    from trackbuddy.results.review import Sheet


def live_view(
    snapshot: Snapshot, now_ns: int, wall: str = "", *, digits: Digits = NO_DIGITS, earlier: Earlier = NOTHING_EARLIER
) -> LiveView:
    """What there is to see at `now_ns` (session time). `wall` is the time of day, a label.

    `digits` are the athletes' keys; `earlier` is what is known of the sessions before.
    """
    state = snapshot.state
    athlete = focus(state, now_ns) if state.lanes else None
    shown = snapshot if athlete is None else replace(snapshot, state=state.lane(athlete))
    view = _stage(shown, now_ns, earlier, is_over=state.is_over)
    if athlete is not None:
        whose = "" if state.is_over else f"{names.athlete(state.plan, athlete)}   "
        view = replace(view, is_go=False, heading=f"{whose}{view.heading}")
        view = replace(view, keys=done_keys(snapshot) if state.is_over else apart_keys(snapshot))
        view = replace(view, scene=own_scene(state, now_ns) or view.scene)
    elif not state.plan.alone:
        view = replace(view, subject=subject(state), gauge=gauge(state, now_ns, digits) or counted(state, view.gauge))
    several = squad(snapshot, now_ns, digits, _befores(state.plan, earlier))
    left = remaining(state, now_ns, wall)
    if several is not None:
        view = replace(view, panel=squad_panel(state, several, now_ns, view.panel, left))
    sound = short_sound(snapshot.sound)
    rehearsal = f"REHEARSAL   {view.aside}".strip() if snapshot.rehearsal else view.aside
    return replace(
        view,
        aside=rehearsal,
        wall=wall,
        saved=saved(snapshot),
        is_safe=snapshot.trouble is None,
        status=f"REHEARSAL   {sound}" if snapshot.rehearsal else sound,
        notices=notices(snapshot, now_ns, digits),
        squad=several,
        sheets=_sheets(state, earlier.hand) if view.sheets else (),
        comparisons=_beside(state, earlier) if view.sheets else (),
        remaining=left,
        last_time=last_times(state.plan, earlier.ghosts),
    )


def _befores(plan: Plan, earlier: Earlier) -> Before:
    """What everybody's reps took the time before."""
    return {athlete: last_times(plan, seen) for athlete, seen in earlier.everybody.items()}


def _sheets(state: State, hand: Hand) -> tuple[Sheet, ...]:
    from trackbuddy.present.over import sheets

    return sheets(state, hand)


def _beside(state: State, earlier: Earlier) -> tuple[tuple[Comparison, ...], ...]:
    from trackbuddy.present.over import beside

    return beside(state, earlier)


def short_sound(sound: str) -> str:
    """The way sound is made without the reasons: those stand in full in `doctor`."""
    text = printable(sound)
    for stop in (": ", "; "):
        text = text.split(stop)[0]
    return text.strip()


def saved(snapshot: Snapshot) -> str:
    """The mark: what it says has reached the disk."""
    if snapshot.trouble is not None:
        return "NOT SAVED"
    return "saved" if snapshot.is_saved else "saving"


def _stage(snapshot: Snapshot, now_ns: int, earlier: Earlier, *, is_over: bool) -> LiveView:
    """`is_over`: for everybody, which may be because all of them dropped out."""
    match snapshot.state.stage:
        case stage if is_over:
            return _over(snapshot, stage, now_ns)
        case Ready() as stage:
            return ready(snapshot, stage)
        case LeadIn() as stage:
            return lead_in(snapshot, stage, now_ns)
        case Running() as stage:
            return running(snapshot, stage, now_ns, earlier.ghosts)
        case Recovering() as stage:
            return resting(snapshot, stage, now_ns)
        case stage:
            return _over(snapshot, stage, now_ns)


def _over(snapshot: Snapshot, stage: Stage, now_ns: int) -> LiveView:
    from trackbuddy.present.over import done  # shown last, and so is loaded last

    return done(snapshot, stage if isinstance(stage, Done) else None, now_ns)
