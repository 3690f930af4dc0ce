"""What one frame says, before anybody decides where on the screen it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trackbuddy.present.ink import Ink
from trackbuddy.present.reps import RepCell
from trackbuddy.present.squad_view import Squad
from trackbuddy.timing.state import Plan

if TYPE_CHECKING:
    from trackbuddy.results.compare import Comparison
    from trackbuddy.results.review import Sheet


class Tone(StrEnum):
    """What the colour of the band and the big number says. The words say it too."""

    READY = "ready"
    REP = "rep"
    ON = "on"
    FAST = "fast"
    SLOW = "slow"
    REST = "rest"
    LAST = "last"
    """The last three seconds before a start."""
    HELD = "held"
    OVER = "over"
    """Past its target, waiting for a tap that may have been forgotten."""


TONE_INK: Final = {
    Tone.READY: Ink.NOW,
    Tone.REP: Ink.TEXT,
    Tone.ON: Ink.ON,
    Tone.FAST: Ink.FAST,
    Tone.SLOW: Ink.SLOW,
    Tone.REST: Ink.REST,
    Tone.LAST: Ink.LAST,
    Tone.HELD: Ink.FAINT,
    Tone.OVER: Ink.TEXT,
}


@dataclass(frozen=True, slots=True)
class Clock:
    """The big number."""

    texts: tuple[str, ...]
    """Ways to write it, the most precise first."""
    tail: str = ""
    """Room kept free behind it: whole seconds stand where they stand before a point and tenths."""
    centred: bool = False
    """It counts something and is no time: it stands in the middle."""
    fills: bool = False
    """Alone, as large as the stage: 3, 2, 1 and GO."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A bar and the words around it."""

    label: str
    """`DUE in 5.6`; it changes width, so the bar is laid out behind the widest it becomes."""
    done: float | None
    """From 0 to 1; None where nobody knows how long it will be: there is no bar then."""
    tail: str = ""
    """What it counts from, or where it ends."""
    ink: Ink = Ink.NOW
    marks: tuple[tuple[float, str], ...] = ()
    """Places on the way, by their share of it."""
    runner: float | None = None
    """Share of the way that the target athlete has behind them; above 1 past the finish."""


@dataclass(frozen=True, slots=True)
class Dot:
    """Somebody on the track."""

    place_mm: int
    """Past the line."""
    ink: Ink
    label: str = ""
    """The digit of an athlete."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A way along the track that runs out with the recovery."""

    start_mm: int
    way_mm: int
    gone_mm: int
    ink: Ink = Ink.REST


@dataclass(frozen=True, slots=True)
class Scene:
    """The track as it is seen from above."""

    lap_mm: int
    marks: tuple[tuple[int, Ink], ...]
    """Places, millimetres past the line, that this rep uses."""
    dots: tuple[Dot, ...] = ()
    ring: Ring | None = None
    above: str = ""
    """Words in the infield, above the clock."""
    words: tuple[str, ...] = ()
    """And below it; the first are loud."""


class Urgency(StrEnum):
    """How loud a notice is. The words say it too; colour only repeats it."""

    CALM = "calm"
    ASKING = "asking"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Notice:
    text: str
    urgency: Urgency = Urgency.CALM


@dataclass(frozen=True, slots=True)
class KeyHint:
    key: str
    does: str
    stays: bool = False
    """However short the room is."""

    @property
    def text(self) -> str:
        return f"{self.key} {self.does}"


@dataclass(frozen=True, slots=True)
class Panel:
    """Beside the countdown: the rep that is over, and the one to come."""

    last: str
    """`REP 3`."""
    time: str
    """`34.2`, drawn large; `NO TIME`, `not counted` as they are."""
    verdict: str = ""
    """`+0.2 on`."""
    tone: Tone = Tone.REP
    about: tuple[str, ...] = ()
    """Average and range, splits, metres."""
    coming: tuple[str, ...] = ()
    """`NEXT rep 4 of 8`, what, from where to where."""
    remark: str = ""
    """What was said of it."""
    start: tuple[str, ...] = ()
    """How it starts."""


@dataclass(frozen=True, slots=True)
class LiveView:
    """A running session at one instant, in words."""

    heading: str
    """`REP 3 of 8`."""
    tone: Tone = Tone.READY
    subject: str = ""
    """`200m   target 34.0`."""
    aside: str = ""
    """`block 2 of 3`: shown where there is room."""
    saved: str = ""
    """`saved`, `saving`, `NOT SAVED`."""
    is_safe: bool = True
    wall: str = ""
    """Time of day, a label only."""
    clock: Clock | None = None
    patterns: tuple[str, ...] = ("88.8",)
    """The longest numbers of the whole session: they set the clock's size."""
    squad: Squad | None = None
    """None for one athlete alone."""
    scene: Scene | None = None
    """None where nothing is run on the track."""
    is_go: bool = False
    """The whole screen says GO."""
    panel: Panel | None = None
    gauge: Gauge | None = None
    reps: tuple[RepCell, ...] = ()
    current: int | None = None
    """Phase of the rep that runs or comes next: the list keeps it in sight."""
    laps: tuple[str, ...] = ()
    """The splits inside the rep; where room is short the first ones go."""
    outlook: tuple[str, ...] = ()
    """Where a rep of several laps is heading, and what its next lap has to be."""
    below: tuple[str, ...] = ()
    """Where it finishes, and what follows."""
    plan: Plan | None = None
    """In ready: what is about to be run, to be checked."""
    sheets: tuple[Sheet, ...] = ()
    """Everybody's results, once all is done."""
    comparisons: tuple[tuple[Comparison, ...], ...] = ()
    """And what they are compared with, as many as there are sheets; empty where nothing was found."""
    notices: tuple[Notice, ...] = ()
    """The most urgent first."""
    answer: str = ""
    """What the last key did or why it did nothing; shown in one place for a while."""
    status: str = ""
    """The way sound is made."""
    average: str = ""
    sums: tuple[tuple[str, str], ...] = ()
    """What the reps so far come to, a word and its numbers each: for a window with room."""
    remaining: str = ""
    """`6 reps, ends about 18:47`: for a window with room."""
    last_time: Mapping[int, int] = field(default_factory=dict)
    """What each rep took when the session was run before, by phase; empty where nobody found it."""
    keys: tuple[KeyHint, ...] = ()
    """The most needed first: where room is short the last ones go."""

    @property
    def number(self) -> str:
        """The big number at its most precise; empty without one."""
        return self.clock.texts[0] if self.clock else ""
