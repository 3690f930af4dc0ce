from __future__ import annotations

from tests.sound.fakes import SECOND, Clock

from trackbuddy.sound.standing import SAID_NS, Standing


def test_missed_cues_are_said_for_a_while_and_counted_together() -> None:
    clock = Clock()
    standing = Standing(clock)
    standing.miss(1)
    assert standing.problem == "sound: 1 cue missed"
    clock.go(1)
    standing.miss(1)
    assert standing.problem == "sound: 2 cues missed"
    clock.go(SAID_NS / SECOND + 0.1)
    assert standing.problem is None
    standing.miss(1)
    said: str | None = standing.problem
    assert said == "sound: 1 cue missed"
    assert standing.dropped == 3


def test_a_failure_is_said_until_it_is_over() -> None:
    clock = Clock()
    standing = Standing(clock)
    standing.fail("no sound device found")
    clock.go(100)
    assert standing.problem == "no sound: no sound device found; trying again"
    standing.miss(2)
    assert standing.problem == "no sound: no sound device found; trying again (2 cues missed)"
    standing.work()
    assert standing.problem == "sound: 2 cues missed"


def test_what_was_put_right_is_said_with_what_it_cost() -> None:
    standing = Standing(Clock())
    standing.say("0.4 s late, put right")
    standing.miss(2)
    assert standing.problem == "sound: 0.4 s late, put right, 2 cues missed"
