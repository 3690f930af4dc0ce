"""What a list of logs shows of each: read from the log itself, and never a reason for the list to fail."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trackbuddy.errors import UserError
from trackbuddy.plan.phases import RepPhase
from trackbuddy.storage.logs import Log, LogError, log_paths, read_log
from trackbuddy.storage.paths import user_path
from trackbuddy.storage.session_files import session_from_json
from trackbuddy.timing.facts import Fact
from trackbuddy.timing.state import Finished, State


@dataclass(frozen=True, slots=True)
class Summary:
    """One log in a list."""

    path: Path
    id: str
    wall: datetime.datetime
    """When it was opened; a label."""
    title: str
    canonical: str
    """Empty where the header's session can't be read any more."""
    athletes: tuple[str, ...]
    rehearsal: bool
    status: str
    """`finished`, `discarded`, or `open`: it can be gone on with."""
    reps_run: int
    reps_planned: int | None
    """None where the session goes on until it is ended."""
    duration_ns: int
    damage: str | None = None


def titles(log: Log) -> tuple[str, str]:
    """The session's name (or its text) and its canonical text, as its header has them."""
    name = log.header.session.get("name")
    try:
        canonical = session_from_json(log.header.session).canonical
    except UserError:
        canonical = ""
    fallback = canonical or log.path.stem
    return (name if isinstance(name, str) and name else fallback), canonical


def summary(log: Log) -> Summary:
    """Raises LogError where the log's facts contradict each other."""
    state = log.history().state
    title, canonical = titles(log)
    return Summary(
        path=log.path,
        id=log.header.id,
        wall=log.header.clock.wall,
        title=title,
        canonical=canonical,
        athletes=tuple(name for name in log.plan.athletes if name),
        rehearsal=log.header.rehearsal is not None,
        status=status(state),
        reps_run=_reps_run(state),
        reps_planned=_reps_planned(state),
        duration_ns=max((_at(line.fact) for line in log.lines), default=0),
        damage=str(log.damage) if log.damage else None,
    )


def status(state: State) -> str:
    if isinstance(state.stage, Finished):
        return "discarded" if state.stage.discarded else "finished"
    return "open"


def _at(fact: Fact) -> int:
    return fact.at_ns


def _reps_run(state: State) -> int:
    """Unlabelled reps that count and are over."""
    return sum(not run.voided and state.plan.rep(run.phase).label is None for run in state.reps)


def _reps_planned(state: State) -> int | None:
    reps = [phase for phase in state.plan.timeline if isinstance(phase, RepPhase) and phase.label is None]
    return None if any(rep.until_ended for rep in reps) else len(reps)


def summaries(folder: Path) -> Iterator[Summary | LogError]:
    """Every log of the folder, newest first; for one that can't be read the reason."""
    for path in log_paths(folder):
        try:
            yield summary(read_log(path))
        except LogError as error:
            yield error


def find_log(text: str | None, folder: Path) -> Path:
    """A log by its path, its file name, or a part of that which only one has; without a text the newest.

    Raises UserError.
    """
    path = None if text is None else user_path(text)
    if path is not None and path.exists():
        return path
    found = list(log_paths(folder))
    if text is None:
        if not found:
            raise UserError("there is no log yet; 'trackbuddy run SESSION' makes one")
        return found[0]
    named = [path for path in found if text in {path.name, path.stem}] or [path for path in found if text in path.name]
    if len(named) > 1:
        shown = ", ".join(path.name for path in named[:3])
        raise UserError(f"{len(named)} logs have {text!r} in their name ({shown}, ...); say more of it")
    if not named:
        raise UserError(f"there is no log {text[:60]!r}; 'trackbuddy logs' lists them")
    return named[0]
