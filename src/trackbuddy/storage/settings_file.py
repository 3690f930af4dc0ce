"""The fields of settings.toml as they stand in the file, and all that can be wrong with them."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from trackbuddy.errors import UserError
from trackbuddy.plan.notation import Refusal, read_work
from trackbuddy.plan.session import ByDistance, ByTime, Work
from trackbuddy.plan.track import Track, TrackError
from trackbuddy.storage.settings import COLOURS, CountsFrom, Rounded, Settings, Tapping, Theme
from trackbuddy.storage.tables import check_all, parse_toml, place_error
from trackbuddy.timing.hearing import CONES_MM, HIGHEST_HZ, LOWEST_HZ, CueKind, Wanted

_ONCE: Final = {"dark": "night", "sunlight": "sun"}
"""What themes were called by the first programs; such a file is still read."""


def _theme(word: Any) -> Any:
    return _ONCE.get(word, word) if isinstance(word, str) else word


class SettingsFile(BaseModel):
    """What may stand in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sound: Wanted = "auto"
    sound_offset_ms: int | None = Field(
        None, ge=-500, le=500, description="how much later the speaker is heard; unset: as calibrate measured it"
    )
    volume: float = Field(0.8, ge=0, le=1)
    theme: Annotated[Theme, BeforeValidator(_theme)] = Field(
        "night", description="night is light on black, sun black on white; or one of Textual's"
    )
    smooth: bool = Field(True, description="smooth edges where the terminal has true colour; false over a slow line")
    rounding: Rounded = Field(
        "half-up", description="of tapped times: to the nearest tenth, or `up` to the next with an h"
    )
    cues_on: tuple[str, ...] = Field((), description="kinds of cue that are off by default")
    cues_off: tuple[str, ...] = Field((), description="kinds of cue to leave out")
    pitches: dict[str, float] = Field({}, description="a table: the pitch in Hz of a kind of cue, like `go = 1500`")
    beep_every: str | None = Field(None, description="a distance like `50m`: beep at each cone on the target's pace")
    voice: bool = Field(False, description="the system's own voice says each time, and when the next rep is near")
    lead_in: str | None = Field(None, description="a time like `10s`; unset: 10 s, and 20 s where you tap yourself")
    taps: Tapping | None = Field(None, description="unset: the session's, else coach")
    tap_after: str | None = Field(None, description="a time like `3min`: longer recoveries wait for a tap; unset: none")
    track: str = Field("400m", description="how long a lap is")
    bounce_ms: int = Field(700, ge=0, le=5000, description="taps of one athlete closer than this are one; 0: off")
    crowd_bounce_ms: int = Field(80, ge=0, le=5000, description="the same for Space with several athletes")
    floor_percent: int = Field(25, ge=0, le=90, description="of a lap's target: no tap counts sooner; 0: off")
    floor_s: float = Field(3, ge=0, le=60, description="the same for a lap without a target; 0: off")
    recovery_from: CountsFrom = "last in"
    advice_off: tuple[str, ...] = Field((), description="names of advice not to be given")
    keys: dict[str, str | list[str]] = Field({}, description='keys of your own, by what they do: `hold = ["x"]`')
    pad: dict[str, str | list[str]] = Field({}, description='buttons of a pad, by what they do: `undo = "f13"`')
    colours: dict[str, Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]] = Field(
        {}, description='a table: colours of your own over the theme\'s, like `rest = "#80c0ff"`'
    )


def check_settings(text: str, shown: str) -> Settings | list[UserError]:
    """The settings that a file's text says, or all that is wrong with it. Raises UserError for what is no TOML."""
    file = check_all(SettingsFile, parse_toml(text, shown), text, shown)
    if isinstance(file, list):
        return file
    settings = Settings(**file.model_dump())
    problems = _problems(settings)
    return [place_error(message, text, shown, (field,)) for field, message in problems.items()] or settings


def _problems(settings: Settings) -> dict[str, str]:
    """What only the notation can tell, by field."""
    found: dict[str, str] = {}
    if settings.lead_in is not None and not isinstance(_work(settings.lead_in), ByTime):
        found["lead_in"] = 'lead_in is not a time; write lead_in = "10s"'
    if settings.tap_after is not None and not isinstance(_work(settings.tap_after), ByTime):
        found["tap_after"] = 'tap_after is not a time; write tap_after = "3min"'
    found |= _sound_problems(settings)
    unknown = next((name for name in settings.colours if name not in COLOURS), None)
    if unknown is not None:
        found["colours"] = f"there is no colour {unknown[:40]!r}; there are {', '.join(sorted(COLOURS))}"
    lap = _work(settings.track)
    try:
        if not isinstance(lap, ByDistance):
            raise TrackError('track is not a distance; write track = "400m"')
        Track(lap.mm)
    except TrackError as error:
        found["track"] = str(error)
    return found


def _sound_problems(settings: Settings) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, kinds in (("cues_on", settings.cues_on), ("cues_off", settings.cues_off), ("pitches", settings.pitches)):
        unknown = next((kind for kind in kinds if kind not in set(CueKind)), None)
        if unknown is not None:
            found[field] = f"there is no cue {unknown[:40]!r}; there are {', '.join(CueKind)}"
    if "pitches" not in found and any(not LOWEST_HZ <= hz <= HIGHEST_HZ for hz in settings.pitches.values()):
        found["pitches"] = f"a pitch is from {LOWEST_HZ} to {HIGHEST_HZ} Hz; write it like go = 1500"
    cones = None if settings.beep_every is None else _work(settings.beep_every)
    if settings.beep_every is not None and not (isinstance(cones, ByDistance) and cones.mm >= CONES_MM):
        found["beep_every"] = 'beep_every is no distance between cones; write one from 5m: beep_every = "50m"'
    return found


def _work(text: str) -> Work | None:
    try:
        return read_work(text)
    except Refusal:
        return None
