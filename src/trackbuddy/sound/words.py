"""What a voice says of a session: times as they are called beside a track. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from trackbuddy.results.rows import rows
from trackbuddy.timing import facts as f
from trackbuddy.timing.countdown import countdown
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import LeadIn, Recovering, State
from trackbuddy.units import NS, round_half_up

QUIET_NS: Final = 4 * NS
"""Before a GO nothing but the count is heard for so long."""
CHARACTER_NS: Final = 85_000_000
BREATH_NS: Final = 500_000_000
"""What a sentence takes at the most: so long a character, and so long beside."""
LONG_NS: Final = 60 * NS
"""The next rep is only announced in recoveries at least so long."""
NOTICE_NS: Final = 30 * NS

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


def spoken_time(ns: int) -> str:
    """34.1 s: `thirty-four one`; 272.6 s: `four thirty-two six`; 125.0 s: `two oh five zero`. From 100 min on ''."""
    seconds, tenth = divmod(round_half_up(ns), 10)
    if seconds < 100:
        return f"{number(seconds)} {number(tenth)}"
    minutes, rest = divmod(seconds, 60)
    if minutes >= 100:
        return ""
    return f"{number(minutes)} {number(rest) if rest >= 10 else f'oh {number(rest)}'} {number(tenth)}"


def saying(state: State, line: Line) -> str:
    """What is said of a line that was just written, in the state after it; mostly nothing. Of one athlete only."""
    if not state.plan.alone or line.by_clock:
        return ""
    match line.fact:
        case f.RepEnded(timed=True, phase=phase):
            row = next((row for row in reversed(rows(state)) if row.phase == phase), None)
            if row is None or row.split_ns is None:
                return ""
            time = spoken_time(row.split_ns)
            return f"{time}, {row.judged.word}" if row.judged is not None and time else time
        case f.Split(phase=phase, crossing=crossing) if crossing < len(state.plan.rep(phase).crossings):
            row = next((row for row in reversed(rows(state)) if row.phase == phase), None)
            return spoken_time(row.laps[-1].ns) if row is not None and row.laps else ""
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class Announcement:
    at_ns: int
    text: str


def announcement(state: State) -> Announcement | None:
    """What is to be said in this recovery, if nothing changes it."""
    stretch = countdown(state)
    if stretch is None or stretch.into is None or not isinstance(state.stage, Recovering):
        return None
    if stretch.end_ns - stretch.begin_ns < LONG_NS:
        return None
    return Announcement(stretch.end_ns - NOTICE_NS, "next rep in thirty")


def may_say(state: State, text: str, now_ns: int) -> bool:
    """Whether it is over four seconds before the next GO."""
    stretch = countdown(state) if isinstance(state.stage, Recovering | LeadIn) else None
    takes_ns = BREATH_NS + CHARACTER_NS * len(text)
    return stretch is None or now_ns + takes_ns + QUIET_NS <= stretch.end_ns
