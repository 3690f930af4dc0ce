"""The keys at the foot of every screen that times nobody are buttons for a mouse, and do what the key does."""

from __future__ import annotations

from typing import Any

import pytest
from tests.tui.fake_desk import FakeDesk
from tests.tui.hands import press, settle
from tests.tui.test_setup import opened
from textual.pilot import Pilot

from trackbuddy.tui.athlete_screen import AthleteScreen
from trackbuddy.tui.home_app import HomeApp
from trackbuddy.tui.setup_screen import SetupScreen
from trackbuddy.tui.who_screen import WhoScreen
from trackbuddy.tui.widgets.form import Form
from trackbuddy.tui.widgets.key_bar import KeyBar


async def click(pilot: Pilot[Any], words: str) -> None:
    bar = pilot.app.screen.query_one(KeyBar)
    at = str(bar.content).index(words)
    assert await pilot.click(bar, offset=(at + 2, 0))
    await settle(pilot)


async def test_settings_are_walked_through_saved_and_left_by_clicks() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        form = pilot.app.screen.query_one(Form)
        assert form.at_first
        await click(pilot, "↓")
        assert not form.at_first
        await click(pilot, "↑")
        assert form.at_first
        await click(pilot, "saves")
        assert desk.settings["sound"] == "auto"
        await click(pilot, "back")
        assert not isinstance(pilot.app.screen, SetupScreen)


async def test_an_athlete_is_opened_and_left() -> None:
    async with opened(FakeDesk()) as pilot:
        for _ in range(3):
            await press(pilot, "down")
        await click(pilot, "saves, opens")
        assert isinstance(pilot.app.screen, AthleteScreen)
        await click(pilot, "back")
        assert isinstance(pilot.app.screen, SetupScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_who_runs_is_chosen_and_taken(size: tuple[int, int]) -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f5")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WhoScreen)
        await click(pilot, "in or out")
        await click(pilot, "takes it" if size[0] > 60 else "↓")
        assert isinstance(pilot.app.screen, WhoScreen) is (size[0] <= 60)
