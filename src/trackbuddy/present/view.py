"""What one frame says, before anybody decides where on the screen it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trackbuddy.present.reps import RepCell


@dataclass(frozen=True, slots=True)
class Gauge:
    """A bar and the words around it."""

    label: str
    """`DUE in 5.6`; it changes width, so the bar is laid out behind the widest it becomes."""
    done: float | None
    """From 0 to 1; None where nobody knows how long it will be: there is no bar then."""
    tail: str = ""
    """What it counts from."""


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
class LiveView:
    """A running session at one instant, in words."""

    heading: str
    """`REP 3 of 8`."""
    subject: str = ""
    """`200m   target 34.0`."""
    aside: str = ""
    """`block 2 of 3`, the session's title: shown where there is room."""
    saved: str = ""
    """`saved`, `saving`, `NOT SAVED`."""
    is_safe: bool = True
    wall: str = ""
    """Time of day, a label only."""
    big: tuple[str, ...] = ()
    """Ways to write the big number, the most precise first."""
    caption: str = ""
    """What the big number below a table is."""
    panel: tuple[str, ...] = ()
    """Beside the big number, a paragraph a blank line apart; the first lines matter most."""
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
    table: tuple[str, ...] = ()
    """Results, above the big number once all is done."""
    notices: tuple[Notice, ...] = ()
    """The most urgent first."""
    status: str = ""
    """The way sound is made."""
    average: str = ""
    keys: tuple[KeyHint, ...] = ()
    """The most needed first: where room is short the last ones go."""
