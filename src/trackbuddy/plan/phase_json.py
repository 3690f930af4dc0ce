"""Phases as JSON and back: the form of `show --json` and of a log's header.

Seconds and metres are numbers there. Whole nanoseconds and millimetres come back unchanged.
"""

from __future__ import annotations

from typing import Any

from trackbuddy.plan.phases import Aim, Between, Crossing, Phase, RecoveryPhase, RepPhase, Timeline
from trackbuddy.plan.session import (
    ByDistance,
    ByTime,
    Covered,
    Label,
    Measure,
    Mode,
    Open,
    SameDistance,
    SameTime,
    SendOff,
    Timed,
    Unmeasured,
    Work,
)
from trackbuddy.units import KM_MM, Pace, from_metres, from_seconds, to_metres, to_seconds

Json = dict[str, Any]


def timeline_to_json(timeline: Timeline) -> list[Json]:
    return [phase_to_json(phase) for phase in timeline]


def timeline_from_json(data: list[Json]) -> Timeline:
    """Raises KeyError, TypeError or ValueError for anything that `timeline_to_json` can't have written."""
    return tuple(phase_from_json(entry) for entry in data)


def phase_to_json(phase: Phase) -> Json:
    return _rep_to_json(phase) if isinstance(phase, RepPhase) else _recovery_to_json(phase)


def phase_from_json(data: Json) -> Phase:
    if data["kind"] == "rep":
        return _rep_from_json(data)
    if data["kind"] == "recovery":
        return _recovery_from_json(data)
    raise ValueError(f"unknown phase kind {data['kind']!r}")


def _seconds(ns: int | None) -> float | None:
    return None if ns is None else to_seconds(ns)


def _ns(value: float | None) -> int | None:
    return None if value is None else from_seconds(value)


def _metres(mm: int | None) -> float | None:
    return None if mm is None else to_metres(mm)


def _mm(value: float | None) -> int | None:
    return None if value is None else from_metres(value)


# --- reps -----------------------------------------------------------------------------------------------------------


def _rep_to_json(phase: RepPhase) -> Json:
    time = phase.work if isinstance(phase.work, ByTime) else None
    data: Json = {
        "kind": "rep",
        "block": phase.block,
        "set": phase.set,
        "rep": phase.rep,
        "distance_m": _metres(phase.way_mm),
        "time_s": _seconds(phase.span_ns),
        "time_high_s": _seconds(time.high_ns) if time else None,
        "label": phase.label,
        **_aims_to_json(phase.aims),
        "splits": [_split_to_json(phase, crossing) for crossing in phase.crossings],
    }
    optional = {
        "until_ended": phase.until_ended,
        "counted_only": phase.counted_only,
        "cadence": phase.cadence,
        "start": phase.start,
        "note": phase.note,
    }
    return data | {key: value for key, value in optional.items() if value}


def _split_to_json(phase: RepPhase, crossing: Crossing) -> Json:
    alone = phase.aims[0] if len(phase.aims) == 1 else None
    band = None
    if alone is not None and crossing.mm is not None and phase.way_mm is not None:
        band = alone.band_at(crossing.mm, phase.way_mm)
    low, high = band or (None, None)
    place = {"place": crossing.place} if crossing.place else {}
    return {"at_m": _metres(crossing.mm), "low_s": _seconds(low), "high_s": _seconds(high)} | place


def _rep_from_json(data: Json) -> RepPhase:
    return RepPhase(
        block=data["block"],
        set=data["set"],
        rep=data["rep"],
        work=_work_from_json(data),
        label=None if data["label"] is None else Label(data["label"]),
        aims=_aims_from_json(data),
        crossings=tuple(Crossing(_mm(split["at_m"]), split.get("place")) for split in data["splits"]),
        cadence=data.get("cadence"),
        until_ended=data.get("until_ended", False),
        counted_only=data.get("counted_only", False),
        start=data.get("start"),
        note=data.get("note"),
    )


def _work_from_json(data: Json) -> Work:
    if data["distance_m"] is not None:
        return ByDistance(from_metres(data["distance_m"]))
    if data["time_s"] is not None:
        return ByTime(from_seconds(data["time_s"]), _ns(data["time_high_s"]))
    return Unmeasured()


# --- targets --------------------------------------------------------------------------------------------------------


def _aims_to_json(aims: tuple[Aim, ...]) -> Json:
    """One athlete's target stands alone; those of several are listed in their order."""
    if len(aims) > 1:
        shared = {
            "text": aims[0].text,
            "low_s": None,
            "high_s": None,
            "low_s_per_km": None,
            "high_s_per_km": None,
        }
        return {"target": shared, "targets": [_aim_to_json(aim) for aim in aims]}
    return {"target": _aim_to_json(aims[0]) if aims else None, "targets": None}


def _aim_to_json(aim: Aim) -> Json:
    data: Json = {
        "text": aim.text,
        "low_s": _seconds(aim.low_ns),
        "high_s": _seconds(aim.high_ns),
        "low_s_per_km": _per_km(aim.low_pace),
        "high_s_per_km": _per_km(aim.high_pace),
    }
    return data | {"why": aim.why} if aim.why else data


def _per_km(pace: Pace | None) -> float | None:
    return None if pace is None else to_seconds(pace.per_km)


def _aims_from_json(data: Json) -> tuple[Aim, ...]:
    entries = data.get("targets") or ([data["target"]] if data["target"] else [])
    return tuple(
        Aim(
            text=entry["text"],
            low_ns=_ns(entry["low_s"]),
            high_ns=_ns(entry["high_s"]),
            low_pace=_pace(entry["low_s_per_km"]),
            high_pace=_pace(entry["high_s_per_km"]),
            why=entry.get("why"),
        )
        for entry in entries
    )


def _pace(per_km: float | None) -> Pace | None:
    return None if per_km is None else Pace(from_seconds(per_km), KM_MM)


# --- recoveries -----------------------------------------------------------------------------------------------------


def _recovery_to_json(phase: RecoveryPhase) -> Json:
    measure = phase.measure
    aims = _aims_to_json(phase.aims)
    data: Json = {
        "kind": "recovery",
        "between": phase.between,
        "time_s": _seconds(measure.ns) if isinstance(measure, Timed) else None,
        "time_high_s": _seconds(measure.high_ns) if isinstance(measure, Timed) else None,
        "distance_m": _metres(_recovery_way(measure)),
        "send_off_s": _seconds(measure.ns) if isinstance(measure, SendOff) else None,
        "equal": {SameTime: "time", SameDistance: "distance"}.get(type(measure)),
        "open": isinstance(measure, Open),
        "mode": phase.mode,
        "target": aims["target"],
    }
    if aims["targets"]:
        data["targets"] = aims["targets"]
    if isinstance(measure, Open) and measure.words:
        data["words"] = measure.words
    optional = {"go_by_tap": phase.go_by_tap, "until_ended": phase.until_ended}
    return data | {key: value for key, value in optional.items() if value}


def _recovery_way(measure: Measure) -> int | None:
    if isinstance(measure, Covered):
        return measure.mm
    return measure.way_mm if isinstance(measure, Timed) else None


def _recovery_from_json(data: Json) -> RecoveryPhase:
    return RecoveryPhase(
        between=Between(data["between"]),
        measure=_measure_from_json(data),
        mode=None if data["mode"] is None else Mode(data["mode"]),
        aims=_aims_from_json(data),
        go_by_tap=data.get("go_by_tap", False),
        until_ended=data.get("until_ended", False),
    )


def _measure_from_json(data: Json) -> Measure:
    if data["equal"] is not None:
        return SameTime() if data["equal"] == "time" else SameDistance()
    if data["send_off_s"] is not None:
        return SendOff(from_seconds(data["send_off_s"]))
    if data["time_s"] is not None:
        return Timed(from_seconds(data["time_s"]), _ns(data["time_high_s"]), _mm(data["distance_m"]))
    if data["distance_m"] is not None:
        return Covered(from_metres(data["distance_m"]))
    return Open(data.get("words"))
