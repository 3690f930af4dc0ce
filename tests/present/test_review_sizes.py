"""Pages of a saved session in a window of any width: nothing is cut in the middle, nothing sticks out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.builders import played
from tests.results.pasts import past
from tests.timing.sessions import eight_200s, s
from tests.tui import plans

from trackbuddy.present.cells import ELLIPSIS, width
from trackbuddy.present.review_more import comparing, details, season_rows
from trackbuddy.present.review_page import ReviewView, page
from trackbuddy.present.rows import Row, text_of
from trackbuddy.results.compare import Past, comparisons
from trackbuddy.results.digest import digest
from trackbuddy.results.season import seasons
from trackbuddy.results.shape import shape
from trackbuddy.timing import inputs as i

EARLIER = [past(day, average, name="a") for day, average in (("2026-11-09", 34.4), ("2026-10-06", 33.9))]
COLUMNS = st.integers(40, 170)


def eight() -> ReviewView:
    saved, _, _ = played(eight_200s(), *(i.Tap(s(44.1 + 64.2 * number)) for number in range(8)))
    sheet = saved.review.sheets[0]
    now = Past("x", past("2026-11-23", 34.2).wall, "eight 200s", shape(eight_200s().timeline), digest(sheet))
    return ReviewView(
        "eight 200s",
        "Mon 23 Nov 2026  18:30",
        "finished",
        sheet,
        comparisons=comparisons(EARLIER, now),
        averages=(s(33.9), s(34.4), s(34.1)),
        trend="can't tell: -0.21 s a month, unsure by 0.39 (3 sessions)",
    )


def mile() -> ReviewView:
    saved, _, _ = played(plans.FULL_MILE, *(i.Tap(s(10 + at)) for at in (65.6, 136.4, 205.1, 271.1)))
    return ReviewView("mile", "Sat 14 Nov 2026  10:00", "finished", saved.review.sheets[0])


VIEWS = {"eight": eight(), "mile": mile()}


def lines(rows: tuple[Row, ...]) -> list[str]:
    return [text_of(row).rstrip() for row in rows]


def test_a_rehearsal_is_not_called_the_first_time() -> None:
    """Earlier rehearsals are no sessions to compare with, and were run all the same."""
    said = " ".join(lines(comparing(VIEWS["mile"], None, 100)))
    assert "no earlier session is made of the same reps. Rehearsals don't count." in said
    assert "first time" not in said


@given(st.sampled_from(sorted(VIEWS)), COLUMNS, st.integers(16, 50))
def test_a_session_whole(name: str, columns: int, rows: int) -> None:
    said = lines(page(VIEWS[name], 0, columns, rows))
    assert ELLIPSIS not in "".join(said)
    assert max(map(width, said)) <= columns


@given(st.sampled_from(sorted(VIEWS)), COLUMNS)
def test_details_comparisons_and_seasons(name: str, columns: int) -> None:
    view = VIEWS[name]
    for rows in (details(view, columns), comparing(view, EARLIER[0], columns), season_rows(seasons(EARLIER), columns)):
        said = lines(rows)
        assert ELLIPSIS not in "".join(said)
        assert max(map(width, said)) <= columns


def test_what_has_no_average_says_what_it_was() -> None:
    strides, _, _ = played(plans.STRIDES, *(i.Tap(s(30 + 60 * number)) for number in range(6)))
    said = lines(page(ReviewView("strides", "Mon", "finished", strides.review.sheets[0]), 0, 80, 24))
    assert " 6 strides" in said
    assert not [line for line in said if " 0.0 " in line]
    fives, _, _ = played(plans.FIVES, i.Tick(s(1600)))
    view = ReviewView("fives", "Mon", "finished", fives.review.sheets[0])
    assert " 4 reps by the clock, 4 without metres: M types them" in lines(page(view, 0, 80, 24))
    measured, _, _ = played(plans.FIVES, i.Tick(s(1600)), i.Measure(s(1600), phase=1, athlete=1, metres=1500.0))
    view = ReviewView("fives", "Mon", "finished", measured.review.sheets[0])
    said = lines(page(view, 0, 80, 24))
    assert " 4 reps by the clock, 3 without metres: M types them" in said
    assert any("1500 m" in line and "3:20/km" in line for line in said)


def test_a_trial_says_that_it_went_out_too_fast_and_no_rest_is_made_up() -> None:
    said = "\n".join(lines(page(VIEWS["mile"], 0, 130, 30)))
    assert (
        "laps 65.6 70.8 68.7 66.0; against an even run -3.4 +3.4 +1.3 -1.4; went out too fast: 3.4 s in the first 409 m"
        in said
    )
    told = "\n".join(lines(details(VIEWS["mile"], 100)))
    assert "1609.344 m" in told
    assert "recovery" not in told
    assert "not known" not in told
