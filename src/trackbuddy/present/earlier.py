"""What is known of the sessions before this one: who runs along, and what the results are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from trackbuddy.present.scenes import Ghosts
from trackbuddy.results.hand import ANY_HAND, Hand

if TYPE_CHECKING:
    import datetime

    from trackbuddy.results.compare import Past


@dataclass(frozen=True, slots=True)
class Earlier:
    """Found behind the first frame, or never: the session runs all the same."""

    ghosts: Ghosts = field(default_factory=dict)
    everybody: Mapping[int, Ghosts] = field(default_factory=dict)
    """Everybody's crossings when they last ran this, by athlete: where several run."""
    pasts: tuple[Past, ...] = ()
    """Everybody's sessions of the same reps."""
    wall: datetime.datetime | None = None
    """When this session was opened; None: it is compared with nothing."""
    hand: Hand = ANY_HAND
    """The user's own thumb, as the review reckons with it."""


NOTHING_EARLIER: Final = Earlier()
