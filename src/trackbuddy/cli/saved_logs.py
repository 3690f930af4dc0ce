"""From a log's path to a session that every format can be given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trackbuddy.formats.saved import Saved
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.review import review
from trackbuddy.storage.logs import Log, read_log
from trackbuddy.storage.summaries import titles
from trackbuddy.timing.history import History


@dataclass(frozen=True, slots=True)
class SavedLog:
    """A log, its fold, and what it comes to."""

    log: Log
    history: History
    saved: Saved


def open_saved(path: Path, hand: Hand = ANY_HAND) -> SavedLog:
    """Raises LogError."""
    return saved_log(read_log(path), hand)


def saved_log(log: Log, hand: Hand = ANY_HAND) -> SavedLog:
    """Raises LogError."""
    history = log.history()
    title, canonical = titles(log)
    saved = Saved(
        review=review(history, hand),
        title=title,
        canonical=canonical,
        wall=log.header.clock.wall,
        file=log.path.name,
        rehearsal=log.header.rehearsal is not None,
        damage=str(log.damage) if log.damage else None,
    )
    return SavedLog(log, history, saved)
