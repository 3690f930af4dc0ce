"""settings.toml: what the user prefers. A missing file means the defaults, and loads nothing that reads files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from trackbuddy.plan.session import ByDistance, ByTime, Work
from trackbuddy.plan.track import STANDARD_TRACK, Track
from trackbuddy.storage.paths import read_text
from trackbuddy.timing.hearing import Wanted
from trackbuddy.timing.rules import From, Rules
from trackbuddy.units import NS, seconds

LEAD_IN_NS: Final = 10 * NS
SELF_LEAD_IN_NS: Final = 20 * NS
TRACK: Final = "400m"
Theme = Literal[
    "night",
    "sun",
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-mocha",
    "catppuccin-latte",
    "solarized-dark",
    "solarized-light",
    "rose-pine",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
]
"""Ours, and Textual's by their own names."""
COLOURS: Final = frozenset(
    "ground text faint line cap now on fast slow rest last alarm track gone infield mark dot ghost "
    "primary secondary accent warning error success foreground background panel".split()
)
"""What can have a colour of the user's own: the screen's inks, and what Textual's themes name."""

Tapping = Literal["coach", "self", "none"]
Rounded = Literal["half-up", "up"]
CountsFrom = Literal["last in", "first in"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The fields of settings.toml with their defaults, which `settings_file` says more of. Command-line options go
    before them."""

    sound: Wanted = "auto"
    sound_offset_ms: int | None = None
    volume: float = 0.8
    theme: Theme = "night"
    smooth: bool = True
    rounding: Rounded = "half-up"
    cues_on: tuple[str, ...] = ()
    cues_off: tuple[str, ...] = ()
    pitches: dict[str, float] = field(default_factory=dict)
    beep_every: str | None = None
    voice: bool = False
    lead_in: str | None = None
    taps: Tapping | None = None
    tap_after: str | None = None
    track: str = TRACK
    bounce_ms: int = 700
    crowd_bounce_ms: int = 80
    floor_percent: int = 25
    floor_s: float = 3
    recovery_from: CountsFrom = "last in"
    advice_off: tuple[str, ...] = ()
    keys: dict[str, str | list[str]] = field(default_factory=dict)
    pad: dict[str, str | list[str]] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    @property
    def own_keys(self) -> dict[str, tuple[str, ...]]:
        """The user's own keys by what they do. Whether they can be used is not known here."""
        return _by_name(self.keys)

    @property
    def own_buttons(self) -> dict[str, tuple[str, ...]]:
        """The same for a pad's buttons."""
        return _by_name(self.pad)

    @property
    def track_lap(self) -> Track:
        """Checked when the file was read."""
        if self.track == TRACK:
            return STANDARD_TRACK
        work = _read(self.track)
        assert isinstance(work, ByDistance), "read_settings checks it"
        return Track(work.mm)

    @property
    def tap_after_ns(self) -> int | None:
        """Recoveries this long or longer end in ready, where the session says nothing else; None: none does."""
        if self.tap_after is None:
            return None
        work = _read(self.tap_after)
        assert isinstance(work, ByTime), "read_settings checks it"
        return work.ns

    def lead_in_ns(self, taps: str) -> int:
        """Who taps for themselves has to walk to the start first."""
        if self.lead_in is None:
            return SELF_LEAD_IN_NS if taps == "self" else LEAD_IN_NS
        work = _read(self.lead_in)
        assert isinstance(work, ByTime), "read_settings checks it"
        return work.ns

    def rules(self, *, lead_in_ns: int | None = None, taps: str | None = None) -> Rules:
        """The settings a session is run by; the two that the command line or the session say hold before these."""
        who = taps or self.taps or "coach"
        return Rules(
            lead_in_ns=self.lead_in_ns(who) if lead_in_ns is None else lead_in_ns,
            taps=who,
            bounce_ns=self.bounce_ms * (NS // 1000),
            crowd_bounce_ns=self.crowd_bounce_ms * (NS // 1000),
            floor_percent=self.floor_percent,
            floor_ns=seconds(str(self.floor_s)),
            recovery_from=From(self.recovery_from),
            lap_mm=self.track_lap.lap_mm,
        )


def read_settings(path: Path) -> Settings:
    """Raises UserError with the place of what can't be used."""
    if not path.exists():
        return Settings()
    from trackbuddy.storage.settings_file import check_settings

    found = check_settings(read_text(path), str(path))
    if isinstance(found, list):
        raise found[0]
    return found


def _by_name(table: Mapping[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: (given,) if isinstance(given, str) else tuple(given) for name, given in table.items()}


def _read(text: str) -> Work:
    from trackbuddy.plan.notation import read_work

    return read_work(text)
