"""Who runs, and who could: everybody of athletes.toml, and whoever else ran lately."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final

from trackbuddy.cli import common
from trackbuddy.errors import UserError
from trackbuddy.plan.profile import MOST_ATHLETES, Profile, keys
from trackbuddy.plan.races import RaceTime
from trackbuddy.storage.athletes import read_athletes
from trackbuddy.storage.paths import Home
from trackbuddy.tui.ports import Problems, Who

LATELY: Final = 30
"""Logs that are looked through for athletes who stand in no file."""

Fits = Callable[[Sequence[Profile], RaceTime | None], object]
"""Raises UserError where these can't run what is planned."""


def _anybody(profiles: Sequence[Profile], goal: RaceTime | None) -> None:
    """Before a session is known."""


class Roster:
    """Holds who was chosen, until others are."""

    def __init__(self, home: Home, names: Sequence[str] = (), goal: str = "") -> None:
        self._home = home
        self._names, self._goal = tuple(names), goal
        self._fits: Fits = _anybody

    @contextmanager
    def fitting(self, fits: Fits) -> Iterator[Roster]:
        """Meanwhile only those can be chosen who can run this."""
        self._fits, before = fits, self._fits
        try:
            yield self
        finally:
            self._fits = before

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """One without a name where nobody was chosen. Raises UserError."""
        return common.profiles(self._home, self._names)

    @property
    def goal(self) -> RaceTime | None:
        """For all of them; None: their own. Raises UserError."""
        return common.goal_of(self._goal or None)

    def who(self) -> Who:
        try:
            known = [profile.name or "" for profile in read_athletes(self._home.athletes)]
        except UserError:  # the settings screen says what is wrong with the file
            known = []
        names: dict[str, str] = {}
        for name in (*known, *self._lately()):
            names.setdefault(name.casefold(), name)
        return Who(self._names, self._goal, tuple(names.values()))

    def _lately(self) -> Iterator[str]:
        """The latest first; simulated athletes are nobody."""
        from trackbuddy.storage.archive import Archive  # logs are read once somebody asks who could run
        from trackbuddy.storage.logs import LogError

        for item in islice(Archive.of(self._home).summaries(), LATELY):
            if not isinstance(item, LogError) and not item.rehearsal:
                yield from item.athletes

    def digits(self, names: Sequence[str]) -> Sequence[str]:
        try:
            return [str(digit) for digit in keys(common.profiles(self._home, names))] if names else []
        except UserError:
            return []

    def choose_who(self, names: Sequence[str], goal: str) -> Problems:
        if len(names) > MOST_ATHLETES:
            return {"": f"{len(names)} are too many for nine digit keys; take {len(names) - MOST_ATHLETES} out"}
        try:
            chosen = common.profiles(self._home, names)
        except UserError as error:
            return {"": error.message}
        try:
            self._fits(chosen, common.goal_of(goal or None))
        except UserError as error:
            return {"goal": error.message}
        self._names, self._goal = tuple(profile.name for profile in chosen if profile.name), goal
        return {}
