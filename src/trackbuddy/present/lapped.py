"""A rep of several crossings: laps to go, named splits, and where it is heading."""

from __future__ import annotations

from dataclasses import replace

from trackbuddy.plan.phases import RepPhase
from trackbuddy.plan.trial import Standing, split_name, standing
from trackbuddy.present import numbers
from trackbuddy.results import words
from trackbuddy.results.judge import judge
from trackbuddy.results.rows import Row
from trackbuddy.timing.state import Runner, RunRep
from trackbuddy.timing.taps import due_band
from trackbuddy.units import decimal_metres


def is_lapped(phase: RepPhase) -> bool:
    return len(phase.crossings) > 1


def laps_to_go(phase: RepPhase, runner: Runner) -> str:
    """`LAPS TO GO 3`, `BELL`; empty before the first crossing and for a rep of one.

    Laps are counted at the finish where the way leads past it; with splits elsewhere too, those don't count as laps.
    """
    taken, places = len(runner.crossings), [crossing.place for crossing in phase.crossings]
    if taken == 0 or taken >= len(places):
        return ""
    at_finish = places.count(places[-1]) > 1
    to_go = places[taken:].count(places[-1]) if at_finish else len(places) - taken
    return "BELL" if to_go == 1 else f"LAPS TO GO {to_go}"


def splits(phase: RepPhase, rep: RunRep, runner: Runner) -> tuple[str, ...]:
    """The crossings so far: `409 m 69.1 -5.4`, `809 m 2:16.8 -1.7 (67.7)`, the lap in brackets.

    `missed` where no tap was.
    """
    if not is_lapped(phase):
        return ()
    parts, before_ns = [], None
    for crossing, stamp in enumerate(runner.crossings, start=1):
        at = split_name(phase, crossing) or f"tap {crossing}"
        if stamp is None:
            parts.append(f"{at} missed")
            before_ns = None
            continue
        split_ns = stamp.at_ns - rep.started_ns
        band = due_band(phase, runner, crossing)
        judged = f" {judge(split_ns, *band).text}" if band else ""
        lap = f" ({words.timed(stamp.at_ns - before_ns)})" if before_ns is not None else ""
        parts.append(f"{at} {words.timed(split_ns)}{judged}{lap}")
        before_ns = stamp.at_ns
    return tuple(parts)


def lap_times(row: Row | None) -> tuple[str, ...]:
    """The laps of a rep that is over: `laps 71.0`, `75.1`, `151.0 (2)` where a crossing was missed."""
    if row is None or not is_lapped(row.plan) or not row.laps:
        return ()
    times = [words.timed(lap.ns) + (f" ({lap.spans})" if lap.spans > 1 else "") for lap in row.laps]
    return (f"laps {times[0]}", *times[1:])


# --- where it is heading --------------------------------------------------------------------------------------------


def outlook(phase: RepPhase, rep: RunRep, runner: Runner, crossings: int | None = None) -> Standing | None:
    """Where the rep stands after so many crossings, None: after all so far. None for a rep of one crossing.

    A fast first lap is spoken of until the next crossing: after that nothing can be done about it.
    """
    taken = runner.crossings if crossings is None else runner.crossings[:crossings]
    if not is_lapped(phase) or not taken or len(taken) >= len(phase.crossings):
        return None
    since_start = [None if stamp is None else stamp.at_ns - rep.started_ns for stamp in taken]
    found = standing(phase, since_start, phase.aim(runner.athlete))
    return found if len(taken) == 1 else replace(found, fast_ns=None)


def heading_for(stands: Standing) -> str:
    """`heading for 4:48.3`."""
    return "" if stands.finish_ns is None else f"heading for {words.time(stands.finish_ns)}"


def needed(phase: RepPhase, stands: Standing, athlete: int = 1) -> str:
    """`next lap 76.3 for 5:00.0`: what is left, run evenly, meets the target; empty where no lap can."""
    aim = phase.aim(athlete)
    low_ns, high_ns = stands.next_low_ns, stands.next_high_ns
    if aim is None or not stands.next_mm or high_ns is None:
        return ""
    lap = words.time(high_ns) if low_ns is None else words.band(low_ns, high_ns)
    return f"{_stretch(phase, stands.next_mm, stands.to_go)} {lap} for {numbers.aim(aim)}"


def _stretch(phase: RepPhase, mm: int, to_go: int) -> str:
    """`next lap` from a place back to it, `last lap` to the finish, `next 200 m` where it is no whole lap."""
    which = "last" if to_go == 1 else "next"
    here, there = phase.crossings[-to_go - 1].place, phase.crossings[-to_go].place
    return f"{which} lap" if here is not None and here == there else f"{which} {decimal_metres(mm)} m"


def too_fast(stands: Standing) -> str:
    """`FIRST LAP 3.0s TOO FAST: ease off now`."""
    return "" if stands.fast_ns is None else f"FIRST LAP {words.time(stands.fast_ns)}s TOO FAST: ease off now"
