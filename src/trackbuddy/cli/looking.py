"""The screens for logs, review and season, where there is a terminal for them."""

from __future__ import annotations

import sys
from pathlib import Path

from trackbuddy.cli.common import settings_of
from trackbuddy.storage.paths import Home


def has_terminal() -> bool:
    """Asked before Textual is loaded."""
    streams = (sys.__stdin__, sys.__stdout__)
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def show_log(home: Home, path: Path) -> None:
    """One session; behind it the list."""
    from trackbuddy.cli.archivist import HomeArchivist
    from trackbuddy.cli.dressing import dress_of
    from trackbuddy.tui.review_app import run_review

    run_review(HomeArchivist(home), path=path, dress=dress_of(settings_of(home)))


def show_season(home: Home) -> None:
    from trackbuddy.cli.archivist import HomeArchivist
    from trackbuddy.cli.dressing import dress_of
    from trackbuddy.tui.review_app import run_review

    run_review(HomeArchivist(home), season=True, dress=dress_of(settings_of(home)))
