"""Runs a session line by line: typed lines in, a line a fact out."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

from trackbuddy.live.session import LiveSession
from trackbuddy.plain.keys import HELP, meaning, measured
from trackbuddy.plain.lines import spoken
from trackbuddy.plain.measure import measure
from trackbuddy.plain.signals import Endings
from trackbuddy.plain.who import of_who
from trackbuddy.present.key_help import in_vain
from trackbuddy.timing import inputs as i
from trackbuddy.timing.facts import Line
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import State

News = tuple[Sequence[Line], State] | str | None
"""Lines and the standing after them; a sentence; None: there is no more input."""


ONE_EACH: Final[Mapping[int, int]] = {digit: digit for digit in range(1, 10)}
LOOK_S: Final = 0.5
"""How often trouble is looked for while nothing happens."""
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

    A signal leaves the session to be gone on with, and raises Ended.
    """
    news: queue.SimpleQueue[News] = queue.SimpleQueue()
    live.listen(lambda lines, state: news.put((lines, state)))
    if typed is not None:
        threading.Thread(target=_read, args=(typed, live, news, digits), name="typed", daemon=True).start()
    if begin is not None:
        begin()
    how: i.Leaving = "resumable"
    with Endings(lambda: news.put(None)) as endings:
        try:
            how = _print_until_over(live, news, out, endings)
        finally:
            path = live.leave(how)
        while not news.empty():
            _print(news.get(), out)
        endings.raise_if_any()
    return path


def _print_until_over(live: LiveSession, news: queue.SimpleQueue[News], out: TextIO, endings: Endings) -> i.Leaving:
    told = Told()
    while not live.ended:
        try:
            item = news.get(timeout=LOOK_S)
        except queue.Empty:
            item = ""
        if item is None:
            break
        said = told.news(live.snapshot())
        with endings.may_break():
            _print(item, out)
            for text in said:
                print(text, file=out, flush=True)
    endings.raise_if_any()
    return "finish" if live.snapshot().state.is_over else "resumable"


class Told:
    """What was said of trouble already, so that it is said once."""

    def __init__(self) -> None:
        self._trouble: str | None = None
        self._faults: tuple[str, ...] = ()
        self._sound: str | None = None

    def news(self, snapshot: Snapshot) -> Iterator[str]:
        """Only what is new since the last time."""
        said: list[str] = []
        if snapshot.trouble != self._trouble:
            self._trouble = snapshot.trouble
            said.append(f"NOT SAVED: {self._trouble}" if self._trouble else "saved again")
        if snapshot.sound_trouble != self._sound:
            self._sound = snapshot.sound_trouble
            said.append(self._sound or "sound again")
        said += [f"FAULT: {fault}" for fault in snapshot.faults if fault not in self._faults]
        self._faults = snapshot.faults
        return iter(said)


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
    """A line's instant is when it was read; nothing is asked of the thread that prints.

    What goes wrong over one line is said, and the next line is read; where no more can be read, the input ends.
    """
    try:
        for text in typed:
            stamp_ns = time.monotonic_ns()
            if text.strip() in {"q", "Q"}:
                break
            try:
                _take(text, stamp_ns, live, news, digits)
            except Exception as error:
                news.put(f"FAULT: that line could not be taken ({str(error) or type(error).__name__}); type it again")
    except Exception as error:
        news.put(f"FAULT: nothing more can be read ({str(error) or type(error).__name__}); 'trackbuddy resume' goes on")
    finally:
        news.put(None)


def _take(
    text: str, stamp_ns: int, live: LiveSession, news: queue.SimpleQueue[News], digits: Mapping[int, int]
) -> None:
    about = of_who(live, text, stamp_ns, digits)
    if about is not None:
        if about:
            news.put(about)
        return
    metres = measured(text)
    if metres is not None:
        key, typed_metres = metres
        said = measure(live, typed_metres, stamp_ns, None if key is None else digits.get(key, NOBODY))
        if said is not None:
            news.put(said)
        return
    given = meaning(text)
    if given is None:
        news.put(HELP)
        return
    kind, members = given
    if "athlete" in members:
        members = {"athlete": digits.get(members["athlete"], NOBODY)}
    lines = live.submit(kind, stamp_ns, **members)
    vain = "" if any(not line.by_clock for line in lines) else in_vain(kind)
    _answer(live, kind is i.Undo and not lines, vain, news)


def _answer(live: LiveSession, undoing: bool, vain: str, news: queue.SimpleQueue[News]) -> None:
    """`vain`: what is said of a key that did nothing."""
    snapshot = live.snapshot()
    if undoing and snapshot.undo_asks_until_ns is not None:
        news.put("undo would take back a GO: u again within 3 s does it")
    elif vain:
        news.put(vain)
    elif snapshot.question is not None:
        news.put(f"lap {snapshot.question.crossing} missed? a = yes, this was the next one")
