"""What a list of logs shows of each: read from the log itself, and never a reason for the list to fail."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trackbuddy.errors import UserError
from trackbuddy.results.compare import Past
from trackbuddy.results.digest import Digest, digest
from trackbuddy.results.progress import Left, Progress
from trackbuddy.results.review import review
from trackbuddy.results.shape import Shape, shape
from trackbuddy.storage.logs import Log, LogError, log_paths, read_log
from trackbuddy.storage.paths import user_path

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


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
    rehearsal: bool
    progress: Progress
    is_unfinished: bool
    """It can be gone on with."""
    duration_ns: int
    shape: Shape
    digests: tuple[Digest, ...]
    """One an athlete."""
    repairs: int = 0
    tags: tuple[str, ...] = ()
    damage: str | None = None

    @property
    def athletes(self) -> tuple[str, ...]:
        """Those who have a name."""
        return tuple(one.name for one in self.digests if one.name)

    @property
    def status(self) -> str:
        """`finished`, `discarded`, or `unfinished`: it can be gone on with."""
        return "unfinished" if self.is_unfinished else str(self.progress.left)

    @property
    def flags(self) -> tuple[str, ...]:
        """What a reader should know before believing the numbers."""
        return tuple(
            word
            for word, holds in (
                ("never begun", not self.progress.begun),
                ("unfinished", self.progress.begun and self.is_unfinished),
                ("discarded", self.progress.left is Left.DISCARDED),
                ("repaired", self.repairs > 0),
                ("damaged", self.damage is not None),
                ("rehearsal", self.rehearsal),
            )
            if holds
        )

    @property
    def text(self) -> str:
        """What a filter looks through: title, session, shape, athletes, tags, flags, and the date in two forms."""
        day = f"{self.wall:%Y-%m-%d} {self.wall.day} {_MONTHS[self.wall.month - 1]} {self.wall.year}"
        words = (self.title, self.canonical, self.shape.text, *self.athletes, *self.tags, *self.flags, day)
        return "\n".join(words).casefold()


def wanted(text: str, words: str) -> bool:
    """Whether every word of a filter stands somewhere in a summary's text."""
    return all(word in text for word in words.casefold().split())


def titles(log: Log) -> tuple[str, str]:
    """The session's name (or its text) and its canonical text, as its header has them."""
    name = log.header.session.get("name")
    canonical = _worked_out(log) if log.header.canonical is None else log.header.canonical
    fallback = canonical or log.path.stem
    return (name if isinstance(name, str) and name else fallback), canonical


def _worked_out(log: Log) -> str:
    """For logs of programs that didn't write the text down."""
    from trackbuddy.storage.session_files import session_from_json

    try:
        return session_from_json(log.header.session).canonical
    except UserError:
        return ""


def summary(log: Log) -> Summary:
    """Raises LogError where the log's facts contradict each other."""
    history = log.history()
    title, canonical = titles(log)
    found = review(history)
    return Summary(
        path=log.path,
        id=log.header.id,
        wall=log.header.clock.wall,
        title=title,
        canonical=canonical,
        rehearsal=log.header.rehearsal is not None,
        progress=found.progress,
        is_unfinished=found.progress.left is Left.UNFINISHED,
        duration_ns=max((line.fact.at_ns for line in log.lines), default=0),
        shape=shape(log.plan.timeline),
        digests=tuple(map(digest, found.sheets)),
        repairs=found.repairs,
        tags=found.tags,
        damage=str(log.damage) if log.damage else None,
    )


def read_summary(path: Path) -> Summary | LogError:
    """For a log that can't be read the reason."""
    try:
        return summary(read_log(path))
    except LogError as error:
        return error


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


def pasts(found: Summary) -> tuple[Past, ...]:
    """The session as comparisons and seasons see it, one an athlete; what was thrown away is none."""
    if found.progress.left is Left.DISCARDED:
        return ()
    key = str(found.path)
    return tuple(Past(key, found.wall, found.title, found.shape, one) for one in found.digests if one.run)
