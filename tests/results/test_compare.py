"""Now against then: what is compared with what, by how much, and whether a thumb could have made the difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.results.pasts import past

from trackbuddy.results.compare import With, against, comparisons, like, same
from trackbuddy.units import NS, seconds

NOW = past("2026-11-23", 34.1, timed=7)


def test_last_time_is_the_newest_of_the_same_shape_and_athlete_before_it() -> None:
    """Another athlete's, a later one, one without an average and another shape are none."""
    last = past("2026-11-09", 34.4)
    pasts = [
        past("2026-10-06", 33.9),
        last,
        past("2026-11-16", 33.0, name="Ben"),
        past("2026-11-30", 33.0),
        past("2026-11-20", None),
        past("2026-11-21", 33.0, text="8x200m @ 34, 60s rest"),
        NOW,
    ]
    found = same(pasts, NOW)
    assert [one.wall.day for one in found] == [9, 6]
    kinds = {one.kind: one for one in comparisons(pasts, NOW)}
    assert kinds[With.LAST].key == last.key
    assert kinds[With.LAST].text == "now 0.3 faster"
    assert kinds[With.BEST].wall == pasts[0].wall
    assert kinds[With.BEST].text == "now 0.2 slower"
    assert kinds[With.AVERAGE].of == 2
    assert kinds[With.OTHER_SHAPE].apart == "60s rest, not 30s rest"


def test_a_new_name_or_target_is_the_same_session() -> None:
    (found, *_) = comparisons([past("2026-11-09", 34.4, text="8x200m @ 35, 30s rest", target=35.0)], NOW)
    assert (found.kind, found.target, found.apart) == (With.LAST_AND_BEST, "35.0", "")


def test_what_was_not_run_to_its_end_is_last_time_and_never_the_best() -> None:
    """Three fast reps are not the same session as eight; how many they were is said."""
    short = past("2026-11-16", 33.0, timed=3)
    short = replace(short, digest=replace(short.digest, run=3, times=short.digest.times[:3]))
    whole = [past("2026-11-09", 34.4), past("2026-10-06", 34.0)]
    found = {one.kind: one for one in comparisons([short, *whole], NOW)}
    assert found[With.LAST].key == short.key
    assert found[With.LAST].apart == "3 of 8 reps"
    assert found[With.BEST].key == whole[1].key
    assert (found[With.AVERAGE].of, found[With.AVERAGE].average_ns) == (2, seconds("34.2"))
    (alone,) = comparisons([short], NOW)
    assert (alone.kind, alone.apart) == (With.LAST_AND_BEST, "3 of 8 reps")


def test_what_a_thumb_could_have_done_is_said_to_be_so() -> None:
    """Seven and eight times: 1.96 * 0.1 * sqrt(1/7 + 1/8) = 0.101."""
    found = against(NOW, past("2026-11-09", 34.2))
    assert found.unsure_ns == pytest.approx(0.1014 * NS, abs=1e5)
    assert found.text == "0.1 faster, within hand timing (0.10 s)"
    assert not against(NOW, past("2026-11-09", 34.21)).is_noise


def test_the_same_reps_otherwise_where_there_is_nothing_better() -> None:
    others = [
        past("2026-11-09", 33.0, text="6x200m @ 34, 5min rest"),
        past("2026-11-01", 36.0, text="8x400m, 90s rest"),
    ]
    assert [one.wall.day for one in like(others, NOW)] == [9]
    (found,) = comparisons(others, NOW)
    assert found.apart == "6 reps, not 8; 5min rest, not 30s rest"


def test_nothing_to_compare_with() -> None:
    assert comparisons([NOW], NOW) == ()
    with pytest.raises(ValueError, match="without an average"):
        against(NOW, past("2026-11-09", None))


def test_another_athlete_can_be_chosen() -> None:
    found = against(NOW, past("2026-11-23", 35.0, name="Ben"))
    assert (found.name, found.text) == ("Ben", "now 0.9 faster")


def test_other_lengths_have_no_difference() -> None:
    import dataclasses

    other = past("2026-11-09", 68.0)
    other = dataclasses.replace(other, digest=dataclasses.replace(other.digest, work="400m"))
    assert against(NOW, other).difference_ns is None
