"""Taps that want a name, in words: `3 twice: 66.1, 68.0. Who?`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trackbuddy.present.view import Notice, Urgency
from trackbuddy.results import words
from trackbuddy.timing.naming import Nameless, nameless, naming
from trackbuddy.timing.state import IgnoredTap, State


def whose(state: State, digits: Mapping[int, int]) -> Iterator[Notice]:
    """The spare stamp that is asked about first, then those that were given to somebody without a name.

    `digits`: the athlete on each digit; where it says nothing their number is their digit.
    """
    wanting = nameless(state)
    now = bool(naming(state))
    first = next((one for one in wanting if one.athlete is None), None)
    given = [one for one in wanting if one.athlete is not None]
    if first is not None and not (now and given and given[0].at_ns < first.at_ns):
        yield Notice(f"{_twice(first, digits)} Who?{'   1-9 names it, 0 nobody' if now else ''}", Urgency.ASKING)
    elif given:
        yield Notice(_without_a_name(given, now), Urgency.ASKING if now else Urgency.CALM)


def is_asked_about(state: State, tap: IgnoredTap) -> bool:
    """Whether the tap is one of those that want a name: then that is what is asked."""
    return any(one.n == tap.n for one in nameless(state))


def _twice(one: Nameless, digits: Mapping[int, int]) -> str:
    if one.key is None:
        return f"ONE TAP TOO MANY: {words.timed(one.split_ns)}."
    key = next((digit for digit, athlete in digits.items() if athlete == one.key), one.key)
    if one.first_split_ns is None:
        return f"{key} again: {words.timed(one.split_ns)}."
    early, late = sorted((one.first_split_ns, one.split_ns))
    return f"{key} twice: {words.timed(early)}, {words.timed(late)}."


def _without_a_name(given: list[Nameless], now: bool) -> str:
    count = f"{len(given)} TAP{'S' if len(given) > 1 else ''} WITHOUT A NAME"
    times = "  ".join(words.timed(one.split_ns) for one in given)
    how = "1-9 names it" if len(given) == 1 else "1-9 names them in order"
    return f"{count}: {times}{f'   {how}, 0 nobody' if now else ''}"
