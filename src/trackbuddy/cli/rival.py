"""The sessions before this one: whose crossings run along on the track, and what its results are compared with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from trackbuddy.errors import UserError
from trackbuddy.present.earlier import Earlier
from trackbuddy.present.pacer import Seen
from trackbuddy.present.scenes import NO_GHOSTS, Ghosts
from trackbuddy.results.compare import Past
from trackbuddy.results.hand import ANY_HAND, Hand
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


def earlier(kind: str, log: Path, plan: Plan, hand: Hand = ANY_HAND) -> Earlier:
    """It reads files and is for a thread. `log` is the session's own, `kind` says who runs along."""
    form = shape(plan.timeline)
    found = [
        past
        for item in islice(Archive(log.parent, index_of(log.parent)).summaries(), MOST)
        if not isinstance(item, LogError) and not item.rehearsal and item.path != log
        for past in pasts(item)
        if past.shape.reps == form.reps
    ]
    alike = [past for past in found if past.shape.text == form.text]
    everybody = {} if len(plan.athletes) < 2 else _everybody(alike, plan)
    return Earlier(_ghosts(kind, alike, plan), everybody, tuple(found), _opened(log), hand)


def _everybody(alike: Sequence[Past], plan: Plan) -> Mapping[int, Ghosts]:
    """What each ran when they last ran this, by their number here."""
    found = {}
    for athlete, name in enumerate(plan.athletes, 1):
        own = [past for past in alike if name and past.digest.name.casefold() == name.casefold()]
        if own:
            found[athlete] = _seen(own[0], name, plan)
    return found


def _opened(log: Path) -> datetime.datetime:
    """As the log says, so that the review of it compares with the same sessions; its header may not be there yet."""
    try:
        return read_log(log).header.clock.wall
    except UserError:
        return datetime.datetime.now().astimezone()


def _ghosts(kind: str, alike: Sequence[Past], plan: Plan) -> Ghosts:
    """The first athlete's, by the phase of the session's own plan: each crossing's way and time."""
    name = plan.athletes[0]
    own = [past for past in alike if past.digest.name.casefold() == name.casefold()]
    if kind == "none" or not own:
        return NO_GHOSTS
    chosen = own[0] if kind == "last" else min(own, key=lambda past: past.digest.average_ns or 1 << 62)
    return _seen(chosen, name, plan)


def _seen(past: Past, name: str, plan: Plan) -> Ghosts:
    """What this athlete ran then; nothing where it can't be read any more."""
    try:
        then = read_log(Path(past.key))
        state = then.history().state
    except UserError:
        return NO_GHOSTS
    athlete = next((at for at, who in enumerate(state.plan.athletes, 1) if who.casefold() == name.casefold()), 1)
    reps = last_time(plan.timeline, then.plan.timeline, rows(state, athlete))
    return {phase: tuple(Seen(mm, ns) for mm, ns in rep.crossings) for phase, rep in reps.items()}
