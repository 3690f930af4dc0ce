"""The session file: its fields, what each may hold, and the session that it means.

The short form has `session`, a notation; the long form has `steps`. A step has one of three shapes, told by its key:
`run` (a rep), `recovery`, or `repeat` (a block of steps). Their texts are pieces of the same notation.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError

MOST_ROUNDS: Final = 100
MOST_REPS: Final = 1000
"""Reps of a whole session written out in steps: far above any that was ever written."""
MOST_TEXT: Final = 20_000
DEEPEST: Final = 4
"""Blocks inside each other."""


class _Strict(BaseModel):
    """A misspelt field is an error, never ignored; nothing is turned into something else."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class RepStep(_Strict):
    """A piece of work."""

    run: str = Field(description="a distance (`200m`), a time (`5min`), or `open` for no stated length")
    target: str | None = Field(None, description="`34`, `33-35`, `3:05/km`, `75/400`, `mile`, `5k`, `hard`")
    label: Literal["warm-up", "cool-down", "stride", "hill", "jog"] | None = None
    cadence: int | None = Field(None, ge=1, le=400, description="steps a minute for the metronome")
    note: str | None = Field(None, max_length=MOST_TEXT, description="your own words, shown and never interpreted")


class RecoveryStep(_Strict):
    """What lies between two reps."""

    recovery: str = Field(description="`30s rest`, `200m jog`, `60s float @ 5k`, `open`, or a send-off: `on 1:30`")


class BlockStep(_Strict):
    """Steps run several times."""

    repeat: Annotated[int, Field(ge=1, le=MOST_ROUNDS)] | Literal["max"] = Field(
        description="how often; `max`: until you end it"
    )
    note: str | None = Field(None, max_length=MOST_TEXT, description="your own words for the set")
    steps: list[StepModel] = Field(min_length=1)


REP, RECOVERY, BLOCK = "a step with run", "a step with recovery", "a step with repeat"
_KEYS: Final = {"run": REP, "recovery": RECOVERY, "repeat": BLOCK}


def _shape(step: Any) -> str | None:
    """Which shape a step has, told by its key; None: no shape at all."""
    if isinstance(step, BaseModel):
        return next((_KEYS[key] for key in _KEYS if hasattr(step, key)), None)
    if isinstance(step, dict):
        return next((_KEYS[key] for key in _KEYS if key in step), None)
    return None


StepModel = Annotated[
    Annotated[RepStep, Tag(REP)] | Annotated[RecoveryStep, Tag(RECOVERY)] | Annotated[BlockStep, Tag(BLOCK)],
    Discriminator(_shape),
]


class SessionFile(_Strict):
    """A session file: `session` or `steps`, and what else is to be said of it."""

    name: str | None = Field(None, max_length=200)
    session: str | None = Field(None, max_length=MOST_TEXT, description="the session as on a whiteboard")
    steps: list[StepModel] | None = Field(None, min_length=1, description="the session written out")
    goal: str | None = Field(None, max_length=200, description="a race and its time: `mile 4:32`")
    notes: str | None = Field(None, max_length=MOST_TEXT)
    purpose: str | None = Field(None, max_length=40, description="the shelf of the library: `goal pace`, `intervals`")
    label: str | None = Field(None, max_length=MOST_TEXT, description="words that stood before the session")
    remarks: list[Annotated[str, Field(max_length=MOST_TEXT)]] | None = Field(
        None, max_length=MOST_REPS, description="words of the session that change nothing in it"
    )
    taps: Literal["coach", "self", "none"] | None = Field(None, description="who taps the finishes")
    start: Literal["carry on", "go back"] | None = Field(None, description="where each rep starts on the track")
    go: str | None = Field(
        None, max_length=50, description="`tap after 3min`: longer recoveries end in ready, and a tap starts the rep"
    )
    keep_last_recovery: bool | None = None
    splits: str | None = Field(None, max_length=50, description="`one tap`, or `every 200m`")


BlockStep.model_rebuild()
SessionFile.model_rebuild()


def schema() -> dict[str, Any]:
    """The JSON Schema of a session file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SessionFile.model_json_schema(),
        "title": "A session file of trackbuddy",
    }


__all__ = ["SessionFile", "ValidationError", "schema"]
