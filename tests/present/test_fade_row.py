"""The fade row: a column a rep around the target, over the rep's own time."""

from __future__ import annotations

from tests.present.stages import STAGES

from trackbuddy.present.fade_row import fade_rows
from trackbuddy.present.ink import Edges
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import text_of


def page(stage: str, columns: int = 100, rows: int = 30) -> list[str]:
    at = STAGES[stage]()
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
    return [text_of(row).rstrip() for row in lay_out(view, columns, rows, edges=Edges.BARE)]


def test_each_rep_has_its_column_over_its_time_up_for_slower() -> None:
    lines = page("result-slow")
    at = next(y for y, line in enumerate(lines) if line.startswith(" 1 34.1"))
    air, up, down, shelf = lines[at - 3 : at + 1]
    assert air == ""
    assert [up[shelf.index(time) :][:4].strip() for time in ("34.1", "33.8", "34.2", "35.1")] == [
        "▄▄▄▄",
        "",
        "▄▄▄▄",
        "████",
    ]
    assert down.strip() == "▀▀▀▀"
    assert down.index("▀") == shelf.index("33.8")
    assert lines[at + 1].startswith(" av 34.3 (4 of 4)")


def test_before_a_judged_time_its_place_is_empty() -> None:
    before, after = page("lead-in"), page("result-slow")
    places = [y for y, line in enumerate(after) if set(line.split()) == {"▀▀▀▀"}]
    assert len(places) == 1
    assert before[places[0]] == ""
    assert fade_rows((), None, 100, Edges.BARE) == []


def test_what_is_asked_is_whole_below_it() -> None:
    lines = page("rest")
    assert lines[-2].strip() == "EXTRA TAP 1.2s after the finish, not counted.   a = that was the finish"
    assert lines[-4].startswith(" 1 34.1")
    assert "▀▀▀▀" in lines[-5]
