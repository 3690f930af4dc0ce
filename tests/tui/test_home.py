"""Home: typing, reading back, choosing."""

from __future__ import annotations

import re

import pytest
from tests.tui.fake_desk import LIBRARY, OPEN_LOG, FakeDesk
from textual import events
from textual.widgets import Static

from trackbuddy.plan.notation import read
from trackbuddy.tui.home_app import HomeApp
from trackbuddy.tui.ports import Choice, Resume, RunFile, RunText
from trackbuddy.tui.reader import CHEAT_SHEET, Reader
from trackbuddy.tui.widgets.choices import Choices
from trackbuddy.tui.widgets.reading import Reading
from trackbuddy.tui.widgets.session_input import SessionInput


def said(app: HomeApp) -> str:
    return str(app.query_one(Reading).content)


async def chosen(*keys: str) -> Choice | None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
    return app.return_value


async def test_a_session_is_read_back_as_it_is_typed() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        assert "whiteboard" in said(app)
        await pilot.press(*"8x200m")
        assert "Run 200 m 8 times" in said(app)


async def test_the_empty_field_says_what_to_do_and_looks_like_no_session() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test():
        assert app.query_one(SessionInput).placeholder.startswith("type a session here, like ")


async def test_a_refusal_shows_the_place_and_its_readings_one_key_away() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press(*"abcdefgh")
        text, caret, reason, *_ = said(app).splitlines()
        assert caret.index("^") == text.index("e")
        assert reason.startswith("NOT UNDERSTOOD: ")
        await pilot.press("f2")
        assert app.query_one(SessionInput).value == "8 x 200m, 30s rest"


async def test_enter_runs_what_is_understood() -> None:
    assert await chosen(*"8x200m", "enter") == RunText("8x200m")


async def test_enter_never_runs_what_is_not() -> None:
    assert await chosen(*"abcdefgh", "enter", "enter") is None


async def test_the_library_is_one_key_below() -> None:
    assert await chosen("down", "down", "enter") == RunFile(LIBRARY[0].name)


async def test_an_unfinished_session_comes_first_and_is_gone_on_with() -> None:
    assert await chosen("down", "enter") == Resume(OPEN_LOG.path)


async def test_the_list_says_what_enter_would_do() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press("down")
        assert said(app).endswith("ENTER goes on with it")
        await pilot.press("down")
        assert said(app).endswith("ENTER runs it")


async def test_the_list_stays_where_it_is_while_somebody_types() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        before = app.query_one(Choices).region
        await pilot.press(*"abcdefgh")
        assert app.query_one(Choices).region == before


async def test_up_from_the_first_goes_back_to_the_text() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press("down", "up")
        assert isinstance(app.focused, SessionInput)


async def test_a_finished_log_shows_its_table_and_comes_back() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press("down", *["down"] * 4, "enter")
        await pilot.pause()
        assert isinstance(app.screen, Reader)
        assert "34.9  +0.9 on  of b.jsonl" in str(app.screen.query_one(Static).content)
        await pilot.press("escape")
        assert isinstance(app.focused, Choices)


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_nothing_chosen(key: str) -> None:
    assert await chosen(*"8x", key) is None


async def test_several_pasted_lines_become_one() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        field = app.query_one(SessionInput)
        field.post_message(events.Paste("2km warm-up\n\n 8x200m\n"))
        await pilot.pause()
        assert field.value == "2km warm-up; 8x200m"


async def test_the_cheat_sheet_is_one_key_away_and_leaves_the_text() -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test() as pilot:
        await pilot.press(*"8x", "f1")
        assert isinstance(app.screen, Reader)
        await pilot.press("escape")
        assert app.query_one(SessionInput).value == "8x"


def test_the_cheat_sheet_holds_what_it_promises() -> None:
    examples = [re.split(r" {3,}", line)[0] for line in CHEAT_SHEET.splitlines() if line[:1].isdigit()]
    assert len(examples) >= 10
    for example in examples:
        assert read(example).session.steps


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (160, 45)])
async def test_it_stands_in_any_window(size: tuple[int, int]) -> None:
    app = HomeApp(FakeDesk())
    async with app.run_test(size=size) as pilot:
        await pilot.press("down")
        assert app.query_one(Choices).size.height >= 3
