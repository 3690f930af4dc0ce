"""Home: typing, reading back, choosing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.fake_desk import LIBRARY, OPEN_LOG, OVER_LOG, FakeDesk
from tests.tui.hands import press, settle
from textual import events
from textual.widgets import Static

from trackbuddy.plan.notation import read
from trackbuddy.plan.timeline import build
from trackbuddy.present.cells import width
from trackbuddy.tui.home_app import HomeApp
from trackbuddy.tui.logs_screen import LogsScreen
from trackbuddy.tui.ports import Choice, Entry, LogEntry, ReadingView, RefusalView, Resume, RunFile, RunText
from trackbuddy.tui.reader import CHEAT_SHEET, HOME_KEYS, Reader
from trackbuddy.tui.review_screen import ReviewScreen
from trackbuddy.tui.season_screen import SeasonScreen
from trackbuddy.tui.widgets.choice_lines import entry_lines, log_lines
from trackbuddy.tui.widgets.choices import Choices
from trackbuddy.tui.widgets.key_bar import KeyBar
from trackbuddy.tui.widgets.reading import Reading
from trackbuddy.tui.widgets.session_input import SessionInput


def said(app: HomeApp) -> str:
    return str(app.query_one(Reading).content)


async def chosen(*keys: str) -> Choice | None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, *keys)
        await settle(pilot)
    return app.return_value


async def test_a_session_is_read_back_as_it_is_typed() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        assert "whiteboard" in said(app)
        await press(pilot, *"8x200m")
        assert "Run 200 m 8 times" in said(app)


@pytest.mark.parametrize(("size", "high"), [((80, 24), 1), ((80, 40), 3), ((80, 15), 0)])
async def test_the_course_is_drawn_as_high_as_leaves_room_for_the_words(size: tuple[int, int], high: int) -> None:
    class Wordy(FakeDesk):
        def read(self, text: str, *, asked: bool) -> ReadingView:
            timeline = build(read("8x200m, 30s rest").session)
            return ReadingView(text, tuple(f"word {n}" for n in range(5)), timeline=timeline)

    app = HomeApp(Wordy)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *"8x200m")
        assert sum("█" in line or "▄" in line for line in said(app).splitlines()) == high


async def test_the_empty_field_says_what_to_do_and_looks_like_no_session() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test():
        assert app.query_one(SessionInput).border_title == "What are we running?"
        assert app.query_one(SessionInput).placeholder.startswith("like 8x200m")


async def test_a_refusal_shows_the_place_and_its_readings_one_key_away() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, *"abcdefgh")
        text, caret, reason, *_ = said(app).splitlines()
        assert caret.index("^") == text.index("e")
        assert reason.startswith("I don't know this word")
        await press(pilot, "f2")
        assert app.query_one(SessionInput).value == "8 x 200m, 30s rest"


async def test_an_error_in_a_file_shows_its_line() -> None:
    class Desk(FakeDesk):
        def read(self, text: str, *, asked: bool) -> RefusalView:
            return RefusalView("no such field", 2, 3, in_file="name = 'x'\n  gaol = 3")

    app = HomeApp(Desk)
    async with app.run_test() as pilot:
        await press(pilot, *"a.toml")
        assert said(app).splitlines() == ["  gaol = 3", "  ^", "line 2 of the file: no such field"]


async def test_enter_runs_what_is_understood() -> None:
    assert await chosen(*"8x200m", "enter") == RunText("8x200m")


async def test_enter_never_runs_what_is_not() -> None:
    assert await chosen(*"abcdefgh", "enter", "enter") is None


async def test_the_library_is_below() -> None:
    assert await chosen("down", "down", "down", "enter") == RunFile(LIBRARY[0].name)


async def test_what_was_run_is_run_again() -> None:
    assert await chosen("down", "down", "enter") == RunText(OVER_LOG.text)


async def test_f7_rehearses_what_is_typed_or_chosen_or_else_the_first_of_the_library() -> None:
    assert await chosen(*"8x200m", "f7") == RunText("8x200m", rehearse=True)
    assert await chosen("f7") == RunFile("8x200-goal-pace", rehearse=True)
    assert await chosen("down", "down", "down", "down", "f7") == RunFile(LIBRARY[1].name, rehearse=True)
    assert await chosen(*"abcdefgh", "f7") is None


async def test_an_unfinished_text_is_not_scolded_before_somebody_wants_to_run_it() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, *"xyz r")
        assert said(app) == "go on:  xyz rest"
        await press(pilot, "enter")
        assert "I don't know this word" in said(app)


async def test_the_list_filters_as_somebody_types_and_is_whole_where_nothing_fits() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await settle(pilot)  # the list comes behind the first frame
        choices = app.query_one(Choices)
        whole = choices.option_count
        assert whole
        await press(pilot, *"billat")
        assert choices.option_count == 2
        assert said(app) == "↓  one session of the list has that in it"
        await press(pilot, *"zz")
        assert choices.option_count == whole


async def test_an_unfinished_session_is_discarded_by_a_second_press() -> None:
    desk = FakeDesk()
    app = HomeApp(lambda: desk)
    async with app.run_test() as pilot:
        await press(pilot, "down", "delete")
        assert desk.discarded == []
        await press(pilot, "delete")
        await settle(pilot)
        assert desk.discarded == [OPEN_LOG.path]
        assert "GO ON WITH" not in str([app.query_one(Choices).get_option_at_index(0).prompt])


async def test_a_typed_session_is_kept_by_name() -> None:
    desk = FakeDesk()
    app = HomeApp(lambda: desk)
    async with app.run_test() as pilot:
        await press(pilot, *"8x200m", "f8", "enter")
        assert desk.kept == []
        await press(pilot, *"Tue", "enter")
        await settle(pilot)
        assert desk.kept == [("8x200m", "Tue")]
        assert len(app.screen_stack) == 1


async def test_who_runs_is_chosen_with_a_goal() -> None:
    desk = FakeDesk()
    app = HomeApp(lambda: desk)
    async with app.run_test() as pilot:
        await press(pilot, "f5", "space", "down", "down", *"Cy, Di", "down", *"mile 5:00", "enter")
        await settle(pilot)
        assert desk.chosen.names == ("Ann", "Cy", "Di")
        assert desk.chosen.goal == "mile 5:00"
        assert "Ann, Cy, Di   mile 5:00" in str(app.query_one("#who", Static).content)


async def test_whose_digit_is_which_is_said_while_somebody_chooses() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "f5")
        assert "SPACE taps" in str(app.screen.query_one("#who-digits", Static).content)
        await press(pilot, "down", "space", "down", *"Zoe")
        await settle(pilot)
        assert str(app.screen.query_one("#who-digits", Static).content) == "keys  1 Ben [red]   2 Zoe"


async def test_a_goal_that_is_none_is_said_beside_its_field() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "f5", "down", "down", "down", *"fast", "enter")
        await settle(pilot)
        assert len(app.screen_stack) == 2
        assert any("write a race and its time" in str(static.content) for static in app.screen.query(Static))


async def test_an_unfinished_session_comes_first_and_is_gone_on_with() -> None:
    assert await chosen("down", "enter") == Resume(OPEN_LOG.path)


async def test_the_list_says_what_enter_would_do() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "down")
        assert said(app).endswith("ENTER goes on with it   DEL discards it")
        await press(pilot, "down")
        assert said(app).endswith("ENTER runs it again   F6 looks through it")
        await press(pilot, "down")
        assert said(app).endswith("ENTER runs it   F7 rehearses it")


async def test_the_list_stays_where_it_is_while_somebody_types() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        before = app.query_one(Choices).region
        await press(pilot, *"abcdefgh")
        assert app.query_one(Choices).region == before


async def test_up_from_the_first_goes_back_to_the_text() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "down", "up")
        assert isinstance(app.focused, SessionInput)


async def test_a_log_is_looked_through_and_comes_back() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "down", "down", "f6")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "b.jsonl" in str(app.screen.query_one("#told", Static).content)
        await press(pilot, "escape")
        assert isinstance(app.focused, Choices)


async def test_all_logs_are_one_key_away_and_their_keys_are_their_own() -> None:
    """F3 sorts there, and takes no reading here."""
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        await settle(pilot)
        assert isinstance(app.screen, LogsScreen)
        await press(pilot, "f3", "f2")
        await settle(pilot)
        assert isinstance(app.screen, SeasonScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.focused, SessionInput)


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_nothing_chosen(key: str) -> None:
    assert await chosen(*"8x", key) is None


async def test_several_pasted_lines_become_one() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        field = app.query_one(SessionInput)
        field.post_message(events.Paste("2km warm-up\n\n 8x200m\n"))
        await settle(pilot)
        assert field.value == "2km warm-up; 8x200m"


async def test_the_cheat_sheet_is_one_key_away_and_leaves_the_text() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test() as pilot:
        await press(pilot, *"8x", "f1")
        assert isinstance(app.screen, Reader)
        await press(pilot, "escape")
        assert app.query_one(SessionInput).value == "8x"


def test_the_cheat_sheet_holds_what_it_promises() -> None:
    examples = [re.split(r" {3,}", line)[0] for line in CHEAT_SHEET.splitlines() if line[:1].isdigit()]
    assert len(examples) >= 10
    for example in examples:
        assert read(example).session.steps


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (160, 45)])
async def test_it_stands_in_any_window(size: tuple[int, int]) -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "down")
        assert app.query_one(Choices).size.height >= 3


@pytest.mark.parametrize(("size", "keys"), [((80, 24), 9), ((110, 30), 9), ((40, 20), 6), ((80, 15), 6)])
async def test_the_foot_names_what_a_coach_needs_and_help_the_rest(size: tuple[int, int], keys: int) -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        bar = app.query_one(KeyBar)
        assert bar.size.height == (2 if size in {(80, 24), (40, 20)} else 1)
        said = str(bar.content)
        assert len(re.findall(r" (ENTER|↓|F\d|\^Q) ", said)) == keys
        assert all(key in said for key in ("F5", "F6", "F1"))
    for key in ("ENTER", "F2 F3", "F4", "F5", "F6", "F7", "F8", "^Q", "DEL"):
        assert key in HOME_KEYS


async def test_the_list_leaves_whole_columns_out_rather_than_cut_them() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=(40, 20)) as pilot:
        await settle(pilot)
        shown = [str(app.query_one(Choices).get_option_at_index(at).prompt) for at in range(6)]
        assert "   4x400m [bold]  4 of 4 reps" in shown
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        shown = [str(app.query_one(Choices).get_option_at_index(at).prompt) for at in range(6)]
        assert "   4x400m [bold]  2026-11-20 18:05  4 of 4 reps" in shown


@given(
    st.lists(st.tuples(st.text(max_size=60), st.text(max_size=12), st.text(max_size=30)), min_size=1, max_size=5),
    st.integers(12, 120),
)
def test_no_line_of_the_list_is_wider_than_the_window(items: list[tuple[str, str, str]], cells: int) -> None:
    logs = [LogEntry(Path("x"), name, when, told, spark="▁▂▃") for name, when, told in items]
    entries = [Entry(name, name, told, purpose=when) for name, when, told in items]
    for line in (*log_lines(logs, cells), *entry_lines(entries, cells)):
        assert width(str(line)) <= cells


async def test_where_nothing_was_run_yet_the_rehearsal_is_offered() -> None:
    desk = FakeDesk()
    desk.discarded = [OPEN_LOG.path, OVER_LOG.path]
    app = HomeApp(lambda: desk)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "F7 rehearses" in said(app)


async def test_at_40_columns_who_runs_has_its_keys_and_what_is_wrong_in_sight() -> None:
    app = HomeApp(FakeDesk)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "f5", "down", "down", "down", *"fast", "enter")
        await settle(pilot)
        screen = app.screen
        said = str(screen.query_one("#who-keys", KeyBar).content)
        assert "ENTER" in said
        assert "ESC" in said
        wrong = next(row.query_one(".told", Static) for row in screen.query("FieldRow.wrong"))
        assert str(wrong.content) == "! write a race and its time"
        for widget in (wrong, screen.query_one("#who-digits"), screen.query_one("#who-keys")):
            assert widget.region.height
            assert widget.region.bottom < 20


async def test_a_long_line_is_shown_around_the_place_that_was_not_understood() -> None:
    class Long(FakeDesk):
        def read(self, text: str, *, asked: bool) -> RefusalView:
            return RefusalView("what is this?", 1, 121, "xyzzy")

    app = HomeApp(Long)
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(SessionInput).value = "8 x 200m, " * 12 + "xyzzy" + ", 8 x 200m" * 12
        await pilot.pause()
        row, caret = said(app).splitlines()[:2]
        assert row.startswith("…")
        assert row.endswith("…")
        assert row[caret.index("^") : caret.rindex("^") + 1] == "xyzzy"
