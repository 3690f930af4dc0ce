"""What is known of an athlete before the session starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.races import RaceTime

MOST_ATHLETES: Final = 9
"""One for each digit key."""


class ProfileError(ValueError):
    """Athletes that can't run together; the message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An athlete. `name` is their own text and never interpreted."""

    name: str | None = None
    goal: RaceTime | None = None
    bests: tuple[RaceTime, ...] = ()
    key: int | None = None
    """The digit that taps for this athlete, 1 to 9; None: the first that is free."""

    def best(self, mm: int) -> RaceTime | None:
        """The fastest best over exactly this distance."""
        return min((best for best in self.bests if best.mm == mm), key=lambda best: best.ns, default=None)


def keys(profiles: Sequence[Profile]) -> tuple[int, ...]:
    """The digit of each athlete, in their order.

    Raises ProfileError for more than nine athletes, a key that is no digit from 1 to 9, and two athletes on
    one key.
    """
    if len(profiles) > MOST_ATHLETES:
        raise ProfileError(f"{len(profiles)} athletes don't fit on nine digit keys; time at most nine at once")
    owners: dict[int, Profile] = {}
    for profile in profiles:
        if profile.key is None:
            continue
        if not 1 <= profile.key <= MOST_ATHLETES:
            raise ProfileError(f"{_called(profile)} has the key {profile.key}; keys are the digits 1 to 9")
        if profile.key in owners:
            both = f"{_called(owners[profile.key])} and {_called(profile)}"
            raise ProfileError(f"{both} are both on key {profile.key}; give one of them another digit")
        owners[profile.key] = profile
    free = iter(digit for digit in range(1, MOST_ATHLETES + 1) if digit not in owners)
    return tuple(next(free) if profile.key is None else profile.key for profile in profiles)


def _called(profile: Profile) -> str:
    return profile.name or "an athlete without a name"
