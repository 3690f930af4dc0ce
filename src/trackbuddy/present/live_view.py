"""A snapshot and an instant in, what a person sees out."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.present.before import lead_in, ready
from trackbuddy.present.cells import printable
from trackbuddy.present.notices import notices
from trackbuddy.present.over import done
from trackbuddy.present.resting import resting
from trackbuddy.present.running import running
from trackbuddy.present.scenes import NO_GHOSTS, Ghosts
from trackbuddy.present.view import LiveView
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done, LeadIn, Ready, Recovering, Running


def live_view(snapshot: Snapshot, now_ns: int, wall: str = "", ghosts: Ghosts = NO_GHOSTS) -> LiveView:
    """What there is to see at `now_ns` (session time). `wall` is the time of day, a label.

    `ghosts` are the crossings of the time before, where the same session was run.
    """
    view = _stage(snapshot, now_ns, ghosts)
    sound = short_sound(snapshot.sound)
    status = f"REHEARSAL   {sound}" if snapshot.rehearsal else sound
    return replace(
        view,
        wall=wall,
        saved=saved(snapshot),
        is_safe=snapshot.trouble is None,
        status=status,
        notices=notices(snapshot, now_ns),
    )


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


def _stage(snapshot: Snapshot, now_ns: int, ghosts: Ghosts) -> LiveView:
    match snapshot.state.stage:
        case Ready() as stage:
            return ready(snapshot, stage)
        case LeadIn() as stage:
            return lead_in(snapshot, stage, now_ns)
        case Running() as stage:
            return running(snapshot, stage, now_ns, ghosts)
        case Recovering() as stage:
            return resting(snapshot, stage, now_ns)
        case Done() as stage:
            return done(snapshot, stage, now_ns)
        case _:
            return done(snapshot, None, now_ns)
