from __future__ import annotations

import pytest
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s

from trackbuddy.sound.cues import ANSWER_NS
from trackbuddy.sound.tones import length_ns
from trackbuddy.sound.words import NEXT_REP, announcement, likely, number, quiet_from, saying, spoken_time
from trackbuddy.timing import inputs as i
from trackbuddy.timing.hearing import CueKind
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
    assert " ".join(spoken_time(s(seconds))) == words


def test_every_number_is_a_word_of_its_own() -> None:
    assert len({number(value) for value in range(100)}) == 100


def said(plan_: Plan, *inputs: i.Input) -> list[str]:
    history, lines = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    found = [sentence for line in lines if (sentence := saying(history.state, line))]
    return [", ".join(sentence.words) for sentence in found]


def test_a_finish_is_said_with_its_word_and_a_lap_without() -> None:
    assert said(eight_200s(), i.Tap(s(44.1))) == ["thirty-four, one, on"]
    assert said(eight_200s(), i.Tap(s(46))) == ["thirty-six, zero, slow"]
    assert said(plan(rep(way=800, target=140, laps=2)), i.Tap(s(78.2))) == ["sixty-eight, two"]


def test_what_the_clock_does_and_what_several_do_is_not_said() -> None:
    assert said(eight_200s()) == []
    assert said(plan(rep(athletes=2), athletes=2), i.Tap(s(44), 1)) == []


def test_the_next_rep_is_announced_in_a_long_recovery_only() -> None:
    for length, announced in ((90, True), (60, True), (59, False)):
        history, _ = run(eight_200s(length), [i.Open(0), i.Tap(0), i.Tap(s(44))])
        coming = announcement(history.state)
        assert (coming is not None) is announced
        if coming is not None:
            assert (coming.at_ns, coming.words) == (s(44 + length - 30), (NEXT_REP,))


def test_words_come_behind_the_cue_of_the_same_instant() -> None:
    """A bell rings for more than a second, and two pips say 30 s already."""
    history, lines = run(plan(rep(way=800, target=140, laps=2)), [i.Open(0), i.Tap(0), i.Tap(s(78.2))])
    (lap,) = [found for line in lines if (found := saying(history.state, line))]
    assert lap.at_ns >= s(78.2) + ANSWER_NS + length_ns(CueKind.BELL)
    history, lines = run(eight_200s(), [i.Open(0), i.Tap(0), i.Tap(s(44.1))])
    (finish,) = [found for line in lines if (found := saying(history.state, line))]
    assert s(44.1) + ANSWER_NS + length_ns(CueKind.TAP) <= finish.at_ns <= s(44.6)
    history, _ = run(eight_200s(240), [i.Open(0), i.Tap(0), i.Tap(s(44))])
    coming = announcement(history.state)
    assert coming is not None
    assert coming.at_ns >= s(44 + 240 - 30) + length_ns(CueKind.LEFT_30)


def test_four_seconds_before_go_nobody_speaks() -> None:
    history, _ = run(plan(rep(1), rest(10), rep(2)), [i.Open(0), i.Tap(0), i.Tap(s(44))])
    assert quiet_from(history.state) == s(50)
    history, _ = run(plan(rep(1)), [i.Open(0), i.Tap(0), i.Tap(s(20))])
    assert quiet_from(history.state) is None, "in a rep the next GO is not known"


def test_what_may_be_wanted_is_known_before_the_rep_and_not_in_it() -> None:
    lead_in, _ = run(eight_200s(90), [i.Open(0), i.Tap(0)])
    wanted = set(likely(lead_in.state))
    assert {NEXT_REP, "thirty-four", "thirty-one", "zero", "nine", "on", "fast", "slow"} <= wanted
    assert len(wanted) < 30
    running, _ = run(eight_200s(90), [i.Open(0), i.Tap(0), i.Tap(s(12))])
    assert list(likely(running.state)) == []
    resting, lines = run(eight_200s(90), [i.Open(0), i.Tap(0), i.Tap(s(44.6))])
    said_now = {piece for line in lines if (found := saying(resting.state, line)) for piece in found.words}
    assert said_now <= wanted, "nothing was to be made ready behind the tap"


def test_laps_are_made_ready_too() -> None:
    lead_in, _ = run(plan(rep(way=800, target=136, laps=2)), [i.Open(0), i.Tap(0)])
    assert {"sixty-eight", "two", "sixteen"} <= set(likely(lead_in.state))
