"""The settings screen's files: settings.toml and athletes.toml as typed text, and back again."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, Final

from trackbuddy.errors import UserError
from trackbuddy.storage.athletes import Best, athletes_text, check_athletes, read_file, write_athletes
from trackbuddy.storage.paths import Home
from trackbuddy.storage.settings import Settings, check_settings, read_settings, settings_text, write_settings
from trackbuddy.timing.hearing import WANTED
from trackbuddy.tui.ports import AthleteEntry, Field, Problems, Sheet

_FIELDS: Final = (
    Field("sound", "sound", hint=", ".join(WANTED)),
    Field("volume", "volume", hint="from 0 to 1"),
    Field("sound_offset_ms", "sound offset", hint="ms the speaker is late, -500 to 500"),
    Field("lead_in", "lead-in", hint="like 10s; empty: 10s, or 20s for self"),
    Field("taps", "who taps", hint="coach, self or none; or empty"),
    Field("track", "track", hint="how long a lap is, like 400m"),
    Field("theme", "colours", hint="dark, sunlight"),
)
_OPTIONAL: Final = frozenset({"lead_in", "taps"})
_NUMBERS: Final[dict[str, tuple[type[int] | type[float], str]]] = {
    "volume": (float, "volume is a number; write it like 0.8"),
    "sound_offset_ms": (int, "the offset is a whole number of milliseconds; write it like 180"),
}
_WROTE: Final = re.compile(r'; write \w+ = "(.*)"$')
"""The remedy for somebody who writes the file; here the value alone is typed."""
_BEST: Final = re.compile(r"(?P<race>.*?)(?: on (?P<on>\S+))?", re.ASCII)


class SetupDesk:
    """Reads the files when it is asked, and writes them whole."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def sheet(self) -> Sheet:
        settings = read_settings(self._home.settings)
        fields = tuple(Field(field.name, field.title, _shown(settings, field.name), field.hint) for field in _FIELDS)
        files = f"{self._home.settings} and {self._home.athletes.name}"
        try:
            file, _ = read_file(self._home.athletes)
        except UserError as error:
            return Sheet(fields, (), files, str(error))
        entries = (
            AthleteEntry(one.name, str(one.key or ""), one.goal or "", ", ".join(map(_best_text, one.bests)))
            for one in file.athletes
        )
        return Sheet(fields, tuple(entries), files)

    # --- settings ---------------------------------------------------------------------------------------------------

    def keep_settings(self, values: Mapping[str, str]) -> Problems:
        try:
            before = read_settings(self._home.settings)
            changed = {name: value for name, value in values.items() if value.strip() != _shown(before, name)}
            given, problems = _typed(changed)
            if problems:
                return problems
            text = settings_text(before.model_dump(exclude_unset=True) | given)
            found = check_settings(text, str(self._home.settings))
            if isinstance(found, list):
                return {_field_of(error, text): _said(error) for error in reversed(found)}
            write_settings(self._home.settings, found)
        except UserError as error:
            return {"": str(error)}
        return {}

    # --- athletes ---------------------------------------------------------------------------------------------------

    def keep_athlete(self, index: int | None, entry: AthleteEntry | None) -> Problems:
        try:
            file, _ = read_file(self._home.athletes)
        except UserError as error:
            return {"": str(error)}
        athletes = file.model_dump(exclude_none=True)["athletes"]
        at = len(athletes) if index is None else index
        if entry is None:
            athletes[at : at + 1] = []
        else:
            given, problems = _athlete(entry)
            if problems:
                return problems
            athletes[at : at + 1] = [given]
        text = athletes_text(athletes)
        try:
            checked, _ = check_athletes(text, str(self._home.athletes))
        except UserError as error:
            return {_field_of(error, text): _said(error)}
        try:
            write_athletes(self._home.athletes, checked)
        except UserError as error:
            return {"": str(error)}
        return {}


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _typed(values: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Values for the file, and what is no number. An empty field goes back to its default."""
    given: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, text in values.items():
        value = text.strip()
        if not value:
            given[name] = None
        elif name in _NUMBERS:
            number, problem = _NUMBERS[name]
            try:
                given[name] = number(value)
            except ValueError:
                problems[name] = problem
        else:
            given[name] = value
    return given, problems


def _athlete(entry: AthleteEntry) -> tuple[dict[str, Any], dict[str, str]]:
    given: dict[str, Any] = {"name": entry.name.strip()}
    problems: dict[str, str] = {}
    if not given["name"]:
        problems["name"] = "who is it? write a name"
    key = entry.key.strip()
    if key and not (len(key) == 1 and key in "123456789"):
        problems["key"] = f"{key!r} is no key; write a digit from 1 to 9, or nothing"
    elif key:
        given["key"] = int(key)
    if entry.goal.strip():
        given["goal"] = entry.goal.strip()
    bests: list[str | dict[str, Any]] = []
    for text in filter(None, (" ".join(part.split()) for part in entry.bests.split(","))):
        match = _BEST.fullmatch(text)
        assert match is not None, "any text is a race without a date"
        if match["on"] is None:
            bests.append(text)
            continue
        try:
            bests.append({"race": match["race"], "on": datetime.date.fromisoformat(match["on"])})
        except ValueError:
            problems["bests"] = f"{match['on']!r} is no date; write it like 2026-06-20"
    return given | {"bests": bests}, problems


def _best_text(best: str | Best) -> str:
    if isinstance(best, str):
        return best
    return best.race if best.on is None else f"{best.race} on {best.on.isoformat()}"


def _field_of(error: UserError, text: str) -> str:
    """The files are written a field a line, so the line of an error names its field."""
    lines = text.splitlines()
    line = lines[error.line - 1] if 0 < error.line <= len(lines) else ""
    name, equals, _ = line.partition(" = ")
    return name if equals else ""


def _said(error: UserError) -> str:
    return _WROTE.sub(r"; write \1", error.message)
