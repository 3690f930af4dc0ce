"""What keys do, one by one, to a running session."""

from __future__ import annotations

import pytest
from tests.tui import plans
from tests.tui.keyboard.typist import Looked, Typist, at_go, at_rest, ready

from trackbuddy.present.key_table import Keymap
from trackbuddy.present.page import Stage
from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Done, LeadIn, Ready, Recovering, Running
from trackbuddy.tui.keyboard.front import AskDiscard, AskLeave, Help, Menu
from trackbuddy.units import NS, seconds


@pytest.mark.parametrize("key", ["space", "pagedown"])
def test_space_and_a_clicker_tap(key: str) -> None:
    assert isinstance(ready().press(key).stage, LeadIn)


def test_enter_begins_and_never_times() -> None:
    at = ready().press("enter").wait(10)
    assert isinstance(at.stage, Running)
    at.wait(36).press("enter")
    assert isinstance(at.stage, Recovering)
    assert at.answer == "rep 1: NO TIME"
    assert at.splits == []


def test_a_second_tap_is_extra_and_a_takes_it() -> None:
    at = at_rest(after=1.2).press("space")
    assert "EXTRA TAP 1.2s after the finish" in at.notices
    at.press("a")
    assert at.answer == "that tap counts"
    stage = at.stage
    assert isinstance(stage, Recovering)
    assert stage.after.rep.runner(1).ended_ns == stage.after.rep.started_ns + seconds("35.3")


def test_letters_ignore_case() -> None:
    stage = at_rest(after=8).press("H").stage
    assert isinstance(stage, Recovering)
    assert stage.left_ns == 22 * NS


def test_hold_stops_the_countdown_and_goes_on() -> None:
    at = at_rest(after=8).press("h")
    assert at.answer == "HELD with 22 left"
    at.wait(100).press("h")
    assert at.answer == "going on: GO in 22"
    assert isinstance(at.wait(22.5).stage, Running)


@pytest.mark.parametrize(
    ("key", "go", "said"),
    [("+", "40", "+10 s: GO in 35"), ("=", "40", "+10 s: GO in 35"), ("-", "20", "-10 s: GO in 15")],
)
def test_ten_seconds_more_or_less(key: str, go: str, said: str) -> None:
    at = at_rest(after=5).press(key)
    stage = at.stage
    assert isinstance(stage, Recovering)
    assert stage.go_ns is not None
    assert stage.go_ns - stage.began_ns == seconds(go)
    assert at.answer == said


def test_a_digit_is_a_tap_of_that_athlete() -> None:
    assert "no athlete has that key" in at_go().wait(34).press("2").notices


def test_metres_and_notes_and_ends_that_mean_nothing_say_so() -> None:
    assert at_rest(after=8).press("p").answer == "There is no rep by time to measure."
    assert at_go().press("m").answer == "Notes are typed in a recovery, in a hold or before the start."
    assert at_go().press("e").answer == "TAB e ends the session here"
    assert ready().press("h").answer == "nothing to hold here"
    assert ready().press("backspace").answer == "nothing to undo"


# --- undo -----------------------------------------------------------------------------------------------------------


def test_undo_names_what_it_takes_back_and_how_to_redo() -> None:
    at = at_rest(after=1).press("backspace")
    assert at.answer == "UNDONE rep 1's finish   TAB y = redo"
    at.wait(1).press("tab", "y")
    assert isinstance(at.stage, Recovering)
    assert at.answer == "DONE AGAIN rep 1's finish   BKSP = undo"


@pytest.mark.parametrize(
    ("at", "named"),
    [
        (ready().press("space").wait(2), "the start of the lead-in"),
        (at_rest(after=5).press("h").wait(1), "the hold"),
        (at_rest(after=5).press("+").wait(1), "the ten seconds"),
        (at_go().wait(3).press("s").wait(1), "rep 1's moved start"),
        (at_go().wait(36).press("enter").wait(1), "rep 1's NO TIME"),
        (at_rest(plans.SIX_200_OPEN, after=20).press("space").wait(1), "the start of rep 2"),
        (at_rest(after=1.2).press("space").press("a").wait(1), "the tap taken for rep 1"),
        (at_rest(after=2).press("tab", "r").wait(1), "leaving rep 1 out"),
        (at_rest(after=2).press("tab", "n").wait(1), "going on to rep 2"),
        (at_rest(after=2).press("tab", "e").wait(1), "the early end"),
    ],
)
def test_every_step_has_a_name(at: Typist, named: str) -> None:
    assert at.press("backspace").answer == f"UNDONE {named}   TAB y = redo"


def test_undo_behind_a_go_asks_names_both_and_wants_the_key_again() -> None:
    at = at_rest(after=31)
    lines = len(at.hand.lines)
    at.press("backspace")
    assert "UNDO rep 1's finish takes back the GO of rep 2 too.   BKSP again = yes, undo" in at.notices
    assert at.answer == ""
    assert len(at.hand.lines) == lines
    at.wait(1).press("backspace")
    assert at.hand.facts(f.Undone)


@pytest.mark.parametrize("first_s", [0.25, 0.4, 0.5, 0.66])
def test_a_held_backspace_does_not_answer_its_own_question(first_s: float) -> None:
    """Whatever the keyboard's first wait: the repeats that follow it are no second press either."""
    at = at_rest(after=31).press("backspace").wait(first_s).hold("backspace", 59)
    assert not at.hand.facts(f.Undone)


def test_an_impatient_second_press_leaves_the_question_open_for_a_third() -> None:
    at = at_rest(after=31).press("backspace").wait(0.5).press("backspace")
    assert not at.hand.facts(f.Undone)
    assert at.wait(0.6).press("backspace").hand.facts(f.Undone)


def test_a_held_backspace_is_one_undo() -> None:
    assert len(at_rest(after=1).hold("backspace", 19).hand.facts(f.Undone)) == 1


# --- the order in which they came -----------------------------------------------------------------------------------


def test_m_then_s_types_an_s_however_late_both_are_heard() -> None:
    at = at_rest(after=6).late(("m", 0.0), ("s", 0.2), by_s=2)
    assert [fact.start for fact in at.hand.facts(f.RepStarted)] == [f.StartKind.GO]
    assert at.press("enter").notes == ["s"]


def test_enter_then_space_is_no_time_and_an_extra_tap_at_their_own_instants() -> None:
    at = at_go().wait(36).late(("enter", 0.0), ("space", 0.3), by_s=1.5)
    ended, *_ = at.hand.facts(f.RepEnded)
    assert (ended.timed, ended.at_ns) == (False, seconds("46"))
    assert [fact.at_ns for fact in at.hand.facts(f.TapIgnored)] == [seconds("46.3")]
    assert at.splits == []


def test_escape_then_space_shuts_the_note_and_taps() -> None:
    at = at_rest(after=6).press("m").late(("escape", 0.0), ("space", 0.01), by_s=0.5)
    assert at.front.open is None
    assert len(at.hand.facts(f.TapIgnored)) == 1


def test_a_hold_counts_from_its_key_however_late_it_is_heard() -> None:
    stage = at_rest(after=8).late(("h", 0.0), by_s=3).stage
    assert isinstance(stage, Recovering)
    assert stage.left_ns == 22 * NS


def test_a_note_that_is_sent_lets_the_space_behind_it_tap() -> None:
    at = at_rest(after=6).late(*((key, n / 20) for n, key in enumerate(("m", "w", "enter", "space"))), by_s=1)
    assert at.notes == ["w"]
    assert len(at.hand.facts(f.TapIgnored)) == 1


def test_a_held_s_moves_the_start_once() -> None:
    at = at_go().wait(2).hold("s", 30)
    assert len(at.hand.facts(f.Restamped)) == 1


# --- what is open ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("keys", "kind"), [("?", Help), ("f1", Help), ("tab", Menu), ("ctrl+q", AskLeave)])
def test_nothing_open_takes_a_tap(keys: str, kind: type) -> None:
    at = at_go().wait(34).press(keys)
    assert isinstance(at.front.open, kind)
    assert at.press("space").splits == [34.0]
    assert isinstance(at.front.open, kind)


def test_the_menu_shuts_by_itself() -> None:
    at = at_rest().press("tab")
    assert isinstance(at.wait(4.9).front.open, Menu)
    assert at.wait(0.2).front.open is None


def test_menu_letters_work_only_in_the_menu() -> None:
    at = at_rest(after=6).press("n")
    assert isinstance(at.stage, Recovering)
    assert isinstance(at.press("tab", "n").stage, Running)


def test_a_menu_letter_after_its_time_is_none() -> None:
    """Decided by the key's own instant, not by when a frame was drawn."""
    at = at_rest(after=6).press("tab").late(("n", 5.1), by_s=5.1)
    assert isinstance(at.stage, Recovering)


def test_escape_shuts_what_is_open_and_nothing_else() -> None:
    at = at_rest(after=6).press("?").wait(1).press("escape")
    assert at.front.open is None
    at.wait(1).press("escape")
    assert isinstance(at.stage, Recovering)
    assert at.hand.left is None


def test_help_scrolls_with_arrows_and_page_down_still_taps() -> None:
    at = at_go().wait(34).press("?").hold("down", 1)
    assert at.front.open == Help(2), "a held arrow scrolls on"
    assert at.press("pagedown").splits == [34.03]
    assert at.wait(1).press("up").wait(1).press("home").front.open == Help(0)


def at_done() -> Typist:
    at = at_rest(plans.TWO_200).wait(30).wait(34).press("space").wait(9)
    assert isinstance(at.stage, Done)
    return at


def test_arrows_scroll_the_results_and_a_held_one_scrolls_on() -> None:
    at = at_done().press("down").wait(1).hold("down", 2)
    assert at.front.scrolled == 4
    assert at.wait(1).press("up").front.scrolled == 3
    assert at.wait(1).press("pageup").front.scrolled == 0


def test_results_scroll_no_further_than_they_go() -> None:
    at = at_done().press("end")
    at.keyboard.scrolled_at_most(6)
    assert at.wait(1).press("up").front.scrolled == 5


def test_nothing_scrolls_while_anything_times_and_a_clickers_key_is_a_tap_always() -> None:
    at = at_go().press("down", "end")
    assert at.front.scrolled == 0
    at = at_done().press("pagedown")
    assert at.front.scrolled == 0
    assert len(at.hand.facts(f.TapIgnored)) == 1


def test_what_was_scrolled_is_forgotten_where_undo_goes_on_timing() -> None:
    at = at_done().press("down").wait(1).press("backspace")
    assert isinstance(at.stage, Running)
    assert at.wait(1).press("down").front.scrolled == 0


def test_sound_glance_and_colours_are_in_the_menu_alone() -> None:
    at = at_rest(after=10).press("v", "g", "c")
    assert (at.hand.live.snapshot().sound, at.front.stage, at.other_colours) == ("sound ok", Stage.USUAL, 0)
    at.press("tab", "v").wait(1).press("tab", "g").wait(1).press("tab", "c")
    assert (at.hand.live.snapshot().sound, at.front.stage, at.other_colours) == ("sound muted (v)", Stage.ALONE, 1)


# --- leaving --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
def test_quitting_asks_first(key: str) -> None:
    at = at_rest().press(key)
    assert at.front.open == AskLeave()
    assert at.hand.left is None
    assert at.press("k").front.open is None


@pytest.mark.parametrize(("keys", "how"), [("l", "resumable"), ("dy", "discard")])
def test_ways_to_leave(keys: str, how: str) -> None:
    assert at_rest().press("ctrl+q", *keys).hand.left == how


def test_to_finish_shows_the_results_and_leaves_them_to_be_undone() -> None:
    at = at_rest(after=5).press("ctrl+q", "f")
    assert isinstance(at.stage, Done)
    assert at.hand.left is None
    assert at.answer == "FINISHED as it stands"
    assert isinstance(at.wait(2).press("backspace").stage, Recovering)


def test_to_finish_ends_a_block_without_an_end_too() -> None:
    assert isinstance(at_go(plans.BILLAT).wait(12).press("ctrl+q", "f").stage, Done)


def test_to_finish_before_anything_was_run_leaves() -> None:
    assert ready().press("ctrl+q", "f").hand.left == "finish"


def test_one_key_twice_never_discards() -> None:
    at = at_rest().press("ctrl+q", "d", "d", "d", "enter", apart_s=0.4)
    assert at.hand.left is None
    assert at.front.open == AskDiscard()


def at_end(after: float = 6) -> Typist:
    return at_rest(plans.TWO_200, after=30).wait(34.2).press("space").wait(after)


def test_after_the_last_rep_a_line_may_be_typed_and_enter_leaves() -> None:
    at = at_end().press("enter").type("windy 8").press("enter")
    assert at.hand.left == "finish"
    assert at.notes == ["windy 8"]


def test_a_held_enter_does_not_run_through_the_end() -> None:
    """No time for the last rep, and then? The same key still down must not leave the results unseen."""
    at = at_rest(plans.TWO_200, after=30).wait(36).hold("enter", 80)
    assert isinstance(at.stage, Done)
    assert at.hand.left is None
    assert at.front.open is None


def test_a_held_enter_does_not_skip_the_last_line_either() -> None:
    at = at_end().hold("enter", 3)
    assert at.hand.left is None
    assert at.wait(1.1).press("enter").hand.left == "finish"


def test_escape_goes_back_from_the_last_line_and_undo_still_works() -> None:
    at = at_end().press("enter", "escape").wait(1).press("backspace")
    assert isinstance(at.stage, Running)


def test_nothing_is_heard_once_it_is_left() -> None:
    at = at_rest().press("ctrl+q", "l")
    lines = len(at.hand.lines)
    at.press("space", "backspace", "a")
    assert len(at.hand.lines) == lines


# --- text -----------------------------------------------------------------------------------------------------------


def test_a_note_is_typed_in_a_recovery_and_space_is_text_there() -> None:
    at = at_rest(after=6).press("m").type("hs 1a")
    assert not at.hand.facts(f.TapIgnored)
    assert at.press("enter").notes == ["hs 1a"]
    assert at.answer == "note kept"


def test_a_held_backspace_rubs_out_while_a_note_is_typed() -> None:
    assert at_rest(after=6).press("m").type("abcd").hold("backspace", 2).press("enter").notes == ["a"]


def test_a_clicker_taps_while_a_note_is_typed() -> None:
    at = at_rest(plans.SIX_200_OPEN, after=6).press("m", "x", "pagedown")
    assert isinstance(at.stage, Running)
    assert at.front.open is None


def test_a_note_shuts_three_seconds_before_go_and_is_kept() -> None:
    at = at_rest(after=20).press("m").type("win").wait(7.5)
    assert at.front.open is None
    assert at.answer == "The note is kept: m goes on with it."
    at.wait(36.5).press("space")
    assert at.splits == [34.1, 34.0]
    assert at.wait(6).press("m").type("dy").press("enter").notes == ["windy"]


def test_ctrl_q_asks_while_a_note_is_typed_and_the_note_is_kept() -> None:
    at = at_rest(after=6).press("m").type("wi").press("ctrl+q")
    assert at.front.open == AskLeave()
    assert at.press("k").press("m").type("nd").press("enter").notes == ["wind"]


def test_a_paste_goes_into_a_note_as_one_line_and_nowhere_else() -> None:
    at = at_rest(after=6).paste(" \n1 2 s")
    assert at.answer == "a pasted text is no keys"
    assert at.press("m").paste("wind\r\n and rain").press("enter").notes == ["wind and rain"]
    assert isinstance(ready().paste("   \n1 2 3 s").stage, Ready)


def metres(at: Typist) -> list[tuple[int, float]]:
    return [(fact.phase, fact.metres) for fact in at.hand.facts(f.Measured)]


def at_jog(after: float) -> Typist:
    return at_go(plans.FIVES).wait(300 + after)


def test_metres_are_typed_in_the_recovery() -> None:
    at = at_jog(8).press("p").type("1520").press("enter")
    assert metres(at) == [(1, 1520)]
    assert at.answer == "rep 1: 1520 m"
    assert not at.hand.facts(f.TapIgnored)
    assert at.press("space").hand.facts(f.TapIgnored), "Space is a tap again"


def test_what_is_no_distance_stays_with_the_reason() -> None:
    at = at_jog(8).press("p").type("far").press("enter")
    assert at.answer.startswith("'far' is no distance")
    assert metres(at.press("ctrl+u").type("1520").press("enter")) == [(1, 1520)]


def test_metres_shut_three_seconds_before_go_and_their_draft_stays_with_its_rep() -> None:
    at = at_jog(100).press("p").type("15").wait(17.5)
    assert at.front.open is None
    assert at.answer == "The metres are kept: p goes on with them in the next recovery."
    at.wait(2.5 + 300 + 8).press("p").type("20").press("enter")
    assert metres(at) == [(1, 1520)]
    assert metres(at.press("p").type("1490").press("enter")) == [(1, 1520), (3, 1490)]


def test_metres_are_typed_when_all_is_done_and_not_while_somebody_runs() -> None:
    assert at_jog(125).press("p").answer == "Metres are typed in a recovery or when all is done."
    assert metres(at_jog(3 * 420 + 10).press("p").type("1480").press("enter")) == [(7, 1480)]


# --- what fails, and other people's keys ----------------------------------------------------------------------------


def test_a_key_that_fails_is_said_and_the_next_one_lives() -> None:
    at = ready()
    submit = at.hand.live.submit

    def broken(*_: object, **__: object) -> tuple[f.Line, ...]:
        raise RuntimeError("no more")

    at.hand.live.submit = broken  # type: ignore[method-assign]
    assert at.press("space").shown().failure == "RuntimeError: no more"
    at.hand.live.submit = submit  # type: ignore[method-assign]
    assert isinstance(at.press("space").stage, LeadIn)
    assert at.shown().failure == ""


def test_the_users_own_keys_do_what_theirs_do() -> None:
    at = Typist(plans.EIGHT_200, Keymap.of({"tap": ("x", "f5"), "hold": ("space",)}))
    assert isinstance(at.press("X").stage, LeadIn)
    assert at.wait(3).press("space").answer == "HELD with 7 left"
    assert isinstance(at.press("space", apart_s=1).press("pagedown").stage, LeadIn)


# --- the mouse ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "press"), [("SPACE", "SPACE"), ("1-9", "the digit"), ("s", "s")])
def test_a_click_never_stamps_and_says_so(label: str, press: str) -> None:
    at = at_go().wait(20).click(label)
    assert at.answer == f"a click never taps a lap: press {press}"
    assert len(at.hand.facts(f.RepStarted)) == 1
    assert not at.hand.facts(f.TapIgnored)
    assert isinstance(at.stage, Running)


def test_a_click_on_a_hint_is_its_key_at_its_own_instant() -> None:
    at = at_rest(after=8).click("h")
    assert at.answer == "HELD with 22 left"
    at.click("TAB").click("n")
    assert isinstance(at.stage, Running)


def test_a_click_beside_every_button_does_nothing_at_all() -> None:
    at = at_rest(after=8)
    at.press("tab").click("")
    assert isinstance(at.front.open, Menu)
    assert at.answer == ""


def test_with_keys_of_ones_own_it_is_what_the_key_means_that_counts() -> None:
    at = Typist(plans.EIGHT_200, Keymap.of({"tap": ("t",), "hold": ("space",)}))
    at.press("t").wait(10).click("t")
    assert at.answer == "a click never taps a lap: press t"
    assert at.click("SPACE").answer == "HOLD after this rep"


def test_the_wheel_scrolls_the_help_and_is_no_key() -> None:
    at = Typist(plans.EIGHT_200, Keymap.of({"tap": ("down", "up", "space")}))
    assert isinstance(at.wheel(down=True).stage, Ready)
    at.press("?").wheel(down=True).wheel(down=True)
    assert at.front.open == Help(4)
    assert at.wheel(down=False).front.open == Help(2)
    assert isinstance(at.stage, Ready)


# --- what is said ---------------------------------------------------------------------------------------------------


def test_where_there_is_no_other_stage_g_says_why_and_leaves_it_out() -> None:
    at = at_go()
    at.keyboard.seen = Looked(no_other="no track: too small")
    at.press("tab", "g", apart_s=1)
    stages = [at.front.stage]
    at.press("tab", "g", apart_s=1)
    assert at.answer == "no track: too small"
    stages.append(at.front.stage)
    at.keyboard.seen = Looked()
    at.press("tab", "g", "tab", "g", apart_s=1)
    assert [*stages, at.front.stage] == [Stage.ALONE, Stage.USUAL, Stage.OTHER]


def test_a_yes_that_comes_too_soon_to_be_one_is_answered() -> None:
    at = at_rest(after=31).press("backspace").wait(0.5).press("backspace")
    assert at.answer == "too quick for a yes: BKSP once more"
    assert "BKSP again = yes" in at.notices
    assert at.wait(0.5).press("backspace").answer.startswith("UNDONE rep 1's finish")


def test_too_late_to_move_the_start_says_what_helps() -> None:
    assert "repeat" in at_go().wait(20).press("s").answer
