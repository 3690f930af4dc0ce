"""Keys for an app under Pilot, as quick as the app takes them.

Pilot's own `press` and `pause()` sleep until the process has been idle for a while, which takes 20 ms a key on a quiet
machine and up to a second on a busy one. Waiting for the queues needs no clock: when each has let our own message
through, what was posted before it has been taken.
"""

from __future__ import annotations

from typing import Any, Final

from textual import events
from textual.pilot import Pilot

CHARACTERS: Final = {
    "space": " ",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "full_stop": ".",
}
"""Keys that have a name and print."""
NAMES: Final = {character: name for name, character in CHARACTERS.items()}
HOPS: Final = 3
"""A key goes from the app to its screen and a widget, and what these say goes back to the app."""


def key_event(key: str, at_s: float | None = None) -> events.Key:
    """A key by its name or its character, pressed now or at an instant of CLOCK_MONOTONIC."""
    name = NAMES.get(key, key)
    event = events.Key(name, CHARACTERS.get(name, name if len(name) == 1 else None))
    if at_s is not None:
        event.time = at_s
    return event


async def settle(pilot: Pilot[Any]) -> None:
    """Until the app has taken all that it was told."""
    for _ in range(HOPS):
        if pilot.app.is_running:
            await pilot.pause(0)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """One key after the other, each only when the one before has done its work."""
    for key in keys:
        if pilot.app.is_running:
            pilot.app.post_message(key_event(key))
        await settle(pilot)
