"""Where keys and values stand in TOML and JSON."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trackbuddy.storage.places import places

TOML = '''# a comment with = and [ ]
name = "x" # name = 2
"quoted key" = 'lit'
notes = """
two
lines"""
steps = [
  { repeat = 8, steps = [{ run = "200m" }, { recovery = "30s \\" rest" }] }, # }
]
[[table]]
run = "1"
[[table]]
run = "2"
[[table.inner]]
a.b = 3
[last]
z = 2026-01-01
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("name",), (2, 1), (2, 9)),
        (("quoted key",), (3, 1), (3, 17)),
        (("notes",), (4, 1), (5, 1)),
        (("steps", 0, "repeat"), (8, 5), (8, 14)),
        (("steps", 0, "steps", 0, "run"), (8, 28), (8, 35)),
        (("steps", 0, "steps", 1, "recovery"), (8, 46), (8, 58)),
        (("table", 0, "run"), (11, 1), (11, 8)),
        (("table", 1, "run"), (13, 1), (13, 8)),
        (("table", 1, "inner", 0, "a", "b"), (15, 1), (15, 7)),
        (("last", "z"), (17, 1), (17, 5)),
    ],
)
def test_places_in_toml(path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]) -> None:
    """Every way of writing a table, comments and quotes between."""
    tomllib.loads(TOML)
    found = places(TOML)
    assert found.key(path) == key
    assert found.line_column(found.values[path]) == value


def test_places_in_json() -> None:
    text = '{"name": "x",\n "steps": [{"run": "200m"}, {"run": "1"}]}'
    found = places(text)
    assert found.key(("steps", 1, "run")) == (2, 30)
    assert found.inside(("steps", 1, "run"), 1, 1) == (2, 38)


def test_a_place_inside_a_string_is_moved_into_the_file() -> None:
    """Line 1 of a value begins behind its quotes; its other lines are the file's own."""
    text = 'session = """8x200m\n@ 34"""'
    found = places(text)
    assert found.inside(("session",), 1, 3) == (1, 16)
    assert found.inside(("session",), 2, 3) == (2, 3)


def test_a_place_that_can_not_be_known_is_the_field() -> None:
    """Behind an escape the columns of the value are no longer those of the file."""
    found = places('a = 1\nb = "x\\u0041y"')
    assert found.inside(("b",), 1, 3) == (2, 1)
    assert found.key(("nowhere",)) == (1, 1)


_leaf = st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.none())
_json = st.recursive(
    _leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)


@given(st.dictionaries(st.text(max_size=5), _json, max_size=4))
def test_every_plain_string_of_any_json_is_found_where_it_stands(data: dict[str, object]) -> None:
    """The walker never fails, and where it gives a place the value is there."""
    text = json.dumps(data, ensure_ascii=False)
    found = places(text)
    for key, value in data.items():
        escaped = json.dumps(key, ensure_ascii=False) != f'"{key}"'
        if isinstance(value, str) and not escaped and (key,) not in found.escaped:
            assert text.startswith(value, found.values[(key,)])


@given(st.text(max_size=60))
def test_any_text_at_all_is_survived(text: str) -> None:
    """Only texts that were read come here; but an error must never be followed by a worse one."""
    places(text)
