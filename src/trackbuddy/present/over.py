"""When every rep is over: the last time, then the results."""

from __future__ import annotations

from trackbuddy.present import names, numbers
from trackbuddy.present.cells import printable
from trackbuddy.present.keys import done_keys
from trackbuddy.present.reps import average, result_of, table
from trackbuddy.present.resting import RESULT_NS
from trackbuddy.present.running import splits
from trackbuddy.present.view import LiveView
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done


def done(snapshot: Snapshot, stage: Done | None, now_ns: int) -> LiveView:
    """`stage` None: left for good."""
    state = snapshot.state
    heading = "DONE, ended early" if stage and stage.early else "DONE"
    last = stage.after.rep if stage and stage.after and not stage.early else None
    big: tuple[str, ...] = ()
    laps = mean = ""
    if last is not None:
        result = result_of(state, last)
        ended_ns = last.runner(1).ended_ns
        if result.split_ns is not None and ended_ns is not None and now_ns - ended_ns < RESULT_NS:
            judged = f"  {result.judged.text} {result.judged.word}" if result.judged else ""
            heading = f"DONE  {names.rep(state.plan, last.phase)}{judged}"
            big = (numbers.result(result.split_ns), numbers.whole(result.split_ns))
        laps = splits(state.plan.rep(last.phase), last, last.runner(1))
        group = average(state, last.phase)
        mean = group.text if group else ""
    return LiveView(
        heading=heading,
        subject=printable(snapshot.title),
        big=big,
        table=table(state),
        laps=laps,
        average=mean,
        keys=done_keys(snapshot),
    )
