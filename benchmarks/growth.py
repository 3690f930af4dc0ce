"""What a tick, a tap and an undo cost as a log grows: each beside its cost at 20 lines, measured in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from trackbuddy.plan.notation import read
from trackbuddy.plan.timeline import build
from trackbuddy.timing import inputs as i
from trackbuddy.timing.history import History, step
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS

SIZES: Final = (20, 2_000, 20_000)
ROUNDS: Final = 200
NOW: Final = "a tick with nothing due"
KINDS: Final = (NOW, "a tap", "an undo", "a redo", "a tap that came in late")


def grown(lines: int) -> History:
    """In a rep, so many lines on: reps of 30 s, each run, taken back and brought again."""
    plan = Plan(build(read("10 x 200m @ 34, 30s rest").session))
    history, at_ns = History.of(plan), 0
    for given in _doings():
        at_ns += 4 * NS
        history, _ = step(history, given(at_ns))
        if history.last_n >= lines:
            break
    for _ in range(3):
        history, _ = step(history, i.Repeat(at_ns := at_ns + 4 * NS))
        history, _ = step(history, i.StartedNow(at_ns := at_ns + 4 * NS))
    return history


def _doings() -> Iterator[Callable[[int], i.Input]]:
    yield i.Open
    yield i.StartedNow
    while True:
        yield i.Hold
        yield i.Hold
        yield i.Repeat
        yield i.StartedNow
        yield i.Undo
        yield i.Redo
        yield i.Tap
        yield lambda at_ns: i.WriteNote(at_ns, "windy")


def cost_us(history: History, given: i.Input) -> float:
    """The middle of many, in microseconds: a step never changes the history it begins with."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter_ns()
        step(history, given)
        times.append(time.perf_counter_ns() - began)
    return statistics.median(times) / 1000


def costs(history: History) -> dict[str, float]:
    at_ns = max(line.fact.at_ns for line in history.ledger.tail(10))
    undone, _ = step(history, i.Undo(at_ns + NS, confirmed=True))
    given: dict[str, tuple[History, i.Input]] = {
        NOW: (history, i.Tick(at_ns + NS)),
        "a tap": (history, i.Tap(at_ns + 34 * NS)),
        "an undo": (history, i.Undo(at_ns + NS, confirmed=True)),
        "a redo": (undone, i.Redo(at_ns + 2 * NS)),
        "a tap that came in late": (history, i.Tap(at_ns - 6 * NS)),
    }
    return {kind: cost_us(*given[kind]) for kind in KINDS}


def main() -> None:
    found = {size: costs(grown(size)) for size in SIZES}
    print(f"{Path(__file__).name}: the middle of {ROUNDS}, and how many times the cost at {SIZES[0]} lines")
    print(f"{'':<26}" + "".join(f"{size:>9} lines" for size in SIZES))
    for kind in KINDS:
        first = found[SIZES[0]][kind]
        print(
            f"{kind:<26}" + "".join(f"{found[size][kind]:>7.0f} us{found[size][kind] / first:>4.1f}x" for size in SIZES)
        )


if __name__ == "__main__":
    main()
