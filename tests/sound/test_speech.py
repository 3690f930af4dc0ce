"""Words: made ready by the system's voice, drawn beside the cues, cut off at a sample."""

from __future__ import annotations

import math
import shutil
from array import array
from itertools import pairwise

import pytest
from tests.sound.fakes import SECOND, Clock, MemoryDevice, MemoryStream
from tests.sound.test_canvas import ANCHOR, LEAD, canvas, cue

from trackbuddy.sound import tones, voice
from trackbuddy.sound.canvas_player import CanvasPlayer
from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import Cue, SoundError, Spoken
from trackbuddy.sound.tones import RATE
from trackbuddy.timing.hearing import CueKind

needs_espeak = pytest.mark.skipif(
    shutil.which(voice.ESPEAK) is None, reason="espeak-ng not found (apt install espeak-ng)"
)
WORDS = array("h", [1000] * RATE).tobytes()
"""A second of something."""


def at(stream: MemoryStream, seconds: float) -> int:
    return memoryview(stream.pcm).cast("h")[round(seconds * RATE)]


def spoken(after_s: float, until_s: float | None = None) -> Spoken:
    return Spoken(
        ANCHOR + round(after_s * SECOND), WORDS, None if until_s is None else ANCHOR + round(until_s * SECOND)
    )


def test_words_begin_at_their_sample_and_end_with_their_last() -> None:
    drawing, stream = canvas()
    drawing.speak(spoken(2), ANCHOR)
    assert bytes(stream.pcm[4 * RATE : 6 * RATE]) == WORDS
    assert not any(stream.pcm[: 4 * RATE])
    assert not any(stream.pcm[6 * RATE :])
    assert drawing.last_sound_ns() == ANCHOR + 3 * SECOND


def test_a_cue_is_heard_whole_and_the_words_softly_beside_it() -> None:
    for first in ("words", "cue"):
        drawing, stream = canvas()
        if first == "words":
            drawing.speak(spoken(2), ANCHOR)
            drawing.draw([cue(round(2.5 * SECOND))], ANCHOR)
        else:
            drawing.draw([cue(round(2.5 * SECOND))], ANCHOR)
            drawing.speak(spoken(2), ANCHOR)
        tone = array("h", tones.pcm(CueKind.COUNT))
        place = round(2.5 * RATE)
        heard = memoryview(stream.pcm).cast("h")[place : place + len(tone)]
        assert list(heard) == [value + 1000 // tones.SOFTER for value in tone]
        assert (at(stream, 2.4), at(stream, 2.9)) == (1000, 1000)
        drawing.draw([], ANCHOR)
        assert at(stream, 2.55) == 1000, "without the cue the words are whole"


def test_a_new_sentence_and_silence_cut_off_what_is_ahead_and_not_what_is_sent() -> None:
    drawing, stream = canvas()
    drawing.speak(spoken(2), ANCHOR)
    now_ns = ANCHOR + round(2.2 * SECOND)
    drawing.speak(Spoken(now_ns, WORDS[:200]), now_ns)
    ready = 2.2 + LEAD / SECOND
    assert at(stream, ready - 0.01) == 1000
    assert at(stream, ready + 0.02) == 0
    drawing.speak(spoken(4), ANCHOR)
    drawing.speak(None, ANCHOR)
    assert not any(stream.pcm[round(ready * RATE + 200) * 2 :])
    assert drawing.last_sound_ns() <= ANCHOR + round((ready + 0.01) * SECOND)


def test_words_that_come_late_come_late_and_never_behind_their_limit() -> None:
    drawing, stream = canvas()
    drawing.speak(spoken(1, until_s=4), ANCHOR + 2 * SECOND)
    assert at(stream, 2.2) == 1000
    drawing, stream = canvas()
    drawing.speak(spoken(1, until_s=3), ANCHOR + 2 * SECOND)
    assert not any(stream.pcm)
    drawing.speak(spoken(9.5), ANCHOR)
    assert not any(stream.pcm), "what doesn't fit before the end is not drawn"


def test_a_player_speaks_on_its_canvas_and_falls_silent_when_that_slips() -> None:
    clock = Clock()
    device = MemoryDevice(clock, 40 * RATE)
    player = CanvasPlayer(device, "simpleaudio", clock=clock, threaded=False)
    assert player.speak(Spoken(clock.now_ns, WORDS)), "not heard, but another way to say it would be none"
    player.plan([Cue(clock.now_ns + 30 * SECOND, CueKind.GO)])
    player.step()
    stream = device.streams[-1]
    for _ in range(100):
        clock.go(0.05)
        player.step()
    assert player.speak(Spoken(clock.now_ns + SECOND, WORDS * 20))
    begun = round((clock.now_ns - stream.anchor_ns) / SECOND + 1.5)
    assert at(stream, begun) == 1000
    stream.slipped_ns = 500 * MS
    for _ in range(200):
        clock.go(0.02)
        player.step()
    assert at(stream, begun + 12) == 0


class Ear:
    def __init__(self) -> None:
        self.heard: list[Spoken | None] = []

    def __call__(self, sentence: Spoken | None) -> bool:
        self.heard.append(sentence)
        return True


@needs_espeak
def test_the_length_is_that_of_the_sound_and_known_before() -> None:
    ear = Ear()
    mouth = voice.Voice(0.8, ear)
    words = ("thirty-four", "one", "on")
    for piece in words:
        mouth.prepare(piece)
    length_ns = mouth.length_ns(words)
    assert SECOND < length_ns < 3 * SECOND
    mouth.say(words, 7, None)
    silence, sentence = ear.heard
    assert silence is None, "what was being said ends"
    assert sentence is not None
    samples = array("h", sentence.pcm)
    assert len(samples) * SECOND // RATE == length_ns
    assert max(map(abs, samples[:480])) > 50
    assert max(map(abs, samples[-480:])) > 50, "no silence around it that would count as its length"
    loud = math.sqrt(sum(value * value for value in samples) / len(samples))
    beep = array("h", tones.pcm(CueKind.COUNT, 0.8))
    assert loud > 0.25 * math.sqrt(sum(value * value for value in beep) / len(beep)), "heard beside a beep"
    assert max(map(abs, samples)) <= 0.8 * tones.PEAK * 32767


@needs_espeak
def test_what_was_made_ready_needs_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear()
    mouth = voice.Voice(1.0, ear)
    mouth.prepare("on")
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("nothing is started"))
    mouth.say(("on",), 0, None)
    assert isinstance(ear.heard[-1], Spoken)


def test_a_voice_that_only_speaks_by_itself_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/bin/true" if name == "spd-say" else None)
    mouth = voice.Voice()
    assert mouth.length_ns(("thirty-four", "one")) == voice.BREATH_NS + 16 * voice.CHARACTER_NS
    said: list[str] = []
    monkeypatch.setattr(mouth, "_speak", said.append)
    mouth.say(("thirty-four", "one"), 0, None)
    assert said == ["thirty-four, one"]


def test_a_program_that_fails_leaves_the_voice_to_speak_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(piece: str, volume: float) -> bytes:
        raise SoundError("no data")

    monkeypatch.setattr("shutil.which", lambda name: "/bin/true" if name == voice.ESPEAK else None)
    monkeypatch.setattr(voice, "rendered", fails)
    mouth = voice.Voice()
    mouth.prepare("on")
    said: list[str] = []
    monkeypatch.setattr(mouth, "_speak", said.append)
    mouth.say(("on",), 0, None)
    assert said == ["on"]


def test_without_any_program_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(SoundError, match="no voice: no espeak-ng, spd-say or say found"):
        voice.Voice()


def test_the_pitch_of_a_voice_stays() -> None:
    """A sine of 441 Hz at another rate is one of 441 Hz at ours, as long and without its silence."""
    given = array("h", [round(9000 * math.sin(2 * math.pi * 441 * n / 22050)) for n in range(22050)])
    silence = array("h", bytes(2 * 5000))
    made = array("h", voice.as_played((silence + given + silence).tobytes(), 22050, 1.0))
    assert abs(len(made) - RATE) < 200
    crossings = sum(before < 0 <= after for before, after in pairwise(made))
    assert abs(crossings - 441) <= 2
    assert voice.as_played(silence.tobytes(), 22050, 1.0) == b""
