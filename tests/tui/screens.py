"""The live app over a session in memory, driven by Pilot, whose keys reach the screen's own handler, not the driver."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.tui import plans
from tests.tui.fake_live import Clock, FakeLive
from textual import events
from textual.pilot import Pilot

from trackbuddy.present.rows import text_of
from trackbuddy.timing.state import Plan
from trackbuddy.tui.instants import ONE_EACH
from trackbuddy.tui.live_app import LiveApp
from trackbuddy.tui.live_screen import LiveScreen
from trackbuddy.tui.themes import DARK
from trackbuddy.tui.widgets.face import Face
from trackbuddy.units import NS


@dataclass
class Stand:
    """Somebody beside the track."""

    pilot: Pilot[int]
    app: LiveApp
    live: FakeLive
    clock: Clock

    @property
    def screen(self) -> LiveScreen:
        screen = self.app.screen
        assert isinstance(screen, LiveScreen)
        return screen

    async def wait(self, seconds: float) -> None:
        self.clock.turn(seconds)
        self.screen.draw()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def tap(self, key: str = "space") -> None:
        """A key that was pressed just now by the turned clock, however long the test's own machine took."""
        self.app.screen.post_message(self.key(key, " " if key == "space" else None))
        await self.pilot.pause()

    def key(self, key: str, character: str | None = None) -> events.Key:
        event = events.Key(key, character)
        event.time = self.clock() / NS
        return event

    def page(self) -> str:
        self.screen.draw()
        return "\n".join(text_of(row).rstrip() for row in self.screen.query_one(Face).rows)


@asynccontextmanager
async def stand(
    plan: Plan = plans.EIGHT_200,
    size: tuple[int, int] = (80, 24),
    theme: str = DARK.name,
    digits: Mapping[int, int] = ONE_EACH,
) -> AsyncIterator[Stand]:
    clock = Clock()
    live = FakeLive(plan, clock, "8 x 200m @ 34, 30s rest")
    app = LiveApp(live, theme=theme, digits=digits)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Stand(pilot, app, live, clock)
