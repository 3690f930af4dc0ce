from __future__ import annotations

import queue
import time

from tests.patience import eventually
from tests.timing.sessions import eight_200s, plan, rep, rest, run, s

from trackbuddy.live.speaker import Speaker
from trackbuddy.sound.words import NEXT_REP, Words
from trackbuddy.timing import inputs as i
from trackbuddy.timing.state import Plan
from trackbuddy.units import NS


class Mouth:
    def __init__(self, takes_ns: int = NS) -> None:
        self.said: queue.Queue[Words] = queue.Queue()
        self.until_ns: list[int | None] = []
        self.ready: set[str] = set()
        self.hushed = 0
        self._takes_ns = takes_ns

    def prepare(self, piece: str) -> None:
        self.ready.add(piece)

    def length_ns(self, words: Words) -> int:
        return self._takes_ns

    def say(self, words: Words, at_ns: int, until_ns: int | None) -> None:
        self.until_ns.append(until_ns)
        self.said.put(words)

    def hush(self) -> None:
        self.hushed += 1


def heard(mouth: Mouth, now_ns: int, plan_: Plan, *inputs: i.Input) -> Speaker:
    """A speaker that was told of these."""
    history, lines = run(plan_, [i.Open(0), i.Tap(0), *inputs])
    speaker = Speaker(mouth, lambda: now_ns)
    speaker.heard(lines, history.state)
    return speaker


def end(speaker: Speaker) -> None:
    history, lines = run(eight_200s(90), [i.Open(0), i.Close(s(1))])
    speaker.heard(lines, history.state)
    speaker._thread.join(60)
    assert not speaker._thread.is_alive()


def test_it_says_what_was_tapped_and_what_comes_and_ends_with_the_session() -> None:
    mouth = Mouth()
    before_ns = time.monotonic_ns()
    speaker = heard(mouth, s(104.1), eight_200s(90), i.Tap(s(44.1)))
    assert mouth.said.get(timeout=60) == ("thirty-four", "one", "on")
    assert mouth.said.get(timeout=60) == (NEXT_REP,)
    end(speaker)
    assert mouth.said.empty()
    assert mouth.hushed == 1
    quiet_ns = mouth.until_ns[-1]
    assert quiet_ns is not None
    assert quiet_ns - before_ns >= s(134.1 - 104.1 - 4), "over by four seconds before GO, on the player's clock"


def test_what_would_reach_into_the_last_four_seconds_is_not_begun() -> None:
    short = plan(rep(1), rest(10), rep(2))
    for takes, is_said in ((5.0, True), (6.0, False)):
        mouth = Mouth(s(takes))
        end(heard(mouth, s(44.6), short, i.Tap(s(44.1))))
        assert mouth.said.empty() is not is_said, takes


def test_what_is_being_said_is_cut_off_when_go_comes_nearer() -> None:
    mouth = Mouth(s(3))
    near = plan(rep(1), rest(20), rep(2))
    speaker = heard(mouth, s(45), near, i.Tap(s(44.1)))
    assert mouth.said.get(timeout=60) == ("thirty-four", "one", "on")
    nearer, lines = run(near, [i.Open(0), i.Tap(0), i.Tap(s(44.1)), i.Adjust(s(45), s(-14))])
    speaker.heard(lines[-1:], nearer.state)
    end(speaker)
    assert mouth.hushed == 2


def test_pieces_are_made_ready_in_the_lead_in() -> None:
    mouth = Mouth()
    speaker = heard(mouth, s(1), eight_200s(90))
    assert eventually(lambda: {"thirty-four", "on", NEXT_REP} <= mouth.ready)
    end(speaker)


def test_what_fails_is_not_said_and_the_next_is() -> None:
    class Hoarse(Mouth):
        def length_ns(self, words: Words) -> int:
            if words[0] == "thirty-four":
                raise OSError("no voice")
            return NS

    mouth = Hoarse()
    speaker = heard(mouth, s(104.1), eight_200s(90), i.Tap(s(44.1)))
    assert mouth.said.get(timeout=60) == (NEXT_REP,)
    end(speaker)
