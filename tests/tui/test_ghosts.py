"""The time before is looked for behind the first frame, and a failure to find it is nobody's trouble."""

from __future__ import annotations

from tests.tui.screens import stand

from trackbuddy.present.earlier import NOTHING_EARLIER, Earlier
from trackbuddy.present.pacer import Seen
from trackbuddy.units import NS


async def test_the_time_before_reaches_the_stage() -> None:
    found = Earlier({1: (Seen(200_000, 35 * NS),)})
    async with stand(earlier=lambda: found) as beside:
        await beside.app.workers.wait_for_complete()
        assert beside.screen.earlier == found
        assert beside.page()


async def test_a_session_runs_on_without_it() -> None:
    def failing() -> Earlier:
        raise OSError("the disk is gone")

    async with stand(earlier=failing) as beside:
        await beside.press("space")
        assert beside.screen.earlier == NOTHING_EARLIER
        assert beside.app.is_running
