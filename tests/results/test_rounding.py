"""Times rounded up by the rule of hand timing: how they read, and that nothing else hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.builders import played
from tests.results.pasts import past
from tests.timing.sessions import eight_200s, plan, rep

from trackbuddy.formats.csv_table import reps_csv
from trackbuddy.formats.diary import diary
from trackbuddy.formats.json_session import sessions_json
from trackbuddy.formats.page import page
from trackbuddy.formats.plain import plain
from trackbuddy.formats.text import review_text
from trackbuddy.present.compared import compared
from trackbuddy.present.log_line import log_line
from trackbuddy.present.reps import in_full
from trackbuddy.present.review_page import ReviewView
from trackbuddy.present.review_page import page as review_page
from trackbuddy.present.rows import text_of
from trackbuddy.results import words
from trackbuddy.results.compare import With, against
from trackbuddy.results.digest import digest
from trackbuddy.results.judge import judge
from trackbuddy.results.rounding import TENTH_NS, Rounding, choose, tenths
from trackbuddy.sound.words import spoken_time
from trackbuddy.timing import inputs as i
from trackbuddy.units import round_half_up, seconds

NS = st.integers(0, 3600 * 10**9)
MS = 1_000_000


@contextmanager
def up() -> Iterator[None]:
    choose(Rounding.UP)
    try:
        yield
    finally:
        choose(Rounding.HALF_UP)


@pytest.mark.parametrize(
    ("time", "nearest", "hand"),
    [
        ("12.32", "12.3", "12.4h"),
        ("12.30", "12.3", "12.3h"),
        ("12.301", "12.3", "12.4h"),
        ("12.3004", "12.3", "12.3h"),
        ("12.35", "12.4", "12.4h"),
        ("12.399", "12.4", "12.4h"),
        ("99.91", "99.9", "1:40.0h"),
        ("272.01", "4:32.0", "4:32.1h"),
        ("59.96", "60.0", "60.0h"),
        ("0", "0.0", "0.0h"),
    ],
)
def test_a_tapped_time(time: str, nearest: str, hand: str) -> None:
    assert words.timed(seconds(time)) == nearest
    with up():
        assert words.timed(seconds(time)) == hand
        assert words.digits(seconds(time)) == hand.removesuffix("h")
    assert words.timed(seconds(time)) == nearest


def test_targets_and_rests_are_never_tapped() -> None:
    with up():
        assert words.time(seconds("34.02")) == "34.0"


@given(NS)
def test_up_is_the_next_tenth_of_what_a_file_says(ns: int) -> None:
    with up():
        shown_ns = tenths(ns) * TENTH_NS
    ms = round_half_up(ns, 3)
    assert 0 <= shown_ns // MS - ms < 100
    assert shown_ns // MS == ms or ms % 100


@given(NS, NS)
def test_the_order_of_times_stays(one: int, other: int) -> None:
    for rounding in Rounding:
        choose(rounding)
        assert (tenths(one) <= tenths(other)) or one > other
    choose(Rounding.HALF_UP)


@given(NS, NS, st.integers(0, 60 * 10**9))
def test_the_word_is_the_same_and_the_difference_that_of_the_numbers_shown(split: int, low: int, width: int) -> None:
    nearest = judge(split, low, low + width)
    with up():
        found, shown = judge(split, low, low + width), tenths(split)
    ends = round_half_up(low), round_half_up(low + width)
    assert found.word is nearest.word
    assert found.tenths == (shown - ends[0] if shown < ends[0] else max(shown - ends[1], 0))
    assert 0 <= found.tenths - nearest.tenths <= 1


@given(st.lists(NS, min_size=2, max_size=9))
def test_a_mean_lies_between_the_fastest_and_the_slowest_as_shown(splits: list[int]) -> None:
    mean = (2 * sum(splits) + len(splits)) // (2 * len(splits))
    with up():
        assert tenths(min(splits)) <= tenths(mean) <= tenths(max(splits))


def test_a_voice_says_the_number_that_is_shown() -> None:
    with up():
        assert spoken_time(seconds("34.12")) == ("thirty-four", "two")


# --- a whole session ------------------------------------------------------------------------------------------------


def session() -> tuple[i.Input, ...]:
    """34.12 and 34.61, the first 0.1 off as it is shown to the nearest tenth, the second just on by it."""
    return i.Tap(seconds("44.12")), i.Tap(seconds("108.73"))


def test_everything_that_is_written_says_the_same() -> None:
    with up():
        saved, history, lines = played(eight_200s(count=2), *session())
        sheet = saved.review.sheets[0]
        view = ReviewView(saved.title, "Mon", "finished", sheet)
        pages = {
            "text": "\n".join(review_text(saved, history, lines)),
            "plain": "\n".join(plain(saved, history, lines)),
            "diary": "\n".join(diary(saved)),
            "page": page([(saved, ())], ()),
            "review": "\n".join(text_of(row) for row in review_page(view, 0, 100, 30)),
            "live": in_full(sheet.rows[0]) + in_full(sheet.rows[1]) + words.average(sheet.groups[0]),
        }
        listed = log_line(saved.wall, saved.title, [digest(sheet)], "2 reps")
    for name, said in pages.items():
        assert "34.2h" in said, name
        assert "34.7h" in said, name
        assert "34.4h" in said, name  # their average is 34.365
        assert "34.1" not in said, name
        assert "34.6" not in said, name
    for name in ("text", "review", "live", "page"):
        assert "+0.2" in pages[name], name
        assert "+0.7" in pages[name], name
    assert (listed.average, listed.difference, listed.word) == ("34.4h", "+0.4", "on")


def test_files_keep_the_times_and_say_the_difference_that_is_shown() -> None:
    def files() -> tuple[str, str]:
        saved, _, _ = played(eight_200s(count=2), *session())
        return reps_csv([saved]), sessions_json([saved])

    nearest = files()
    with up():
        rounded_up = files()
    assert (
        nearest[0].replace("34.12,0.1,on", "34.12,0.2,on").replace("34.61,0.6,slow", "34.61,0.7,slow") == rounded_up[0]
    )
    assert nearest[1].replace(": 0.1,", ": 0.2,").replace(": 0.6,", ": 0.7,") == rounded_up[1]


def test_a_comparison_is_the_difference_of_what_it_shows() -> None:
    """34.14 and 34.46 are 34.1 and 34.5, and 34.2h and 34.5h by the rule."""
    now, then = past("2026-11-23", 34.14), past("2026-11-09", 34.46)
    assert compared(against(now, then, With.LAST)).endswith("34.5, Mon 9 Nov 2026: now 0.4 faster")
    with up():
        assert compared(against(now, then, With.LAST)).endswith("34.5h, Mon 9 Nov 2026: now 0.3 faster")


def test_a_lap_is_tapped_too() -> None:
    with up():
        saved, _, _ = played(plan(rep(1, 800, 145, laps=2)), i.Tap(seconds("77.31")), i.Tap(seconds("144.6")))
        assert words.laps(saved.review.sheets[0].rows[0].laps) == "67.4h 67.3h"
