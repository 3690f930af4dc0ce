"""Whom a session is run against: the athlete's own last time, or best, of the same shape, as a ghost on the track."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from trackbuddy.errors import UserError
from trackbuddy.present.pacer import Seen
from trackbuddy.results.compare import Past
from trackbuddy.results.last_time import last_time
from trackbuddy.results.rows import rows
from trackbuddy.results.shape import shape
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import LogError, read_log
from trackbuddy.storage.paths import index_of
from trackbuddy.storage.summaries import pasts
from trackbuddy.timing.state import Plan

KINDS: Final = ("last", "best", "none")
MOST: Final = 300
"""As many logs are looked through at the most: it happens beside a session that is about to start."""
Ghosts = Mapping[int, Sequence[Seen]]


def rival(kind: str, log: Path, plan: Plan) -> Ghosts:
    """The rival of the first athlete; it reads files and is for a thread. `log` is the session's own.

    By the phase of the session's own plan: each crossing's way and time. Empty where there is nobody.
    """
    if kind == "none":
        return {}
    text, name = shape(plan.timeline).text, plan.athletes[0].casefold()
    found: list[Past] = []
    for item in islice(Archive(log.parent, index_of(log.parent)).summaries(), MOST):
        if isinstance(item, LogError) or item.rehearsal or item.path == log or item.shape.text != text:
            continue
        found += [past for past in pasts(item) if past.digest.name.casefold() == name]
        if found and kind == "last":
            break
    if not found:
        return {}
    chosen = found[0] if kind == "last" else min(found, key=lambda past: past.digest.average_ns or 1 << 62)
    try:
        then = read_log(Path(chosen.key))
        state = then.history().state
    except UserError:
        return {}
    athlete = next((at for at, who in enumerate(state.plan.athletes, 1) if who.casefold() == name), 1)
    past_reps = last_time(plan.timeline, then.plan.timeline, rows(state, athlete))
    return {phase: tuple(Seen(mm, ns) for mm, ns in rep.crossings) for phase, rep in past_reps.items()}
