"""The first line of a log: what the session was, and the settings that govern its replay."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from trackbuddy.plan.phase_json import timeline_from_json, timeline_to_json
from trackbuddy.storage.sense import is_plan
from trackbuddy.timing.rules import Rules
from trackbuddy.timing.state import Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = 1
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Clock:
    """The instant that `at_ns` counts from, on every clock of the machine."""

    monotonic_ns: int
    boottime_ns: int
    wall: datetime.datetime
    """With its offset from UTC. A label: no duration is ever worked out from it."""
    boot_id: str

    def to_json(self) -> Json:
        return {
            "monotonic_ns": self.monotonic_ns,
            "boottime_ns": self.boottime_ns,
            "wall": self.wall.isoformat(timespec="microseconds"),
            "boot_id": self.boot_id,
        }


@dataclass(frozen=True, slots=True)
class HeaderAthlete:
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Simulated athletes tapped. `speed` is how much faster than life the clock ran."""

    speed: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Members that a later program adds are ignored: the format's number says when they would matter."""

    kind: Literal["header"] = "header"
    format: int = FORMAT
    app: str
    id: str
    session: Json
    canonical: str | None = None
    """The session's text, so that lists needn't work it out. Logs of the first programs have none."""
    timeline: list[Json]
    athletes: list[HeaderAthlete]
    settings: Json
    rehearsal: Rehearsal | None = None
    clock: Clock

    @staticmethod
    def of(
        plan: Plan,
        *,
        session: Json,
        clock: Clock,
        app: str,
        id: str,
        canonical: str | None = None,
        rehearsal: Rehearsal | None = None,
    ) -> Header:
        """`session` is the session's own JSON (`plan.session_json`)."""
        return Header(
            app=app,
            id=id,
            session=session,
            canonical=canonical,
            timeline=timeline_to_json(plan.timeline),
            athletes=[HeaderAthlete(name=name) for name in plan.athletes],
            settings={field.name: getattr(plan.rules, field.name) for field in fields(Rules)},
            rehearsal=rehearsal,
            clock=clock,
        )

    @staticmethod
    def from_json(members: Json) -> Header:
        """Raises ValueError (pydantic's) for members of the wrong types, and for those that are missing."""
        return _reader().validate_python(members)

    def to_json(self) -> Json:
        said = {} if self.canonical is None else {"canonical": self.canonical}
        return {
            "kind": self.kind,
            "format": self.format,
            "app": self.app,
            "id": self.id,
            "session": self.session,
            **said,
            "timeline": self.timeline,
            "athletes": [{"name": athlete.name} for athlete in self.athletes],
            "settings": self.settings,
            "rehearsal": None if self.rehearsal is None else {"speed": self.rehearsal.speed},
            "clock": self.clock.to_json(),
        }

    def plan(self) -> Plan:
        """What the fold of the log's facts needs. Raises KeyError, TypeError or ValueError for a header that no
        program wrote."""
        known = {field.name for field in fields(Rules)}
        rules = Rules(**{name: value for name, value in self.settings.items() if name in known})
        names = tuple(athlete.name for athlete in self.athletes)
        timeline = timeline_from_json(self.timeline)
        if not names or not timeline:
            raise ValueError("a log has an athlete and a phase at least")
        plan = Plan(timeline, names, _checked(rules))
        if not is_plan(plan):
            raise ValueError("nobody can run this plan")
        return plan


@cache
def _reader() -> TypeAdapter[Header]:
    """Made when a log is read: who writes one needn't wait for it."""
    from pydantic import TypeAdapter

    return TypeAdapter(Header)


def _checked(rules: Rules) -> Rules:
    """Rules whose values have the types of the defaults: they came from a file."""
    values: dict[str, Any] = {}
    for field in fields(Rules):
        wanted = type(getattr(Rules(), field.name))
        value = getattr(rules, field.name)
        if wanted is int and type(value) is not int:
            raise TypeError(f"{field.name} is a whole number")
        values[field.name] = wanted(value)
    return Rules(**values)
