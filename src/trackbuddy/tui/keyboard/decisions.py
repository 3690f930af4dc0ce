"""What a key comes to. Whoever reads the keyboard carries it out, at the key's own instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from trackbuddy.timing import inputs as i

if TYPE_CHECKING:
    from trackbuddy.timing.inputs import Leaving


@dataclass(frozen=True, slots=True)
class Submit:
    """An input for the session, at the key's instant."""

    kind: Callable[..., i.Input]
    members: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class FinishHere:
    """The session is over as it stands; its results are shown."""


@dataclass(frozen=True, slots=True)
class Go:
    """Leave the session."""

    how: Leaving


@dataclass(frozen=True, slots=True)
class ChooseWho:
    """Who runs is to be chosen; nothing has begun."""


@dataclass(frozen=True, slots=True)
class Switch:
    what: Literal["sound", "colours"]


Decision = Submit | Say | FinishHere | Go | ChooseWho | Switch
