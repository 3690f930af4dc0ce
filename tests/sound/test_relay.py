from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tests.sound.fakes import SECOND, Clock

from trackbuddy.sound.kinds import Cue, MissingError, SoundError, Spoken
from trackbuddy.sound.player import Member
from trackbuddy.sound.relay import TRIES, Place, Relay
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
        self.spoken: Spoken | None = None
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


CLOCK = Clock()


def relay(*refused: str, missing: str = "", turn: int = 0) -> tuple[Relay, Told, Told, Told]:
    """Those that are `refused` can't be made; the list may be changed."""
    players = Told("simpleaudio"), Told("process"), Told("bell")
    return relay_of(players, list(refused), missing, turn), *players


def relay_of(players: Sequence[Told], refused: Sequence[str], missing: str = "", turn: int = 0) -> Relay:
    def make(player: Told) -> Member:
        if player.name == missing:
            raise MissingError("not installed")
        if player.name in refused:
            raise SoundError("no")
        return player

    places = [Place(player.name, partial(make, player)) for player in players]
    places[turn].member = players[turn]
    return Relay(places, turn, clock=CLOCK, threaded=False)


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


def test_one_that_could_not_be_had_at_first_is_tried_again_in_a_gap_and_that_is_said() -> None:
    players, refused = (Told("simpleaudio"), Told("process"), Told("bell")), ["simpleaudio"]
    player = relay_of(players, refused, turn=1)
    player.plan([FAR])
    player.look()
    assert (player.name, player.problem) == ("process", None), "it has just failed"
    CLOCK.go(11)
    player.look()
    refused.clear()
    CLOCK.go(11)
    player.look()
    assert player.name == "process", "ever more rarely"
    CLOCK.go(10)
    soon = [Cue(CLOCK.now_ns + 4 * SECOND, CueKind.GO), FAR]
    player.plan(soon)
    player.look()
    assert player.name == "process", "a device that is opened could make a cue late"
    CLOCK.go(5)
    player.look()
    assert players[0].planned, "something far ahead, to open its stream before an answer needs it"
    player.look()
    assert (player.name, player.problem) == ("simpleaudio", "sound: simpleaudio can be had now")
    assert (players[0].planned, players[1].planned) == ([FAR], [])
    CLOCK.go(9)
    assert player.problem is None


def test_it_goes_up_one_step_at_a_time() -> None:
    """Where the child that plays can't be had the sound system may hang, and simpleaudio would hang with it."""
    players, refused = (Told("simpleaudio"), Told("process"), Told("bell")), ["process"]
    player = relay_of(players, refused, turn=2)
    names = []
    for seconds in (11, 21, 0):
        CLOCK.go(seconds)
        player.look()
        player.look()
        names.append(player.name)
        refused.clear()
    assert names == ["bell", "process", "simpleaudio"]
    past_the_missing = relay_of(players, [], missing="process", turn=2)
    for _ in range(3):
        CLOCK.go(11)
        past_the_missing.look()
    assert past_the_missing.name == "simpleaudio"


def test_what_is_missing_is_not_tried_again() -> None:
    tries = []

    def make() -> Member:
        tries.append(1)
        raise MissingError("not installed")

    player = Relay(
        [Place("simpleaudio", make), Place("process", make, Told("process"))], 1, clock=CLOCK, threaded=False
    )
    for _ in range(10):
        CLOCK.go(100)
        player.look()
    assert len(tries) == 1


def test_a_next_one_that_could_not_be_had_is_tried_again_when_it_is_needed() -> None:
    players, refused = (Told("simpleaudio"), Told("process"), Told("bell")), ["process", "bell"]
    player = relay_of(players, refused)
    players[0].fail(TRIES)
    player.look()
    refused.clear()
    player.look()
    assert not players[1].planned, "they have just failed"
    player.plan([FAR])
    CLOCK.go(11)
    player.look()
    assert (player.name, players[1].planned) == ("process", [FAR])


def test_words_go_to_who_plays_and_end_where_the_turn_ends() -> None:
    player, first, second, _ = relay()
    word = Spoken(1, b"")
    assert player.speak(word)
    assert first.spoken == word
    first.fail(TRIES)
    player.look()
    assert first.spoken is None
    assert player.speak(word)
    assert second.spoken == word


def test_all_are_closed_and_all_misses_count() -> None:
    player, first, second, third = relay()
    first.fail(TRIES)
    player.look()
    first.dropped, second.dropped = 2, 1
    player.close()
    assert (player.dropped, first.closed, second.closed, third.closed) == (3, True, True, False)
