"""The first line of a log: what the session was, and the settings that govern its replay."""

from __future__ import annotations

import datetime
from dataclasses import fields
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from trackbuddy.plan.phase_json import timeline_from_json, timeline_to_json
from trackbuddy.storage.sense import is_plan
from trackbuddy.timing.state import Plan, Rules

FORMAT = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Clock(_Part):
    """The instant that `at_ns` counts from, on every clock of the machine."""

    monotonic_ns: int
    boottime_ns: int
    wall: datetime.datetime
    """With its offset from UTC. A label: no duration is ever worked out from it."""
    boot_id: str


class HeaderAthlete(_Part):
    name: str = ""


class Rehearsal(_Part):
    """Simulated athletes tapped. `speed` is how much faster than life the clock ran."""

    speed: float = 1.0


class Header(_Part):
    """Members that a later program adds are ignored: the format's number says when they would matter."""

    kind: Literal["header"] = "header"
    format: int = FORMAT
    app: str
    id: str
    session: dict[str, Any]
    timeline: list[dict[str, Any]]
    athletes: list[HeaderAthlete]
    settings: dict[str, Any]
    rehearsal: Rehearsal | None = None
    clock: Clock

    @staticmethod
    def of(
        plan: Plan, *, session: dict[str, Any], clock: Clock, app: str, id: str, rehearsal: Rehearsal | None = None
    ) -> Header:
        """`session` is the session's own JSON (`plan.session_json`)."""
        return Header(
            app=app,
            id=id,
            session=session,
            timeline=timeline_to_json(plan.timeline),
            athletes=[HeaderAthlete(name=name) for name in plan.athletes],
            settings={field.name: getattr(plan.rules, field.name) for field in fields(Rules)},
            rehearsal=rehearsal,
            clock=clock,
        )

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

    def to_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json")


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
