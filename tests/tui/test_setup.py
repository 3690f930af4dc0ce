"""The settings screen: typing, saving, and what is wrong beside its field."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.tui.fake_desk import ANN, BEN, FakeDesk
from tests.tui.hands import press, settle
from textual.pilot import Pilot
from textual.widgets import Input, Static

from trackbuddy.tui.athlete_screen import AthleteScreen
from trackbuddy.tui.home_app import HomeApp
from trackbuddy.tui.ports import AthleteEntry, Choice
from trackbuddy.tui.setup_screen import SetupScreen
from trackbuddy.tui.themes import SUN
from trackbuddy.tui.widgets.athlete_list import AthleteList
from trackbuddy.tui.widgets.form import ChoiceLine, FieldRow
from trackbuddy.tui.widgets.key_bar import KeyBar
from trackbuddy.tui.widgets.session_input import SessionInput


@asynccontextmanager
async def opened(desk: FakeDesk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[Choice]]:
    app = HomeApp(lambda: desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "f4")
        await settle(pilot)
        yield pilot


def words(pilot: Pilot[Choice]) -> str:
    return "\n".join(str(static.content) for static in pilot.app.screen.query(Static))


async def clear(pilot: Pilot[Choice]) -> None:
    field = pilot.app.focused
    assert isinstance(field, Input)
    field.value = ""


async def to_athletes(pilot: Pilot[Choice]) -> None:
    for _ in range(3):
        await press(pilot, "down")
        await settle(pilot)
    assert isinstance(pilot.app.focused, AthleteList)


async def test_enter_saves_every_field_and_says_so() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "down")
        await clear(pilot)
        await press(pilot, *"0.5", "enter")
        await settle(pilot)
        assert desk.settings == {"sound": "auto", "volume": "0.5", "theme": "night"}
        assert "saved" in words(pilot)


async def test_a_choice_is_gone_through_by_arrows_and_by_its_first_letter() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "right", "right", "right", "left", "enter")
        await settle(pilot)
        assert desk.settings["sound"] == "off"
        await press(pilot, "b", "enter")
        await settle(pilot)
        assert desk.settings["sound"] == "bell"


async def test_what_is_wrong_stands_beside_its_field_which_takes_the_focus() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "down")
        await clear(pilot)
        await press(pilot, *"loud", "up", "enter")
        await settle(pilot)
        assert "! volume is a number; write it like 0.8" in words(pilot)
        assert "NOT SAVED" in words(pilot)
        assert desk.settings == {}
        field = pilot.app.focused
        assert isinstance(field, Input)
        assert field.value == "loud"


async def test_new_colours_hold_at_once() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "down", "down", "right", "enter")
        await settle(pilot)
        assert pilot.app.theme == SUN.name


async def test_escape_goes_back_and_asks_once_where_something_was_typed() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "right", "escape")
        assert isinstance(pilot.app.screen, SetupScreen)
        assert "NOT SAVED: ENTER saves" in words(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.focused, SessionInput)


async def test_escape_goes_straight_back_from_what_is_as_it_was() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.focused, SessionInput)


async def test_an_athlete_is_opened_changed_and_kept() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await to_athletes(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AthleteScreen)
        await press(pilot, "e", "enter")
        await settle(pilot)
        assert desk.athletes == [AthleteEntry("Anne", "1", ANN.goal, ANN.bests), BEN]
        assert isinstance(pilot.app.screen, SetupScreen)


async def test_somebody_new_needs_a_name() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await to_athletes(pilot)
        await press(pilot, "down", "down", "enter")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "! who is it? write a name" in words(pilot)
        await press(pilot, *"Cy", "enter")
        await settle(pilot)
        assert desk.athletes == [ANN, BEN, AthleteEntry("Cy")]


async def test_an_athlete_is_taken_out_with_the_key_twice() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await to_athletes(pilot)
        await press(pilot, "down", "delete")
        await settle(pilot)
        assert desk.athletes == [ANN, BEN]
        assert "Take Ben [red] out of the file?" in words(pilot)
        await press(pilot, "delete")
        await settle(pilot)
        assert desk.athletes == [ANN]


async def test_another_line_answers_no() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await to_athletes(pilot)
        await press(pilot, "delete", "down", "up", "delete")
        await settle(pilot)
        assert desk.athletes == [ANN, BEN]


async def test_up_from_the_first_athlete_goes_back_to_the_settings() -> None:
    async with opened(FakeDesk()) as pilot:
        await to_athletes(pilot)
        await press(pilot, "up")
        await settle(pilot)
        assert isinstance(pilot.app.focused, ChoiceLine)


async def test_athletes_that_can_not_be_read_can_not_be_changed() -> None:
    async with opened(FakeDesk(problem="athletes.toml:1:1: this is not TOML [x]")) as pilot:
        for _ in range(4):
            await press(pilot, "down")
            await settle(pilot)
        assert isinstance(pilot.app.focused, ChoiceLine)
        assert "this is not TOML [x]" in str(pilot.app.screen.query_one(AthleteList).get_option_at_index(0).prompt)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (160, 45)])
async def test_it_stands_in_any_window(size: tuple[int, int]) -> None:
    async with opened(FakeDesk(), size) as pilot:
        assert all(field.size.width >= 6 for field in pilot.app.screen.query(Input))


async def test_keys_of_home_are_asleep_below_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "f1", "f4", "f3")
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 2


async def test_at_40_columns_what_may_be_typed_stands_below_its_field() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "f4")
        await settle(pilot)
        row = next(row for row in app.screen.query(FieldRow) if row.field.name == "volume")
        line, told = row.line.region, row.query_one(".told").region
        assert told.y == line.bottom
        assert told.width > 30
        assert "ESC" in str(app.screen.query_one(KeyBar).content)
