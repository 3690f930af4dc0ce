"""Ready says everything that is to be checked; done says everything that was run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.present.stages import STAGES, Run, opened
from tests.tui import plans

from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.ready_page import course_lines
from trackbuddy.present.rows import text_of
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan


def page(at: Run, columns: int = 80, rows: int = 24) -> str:
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42")
    return "\n".join(text_of(row).rstrip() for row in lay_out(view, columns, rows))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (plans.EIGHT_200, ("8 x 200m   target 34.0   30s rest",)),
        (plans.SETS, ("3 sets of 4 x 200m   target 33.0-35.0   1min rest, 5min rest between sets",)),
        (plans.FULL_MILE, ("1 mile   target 5:00.0",)),
        (plans.STRIDES, ("6 x stride 80m   walk back",)),
        (plans.FIVE, ("6 x 400m   90s rest",)),
    ],
)
def test_ready_says_what_is_run_sets_and_all(plan: Plan, said: tuple[str, ...]) -> None:
    assert course_lines(plan) == said


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20), (100, 30), (30, 10)])
def test_ready_always_says_what_starts_it(columns: int, rows: int) -> None:
    said = " ".join(page(opened(), columns, rows).split())
    assert "SPACE begins: 10s to get ready, then 3-2-1 GO" in said


def test_ready_shows_finishes_and_sound() -> None:
    said = page(opened())
    assert "Odd reps finish at the LINE" in said
    assert "sound  ok" in said


@pytest.mark.parametrize("status", ["sound off", "REHEARSAL   sound off"])
def test_ready_says_sound_once(status: str) -> None:
    """The way sound is made begins with the word itself: `sound off`. A rehearsal stands in the band."""
    at = opened()
    view = replace(live_view(at.live.snapshot(), at.live.now_ns(), "18:42"), status=status)
    assert " sound  off" in [text_of(row).rstrip() for row in lay_out(view, 80, 24)]


def test_ready_shows_who_runs() -> None:
    said = page(opened(plans.FIVE))
    assert all(name in said for name in ("Ann", "Ben", "Cy", "Dan", "Eve"))


def test_done_shows_every_rep_with_its_rest_and_what_they_come_to() -> None:
    said = page(STAGES["done"]())
    assert [f"{time}  " in said for time in ("33.6", "33.8", "34.2", "34.8")] == [True] * 4
    assert "av 34.2 (8 of 8)   33.6-34.8   target 34.0, +0.2   on in 6 of 8" in said
    assert "fade: can't tell" in said
    assert said.count("30.0") == 7


def test_no_rep_of_twenty_is_dropped_where_there_is_room_beside() -> None:
    at = STAGES["done-twenty"]()
    assert "rows:" not in page(at, 124, 24)
    narrow = page(at, 40, 20)
    assert "rows: 12 below   arrows" in narrow
    assert "\n 1 " in narrow


def _squad_done(columns: int, rows: int) -> str:
    return page(STAGES["squad-rest"]().press(i.EndHere).wait(1), columns, rows)


def test_done_gives_every_athlete_of_a_squad_a_line_and_every_time() -> None:
    said = _squad_done(100, 30)
    assert " Ann  av 66.1 (4 of 4)   66.0-66.4   target 66.0, +0.1   on in 4 of 4" in said
    assert " Eve  av 74.8 (3 of 3)   74.2-75.4   target 74.0, +0.8   on in 2 of 3" in said
    assert " KEY ATHLETE    1      2      3      4   AVERAGE" in said
    assert "  2  Ben     72.2   72.3   72.4   72.7   72.4 (4)" in said
    assert "  5  Eve     74.2   74.8   75.4+   out   74.8 (3)" in said


def test_nobodys_average_heads_a_squad_and_no_name_stands_over_all() -> None:
    assert _squad_done(80, 24).splitlines()[1].startswith(" KEY ATHLETE")
    own = page(STAGES["squad-own"]().press(i.EndHere).wait(1))
    assert own.startswith(" DONE, ended early")
