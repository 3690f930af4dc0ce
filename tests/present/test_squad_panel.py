"""Beside a squad's clock: whose time to call out, what comes, who fades; and what they ran the time before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.present.stages import STAGES, Run, going, opened
from tests.tui import plans

from trackbuddy.plan.notation import read
from trackbuddy.plan.profile import Profile
from trackbuddy.plan.timeline import build
from trackbuddy.present.earlier import NOTHING_EARLIER, Earlier
from trackbuddy.present.live_view import live_view
from trackbuddy.present.pacer import Seen
from trackbuddy.present.page import lay_out
from trackbuddy.present.rows import text_of
from trackbuddy.present.view import LiveView, Panel, Tone
from trackbuddy.timing import inputs as i
from trackbuddy.timing.rules import Rules
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS


def view(at: Run, earlier: Earlier = NOTHING_EARLIER) -> LiveView:
    return live_view(at.live.snapshot(), at.live.now_ns(), "18:42", earlier=earlier)


def panel(at: Run) -> Panel:
    found = view(at).panel
    assert found is not None
    return found


def page(at: Run, columns: int = 80, rows: int = 24, earlier: Earlier = NOTHING_EARLIER) -> str:
    return "\n".join(text_of(row).rstrip() for row in lay_out(view(at, earlier), columns, rows))


def test_whoever_came_last_is_called_with_how_far_off_they_are() -> None:
    at = going(plans.FIVE).wait(66).tap(1)
    assert view(going(plans.FIVE).wait(60)).panel is None
    assert panel(at) == Panel("1 Ann", "66.0", "0.0 on", Tone.ON)
    assert panel(at.wait(2.2).tap(3)) == Panel("3 Cy", "68.2", "+1.2 slow", Tone.SLOW)


def test_a_tap_without_a_name_is_called_without_one() -> None:
    at = going(plans.FIVE).wait(66).tap(1).wait(1.4).tap()
    assert panel(at) == Panel("NO NAME YET", "67.4")


def test_in_a_rep_of_laps_the_time_from_go_the_lap_and_the_next_one_are_called() -> None:
    plan = Plan(build(read("1 mile @ 5:00").session, [Profile("Ann"), Profile("Ben")]), ("Ann", "Ben"), Rules())
    at = going(plan).wait(75).tap(1).wait(76).tap(1)
    said = panel(at)
    assert (said.last, said.time) == ("1 Ann  809 m", "2:31.0")
    assert said.about[0] == "lap 76.0"
    assert said.about[1].startswith("next lap ")
    assert "for 5:00.0" in said.about[1]


def test_the_last_time_stands_for_a_while_in_the_rest_and_then_what_comes() -> None:
    at = STAGES["squad-naming"]().wait(1)
    assert panel(at).last == "2 Ben"
    said = panel(at.wait(10))
    assert said.coming == ("NEXT  rep 5 of 6", "400m", "LINE to LINE")
    assert said.start == ("10s beep, then 3-2-1 GO", "2 reps, ends about 18:48")


@pytest.mark.parametrize(("out", "said"), [(False, ("5 Eve fades 1.0 s a rep",)), (True, ())])
def test_who_gets_slower_for_certain_is_said_in_the_rest(out: bool, said: tuple[str, ...]) -> None:
    run = going(plans.FIVE)
    for number in range(4):
        run.wait(66).tap(1).wait(1).tap(3).wait(0.2).tap(4).wait(4.8).tap(2).wait(2 + number).tap(5)
        run.wait(90 if number < 3 else 20)
    if out:
        run.press(i.DropOut, athlete=5)
    assert panel(run).about == said


def test_before_the_start_nobody_is_in_yet() -> None:
    said = page(opened(plans.FIVE).tap().wait(3))
    assert "2 in" not in said
    assert "to come" not in said
    assert "rep 1 of 6" in said


def test_a_squads_rest_counts_from_the_last_in() -> None:
    assert "from last in\n" in page(STAGES["squad-rest"]())
    assert "from the tap" not in page(STAGES["squad-rest"]())


def test_when_it_ends_stands_below_the_table_of_a_wide_window() -> None:
    assert page(STAGES["squad-rep"](), 160, 45).count("left  3 reps, ends about 18:48") == 1
    assert page(STAGES["squad-rest"](), 160, 45).count("ends about") == 1


def test_what_everybody_ran_the_time_before_stands_beside_it() -> None:
    at = STAGES["squad-rep"]()
    seen = {athlete: {7: (Seen(400_000, round((70 + athlete) * NS)),)} for athlete in (1, 3)}
    lines = page(at, earlier=Earlier(everybody=seen)).splitlines()
    head = next(line for line in lines if "KEY ATHLETE" in line)
    place = head.index("BEFORE")
    rows = [line for line in lines if line[4:8] in {" Ann", " Eve", " Cy "}]
    assert [line[place : place + 6].strip() for line in rows] == ["71.0", "73.0", ""]
    assert "BEFORE" not in page(at)


def test_at_40_columns_a_time_that_may_be_anothers_touches_nothing() -> None:
    said = page(STAGES["squad-rep"](), 40, 20)
    assert said.count("67.3 or 67.5 ====") == 2


def test_a_time_without_a_name_is_marked_when_all_is_done() -> None:
    said = page(STAGES["squad-rep"]().press(i.EndHere).wait(9))
    assert "67.3?" in said
    assert "67.5?" in said
    assert "66.4 " in said


def test_before_the_start_no_column_is_empty() -> None:
    """Nobody has run yet: keys, names and targets, and who is out."""
    at = opened(plans.FIVE)
    head = next(line for line in page(at).splitlines() if "KEY ATHLETE" in line)
    assert head.split() == ["KEY", "ATHLETE", "TARGET"]
    at.press(i.DropOut, athlete=2)
    said = page(at)
    assert "THIS REP" in said
    assert "OUT" in next(line for line in said.splitlines() if " Ben " in line)


def test_a_fast_first_lap_of_nobody_in_particular_is_not_spoken_of() -> None:
    plan = Plan(build(read("1 mile @ 5:00").session, [Profile("Ann"), Profile("Ben")]), ("Ann", "Ben"), Rules())
    assert "TOO FAST" not in page(going(plan).wait(70).tap(1).wait(2))


def test_in_a_rep_of_laps_each_row_has_their_last_lap_and_the_band_is_the_leaders() -> None:
    plan = Plan(build(read("1 mile @ 5:00").session, [Profile("Ann"), Profile("Ben")]), ("Ann", "Ben"), Rules())
    at = going(plan).wait(75).tap(2).wait(76).tap(2).wait(1)
    said = page(at)
    assert said.startswith(" LAPS TO GO 2 ")
    assert view(at).number == "2:32.0", "it runs on for all of them"
    ann, ben = (next(line for line in said.splitlines() if line.startswith(f"  {key}  ")) for key in "12")
    assert "2:32.0" in ann
    assert "over" in ann
    assert "2:31.0" in ben
    assert "lap 3  due 3:45.4" in ben


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_a_squads_rehearsal_says_so_before_what_is_run(columns: int) -> None:
    at = STAGES["squad-rest"]()
    shown = live_view(replace(at.live.snapshot(), rehearsal=True), at.live.now_ns(), "18:42")
    assert "REST after rep 4 of 6   REHEARSAL" in text_of(lay_out(shown, columns, 24)[0])


def test_a_tap_of_who_is_out_says_whose_it_was_and_how_they_come_back() -> None:
    at = going(plans.FIVE).wait(20).press(i.DropOut, athlete=5).wait(50).tap(5).wait(1)
    assert "TAP, Eve, not counted: has dropped out   TAB d 5 = runs again" in page(at)
