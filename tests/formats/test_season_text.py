"""Seasons as text and JSON."""

from __future__ import annotations

from tests.results.pasts import past
from tests.results.test_season import FALLING

from trackbuddy.formats.season_text import season_json, season_lines
from trackbuddy.results.season import seasons


def test_a_line_a_month_and_the_trend() -> None:
    lines = list(season_lines(seasons(FALLING)))
    assert lines[0] == "Ann: 8x200m, 30s rest"
    assert lines[2].split() == ["Sep", "2026", "2", "34.9", "34.3", "10/16", "3.2", "km", "34.0"]
    assert lines[-1].startswith("trend: faster: -0.4")


def test_what_is_not_known_is_a_dash() -> None:
    lines = list(season_lines(seasons([past("2026-09-01", None, target=None, timed=0, work_mm=None)])))
    assert lines[2].split() == ["Sep", "2026", "1", "-", "-", "-", "-"]
    assert lines[-1] == "trend: too few sessions with an average to say"


def test_the_same_numbers_as_json() -> None:
    (found,) = [season_json(season) for season in seasons(FALLING)]
    assert found["months"][0]["average_s"] == 34.9
    assert found["trend"]["course"] == "faster"
