"""When every rep is over: the last time, then the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trackbuddy.present import names
from trackbuddy.present.cells import printable
from trackbuddy.present.earlier import Earlier
from trackbuddy.present.keys import done_keys
from trackbuddy.present.lapped import lap_times
from trackbuddy.present.memo import remembered
from trackbuddy.present.patterns import patterns
from trackbuddy.present.reps import average, difference, group_of, last_row
from trackbuddy.present.resting import RESULT_NS, tone_of
from trackbuddy.present.view import Clock, LiveView, Tone
from trackbuddy.results import words
from trackbuddy.results.digest import digest
from trackbuddy.results.hand import ANY_HAND, Hand
from trackbuddy.results.review import Sheet, review_of
from trackbuddy.results.shape import shape
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Done, RunRep, State

if TYPE_CHECKING:
    from trackbuddy.results.compare import Comparison


def done(snapshot: Snapshot, stage: Done | None, now_ns: int) -> LiveView:
    """`stage` None: left for good."""
    state = snapshot.state
    heading = "DONE, ended early" if stage and stage.early else "DONE"
    last = stage.after.rep if stage and stage.after and not stage.early else None
    row = last_row(state, last.phase) if last and is_result_fresh(last, now_ns) else None
    laps = lap_times(last_row(state, last.phase)) if last else ()
    group = group_of(state, state.reps[-1].phase) if state.reps else None
    if last is not None and row is not None and row.split_ns is not None:
        return LiveView(
            heading=f"DONE  {names.rep(state.plan, last.phase)}{difference(row)}",
            tone=tone_of(row),
            subject=printable(snapshot.title),
            clock=Clock((words.digits(row.split_ns),)),
            patterns=patterns(state.plan),
            laps=laps,
            average=average(group),
            keys=done_keys(snapshot),
        )
    return LiveView(
        heading=heading,
        tone=Tone.READY,
        subject=printable(snapshot.title),
        sheets=sheets(state, ANY_HAND),
        laps=laps,
        average=average(group),
        keys=done_keys(snapshot),
    )


@remembered
def sheets(state: State, hand: Hand) -> tuple[Sheet, ...]:
    """Everybody's, in the order of the squad."""
    return review_of(state, hand=hand).sheets


@remembered
def beside(state: State, earlier: Earlier) -> tuple[tuple[Comparison, ...], ...]:
    """What each athlete's session is compared with, as the review of it will be; empty where nothing is known."""
    if not earlier.pasts or earlier.wall is None:
        return ()
    from trackbuddy.results.compare import Past, comparisons  # nobody needs it before the end

    form, wall = shape(state.plan.timeline), earlier.wall
    now = (Past("", wall, "", form, digest(sheet)) for sheet in sheets(state, earlier.hand))
    return tuple(comparisons(earlier.pasts, one, earlier.hand) for one in now)


def is_result_fresh(last: RunRep | None, now_ns: int) -> bool:
    """Whether the last rep's time is still the big number."""
    ended_ns = last.runner(1).ended_ns if last else None
    return ended_ns is not None and now_ns - ended_ns < RESULT_NS
