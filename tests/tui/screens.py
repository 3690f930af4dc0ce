"""The live app over a session under the test's hand, driven by Pilot: every key is stamped from the test's own clock.

Its keys reach the screen's own handler, as on a system whose driver does not hand them over in the input thread.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from tests.live.by_hand import ByHand, by_hand
from tests.live.fakes import HandClock
from tests.tui import plans
from tests.tui.hands import key_event, settle
from textual import events
from textual.pilot import Pilot

from trackbuddy.live.session import LiveSession
from trackbuddy.present.earlier import Earlier
from trackbuddy.present.rows import text_of
from trackbuddy.timing.state import Plan, Stage
from trackbuddy.tui.dress import Dress
from trackbuddy.tui.keyboard.router import ONE_EACH
from trackbuddy.tui.live_app import LiveApp
from trackbuddy.tui.live_screen import LiveScreen
from trackbuddy.tui.themes import NIGHT
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.overlay import Overlay
from trackbuddy.units import NS

TITLE: Final = "8 x 200m @ 34, 30s rest"
REPEATS_S: Final = 0.03
"""How far apart a held key's repeats are."""


@dataclass
class Stand:
    """Somebody beside the track."""

    pilot: Pilot[int]
    app: LiveApp
    by_hand: ByHand

    @property
    def live(self) -> LiveSession:
        return self.by_hand.live

    @property
    def clock(self) -> HandClock:
        return self.by_hand.clock

    @property
    def stage(self) -> Stage:
        return self.by_hand.state.stage

    @property
    def screen(self) -> LiveScreen:
        screen = self.app.screen
        assert isinstance(screen, LiveScreen)
        return screen

    async def wait(self, seconds: float) -> None:
        self.clock.turn(seconds)
        self.screen.draw()
        await self.settle()

    async def press(self, *keys: str, apart_s: float = 0.0) -> None:
        """Keys pressed one after the other from now on by the turned clock, however long the machine takes."""
        for number, key in enumerate(keys):
            self.clock.turn(apart_s if number else 0.0)
            self.app.post_message(self.key(key))
            await self.settle()

    async def tap(self, key: str = "space") -> None:
        await self.press(key)

    async def hold(self, key: str, repeats: int) -> None:
        """A key kept down: the keyboard sends it again and again."""
        await self.press(*[key] * (repeats + 1), apart_s=REPEATS_S)

    def key(self, key: str) -> events.Key:
        """The key as if it were pressed now."""
        return key_event(key, self.clock.monotonic_ns() / NS)

    async def settle(self) -> None:
        await settle(self.pilot)

    async def click(self, words: str) -> None:
        """On the first place where these words are seen."""
        lines = self.seen().split("\n")
        row, line = next((row, line) for row, line in enumerate(lines) if words in line)
        column = line.index(words)
        down = events.MouseDown(None, column, row, 0, 0, 1, False, False, False, screen_x=column, screen_y=row)
        down.time = self.clock.monotonic_ns() / NS
        self.app.post_message(down)
        await self.settle()

    def seen(self) -> str:
        """The page, and what is open in front of it."""
        page, sheet = self.page().split("\n"), self.screen.query_one(Overlay).sheet
        front = sheet.text.split("\n") if sheet.rows else []
        if sheet.framed:
            front = ["", *(f"  {line}" for line in front), ""]
        return "\n".join((*page[: len(page) - len(front)], *front))

    def page(self) -> str:
        self.screen.draw()
        return "\n".join(text_of(row).rstrip() for row in self.screen.query_one(Face).rows)


@asynccontextmanager
async def stand(
    plan: Plan = plans.EIGHT_200,
    size: tuple[int, int] = (80, 24),
    theme: str = NIGHT.name,
    digits: Mapping[int, int] = ONE_EACH,
    title: str = TITLE,
    earlier: Callable[[], Earlier] | None = None,
) -> AsyncIterator[Stand]:
    gc.freeze()  # the app collects garbage once it is up, and need not look through the tests; it unfreezes at its end
    hand = by_hand(plan, title, threads=True)
    app = LiveApp(hand.live, dress=Dress(theme), digits=digits, mono_ns=hand.clock.monotonic_ns, earlier=earlier)
    try:
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield Stand(pilot, app, hand)
    finally:
        hand.live.leave("discard")
