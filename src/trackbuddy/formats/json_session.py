"""Sessions as JSON for other programs: a documented form with a number, and a JSON Schema made from the same models.

Times are seconds to the millisecond; a hand tap is known to a tenth. A member that later versions add is no reason to
refuse a file; `format` counts up when a member changes its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from trackbuddy.formats.saved import Saved, known_milliseconds, milliseconds
from trackbuddy.results import words
from trackbuddy.results.averages import Group
from trackbuddy.results.review import Entry, Sheet
from trackbuddy.units import to_metres

FORMAT: Final = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class LapOut(_Part):
    time_s: float
    laps: int = Field(description="planned laps it covers; 2 where a crossing was missed, 0 for a tap too many")
    distance_m: float | None


class RestOut(_Part):
    text: str = Field(description="as planned, in the session's own words: `30s rest`, `200m jog`")
    planned_s: float | None
    taken_s: float | None = Field(description="from the athlete's own finish to the next start; null where not known")
    assumed: bool = Field(description="the finish was not tapped: counted from the target or from the key")


class RepOut(_Part):
    block: int
    set: int
    rep: int = Field(description="within its set and label, from 1")
    label: str | None = Field(description="warm-up, cool-down, stride, hill, jog; null for the work itself")
    distance_m: float | None
    planned_time_s: float | None = Field(description="of a rep that the clock ends")
    target: str | None = Field(description="as it was said: `34`, `mile`, `hard`")
    target_low_s: float | None
    target_high_s: float | None
    result: str = Field(description="timed, no time, clock, counted, out, cut short or running")
    time_s: float | None = Field(description="null unless the result is `timed`")
    difference_s: float | None = Field(description="shown time minus shown target, in tenths; 0 inside a band")
    word: str | None = Field(description="on, fast or slow")
    started: str = Field(description="go, tap or restamped: what the clock counts from")
    metres: float | None = Field(description="run in a rep by time, entered afterwards")
    laps: tuple[LapOut, ...]
    rest: RestOut | None
    void: bool = Field(description="it doesn't count and was to be run again")
    excluded: bool = Field(description="a repair left it out of the average")
    repaired: bool = Field(description="its time was typed, moved or swapped afterwards")


class AverageOut(_Part):
    """Reps of one set that are alike in length and target."""

    block: int
    set: int
    work: str
    average_s: float | None
    timed: int
    run: int
    fastest_s: float | None
    slowest_s: float | None
    slope_s_per_rep: float | None
    slope_unsure_s: float | None = Field(description="half of the slope's 95 % interval")
    fade: str | None = Field(description="yes; no; no, they got faster; can't tell")


class TotalsOut(_Part):
    reps: int
    work_m: float | None
    work_s: float | None
    recovery_s: float | None


class AthleteOut(_Part):
    name: str
    reps: tuple[RepOut, ...]
    averages: tuple[AverageOut, ...]
    on_target: int
    with_target: int
    totals: TotalsOut


class SessionOut(_Part):
    file: str
    opened: str = Field(description="ISO 8601, as the wall clock had it")
    title: str
    session: str = Field(description="in the notation; empty where it can't be read any more")
    status: str = Field(description="finished, discarded or unfinished")
    reps_run: int
    reps_planned: int | None
    rehearsal: bool
    repairs: int
    damage: str | None
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    athletes: tuple[AthleteOut, ...]


class Document(_Part):
    """Sessions exported by trackbuddy."""

    format: Literal[1] = FORMAT
    sessions: tuple[SessionOut, ...]


def document(sessions: Iterable[Saved]) -> Document:
    return Document(sessions=tuple(map(_session, sessions)))


def sessions_json(sessions: Iterable[Saved]) -> str:
    """With a newline at its end."""
    return json.dumps(document(sessions).model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read_document(text: str) -> Document:
    """What `sessions_json` wrote. Raises ValueError (pydantic's) for anything else."""
    return Document.model_validate_json(text)


def schema() -> dict[str, Any]:
    """The JSON Schema of the whole document."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema()}


def _session(saved: Saved) -> SessionOut:
    review = saved.review
    return SessionOut(
        file=saved.file,
        opened=saved.wall.isoformat(),
        title=saved.title,
        session=saved.canonical,
        status=str(review.progress.left),
        reps_run=review.progress.run,
        reps_planned=review.progress.planned,
        rehearsal=saved.rehearsal,
        repairs=review.repairs,
        damage=saved.damage,
        notes=review.notes,
        tags=review.tags,
        athletes=tuple(map(_athlete, review.sheets)),
    )


def _athlete(sheet: Sheet) -> AthleteOut:
    totals, (on, of) = sheet.totals, sheet.hits
    return AthleteOut(
        name=sheet.name,
        reps=tuple(map(_rep, sheet.entries)),
        averages=tuple(map(_average, sheet.groups)),
        on_target=on,
        with_target=of,
        totals=TotalsOut(
            reps=totals.reps,
            work_m=_metres(totals.work_mm),
            work_s=known_milliseconds(totals.work_ns),
            recovery_s=known_milliseconds(totals.recovery_ns),
        ),
    )


def _rep(entry: Entry) -> RepOut:
    row, rest, aim = entry.row, entry.rest, entry.row.aim
    return RepOut(
        block=row.plan.block,
        set=row.plan.set,
        rep=row.number,
        label=None if row.label is None else str(row.label),
        distance_m=_metres(row.plan.way_mm),
        planned_time_s=known_milliseconds(row.plan.span_ns),
        target=None if aim is None else aim.text,
        target_low_s=None if aim is None else known_milliseconds(aim.low_ns),
        target_high_s=None if aim is None else known_milliseconds(aim.high_ns),
        result=str(row.standing),
        time_s=known_milliseconds(row.split_ns),
        difference_s=None if row.judged is None else row.judged.tenths / 10,
        word=None if row.judged is None else str(row.judged.word),
        started=str(row.start),
        metres=row.metres,
        laps=tuple(LapOut(time_s=milliseconds(lap.ns), laps=lap.spans, distance_m=_metres(lap.mm)) for lap in row.laps),
        rest=None
        if rest is None
        else RestOut(
            text=words.recovery(rest.plan),
            planned_s=known_milliseconds(rest.planned_ns),
            taken_s=known_milliseconds(rest.taken_ns),
            assumed=rest.assumed,
        ),
        void=row.voided,
        excluded=row.excluded,
        repaired=row.mended,
    )


def _average(group: Group) -> AverageOut:
    first, fade, splits = group.rows[0], group.fade, group.splits
    return AverageOut(
        block=first.plan.block,
        set=first.plan.set,
        work=words.work(first),
        average_s=known_milliseconds(group.mean_ns),
        timed=len(splits),
        run=group.run,
        fastest_s=known_milliseconds(min(splits, default=None)),
        slowest_s=known_milliseconds(max(splits, default=None)),
        slope_s_per_rep=None if fade is None else round(fade.slope_s, 4),
        slope_unsure_s=None if fade is None else round(fade.bound_s, 4),
        fade=None if fade is None else str(fade.verdict),
    )


def _metres(mm: int | None) -> float | None:
    return None if mm is None else to_metres(mm)
