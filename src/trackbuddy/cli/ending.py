"""What is printed when a session was left: the table of what was run, and where the record lies."""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

from trackbuddy.formats.text import standing, table
from trackbuddy.live.start import Started
from trackbuddy.present.cells import printable
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.progress import Progress
from trackbuddy.results.review import review_of
from trackbuddy.timing.state import Finished, State


def show_results(started: Started, hand: Hand = ANY_HAND) -> int:
    """The table from memory, whatever became of the file, and where the log lies. Gives the exit code: 1 if it is not
    all safe."""
    snapshot = started.live.snapshot()
    left = _print_table(snapshot.state, hand)
    if not started.live.all_safe:
        if left:
            print(left.text)
        return _rescue(started, goes_on=left is not None and not snapshot.rehearsal)
    if left:
        print(standing(left, started.path.name, rehearsal=snapshot.rehearsal))
    print(f"log {printable(str(started.path))}")
    return 0


def _rescue(started: Started, *, goes_on: bool) -> int:
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
        if goes_on:
            print(f"or go on with it there: trackbuddy resume {shlex.quote(str(path))}", file=sys.stderr)
        return 1
    print("no other folder took it either; copy the table above by hand", file=sys.stderr)
    return 1


def _print_table(state: State, hand: Hand) -> Progress | None:
    """Gives how far it came where it was not left for good."""
    print()
    review = review_of(state, hand=hand)
    for line in table(review):
        print(line)
    return None if isinstance(state.stage, Finished) else review.progress
