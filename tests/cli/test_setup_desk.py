"""Settings and athletes as they are typed on the screen, and as they stand in the files."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from trackbuddy.cli.setup_desk import SetupDesk
from trackbuddy.storage.athletes import read_athletes
from trackbuddy.storage.paths import Home
from trackbuddy.storage.settings import read_settings
from trackbuddy.tui.ports import AthleteEntry


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.in_folder(tmp_path)


def typed(home: Home, **changes: str) -> dict[str, str]:
    return {field.name: field.value for field in SetupDesk(home).sheet().fields} | changes


def test_without_files_the_sheet_shows_the_defaults(home: Home) -> None:
    assert typed(home) == {
        "theme": "night",
        "smooth": "on",
        "rounding": "half-up",
        "sound": "auto",
        "volume": "0.8",
        "sound_offset_ms": "",
        "voice": "off",
        "beep_every": "",
        "lead_in": "",
        "taps": "",
        "tap_after": "",
        "track": "400m",
        "bounce_ms": "700",
        "floor_percent": "25",
        "recovery_from": "last in",
    }


def test_a_field_with_few_values_says_which(home: Home) -> None:
    choices = {field.name: field.choices for field in SetupDesk(home).sheet().fields}
    assert choices["taps"] == ("", "coach", "self", "none")
    assert choices["recovery_from"] == ("last in", "first in")
    assert choices["volume"] == ()


def test_comments_and_order_stay_when_a_field_is_changed(home: Home) -> None:
    home.settings.write_text("# mine\nvolume = 0.5  # the barn\n\n# a slow speaker\nsound_offset_ms = 80\n")
    assert SetupDesk(home).keep_settings(typed(home, volume="0.7", taps="self")) == {}
    assert home.settings.read_text() == (
        '# mine\nvolume = 0.7  # the barn\n\n# a slow speaker\nsound_offset_ms = 80\ntaps = "self"\n'
    )


def test_comments_among_athletes_stay(home: Home) -> None:
    home.athletes.write_text('# squad\n[[athletes]]\nname = "Ann"  # fast\nkey = 3\n\n[[athletes]]\nname = "Ben"\n')
    desk = SetupDesk(home)
    assert desk.keep_athlete(0, AthleteEntry("Ann", "", "mile 4:32")) == {}
    text = home.athletes.read_text()
    assert text.startswith('# squad\n[[athletes]]\nname = "Ann"  # fast\n')
    assert desk.sheet().athletes == (AthleteEntry("Ann", "", "mile 4:32"), AthleteEntry("Ben"))


def test_what_is_changed_is_written_and_nothing_more(home: Home) -> None:
    assert SetupDesk(home).keep_settings(typed(home, volume="0.5", taps="self")) == {}
    assert tomllib.loads(home.settings.read_text()) == {"volume": 0.5, "taps": "self"}


def test_settings_that_the_screen_does_not_show_stay(home: Home) -> None:
    home.settings.write_text('# mine\nbounce_ms = 500\ncues_off = ["done"]\n')
    assert SetupDesk(home).keep_settings(typed(home, theme="sun")) == {}
    kept = read_settings(home.settings)
    assert (kept.bounce_ms, kept.cues_off, kept.theme) == (500, ("done",), "sun")


def test_an_emptied_field_goes_back_to_its_default(home: Home) -> None:
    home.settings.write_text('volume = 0.5\nlead_in = "30s"\n')
    assert SetupDesk(home).keep_settings(typed(home, volume="", lead_in="")) == {}
    assert read_settings(home.settings).volume == 0.8
    assert read_settings(home.settings).lead_in is None


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("volume", "loud", "volume is a number; write it like 0.8"),
        ("volume", "2", "volume is 2.0; it must be less than or equal to 1"),
        ("sound_offset_ms", "1.5", "the offset is a whole number of milliseconds; write it like 180"),
        ("sound_offset_ms", "9" * 5000, "the offset is a whole number of milliseconds; write it like 180"),
        ("lead_in", "5km", "lead_in is not a time; write 10s"),
        ("track", "90m", "a track of 90 m can't be used; a lap is from 100 m to 1000 m long"),
        ("track", "long", "track is not a distance; write 400m"),
        ("taps", "dog", "taps can't be 'dog'; it is 'coach', 'self' or 'none'"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_written(
    home: Home, field: str, text: str, said: str
) -> None:
    assert SetupDesk(home).keep_settings(typed(home, **{field: text})) == {field: said}
    assert not home.settings.exists()


def test_several_slips_are_all_said(home: Home) -> None:
    found = SetupDesk(home).keep_settings(typed(home, volume="3", theme="pink", taps="dog"))
    assert set(found) == {"volume", "theme", "taps"}


def test_a_disk_that_will_not_is_said(home: Home) -> None:
    home.settings.mkdir(parents=True)
    (problem,) = SetupDesk(home).keep_settings(dict.fromkeys(("volume",), "0.5")).values()
    assert "settings.toml is a folder" in problem


# --- athletes -------------------------------------------------------------------------------------------------------

ANN = AthleteEntry("Ann", "3", "mile 4:32", "1500 4:05 on 2026-06-20, 800 1:58")


def test_athletes_are_added_changed_and_taken_out(home: Home) -> None:
    desk = SetupDesk(home)
    assert desk.keep_athlete(None, ANN) == {}
    assert desk.keep_athlete(None, AthleteEntry("Ben")) == {}
    assert desk.sheet().athletes == (ANN, AthleteEntry("Ben"))
    ann = read_athletes(home.athletes)[0]
    assert (ann.key, str(ann.goal)) == (3, "mile 4:32")
    assert ann.bests[0].on == datetime.date(2026, 6, 20)
    assert desk.keep_athlete(1, AthleteEntry("Benjamin", "5")) == {}
    assert desk.keep_athlete(0, None) == {}
    assert desk.sheet().athletes == (AthleteEntry("Benjamin", "5"),)
    assert desk.keep_athlete(0, None) == {}
    assert desk.sheet().athletes == ()


@pytest.mark.parametrize(
    ("entry", "field", "said"),
    [
        (AthleteEntry(" "), "name", "who is it? write a name"),
        (AthleteEntry("ann"), "name", "there are two athletes called ann"),
        (AthleteEntry("Cy" * 40), "name", "name is too long: at most 60 characters"),
        (AthleteEntry("Cy", "0"), "key", "'0' is no key; write a digit from 1 to 9, or nothing"),
        (AthleteEntry("Cy", "²"), "key", "'²' is no key; write a digit from 1 to 9, or nothing"),
        (AthleteEntry("Cy", "3"), "key", "Ann and Cy are both on key 3; give one of them another digit"),
        (AthleteEntry("Cy", "", "mile 0:30"), "goal", "mile in 0:30 is faster than anybody"),
        (AthleteEntry("Cy", "", "", "1500 4:05, swim 1:00"), "bests", "swim"),
        (AthleteEntry("Cy", "", "", "1500 4:05 on 2026-13-01"), "bests", "'2026-13-01' is no date"),
    ],
)
def test_what_does_not_fit_an_athlete_is_said_beside_its_field(
    home: Home, entry: AthleteEntry, field: str, said: str
) -> None:
    desk = SetupDesk(home)
    desk.keep_athlete(None, ANN)
    before = home.athletes.read_text()
    problems = desk.keep_athlete(None, entry)
    assert list(problems) == [field]
    assert said in problems[field]
    assert home.athletes.read_text() == before


def test_athletes_that_can_not_be_read_are_never_written_over(home: Home) -> None:
    home.athletes.write_text("[[athletes]\n")
    desk = SetupDesk(home)
    assert "this is not TOML" in desk.sheet().problem
    assert "this is not TOML" in desk.keep_athlete(None, ANN)[""]
    assert home.athletes.read_text() == "[[athletes]\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.builds(AthleteEntry, *[st.text(st.characters(exclude_categories=["Cs"]), max_size=12)] * 4))
@example(entry=AthleteEntry("Ann", "", "", "0\n0"))
def test_any_text_is_kept_as_it_is_or_refused_in_words(home: Home, entry: AthleteEntry) -> None:
    home.athletes.unlink(missing_ok=True)
    desk = SetupDesk(home)
    problems = desk.keep_athlete(None, entry)
    if problems:
        assert all(problems.values())
        assert not home.athletes.exists()
    else:
        assert desk.sheet().athletes[0].name == entry.name.strip()
