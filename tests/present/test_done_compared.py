"""Done says how it compares with last time, in the words and numbers that the review of it will have."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.present.stages import STAGES, Run
from tests.results.pasts import past
from tests.timing.sessions import s

from trackbuddy.present.compared import compared
from trackbuddy.present.earlier import Earlier
from trackbuddy.present.live_view import live_view
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import text_of
from trackbuddy.results import words
from trackbuddy.results.compare import Past, comparisons
from trackbuddy.results.digest import digest
from trackbuddy.results.hand import Hand
from trackbuddy.results.review import review_of
from trackbuddy.results.shape import shape
from trackbuddy.timing import inputs as i

NOW = datetime.datetime.fromisoformat("2026-11-23T18:30:00+00:00")
THUMB = Hand(40)


def one_time(day: str, average: float, name: str = "", text: str = "8x200m @ 34, 30s rest") -> Past:
    """With a time of its own for every rep."""
    found = past(day, average, name=name, text=text)
    times = tuple(s(average + number / 10) for number in range(8))
    return replace(found, digest=replace(found.digest, times=times, work=found.shape.reps))


EARLIER = Earlier(pasts=(one_time("2026-11-09", 35.1), one_time("2026-10-12", 33.9)), wall=NOW, hand=THUMB)


def page(at: Run, earlier: Earlier, columns: int = 80, rows: int = 24) -> str:
    view = live_view(at.live.snapshot(), at.live.now_ns(), "18:42", earlier=earlier)
    return "\n".join(text_of(row).rstrip() for row in lay_out(view, columns, rows))


def test_last_time_in_a_sentence_and_rep_by_rep() -> None:
    said = page(STAGES["done"](), EARLIER)
    assert " last time 35.1, Mon 9 Nov 2026: now 0.9 faster\n" in said
    assert " REP       TARGET     TIME  DIFF         BEFORE    REST" in said
    assert " 1   200m    34.0     33.6  -0.4 on        35.1    30.0" in said
    assert " 8   200m    34.0     34.0  0.0 on         35.8" in said


def test_the_numbers_are_the_reviews() -> None:
    at = STAGES["done"]()
    state = at.live.snapshot().state
    sheet = review_of(state, hand=THUMB).sheets[0]
    now = Past("", NOW, "", shape(state.plan.timeline), digest(sheet))
    one = comparisons(EARLIER.pasts, now, THUMB)[0]
    assert compared(one) in page(at, EARLIER)
    assert sheet.headline is not None
    assert sheet.headline.fade is not None
    assert words.fade(sheet.headline.fade) in page(at, EARLIER)


def test_the_fade_is_judged_by_the_thumb_that_was_measured() -> None:
    """0.12 s a rep is real for a steady thumb, and may be nothing for one that was never measured."""
    assert "fade: can't tell" in page(STAGES["done"](), Earlier())
    state = STAGES["twenty"]().live.snapshot().state
    usual, steady = (review_of(state, hand=hand).sheets[0].headline for hand in (Hand(), Hand(10)))
    assert usual is not None
    assert usual.fade is not None
    assert steady is not None
    assert steady.fade is not None
    assert steady.fade.bound_s < usual.fade.bound_s


def test_the_first_time_is_compared_with_nothing() -> None:
    said = page(STAGES["done"](), Earlier(wall=NOW))
    assert "last time" not in said
    assert "BEFORE" not in said
    other = Earlier(pasts=(one_time("2026-11-09", 35.1, name="Ben"),), wall=NOW)
    assert "last time" not in page(STAGES["done"](), other)


def test_other_rests_are_named_and_have_no_column() -> None:
    other = one_time("2026-11-09", 35.1, text="8x200m @ 34, 60s rest")
    said = " ".join(page(STAGES["done"](), Earlier(pasts=(other,), wall=NOW)).split())
    assert "the same reps 35.1, Mon 9 Nov 2026: now 0.9 faster; then 60s rest, not 30s rest" in said
    assert "BEFORE" not in said


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (60, 20), (100, 30), (160, 45)])
def test_it_is_said_whole_at_every_size(columns: int, rows: int) -> None:
    said = " ".join(page(STAGES["done"](), EARLIER, columns, rows).split())
    assert "last time 35.1, Mon 9 Nov 2026: now 0.9 faster" in said


def test_the_time_before_gives_way_where_it_would_keep_reps_out_of_sight() -> None:
    at = STAGES["done-twenty"]()
    found = one_time("2026-11-09", 35.1, text="20x200m @ 34, 30s rest")
    earlier = Earlier(pasts=(found,), wall=NOW)
    assert "BEFORE" not in page(at, earlier, 110, 24)
    assert "rows:" not in page(at, earlier, 110, 24)
    assert "BEFORE" in page(at, earlier, 160, 24)
    assert "rows:" not in page(at, earlier, 160, 24)


def test_everybody_of_a_squad_is_compared_with_their_own_last_time() -> None:
    at = STAGES["squad-rest"]().press(i.EndHere).wait(1)
    text = "6x400m @ 66, 90s rest"
    pasts = (one_time("2026-11-09", 67.0, "Ann", text), one_time("2026-11-09", 73.0, "Ben", text))
    said = page(at, Earlier(pasts=pasts, wall=NOW), 120, 40)
    assert "last time, and best 67.0, Mon 9 Nov 2026, target 34.0: now 0.9 faster" in said
    assert said.count("last time") == 2
