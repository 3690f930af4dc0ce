"""Whole evenings at the track, key by key: what the log holds afterwards is what was run."""

from __future__ import annotations

from itertools import pairwise

from tests.tui import plans
from tests.tui.keyboard.typist import Typist, ready

from trackbuddy.plan.notation import read
from trackbuddy.present.live_view import live_view
from trackbuddy.results.averages import groups
from trackbuddy.results.rows import Standing, rows
from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Done, Recovering, Running
from trackbuddy.units import NS


class Evening:
    """A typist who looks at the clock."""

    def __init__(self, at: Typist) -> None:
        self.at = at

    def begin(self) -> Evening:
        self.at.press("space").wait(10)
        return self

    def at_s(self, seconds: float, *keys: str) -> Evening:
        """Presses keys so long after the start of the rep that runs."""
        stage = self.at.stage
        assert isinstance(stage, Running), stage
        gone_s = (self.at.hand.live.now_ns() - stage.rep.started_ns) / NS
        self.at.wait(seconds - gone_s).press(*keys)
        return self

    def till_go(self) -> Evening:
        """Rests until the clock starts the next rep."""
        stage = self.at.stage
        assert isinstance(stage, Recovering), stage
        assert stage.go_ns is not None
        self.at.wait((stage.go_ns - self.at.hand.live.now_ns()) / NS)
        return self

    @property
    def rest_s(self) -> float:
        """What is left of the recovery."""
        stage = self.at.stage
        assert isinstance(stage, Recovering)
        assert stage.go_ns is not None
        return (stage.go_ns - self.at.hand.live.now_ns()) / NS

    def times(self, athlete: int = 1) -> list[float | None]:
        return [None if row.split_ns is None else row.split_ns / NS for row in rows(self.at.hand.state, athlete)]

    @property
    def heading(self) -> str:
        return live_view(self.at.hand.live.snapshot(), self.at.hand.live.now_ns()).heading


def test_eight_200s_with_a_double_and_a_missed_tap() -> None:
    evening = Evening(ready()).begin()
    evening.at_s(34.1, "space").at.wait(0.3).press("space")
    assert "too close behind the tap before it" in evening.at.notices or "EXTRA TAP 0.3s" in evening.at.notices
    assert evening.rest_s == 30 - 0.3
    evening.till_go().at_s(43)
    assert "NO TAP?" in evening.at.notices
    evening.at_s(43.5, "enter")
    assert evening.at.answer == "rep 2: NO TIME"
    assert evening.rest_s == 34 + 30 - 43.5, "counted from when they should have been in"
    for _ in range(6):
        evening.till_go().at_s(34, "space")
    assert evening.times() == [34.1, None, *[34.0] * 6]
    assert isinstance(evening.at.stage, Done)
    group = groups(rows(evening.at.hand.state, 1))[0]
    assert (len(group.splits), group.run) == (7, 8)
    evening.at.wait(6).press("enter").type("windy 7").press("enter")
    assert evening.at.hand.left == "finish"
    assert evening.at.notes == ["windy 7"]


def test_five_on_6x400_two_in_at_once_and_one_out_at_rep_4() -> None:
    evening = Evening(Typist(plans.SIX_400)).begin()
    for rep in range(1, 7):
        evening.at_s(66.0 + rep / 10, "1")
        evening.at_s(67.1, "space").at_s(67.25, "space")
        evening.at_s(72.0, "2")
        if rep < 4:
            evening.at_s(74.5, "5")
        elif rep == 4:
            evening.at.wait(8).press("tab", "d", "5")
            assert evening.at.answer == "Eve is out; nobody waits"
            assert evening.rest_s == 90 - 8, "the last in was Ben"
        evening.at.wait(2).press("4", "3", apart_s=0.4)
        if rep < 6:
            evening.till_go()
    assert evening.times(1) == [66.1, 66.2, 66.3, 66.4, 66.5, 66.6]
    assert evening.times(2) == [72.0] * 6
    assert evening.times(3) == [67.25] * 6
    assert evening.times(4) == [67.1] * 6
    assert evening.times(5)[:3] == [74.5] * 3
    assert set(evening.times(5)[3:]) == {None}
    assert isinstance(evening.at.stage, Done)


def test_three_sets_of_four_with_a_lace_undone() -> None:
    evening = Evening(Typist(plans.THREE_SETS)).begin()
    for number in range(12):
        evening.at_s(33.5 + number / 10, "space")
        if number == 5:
            evening.at.wait(12).press("h").wait(140)
            assert evening.at.answer == "" or "HELD" in evening.at.answer
            evening.at.press("h")
            assert evening.rest_s == 18
        if number == 7:
            evening.at.wait(60).press("+")
            assert evening.rest_s == 300 - 60 + 10
        if number < 11:
            evening.till_go()
    assert evening.times() == [round(33.5 + number / 10, 1) for number in range(12)]
    assert isinstance(evening.at.stage, Done)


def test_six_200s_and_five_minutes_of_talk() -> None:
    """An open recovery: it waits as long as the talk, taps behind the finish start nothing."""
    evening = Evening(Typist(plans.SIX_200_OPEN)).begin()
    for number in range(6):
        evening.at_s(34 + number / 10, "space").at.wait(1.5).press("space")
        assert isinstance(evening.at.stage, Recovering | Done), "an extra tap"
        if number == 2:
            evening.at.wait(20).press("m").type("left knee 2 of 10").press("enter")
            evening.at.wait(280)
        if number < 5:
            evening.at.wait(60).press("space")
    assert evening.times() == [34.0, 34.1, 34.2, 34.3, 34.4, 34.5]
    assert evening.at.notes == ["left knee 2 of 10"]


def test_thirty_thirty_until_they_have_had_enough() -> None:
    plan = plans.plan_of(read("30/30 x max").session)
    evening = Evening(Typist(plan)).begin()
    for _ in range(7):
        evening.at.wait(15).press("space").wait(15)
        assert isinstance(evening.at.stage, Recovering)
        evening.till_go()
    evening.at_s(12, "e")
    assert isinstance(evening.at.stage, Done)
    starts = [fact.at_ns for fact in evening.at.hand.facts(f.RepStarted)]
    assert {after - before for before, after in pairwise(starts)} == {60 * NS}
    assert [row.standing for row in rows(evening.at.hand.state, 1)][:7] == [Standing.CLOCK] * 7


def test_a_mile_with_laps_a_bell_and_a_lap_that_was_missed() -> None:
    evening = Evening(Typist(plans.FULL_MILE)).begin()
    evening.at_s(73.5, "space")
    assert "3 LAPS TO GO" in evening.heading or "LAPS TO GO 3" in evening.heading, evening.heading
    evening.at_s(148.5, "space").at_s(223.5, "space")
    assert "BELL" in evening.heading
    evening.at_s(298.2, "space")
    assert evening.times() == [298.2]
    again = Evening(Typist(plans.FULL_MILE)).begin()
    again.at_s(73.5, "space").at_s(223.5, "space")
    assert "LAP 2 MISSED?   a = yes" in again.at.notices
    again.at.press("a")
    again.at_s(298.2, "space")
    assert again.times() == [298.2]


def test_strides_are_counted_one_space_each() -> None:
    evening = Evening(Typist(plans.STRIDES)).begin()
    for number in range(1, 6):
        evening.at_s(15, "space")
        stage = evening.at.stage
        assert isinstance(stage, Running)
        assert f"{number + 1} of 6" in evening.heading
        assert evening.at.answer == f"stride {number}: done"
    evening.at_s(15, "space")
    assert isinstance(evening.at.stage, Done)
    assert [row.standing for row in rows(evening.at.hand.state, 1)] == [Standing.COUNTED] * 6
