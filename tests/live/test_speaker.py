from __future__ import annotations

import queue

from tests.timing.sessions import eight_200s, run, s

from trackbuddy.live.speaker import Speaker
from trackbuddy.timing import inputs as i


class Mouth:
    def __init__(self) -> None:
        self.said: queue.Queue[str] = queue.Queue()

    def say(self, text: str) -> None:
        self.said.put(text)

    def hush(self) -> None:
        """Nothing lasts here."""


def test_it_says_what_was_tapped_and_what_comes_and_ends_with_the_session() -> None:
    mouth = Mouth()
    history, lines = run(eight_200s(90), [i.Open(0), i.Tap(0), i.Tap(s(44.1))])
    speaker = Speaker(mouth, lambda: s(104.1))
    speaker.heard(lines, history.state)
    assert mouth.said.get(timeout=60) == "thirty-four one, on"
    assert mouth.said.get(timeout=60) == "next rep in thirty"
    history, lines = run(eight_200s(90), [i.Open(0), i.Close(s(1))])
    speaker.heard(lines, history.state)
    speaker._thread.join(60)
    assert not speaker._thread.is_alive()
    assert mouth.said.empty()
