"""Days and hours, whose numbers are none of a session's: `Nov 12`, `6th Dec.`, `2026-03-04`, `6.15pm`."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation.text.lexicon import MONTHS

_NUMBER: Final = r"(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])"
_MONTH: Final = rf"(?=[A-Z])(?i:{'|'.join(MONTHS)})(?![^\W_])"
_BEFORE: Final = r"(?<![\w.:/-])"
_BEHIND: Final = (
    r"(?![ ]?(?:[xX*%'\"0-9]|[:/.,-][0-9]|(?i:by|sets|reps|times|k|kms?|m|mi|miles?|mins?|minutes?|s|secs?|seconds?"
    r"|se[gk]\w*|laps?|met[er]+s|h|hours?)(?![^\W_])))"
)
"""No sign that the number counts or measures: `March 8 x 400m`, `Sept 30 sec`."""

DAY: Final = "|".join(
    (
        rf"{_BEFORE}{_NUMBER}(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTH}(?:[ ]20[0-9]{{2}})?",
        rf"{_MONTH}\.?[ ]{_NUMBER}(?:(?:st|nd|rd|th)(?![^\W_]))?(?:,?[ ]20[0-9]{{2}})?{_BEHIND}",
        rf"{_BEFORE}20[0-9]{{2}}-(?:0[1-9]|1[0-2])-{_NUMBER}{_BEHIND}",
        rf"{_BEFORE}{_NUMBER}/{_NUMBER}/(?:20)?2[0-9](?=:[ \r\n])",
    )
)
"""A day of the year, as a pattern."""
HOUR: Final = "|".join(
    rf"{_BEFORE}(?:1[0-2]|[1-9]){minutes}(?:{half})(?![^\W_])"
    for minutes, half in (("(?:[.:][0-5][0-9])?", r"[ap]m|[ ][ap]\.m\.|[ ]pm"), ("[.:][0-5][0-9]", r"[ ]am"))
)
"""An hour of the day, as a pattern. `8 am Berg` is German, and none."""
