"""A saved session with its labels: what every format is given. No file is opened here."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from trackbuddy.results.harmless import printable
from trackbuddy.results.review import Review
from trackbuddy.units import round_half_up

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""In one language wherever the program runs."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Titles, names and notes are the file's own text: each format makes them harmless in its own way."""

    review: Review
    title: str
    """The session's name, or its text."""
    canonical: str
    """Its text; empty where it can't be read any more."""
    wall: datetime.datetime
    """When it was opened, as a wall clock had it."""
    file: str
    rehearsal: bool = False
    damage: str | None = None

    @property
    def text(self) -> str:
        """What was run, as it is written on a whiteboard; the title where that is lost."""
        return self.canonical or self.title

    def who(self, athlete: int) -> str:
        """A name; `Athlete 2` where several have none, and nothing for one alone."""
        name = self.review.sheets[athlete - 1].name
        return name or ("" if self.review.is_alone else f"Athlete {athlete}")


def day(wall: datetime.datetime) -> str:
    """`Mon 23 Nov`."""
    return f"{DAYS[wall.weekday()]} {wall.day} {MONTHS[wall.month - 1]}"


def date(wall: datetime.datetime) -> str:
    """`Mon 23 Nov 2026`."""
    return f"{day(wall)} {wall.year}"


def clean(text: str) -> str:
    """On one line, a space between words."""
    return " ".join(printable(text).split())


def milliseconds(ns: int) -> float:
    """Seconds to three decimals, rounded half up: what files hold. A hand tap is known to a tenth."""
    return round_half_up(ns, 3) / 1000


def known_milliseconds(ns: int | None) -> float | None:
    """The same; None where there is no time."""
    return None if ns is None else milliseconds(ns)
