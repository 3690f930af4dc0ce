"""The settings screen's files: settings.toml and athletes.toml as typed text, and back again."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from trackbuddy.errors import UserError
from trackbuddy.results.rounding import Rounding, choose
from trackbuddy.storage.athletes_file import Best, check_athletes, read_file
from trackbuddy.storage.paths import Home, read_text
from trackbuddy.storage.rewrite import rewrite
from trackbuddy.storage.settings import Settings, read_settings
from trackbuddy.storage.settings_file import SettingsFile, check_settings
from trackbuddy.storage.toml_edit import with_fields, with_table
from trackbuddy.tui.ports import AthleteEntry, Beat, Field, Problems, Sheet

_FIELDS: Final = (
    Field("theme", "colours", hint="sun is black on white"),
    Field("smooth", "smooth edges", hint="off: fewer bytes, for a slow line"),
    Field("rounding", "rounding", hint="up: the rule of hand timing, 34.2h"),
    Field("sound", "sound"),
    Field("volume", "volume", hint="from 0 to 1"),
    Field("sound_offset_ms", "sound offset", hint="ms late; empty: as F2 measures it"),
    Field("voice", "voice", hint="says each time, and when the next rep is near"),
    Field("beep_every", "cones", hint="like 50m: beep at each on the target's pace"),
    Field("lead_in", "lead-in", hint="like 10s; empty: 10s, or 20s for self"),
    Field("taps", "who taps", hint="empty: the session's own, else coach"),
    Field("tap_after", "go by tap", hint="like 3min: long rests wait for a tap"),
    Field("track", "track", hint="how long a lap is, like 400m"),
    Field("bounce_ms", "double tap", hint="ms: closer taps are one; 0: off"),
    Field("floor_percent", "too soon", hint="% of a target; 0: off"),
    Field("recovery_from", "rest from", hint="with several athletes"),
)
_NUMBERS: Final[dict[str, tuple[type[int] | type[float], str]]] = {
    "volume": (float, "volume is a number; write it like 0.8"),
    "sound_offset_ms": (int, "the offset is a whole number of milliseconds; write it like 180"),
    "bounce_ms": (int, "this is a whole number of milliseconds; write it like 700"),
    "floor_percent": (int, "this is a whole number of per cent; write it like 25"),
}
_SWITCH: Final = {"on": True, "off": False}
_WROTE: Final = re.compile(r'; write \w+ = "(.*)"$')
"""The remedy for somebody who writes the file; here the value alone is typed."""
_BEST: Final = re.compile(r"(?P<race>.*?)(?: on (?P<on>\S+))?", re.ASCII)


class SetupDesk:
    """Reads the files when it is asked, and writes them whole."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def sheet(self) -> Sheet:
        settings = read_settings(self._home.settings)
        fields = tuple(
            replace(field, value=_shown(settings, field.name), choices=_choices(field.name)) for field in _FIELDS
        )
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
        path = self._home.settings
        try:
            before = read_settings(path)
            changed = {name: value for name, value in values.items() if value.strip() != _shown(before, name)}
            given, problems = _typed(changed)
            if problems:
                return problems
            text = with_fields(_text(path), given)
            found = check_settings(text, str(path))
            if isinstance(found, list):
                return {_field_of(error, text): _said(error) for error in reversed(found)}
            rewrite(path, text)
            choose(Rounding(found.rounding))
        except UserError as error:
            return {"": str(error)}
        return {}

    def beat(self) -> Beat:
        from trackbuddy.cli.calibrate import Beat  # the devices' libraries, for who wants to tap along

        return Beat(self._home)

    # --- athletes ---------------------------------------------------------------------------------------------------

    def keep_athlete(self, index: int | None, entry: AthleteEntry | None) -> Problems:
        path = self._home.athletes
        given, problems = ({}, {}) if entry is None else _athlete(entry)
        if problems:
            return problems
        try:
            before = _text(path)
            check_athletes(before, str(path))
            text = with_table(before, "athletes", index, None if entry is None else given)
        except UserError as error:
            return {"": str(error)}
        try:
            check_athletes(text, str(path))
        except UserError as error:
            return {_field_of(error, text): _said(error)}
        try:
            rewrite(path, text)
        except UserError as error:
            return {"": str(error)}
        return {}


def _text(path: Path) -> str:
    """Empty for a file that is not there yet. Raises UserError."""
    return read_text(path) if path.exists() else ""


def _choices(name: str) -> tuple[str, ...]:
    """What the field may hold where that is a short list; an empty one first where it may hold nothing."""
    annotation: Any = SettingsFile.model_fields[name].annotation
    if annotation is bool:
        return tuple(_SWITCH)
    kinds = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    words = tuple(word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind))
    return ("", *words) if words and NoneType in kinds else words


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if isinstance(value, bool):
        return "on" if value else "off"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _typed(values: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Values for the file, and what is no number. An empty field goes back to its default."""
    given: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, text in values.items():
        value = text.strip()
        if not value:
            given[name] = None
        elif SettingsFile.model_fields[name].annotation is bool:
            given[name] = _SWITCH.get(value, value)
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
    given: dict[str, Any] = {"name": entry.name.strip(), "key": None, "goal": None}
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
    return given | {"bests": bests or None}, problems


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
