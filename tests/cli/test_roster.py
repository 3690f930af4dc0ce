"""Who could run: those who are kept, and those who ran lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from trackbuddy.cli.roster import Roster
from trackbuddy.errors import UserError
from trackbuddy.live.start import Setting, Sounding, start
from trackbuddy.plan.notation import read
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.races import RaceTime
from trackbuddy.plan.session_json import session_to_json
from trackbuddy.plan.timeline import build
from trackbuddy.storage.paths import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.in_folder(tmp_path)
    home.athletes.write_text('[[athletes]]\nname = "Ann"\n[[athletes]]\nname = "Ben"\nkey = 1\n')
    return home


def ran(home: Home, *names: str, speed: float | None = None) -> None:
    session = read("3x200m @ 34, 30s rest").session
    timeline = build(session, [Profile(name) for name in names])
    setting = Setting(
        session_to_json(session), "3 x 200m", timeline, home.logs, names, sounding=Sounding("off"), speed=speed
    )
    start(setting).live.leave("resumable")


def test_who_ran_lately_is_known_too_behind_those_of_the_file(home: Home) -> None:
    ran(home, "Zoe", "ann")
    ran(home, "Sim", speed=1000)
    assert Roster(home).who().known == ("Ann", "Ben", "Zoe")


def test_digits_are_their_own_and_in_order_for_the_others(home: Home) -> None:
    assert Roster(home).digits(["Ann", "Ben", "Zoe"]) == ["2", "1", "3"]
    assert Roster(home).digits(["Ann", "Ann"]) == []
    assert Roster(home).digits([]) == []


def test_more_than_nine_are_said_with_how_many_to_take_out(home: Home) -> None:
    problems = Roster(home).choose_who([f"Athlete {n}" for n in range(11)], "")
    assert problems == {"": "11 are too many for nine digit keys; take 2 out"}


def test_only_who_can_run_it_is_chosen_while_a_session_waits(home: Home) -> None:
    def refuse(profiles: Sequence[Profile], goal: RaceTime | None) -> None:
        raise UserError("no goal for a mile")

    roster = Roster(home, ["Ann"])
    with roster.fitting(refuse):
        assert roster.choose_who(["Ben"], "") == {"goal": "no goal for a mile"}
    assert roster.who().names == ("Ann",)
    assert roster.choose_who(["Ben"], "") == {}
