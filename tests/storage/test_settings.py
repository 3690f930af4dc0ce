"""settings.toml and athletes.toml."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from trackbuddy.errors import UserError
from trackbuddy.plan.profile import Profile
from trackbuddy.storage.athletes import chosen, read_athletes
from trackbuddy.storage.paths import Home, find_home
from trackbuddy.storage.settings import Settings, read_settings
from trackbuddy.timing.rules import From, Rules
from trackbuddy.units import NS


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "x.toml"
    path.write_text(text)
    return path


def test_no_file_means_the_machines_own_defaults(tmp_path: Path) -> None:
    """The two lists of defaults must not drift apart."""
    settings = read_settings(tmp_path / "none.toml")
    assert settings == Settings()
    assert settings.rules() == Rules()


def test_who_taps_for_themselves_gets_a_longer_lead_in(tmp_path: Path) -> None:
    """Unless they said how long."""
    assert Settings().rules(taps="self").lead_in_ns == 20 * NS
    assert Settings(lead_in="10s").rules(taps="self").lead_in_ns == 10 * NS


def test_keys_of_ones_own_are_one_or_several(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, '[keys]\nhold = "x"\ntap = ["space", "f5"]'))
    assert settings.own_keys == {"hold": ("x",), "tap": ("space", "f5")}


def test_settings_become_rules(tmp_path: Path) -> None:
    settings = read_settings(
        written(
            tmp_path,
            'lead_in = "20s"\ntaps = "self"\nbounce_ms = 0\nfloor_s = 2.5\nrecovery_from = "first in"\ntrack = "200m"',
        )
    )
    wanted = Rules(
        lead_in_ns=20 * NS,
        taps="self",
        bounce_ns=0,
        floor_ns=2_500_000_000,
        recovery_from=From.FIRST_IN,
        lap_mm=200_000,
    )
    assert settings.rules() == wanted
    assert settings.rules(lead_in_ns=5 * NS, taps="none") == replace(wanted, lead_in_ns=5 * NS, taps="none")
    assert settings.track_lap.lap_mm == 200_000


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("volume = 3", "1:1", "volume is 3; it must be less than or equal to 1"),
        ('\nsound = "loud"', "2:1", "sound can't be 'loud'"),
        ('sond = "bell"', "1:1", "did you mean 'sound'"),
        ('lead_in = "200m"', "1:1", "lead_in is not a time"),
        ('lead_in = "soon"', "1:1", "lead_in is not a time"),
        ('track = "60m"', "1:1", "from 100 m to 1000 m"),
        ('track = "5min"', "1:1", "track is not a distance"),
    ],
)
def test_a_setting_that_can_not_be_used_is_pointed_at(text: str, place: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=said) as caught:
        read_settings(written(tmp_path, text))
    assert caught.value.where.endswith(f"x.toml:{place}")


ANN_AND_BEN = """
[[athletes]]
name = "Ann"
key = 1
goal = "mile 4:52"
bests = ["1500 4:35", { race = "5k 17:40", on = 2026-05-01 }]

[[athletes]]
name = "Ben"
"""


def test_athletes_become_profiles(tmp_path: Path) -> None:
    ann, ben = read_athletes(written(tmp_path, ANN_AND_BEN))
    assert (ann.name, ann.key, str(ann.goal)) == ("Ann", 1, "mile 4:52")
    assert [str(best) for best in ann.bests] == ["1500 4:35", "5k 17:40"]
    assert ann.bests[1].on == datetime.date(2026, 5, 1)
    assert ben == Profile("Ben")
    assert read_athletes(tmp_path / "none.toml") == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('athletes = [{ name = "A", key = 1 },\n{ name = "B", key = 1 }]', 2, "A and B are both on key 1"),
        ('athletes = [{ name = "A" },\n{ name = "a" }]', 2, "two athletes called a"),
        ('athletes = [{ name = "A", key = 0 }]', 1, "key is 0"),
        ('[[athletes]]\nname = "A"\nbests = ["1500 4:35", "parkrun 20:00"]', 3, "parkrun"),
        ('[[athletes]]\nname = "A"\ngoal = "mile"', 3, "not a race with its time"),
        ("[[athletes]]\nkey = 3", 1, "name is missing"),
        ('[[athlete]]\nname = "A"', 1, "did you mean 'athletes'"),
    ],
)
def test_athletes_that_can_not_run_together_are_pointed_at(text: str, line: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=said) as caught:
        read_athletes(written(tmp_path, text))
    assert caught.value.line == line


def test_named_athletes_come_from_the_file_or_stand_by_name_alone(tmp_path: Path) -> None:
    known = read_athletes(written(tmp_path, ANN_AND_BEN))
    assert chosen(["ben", "Zoe"], known) == (Profile("Ben"), Profile("Zoe"))
    assert chosen([], known) == (Profile(),)


@pytest.mark.parametrize(
    ("names", "said"), [(["Ann", "ann"], "named twice"), ([" "], "empty"), (["Charlote"], "did you mean Charlotte")]
)
def test_a_slip_in_a_name_is_said(names: list[str], said: str) -> None:
    """A guest may have any name, but not nearly a long one of the file: their targets would be lost in silence."""
    known = (Profile("Ann"), Profile("Charlotte"))
    with pytest.raises(UserError, match=said):
        chosen(names, known)
    assert chosen(["Anna"], known) == (Profile("Anna"),)


def test_home_is_named_by_the_option_then_the_variable(tmp_path: Path) -> None:
    """And is one folder then; else the platform's own."""
    assert find_home("/a", {"TRACKBUDDY_HOME": "/b"}).logs == Path("/a/logs")
    assert find_home(None, {"TRACKBUDDY_HOME": "/b"}) == Home.in_folder(Path("/b"))
    assert find_home("here", {}).settings == Path.cwd() / "here" / "settings.toml"
    assert "trackbuddy" in str(find_home(None, {}).logs)


@pytest.mark.parametrize(("word", "theme"), [("dark", "night"), ("sunlight", "sun"), ("sun", "sun"), ("nord", "nord")])
def test_themes_are_read_by_the_names_they_had_first_too(word: str, theme: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'theme = "{word}"\n')
    assert read_settings(path).theme == theme
