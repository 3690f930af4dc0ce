"""What a bare figure means: a target, a recovery, a distance, or something that has to be asked."""

from __future__ import annotations

import pytest
from tests.plan.notation.readings import refusal

from trackbuddy.plan.notation import read


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("6x1000m à 16", "6x1000m à 16 km/h"),
        ("3x2000 allure 12 r=2'", "3x2000 allure 12 min r=2'"),
        ("5x800 at 12", "5x800 at 12 km/h"),
        ("6x200m @ 75", "6x200m @ 75/400"),
        ("5x400m @ 2:55", "5x400m @ 2:55/km"),
        ("5x800m @ 2:40/400", "5x800m @ 2:40, 400 jog"),
        ("5x800m (2:40/400)", "5x800m (@ 2:40, 400 jog)"),
        ("5x800m @ 400", "5x800m with 400 jog"),
        ("5x1000m (400)", "5x1000m (400 jog)"),
        ("8x200m (800)", "8x200m (@ 800 pace)"),
        ("5x1000m r 1.30", "5x1000m r 1:30"),
    ],
)
def test_a_figure_that_no_coach_means_as_it_could_be_read_is_asked_about(text: str, reading: str) -> None:
    assert refusal(text).readings[0] == reading


def test_a_round_distance_in_brackets_behind_a_target_is_jogged() -> None:
    assert read("6x800m in 2:24 (400)").canonical == "6 x 800m @ 2:24, 400m recovery"
    assert read("6x800m in 2:24 (400m)").canonical == "6 x 800m @ 2:24, 400m recovery"
    assert read("4x1200m hard (200)").canonical == "4 x 1200m @ hard, 200m recovery"
    assert read("8x400m (1500)").canonical == "8 x 400m @ 1500"
    assert read("6 x 400m allure 1'20").canonical == "6 x 400m @ 80"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("6x3/2", ("6x(3 min, 2 min)", "6x3 min, 2 min jog")),
        ("8x400/72", ("8x400 @ 72", "8x400, 72s rest")),
        ("8x400/72/90", ("8x400 @ 72, 90s rest",)),
        ("5x800/2:24/400", ("5x800 @ 2:24, 400 jog",)),
        ("5x800 2:24 400", ("5x800 @ 2:24, 400 jog",)),
        ("8x300 48/100", ("8x300 @ 48, 100 jog",)),
        ("8x400m (72/90)", ("8x400m (@ 72, 90s rest)",)),
        ("3x4x400 (1/3)", ("3x4x400 (r=1 min/3 min)",)),
        ("3 x 4 x 400 - 1:00/3:00", ("3 x 4 x 400, r=1:00/3:00",)),
        ("400m off the 2:00 x 6", ("400m off the 2:00 rest x 6", "400m on the 2:00 x 6")),
        ("5 x 80 sek, 60 sek GP", ("5 x 80 sek, 60 sek Gehpause",)),
        ("6x1k @ 3,35", ("6x1k @ 3:35",)),
        ("6x1000m in 4", ("6x1000m in 4 min",)),
        ("8x400m @ 5", ("8x400m @ RPE 5",)),
        ("5x1000m at 160 bpm", ("5x1000m at HR 160",)),
        ("8x400m @ 70/74", ("8x400m @ 70-74",)),
        ("6x800m @ 2:40/2:00", ("6x800m @ 2:40, 2:00 rest",)),
        ("8x400m, 74", ("8x400m, 74s rest", "8x400m, @ 74")),
        ("8x400m @ 5k - 75", ("8x400m @ 5k - 75s rest",)),
        ("8x400m: 75/90", ("8x400m @ 75, 90s rest",)),
        ("8x400m hard/90", ("8x400m hard/90s rest",)),
        ("5 x 800 2.40", ("5 x 800, 2:40 rest", "5 x 800 @ 2:40")),
        ("8x200m on 30", ("8x200m 30s rest",)),
        ("8x200m EMOM 16", ()),
        ("Lap 3 should feel hard", ()),
        ("8x400 round 3 hard", ()),
        ("5x1k [3'25]", ("5x1k [@ 3'25]", "5x1k [3'25 rest]")),
        ("6x1k (2)", ("6x1k (2 min rest)", "6x1k (2 min jog)")),
        ("6x1k (2')", ("6x1k (2' rest)", "6x1k (2' jog)")),
        ("8x400m w/ 72", ("8x400m w/ 72s",)),
        ("20 min @ 6", ("20 min @ RPE 6",)),
        ("20 min @ 14", ("20 min @ 14 km/h",)),
        ("8x400m in 75-60", ("8x400m in 75, 60s rest", "8x400m in 60-75")),
        ("5x800m in 2:40 - 2:00", ("5x800m in 2:40, 2:00 rest", "5x800m in 2:00 - 2:40")),
        ("8x400m in 72 - 90s", ("8x400m in 72, 90s rest", "8x400m in 72-90s")),
        ("6x400m in 75-65, 90s rest after 3", ()),
        (
            "2x6x400m in 75-65, 3 min rest",
            ("2x6x400m in 75, 65s rest, 3 min rest", "2x6x400m in 65-75, 3 min rest between reps"),
        ),
        ("8x400m [72]", ("8x400m [@ 72]", "8x400m [72s rest]")),
        ("5x1000m [3:25]", ("5x1000m [@ 3:25]", "5x1000m [3:25 rest]")),
    ],
)
def test_a_time_in_which_the_rep_is_run_is_offered_as_its_target(text: str, readings: tuple[str, ...]) -> None:
    assert refusal(text).readings == readings


def test_near_them_rests_and_rungs_stay() -> None:
    assert read("8x400m [90]").canonical == "8 x 400m, 90s recovery"
    assert read("8x400m [72] [90]").canonical == read("8x400m (72) [90]").canonical == "8 x 400m @ 72, 90s recovery"
    assert read("5x1000m @ 5k [75]").canonical == "5 x 1000m @ 5k, 75s recovery"
    assert read("8x400m in 74-72").canonical == "8 x 400m @ 72-74"
    assert read("6x400m in 75-65, 60s").canonical == "6 x 400m @ 65-75, 60s rest"
    assert read("5x1k @ 5:30-4:40/km").canonical == "5 x 1000m @ 4:40-5:30/km"
    assert read("8x400m @ 72 - 60s rest").canonical == "8 x 400m @ 72, 60s rest"
    assert read("400m on the 2:00 x 6").canonical == "6 x 400m, on 2:00"
    assert read("2 miles GP").canonical == "2 miles @ goal"
    assert read("5x200m in 28,9").canonical == "5 x 200m @ 28.9"
    assert read("600m @ 1:45 x 3, 400m @ 68 x 4").canonical == "3 x 600m @ 1:45; 4 x 400m @ 68"
    assert read("6x120/80/60").canonical == "6 x (120m, 80m, 60m)"


@pytest.mark.parametrize("band", ["98 to 50%", "60 to 105%", "95-50%", "99-105%"])
def test_a_band_of_per_cent_is_one_target_however_wide(band: str) -> None:
    assert read(f"3 x 400m @ {band}, 90s rest").canonical == f"3 x 400m @ {band}, 90s rest"


def test_a_run_as_far_as_the_reps_is_asked_unless_it_is_written_as_it_is_printed() -> None:
    assert read("8 x 500m, 60s rest; 4000m").canonical == "8 x 500m, 60s rest; 4000m"
    assert "what the reps come to" in refusal("8 x 500m, 60s rest, 4k").message
