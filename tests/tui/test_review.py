"""Logs, a session and the season on the screen, over real logs."""

from __future__ import annotations

import datetime
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.storage.builders import header
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s
from tests.tui.hands import settle
from textual.pilot import Pilot
from textual.widgets import Input, Static

from trackbuddy.cli.archivist import HomeArchivist
from trackbuddy.present.rows import text_of
from trackbuddy.storage import chain, journal
from trackbuddy.storage.calibration import keep_calibration
from trackbuddy.storage.logs import read_log
from trackbuddy.storage.paths import Home
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan
from trackbuddy.timing.wire import line_to_json
from trackbuddy.tui.logs_screen import LogsScreen
from trackbuddy.tui.review_app import ReviewApp
from trackbuddy.tui.review_screen import ReviewScreen
from trackbuddy.tui.widgets.ask_line import AskLine
from trackbuddy.tui.widgets.face import Face


def put(home: Home, day: int, of: Plan, *inputs: i.Input) -> Path:
    """A log of that day of November."""
    home.logs.mkdir(parents=True, exist_ok=True)
    lines = run(of, [i.Open(0), *inputs])[1]
    head = header(of)
    wall = datetime.datetime(2026, 11, day, 18, 30, tzinfo=datetime.UTC)
    head = replace(head, clock=replace(head.clock, wall=wall))
    data, seed = chain.sealed(head.to_json(), 0)
    for line in lines:
        raw, seed = chain.sealed(line_to_json(line), seed)
        data += raw
    path = home.logs / f"2026-11-{day:02}T183000_8x200m_k3f9.jsonl"
    path.write_bytes(data)
    return path


def three() -> tuple[i.Input, ...]:
    """34.0, NT, 35.0 of eight, then ended."""
    return i.ThatsAll(0), i.Tap(s(44)), i.ThatsAll(s(108)), i.Tap(s(173)), i.WriteNote(s(175), "wind"), i.Finish(s(180))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home.in_folder(tmp_path)
    put(found, 9, eight_200s(), i.ThatsAll(0), i.Tap(s(44.5)), i.Tap(s(109)), i.Finish(s(120)))
    put(found, 23, eight_200s(), *three())
    return found


class Reader:
    """Somebody at home."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        self.app.screen.query_one(AskLine).value = text
        await self.press("enter")

    async def settled(self) -> None:
        await self.app.workers.wait_for_complete()
        await settle(self.pilot)

    @property
    def page(self) -> str:
        faces = [face for face in self.app.screen.query(Face) if face.display and face.rows]
        shown = [face for face in faces if face.size.height]
        return "\n".join(text_of(row).rstrip() for row in shown[0].rows)

    @property
    def told(self) -> str:
        return str(self.app.screen.query_one("#told", Static).content)


@asynccontextmanager
async def reading(home: Home, path: Path | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Reader]:
    app = ReviewApp(HomeArchivist(home), path=path)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settled()
        yield reader


def newest(home: Home) -> Path:
    return max(home.logs.iterdir())


# --- logs -----------------------------------------------------------------------------------------------------------


async def test_the_list_is_newest_first_and_narrows_as_one_types(home: Home) -> None:
    async with reading(home) as reader:
        lines = reader.page.splitlines()
        assert "23 Nov 2026" in lines[1]
        assert "9 Nov 2026" in lines[2]
        assert "34.5" in lines[1]
        await reader.press(*"9 nov")
        assert "1 of 1 logs" in reader.told
        await reader.press(*"zzz")
        assert reader.told == "no log is like that"
        await reader.press("escape")
        assert "1 of 2 logs" in reader.told


async def test_the_list_can_be_sorted_otherwise(home: Home) -> None:
    async with reading(home) as reader:
        await reader.press("f3")
        assert "fastest average first" in reader.told
        await reader.press("f3")
        assert "by name" in reader.told


async def test_enter_opens_and_escape_comes_back_to_the_same_log(home: Home) -> None:
    async with reading(home) as reader:
        await reader.press("down", "enter")
        assert isinstance(reader.app.screen, ReviewScreen)
        assert "9 Nov 2026" in reader.page
        await reader.press("escape")
        assert isinstance(reader.app.screen, LogsScreen)
        assert reader.page.splitlines()[2].startswith("▌")


async def test_a_repair_shows_in_the_list_it_was_opened_from(home: Home) -> None:
    async with reading(home, size=(120, 30)) as reader:
        await reader.press("enter", "l", "escape")
        assert "repaired" in reader.page.splitlines()[1]


async def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    async with reading(Home.in_folder(tmp_path)) as reader:
        assert reader.told == "no logs yet"


async def test_a_filter_given_by_a_key_goes_with_escape_and_then_the_screen(home: Home) -> None:
    async with reading(home) as reader:
        await reader.press(*"x", "escape")
        assert reader.app.screen.query_one(Input).value == ""
        await reader.pilot.press("escape")
    assert reader.app.return_code == 0


# --- one session ----------------------------------------------------------------------------------------------------


async def test_what_a_coach_writes_down_comes_first(home: Home) -> None:
    async with reading(home, newest(home)) as reader:
        page = reader.page
        assert "av 34.5 (2 of 3)    34.0-35.0    target 34.0, +0.5" in page
        assert "last time, and best 34.5, Mon 9 Nov 2026: no difference, within hand timing" in page
        assert re.search(r"within hand timing \(\d\.\d\d s\)", " ".join(page.split())), "a number is never cut"
        assert "NT  no tap" in page
        assert "note: wind" in page


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_it_stands_in_any_window(home: Home, size: tuple[int, int]) -> None:
    async with reading(home, newest(home), size) as reader:
        for key in ("down", "d", "d", "v", "right", "escape", "e"):
            await reader.press(key)
            assert len(reader.page.splitlines()) <= size[1]
        assert "REP" in reader.page


async def test_details_name_their_formulas(home: Home) -> None:
    async with reading(home, newest(home)) as reader:
        await reader.press("d")
        assert "hand timing leaves 0.07 s unsure" in reader.page
        await reader.press("end")
        assert "two taps; trackbuddy calibrate measures" in reader.page
        assert "with n - 1" in reader.page
        await reader.press("escape")
        assert "REP " in reader.page


async def test_details_reckon_with_a_thumb_that_was_measured(home: Home) -> None:
    keep_calibration(home.settings, "speaker", 40, 18)
    async with reading(home, newest(home)) as reader:
        await reader.press("d")
        assert "hand timing leaves 0.04 s unsure" in reader.page
        await reader.press("end")
        assert "your thumb: 18 ms, and never below 0.05" in reader.page


async def test_rep_by_rep_against_another_session(home: Home) -> None:
    async with reading(home, newest(home)) as reader:
        await reader.press("v")
        assert "REP BY REP, against a, Mon 9 Nov 2026" in reader.page
        assert "-0.5" in reader.page


async def test_the_line_for_the_diary_is_copied(home: Home) -> None:
    async with reading(home, newest(home)) as reader:
        await reader.press("c")
        assert reader.app.clipboard.startswith("a: Mon 23 Nov. 8x200 @ 34, 30s rest. 34.0 NT 35.0. av 34.5 (2 of 3)")


async def test_a_log_that_can_not_be_read_says_why(home: Home) -> None:
    newest(home).write_bytes(b"junk")
    async with reading(home, newest(home)) as reader:
        assert "is not a log" in reader.told
        await reader.press("t", "u", "d", "v", "c", "l")
        assert isinstance(reader.app.screen, ReviewScreen)


# --- repairs --------------------------------------------------------------------------------------------------------


async def test_a_missed_time_is_typed_shown_before_and_after_and_undone(home: Home) -> None:
    before = newest(home).read_bytes()
    async with reading(home, newest(home)) as reader:
        await reader.press("down", "t")
        await reader.type("34.1")
        assert "rep 2: NT -> 34.1   av 34.5 (2 of 3) -> av 34.4 (3 of 3)" in reader.told
        assert "repaired" in reader.page
        await reader.press("o")
        assert "AS IT WAS TAPPED" in reader.page
        assert "av 34.5 (2 of 3)" in reader.page
        await reader.press("t")
        assert "O goes back" in reader.told
        await reader.press("o", "u")
        assert "rep 2: 34.1 -> NT" in reader.told
        await reader.press("y")
        assert "rep 2: NT -> 34.1" in reader.told
    assert newest(home).read_bytes().startswith(before)
    assert read_log(newest(home)).history().state.repairs == 1


async def test_what_was_done_beside_the_track_is_not_undone_here(home: Home) -> None:
    before = newest(home).read_bytes()
    async with reading(home, newest(home)) as reader:
        await reader.press("u")
        assert reader.told == "there is no repair to undo"
    assert newest(home).read_bytes() == before


async def test_a_time_that_is_typed_takes_the_place_of_the_old_one(home: Home) -> None:
    async with reading(home, newest(home)) as reader:
        await reader.press("t", "3", "3", ".", "9")
        assert reader.app.screen.query_one(AskLine).value == "33.9"
        await reader.press("escape", "t", "right", "backspace", "9")
        assert reader.app.screen.query_one(AskLine).value == "34.9"


async def test_enter_on_the_time_that_is_shown_cuts_nothing_off_it(home: Home) -> None:
    before = newest(home).read_bytes()
    async with reading(home, newest(home)) as reader:
        await reader.press("t", "enter")
        line = reader.app.screen.query_one(AskLine)
        assert "that is its time as it stands" in str(line.border_title)
    assert newest(home).read_bytes() == before


async def test_a_wrong_time_stays_typed_with_its_reason(home: Home) -> None:
    before = newest(home).read_bytes()
    async with reading(home, newest(home)) as reader:
        await reader.press("t")
        await reader.type("1:75")
        line = reader.app.screen.query_one(AskLine)
        assert line.is_open
        assert line.value == "1:75"
        assert "seconds behind the colon" in str(line.border_title)
        await reader.press("escape")
        assert not line.is_open
    assert newest(home).read_bytes() == before


@pytest.mark.parametrize(
    ("keys", "typed", "told"),
    [
        (["l"], None, "left out"),
        (["n"], "no wind", "wind -> a  no wind"),
        (["n"], "+ feel 7", "a  wind  feel 7"),
        (["g"], "race", "race"),
        (["a"], "Ann", "Ann"),
        (["w"], "3", "rep 1: 34.0 -> 35.0"),
        (["b"], "33.9", "(3 of 4)"),
        (["down", "r"], None, "(2 of 2)"),
    ],
)
async def test_each_repair_by_its_key(home: Home, keys: list[str], typed: str | None, told: str) -> None:
    async with reading(home, newest(home)) as reader:
        await reader.press(*keys)
        if typed is not None:
            await reader.type(typed)
        assert told in reader.told
        await reader.press("u")
    assert read_log(newest(home)).history().state.repairs == 0


async def test_one_long_rep_is_split_in_two(home: Home) -> None:
    path = put(home, 25, eight_200s(), i.ThatsAll(0), i.Tap(s(108)), i.Finish(s(120)))
    async with reading(home, path) as reader:
        await reader.press("2")
        await reader.type("34")
        assert "rep 1: 98.0 -> 34.0" in reader.told
        assert "(2 of 2)" in reader.told


async def test_that_tap_was_the_start(home: Home) -> None:
    path = put(home, 25, eight_200s(), i.ThatsAll(0), i.Tap(s(12)), i.Tap(s(46)), i.Finish(s(60)))
    async with reading(home, path) as reader:
        await reader.press("s")
        assert "1 = 2.0" in str(reader.app.screen.query_one(AskLine).border_title)
        await reader.press("enter")
        assert "rep 1: 36.0 -> 34.0" in reader.told
        assert "moved" in reader.page


async def test_nothing_is_repaired_while_another_program_has_the_log(home: Home) -> None:
    before = newest(home).read_bytes()
    _, writer = journal.reopen(newest(home))
    try:
        async with reading(home, newest(home)) as reader:
            await reader.press("l")
            assert "is being written by another program" in reader.told
    finally:
        writer.close()
    assert newest(home).read_bytes() == before


async def test_two_athletes_each_have_a_page(home: Home) -> None:
    of = plan(rep(1, athletes=2), rest(), rep(2, athletes=2), athletes=2)
    path = put(home, 25, of, i.ThatsAll(0), i.Tap(s(44), 1), i.Tap(s(46), 2), i.Finish(s(60)))
    async with reading(home, path) as reader:
        assert "a  (1 of 2" in reader.page
        await reader.press("right")
        assert "b  (2 of 2" in reader.page
        await reader.press("w")
        await reader.type("a")
        assert "rep 1: 36.0 -> 34.0" in reader.told


async def test_a_file_is_written_beside_where_one_is(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(home, newest(home)) as reader:
        await reader.press("x")
        await reader.type("csv")
        assert reader.told.startswith("wrote ")
    assert (tmp_path / f"{newest(home).stem}.csv").exists()


# --- season ---------------------------------------------------------------------------------------------------------


async def test_the_season_month_by_month(home: Home) -> None:
    async with reading(home) as reader:
        await reader.press("f2")
        assert "8x200m, 30s rest" in reader.page
        assert "Nov 2026" in reader.page
        await reader.press("down", "escape")
        assert isinstance(reader.app.screen, LogsScreen)
