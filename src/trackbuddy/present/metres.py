"""How far an athlete ran in a rep by time: whose metres are asked for, and what is typed as an answer."""

from __future__ import annotations

from typing import Final

from trackbuddy.plan.notation import Refusal, read_work
from trackbuddy.plan.session import ByDistance
from trackbuddy.present import numbers
from trackbuddy.present.memo import remembered
from trackbuddy.results.rows import Row, Standing, rows
from trackbuddy.timing.state import State
from trackbuddy.units import M, Pace, decimal_metres, to_metres

FASTEST: Final = Pace(1_000_000_000, 13 * M)
"""Nobody runs 13 m in a second: more is a slip of the finger."""
LEAST_MM: Final = M


class MetresError(ValueError):
    """What was typed is no distance that can have been run; the message is one sentence with the remedy."""


@remembered
def asked(state: State, athlete: int = 1) -> Row | None:
    """The latest rep by time without metres; where all have theirs the latest, to be corrected. Work only."""
    found = [row for row in rows(state, athlete) if is_asked(row)]
    unanswered = [row for row in found if row.metres is None] or found
    return unanswered[-1] if unanswered else None


def is_asked(row: Row) -> bool:
    """Whether its metres are anybody's business: a warm-up by time is not asked about."""
    return row.standing is Standing.CLOCK and row.label is None and not row.voided


def is_unanswered(row: Row | None) -> bool:
    return row is not None and row.metres is None


def read_metres(text: str, span_ns: int) -> float:
    """Metres out of `1520`, `1520m` or `1.52km`, run in `span_ns`. Raises MetresError."""
    typed = text.strip()
    try:
        work = read_work(f"{typed}m" if typed.replace(".", "", 1).isdecimal() else typed)
    except Refusal as error:
        raise MetresError(f"{typed!r} is no distance; write metres, like 1520") from error
    if not isinstance(work, ByDistance) or work.mm < LEAST_MM:
        raise MetresError(f"{typed!r} is no distance; write metres, like 1520")
    if work.mm > FASTEST.way(span_ns):
        said = f"{decimal_metres(work.mm)} m in {numbers.length(span_ns)}"
        raise MetresError(f"{said} is faster than anybody runs; check it")
    return to_metres(work.mm)
