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
from trackbuddy.timing.state import Done, RunRep


def done(snapshot: Snapshot, stage: Done | None, now_ns: int) -> LiveView:
    """`stage` None: left for good."""
    state = snapshot.state
    heading = "DONE, ended early" if stage and stage.early else "DONE"
    last = stage.after.rep if stage and stage.after and not stage.early else None
    big: tuple[str, ...] = ()
    rows = table(state)
    mean = average(state, state.reps[-1].phase) if state.reps else None
    if mean is not None and mean.run > 1 and not is_result_fresh(last, now_ns):
        big = (numbers.result(mean.mean_ns), numbers.whole(mean.mean_ns))
    if last is not None and is_result_fresh(last, now_ns):
        result = result_of(state, last)
        if result.split_ns is not None:
            judged = f"  {result.judged.text} {result.judged.word}" if result.judged else ""
            heading = f"DONE  {names.rep(state.plan, last.phase)}{judged}"
            big, rows = (numbers.result(result.split_ns), numbers.whole(result.split_ns)), ()
    return LiveView(
        heading=heading,
        subject=printable(snapshot.title),
        big=big,
        table=rows,
        laps=splits(state.plan.rep(last.phase), last, last.runner(1)) if last else (),
        average=mean.text if mean else "",
        keys=done_keys(snapshot),
    )


def is_result_fresh(last: RunRep | None, now_ns: int) -> bool:
    """Whether the last rep's time is still the big number."""
    ended_ns = last.runner(1).ended_ns if last else None
    return ended_ns is not None and now_ns - ended_ns < RESULT_NS
