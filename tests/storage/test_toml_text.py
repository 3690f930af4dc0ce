"""What is written is read back as the same values by the standard library's reader."""

from __future__ import annotations

import datetime
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.storage.toml_text import toml_text

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
scalars: st.SearchStrategy[Any] = st.one_of(
    texts, st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.booleans(), st.dates()
)
tables = st.dictionaries(texts, st.one_of(scalars, st.lists(scalars, max_size=3)), max_size=4)


@given(tables)
def test_any_table_comes_back_the_same(table: dict[str, Any]) -> None:
    assert tomllib.loads(toml_text(table)) == table


@given(st.dictionaries(texts, st.lists(tables, min_size=1, max_size=3), max_size=2), tables)
def test_lists_of_tables_come_back_behind_the_fields(lists: dict[str, Any], fields: dict[str, Any]) -> None:
    both = lists | fields
    assert tomllib.loads(toml_text(both)) == both


def test_mixed_lists_hold_tables_in_a_line() -> None:
    bests = ["800 1:58", {"race": "1500 4:05", "on": datetime.date(2026, 6, 20)}]
    text = toml_text({"athletes": [{"name": 'An"n', "bests": bests}]})
    assert text == ('[[athletes]]\nname = "An\\"n"\nbests = ["800 1:58", { race = "1500 4:05", on = 2026-06-20 }]\n')
    assert tomllib.loads(text)["athletes"][0]["bests"] == bests


def test_each_field_stands_in_a_line_of_its_own() -> None:
    assert toml_text({"a": "one\ntwo", "b": 1.5}) == 'a = "one\\ntwo"\nb = 1.5\n'


@pytest.mark.parametrize("value", [None, datetime.datetime(2026, 1, 1), b"x"])
def test_what_toml_has_no_word_for_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        toml_text({"a": value})
