"""Runs a session line by line: typed lines in, a line a fact out."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

from trackbuddy.live.session import Leaving, LiveSession
from trackbuddy.plain.keys import HELP, meaning, measured
from trackbuddy.plain.lines import spoken
from trackbuddy.plain.measure import measure
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Done, State

News = tuple[Sequence[Line], State] | str | None
"""Lines and the standing after them; a sentence; None: there is no more input."""


ONE_EACH: Final[Mapping[int, int]] = {digit: digit for digit in range(1, 10)}
LOOK_S: Final = 0.5
"""How often trouble with the disk is looked for while nothing happens."""
NOBODY: Final = 99
"""No athlete's number: the machine says so."""


def run_plain(
    live: LiveSession,
    typed: Iterable[str] | None,
    out: TextIO,
    *,
    begin: Callable[[], None] | None = None,
    digits: Mapping[int, int] = ONE_EACH,
) -> Path:
    """Runs until it is finished, left or out of input. `typed` None: nothing is read. Gives the log's path.

    `begin` is called once every fact from there on will be printed. `digits` are the athletes' numbers by key.

    Interrupted, it leaves the session to be gone on with and raises on.
    """
    news: queue.SimpleQueue[News] = queue.SimpleQueue()
    live.listen(lambda lines, state: news.put((lines, state)))
    if typed is not None:
        threading.Thread(target=_read, args=(typed, live, news, digits), name="typed", daemon=True).start()
    if begin is not None:
        begin()
    how: Leaving = "resumable"
    try:
        how = _print_until_over(live, news, out)
    finally:
        path = live.leave(how)
    while not news.empty():
        _print(news.get(), out)
    return path


def _print_until_over(live: LiveSession, news: queue.SimpleQueue[News], out: TextIO) -> Leaving:
    trouble: str | None = None
    while not live.ended:
        try:
            item = news.get(timeout=LOOK_S)
        except queue.Empty:
            item = ""
        if item is None:
            break
        _print(item, out)
        snapshot = live.snapshot()
        if snapshot.trouble != trouble:
            trouble = snapshot.trouble
            print(trouble or "saved again", file=out, flush=True)
    return "finish" if isinstance(live.snapshot().state.stage, Done) else "resumable"


def _print(item: News, out: TextIO) -> None:
    if item == "":
        return
    if isinstance(item, str):
        print(item, file=out, flush=True)
    elif item is not None:
        lines, state = item
        for line in lines:
            said = spoken(line, state)
            if said is not None:
                print(said, file=out, flush=True)


def _read(typed: Iterable[str], live: LiveSession, news: queue.SimpleQueue[News], digits: Mapping[int, int]) -> None:
    """A line's instant is when it was read; nothing is asked of the thread that prints."""
    for text in typed:
        stamp_ns = time.monotonic_ns()
        if text.strip() in {"q", "Q"}:
            break
        metres = measured(text)
        if metres is not None:
            key, typed_metres = metres
            said = measure(live, typed_metres, stamp_ns, None if key is None else digits.get(key, NOBODY))
            if said is not None:
                news.put(said)
            continue
        given = meaning(text)
        if given is None:
            news.put(HELP)
            continue
        kind, members = given
        if "athlete" in members:
            members = {"athlete": digits.get(members["athlete"], NOBODY)}
        lines = live.submit(kind, stamp_ns, **members)
        _answer(live, kind is i.Undo and not lines, bool(lines), news)
    news.put(None)


def _answer(live: LiveSession, undoing: bool, did: bool, news: queue.SimpleQueue[News]) -> None:
    snapshot = live.snapshot()
    if undoing and snapshot.undo_asks_until_ns is not None:
        news.put("undo would take back a GO: u again within 3 s does it")
    elif not did and snapshot.said:
        news.put(snapshot.said)
    elif snapshot.question is not None:
        news.put(f"lap {snapshot.question.crossing} missed? a = yes, this was the next one")
