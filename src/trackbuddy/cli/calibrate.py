"""`trackbuddy calibrate`: tap along with 16 beeps; how late the speaker is is kept for it, and how steady the thumb."""

from __future__ import annotations

import argparse
import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from trackbuddy.cli import common
from trackbuddy.cli.sounding import add_sound, sounding_of
from trackbuddy.errors import UserError
from trackbuddy.sound.along import SKIPPED, along
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.outputs import output_name
from trackbuddy.sound.player import Player
from trackbuddy.sound.players import choose
from trackbuddy.storage.calibration import keep_calibration
from trackbuddy.timing.hearing import CueKind
from trackbuddy.units import NS

BEEPS: Final = 16
APART_NS: Final = 700_000_000
FIRST_NS: Final = 3 * NS
MS: Final = 1_000_000
LEAVING: Final = b"\x03\x11q\x1b"
"""Ctrl+C, Ctrl+Q, q and Escape."""


def configure(parser: argparse.ArgumentParser) -> None:
    add_sound(parser)


def main(args: argparse.Namespace) -> int:
    if not (sys.stdin is not None and sys.stdin.isatty()):
        raise UserError("tapping along needs a terminal to tap in; run it there")
    settings = common.settings_of(args.home)
    sounding = sounding_of(settings, args.home, args.sound, settings.taps or "coach")
    choice = choose(sounding.wanted, voice=sounding.voice)
    try:
        print(f"sound {choice.reason}")
        if choice.name == "off":
            raise UserError("there is no sound to tap along with; 'trackbuddy doctor' says what is missing")
        print(
            f"Tap SPACE along with {BEEPS} beeps. The first {SKIPPED} are for finding the beat. q leaves.", flush=True
        )
        beeps = [time.monotonic_ns() + FIRST_NS + number * APART_NS for number in range(BEEPS)]
        choice.player.plan([Cue(at_ns, CueKind.COUNT) for at_ns in beeps])
        with raw_keys():
            taps = list(_taps(beeps[-1] + APART_NS))
        _must_have_been_heard(choice.player)
    finally:
        choice.player.close()
    found = along(beeps, taps)
    late_ms, spread_ms = found.late_ns // MS, found.spread_ns // MS
    print(f"{found.taps} taps for {found.beeps} beeps: {late_ms} ms late, spread {spread_ms} ms")
    if found.refusal is not None:
        raise UserError(f"{found.refusal}; nothing was kept; try again in a steady beat")
    output = output_name()
    path = keep_calibration(args.home.settings, output, late_ms, spread_ms)
    print(f"Cues go out {late_ms} ms earlier on {output} from now on; kept in {path}")
    if settings.sound_offset_ms is not None:
        print(f"But {args.home.settings} says sound_offset_ms = {settings.sound_offset_ms}, which goes before it.")
    return 0


def _must_have_been_heard(player: Player) -> None:
    if player.problem is not None:
        raise UserError(f"{player.problem}; nothing was kept; try again")


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
