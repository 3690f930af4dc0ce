from __future__ import annotations

from collections.abc import Sequence

from tests.sound.fakes import SECOND

from trackbuddy.sound.kinds import Cue, SoundError, Spoken
from trackbuddy.sound.player import Member
from trackbuddy.sound.relay import TRIES, Relay
from trackbuddy.timing.hearing import CueKind, PlayerName

FAR = Cue(1 << 60, CueKind.GO)


class Told:
    """A player that is told whether it fails."""

    def __init__(self, name: PlayerName) -> None:
        self.name = name
        self.dropped = 0
        self.problem: str | None = None
        self.failures = 0
        self.planned: Sequence[Cue] = ()
        self.closed = False

    def fail(self, times: int) -> None:
        self.failures = times
        self.problem = f"no sound: {self.name} is dead; trying again" if times else None

    def plan(self, cues: Sequence[Cue]) -> None:
        self.planned = list(cues)

    def speak(self, spoken: Spoken | None) -> bool:
        self.spoken = spoken
        return True

    def close(self) -> None:
        self.closed = True


def relay(*refused: str) -> tuple[Relay, Told, Told, Told]:
    first, second, third = Told("simpleaudio"), Told("process"), Told("bell")

    def make(player: Told) -> Member:
        if player.name in refused:
            raise SoundError("no")
        return player

    others: list[tuple[PlayerName, Told]] = [("process", second), ("bell", third)]
    made = [(name, lambda player=player: make(player)) for name, player in others]
    return Relay("simpleaudio", first, made, threaded=False), first, second, third


def test_the_first_plays_as_long_as_it_fails_now_and_then() -> None:
    player, first, second, _ = relay()
    player.plan([FAR])
    first.fail(TRIES - 1)
    player.look()
    assert (first.planned, second.planned, player.name) == ([FAR], (), "simpleaudio")


def test_one_that_fails_again_and_again_is_replaced_and_taken_back() -> None:
    player, first, second, _ = relay()
    player.plan([FAR])
    first.fail(TRIES)
    player.look()
    assert (first.planned, second.planned) == ([], [FAR])
    assert player.problem == "process instead of simpleaudio: simpleaudio is dead; trying again"
    player.plan([FAR, Cue(FAR.at_ns + SECOND, CueKind.DONE)])
    assert len(second.planned) == 2
    first.fail(0)
    player.look()
    assert (len(first.planned), second.planned) == (2, [])
    assert player.problem is None


def test_what_cannot_be_had_is_passed_over_and_the_last_is_kept() -> None:
    player, first, second, third = relay("process")
    player.plan([FAR])
    first.fail(TRIES)
    player.look()
    assert (second.planned, third.planned, player.name) == ((), [FAR], "bell")
    third.fail(TRIES)
    player.look()
    assert player.name == "bell"
    assert player.problem == "no sound: bell is dead; trying again"


def test_all_are_closed_and_all_misses_count() -> None:
    player, first, second, third = relay()
    first.fail(TRIES)
    player.look()
    first.dropped, second.dropped = 2, 1
    player.close()
    assert (player.dropped, first.closed, second.closed, third.closed) == (3, True, True, False)
