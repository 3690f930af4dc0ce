"""Several athletes by keys in a real terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.terminal import Terminal

from trackbuddy.results.rows import rows
from trackbuddy.storage.logs import read_log
from trackbuddy.timing import facts as f
from trackbuddy.timing.state import Apart
from trackbuddy.units import NS

THREE = ("--athlete", "Ann", "Ben", "Cy", "--sound", "off", "--lead-in", "1s")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    athletes = "".join(
        f'[[athletes]]\nname = "{name}"\nkey = {key}\n' for key, name in ((1, "Ann"), (2, "Ben"), (7, "Cy"))
    )
    (tmp_path / "athletes.toml").write_text(athletes, encoding="utf-8")
    return tmp_path


@pytest.fixture
def screen(request: pytest.FixtureRequest, home: Path) -> Iterator[Terminal]:
    terminal = Terminal(("run", *request.param, *THREE), home, warm=True)
    yield terminal
    terminal.close()


def times(screen: Terminal) -> list[list[int | None]]:
    path = screen.log()
    assert path is not None
    state = read_log(path).history().state
    return [[row.split_ns for row in rows(state, athlete)] for athlete in (1, 2, 3)]


@pytest.mark.parametrize("screen", [("2 x 200m @ 1s, full rest",)], indirect=True)
def test_three_by_digits_and_a_space_that_is_named_when_all_are_in(screen: Terminal) -> None:
    screen.first_rep()
    screen.rest(0.7)
    screen.press("7")
    screen.until_fact("split")
    screen.press(" ")
    screen.until_fact("split", 2)
    screen.press("2")
    screen.until_fact("recovery_started")
    screen.press("1")
    facts = screen.until_fact("named")
    splits = {fact["athlete"]: fact["at_ns"] for fact in facts if fact["kind"] == "split"}
    recovery = next(fact for fact in facts if fact["kind"] == "recovery_started")
    assert recovery["at_ns"] == max(splits.values()), "from the last in"
    screen.press("\td7")
    screen.until_fact("dropped_out")
    screen.press("\tn")
    screen.until_fact("rep_started", 2)
    screen.rest(0.7)
    screen.press("1")
    screen.until_fact("split", 4)
    screen.press("2")
    screen.until_fact("rep_ended", 5)
    screen.press_until_fact("\r", "finished")
    assert screen.wait() == 0
    ann, ben, cy = times(screen)
    assert [len([time for time in one if time is not None]) for one in (ann, ben, cy)] == [2, 2, 1]


@pytest.mark.parametrize("screen", [("2 x 200m @ 1s, 20s rest", "--own", "--stagger", "1s")], indirect=True)
def test_three_with_clocks_of_their_own_start_a_second_apart(screen: Terminal) -> None:
    screen.until_text("SPACE")
    screen.press(" ")
    facts = screen.until_fact("rep_started", 3)
    starts = [fact["at_ns"] for fact in facts if fact["kind"] == "rep_started"][:3]
    assert [start - starts[0] for start in starts] == [0, NS, 2 * NS]
    screen.rest(0.7)
    for key in "127":
        screen.press(key)
    screen.until_fact("split", 3)
    screen.press("\x11")
    screen.until_text("LEAVE THE SESSION?")
    screen.press("l")
    assert screen.wait() == 0
    path = screen.log()
    assert path is not None
    state = read_log(path).history().state
    assert isinstance(state.stage, Apart)
    assert [fact.athlete for line in read_log(path).lines if isinstance(fact := line.fact, f.Split)] == [1, 2, 3]


def test_others_are_chosen_before_the_start_and_the_log_says_who_ran(home: Path) -> None:
    screen = Terminal(("run", "2 x 200m @ 1s, 10s rest", "--sound", "off"), home, warm=True)
    try:
        screen.until_text("begin")
        screen.press("+")
        screen.until_fact("adjusted")
        screen.press("w")
        screen.until_text("who runs?")
        screen.seen = b""
        screen.press(" \x1b[B\x1b[B \x1b[BZoe\r")
        screen.until_text("GO")
        screen.press_until_fact(" ", "lead_in_started")
        path = screen.log()
        assert path is not None
        log = read_log(path)
        assert log.plan.athletes == ("Ann", "Cy", "Zoe")
        assert log.plan.rules.lead_in_ns == 20 * NS
        assert len(list(path.parent.glob("*.jsonl"))) == 1
    finally:
        screen.close()
