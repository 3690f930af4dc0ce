"""athletes.toml: who is timed, on which key, with which goal and bests."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from trackbuddy.errors import UserError
from trackbuddy.plan.profile import Profile, ProfileError, keys
from trackbuddy.plan.races import GoalError, RaceTime, parse_goal
from trackbuddy.storage.paths import read_text
from trackbuddy.storage.tables import checked, parse_toml, place_error

_SLIP = 0.9
"""How alike two names are that only a slip parts: `Charlote`; `Anna` beside `Ann` is somebody else."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Best(_Strict):
    """A race that was run."""

    race: str = Field(description="a race and its time: `1500 4:05`")
    on: datetime.date | None = None


class Athlete(_Strict):
    name: str = Field(min_length=1, max_length=60)
    key: int | None = Field(None, ge=1, le=9, description="the digit that taps for this athlete")
    goal: str | None = Field(None, description="a race and its time: `mile 4:32`")
    bests: list[str | Best] = Field([], description='`"1500 4:05"` or { race = "1500 4:05", on = 2026-06-20 }')


class AthletesFile(_Strict):
    athletes: list[Athlete] = []


def read_athletes(path: Path) -> tuple[Profile, ...]:
    """Everybody in the file, in its order; nobody where there is none. Raises UserError with the place."""
    return read_file(path)[1]


def read_file(path: Path) -> tuple[AthletesFile, tuple[Profile, ...]]:
    """What the file says, and whom it means. Raises UserError with the place."""
    if not path.exists():
        return AthletesFile(), ()
    return check_athletes(read_text(path), str(path))


def check_athletes(text: str, shown: str) -> tuple[AthletesFile, tuple[Profile, ...]]:
    """The same for the text of a file. Raises UserError with the place."""
    file = checked(AthletesFile, parse_toml(text, shown), text, shown)
    profiles: list[Profile] = []
    for index, athlete in enumerate(file.athletes):
        where = ("athletes", index)
        for other in profiles:
            if athlete.key is not None and other.key == athlete.key:
                raise place_error(
                    f"{other.name} and {athlete.name} are both on key {athlete.key}; give one of them another digit",
                    text,
                    shown,
                    (*where, "key"),
                )
            if (other.name or "").casefold() == athlete.name.casefold():
                raise place_error(f"there are two athletes called {athlete.name}", text, shown, (*where, "name"))
        profiles.append(_profile(athlete, text, shown, where))
    return file, tuple(profiles)


def _profile(athlete: Athlete, text: str, path: str, where: tuple[str | int, ...]) -> Profile:
    at: tuple[str | int, ...] = (*where, "goal")
    try:
        goal = None if athlete.goal is None else parse_goal(athlete.goal)
        bests = []
        for index, best in enumerate(athlete.bests):
            at = (*where, "bests", index)
            bests.append(_best(best))
    except GoalError as error:
        raise place_error(str(error), text, path, at) from error
    return Profile(athlete.name, goal, tuple(bests), athlete.key)


def _best(best: str | Best) -> RaceTime:
    if isinstance(best, str):
        return parse_goal(best)
    race = parse_goal(best.race)
    return RaceTime(race.mm, race.ns, best.on)


def chosen(names: Sequence[str], known: Sequence[Profile]) -> tuple[Profile, ...]:
    """The athletes named on the command line: those of the file, and others by name alone.

    One athlete without a name where nobody was named. Raises UserError for a name given twice and for one that is
    nearly, and not quite, a name of the file, and for more than there are keys.
    """
    by_name = {(profile.name or "").casefold(): profile for profile in known}
    found: list[Profile] = []
    for name in names:
        wanted = name.strip()
        if not wanted:
            raise UserError("an athlete's name is empty; write --athlete Ann")
        near = difflib.get_close_matches(wanted.casefold(), list(by_name), 1, _SLIP)
        profile = by_name.get(wanted.casefold())
        if profile is None and near:
            raise UserError(f"there is no athlete {wanted!r} in athletes.toml; did you mean {by_name[near[0]].name}?")
        found.append(profile or Profile(wanted))
    twice = next((p.name for p in found if sum((q.name or "") == (p.name or "") for q in found) > 1), None)
    if twice is not None:
        raise UserError(f"{twice} is named twice; name each athlete once")
    try:
        keys(found)
    except ProfileError as error:
        raise UserError(str(error)) from error
    return tuple(found) or (Profile(),)
