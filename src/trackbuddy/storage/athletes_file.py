"""The fields of athletes.toml as they stand in the file, and all that can be wrong with them."""

from __future__ import annotations

import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import GoalError, RaceTime, parse_goal
from trackbuddy.storage.paths import read_text
from trackbuddy.storage.tables import checked, parse_toml, place_error


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
