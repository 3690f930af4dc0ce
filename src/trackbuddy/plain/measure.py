"""`d 1520`: how far somebody ran in the last rep by time."""

from __future__ import annotations

from trackbuddy.live.session import LiveSession
from trackbuddy.present.metres import MetresError, asked, read_metres
from trackbuddy.timing import inputs as i


def measure(live: LiveSession, typed: str, stamp_ns: int, athlete: int | None) -> str | None:
    """Writes the metres down; a sentence where there is nothing to measure or no distance was typed."""
    live.submit(i.Tick, stamp_ns)  # a rep whose end is due by now is over
    state = live.snapshot().state
    if athlete is None and not state.plan.alone:
        return "whose metres? write the athlete's key first, like d 2 1520"
    who = athlete or 1
    if not 1 <= who <= len(state.plan.athletes):
        return "no athlete has that key"
    row = asked(state, who)
    if row is None or row.plan.span_ns is None:
        return "there is no rep by time to measure"
    try:
        metres = read_metres(typed, row.plan.span_ns)
    except MetresError as error:
        return str(error)
    live.submit(i.Measure, stamp_ns, phase=row.phase, athlete=who, metres=metres)
    return None
