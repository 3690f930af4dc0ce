"""One generated session after another, each through everything that holds for all of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType

import tests.formats.invariants
import tests.results.invariants
import tests.sound.invariants
import tests.storage.invariants
import tests.timing.invariants
from hypothesis import given, settings
from tests.any_session import Lived, lived

Invariant = Callable[[Lived], None]


def invariants_of(room: ModuleType) -> list[Invariant]:
    """Every public function that the room's file defines itself."""
    return [
        function
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if function.__module__ == room.__name__ and not name.startswith("_")
    ]


INVARIANTS = [
    invariant
    for room in (
        tests.timing.invariants,
        tests.results.invariants,
        tests.sound.invariants,
        tests.storage.invariants,
        tests.formats.invariants,
    )
    for invariant in invariants_of(room)
]


@settings(max_examples=2 * settings().max_examples)
@given(lived())
def test_any_session_keeps_every_promise(at: Lived) -> None:
    for invariant in INVARIANTS:
        invariant(at)


def test_every_room_s_promises_were_found() -> None:
    assert len(INVARIANTS) >= 15
    assert all(list(inspect.signature(invariant).parameters) == ["at"] for invariant in INVARIANTS)
