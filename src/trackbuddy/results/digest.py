"""The few numbers of a session that lists, comparisons and seasons are made of, one athlete at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.session import Label
from trackbuddy.results import words
from trackbuddy.results.judge import Judgement, judge, tolerance
from trackbuddy.results.review import RUN, Sheet
from trackbuddy.results.rows import Row

BARS: Final = "▁▂▃▄▅▆▇█"
MISSING: Final = "·"


@dataclass(frozen=True, slots=True)
class Digest:
    """Times are nanoseconds, ways millimetres."""

    name: str
    average_ns: int | None
    """Of the reps that stand for the session; None where no length does, or nothing was timed."""
    timed: int
    run: int
    """Of those reps, timed or not."""
    best_ns: int | None
    low_ns: int | None
    """Their target, the faster end; None without a number."""
    high_ns: int | None
    hits: int
    """Times on target, of all reps."""
    judged: int
    """How many had a target and a time."""
    work_mm: int | None
    work: str = ""
    """Which length the average is of."""
    times: tuple[int | None, ...] = ()
    """Every rep of the work in order; None for one without a time."""
    starts: str = ""
    """How their clocks started, where not all alike."""

    @property
    def against(self) -> Judgement | None:
        """The average against the target."""
        if self.average_ns is None or self.low_ns is None or self.high_ns is None:
            return None
        return judge(self.average_ns, self.low_ns, self.high_ns)

    @property
    def spark(self) -> str:
        """A bar a rep, higher for slower; a dot where there is no time."""
        return spark(self.times)


def digest(sheet: Sheet) -> Digest:
    group = sheet.headline
    work = work_of(sheet.rows)
    aim = group.aim if group else None
    hits, judged = sheet.hits
    splits = group.splits if group else ()
    return Digest(
        name=sheet.name,
        average_ns=group.mean_ns if group else None,
        timed=len(splits),
        run=group.run if group else sum(row.standing in RUN for row in work),
        best_ns=min(splits, default=None),
        low_ns=aim.low_ns if aim else None,
        high_ns=aim.high_ns if aim else None,
        hits=hits,
        judged=judged,
        work_mm=sheet.totals.work_mm,
        work=words.work(group.rows[0]) if group else "",
        times=tuple(None if row.excluded else row.split_ns for row in work),
        starts=words.starts(group) if group else "",
    )


def work_of(rows: Iterable[Row]) -> list[Row]:
    """The reps that a comparison goes through one by one: those run to their end, warm-ups and the like left out."""
    return [row for row in rows if not row.voided and row.label in {None, Label.HILL} and row.standing in RUN]


def spark(times: tuple[int | None, ...]) -> str:
    """Spans two tolerances at least, so that level times look level."""
    known = [ns for ns in times if ns is not None]
    if not known:
        return MISSING * len(times)
    middle, reach = (min(known) + max(known)) / 2, max(max(known) - min(known), 2 * tolerance(min(known)))
    steps = len(BARS) - 1
    return "".join(
        MISSING if ns is None else BARS[round(steps * min(max((ns - middle) / reach + 0.5, 0), 1))] for ns in times
    )
