"""What is printed when a session was left: the table of what was run, and where the record lies."""

from __future__ import annotations

import sys
from pathlib import Path

from trackbuddy.formats.text import standing, table
from trackbuddy.present.cells import printable
from trackbuddy.storage.logs import LogError, read_log
from trackbuddy.timing.state import Finished


def show_results(path: Path) -> None:
    """Reads the log back, so that what is printed is what was saved."""
    try:
        log = read_log(path)
        state = log.history().state
    except LogError as error:
        print(f"the log could not be read back: {printable(str(error))}", file=sys.stderr)
        return
    print()
    for line in table(state):
        print(line)
    if not isinstance(state.stage, Finished):
        print(standing(state))
    print(f"log {path}")
