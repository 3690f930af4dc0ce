"""CSV and JSON: the same numbers as the review's, whatever was pressed, and no formula."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.builders import played, read_csv
from tests.timing.sessions import eight_200s, plan, rep, s

from trackbuddy.formats.csv_table import LAPS, REPS, as_text, laps_csv, reps_csv
from trackbuddy.formats.json_session import document, read_document, schema
from trackbuddy.formats.saved import milliseconds
from trackbuddy.results.review import review
from trackbuddy.timing import inputs as i
from trackbuddy.timing import repairs as r
from trackbuddy.timing.repairing import repair
from trackbuddy.units import NS


@given(st.text())
def test_any_text_comes_back_and_none_is_a_formula(text: str) -> None:
    """Names, titles and targets are the user's own: no cell begins as a spreadsheet's formula does."""
    found, _, _ = played(eight_200s(count=2), i.Tap(s(44)))
    whole = reps_csv([replace(found, canonical=text or "x")])
    for cells in read_csv(whole):
        assert as_text(cells["session"]) == (text or "x")
        assert not cells["session"].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+3", "+1", "'=x", "''@x", "'quoted", "plain"])
def test_formulas_are_made_harmless_and_given_back(text: str) -> None:
    found, _, _ = played(eight_200s(count=2), i.Tap(s(44)))
    (first, *_) = read_csv(reps_csv([replace(found, canonical=text)]))
    assert first["session"] == (text if text in {"'quoted", "plain"} else f"'{text}")
    assert as_text(first["session"]) == text


def test_a_row_says_what_a_coach_wants_to_know() -> None:
    found, history, _ = played(eight_200s(), i.Tap(s(44.2)), i.ThatsAll(s(110)))
    history, _ = repair(history, [r.Corrected(s(110), 3, 1, s(33.4))])
    text = reps_csv([replace(found, review=review(history))])
    assert text.splitlines()[0] == ",".join(REPS)
    assert text.endswith("\r\n")
    first, second, *_ = read_csv(text)
    assert (first["date"], first["opened at"], first["session"]) == ("2026-11-23", "18:30", "8 x 200m @ 34, 30s rest")
    assert (first["time (s)"], first["difference (s)"], first["on target"]) == ("34.2", "0.2", "on")
    assert (first["rest"], first["rest planned (s)"], first["rest taken (s)"]) == ("30s rest", "30.0", "30.0")
    assert (first["in the average"], first["repaired"], first["clock started by"]) == ("yes", "no", "GO")
    assert (second["time (s)"], second["repaired"]) == ("33.4", "yes")


def test_laps_have_a_row_each() -> None:
    found, _, _ = played(plan(rep(1, 1600, 280, laps=4)), i.Tap(s(80)), i.Tap(s(150)), i.Tap(s(220)), i.Tap(s(289.5)))
    text = laps_csv([found])
    assert text.splitlines()[0] == ",".join(LAPS)
    table = read_csv(text)
    assert [cells["since the start (s)"] for cells in table] == ["70.0", "140.0", "210.0", "279.5"]
    assert {cells["distance (m)"] for cells in table} == {"400.0"}


def test_the_schema_knows_every_member_of_a_document() -> None:
    """And requires them: a reader may rely on each."""
    found, _, _ = played(eight_200s(), i.Tap(s(44)), i.Tap(s(108)))
    check(schema(), schema(), document([found]).model_dump(mode="json"))


_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def fits(part: dict[str, Any], value: Any) -> bool:
    return isinstance(value, _TYPES[part["type"]])


def check(whole: dict[str, Any], part: dict[str, Any], value: Any) -> None:
    """As much of JSON Schema as the models make: references, alternatives, arrays, objects, constants, types."""
    if "$ref" in part:
        part = whole["$defs"][part["$ref"].rpartition("/")[2]]
    if "anyOf" in part:
        resolved = [whole["$defs"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in part["anyOf"]]
        part = next(one for one in resolved if fits(one, value))
    if "const" in part:
        assert value == part["const"]
        return
    assert fits(part, value)
    if part["type"] == "array":
        for one in value:
            check(whole, part["items"], one)
    elif part["type"] == "object":
        assert set(value) == set(part["properties"])
        for name, inner in part["properties"].items():
            check(whole, inner, value[name])


def test_the_form_is_numbered() -> None:
    assert read_document('{"format": 1, "sessions": []}').sessions == ()
    with pytest.raises(ValueError, match="format"):
        read_document('{"format": 2, "sessions": []}')


def test_milliseconds_round_half_up() -> None:
    assert milliseconds(34_100_500_000) == 34.101
    assert milliseconds(34 * NS) == 34.0
