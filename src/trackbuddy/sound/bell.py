"""Players that make a sound when its moment comes: the terminal's bell, and one short-lived player a cue.

Nothing is drawn ahead here, so a cue is as late as the thread is woken. They are what is left where no
canvas can be played.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from trackbuddy.sound import tones
from trackbuddy.sound.canvas import HELD_NS
from trackbuddy.sound.device import MS
from trackbuddy.sound.kinds import ANSWER_LATE_NS, ANSWERS, Cue, MissingError, Spoken, rank
from trackbuddy.sound.standing import Standing
from trackbuddy.sound.tones import Voice
from trackbuddy.timing.hearing import CueKind, PlayerName

LATE_NS: Final = 60 * MS
"""A cue that can't be sounded within this of its instant is dropped; an answer may be later."""
SECOND_NS: Final = 1_000_000_000


class PunctualPlayer:
    """Calls `sound(kind)` at each cue's instant, in a thread of its own."""

    def __init__(
        self,
        name: PlayerName,
        sound: Callable[[CueKind], None],
        *,
        offset_ns: int = 0,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """`done` gives back what `sound` uses. `sound` may raise OSError; that becomes the problem shown."""
        self.name = name
        self._sound = sound
        self._done = done
        self._offset_ns = offset_ns
        self._ahead: list[Cue] = []
        self._handled: set[Cue] = set()
        self._standing = Standing(time.monotonic_ns)
        self.failures = 0
        """Failures in a row."""
        self._closing = False
        self._wake = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    @property
    def dropped(self) -> int:
        """How many cues came too late and were never heard."""
        return self._standing.dropped

    @property
    def problem(self) -> str | None:
        """What there is to say of it; read without its lock."""
        return self._standing.problem

    def plan(self, cues: Sequence[Cue]) -> None:
        """From now on exactly these cues lie ahead, and what is nearer than 150 ms."""
        with self._wake:
            # A plan made at the instant of GO knows it no more, and its moment may come a millisecond after the plan.
            near_ns = time.monotonic_ns() + self._offset_ns + HELD_NS
            held = [cue for cue in self._ahead if cue.at_ns <= near_ns]
            best: dict[int, Cue] = {}
            for cue in (*held, *cues):
                other = best.get(cue.at_ns)
                if cue not in self._handled and (other is None or rank(cue.kind) > rank(other.kind)):
                    best[cue.at_ns] = cue
            self._ahead = sorted(best.values(), key=lambda cue: cue.at_ns)
            self._handled &= {*held, *cues}
            self._wake.notify()

    def speak(self, spoken: Spoken | None) -> bool:
        """There is no canvas to draw words on."""
        return False

    def close(self) -> None:
        """End it. A cue that begins within the next second is still heard."""
        with self._wake:
            limit = time.monotonic_ns() + SECOND_NS
            self._ahead = [cue for cue in self._ahead if cue.at_ns < limit]
            self._closing = True
            self._wake.notify()
        self._thread.join(3.0)

    def _run(self) -> None:
        while (cue := self._next()) is not None:
            try:
                self._sound(cue.kind)
                self._standing.work()
                self.failures = 0
            except OSError as error:
                self.failures += 1
                self._standing.fail(str(error.strerror or error))
        self._done()

    def _next(self) -> Cue | None:
        """Wait for the next cue to be sounded now; None when it's over."""
        with self._wake:
            while True:
                if not self._ahead:
                    if self._closing:
                        return None
                    self._wake.wait()
                    continue
                cue = self._ahead[0]
                wait_ns = cue.at_ns - self._offset_ns - time.monotonic_ns()
                if wait_ns > 0:
                    self._wake.wait(wait_ns / SECOND_NS)
                    continue
                del self._ahead[0]
                self._handled.add(cue)
                # An offset can put the start before the plan itself; then it counts by the cue's own instant.
                allowed_ns = ANSWER_LATE_NS if cue.kind in ANSWERS else LATE_NS
                if wait_ns >= -allowed_ns - max(0, self._offset_ns):
                    return cue
                self._standing.miss(1)


def bell_player(offset_ns: int = 0) -> tuple[PunctualPlayer, str]:
    """One ring of the terminal's bell a cue, except the cadence. Raises SoundError without a terminal."""
    terminal = _terminal()

    def ring(kind: CueKind) -> None:
        # The bell has one tone, so a ring a step would hide every other cue.
        if kind is not CueKind.METRONOME:
            os.write(terminal, b"\a")

    player = PunctualPlayer("bell", ring, offset_ns=offset_ns, done=lambda: os.close(terminal))
    return player, "the terminal's bell, one ring a cue"


def _terminal() -> int:
    """A descriptor of our own on the terminal; the screen's streams stay untouched."""
    with suppress(OSError):
        return os.open("/dev/tty", os.O_WRONLY | os.O_NOCTTY)
    for stream in (sys.__stderr__, sys.__stdout__):
        with suppress(OSError, ValueError):
            if stream is not None and stream.isatty():
                return os.dup(stream.fileno())
    raise MissingError("no terminal whose bell could ring")


def afplay_player(voice: Voice, offset_ns: int = 0) -> tuple[PunctualPlayer, str]:
    """macOS: one `afplay` a cue."""
    program = shutil.which("afplay")
    if program is None:
        raise MissingError("no afplay found")
    folder, files = _tone_files(voice)
    children: list[subprocess.Popen[bytes]] = []

    def play(kind: CueKind) -> None:
        children[:] = [child for child in children if child.poll() is None]
        children.append(
            subprocess.Popen(
                [program, files[kind]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    def done() -> None:
        for child in children:
            with suppress(subprocess.TimeoutExpired):
                child.wait(2.0)
        folder.cleanup()

    player = PunctualPlayer("process", play, offset_ns=offset_ns, done=done)
    return player, "playing each cue through afplay, which may start a little late"


def _tone_files(voice: Voice) -> tuple[tempfile.TemporaryDirectory[str], dict[CueKind, str]]:
    folder = tempfile.TemporaryDirectory(prefix="trackbuddy-", ignore_cleanup_errors=True)
    files = {}
    for kind in CueKind:
        path = Path(folder.name) / f"{kind}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(tones.BYTES_PER_FRAME)
            file.setframerate(tones.RATE)
            file.writeframes(voice.pcm(kind))
        files[kind] = str(path)
    return folder, files
