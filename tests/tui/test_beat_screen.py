"""Tapping along from the settings screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.patience import PATIENCE_S
from tests.tui.fake_desk import FakeBeat, FakeDesk
from tests.tui.hands import press, settle
from textual.pilot import Pilot
from textual.widgets import Static

from trackbuddy.tui.beat_screen import BeatScreen
from trackbuddy.tui.home_app import HomeApp
from trackbuddy.tui.ports import Choice
from trackbuddy.tui.setup_screen import SetupScreen


class Clock:
    now_ns = 0

    def __call__(self) -> int:
        return self.now_ns


@asynccontextmanager
async def opened(desk: FakeDesk, clock: Clock) -> AsyncIterator[tuple[Pilot[Choice], BeatScreen]]:
    async with HomeApp(lambda: desk).run_test() as pilot:
        screen = BeatScreen(desk, clock)
        await pilot.app.push_screen(screen)
        await over(pilot)
        yield pilot, screen


async def over(pilot: Pilot[Choice]) -> None:
    """Whatever was asked of a thread is done."""
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


def words(screen: BeatScreen) -> str:
    return "\n".join(str(static.content) for static in screen.query(Static))


async def test_taps_are_handed_over_behind_the_last_beep_and_what_came_of_it_is_said() -> None:
    desk, clock = FakeDesk(), Clock()
    beat = desk.tapped_along
    assert isinstance(beat, FakeBeat)
    async with opened(desk, clock) as (pilot, screen):
        assert "playing through paplay" in words(screen)
        await press(pilot, "space", "space", "x")
        clock.now_ns = 8
        screen.look()
        assert f"{'o ' * 8}{'. ' * 8}  2 taps" in words(screen)
        assert beat.taps == []
        clock.now_ns = 17
        screen.look()
        await over(pilot)
        assert [len(taps) for taps in beat.taps] == [2]
        assert "40 ms late, spread 18 ms" in words(screen)
        await press(pilot, "space")
        assert len(screen._taps) == 2, "nothing is measured any more"
    assert beat.closed.wait(PATIENCE_S)


async def test_a_poor_round_is_refused_and_can_be_tried_again() -> None:
    desk, clock = FakeDesk(), Clock()
    beat = desk.tapped_along
    assert isinstance(beat, FakeBeat)
    async with opened(desk, clock) as (pilot, screen):
        clock.now_ns = 17
        screen.look()
        await over(pilot)
        assert "nothing was kept" in words(screen)
        clock.now_ns = 0
        await press(pilot, "enter")
        await over(pilot)
        assert beat.begun == 2
        assert "nothing was kept" not in words(screen)
        await press(pilot, "space", "space")
        clock.now_ns = 17
        screen.look()
        await over(pilot)
        assert [len(taps) for taps in beat.taps] == [0, 2]


async def test_without_sound_it_says_so_and_goes_back() -> None:
    desk = FakeDesk()
    desk.tapped_along = None
    async with opened(desk, Clock()) as (pilot, screen):
        assert "there is no sound to tap along with" in words(screen)
        await press(pilot, "escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, BeatScreen)


async def test_f2_opens_it_in_the_settings_and_leaves_what_was_typed() -> None:
    desk = FakeDesk()
    beat = desk.tapped_along
    assert isinstance(beat, FakeBeat)
    async with HomeApp(lambda: desk).run_test() as pilot:
        await press(pilot, "f4")
        await settle(pilot)
        await press(pilot, "down", "9")
        typed = pilot.app.focused
        await press(pilot, "f2")
        await over(pilot)
        assert isinstance(pilot.app.screen, BeatScreen)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SetupScreen)
        assert pilot.app.focused is typed
    assert beat.closed.wait(PATIENCE_S)
