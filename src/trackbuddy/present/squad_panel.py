"""Beside a squad's clock: in a rep the time to call out, in a rest what comes and who fades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from trackbuddy.plan.trial import split_name
from trackbuddy.present import lapped, names
from trackbuddy.present.running import TONES
from trackbuddy.present.squad_view import Place, Squad
from trackbuddy.present.view import Panel, Tone
from trackbuddy.results import words
from trackbuddy.results.judge import judge
from trackbuddy.timing.state import Runner, Running, RunRep, State, latest_rep
from trackbuddy.timing.taps import due_band
from trackbuddy.units import NS

CALLED_NS: Final = 6 * NS
"""How long the last one's time stands in the rest: that is when it is called."""
MOST_FADES: Final = 2


@dataclass(frozen=True, slots=True)
class _Tapped:
    """Somebody's latest crossing."""

    athlete: int
    lane: State
    rep: RunRep
    runner: Runner
    at_ns: int
    named: bool


def squad_panel(state: State, squad: Squad, now_ns: int, usual: Panel | None, remaining: str) -> Panel | None:
    """`usual`: what stands there for one athlete alone. None: nothing was tapped, and nobody knows what comes."""
    tapped = max(_taps(state), key=lambda one: one.at_ns, default=None)
    runs = any(isinstance(lane.stage, Running) for lane in state.lanes or (state,))
    if tapped is not None and (runs or now_ns - tapped.at_ns < CALLED_NS):
        return _called(tapped, squad.rows[tapped.athlete - 1].key, names.athlete(state.plan, tapped.athlete))
    if usual is None or state.lanes or isinstance(state.stage, Running):
        return None
    return Panel(
        last="",
        time="",
        about=tuple(_fades(squad)),
        coming=tuple(line.split("   target ")[0] for line in usual.coming),
        start=tuple(part for part in (*usual.start, remaining) if part),
    )


def _taps(state: State) -> Iterator[_Tapped]:
    """Everybody's latest in the rep that runs, or was just run."""
    for athlete in range(1, len(state.plan.athletes) + 1):
        lane = state.lane(athlete)
        rep = latest_rep(lane)
        runner = rep.runner(1 if lane.plan.alone else athlete) if rep is not None else None
        stamp = runner.last_stamp if runner is not None else None
        if rep is not None and runner is not None and stamp is not None:
            yield _Tapped(athlete, lane, rep, runner, stamp.at_ns, stamp.named)


def _called(one: _Tapped, key: str, name: str) -> Panel:
    """`1 Ann  400 m`, its time from GO and how far off it is; below, what the next lap has to be."""
    phase, crossing = one.lane.plan.rep(one.rep.phase), len(one.runner.crossings)
    at = f"  {split_name(phase, crossing) or f'tap {crossing}'}" if lapped.is_lapped(phase) else ""
    split_ns = one.at_ns - one.rep.started_ns
    if not one.named:
        return Panel(f"NO NAME YET{at}", words.timed(split_ns), tone=Tone.REP)
    panel = Panel(f"{key} {name}{at}", words.timed(split_ns), tone=Tone.REP, about=tuple(_laps(one)))
    band = due_band(phase, one.runner, crossing)
    if band is None:
        return panel
    judged = judge(split_ns, *band)
    return replace(panel, verdict=f"{judged.text} {judged.word}", tone=TONES[judged.word])


def _laps(one: _Tapped) -> Iterator[str]:
    """`lap 67.7`, `next lap 76.3 for 5:00.0`."""
    phase, crossings = one.lane.plan.rep(one.rep.phase), one.runner.crossings
    before = crossings[-2] if len(crossings) > 1 else None
    if before is not None:
        yield f"lap {words.timed(one.at_ns - before.at_ns)}"
    stands = lapped.outlook(phase, one.rep, one.runner)
    if stands is not None:
        said = lapped.needed(phase, stands, one.runner.athlete)
        if said:
            yield said


def _fades(squad: Squad) -> Iterator[str]:
    """`7 Gus fades 0.9 s a rep`, the worst first."""
    fading = sorted(
        (row for row in squad.rows if row.fade_s and row.place is not Place.OUT), key=lambda row: -row.fade_s
    )
    for row in fading[:MOST_FADES]:
        yield f"{row.key} {row.name} fades {row.fade_s:.1f} s a rep"
