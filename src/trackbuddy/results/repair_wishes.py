"""From what somebody types about a rep to the repair that says so, or to a sentence why it can't be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trackbuddy.plan.phases import RepPhase
from trackbuddy.results import words
from trackbuddy.results.rests import Rest
from trackbuddy.results.rows import Row
from trackbuddy.timing import facts as f
from trackbuddy.timing import repairs as r
from trackbuddy.timing.facts import Line
from trackbuddy.timing.state import Finished, State
from trackbuddy.units import HOUR_NS, UnitError, parse_clock

LONGEST_NS: Final = 10 * HOUR_NS
MOST_METRES: Final = 100_000
MOST_TEXT: Final = 2000
MOST_NAME: Final = 80
ReviewRepairs = tuple[r.Repair, ...]


class RepairError(ValueError):
    """One sentence about what can't be repaired so, with what can be done."""


@dataclass(frozen=True, slots=True)
class Place:
    """The rep that is meant."""

    state: State
    at_ns: int
    """What the repair's fact will carry."""
    row: Row
    rest: Rest | None = None


def typed_time(place: Place, text: str) -> ReviewRepairs:
    """`34.1` or `4:32.1`; `nt` where there was no time after all."""
    _must_be_over(place)
    if place.row.plan.span_ns is not None:
        raise RepairError("the clock ended this rep; give its metres instead")
    if text.strip().casefold() in {"nt", "no time", "-"}:
        return (r.Corrected(place.at_ns, place.row.phase, place.row.athlete),)
    if place.row.split_ns is not None and text.strip() == words.time(place.row.split_ns):
        raise RepairError("that is its time as it stands; nothing was changed")  # not cut to the tenths that are shown
    return (r.Corrected(place.at_ns, place.row.phase, place.row.athlete, _time(text)),)


def metres(place: Place, text: str) -> ReviewRepairs:
    """`1520`; nothing where nobody knows."""
    _must_be_over(place)
    if place.row.plan.span_ns is None:
        raise RepairError("only a rep by time has metres of its own; type its time instead")
    said = text.strip().removesuffix("m").strip()
    if not said:
        return (r.MetresCorrected(place.at_ns, place.row.phase, place.row.athlete),)
    try:
        value = float(said)
    except ValueError:
        value = -1.0
    if not 0 < value <= MOST_METRES:
        raise RepairError(f"{text.strip()[:40]!r} is no distance; write metres like 1520")
    return (r.MetresCorrected(place.at_ns, place.row.phase, place.row.athlete, value),)


def left_out(place: Place) -> ReviewRepairs:
    """Out of the average, or in it again."""
    _must_be_over(place)
    if place.row.split_ns is None:
        raise RepairError("a rep without a time is in no average")
    return (r.Excluded(place.at_ns, place.row.phase, place.row.athlete, not place.row.excluded),)


@dataclass(frozen=True, slots=True)
class StartTap:
    """A tap that may have been the start."""

    n: int
    at_ns: int
    after_start_ns: int


def start_taps(place: Place, lines: Sequence[Line], counted: Sequence[Line]) -> tuple[StartTap, ...]:
    """Taps between the recorded start and the finish, in order: ignored ones, and laps."""
    row = place.row
    end_ns = row.started_ns + row.split_ns if row.split_ns is not None else None
    standing = {line.n for line in counted}
    taps = [
        line
        for line in lines
        if (isinstance(line.fact, f.TapIgnored) or (isinstance(line.fact, f.Split) and line.n in standing))
        and (place.state.plan.alone or line.fact.athlete in {None, row.athlete})
    ]
    return tuple(
        StartTap(line.n, line.fact.at_ns, line.fact.at_ns - row.started_ns)
        for line in taps
        if row.started_ns < line.fact.at_ns and end_ns is not None and line.fact.at_ns < end_ns
    )


def start_at(place: Place, tap: StartTap) -> ReviewRepairs:
    _must_be_over(place)
    athlete = place.row.athlete if place.state.lanes else None
    return (r.StartMoved(place.at_ns, place.row.phase, tap.n, tap.at_ns, athlete),)


def split_in_two(place: Place, text: str) -> ReviewRepairs:
    """`34.1`: the time of the first; the planned rest lay between. `34.1 45`: with so much rest."""
    _must_be_alone(place)
    row, parts = place.row, text.replace(",", " ").split()
    if row.split_ns is None or not parts or len(parts) > 2:
        raise RepairError("write the first rep's time, like 34.1, or with the rest between, like 34.1 30")
    first_ns = _time(parts[0])
    planned_ns = place.rest.planned_ns if place.rest is not None else None
    if len(parts) == 1 and planned_ns is None:
        raise RepairError("the rest between has no planned time; write it too, like 34.1 90")
    rest_ns = _time(parts[1]) if len(parts) == 2 else planned_ns or 0
    second_ns = row.split_ns - first_ns - rest_ns
    if second_ns <= 0:
        whole = words.time(row.split_ns)
        raise RepairError(f"{words.time(first_ns)} and {words.time(rest_ns)} rest leave nothing of {whole}")
    following = _next_rep(place)
    return (
        r.Corrected(place.at_ns, row.phase, row.athlete, first_ns),
        r.Inserted(place.at_ns, following, row.started_ns + first_ns + rest_ns, second_ns),
    )


def put_in_behind(place: Place, text: str) -> ReviewRepairs:
    """A rep that nobody recorded, behind this one: its time, or nothing for NO TIME."""
    _must_be_alone(place)
    said = text.strip().casefold()
    split_ns = None if said in {"", "nt", "no time", "-"} else _time(text)
    row = place.row
    behind_ns = row.started_ns + (row.split_ns or 0)
    return (r.Inserted(place.at_ns, _next_rep(place), behind_ns, split_ns),)


def taken_out(place: Place) -> ReviewRepairs:
    _must_be_alone(place)
    return (r.Removed(place.at_ns, place.row.phase),)


def swapped(place: Place, other: Row) -> ReviewRepairs:
    """This result and another's change places."""
    _must_be_over(place)
    if place.state.lanes:
        raise RepairError("everybody had a clock of their own; type the times instead")
    if (other.phase, other.athlete) == (place.row.phase, place.row.athlete):
        raise RepairError("a result changes places with another one; name another")
    if other.voided:
        raise RepairError("that rep was run again; name another")
    return (r.Swapped(place.at_ns, place.row.phase, place.row.athlete, other.phase, other.athlete),)


def renamed(at_ns: int, athlete: int, text: str) -> ReviewRepairs:
    name = " ".join(text.split())
    if not 0 < len(name) <= MOST_NAME:
        raise RepairError(f"a name has from 1 to {MOST_NAME} letters")
    return (r.Renamed(at_ns, athlete, name),)


def noted(at_ns: int, number: int, text: str) -> ReviewRepairs:
    """Note `number`, from 1; one more than there are is a new one, and no text takes it out."""
    said = text.strip()
    if len(said) > MOST_TEXT:
        raise RepairError(f"a note has at most {MOST_TEXT} letters")
    return (r.NoteEdited(at_ns, number, said),)


def tagged(at_ns: int, tags: Sequence[str], text: str) -> ReviewRepairs:
    """A tag that is there goes, one that isn't comes. Raises RepairError for none."""
    found = [" ".join(part.split()) for part in text.split(",")]
    found = [tag for tag in dict.fromkeys(found) if tag]
    if not found or any(len(tag) > MOST_NAME for tag in found):
        raise RepairError("write a tag or several with commas, like race, windy; one that is there goes")
    return tuple(r.Tagged(at_ns, tag, tag not in tags) for tag in found)


# --- what must hold -------------------------------------------------------------------------------------------------


def _time(text: str) -> int:
    try:
        ns = parse_clock(text)
    except UnitError as error:
        raise RepairError(str(error)) from error
    if not 0 < ns <= LONGEST_NS:
        raise RepairError(f"{text.strip()[:40]} is no time of a rep; write it like 34.1 or 4:32.1")
    return ns


def _must_be_over(place: Place) -> None:
    if place.row.voided:
        raise RepairError("this rep was run again; repair the one that counts")
    if all(run.phase != place.row.phase for run in place.state.lane(place.row.athlete).reps):
        raise RepairError("this rep was still running when the session was left; finish the session first")


def _must_be_alone(place: Place) -> None:
    _must_be_over(place)
    if not place.state.plan.alone:
        raise RepairError("reps come and go only where one athlete was timed; type or swap times instead")
    if not isinstance(place.state.stage, Finished):
        raise RepairError("this session can still be gone on with; finish it first")


def _next_rep(place: Place) -> int:
    """The phase that the rep behind this one has, or would have."""
    timeline = place.state.plan.timeline
    for number in range(place.row.phase + 1, len(timeline) + 1):
        if isinstance(timeline[number - 1], RepPhase):
            return number
    raise RepairError("the plan has no rep behind this one; take one out first")
