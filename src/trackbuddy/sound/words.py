"""What a voice says of a session: times as they are called beside a track. Pure.

A sentence is a row of pieces (`thirty-four`, `one`, `on`), so that the pieces can be made ready before anybody knows
which sentence they will be in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.results.judge import Word
from trackbuddy.results.rounding import tenths
from trackbuddy.results.rows import rows
from trackbuddy.sound.cues import ANSWER_NS, answers
from trackbuddy.sound.tones import length_ns
from trackbuddy.timing import facts as f
from trackbuddy.timing.countdown import countdown
from trackbuddy.timing.facts import Line
from trackbuddy.timing.hearing import CueKind
from trackbuddy.timing.state import LeadIn, Recovering, State, next_rep_number
from trackbuddy.units import NS

Words = tuple[str, ...]
"""The pieces of a sentence; none: nothing is said."""

QUIET_NS: Final = 4 * NS
"""Before a GO nothing but the count is heard for so long."""
LONG_NS: Final = 60 * NS
"""The next rep is only announced in recoveries at least so long."""
NOTICE_S: Final = 30
NEXT_REP: Final = "next rep in thirty"
BEHIND_NS: Final = 100_000_000
"""Between a cue and a word behind it."""
NEAR_S: Final = 3
"""So many seconds beside a target the likely times lie."""

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def number(value: int) -> str:
    """From 0 to 99."""
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def spoken_time(ns: int) -> Words:
    """34.1 s: `thirty-four`, `one`; 272.6 s: `four`, `thirty-two`, `six`; 125.0 s: `two`, `oh five`, `zero`.

    Nothing from 100 min on.
    """
    seconds, tenth = divmod(tenths(ns), 10)
    if seconds < 100:
        return number(seconds), number(tenth)
    minutes, rest = divmod(seconds, 60)
    if minutes >= 100:
        return ()
    return number(minutes), number(rest) if rest >= 10 else f"oh {number(rest)}", number(tenth)


@dataclass(frozen=True, slots=True)
class Sentence:
    at_ns: int
    """When it is to begin, in session time: behind the cue that it comes with."""
    words: Words


def saying(state: State, line: Line) -> Sentence | None:
    """What is said of a line that was just written, in the state after it; mostly nothing. Of one athlete only."""
    if not state.plan.alone or line.by_clock:
        return None
    words = _of_fact(state, line.fact)
    if not words:
        return None
    blip_ns = line.fact.at_ns + ANSWER_NS + length_ns(CueKind.TAP)
    sounds = (cue.at_ns + length_ns(cue.kind) for cue in answers(state, (line,)))
    return Sentence(max(sounds, default=blip_ns) + BEHIND_NS, words)


def _of_fact(state: State, fact: f.Fact) -> Words:
    match fact:
        case f.RepEnded(timed=True, phase=phase):
            row = next((row for row in reversed(rows(state)) if row.phase == phase), None)
            if row is None or row.split_ns is None:
                return ()
            time = spoken_time(row.split_ns)
            return (*time, str(row.judged.word)) if row.judged is not None and time else time
        case f.Split(phase=phase, crossing=crossing) if crossing < len(state.plan.rep(phase).crossings):
            row = next((row for row in reversed(rows(state)) if row.phase == phase), None)
            return spoken_time(row.laps[-1].ns) if row is not None and row.laps else ()
        case _:
            return ()


def announcement(state: State) -> Sentence | None:
    """What is to be said in this recovery, if nothing changes it."""
    stretch = countdown(state)
    if stretch is None or stretch.into is None or not isinstance(state.stage, Recovering):
        return None
    if stretch.end_ns - stretch.begin_ns < LONG_NS:
        return None
    after_ns = length_ns(CueKind.LEFT_30) + BEHIND_NS if NOTICE_S in stretch.called_s else 0
    return Sentence(stretch.end_ns - NOTICE_S * NS + after_ns, (NEXT_REP,))


def quiet_from(state: State) -> int | None:
    """From when on nobody speaks, since a GO is near; None: none is known."""
    stretch = countdown(state) if isinstance(state.stage, Recovering | LeadIn) else None
    return None if stretch is None else stretch.end_ns - QUIET_NS


# --- what can be made ready -----------------------------------------------------------------------------------------


def likely(state: State) -> Iterator[str]:
    """Pieces that the next rep may want. Only while nobody runs: in a rep the machine is a tap's."""
    if not state.plan.alone or not isinstance(state.stage, LeadIn | Recovering):
        return
    yield NEXT_REP
    after = state.stage.phase if isinstance(state.stage, Recovering) else 0
    coming = next_rep_number(state.plan, after)
    if coming is not None:
        yield from _of_rep(state.plan.rep(coming))


def _of_rep(phase: RepPhase) -> Iterator[str]:
    aim, way_mm = phase.aim(1), phase.way_mm
    if aim is None or aim.low_ns is None or way_mm is None:
        return
    marks = (0, *(mark.mm for mark in phase.crossings[:-1] if mark.mm is not None), way_mm)
    times = [aim.low_ns, *(aim.low_ns * (after - before) // way_mm for before, after in pairwise(marks))]
    for time_ns in dict.fromkeys(times):
        for seconds in range(-NEAR_S, NEAR_S + 1):
            yield from spoken_time(max(time_ns + seconds * NS, 0))[:-1]
    yield from _ONES[:10]
    yield from map(str, Word)
