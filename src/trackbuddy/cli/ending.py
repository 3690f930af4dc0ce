"""What is printed when a session was left: the table of what was run, and where the record lies."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from trackbuddy.formats.text import standing, table
from trackbuddy.live.start import Started
from trackbuddy.present.cells import printable
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.review import review_of
from trackbuddy.timing.state import Finished


def show_results(started: Started, hand: Hand = ANY_HAND) -> int:
    """The table from memory, whatever became of the file, and where the log lies. Gives the exit code: 1 if it is not
    all safe."""
    _print_table(started, hand)
    if not started.live.all_safe:
        return _rescue(started)
    print(f"log {printable(str(started.path))}")
    return 0


def _rescue(started: Started) -> int:
    """The disk would not have it: from memory, into the first other folder that takes it."""
    unsaved = started.journal.unsaved
    print(f"NOT SAVED: {unsaved} lines never reached {printable(str(started.path))}", file=sys.stderr)
    for folder in (Path.cwd(), Path.home(), Path(tempfile.gettempdir())):
        try:
            path = started.journal.rescue(folder)
        except OSError:
            continue
        print(
            f"the whole log was written to {printable(str(path))} ; put it in the place of the other",
            file=sys.stderr,
        )
        return 1
    print("no other folder took it either; copy the table above by hand", file=sys.stderr)
    return 1


def _print_table(started: Started, hand: Hand) -> None:
    print()
    snapshot = started.live.snapshot()
    review = review_of(snapshot.state, hand=hand)
    for line in table(review):
        print(line)
    if not isinstance(snapshot.state.stage, Finished):
        print(standing(review.progress, started.path.name, rehearsal=snapshot.rehearsal))
