"""What one race says about the others: equivalent races, training paces and the splits to run them by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from trackbuddy.plan import riegel, vdot
from trackbuddy.plan.races import RACE_MM, RaceTime, race_name
from trackbuddy.plan.resolve import Formula, predict
from trackbuddy.plan.target import RaceKey
from trackbuddy.units import KM_MM, MILE_MM, M, Pace, to_metres, to_seconds

SPLITS_MM: Final = (100 * M, 200 * M, 300 * M, 400 * M)

RACES: Final = (
    RaceKey.M800,
    RaceKey.M1500,
    RaceKey.MILE,
    RaceKey.K3,
    RaceKey.K5,
    RaceKey.K10,
    RaceKey.HALF,
    RaceKey.MARATHON,
)
NAMES: Final = {"E": "easy", "M": "marathon", "T": "threshold", "I": "interval", "R": "repetition"}

ROUGH: Final = "rough: the formula is meant for races of 3.5 minutes and more"
OUTSIDE: Final = "rough: Riegel's formula is meant for races of 3.5 to 230 minutes"


@dataclass(frozen=True, slots=True)
class Split:
    mm: int
    ns: int


@dataclass(frozen=True, slots=True)
class PaceRow:
    """A race or a training pace, with its splits."""

    name: str
    pace: Pace
    time_ns: int | None
    """The race's time; None for a training pace."""
    by: str
    """The formula, or `given` for the race that all else was worked out from."""
    note: str | None = None

    @property
    def splits(self) -> tuple[Split, ...]:
        return tuple(Split(mm, self.pace.over(mm)) for mm in SPLITS_MM)


@dataclass(frozen=True, slots=True)
class PaceTable:
    """All that follows from `race`."""

    race: RaceTime
    formula: Formula
    vdot: float
    races: tuple[PaceRow, ...]
    training: tuple[PaceRow, ...]


def paces(race: RaceTime, formula: Formula = Formula.VDOT) -> PaceTable:
    """The table for a race. Training paces are Daniels' whatever the formula for the races is."""
    named = {RACE_MM[key] for key in RACES} | {race.mm}
    value = vdot.vdot(race)
    return PaceTable(
        race,
        formula,
        value,
        tuple(_race_row(race, mm, formula) for mm in sorted(named)),
        tuple(_training_row(value, letter) for letter in vdot.LETTERS),
    )


def _race_row(race: RaceTime, mm: int, formula: Formula) -> PaceRow:
    found = predict(race, mm, formula)
    by = "given" if mm == race.mm else formula.value
    return PaceRow(race_name(mm), found.pace, found.ns, by, _note(race, found, formula))


def _note(race: RaceTime, found: RaceTime, formula: Formula) -> str | None:
    if found.mm == race.mm:
        return None
    if formula is Formula.RIEGEL:
        return None if riegel.valid(race.ns) and riegel.valid(found.ns) else OUTSIDE
    return ROUGH if min(race.ns, found.ns) < vdot.SHORTEST_NS else None


def _training_row(value: float, letter: str) -> PaceRow:
    return PaceRow(letter, vdot.training_pace(value, letter), None, f"{Formula.VDOT.value}, {NAMES[letter]} pace")


def paces_json(table: PaceTable) -> dict[str, Any]:
    """The object that `paces --json` prints."""
    return {
        "format": 1,
        "race": {
            "name": table.race.race,
            "distance_m": to_metres(table.race.mm),
            "time_s": to_seconds(table.race.ns),
        },
        "formula": table.formula,
        "vdot": round(table.vdot, 2),
        "races": [_row_json(row) for row in table.races],
        "training": [_row_json(row) for row in table.training],
    }


def _row_json(row: PaceRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "time_s": None if row.time_ns is None else to_seconds(row.time_ns),
        "s_per_km": to_seconds(row.pace.over(KM_MM)),
        "s_per_mile": to_seconds(row.pace.over(MILE_MM)),
        "splits": [{"at_m": to_metres(split.mm), "time_s": to_seconds(split.ns)} for split in row.splits],
        "by": row.by,
        "note": row.note,
    }
