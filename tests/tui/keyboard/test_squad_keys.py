"""Keys about who: who runs, who is out, and whose tap it was."""

from __future__ import annotations

import pytest
from tests.tui import plans
from tests.tui.keyboard.typist import Typist

from trackbuddy.results.rows import rows
from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Apart, LeadIn, Ready, Recovering, Running
from trackbuddy.tui.keyboard.front import AskOut, Names
from trackbuddy.units import NS


def squad() -> Typist:
    return Typist(plans.SIX_400)


def going() -> Typist:
    """At the first GO."""
    return squad().press("space").wait(10)


def pressed(at: Typist, *keys: tuple[str, float]) -> Typist:
    """Keys at their times from the start of the rep that runs."""
    stage = at.stage
    assert isinstance(stage, Running)
    for key, seconds in keys:
        now_ns = at.hand.live.now_ns() - stage.rep.started_ns
        at.wait(seconds - now_ns / NS)
        at.press(key)
    return at


def times(at: Typist) -> dict[str, list[float | None]]:
    """Everybody's times so far, rep by rep."""
    state = at.hand.state
    return {
        name: [None if row.split_ns is None else row.split_ns / NS for row in rows(state, athlete)]
        for athlete, name in enumerate(state.plan.athletes, start=1)
    }


def go_in(at: Typist) -> float:
    stage = at.stage
    assert isinstance(stage, Recovering)
    assert stage.go_ns is not None
    return (stage.go_ns - at.hand.live.now_ns()) / NS


def test_before_the_start_a_digit_says_who_runs() -> None:
    at = squad().press("3")
    assert at.answer == "Cy is out; nobody waits"
    at.wait(1).press("3")
    assert at.answer == "Cy runs again from the next rep on"
    at.wait(1).press("3", "4", apart_s=1).wait(1).press("space").wait(10)
    stage = at.stage
    assert isinstance(stage, Running)
    assert [runner.athlete for runner in stage.rep.runners if runner.is_running] == [1, 2, 5]


def test_somebody_has_to_run() -> None:
    at = squad().press(*"1234", apart_s=1)
    assert at.press("5", apart_s=1).answer.startswith("somebody has to run")
    assert at.press("7").answer == "no athlete has that key" or "no athlete has that key" in at.notices
    assert isinstance(at.stage, Ready)


def test_before_the_start_a_key_asks_who_runs_and_then_hears_nothing_more() -> None:
    at = squad().press("w")
    assert at.choices == 1
    at.wait(1).press("space", "w", apart_s=1)
    assert at.choices == 1
    assert isinstance(at.stage, Ready)


def test_who_runs_is_settled_in_a_log_that_is_gone_on_with_and_once_it_began() -> None:
    at = Typist(plans.SIX_400, may_choose=False).press("w")
    assert at.answer == "who runs stands in this log already"
    at = going().press("w")
    assert at.answer == "who runs is chosen before the start; TAB d takes somebody out, or back"
    assert at.choices == 0


def test_in_a_rep_digits_are_taps_and_in_the_lead_in_they_are_kept() -> None:
    at = squad().press("space").wait(3).press("2")
    assert isinstance(at.stage, LeadIn)
    assert at.hand.facts(f.TapIgnored)
    at.wait(7)
    pressed(at, ("1", 66.4), ("3", 67.3), ("4", 67.5), ("2", 72.4), ("5", 74.9))
    assert times(at) == {"Ann": [66.4], "Ben": [72.4], "Cy": [67.3], "Dan": [67.5], "Eve": [74.9]}
    assert go_in(at) == 90


def test_taps_without_a_name_are_named_by_digits_once_all_are_in() -> None:
    at = pressed(going(), ("1", 66.4), ("space", 67.3), ("space", 67.5), ("space", 72.4), ("5", 74.9))
    assert times(at)["Cy"] == [67.3], "given at once to who was expected"
    at.wait(2).press("4")
    assert at.answer == "that tap was Dan's"
    at.wait(1).press("3", "2", apart_s=1)
    assert times(at) == {"Ann": [66.4], "Ben": [72.4], "Cy": [67.5], "Dan": [67.3], "Eve": [74.9]}
    at.press("3", apart_s=1)
    assert times(at)["Cy"] == [67.5], "all are named: a digit is nobody's tap now"


def test_a_tap_that_a_digit_pushes_on_to_somebody_else_is_not_called_nobodys() -> None:
    """Space, Space, 2 while the second Space was believed to be Ben's: it may be Cy's then, and undo speaks of Ben."""
    at = Typist(plans.squad_of(plans.SIX_400_SESSION, ("70", "70", "70"))).press("space").wait(10)
    at = pressed(at, ("space", 66), ("space", 66.7))
    at = pressed(at, ("2", 68.7))
    assert at.answer == "the tap without a name may be Cy's then"
    assert times(at) == {"Ann": [66.0], "Ben": [68.7], "Cy": [66.7]}
    at.wait(1).press("backspace")
    assert at.answer == "UNDONE Ben, rep 1's finish   TAB y = redo"


def test_a_wrong_name_taken_back_at_once_is_asked_for_again_and_takes_no_tap_back() -> None:
    at = pressed(going(), ("1", 66), ("space", 66.9), ("space", 67.1), ("2", 72), ("5", 74))
    at.wait(1).press("4").wait(1).press("backspace")
    assert at.answer == "whose tap was it, then?   BKSP again undoes the tap"
    assert at.shown().front.open == Names(at.hand.clock.monotonic_ns(), 1)
    assert isinstance(at.stage, Recovering)
    at.wait(1).press("3")
    assert [times(at)[name] for name in ("Cy", "Dan")] == [[66.9], [67.1]]
    at.wait(1).press("backspace").wait(1).press("backspace")
    assert isinstance(at.stage, Running), "the second one undoes"


def test_a_second_digit_is_a_spare_stamp_that_wants_a_name() -> None:
    at = pressed(going(), ("1", 66.1), ("3", 66.9), ("3", 68.0), ("2", 72.4), ("5", 74.9))
    assert isinstance(at.stage, Running), "Dan is still out"
    assert "3 twice: 66.9, 68.0. Who?" in at.notices
    at.wait(1).press("enter")
    assert times(at)["Dan"] == [None]
    at.wait(1).press("4")
    assert times(at)["Dan"] == [68.0]
    assert "Who?" not in at.notices


def test_a_digit_pressed_twice_is_called_by_its_own_digit() -> None:
    digits = {1: 1, 2: 2, 7: 3, 8: 4, 9: 5}
    at = Typist(plans.SIX_400, digits=digits).press("space").wait(10)
    pressed(at, ("7", 66.9), ("7", 68.0))
    assert "7 twice: 66.9, 68.0. Who?" in at.notices
    assert at.press("3").hand.facts(f.TapIgnored)[-1].reason is f.Reason.NOBODY


def test_a_tap_that_was_nobodys_is_taken_out() -> None:
    at = pressed(going(), ("1", 66.1), ("1", 66.9), ("3", 67.0), ("4", 67.5), ("2", 72.4), ("5", 74.9)).wait(1)
    assert "1 twice: 66.1, 66.9. Who?" in at.notices
    at.press("0")
    assert at.answer == "that tap was nobody's"
    assert "Who?" not in at.notices
    assert at.wait(1).press("0").answer == "no tap wants a name"


def test_names_are_put_right_in_the_menu_and_the_instants_stay() -> None:
    at = pressed(going(), ("1", 66.4), ("3", 67.3), ("4", 67.5), ("2", 72.4), ("5", 74.9)).wait(1)
    at.press("tab", "w")
    assert isinstance(at.front.open, Names)
    at.press("down").press("4", apart_s=0.2)
    assert times(at) == {"Ann": [66.4], "Ben": [72.4], "Cy": [67.5], "Dan": [67.3], "Eve": [74.9]}
    assert at.press("escape").front.open is None


def test_names_wait_until_all_are_in() -> None:
    at = pressed(going(), ("space", 66.4)).press("tab", "w")
    assert at.answer == "names are given when all are in: until then a digit is a tap"


def test_somebody_drops_out_nobody_waits_and_they_come_back() -> None:
    at = pressed(going(), ("1", 66.4), ("3", 67.3), ("4", 67.5), ("2", 72.4)).wait(5)
    at.press("tab", "d")
    assert isinstance(at.front.open, AskOut)
    at.press("5")
    assert at.answer == "Eve is out; nobody waits"
    assert isinstance(at.stage, Recovering), "Ben was the last in"
    assert go_in(at) == pytest.approx(85)
    at.wait(1).press("tab", "d", "5")
    assert at.answer == "Eve runs again from the next rep on"
    assert 5 not in at.hand.state.out


def test_the_question_who_is_out_goes_by_itself_and_digits_are_taps_again() -> None:
    at = pressed(going(), ("1", 66.4)).press("tab", "d").wait(5.1)
    assert at.front.open is None
    assert times(at.press("3"))["Cy"] == [71.5]


def test_alone_there_is_nobody_to_choose() -> None:
    at = Typist(plans.EIGHT_200)
    assert at.press("tab", "d").answer == "there is only one athlete"
    assert at.wait(1).press("tab", "w").answer == "there is only one athlete"
    assert at.press("0").answer == "no tap wants a name"


def test_undo_names_whose_finish() -> None:
    at = pressed(going(), ("1", 66.4), ("3", 67.3)).wait(1).press("backspace")
    assert at.answer == "UNDONE Cy, rep 1's finish   TAB y = redo"


# --- clocks of their own --------------------------------------------------------------------------------------------


def own() -> Typist:
    """At the first GO of the first athlete; the others start 20 s and 40 s later."""
    return Typist(plans.THREE_400_OWN).press("space").wait(10)


def test_staggered_starts_have_a_go_and_a_recovery_each() -> None:
    at = own()
    assert isinstance(at.stage, Apart)
    at.wait(66).press("1").wait(20 + 6).press("2").wait(20 - 5).press("3")
    assert times(at) == {"Ann": [66.0], "Ben": [72.0], "Cy": [67.0]}
    at.wait(50)
    lanes = at.hand.state.lanes
    assert isinstance(lanes[0].stage, Running)
    assert isinstance(lanes[1].stage, Recovering)


def test_with_own_clocks_names_are_given_in_the_menu_while_others_run() -> None:
    at = own().wait(66).press("space").wait(1).press("tab", "w")
    assert isinstance(at.front.open, Names)
    at.press("1")
    assert at.answer == "that tap was Ann's"
    assert at.wait(8.1).front.open is None


def test_with_own_clocks_to_finish_ends_everybody() -> None:
    at = own().wait(5).press("ctrl+q", "f")
    assert at.hand.state.is_over
    assert at.answer == "FINISHED as it stands"
