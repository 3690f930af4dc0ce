"""The running session on the screen: what a person sees, and that keys reach the session whatever way they come.

What each key does is tried in tests/tui/keyboard, without a screen.
"""

from __future__ import annotations

import gc

import pytest
from tests.tui import plans
from tests.tui.screens import Stand, stand
from textual import events

from trackbuddy.timing import facts as f
from trackbuddy.timing.state import LeadIn, Ready, Running
from trackbuddy.tui import live_screen
from trackbuddy.tui.themes import SUN
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.overlay import Overlay
from trackbuddy.tui.widgets.typed_line import TypedLine
from trackbuddy.units import NS


async def to_rest(at: Stand, after: float = 0) -> None:
    """Behind the first finish."""
    await at.tap()
    await at.wait(10)
    await at.wait(34.1)
    await at.tap()
    await at.wait(after)


def overlay(at: Stand) -> str:
    return at.screen.query_one(Overlay).text


async def test_a_tap_counts_when_the_key_went_down() -> None:
    """The key's own time makes the split, although the screen hears of it 1.5 s later."""
    async with stand() as at:
        await at.tap()
        await at.wait(10 + 34.2)
        event = at.key("space")
        at.clock.turn(1.5)
        at.app.post_message(event)
        await at.pilot.pause()
        split, *_ = at.by_hand.facts(f.Split)
        assert split.at_ns == round(44.2 * NS)


async def test_a_session_from_ready_to_the_last_line() -> None:
    async with stand(plans.TWO_200) as at:
        assert "READY" in at.page()
        await to_rest(at, after=31)
        assert "REP 2 of 2" in at.page()
        await at.wait(33.2)
        await at.tap()
        await at.wait(6)
        assert "av 34.2 (2 of 2)" in at.page()
        await at.press("enter")
        assert at.screen.query_one(TypedLine).is_open
        await at.press(*"windy", "space", "8", "enter")
        await at.pilot.pause()
        assert at.by_hand.left == "finish"
        assert at.app.return_code == 0


async def test_what_is_open_is_shown_and_shuts() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        for key, words in (("tab", "n  next"), ("question_mark", "SPACE"), ("ctrl+q", "LEAVE THE SESSION?"), ("m", "")):
            await at.press(key)
            assert words in overlay(at)
            assert bool(overlay(at)) is bool(words)
            assert at.screen.query_one(TypedLine).is_open is not bool(words)
            await at.press("escape", apart_s=1)
            assert overlay(at) == ""


async def test_the_answer_to_a_key_is_on_the_page_for_four_seconds() -> None:
    async with stand() as at:
        await to_rest(at, after=1)
        await at.press("backspace")
        assert "UNDONE rep 1's finish   TAB y = redo" in at.page()
        await at.wait(4)
        assert "UNDONE" not in at.page()


async def test_an_open_note_hides_no_question() -> None:
    async with stand() as at:
        await to_rest(at, after=1.2)
        await at.tap()
        await at.wait(5)
        await at.press("m", *"wind")
        asked = next(y for y, row in enumerate(at.page().splitlines()) if "EXTRA TAP" in row)
        line = at.screen.query_one(TypedLine)
        assert line.region.height == 1
        assert asked < line.region.y


async def test_colours_change_and_glance_leaves_the_clock_alone() -> None:
    async with stand() as at:
        await to_rest(at, after=10)
        await at.press("tab", "g")
        assert "NEXT" not in at.page()
        await at.press("tab", "c", apart_s=1)
        assert at.app.theme == SUN.name


async def test_leaving_discards_or_leaves_it_resumable() -> None:
    async with stand() as at:
        await to_rest(at)
        await at.press("ctrl+q", "l")
        await at.pilot.pause()
        assert at.by_hand.left == "resumable"
        assert at.app.return_code == 0


async def test_a_paste_makes_no_taps() -> None:
    async with stand() as at:
        at.app.post_message(events.Paste("   \n1 2 3 s"))
        await at.pilot.pause()
        await at.wait(1)
        assert isinstance(at.stage, Ready)
        assert len(at.by_hand.lines) == 1


async def test_a_hint_is_a_button_and_a_click_is_never_a_tap() -> None:
    async with stand(size=(120, 30)) as at:
        await to_rest(at, after=6)
        await at.click(" h ")
        assert "HELD with 24 left" in at.page()
        await at.click("start rep 2")
        assert "a click never taps a lap: press SPACE" in at.page()
        await at.click("HELD  rest")
        await at.wait(5)
        assert not at.by_hand.facts(f.TapIgnored)
        await at.click("go on")
        await at.click("-  10s")
        assert "-10 s: GO in 14" in at.page()


async def test_a_question_is_the_button_of_its_answer() -> None:
    async with stand() as at:
        await to_rest(at, after=1.2)
        await at.tap()
        await at.click("EXTRA TAP")
        assert "that tap counts" in at.page()
        await at.wait(33)
        await at.press("backspace")
        assert "BKSP again = yes" in at.page()
        await at.wait(1)
        await at.click("BKSP again")
        assert "UNDONE" in at.page()


async def test_what_is_open_has_buttons_and_what_lies_behind_it_none() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        await at.click("more")
        assert "y  redo" in overlay(at)
        await at.click("glance")
        assert "NEXT" not in at.page()
        await at.press("m", apart_s=1)
        await at.press(*"wind")
        await at.click("REST")
        assert at.screen.query_one(TypedLine).is_open
        await at.press("escape", "ctrl+q", apart_s=1)
        await at.click("d  discard it")
        await at.click("keep going")
        assert overlay(at) == ""
        await at.press("ctrl+q", apart_s=1)
        await at.click("leave it")
        await at.pilot.pause()
        assert at.by_hand.left == "resumable"


async def test_nothing_takes_the_focus_or_moves_for_the_mouse() -> None:
    async with stand() as at:
        assert at.app.focused is None
        assert not [widget for widget in at.screen.query("*") if widget.can_focus]
        assert at.app.ENABLE_COMMAND_PALETTE is False
        await at.press("tab", "ctrl+p", "m")
        assert at.app.focused is None
        assert at.app.screen is at.screen


async def test_a_frame_that_changes_nothing_draws_nothing() -> None:
    async with stand() as at:
        face = at.screen.query_one(Face)
        at.screen.draw()
        drawn = face.drawn
        at.screen.draw()
        assert face.drawn == drawn


@pytest.mark.parametrize("size", [(40, 20), (160, 45), (20, 6)])
async def test_a_resize_is_laid_out_anew(size: tuple[int, int]) -> None:
    async with stand() as at:
        await at.tap()
        await at.wait(10)
        await at.pilot.resize_terminal(*size)
        await at.pilot.pause()
        assert isinstance(at.stage, Running)
        rows = at.screen.query_one(Face).rows
        assert (len(rows), len("".join(span.text for span in rows[0]))) == (size[1], size[0])


async def test_trouble_and_a_hostile_title_are_said_as_text_without_colour() -> None:
    async with stand(title="[bold]x[/]\x1b]0;evil\x07") as at:
        at.live.in_trouble("the disk is full")
        page = at.page()
        assert "NOT SAVED: the disk is full" in page
        assert "NOT SAVED  " in page.splitlines()[0]
        assert "[bold]x[/]?]0;evil?" in page


async def test_the_collector_is_put_back_afterwards() -> None:
    before = gc.get_threshold()
    async with stand():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


async def test_a_page_that_cannot_be_drawn_is_said_and_keys_are_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    async with stand() as at:

        def broken(*_: object, **__: object) -> None:
            raise LookupError("no such ink")

        monkeypatch.setattr(live_screen, "lay_out", broken)
        assert "FAULT: this page can't be drawn (LookupError: no such ink)" in at.page()
        await at.tap()
        assert isinstance(at.stage, LeadIn)
        monkeypatch.undo()
        assert "FAULT" not in at.page()
