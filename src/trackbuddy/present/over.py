"""When every rep is over: the last time, then the results."""

from __future__ import annotations

from trackbuddy.present import names, numbers
from trackbuddy.present.cells import printable
from trackbuddy.present.keys import done_keys
from trackbuddy.present.lapped import lap_times
from trackbuddy.present.reps import average, difference, group_of, last_row, table
from trackbuddy.present.resting import RESULT_NS
from trackbuddy.present.view import LiveView
from trackbuddy.results.averages import Group
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done, RunRep


def done(snapshot: Snapshot, stage: Done | None, now_ns: int) -> LiveView:
    """`stage` None: left for good."""
    state = snapshot.state
    heading = "DONE, ended early" if stage and stage.early else "DONE"
    last = stage.after.rep if stage and stage.after and not stage.early else None
    big: tuple[str, ...] = ()
    rows = table(state)
    group = group_of(state, state.reps[-1].phase) if state.reps else None
    mean_ns = group.mean_ns if group else None
    row = last_row(state, last.phase) if last and is_result_fresh(last, now_ns) else None
    if last is not None and row is not None and row.split_ns is not None:
        heading = f"DONE  {names.rep(state.plan, last.phase)}{difference(row)}"
        big, rows = (numbers.result(row.split_ns),), ()
    elif group is not None and mean_ns is not None:
        big = (numbers.result(mean_ns),)
    return LiveView(
        heading=heading,
        subject=printable(snapshot.title),
        big=big,
        caption=_caption(group),
        table=rows,
        laps=lap_times(last_row(state, last.phase)) if last else (),
        average=average(group),
        keys=done_keys(snapshot),
    )


def _caption(group: Group | None) -> str:
    """`average of 7 timed`, `time`: what the number below the table is."""
    if group is None:
        return ""
    return "time" if group.run == 1 else f"average of {len(group.splits)} timed"


def is_result_fresh(last: RunRep | None, now_ns: int) -> bool:
    """Whether the last rep's time is still the big number."""
    ended_ns = last.runner(1).ended_ns if last else None
    return ended_ns is not None and now_ns - ended_ns < RESULT_NS
