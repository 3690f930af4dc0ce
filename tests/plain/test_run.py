"""A session in typed lines, against a clock that moves with them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from tests.live.fakes import Ear, HandClock, Memory
from tests.timing.sessions import eight_200s, plan, rep, s
from tests.tui import plans

from trackbuddy.live.clock import SessionTime
from trackbuddy.live.session import LiveSession
from trackbuddy.plain.run import Told, run_plain
from trackbuddy.timing import facts as f
from trackbuddy.timing.history import History
from trackbuddy.timing.snapshot import Snapshot
from trackbuddy.timing.state import Plan

BEGAN = 5_000_000_000_000


class HandLive(LiveSession):
    """Stamps come from the test's clock, which each typed line moves."""

    clock: HandClock

    def submit(self, kind, mono_ns=None, **members):  # type: ignore[no-untyped-def]
        return super().submit(kind, self.clock.now_ns, **members)


def typed(clock: HandClock, *lines: tuple[float, str]) -> Iterator[str]:
    for seconds, text in lines:
        clock.now_ns = BEGAN + s(seconds)
        yield text + "\n"


def run_typed(count: int, *lines: tuple[float, str]) -> tuple[list[str], Memory]:
    return run_plan(eight_200s(count=count), *lines)


def run_plan(plan_: Plan, *lines: tuple[float, str], live_type: type[HandLive] = HandLive) -> tuple[list[str], Memory]:
    clock = HandClock(BEGAN)
    return _run(plan_, typed(clock, *lines), clock, live_type)


def run_lines(lines: Iterator[str]) -> tuple[list[str], Memory]:
    return _run(eight_200s(), lines, HandClock(BEGAN), HandLive)


def _run(plan_: Plan, lines: Iterator[str], clock: HandClock, live_type: type[HandLive]) -> tuple[list[str], Memory]:
    journal = Memory()
    live = live_type(History.of(plan_), SessionTime.begin(clock), clock, journal, Ear())
    live.clock = clock
    live.open()
    out = io.StringIO()
    run_plain(live, lines, out)
    return out.getvalue().splitlines(), journal


def test_every_fact_has_its_line() -> None:
    said, _ = run_typed(2, (0, ""), (44.1, ""), (45.5, ""), (108, ""))
    text = "\n".join(said)
    for part in (
        "get ready: GO in 10s",
        "GO  rep 1 of 2   200m   target 34.0",
        "rep 1 of 2   34.1   +0.1  on",
        "30s rest   next: rep 2 of 2",
        "tap not counted: 1.4s after the finish; a = that was the finish",
        "rep 2 of 2   33.9   -0.1  on",
    ):
        assert part in text


def test_after_the_last_rep_the_end_of_input_finishes() -> None:
    _, journal = run_typed(1, (0, ""), (44, ""))
    assert isinstance(journal.lines[-1].fact, f.Finished)


def test_before_it_the_end_of_input_leaves_it_to_be_gone_on_with() -> None:
    _, journal = run_typed(2, (0, ""), (44, ""))
    assert isinstance(journal.lines[-1].fact, f.Closed)


def test_q_leaves() -> None:
    _, journal = run_typed(2, (0, ""), (20, "q"), (44, ""))
    assert isinstance(journal.lines[-1].fact, f.Closed)
    assert not any(isinstance(line.fact, f.Split) for line in journal.lines)


def test_a_line_that_means_nothing_is_answered_with_the_keys() -> None:
    said, _ = run_typed(1, (0, "what?"))
    assert any("u: undo" in line for line in said)


def test_undo_behind_a_go_asks_in_words() -> None:
    said, _ = run_typed(2, (0, ""), (44, ""), (80, "u"))
    assert "undo would take back a GO: u again within 3 s does it" in said


def test_a_mile_says_where_it_is_heading_and_warns_of_a_fast_first_lap_once() -> None:
    said, _ = run_plan(plan(rep(way=1600, target=300, laps=4)), (0, ""), (81, ""), (160, ""), (235, ""), (312, ""))
    laps = [line for line in said if " m   " in line or "finish   " in line]
    assert "400 m   71.0   due 75.0   3 laps to go   heading for 4:44.0   next 400 m 76.3 for 5:00.0" in laps[0]
    assert "FIRST LAP 4.0s TOO FAST" in laps[0]
    assert "2 laps to go" in laps[1]
    assert "TOO FAST" not in laps[1]
    assert "BELL, last lap" in laps[2]
    assert any("5:02.0   +2.0  slow" in line for line in said)


def test_metres_of_the_last_rep_by_time_are_typed_in() -> None:
    said, journal = run_plan(plans.FIVES, (0, ""), (315, "d 15200"), (316, "d 1520"), (317, "d nothing"), (330, "q"))
    text = "\n".join(said)
    assert "rep 1 of 4   done   metres? d METRES" in text
    assert "15200 m in 5min is faster than anybody runs" in text
    assert "rep 1 of 4   1520m   78.9/400  3:17/km" in text
    assert "'nothing' is no distance" in text
    assert [line.fact for line in journal.lines if isinstance(line.fact, f.Measured)] == [
        f.Measured(s(316), 1, 1, 1520)
    ]


def test_metres_without_a_rep_by_time_are_answered_in_words() -> None:
    said, _ = run_typed(1, (0, ""), (44, ""), (50, "d 200"))
    assert "there is no rep by time to measure" in said


def test_among_several_athletes_metres_want_a_key() -> None:
    both = replace(plans.FIVES, athletes=("Ann", "Ben"))
    said, journal = run_plan(both, (0, ""), (315, "d 1520"), (316, "d 2 1480"), (317, "d 7 1480"), (330, "q"))
    assert any("whose metres?" in line for line in said)
    assert any("1480m" in line and "(Ben)" in line for line in said)
    assert "no athlete has that key" in said
    assert len([line for line in journal.lines if isinstance(line.fact, f.Measured)]) == 1


def test_an_undo_says_where_the_session_stands() -> None:
    said, _ = run_typed(2, (0, ""), (44, ""), (46, "u"))
    assert any("undone; rep 1 of 2 is being run" in line for line in said)


def test_a_reader_that_dies_is_said_and_leaves_the_session_to_be_gone_on_with() -> None:
    def lines() -> Iterator[str]:
        yield "\n"
        raise OSError("the terminal is gone")

    said, journal = run_lines(lines())
    assert any("FAULT: nothing more can be read (the terminal is gone)" in line for line in said)
    assert isinstance(journal.lines[-1].fact, f.Closed)


def test_a_line_that_can_not_be_taken_is_said_and_the_next_one_is() -> None:
    """Whatever goes wrong over one key, the others still work."""

    class Faulty(HandLive):
        def submit(self, kind, mono_ns=None, **members):  # type: ignore[no-untyped-def]
            if "text" in members:
                raise MemoryError
            return super().submit(kind, mono_ns, **members)  # type: ignore[no-untyped-call]

    said, journal = run_plan(eight_200s(count=1), (0, ""), (20, "m windy"), (44, ""), live_type=Faulty)
    assert any("FAULT: that line could not be taken (MemoryError)" in line for line in said)
    assert any(isinstance(line.fact, f.RepEnded) for line in journal.lines)


def test_trouble_and_faults_are_said_once_each() -> None:
    state = History.of(eight_200s()).state
    told = Told()
    assert list(told.news(Snapshot(state, trouble="disk full"))) == ["NOT SAVED: disk full"]
    assert list(told.news(Snapshot(state, trouble="disk full", faults=("odd",)))) == ["FAULT: odd"]
    assert list(told.news(Snapshot(state, faults=("odd",)))) == ["saved again"]
    assert list(told.news(Snapshot(state))) == []
    assert list(told.news(Snapshot(state, faults=("odd",)))) == ["FAULT: odd"]


def test_that_nothing_can_be_heard_is_said_once_and_when_it_can_again() -> None:
    state, told = History.of(eight_200s()).state, Told()
    silent = Snapshot(state, sound="no sound: no device", sound_trouble="no sound: no device")
    assert [list(told.news(snapshot)) for snapshot in (silent, silent, Snapshot(state), Snapshot(state))] == [
        ["no sound: no device"],
        [],
        ["sound again"],
        [],
    ]
