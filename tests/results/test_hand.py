"""A thumb that was measured: how unsure it leaves a rep, a fade, a comparison and a season."""

from __future__ import annotations

import pytest
from tests.results.pasts import past
from tests.results.test_season import FALLING
from tests.timing.sessions import eight_200s, run, s

from trackbuddy.results import words
from trackbuddy.results.compare import against
from trackbuddy.results.fade import Verdict, fade
from trackbuddy.results.hand import ANY_HAND, LEAST_S, Hand
from trackbuddy.results.review import review
from trackbuddy.results.season import trend
from trackbuddy.timing import inputs as i
from trackbuddy.units import seconds


@pytest.mark.parametrize(
    ("thumb_ms", "rep_s", "said"),
    [
        (None, 0.1, "two taps; trackbuddy calibrate measures"),
        (0, LEAST_S, "your thumb: 0 ms, and never below 0.05"),
        (18, LEAST_S, "your thumb: 18 ms, and never below 0.05"),
        (50, 0.0707, "your thumb: 50 ms, and two of its taps"),
        (120, 0.1697, "your thumb: 120 ms, and two of its taps"),
    ],
)
def test_a_rep_is_two_taps_and_never_surer_than_an_eye(thumb_ms: int | None, rep_s: float, said: str) -> None:
    hand = Hand(thumb_ms)
    assert hand.rep_s == pytest.approx(rep_s, abs=1e-4)
    assert hand.mean_error_s(4) == pytest.approx(hand.rep_s / 2)
    assert words.thumb(hand) == said


def test_a_steady_thumb_tells_a_fade_from_its_noise() -> None:
    """Three times on a line: 0.1 s a rep is within the usual thumb's 0.14, and outside of a steady one's 0.07."""
    splits = [seconds(text) for text in ("34.0", "34.1", "34.2")]
    usual, steady = fade(splits, range(3)), fade(splits, range(3), Hand(18))
    assert usual is not None
    assert usual.verdict is Verdict.NO
    assert steady is not None
    assert steady.verdict is Verdict.SLOWER


def test_an_unsteady_thumb_leaves_a_comparison_unsure() -> None:
    """1.96 * 0.15 * sqrt(2) * sqrt(1/7 + 1/8) = 0.215."""
    now, then = past("2026-11-23", 34.1, timed=7), past("2026-11-09", 34.3, timed=8)
    assert against(now, then).text == "now 0.2 faster"
    assert against(now, then, hand=Hand(150)).text == "0.2 faster, within hand timing (0.22 s)"


def test_a_season_is_no_surer_than_the_thumb() -> None:
    usual, wild = trend(FALLING), trend(FALLING, Hand(300))
    assert usual is not None
    assert wild is not None
    assert wild.bound_s > usual.bound_s


def test_a_review_hands_it_to_every_group() -> None:
    history = run(eight_200s(), [i.Open(0), i.ThatsAll(0), i.Tap(s(44)), i.Tap(s(108))])[0]
    (sheet,) = review(history, Hand(18)).sheets
    handed = [group.hand for group in (*sheet.groups, *sheet.pooled, sheet.headline) if group is not None]
    assert handed == [Hand(18)] * 3
    assert review(history).sheets[0].hand == ANY_HAND
