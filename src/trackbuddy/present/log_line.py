"""A saved session in a list: the words and numbers of its row."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.present.cells import cut, left, printable
from trackbuddy.results import words
from trackbuddy.results.digest import Digest

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_BARS: Final = 12


@dataclass(frozen=True, slots=True)
class LogLine:
    """Every part is text that may be shown; a part that says nothing is empty."""

    when: str
    """`Mon 23 Nov 2026`."""
    title: str
    who: str
    average: str
    """`34.1`; `3 athletes` where they are several."""
    difference: str
    """The average against its target: `+0.1`."""
    word: str
    """on, fast, slow."""
    hits: str
    """`5/7`: times on target."""
    spark: str
    reps: str
    """`8 reps`, `3 of 8 reps`."""
    flags: str


def log_line(
    wall: datetime.datetime, title: str, digests: Sequence[Digest], reps: str, flags: Sequence[str] = ()
) -> LogLine:
    averages = [one.average_ns for one in digests]
    hits, judged = sum(one.hits for one in digests), sum(one.judged for one in digests)
    against = digests[0].against if len(digests) == 1 else None
    return LogLine(
        when=day(wall),
        title=printable(title),
        who=printable(", ".join(one.name for one in digests if one.name)),
        average=_average(averages),
        difference=against.text if against else "",
        word=str(against.word) if against else "",
        hits=f"{hits}/{judged}" if judged else "",
        spark=squeezed(digests[0].spark) if len(digests) == 1 and any(digests[0].times) else "",
        reps=reps,
        flags=", ".join(flags),
    )


def _average(averages: Sequence[int | None]) -> str:
    """Of several athletes how many they are: their averages have no room in a list."""
    if len(averages) > 1:
        return f"{len(averages)} athletes"
    return words.timed(averages[0]) if averages and averages[0] is not None else ""


def day(wall: datetime.datetime) -> str:
    """`Mon 23 Nov 2026`: in one language wherever the program runs."""
    return f"{DAYS[wall.weekday()]} {wall.day:2} {MONTHS[wall.month - 1]} {wall.year}"


def squeezed(bars: str) -> str:
    """The first and the last bars where there are many."""
    return bars if len(bars) <= MOST_BARS else f"{bars[: MOST_BARS // 2]}…{bars[-(MOST_BARS // 2 - 1) :]}"


def columns(line: LogLine, width: int) -> str:
    """`Mon 23 Nov 2026  8 x 200m @ 34, 30s rest   Ann   34.1  +0.1 on  5/7  ▄▃▅·▄▅▂█  repaired`, as far as it fits.

    The title gets what is left; the name goes where the window is narrow, then the bars.
    """
    who = f"{left(line.who, 12)}  " if width >= 96 else ""
    bars = f"  {left(line.spark, MOST_BARS)}" if width >= 72 else ""
    flags = f"  {left(line.flags, 20)}" if width >= 110 else ""
    judged = f"{line.difference} {line.word}" if line.difference else ""
    numbers = f"{left(line.average, 10)} {left(judged, 9)}" if line.average else left(line.reps, 20)
    numbers += f" {line.hits:>5}"
    tail = f"{who}{numbers}{bars}{flags}"
    when = line.when if width >= 96 else line.when[4:]
    room = width - len(when) - 4 - len(tail)
    mark = "* " if line.flags and not flags else "  "
    return cut(f"{when}  {left(line.title, max(room, 8))}{mark}{tail}", width)
