"""A page that is longer than its window: every row of it can be brought into sight, and what is not is counted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.stages import STAGES, Run, going, opened
from tests.tui import plans

from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out, most_scrolled
from trackbuddy.present.rows import text_of, text_row
from trackbuddy.present.scrolling import in_sight, most
from trackbuddy.present.view import LiveView
from trackbuddy.results import words
from trackbuddy.timing import inputs as i

LONG = [text_row(f"line {number}") for number in range(40)]


def nine_done() -> Run:
    run = going(plans.NINE, "6 x 400m, 90s rest")
    for _ in range(6):
        run.wait(66)
        for athlete in range(1, 10):
            run.wait(1.5).tap(athlete)
        run.wait(90)
    return run


VIEWS = {name: STAGES[name] for name in ("done-twenty", "done", "mile-done", "metres-done")} | {"nine": nine_done}
_SEEN: dict[str, LiveView] = {}


def view_of(name: str) -> LiveView:
    if name not in _SEEN:
        at = VIEWS[name]()
        _SEEN[name] = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
    return _SEEN[name]


def shown(view: LiveView, columns: int, rows: int, scrolled: int = 0) -> list[str]:
    return [text_of(row).rstrip() for row in lay_out(view, columns, rows, scrolled=scrolled)]


@given(st.integers(0, 40), st.integers(2, 45), st.integers(0, 60))
def test_rows_in_sight_fill_the_room_and_the_others_are_counted(count: int, room: int, scrolled: int) -> None:
    rows = LONG[:count]
    found = in_sight(rows, room, 80, scrolled)
    assert len(found) == min(count, room)
    if count <= room:
        assert found == rows
        return
    first = min(scrolled, most(count, room))
    assert found[:-1] == rows[first : first + room - 1]
    said = text_of(found[-1])
    below = count - first - room + 1
    assert (f"{first} above" in said, f"{below} below" in said) == (first > 0, below > 0)


@given(st.sampled_from(sorted(VIEWS)), st.integers(30, 170), st.integers(12, 50))
def test_every_row_comes_into_sight_and_nothing_moves_beyond_the_last(name: str, columns: int, rows: int) -> None:
    view = view_of(name)
    last = most_scrolled(view, columns, rows)
    seen = {line for scrolled in range(last + 1) for line in shown(view, columns, rows, scrolled)}
    said = " ".join(" ".join(seen).split())
    for sheet in view.sheets:
        for row in sheet.rows:
            assert re.search(rf"\b{row.number}\b", said)
    assert shown(view, columns, rows, last) == shown(view, columns, rows, last + 99)
    if last:
        assert shown(view, columns, rows, last) != shown(view, columns, rows, last - 1)


def test_nothing_is_scrolled_while_anything_times() -> None:
    at = opened()
    assert most_scrolled(live_view(at.live.snapshot(), at.live.now_ns()), 80, 12) == 0


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 100])
def test_every_time_of_nine_athletes_can_be_seen(columns: int) -> None:
    """All beside each other where they fit; else the latest, and all of them below."""
    view = view_of("nine")
    last = most_scrolled(view, columns, 24)
    pages = [shown(view, columns, 24, scrolled) for scrolled in range(last + 1)]
    said = "\n".join(dict.fromkeys(line for page in pages for line in page))
    for sheet in view.sheets:
        for row in sheet.rows:
            assert row.split_ns is not None
            assert words.time(row.split_ns) in said
    lists = [line for line in said.splitlines() if line.startswith(" REP ")]
    assert " ".join(lists).split().count("Ida") == (1 if columns < 70 else 0)


def test_undoing_at_the_end_goes_on_timing() -> None:
    at = STAGES["done"]().press(i.Undo)
    assert most_scrolled(live_view(at.live.snapshot(), at.live.now_ns()), 80, 12) == 0
