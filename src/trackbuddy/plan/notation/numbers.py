"""Which numbers of a text a session leaves out: what is offered with a refusal must lose none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from trackbuddy.plan.printing import print_session
from trackbuddy.plan.session import Rep, Session

NOTE: Final = re.compile(r"\(note:[^()]*\)")
_NUMBER: Final = re.compile(
    r"(?P<range>(?<=\d)[^\d\s,;]{0,5}\s?(?:-|–|to|or|à|/)\s?)?(?P<min>\d+)(?:[:'’′](?P<sec>\d\d)|(?P<part>\.\d+))?"
)
_NUMBERING: Final = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
_TOTAL: Final = re.compile(
    r"\d[\d.,]*\s*(?:km?|m|miles?|min\w*)?\s*(?:in\s)?total\b|\btotal\w*\W{1,3}(?:of\s)?\d[\d.,]*", re.IGNORECASE
)
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DECIMAL: Final = re.compile(r"(?<=\d),(?=\d\d? ?(?:k|m|km|mi\w*)\b)")
_HOURLY: Final = re.compile(r"(\d+(?:\.\d+)?)(?=\s*(?:km/h|kmh|kph|mph)\b)", re.IGNORECASE)
_UNITS: Final = (1, 60, 400, 1000, 3600, 1609.344, 0.9144)
"""What a number may be counted in: seconds and metres, minutes, laps, kilometres, hours, miles, yards."""
_PRINTED: Final = (1, 60, 1000, 1609.344)
_NAMED: Final = {21.0: "half", 42.0: "marathon", 1.0: ""}
"""Numbers for which a word, or none, stands in a session."""


def lost(text: str, session: Session) -> bool:
    """Is there a number in this text, outside its notes, that the session has in no unit?

    The upper end of a range may be missing, for a count is planned at its lower one; and so may a total.
    """
    printed = NOTE.sub("", print_session(session))
    kept = {round(value, 1) for one, _ in _numbers(printed) for value in _values(one, _PRINTED)}
    kept |= set(Counter(step.work for step in session.steps if isinstance(step, Rep)).values())  # one by one
    written = _TOTAL.sub("", _THOUSANDS.sub("", _NUMBERING.sub("", NOTE.sub("", text))))
    written = _DECIMAL.sub(".", written)
    written = _HOURLY.sub("", written)  # printed as a pace
    return any(
        not ends_range and _NAMED.get(one, "?") not in printed and not kept & {round(v, 1) for v in _values(one)}
        for one, ends_range in _numbers(written)
    )


def _values(one: float, units: tuple[float, ...] = _UNITS) -> Iterator[float]:
    return (one * unit for unit in units)


def _numbers(text: str) -> Iterator[tuple[float, bool]]:
    """Each number, a clock time in seconds, and whether it ends a range."""
    for found in _NUMBER.finditer(text):
        value = float(found["min"] + (found["part"] or ""))
        value = value * 60 + float(found["sec"]) if found["sec"] else value
        yield value, found["range"] is not None
