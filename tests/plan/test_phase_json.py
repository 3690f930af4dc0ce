"""Phases as JSON and back, and the keys that other programs rely on."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from tests.plan.builders import EIGHT_200, by_time, intervals, rest, run
from tests.plan.strategies import timelines

from trackbuddy.plan.phase_json import phase_from_json, timeline_from_json, timeline_to_json
from trackbuddy.plan.phases import Timeline
from trackbuddy.plan.session import Session
from trackbuddy.plan.timeline import build


@given(timelines)
def test_a_timeline_comes_back_from_its_json_to_the_nanosecond(timeline: Timeline) -> None:
    assert timeline_from_json(json.loads(json.dumps(timeline_to_json(timeline)))) == timeline


def test_a_rep_and_a_recovery_as_the_contract_has_them() -> None:
    rep, recovery, *_ = timeline_to_json(build(EIGHT_200))
    places = {"start": "200 START"}
    assert rep == places | {
        "kind": "rep",
        "block": 1,
        "set": 1,
        "rep": 1,
        "distance_m": 200.0,
        "time_s": None,
        "time_high_s": None,
        "label": None,
        "target": {"text": "34", "low_s": 34.0, "high_s": 34.0, "low_s_per_km": 170.0, "high_s_per_km": 170.0},
        "targets": None,
        "splits": [{"at_m": 200.0, "low_s": 34.0, "high_s": 34.0, "place": "LINE"}],
    }
    assert recovery == {
        "kind": "recovery",
        "between": "reps",
        "time_s": 30.0,
        "time_high_s": None,
        "distance_m": None,
        "send_off_s": None,
        "equal": None,
        "open": False,
        "mode": "rest",
        "target": None,
    }


def test_the_laps_of_a_1500_each_have_their_time() -> None:
    (rep,) = timeline_to_json(build(Session((run(1500, by_time(240)),))))
    assert [(split["at_m"], split["low_s"]) for split in rep["splits"]] == [
        (300.0, 48.0),
        (700.0, 112.0),
        (1100.0, 176.0),
        (1500.0, 240.0),
    ]


def test_a_band_is_a_band_on_the_way_too() -> None:
    rep = timeline_to_json(build(intervals(1, run(800, by_time(140, 150)), rest(60))))[0]
    assert [(split["low_s"], split["high_s"]) for split in rep["splits"]] == [(70.0, 75.0), (140.0, 150.0)]


def test_an_unknown_kind_of_phase_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown phase kind 'nap'"):
        phase_from_json({"kind": "nap"})
