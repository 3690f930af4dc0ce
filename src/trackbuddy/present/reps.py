"""Reps as the screen lists them: their time and word, and the average of those that are alike."""

from __future__ import annotations

from dataclasses import dataclass

from trackbuddy.plan.numbering import alike
from trackbuddy.present import numbers
from trackbuddy.present.memo import remembered
from trackbuddy.present.metres import asked, is_unanswered
from trackbuddy.results import words
from trackbuddy.results.averages import Group, groups
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing.state import State

NO_TIME = "NT"
_WORDS = {Standing.NO_TIME: NO_TIME, Standing.OUT: "out", Standing.CUT: "cut", Standing.RUNNING: "..."}


@dataclass(frozen=True, slots=True)
class RepCell:
    """One rep of a set, run or to come."""

    phase: int
    number: int
    """Which of its like, from 1."""
    row: Row | None = None
    """None: to come."""
    asks: bool = False
    """A rep by time whose metres are asked for."""

    @property
    def is_running(self) -> bool:
        return self.row is not None and self.row.standing is Standing.RUNNING

    @property
    def is_to_come(self) -> bool:
        return self.row is None

    @property
    def time(self) -> str:
        if self.row is None:
            return "-"
        return "metres?" if self.asks else time_of(self.row)

    @property
    def text(self) -> str:
        """`1 34.1 on`, `1 1520m 3:17/km`, `1 metres?`."""
        word = f" {self.row.judged.word}" if self.row and self.row.judged else ""
        pace = f" {numbers.pace_km(self.row.pace)}" if self.row and self.row.pace else ""
        return f"{self.number} {self.time}{word}{pace}"


def time_of(row: Row) -> str:
    """`34.1`, `NT`, `done`, `...` while it runs."""
    if row.split_ns is not None:
        return words.timed(row.split_ns)
    if is_cut_short(row):
        return "cut"
    return _WORDS.get(row.standing) or ("done" if row.metres is None else numbers.run_metres(row.metres))


def is_cut_short(row: Row) -> bool:
    """A rep by time that somebody ended: nobody missed its time."""
    return row.standing is Standing.NO_TIME and row.plan.span_ns is not None


def in_full(row: Row) -> str:
    """`34.2   +0.2  on`; `NO TIME` in full; `1520m   78.9/400  3:17/km`."""
    if is_cut_short(row):
        return "CUT SHORT"
    if row.standing is Standing.NO_TIME:
        return "NO TIME"
    if row.pace is not None:
        return f"{time_of(row)}   {numbers.pace_400(row.pace)}  {numbers.pace_km(row.pace)}"
    return f"{time_of(row)}   {row.judged.text}  {row.judged.word}" if row.judged else time_of(row)


def difference(row: Row | None) -> str:
    """`  +0.2 on`, to stand behind a heading; empty without a target."""
    return f"  {row.judged.text} {row.judged.word}" if row and row.judged else ""


@remembered
def last_row(state: State, number: int, athlete: int = 1) -> Row | None:
    """The last time that phase `number` was run, voided or not."""
    return next((row for row in reversed(rows(state, athlete)) if row.phase == number), None)


@remembered
def of_set(state: State, number: int, athlete: int = 1) -> tuple[RepCell, ...]:
    """All reps of the set that phase `number` belongs to, run or to come; of a block without an end those run."""
    plan, like = state.plan, state.plan.rep(number)
    run = {row.phase: row for row in rows(state, athlete) if not row.voided}
    question = asked(state, athlete)
    asks = question.phase if question is not None and is_unanswered(question) else None
    return tuple(
        RepCell(k, place, run.get(k), k == asks)
        for place, k in enumerate(alike(plan.timeline, number), start=1)
        if k in run or k == number or not like.until_ended
    )


# --- averages -------------------------------------------------------------------------------------------------------


@remembered
def group_of(state: State, number: int, athlete: int = 1) -> Group | None:
    """The reps like phase `number`; None while none of them was timed."""
    found = (group for group in groups(rows(state, athlete)) if any(row.phase == number for row in group.rows))
    return next((group for group in found if group.splits), None)


def average(group: Group | None) -> str:
    """`av 34.1 (7 of 8)`; empty without a time."""
    mean_ns = group.mean_ns if group else None
    return "" if group is None or mean_ns is None else words.average(group)


def spread(group: Group | None) -> str:
    """`33.8-34.2`; empty while there is nothing to compare."""
    return "" if group is None else words.spread(group)


@remembered
def sums(group: Group | None) -> tuple[tuple[str, str], ...]:
    """`average 34.0 (5 of 5)`, `range 33.2-34.9`, `trend +0.16 s a rep, can't tell`."""
    mean_ns = group.mean_ns if group else None
    if group is None or mean_ns is None:
        return ()
    found = [("average", f"{words.timed(mean_ns)} ({len(group.splits)} of {group.run})")]
    if spread(group):
        found.append(("range", spread(group)))
    on, judged = group.hits
    if judged:
        found.append(("on target", f"{on} of {judged}"))
    trend = group.fade
    if trend is not None:
        found.append(("fade", f"{trend.verdict} ({trend.slope_s:+.2f} s a rep)"))
    return tuple(found)
