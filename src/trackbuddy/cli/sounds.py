"""`trackbuddy sounds`: plays every cue and says what it means, to be learnt in a minute."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence

from trackbuddy.cli import common
from trackbuddy.cli.sounding import add_sound, sounding_of
from trackbuddy.errors import UserError
from trackbuddy.sound.kinds import Cue
from trackbuddy.sound.players import Choice, choose
from trackbuddy.timing.hearing import MEANINGS, CueKind
from trackbuddy.units import NS

FIRST_NS = NS
APART_NS = 1_500_000_000
"""Longer than the longest tone, with time to read a line."""
LEARNT_IN = (
    CueKind.COUNT,
    CueKind.GO,
    CueKind.TAP,
    CueKind.IGNORED,
    CueKind.HARD,
    CueKind.EASY,
    CueKind.LEFT_60,
    CueKind.LEFT_30,
    CueKind.LEFT_10,
    CueKind.BELL,
    CueKind.DONE,
    CueKind.HALFWAY,
    CueKind.TARGET,
    CueKind.CONE,
    CueKind.METRONOME,
)
"""The order in which one meets them."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these, like go bell")
    add_sound(parser)


def main(args: argparse.Namespace) -> int:
    settings = common.settings_of(args.home)
    sounding = sounding_of(settings, args.home, args.sound, settings.taps or "coach")
    kinds = _kinds(args.kinds)
    choice = choose(sounding.wanted, voice=sounding.voice, offset_ns=sounding.offset_ns or 0)
    try:
        print(f"sound {choice.reason}", flush=True)
        _play(choice, kinds, sounding.hearing.kinds)
    finally:
        choice.player.close()
    return 0


def _kinds(names: Sequence[str]) -> Sequence[CueKind]:
    unknown = next((name for name in names if name not in set(CueKind)), None)
    if unknown is not None:
        raise UserError(f"there is no cue {unknown[:40]!r}; there are {', '.join(CueKind)}")
    return [CueKind(name) for name in names] or LEARNT_IN


def _play(choice: Choice, kinds: Sequence[CueKind], on: frozenset[CueKind]) -> None:
    heard = choice.name != "off"
    first_ns = time.monotonic_ns() + FIRST_NS
    cues = [Cue(first_ns + number * APART_NS, kind) for number, kind in enumerate(kinds)]
    choice.player.plan(cues)
    for cue in cues:
        if heard:
            time.sleep(max(cue.at_ns - time.monotonic_ns(), 0) / NS)
        off = "" if cue.kind in on else "   (off; cues_on turns it on)"
        print(f"  {cue.kind:<10} {MEANINGS[cue.kind]}{off}", flush=True)
    if heard:
        time.sleep(APART_NS / NS)
        problem = choice.player.problem
        if problem is not None:
            print(problem)
