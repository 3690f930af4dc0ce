"""How cues are heard: the options, and what they and the settings come to."""

from __future__ import annotations

import argparse

from trackbuddy.errors import UserError
from trackbuddy.live.start import Sounding
from trackbuddy.plan.notation import Refusal, read_work
from trackbuddy.plan.session import ByDistance, Taps
from trackbuddy.sound.cues import DEFAULT_KINDS, Hearing
from trackbuddy.sound.tones import Voice
from trackbuddy.storage.calibration import read_calibration
from trackbuddy.storage.paths import Home
from trackbuddy.storage.settings import Settings
from trackbuddy.timing.hearing import CONES_MM, WANTED, CueKind, Wanted


def add_sound(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sound", choices=WANTED, help="how to make sound")


def add_cones(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--beep-every", metavar="WAY", help="beep when the target is at each cone, like 50m")


def sounding_of(
    settings: Settings, home: Home, wanted: Wanted | None, taps: str, beep_every: str | None = None
) -> Sounding:
    """The user's settings, and what the command line says. Without a coach the target's instant is heard."""
    every = beep_every or settings.beep_every
    on = {CueKind(kind) for kind in settings.cues_on} | ({CueKind.TARGET} if taps != Taps.COACH else set())
    off = {CueKind(kind) for kind in settings.cues_off}
    cones_mm = None if every is None else _way_mm(every)
    if cones_mm is not None:
        on |= {CueKind.CONE}
    return Sounding(
        wanted or settings.sound,
        voice_of(settings),
        None if settings.sound_offset_ms is None else settings.sound_offset_ms * 1_000_000,
        Hearing((DEFAULT_KINDS | on) - off, cones_mm),
        read_calibration(home.settings).late_ms,
        settings.voice,
    )


def voice_of(settings: Settings) -> Voice:
    return Voice(settings.volume, tuple((CueKind(kind), hz) for kind, hz in sorted(settings.pitches.items())))


def _way_mm(text: str) -> int:
    try:
        work = read_work(text)
    except Refusal:
        work = None
    if not isinstance(work, ByDistance) or work.mm < CONES_MM:
        raise UserError(f"--beep-every {text[:40]} is no distance between cones; write one from 5m, like 50m")
    return work.mm
