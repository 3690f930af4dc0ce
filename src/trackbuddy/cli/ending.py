"""What is printed when a session was left: the table of what was run, and where the record lies."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from trackbuddy.formats.text import standing, table
from trackbuddy.live.start import Started
from trackbuddy.present.cells import printable
from trackbuddy.storage.logs import LogError, read_log
from trackbuddy.timing.state import Finished, State


def show_results(started: Started) -> int:
    """Reads the log back, so that what is printed is what was saved. Gives the exit code: 1 if it is not all safe."""
    if not started.live.all_safe:
        return _rescue(started)
    try:
        state = read_log(started.path).history().state
    except LogError as error:
        print(f"the log could not be read back: {printable(str(error))}", file=sys.stderr)
        return 1
    _print_table(state)
    print(f"log {printable(str(started.path))}")
    return 0


def _rescue(started: Started) -> int:
    """The disk would not have it: from memory, and into the first other folder that takes it."""
    _print_table(started.live.snapshot().state)
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


def _print_table(state: State) -> None:
    print()
    for line in table(state):
        print(line)
    if not isinstance(state.stage, Finished):
        print(standing(state))
