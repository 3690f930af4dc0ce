from __future__ import annotations

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s

from trackbuddy.sound.words import announcement, may_say, number, saying, spoken_time
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (34.1, "thirty-four one"),
        (68.2, "sixty-eight two"),
        (9.96, "ten zero"),
        (99.94, "ninety-nine nine"),
        (99.96, "one forty zero"),
        (125, "two oh five zero"),
        (272.6, "four thirty-two six"),
        (7200, ""),
    ],
)
def test_times_are_said_as_they_are_called(seconds: float, words: str) -> None:
    assert spoken_time(s(seconds)) == words


def test_every_number_is_a_word_of_its_own() -> None:
    assert len({number(value) for value in range(100)}) == 100


def said(plan_: Plan, *inputs: i.Input) -> list[str]:
    history, lines = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    return [text for line in lines if (text := saying(history.state, line))]


def test_a_finish_is_said_with_its_word_and_a_lap_without() -> None:
    assert said(eight_200s(), i.Tap(s(44.1))) == ["thirty-four one, on"]
    assert said(eight_200s(), i.Tap(s(46))) == ["thirty-six zero, slow"]
    assert said(plan(rep(way=800, target=140, laps=2)), i.Tap(s(78.2))) == ["sixty-eight two"]


def test_what_the_clock_does_and_what_several_do_is_not_said() -> None:
    assert said(eight_200s()) == []
    assert said(plan(rep(athletes=2), athletes=2), i.Tap(s(44), 1)) == []


def test_the_next_rep_is_announced_in_a_long_recovery_only() -> None:
    for length, announced in ((90, True), (60, True), (59, False)):
        history, _ = run(eight_200s(length), [i.Open(0), i.Tap(0), i.Tap(s(44))])
        coming = announcement(history.state)
        assert (coming is not None) is announced
        if coming is not None:
            assert (coming.at_ns, coming.text) == (s(44 + length - 30), "next rep in thirty")


def test_four_seconds_before_go_nobody_speaks() -> None:
    history, _ = run(plan(rep(1), rest(10), rep(2)), [i.Open(0), i.Tap(0), i.Tap(s(44))])
    assert may_say(history.state, "thirty-four zero, on", s(44.1))
    assert not may_say(history.state, "thirty-four zero, on", s(48))
    assert not may_say(history.state, "x", s(50))
