"""Which log is meant: a path, a name, a part of one, or words that the list can be narrowed by."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from trackbuddy.errors import UserError
from trackbuddy.present.log_line import day
from trackbuddy.storage.archive import Archive
from trackbuddy.storage.logs import log_paths
from trackbuddy.storage.paths import Home, user_path
from trackbuddy.storage.summaries import Summary, find_log, wanted

MOST_SHOWN: Final = 12


def one_log(text: str | None, home: Home) -> Path:
    """Raises UserError, with what there is to choose from where there are several."""
    if text is None or is_named(text, home):
        return find_log(text, home.logs)
    found = [
        item
        for item in Archive.of(home).summaries()
        if isinstance(item, Summary) and (text in item.path.name or wanted(item.text, text))
    ]
    if len(found) == 1:
        return found[0].path
    if not found:
        return find_log(text, home.logs)
    readings = tuple(f"{item.path.name}  {day(item.wall)}  {item.title}" for item in found[:MOST_SHOWN])
    more = f", the newest {MOST_SHOWN} of which are listed" if len(found) > MOST_SHOWN else ""
    raise UserError(f"{len(found)} logs are like {text[:60]!r}{more}; name one of them", offer=lambda: readings)


def is_named(text: str, home: Home) -> bool:
    """Whether the text is a path, or a log's whole name."""
    is_path = user_path(text).exists()
    return is_path or not text.strip() or any(text in {path.name, path.stem} for path in log_paths(home.logs))
