"""When a text may be typed while a session runs: Space and the digits are no taps meanwhile."""

from __future__ import annotations

from typing import Final

from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Apart, LeadIn, Ready, Recovering, Stage
from trackbuddy.units import NS

SHUTS_NS: Final = 3 * NS
"""Before GO: then Space is a tap again."""


def may_note(snapshot: Snapshot, now_ns: int) -> bool:
    """In a recovery, a hold or before the start, and not in the last seconds before anybody's GO."""
    return _may_note(snapshot.state.stage, now_ns)


def _may_note(stage: Stage, now_ns: int) -> bool:
    match stage:
        case Ready() | LeadIn(left_ns=int()) | Recovering(left_ns=int()) | Recovering(go_ns=None):
            return True
        case Recovering(go_ns=int(go_ns)):
            return go_ns - now_ns > SHUTS_NS or now_ns >= go_ns  # past it, a tap is waited for
        case Apart(lanes=lanes):
            return all(lane.is_over or lane.out or _may_note(lane.stage, now_ns) for lane in lanes)
        case _:
            return False


def may_measure(snapshot: Snapshot, now_ns: int) -> bool:
    """The same, and when all is done."""
    return snapshot.state.is_over or may_note(snapshot, now_ns)
