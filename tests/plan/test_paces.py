"""The table that follows from one race."""

from __future__ import annotations

import json

from trackbuddy.plan import vdot
from trackbuddy.plan.paces import OUTSIDE, ROUGH, PaceRow, paces, paces_json
from trackbuddy.plan.races import RaceTime, parse_goal
from trackbuddy.plan.resolve import Formula
from trackbuddy.units import KM_MM, M, result


def by_name(rows: tuple[PaceRow, ...]) -> dict[str, PaceRow]:
    return {row.name: row for row in rows}


def test_the_given_race_stands_in_its_place_unchanged() -> None:
    table = paces(parse_goal("mile 4:32"))
    names = [row.name for row in table.races]
    assert names == ["800", "1500", "mile", "3k", "5k", "10k", "half", "marathon"]
    mile = by_name(table.races)["mile"]
    assert (mile.by, mile.time_ns, mile.note) == ("given", 272 * 10**9, None)
    assert [result(split.ns, 3) for split in mile.splits] == ["16.901", "33.803", "50.704", "1:07.605"]


def test_a_race_without_a_row_of_its_own_gets_one() -> None:
    assert [row.name for row in paces(parse_goal("1200m 3:20")).races][:3] == ["800", "1200m", "1500"]


def test_training_paces_of_vdot_58() -> None:
    table = paces(RaceTime(5000 * M, vdot.race_ns(58, 5000 * M)))
    assert f"{table.vdot:.1f}" == "58.0"
    rows = by_name(table.training)
    assert list(rows) == ["E", "M", "T", "I", "R"]
    assert [result(rows[letter].pace.over(KM_MM)) for letter in "ETI"] == ["4:32.3", "3:46.3", "3:28.2"]
    assert all(row.time_ns is None and "Daniels VDOT" in row.by for row in table.training)


def test_what_lies_outside_the_formulas_range_says_so() -> None:
    assert by_name(paces(parse_goal("mile 4:32")).races)["800"].note == ROUGH
    assert by_name(paces(parse_goal("mile 4:32")).races)["5k"].note is None
    riegel = by_name(paces(parse_goal("mile 4:32"), Formula.RIEGEL).races)
    assert (riegel["800"].note, riegel["5k"].note) == (OUTSIDE, None)
    assert riegel["5k"].by == "Riegel"


def test_the_json_is_plain_data() -> None:
    data = json.loads(json.dumps(paces_json(paces(parse_goal("mile 4:32")))))
    assert data["race"] == {"name": "mile", "distance_m": 1609.344, "time_s": 272.0}
    assert data["formula"] == "Daniels VDOT"
    mile = next(row for row in data["races"] if row["name"] == "mile")
    assert mile["splits"][3]["at_m"] == 400.0
    assert round(mile["splits"][3]["time_s"], 3) == 67.605
    assert data["training"][0]["time_s"] is None
