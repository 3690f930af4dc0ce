"""Running without a screen: what is printed before and behind the facts, and where typed lines come from."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterable, Mapping, Sequence

from trackbuddy.cli.ending import show_results
from trackbuddy.cli.printing import print_lines
from trackbuddy.live.awake import Awake
from trackbuddy.live.rehearsal import Rehearsal
from trackbuddy.live.start import Started
from trackbuddy.plain.keys import HELP
from trackbuddy.plain.run import ONE_EACH, run_plain
from trackbuddy.plain.signals import Ended
from trackbuddy.results.hand import ANY_HAND, Hand


def in_plain(
    started: Started,
    lead: Sequence[str],
    *,
    digits: Mapping[int, int] = ONE_EACH,
    rehearse: bool = False,
    hand: Hand = ANY_HAND,
) -> int:
    """Line by line. A signal that ends the program leaves the session to be gone on with."""
    print_lines(lead)
    print(started.live.wait_for_sound())
    print(f"log {started.path}")
    rehearsal = Rehearsal(started.live, started.clock, by_itself=True) if rehearse else None
    if rehearsal is None:
        print(HELP)
    typed = None if rehearsal else _typed()
    try:
        with Awake():
            run_plain(started.live, typed, sys.stdout, begin=rehearsal.start if rehearsal else None, digits=digits)
    except Ended:
        with contextlib.suppress(OSError):  # what ended us may have been the end of whoever would read it
            show_results(started, hand)
        raise
    return show_results(started, hand)


def _typed() -> Iterable[str]:
    """Standard input line by line; a byte that is no text is a key that means nothing."""
    if sys.stdin is None:
        return ()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    return sys.stdin
