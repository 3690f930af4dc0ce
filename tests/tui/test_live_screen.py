"""The running session under a person's hands."""

from __future__ import annotations

import gc

import pytest
from tests.tui import plans
from tests.tui.screens import Stand, stand
from textual import events

from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Done, LeadIn, Ready, Recovering, Running
from trackbuddy.tui.themes import SUNLIGHT
from trackbuddy.tui.widgets.face import Face
from trackbuddy.tui.widgets.note_line import NoteLine
from trackbuddy.tui.widgets.overlay import Overlay
from trackbuddy.units import NS, seconds


def splits(at: Stand) -> list[float]:
    starts = [fact.at_ns for fact in at.by_hand.facts(f.RepStarted)]
    ends = [fact.at_ns for fact in at.by_hand.facts(f.Split)]
    return [round((end - start) / NS, 3) for start, end in zip(starts, ends, strict=False)]


async def to_first_go(at: Stand) -> None:
    await at.tap()
    await at.wait(10)


async def to_rest(at: Stand, after: float = 0) -> None:
    """Behind the first finish."""
    await to_first_go(at)
    await at.wait(34.1)
    await at.tap()
    await at.wait(after)


def overlay(at: Stand, name: str) -> bool:
    return at.screen.query_one(f"#{name}", Overlay).is_open


async def test_a_tap_counts_when_the_key_went_down() -> None:
    """The key's own time makes the split, although the screen hears of it 1.5 s later."""
    async with stand() as at:
        await to_first_go(at)
        await at.wait(34.2)
        event = at.key("space")
        at.clock.turn(1.5)
        at.app.post_message(event)
        await at.settle()
        assert splits(at) == [34.2]


@pytest.mark.parametrize("key", ["space", "pagedown"])
async def test_space_and_a_clicker_tap(key: str) -> None:
    async with stand() as at:
        await at.tap(key)
        assert isinstance(at.stage, LeadIn)


async def test_enter_begins_and_never_times() -> None:
    async with stand() as at:
        await at.press("enter")
        await at.wait(10)
        assert isinstance(at.stage, Running)
        await at.wait(36)
        await at.press("enter")
        assert "NO TIME" in at.page() or "NT" in at.page()
        assert splits(at) == []


async def test_a_second_tap_is_extra_and_a_takes_it() -> None:
    async with stand() as at:
        await to_rest(at, after=1.2)
        await at.tap()
        assert "EXTRA TAP 1.2s after the finish" in at.page()
        await at.press("a")
        assert "1 35.3+" in at.page()


async def test_letters_ignore_case() -> None:
    async with stand() as at:
        await to_rest(at, after=8)
        await at.press("H")
        assert "HELD" in at.page()


async def test_undo_behind_a_go_asks_and_wants_the_key_again() -> None:
    async with stand() as at:
        await to_rest(at, after=31)
        lines = len(at.by_hand.lines)
        await at.tap("backspace")
        assert "UNDO would take back a GO too" in at.page()
        assert len(at.by_hand.lines) == lines
        await at.wait(1)
        await at.tap("backspace")
        assert at.by_hand.facts(f.Undone)


@pytest.mark.parametrize("first_s", [0.25, 0.4, 0.5, 0.66])
async def test_a_held_backspace_does_not_answer_its_own_question(first_s: float) -> None:
    """Whatever the keyboard's first wait: the repeats that follow it are no second press either."""
    async with stand() as at:
        await to_rest(at, after=31)
        await at.tap("backspace")
        at.clock.turn(first_s)
        await at.hold("backspace", 59)
        assert not at.by_hand.facts(f.Undone)


async def test_an_impatient_second_press_leaves_the_question_open_for_a_third() -> None:
    async with stand() as at:
        await to_rest(at, after=31)
        await at.tap("backspace")
        await at.wait(0.5)
        await at.tap("backspace")
        assert not at.by_hand.facts(f.Undone)
        await at.wait(0.6)
        await at.tap("backspace")
        assert at.by_hand.facts(f.Undone)


async def test_a_held_backspace_is_one_undo() -> None:
    async with stand() as at:
        await to_rest(at, after=1)
        await at.hold("backspace", 19)
        assert len(at.by_hand.facts(f.Undone)) == 1


async def test_hold_stops_the_countdown_and_goes_on() -> None:
    async with stand() as at:
        await to_rest(at, after=8)
        await at.tap("h")
        await at.wait(100)
        assert "HELD  rest after rep 1 of 8" in at.page()
        await at.tap("h")
        await at.wait(22.5)
        assert "REP 2 of 8" in at.page()


@pytest.mark.parametrize(("key", "go"), [("plus", 40.0), ("equals_sign", 40.0), ("minus", 20.0)])
async def test_ten_seconds_more_or_less(key: str, go: float) -> None:
    async with stand() as at:
        await to_rest(at, after=5)
        await at.press(key)
        stage = at.stage
        assert isinstance(stage, Recovering)
        assert stage.go_ns is not None
        assert stage.go_ns - stage.began_ns == seconds(str(go))


async def test_s_restarts_the_rep_at_the_key_s_time() -> None:
    async with stand() as at:
        await to_first_go(at)
        await at.wait(2)
        event = at.key("s")
        at.clock.turn(1)
        at.app.post_message(event)
        await at.settle()
        await at.wait(33)
        await at.tap()
        assert "1 34.0 " in at.page()


async def test_a_digit_is_a_tap_of_that_athlete() -> None:
    async with stand() as at:
        await to_first_go(at)
        await at.wait(34)
        await at.press("2")
        assert "no athlete has that key" in at.page()


# --- overlays -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "name"), [(["question_mark"], "help"), (["f1"], "help"), (["tab"], "menu"), (["ctrl+q"], "leave")]
)
async def test_no_overlay_takes_a_tap(keys: list[str], name: str) -> None:
    async with stand() as at:
        await to_first_go(at)
        await at.wait(34)
        await at.press(*keys)
        assert overlay(at, name)
        await at.tap()
        assert splits(at) == [34.0]


async def test_the_menu_shuts_by_itself() -> None:
    async with stand() as at:
        await to_rest(at)
        await at.press("tab")
        await at.wait(4.9)
        assert overlay(at, "menu")
        await at.wait(0.2)
        assert not overlay(at, "menu")


async def test_menu_letters_work_only_in_the_menu() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        await at.press("n")
        assert isinstance(at.stage, Recovering)
        await at.press("tab", "n")
        assert isinstance(at.stage, Running)


async def test_escape_shuts_overlays_and_nothing_else() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        await at.press("question_mark", "escape")
        assert not overlay(at, "help")
        await at.press("escape")
        assert isinstance(at.stage, Recovering)
        assert at.app.is_running


async def test_the_sound_is_switched_in_the_menu_alone() -> None:
    async with stand() as at:
        await to_rest(at, after=10)
        await at.press("v")
        assert "sound ok" in at.page()
        await at.press("tab", "v")
        assert "sound muted (v)" in at.page()
        await at.wait(1)
        await at.press("tab", "v")
        assert "sound ok" in at.page()


async def test_glance_and_colours() -> None:
    async with stand() as at:
        await to_rest(at, after=10)
        await at.press("tab", "g")
        assert "NEXT" not in at.page()
        await at.press("tab", "c")
        assert at.app.theme == SUNLIGHT.name


# --- leaving --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_quitting_asks_first(key: str) -> None:
    async with stand() as at:
        await to_rest(at)
        await at.press(key)
        assert overlay(at, "leave")
        assert at.by_hand.left is None
        await at.press("k")
        assert not overlay(at, "leave")


@pytest.mark.parametrize(("keys", "how"), [("l", "resumable"), ("f", "finish"), ("dy", "discard")])
async def test_ways_to_leave(keys: str, how: str) -> None:
    async with stand() as at:
        await to_rest(at)
        await at.press("ctrl+q", *keys)
        await at.settle()
        assert at.by_hand.left == how
        assert at.app.return_code == 0


async def test_one_key_twice_never_discards() -> None:
    async with stand() as at:
        await to_rest(at)
        await at.press("ctrl+q", "d", "d", "d", "enter", apart_s=0.4)
        assert at.by_hand.left is None


async def test_after_the_last_rep_results_stay_until_enter_and_a_line_may_be_typed() -> None:
    async with stand(plans.TWO_200) as at:
        await to_rest(at, after=30)
        await at.wait(34.2)
        await at.tap()
        await at.wait(6)
        assert "av 34.2 (2 of 2)" in at.page()
        await at.press("enter")
        await at.press(*"windy", "space", "8")
        await at.press("enter")
        await at.settle()
        assert at.by_hand.left == "finish"
        assert [fact.text for fact in at.by_hand.facts(f.Note)] == ["windy 8"]


async def test_a_held_enter_does_not_run_through_the_end() -> None:
    """No time for the last rep, and then? The same key still down must not leave the results unseen."""
    async with stand(plans.TWO_200) as at:
        await to_rest(at, after=30)
        await at.wait(36)
        await at.hold("enter", 2)
        assert isinstance(at.stage, Done)
        assert at.by_hand.left is None


async def test_a_held_enter_does_not_skip_the_last_line_either() -> None:
    async with stand(plans.TWO_200) as at:
        await to_rest(at, after=30)
        await at.wait(34.2)
        await at.tap()
        await at.wait(6)
        await at.hold("enter", 2)
        assert at.by_hand.left is None
        await at.wait(1.1)
        await at.press("enter")
        await at.settle()
        assert at.by_hand.left == "finish"


async def test_escape_goes_back_from_the_last_line_and_undo_still_works() -> None:
    async with stand(plans.TWO_200) as at:
        await to_rest(at, after=30)
        await at.wait(34.2)
        await at.tap()
        await at.wait(6)
        await at.press("enter", "escape", "backspace")
        assert isinstance(at.stage, Running)


# --- text -----------------------------------------------------------------------------------------------------------


async def test_a_note_is_typed_in_a_recovery_and_space_is_text_there() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        await at.press("m", *"hs", "space", *"1a")
        taps = len(at.by_hand.facts(f.TapIgnored))
        await at.press("enter")
        assert [fact.text for fact in at.by_hand.facts(f.Note)] == ["hs 1a"]
        assert taps == 0


async def test_a_held_backspace_rubs_out_while_a_note_is_typed() -> None:
    async with stand() as at:
        await to_rest(at, after=6)
        await at.press("m", *"abcd", "backspace", "backspace", "backspace", "enter")
        assert [fact.text for fact in at.by_hand.facts(f.Note)] == ["a"]


async def test_a_clicker_taps_while_a_note_is_typed() -> None:
    async with stand(plans.SIX_200_OPEN) as at:
        await to_rest(at, after=6)
        await at.press("m", "x")
        await at.tap("pagedown")
        assert isinstance(at.stage, Running)
        await at.wait(0.1)
        assert not at.screen.query_one("#note", NoteLine).is_open


async def test_a_note_shuts_three_seconds_before_go_and_is_kept() -> None:
    async with stand() as at:
        await to_rest(at, after=20)
        await at.press("m", *"win")
        await at.wait(7.5)
        assert not at.screen.query_one("#note", NoteLine).is_open
        await at.wait(36.5)
        await at.tap()
        assert splits(at) == [34.1, 34.0]
        await at.wait(6)
        await at.press("m", *"dy", "enter")
        assert [fact.text for fact in at.by_hand.facts(f.Note)] == ["windy"]


async def test_no_note_while_somebody_runs() -> None:
    async with stand() as at:
        await to_first_go(at)
        await at.press("m")
        assert not at.screen.query_one("#note", NoteLine).is_open
        assert "Notes are typed in a recovery" in at.page()


def metres(at: Stand) -> list[tuple[int, float]]:
    return [(fact.phase, fact.metres) for fact in at.by_hand.facts(f.Measured)]


async def to_first_jog(at: Stand, after: float) -> None:
    await to_first_go(at)
    await at.wait(300 + after)


async def test_metres_are_typed_in_the_recovery_and_the_row_shows_the_pace() -> None:
    async with stand(plans.FIVES) as at:
        await to_first_jog(at, after=8)
        assert "1 metres?" in at.page()
        await at.press("p", *"1520", "enter")
        assert metres(at) == [(1, 1520)]
        assert "1 1520m 3:17/km" in at.page()
        assert not at.by_hand.facts(f.TapIgnored)
        await at.tap()
        assert at.by_hand.facts(f.TapIgnored), "Space is a tap again"


async def test_what_is_no_distance_stays_with_the_reason() -> None:
    async with stand(plans.FIVES) as at:
        await to_first_jog(at, after=8)
        await at.press("p", *"far", "enter")
        line = at.screen.query_one("#metres", NoteLine)
        assert line.is_open
        assert "'far' is no distance" in str(line.border_title)
        await at.press(*["backspace"] * 3, *"1520", "enter")
        assert metres(at) == [(1, 1520)]


async def test_metres_shut_three_seconds_before_go_and_their_draft_stays_with_its_rep() -> None:
    async with stand(plans.FIVES) as at:
        await to_first_jog(at, after=100)
        await at.press("p", *"15")
        await at.wait(17.5)
        assert not at.screen.query_one("#metres", NoteLine).is_open
        assert "The metres are kept" in at.page()
        await at.wait(2.5 + 300 + 8)
        await at.press("p", *"20", "enter")
        assert metres(at) == [(1, 1520)]
        await at.wait(1)
        await at.press("p", *"1490", "enter")
        assert metres(at) == [(1, 1520), (3, 1490)]


async def test_metres_are_not_typed_while_somebody_runs() -> None:
    async with stand(plans.FIVES) as at:
        await to_first_jog(at, after=125)
        await at.press("p")
        assert not at.screen.query_one("#metres", NoteLine).is_open
        assert "Metres are typed in a recovery or when all is done." in at.page()


async def test_metres_are_typed_when_all_is_done() -> None:
    async with stand(plans.FIVES) as at:
        await to_first_jog(at, after=3 * 420 + 10)
        assert " p  metres" in at.page()
        await at.press("p", *"1480", "enter")
        assert metres(at) == [(7, 1480)]
        assert "1480m  3:23/km" in at.page()


async def test_without_a_rep_by_time_there_is_nothing_to_measure() -> None:
    async with stand() as at:
        await to_rest(at, after=8)
        await at.press("p")
        assert "There is no rep by time to measure." in at.page()


async def test_a_paste_makes_no_taps() -> None:
    async with stand() as at:
        at.app.post_message(events.Paste("   \n1 2 3 s"))
        await at.settle()
        assert isinstance(at.stage, Ready)
        assert len(at.by_hand.lines) == 1


# --- the screen itself ----------------------------------------------------------------------------------------------


async def test_nothing_takes_the_focus_or_answers_the_mouse() -> None:
    async with stand() as at:
        assert at.app.focused is None
        assert not [widget for widget in at.screen.query("*") if widget.can_focus]
        await at.press("tab", "tab")
        assert at.app.focused is None
        assert at.app.ENABLE_COMMAND_PALETTE is False
        await at.press("ctrl+p")
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
        await to_first_go(at)
        await at.pilot.resize_terminal(*size)
        await at.settle()
        rows = at.screen.query_one(Face).rows
        assert (len(rows), len("".join(span.text for span in rows[0]))) == (size[1], size[0])


async def test_trouble_is_said_without_colour() -> None:
    async with stand() as at:
        at.live.in_trouble("the disk is full")
        assert "NOT SAVED: the disk is full" in at.page()
        assert "NOT SAVED  " in at.page().splitlines()[0]


async def test_a_hostile_title_stays_text() -> None:
    async with stand(title="[bold]x[/]\x1b]0;evil\x07") as at:
        assert "[bold]x[/]?]0;evil?" in at.page()


async def test_a_tap_that_fails_is_said_and_the_keyboard_lives() -> None:
    async with stand() as at:

        def broken(*_: object, **__: object) -> tuple[f.Line, ...]:
            raise RuntimeError("no more")

        submit, at.live.submit = at.live.submit, broken  # type: ignore[method-assign]
        await at.tap()
        assert "A TAP WAS NOT TAKEN: RuntimeError: no more" in at.page()
        at.live.submit = submit  # type: ignore[method-assign]
        await at.tap()
        assert isinstance(at.stage, LeadIn)


async def test_the_collector_is_put_back_afterwards() -> None:
    before = gc.get_threshold()
    async with stand():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
