"""What a session text that is still being typed could go on with, so that nobody is scolded for not being done yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from trackbuddy.plan.notation import Refusal, read

MOST_TRIES: Final = 24
"""Readings tried for one text: a reading takes a millisecond or two, and somebody is typing."""

_WORDS: Final = (
    "rest recovery rec jog walk float full equal between sets set reps easy hard steady tempo warm-up cool-down "
    "strides hills mile miles minutes min metres seconds sec every off with then pace threshold"
).split()
_LAST_WORD: Final = re.compile(r"(?<![A-Za-z0-9-])[A-Za-z][A-Za-z-]*$")
_LAST_UNIT: Final = re.compile(r"\d(?:s|sec|m|mi|min|km)$", re.IGNORECASE)
_LAST_NUMBER: Final = re.compile(r"(?P<before>[x×*(@,])?\s*(?P<digits>\d{1,3})$", re.IGNORECASE)
_TAILS: Final = ("", " sets", " rest", " 200m", " 30s rest")
_AFTER_A_BREAK: Final = ("200m", "30s rest", "34", "5:00", "4 x 200m", "5min between sets")


def continuation(text: str) -> str | None:
    """What could be typed next: with it behind `text`, blanks at the end left out, there is a session.

    None where nothing that was tried mends the text: then it is wrong as it stands. At most `MOST_TRIES` readings.
    An empty text goes on with a whole session.
    """
    text = text.rstrip()
    close = ")" * max(text.count("(") - text.count(")"), 0)
    for more in islice(_candidates(text), MOST_TRIES):
        if _is_session(text + more + close):
            return more + close
    return _unfinished_word(text)


def _candidates(text: str) -> Iterator[str]:
    if not text:
        yield "8 x 200m @ 34, 30s rest"
    number = _LAST_NUMBER.search(text)
    word = _LAST_WORD.search(text)
    if number is not None:
        yield from _behind_a_number(number["before"] or "", number["digits"])
    elif _LAST_UNIT.search(text):
        yield from ("", " rest", " x 200m", "in", "in rest", "n", "n rest", "ile")
    elif word is not None:
        endings = [known[len(word[0]) :] for known in _WORDS if _goes_on(known, word[0])]
        yield from (ending + tail for tail in _TAILS for ending in endings)
        yield from _TAILS
    yield ""
    blank = " " if text[-1:].isalnum() or text.endswith((",", ";", "@")) else ""
    yield from (blank + more for more in _AFTER_A_BREAK)


def _behind_a_number(before: str, digits: str) -> Iterator[str]:
    if before in {"x", "X", "×", "*", "("}:
        yield from ("00m", "0m", "m", "in", "x200m")
    elif before == "@":
        yield from ("", "4", ":30", "s", "0")
    elif before:
        yield from ("0s rest", "s rest", "min rest", " x 200m") if len(digits) == 1 else ("s rest", "0m")
    yield from (" x 200m", "00m", "0m", "m", "s rest", "min", "0")


def _goes_on(known: str, typed: str) -> bool:
    return known != typed.lower() and known.startswith(typed.lower())


def _unfinished_word(text: str) -> str | None:
    """The last word may become one that is known, whatever has to follow it."""
    word = _LAST_WORD.search(text)
    if word is None:
        return None
    return next((known[len(word[0]) :] for known in _WORDS if _goes_on(known, word[0])), None)


def _is_session(text: str) -> bool:
    try:
        read(text)
    except Refusal:
        return False
    return True
