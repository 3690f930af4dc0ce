"""The system's own voice.

Where it can speak into a file, pieces of speech are made ready and played like cues; where it can't, it speaks by
itself. There is one sentence at a time, and a new one cuts off the one before.
"""

from __future__ import annotations

import io
import math
import shutil
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import Final

from trackbuddy.sound.kinds import SoundError, Spoken
from trackbuddy.sound.tones import BYTES_PER_FRAME, PEAK, RATE
from trackbuddy.sound.words import Words

ESPEAK: Final = "espeak-ng"
PROGRAMS: Final = (
    (ESPEAK, "-s", "170", "--"),
    ("spd-say", "--wait", "--"),
    ("say", "--"),
)
SECOND_NS: Final = 1_000_000_000
RENDERED_MOST: Final = 128
PATIENCE_S: Final = 5.0
GAP_NS: Final = 60_000_000
"""Between two pieces of a sentence."""
SILENT: Final = 300
"""Samples below this at both ends are cut off, so that a piece's length is what is heard."""
DRIVE: Final = 3.0
"""Speech has high peaks and little between them; bent by so much it is heard as loud as a beep with the same peak."""
CHARACTER_NS: Final = 85_000_000
BREATH_NS: Final = 500_000_000
"""What a sentence takes at the most that was not made ready: so long a character, and so long beside."""


class Voice:
    """Raises SoundError where the system has none."""

    def __init__(self, volume: float = 1.0, play: Callable[[Spoken | None], bool] = lambda _: False) -> None:
        """`play` has a piece of sound heard at its instant, None ends it; it gives False where that can't be done."""
        found = next((program for program in PROGRAMS if shutil.which(program[0])), None)
        if found is None:
            names = [program[0] for program in PROGRAMS]
            raise SoundError(f"no voice: no {', '.join(names[:-1])} or {names[-1]} found")
        self._program, self._volume, self._play = found, volume, play
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def name(self) -> str:
        return self._program[0]

    def prepare(self, piece: str) -> None:
        """Makes a piece ready; costs nothing the second time."""
        if self.name == ESPEAK:
            with suppress(SoundError):
                rendered(piece, self._volume)

    def length_ns(self, words: Words) -> int:
        """How long the sentence takes: as it was made, else the most it can take."""
        pcm = self._made(words)
        if pcm is not None:
            return len(pcm) // BYTES_PER_FRAME * SECOND_NS // RATE
        return BREATH_NS + CHARACTER_NS * len(", ".join(words))

    def say(self, words: Words, at_ns: int, until_ns: int | None) -> None:
        """Has it said at `at_ns`, or a little later; over by `until_ns`, or not said at all. Monotonic instants."""
        self.hush()
        pcm = self._made(words)
        if pcm is None or not self._play(Spoken(at_ns, pcm, until_ns)):
            self._speak(", ".join(words))

    def hush(self) -> None:
        """Ends what is being said."""
        self._play(None)
        child, self._child = self._child, None
        if child is not None:
            if child.poll() is None:
                child.kill()
            child.wait()

    def _made(self, words: Words) -> bytes | None:
        if self.name != ESPEAK:
            return None
        gap = bytes(GAP_NS * RATE // SECOND_NS * BYTES_PER_FRAME)
        try:
            return gap.join(rendered(piece, self._volume) for piece in words)
        except SoundError:
            return None

    def _speak(self, text: str) -> None:
        with suppress(OSError):
            self._child = subprocess.Popen(
                [*self._program, text],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )


@lru_cache(maxsize=RENDERED_MOST)
def rendered(piece: str, volume: float) -> bytes:
    """The piece as it is played, without silence around it. Raises SoundError where the program fails."""
    try:
        done = subprocess.run(
            [ESPEAK, "-s", "170", "--stdout", "--", piece],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            check=True,
        )
        with wave.open(io.BytesIO(done.stdout)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, BYTES_PER_FRAME):
                raise SoundError(f"{ESPEAK} speaks in a form that can't be played")
            rate, data = file.getframerate(), file.readframes(len(done.stdout))
    except (OSError, subprocess.SubprocessError, wave.Error, EOFError) as error:
        raise SoundError(f"{ESPEAK} does not speak ({error})") from None
    return as_played(data[: len(data) // BYTES_PER_FRAME * BYTES_PER_FRAME], rate, volume)


def as_played(data: bytes, rate: int, volume: float) -> bytes:
    """16-bit mono at any rate, little-endian: cut to what is heard, at our rate and as loud as a cue."""
    given = array("h")
    given.frombytes(data)
    if sys.byteorder == "big":
        given.byteswap()
    heard = [place for place, value in enumerate(given) if abs(value) > SILENT]
    if not heard:
        return b""
    spoken = given[heard[0] : heard[-1] + 1]
    steep, most = DRIVE / max(map(abs, spoken)), math.tanh(DRIVE)
    bent = [math.tanh(steep * value) / most for value in spoken]
    loud = min(1.0, max(0.0, volume)) * PEAK * 32767
    samples = array("h", (int(loud * value) for value in _at_our_rate(bent, rate)))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def _at_our_rate(values: list[float], rate: int) -> list[float]:
    """Straight lines between the samples that there are: nothing that a voice has is lost by it."""
    bounded = [*values, 0.0]
    count = len(values) * RATE // rate
    found = []
    for place in range(count):
        whole, part = divmod(place * rate, RATE)
        found.append(bounded[whole] + (bounded[whole + 1] - bounded[whole]) * part / RATE)
    return found
