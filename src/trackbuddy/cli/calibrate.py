"""`trackbuddy calibrate`: tap along with 16 beeps; how late the speaker is is kept for it, and how steady the thumb."""

from __future__ import annotations

import argparse
import os
import select
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Final

from trackbuddy.cli import common
from trackbuddy.cli.sounding import add_sound, sounding_of
from trackbuddy.errors import UserError
from trackbuddy.sound.along import SKIPPED, along
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.outputs import output_name
from trackbuddy.sound.players import choose
from trackbuddy.storage.calibration import keep_calibration
from trackbuddy.storage.paths import Home
from trackbuddy.timing.hearing import CueKind, Wanted
from trackbuddy.units import NS

BEEPS: Final = 16
APART_NS: Final = 700_000_000
FIRST_NS: Final = 3 * NS
MS: Final = 1_000_000
HOW: Final = f"Tap SPACE along with {BEEPS} beeps. The first {SKIPPED} are for finding the beat."
LEAVING: Final = b"\x03\x11q\x1b"
"""Ctrl+C, Ctrl+Q, q and Escape."""


def configure(parser: argparse.ArgumentParser) -> None:
    add_sound(parser)


def main(args: argparse.Namespace) -> int:
    if not (sys.stdin is not None and sys.stdin.isatty()):
        raise UserError("tapping along needs a terminal to tap in; run it there")
    with closing(Beat(args.home, args.sound)) as beat:
        print(beat.said)
        print(f"{HOW} q leaves.", flush=True)
        beat.begin()
        with raw_keys():
            taps = list(_taps(beat.until_ns))
        for line in beat.keep(taps):
            print(line)
    return 0


class Beat:
    """Beeps to tap along with, and what comes of it. Raises UserError where there is no sound, or bad settings."""

    def __init__(self, home: Home, wanted: Wanted | None = None) -> None:
        self._home, self._settings = home, common.settings_of(home)
        sounding = sounding_of(self._settings, home, wanted, self._settings.taps or "coach")
        choice = choose(sounding.wanted, voice=sounding.voice)
        self._player = choice.player
        self.said = f"sound {choice.reason}"
        """Which player is heard, and why this one."""
        self._beeps: tuple[int, ...] = ()
        if choice.name == "off":
            self.close()
            raise UserError(
                f"there is no sound to tap along with ({self.said}); 'trackbuddy doctor' says what is missing"
            )

    def begin(self) -> tuple[int, ...]:
        """The instants at which they will sound, on the monotonic clock."""
        first_ns = time.monotonic_ns() + FIRST_NS
        self._beeps = tuple(first_ns + number * APART_NS for number in range(BEEPS))
        self._player.plan([Cue(at_ns, CueKind.COUNT) for at_ns in self._beeps])
        return self._beeps

    @property
    def until_ns(self) -> int:
        """When the last tap is over."""
        return self._beeps[-1] + APART_NS

    def keep(self, taps: Sequence[int]) -> tuple[str, ...]:
        """What was measured and kept, in sentences. Raises UserError for what says nothing; then nothing is kept."""
        if self._player.problem is not None:
            raise UserError(f"{self._player.problem}; nothing was kept; try again")
        found = along(self._beeps, taps)
        late_ms, spread_ms = found.late_ns // MS, found.spread_ns // MS
        measured = f"{found.taps} taps for {found.beeps} beeps: {late_ms} ms late, spread {spread_ms} ms"
        if found.refusal is not None:
            raise UserError(f"{found.refusal}; nothing was kept; try again in a steady beat")
        output = output_name()
        path = keep_calibration(self._home.settings, output, late_ms, spread_ms)
        said = [f"{measured}.", f"Cues go out {late_ms} ms earlier on {output} from now on; kept in {path}"]
        if (offset_ms := self._settings.sound_offset_ms) is not None:
            said.append(f"But {self._home.settings} says sound_offset_ms = {offset_ms}, which goes before it.")
        return tuple(said)

    def close(self) -> None:
        """Ends the sound."""
        self._player.plan(())
        self._player.close()


def _taps(until_ns: int) -> Iterator[int]:
    """The instants of the keys. Raises UserError for who wants to leave."""
    while (left_ns := until_ns - time.monotonic_ns()) > 0:
        if not select.select([sys.stdin], [], [], left_ns / NS)[0]:
            return
        at_ns = time.monotonic_ns()
        keys = os.read(sys.stdin.fileno(), 64)
        if not keys or any(key in LEAVING for key in keys[:1]):
            raise UserError("left; nothing was kept")
        yield at_ns


@contextmanager
def raw_keys() -> Iterator[None]:
    """Keys come at once and are not shown."""
    import termios
    import tty

    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd)
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
